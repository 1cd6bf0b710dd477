/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-network-measures.h"
#include "trama-series-chart.h"

#define HEIGHT 190
#define MONTHS 24

gint32
trama_network_series_begin (TramaVersion *version, const TramaGraphOptions *options)
{
  const TramaProgramme *programme
      = options->scope == TRAMA_GRAPH_PROGRAMME
            ? (const TramaProgramme *) TRAMA_FIND (version, PROGRAMME, options->subject)
            : NULL;

  if (programme != NULL && trama_date_is_known (programme->formed)
      && programme->formed.first < options->as_of)
    return programme->formed.first;
  return trama_day_add_months (options->as_of, -MONTHS);
}

static void
read_day (TramaNetworkSeries *series, guint at, TramaVersion *version,
          const TramaGraphOptions *asked, const TramaNetworkFilter *filter)
{
  TramaGraphOptions options = *asked;
  g_autoptr (TramaGraph) all = NULL;
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaMemberNetwork) members = NULL;

  options.as_of = series->days[at];
  options.compare = FALSE;
  all = trama_graph_new (version, &options);
  graph = filter != NULL ? trama_network_filter_apply (filter, all) : trama_graph_ref (all);
  members = trama_member_network_new (graph);
  if (members->members > 0)
    {
      series->firms[at] = members->members;
      series->ties[at] = members->ties;
      series->density[at] = trama_network_density (graph, TRUE);
      series->connected[at] = (double) members->largest / members->members;
    }
  else
    {
      g_autoptr (TramaComponents) components = trama_network_components (graph);
      TramaTieCounts counts;

      trama_network_count_ties (graph, TRAMA_TIES_ALL, &counts);
      series->firms[at] = trama_network_n_nodes (graph, FALSE);
      series->ties[at] = counts.ties;
      series->density[at] = trama_network_density (graph, FALSE);
      series->connected[at]
          = series->firms[at] > 0 ? (double) components->sizes[0] / series->firms[at] : NAN;
    }
  series->ties_per_firm[at]
      = series->firms[at] > 0 ? 2.0 * series->ties[at] / series->firms[at] : NAN;
}

TramaNetworkSeries *
trama_network_series_new (TramaVersion *version, const TramaGraphOptions *options,
                          const TramaNetworkFilter *filter, gint32 from, GCancellable *cancellable)
{
  g_autoptr (TramaNetworkSeries) series = NULL;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));

  g_return_val_if_fail (version != NULL && options != NULL, NULL);

  for (gint32 day = trama_day_month_end (from); day < options->as_of;
       day = trama_day_month_end (day + 1))
    g_array_append_val (days, day);
  g_array_append_val (days, options->as_of);
  series = g_new0 (TramaNetworkSeries, 1);
  series->n = days->len;
  series->days = (gint32 *) (gpointer) g_array_free (g_steal_pointer (&days), FALSE);
  series->firms = g_new0 (guint, series->n);
  series->ties = g_new0 (guint, series->n);
  series->density = g_new0 (double, series->n);
  series->connected = g_new0 (double, series->n);
  series->ties_per_firm = g_new0 (double, series->n);
  for (guint i = 0; i < series->n; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      read_day (series, i, version, options, filter);
    }
  return g_steal_pointer (&series);
}

void
trama_network_series_free (TramaNetworkSeries *series)
{
  if (series == NULL)
    return;
  g_free (series->days);
  g_free (series->firms);
  g_free (series->ties);
  g_free (series->density);
  g_free (series->connected);
  g_free (series->ties_per_firm);
  g_free (series);
}

static char *
name_line (const char *form, double last)
{
  g_autofree char *percent
      = isnan (last) ? g_strdup ("–") : g_strdup_printf ("%d%%", (int) (last * 100 + 0.5));
  g_auto (GStrv) sides = g_strsplit (form, "%s", 2);

  return g_strconcat (sides[0], percent, sides[1], NULL);
}

TramaScene *
trama_network_series_draw (const TramaNetworkSeries *series, const TramaChartStyle *style,
                           double width)
{
  guint last;
  g_autofree char *connected = NULL;
  g_autofree char *density = NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (series != NULL && series->n > 0 && style != NULL, NULL);

  last = series->n - 1;
  day = trama_date_to_prose (trama_date_from_day (series->days[last]));
  /* Translators: %s is a percentage, at the end of a line */
  connected = name_line (_ ("%s hold together"), series->connected[last]);
  /* Translators: %s is a percentage, at the end of a line */
  density = name_line (_ ("%s of pairs are tied"), series->density[last]);
  if (isnan (series->ties_per_firm[last]))
    title = g_strdup (_ ("Nobody takes part yet"));
  else
    title = g_strdup_printf (_ ("%.1f ties to each, on average"), series->ties_per_firm[last]);
  subtitle = g_strdup_printf (_ ("Who hold together, and pairs that are tied, to %s"), day);
  {
    const TramaSeriesLine lines[] = {
      { .label = connected, .values = series->connected },
      { .label = density, .values = series->density },
    };
    const TramaSeriesChart chart = {
      .frame = { .title = title, .subtitle = subtitle },
      .lines = lines,
      .n_lines = G_N_ELEMENTS (lines),
      .n_points = series->n,
      .dates = series->days,
      .percent = TRUE,
      .minimum = NAN,
      .maximum = NAN,
      .reference = NAN,
    };

    return trama_series_chart_new (&chart, style, width, HEIGHT);
  }
}
