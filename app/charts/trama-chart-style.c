/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-chart-style.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* 0xRRGGBB by role: light, dark, light in high contrast, dark in high contrast. The grey scheme is
 * the light one without its hues. */
static const guint32 palette[TRAMA_N_COLOURS][4] = {
  [TRAMA_COLOUR_NONE] = { 0xFFFFFF, 0x1D1D20, 0xFFFFFF, 0x0C0C0E },
  [TRAMA_COLOUR_GROUND] = { 0xFFFFFF, 0x1D1D20, 0xFFFFFF, 0x0C0C0E },
  [TRAMA_COLOUR_INK] = { 0x1A1A1A, 0xF2F2F2, 0x000000, 0xFFFFFF },
  [TRAMA_COLOUR_SECOND] = { 0x595959, 0xB8B8BE, 0x363636, 0xE2E2E6 },
  [TRAMA_COLOUR_AXIS] = { 0x8C8C8C, 0x8E8E96, 0x595959, 0xBEBEC4 },
  [TRAMA_COLOUR_GRID] = { 0xD9D9D9, 0x3A3A40, 0xA6A6A6, 0x6A6A72 },
  [TRAMA_COLOUR_UNKNOWN_FILL] = { 0xEFEFEF, 0x2B2B2F, 0xF2F2F2, 0x242428 },
  [TRAMA_COLOUR_UNKNOWN_HATCH] = { 0xA6A6A6, 0x6E6E76, 0x6E6E6E, 0xA6A6AE },
  [TRAMA_COLOUR_UNKNOWN_EDGE] = { 0x767676, 0x9A9AA2, 0x4A4A4A, 0xD0D0D6 },
  [TRAMA_COLOUR_TIER_WORKSHOP] = { 0xC9C4E6, 0x6A62A8, 0xD6D2EF, 0x5A5199 },
  [TRAMA_COLOUR_TIER_MIDDLE] = { 0x7268B4, 0x9C94D6, 0x665BAC, 0xA9A1E4 },
  [TRAMA_COLOUR_TIER_LEADING] = { 0x352B78, 0xDAD6F5, 0x1F1660, 0xEFEDFF },
  [TRAMA_COLOUR_TIER_EDGE] = { 0x352B78, 0xDAD6F5, 0x1F1660, 0xEFEDFF },
  [TRAMA_COLOUR_LANE_LEADING] = { 0xF1EFF9, 0x2B2938, 0xEFECFA, 0x211E30 },
  [TRAMA_COLOUR_LANE_MIDDLE] = { 0xF6F5FB, 0x262531, 0xF7F5FD, 0x191824 },
  [TRAMA_COLOUR_LANE_WORKSHOP] = { 0xFAF9FD, 0x222229, 0xFFFFFF, 0x121218 },
  [TRAMA_COLOUR_LANE_INSTITUTION] = { 0xF4F4F2, 0x28282B, 0xF1F1EF, 0x1C1C1F },
  [TRAMA_COLOUR_SOFT_BLUE] = { 0xD6E6F1, 0x1F3A4D, 0xD6E6F1, 0x14405F },
  [TRAMA_COLOUR_CATEGORY_1] = { 0x0072B2, 0x56B4E9, 0x00568A, 0x7CCBFF },
  [TRAMA_COLOUR_CATEGORY_2] = { 0xD55E00, 0xF08A4B, 0xA34600, 0xFFA870 },
  [TRAMA_COLOUR_CATEGORY_3] = { 0x009E73, 0x2FBF94, 0x006B4E, 0x55DBB2 },
  [TRAMA_COLOUR_CATEGORY_4] = { 0xCC79A7, 0xDB8FBA, 0x97376F, 0xF3AFD6 },
  [TRAMA_COLOUR_CATEGORY_5] = { 0x1A1A1A, 0xF2F2F2, 0x000000, 0xFFFFFF },
  [TRAMA_COLOUR_CATEGORY_6] = { 0xE69F00, 0xE69F00, 0xE69F00, 0xFFC13D },
  [TRAMA_COLOUR_TEXT_1] = { 0x0072B2, 0x56B4E9, 0x00568A, 0x7CCBFF },
  [TRAMA_COLOUR_TEXT_2] = { 0xB04A00, 0xF08A4B, 0x8F3C00, 0xFFA870 },
  [TRAMA_COLOUR_TEXT_3] = { 0x007A59, 0x2FBF94, 0x005C43, 0x55DBB2 },
  [TRAMA_COLOUR_TEXT_4] = { 0xA8437F, 0xDB8FBA, 0x87305F, 0xF3AFD6 },
  [TRAMA_COLOUR_TEXT_5] = { 0x1A1A1A, 0xF2F2F2, 0x000000, 0xFFFFFF },
  [TRAMA_COLOUR_TEXT_6] = { 0x8A5F00, 0xE69F00, 0x6B4A00, 0xFFC13D },
  [TRAMA_COLOUR_HEAT_1] = { 0xE3EDF5, 0x22333F, 0xE3EDF5, 0x1C2F3C },
  [TRAMA_COLOUR_HEAT_2] = { 0xB5D0E4, 0x2A4C63, 0xB5D0E4, 0x2A4C63 },
  [TRAMA_COLOUR_HEAT_3] = { 0x6FA6CC, 0x3B7499, 0x6FA6CC, 0x3B7499 },
  [TRAMA_COLOUR_HEAT_4] = { 0x2C78AE, 0x58A5D2, 0x1F6799, 0x6DB6E2 },
  [TRAMA_COLOUR_HEAT_5] = { 0x0B4A78, 0xA9D8F5, 0x063A60, 0xC4E6FB },
};

