/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-tier-disc.h"

#include "trama-widget-style.h"

#define SIZE 10

struct _TramaTierDisc
{
  GtkWidget parent_instance;

  guint tier;
};

G_DEFINE_FINAL_TYPE (TramaTierDisc, trama_tier_disc, GTK_TYPE_WIDGET)

static void
trama_tier_disc_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static GdkRGBA
to_rgba (TramaColour colour)
{
  return (GdkRGBA) { colour.red / 255.0f, colour.green / 255.0f, colour.blue / 255.0f, 1 };
}

static void
trama_tier_disc_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const TramaColourRole roles[] = { TRAMA_COLOUR_NONE, TRAMA_COLOUR_TIER_WORKSHOP,
                                           TRAMA_COLOUR_TIER_MIDDLE, TRAMA_COLOUR_TIER_LEADING };
  guint tier = TRAMA_TIER_DISC (widget)->tier;
  TramaChartStyle style;
  GskRoundedRect disc;
  GdkRGBA fill, edge;
  float y = (float) (gtk_widget_get_height (widget) - SIZE) / 2;

  trama_widget_style_get (widget, &style);
  edge = to_rgba (trama_chart_style_get_colour (&style, tier == 0 ? TRAMA_COLOUR_UNKNOWN_EDGE
                                                                  : TRAMA_COLOUR_TIER_EDGE));
  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (0, y, SIZE, SIZE), SIZE / 2.0f);
  if (tier > 0 && tier < G_N_ELEMENTS (roles))
    {
      fill = to_rgba (trama_chart_style_get_colour (&style, roles[tier]));
      gtk_snapshot_push_rounded_clip (snapshot, &disc);
      gtk_snapshot_append_color (snapshot, &fill, &disc.bounds);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_append_border (snapshot, &disc, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
trama_tier_disc_class_init (TramaTierDiscClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->measure = trama_tier_disc_measure;
  widget_class->snapshot = trama_tier_disc_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trama_tier_disc_init (TramaTierDisc *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  trama_widget_style_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

GtkWidget *
trama_tier_disc_new (void)
{
  return g_object_new (TRAMA_TYPE_TIER_DISC, NULL);
}

void
trama_tier_disc_set_tier (TramaTierDisc *self, guint tier)
{
  g_return_if_fail (TRAMA_IS_TIER_DISC (self));

  self->tier = tier;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
