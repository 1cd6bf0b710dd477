/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Draws every kind of chart on one sheet, to be looked at:
 *   chart-sheet [--dark] [--contrast] [--grey] [--rtl] [--scale=2] [--part=N] [-o sheet.png]
 * Nothing here is tested; it is how a change to a chart is seen before it is believed.
 */
#include "chart-samples.h"
#include "network-sample.h"

#include <cairo.h>
#include <stdlib.h>

#define MARGIN 24.0

typedef struct
{
  cairo_t *cr;
  TramaChartStyle style;
} Sheet;

/* Takes @scene. */
static void
put (Sheet *sheet, double x, double y, TramaScene *scene)
{
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, x, y);
  trama_scene_draw (scene, sheet->cr, NULL);
  cairo_restore (sheet->cr);
  g_print ("%g×%g at %g,%g: %s\n", trama_scene_get_width (scene), trama_scene_get_height (scene), x,
           y, trama_scene_get_sentence (scene));
  trama_scene_unref (scene);
}

static void
draw_programme (Sheet *s)
{
  TramaPhasesChart phases = sample_phases ();
  TramaCriteriaChart criteria = sample_criteria ();
  TramaTaperChart taper = sample_taper ();
  TramaCohortChart cohort = sample_cohort ();
  TramaSeriesChart series = sample_series ();
  TramaSparklineChart sparkline = sample_sparkline ();
  double top = trama_chart_frame_measure (&taper.frame, &s->style, 235);

  put (s, 0, 0, trama_phases_chart_new (&phases, &s->style, 482, 0));
  put (s, 506, 0, trama_criteria_chart_new (&criteria, &s->style, 235, 165));
  top = MAX (top, trama_chart_frame_measure (&cohort.frame, &s->style, 235));
  taper.frame.plot_top = cohort.frame.plot_top = series.frame.plot_top = top;
  put (s, 0, 200, trama_taper_chart_new (&taper, &s->style, 235, 180));
  put (s, 253, 200, trama_cohort_chart_new (&cohort, &s->style, 235, 180));
  put (s, 506, 200, trama_series_chart_new (&series, &s->style, 235, 180));

  put (s, 0, 400, trama_phases_chart_new_compact (&phases, &s->style, 609));
  put (s, 620, 400, trama_sparkline_chart_new (&sparkline, &s->style, 80, 20));
  criteria.first_age = -1;
  put (s, 0, 450, trama_criteria_chart_new (&criteria, &s->style, 300, 140));
  taper.dates = TRUE;
  taper.frame.plot_top = 0;
  put (s, 320, 450, trama_taper_chart_new (&taper, &s->style, 420, 190));
}

static void
draw_counts (Sheet *s)
{
  TramaBarsChart bars = sample_bars (), stacked = sample_stacked_bars ();
  TramaBulletsChart bullets = sample_bullets ();
  TramaDotsChart dots = sample_dots ();
  TramaPyramidChart pyramid = sample_pyramid ();

  put (s, 0, 0, trama_bars_chart_new (&bars, &s->style, 235, 0));
  put (s, 253, 0, trama_bars_chart_new (&stacked, &s->style, 235, 0));
  put (s, 506, 0, trama_pyramid_chart_new (&pyramid, &s->style, 235, 0));
  put (s, 0, 180, trama_bullets_chart_new (&bullets, &s->style, 235, 0));
  put (s, 253, 180, trama_dots_chart_new (&dots, &s->style, 235, 0));
  dots.total = 64;
  dots.needed = 40;
  put (s, 253, 220, trama_dots_chart_new (&dots, &s->style, 235, 0));
}

static void
draw_cluster (Sheet *s)
{
  TramaProfileChart profile = sample_profile ();
  TramaMatrixChart matrix = sample_matrix ();
  TramaPlaneChart plane = sample_plane ();

  put (s, 0, 0, trama_profile_chart_new (&profile, &s->style, 300, 0));
  put (s, 330, 0, trama_matrix_chart_new (&matrix, &s->style, 300, 0));
  put (s, 0, 280, trama_plane_chart_new (&plane, &s->style, 300, 0));
}

static void
draw_network (Sheet *s, guint n_firms, SampleNetworkMode mode, gboolean broker, double x, double y,
              double width, double height)
{
  SampleNetwork network;

  sample_network_init (&network, n_firms, mode, broker);
  put (s, x, y, trama_network_chart_new (&network.chart, &s->style, width, height));
  sample_network_clear (&network);
}

