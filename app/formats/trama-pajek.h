/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-problem.h"
#include "trama-sheet.h"

G_BEGIN_DECLS

/*
 * A network file of Pajek (.net) or project of networks and partitions (.paj), as two tables.
 *
 *   vertices  id, name, and a column for each partition and vector, headed by its title
 *   ties      from, to (numbers of vertices), value, category (the line's label or the title of a numbered
 *             relation)
 *
 * A second network in a project is a fault: one file gives one network. Shapes, colours and
 * positions are left out; so are permutations, clusters and hierarchies, each with a note.
 */
typedef struct
{
  TramaSheet *vertices;
  TramaSheet *ties;
  guint n_partitions; /* they are the columns from 2 on */
} TramaPajek;

void trama_pajek_clear (TramaPajek *pajek);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TramaPajek, trama_pajek_clear)

/* Whether a file of this name or content is meant. */
gboolean trama_pajek_is_meant (const char *name, const char *bytes, gsize length);
/* FALSE where the file is at fault; @problems then says how. @notes: what was left out. */
gboolean trama_pajek_read (const char *bytes, gsize length, const char *name, const char *encoding,
                           TramaPajek *pajek, TramaProblems *problems, TramaProblems *notes);

G_END_DECLS
