/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-chart-legend.h"

#include "trama-chart-axis.h"

#include <math.h>

#define LINE_LENGTH 21.0
#define KEY_GAP 5.0
#define ENTRY_GAP 10.0
#define MAX_DISCS 4

typedef enum
{
  KEY_BOX,
  KEY_MARK,
  KEY_LINE,
  KEY_DISCS,
  KEY_RINGED
} KeyType;

typedef struct
{
  KeyType type;
  TramaPaint paints[MAX_DISCS];
  double sizes[MAX_DISCS];
  guint n;
  double width;
  double height;
  TramaMark mark;
  guint form;
  TramaColourRole colour;
  char *label;
} Entry;

struct _TramaChartLegend
{
  GArray *entries;
  gboolean columns;
};

static void
clear_entry (gpointer entry)
{
  g_free (((Entry *) entry)->label);
}

TramaChartLegend *
trama_chart_legend_new (void)
{
  TramaChartLegend *legend = g_new0 (TramaChartLegend, 1);

  legend->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (legend->entries, clear_entry);
  return legend;
}

void
trama_chart_legend_free (TramaChartLegend *legend)
{
  if (legend == NULL)
    return;
  g_array_unref (legend->entries);
  g_free (legend);
}

static void
add_entry (TramaChartLegend *legend, Entry *entry, const char *label)
{
  entry->label = g_strdup (label != NULL ? label : "");
  g_array_append_val (legend->entries, *entry);
}

void
trama_chart_legend_add_box (TramaChartLegend *legend, const TramaPaint *paint, double width,
                            double height, const char *label)
{
  Entry entry = { .type = KEY_BOX, .paints = { *paint }, .width = width, .height = height };

  add_entry (legend, &entry, label);
}

void
trama_chart_legend_add_mark (TramaChartLegend *legend, TramaMark mark, double size,
                             const TramaPaint *paint, const char *label)
{
  Entry entry = { .type = KEY_MARK, .mark = mark, .sizes = { size }, .height = 2 * size };

  if (paint != NULL)
    entry.paints[0] = *paint;
  entry.width = mark == TRAMA_MARK_TICK ? 2 : 2 * size;
  add_entry (legend, &entry, label);
}

void
trama_chart_legend_add_line (TramaChartLegend *legend, const TramaPaint *paint, guint form,
                             TramaColourRole colour, const char *label)
{
  Entry entry = { .type = KEY_LINE,
                  .paints = { *paint },
                  .form = form,
                  .colour = colour,
                  .width = LINE_LENGTH,
                  .height = 4 };

  add_entry (legend, &entry, label);
}

void
trama_chart_legend_add_discs (TramaChartLegend *legend, const double *sizes,
                              const TramaPaint *paints, guint n, const char *label)
{
  Entry entry = { .type = KEY_DISCS, .n = MIN (n, MAX_DISCS) };

  for (guint i = 0; i < entry.n; i++)
    {
      entry.sizes[i] = sizes[i];
      entry.paints[i] = paints[i];
      entry.width += 2 * sizes[i] + (i > 0 ? 1.5 : 0);
      entry.height = MAX (entry.height, 2 * sizes[i]);
    }
  add_entry (legend, &entry, label);
}

void
trama_chart_legend_add_ringed (TramaChartLegend *legend, const TramaPaint *disc,
                               const TramaPaint *ring, const char *label)
{
  Entry entry = { .type = KEY_RINGED, .paints = { *disc, *ring }, .width = 11, .height = 11 };

  add_entry (legend, &entry, label);
}

void
trama_chart_legend_set_columns (TramaChartLegend *legend, gboolean columns)
{
  legend->columns = columns;
}

static void
draw_line_key (const Entry *entry, TramaSceneBuilder *builder, double x, double y)
{
  const TramaPaint *paint = &entry->paints[0];
  const TramaPaint notch = { .stroke = paint->stroke, .width = TRAMA_WIDTH_REFERENCE };
  gboolean arrow = (entry->form & TRAMA_LEGEND_ARROW) != 0;
  double end = x + LINE_LENGTH;

  if ((entry->form & TRAMA_LEGEND_ARC) != 0)
    {
      trama_scene_builder_move_to (builder, x, y + 2.5);
      trama_scene_builder_curve_to (builder, x + 7, y - 3.5, end - 7, y - 3.5, end, y + 2.5);
      trama_scene_builder_paint (builder, paint);
    }
  else
    trama_scene_builder_add_line (builder, x, y, end - (arrow ? 3 : 0), y, paint);
  if (arrow)
    trama_scene_builder_add_arrowhead (builder, end, y, 1, 0, 4.4, paint->stroke);
  if ((entry->form & TRAMA_LEGEND_NOTCH) != 0)
    trama_scene_builder_add_line (builder, x + LINE_LENGTH / 2, y - 3.2, x + LINE_LENGTH / 2,
                                  y + 3.2, &notch);
}

static void
draw_key (const Entry *entry, TramaSceneBuilder *builder, double x, double y)
{
  double at = x;

  switch (entry->type)
    {
    case KEY_BOX:
      trama_scene_builder_add_rectangle (builder, x, y - entry->height / 2, entry->width,
                                         entry->height, 0, &entry->paints[0]);
      break;
    case KEY_MARK:
      trama_scene_builder_add_mark (builder, entry->mark, x + entry->width / 2, y, entry->sizes[0],
                                    &entry->paints[0]);
      break;
    case KEY_LINE:
      draw_line_key (entry, builder, x, y);
      break;
    case KEY_RINGED:
      trama_scene_builder_add_mark (builder, TRAMA_MARK_DISC, x + 5.5, y, 5, &entry->paints[1]);
      trama_scene_builder_add_mark (builder, TRAMA_MARK_DISC, x + 5.5, y, 2.8, &entry->paints[0]);
      break;
    case KEY_DISCS:
    default:
      for (guint i = 0; i < entry->n; i++)
        {
          trama_scene_builder_add_mark (builder, TRAMA_MARK_DISC, at + entry->sizes[i], y,
                                        entry->sizes[i], &entry->paints[i]);
          at += 2 * entry->sizes[i] + 1.5;
        }
      break;
    }
}

