/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-scene-builder.h"

#include <math.h>

static TramaChartStyle
plain_style (void)
{
  TramaChartStyle style;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  return style;
}

/* An area, a line across it and a mark on the line: 0, 1 and 2. */
static TramaScene *
build_sample (const TramaChartStyle *style)
{
  g_autoptr (TramaSceneBuilder) b = trama_scene_builder_new (style, 200, 100);
  const TramaPaint area = { .fill = TRAMA_COLOUR_GRID };
  const TramaPaint line = { .stroke = TRAMA_COLOUR_INK, .width = 1 };
  const TramaPaint disc = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  const TramaId id = { 7, 7 };

  trama_scene_builder_add_item (b, "bar", TRAMA_ID_NONE, "area", NULL, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_rectangle (b, 10, 10, 80, 80, 0, &area);
  trama_scene_builder_add_item (b, "tie", TRAMA_ID_NONE, "line", NULL, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_line (b, 0, 50, 200, 50, &line);
  trama_scene_builder_add_item (b, "node", id, "mark", "3 ties", 100);
  trama_scene_builder_add_mark (b, TRAMA_MARK_DISC, 60, 50, 5, &disc);
  trama_scene_builder_set_item (b, TRAMA_SCENE_NO_ITEM);
  trama_scene_builder_connect (b, 2, 1);
  trama_scene_builder_connect (b, 1, 2);
  trama_scene_builder_set_date_axis (b, 0, 20, 100, 120);
  return trama_scene_builder_finish (b, "One mark on a line", NULL);
}

static void
test_hit (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaScene) scene = build_sample (&style);

  g_assert_cmpuint (trama_scene_hit (scene, 20, 20, 2), ==, 0);
  /* A mark before the line, a line before the area. */
  g_assert_cmpuint (trama_scene_hit (scene, 60, 52, 2), ==, 2);
  g_assert_cmpuint (trama_scene_hit (scene, 20, 51, 2), ==, 1);
  g_assert_cmpuint (trama_scene_hit (scene, 150, 51.5, 2), ==, 1);
  /* Beyond the tolerance there is nothing. */
  g_assert_cmpuint (trama_scene_hit (scene, 150, 54, 2), ==, TRAMA_SCENE_NO_ITEM);
  g_assert_cmpuint (trama_scene_hit (scene, 150, 54, 4), ==, 1);
}

static void
test_hit_shapes (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaSceneBuilder) b = trama_scene_builder_new (&style, 200, 200);
  g_autoptr (TramaScene) scene = NULL;
  const TramaPaint area = { .fill = TRAMA_COLOUR_GRID };
  const TramaPaint line = { .stroke = TRAMA_COLOUR_INK, .width = 2 };

  /* A hollow L: inside the notch is not inside. */
  trama_scene_builder_add_item (b, "bar", TRAMA_ID_NONE, "L", NULL, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_move_to (b, 0, 0);
  trama_scene_builder_line_to (b, 20, 0);
  trama_scene_builder_line_to (b, 20, 80);
  trama_scene_builder_line_to (b, 100, 80);
  trama_scene_builder_line_to (b, 100, 100);
  trama_scene_builder_line_to (b, 0, 100);
  trama_scene_builder_close (b);
  trama_scene_builder_paint (b, &area);
  /* An arc from (0, 150) to (100, 150) that rises to 112.5 in its middle. */
  trama_scene_builder_add_item (b, "tie", TRAMA_ID_NONE, "arc", NULL, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_move_to (b, 0, 150);
  trama_scene_builder_curve_to (b, 25, 100, 75, 100, 100, 150);
  trama_scene_builder_paint (b, &line);
  trama_scene_builder_add_item (b, "month", TRAMA_ID_NONE, "target", NULL, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_target (b, 150, 0, 20, 200);
  scene = trama_scene_builder_finish (b, NULL, NULL);

  g_assert_cmpuint (trama_scene_hit (scene, 10, 50, 0.5), ==, 0);
  g_assert_cmpuint (trama_scene_hit (scene, 60, 90, 0.5), ==, 0);
  g_assert_cmpuint (trama_scene_hit (scene, 60, 40, 0.5), ==, TRAMA_SCENE_NO_ITEM);
  g_assert_cmpuint (trama_scene_hit (scene, 50, 112.5, 0.5), ==, 1);
  g_assert_cmpuint (trama_scene_hit (scene, 50, 150, 0.5), ==, TRAMA_SCENE_NO_ITEM);
  g_assert_cmpuint (trama_scene_hit (scene, 160, 120, 3), ==, 2);
  /* A target has no border to be near to. */
  g_assert_cmpuint (trama_scene_hit (scene, 148, 120, 3), ==, TRAMA_SCENE_NO_ITEM);
}

static void
test_items (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaScene) scene = build_sample (&style);
  const TramaSceneItem *mark = trama_scene_get_item (scene, 2);
  guint n;

  g_assert_cmpuint (trama_scene_get_n_items (scene), ==, 3);
  g_assert_cmpstr (mark->kind, ==, "node");
  g_assert_cmpstr (mark->label, ==, "mark");
  g_assert_cmpstr (mark->value, ==, "3 ties");
  g_assert_cmpint (mark->date, ==, 100);
  g_assert_cmpfloat (mark->bounds.x, ==, 55);
  g_assert_cmpfloat (mark->bounds.width, ==, 10);
  g_assert_cmpuint (trama_scene_find_record (scene, (TramaId) { 7, 7 }), ==, 2);
  g_assert_cmpuint (trama_scene_find_record (scene, (TramaId) { 7, 8 }), ==, TRAMA_SCENE_NO_ITEM);
  g_assert_cmpuint (trama_scene_find_record (scene, TRAMA_ID_NONE), ==, TRAMA_SCENE_NO_ITEM);

  /* Said twice, connected once. */
  g_assert_cmpuint (trama_scene_get_connected (scene, 2, &n)[0], ==, 1);
  g_assert_cmpuint (n, ==, 1);
  trama_scene_get_connected (scene, 0, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_move (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaSceneBuilder) b = trama_scene_builder_new (&style, 100, 100);
  g_autoptr (TramaScene) scene = NULL;
  const TramaPaint disc = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  /* 0 1
   * 2 3 */
  static const double places[4][2] = { { 20, 20 }, { 80, 22 }, { 22, 80 }, { 80, 80 } };

  for (guint i = 0; i < 4; i++)
    {
      trama_scene_builder_add_item (b, "node", TRAMA_ID_NONE, NULL, NULL, TRAMA_SCENE_NO_DATE);
      trama_scene_builder_add_mark (b, TRAMA_MARK_DISC, places[i][0], places[i][1], 4, &disc);
    }
  scene = trama_scene_builder_finish (b, NULL, NULL);

  g_assert_cmpuint (trama_scene_move (scene, 0, TRAMA_SCENE_RIGHT), ==, 1);
  g_assert_cmpuint (trama_scene_move (scene, 1, TRAMA_SCENE_DOWN), ==, 3);
  g_assert_cmpuint (trama_scene_move (scene, 3, TRAMA_SCENE_LEFT), ==, 2);
  g_assert_cmpuint (trama_scene_move (scene, 2, TRAMA_SCENE_UP), ==, 0);
  /* Nothing that way: it stays. */
  g_assert_cmpuint (trama_scene_move (scene, 0, TRAMA_SCENE_UP), ==, 0);
  g_assert_cmpuint (trama_scene_move (scene, 0, TRAMA_SCENE_NEXT), ==, 1);
  g_assert_cmpuint (trama_scene_move (scene, 3, TRAMA_SCENE_NEXT), ==, 3);
  g_assert_cmpuint (trama_scene_move (scene, 0, TRAMA_SCENE_PREVIOUS), ==, 0);
  g_assert_cmpuint (trama_scene_move (scene, 1, TRAMA_SCENE_LAST), ==, 3);
  g_assert_cmpuint (trama_scene_move (scene, TRAMA_SCENE_NO_ITEM, TRAMA_SCENE_RIGHT), ==, 0);
  g_assert_cmpuint (trama_scene_move (scene, TRAMA_SCENE_NO_ITEM, TRAMA_SCENE_PREVIOUS), ==, 3);
}

static void
test_mirror (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaScene) scene = NULL;
  gint32 day;
  double x;

  style.right_to_left = TRUE;
  scene = build_sample (&style);
  /* 60 from the left is 140. */
  g_assert_cmpuint (trama_scene_hit (scene, 140, 50, 1), ==, 2);
  g_assert_cmpuint (trama_scene_hit (scene, 60, 20, 1), ==, TRAMA_SCENE_NO_ITEM);
  g_assert_cmpuint (trama_scene_hit (scene, 185, 20, 1), ==, 0);
  g_assert_true (trama_scene_place_date (scene, 0, &x));
  g_assert_cmpfloat (x, ==, 180);
  g_assert_true (trama_scene_date_at (scene, 80, &day));
  g_assert_cmpint (day, ==, 100);
}

static void
test_dates (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaScene) scene = build_sample (&style);
  g_autoptr (TramaSceneBuilder) b = trama_scene_builder_new (&style, 10, 10);
  g_autoptr (TramaScene) bare = trama_scene_builder_finish (b, NULL, NULL);
  gint32 day;
  double x;

  g_assert_true (trama_scene_date_at (scene, 70, &day));
  g_assert_cmpint (day, ==, 50);
  g_assert_true (trama_scene_date_at (scene, -1000, &day));
  g_assert_cmpint (day, ==, 0);
  g_assert_true (trama_scene_date_at (scene, 1000, &day));
  g_assert_cmpint (day, ==, 100);
  g_assert_true (trama_scene_place_date (scene, 25, &x));
  g_assert_cmpfloat (x, ==, 45);
  g_assert_false (trama_scene_date_at (bare, 5, &day));
  g_assert_cmpuint (trama_scene_move (bare, TRAMA_SCENE_NO_ITEM, TRAMA_SCENE_NEXT), ==,
                    TRAMA_SCENE_NO_ITEM);
}

static void
test_text_places (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaSceneBuilder) b = trama_scene_builder_new (&style, 200, 100);
  TramaTextSpec spec = { .text = "HHHH" };
  TramaBox start, middle, end, top, centre;
  double width, height, wrapped;

  trama_scene_builder_get_text_size (b, &spec, &width, &height);
  /* Capitals of Noto Sans stand 0.714 high, "H" is 0.741 wide: 7 pt. */
  g_assert_cmpfloat_with_epsilon (height, 0.714 * 7, 0.01);
  g_assert_cmpfloat_with_epsilon (width, 4 * 0.741 * 7, 0.02);
  start = trama_scene_builder_measure_text (b, &spec, 100, 50);
  spec.align = TRAMA_ALIGN_MIDDLE;
  middle = trama_scene_builder_measure_text (b, &spec, 100, 50);
  spec.align = TRAMA_ALIGN_END;
  end = trama_scene_builder_measure_text (b, &spec, 100, 50);
  g_assert_cmpfloat_with_epsilon (start.x - middle.x, width / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (start.x - end.x, width, 0.01);
  spec.vertical = TRAMA_TOP;
  top = trama_scene_builder_measure_text (b, &spec, 100, 50);
  g_assert_cmpfloat_with_epsilon (top.y, 50, 0.1);
  spec.vertical = TRAMA_CENTRE;
  centre = trama_scene_builder_measure_text (b, &spec, 100, 50);
  g_assert_cmpfloat_with_epsilon (centre.y + centre.height / 2, 50, 0.1);

  spec = (TramaTextSpec) { .text = "one two three four five six seven eight", .width = 50 };
  trama_scene_builder_get_text_size (b, &spec, &width, &wrapped);
  g_assert_cmpfloat (width, <=, 50);
  g_assert_cmpfloat (wrapped, >, 8.5);
  spec.max_lines = 1;
  trama_scene_builder_get_text_size (b, &spec, &width, &wrapped);
  g_assert_cmpfloat_with_epsilon (wrapped, 0.714 * 7, 0.01);
  g_assert_cmpfloat (width, <=, 50);
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (gconstpointer) (data
                                             + y * cairo_image_surface_get_stride (surface)))[x]
         & 0xffffff;
}

