/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-verdict-glyph.h"

struct _TramaVerdictGlyph
{
  GtkWidget parent_instance;

  GtkWidget *image;
  const char *css_class;
};

G_DEFINE_FINAL_TYPE (TramaVerdictGlyph, trama_verdict_glyph, GTK_TYPE_WIDGET)

static void
trama_verdict_glyph_dispose (GObject *object)
{
  TramaVerdictGlyph *self = TRAMA_VERDICT_GLYPH (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  G_OBJECT_CLASS (trama_verdict_glyph_parent_class)->dispose (object);
}

static void
trama_verdict_glyph_class_init (TramaVerdictGlyphClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_verdict_glyph_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trama_verdict_glyph_init (TramaVerdictGlyph *self)
{
  self->image
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  trama_verdict_glyph_set (self, TRAMA_VERDICT_UNKNOWN, FALSE);
}

GtkWidget *
trama_verdict_glyph_new (void)
{
  return g_object_new (TRAMA_TYPE_VERDICT_GLYPH, NULL);
}

const char *
trama_verdict_css_class (TramaVerdict verdict)
{
  switch (verdict)
    {
    case TRAMA_VERDICT_MET:
      return "verdict-met";
    case TRAMA_VERDICT_NOT_MET:
      return "verdict-not-met";
    case TRAMA_VERDICT_UNKNOWN:
    case TRAMA_VERDICT_NOT_APPLICABLE:
    default:
      return "verdict-unknown";
    }
}

static const char *
icon_name (TramaVerdict verdict, gboolean weak)
{
  switch (verdict)
    {
    case TRAMA_VERDICT_MET:
      return weak ? "trama-weak-symbolic" : "trama-met-symbolic";
    case TRAMA_VERDICT_NOT_MET:
      return "trama-not-met-symbolic";
    case TRAMA_VERDICT_NOT_APPLICABLE:
      return "list-remove-symbolic";
    case TRAMA_VERDICT_UNKNOWN:
    default:
      return "trama-unknown-symbolic";
    }
}

void
trama_verdict_glyph_set (TramaVerdictGlyph *self, TramaVerdict verdict, gboolean weak)
{
  g_return_if_fail (TRAMA_IS_VERDICT_GLYPH (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon_name (verdict, weak));
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (self->image, self->css_class);
  self->css_class = trama_verdict_css_class (verdict);
  gtk_widget_add_css_class (self->image, self->css_class);
}
