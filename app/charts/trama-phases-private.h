/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the phases chart share; nobody else's. */

#include "trama-chart-axis.h"
#include "trama-phases-chart.h"

G_BEGIN_DECLS

#define TRAMA_PHASES_BAR 12.5
#define TRAMA_PHASES_GATE 5.6
#define TRAMA_PHASES_ACTION 2.8
#define TRAMA_PHASES_SHOCK 4.0

/* Where the words beside a date stand. */
typedef struct
{
  guint level;
  double x;              /* left edge */
  double limit;          /* how far to the right it may reach */
  gboolean before;       /* left of the date, set flush right */
  double width;
  double height;
  double y;              /* from the top of its row, of the level */
} TramaPhasesSeat;

typedef struct
{
  const TramaPhasesChart *data;
  TramaSceneBuilder *builder;
  TramaBox plot;         /* from the row labels' end to the right edge */
  TramaScale x;
  double line;           /* leading of a label */
  TramaPhasesSeat *gates;
  double gate_rows;      /* height */
  TramaPhasesSeat *shocks;
  double shock_rows;
  guint *action_levels;
  guint n_action_levels;
  gboolean actions_noted_inside;
  gboolean phases_below; /* some name does not fit into the bar */
  gboolean as_of_on_top; /* the date stands above the gates, whose leaders would cross it below */
  gboolean as_of_before; /* it stands left of its line */
} TramaPhasesDrawing;

/* A phase's name, the part of the bar that it stands in, and whether it has room there. */
typedef struct
{
  char *text;
  double from;           /* clear of the gates' marks */
  double to;
  gboolean past;         /* in the part up to the as-of date */
  gboolean fits;
} TramaPhaseName;

/* Tops of the rows, from the top of the plot. */
typedef struct
{
  double gates;
  double as_of;
  double bar;
  double actions;
  double note;
  double shocks;
  double axis;
  double height;
} TramaPhasesRows;

void trama_phases_plan (TramaPhasesDrawing *d);
TramaPhasesRows trama_phases_stack (const TramaPhasesDrawing *d);
void trama_phases_draw (TramaPhasesDrawing *d, const TramaPhasesRows *rows);

/* Where the name of @phase goes. Free text. */
TramaPhaseName trama_phases_name (const TramaPhasesDrawing *d, const TramaPhase *phase);
/* The span of the bar between the given places that no gate covers at either end. */
void trama_phases_clear_of_gates (const TramaPhasesDrawing *d, double *from, double *to);
double trama_phases_place (const TramaPhasesDrawing *d, gint32 day);
TramaTextSpec trama_phases_gate_spec (const TramaGate *gate);
TramaTextSpec trama_phases_shock_spec (const TramaShockMark *shock);
/* "discs: 7 learning; squares: 12 static". (transfer full) */
char *trama_phases_note_actions (const TramaPhasesChart *data);
/* "1 Oct 2024 to 1 Oct 2027". (transfer full) */
char *trama_phases_describe (const TramaPhase *phase);

/* What both charts of the phases say and hold. (transfer full) */
char *trama_phases_make_sentence (const TramaPhasesChart *data);
TramaChartTable *trama_phases_make_table (const TramaPhasesChart *data);

G_END_DECLS
