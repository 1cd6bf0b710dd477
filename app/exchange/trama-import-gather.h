/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-import.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* without folders */
  GBytes *bytes;
  char *checksum; /* SHA-256 of the bytes */
} TramaImportInput;

typedef struct
{
  const GPtrArray *inputs; /* TramaImportInput */
  const TramaImportOptions *options;
  const TramaImportMap *map; /* NULL: none */
  const char *map_name;      /* for messages */
  GPtrArray *tables;         /* TramaImportTable, filled */
  TramaProblems *problems;
  TramaProblems *notes;
} TramaImportGathering;

/* Reads the files as tables, recognises them and puts them in an order that does not depend on that
 * of the files. FALSE where there are problems. */
gboolean trama_import_gather (const TramaImportGathering *gathering);

G_END_DECLS
