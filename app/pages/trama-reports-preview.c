/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-reports-preview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-reports-sheet.h"

#define ZOOM_STEP 1.25
#define ZOOM_MIN 0.25
#define ZOOM_MAX 4.0
#define SCROLL_STEP 60.0

struct _TramaReportsPreview
{
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkWidget *scroller;
  GtkWidget *sheets;
  GtkWidget *contents;
  GtkWidget *number;
  GtkWidget *percent;
  GtkWidget *fit;
  GtkAdjustment *adjustment; /* the scroller's, borrowed */

  TramaPages *pages; /* NULL: none */
  guint n;
  guint current;
  double zoom;       /* 0: as wide as there is room */
  double position;   /* of the upper edge, in pages, which all are of one height */
  double upper;      /* what the position was last reckoned with */
  gboolean restoring; /* the position is to be gone back to */
  gboolean going;    /* the page is known, whatever comes into view */
  guint sync_id;
};

G_DEFINE_FINAL_TYPE (TramaReportsPreview, trama_reports_preview, GTK_TYPE_WIDGET)

static TramaReportsSheet *
sheet_at (TramaReportsPreview *self, guint index)
{
  GtkWidget *sheet = gtk_widget_get_first_child (self->sheets);

  for (guint i = 0; i < index && sheet != NULL; i++)
    sheet = gtk_widget_get_next_sibling (sheet);
  return sheet != NULL ? TRAMA_REPORTS_SHEET (sheet) : NULL;
}

static double
shown_zoom (TramaReportsPreview *self)
{
  TramaReportsSheet *sheet = sheet_at (self, 0);

  return sheet != NULL ? trama_reports_sheet_get_shown_zoom (sheet) : 1;
}

static void
update_actions (TramaReportsPreview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double zoom = shown_zoom (self);

  gtk_widget_action_set_enabled (widget, "preview.previous", self->current > 0);
  gtk_widget_action_set_enabled (widget, "preview.next", self->current + 1 < self->n);
  gtk_widget_action_set_enabled (widget, "preview.zoom-in", self->n > 0 && zoom < ZOOM_MAX);
  gtk_widget_action_set_enabled (widget, "preview.zoom-out", self->n > 0 && zoom > ZOOM_MIN);
}

/* The page that most of the upper part of what is seen belongs to. */
static guint
page_in_view (TramaReportsPreview *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double seen = gtk_adjustment_get_page_size (self->adjustment);
  double height = self->upper / self->n;

  if (value + seen >= self->upper - 1 && value > 0)
    return self->n - 1;
  return (guint) CLAMP ((value + MIN (seen, height) / 3) / height, 0, self->n - 1);
}

/* The one page that can have the keyboard. */
static void
move_focus (TramaReportsPreview *self, guint from, guint to)
{
  GtkWidget *old = GTK_WIDGET (sheet_at (self, from));
  GtkWidget *sheet = GTK_WIDGET (sheet_at (self, to));
  gboolean had = old != NULL && gtk_widget_has_focus (old);

  gtk_widget_set_focusable (sheet, TRUE);
  if (had && old != sheet)
    gtk_widget_grab_focus (sheet);
  if (old != NULL && old != sheet)
    gtk_widget_set_focusable (old, FALSE);
}

static void
show_current (TramaReportsPreview *self, guint current)
{
  /* Translators: the number of a page, and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("%u of %u"), current + 1, self->n);
  g_autofree char *percent = g_strdup_printf (_ ("%.0f%%"), shown_zoom (self) * 100);

  move_focus (self, self->current, current);
  self->current = current;
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_label_set_text (GTK_LABEL (self->percent), percent);
  update_actions (self);
}

static gboolean
sync_view (gpointer data)
{
  TramaReportsPreview *self = data;
  double seen = gtk_adjustment_get_page_size (self->adjustment);
  double height, value;
  guint i = 0;

  if (self->n == 0 || self->upper <= 0)
    {
      self->sync_id = 0;
      return G_SOURCE_REMOVE;
    }
  height = self->upper / self->n;
  if (self->restoring)
    {
      GtkAdjustment *across
          = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

      self->restoring = FALSE;
      gtk_adjustment_set_value (self->adjustment, self->position * height);
      gtk_adjustment_set_value (
          across, (gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across)) / 2);
    }
  value = gtk_adjustment_get_value (self->adjustment);
  self->sync_id = 0;
  /* Those in sight first, then half a screen more at each side. */
  for (GtkWidget *sheet = gtk_widget_get_first_child (self->sheets); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet), i++)
    trama_reports_sheet_set_near (TRAMA_REPORTS_SHEET (sheet),
                                  (i + 1) * height > value - seen / 2
                                      && i * height < value + seen * 1.5);
  show_current (self, self->going ? self->current : page_in_view (self));
  return G_SOURCE_REMOVE;
}

