/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "trama-network-figure-private.h"

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
say_whole (const TramaGraph *graph, const TramaTieCounts *counts)
{
  g_autoptr (TramaComponents) components = trama_network_components (graph);
  guint n = trama_network_n_nodes (graph, FALSE);
  g_autofree char *ties = trama_number_to_prose (counts->ties, 0, FALSE);
  g_autofree char *nodes = trama_number_to_prose (n, 0, FALSE);
  g_autofree char *largest
      = trama_number_to_prose (components->n > 0 ? components->sizes[0] : 0, 0, FALSE);

  if (counts->ties == 0)
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

static char *
say_shown (const TramaNetworkFigure *figure, const TramaTieCounts *counts)
{
  const TramaGraphOptions *options = trama_graph_options (figure->graph);
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (options->as_of));
  gboolean sized = figure->chart.value_unit != NULL;

  if (options->without_broker)
    return g_strdup (
        _ ("The same positions, without the manager, agency staff and the ties that are only "
           "theirs; dashed ring: no tie left to a member"));
  if (counts->ties > 0 && counts->undated == counts->ties)
    return g_strdup (_ ("Ties without dates: they hold at every date"));
  if (counts->unconfirmed > 0)
    return g_strdup_printf (
        sized
            ? g_dngettext (
                  GETTEXT_PACKAGE,
                  "Ties confirmed within 24 months, %s; circle area = jobs, line width = strength; "
                  "%u more is not confirmed",
                  "Ties confirmed within 24 months, %s; circle area = jobs, line width = strength; "
                  "%u more are not confirmed",
                  counts->unconfirmed)
            : g_dngettext (GETTEXT_PACKAGE,
                           "Ties confirmed within 24 months, %s; line width = strength; "
                           "%u more is not confirmed",
                           "Ties confirmed within 24 months, %s; line width = strength; "
                           "%u more are not confirmed",
                           counts->unconfirmed),
        day, counts->unconfirmed);
  return g_strdup_printf (
      sized ? _ ("Ties confirmed within 24 months, %s; circle area = jobs, line width = strength")
            : _ ("Ties confirmed within 24 months, %s; line width = strength"),
      day);
}

/* The broker's own ties to members are not drawn, and the words speak of what is drawn. */
static void
count_drawn (const TramaGraph *graph, TramaTieCounts *counts)
{
  const TramaGraphTie *ties = trama_graph_ties (graph);

  *counts = (TramaTieCounts) { 0 };
  for (guint i = 0; i < trama_graph_n_ties (graph); i++)
    {
      const TramaGraphTie *tie = &ties[i];

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
  TramaTieCounts counts;

  count_drawn (figure->graph, &counts);
  if (options->without_broker)
    figure->words.title = say_without_broker (figure->members);
  else if (options->compare)
    figure->words.title = say_change (&counts, options->compare_to);
  else if (options->scope == TRAMA_GRAPH_PROGRAMME)
    figure->words.title
        = say_together (figure->members, trama_network_figure_post_ended (figure->graph));
  else
    figure->words.title = say_whole (figure->graph, &counts);
  figure->words.subtitle = say_shown (figure, &counts);
}
