/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-json.h"
#include "trama-method.h"

G_BEGIN_DECLS

/* A method file being read: where in it we are and what was wrong so far. Only for the files
 * that read methods. */
typedef struct
{
  const char *file;
  TramaProblems *problems;
  GString *place; /* "criteria / market / rule" */
  gboolean good;
  TramaMethod *method; /* as far as it is read */
} TramaMethodReading;

/* @member, @found, @expected may be NULL. */
void trama_reading_complain (TramaMethodReading *reading, const char *member,
                             const TramaJsonValue *found, const char *expected,
                             const char *message);
/* The text is no JSON, or no object: says so with the line of @offset. */
void trama_reading_not_json (TramaMethodReading *reading, const char *text, gsize length,
                             gsize offset, const char *message);
/* Enters a place in the file; what it returns takes one back. */
gsize trama_reading_enter (TramaMethodReading *reading, const char *name);
void trama_reading_leave (TramaMethodReading *reading, gsize before);
/* @known ends with NULL. */
void trama_reading_check_members (TramaMethodReading *reading, const TramaJsonValue *object,
                                  const char *const *known);
/* (transfer full) */
char *trama_reading_text (TramaMethodReading *reading, const TramaJsonValue *object,
                          const char *member, gboolean required);
/* @fallback where there is none; a complaint where it is no whole number from @min to @max. */
gint64 trama_reading_integer (TramaMethodReading *reading, const TramaJsonValue *object,
                              const char *member, gint64 min, gint64 max, gint64 fallback);
void trama_reading_source (TramaMethodReading *reading, const TramaJsonValue *object,
                           TramaSource *source, gboolean required);
/* A whole number or a fraction in a text; FALSE where it is neither. */
gboolean trama_json_get_ratio (const TramaJsonValue *value, TramaRatio *ratio);
/* The elements of a list that must be one; FALSE with a complaint. */
gboolean trama_reading_list (TramaMethodReading *reading, const char *member,
                             const TramaJsonValue *list, const char *expected, TramaJsonIter *iter);
/* The one of the method's criteria that @value names; NULL with a complaint. */
const TramaCriterion *trama_reading_criterion_named (TramaMethodReading *reading,
                                                     const char *member,
                                                     const TramaJsonValue *value);

/* trama-rule-reading.c */
TramaRule *trama_reading_rule (TramaMethodReading *reading, const TramaJsonValue *value);
/* The rule in @member, or NULL where there is none. */
TramaRule *trama_reading_rule_in (TramaMethodReading *reading, const TramaJsonValue *object,
                                  const char *member);
const TramaMeasure *trama_reading_measure (TramaMethodReading *reading,
                                           const TramaJsonValue *object, gint64 *parameters);
const TramaField *trama_reading_field (TramaMethodReading *reading, const TramaJsonValue *object,
                                       const char *member);

/* trama-criterion-reading.c */
void trama_source_clear (TramaSource *source);
void trama_criterion_free (TramaCriterion *criterion);
/* The criteria of "criteria" and, of a matrix, one for each cell. */
void trama_reading_criteria (TramaMethodReading *reading, const TramaJsonValue *root);

/* trama-outcome-reading.c */
void trama_outcome_type_free (TramaOutcomeType *outcome);
void trama_advice_free (TramaAdvice *advice);
void trama_method_group_free (TramaMethodGroup *group);
/* How the method comes to its answer: scoring, outcomes, advice, axes, limits. */
void trama_reading_scoring (TramaMethodReading *reading, const TramaJsonValue *root);
TramaMethodGroup *trama_method_group_new (char *id, char *title, char *text);

/* trama-method-check.c: what only the whole method shows: what a rule names, cycles, rules that
 * can never hold. */
void trama_reading_check_method (TramaMethodReading *reading);

G_END_DECLS
