/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-change.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "trama-record-check.h"

#define MANY 256 /* changes in one step, that nobody reads in their order */

TramaChangeSet *
trama_change_set_ref (TramaChangeSet *set)
{
  g_atomic_ref_count_inc (&set->references);
  return set;
}

void
trama_change_set_unref (TramaChangeSet *set)
{
  if (set == NULL || !g_atomic_ref_count_dec (&set->references))
    return;
  for (guint i = 0; i < set->n; i++)
    {
      trama_record_unref (set->changes[i].before);
      trama_record_unref (set->changes[i].after);
    }
  g_free (set->changes);
  g_free (set->label);
  g_free (set->author);
  g_free (set);
}

/* The changes are dealt out to their kinds in one pass. */
TramaVersion *
trama_change_set_apply (const TramaChangeSet *set, TramaVersion *version, gboolean backwards)
{
  TramaTable *tables[TRAMA_N_KINDS] = { 0 };
  g_autofree TramaId *ids = g_new (TramaId, MAX (set->n, 1));
  g_autofree const TramaRecord **records = g_new (const TramaRecord *, MAX (set->n, 1));
  guint starts[TRAMA_N_KINDS + 1] = { 0 };
  guint ends[TRAMA_N_KINDS];

  for (guint i = 0; i < set->n; i++)
    starts[set->changes[i].kind + 1]++;
  for (guint kind = 1; kind <= TRAMA_N_KINDS; kind++)
    starts[kind] += starts[kind - 1];
  memcpy (ends, starts, sizeof ends);
  for (guint i = 0; i < set->n; i++)
    {
      guint place = ends[set->changes[i].kind]++;

      ids[place] = set->changes[i].id;
      records[place] = backwards ? set->changes[i].before : set->changes[i].after;
    }
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    tables[kind] = trama_table_with_many (trama_version_table (version, (TramaKind) kind),
                                          ids + starts[kind], records + starts[kind],
                                          ends[kind] - starts[kind]);
  return trama_version_new_from_tables (tables);
}

static void
note_difference (GArray *changes, TramaKind kind, const TramaRecord *before,
                 const TramaRecord *after)
{
  TramaChange change = { .id = before != NULL ? before->id : after->id, .kind = kind };

  if (trama_record_equal (before, after))
    return;
  change.before = before != NULL ? trama_record_ref (before) : NULL;
  change.after = after != NULL ? trama_record_ref (after) : NULL;
  g_array_append_val (changes, change);
}

static void
note_differences (GArray *changes, TramaKind kind, TramaTable *from, TramaTable *to)
{
  guint a = 0, b = 0;

  if (from == to)
    return;
  while (a < trama_table_size (from) || b < trama_table_size (to))
    {
      const TramaRecord *before = a < trama_table_size (from) ? trama_table_get (from, a) : NULL;
      const TramaRecord *after = b < trama_table_size (to) ? trama_table_get (to, b) : NULL;
      int order = before == NULL  ? 1
                  : after == NULL ? -1
                                  : trama_id_compare (before->id, after->id);

      note_difference (changes, kind, order <= 0 ? before : NULL, order >= 0 ? after : NULL);
      a += order <= 0;
      b += order >= 0;
    }
}

TramaChangeSet *
trama_change_set_between (TramaVersion *from, TramaVersion *to, const char *label,
                          const char *author, gint64 when)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (TramaChange));
  TramaChangeSet *set;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    note_differences (changes, (TramaKind) kind, trama_version_table (from, (TramaKind) kind),
                      trama_version_table (to, (TramaKind) kind));
  if (changes->len == 0)
    return NULL;
  set = g_new0 (TramaChangeSet, 1);
  g_atomic_ref_count_init (&set->references);
  set->label = g_strdup (label);
  set->author = g_strdup (author);
  set->when = when;
  set->n = changes->len;
  set->changes = (TramaChange *) (gpointer) g_array_steal (changes, NULL);
  return set;
}

