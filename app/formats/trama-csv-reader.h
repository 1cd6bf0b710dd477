/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-problem.h"
#include "trama-sheet.h"
#include "trama-text-encoding.h"

G_BEGIN_DECLS

/* What a file and its parts may measure at most. */
#define TRAMA_CSV_MAX_BYTES (64 << 20)
#define TRAMA_CSV_MAX_CELL 100000 /* bytes */
#define TRAMA_CSV_MAX_CELLS 1024  /* in a row */
#define TRAMA_CSV_MAX_ROWS 1000000

typedef struct
{
  char delimiter;       /* 0: find out; TRAMA_CSV_NO_DELIMITER: each line is one cell */
  const char *encoding; /* NULL: find out */
} TramaCsvOptions;

/* How the file was read. */
typedef struct
{
  TramaTextEncoding encoding;
  char delimiter;
  guint n_unguarded; /* cells from which the apostrophe of trama_csv_writer_text() was taken */
} TramaCsvFacts;

void trama_csv_facts_clear (TramaCsvFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaCsvFacts, trama_csv_facts_clear)

/*
 * Reads a table of texts. Empty lines are left out. A cell that begins with an apostrophe before
 * one of = + - @, a tab or a line end loses it: that is how such a cell is kept from being taken
 * for a formula.
 *
 * NULL where the file cannot be read as such; @problems then says what is wrong and where.
 * @name stands in the messages; @options and @facts may be NULL. (transfer full)
 */
TramaSheet *trama_csv_read (const char *bytes, gsize length, const char *name,
                            const TramaCsvOptions *options, TramaCsvFacts *facts,
                            TramaProblems *problems);

G_END_DECLS
