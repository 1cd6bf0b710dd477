/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "random-portfolio.h"

static TramaRecord *
make_firm (TramaId id, TramaId cluster, gint32 founded)
{
  g_auto (TramaRecordBuilder) builder = { 0 };

  trama_record_builder_begin (&builder, TRAMA_KIND_FIRM, id);
  ((TramaFirm *) builder.draft)->name = "Firm";
  ((TramaFirm *) builder.draft)->cluster = cluster;
  ((TramaFirm *) builder.draft)->founded = trama_date_from_day (founded);
  return trama_record_builder_finish (&builder);
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return trama_id_compare ((*(const TramaRecord *const *) a)->id,
                           (*(const TramaRecord *const *) b)->id);
}

/* The plain model: all records in a hash table. */
static void
assert_same (TramaTable *table, GHashTable *model)
{
  g_autoptr (GPtrArray) sorted = g_hash_table_get_values_as_ptr_array (model);

  g_ptr_array_sort (sorted, compare_records);
  g_assert_cmpuint (trama_table_size (table), ==, sorted->len);
  for (guint i = 0; i < sorted->len; i++)
    {
      const TramaRecord *record = g_ptr_array_index (sorted, i);

      g_assert_true (trama_table_get (table, i) == record);
      g_assert_true (trama_table_find (table, record->id) == record);
    }
}

static GHashTable *
model_new (void)
{
  return g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free,
                                (GDestroyNotify) trama_record_unref);
}

static GHashTable *
model_copy (GHashTable *model)
{
  GHashTable *copy = model_new ();
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, &id, &record))
    g_hash_table_insert (copy, g_memdup2 (id, sizeof (TramaId)), trama_record_ref (record));
  return copy;
}

/* Growing by ones until chunks split, shrinking until they are gone; with snapshots of old tables
 * that must never change. */
static void
test_one_by_one (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (TramaTable) table = trama_table_new_empty (TRAMA_KIND_FIRM);
  g_autoptr (GHashTable) model = model_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TramaTable) snapshot = NULL;
  g_autoptr (GHashTable) snapshot_model = NULL;
  TramaIdSource source;

  trama_id_source_init_seeded (&source, 1);
  for (int i = 0; i < 4000; i++)
    {
      gboolean growing = i < 2200;
      gboolean add = g_rand_int_range (rand, 0, 10) < (growing ? 8 : 1);
      TramaTable *next;

      if (add || ids->len == 0)
        {
          TramaId id = trama_id_source_next (&source);
          g_autoptr (TramaRecord) record = make_firm (id, TRAMA_ID_NONE, i);

          next = trama_table_with (table, id, record);
          g_hash_table_insert (model, g_memdup2 (&id, sizeof id), trama_record_ref (record));
          g_ptr_array_add (ids, g_memdup2 (&id, sizeof id));
        }
      else
        {
          guint at = (guint) g_rand_int_range (rand, 0, (gint32) ids->len);
          TramaId id = *(TramaId *) g_ptr_array_index (ids, at);

          if (g_rand_int_range (rand, 0, 3) == 0)
            {
              g_autoptr (TramaRecord) record = make_firm (id, TRAMA_ID_NONE, i);

              next = trama_table_with (table, id, record);
              g_hash_table_insert (model, g_memdup2 (&id, sizeof id), trama_record_ref (record));
            }
          else
            {
              next = trama_table_with (table, id, NULL);
              g_hash_table_remove (model, &id);
              g_ptr_array_remove_index_fast (ids, at);
              g_assert_null (trama_table_find (next, id));
            }
        }
      trama_table_unref (table);
      table = next;
      if (i % 200 == 0)
        {
          assert_same (table, model);
          if (snapshot != NULL)
            assert_same (snapshot, snapshot_model);
          g_clear_pointer (&snapshot, trama_table_unref);
          g_clear_pointer (&snapshot_model, g_hash_table_unref);
          snapshot = trama_table_ref (table);
          snapshot_model = model_copy (model);
        }
    }
  assert_same (table, model);
  /* Taking out what is not there changes nothing. */
  {
    g_autoptr (TramaTable) same = trama_table_with (table, trama_id_source_next (&source), NULL);

    g_assert_true (same == table);
  }
}