TramaChangeSet *
trama_change_set_invert (const TramaChangeSet *set)
{
  TramaChangeSet *inverse = g_new0 (TramaChangeSet, 1);

  g_atomic_ref_count_init (&inverse->references);
  inverse->label = g_strdup (set->label);
  inverse->author = g_strdup (set->author);
  inverse->when = set->when;
  inverse->n = set->n;
  inverse->changes = g_new (TramaChange, MAX (set->n, 1));
  for (guint i = 0; i < set->n; i++)
    {
      const TramaChange *change = &set->changes[i];

      inverse->changes[i]
          = (TramaChange) { change->id, change->kind,
                            change->after != NULL ? trama_record_ref (change->after) : NULL,
                            change->before != NULL ? trama_record_ref (change->before) : NULL };
    }
  return inverse;
}

struct _TramaTransaction
{
  TramaVersion *version;
  char *author;
  gint64 when;
  TramaIdSource *ids;
  TramaRecordBuilder builder;
  GArray *changes;    /* TramaChange; @after NULL: removed */
  GHashTable *places; /* TramaId * → index + 1 into changes */
};

TramaTransaction *
trama_transaction_new (TramaVersion *version, const char *author, gint64 when, TramaIdSource *ids)
{
  TramaTransaction *transaction = g_new0 (TramaTransaction, 1);

  transaction->version = trama_version_ref (version);
  transaction->author = g_strdup (author);
  transaction->when = when;
  transaction->ids = ids;
  transaction->changes = g_array_new (FALSE, FALSE, sizeof (TramaChange));
  transaction->places
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  return transaction;
}

void
trama_transaction_free (TramaTransaction *transaction)
{
  if (transaction == NULL)
    return;
  for (guint i = 0; i < transaction->changes->len; i++)
    {
      TramaChange *change = &g_array_index (transaction->changes, TramaChange, i);

      trama_record_unref (change->before);
      trama_record_unref (change->after);
    }
  g_array_unref (transaction->changes);
  g_hash_table_unref (transaction->places);
  trama_record_builder_clear (&transaction->builder);
  trama_version_unref (transaction->version);
  g_free (transaction->author);
  g_free (transaction);
}

TramaId
trama_transaction_new_id (TramaTransaction *transaction)
{
  TramaId id;

  do
    id = trama_id_source_next (transaction->ids);
  while (trama_transaction_find (transaction, id) != NULL);
  return id;
}

TramaRecordBuilder *
trama_transaction_draft (TramaTransaction *transaction, TramaKind kind)
{
  trama_record_builder_begin (&transaction->builder, kind, trama_transaction_new_id (transaction));
  return &transaction->builder;
}

TramaRecordBuilder *
trama_transaction_edit (TramaTransaction *transaction, const TramaRecord *record)
{
  trama_record_builder_begin_copy (&transaction->builder, record);
  return &transaction->builder;
}

/* Takes @after. */
static void
note_change (TramaTransaction *transaction, TramaId id, TramaKind kind, TramaRecord *after)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (transaction->places, &id));

  if (place > 0)
    {
      TramaChange *change = &g_array_index (transaction->changes, TramaChange, place - 1);

      trama_record_unref (change->after);
      change->after = after;
    }
  else
    {
      const TramaRecord *before = trama_version_find (transaction->version, kind, id);
      TramaChange change = { id, kind, before != NULL ? trama_record_ref (before) : NULL, after };

      g_array_append_val (transaction->changes, change);
      g_hash_table_insert (transaction->places, g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER (transaction->changes->len));
    }
}

const TramaRecord *
trama_transaction_put (TramaTransaction *transaction)
{
  TramaRecord *draft = transaction->builder.draft;
  TramaRecord *record;

  g_return_val_if_fail (draft != NULL, NULL);

  if (draft->entered == 0 && draft->entered_by == NULL)
    {
      draft->entered = transaction->when;
      draft->entered_by = transaction->author;
    }
  record = trama_record_builder_finish (&transaction->builder);
  note_change (transaction, record->id, trama_record_kind (record), record);
  return record;
}

