/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-widget-style.h"

#include <adwaita.h>

/* libadwaita's window background, which charts stand on without a frame. */
static const TramaColour light_window = { 0xFA, 0xFA, 0xFB };
static const TramaColour dark_window = { 0x22, 0x22, 0x26 };

double
trama_widget_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    return 1;
  return CLAMP (dpi / 1024.0 / 96.0, 0.5, 3);
}

void
trama_widget_style_get (GtkWidget *widget, TramaChartStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  TramaChartScheme scheme = dark       ? contrast ? TRAMA_CHART_DARK_CONTRAST : TRAMA_CHART_DARK
                            : contrast ? TRAMA_CHART_LIGHT_CONTRAST
                                       : TRAMA_CHART_LIGHT;

  trama_chart_style_init (style, scheme);
  style->screen = TRUE;
  style->text_scale = trama_widget_text_scale (widget);
  style->right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  style->colours[TRAMA_COLOUR_GROUND] = dark ? dark_window : light_window;
}

void
trama_widget_style_watch (GtkWidget *widget, GCallback function)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_connect_object (manager, "notify::dark", function, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", function, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", function,
                           widget, G_CONNECT_SWAPPED);
}
