/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-table.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE 256

typedef struct
{
  gatomicrefcount references;
  guint n;
  TramaRecord *records[CHUNK_SIZE];
} Chunk;

typedef struct
{
  gsize offset;
  /* Keys point into the ids array of the entries. */
  GHashTable *lists; /* TramaId * → GPtrArray of borrowed records */
  GPtrArray *keys;
} Index;

struct _TramaTable
{
  gatomicrefcount references;
  TramaKind kind;
  guint size;
  guint n_chunks;
  Chunk **chunks;
  guint *starts; /* index of each chunk's first record */

  GMutex mutex;
  GPtrArray *indexes;  /* Index, one for each offset asked for */
  GPtrArray *by_event; /* borrowed records */
};

static void
chunk_unref (Chunk *chunk)
{
  if (!g_atomic_ref_count_dec (&chunk->references))
    return;
  for (guint i = 0; i < chunk->n; i++)
    trama_record_unref (chunk->records[i]);
  g_free (chunk);
}

static Chunk *
chunk_new (TramaRecord *const *records, guint n)
{
  Chunk *chunk = g_new (Chunk, 1);

  g_assert (n <= CHUNK_SIZE);
  g_atomic_ref_count_init (&chunk->references);
  chunk->n = n;
  for (guint i = 0; i < n; i++)
    chunk->records[i] = trama_record_ref (records[i]);
  return chunk;
}

static void
index_free (Index *index)
{
  g_hash_table_unref (index->lists);
  g_ptr_array_unref (index->keys);
  g_free (index);
}

static TramaTable *
table_alloc (TramaKind kind)
{
  TramaTable *table = g_new0 (TramaTable, 1);

  g_atomic_ref_count_init (&table->references);
  g_mutex_init (&table->mutex);
  table->kind = kind;
  return table;
}

/* Takes the chunks in @chunks. */
static void
table_set_chunks (TramaTable *table, GPtrArray *chunks)
{
  guint start = 0;

  table->n_chunks = chunks->len;
  table->chunks = g_new (Chunk *, chunks->len + 1);
  table->starts = g_new (guint, chunks->len + 1);
  for (guint i = 0; i < chunks->len; i++)
    {
      table->chunks[i] = g_ptr_array_index (chunks, i);
      table->starts[i] = start;
      start += table->chunks[i]->n;
    }
  table->size = start;
}

static int
compare_by_id (gconstpointer a, gconstpointer b)
{
  return trama_id_compare ((*(const TramaRecord *const *) a)->id,
                           (*(const TramaRecord *const *) b)->id);
}

static int
compare_by_event (gconstpointer a, gconstpointer b)
{
  const TramaRecord *x = *(const TramaRecord *const *) a;
  const TramaRecord *y = *(const TramaRecord *const *) b;
  int order = trama_date_compare (trama_record_event (x), trama_record_event (y));

  return order != 0 ? order : trama_id_compare (x->id, y->id);
}

TramaTable *
trama_table_new_empty (TramaKind kind)
{
  return trama_table_new (kind, NULL, 0);
}

TramaTable *
trama_table_new (TramaKind kind, TramaRecord *const *records, guint n)
{
  TramaTable *table = table_alloc (kind);
  g_autoptr (GPtrArray) chunks = g_ptr_array_new ();
  g_autofree TramaRecord **sorted = g_memdup2 (records, n * sizeof (TramaRecord *));
  /* Chunks begin three quarters full, so that the first edits do not split them. */
  guint step = CHUNK_SIZE * 3 / 4;
  gboolean in_order = TRUE;

  for (guint i = 1; i < n && in_order; i++)
    in_order = trama_id_compare (records[i - 1]->id, records[i]->id) < 0;
  if (!in_order)
    qsort (sorted, n, sizeof (TramaRecord *), compare_by_id);
  for (guint i = 0; i < n; i += step)
    g_ptr_array_add (chunks, chunk_new (sorted + i, MIN (step, n - i)));
  table_set_chunks (table, chunks);
  return table;
}

TramaTable *
trama_table_ref (TramaTable *table)
{
  g_atomic_ref_count_inc (&table->references);
  return table;
}

void
trama_table_unref (TramaTable *table)
{
  if (table == NULL || !g_atomic_ref_count_dec (&table->references))
    return;
  g_clear_pointer (&table->indexes, g_ptr_array_unref);
  g_clear_pointer (&table->by_event, g_ptr_array_unref);
  for (guint i = 0; i < table->n_chunks; i++)
    chunk_unref (table->chunks[i]);
  g_free (table->chunks);
  g_free (table->starts);
  g_mutex_clear (&table->mutex);
  g_free (table);
}

guint
trama_table_size (const TramaTable *table)
{
  return table->size;
}

const TramaRecord *
trama_table_get (const TramaTable *table, guint index)
{
  guint low = 0, high = table->n_chunks;

  g_return_val_if_fail (index < table->size, NULL);

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (table->starts[middle] <= index)
        low = middle;
      else
        high = middle;
    }
  return table->chunks[low]->records[index - table->starts[low]];
}