void
trama_transaction_put_record (TramaTransaction *transaction, const TramaRecord *record)
{
  note_change (transaction, record->id, trama_record_kind (record), trama_record_ref (record));
}

void
trama_transaction_remove (TramaTransaction *transaction, TramaId id)
{
  const TramaRecord *record = trama_transaction_find (transaction, id);

  if (record != NULL)
    note_change (transaction, id, trama_record_kind (record), NULL);
}

const TramaRecord *
trama_transaction_find (TramaTransaction *transaction, TramaId id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (transaction->places, &id));

  if (place > 0)
    return g_array_index (transaction->changes, TramaChange, place - 1).after;
  return trama_version_find_among (transaction->version, TRAMA_ALL_KINDS, id);
}

/* Lets go of every reference of @record to @id; FALSE where a required one forbids it. */
static gboolean
clear_references (TramaTransaction *transaction, const TramaRecord *record, TramaId id)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
  TramaRecordBuilder *builder;

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRAMA_FIELD_REF
        && (info->fields[i].flags & (TRAMA_FIELD_REQUIRED | TRAMA_FIELD_OWNER))
        && trama_id_equal (*(const TramaId *) trama_record_member (record, &info->fields[i]), id))
      return FALSE;
  builder = trama_transaction_edit (transaction, record);
  for (guint i = 0; i < info->n_fields; i++)
    {
      gpointer member = (char *) builder->draft + info->fields[i].offset;

      if (info->fields[i].type == TRAMA_FIELD_REF && trama_id_equal (*(TramaId *) member, id))
        *(TramaId *) member = TRAMA_ID_NONE;
      else if (info->fields[i].type == TRAMA_FIELD_REFS
               && trama_ids_contain (*(TramaIds *) member, id))
        {
          TramaIds *ids = member;
          g_autofree TramaId *kept = g_new (TramaId, ids->n);
          guint n = 0;

          for (guint j = 0; j < ids->n; j++)
            if (!trama_id_equal (ids->ids[j], id))
              kept[n++] = ids->ids[j];
          *ids = trama_record_builder_ids (builder, kept, n);
        }
    }
  trama_transaction_put (transaction);
  return TRUE;
}

static void
note_reference (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  TramaId *wanted = data;

  if (trama_id_equal (target, *wanted))
    *wanted = TRAMA_ID_NONE;
}

static gboolean
refers_to (const TramaRecord *record, TramaId id)
{
  TramaId wanted = id;

  trama_record_foreach_reference (record, note_reference, &wanted);
  return trama_id_is_none (wanted);
}

GPtrArray *
trama_transaction_referring (TramaTransaction *transaction, TramaId id)
{
  g_autoptr (GPtrArray) old = NULL;
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (transaction != NULL, found);

  old = trama_version_referring_records (transaction->version, id);
  for (guint i = 0; i < old->len; i++)
    {
      const TramaRecord *record = g_ptr_array_index (old, i);

      if (g_hash_table_lookup (transaction->places, &record->id) == NULL)
        g_ptr_array_add (found, (gpointer) record);
    }
  for (guint i = 0; i < transaction->changes->len; i++)
    {
      TramaRecord *record = g_array_index (transaction->changes, TramaChange, i).after;

      if (record != NULL && refers_to (record, id))
        g_ptr_array_add (found, record);
    }
  return found;
}

static void
let_go_of (TramaTransaction *transaction, const TramaRecord *record, TramaId id)
{
  if (record != NULL && refers_to (record, id) && !clear_references (transaction, record, id))
    trama_transaction_remove_with_dependants (transaction, record->id);
}