typedef struct
{
  double x;
  guint row;
  double key;        /* room for the key, centred in it */
  double words;      /* room for the label after it */
} Seat;

typedef struct
{
  Seat *seats;
  double *rows;      /* heights */
  guint n_rows;
} Layout;

static double
label_width (const Entry *entry, TramaSceneBuilder *builder)
{
  return trama_chart_text_width (builder, entry->label, TRAMA_TEXT_NODE, FALSE) + 0.5;
}

/* In @n_columns, filled one after the other, each as wide as its own entries need. FALSE: they do
 * not fit @width. */
static gboolean
lay_out_columns (const TramaChartLegend *legend, TramaSceneBuilder *builder, double width,
                 guint n_columns, Layout *layout)
{
  guint n = legend->entries->len;
  double x = 0;

  layout->n_rows = (n + n_columns - 1) / n_columns;
  for (guint first = 0; first < n; first += layout->n_rows)
    {
      guint end = MIN (first + layout->n_rows, n);
      double key = 0, words = 0;

      for (guint i = first; i < end; i++)
        {
          const Entry *entry = &g_array_index (legend->entries, Entry, i);

          key = MAX (key, entry->width);
          words = MAX (words, label_width (entry, builder));
        }
      if (n_columns == 1)
        words = MIN (words, MAX (width - key - KEY_GAP, 20));
      for (guint i = first; i < end; i++)
        layout->seats[i] = (Seat) { x, i - first, key, words };
      x += key + KEY_GAP + words;
      if (x > width + 0.01)
        return n_columns == 1;
      x += ENTRY_GAP;
    }
  return TRUE;
}

static void
lay_out_rows (const TramaChartLegend *legend, TramaSceneBuilder *builder, double width,
              Layout *layout)
{
  double x = 0;
  guint row = 0;

  for (guint i = 0; i < legend->entries->len; i++)
    {
      const Entry *entry = &g_array_index (legend->entries, Entry, i);
      double before = entry->width + KEY_GAP;
      double words = MIN (label_width (entry, builder), MAX (width - before, 20));

      if (i > 0 && x + before + words > width + 0.01)
        {
          x = 0;
          row++;
        }
      layout->seats[i] = (Seat) { x, row, entry->width, words };
      x += before + words + ENTRY_GAP;
    }
  layout->n_rows = row + 1;
}

static void
lay_out (const TramaChartLegend *legend, TramaSceneBuilder *builder, double width, Layout *layout)
{
  double least = trama_scene_builder_get_leading (builder, TRAMA_TEXT_NODE) + 3.5;
  guint n = legend->entries->len;

  layout->seats = g_new0 (Seat, n);
  layout->rows = g_new0 (double, n);
  if (legend->columns)
    {
      guint n_columns = MIN (n, 4);

      while (!lay_out_columns (legend, builder, width, n_columns, layout))
        n_columns--;
    }
  else
    lay_out_rows (legend, builder, width, layout);
  for (guint i = 0; i < n; i++)
    {
      double *row = &layout->rows[layout->seats[i].row];

      *row = MAX (*row, MAX (g_array_index (legend->entries, Entry, i).height + 3, least));
    }
}

/* Lays out and, if @draw, sets; returns the height. */
static double
run (TramaChartLegend *legend, TramaSceneBuilder *builder, double x0, double y0, double width,
     gboolean draw)
{
  Layout layout = { 0 };
  double y = 0;

  if (legend->entries->len == 0)
    return 0;
  lay_out (legend, builder, width, &layout);
  for (guint row = 0; row < layout.n_rows; y += layout.rows[row++])
    for (guint i = 0; draw && i < legend->entries->len; i++)
      {
        const Entry *entry = &g_array_index (legend->entries, Entry, i);
        const Seat *seat = &layout.seats[i];
        double centre = y0 + y + layout.rows[row] / 2;
        const TramaTextSpec spec = { .text = entry->label,
                                     .role = TRAMA_TEXT_NODE,
                                     .vertical = TRAMA_CENTRE,
                                     .colour = entry->colour,
                                     .width = seat->words,
                                     .max_lines = 1 };

        if (seat->row != row)
          continue;
        draw_key (entry, builder, x0 + seat->x + (seat->key - entry->width) / 2, centre);
        trama_scene_builder_add_text (builder, &spec, x0 + seat->x + seat->key + KEY_GAP, centre);
      }
  g_free (layout.seats);
  g_free (layout.rows);
  return y;
}

double
trama_chart_legend_measure (TramaChartLegend *legend, TramaSceneBuilder *builder, double width)
{
  g_return_val_if_fail (legend != NULL && builder != NULL, 0);

  return run (legend, builder, 0, 0, width, FALSE);
}

void
trama_chart_legend_add (TramaChartLegend *legend, TramaSceneBuilder *builder, double x, double y,
                        double width)
{
  g_return_if_fail (legend != NULL && builder != NULL);

  run (legend, builder, x, y, width, TRUE);
}
