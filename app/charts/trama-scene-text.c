/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the texts of a scene are set: measured when it is built, set again, the same, when drawn. */

#include "trama-chart-fonts.h"
#include "trama-scene-private.h"

static void
add_range (PangoAttrList *attributes, PangoAttribute *attribute, guint from, guint to)
{
  attribute->start_index = from;
  attribute->end_index = to;
  pango_attr_list_insert (attributes, attribute);
}

PangoLayout *
trama_scene_text_create_layout (const TramaSceneText *text, PangoContext *context,
                                const TramaChartStyle *style)
{
  g_autoptr (PangoLayout) layout = trama_chart_fonts_create_layout (
      context, style->family, text->size, text->bold, text->italic, TRUE, text->text, -1);

  if (text->strong_to > text->strong_from)
    {
      PangoAttrList *attributes = trama_chart_fonts_create_attributes (TRUE);

      if (!text->bold)
        add_range (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), text->strong_from,
                   text->strong_to);
      if (text->strong_colour != TRAMA_COLOUR_NONE)
        {
          TramaColour colour = trama_chart_style_get_colour (style, text->strong_colour);

          add_range (
              attributes,
              pango_attr_foreground_new (colour.red * 257, colour.green * 257, colour.blue * 257),
              text->strong_from, text->strong_to);
        }
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  if (text->width > 0)
    {
      pango_layout_set_width (layout, (int) (text->width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      if (text->max_lines > 0)
        {
          pango_layout_set_height (layout, -(int) text->max_lines);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
    }
  return g_steal_pointer (&layout);
}

double
trama_scene_text_line_offset (const TramaSceneText *text, PangoLayoutLine *line)
{
  PangoRectangle logical;
  double width;

  pango_layout_line_get_extents (line, NULL, &logical);
  width = logical.width / (double) PANGO_SCALE;
  switch (text->align)
    {
    case TRAMA_ALIGN_MIDDLE:
      return -width / 2;
    case TRAMA_ALIGN_END:
      return -width;
    case TRAMA_ALIGN_START:
    default:
      return 0;
    }
}