static void
test_many_at_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (TramaTable) table = trama_table_new_empty (TRAMA_KIND_FIRM);
  g_autoptr (GHashTable) model = model_new ();
  TramaIdSource source;

  trama_id_source_init_seeded (&source, 2);
  for (int round = 0; round < 40; round++)
    {
      g_autoptr (TramaTable) before = trama_table_ref (table);
      g_autoptr (GHashTable) before_model = model_copy (model);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TramaId));
      g_autoptr (GPtrArray) records = g_ptr_array_new ();
      g_autoptr (GPtrArray) owned
          = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
      guint n = (guint) g_rand_int_range (rand, 0, 400);
      GHashTableIter iter;
      gpointer key;
      TramaTable *next;

      g_hash_table_iter_init (&iter, before_model);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (g_rand_int_range (rand, 0, 4) == 0)
          {
            gboolean remove = g_rand_boolean (rand);
            TramaRecord *record
                = remove ? NULL : make_firm (*(TramaId *) key, TRAMA_ID_NONE, round);

            g_array_append_vals (ids, key, 1);
            g_ptr_array_add (records, record);
            if (remove)
              g_hash_table_remove (model, key);
            else
              {
                g_ptr_array_add (owned, record);
                g_hash_table_insert (model, g_memdup2 (key, sizeof (TramaId)),
                                     trama_record_ref (record));
              }
          }
      for (guint i = 0; i < n; i++)
        {
          TramaId id = trama_id_source_next (&source);
          TramaRecord *record = make_firm (id, TRAMA_ID_NONE, round);

          g_array_append_val (ids, id);
          g_ptr_array_add (records, record);
          g_ptr_array_add (owned, record);
          g_hash_table_insert (model, g_memdup2 (&id, sizeof id), trama_record_ref (record));
        }
      next = trama_table_with_many (table, (const TramaId *) (gpointer) ids->data,
                                    (const TramaRecord *const *) records->pdata, ids->len);
      trama_table_unref (table);
      table = next;
      assert_same (table, model);
      assert_same (before, before_model);
    }
}

static void
assert_referring (TramaTable *table, TramaId cluster)
{
  TramaRecords found = trama_table_referring (table, offsetof (TramaFirm, cluster), cluster);
  guint expected = 0;

  for (guint i = 0; i < trama_table_size (table); i++)
    expected += trama_id_equal (((const TramaFirm *) trama_table_get (table, i))->cluster, cluster);
  g_assert_cmpuint (found.n, ==, expected);
  for (guint i = 0; i < found.n; i++)
    {
      g_assert_true (trama_id_equal (((const TramaFirm *) found.records[i])->cluster, cluster));
      g_assert_true (trama_table_find (table, found.records[i]->id) == found.records[i]);
    }
}

static gpointer
ask_for_indexes (gpointer data)
{
  TramaTable *table = data;

  for (int i = 0; i < 20; i++)
    {
      g_assert_cmpuint (trama_table_by_event (table).n, ==, trama_table_size (table));
      trama_table_referring (table, offsetof (TramaFirm, cluster), TRAMA_ID_NONE);
      trama_table_referring (table, offsetof (TramaFirm, owner_group), TRAMA_ID_NONE);
    }
  return NULL;
}

