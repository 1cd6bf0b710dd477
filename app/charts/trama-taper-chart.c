/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-taper-private.h"

#include "trama-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NATURAL_HEIGHT 150.0
/* A projection further off than this many months past the agreement is cut at the plot's edge. */
#define HORIZON 24

double
trama_taper_month_place (const TramaTaperDrawing *d, double month)
{
  return trama_scale_place (&d->x, month);
}

double
trama_taper_share_place (const TramaTaperDrawing *d, double share)
{
  return trama_scale_place (&d->y, share);
}

char *
trama_taper_month_date (const TramaTaperDrawing *d, int month, gboolean brief)
{
  gint32 day = trama_day_add_months (d->data->appointed, month - 1);
  int year, month_of_year;

  trama_day_to_civil (day, &year, &month_of_year, NULL);
  if (!brief)
    {
      TramaDate date = { day, trama_day_month_end (day), TRAMA_DATE_MONTH, FALSE, 0, 0 };

      return trama_date_to_prose (date);
    }
  /* Translators: a month: name, year */
  return g_strdup_printf (C_ ("date", "%s %d"), trama_scale_month_name (month_of_year), year);
}

/* A line through all known values of one of the columns; also what labels should keep off. What
 * holds for good goes on @to_the_end of the plot. */
static void
draw_line (TramaTaperDrawing *d, gsize offset, const TramaPaint *paint, double cost,
           gboolean to_the_end)
{
  double x0 = 0, y0 = 0;
  gboolean drawing = FALSE;

  for (guint i = 0; i < d->data->n_months; i++)
    {
      double value = G_STRUCT_MEMBER (double, &d->data->months[i], offset);
      double x = trama_taper_month_place (d, i + 1.0), y;

      if (isnan (value))
        {
          if (drawing)
            trama_scene_builder_paint (d->builder, paint);
          drawing = FALSE;
          continue;
        }
      y = trama_taper_share_place (d, value);
      if (drawing)
        {
          trama_scene_builder_line_to (d->builder, x, y);
          trama_label_placer_add_line (d->placer, x0, y0, x, y, cost);
        }
      else
        trama_scene_builder_move_to (d->builder, x, y);
      drawing = TRUE;
      x0 = x, y0 = y;
    }
  if (drawing && to_the_end && x0 < d->plot.x + d->plot.width)
    {
      double end = d->plot.x + d->plot.width;

      trama_scene_builder_line_to (d->builder, end, y0);
      trama_label_placer_add_line (d->placer, x0, y0, end, y0, cost);
    }
  if (drawing)
    trama_scene_builder_paint (d->builder, paint);
}

/* The share at @month on the way from the last one to all of it at @reached. */
static double
projected (const TramaTaperDrawing *d, double month, double reached)
{
  double from = d->data->months[d->last].rolling;

  if (isinf (reached) || reached <= d->last + 1)
    return isinf (reached) ? from : 1;
  return MIN (from + (month - (d->last + 1)) / (reached - (d->last + 1)) * (1 - from), 1);
}

static void
draw_wedge (TramaTaperDrawing *d)
{
  const TramaPaint area = { .fill = TRAMA_COLOUR_SOFT_BLUE };
  const TramaPaint edge
      = { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_AXIS, .dash = TRAMA_DASH_FINE };
  double start = d->last + 1, from = d->data->months[d->last].rolling;
  double early = MIN (d->data->earliest, d->x.to), late = MIN (d->data->latest, d->x.to);
  double x0 = trama_taper_month_place (d, start), y0 = trama_taper_share_place (d, from);
  const double ends[2][2] = {
    { trama_taper_month_place (d, early),
      trama_taper_share_place (d, projected (d, early, d->data->earliest)) },
    { trama_taper_month_place (d, late),
      trama_taper_share_place (d, projected (d, late, d->data->latest)) },
  };

  trama_scene_builder_move_to (d->builder, x0, y0);
  trama_scene_builder_line_to (d->builder, ends[0][0], ends[0][1]);
  trama_scene_builder_line_to (d->builder, ends[1][0], ends[0][1]);
  trama_scene_builder_line_to (d->builder, ends[1][0], ends[1][1]);
  trama_scene_builder_close (d->builder);
  trama_scene_builder_paint (d->builder, &area);
  for (guint i = 0; i < 2; i++)
    {
      trama_scene_builder_add_line (d->builder, x0, y0, ends[i][0], ends[i][1], &edge);
      trama_label_placer_add_line (d->placer, x0, y0, ends[i][0], ends[i][1], 2);
    }
}

