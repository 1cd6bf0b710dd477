/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-history.h"

#include <glib/gi18n-lib.h>

struct _TramaHistory
{
  GArray *entries; /* TramaHistoryEntry */
};

static void
entry_clear (TramaHistoryEntry *entry)
{
  trama_change_set_unref (entry->set);
}

TramaHistory *
trama_history_new (void)
{
  TramaHistory *self = g_new0 (TramaHistory, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (TramaHistoryEntry));
  g_array_set_clear_func (self->entries, (GDestroyNotify) entry_clear);
  return self;
}

void
trama_history_free (TramaHistory *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

void
trama_history_add (TramaHistory *self, TramaChangeSet *set, gboolean backwards)
{
  TramaHistoryEntry entry = { .backwards = backwards };

  g_return_if_fail (self != NULL && set != NULL);

  entry.set = trama_change_set_ref (set);
  g_array_append_val (self->entries, entry);
}

void
trama_history_mark_saved (TramaHistory *self)
{
  g_return_if_fail (self != NULL);

  if (self->entries->len > 0)
    g_array_index (self->entries, TramaHistoryEntry, self->entries->len - 1).saved = TRUE;
}

guint
trama_history_size (TramaHistory *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const TramaHistoryEntry *
trama_history_get (TramaHistory *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return &g_array_index (self->entries, TramaHistoryEntry, index);
}

char *
trama_history_label (TramaHistory *self, guint index)
{
  const TramaHistoryEntry *entry = trama_history_get (self, index);
  const char *label;

  g_return_val_if_fail (entry != NULL, NULL);

  label = entry->set->label != NULL ? entry->set->label : _ ("A change");
  /* Translators: a step that was taken back */
  return entry->backwards ? g_strdup_printf (_ ("Undone: %s"), label) : g_strdup (label);
}

int
trama_history_find_change (TramaHistory *self, guint index, TramaId id)
{
  const TramaHistoryEntry *entry = trama_history_get (self, index);

  g_return_val_if_fail (entry != NULL, -1);

  for (guint i = 0; i < entry->set->n; i++)
    if (trama_id_equal (entry->set->changes[i].id, id))
      return (int) i;
  return -1;
}

GArray *
trama_history_of_record (TramaHistory *self, TramaId id)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, found);

  for (guint i = self->entries->len; i-- > 0;)
    if (trama_history_find_change (self, i, id) >= 0)
      g_array_append_val (found, i);
  return found;
}

GStrv
trama_history_describe_change (TramaHistory *self, guint index, guint change_index,
                               TramaVersion *version)
{
  const TramaHistoryEntry *entry = trama_history_get (self, index);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const TramaRecord *before, *after;
  const TramaKindInfo *info;

  g_return_val_if_fail (entry != NULL && change_index < entry->set->n && version != NULL, NULL);

  before = entry->set->changes[change_index].before;
  after = entry->set->changes[change_index].after;
  if (entry->backwards)
    {
      const TramaRecord *swap = before;

      before = after;
      after = swap;
    }
  info = trama_kind_info (entry->set->changes[change_index].kind);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      gboolean was = before != NULL && trama_record_field_is_known (before, field);
      gboolean is = after != NULL && trama_record_field_is_known (after, field);
      g_autofree char *old = was ? trama_version_field_to_prose (version, before, field) : NULL;
      g_autofree char *new = is ? trama_version_field_to_prose (version, after, field) : NULL;

      if (was && is ? trama_record_field_equal (before, after, field) : !was && !is)
        continue;
      /* Translators: a field, its value before and after a change; – is no value */
      g_strv_builder_take (lines, g_strdup_printf (_ ("%s: %s → %s"), trama_field_label (field),
                                                   was ? old : "–", is ? new : "–"));
    }
  return g_strv_builder_end (lines);
}

/* The step left @version behind. */
static gboolean
leads_to (const TramaHistoryEntry *entry, TramaVersion *version)
{
  for (guint i = 0; i < entry->set->n; i++)
    {
      const TramaChange *change = &entry->set->changes[i];
      const TramaRecord *left = entry->backwards ? change->before : change->after;

      if (!trama_record_equal (left, trama_version_find (version, change->kind, change->id)))
        return FALSE;
    }
  return TRUE;
}

TramaVersion *
trama_history_before (TramaHistory *self, guint index, TramaVersion *now)
{
  TramaVersion *version;

  g_return_val_if_fail (self != NULL && now != NULL, NULL);

  version = trama_version_ref (now);
  for (guint i = self->entries->len; i-- > index;)
    {
      const TramaHistoryEntry *entry = trama_history_get (self, i);
      g_autoptr (TramaVersion) later = g_steal_pointer (&version);

      if (!leads_to (entry, later))
        return NULL;
      version = trama_change_set_apply (entry->set, later, !entry->backwards);
    }
  return version;
}

