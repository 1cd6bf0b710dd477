/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Invented programmes to draw and to test with, from the usual to the extreme. Each function gives
 * a chart's struct filled with data that lives as long as the program.
 */

#include "trama-bars-chart.h"
#include "trama-bullets-chart.h"
#include "trama-cohort-chart.h"
#include "trama-criteria-chart.h"
#include "trama-date.h"
#include "trama-dots-chart.h"
#include "trama-matrix-chart.h"
#include "trama-plane-chart.h"
#include "trama-profile-chart.h"
#include "trama-phases-chart.h"
#include "trama-pyramid-chart.h"
#include "trama-series-chart.h"
#include "trama-sparkline-chart.h"
#include "trama-taper-chart.h"

#include <math.h>
#include <string.h>

#define LONG_NAME                                                                                  \
  "Cooperativa de Productores de Calzado y Marroquinería de la Región Metropolitana del Sur Ltda."

static inline TramaId
sample_id (guint number)
{
  return (TramaId) { 0x6161616161616161, 0x6161616161610000 + number };
}

static inline gint32
sample_day (const char *text)
{
  gint32 day = 0;

  if (!trama_day_parse (text, &day))
    g_assert_not_reached ();
  return day;
}

static inline TramaPhasesChart
sample_phases (void)
{
  static TramaPhase phases[3];
  static TramaGate gates[2];
  static TramaJointAction actions[19];
  static TramaShockMark shocks[2];
  static const char *const days[19]
      = { "2024-10-20", "2024-11-20", "2024-12-30", "2025-01-28", "2025-03-01",
          "2025-04-10", "2025-05-20", "2025-06-15", "2025-07-22", "2025-08-14",
          "2025-09-20", "2025-10-18", "2025-11-21", "2025-12-24", "2026-01-28",
          "2026-02-26", "2026-04-10", "2026-05-16", "2026-06-18" };

  phases[0] = (TramaPhase) { sample_id (1), "Preparation", NULL, sample_day ("2024-07-01"),
                             sample_day ("2024-10-01") };
  phases[1] = (TramaPhase) { sample_id (2), "Consolidation", "month 21 of 36",
                             sample_day ("2024-10-01"), sample_day ("2027-10-01") };
  phases[2] = (TramaPhase) { sample_id (3), "Independence", NULL, sample_day ("2027-10-01"),
                             sample_day ("2028-01-01") };
  gates[0] = (TramaGate) { sample_id (4),
                           "Entry gate passed 24 September 2024; manager appointed 1 October 2024",
                           sample_day ("2024-10-01"), TRUE };
  gates[1] = (TramaGate) { sample_id (5),
                           "Independence gate: the firms carry the whole salary, 1 October 2027",
                           sample_day ("2027-10-01"), FALSE };
  for (guint i = 0; i < 19; i++)
    actions[i] = (TramaJointAction) { sample_id (10 + i), "Joint stand", sample_day (days[i]),
                                      i % 5 == 4 || i % 7 == 2 };
  shocks[0] = (TramaShockMark) { sample_id (40), "14 March 2025: duty on imported soles up 18%",
                                 sample_day ("2025-03-14") };
  shocks[1]
      = (TramaShockMark) { sample_id (41), "2 February 2026: Almacenes Río cuts its orders by 40%",
                           sample_day ("2026-02-02") };
  return (TramaPhasesChart) {
    .frame = { .title = "Consolidation is in its 21st month; two shocks, and the salary gate is 15 "
                        "months away",
               .subtitle = "Phases, gates, shocks and joint actions of Calzado Franklin, July 2024 "
                           "to December 2027" },
    .phases = phases,
    .n_phases = 3,
    .gates = gates,
    .n_gates = 2,
    .actions = actions,
    .n_actions = 19,
    .shocks = shocks,
    .n_shocks = 2,
    .as_of = sample_day ("2026-06-30"),
    .from = sample_day ("2024-07-01"),
    .to = sample_day ("2028-01-01"),
  };
}

