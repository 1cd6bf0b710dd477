/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-chart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-chart-export.h"
#include "trama-command-common.h"
#include "trama-command-graph.h"
#include "trama-command.h"
#include "trama-matrix-figure.h"
#include "trama-network-figure.h"
#include "trama-network-series.h"
#include "trama-programme-charts.h"

/* Pixels to the point: a chart of 482 pt is 1285 pixels wide, sharp on paper and on a dense screen. */
#define PNG_SCALE (8.0 / 3.0)
#define HALF_PAGE 235
#define FULL_PAGE 482

#define NETWORK_HEIGHT 520
#define NETWORK_ASPECT 1.0

typedef struct _Request Request;

/* The charts that are drawn of a network. */
typedef struct
{
  const char *id;
  TramaScene *(*draw) (const Request *request, const TramaCommandNetwork *network, GError **error);
} NetworkChart;

struct _Request
{
  const char *path;
  TramaProgrammeChart chart; /* TRAMA_N_PROGRAMME_CHARTS: one of the network's */
  const NetworkChart *network;
  TramaCommandGraph graph;
  TramaLayoutKind layout; /* TRAMA_N_LAYOUTS: by what is known */
  gboolean by_community;
  TramaChartStyle style;
};

static TramaScene *
draw_network (const Request *request, const TramaCommandNetwork *network, GError **error)
{
  const TramaGraphOptions *options = trama_graph_options (network->graph);
  g_autoptr (TramaLayout) layout = NULL;
  g_autoptr (TramaNetworkFigure) figure = NULL;
  g_autofree char *filter = trama_network_filter_to_prose (network->filter, network->version);
  TramaFigurePlace place = { .width = FULL_PAGE, .height = NETWORK_HEIGHT };

  if (request->layout != TRAMA_N_LAYOUTS)
    {
      layout
          = trama_network_figure_make_layout_of (network->version, options->scope, options->subject,
                                                 request->layout, NETWORK_ASPECT, NULL, error);
      if (layout == NULL)
        return NULL;
    }
  figure = trama_network_figure_new_of_graph (network->graph, layout, TRAMA_ID_NONE);
  return trama_network_figure_draw_with_source (figure, &request->style, &place, TRUE, filter);
}

static TramaScene *
draw_matrix (const Request *request, const TramaCommandNetwork *network, GError **error)
{
  g_autofree char *filter = trama_network_filter_to_prose (network->filter, network->version);
  g_autoptr (TramaMatrixFigure) figure = trama_matrix_figure_new (
      network->graph, request->by_community ? TRAMA_MATRIX_BY_COMMUNITY : TRAMA_MATRIX_BY_TIER,
      filter, NULL, error);

  return figure != NULL ? trama_matrix_figure_draw (figure, &request->style, FULL_PAGE) : NULL;
}

static TramaScene *
draw_meetings (const Request *request, const TramaCommandNetwork *network, GError **error)
{
  g_autoptr (TramaMatrixFigure) figure = trama_meetings_figure_new (network->graph);

  return trama_matrix_figure_draw (figure, &request->style, FULL_PAGE);
}

static TramaScene *
draw_series (const Request *request, const TramaCommandNetwork *network, GError **error)
{
  const TramaGraphOptions *options = trama_graph_options (network->graph);
  gint32 from = options->compare ? options->compare_to
                                 : trama_network_series_begin (network->version, options);
  g_autoptr (TramaNetworkSeries) series
      = trama_network_series_new (network->version, options, network->filter, from, NULL);

  return trama_network_series_draw (series, &request->style, FULL_PAGE);
}

static const NetworkChart network_charts[] = {
  { "network", draw_network },
  { "matrix", draw_matrix },
  { "meetings", draw_meetings },
  { "network-series", draw_series },
};

static const NetworkChart *
find_network_chart (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (network_charts); i++)
    if (g_strcmp0 (network_charts[i].id, id) == 0)
      return &network_charts[i];
  return NULL;
}

