/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * First every record by itself; what comes out differs from mine in a table of changes. Then
 * references are followed, over and over, until none leads to something that was removed: in each
 * such case the side that was chosen (mine, unless somebody chose theirs) says whether the record
 * comes back or whoever refers to it lets go.
 *
 * A choice starts all over again with it: that is quick, and what hangs on a choice follows.
 */
#include "trama-merge.h"

#include <glib/gi18n-lib.h>

#include "trama-erasure.h"
#include "trama-merge-record.h"

struct _TramaMerge
{
  TramaVersion *base;
  TramaVersion *mine;
  TramaVersion *theirs;
  GHashTable *choices; /* what a clash is of → whether theirs is taken */
  gboolean all_theirs; /* what is taken where nothing was chosen */

  GHashTable *changes; /* TramaId → TramaChange of mine */
  GPtrArray *clashes;  /* TramaClash */
  GHashTable *noted;   /* what clashes there are of */
  GHashTable *lost;    /* TramaId: what cannot be had, since it needs what is not there */
  TramaRecordBuilder builder;
  TramaVersion *version; /* made when it is asked for */
};

static void
change_free (TramaChange *change)
{
  trama_record_unref (change->before);
  trama_record_unref (change->after);
  g_free (change);
}

static void
clash_free (TramaClash *clash)
{
  trama_record_unref (clash->base);
  trama_record_unref (clash->mine);
  trama_record_unref (clash->theirs);
  g_free (clash);
}

static TramaRecord *
ref_or_null (const TramaRecord *record)
{
  return record != NULL ? trama_record_ref (record) : NULL;
}

/* "abcd…/place": what a clash is of, as a key. */
static char *
clash_key (TramaId id, const char *part)
{
  char text[TRAMA_ID_LENGTH + 1];

  trama_id_to_text (id, text);
  return g_strconcat (text, "/", part, NULL);
}

/* Whether theirs is taken where there is a clash about @part of a record. */
static gboolean
note_clash (TramaMerge *self, TramaClashType type, TramaKind kind, TramaId id,
            const TramaField *field, TramaId referrer)
{
  const char *part = type == TRAMA_CLASH_FIELD ? field->id : type == TRAMA_CLASH_EXTRA ? "*" : "";
  g_autofree char *key = clash_key (id, part);
  gpointer chosen;
  gboolean theirs = self->all_theirs;
  TramaClash *clash;

  if (g_hash_table_lookup_extended (self->choices, key, NULL, &chosen))
    theirs = GPOINTER_TO_INT (chosen);
  if (!g_hash_table_add (self->noted, g_strdup (key)))
    return theirs;
  clash = g_new0 (TramaClash, 1);
  clash->type = type;
  clash->kind = kind;
  clash->id = id;
  clash->field = field;
  clash->referrer = referrer;
  clash->take_theirs = theirs;
  clash->base = ref_or_null (trama_version_find (self->base, kind, id));
  clash->mine = ref_or_null (trama_version_find (self->mine, kind, id));
  clash->theirs = ref_or_null (trama_version_find (self->theirs, kind, id));
  g_ptr_array_add (self->clashes, clash);
  return theirs;
}

/* What is there now. */
static const TramaRecord *
find (TramaMerge *self, guint64 kinds, TramaId id)
{
  const TramaChange *change = g_hash_table_lookup (self->changes, &id);

  if (change != NULL)
    return change->after != NULL && (kinds & TRAMA_KIND_BIT (change->after->kind)) ? change->after
                                                                                   : NULL;
  return trama_version_find_among (self->mine, kinds, id);
}

/* Takes @after; NULL: it is removed. */
static void
set_record (TramaMerge *self, TramaKind kind, TramaId id, TramaRecord *after)
{
  TramaChange *change = g_hash_table_lookup (self->changes, &id);

  if (change == NULL)
    {
      change = g_new0 (TramaChange, 1);
      change->id = id;
      change->kind = kind;
      change->before = ref_or_null (trama_version_find (self->mine, kind, id));
      g_hash_table_insert (self->changes, &change->id, change);
    }
  trama_record_unref (change->after);
  change->after = after;
}