/* The chunk that holds or would hold @id. */
static guint
find_chunk (const TramaTable *table, TramaId id)
{
  guint low = 0, high = table->n_chunks;

  while (high > low + 1)
    {
      guint middle = (low + high) / 2;

      if (trama_id_compare (table->chunks[middle]->records[0]->id, id) <= 0)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The place of @id in the chunk, or where it would go. */
static guint
find_in_chunk (const Chunk *chunk, TramaId id, gboolean *found)
{
  guint low = 0, high = chunk->n;

  *found = FALSE;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = trama_id_compare (chunk->records[middle]->id, id);

      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const TramaRecord *
trama_table_find (const TramaTable *table, TramaId id)
{
  const Chunk *chunk;
  gboolean found;
  guint at;

  if (table->n_chunks == 0)
    return NULL;
  chunk = table->chunks[find_chunk (table, id)];
  at = find_in_chunk (chunk, id, &found);
  return found ? chunk->records[at] : NULL;
}

TramaTable *
trama_table_with (TramaTable *table, TramaId id, const TramaRecord *record)
{
  g_autoptr (GPtrArray) chunks = g_ptr_array_new ();
  TramaRecord *records[CHUNK_SIZE + 1];
  const Chunk *old;
  TramaTable *result;
  guint place, at, n;
  gboolean found;

  if (table->n_chunks == 0)
    {
      TramaRecord *only = (TramaRecord *) record;

      return trama_table_new (table->kind, &only, record != NULL ? 1 : 0);
    }
  place = find_chunk (table, id);
  old = table->chunks[place];
  at = find_in_chunk (old, id, &found);
  if (!found && record == NULL)
    return trama_table_ref (table);

  n = 0;
  for (guint i = 0; i < old->n; i++)
    {
      if (i == at && record != NULL)
        records[n++] = (TramaRecord *) record;
      if (i != at || !found)
        records[n++] = old->records[i];
    }
  if (at == old->n && record != NULL)
    records[n++] = (TramaRecord *) record;

  for (guint i = 0; i < table->n_chunks; i++)
    if (i != place)
      {
        g_atomic_ref_count_inc (&table->chunks[i]->references);
        g_ptr_array_add (chunks, table->chunks[i]);
      }
    else if (n > CHUNK_SIZE)
      {
        g_ptr_array_add (chunks, chunk_new (records, n / 2));
        g_ptr_array_add (chunks, chunk_new (records + n / 2, n - n / 2));
      }
    else if (n > 0)
      g_ptr_array_add (chunks, chunk_new (records, n));
  result = table_alloc (table->kind);
  table_set_chunks (result, chunks);
  return result;
}

typedef struct
{
  TramaId id;
  const TramaRecord *record;
} Replacement;

static int
compare_replacements (gconstpointer a, gconstpointer b)
{
  return trama_id_compare (((const Replacement *) a)->id, ((const Replacement *) b)->id);
}

/* @n records in chunks, each as full as it may be in a new table. */
static void
add_chunks (GPtrArray *chunks, TramaRecord *const *records, guint n)
{
  guint pieces = n <= CHUNK_SIZE ? 1 : (n + CHUNK_SIZE * 3 / 4 - 1) / (CHUNK_SIZE * 3 / 4);

  for (guint i = 0; n > 0 && i < pieces; i++)
    {
      guint from = (guint) ((guint64) n * i / pieces);
      guint to = (guint) ((guint64) n * (i + 1) / pieces);

      g_ptr_array_add (chunks, chunk_new (records + from, to - from));
    }
}

/* The records of @chunk with @n changes, which are sorted, made to them. */
static void
merge_chunk (const Chunk *chunk, const Replacement *changes, guint n, GPtrArray *merged)
{
  guint at = 0;

  g_ptr_array_set_size (merged, 0);
  for (guint i = 0; i < chunk->n || at < n;)
    {
      int order = i == chunk->n ? 1
                  : at == n     ? -1
                                : trama_id_compare (chunk->records[i]->id, changes[at].id);

      if (order < 0)
        g_ptr_array_add (merged, chunk->records[i++]);
      else
        {
          if (changes[at].record != NULL)
            g_ptr_array_add (merged, (gpointer) changes[at].record);
          at++;
          i += order == 0;
        }
    }
}

static Replacement *
sort_changes (const TramaId *ids, const TramaRecord *const *records, guint n)
{
  Replacement *changes = g_new (Replacement, n);
  gboolean in_order = TRUE;

  for (guint i = 0; i < n; i++)
    {
      changes[i] = (Replacement) { ids[i], records[i] };
      in_order = in_order && (i == 0 || trama_id_compare (ids[i - 1], ids[i]) < 0);
    }
  if (!in_order)
    qsort (changes, n, sizeof (Replacement), compare_replacements);
  return changes;
}

/* A chunk into which no change falls is shared. */
TramaTable *
trama_table_with_many (TramaTable *table, const TramaId *ids, const TramaRecord *const *records,
                       guint n)
{
  static const Chunk nothing = { .n = 0 };
  g_autofree Replacement *changes = NULL;
  g_autoptr (GPtrArray) chunks = NULL;
  g_autoptr (GPtrArray) merged = NULL;
  TramaTable *result;
  guint at = 0;

  if (n == 0)
    return trama_table_ref (table);
  if (n == 1)
    return trama_table_with (table, ids[0], records[0]);

  changes = sort_changes (ids, records, n);
  chunks = g_ptr_array_sized_new (table->n_chunks + n / CHUNK_SIZE + 1);
  merged = g_ptr_array_sized_new (CHUNK_SIZE);
  for (guint c = 0; c < MAX (table->n_chunks, 1); c++)
    {
      Chunk *chunk = c < table->n_chunks ? table->chunks[c] : NULL;
      guint end = n;

      if (c + 1 < table->n_chunks)
        for (end = at;
             end < n
             && trama_id_compare (changes[end].id, table->chunks[c + 1]->records[0]->id) < 0;)
          end++;
      if (end == at && chunk != NULL)
        {
          g_atomic_ref_count_inc (&chunk->references);
          g_ptr_array_add (chunks, chunk);
          continue;
        }
      merge_chunk (chunk != NULL ? chunk : &nothing, changes + at, end - at, merged);
      add_chunks (chunks, (TramaRecord *const *) merged->pdata, merged->len);
      at = end;
    }
  result = table_alloc (table->kind);
  table_set_chunks (result, chunks);
  return result;
}

guint
trama_table_shared_chunks (const TramaTable *a, const TramaTable *b)
{
  g_autoptr (GHashTable) chunks = g_hash_table_new (NULL, NULL);
  guint shared = 0;

  for (guint i = 0; i < a->n_chunks; i++)
    g_hash_table_add (chunks, a->chunks[i]);
  for (guint i = 0; i < b->n_chunks; i++)
    shared += g_hash_table_contains (chunks, b->chunks[i]);
  return shared;
}

guint
trama_table_n_chunks (const TramaTable *table)
{
  return table->n_chunks;
}

static void
index_add (Index *index, TramaId target, const TramaRecord *record)
{
  GPtrArray *list = g_hash_table_lookup (index->lists, &target);

  if (list == NULL)
    {
      TramaId *key = g_memdup2 (&target, sizeof target);

      g_ptr_array_add (index->keys, key);
      list = g_ptr_array_new ();
      g_hash_table_insert (index->lists, key, list);
    }
  g_ptr_array_add (list, (gpointer) record);
}

static Index *
index_build (const TramaTable *table, gsize offset)
{
  const TramaField *field = trama_kind_field_at (table->kind, offset);
  Index *index = g_new0 (Index, 1);
  GHashTableIter iter;
  gpointer list;

  g_assert (field != NULL && (field->type == TRAMA_FIELD_REF || field->type == TRAMA_FIELD_REFS));
  index->offset = offset;
  index->keys = g_ptr_array_new_with_free_func (g_free);
  index->lists = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, NULL,
                                        (GDestroyNotify) g_ptr_array_unref);
  for (guint c = 0; c < table->n_chunks; c++)
    for (guint i = 0; i < table->chunks[c]->n; i++)
      {
        const TramaRecord *record = table->chunks[c]->records[i];
        gconstpointer member = trama_record_member (record, field);

        if (field->type == TRAMA_FIELD_REF)
          {
            if (!trama_id_is_none (*(const TramaId *) member))
              index_add (index, *(const TramaId *) member, record);
          }
        else
          for (guint j = 0; j < ((const TramaIds *) member)->n; j++)
            index_add (index, ((const TramaIds *) member)->ids[j], record);
      }
  g_hash_table_iter_init (&iter, index->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_by_event);
  return index;
}

TramaRecords
trama_table_referring (TramaTable *table, gsize offset, TramaId target)
{
  Index *index = NULL;
  GPtrArray *list;

  g_mutex_lock (&table->mutex);
  if (table->indexes == NULL)
    table->indexes = g_ptr_array_new_with_free_func ((GDestroyNotify) index_free);
  for (guint i = 0; i < table->indexes->len && index == NULL; i++)
    if (((Index *) g_ptr_array_index (table->indexes, i))->offset == offset)
      index = g_ptr_array_index (table->indexes, i);
  if (index == NULL)
    {
      index = index_build (table, offset);
      g_ptr_array_add (table->indexes, index);
    }
  g_mutex_unlock (&table->mutex);

  list = g_hash_table_lookup (index->lists, &target);
  if (list == NULL)
    return (TramaRecords) { 0, NULL };
  return (TramaRecords) { list->len, (const TramaRecord *const *) list->pdata };
}

TramaRecords
trama_table_by_event (TramaTable *table)
{
  g_mutex_lock (&table->mutex);
  if (table->by_event == NULL)
    {
      table->by_event = g_ptr_array_sized_new (table->size);
      for (guint i = 0; i < table->size; i++)
        g_ptr_array_add (table->by_event, (gpointer) trama_table_get (table, i));
      g_ptr_array_sort (table->by_event, compare_by_event);
    }
  g_mutex_unlock (&table->mutex);
  return (TramaRecords) { table->by_event->len,
                          (const TramaRecord *const *) table->by_event->pdata };
}
