/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-removal.h"

#include <glib/gi18n-lib.h>

static int
by_kind (gconstpointer a, gconstpointer b)
{
  const TramaRecord *x = *(const TramaRecord *const *) a;
  const TramaRecord *y = *(const TramaRecord *const *) b;

  return x->kind != y->kind ? (int) x->kind - (int) y->kind : trama_id_compare (x->id, y->id);
}

TramaRemoval *
trama_removal_new (TramaVersion *version, TramaId id)
{
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaVersion) without = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  TramaIdSource ids = { 0 };
  TramaRemoval *removal;

  g_return_val_if_fail (version != NULL, NULL);

  if (trama_version_find_among (version, TRAMA_ALL_KINDS, id) == NULL)
    return NULL;
  /* Tried out: no second set of rules about what goes along. */
  transaction = trama_transaction_new (version, NULL, 0, &ids);
  trama_transaction_remove_with_dependants (transaction, id);
  set = trama_transaction_finish (transaction, NULL, &without, NULL);
  removal = g_new0 (TramaRemoval, 1);
  removal->id = id;
  removal->along = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
  removal->loosened = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
  for (guint i = 0; set != NULL && i < set->n; i++)
    if (!trama_id_equal (set->changes[i].id, id))
      g_ptr_array_add (set->changes[i].after == NULL ? removal->along : removal->loosened,
                       trama_record_ref (set->changes[i].before));
  g_ptr_array_sort (removal->along, by_kind);
  g_ptr_array_sort (removal->loosened, by_kind);
  return removal;
}

void
trama_removal_free (TramaRemoval *removal)
{
  if (removal == NULL)
    return;
  g_ptr_array_unref (removal->along);
  g_ptr_array_unref (removal->loosened);
  g_free (removal);
}

static void
append_counts (GString *out, GPtrArray *records)
{
  for (guint i = 0, n; i < records->len; i += n)
    {
      const TramaRecord *first = g_ptr_array_index (records, i);

      for (n = 1;
           i + n < records->len
           && ((const TramaRecord *) g_ptr_array_index (records, i + n))->kind == first->kind;)
        n++;
      /* Translators: number and kind of records, such as "3 Tiers of firms" */
      g_string_append_printf (out, _ ("%s%u %s"), i > 0 ? ", " : "", n,
                              n == 1 ? trama_kind_label (trama_record_kind (first))
                                     : trama_kind_plural_label (trama_record_kind (first)));
    }
}

char *
trama_removal_describe (const TramaRemoval *removal)
{
  g_autoptr (GString) along = g_string_new (NULL);
  g_autoptr (GString) loosened = g_string_new (NULL);

  g_return_val_if_fail (removal != NULL, NULL);

  append_counts (along, removal->along);
  append_counts (loosened, removal->loosened);
  if (along->len > 0 && loosened->len > 0)
    return g_strdup_printf (_ ("Goes along: %s. Stays, without it: %s."), along->str,
                            loosened->str);
  if (along->len > 0)
    return g_strdup_printf (_ ("Goes along: %s."), along->str);
  if (loosened->len > 0)
    return g_strdup_printf (_ ("Stays, without it: %s."), loosened->str);
  return NULL;
}

void
trama_removal_take (const TramaRemoval *removal, TramaTransaction *transaction)
{
  g_return_if_fail (removal != NULL && transaction != NULL);

  trama_transaction_remove_with_dependants (transaction, removal->id);
}

static void
replace_in_set (TramaRecordBuilder *builder, TramaIds *ids, TramaId old, TramaId heir)
{
  g_autofree TramaId *all = g_memdup2 (ids->ids, ids->n * sizeof (TramaId));

  for (guint i = 0; i < ids->n; i++)
    if (trama_id_equal (all[i], old))
      all[i] = heir;
  *ids = trama_record_builder_ids (builder, all, ids->n);
}

static void
hand_over (TramaTransaction *transaction, const TramaRecord *record, TramaId old, TramaId heir)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
  TramaRecordBuilder *builder = trama_transaction_edit (transaction, record);
  guint n = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      gpointer member = (char *) builder->draft + info->fields[i].offset;

      if (info->fields[i].type == TRAMA_FIELD_REF)
        {
          if (trama_id_equal (*(TramaId *) member, old))
            *(TramaId *) member = heir;
          n += (info->fields[i].flags & TRAMA_FIELD_REQUIRED)
               && trama_id_equal (*(TramaId *) member, heir);
        }
      else if (info->fields[i].type == TRAMA_FIELD_REFS
               && trama_ids_contain (*(TramaIds *) member, old))
        replace_in_set (builder, member, old, heir);
    }
  if (n > 1)
    trama_transaction_remove_with_dependants (transaction, record->id);
  else
    trama_transaction_put (transaction);
}

gboolean
trama_removal_keep (const TramaRemoval *removal, TramaTransaction *transaction, TramaId heir)
{
  const TramaRecord *old, *new;
  g_autoptr (GPtrArray) referring = NULL;

  g_return_val_if_fail (removal != NULL && transaction != NULL, FALSE);

  old = trama_transaction_find (transaction, removal->id);
  new = trama_transaction_find (transaction, heir);
  if (old == NULL || new == NULL || old->kind != new->kind || old == new)
    return FALSE;
  referring = trama_transaction_referring (transaction, removal->id);
  for (guint i = 0; i < referring->len; i++)
    {
      const TramaRecord *record = trama_transaction_find (
          transaction, ((const TramaRecord *) g_ptr_array_index (referring, i))->id);

      if (record != NULL && !trama_id_equal (record->id, removal->id))
        hand_over (transaction, record, removal->id, heir);
    }
  trama_transaction_remove (transaction, removal->id);
  return TRUE;
}