/* Reverse references against a look at every record; asked for by several threads at once. */
static void
test_indexes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
  g_autoptr (TramaTable) table = NULL;
  g_autoptr (TramaTable) later = NULL;
  TramaId clusters[7], moved;
  TramaIdSource source;
  GThread *threads[4];

  trama_id_source_init_seeded (&source, 3);
  for (guint i = 0; i < G_N_ELEMENTS (clusters); i++)
    clusters[i] = trama_id_source_next (&source);
  for (int i = 0; i < 1000; i++)
    {
      int cluster = g_rand_int_range (rand, -1, G_N_ELEMENTS (clusters) - 1);

      g_ptr_array_add (records, make_firm (trama_id_source_next (&source),
                                           cluster < 0 ? TRAMA_ID_NONE : clusters[cluster], i));
    }
  table = trama_table_new (TRAMA_KIND_FIRM, (TramaRecord *const *) records->pdata, records->len);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("indexes", ask_for_indexes, table);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (clusters); i++)
    assert_referring (table, clusters[i]);
  g_assert_cmpuint (trama_table_referring (table, offsetof (TramaFirm, cluster), clusters[6]).n, ==,
                    0);

  /* A later table has indexes of its own; the earlier one keeps what it had. */
  moved = trama_table_get (table, 500)->id;
  {
    g_autoptr (TramaRecord) record = make_firm (moved, clusters[6], 5);

    later = trama_table_with (table, moved, record);
  }
  g_assert_cmpuint (trama_table_referring (later, offsetof (TramaFirm, cluster), clusters[6]).n, ==,
                    1);
  g_assert_cmpuint (trama_table_referring (table, offsetof (TramaFirm, cluster), clusters[6]).n, ==,
                    0);
}

/* By the date each record is about, unknown first, then by id; sets too. */
static void
test_order_by_event (void)
{
  g_autoptr (TramaVersion) version = random_portfolio (4, 1500);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);
      TramaRecords all = trama_table_by_event (table);

      g_assert_cmpuint (all.n, ==, trama_table_size (table));
      for (guint i = 1; i < all.n; i++)
        {
          TramaDate a = trama_record_event (all.records[i - 1]);
          TramaDate b = trama_record_event (all.records[i]);
          int order = trama_date_compare (a, b);

          g_assert_true (
              order < 0
              || (order == 0 && trama_id_compare (all.records[i - 1]->id, all.records[i]->id) < 0));
        }
    }
  {
    TramaTable *firms = trama_version_table (version, TRAMA_KIND_FIRM);
    TramaTable *activities = trama_version_table (version, TRAMA_KIND_ACTIVITY);

    for (guint f = 0; f < trama_table_size (firms); f++)
      {
        TramaId firm = trama_table_get (firms, f)->id;
        TramaRecords found
            = trama_table_referring (activities, offsetof (TramaActivity, participants), firm);
        guint expected = 0;

        for (guint i = 0; i < trama_table_size (activities); i++)
          expected += trama_ids_contain (
              ((const TramaActivity *) trama_table_get (activities, i))->participants, firm);
        g_assert_cmpuint (found.n, ==, expected);
      }
  }
}

/* What k changes cost is about k chunks, whatever the size of the table. */
static void
test_sharing (void)
{
  enum
  {
    SIZE = 20000
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
  g_autoptr (TramaTable) table = NULL;
  TramaIdSource source;

  trama_id_source_init_seeded (&source, 9);
  for (int i = 0; i < SIZE; i++)
    g_ptr_array_add (records, make_firm (trama_id_source_next (&source), TRAMA_ID_NONE, i));
  table = trama_table_new (TRAMA_KIND_FIRM, (TramaRecord *const *) records->pdata, records->len);
  g_assert_cmpuint (trama_table_n_chunks (table), >, 80);
  for (guint n = 1; n <= 16; n *= 2)
    {
      g_autoptr (TramaTable) changed = NULL;
      const TramaRecord *after[16];
      TramaId ids[16];

      for (guint i = 0; i < n; i++)
        {
          guint at = (SIZE / n) * i + (guint) g_rand_int_range (rand, 0, 300);
          const TramaRecord *record = trama_table_get (table, at);

          ids[i] = record->id;
          after[i] = i % 3 == 2 ? NULL : make_firm (record->id, TRAMA_ID_NONE, -1);
        }
      changed = trama_table_with_many (table, ids, after, n);
      g_assert_cmpuint (trama_table_shared_chunks (table, changed), >=,
                        trama_table_n_chunks (table) - n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (trama_table_find (changed, ids[i]) == after[i]);
          trama_record_unref (after[i]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/table/one-by-one", test_one_by_one);
  g_test_add_func ("/model/table/many-at-once", test_many_at_once);
  g_test_add_func ("/model/table/indexes", test_indexes);
  g_test_add_func ("/model/table/order-by-event", test_order_by_event);
  g_test_add_func ("/model/table/sharing", test_sharing);
  return g_test_run ();
}
