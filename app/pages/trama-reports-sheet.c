/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-reports-sheet.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "trama-drawing.h"
#include "trama-reports-drawing.h"

#define MARGIN TRAMA_REPORTS_SHEET_MARGIN
#define FIT_MAX 1.5
#define SMALLEST_WIDTH 200

struct _TramaReportsSheet
{
  GtkWidget parent_instance;

  TramaPages *pages; /* NULL: none */
  guint index;
  double zoom;       /* 0: as wide as there is room */
  gboolean near;
  GdkTexture *texture;
  double drawn;      /* device pixels to the point of the texture, or of the one being drawn */
  GCancellable *drawing;
};

static guint link_signal;

G_DEFINE_FINAL_TYPE (TramaReportsSheet, trama_reports_sheet, GTK_TYPE_WIDGET)

/* The paper at zoom 1, in pixels. */
static void
paper_size (TramaReportsSheet *self, double *width, double *height)
{
  *width = *height = 1;
  if (self->pages == NULL)
    return;
  trama_pages_get_size (self->pages, width, height);
  *width *= TRAMA_PIXELS_PER_POINT;
  *height *= TRAMA_PIXELS_PER_POINT;
}

static double
zoom_at_width (TramaReportsSheet *self, int width)
{
  double paper_width, paper_height;

  if (self->zoom > 0)
    return self->zoom;
  paper_size (self, &paper_width, &paper_height);
  return CLAMP ((width - 2 * MARGIN) / paper_width, 0.05, FIT_MAX);
}

