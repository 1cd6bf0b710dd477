/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "trama-network-figure-private.h"

typedef struct
{
  TramaTieCounts ties;   /* of those drawn */
  guint repeated; /* of the same two and of the same kind as one of those: not drawn again */
} DrawnCounts;

static char *
say_without_broker (const TramaMemberNetwork *members)
{
  if (members->members == 0)
    return g_strdup (_ ("No member to look at"));
  if (members->largest == members->members)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Without the manager the one firm is left",
                     "Without the manager all %u firms stay connected", members->members),
        members->members);
  if (members->n_isolated == members->members)
    return g_strdup_printf (_ ("Without the manager all %u firms stand alone"), members->members);
  if (members->n_isolated > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Without the manager %u of %u firms stay connected and %u stands alone",
                     "Without the manager %u of %u firms stay connected and %u stand alone",
                     members->n_isolated),
        members->largest, members->members, members->n_isolated);
  return g_strdup_printf (
      _ ("Without the manager %u of %u firms stay connected, the others in smaller groups"),
      members->largest, members->members);
}

static char *
say_together (const TramaMemberNetwork *members, gboolean post_ended)
{
  if (members->members == 0)
    return g_strdup (_ ("No member to look at"));
  if (post_ended && members->largest == members->members && members->members > 1)
    return g_strdup_printf (_ ("All %u firms belong to one network"), members->members);
  if (post_ended)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u firm belongs to one network",
                                         "%u of %u firms belong to one network", members->members),
                            members->largest, members->members);
  if (members->largest == members->members && members->members > 1)
    return g_strdup_printf (_ ("With the manager all %u firms belong to one network"),
                            members->members);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "With the manager %u of %u firm belongs to one network",
                   "With the manager %u of %u firms belong to one network", members->members),
      members->largest, members->members);
}

static char *
say_change (const TramaTieCounts *counts, gint32 since)
{
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (since));

  if (counts->added == 0 && counts->lost == 0)
    return g_strdup_printf (_ ("No tie is new or lost since %s"), day);
  if (counts->added == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "No tie is new since %s, and %u is lost",
                                         "No tie is new since %s, and %u are lost", counts->lost),
                            day, counts->lost);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new tie since %s, %u lost",
                                       "%u new ties since %s, %u lost", counts->added),
                          counts->added, day, counts->lost);
}

static gboolean
has_only_firms (const TramaGraph *graph)
{
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    if (trama_graph_nodes (graph)[i].kind != TRAMA_GRAPH_FIRM)
      return FALSE;
  return TRUE;
}

/* Of a cluster or the whole portfolio. */
static char *
say_whole (const TramaGraph *graph, const DrawnCounts *counts)
{
  g_autoptr (TramaComponents) components = trama_network_components (graph);
  guint n = trama_network_n_nodes (graph, FALSE);
  g_autofree char *ties = trama_number_to_prose (counts->ties.ties + counts->repeated, 0, FALSE);
  g_autofree char *nodes = trama_number_to_prose (n, 0, FALSE);
  g_autofree char *largest
      = trama_number_to_prose (components->n > 0 ? components->sizes[0] : 0, 0, FALSE);

  if (counts->ties.ties == 0)
    return g_strdup (_ ("No ties on this date"));
  if (components->n == 1)
    return has_only_firms (graph)
               ? g_strdup_printf (_ ("%s ties; all %s firms hold together"), ties, nodes)
               : g_strdup_printf (_ ("%s ties; all %s firms and institutions hold together"), ties,
                                  nodes);
  return has_only_firms (graph)
             ? g_strdup_printf (_ ("%s ties; %s of %s firms hold together"), ties, largest, nodes)
             : g_strdup_printf (_ ("%s ties; %s of %s firms and institutions hold together"), ties,
                                largest, nodes);
}