static void
queue_sync (TramaReportsPreview *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 30, sync_view, self, NULL);
}

/* What was being read stays where it was as the pages become larger or smaller. */
static void
adjustment_changed (TramaReportsPreview *self)
{
  double upper = gtk_adjustment_get_upper (self->adjustment);

  if (self->n > 0 && ABS (upper - self->upper) > 0.5)
    {
      self->upper = upper;
      /* Not now: the adjustment is about to be given its old value. */
      self->restoring = TRUE;
    }
  queue_sync (self);
}

static void
value_changed (TramaReportsPreview *self)
{
  double upper = gtk_adjustment_get_upper (self->adjustment);

  if (self->n > 0 && !self->restoring && upper > 0 && ABS (upper - self->upper) <= 0.5)
    self->position = gtk_adjustment_get_value (self->adjustment) / upper * self->n;
  queue_sync (self);
}

static void
scroll_to (TramaReportsPreview *self, double value)
{
  self->going = FALSE;
  gtk_adjustment_set_value (self->adjustment, value);
}

void
trama_reports_preview_go_to (TramaReportsPreview *self, guint index)
{
  g_return_if_fail (TRAMA_IS_REPORTS_PREVIEW (self));

  if (self->n == 0)
    return;
  index = MIN (index, self->n - 1);
  scroll_to (self, index / (double) self->n * self->upper);
  self->position = index;
  self->going = TRUE;
  show_current (self, index);
  queue_sync (self);
}

static void
link_activated (TramaReportsPreview *self, guint page)
{
  trama_reports_preview_go_to (self, page);
}

static void
set_zoom (TramaReportsPreview *self, double zoom)
{
  self->zoom = zoom;
  for (GtkWidget *sheet = gtk_widget_get_first_child (self->sheets); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet))
    trama_reports_sheet_set_zoom (TRAMA_REPORTS_SHEET (sheet), zoom);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  zoom > 0 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_sensitive (self->fit, zoom > 0);
  queue_sync (self);
}

static void
action_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaReportsPreview *self = TRAMA_REPORTS_PREVIEW (widget);

  trama_reports_preview_go_to (self, self->current > 0 ? self->current - 1 : 0);
}

static void
action_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaReportsPreview *self = TRAMA_REPORTS_PREVIEW (widget);

  trama_reports_preview_go_to (self, self->current + 1);
}

static void
action_go (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaReportsPreview *self = TRAMA_REPORTS_PREVIEW (widget);

  trama_reports_preview_go_to (self, g_variant_get_uint32 (parameter));
  gtk_widget_grab_focus (GTK_WIDGET (sheet_at (self, self->current)));
}

static void
action_zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaReportsPreview *self = TRAMA_REPORTS_PREVIEW (widget);

  set_zoom (self, MIN (shown_zoom (self) * ZOOM_STEP, ZOOM_MAX));
}

static void
action_zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaReportsPreview *self = TRAMA_REPORTS_PREVIEW (widget);

  set_zoom (self, MAX (shown_zoom (self) / ZOOM_STEP, ZOOM_MIN));
}

static void
action_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (TRAMA_REPORTS_PREVIEW (widget), 0);
}

static gboolean
scroll_pages (TramaReportsPreview *self, double screens, double steps)
{
  double seen = gtk_adjustment_get_page_size (self->adjustment);

  scroll_to (self, gtk_adjustment_get_value (self->adjustment) + screens * seen * 0.9
                       + steps * SCROLL_STEP);
  return TRUE;
}