/* On the line of all of it: from the earliest month to the latest, with ends. */
static void
draw_bracket (TramaTaperDrawing *d)
{
  const TramaPaint paint = { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_MAIN };
  double y = trama_taper_share_place (d, 1);
  double from = trama_taper_month_place (d, d->data->earliest);
  double to = trama_taper_month_place (d, MIN (d->data->latest, d->x.to));

  if (d->data->earliest > d->x.to)
    return;
  trama_scene_builder_move_to (d->builder, from, y + 4);
  trama_scene_builder_line_to (d->builder, from, y);
  trama_scene_builder_line_to (d->builder, to, y);
  if (d->data->latest <= d->x.to)
    trama_scene_builder_line_to (d->builder, to, y + 4);
  trama_scene_builder_paint (d->builder, &paint);
}

static void
draw_rings (TramaTaperDrawing *d)
{
  const TramaPaint ring = { .fill = TRAMA_COLOUR_GROUND,
                            .stroke = TRAMA_COLOUR_SECOND,
                            .width = TRAMA_WIDTH_OUTLINE };

  for (guint i = 0; i < d->data->n_months; i++)
    {
      double x = trama_taper_month_place (d, i + 1.0), y;

      if (isnan (d->data->months[i].paid))
        continue;
      y = trama_taper_share_place (d, d->data->months[i].paid);
      trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, x, y, TRAMA_TAPER_RING, &ring);
      trama_label_placer_add_box (d->placer,
                                  (TramaBox) { x - TRAMA_TAPER_RING, y - TRAMA_TAPER_RING,
                                               2 * TRAMA_TAPER_RING, 2 * TRAMA_TAPER_RING },
                                  1.5);
    }
}

/* The first month in which all of it was agreed; 0: never. */
int
trama_taper_agreed_month (const TramaTaperChart *data)
{
  for (guint i = 0; i < data->n_months; i++)
    if (data->months[i].agreed >= 1)
      return (int) i + 1;
  return 0;
}

char *
trama_taper_say_forecast (const TramaTaperDrawing *d, gboolean brief)
{
  const TramaTaperChart *data = d->data;

  switch (data->forecast)
    {
    case TRAMA_FORECAST_NOT_ON_COURSE:
      return g_strdup (_ ("not on this course"));
    case TRAMA_FORECAST_REACHED:
      return g_strdup (_ ("all of it paid by members"));
    case TRAMA_FORECAST_ENDED:
      {
        g_autofree char *date = trama_taper_month_date (d, MAX (data->ended, 1), brief);

        /* Translators: when the manager's post ended: a month */
        return g_strdup_printf (_ ("the post ended\nin %s"), date);
      }
    case TRAMA_FORECAST_RANGE:
      {
        g_autofree char *from = trama_taper_month_date (d, (int) ceil (data->earliest), brief);
        g_autofree char *to = NULL;

        if (isinf (data->latest))
          /* Translators: when the members are projected to pay all of their manager's pay */
          return g_strdup_printf (_ ("projected: all of it\nfrom %s or never"), from);
        to = trama_taper_month_date (d, (int) ceil (data->latest), brief);
        if (g_str_equal (from, to))
          return g_strdup_printf (_ ("projected: all of it\nin %s"), from);
        return g_strdup_printf (_ ("projected: all of it\n%s to %s"), from, to);
      }
    case TRAMA_FORECAST_TOO_EARLY:
    default:
      return g_strdup (_ ("no projection before\nsix closed months"));
    }
}