/* Light, dark and lifted: the colours come with the drawing, not with the scene. */
static void
test_draw (void)
{
  TramaChartStyle style = plain_style (), dark;
  g_autoptr (TramaScene) scene = build_sample (&style);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100);
  cairo_t *cr = cairo_create (surface);

  trama_chart_style_init (&dark, TRAMA_CHART_DARK);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  trama_scene_draw (scene, cr, NULL);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel_at (surface, 20, 20), ==, 0xd9d9d9);
  g_assert_cmphex (pixel_at (surface, 60, 50), ==, 0x0072b2);
  g_assert_cmphex (pixel_at (surface, 150, 20), ==, 0xffffff);
  trama_scene_draw (scene, cr, &dark);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel_at (surface, 60, 50), ==, 0x56b4e9);
  trama_scene_draw (scene, cr, NULL);
  trama_scene_draw_highlight (scene, cr, NULL, 2);
  cairo_surface_flush (surface);
  /* The mark stands out, the area is faded. */
  g_assert_cmphex (pixel_at (surface, 60, 50), ==, 0x0072b2);
  g_assert_cmphex (pixel_at (surface, 20, 20), >, 0xf0f0f0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* An item without a look of its own gets a hairline through its middle, and nothing fades. */
static void
test_cross_hair (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaSceneBuilder) b = trama_scene_builder_new (&style, 100, 50);
  g_autoptr (TramaScene) scene = NULL;
  const TramaPaint area = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 50);
  cairo_t *cr = cairo_create (surface);

  trama_scene_builder_add_rectangle (b, 0, 0, 10, 50, 0, &area);
  trama_scene_builder_add_item (b, "month", TRAMA_ID_NONE, NULL, NULL, TRAMA_SCENE_NO_DATE);
  trama_scene_builder_add_target (b, 40.5, 0, 20, 50);
  scene = trama_scene_builder_finish (b, NULL, NULL);
  trama_scene_draw (scene, cr, NULL);
  trama_scene_draw_highlight (scene, cr, NULL, 0);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel_at (surface, 5, 25), ==, 0x0072b2);
  g_assert_cmphex (pixel_at (surface, 45, 25), ==, 0);
  g_assert_cmphex (pixel_at (surface, 50, 25), !=, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gpointer
draw_in_thread (gpointer data)
{
  TramaScene *scene = data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < 20; i++)
    trama_scene_draw (scene, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  trama_scene_unref (scene);
  return NULL;
}

static void
test_threads (void)
{
  TramaChartStyle style = plain_style ();
  g_autoptr (TramaSceneBuilder) b = trama_scene_builder_new (&style, 200, 100);
  g_autoptr (TramaScene) scene = NULL;
  const TramaTextSpec spec = { .text = "Drawn by four at once", .halo = TRAMA_COLOUR_GROUND };
  GThread *threads[4];

  trama_scene_builder_add_text (b, &spec, 10, 50);
  scene = trama_scene_builder_finish (b, NULL, NULL);
  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("draw", draw_in_thread, trama_scene_ref (scene));
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (trama_scene_get_n_texts (scene), ==, 1);
}

static void
test_table (void)
{
  g_autoptr (TramaChartTable) table = trama_chart_table_new ("a9");

  trama_chart_table_set_headers (table, "Name", NULL);
  trama_chart_table_add_row (table, "Lema", "3");
  trama_chart_table_add_row (table, NULL, "4");
  g_assert_cmpuint (trama_chart_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (trama_chart_table_get_header (table, 1), ==, "");
  g_assert_cmpstr (trama_chart_table_get_cell (table, 0, 0), ==, "Lema");
  g_assert_cmpstr (trama_chart_table_get_cell (table, 1, 0), ==, "");
  g_assert_cmpstr (trama_chart_table_get_cell (table, 1, 1), ==, "4");
  g_assert_false (trama_chart_table_is_numeric (table, 0));
  g_assert_true (trama_chart_table_is_numeric (table, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/hit", test_hit);
  g_test_add_func ("/scene/hit-shapes", test_hit_shapes);
  g_test_add_func ("/scene/items", test_items);
  g_test_add_func ("/scene/move", test_move);
  g_test_add_func ("/scene/mirror", test_mirror);
  g_test_add_func ("/scene/dates", test_dates);
  g_test_add_func ("/scene/text-places", test_text_places);
  g_test_add_func ("/scene/draw", test_draw);
  g_test_add_func ("/scene/cross-hair", test_cross_hair);
  g_test_add_func ("/scene/threads", test_threads);
  g_test_add_func ("/scene/table", test_table);
  return g_test_run ();
}