static inline TramaCriteriaChart
sample_criteria (void)
{
  static TramaCriteriaMonth months[25];
  static const int met[25]
      = { 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7, 7 };
  static const int most[25]
      = { 12, 12, 12, 12, 12, 12, 11, 11, 11, 11, 11, 11, 9, 9, 9, 9, 9, 8, 8, 8, 8, 9, 9, 9, 8 };
  static const int then[25]
      = { 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 7, 7 };

  for (int i = 0; i < 25; i++)
    months[i] = (TramaCriteriaMonth) { trama_day_month_end (
                                           trama_day_add_months (sample_day ("2024-06-30"), i)),
                                       met[i], most[i], then[i] };
  return (TramaCriteriaChart) {
    .frame = { .title = "Seven criteria met, at most eight",
               .subtitle = "Of twelve, by months since formation; hatched: cannot be judged yet" },
    .months = months,
    .n_months = 25,
    .n_criteria = 12,
    .first_age = 0,
  };
}

static inline TramaTaperChart
sample_taper (void)
{
  static TramaTaperMonth months[45];
  static const double paid[21] = { .34, .27, .31, .29, .36, .38, .33, .41, .44, .40, .47,
                                   .43, .46, .52, .49, .55, .53, .58, .62, .66, .67 };

  for (int i = 0; i < 45; i++)
    {
      months[i].agreed = MIN (0.30 + i * 0.70 / 36, 1);
      months[i].paid = i < 21 ? paid[i] : NAN;
      months[i].rolling = i >= 2 && i < 21 ? (paid[i] + paid[i - 1] + paid[i - 2]) / 3 : NAN;
    }
  return (TramaTaperChart) {
    .frame = { .title = "Firms pay 65% of their manager, two months behind what was agreed",
               .subtitle = "Members’ cash in % of the manager’s pay due, mean of 3 closed months, "
                           "by month since her appointment" },
    .appointed = sample_day ("2024-10-01"),
    .months = months,
    .n_months = 45,
    .forecast = TRAMA_FORECAST_RANGE,
    .earliest = 36.3,
    .latest = 40.6,
  };
}

static inline TramaCohortChart
sample_cohort (void)
{
  static const TramaCohortProgramme programmes[14] = {
    { { 1, 1 }, "Alfa", 7, 1, 9 },
    { { 1, 2 }, "Beta", 9, 2, 9 },
    { { 1, 3 }, "Gama", 13, 2, 6 },
    { { 1, 4 }, "Delta", 16, 5, 7 },
    { { 1, 5 }, "Muebles Valle", 21, 3, 6 },
    { { 1, 6 }, "Calzado Franklin", 24, 7, 8 },
    { { 1, 7 }, "Épsilon", 26, 4, 6 },
    { { 1, 8 }, "Zeta", 29, 6, 9 },
    { { 1, 9 }, "Eta", 33, 8, 8 },
    { { 1, 10 }, "Instrumental Norte", 47, 4, 5 },
    { { 1, 11 }, "Tejidos Lago", 41, 9, 10 },
    { { 1, 12 }, "Iota", 38, 6, 7 },
    { { 1, 13 }, "Kappa", 52, 10, 10 },
    { { 1, 14 }, "Lambda", 58, 11, 12 },
  };

  return (TramaCohortChart) {
    .frame = { .title = "Franklin meets 7 criteria, at most 8; the three others of its age 3 to 6, "
                        "at most 9",
               .subtitle = "14 programmes, 30 June 2026: criteria met (dot), at most (bar), by "
                           "months since formation" },
    .programmes = programmes,
    .n_programmes = 14,
    .subject = 5,
    .n_criteria = 12,
    .aside = "1993: of ten PROFOs in existence for 20 to 30 months, seven met at least four of "
             "twelve criteria and four at least six; those criteria were not published.",
  };
}