static char *
list_charts (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (network_charts); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", network_charts[i].id);
  for (guint i = 0; i < TRAMA_N_PROGRAMME_CHARTS; i++)
    g_string_append_printf (list, ", %s", trama_programme_chart_id ((TramaProgrammeChart) i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
list_layouts (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < TRAMA_N_LAYOUTS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            trama_layout_kind_id ((TramaLayoutKind) i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* NULL with the exit code, after a message. (transfer full) */
static TramaScene *
draw_programme (const Request *request, TramaVersion *version, int *status)
{
  g_autoptr (GPtrArray) programmes = trama_command_programmes (version, request->graph.programme);
  g_autoptr (TramaProgrammeSummary) summary = NULL;
  gint32 as_of;
  TramaFigurePlace place = {
    .width = request->chart == TRAMA_PROGRAMME_CHART_PHASES ? FULL_PAGE : HALF_PAGE,
  };

  *status = TRAMA_EXIT_INPUT;
  if (programmes == NULL)
    return NULL;
  if (programmes->len != 1)
    {
      *status = trama_command_misused ("chart", "%s", _ ("--programme: one programme is needed"));
      return NULL;
    }
  *status = TRAMA_EXIT_USAGE;
  if (!trama_command_as_of (request->graph.date, &as_of))
    return NULL;
  summary = trama_programme_summary_new (
      version, ((const TramaRecord *) g_ptr_array_index (programmes, 0))->id, as_of, NULL);
  return trama_programme_chart_new (request->chart, summary, &request->style, &place);
}

static TramaScene *
draw_of_network (const Request *request, TramaVersion *version, int *status)
{
  g_auto (TramaCommandNetwork) network = { 0 };
  g_autoptr (GError) error = NULL;
  TramaScene *scene;

  *status = trama_command_graph_make (&request->graph, "chart", version, &network);
  if (*status != TRAMA_EXIT_DONE)
    return NULL;
  /* A hub is known by its degree and its place. */
  if (network.n_masked > 0)
    {
      trama_command_complain (
          g_dngettext (GETTEXT_PACKAGE,
                       "%u firm has not agreed to be named to this reader; no drawing of single "
                       "firms is made",
                       "%u firms have not agreed to be named to this reader; no drawing of single "
                       "firms is made",
                       network.n_masked),
          network.n_masked);
      *status = TRAMA_EXIT_INPUT;
      return NULL;
    }
  scene = request->network->draw (request, &network, &error);
  if (scene == NULL)
    {
      trama_command_complain ("%s: %s", request->path, error->message);
      *status = TRAMA_EXIT_INPUT;
    }
  return scene;
}

static int
draw (const Request *request, TramaChartFormat format, const char *output)
{
  g_autoptr (TramaStoreFile) file = trama_command_read (request->path);
  g_autoptr (TramaScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (file == NULL)
    return TRAMA_EXIT_INPUT;
  scene = request->network != NULL ? draw_of_network (request, file->version, &status)
                                   : draw_programme (request, file->version, &status);
  if (scene == NULL)
    return status;
  if (!trama_chart_export_to_file (scene, &request->style, format, PNG_SCALE, output, &error))
    {
      trama_command_complain ("%s: %s", output, error->message);
      return TRAMA_EXIT_INPUT;
    }
  return TRAMA_EXIT_DONE;
}

/* FALSE with a message on wrong usage. */
static gboolean
read_words (Request *request, const char *chart, const char *layout, const char *order)
{
  g_autofree char *charts = list_charts ();
  g_autofree char *layouts = list_layouts ();

  request->chart = trama_programme_chart_from_id (chart);
  request->network = find_network_chart (chart);
  request->layout = layout != NULL ? trama_layout_kind_from_id (layout) : TRAMA_N_LAYOUTS;
  request->by_community = g_strcmp0 (order, "community") == 0;
  if (request->chart == TRAMA_N_PROGRAMME_CHARTS && request->network == NULL)
    trama_command_misused ("chart", _ ("--chart: found “%s”, expected one of: %s"),
                           chart != NULL ? chart : "", charts);
  else if (layout != NULL && request->layout == TRAMA_N_LAYOUTS)
    trama_command_misused ("chart", _ ("--layout: found “%s”, expected one of: %s"), layout,
                           layouts);
  else if (order != NULL && !request->by_community && strcmp (order, "tier") != 0)
    trama_command_misused ("chart", _ ("--order: found “%s”, expected one of: %s"), order,
                           "tier, community");
  else
    return TRUE;
  return FALSE;
}

int
trama_command_chart (int argc, char **argv)
{
  g_autofree char *chart_id = NULL;
  g_autofree char *layout = NULL;
  g_autofree char *order = NULL;
  g_autofree char *output = NULL;
  gboolean dark = FALSE;
  int status = TRAMA_EXIT_DONE;
  Request request = { 0 };
  TramaChartFormat format;
  const GOptionEntry options[] = {
    { "chart", 'c', 0, G_OPTION_ARG_STRING, &chart_id, N_ ("Which chart"), N_ ("CHART") },
    { "layout", 'l', 0, G_OPTION_ARG_STRING, &layout,
      N_ ("Of the network: tier-lanes, supply-tiers, overview, careful, communities, circle or "
          "by-place; by what is known if not given"),
      N_ ("LAYOUT") },
    { "order", 0, 0, G_OPTION_ARG_STRING, &order,
      N_ ("Of the matrix: tier or community; tier if not given"), N_ ("ORDER") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, N_ ("For a dark ground"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to: .png, .svg or .pdf"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE"));

  g_option_context_set_summary (context, _ ("Draws a chart of a programme, or the network."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  trama_command_graph_add_options (&request.graph, context);
  if (!trama_command_parse (context, &argc, &argv, &status))
    ;
  else if (argc != 2)
    status = trama_command_misused ("chart", "%s", _ ("one FILE is needed"));
  else if (!read_words (&request, chart_id, layout, order))
    status = TRAMA_EXIT_USAGE;
  else if (output == NULL || !trama_chart_format_from_name (output, &format))
    status = trama_command_misused (
        "chart", "%s", _ ("--output: a name that ends in .png, .svg or .pdf is needed"));
  else
    {
      request.path = argv[1];
      trama_chart_style_init (&request.style, dark ? TRAMA_CHART_DARK : TRAMA_CHART_LIGHT);
      status = draw (&request, format, output);
    }
  trama_command_graph_clear (&request.graph);
  return status;
}
