/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer, keys and fingers on a chart. */
#include "trama-chart-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trama-table-dialog.h"

#define TOLERANCE 5.0 /* points */
#define ZOOM_STEP 1.25
#define ZOOM_MAX 8.0
#define PAN_STEP 60.0
#define FLIGHT_MILLISECONDS 350

guint
trama_chart_view_hit (TramaChartView *self, double x, double y)
{
  double scale = self->zoom * TRAMA_PIXELS_PER_POINT;

  if (self->scene == NULL)
    return TRAMA_SCENE_NO_ITEM;
  return trama_scene_hit (self->scene, (x - self->pan_x) / scale, (y - self->pan_y) / scale,
                          TOLERANCE / self->zoom);
}

void
trama_chart_view_item_bounds (TramaChartView *self, guint item, graphene_rect_t *bounds)
{
  double scale = self->zoom * TRAMA_PIXELS_PER_POINT;
  TramaBox box = trama_scene_get_item (self->scene, item)->bounds;

  graphene_rect_init (bounds, (float) (self->pan_x + box.x * scale),
                      (float) (self->pan_y + box.y * scale), (float) (box.width * scale),
                      (float) (box.height * scale));
}

/* Part of the scene always stays in view. */
void
trama_chart_view_pan_to (TramaChartView *self, double x, double y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scene_width = width * self->zoom, scene_height = height * self->zoom;

  self->pan_x = CLAMP (x, MIN (width - scene_width, 0), MAX (width - scene_width, 0));
  self->pan_y = CLAMP (y, MIN (height - scene_height, 0), MAX (height - scene_height, 0));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trama_chart_view_zoom_at (TramaChartView *self, double factor, double x, double y)
{
  double zoom = CLAMP (self->zoom * factor, 1, ZOOM_MAX);
  double real = zoom / self->zoom;

  if (!self->zoomable)
    return;
  self->zoom = zoom;
  trama_chart_view_pan_to (self, x - (x - self->pan_x) * real, y - (y - self->pan_y) * real);
}

void
trama_chart_view_zoom_by (TramaChartView *self, double factor)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  trama_chart_view_zoom_at (self, factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                            gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
trama_chart_view_reset_zoom (TramaChartView *self)
{
  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  self->zoom = 1;
  trama_chart_view_pan_to (self, 0, 0);
}

static void
fly (double value, gpointer data)
{
  TramaChartView *self = data;

  self->zoom = self->flight_zoom[0] + (self->flight_zoom[1] - self->flight_zoom[0]) * value;
  trama_chart_view_pan_to (self,
                           self->flight_x[0] + (self->flight_x[1] - self->flight_x[0]) * value,
                           self->flight_y[0] + (self->flight_y[1] - self->flight_y[0]) * value);
}

void
trama_chart_view_fly_to (TramaChartView *self, guint item)
{
  double zoom;
  TramaBox box;

  g_return_if_fail (TRAMA_IS_CHART_VIEW (self));

  if (self->scene == NULL || item >= trama_scene_get_n_items (self->scene))
    return;
  trama_chart_view_set_current (self, item);
  if (!self->zoomable)
    return;
  box = trama_scene_get_item (self->scene, item)->bounds;
  zoom = CLAMP (sqrt (trama_scene_get_n_items (self->scene)) / 8, self->zoom,
                MAX (self->zoom, ZOOM_MAX / 2));
  self->flight_zoom[0] = self->zoom;
  self->flight_zoom[1] = zoom;
  self->flight_x[0] = self->pan_x;
  self->flight_y[0] = self->pan_y;
  self->flight_x[1] = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0
                      - (box.x + box.width / 2) * TRAMA_PIXELS_PER_POINT * zoom;
  self->flight_y[1] = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0
                      - (box.y + box.height / 2) * TRAMA_PIXELS_PER_POINT * zoom;
  if (self->flight == NULL)
    self->flight = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLIGHT_MILLISECONDS,
                                            adw_callback_animation_target_new (fly, self, NULL));
  adw_animation_play (self->flight);
}

static void
show_item (TramaChartView *self, guint item)
{
  graphene_rect_t bounds;
  double dx = 0, dy = 0;

  if (self->zoom <= 1)
    return;
  trama_chart_view_item_bounds (self, item, &bounds);
  if (bounds.origin.x < 0)
    dx = 12 - bounds.origin.x;
  else if (bounds.origin.x + bounds.size.width > gtk_widget_get_width (GTK_WIDGET (self)))
    dx = gtk_widget_get_width (GTK_WIDGET (self)) - bounds.origin.x - bounds.size.width - 12;
  if (bounds.origin.y < 0)
    dy = 12 - bounds.origin.y;
  else if (bounds.origin.y + bounds.size.height > gtk_widget_get_height (GTK_WIDGET (self)))
    dy = gtk_widget_get_height (GTK_WIDGET (self)) - bounds.origin.y - bounds.size.height - 12;
  if (dx != 0 || dy != 0)
    trama_chart_view_pan_to (self, self->pan_x + dx, self->pan_y + dy);
}

static char *
item_to_text (TramaChartView *self, guint item)
{
  const TramaSceneItem *it = trama_scene_get_item (self->scene, item);

  if (*it->value == '\0')
    return g_strdup (it->label);
  if (*it->label == '\0')
    return g_strdup (it->value);
  /* Translators: what a mark of a chart is called, and what it says */
  return g_strdup_printf (C_ ("chart item", "%s: %s"), it->label, it->value);
}

static void
select_item (TramaChartView *self, guint item)
{
  g_autofree char *text = NULL;

  if (item == TRAMA_SCENE_NO_ITEM)
    return;
  trama_chart_view_set_current (self, item);
  show_item (self, item);
  text = item_to_text (self, item);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_signal_emit_by_name (self, "item-selected", item);
}

static void
hover (TramaChartView *self, guint item)
{
  if (self->hovered == item)
    return;
  self->hovered = item;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   item != TRAMA_SCENE_NO_ITEM ? "pointer" : NULL);
  if (self->lifts)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved (TramaChartView *self, double x, double y)
{
  hover (self, trama_chart_view_hit (self, x, y));
}

static void
pointer_left (TramaChartView *self)
{
  hover (self, TRAMA_SCENE_NO_ITEM);
}

static void
clicked (TramaChartView *self, int presses, double x, double y, GtkGestureClick *gesture)
{
  guint item = trama_chart_view_hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (item == TRAMA_SCENE_NO_ITEM)
    {
      trama_chart_view_set_current (self, TRAMA_SCENE_NO_ITEM);
      g_signal_emit_by_name (self, "item-selected", TRAMA_SCENE_NO_ITEM);
      return;
    }
  select_item (self, item);
  g_signal_emit_by_name (self, "item-activated", item);
}

static gboolean
query_tooltip (TramaChartView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  guint item = keyboard ? self->current : trama_chart_view_hit (self, x, y);
  g_autofree char *text = NULL;
  graphene_rect_t bounds;

  if (self->scene == NULL || item == TRAMA_SCENE_NO_ITEM)
    return FALSE;
  text = item_to_text (self, item);
  if (*text == '\0')
    return FALSE;
  trama_chart_view_item_bounds (self, item, &bounds);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                       MAX ((int) bounds.size.width, 1),
                                                       MAX ((int) bounds.size.height, 1) });
  return TRUE;
}