/* Restoring. */

/* Records that belong to each other in a circle are nobody's: this many steps lead out of any other
 * chain. */
#define MAX_STEPS 64

static gboolean restore_whole (TramaTransaction *transaction, TramaVersion *past, TramaId id,
                               guint steps);

/* Whether the target is there, or has been brought back since the record needs it. */
static gboolean
have_target (TramaTransaction *transaction, TramaVersion *past, const TramaField *field,
             TramaId target, guint steps)
{
  const TramaRecord *now = trama_transaction_find (transaction, target);

  if (now != NULL)
    return (field->targets & TRAMA_KIND_BIT (now->kind)) != 0;
  return (field->flags & TRAMA_FIELD_REQUIRED) && restore_whole (transaction, past, target, steps);
}

static void
mend_references (TramaRecordBuilder *builder, TramaTransaction *transaction)
{
  const TramaKindInfo *info = trama_kind_info ((TramaKind) builder->draft->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      gpointer member = (char *) builder->draft + info->fields[i].offset;

      if (info->fields[i].type == TRAMA_FIELD_REF)
        {
          if (!trama_id_is_none (*(TramaId *) member)
              && !trama_transaction_find (transaction, *(TramaId *) member))
            *(TramaId *) member = TRAMA_ID_NONE;
        }
      else if (info->fields[i].type == TRAMA_FIELD_REFS)
        {
          TramaIds *ids = member;
          g_autofree TramaId *kept = g_new (TramaId, MAX (ids->n, 1));
          guint n = 0;

          for (guint j = 0; j < ids->n; j++)
            if (trama_transaction_find (transaction, ids->ids[j]) != NULL)
              kept[n++] = ids->ids[j];
          *ids = trama_record_builder_ids (builder, kept, n);
        }
    }
}

static gboolean
restore_targets (TramaTransaction *transaction, TramaVersion *past, const TramaRecord *record,
                 guint steps)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      const TramaId *target = trama_record_member (record, field);

      if (field->type == TRAMA_FIELD_REF && !trama_id_is_none (*target)
          && !have_target (transaction, past, field, *target, steps)
          && (field->flags & TRAMA_FIELD_REQUIRED))
        return FALSE;
    }
  return TRUE;
}

static gboolean
restore_whole (TramaTransaction *transaction, TramaVersion *past, TramaId id, guint steps)
{
  const TramaRecord *record = trama_version_find_among (past, TRAMA_ALL_KINDS, id);
  TramaRecordBuilder *builder;

  if (record == NULL || steps == 0 || !restore_targets (transaction, past, record, steps - 1))
    return FALSE;
  builder = trama_transaction_edit (transaction, record);
  mend_references (builder, transaction);
  trama_transaction_put (transaction);
  return TRUE;
}

static gboolean
restore_field (TramaTransaction *transaction, TramaVersion *past, TramaId id,
               const TramaField *field)
{
  const TramaRecord *then = trama_version_find_among (past, TRAMA_ALL_KINDS, id);
  const TramaRecord *now = trama_transaction_find (transaction, id);
  TramaRecordBuilder *builder;

  if (then == NULL || now == NULL || then->kind != now->kind)
    return FALSE;
  if (field->type == TRAMA_FIELD_REF && trama_record_field_is_known (then, field)
      && !have_target (transaction, past, field,
                       *(const TramaId *) trama_record_member (then, field), MAX_STEPS)
      && (field->flags & TRAMA_FIELD_REQUIRED))
    return FALSE;
  now = trama_transaction_find (transaction, id);
  builder = trama_transaction_edit (transaction, now);
  trama_record_builder_set_from (builder, field, then);
  mend_references (builder, transaction);
  trama_transaction_put (transaction);
  return TRUE;
}

gboolean
trama_restore_record (TramaTransaction *transaction, TramaVersion *past, TramaId id,
                      const TramaField *field)
{
  g_return_val_if_fail (transaction != NULL && past != NULL, FALSE);

  if (field != NULL)
    return restore_field (transaction, past, id, field);
  if (trama_version_find_among (past, TRAMA_ALL_KINDS, id) != NULL)
    return restore_whole (transaction, past, id, MAX_STEPS);
  if (trama_transaction_find (transaction, id) == NULL)
    return FALSE;
  trama_transaction_remove_with_dependants (transaction, id);
  return TRUE;
}
