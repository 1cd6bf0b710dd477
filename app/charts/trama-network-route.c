/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which way a tie goes. Each has a few curves to choose from, by its kind and by where it leads:
 * straight first for subcontracting, bowed for co-operation and within a lane, flat into the
 * institutions' column. The one that passes over the fewest other nodes is taken, then the one that
 * bends least. Nodes lie in a grid, so that each point of a curve looks only at its neighbours.
 */
#include "trama-network-private.h"

#include <math.h>
#include <string.h>

/* Points of a curve lie so far apart that none steps over a mark. */
#define SAMPLE_EVERY 5.0
#define MAX_SAMPLES 200
#define CLEARANCE 1.4
#define HIT_COST 5.0
#define OUTSIDE_COST 20.0
/* Twice as long as straight costs as much as five hits: a loop is worse than a crossing. */
#define DETOUR_COST 25.0
#define ARROW_GAP 0.8
/* Below a mark its name is likely to stand: better not along there either. */
#define NAME_WIDTH 18.0
#define NAME_HEIGHT 10.0
#define NAME_HIT 0.12

typedef struct
{
  double cell;
  int columns;
  int rows;
  double x;
  double y;
  GArray **cells;    /* of guint */
} Grid;

static int
cell_index (const Grid *grid, int column, int row)
{
  return CLAMP (row, 0, grid->rows - 1) * grid->columns + CLAMP (column, 0, grid->columns - 1);
}

static void
grid_init (Grid *grid, const TramaNetworkDrawing *d)
{
  grid->cell = MAX (d->largest + MAX (CLEARANCE, NAME_HEIGHT), 12);
  grid->x = d->plot.x;
  grid->y = d->plot.y;
  grid->columns = (int) MIN (d->plot.width / grid->cell, 1000) + 1;
  grid->rows = (int) MIN (d->plot.height / grid->cell, 1000) + 1;
  grid->cells = g_new0 (GArray *, (gsize) grid->columns * grid->rows);
  for (guint i = 0; i < d->data->n_nodes; i++)
    {
      int at = cell_index (grid, (int) ((d->spots[i].x - grid->x) / grid->cell),
                           (int) ((d->spots[i].y - grid->y) / grid->cell));

      if (grid->cells[at] == NULL)
        grid->cells[at] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (grid->cells[at], i);
    }
}

static void
grid_clear (Grid *grid)
{
  for (int i = 0; i < grid->columns * grid->rows; i++)
    g_clear_pointer (&grid->cells[i], g_array_unref);
  g_free (grid->cells);
}

static void
curve_at (const TramaNetworkCurve *curve, double t, double *x, double *y)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, e = t * t * t;

  *x = a * curve->x[0] + b * curve->x[1] + c * curve->x[2] + e * curve->x[3];
  *y = a * curve->y[0] + b * curve->y[1] + c * curve->y[2] + e * curve->y[3];
}

static double
hits_at (const Grid *grid, const TramaNetworkDrawing *d, const TramaNetworkTie *tie, double x,
         double y)
{
  int column = (int) ((x - grid->x) / grid->cell), row = (int) ((y - grid->y) / grid->cell);
  double hits = 0;

  for (int r = MAX (row - 1, 0); r <= MIN (row + 1, grid->rows - 1); r++)
    for (int c = MAX (column - 1, 0); c <= MIN (column + 1, grid->columns - 1); c++)
      {
        const GArray *cell = grid->cells[r * grid->columns + c];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            guint node = g_array_index (cell, guint, i);
            const TramaNetworkSpot *spot = &d->spots[node];
            double dx = x - spot->x, dy = y - spot->y, reach = spot->r + CLEARANCE;

            if (node == tie->from || node == tie->to)
              continue;
            if (dx * dx + dy * dy < reach * reach)
              hits += 1;
            else if (fabs (dx) < NAME_WIDTH / 2 && dy > 0 && dy < spot->r + NAME_HEIGHT)
              hits += NAME_HIT;
          }
      }
  return hits;
}

