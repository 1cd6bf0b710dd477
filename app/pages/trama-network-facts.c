/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-facts.h"

#include <glib/gi18n-lib.h>

#include "trama-network-measures.h"

/* As many are named in a sentence. */
#define NAMES 4

typedef struct
{
  const TramaGraph *graph;
  const TramaGraph *shown;
  TramaMemberNetwork *with;
  TramaMemberNetwork *without;
  gboolean several; /* more than one broker: a portfolio */
  guint ties;
  guint ties_then;
  guint among;
  guint among_mediated;
  guint undated;
  GArray *added, *lost, *unconfirmed, *unsure, *hers; /* TramaId of ties */
  guint kept;
  guint hers_among;
} Findings;

gboolean
trama_network_tie_is_shown (const TramaGraph *graph, const TramaGraphTie *tie)
{
  const TramaGraphNode *from = &trama_graph_nodes (graph)[tie->from];
  const TramaGraphNode *to = &trama_graph_nodes (graph)[tie->to];

  return !tie->loop && !tie->duplicate && !(from->hers && to->member_ever)
         && !(to->hers && from->member_ever);
}

static void
statement_free (TramaNetworkStatement *statement)
{
  g_free (statement->text);
  g_free (statement->detail);
  g_array_unref (statement->records);
  g_free (statement);
}

void
trama_network_facts_free (TramaNetworkFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->headline);
  g_free (facts->heading);
  g_ptr_array_unref (facts->statements);
  g_free (facts);
}

static GArray *
new_ids (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TramaId));
}

/* All are taken; @records NULL: about none. */
static void
say (TramaNetworkFacts *facts, char *text, char *detail, GArray *records)
{
  TramaNetworkStatement *statement = g_new (TramaNetworkStatement, 1);

  *statement = (TramaNetworkStatement) { text, detail, records != NULL ? records : new_ids () };
  g_ptr_array_add (facts->statements, statement);
}

static void
look_at_tie (Findings *f, const TramaGraphTie *tie)
{
  const TramaGraphNode *nodes = trama_graph_nodes (f->graph);
  TramaId id = tie->record->record.id;
  gboolean among = nodes[tie->from].member && nodes[tie->to].member;

  if (!trama_network_tie_is_shown (f->graph, tie))
    return;
  if (tie->change == TRAMA_GRAPH_CHANGE_LOST)
    g_array_append_val (f->lost, id);
  else if (tie->state == TRAMA_TIE_UNCONFIRMED)
    g_array_append_val (f->unconfirmed, id);
  else if (tie->state == TRAMA_TIE_UNSURE)
    g_array_append_val (f->unsure, id);
  if (!tie->counts)
    return;
  f->ties++;
  f->undated += tie->undated;
  f->among += among;
  f->among_mediated += among && tie->mediated;
  if (tie->change == TRAMA_GRAPH_CHANGE_NEW)
    g_array_append_val (f->added, id);
  else if (tie->change == TRAMA_GRAPH_CHANGE_KEPT)
    f->kept++;
  if (!tie->only_hers)
    return;
  /* Those among members first. */
  if (among)
    g_array_insert_val (f->hers, f->hers_among++, id);
  else
    g_array_append_val (f->hers, id);
}

static guint
count_shown (const TramaGraph *graph)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);
  guint n = 0;

  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    n += ties[i].counts && trama_network_tie_is_shown (graph, &ties[i]);
  return n;
}

static void
find (Findings *f, const TramaGraph *graph, const TramaGraph *shown, const TramaGraph *earlier)
{
  g_autoptr (TramaGraph) switched = trama_graph_new_switched (graph, TRUE, TRAMA_ID_NONE);
  guint brokers = 0;

  *f = (Findings) {
    .graph = graph,
    .shown = shown,
    .with = trama_member_network_new (graph),
    .without = trama_member_network_new (switched),
    .added = new_ids (),
    .lost = new_ids (),
    .unconfirmed = new_ids (),
    .unsure = new_ids (),
    .hers = new_ids (),
    .ties_then = count_shown (earlier),
  };
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    look_at_tie (f, &trama_graph_ties (graph)[i]);
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    brokers += trama_graph_nodes (graph)[i].broker;
  f->several = brokers > 1;
}

