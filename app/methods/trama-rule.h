/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-measure.h"
#include "trama-problem.h"

G_BEGIN_DECLS

/* A condition of a method: comparisons, joined by "all", "any" and "so many of". Immutable. */

typedef enum
{
  TRAMA_RULE_ALL,
  TRAMA_RULE_ANY,
  TRAMA_RULE_COUNT,     /* at least @least of @rules hold */
  TRAMA_RULE_COMPARE,   /* a measure with a threshold */
  TRAMA_RULE_CRITERION, /* another criterion: its rating, or 1 for met and 0 for not met */
  TRAMA_RULE_FIELD,     /* a field of the subject: is known, or is one of some choices */
} TramaRuleKind;

typedef enum
{
  TRAMA_AT_LEAST,
  TRAMA_AT_MOST,
} TramaComparison;

typedef struct _TramaRule
{
  TramaRuleKind kind;
  GPtrArray *rules; /* ALL, ANY, COUNT: TramaRule */
  guint least;      /* COUNT */
  /* COMPARE */
  const TramaMeasure *measure;
  gint64 parameters[TRAMA_MAX_PARAMETERS];
  TramaComparison comparison; /* COMPARE, CRITERION */
  TramaRatio threshold;       /* COMPARE, CRITERION */
  const TramaMeasure *threshold_measure; /* instead of @threshold; NULL: none */
  gint64 threshold_parameters[TRAMA_MAX_PARAMETERS];
  /* CRITERION */
  char *criterion_id;
  guint criterion;    /* index into the method's criteria, once the method is read */
  TramaTri if_unknown; /* what an unknown answer counts as; MAYBE: stays open */
  /* FIELD */
  const TramaField *field;
  guint64 choices; /* bits 1 << choice; 0: the field only has to be known */
} TramaRule;

void trama_rule_free (TramaRule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaRule, trama_rule_free)

G_END_DECLS