static gboolean
key_pressed (TramaReportsPreview *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || self->n == 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return control ? gtk_widget_activate_action (widget, "preview.previous", NULL)
                     : scroll_pages (self, -1, 0);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return control ? gtk_widget_activate_action (widget, "preview.next", NULL)
                     : scroll_pages (self, 1, 0);
    case GDK_KEY_space:
      return scroll_pages (self, state & GDK_SHIFT_MASK ? -1 : 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return scroll_pages (self, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return scroll_pages (self, 0, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      trama_reports_preview_go_to (self, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      trama_reports_preview_go_to (self, self->n - 1);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return gtk_widget_activate_action (widget, "preview.zoom-in", NULL);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return gtk_widget_activate_action (widget, "preview.zoom-out", NULL);
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      return gtk_widget_activate_action (widget, "preview.fit", NULL);
    default:
      return FALSE;
    }
}

/* Whoever points at a page means to read on with the keys. */
static void
pressed (TramaReportsPreview *self)
{
  if (self->n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (sheet_at (self, self->current)));
}

/* Control and the wheel; the scroller does the rest. */
static gboolean
scrolled (TramaReportsPreview *self, double dx, double dy, GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    {
      self->going = FALSE;
      return FALSE;
    }
  set_zoom (self, CLAMP (shown_zoom (self) * pow (ZOOM_STEP, -dy), ZOOM_MIN, ZOOM_MAX));
  return TRUE;
}

static void
fill_contents (TramaReportsPreview *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *last = "";

  for (guint i = 0; i < self->n; i++)
    {
      const char *section = trama_pages_get_section (self->pages, i);

      if (*section != '\0' && strcmp (section, last) != 0)
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

          g_menu_item_set_label (item, section);
          g_menu_item_set_action_and_target (item, "preview.go", "u", i);
          g_menu_append_item (menu, item);
        }
      last = section;
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->contents), G_MENU_MODEL (menu));
}

void
trama_reports_preview_set_pages (TramaReportsPreview *self, TramaPages *pages)
{
  g_return_if_fail (TRAMA_IS_REPORTS_PREVIEW (self));

  if (pages != NULL)
    trama_pages_ref (pages);
  g_clear_pointer (&self->pages, trama_pages_unref);
  self->pages = pages;
  for (; self->n > (pages != NULL ? trama_pages_n (pages) : 0); self->n--)
    gtk_box_remove (GTK_BOX (self->sheets), gtk_widget_get_last_child (self->sheets));
  for (; self->n < (pages != NULL ? trama_pages_n (pages) : 0); self->n++)
    {
      GtkWidget *sheet = trama_reports_sheet_new ();

      trama_reports_sheet_set_zoom (TRAMA_REPORTS_SHEET (sheet), self->zoom);
      g_signal_connect_swapped (sheet, "link-activated", G_CALLBACK (link_activated), self);
      gtk_box_append (GTK_BOX (self->sheets), sheet);
    }
  for (guint i = 0; i < self->n; i++)
    trama_reports_sheet_set_page (sheet_at (self, i), pages, i);
  self->current = MIN (self->current, MAX (self->n, 1) - 1);
  self->position = MIN (self->position, self->n);
  gtk_widget_set_visible (self->body, self->n > 0);
  fill_contents (self);
  if (self->n > 0)
    show_current (self, self->current);
  queue_sync (self);
}

static void
trama_reports_preview_dispose (GObject *object)
{
  TramaReportsPreview *self = TRAMA_REPORTS_PREVIEW (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  self->adjustment = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_REPORTS_PREVIEW);
  g_clear_pointer (&self->pages, trama_pages_unref);
  G_OBJECT_CLASS (trama_reports_preview_parent_class)->dispose (object);
}

static void
trama_reports_preview_class_init (TramaReportsPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_reports_preview_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-reports-preview.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaReportsPreview, name)
  BIND (body);
  BIND (scroller);
  BIND (sheets);
  BIND (contents);
  BIND (number);
  BIND (percent);
  BIND (fit);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, pressed);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, action_previous);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, action_next);
  gtk_widget_class_install_action (widget_class, "preview.go", "u", action_go);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, action_zoom_in);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, action_zoom_out);
  gtk_widget_class_install_action (widget_class, "preview.fit", NULL, action_fit);
}

static void
trama_reports_preview_init (TramaReportsPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (adjustment_changed), self);
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (value_changed), self);
}