static void
findings_clear (Findings *f)
{
  trama_member_network_free (f->with);
  trama_member_network_free (f->without);
  g_array_unref (f->added);
  g_array_unref (f->lost);
  g_array_unref (f->unconfirmed);
  g_array_unref (f->unsure);
  g_array_unref (f->hers);
}

/* "Taco y Punta, Taller Placer, Aparado Luz and 4 more". (transfer full) */
static char *
name_firms (const TramaGraph *graph, const TramaId *ids, guint n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  /* A fifth is named rather than counted. */
  guint named = n <= NAMES + 1 ? n : NAMES;

  for (guint i = 0; i < named; i++)
    {
      int node = trama_graph_find (graph, ids[i]);

      /* Translators: between the names of a list */
      g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "",
                              node >= 0 ? trama_graph_nodes (graph)[node].label : "");
    }
  if (named == n)
    return g_string_free_and_steal (g_steal_pointer (&names));
  /* Translators: a list of names, then how many others there are */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", n - named), names->str,
      n - named);
}

static GArray *
copy_ids (const TramaId *ids, guint n)
{
  GArray *copy = new_ids ();

  if (n > 0)
    g_array_append_vals (copy, ids, n);
  return copy;
}

static char *
say_change_since (const Findings *f)
{
  const TramaGraphOptions *options = trama_graph_options (f->graph);
  guint more = f->ties > f->ties_then ? f->ties - f->ties_then : 0;
  guint fewer = f->ties < f->ties_then ? f->ties_then - f->ties : 0;
  g_autofree char *day = NULL;

  if (options->compare_to == trama_day_add_months (options->as_of, -12))
    {
      if (more > 0)
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more than a year ago",
                                             "%u more than a year ago", more),
                                more);
      if (fewer > 0)
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fewer than a year ago",
                                             "%u fewer than a year ago", fewer),
                                fewer);
      return g_strdup (_ ("as many as a year ago"));
    }
  day = trama_date_to_prose (trama_date_from_day (options->compare_to));
  if (more > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u more than on %s", "%u more than on %s", more), more, day);
  if (fewer > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u fewer than on %s", "%u fewer than on %s", fewer), fewer,
        day);
  return g_strdup_printf (_ ("as many as on %s"), day);
}

static char *
say_among (const Findings *f)
{
  if (f->with->members == 0 || f->among == 0)
    return NULL;
  if (f->several)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u of the %u among members came through a manager",
                     "%u of the %u among members came through a manager", f->among_mediated),
        f->among_mediated, f->among);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of the %u among members came through the manager",
                   "%u of the %u among members came through the manager", f->among_mediated),
      f->among_mediated, f->among);
}

static char *
say_headline (const Findings *f)
{
  g_autofree char *number = trama_number_to_prose (f->ties, 0, FALSE);
  g_autofree char *ties
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s tie", "%s ties", f->ties), number);
  g_autofree char *change = NULL;
  g_autofree char *among = say_among (f);

  if (f->ties == 0)
    return g_strdup (_ ("No tie counts on this date"));
  if (f->undated == f->ties)
    {
      guint n = trama_network_n_nodes (f->graph, FALSE);
      g_autofree char *everybody = trama_number_to_prose (n, 0, FALSE);

      /* Translators: "631 ties", then how many firms and institutions */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s among %s firm or institution",
                                           "%s among %s firms and institutions", n),
                              ties, everybody);
    }
  change = say_change_since (f);
  if (among == NULL)
    /* Translators: "110 ties", "16 more than a year ago" */
    return g_strdup_printf (_ ("%s, %s"), ties, change);
  /* Translators: "110 ties", "16 more than a year ago", "19 of the 27 among members …" */
  return g_strdup_printf (_ ("%s, %s; %s"), ties, change, among);
}