static inline TramaSeriesChart
sample_series (void)
{
  static const double without[7] = { .18, .22, .26, .36, .41, .50, .55 };
  static const double owner[7] = { .80, .86, .84, .90, .94, .95, 1.0 };
  static const double ages[7] = { 6, 9, 12, 15, 18, 21, 24 };
  static const TramaSeriesLine lines[2] = {
    { { 1, 1 }, "55% without the manager", "4 alone, 6 in pairs", without },
    { { 1, 2 }, "100% without the Ruiz group", NULL, owner },
  };

  return (TramaSeriesChart) {
    .frame = { .title = "Without the manager 12 of 22 firms would stay connected, up from 3 of 17",
               .subtitle = "Largest connected group in % of the members left, by month since "
                           "formation" },
    .lines = lines,
    .n_lines = 2,
    .n_points = 7,
    .positions = ages,
    .percent = TRUE,
    .unit = "months",
    .minimum = 0,
    .maximum = 1,
    .reference = NAN,
    .start_label = "3 of 17",
  };
}

static inline TramaSparklineChart
sample_sparkline (void)
{
  static const double values[12] = { 0, 1, 1, 2, 3, 3, 4, 4, 5, 6, 6, 7 };
  static const double most[12] = { 12, 12, 11, 11, 9, 9, 8, 8, 8, 9, 9, 8 };

  return (TramaSparklineChart) {
    sample_id (1), "Calzado Franklin", values, most, 12, 24, 0, 12, NAN, FALSE
  };
}

static inline TramaBarsChart
sample_bars (void)
{
  static TramaBar bars[4];

  bars[0] = (TramaBar) { { 1, 1 }, "Members", NULL, { 43.6 }, 41.9, 76, 82, 82.9 };
  bars[1] = (TramaBar) { { 1, 2 }, "Agencia Sur", NULL, { 61.2 }, 58.5, 74, 81, 70 };
  bars[2] = (TramaBar) { { 1, 3 }, "Fondo Andino", NULL, { 66.3 }, 72, 84, 90, 90 };
  bars[3] = (TramaBar) { { 1, 4 }, "Municipality", NULL, { 6 }, 12, 6, 18, 18 };
  return (TramaBarsChart) {
    .frame
    = { .number = "Figure 7.2",
        .title = "The agency is 5% over budget, the donor 8% under",
        .subtitle = "USD thousand, July 2024 to June 2026, by payer, and the range projected "
                    "to 30 September 2027" },
    .bars = bars,
    .n_bars = 4,
    .n_parts = 1,
    .part_labels = { "paid" },
    .target_label = "budget to date",
    .range_label = "projected",
    .goal_label = "budget to end",
    .digits = 1,
    .axis = TRUE,
  };
}

static inline TramaBarsChart
sample_stacked_bars (void)
{
  static TramaBar bars[5];
  static const char *const labels[5] = { "Course on costing", "Quality standards", "Design",
                                         "Export papers and customs", "Fair in León" };
  static const double parts[5][3]
      = { { 8, 6, 0 }, { 5, 9, 2 }, { 3, 2, 1 }, { 0, 4, 0 }, { NAN, NAN, NAN } };

  for (guint i = 0; i < 5; i++)
    bars[i]
        = (TramaBar) { sample_id (i), labels[i], NULL, { parts[i][0], parts[i][1], parts[i][2] },
                       NAN,           NAN,       NAN,  NAN };
  return (TramaBarsChart) {
    .frame = { .title = "Women were most of those trained in costing only",
               .subtitle = "People who attended, by activity; not recorded is hatched" },
    .bars = bars,
    .n_bars = 5,
    .n_parts = 3,
    .part_labels = { "women", "men", "not recorded" },
    .last_part_unknown = TRUE,
  };
}