static void
draw_networks (Sheet *s)
{
  SampleNetwork network;

  draw_network (s, 40, SAMPLE_CHANGE, FALSE, 0, 0, 482, 460);
  draw_network (s, 22, SAMPLE_PLAIN, TRUE, 506, 0, 482, 340);
  draw_network (s, 22, SAMPLE_WITHOUT_BROKER, TRUE, 506, 350, 482, 340);
  sample_network_init (&network, 22, SAMPLE_WITHOUT_BROKER, TRUE);
  put (s, 0, 480, trama_network_chart_new_legend (&network.chart, &s->style, 220));
  network.chart.n_ties = 0;
  network.chart.n_lanes = 0;
  put (s, 240, 480, trama_network_chart_new (&network.chart, &s->style, 230, 200));
  sample_network_clear (&network);
}

static void
draw_large_network (Sheet *s)
{
  draw_network (s, 220, SAMPLE_CHANGE, TRUE, 0, 0, 960, 620);
}

/* One firm is chosen and lifted with its ties; the rest fades. */
static void
draw_lifted (Sheet *s)
{
  SampleNetwork network;
  g_autoptr (TramaScene) scene = NULL;

  sample_network_init (&network, 60, SAMPLE_CHANGE, TRUE);
  g_array_index (network.nodes, TramaNetworkNode, 3).selected = TRUE;
  scene = trama_network_chart_new (&network.chart, &s->style, 570, 480);
  put (s, 0, 0, trama_scene_ref (scene));
  put (s, 600, 0, trama_scene_ref (scene));
  cairo_save (s->cr);
  cairo_translate (s->cr, 600, 0);
  trama_scene_draw_highlight (scene, s->cr, NULL, 3);
  cairo_restore (s->cr);
  sample_network_clear (&network);
}

typedef struct
{
  const char *name;
  double width;
  double height;
  void (*draw) (Sheet *sheet);
} Part;

static const Part parts[] = {
  { "programme", 741, 640, draw_programme }, { "counts", 741, 400, draw_counts },
  { "networks", 988, 690, draw_networks },   { "large network", 960, 640, draw_large_network },
  { "lifted", 1170, 480, draw_lifted },      { "cluster", 660, 520, draw_cluster },
};

int
main (int argc, char *argv[])
{
  gboolean dark = FALSE, contrast = FALSE, grey = FALSE, rtl = FALSE, screen = FALSE;
  double scale = 2, text_scale = 1;
  int part = 0;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark", NULL },
    { "contrast", 0, 0, G_OPTION_ARG_NONE, &contrast, "High contrast", NULL },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &grey, "Grey print", NULL },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "Right to left", NULL },
    { "screen", 0, 0, G_OPTION_ARG_NONE, &screen, "Letters for a screen", NULL },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, "Pixels to the point", "N" },
    { "text-scale", 0, 0, G_OPTION_ARG_DOUBLE, &text_scale, "Text scale", "N" },
    { "part", 0, 0, G_OPTION_ARG_INT, &part, "Which sheet", "N" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Where to", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  Sheet sheet;
  TramaColour ground;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || part < 0
      || part >= (int) G_N_ELEMENTS (parts))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no such sheet");
      return 2;
    }
  trama_chart_style_init (&sheet.style,
                          grey       ? TRAMA_CHART_GREY
                          : dark     ? contrast ? TRAMA_CHART_DARK_CONTRAST : TRAMA_CHART_DARK
                          : contrast ? TRAMA_CHART_LIGHT_CONTRAST
                                     : TRAMA_CHART_LIGHT);
  sheet.style.right_to_left = rtl;
  sheet.style.screen = screen;
  sheet.style.text_scale = text_scale;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) ((parts[part].width + 2 * MARGIN) * scale),
                                        (int) ((parts[part].height + 2 * MARGIN) * scale));
  sheet.cr = cairo_create (surface);
  ground = trama_chart_style_get_colour (&sheet.style, TRAMA_COLOUR_GROUND);
  cairo_set_source_rgb (sheet.cr, ground.red / 255.0, ground.green / 255.0, ground.blue / 255.0);
  cairo_paint (sheet.cr);
  cairo_scale (sheet.cr, scale, scale);
  cairo_translate (sheet.cr, MARGIN, MARGIN);
  parts[part].draw (&sheet);
  cairo_destroy (sheet.cr);
  status = cairo_surface_write_to_png (surface, output != NULL ? output : "sheet.png");
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_printerr ("%s\n", cairo_status_to_string (status));
      return 1;
    }
  return 0;
}
