/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-chart.h"

#include <glib/gi18n-lib.h>

#include "trama-chart-export.h"
#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-programme-charts.h"

/* Pixels to the point: a chart of 482 pt is 1285 pixels wide, sharp on paper and on a dense screen. */
#define PNG_SCALE (8.0 / 3.0)
#define HALF_PAGE 235
#define FULL_PAGE 482

static char *
list_charts (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < TRAMA_N_PROGRAMME_CHARTS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            trama_programme_chart_id ((TramaProgrammeChart) i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static int
draw (const char *path, TramaProgrammeChart chart, const char *wanted, gint32 as_of,
      gboolean dark, TramaChartFormat format, const char *output)
{
  g_autoptr (TramaStoreFile) file = trama_command_read (path);
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (TramaProgrammeSummary) summary = NULL;
  g_autoptr (TramaScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  TramaChartStyle style;
  TramaFigurePlace place = { 0 };

  if (file == NULL)
    return TRAMA_EXIT_INPUT;
  programmes = trama_command_programmes (file->version, wanted);
  if (programmes == NULL)
    return TRAMA_EXIT_INPUT;
  if (programmes->len != 1)
    return trama_command_misused ("chart", "%s", _ ("--programme: one programme is needed"));
  summary = trama_programme_summary_new (
      file->version, ((const TramaRecord *) g_ptr_array_index (programmes, 0))->id, as_of, NULL);
  trama_chart_style_init (&style, dark ? TRAMA_CHART_DARK : TRAMA_CHART_LIGHT);
  place.width = chart == TRAMA_PROGRAMME_CHART_PHASES ? FULL_PAGE : HALF_PAGE;
  scene = trama_programme_chart_new (chart, summary, &style, &place);
  if (!trama_chart_export_to_file (scene, &style, format, PNG_SCALE, output, &error))
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
  TramaProgrammeChart chart;
  TramaChartFormat format;
  gint32 as_of;
  const GOptionEntry options[] = {
    { "chart", 'c', 0, G_OPTION_ARG_STRING, &chart_id, N_ ("Which chart"), N_ ("CHART") },
    { "programme", 'p', 0, G_OPTION_ARG_STRING, &programme, N_ ("Of this programme, by id or name"),
      N_ ("PROGRAMME") },
    { "as-of", 'a', 0, G_OPTION_ARG_STRING, &date, N_ ("As of this day; today if not given"),
      N_ ("YYYY-MM-DD") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, N_ ("For a dark ground"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to: .png, .svg or .pdf"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE"));
  g_autofree char *charts = list_charts ();

  g_option_context_set_summary (context, _ ("Draws a chart of a programme."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return trama_command_misused ("chart", "%s", _ ("one FILE is needed"));
  chart = trama_programme_chart_from_id (chart_id);
  if (chart == TRAMA_N_PROGRAMME_CHARTS)
    return trama_command_misused ("chart", _ ("--chart: found “%s”, expected one of: %s"),
                                  chart_id != NULL ? chart_id : "", charts);
  if (output == NULL || !trama_chart_format_from_name (output, &format))
    return trama_command_misused ("chart", "%s",
                                  _ ("--output: a name that ends in .png, .svg or .pdf is needed"));
  if (!trama_command_as_of (date, &as_of))
    return TRAMA_EXIT_USAGE;
  return draw (argv[1], chart, programme, as_of, dark, format, output);
}