/* Records by themselves. */

typedef struct
{
  TramaMerge *self;
  TramaKind kind;
  TramaId id;
} Asking;

static gboolean
ask (const TramaField *field, gpointer data)
{
  Asking *asking = data;

  return note_clash (asking->self, field != NULL ? TRAMA_CLASH_FIELD : TRAMA_CLASH_EXTRA,
                     asking->kind, asking->id, field, TRAMA_ID_NONE);
}

static void
merge_record (TramaMerge *self, TramaKind kind, TramaId id, const TramaRecord *base,
              const TramaRecord *mine, const TramaRecord *theirs)
{
  Asking asking = { self, kind, id };

  if (trama_record_equal (mine, theirs) || trama_record_equal (base, theirs))
    return;
  if (trama_record_equal (base, mine))
    set_record (self, kind, id, ref_or_null (theirs));
  else if (mine != NULL && theirs != NULL)
    set_record (self, kind, id,
                trama_merge_records (&self->builder, base, mine, theirs, ask, &asking));
  else if (note_clash (self, TRAMA_CLASH_REMOVED, kind, id, NULL, TRAMA_ID_NONE))
    set_record (self, kind, id, ref_or_null (theirs));
}

/* The three tables side by side, in the order of ids. */
static void
merge_kind (TramaMerge *self, TramaKind kind)
{
  TramaTable *tables[3]
      = { trama_version_table (self->base, kind), trama_version_table (self->mine, kind),
          trama_version_table (self->theirs, kind) };
  guint at[3] = { 0 };

  if (tables[1] == tables[2] || tables[0] == tables[2])
    return;
  for (;;)
    {
      const TramaRecord *heads[3];
      const TramaRecord *first = NULL;
      TramaId id;

      for (int i = 0; i < 3; i++)
        {
          heads[i]
              = at[i] < trama_table_size (tables[i]) ? trama_table_get (tables[i], at[i]) : NULL;
          if (heads[i] != NULL && (first == NULL || trama_id_compare (heads[i]->id, first->id) < 0))
            first = heads[i];
        }
      if (first == NULL)
        return;
      id = first->id;
      for (int i = 0; i < 3; i++)
        if (heads[i] != NULL && trama_id_equal (heads[i]->id, id))
          at[i]++;
        else
          heads[i] = NULL;
      merge_record (self, kind, id, heads[0], heads[1], heads[2]);
    }
}

/* There is one portfolio, and an id has one record, whatever its kind. */
static void
find_twice (TramaMerge *self)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((TramaChange *) value)->before == NULL && ((TramaChange *) value)->after != NULL)
      g_ptr_array_add (added, value);
  for (guint i = 0; i < added->len; i++)
    {
      TramaChange *change = g_ptr_array_index (added, i);
      const TramaRecord *other = trama_version_find_among (self->mine, TRAMA_ALL_KINDS, change->id);

      if (other != NULL)
        {
          /* Ids are drawn at random: this is no honest accident. Mine stays. */
          note_clash (self, TRAMA_CLASH_TWICE, trama_record_kind (other), change->id, NULL,
                      TRAMA_ID_NONE);
          g_hash_table_remove (self->changes, &change->id);
        }
      else if (change->kind == TRAMA_KIND_PORTFOLIO)
        {
          const TramaRecord *mine = (const TramaRecord *) trama_version_portfolio (self->mine);

          if (mine == NULL || find (self, TRAMA_KIND_BIT (TRAMA_KIND_PORTFOLIO), mine->id) == NULL)
            continue;
          if (note_clash (self, TRAMA_CLASH_TWICE, TRAMA_KIND_PORTFOLIO, change->id, NULL,
                          TRAMA_ID_NONE))
            set_record (self, TRAMA_KIND_PORTFOLIO, mine->id, NULL);
          else
            set_record (self, TRAMA_KIND_PORTFOLIO, change->id, NULL);
        }
    }
}