static char *
say_headline_without (const Findings *f)
{
  const TramaMemberNetwork *left = f->without;

  if (left->members == 0)
    {
      guint n = count_shown (f->shown);

      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Without managers and agency staff %u of %u ties is left",
                       "Without managers and agency staff %u of %u ties are left", n),
          n, f->ties);
    }
  if (left->largest == left->members)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Without the manager the %u member is still there",
                     "Without the manager all %u members still hold together", left->members),
        left->members);
  if (left->n_isolated == 0)
    return g_strdup_printf (
        _ ("Without the manager no member stands alone; the largest group falls to %u of %u"),
        left->largest, left->members);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Without the manager %u of %u members stands alone; the largest group holds %u",
                   "Without the manager %u of %u members stand alone; the largest group holds %u",
                   left->n_isolated),
      left->n_isolated, left->members, left->largest);
}

static void
add_change (TramaNetworkFacts *facts, const Findings *f)
{
  g_autofree char *day
      = trama_date_to_prose (trama_date_from_day (trama_graph_options (f->graph)->compare_to));

  if (f->undated == f->ties)
    {
      if (f->ties > 0)
        say (facts, g_strdup (_ ("No tie has a date")),
             g_strdup (_ ("They hold at every date until one is given.")), NULL);
      return;
    }
  say (facts,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie is new since %s",
                                     "%u ties are new since %s", f->added->len),
                        f->added->len, day),
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is kept.", "%u are kept.", f->kept),
                        f->kept),
       g_array_ref (f->added));
  if (f->lost->len > 0)
    say (facts,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie is lost since then",
                                       "%u ties are lost since then", f->lost->len),
                          f->lost->len),
         NULL, g_array_ref (f->lost));
}

/* Those tied to nobody, where there are no members to speak of. */
static void
add_whole (TramaNetworkFacts *facts, const Findings *f)
{
  g_autoptr (TramaComponents) components = trama_network_components (f->shown);
  GArray *alone = new_ids ();
  guint n = trama_network_n_nodes (f->shown, FALSE);

  for (guint i = 0; i < trama_graph_n_nodes (f->shown); i++)
    if (components->of_node[i] != G_MAXUINT && components->sizes[components->of_node[i]] == 1)
      g_array_append_val (alone, trama_graph_nodes (f->shown)[i].id);
  if (components->n == 1)
    say (facts,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %u is on its own",
                                       "All %u hold together in one group", n),
                          n),
         NULL, NULL);
  else if (n > 0)
    say (facts,
         g_strdup_printf (_ ("%u of %u hold together in the largest group"), components->sizes[0],
                          n),
         /* Translators: groups of firms that hold together */
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u group.",
                                       "There are %u groups.", components->n),
                          components->n),
         NULL);
  if (alone->len > 0)
    {
      char *names = name_firms (f->shown, (const TramaId *) (gpointer) alone->data, alone->len);
      guint n_alone = alone->len;

      say (facts,
           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is tied to nobody",
                                         "%u are tied to nobody", n_alone),
                            n_alone),
           names, alone);
    }
  else
    g_array_unref (alone);
}

static void
add_isolated (TramaNetworkFacts *facts, const TramaGraph *graph, const TramaMemberNetwork *members)
{
  if (members->n_isolated == 0)
    return;
  say (facts,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member has no tie to another member",
                                     "%u members have no tie to another member",
                                     members->n_isolated),
                        members->n_isolated),
       name_firms (graph, members->isolated, members->n_isolated),
       copy_ids (members->isolated, members->n_isolated));
}

static char *
say_largest (const TramaMemberNetwork *members)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u members holds together in the largest group",
                   "%u of %u members hold together in the largest group", members->largest),
      members->largest, members->members);
}