static void
add_items (TramaTaperDrawing *d, TramaChartTable *table)
{
  const TramaChartStyle *style = trama_scene_builder_get_style (d->builder);

  for (guint i = 0; i < d->data->n_months; i++)
    {
      const TramaTaperMonth *month = &d->data->months[i];
      const double shares[3] = { month->agreed, month->paid, month->rolling };
      g_autofree char *date = trama_taper_month_date (d, (int) i + 1, FALSE);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *value = NULL;
      char *cells[5] = { g_steal_pointer (&number), g_strdup (date), NULL, NULL, NULL };
      double half = (d->x.place_to - d->x.place_from) / MAX (d->x.to - d->x.from, 1) / 2;
      double x = trama_taper_month_place (d, i + 1.0);

      for (guint s = 0; s < 3; s++)
        cells[s + 2] = isnan (shares[s]) ? NULL : trama_chart_percent (style, shares[s], 0);
      if (!isnan (month->rolling) && !isnan (month->agreed))
        value = g_strdup_printf (_ ("%s paid, %s agreed"), cells[4], cells[2]);
      else if (!isnan (month->agreed))
        value = g_strdup_printf (_ ("%s agreed"), cells[2]);
      trama_scene_builder_add_item (
          d->builder, "month", TRAMA_ID_NONE, date, value,
          trama_day_month_end (trama_day_add_months (d->data->appointed, (int) i)));
      trama_scene_builder_add_target (d->builder, MAX (x - half, d->plot.x), d->plot.y,
                                      MIN (2 * half, d->plot.width), d->plot.height);
      trama_chart_table_take_row (table, cells);
    }
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

/* "month 1", 13, 25 …, with the dates below them if asked. */
static void
add_bottom_axis (TramaTaperDrawing *d)
{
  const TramaPaint axis = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  double bottom = d->plot.y + d->plot.height;
  double line = trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL);
  double widest = trama_chart_text_width (d->builder, d->data->dates ? "Mar 2028" : "month 1",
                                          TRAMA_TEXT_LABEL, FALSE);
  int step = trama_scale_month_step ((int) (d->x.to - d->x.from),
                                     (guint) MAX (d->plot.width / (widest + 9), 1));

  trama_scene_builder_add_line (d->builder, d->plot.x, bottom, d->plot.x + d->plot.width, bottom,
                                &axis);
  for (int month = 1; month <= d->x.to; month += step)
    {
      g_autofree char *date = trama_taper_month_date (d, month, TRUE);
      /* Translators: the first label of an axis of months */
      g_autofree char *name = month == 1 && !d->data->dates
                                  ? g_strdup_printf (_ ("month %d"), month)
                                  : g_strdup_printf ("%d", month);
      double width = MAX (trama_chart_text_width (d->builder, name, TRAMA_TEXT_LABEL, FALSE),
                          d->data->dates ? widest : 0);
      double x = CLAMP (trama_taper_month_place (d, month), width / 2,
                        trama_scene_builder_get_width (d->builder) - width / 2);

      trama_chart_put (d->builder, name, TRAMA_TEXT_LABEL, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_MIDDLE,
                       TRAMA_TOP, x, bottom + 5.5);
      if (d->data->dates)
        trama_chart_put (d->builder, date, TRAMA_TEXT_NODE, TRAMA_COLOUR_SECOND, TRAMA_ALIGN_MIDDLE,
                         TRAMA_TOP, x, bottom + 5.5 + line);
    }
}

/* Before somebody is appointed there is no month to draw: the chart says what will stand here. */
static void
draw_nobody (TramaTaperDrawing *d)
{
  const TramaPaint axis = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  const TramaTextSpec spec = { .text = _ ("no manager appointed,\nso no pay to share yet"),
                               .align = TRAMA_ALIGN_MIDDLE,
                               .vertical = TRAMA_CENTRE,
                               .colour = TRAMA_COLOUR_SECOND,
                               .halo = TRAMA_COLOUR_GROUND };
  double bottom = d->plot.y + d->plot.height;

  trama_scene_builder_add_line (d->builder, d->plot.x, bottom, d->plot.x + d->plot.width, bottom,
                                &axis);
  trama_scene_builder_add_text (d->builder, &spec, d->plot.x + d->plot.width / 2,
                                d->plot.y + d->plot.height * 0.375);
}

