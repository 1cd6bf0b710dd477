/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-context.h"
#include "trama-figure.h"

G_BEGIN_DECLS

typedef enum
{
  TRAMA_UNIT_COUNT,
  TRAMA_UNIT_SHARE,          /* so many of so many */
  TRAMA_UNIT_SHARE_OF_MONEY, /* shown in per cent */
  TRAMA_UNIT_MONTHS,
} TramaUnit;

/* "count", "share", "share-of-money", "months". */
const char *trama_unit_id (TramaUnit unit);

#define TRAMA_MAX_PARAMETERS 4

/* A whole number, or a set of choices of a record's field as bits (1 << choice). */
typedef struct
{
  const char *id;
  const char *label; /* translatable */
  gint64 fallback;
  TramaKind choices_kind;    /* TRAMA_KIND_NONE: a whole number */
  const char *choices_field;
} TramaParameter;

/*
 * A figure that can be computed of a subject as of a date. The registry is the only way to name
 * one: methods, reports and tables use its id.
 */
typedef struct _TramaMeasure
{
  const char *id;
  const char *title; /* translatable */
  const char *help;  /* translatable: what is counted, and when it is unknown */
  TramaUnit unit;
  const char *one; /* translatable: what is counted, singular */
  const char *many;
  guint64 subjects; /* kinds of subject */
  TramaParameter parameters[TRAMA_MAX_PARAMETERS];
  void (*compute) (TramaContext *context, const gint64 *parameters, TramaFigure *figure);
} TramaMeasure;

/* NULL where there is none. */
const TramaMeasure *trama_measure_find (const char *id);
guint trama_measure_count (void);
const TramaMeasure *trama_measure_get (guint index);
/* −1 where the measure has no such parameter. */
int trama_measure_parameter (const TramaMeasure *measure, const char *id);
/* @parameters: TRAMA_MAX_PARAMETERS values. (transfer full) */
TramaFigure *trama_measure_compute (const TramaMeasure *measure, TramaContext *context,
                                    const gint64 *parameters);

G_END_DECLS