/* Only some kinds of lines are drawn wider where a tie is stronger. */
static gboolean
shows_strength (const TramaNetworkChart *chart)
{
  for (guint i = 0; i < chart->n_ties; i++)
    if (chart->ties[i].kind == TRAMA_TIE_SUBCONTRACTING || chart->ties[i].kind == TRAMA_TIE_SUPPLY
        || chart->ties[i].kind == TRAMA_TIE_SALES || chart->ties[i].kind == TRAMA_TIE_COOPERATION)
      return TRUE;
  return FALSE;
}

/* What circles and lines stand for; NULL: nothing. */
static const char *
say_sizes (const TramaNetworkFigure *figure)
{
  gboolean strength = shows_strength (&figure->chart);

  if (figure->by_ties)
    return strength ? _ ("area = number of ties, line width = strength")
                    : _ ("area = number of ties");
  if (figure->chart.value_unit != NULL)
    return strength ? _ ("circle area = jobs, line width = strength") : _ ("circle area = jobs");
  return strength ? _ ("line width = strength") : NULL;
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part);
}

static void
add_taken_part (GString *text, char *part)
{
  add_part (text, part);
  g_free (part);
}

/* Parts that each stand for themselves, in a row. */
static char *
say_shown (const TramaNetworkFigure *figure, const DrawnCounts *drawn)
{
  const TramaTieCounts *counts = &drawn->ties;
  const TramaGraphOptions *options = trama_graph_options (figure->graph);
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (options->as_of));
  g_autoptr (GString) text = g_string_new (NULL);

  if (options->without_broker)
    return g_strdup (
        _ ("In the same places, without the manager, agency staff and the ties only theirs; "
           "dashed ring: no tie to a member"));
  if (counts->ties > 0 && counts->undated == counts->ties)
    add_part (text, _ ("Ties without dates: they hold at every date"));
  else
    add_taken_part (text, g_strdup_printf (_ ("Ties confirmed within 24 months, %s"), day));
  add_part (text, say_sizes (figure));
  if (drawn->repeated > 0)
    add_taken_part (
        text, g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE, "%u repeats another of the same pair and kind",
                               "%u repeat another of the same pair and kind", drawn->repeated),
                  drawn->repeated));
  if (counts->unconfirmed > 0)
    add_taken_part (text,
                    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more is not confirmed",
                                                  "%u more are not confirmed", counts->unconfirmed),
                                     counts->unconfirmed));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The broker's own ties to members are not drawn, and the words speak of what is drawn. */
static void
count_drawn (const TramaGraph *graph, DrawnCounts *drawn)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);
  TramaTieCounts *counts = &drawn->ties;

  *drawn = (DrawnCounts) { 0 };
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    {
      const TramaGraphTie *tie = &ties[i];
      TramaGraphTie single = *tie;

      single.duplicate = FALSE;
      drawn->repeated += tie->duplicate && tie->state == TRAMA_TIE_COUNTS && !tie->gone
                         && trama_layout_draws_tie (trama_graph_nodes (graph), &single);
      if (!trama_layout_draws_tie (trama_graph_nodes (graph), tie) || tie->gone)
        continue;
      counts->ties += tie->counts;
      counts->undated += tie->counts && tie->undated;
      counts->added += tie->counts && tie->change == TRAMA_GRAPH_CHANGE_NEW;
      counts->lost += tie->change == TRAMA_GRAPH_CHANGE_LOST;
      counts->unconfirmed += tie->state == TRAMA_TIE_UNCONFIRMED;
    }
}

void
trama_network_figure_find_words (TramaNetworkFigure *figure)
{
  const TramaGraphOptions *options = trama_graph_options (figure->graph);
  DrawnCounts counts;

  count_drawn (figure->graph, &counts);
  if (options->without_broker)
    figure->words.title = say_without_broker (figure->members);
  else if (options->compare)
    figure->words.title = say_change (&counts.ties, options->compare_to);
  else if (options->scope == TRAMA_GRAPH_PROGRAMME)
    figure->words.title
        = say_together (figure->members, trama_network_figure_post_ended (figure->graph));
  else
    figure->words.title = say_whole (figure->graph, &counts);
  figure->words.subtitle = say_shown (figure, &counts);
}
