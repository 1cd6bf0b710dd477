/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-method.h"

G_BEGIN_DECLS

/*
 * A case of the library (docs/case-format.md): what one document says of one place in one year,
 * with ratings argued from it and the verdicts it gives itself. It is turned into a version like
 * any portfolio, so that every method judges it as it judges the user's own. Immutable.
 */

typedef struct
{
  char *what;
  char *value; /* as the document gives it */
  char *unit;  /* NULL: none */
  char *date;  /* in the document's words: "1996", "end of the 1980s"; NULL: not said */
  char *place;
  char *quote;
} TramaCaseFigure;

typedef struct
{
  char *id; /* in the case */
  char *name;
  TramaKind kind;
  TramaId record; /* in the version */
} TramaCaseSubject;

/* What the document itself says of a subject. */
typedef struct
{
  const TramaCaseSubject *subject;
  char *method;
  gint32 as_of;
  char *outcome;   /* the id it comes to; NULL: none */
  char *runner_up; /* NULL: not said */
  char *moving_to; /* NULL: not said */
  char **against;  /* ids of criteria; NULL: not said */
  char **cells;    /* of a matrix; NULL: not said */
  char *place;
  char *quote;
  gboolean must_answer; /* the method is tested on it */
} TramaCaseVerdict;

typedef struct
{
  char *text;
  char **places;
} TramaCaseDisagreement;

typedef struct
{
  char *id;
  char *title;
  char *place;
  char *country; /* NULL: not said */
  char *trade;   /* NULL: not said */
  int year;
  char *text;
  TramaSource source;
  GPtrArray *figures;       /* TramaCaseFigure */
  GPtrArray *subjects;      /* TramaCaseSubject */
  GPtrArray *verdicts;      /* TramaCaseVerdict */
  GPtrArray *disagreements; /* TramaCaseDisagreement */
  TramaVersion *version;    /* the case as records */
} TramaCase;

/* Every fault is added to @problems with its place; NULL if there was one. (transfer full) */
TramaCase *trama_case_parse (const char *file, const char *text, gsize length,
                             TramaProblems *problems);
void trama_case_free (TramaCase *a_case);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaCase, trama_case_free)

/* The last day of the case's year: as of when it is judged where nothing else is said. */
gint32 trama_case_day (const TramaCase *a_case);
/* NULL where the case has no such subject. */
const TramaCaseSubject *trama_case_subject (const TramaCase *a_case, const char *id);

/* The cases that come with the program, by id. Borrowed. */
GPtrArray *trama_cases_built_in (void);
/* NULL where there is none. Borrowed. */
const TramaCase *trama_cases_find (const char *id);

G_END_DECLS