/* Erasing beats everything: what either has erased is gone for good, and nobody is asked. */
static void
take_erased (TramaMerge *self, TramaVersion *side)
{
  g_autoptr (GHashTable) erased = trama_erasure_tombstones (side);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, erased);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const TramaRecord *record = find (self, TRAMA_ALL_KINDS, *(TramaId *) key);

      g_hash_table_add (self->lost, g_memdup2 (key, sizeof (TramaId)));
      if (record != NULL)
        set_record (self, trama_record_kind (record), record->id, NULL);
      for (guint i = self->clashes->len; i-- > 0;)
        if (trama_id_equal (((TramaClash *) g_ptr_array_index (self->clashes, i))->id,
                            *(TramaId *) key))
          g_ptr_array_remove_index (self->clashes, i);
    }
}

/* References. */

typedef struct
{
  TramaMerge *self;
  const TramaRecord *record;
  const TramaField *field; /* the first that leads nowhere; NULL: none */
  TramaId target;
  gboolean look_everywhere;
} Following;

static void
follow (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  Following *following = data;

  if (following->field != NULL
      || (!following->look_everywhere && !g_hash_table_contains (following->self->changes, &target))
      || find (following->self, field->targets, target) != NULL)
    return;
  following->field = field;
  following->target = target;
}

/* The value that the record of the side chosen has, without what is not there now. */
static gboolean
let_go (TramaMerge *self, const TramaRecord *record, const TramaField *field, TramaId target,
        const TramaRecord *chosen)
{
  TramaRecordBuilder *builder = &self->builder;
  gpointer member;

  trama_record_builder_begin_copy (builder, record);
  member = (char *) builder->draft + field->offset;
  if (field->type == TRAMA_FIELD_REFS)
    {
      const TramaIds *ids = trama_record_member (record, field);
      g_autofree TramaId *kept = g_new (TramaId, ids->n);
      guint n = 0;

      for (guint i = 0; i < ids->n; i++)
        if (!trama_id_equal (ids->ids[i], target))
          kept[n++] = ids->ids[i];
      *(TramaIds *) member = trama_record_builder_ids (builder, kept, n);
    }
  else
    {
      TramaId other
          = chosen != NULL ? *(const TramaId *) trama_record_member (chosen, field) : TRAMA_ID_NONE;

      if (!trama_id_is_none (other) && find (self, field->targets, other) == NULL)
        other = TRAMA_ID_NONE;
      if (trama_id_is_none (other) && (field->flags & TRAMA_FIELD_REQUIRED))
        return FALSE;
      *(TramaId *) member = other;
    }
  set_record (self, trama_record_kind (record), record->id, trama_record_builder_finish (builder));
  return TRUE;
}

/* FALSE where something had to be done. */
static gboolean
mend (TramaMerge *self, const TramaRecord *record, gboolean look_everywhere)
{
  g_autoptr (TramaRecord) held = trama_record_ref (record);
  Following following = { .self = self, .record = record, .look_everywhere = look_everywhere };
  TramaVersion *side;
  const TramaRecord *mine, *theirs, *target;
  TramaKind kind = trama_record_kind (record);

  trama_record_foreach_reference (record, follow, &following);
  if (following.field == NULL)
    return TRUE;
  mine = trama_version_find_among (self->mine, following.field->targets, following.target);
  theirs = trama_version_find_among (self->theirs, following.field->targets, following.target);
  target = mine != NULL ? mine : theirs;
  /* Where neither has it, it was the id of something else; mine knows what. */
  side = target != NULL && !g_hash_table_contains (self->lost, &following.target)
                 && note_clash (self, TRAMA_CLASH_REFERENCE, trama_record_kind (target),
                                following.target, NULL, record->id)
             ? self->theirs
             : self->mine;
  target = trama_version_find_among (side, following.field->targets, following.target);
  if (target != NULL && !g_hash_table_contains (self->lost, &following.target))
    set_record (self, trama_record_kind (target), target->id, trama_record_ref (target));
  else if (!let_go (self, record, following.field, following.target,
                    trama_version_find (side, kind, record->id)))
    {
      g_hash_table_add (self->lost, g_memdup2 (&record->id, sizeof (TramaId)));
      set_record (self, kind, record->id, NULL);
    }
  return FALSE;
}