static double
cost_of (const Grid *grid, const TramaNetworkDrawing *d, const TramaNetworkTie *tie,
         const TramaNetworkCurve *curve)
{
  double length = 0, cost = 0, chord;
  guint n_samples;

  for (guint i = 0; i < 3; i++)
    length += hypot (curve->x[i + 1] - curve->x[i], curve->y[i + 1] - curve->y[i]);
  n_samples = (guint) CLAMP (length / SAMPLE_EVERY, 8, MAX_SAMPLES);
  chord = MAX (hypot (curve->x[3] - curve->x[0], curve->y[3] - curve->y[0]), 1);
  cost += DETOUR_COST * (length / chord - 1);
  for (guint i = 1; i < n_samples; i++)
    {
      double x, y;

      curve_at (curve, i / (double) n_samples, &x, &y);
      cost += HIT_COST * hits_at (grid, d, tie, x, y);
      if (x < d->left - 10 || x > d->plot.x + d->plot.width || y < d->plot.y
          || y > d->plot.y + d->plot.height)
        cost += OUTSIDE_COST;
    }
  return cost;
}

/* From one mark's edge to the other's, along the curve's own ends. */
static void
trim (TramaNetworkCurve *curve, const TramaNetworkSpot *from, const TramaNetworkSpot *to,
      gboolean arrow)
{
  double dx = curve->x[1] - curve->x[0], dy = curve->y[1] - curve->y[0];
  double norm = hypot (dx, dy);

  if (norm > 0)
    {
      curve->x[0] += dx / norm * from->r;
      curve->y[0] += dy / norm * from->r;
    }
  dx = curve->x[2] - curve->x[3];
  dy = curve->y[2] - curve->y[3];
  norm = hypot (dx, dy);
  if (norm > 0)
    {
      curve->x[3] += dx / norm * (to->r + (arrow ? ARROW_GAP : 0));
      curve->y[3] += dy / norm * (to->r + (arrow ? ARROW_GAP : 0));
    }
}

/* @bow: how far the middle lies off the straight line, as a part of its length; upwards or to the
 * right where positive. */
static TramaNetworkCurve
bowed (const TramaNetworkSpot *from, const TramaNetworkSpot *to, double bow, gboolean arrow)
{
  TramaNetworkCurve curve;
  double dx = to->x - from->x, dy = to->y - from->y;
  double nx = dy, ny = -dx;

  if (fabs (dx) > fabs (dy) ? ny > 0 : nx < 0)
    {
      nx = -nx;
      ny = -ny;
    }
  /* A cubic whose inner points lie 4/3 of the bow off passes through the bow at its middle. */
  bow *= 4.0 / 3;
  for (guint i = 0; i < 4; i++)
    {
      double t = i == 0 ? 0 : i == 3 ? 1 : bow == 0 ? i / 3.0 : i == 1 ? 0.25 : 0.75;
      double off = i == 1 || i == 2 ? bow : 0;

      curve.x[i] = from->x + dx * t + nx * off;
      curve.y[i] = from->y + dy * t + ny * off;
    }
  curve.straight = bow == 0;
  trim (&curve, from, to, arrow);
  return curve;
}

#define N_INTO_COLUMN 10

/* Into the column: it arrives level, and leaves the firm more or less steeply. */
static TramaNetworkCurve
into_column (const TramaNetworkSpot *from, const TramaNetworkSpot *to, guint variant,
             gboolean arrow)
{
  static const double ways[N_INTO_COLUMN][4] = {
    /* share of the way gone before turning, the same before the end, lift at either */
    { 0.35, 0.45, 0, 0 },     { 0.35, 0.45, -20, 0 }, { 0.35, 0.45, 20, 0 }, { 0.12, 0.6, 0, 0 },
    { 0.12, 0.35, 0, 0 },     { 0.5, 0.3, -34, 0 },   { 0.5, 0.3, 34, 0 },   { 0.6, 0.2, 0, 0 },
    { 0.25, 0.25, -50, -50 }, { 0.25, 0.25, 50, 50 },
  };
  const double *way = ways[variant % N_INTO_COLUMN];
  double dx = to->x - from->x, dy = to->y - from->y;
  TramaNetworkCurve curve = {
    .x = { from->x, from->x + dx * way[0], to->x - dx * way[1], to->x },
    .y = { from->y, from->y + way[2] + (variant == 4 ? dy * 0.5 : 0), to->y + way[3], to->y },
  };

  trim (&curve, from, to, arrow);
  return curve;
}