static void
draw (TramaTaperDrawing *d, TramaChartTable *table)
{
  const TramaPaint agreed
      = { .stroke = TRAMA_COLOUR_INK, .width = TRAMA_WIDTH_SECOND, .dash = TRAMA_DASH_LONG };
  const TramaPaint rolling = { .stroke = TRAMA_COLOUR_CATEGORY_1, .width = TRAMA_WIDTH_MAIN };
  gboolean range = d->data->forecast == TRAMA_FORECAST_RANGE && d->last >= 0;

  add_bottom_axis (d);
  if (range)
    draw_wedge (d);
  draw_line (d, G_STRUCT_OFFSET (TramaTaperMonth, agreed), &agreed, 2,
             d->data->months[d->data->n_months - 1].agreed >= 1);
  if (range)
    draw_bracket (d);
  draw_rings (d);
  draw_line (d, G_STRUCT_OFFSET (TramaTaperMonth, rolling), &rolling, 3, FALSE);
  if (d->last >= 0)
    trama_taper_label_shares (d);
  trama_taper_add_words (d);
  trama_taper_explain_ring (d);
  add_items (d, table);
}

static void
set_scales (TramaTaperDrawing *d, const TramaAxisFormat *percent)
{
  const TramaTaperChart *data = d->data;
  double months = MAX (data->n_months, 2), top = 1;

  for (guint i = 0; i < data->n_months; i++)
    {
      const TramaTaperMonth *month = &data->months[i];

      top = MAX (top, isnan (month->paid) ? 0 : month->paid);
      top = MAX (top, isnan (month->rolling) ? 0 : month->rolling);
      top = MAX (top, isnan (month->agreed) ? 0 : month->agreed);
      if (!isnan (month->rolling))
        d->last = (int) i;
    }
  if (data->forecast == TRAMA_FORECAST_RANGE)
    months = MAX (months,
                  MIN (isinf (data->latest) ? months : ceil (data->latest) + 1, months + HORIZON));
  d->y = (TramaScale) { 0, top > 1 ? ceil (top * 4 - 1e-9) / 4 : 1, d->plot.y + d->plot.height,
                        d->plot.y };
  d->step = 0.25;
  while (d->step < d->y.to
         && d->y.to / d->step
                > d->plot.height
                      / (1.5 * trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL)))
    d->step *= 2;
  d->plot.x = trama_chart_axis_measure_values (d->builder, &d->y, d->step, percent);
  d->plot.width = MAX (d->plot.width - d->plot.x - 4, 10);
  /* The share paid last is told right of its mark: the axis goes on until there is room. */
  if (d->last >= 0)
    {
      g_autofree char *share = trama_chart_percent (trama_scene_builder_get_style (d->builder),
                                                    data->months[d->last].rolling, 0);
      g_autofree char *paid = g_strdup_printf (_ ("%s paid"), share);
      double words = trama_chart_text_width (d->builder, paid, TRAMA_TEXT_VALUE, TRUE) + 12;

      if (words < d->plot.width / 2)
        months = MAX (months, ceil (1 + d->last / (1 - words / d->plot.width)));
    }
  d->x = (TramaScale) { 1, months, d->plot.x, d->plot.x + d->plot.width };
}

TramaScene *
trama_taper_chart_new (const TramaTaperChart *data, const TramaChartStyle *style, double width,
                       double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaLabelPlacer) placer = NULL;
  g_autoptr (TramaChartTable) table = trama_chart_table_new ("9a999");
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  const TramaAxisFormat percent = { .percent = TRUE };
  TramaTaperDrawing d = { .data = data, .last = -1 };

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_months == 0 || data->months != NULL, NULL);

  builder = trama_scene_builder_new (style, width, height > 0 ? height : NATURAL_HEIGHT);
  d.builder = builder;
  d.plot = trama_chart_frame_add (&data->frame, builder, 0);
  d.plot.y += 3;
  d.plot.height -= 3 + trama_chart_axis_get_depth (builder);
  if (data->dates)
    d.plot.height -= trama_scene_builder_get_leading (builder, TRAMA_TEXT_LABEL);
  d.plot.height = MAX (d.plot.height, 10);
  set_scales (&d, &percent);
  trama_chart_axis_add_values (builder, &d.plot, &d.y, d.step, &percent);
  placer = trama_label_placer_new (d.plot);
  d.placer = placer;
  trama_chart_table_set_headers (table, _ ("Month"), _ ("Date"), _ ("Agreed"), _ ("Paid"),
                                 _ ("Mean of three"));
  if (data->n_months > 0)
    draw (&d, table);
  else
    draw_nobody (&d);
  said = data->n_months > 0 ? trama_taper_say_forecast (&d, FALSE) : g_strdup ("");
  g_strdelimit (said, "\n", ' ');
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