double
trama_reports_sheet_get_shown_zoom (TramaReportsSheet *self)
{
  g_return_val_if_fail (TRAMA_IS_REPORTS_SHEET (self), 1);

  return zoom_at_width (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
paper_box (TramaReportsSheet *self, graphene_rect_t *box)
{
  double zoom = trama_reports_sheet_get_shown_zoom (self);
  double width, height;

  paper_size (self, &width, &height);
  width *= zoom;
  height *= zoom;
  graphene_rect_init (
      box, (float) MAX (round ((gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2), MARGIN),
      MARGIN, (float) width, (float) height);
}

static void
drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TramaReportsSheet) self = data;
  GdkTexture *texture = trama_reports_drawing_finish (result);

  if (texture == NULL)
    return;
  g_clear_object (&self->drawing);
  g_clear_object (&self->texture);
  self->texture = texture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_drawing (TramaReportsSheet *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->drawn = 0;
}

static double
device_scale (TramaReportsSheet *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

/* The old picture stays, stretched, until the new one is there. */
static void
ensure_drawn (TramaReportsSheet *self)
{
  double scale;

  if (!self->near || self->pages == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  scale = trama_reports_sheet_get_shown_zoom (self) * TRAMA_PIXELS_PER_POINT * device_scale (self);
  if (ABS (scale - self->drawn) < 1e-6)
    return;
  stop_drawing (self);
  self->drawn = scale;
  self->drawing = g_cancellable_new ();
  trama_reports_drawing_async (self->pages, self->index, scale, self->drawing, drawn,
                               g_object_ref (self));
}

void
trama_reports_sheet_set_near (TramaReportsSheet *self, gboolean near)
{
  g_return_if_fail (TRAMA_IS_REPORTS_SHEET (self));

  self->near = near;
  if (near)
    ensure_drawn (self);
  else
    {
      stop_drawing (self);
      g_clear_object (&self->texture);
    }
}

void
trama_reports_sheet_set_zoom (TramaReportsSheet *self, double zoom)
{
  g_return_if_fail (TRAMA_IS_REPORTS_SHEET (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tell_reader (TramaReportsSheet *self)
{
  g_autofree char *words = trama_pages_get_words (self->pages, self->index);
  const char *section = trama_pages_get_section (self->pages, self->index);
  guint n = trama_pages_n (self->pages);
  g_autofree char *label
      = *section != '\0'
            /* Translators: its number, how many there are, and the section */
            ? g_strdup_printf (_ ("Page %u of %u, %s"), self->index + 1, n, section)
            : g_strdup_printf (_ ("Page %u of %u"), self->index + 1, n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

void
trama_reports_sheet_set_page (TramaReportsSheet *self, TramaPages *pages, guint index)
{
  g_return_if_fail (TRAMA_IS_REPORTS_SHEET (self) && pages != NULL);
  g_return_if_fail (index < trama_pages_n (pages));

  stop_drawing (self);
  trama_pages_ref (pages);
  g_clear_pointer (&self->pages, trama_pages_unref);
  self->pages = pages;
  self->index = index;
  tell_reader (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  ensure_drawn (self);
}

static gboolean
find_link (TramaReportsSheet *self, double x, double y, guint *target)
{
  double scale = trama_reports_sheet_get_shown_zoom (self) * TRAMA_PIXELS_PER_POINT;
  graphene_rect_t box;

  if (self->pages == NULL)
    return FALSE;
  paper_box (self, &box);
  return trama_pages_get_link (self->pages, self->index, (x - box.origin.x) / scale,
                               (y - box.origin.y) / scale, target);
}

static void
pointer_moved (TramaReportsSheet *self, double x, double y)
{
  guint target;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_link (self, x, y, &target) ? "pointer" : NULL);
}

static void
clicked (TramaReportsSheet *self, int presses, double x, double y)
{
  guint target;

  if (find_link (self, x, y, &target))
    g_signal_emit (self, link_signal, 0, target);
}

static void
trama_reports_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shadow = { 0, 0, 0, 0.22f };
  static const GdkRGBA edge = { 0, 0, 0, 0.14f };
  TramaReportsSheet *self = TRAMA_REPORTS_SHEET (widget);
  graphene_rect_t box;
  GskRoundedRect outline;
  const float hairline[4] = { 1, 1, 1, 1 };
  const GdkRGBA edges[4] = { edge, edge, edge, edge };

  paper_box (self, &box);
  gsk_rounded_rect_init_from_rect (&outline, &box, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 7);
  gtk_snapshot_append_color (snapshot, &white, &box);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &box);
  gtk_snapshot_append_border (snapshot, &outline, hairline, edges);
  if (gtk_widget_has_visible_focus (widget))
    {
      AdwStyleManager *manager
          = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
      GdkRGBA *accent = adw_style_manager_get_accent_color_rgba (manager);
      const float ring[4] = { 2, 2, 2, 2 };
      const GdkRGBA accents[4] = { *accent, *accent, *accent, *accent };

      graphene_rect_inset (&box, -4, -4);
      gsk_rounded_rect_init_from_rect (&outline, &box, 4);
      gtk_snapshot_append_border (snapshot, &outline, ring, accents);
      gdk_rgba_free (accent);
    }
}

static GtkSizeRequestMode
trama_reports_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trama_reports_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  TramaReportsSheet *self = TRAMA_REPORTS_SHEET (widget);
  double width, height;

  paper_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = (int) ceil (width * (self->zoom > 0 ? self->zoom : 1)) + 2 * MARGIN;
      *minimum = self->zoom > 0 ? *natural : SMALLEST_WIDTH;
    }
  else
    *minimum = *natural
        = (int) ceil (height * zoom_at_width (self, for_size < 0 ? *natural : for_size))
          + 2 * MARGIN;
}

static void
trama_reports_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ensure_drawn (TRAMA_REPORTS_SHEET (widget));
}

static void
trama_reports_sheet_dispose (GObject *object)
{
  TramaReportsSheet *self = TRAMA_REPORTS_SHEET (object);

  stop_drawing (self);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->pages, trama_pages_unref);
  G_OBJECT_CLASS (trama_reports_sheet_parent_class)->dispose (object);
}

static void
trama_reports_sheet_class_init (TramaReportsSheetClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_reports_sheet_dispose;
  widget_class->snapshot = trama_reports_sheet_snapshot;
  widget_class->get_request_mode = trama_reports_sheet_get_request_mode;
  widget_class->measure = trama_reports_sheet_measure;
  widget_class->size_allocate = trama_reports_sheet_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  link_signal = g_signal_new ("link-activated", TRAMA_TYPE_REPORTS_SHEET, G_SIGNAL_RUN_LAST, 0,
                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
trama_reports_sheet_init (TramaReportsSheet *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
trama_reports_sheet_new (void)
{
  return g_object_new (TRAMA_TYPE_REPORTS_SHEET, NULL);
}
