/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-rule.h"

G_BEGIN_DECLS

/*
 * A method of evaluation, read from its file (docs/method-format.md). The C code knows kinds of
 * rule, never methods. Immutable.
 */

/* Where a method or a criterion comes from. All texts translatable; any may be NULL. */
typedef struct
{
  char *document; /* short name: "UN98" */
  char *place;    /* "Box 3, §33(b)" */
  char *title;    /* of the document */
  char *quote;    /* the words it rests on */
} TramaSource;

#define TRAMA_WINDOW_NONE 0
#define TRAMA_WINDOW_SINCE_FORMED (-1)

/* How a method comes from its criteria to an answer. */
typedef enum
{
  TRAMA_SCORING_CRITERIA, /* so many of so many are met */
  TRAMA_SCORING_PROFILES, /* the ideal profile at the least mean distance */
  TRAMA_SCORING_OUTCOMES, /* the first outcome whose rule holds */
  TRAMA_SCORING_WEAKEST,  /* the criterion with the least rating */
  TRAMA_SCORING_MATRIX,   /* which cells are covered */
} TramaScoring;

/* "criteria", "profiles", "outcomes", "weakest", "matrix". */
const char *trama_scoring_id (TramaScoring scoring);

/* One level of a rubric: the sentence that anchors it, translatable. */
typedef struct
{
  int level;
  char *anchor;
} TramaLevelAnchor;

/* A figure at least @from (if @has_from) and below @below (if @has_below) is of this level. */
typedef struct
{
  int level;
  gboolean has_from;
  gboolean has_below;
  TramaRatio from;
  TramaRatio below;
} TramaFigureBand;

typedef struct
{
  char *id;
  guint number;
  char *head;  /* the group it stands under */
  char *title;
  char *text;  /* the rule in words */
  char *basis; /* "this program" or the document's short name */
  TramaSource source;
  int window;  /* months that must be closed before "not met" can be said; or see above */
  TramaRule *rule; /* NULL: it is rated, or read off a figure or a field */
  TramaRule *not_applicable_when; /* NULL: always applicable */
  TramaReason not_applicable_reason;

  /* Ratings. Levels are consecutive whole numbers. NULL: it is not rated. */
  GPtrArray *rubric; /* TramaLevelAnchor, by level */
  gboolean good_is_high; /* a rating of @good or more (else: or less) counts as met */
  int good;
  const TramaField *field;     /* of the subject, that answers it; NULL: none */
  const TramaMeasure *measure; /* a figure that answers it through @bands; NULL: none */
  gint64 parameters[TRAMA_MAX_PARAMETERS];
  GArray *bands; /* TramaFigureBand, ascending */
} TramaCriterion;

/* The least and greatest level of the criterion's rubric; 0 and 1 where it is not rated. */
int trama_criterion_least (const TramaCriterion *criterion);
int trama_criterion_greatest (const TramaCriterion *criterion);
/* The anchor of the level next to @value, translated; NULL where it is not rated. */
const char *trama_criterion_anchor (const TramaCriterion *criterion, TramaRatio value);

/* What an ideal profile expects of a criterion: an interval of ratings (every value between the
 * ends is inside) or a set (only its members are). */
typedef struct
{
  const TramaCriterion *criterion; /* borrowed from the method */
  gboolean is_set;
  int low;
  int high;
  guint32 members; /* bits 1 << level */
} TramaProfileCell;

/* 0 inside, else the steps to the nearest member. */
TramaRatio trama_profile_cell_distance (const TramaProfileCell *cell, TramaRatio value);
/* "2", "2–3", "1 or 3". (transfer full) */
char *trama_profile_cell_to_prose (const TramaProfileCell *cell);

/* Something to tell where @when holds (NULL: always). */
typedef struct
{
  char *title; /* "Strength", "Weakness", "Tends to", …; may be NULL */
  char *text;
  TramaSource source; /* may be empty */
  TramaRule *when;
} TramaAdvice;

typedef struct
{
  char *id;
  char *title;
  char *text; /* what it means; may be NULL */
  TramaSource source;
  TramaRule *when;   /* PROFILES: a gate, asked before the profiles; OUTCOMES: NULL is "else" */
  GPtrArray *cells;  /* TramaProfileCell, of an ideal profile; NULL: none */
  GPtrArray *advice; /* TramaAdvice */
} TramaOutcomeType;

/* A row or column of a matrix, or an axis of a map: a name over some criteria. */
typedef struct
{
  char *id;
  char *title;
  char *text; /* may be NULL */
  GPtrArray *criteria; /* borrowed TramaCriterion */
} TramaMethodGroup;

typedef struct
{
  gatomicrefcount references;
  char *id;
  char *version;
  char *title;
  char *subject; /* "programme" */
  char *text;    /* what it is for and how it is scored */
  char *basis;
  char *history; /* a sentence printed beside the cohort; NULL: none */
  TramaSource source;
  TramaScoring scoring;
  GPtrArray *criteria; /* TramaCriterion */
  GPtrArray *outcomes; /* TramaOutcomeType; may be empty */
  GPtrArray *advice;   /* TramaAdvice that hangs on no one outcome */
  GPtrArray *warnings; /* TramaAdvice */
  GPtrArray *axes;     /* TramaMethodGroup: of a map, else empty */
  GPtrArray *rows;     /* TramaMethodGroup: of a matrix, else empty */
  GPtrArray *columns;
  GPtrArray *required; /* borrowed TramaCriterion that must be rated before anything is said */
  guint at_least_rows; /* and how many in all */
  TramaRatio margin;   /* nearer to the next than this: "between"; 0: never */
  TramaKind override_kind; /* records of the subject that override the outcome, or NONE */
  const TramaField *override_owner;
  const TramaField *override_field; /* a choice, whose ids are those of outcomes */
  const TramaField *override_reason;
} TramaMethod;

/*
 * Reads a method file. Every fault is added to @problems with its place in the file; NULL is
 * returned if there was one. (transfer full)
 */
TramaMethod *trama_method_parse (const char *file, const char *text, gsize length,
                                 TramaProblems *problems);
TramaMethod *trama_method_ref (TramaMethod *method);
void trama_method_unref (TramaMethod *method);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaMethod, trama_method_unref)

TramaKind trama_method_subject_kind (const TramaMethod *method);
const TramaCriterion *trama_method_criterion (const TramaMethod *method, const char *id);
const TramaOutcomeType *trama_method_outcome (const TramaMethod *method, const char *id);
/* A text of the method in the user's language; NULL gives NULL. */
const char *trama_method_text (const char *text);

/* The methods that come with the program, in the order they are offered. Borrowed elements. */
GPtrArray *trama_methods_built_in (void);
/* NULL where there is none. Borrowed. */
TramaMethod *trama_methods_find (const char *id);

G_END_DECLS
