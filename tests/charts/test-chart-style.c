/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours can be told apart and read; numbers are written as they should be; letters are as wide at
 * every scale. */
#include "trama-chart-fonts.h"
#include "trama-chart-style.h"

#include <math.h>

static void
test_contrast_formula (void)
{
  const TramaColour white = { 255, 255, 255 }, black = { 0, 0, 0 }, grey = { 119, 119, 119 };

  g_assert_cmpfloat_with_epsilon (trama_colour_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (trama_colour_contrast (white, white), 1, 1e-9);
  /* #777777 on white is the well-known 4.48. */
  g_assert_cmpfloat_with_epsilon (trama_colour_contrast (white, grey), 4.48, 0.005);
}

static double
on_ground (const TramaChartStyle *style, TramaColourRole role)
{
  return trama_colour_contrast (trama_chart_style_get_colour (style, role),
                                trama_chart_style_get_colour (style, TRAMA_COLOUR_GROUND));
}

static void
test_contrasts (void)
{
  static const TramaColourRole texts[]
      = { TRAMA_COLOUR_INK,    TRAMA_COLOUR_SECOND, TRAMA_COLOUR_TEXT_1, TRAMA_COLOUR_TEXT_2,
          TRAMA_COLOUR_TEXT_3, TRAMA_COLOUR_TEXT_4, TRAMA_COLOUR_TEXT_5, TRAMA_COLOUR_TEXT_6 };
  static const TramaColourRole marks[]
      = { TRAMA_COLOUR_AXIS,       TRAMA_COLOUR_UNKNOWN_EDGE, TRAMA_COLOUR_TIER_MIDDLE,
          TRAMA_COLOUR_TIER_EDGE,  TRAMA_COLOUR_TIER_LEADING, TRAMA_COLOUR_CATEGORY_1,
          TRAMA_COLOUR_CATEGORY_2, TRAMA_COLOUR_CATEGORY_3,   TRAMA_COLOUR_CATEGORY_4,
          TRAMA_COLOUR_CATEGORY_5 };

  for (guint scheme = TRAMA_CHART_LIGHT; scheme <= TRAMA_CHART_GREY; scheme++)
    {
      gboolean high = scheme == TRAMA_CHART_LIGHT_CONTRAST || scheme == TRAMA_CHART_DARK_CONTRAST;
      TramaChartStyle style;

      trama_chart_style_init (&style, (TramaChartScheme) scheme);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpfloat (on_ground (&style, texts[i]), >=, high ? 7 : 4.5);
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        g_assert_cmpfloat (on_ground (&style, marks[i]), >=, high ? 4.5 : 3);
      /* What is written on a fill is read on it. */
      for (guint role = TRAMA_COLOUR_HEAT_1; role <= TRAMA_COLOUR_HEAT_5; role++)
        g_assert_cmpfloat (
            trama_colour_contrast (
                trama_chart_style_get_colour (&style, (TramaColourRole) role),
                trama_chart_style_get_colour (&style, TRAMA_COLOUR_ON ((TramaColourRole) role))),
            >=, 4.5);
    }
}

/* Tiers are one order from light to dark, heat too, in grey as in colour. */
static void
test_orders (void)
{
  for (guint scheme = TRAMA_CHART_LIGHT; scheme <= TRAMA_CHART_GREY; scheme++)
    {
      TramaChartStyle style;

      trama_chart_style_init (&style, (TramaChartScheme) scheme);
      g_assert_cmpfloat (on_ground (&style, TRAMA_COLOUR_TIER_WORKSHOP), <,
                         on_ground (&style, TRAMA_COLOUR_TIER_MIDDLE) / 1.5);
      g_assert_cmpfloat (on_ground (&style, TRAMA_COLOUR_TIER_MIDDLE), <,
                         on_ground (&style, TRAMA_COLOUR_TIER_LEADING) / 1.5);
      for (guint role = TRAMA_COLOUR_HEAT_1; role < TRAMA_COLOUR_HEAT_5; role++)
        g_assert_cmpfloat (on_ground (&style, (TramaColourRole) role), <,
                           on_ground (&style, (TramaColourRole) (role + 1)) / 1.2);
      if (scheme != TRAMA_CHART_GREY)
        continue;
      for (guint role = 0; role < TRAMA_N_COLOURS; role++)
        {
          TramaColour colour = trama_chart_style_get_colour (&style, (TramaColourRole) role);

          g_assert_cmpuint (colour.red, ==, colour.green);
          g_assert_cmpuint (colour.green, ==, colour.blue);
        }
    }
}

static void
test_font_size (void)
{
  TramaChartStyle style;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  g_assert_cmpfloat (trama_chart_style_font_size (&style, 6.5), ==, 6.5);
  style.screen = TRUE;
  /* 6.5 pt would be 8.67 pixels: nothing is under 9. */
  g_assert_cmpfloat (trama_chart_style_font_size (&style, 6.5), ==, 6.75);
  /* 7 pt are 9.33 pixels: rounded to 9.5. */
  g_assert_cmpfloat (trama_chart_style_font_size (&style, 7), ==, 9.5 * 0.75);
  g_assert_cmpfloat (trama_chart_style_font_size (&style, 9), ==, 9);
  style.text_scale = 2;
  g_assert_cmpfloat (trama_chart_style_font_size (&style, 9), ==, 18);
  style.text_scale = 0.5;
  g_assert_cmpfloat (trama_chart_style_font_size (&style, 7), ==, 6.75);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    int digits;
    gboolean fixed;
    const char *expected;
  } cases[] = {
    { 0, 0, FALSE, "0" },
    { 999, 0, FALSE, "999" },
    { 1000, 0, FALSE, "1.000" },
    { 177100, 0, FALSE, "177.100" },
    { 1234567.891, 2, FALSE, "1.234.567,89" },
    { 43.6, 1, FALSE, "43,6" },
    { 43, 1, FALSE, "43" },
    { 43, 1, TRUE, "43,0" },
    { -6, 0, FALSE, "−6" },
    { -0.001, 1, FALSE, "0" },
    { -1500.5, 1, FALSE, "−1.500,5" },
    { NAN, 0, FALSE, "–" },
    { INFINITY, 0, FALSE, "∞" },
  };
  TramaChartStyle style;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  g_strlcpy (style.decimal_point, ",", sizeof style.decimal_point);
  g_strlcpy (style.thousands_separator, ".", sizeof style.thousands_separator);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = trama_chart_style_format (&style, cases[i].value, cases[i].digits, cases[i].fixed);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static double
line_width (double size, const char *text, gboolean bold)
{
  PangoContext *context = trama_chart_fonts_create_context (NULL, FALSE);
  g_autoptr (PangoLayout) layout
      = trama_chart_fonts_create_layout (context, "Noto Sans", size, bold, FALSE, TRUE, text, -1);
  PangoRectangle logical;

  g_object_unref (context);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

static void
test_letters (void)
{
  static const char sentence[] = "Firms pay 65% of their manager, two months behind";

  g_assert_true (trama_chart_fonts_have_own_files ());
  /* As wide at every scale, in the same proportion. */
  g_assert_cmpfloat_with_epsilon (line_width (14, sentence, FALSE),
                                  2 * line_width (7, sentence, FALSE), 0.1);
  g_assert_cmpfloat_with_epsilon (line_width (70, sentence, FALSE),
                                  10 * line_width (7, sentence, FALSE), 0.6);
  /* Figures are equally wide, bold or not. */
  g_assert_cmpfloat_with_epsilon (line_width (10, "1111", FALSE), line_width (10, "8888", FALSE),
                                  0.01);
  g_assert_cmpfloat_with_epsilon (line_width (10, "1180", FALSE), line_width (10, "9042", TRUE),
                                  0.05);
  /* 0.572 of the size, as the font's files say. */
  g_assert_cmpfloat_with_epsilon (line_width (10, "0", FALSE), 5.72, 0.02);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-style/contrast-formula", test_contrast_formula);
  g_test_add_func ("/chart-style/contrasts", test_contrasts);
  g_test_add_func ("/chart-style/orders", test_orders);
  g_test_add_func ("/chart-style/font-size", test_font_size);
  g_test_add_func ("/chart-style/numbers", test_numbers);
  g_test_add_func ("/chart-style/letters", test_letters);
  return g_test_run ();
}