static int
by_kind (gconstpointer a, gconstpointer b)
{
  const TramaRecord *x = *(const TramaRecord *const *) a;
  const TramaRecord *y = *(const TramaRecord *const *) b;

  return x->kind != y->kind ? (int) x->kind - (int) y->kind : trama_id_compare (x->id, y->id);
}

static gboolean
mend_all (TramaMerge *self)
{
  g_autoptr (GPtrArray) changed
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
  GHashTableIter iter;
  gboolean sound = TRUE, removed = FALSE;
  gpointer value;

  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((TramaChange *) value)->after != NULL)
      g_ptr_array_add (changed, trama_record_ref (((TramaChange *) value)->after));
    else
      removed = TRUE;
  /* What comes out is the same on every machine. */
  g_ptr_array_sort (changed, by_kind);
  for (guint i = 0; i < changed->len; i++)
    {
      const TramaRecord *record = g_ptr_array_index (changed, i);

      if (find (self, TRAMA_ALL_KINDS, record->id) == record)
        sound = mend (self, record, TRUE) && sound;
    }
  for (guint kind = 1; removed && kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (self->mine, (TramaKind) kind);

      for (guint i = 0; i < trama_table_size (table); i++)
        {
          const TramaRecord *record = trama_table_get (table, i);

          if (!g_hash_table_contains (self->changes, &record->id))
            sound = mend (self, record, FALSE) && sound;
        }
    }
  return sound;
}

static int
compare_clashes (gconstpointer a, gconstpointer b)
{
  const TramaClash *x = *(const TramaClash *const *) a;
  const TramaClash *y = *(const TramaClash *const *) b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (!trama_id_equal (x->id, y->id))
    return trama_id_compare (x->id, y->id);
  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  return (int) x->type - (int) y->type;
}

static void
run (TramaMerge *self)
{
  g_clear_pointer (&self->version, trama_version_unref);
  g_hash_table_remove_all (self->changes);
  g_hash_table_remove_all (self->noted);
  g_hash_table_remove_all (self->lost);
  g_ptr_array_set_size (self->clashes, 0);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    merge_kind (self, (TramaKind) kind);
  find_twice (self);
  take_erased (self, self->mine);
  take_erased (self, self->theirs);
  /* A record comes back at most once, goes for good at most once, and lets go of a target at most
   * once for each time that the target went: this ends. */
  while (!mend_all (self))
    ;
  g_ptr_array_sort (self->clashes, compare_clashes);
}

TramaMerge *
trama_merge_new (TramaVersion *base, TramaVersion *mine, TramaVersion *theirs)
{
  TramaMerge *self = g_new0 (TramaMerge, 1);

  g_return_val_if_fail (base != NULL && mine != NULL && theirs != NULL, self);

  self->base = trama_version_ref (base);
  self->mine = trama_version_ref (mine);
  self->theirs = trama_version_ref (theirs);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lost = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  self->changes = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, NULL,
                                         (GDestroyNotify) change_free);
  self->clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) clash_free);
  run (self);
  return self;
}

void
trama_merge_free (TramaMerge *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->noted);
  g_hash_table_unref (self->lost);
  g_hash_table_unref (self->changes);
  g_ptr_array_unref (self->clashes);
  trama_record_builder_clear (&self->builder);
  trama_version_unref (self->base);
  trama_version_unref (self->mine);
  trama_version_unref (self->theirs);
  g_clear_pointer (&self->version, trama_version_unref);
  g_free (self);
}

guint
trama_merge_n_clashes (TramaMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->clashes->len;
}

const TramaClash *
trama_merge_get_clash (TramaMerge *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->clashes->len, NULL);

  return g_ptr_array_index (self->clashes, index);
}

void
trama_merge_choose (TramaMerge *self, guint index, gboolean theirs)
{
  g_return_if_fail (self != NULL);

  if (index == G_MAXUINT)
    {
      g_hash_table_remove_all (self->choices);
      self->all_theirs = theirs;
    }
  else
    {
      const TramaClash *clash = trama_merge_get_clash (self, index);

      g_return_if_fail (clash != NULL);
      g_hash_table_insert (self->choices,
                           clash_key (clash->id, clash->type == TRAMA_CLASH_FIELD ? clash->field->id
                                                 : clash->type == TRAMA_CLASH_EXTRA ? "*"
                                                                                    : ""),
                           GINT_TO_POINTER (theirs));
    }
  run (self);
}

