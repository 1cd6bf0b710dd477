/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words in the plot of the taper, kept off its lines and rings. */

#include "trama-taper-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Tries the corners of a point, then steps outwards. */
static gboolean
place_near (TramaTaperDrawing *d, const TramaTextSpec *wanted, double x, double y, gboolean above,
            double *found_x, double *found_y)
{
  TramaTextSpec spec = *wanted;
  TramaBox candidates[24];
  double places[24][2];
  guint n = 0, chosen;

  spec.vertical = TRAMA_CENTRE;
  for (guint ring = 0; ring < 3; ring++)
    for (guint side = 0; side < 8; side++)
      {
        /* Right, below right, above right; for labels above: left first. */
        static const int ways[2][8][2] = {
          { { 1, 0 }, { 1, 1 }, { 0, 1 }, { 1, -1 }, { -1, 1 }, { 0, -1 }, { -1, 0 }, { -1, -1 } },
          { { -1, -1 }, { 0, -1 }, { -1, 0 }, { 1, -1 }, { 1, 0 }, { 1, 1 }, { -1, 1 }, { 0, 1 } },
        };
        int wx = ways[above][side][0], wy = ways[above][side][1];
        double width, height, gap = 5 + ring * 5.0;

        trama_scene_builder_get_text_size (d->builder, &spec, &width, &height);
        places[n][0] = x + wx * (gap + width / 2) - width / 2;
        places[n][1] = y + wy * (gap + height / 2) * (wx != 0 ? 0.8 : 1);
        candidates[n]
            = trama_scene_builder_measure_text (d->builder, &spec, places[n][0], places[n][1]);
        n++;
      }
  if (!trama_label_placer_place (d->placer, candidates, n, 50, &chosen))
    return FALSE;
  *found_x = places[chosen][0];
  *found_y = places[chosen][1];
  return TRUE;
}

static void
label_point (TramaTaperDrawing *d, const char *text, TramaTextRole role, gboolean bold,
             TramaColourRole colour, double x, double y, gboolean above)
{
  const TramaTextSpec spec = { .text = text,
                               .role = role,
                               .bold = bold,
                               .colour = colour,
                               .vertical = TRAMA_CENTRE,
                               .halo = TRAMA_COLOUR_GROUND };
  double at_x, at_y;

  if (place_near (d, &spec, x, y, above, &at_x, &at_y))
    trama_scene_builder_add_text (d->builder, &spec, at_x, at_y);
}

void
trama_taper_label_shares (TramaTaperDrawing *d)
{
  const TramaChartStyle *style = trama_scene_builder_get_style (d->builder);
  const TramaPaint disc = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  const TramaTaperMonth *month = &d->data->months[d->last];
  double x = trama_taper_month_place (d, d->last + 1);
  g_autofree char *share = trama_chart_percent (style, month->rolling, 0);
  g_autofree char *paid = g_strdup_printf (_ ("%s paid"), share);

  trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, x,
                                trama_taper_share_place (d, month->rolling), TRAMA_TAPER_DISC,
                                &disc);
  label_point (d, paid, TRAMA_TEXT_VALUE, TRUE, TRAMA_COLOUR_TEXT_1, x,
               trama_taper_share_place (d, month->rolling), FALSE);
  /* All of it is what the axis ends with; the words below say since when. */
  if (!isnan (month->agreed) && month->agreed < 1)
    {
      g_autofree char *agreed_share = trama_chart_percent (style, month->agreed, 0);
      g_autofree char *agreed = g_strdup_printf (_ ("%s agreed"), agreed_share);

      label_point (d, agreed, TRAMA_TEXT_LABEL, TRUE, TRAMA_COLOUR_INK, x,
                   trama_taper_share_place (d, month->agreed), TRUE);
    }
}

/* The words stand at the lower right, where shares that rise leave room. */
void
trama_taper_add_words (TramaTaperDrawing *d)
{
  int agreed = trama_taper_agreed_month (d->data);
  g_autofree char *forecast = trama_taper_say_forecast (d, TRUE);
  g_autofree char *date = agreed > 0 ? trama_taper_month_date (d, agreed, TRUE) : NULL;
  g_autofree char *agreed_words = date != NULL ? g_strdup_printf (_ ("agreed: %s"), date) : NULL;
  gboolean range = d->data->forecast == TRAMA_FORECAST_RANGE;
  g_autofree char *both = agreed_words != NULL ? g_strconcat (forecast, "\n", agreed_words, NULL)
                                               : g_strdup (forecast);
  const TramaTextSpec spec = { .text = both,
                               .align = TRAMA_ALIGN_END,
                               .vertical = TRAMA_BOTTOM,
                               .colour = range ? TRAMA_COLOUR_TEXT_1 : TRAMA_COLOUR_SECOND };
  double right = d->plot.x + d->plot.width, line, best = 0;
  TramaBox candidates[40];
  double ys[40], xs[40];
  guint n = 0, chosen;

  line = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  best = d->plot.y + d->plot.height * 0.82;
  for (guint column = 0; column < 4; column++)
    for (guint row = 0; row < 10; row++)
      {
        /* First a little above the axis, then up, then down to it. */
        ys[n] = row < 8 ? best - row * d->plot.height * 0.08
                        : best + (row - 7) * d->plot.height * 0.06;
        xs[n] = right - column * d->plot.width * 0.12;
        candidates[n] = trama_scene_builder_measure_text (d->builder, &spec, xs[n], ys[n]);
        n++;
      }
  if (!trama_label_placer_place (d->placer, candidates, n, 3, &chosen))
    return;
  {
    TramaTextSpec first = spec, second = spec;

    first.text = forecast;
    second.text = agreed_words;
    second.colour = TRAMA_COLOUR_INK;
    trama_scene_builder_add_text (d->builder, &first, xs[chosen],
                                  ys[chosen] - (agreed_words != NULL ? line : 0));
    if (agreed_words != NULL)
      trama_scene_builder_add_text (d->builder, &second, xs[chosen], ys[chosen]);
  }
}

/* A ring is pointed out once, from below. */
void
trama_taper_explain_ring (TramaTaperDrawing *d)
{
  const TramaTextSpec spec = { .text = _ ("each month, paid"),
                               .colour = TRAMA_COLOUR_SECOND,
                               .vertical = TRAMA_TOP,
                               .halo = TRAMA_COLOUR_GROUND };
  const TramaPaint leader = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_RULE };

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 1; i < d->data->n_months; i++)
      {
        const TramaTaperMonth *month = &d->data->months[i];
        double x = trama_taper_month_place (d, i + 1.0), y;
        TramaBox box;
        guint chosen;

        /* First one that lies under the line, then any. */
        if (isnan (month->paid)
            || (pass == 0 && (isnan (month->rolling) || month->paid >= month->rolling - 0.01)))
          continue;
        y = trama_taper_share_place (d, month->paid);
        box = trama_scene_builder_measure_text (d->builder, &spec, x - 2, y + 18);
        if (!trama_label_placer_place (d->placer, &box, 1, 0.5, &chosen))
          continue;
        trama_scene_builder_add_line (d->builder, x + 0.6, y + TRAMA_TAPER_RING + 0.8, x + 3.5,
                                      y + 16, &leader);
        trama_scene_builder_add_text (d->builder, &spec, x - 2, y + 18);
        return;
      }
}