void
trama_transaction_remove_with_dependants (TramaTransaction *transaction, TramaId id)
{
  g_autoptr (GPtrArray) referring = NULL;

  if (trama_transaction_find (transaction, id) == NULL)
    return;
  referring = trama_version_referring_records (transaction->version, id);
  trama_transaction_remove (transaction, id);
  for (guint i = 0; i < referring->len; i++)
    let_go_of (
        transaction,
        trama_transaction_find (transaction, ((const TramaRecord *) referring->pdata[i])->id), id);
  /* What this transaction has made or changed is in no version's index yet. */
  for (guint i = 0; i < transaction->changes->len; i++)
    let_go_of (transaction, g_array_index (transaction->changes, TramaChange, i).after, id);
}

typedef struct
{
  TramaTransaction *transaction;
  TramaProblems *problems;
} Check;

static void
check_reference (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  Check *check = data;
  const TramaRecord *found = trama_transaction_find (check->transaction, target);
  TramaProblem *problem;

  if (found != NULL && (field->targets & TRAMA_KIND_BIT (found->kind)))
    return;
  problem = trama_problem_new (_ ("refers to a record that is not there or of another kind"));
  trama_problem_set_record (problem, record->id, trama_kind_label (trama_record_kind (record)),
                            trama_record_title (record));
  problem->field = g_strdup (trama_field_label (field));
  trama_problems_add (check->problems, problem);
}

/* New records can be saved and lead somewhere, and nothing leads to what was removed. */
static gboolean
records_are_sound (TramaTransaction *transaction, GError **error)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (3);
  Check check = { transaction, problems };

  for (guint i = 0; i < transaction->changes->len; i++)
    {
      TramaChange *change = &g_array_index (transaction->changes, TramaChange, i);

      if (change->after != NULL)
        {
          trama_record_check (change->after, problems);
          trama_record_foreach_reference (change->after, check_reference, &check);
        }
      else if (change->before != NULL)
        {
          g_autoptr (GPtrArray) referring
              = trama_version_referring_records (transaction->version, change->id);

          for (guint j = 0; j < referring->len; j++)
            {
              const TramaRecord *old = g_ptr_array_index (referring, j);
              const TramaRecord *now = trama_transaction_find (transaction, old->id);

              if (now != NULL)
                trama_record_foreach_reference (now, check_reference, &check);
            }
        }
    }
  if (trama_problems_count (problems) == 0)
    return TRUE;
  g_propagate_error (error, trama_problems_to_error (problems));
  return FALSE;
}

static int
by_kind_and_id (gconstpointer a, gconstpointer b)
{
  const TramaChange *x = a, *y = b;

  return x->kind != y->kind ? (int) x->kind - (int) y->kind : trama_id_compare (x->id, y->id);
}

TramaChangeSet *
trama_transaction_finish (TramaTransaction *transaction, const char *label, TramaVersion **version,
                          GError **error)
{
  g_autoptr (TramaChangeSet) set = NULL;

  g_return_val_if_fail (transaction != NULL && version != NULL, NULL);

  *version = NULL;
  if (!records_are_sound (transaction, error))
    return NULL;
  set = g_new0 (TramaChangeSet, 1);
  g_atomic_ref_count_init (&set->references);
  set->label = g_strdup (label);
  set->author = g_strdup (transaction->author);
  set->when = transaction->when;
  set->changes = g_new (TramaChange, MAX (transaction->changes->len, 1));
  for (guint i = 0; i < transaction->changes->len; i++)
    {
      TramaChange *change = &g_array_index (transaction->changes, TramaChange, i);

      if (change->before == change->after
          || (change->before != NULL && change->after != NULL
              && trama_record_equal (change->before, change->after)))
        continue;
      set->changes[set->n++] = *change;
      change->before = NULL;
      change->after = NULL;
    }
  if (set->n == 0)
    return NULL;
  /* An import, once sorted, need not be each time it is undone and redone. */
  if (set->n > MANY)
    qsort (set->changes, set->n, sizeof (TramaChange), by_kind_and_id);
  *version = trama_change_set_apply (set, transaction->version, FALSE);
  return g_steal_pointer (&set);
}
