/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The scene is made on the main thread, for the place there is; its picture is drawn by the drawing
 * thread. Until the picture is there, the last one stands in, moved and stretched to where it now
 * belongs, so that a drag never waits. The very first time there is none: then a small scene is
 * drawn here and now, and of a large one nothing is shown for the moment that it takes.
 */
#include "trama-chart-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-widget-style.h"

/* A scene of so many items is drawn within a frame. */
#define FEW_ITEMS 300
#define WIDEST 1600 /* pixels */

enum
{
  ITEM_ACTIVATED,
  ITEM_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaChartView, trama_chart_view, GTK_TYPE_WIDGET)

static void
forget_scene (TramaChartView *self)
{
  self->scene_width = 0;
  self->wide_height = 0;
  self->texture_stale = TRUE;
}

static void
describe (TramaChartView *self)
{
  const char *sentence = self->scene != NULL ? trama_scene_get_sentence (self->scene) : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->title != NULL ? self->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

/* @height −1: as high as it needs. */
static void
make_scene (TramaChartView *self, int width, int height)
{
  TramaScene *scene = NULL;
  TramaId kept = TRAMA_ID_NONE;

  if (self->maker == NULL || width < 1)
    {
      g_clear_pointer (&self->scene, trama_scene_unref);
      return;
    }
  if (self->scene != NULL && self->scene_width == width && self->scene_height == height)
    return;
  if (self->scene != NULL && self->current != TRAMA_SCENE_NO_ITEM
      && self->current < trama_scene_get_n_items (self->scene))
    kept = trama_scene_get_item (self->scene, self->current)->record;
  trama_widget_style_get (GTK_WIDGET (self), &self->style);
  scene = self->maker (&self->style, width / TRAMA_PIXELS_PER_POINT,
                       height > 0 ? height / TRAMA_PIXELS_PER_POINT : 0, self->maker_data);
  g_clear_pointer (&self->scene, trama_scene_unref);
  self->scene = scene;
  self->scene_width = width;
  self->scene_height = height;
  self->texture_stale = TRUE;
  self->hovered = TRAMA_SCENE_NO_ITEM;
  if (scene != NULL && !trama_id_is_none (kept))
    self->current = trama_scene_find_record (scene, kept);
  else if (scene == NULL || self->current >= trama_scene_get_n_items (scene))
    self->current = TRAMA_SCENE_NO_ITEM;
  describe (self);
}

/* How high it is where there is all the width that it could use: no width makes it lower. */
static int
wide_height (TramaChartView *self)
{
  g_autoptr (TramaScene) scene = NULL;

  if (self->wide_height > 0 || self->maker == NULL)
    return self->wide_height;
  trama_widget_style_get (GTK_WIDGET (self), &self->style);
  scene = self->maker (&self->style, WIDEST / TRAMA_PIXELS_PER_POINT, 0, self->maker_data);
  self->wide_height
      = scene != NULL ? (int) ceil (trama_scene_get_height (scene) * TRAMA_PIXELS_PER_POINT) : 0;
  return self->wide_height;
}

static int
fixed_height (TramaChartView *self)
{
  double scale = trama_widget_text_scale (GTK_WIDGET (self));

  return self->chart_height > 0 ? (int) round (self->chart_height * (1 + (scale - 1) * 0.6)) : -1;
}

static void
trama_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->minimum_width;
  else if (self->chart_height > 0)
    *minimum = *natural = fixed_height (self);
  else if (self->chart_height < 0)
    *minimum = *natural = 120;
  else if (for_size < 0 || for_size > WIDEST)
    *minimum = *natural = wide_height (self);
  else
    {
      make_scene (self, for_size, -1);
      *minimum = *natural
          = self->scene != NULL
                ? (int) ceil (trama_scene_get_height (self->scene) * TRAMA_PIXELS_PER_POINT)
                : 0;
    }
}

static GtkSizeRequestMode
trama_chart_view_get_request_mode (GtkWidget *widget)
{
  return TRAMA_CHART_VIEW (widget)->chart_height == 0 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                      : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
trama_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);

  make_scene (self, width, self->chart_height == 0 ? -1 : height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
drawings_equal (const TramaDrawing *a, const TramaDrawing *b)
{
  return a->width == b->width && a->height == b->height && a->scale == b->scale
         && a->zoom == b->zoom && a->x == b->x && a->y == b->y && a->lifted == b->lifted;
}

static void
get_wanted (TramaChartView *self, TramaDrawing *wanted)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  *wanted = (TramaDrawing) {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .scale = surface != NULL ? gdk_surface_get_scale (surface) : 1,
    .zoom = self->zoom,
    .x = self->pan_x,
    .y = self->pan_y,
    .lifted = TRAMA_SCENE_NO_ITEM,
  };
  if (self->lifts)
    wanted->lifted = self->hovered != TRAMA_SCENE_NO_ITEM ? self->hovered : self->current;
}

static void
drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TramaChartView) self = data;
  g_autoptr (GdkTexture) texture = trama_drawing_draw_finish (result);

  if (texture == NULL)
    return;
  g_clear_object (&self->drawing);
  g_set_object (&self->texture, texture);
  self->texture_drawing = self->asked_drawing;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
request_drawing (TramaChartView *self, const TramaDrawing *wanted)
{
  /* What is being drawn is drawn to the end: a picture a little late is better than none. */
  if (self->drawing != NULL)
    return;
  self->drawing = g_cancellable_new ();
  self->asked_drawing = *wanted;
  self->texture_stale = FALSE;
  trama_drawing_draw_async (self->scene, &self->style, wanted, self->drawing, drawn,
                            g_object_ref (self));
}