static inline TramaBulletsChart
sample_bullets (void)
{
  static TramaBullet bullets[5];

  bullets[0] = (TramaBullet) { { 1, 1 }, "People trained", 148, 160, 40, { 71, 69, 8 }, NULL };
  bullets[1] = (TramaBullet) { { 1, 2 }, "Gap audits", 8, 8, NAN, { 2, 6, 0 }, NULL };
  bullets[2] = (TramaBullet) { { 1, 3 }, "Joint orders, USD 000", 61, 50, NAN,
                               { NAN },  "value; not split" };
  bullets[3]
      = (TramaBullet) { { 1, 4 }, "Tests paid by members", 312, 300, 90, { 84, 201, 27 }, NULL };
  bullets[4]
      = (TramaBullet) { { 1, 5 }, "Joint actions led by members", 10, 12, 1, { 1, 9, 0 }, NULL };
  return (TramaBulletsChart) {
    .frame
    = { .title = "Three of five targets reached; women are nearly half of those trained, one "
                 "in ten leaders",
        .subtitle = "Bar solid once the target (tick) is reached; small tick = baseline; "
                    "below, by sex of person or owner; 30 June 2026" },
    .bullets = bullets,
    .n_bullets = 5,
    .n_parts = 3,
    .part_labels = { "women", "men", "not recorded" },
    .last_part_unknown = TRUE,
  };
}

static inline TramaDotsChart
sample_dots (void)
{
  return (TramaDotsChart) { .count = 5, .unknown = 2, .total = 19, .needed = 7 };
}

static inline TramaProfileChart
sample_profile (void)
{
  static const char *const levels[] = { "none", "low", "medium", "high" };
  static const TramaProfileRow rows[] = {
    { .label = "Technology",
      .rating = 1,
      .low = NAN,
      .high = NAN,
      .beside = 2,
      .ideals = { 4, 2 },
      .steps = { 1, 0 } },
    { .label = "Skills",
      .rating = 1,
      .low = 0,
      .high = 2,
      .beside = 2,
      .ideals = { 4, 2 },
      .steps = { 1, 0 } },
    { .label = "Innovation",
      .rating = 2,
      .low = NAN,
      .high = NAN,
      .beside = 2,
      .ideals = { 4, 2 },
      .steps = { 0, 1 } },
    { .label = "Trust",
      .rating = 3,
      .low = NAN,
      .high = NAN,
      .beside = 3,
      .ideals = { 8, 2 },
      .steps = { 0, 2 } },
    { .label = "Co-operation",
      .rating = 3,
      .low = NAN,
      .high = NAN,
      .beside = 3,
      .ideals = { 8, 2 },
      .steps = { 0, 2 } },
    { .label = "Competition",
      .rating = 3,
      .low = NAN,
      .high = NAN,
      .beside = 3,
      .ideals = { 8, 8 },
      .steps = { 0, 0 } },
    { .label = "Size of firms",
      .rating = NAN,
      .low = NAN,
      .high = NAN,
      .beside = 3,
      .ideals = { 8, 2 },
      .steps = { -1, -1 } },
    { .label = "Exports",
      .rating = 1,
      .low = NAN,
      .high = NAN,
      .beside = 3,
      .ideals = { 12, 3 },
      .steps = { 1, 0 } },
    { .label = "Learning",
      .rating = 1,
      .low = NAN,
      .high = NAN,
      .beside = NAN,
      .ideals = { 12, 2 },
      .steps = { 1, 0 } },
  };

  return (TramaProfileChart) {
    .frame = { .title = "Co-operates like an organized cluster and learns like an informal one",
               .subtitle = "Rating 0–3 (dot) against two ideal profiles; steps away at the right" },
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .levels = levels,
    .n_levels = 4,
    .subject = "rated",
    .ideals = { "organized", "informal" },
    .beside = "another cluster",
  };
}

