/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "trama-id.h"

G_BEGIN_DECLS

/*
 * What is wrong with something that came from outside, told so that a person can mend it: the
 * file, the line or record, the field, what was found and what was expected.
 */
typedef struct
{
  char *file;     /* a name to show; NULL: none */
  guint line;     /* from 1; 0: none */
  TramaId record; /* none: TRAMA_ID_NONE */
  char *record_name;
  char *field;
  char *found;
  char *expected;
  char *message; /* what is wrong, one sentence, translated */
} TramaProblem;

TramaProblem *trama_problem_new (const char *message);
void trama_problem_free (TramaProblem *problem);
/* Says which record it is: its id (none: TRAMA_ID_NONE), its kind as in the file, its title; @kind
 * and @title may be NULL. */
void trama_problem_set_record (TramaProblem *problem, TramaId id, const char *kind,
                               const char *title);
/* "portfolio.trama:12: firm “Botas Real” (id …), joined: found “2024-13-01”, expected a date: …"
 * (transfer full) */
char *trama_problem_to_text (const TramaProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaProblem, trama_problem_free)

/* A list that holds at most a stated number of problems in full and counts the rest. */
typedef struct _TramaProblems TramaProblems;

TramaProblems *trama_problems_new (guint keep);
void trama_problems_free (TramaProblems *problems);
/* @problem: (transfer full); it may still be filled in until the next one is added. */
void trama_problems_add (TramaProblems *problems, TramaProblem *problem);
/* Moves all of @from behind those of @to; @from is empty afterwards. */
void trama_problems_move (TramaProblems *to, TramaProblems *from);
guint trama_problems_count (const TramaProblems *problems);
/* Those kept, at most as many as asked for in trama_problems_new(). */
guint trama_problems_n_kept (const TramaProblems *problems);
const TramaProblem *trama_problems_get (const TramaProblems *problems, guint index);
/* An error that tells of the first and counts the others; NULL where there are none. */
GError *trama_problems_to_error (const TramaProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaProblems, trama_problems_free)

typedef enum
{
  TRAMA_ERROR_INPUT, /* the input is at fault */
  TRAMA_ERROR_USAGE, /* the command line is at fault */
  TRAMA_ERROR_NEWER, /* written by a newer version */
  TRAMA_ERROR_CHANGED, /* changed by somebody else meanwhile */
  TRAMA_ERROR_SAVE, /* the file could not be written; the old one is whole */
  TRAMA_ERROR_INTERNAL,
} TramaError;

#define TRAMA_ERROR (trama_error_quark ())
GQuark trama_error_quark (void);

G_END_DECLS
