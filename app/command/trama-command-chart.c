/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-chart.h"

#include <glib/gi18n-lib.h>

#include "trama-chart-export.h"
#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-network-figure.h"
#include "trama-programme-charts.h"

/* Pixels to the point: a chart of 482 pt is 1285 pixels wide, sharp on paper and on a dense screen. */
#define PNG_SCALE (8.0 / 3.0)
#define HALF_PAGE 235
#define FULL_PAGE 482

#define NETWORK "network"
#define NETWORK_HEIGHT 520

typedef struct
{
  const char *path;
  TramaProgrammeChart chart; /* TRAMA_N_PROGRAMME_CHARTS: the network */
  const char *programme;
  gint32 as_of;
  gboolean without_broker;
  TramaChartStyle style;
} Request;

static char *
list_charts (void)
{
  g_autoptr (GString) list = g_string_new (NETWORK);

  for (guint i = 0; i < TRAMA_N_PROGRAMME_CHARTS; i++)
    g_string_append_printf (list, ", %s", trama_programme_chart_id ((TramaProgrammeChart) i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* @programme NULL: all of the portfolio. */
static TramaScene *
draw_network (const Request *request, TramaVersion *version, const TramaRecord *programme)
{
  TramaGraphOptions options;
  g_autoptr (TramaNetworkFigure) figure = NULL;
  TramaFigurePlace place = { .width = FULL_PAGE, .height = NETWORK_HEIGHT };

  trama_graph_options_init (&options, programme != NULL ? TRAMA_GRAPH_PROGRAMME : TRAMA_GRAPH_ALL,
                            programme != NULL ? programme->id : TRAMA_ID_NONE, request->as_of);
  options.without_broker = request->without_broker;
  figure = trama_network_figure_new (version, &options, NULL, TRAMA_ID_NONE);
  return trama_network_figure_draw (figure, &request->style, &place, TRUE);
}

static TramaScene *
draw_programme (const Request *request, TramaVersion *version, const TramaRecord *programme)
{
  g_autoptr (TramaProgrammeSummary) summary
      = trama_programme_summary_new (version, programme->id, request->as_of, NULL);
  TramaFigurePlace place = {
    .width = request->chart == TRAMA_PROGRAMME_CHART_PHASES ? FULL_PAGE : HALF_PAGE,
  };

  return trama_programme_chart_new (request->chart, summary, &request->style, &place);
}

static int
draw (const Request *request, TramaChartFormat format, const char *output)
{
  g_autoptr (TramaStoreFile) file = trama_command_read (request->path);
  gboolean network = request->chart == TRAMA_N_PROGRAMME_CHARTS;
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (TramaScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  const TramaRecord *programme;

  if (file == NULL)
    return TRAMA_EXIT_INPUT;
  programmes = trama_command_programmes (file->version, request->programme);
  if (programmes == NULL)
    return TRAMA_EXIT_INPUT;
  if (programmes->len != 1 && !(network && request->programme == NULL))
    return trama_command_misused ("chart", "%s", _ ("--programme: one programme is needed"));
  programme = request->programme != NULL || !network ? g_ptr_array_index (programmes, 0) : NULL;
  scene = network ? draw_network (request, file->version, programme)
                  : draw_programme (request, file->version, programme);
  if (!trama_chart_export_to_file (scene, &request->style, format, PNG_SCALE, output, &error))
    {
      trama_command_complain ("%s: %s", output, error->message);
      return TRAMA_EXIT_INPUT;
    }
  return TRAMA_EXIT_DONE;
}

int
trama_command_chart (int argc, char **argv)
{
  g_autofree char *chart_id = NULL;
  g_autofree char *programme = NULL;
  g_autofree char *date = NULL;
  g_autofree char *output = NULL;
  gboolean dark = FALSE;
  int status = TRAMA_EXIT_DONE;
  Request request = { 0 };
  TramaChartFormat format;
  const GOptionEntry options[] = {
    { "chart", 'c', 0, G_OPTION_ARG_STRING, &chart_id, N_ ("Which chart"), N_ ("CHART") },
    { "programme", 'p', 0, G_OPTION_ARG_STRING, &programme, N_ ("Of this programme, by id or name"),
      N_ ("PROGRAMME") },
    { "as-of", 'a', 0, G_OPTION_ARG_STRING, &date, N_ ("As of this day; today if not given"),
      N_ ("YYYY-MM-DD") },
    { "without-broker", 0, 0, G_OPTION_ARG_NONE, &request.without_broker,
      N_ ("The network as it would be without the manager"), NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, N_ ("For a dark ground"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to: .png, .svg or .pdf"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE"));
  g_autofree char *charts = list_charts ();

  g_option_context_set_summary (context, _ ("Draws a chart of a programme, or the network."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return trama_command_misused ("chart", "%s", _ ("one FILE is needed"));
  request.chart = trama_programme_chart_from_id (chart_id);
  if (request.chart == TRAMA_N_PROGRAMME_CHARTS && g_strcmp0 (chart_id, NETWORK) != 0)
    return trama_command_misused ("chart", _ ("--chart: found “%s”, expected one of: %s"),
                                  chart_id != NULL ? chart_id : "", charts);
  if (output == NULL || !trama_chart_format_from_name (output, &format))
    return trama_command_misused ("chart", "%s",
                                  _ ("--output: a name that ends in .png, .svg or .pdf is needed"));
  if (!trama_command_as_of (date, &request.as_of))
    return TRAMA_EXIT_USAGE;
  request.path = argv[1];
  request.programme = programme;
  trama_chart_style_init (&request.style, dark ? TRAMA_CHART_DARK : TRAMA_CHART_LIGHT);
  return draw (&request, format, output);
}