/* What was settled by letting a record be as it is in mine is no change. */
static gboolean
is_change (const TramaChange *change)
{
  return !trama_record_equal (change->before, change->after);
}

guint
trama_merge_n_changes (TramaMerge *self)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += is_change (value);
  return n;
}

TramaVersion *
trama_merge_get_mine (TramaMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->mine;
}

TramaVersion *
trama_merge_get_version (TramaMerge *self)
{
  g_autofree TramaChange *changes = NULL;
  TramaChangeSet set = { 0 };
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->version != NULL)
    return self->version;
  changes = g_new (TramaChange, MAX (g_hash_table_size (self->changes), 1));
  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (is_change (value))
      changes[set.n++] = *(TramaChange *) value;
  set.changes = changes;
  self->version = trama_change_set_apply (&set, self->mine, FALSE);
  return self->version;
}

void
trama_merge_apply (TramaMerge *self, TramaTransaction *transaction)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (self != NULL && transaction != NULL);

  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TramaChange *change = value;

      if (!is_change (change))
        continue;
      if (change->after != NULL)
        trama_transaction_put_record (transaction, change->after);
      else
        trama_transaction_remove (transaction, change->id);
    }
}

/* For people. */

static char *
describe_value (TramaVersion *version, const TramaRecord *record, const TramaField *field)
{
  return record != NULL ? trama_version_field_to_prose (version, record, field)
                        : g_strdup (_ ("not there"));
}

static char *
describe_what (TramaMerge *self, const TramaClash *clash)
{
  switch (clash->type)
    {
    case TRAMA_CLASH_FIELD:
      {
        g_autofree char *base = describe_value (self->base, clash->base, clash->field);
        g_autofree char *mine = describe_value (self->mine, clash->mine, clash->field);
        g_autofree char *theirs = describe_value (self->theirs, clash->theirs, clash->field);

        /* Translators: field, then its value before, in mine and in theirs */
        return g_strdup_printf (_ ("%s: before “%s”, mine “%s”, theirs “%s”"),
                                trama_field_label (clash->field), base, mine, theirs);
      }
    case TRAMA_CLASH_EXTRA:
      return g_strdup (_ ("both have changed something that this version does not know"));
    case TRAMA_CLASH_REMOVED:
      return g_strdup (clash->mine == NULL ? _ ("removed in mine, changed in theirs")
                                           : _ ("changed in mine, removed in theirs"));
    case TRAMA_CLASH_REFERENCE:
      {
        g_autofree char *who = trama_version_describe_id (
            clash->mine == NULL ? self->theirs : self->mine, clash->referrer);

        return g_strdup_printf (clash->mine == NULL
                                    ? _ ("removed in mine; in theirs, “%s” refers to it")
                                    : _ ("removed in theirs; in mine, “%s” refers to it"),
                                who);
      }
    case TRAMA_CLASH_TWICE:
    default:
      return g_strdup (_ ("there can be only one, and mine and theirs have different ones"));
    }
}

char *
trama_merge_describe_clash (TramaMerge *self, guint index)
{
  const TramaClash *clash = trama_merge_get_clash (self, index);
  const TramaRecord *record;
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (clash != NULL, NULL);

  record = clash->mine != NULL ? clash->mine : clash->theirs != NULL ? clash->theirs : clash->base;
  title = trama_version_describe (clash->mine != NULL     ? self->mine
                                  : clash->theirs != NULL ? self->theirs
                                                          : self->base,
                                  record);
  id = trama_id_dup_text (clash->id);
  what = describe_what (self, clash);
  /* Translators: kind, title and id of a record, then what is the matter */
  return g_strdup_printf (_ ("%s “%s” (%s): %s"), trama_kind_label (clash->kind), title, id, what);
}
