/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-id.h"

G_BEGIN_DECLS

/* Every id of a file while it is being read: which kind of record has it, and on which line. */
typedef struct
{
  TramaId id;
  guint32 line;
  guint32 kind; /* TramaKind; TRAMA_KIND_NONE: the record could not be read */
} TramaStoreIdEntry;

typedef struct
{
  TramaStoreIdEntry *entries; /* open addressing; free where the id is none */
  gsize size;                 /* a power of two */
  gsize used;
} TramaStoreIds;

void trama_store_ids_init (TramaStoreIds *ids);
/* About @n ids will be added; to be called before the first. */
void trama_store_ids_expect (TramaStoreIds *ids, gsize n);
void trama_store_ids_clear (TramaStoreIds *ids);
/* NULL where there is none; holds until the next id is added. */
const TramaStoreIdEntry *trama_store_ids_find (const TramaStoreIds *ids, TramaId id);
/* The entry that was there before, or NULL where the id is new. */
const TramaStoreIdEntry *trama_store_ids_add (TramaStoreIds *ids, TramaId id, guint kind,
                                              guint line);

G_END_DECLS
