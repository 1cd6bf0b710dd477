/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-measure.h"
#include "trama-problem.h"

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

typedef enum
{
  TRAMA_RULE_ALL,
  TRAMA_RULE_ANY,
  TRAMA_RULE_COMPARE,
} TramaRuleKind;

typedef enum
{
  TRAMA_AT_LEAST,
  TRAMA_AT_MOST,
} TramaComparison;

typedef struct _TramaRule
{
  TramaRuleKind kind;
  GPtrArray *rules; /* ALL, ANY: TramaRule */
  /* COMPARE */
  const TramaMeasure *measure;
  gint64 parameters[TRAMA_MAX_PARAMETERS];
  TramaComparison comparison;
  TramaRatio threshold;
  const TramaMeasure *threshold_measure; /* instead of @threshold; NULL: none */
  gint64 threshold_parameters[TRAMA_MAX_PARAMETERS];
} TramaRule;

#define TRAMA_WINDOW_NONE 0
#define TRAMA_WINDOW_SINCE_FORMED (-1)

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
  TramaRule *rule;
  TramaRule *not_applicable_when; /* NULL: always applicable */
  TramaReason not_applicable_reason;
} TramaCriterion;

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
  GPtrArray *criteria; /* TramaCriterion */
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

const TramaCriterion *trama_method_criterion (const TramaMethod *method, const char *id);
/* A text of the method in the user's language; NULL gives NULL. */
const char *trama_method_text (const char *text);

/* The methods that come with the program, in the order they are offered. Borrowed elements. */
GPtrArray *trama_methods_built_in (void);
/* NULL where there is none. Borrowed. */
TramaMethod *trama_methods_find (const char *id);

G_END_DECLS