static TramaColour
unpack (guint32 packed)
{
  return (TramaColour) { (guint8) (packed >> 16), (guint8) (packed >> 8), (guint8) packed };
}

/* The lightest grey that stands 3 to 1 on white. */
#define LIGHTEST_MARK 0x94

/* Rec. 601 luma: what a grey printer makes of a colour. Categories stay marks on white. */
static TramaColour
without_hue (TramaColour colour, gboolean category)
{
  guint8 grey = (guint8) ((299 * colour.red + 587 * colour.green + 114 * colour.blue + 500) / 1000);

  if (category)
    grey = MIN (grey, LIGHTEST_MARK);
  return (TramaColour) { grey, grey, grey };
}

static void
copy_separator (char *target, gsize size, const char *found, const char *otherwise)
{
  g_strlcpy (target, found != NULL && *found != '\0' ? found : otherwise, size);
}

void
trama_chart_style_init (TramaChartStyle *style, TramaChartScheme scheme)
{
  static const int columns[] = { 0, 1, 2, 3, 0 };
  const struct lconv *conventions = localeconv ();

  g_return_if_fail (style != NULL);
  g_return_if_fail (scheme <= TRAMA_CHART_GREY);

  memset (style, 0, sizeof *style);
  style->scheme = scheme;
  style->text_scale = 1;
  g_strlcpy (style->family, "Noto Sans", sizeof style->family);
  copy_separator (style->decimal_point, sizeof style->decimal_point, conventions->decimal_point,
                  ".");
  copy_separator (style->thousands_separator, sizeof style->thousands_separator,
                  conventions->thousands_sep, ",");
  for (guint i = 0; i < TRAMA_N_COLOURS; i++)
    {
      style->colours[i] = unpack (palette[i][columns[scheme]]);
      if (scheme == TRAMA_CHART_GREY)
        style->colours[i] = without_hue (style->colours[i], i >= TRAMA_COLOUR_CATEGORY_1
                                                                && i <= TRAMA_COLOUR_CATEGORY_5);
    }
}

TramaColour
trama_chart_style_get_colour (const TramaChartStyle *style, TramaColourRole role)
{
  guint plain = (guint) role & 0x7f;

  g_return_val_if_fail (style != NULL, (TramaColour) { 0 });
  g_return_val_if_fail (plain < TRAMA_N_COLOURS, (TramaColour) { 0 });

  if (plain == (guint) role)
    return style->colours[plain];
  if (trama_colour_contrast (style->colours[TRAMA_COLOUR_INK], style->colours[plain])
      >= trama_colour_contrast (style->colours[TRAMA_COLOUR_GROUND], style->colours[plain]))
    return style->colours[TRAMA_COLOUR_INK];
  return style->colours[TRAMA_COLOUR_GROUND];
}

static double
linear (guint8 channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (TramaColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green)
         + 0.0722 * linear (colour.blue);
}

double
trama_colour_contrast (TramaColour a, TramaColour b)
{
  double la = luminance (a);
  double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

double
trama_chart_style_font_size (const TramaChartStyle *style, double points)
{
  double pixels;

  g_return_val_if_fail (style != NULL && points > 0, points);

  points *= style->text_scale > 0 ? style->text_scale : 1;
  if (!style->screen)
    return points;
  pixels = floor (points * 4 / 3 * 2 + 0.5) / 2;
  return MAX (pixels, 9) * 3 / 4;
}

char *
trama_chart_style_format (const TramaChartStyle *style, double value, int digits, gboolean fixed)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
  char format[8];
  const char *point;
  gsize whole, start;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (style != NULL && digits >= 0 && digits <= 9, NULL);

  if (!isfinite (value) || fabs (value) >= 1e15)
    return g_strdup (isnan (value) ? "–" : value > 0 ? "∞" : "−∞");
  g_snprintf (format, sizeof format, "%%.%df", digits);
  g_ascii_formatd (buffer, sizeof buffer, format,
                   digits == 0 ? round (fabs (value)) : fabs (value));
  point = strchr (buffer, '.');
  whole = point != NULL ? (gsize) (point - buffer) : strlen (buffer);
  text = g_string_new_len (buffer, (gssize) whole);
  if (point != NULL)
    {
      gsize length = strlen (point);

      while (!fixed && length > 1 && point[length - 1] == '0')
        length--;
      if (length > 1)
        {
          g_string_append (text, style->decimal_point);
          g_string_append_len (text, point + 1, (gssize) length - 1);
        }
    }
  for (start = whole; start > 3; start -= 3)
    g_string_insert (text, (gssize) start - 3, style->thousands_separator);
  /* What rounds to nothing has no sign. */
  if (value < 0 && strpbrk (text->str, "123456789") != NULL)
    g_string_prepend (text, "−");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
