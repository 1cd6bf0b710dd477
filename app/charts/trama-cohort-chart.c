/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-cohort-chart.h"

#include "trama-chart-axis.h"
#include "trama-label-placer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NATURAL_HEIGHT 150.0
#define MAX_OTHERS_NAMED 6

typedef struct
{
  const TramaCohortChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;
  TramaScale x;
  TramaScale y;
  double ring;          /* radius, smaller where there are many */
  double *shifts;       /* sideways, of programmes that share a place */
  TramaLabelPlacer *placer;
  TramaTextSpec aside;
  gboolean aside_below;
  double aside_height;  /* with its gap, below */
} Drawing;

static double
place_x (const Drawing *d, guint i)
{
  return trama_scale_place (&d->x, d->data->programmes[i].age) + d->shifts[i];
}

static double
place_y (const Drawing *d, int criteria)
{
  return trama_scale_place (&d->y, criteria);
}

static gboolean
has_subject (const TramaCohortChart *data)
{
  return data->subject < data->n_programmes;
}

/* Programmes of one age and score stand side by side. */
static void
find_shifts (Drawing *d)
{
  guint n = d->data->n_programmes;

  d->shifts = g_new0 (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const TramaCohortProgramme *one = &d->data->programmes[i];
      guint before = 0;

      for (guint j = 0; j < i; j++)
        {
          const TramaCohortProgramme *other = &d->data->programmes[j];

          before += other->met == one->met
                    && fabs (trama_scale_place (&d->x, other->age)
                             - trama_scale_place (&d->x, one->age))
                           < d->ring;
        }
      /* 0, +1, −1, +2, … */
      d->shifts[i] = (before % 2 == 1 ? 1 : -1) * ((before + 1) / 2) * d->ring * 1.6;
    }
}

static void
draw_bar (Drawing *d, guint i)
{
  const TramaCohortProgramme *programme = &d->data->programmes[i];
  gboolean subject = i == d->data->subject;
  const TramaPaint paint = { .stroke = subject ? TRAMA_COLOUR_CATEGORY_1 : TRAMA_COLOUR_SECOND,
                             .width = subject ? TRAMA_WIDTH_SECOND : TRAMA_WIDTH_OUTLINE };
  double x = place_x (d, i), top = place_y (d, programme->at_most);

  if (programme->at_most <= programme->met)
    return;
  trama_scene_builder_add_line (d->builder, x, place_y (d, programme->met), x, top, &paint);
  trama_scene_builder_add_line (d->builder, x - d->ring, top, x + d->ring, top, &paint);
  trama_label_placer_add_line (d->placer, x, place_y (d, programme->met), x, top, 4);
}

static void
draw_programme (Drawing *d, guint i)
{
  const TramaCohortProgramme *programme = &d->data->programmes[i];
  gboolean subject = i == d->data->subject;
  const TramaPaint ring = { .fill = TRAMA_COLOUR_GROUND,
                            .stroke = TRAMA_COLOUR_SECOND,
                            .width = TRAMA_WIDTH_OUTLINE };
  const TramaPaint disc = { .fill = TRAMA_COLOUR_CATEGORY_1 };
  double r = subject ? d->ring * 1.5 : d->ring;
  double x = place_x (d, i), y = place_y (d, programme->met);
  g_autofree char *value
      = programme->at_most > programme->met
            ? g_strdup_printf (_ ("%d, at most %d, of %d met, %.0f months old"), programme->met,
                               programme->at_most, d->data->n_criteria, programme->age)
            : g_strdup_printf (_ ("%d of %d met, %.0f months old"), programme->met,
                               d->data->n_criteria, programme->age);

  trama_scene_builder_add_item (d->builder, "programme", programme->record, programme->label, value,
                                TRAMA_SCENE_NO_DATE);
  draw_bar (d, i);
  trama_scene_builder_add_mark (d->builder, TRAMA_MARK_DISC, x, y, r, subject ? &disc : &ring);
  /* Dear, not forbidden: the subject's name must stand somewhere. */
  trama_label_placer_add_box (d->placer, (TramaBox) { x - r, y - r, 2 * r, 2 * r }, 20);
  trama_scene_builder_set_item (d->builder, TRAMA_SCENE_NO_ITEM);
}