static void
add_members (TramaNetworkFacts *facts, const Findings *f)
{
  const TramaMemberNetwork *with = f->with, *without = f->without;

  say (facts,
       with->largest == with->members
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %u member is on its own",
                                           "All %u members hold together in one group",
                                           with->members),
                              with->members)
           : say_largest (with),
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Without the manager it would be %u.",
                                     "Without the manager it would be %u.", without->largest),
                        without->largest),
       NULL);
  add_isolated (facts, f->graph, with);
  if (without->n_isolated > with->n_isolated)
    say (facts,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member would stand alone without her",
                                       "%u members would stand alone without her",
                                       without->n_isolated),
                          without->n_isolated),
         name_firms (f->graph, without->isolated, without->n_isolated),
         copy_ids (without->isolated, without->n_isolated));
}

static void
add_hers (TramaNetworkFacts *facts, const Findings *f)
{
  if (f->hers->len == 0)
    return;
  say (facts,
       f->several
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie hangs on a manager alone",
                                           "%u ties hang on a manager alone", f->hers->len),
                              f->hers->len)
           : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie hangs on the manager alone",
                                           "%u ties hang on the manager alone", f->hers->len),
                              f->hers->len),
       g_strdup (_ ("No contact without her in 12 months: each needs a successor before she "
                    "leaves.")),
       g_array_ref (f->hers));
}

static void
add_not_counted (TramaNetworkFacts *facts, const Findings *f)
{
  if (f->unconfirmed->len > 0)
    say (facts,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more tie was not confirmed",
                                       "%u more ties were not confirmed", f->unconfirmed->len),
                          f->unconfirmed->len),
         g_strdup (_ ("Nothing was heard of them for 24 months, so they do not count and are not "
                      "called lost.")),
         g_array_ref (f->unconfirmed));
  if (f->unsure->len > 0)
    say (facts,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more tie has too vague a date",
                                       "%u more ties have too vague a date", f->unsure->len),
                          f->unsure->len),
         g_strdup (_ ("It cannot be told whether they hold on this day, so they do not count.")),
         g_array_ref (f->unsure));
}

static void
add_left (TramaNetworkFacts *facts, const Findings *f)
{
  const TramaMemberNetwork *with = f->with, *left = f->without;
  g_autofree char *each_with
      = trama_number_to_prose (trama_member_network_ties_per_member (with), 1, TRUE);
  g_autofree char *each
      = trama_number_to_prose (trama_member_network_ties_per_member (left), 1, TRUE);

  say (facts,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u ties among members remains",
                                     "%u of %u ties among members remain", left->ties),
                        left->ties, with->ties),
       /* Translators: numbers of ties, such as 1.2 of 2.7 */
       g_strdup_printf (_ ("Each member keeps %s of %s on average."), each, each_with),
       copy_ids (left->tie_records, left->n_tie_records));
  say (facts, say_largest (left), g_strdup_printf (_ ("With her it is %u."), with->largest), NULL);
  add_isolated (facts, f->shown, left);
  say (facts,
       g_strdup_printf (
           g_dngettext (GETTEXT_PACKAGE,
                        "%u of %u members has a tie to somebody outside the group without her",
                        "%u of %u members have a tie to somebody outside the group without her",
                        left->with_outside),
           left->with_outside, left->members),
       NULL, NULL);
}

TramaNetworkFacts *
trama_network_facts_new (const TramaGraph *graph, const TramaGraph *shown,
                         const TramaGraph *earlier)
{
  TramaNetworkFacts *facts;
  Findings f;
  gboolean off;

  g_return_val_if_fail (graph != NULL && shown != NULL && earlier != NULL, NULL);

  facts = g_new0 (TramaNetworkFacts, 1);
  facts->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) statement_free);
  find (&f, graph, shown, earlier);
  off = trama_graph_options (shown)->without_broker;
  facts->ties = f.ties;
  facts->headline = off && f.ties > 0 ? say_headline_without (&f) : say_headline (&f);
  facts->heading = g_strdup (off ? _ ("What would be left") : _ ("The network in words"));
  if (off && f.with->members > 0)
    add_left (facts, &f);
  else
    {
      if (!off)
        add_change (facts, &f);
      if (f.with->members > 0)
        add_members (facts, &f);
      else
        add_whole (facts, &f);
    }
  add_hers (facts, &f);
  if (!off)
    add_not_counted (facts, &f);
  findings_clear (&f);
  return facts;
}
