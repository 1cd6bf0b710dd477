/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What every benchmark program is made of. It sets up its data, and has our work and the peer's done
 * in turns within one run, because a shared machine's times drift while their ratios hold. One line a
 * comparison goes to stdout:
 *
 *     name size ours peer ratio goal
 *
 * With --smoke a program takes small sizes only, does each work once and prints no figures: the tests
 * use this to see that benchmarks still run. No test ever looks at a time.
 */

typedef void (*TramaBenchWork) (gpointer data);

typedef enum
{
  TRAMA_BENCH_CPU,  /* CPU time of this process and of the children it has waited for */
  TRAMA_BENCH_WALL, /* time on the clock */
} TramaBenchClock;

typedef struct
{
  const char *name; /* one word with hyphens */
  gsize size;       /* firms, records, pages: what the benchmark varies */
  TramaBenchWork ours;
  TramaBenchWork peer;
  gpointer data; /* given to both */
  TramaBenchClock clock;
  double goal;  /* the highest ratio ours / peer we accept; 0 for none */
  guint rounds; /* 0 for as many as fit a few seconds */
} TramaBenchCase;

/* Reads the command line; to be called first in main (). Ends the program on an unknown option. */
void trama_bench_init (int *argc, char ***argv);

gboolean trama_bench_is_smoke (void);

/* @size, or @smoke_size when only smoke is wanted. */
gsize trama_bench_size (gsize size, gsize smoke_size);

/* Times both in turns and prints the line: the median of each, and the median of the ratios. */
void trama_bench_compare (const TramaBenchCase *bench);

/* The same for memory: each runs once in a process of its own, and the highest resident set above the
 * one at its start is compared. @clock and @rounds do not matter. */
void trama_bench_compare_memory (const TramaBenchCase *bench);

/* A figure of quality beside the peer's, such as stress: the same line, without a unit. */
void trama_bench_compare_figures (const char *name, gsize size, double ours, double peer,
                                  double goal);

G_END_DECLS