static gboolean
label_programme (Drawing *d, guint i, gboolean subject)
{
  const TramaCohortProgramme *programme = &d->data->programmes[i];
  const TramaTextSpec spec = { .text = programme->label,
                               .bold = subject,
                               .colour = subject ? TRAMA_COLOUR_TEXT_1 : TRAMA_COLOUR_SECOND,
                               .vertical = TRAMA_CENTRE,
                               .halo = TRAMA_COLOUR_GROUND,
                               .width = d->plot.width * 0.5,
                               .max_lines = 2 };
  double x = place_x (d, i), y = place_y (d, programme->met);
  double width, height, gap = d->ring * (subject ? 1.5 : 1) + 3;
  double lefts[8], middles[8];
  TramaBox candidates[8];
  guint chosen;

  if (programme->label == NULL || *programme->label == '\0')
    return FALSE;
  trama_scene_builder_get_text_size (d->builder, &spec, &width, &height);
  {
    const double x_places[8] = { x + gap,       x - gap - width, x + gap,         x + gap,
                                 x - width / 2, x - gap - width, x - gap - width, x - width / 2 };
    const double y_places[8]
        = { y, y, y + height, y - height, y + height + 2, y + height, y - height, y - height - 3 };

    for (guint c = 0; c < 8; c++)
      {
        lefts[c] = x_places[c];
        middles[c] = y_places[c];
        /* The subject's name stands somewhere, if not where it would best. */
        if (subject)
          {
            lefts[c] = CLAMP (lefts[c], d->plot.x + 2, d->plot.x + d->plot.width - width - 2);
            middles[c]
                = CLAMP (middles[c], d->plot.y + height, d->plot.y + d->plot.height - height);
          }
        candidates[c] = trama_scene_builder_measure_text (d->builder, &spec, lefts[c], middles[c]);
        /* Neighbours' marks keep a little distance. */
        candidates[c].x -= 2;
        candidates[c].width += 4;
        candidates[c].y -= 1.5;
        candidates[c].height += 3;
      }
  }
  if (!trama_label_placer_place (d->placer, candidates, 8, subject ? G_MAXDOUBLE : 1, &chosen))
    return FALSE;
  trama_scene_builder_add_text (d->builder, &spec, lefts[chosen], middles[chosen]);
  return TRUE;
}

/* Named first: who stands furthest from the others, for there is room. */
static void
label_others (Drawing *d)
{
  guint n = d->data->n_programmes, named = 0;
  g_autofree double *distances = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      distances[i] = i == d->data->subject ? -1 : G_MAXDOUBLE;
      for (guint j = 0; j < n && distances[i] >= 0; j++)
        if (j != i)
          distances[i] = MIN (distances[i], hypot (place_x (d, i) - place_x (d, j),
                                                   place_y (d, d->data->programmes[i].met)
                                                       - place_y (d, d->data->programmes[j].met)));
    }
  while (named < MAX_OTHERS_NAMED)
    {
      guint best = G_MAXUINT;

      for (guint i = 0; i < n; i++)
        if (distances[i] >= 0 && (best == G_MAXUINT || distances[i] > distances[best]))
          best = i;
      if (best == G_MAXUINT)
        return;
      distances[best] = -1;
      named += label_programme (d, best, FALSE);
    }
}

static void
fill_table (const Drawing *d, TramaChartTable *table)
{
  trama_chart_table_set_headers (table, _ ("Programme"), _ ("Months"), _ ("Met"), _ ("At most"));
  for (guint i = 0; i < d->data->n_programmes; i++)
    {
      const TramaCohortProgramme *programme = &d->data->programmes[i];
      g_autofree char *age = g_strdup_printf ("%.0f", programme->age);
      g_autofree char *met = g_strdup_printf ("%d", programme->met);
      g_autofree char *at_most = g_strdup_printf ("%d", MAX (programme->at_most, programme->met));

      trama_chart_table_add_row (table, programme->label, age, met, at_most);
    }
}

static void
draw (Drawing *d)
{
  guint n = d->data->n_programmes;

  find_shifts (d);
  for (guint i = 0; i < n; i++)
    if (i != d->data->subject)
      draw_programme (d, i);
  if (has_subject (d->data))
    {
      draw_programme (d, d->data->subject);
      label_programme (d, d->data->subject, TRUE);
    }
  label_others (d);
}

#define ASIDE_GAP 8.0

static gboolean
has_aside (const TramaCohortChart *data)
{
  return data->aside != NULL && *data->aside != '\0';
}

/* Room for the sentence on history: beside the plot where that is wide and high enough, else below
 * the axis. Returns how high plot, axis and sentence are together, at least @available. */