static gboolean
walk (GtkWidget *widget, GVariant *args, gpointer data)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);
  guint item;

  if (self->scene == NULL || trama_scene_get_n_items (self->scene) == 0)
    return FALSE;
  item = trama_scene_move (self->scene, self->current, (TramaSceneMove) g_variant_get_int32 (args));
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)), TRUE);
  if (item != self->current)
    select_item (self, item);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static gboolean
activate (GtkWidget *widget, GVariant *args, gpointer data)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);

  if (self->scene == NULL || self->current == TRAMA_SCENE_NO_ITEM)
    return FALSE;
  g_signal_emit_by_name (self, "item-activated", self->current);
  return TRUE;
}

static gboolean
let_go (GtkWidget *widget, GVariant *args, gpointer data)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);

  if (self->current == TRAMA_SCENE_NO_ITEM)
    return FALSE;
  trama_chart_view_set_current (self, TRAMA_SCENE_NO_ITEM);
  g_signal_emit_by_name (self, "item-selected", TRAMA_SCENE_NO_ITEM);
  return TRUE;
}

static gboolean
zoom_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);
  int step = g_variant_get_int32 (args);

  if (!self->zoomable)
    return FALSE;
  if (step == 0)
    trama_chart_view_reset_zoom (self);
  else
    trama_chart_view_zoom_by (self, step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  return TRUE;
}

static gboolean
pan_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);
  int dx, dy;

  if (!self->zoomable)
    return FALSE;
  g_variant_get (args, "(ii)", &dx, &dy);
  trama_chart_view_pan_to (self, self->pan_x + dx * PAN_STEP, self->pan_y + dy * PAN_STEP);
  return TRUE;
}