static inline TramaMatrixChart
sample_matrix (void)
{
  static const TramaMatrixHead rows[] = { { "Ib", "large local market" },
                                          { "IIa", "joint effort saves cost" },
                                          { "III", "changed attitudes" },
                                          { "V", "moving labour" } };
  static const TramaMatrixHead columns[]
      = { { "A", "hiring" }, { "B", "training" }, { "C", "search" }, { "D", "R&D" } };
  static const TramaMatrixCell cells[] = {
    { TRAMA_MATRIX_RATED, 0, "rated 1", { 0 } }, { TRAMA_MATRIX_RATED, 0, "rated 1", { 0 } },
    { TRAMA_MATRIX_RATED, 0, "rated 2", { 0 } }, { TRAMA_MATRIX_UNKNOWN, 0, NULL, { 0 } },
    { TRAMA_MATRIX_NO_CELL, 0, NULL, { 0 } },    { TRAMA_MATRIX_VALUE, 4, NULL, { 0 } },
    { TRAMA_MATRIX_VALUE, 7, NULL, { 0 } },      { TRAMA_MATRIX_VALUE, 1, NULL, { 0 } },
    { TRAMA_MATRIX_UNUSED, 0, NULL, { 0 } },     { TRAMA_MATRIX_VALUE, 3, NULL, { 0 } },
    { TRAMA_MATRIX_VALUE, 4, NULL, { 0 } },      { TRAMA_MATRIX_UNUSED, 0, NULL, { 0 } },
    { TRAMA_MATRIX_VALUE, 6, NULL, { 0 } },      { TRAMA_MATRIX_NO_CELL, 0, NULL, { 0 } },
    { TRAMA_MATRIX_NO_CELL, 0, NULL, { 0 } },    { TRAMA_MATRIX_NO_CELL, 0, NULL, { 0 } },
  };

  return (TramaMatrixChart) {
    .frame = { .title = "Firms learn at fairs and from joint searches",
               .subtitle = "Coded events in 24 months by advantage and effort" },
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .cells = cells,
  };
}

static inline TramaPlaneChart
sample_plane (void)
{
  static const TramaPlanePoint points[] = {
    { .label = "2024", .x = { 1, 1 }, .y = { 1.5, 1.5 }, .main = TRUE },
    { .label = "2026", .x = { 1.5, 2 }, .y = { 2, 2.5 }, .main = TRUE },
    { .label = "First case", .x = { 0.5, 0.5 }, .y = { 3, 3 } },
    { .label = "Second case", .x = { 2.5, 2.5 }, .y = { 0.5, 0.5 } },
    { .label = "Third case", .x = { 0.5, 0.5 }, .y = { 0.5, 0.5 } },
    { .label = "Unknown", .x = { NAN, NAN }, .y = { 1, 1 } },
  };

  return (TramaPlaneChart) {
    .frame = { .title = "Producers trust each other; the managers’ skills are the weakest node",
               .subtitle = "Mean of ratings 0–3, 2024 and 2026; box: what is not rated yet" },
    .points = points,
    .n_points = G_N_ELEMENTS (points),
    .x_title = "human capital",
    .y_title = "social capital",
    .maximum = 3,
  };
}

static inline TramaPyramidChart
sample_pyramid (void)
{
  return (TramaPyramidChart) {
    .frame
    = { .title = "Four firms moved up a tier, none down; one workshop left",
        .subtitle = "Firms of the group by tier, and moves between July 2024 and June 2026" },
    .sides = { { "July 2024", { 1, 10, 6, 3 } }, { "June 2026", { 1, 8, 9, 4 } } },
    .n_sides = 2,
    .has_moves = TRUE,
    .moves = { [TRAMA_CHART_TIER_LEADING] = { [TRAMA_CHART_TIER_LEADING] = 3 },
               [TRAMA_CHART_TIER_MIDDLE]
               = { [TRAMA_CHART_TIER_MIDDLE] = 5, [TRAMA_CHART_TIER_LEADING] = 1 },
               [TRAMA_CHART_TIER_WORKSHOP]
               = { [TRAMA_CHART_TIER_WORKSHOP] = 6, [TRAMA_CHART_TIER_MIDDLE] = 3, [4] = 1 },
               [TRAMA_CHART_TIER_UNKNOWN] = { [TRAMA_CHART_TIER_UNKNOWN] = 1 },
               [4] = { [TRAMA_CHART_TIER_WORKSHOP] = 2, [TRAMA_CHART_TIER_MIDDLE] = 1 } },
  };
}