static double
plan_aside (Drawing *d, double available, double depth)
{
  TramaTextSpec *spec = &d->aside;
  double width = trama_scene_builder_get_width (d->builder), height;

  *spec = (TramaTextSpec) { .text = d->data->aside,
                            .italic = TRUE,
                            .vertical = TRAMA_TOP,
                            .width = CLAMP (width * 0.23, 52, 110) };
  trama_scene_builder_get_text_size (d->builder, spec, NULL, &height);
  if (width - spec->width >= 120 && height <= available - depth)
    return available;
  d->aside_below = TRUE;
  spec->width = width;
  trama_scene_builder_get_text_size (d->builder, spec, NULL, &height);
  d->aside_height
      = height + ASIDE_GAP + trama_scene_builder_get_leading (d->builder, TRAMA_TEXT_LABEL) * 0.3;
  return MAX (available, TRAMA_CHART_LEAST_PLOT + depth + d->aside_height);
}

static void
set_aside (Drawing *d, double depth)
{
  if (d->aside_below)
    {
      d->plot.height -= d->aside_height;
      trama_scene_builder_add_text (d->builder, &d->aside, d->plot.x,
                                    d->plot.y + d->plot.height + depth + ASIDE_GAP);
      return;
    }
  d->plot.width -= d->aside.width + ASIDE_GAP;
  trama_scene_builder_add_text (d->builder, &d->aside, d->plot.x + d->plot.width + ASIDE_GAP,
                                d->plot.y);
}

static char *
say (const TramaCohortChart *data)
{
  if (has_subject (data))
    {
      const TramaCohortProgramme *subject = &data->programmes[data->subject];

      return g_strdup_printf (_ ("%s meets %d, at most %d, of %d criteria"), subject->label,
                              subject->met, MAX (subject->at_most, subject->met), data->n_criteria);
    }
  return g_strdup_printf (ngettext ("%u programme", "%u programmes", data->n_programmes),
                          data->n_programmes);
}

TramaScene *
trama_cohort_chart_new (const TramaCohortChart *data, const TramaChartStyle *style, double width,
                        double height)
{
  g_autoptr (TramaSceneBuilder) builder = NULL;
  g_autoptr (TramaLabelPlacer) placer = NULL;
  g_autoptr (TramaChartTable) table = trama_chart_table_new ("a999");
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  const TramaAxisFormat numbers = { 0 };
  const TramaAxisFormat months = { .unit = _ ("months") };
  Drawing d = { .data = data };
  double oldest = 12, step, age_step, left, depth, whole;

  g_return_val_if_fail (data != NULL && style != NULL, NULL);
  g_return_val_if_fail (data->n_programmes == 0 || data->programmes != NULL, NULL);

  builder = trama_scene_builder_new (style, width, height > 0 ? height : NATURAL_HEIGHT);
  d.builder = builder;
  depth = trama_chart_axis_get_depth (builder) + 3;
  whole = trama_scene_builder_get_height (builder)
          - trama_chart_frame_measure_all (&data->frame, builder);
  whole = MAX (whole, TRAMA_CHART_LEAST_PLOT + depth);
  if (has_aside (data))
    whole = plan_aside (&d, whole, depth);
  d.plot = trama_chart_frame_add (&data->frame, builder, whole);
  d.plot.y += 3;
  d.plot.height -= depth;
  if (has_aside (data))
    set_aside (&d, depth - 3);
  for (guint i = 0; i < data->n_programmes; i++)
    oldest = MAX (oldest, data->programmes[i].age);
  step = trama_scale_count_step (data->n_criteria, (guint) CLAMP (d.plot.height / 22, 1, 6));
  d.y = (TramaScale) { 0, MAX (data->n_criteria, 1), d.plot.y + d.plot.height, d.plot.y };
  left = trama_chart_axis_measure_values (builder, &d.y, step, &numbers);
  d.plot.x += left;
  d.plot.width = MAX (d.plot.width - left, 10);
  age_step = trama_scale_month_step ((int) ceil (oldest), (guint) MAX (d.plot.width / 26, 1));
  /* Marks at either end keep within the plot. */
  d.x = (TramaScale) { 0, ceil (oldest / age_step) * age_step, d.plot.x + 2,
                       d.plot.x + d.plot.width - 8 };
  d.ring = data->n_programmes <= 40 ? 2.6 : data->n_programmes <= 120 ? 2 : 1.5;
  placer = trama_label_placer_new (
      (TramaBox) { d.plot.x, d.plot.y - 3, d.plot.width, d.plot.height + 2 });
  d.placer = placer;
  trama_chart_axis_add_values (builder, &d.plot, &d.y, step, &numbers);
  trama_chart_axis_add_positions (builder, &d.plot, &d.x, 0, age_step, &months);
  draw (&d);
  fill_table (&d, table);
  g_free (d.shifts);
  said = say (data);
  sentence = trama_chart_frame_make_sentence (&data->frame, said);
  return trama_scene_builder_finish (builder, sentence, g_steal_pointer (&table));
}