static void
drag_began (TramaChartView *self)
{
  self->drag_x = self->pan_x;
  self->drag_y = self->pan_y;
}

static void
dragged (TramaChartView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  if (!self->zoomable || self->zoom <= 1 || (fabs (dx) < 4 && fabs (dy) < 4))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  trama_chart_view_pan_to (self, self->drag_x + dx, self->drag_y + dy);
}

static void
drag_ended (TramaChartView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

static gboolean
scrolled (TramaChartView *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (scroll));
  double x, y;
  graphene_point_t place;

  if (!self->zoomable || event == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  /* The event's place is that of the window's surface. */
  if (!gtk_widget_compute_point (GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self))),
                                 GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                 &place))
    return FALSE;
  trama_chart_view_zoom_at (self, pow (ZOOM_STEP, -dy), place.x, place.y);
  return TRUE;
}

static void
pinch_began (TramaChartView *self)
{
  self->pinch_zoom = self->zoom;
}

static void
pinched (TramaChartView *self, double scale, GtkGestureZoom *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    trama_chart_view_zoom_at (self, self->pinch_zoom * scale / self->zoom, x, y);
}

static void
show_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaChartView *self = TRAMA_CHART_VIEW (widget);

  if (self->scene != NULL)
    adw_dialog_present (trama_table_dialog_new (self->title, self->scene), widget);
}

static void
pop_up_menu (TramaChartView *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _ ("Show as Table"), "chart.show-table");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_clicked (TramaChartView *self, int presses, double x, double y)
{
  pop_up_menu (self, x, y);
}

static gboolean
menu_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  pop_up_menu (TRAMA_CHART_VIEW (widget), gtk_widget_get_width (widget) / 2.0,
               gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

void
trama_chart_view_class_init_input (GtkWidgetClass *class)
{
  static const struct
  {
    guint key;
    TramaSceneMove move;
  } moves[] = {
    { GDK_KEY_Left, TRAMA_SCENE_LEFT },      { GDK_KEY_Right, TRAMA_SCENE_RIGHT },
    { GDK_KEY_Up, TRAMA_SCENE_UP },          { GDK_KEY_Down, TRAMA_SCENE_DOWN },
    { GDK_KEY_Home, TRAMA_SCENE_FIRST },     { GDK_KEY_End, TRAMA_SCENE_LAST },
    { GDK_KEY_Page_Down, TRAMA_SCENE_NEXT }, { GDK_KEY_Page_Up, TRAMA_SCENE_PREVIOUS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (class, moves[i].key, 0, walk, "i", (int) moves[i].move);
  gtk_widget_class_add_binding (class, GDK_KEY_Return, 0, activate, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_KP_Enter, 0, activate, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_space, 0, activate, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_Escape, 0, let_go, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_plus, 0, zoom_key, "i", 1);
  gtk_widget_class_add_binding (class, GDK_KEY_equal, 0, zoom_key, "i", 1);
  gtk_widget_class_add_binding (class, GDK_KEY_KP_Add, 0, zoom_key, "i", 1);
  gtk_widget_class_add_binding (class, GDK_KEY_minus, 0, zoom_key, "i", -1);
  gtk_widget_class_add_binding (class, GDK_KEY_KP_Subtract, 0, zoom_key, "i", -1);
  gtk_widget_class_add_binding (class, GDK_KEY_0, 0, zoom_key, "i", 0);
  gtk_widget_class_add_binding (class, GDK_KEY_Left, GDK_CONTROL_MASK, pan_key, "(ii)", 1, 0);
  gtk_widget_class_add_binding (class, GDK_KEY_Right, GDK_CONTROL_MASK, pan_key, "(ii)", -1, 0);
  gtk_widget_class_add_binding (class, GDK_KEY_Up, GDK_CONTROL_MASK, pan_key, "(ii)", 0, 1);
  gtk_widget_class_add_binding (class, GDK_KEY_Down, GDK_CONTROL_MASK, pan_key, "(ii)", 0, -1);
  gtk_widget_class_add_binding (class, GDK_KEY_Menu, 0, menu_key, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key, NULL);
  gtk_widget_class_install_action (class, "chart.show-table", NULL, show_table);
}

static void
add (TramaChartView *self, GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
trama_chart_view_init_input (TramaChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_clicked), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_began), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), self);
  add (self, motion);
  add (self, GTK_EVENT_CONTROLLER (click));
  add (self, GTK_EVENT_CONTROLLER (secondary));
  add (self, GTK_EVENT_CONTROLLER (drag));
  add (self, GTK_EVENT_CONTROLLER (pinch));
  add (self, scroll);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
}
