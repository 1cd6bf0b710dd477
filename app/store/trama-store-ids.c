/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-ids.h"

#define FIRST_SIZE 256

void
trama_store_ids_init (TramaStoreIds *ids)
{
  *ids = (TramaStoreIds) { .entries = g_new0 (TramaStoreIdEntry, FIRST_SIZE), .size = FIRST_SIZE };
}

void
trama_store_ids_expect (TramaStoreIds *ids, gsize n)
{
  gsize size = FIRST_SIZE;

  if (ids->used > 0)
    return;
  while (size < n * 2)
    size *= 2;
  g_free (ids->entries);
  ids->entries = g_new0 (TramaStoreIdEntry, size);
  ids->size = size;
}

void
trama_store_ids_clear (TramaStoreIds *ids)
{
  g_clear_pointer (&ids->entries, g_free);
  ids->size = ids->used = 0;
}

/* The entry of @id, or the free one where it would go. */
static TramaStoreIdEntry *
locate (const TramaStoreIds *ids, TramaId id)
{
  gsize at = trama_id_hash_pointer (&id) & (ids->size - 1);

  while (!trama_id_is_none (ids->entries[at].id) && !trama_id_equal (ids->entries[at].id, id))
    at = (at + 1) & (ids->size - 1);
  return &ids->entries[at];
}

static void
grow (TramaStoreIds *ids)
{
  TramaStoreIds larger = { .entries = g_new0 (TramaStoreIdEntry, ids->size * 2),
                           .size = ids->size * 2,
                           .used = ids->used };

  for (gsize i = 0; i < ids->size; i++)
    if (!trama_id_is_none (ids->entries[i].id))
      *locate (&larger, ids->entries[i].id) = ids->entries[i];
  g_free (ids->entries);
  *ids = larger;
}

const TramaStoreIdEntry *
trama_store_ids_find (const TramaStoreIds *ids, TramaId id)
{
  const TramaStoreIdEntry *entry = locate (ids, id);

  return trama_id_is_none (entry->id) ? NULL : entry;
}

const TramaStoreIdEntry *
trama_store_ids_add (TramaStoreIds *ids, TramaId id, guint kind, guint line)
{
  TramaStoreIdEntry *entry = locate (ids, id);

  if (!trama_id_is_none (entry->id))
    return entry;
  *entry = (TramaStoreIdEntry) { .id = id, .line = line, .kind = kind };
  if (++ids->used > ids->size / 2)
    grow (ids);
  return NULL;
}
