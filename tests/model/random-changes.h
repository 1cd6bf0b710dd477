/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person may do to a portfolio, made up at random: add, change, remove. */
#pragma once

#include "random-portfolio.h"

/* The records of each kind, for random_target(). */
static inline void
random_collect (TramaVersion *version, GPtrArray **records)
{
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      records[kind] = g_ptr_array_sized_new (trama_table_size (table));
      for (guint i = 0; i < trama_table_size (table); i++)
        g_ptr_array_add (records[kind], (gpointer) trama_table_get (table, i));
    }
}

static inline const TramaRecord *
random_record (GRand *rand, TramaVersion *version)
{
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) trama_version_size (version));

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);

      if (at < trama_table_size (table))
        return trama_table_get (table, at);
      at -= trama_table_size (table);
    }
  g_assert_not_reached ();
}

/* Another value, or none, in one field. */
static inline void
random_edit (GRand *rand, TramaTransaction *transaction, const TramaRecord *record,
             GPtrArray *const *records)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
  const TramaField *field = &info->fields[g_rand_int_range (rand, 0, (gint32) info->n_fields)];
  TramaRecordBuilder *builder = trama_transaction_edit (transaction, record);

  if (!(field->flags & TRAMA_FIELD_REQUIRED) && g_rand_int_range (rand, 0, 5) == 0)
    trama_record_builder_set_unknown (builder, field);
  else
    random_value (rand, builder, field, records);
  if ((field->flags & TRAMA_FIELD_REQUIRED) && !trama_record_field_is_known (builder->draft, field))
    return;
  trama_transaction_put (transaction);
}

static inline void
random_addition (GRand *rand, TramaTransaction *transaction, GPtrArray *const *records)
{
  TramaKind kind = (TramaKind) g_rand_int_range (rand, 2, TRAMA_N_KINDS);
  TramaRecordBuilder *builder = trama_transaction_draft (transaction, kind);

  if (random_fill (rand, builder, records))
    trama_transaction_put (transaction);
}

/* One step. */
static inline void
random_step (GRand *rand, TramaVersion *version, TramaTransaction *transaction)
{
  GPtrArray *records[TRAMA_N_KINDS] = { 0 };
  const TramaRecord *record = random_record (rand, version);
  int what = g_rand_int_range (rand, 0, 10);

  random_collect (version, records);
  if (what < 6)
    random_edit (rand, transaction, record, records);
  else if (what < 8 || record->kind == TRAMA_KIND_PORTFOLIO)
    random_addition (rand, transaction, records);
  else
    trama_transaction_remove_with_dependants (transaction, record->id);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    g_ptr_array_unref (records[kind]);
}

/* @n steps. (transfer full) */
static inline TramaVersion *
random_changes (GRand *rand, TramaVersion *version, guint n, TramaIdSource *ids)
{
  TramaVersion *current = trama_version_ref (version);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TramaTransaction) transaction
          = trama_transaction_new (current, "Somebody", 1750000000 + i, ids);
      g_autoptr (TramaChangeSet) set = NULL;
      g_autoptr (GError) error = NULL;
      TramaVersion *next = NULL;

      random_step (rand, current, transaction);
      set = trama_transaction_finish (transaction, "Step", &next, &error);
      g_assert_no_error (error);
      if (next != NULL)
        {
          trama_version_unref (current);
          current = next;
        }
    }
  return current;
}