static void
snapshot_here (TramaChartView *self, GtkSnapshot *snapshot, const TramaDrawing *wanted)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) wanted->width, (float) wanted->height));

  trama_drawing_draw (self->scene, &self->style, wanted, cr);
  cairo_destroy (cr);
}

static void
snapshot_ring (TramaChartView *self, GtkSnapshot *snapshot)
{
  AdwStyleManager *manager
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GskRoundedRect ring;
  graphene_rect_t bounds;

  trama_chart_view_item_bounds (self, self->current, &bounds);
  graphene_rect_inset (&bounds, -3, -3);
  gsk_rounded_rect_init_from_rect (&ring, &bounds, 4);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *accent, *accent, *accent, *accent });
}

static void
trama_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);
  TramaDrawing wanted;

  make_scene (self, gtk_widget_get_width (widget),
              self->chart_height == 0 ? -1 : gtk_widget_get_height (widget));
  if (self->scene == NULL)
    return;
  get_wanted (self, &wanted);
  if (self->texture == NULL || self->texture_stale
      || !drawings_equal (&wanted, &self->texture_drawing))
    request_drawing (self, &wanted);

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) wanted.width, (float) wanted.height));
  if (self->texture == NULL && trama_scene_get_n_items (self->scene) <= FEW_ITEMS)
    snapshot_here (self, snapshot, &wanted);
  else if (self->texture != NULL)
    {
      const TramaDrawing *had = &self->texture_drawing;
      float stretch = (float) (wanted.zoom / had->zoom);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) (wanted.x - had->x * stretch),
                                                    (float) (wanted.y - had->y * stretch)));
      gtk_snapshot_scale (snapshot, stretch, stretch);
      gtk_snapshot_append_texture (
          snapshot, self->texture,
          &GRAPHENE_RECT_INIT (0, 0, (float) (gdk_texture_get_width (self->texture) / had->scale),
                               (float) (gdk_texture_get_height (self->texture) / had->scale)));
      gtk_snapshot_restore (snapshot);
    }
  if (self->current != TRAMA_SCENE_NO_ITEM && gtk_widget_has_visible_focus (widget))
    snapshot_ring (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
trama_chart_view_dispose (GObject *object)
{
  TramaChartView *self = TRAMA_CHART_VIEW (object);

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->flight);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->maker_destroy != NULL)
    self->maker_destroy (self->maker_data);
  self->maker = NULL;
  self->maker_destroy = NULL;
  g_clear_pointer (&self->scene, trama_scene_unref);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (trama_chart_view_parent_class)->dispose (object);
}

static void
trama_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  trama_chart_view_invalidate (TRAMA_CHART_VIEW (widget));
}

static void
trama_chart_view_class_init (TramaChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_chart_view_dispose;
  widget_class->measure = trama_chart_view_measure;
  widget_class->get_request_mode = trama_chart_view_get_request_mode;
  widget_class->size_allocate = trama_chart_view_size_allocate;
  widget_class->snapshot = trama_chart_view_snapshot;
  widget_class->direction_changed = trama_chart_view_direction_changed;
  signals[ITEM_ACTIVATED]
      = g_signal_new ("item-activated", TRAMA_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ITEM_SELECTED] = g_signal_new ("item-selected", TRAMA_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  trama_chart_view_class_init_input (widget_class);
}

static void
trama_chart_view_init (TramaChartView *self)
{
  self->zoom = 1;
  self->hovered = self->current = TRAMA_SCENE_NO_ITEM;
  self->minimum_width = 200;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  trama_chart_view_init_input (self);
  trama_widget_style_watch (GTK_WIDGET (self), G_CALLBACK (trama_chart_view_invalidate));
}

GtkWidget *
trama_chart_view_new (const char *title)
{
  TramaChartView *self = g_object_new (TRAMA_TYPE_CHART_VIEW, NULL);

  trama_chart_view_set_title (self, title);
  return GTK_WIDGET (self);
}

void
trama_chart_view_set_title (TramaChartView *self, const char *title)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  if (g_set_str (&self->title, title))
    describe (self);
}

const char *
trama_chart_view_get_title (TramaChartView *self)
{
  g_return_val_if_fail (TRAMA_IS_CHART_VIEW (self), NULL);

  return self->title;
}

void
trama_chart_view_set_maker (TramaChartView *self, TramaChartMaker maker, gpointer data,
                            GDestroyNotify destroy)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  if (self->maker_destroy != NULL)
    self->maker_destroy (self->maker_data);
  self->maker = maker;
  self->maker_data = data;
  self->maker_destroy = destroy;
  trama_chart_view_invalidate (self);
}

void
trama_chart_view_invalidate (TramaChartView *self)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  forget_scene (self);
  if (self->chart_height == 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    make_scene (self, gtk_widget_get_width (GTK_WIDGET (self)),
                gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trama_chart_view_set_chart_height (TramaChartView *self, int height)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  self->chart_height = height;
  forget_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
trama_chart_view_set_minimum_width (TramaChartView *self, int width)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  self->minimum_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
trama_chart_view_set_lifts (TramaChartView *self, gboolean lifts)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  self->lifts = lifts;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trama_chart_view_set_zoomable (TramaChartView *self, gboolean zoomable)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  self->zoomable = zoomable;
}

void
trama_chart_view_set_current (TramaChartView *self, guint item)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  if (self->current == item)
    return;
  self->current = item;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
trama_chart_view_get_current (TramaChartView *self)
{
  g_return_val_if_fail (TRAMA_IS_CHART_VIEW (self), TRAMA_SCENE_NO_ITEM);

  return self->current;
}

TramaScene *
trama_chart_view_get_scene (TramaChartView *self)
{
  g_return_val_if_fail (TRAMA_IS_CHART_VIEW (self), NULL);

  return self->scene;
}