/* Both in the column: round the others at its left. */
static TramaNetworkCurve
beside_column (const TramaNetworkSpot *from, const TramaNetworkSpot *to, double off, gboolean arrow)
{
  TramaNetworkCurve curve = {
    .x = { from->x, from->x - off, to->x - off, to->x },
    .y = { from->y, from->y, to->y, to->y },
  };

  trim (&curve, from, to, arrow);
  return curve;
}

static gboolean
same_lane (const TramaNetworkSpot *a, const TramaNetworkSpot *b)
{
  double dx = fabs (a->x - b->x), dy = fabs (a->y - b->y);

  return a->lane >= 0 ? a->lane == b->lane && dy < MAX (dx, 12) : FALSE;
}

#define MAX_CHOICES N_INTO_COLUMN

/* @rank: the how-many-th tie between these two. */
static guint
choices (const TramaNetworkDrawing *d, const TramaNetworkTie *tie, guint rank,
         TramaNetworkCurve *curves)
{
  static const double bows[] = { 0, 0.07, -0.07, 0.13, -0.13, 0.2, -0.2, 0.28, -0.28 };
  const TramaNetworkSpot *from = &d->spots[tie->from], *to = &d->spots[tie->to];
  gboolean arrow = trama_network_has_arrow (tie->kind);
  gboolean from_column = trama_network_in_column (d->data, tie->from);
  gboolean to_column = trama_network_in_column (d->data, tie->to);
  double length = MAX (hypot (to->x - from->x, to->y - from->y), 1), base = 0;
  guint n = 0;

  if (from_column && to_column)
    {
      for (guint i = 0; i < 3; i++)
        curves[n++] = beside_column (from, to, 16 + 8.0 * (i + rank), arrow);
      return n;
    }
  if (to_column || from_column)
    {
      for (guint i = 0; i < N_INTO_COLUMN; i++)
        {
          TramaNetworkCurve *curve = &curves[n++];

          if (to_column)
            *curve = into_column (from, to, i + rank, arrow);
          else
            {
              TramaNetworkCurve back = into_column (to, from, i + rank, FALSE);

              for (guint p = 0; p < 4; p++)
                {
                  curve->x[p] = back.x[3 - p];
                  curve->y[p] = back.y[3 - p];
                }
              curve->straight = FALSE;
            }
        }
      return n;
    }
  if (same_lane (from, to))
    base = CLAMP (0.2, 9 / length, 30 / length);
  else if (tie->kind == TRAMA_TIE_COOPERATION)
    base = CLAMP (0.16, 6 / length, 36 / length);
  base += 0.09 * rank;
  /* Many ties of which nothing is known must not look as if their bends meant something. */
  if (d->data->n_lanes == 0 && trama_network_is_unstated (tie->kind) && rank == 0)
    {
      curves[0] = bowed (from, to, 0, arrow);
      return 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (bows); i++)
    {
      double bow = base == 0 ? bows[i]
                   /* Higher first, then the same below. */
                   : i < 5 ? base * (1 + 0.4 * i)
                           : -base * (1 + 0.4 * (i - 5));

      curves[n++] = bowed (from, to, bow, arrow);
    }
  return n;
}

/* How many ties between the same two come before this one. */
static guint
rank_of (GHashTable *seen, const TramaNetworkTie *tie)
{
  guint64 low = MIN (tie->from, tie->to), high = MAX (tie->from, tie->to);
  gpointer key = GSIZE_TO_POINTER ((gsize) (low << 32 | high) + 1);
  guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));

  g_hash_table_insert (seen, key, GUINT_TO_POINTER (rank + 1));
  return rank;
}

void
trama_network_route (TramaNetworkDrawing *d)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Grid grid;

  grid_init (&grid, d);
  for (guint i = 0; i < d->data->n_ties; i++)
    {
      const TramaNetworkTie *tie = &d->data->ties[i];
      TramaNetworkCurve curves[MAX_CHOICES];
      double best_cost = G_MAXDOUBLE;
      guint n;

      if (tie->from == tie->to)
        continue;
      n = choices (d, tie, rank_of (seen, tie), curves);
      for (guint c = 0; c < n; c++)
        {
          double cost = cost_of (&grid, d, tie, &curves[c]) + c * 0.9;

          if (cost < best_cost)
            {
              best_cost = cost;
              d->curves[i] = curves[c];
            }
        }
    }
  grid_clear (&grid);
}
