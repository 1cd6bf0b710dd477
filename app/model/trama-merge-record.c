/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-merge-record.h"

/* Of three values that are the same or not: 0 mine, 1 theirs, −1 a clash. */
static int
choose (gboolean same, gboolean mine_changed, gboolean theirs_changed)
{
  if (same || !theirs_changed)
    return 0;
  return mine_changed ? -1 : 1;
}

static gboolean
changed (const TramaRecord *base, const TramaRecord *now, const TramaField *field)
{
  return base != NULL ? !trama_record_field_equal (base, now, field)
                      : trama_record_field_is_known (now, field);
}

static gboolean
contains (const TramaRecord *record, const TramaField *field, TramaId id)
{
  return record != NULL
         && trama_ids_contain (*(const TramaIds *) trama_record_member (record, field), id);
}

/* In both, or in the one that has added it. */
static void
collect (GArray *ids, const TramaRecord *from, const TramaRecord *other, const TramaRecord *base,
         const TramaField *field)
{
  const TramaIds *all = trama_record_member (from, field);

  for (guint i = 0; i < all->n; i++)
    if (contains (other, field, all->ids[i]) || !contains (base, field, all->ids[i]))
      g_array_append_val (ids, all->ids[i]);
}

static void
merge_sets (TramaRecordBuilder *builder, const TramaField *field, const TramaRecord *base,
            const TramaRecord *mine, const TramaRecord *theirs)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TramaId));

  collect (ids, mine, theirs, base, field);
  collect (ids, theirs, mine, base, field);
  *(TramaIds *) ((char *) builder->draft + field->offset)
      = trama_record_builder_ids (builder, (const TramaId *) (gpointer) ids->data, ids->len);
}

static gboolean
same_stamp (const TramaRecord *a, const TramaRecord *b)
{
  return a->entered == b->entered && g_strcmp0 (a->entered_by, b->entered_by) == 0;
}

/* Who entered it first; this is no matter to ask anybody about. */
static const TramaRecord *
earlier (const TramaRecord *a, const TramaRecord *b)
{
  if (a->entered != b->entered)
    return a->entered < b->entered ? a : b;
  return g_strcmp0 (a->entered_by, b->entered_by) <= 0 ? a : b;
}

static void
merge_stamps (TramaRecordBuilder *builder, const TramaRecord *base, const TramaRecord *mine,
              const TramaRecord *theirs)
{
  int choice = choose (same_stamp (mine, theirs), base == NULL || !same_stamp (base, mine),
                       base == NULL || !same_stamp (base, theirs));
  const TramaRecord *from = choice < 0 ? earlier (mine, theirs) : choice > 0 ? theirs : mine;

  builder->draft->entered = from->entered;
  builder->draft->entered_by = from->entered_by;
}

static void
merge_extra (TramaRecordBuilder *builder, const TramaRecord *base, const TramaRecord *mine,
             const TramaRecord *theirs, TramaMergeClashFunc clash, gpointer data)
{
  const char *before = base != NULL ? base->extra : NULL;
  int choice
      = choose (g_strcmp0 (mine->extra, theirs->extra) == 0, g_strcmp0 (before, mine->extra) != 0,
                g_strcmp0 (before, theirs->extra) != 0);

  if (choice < 0)
    choice = clash (NULL, data);
  builder->draft->extra = choice > 0 ? theirs->extra : mine->extra;
}

TramaRecord *
trama_merge_records (TramaRecordBuilder *builder, const TramaRecord *base, const TramaRecord *mine,
                     const TramaRecord *theirs, TramaMergeClashFunc clash, gpointer data)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (mine));

  trama_record_builder_begin_copy (builder, mine);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      int choice;

      if (field->type == TRAMA_FIELD_REFS)
        {
          merge_sets (builder, field, base, mine, theirs);
          continue;
        }
      choice = choose (trama_record_field_equal (mine, theirs, field), changed (base, mine, field),
                       changed (base, theirs, field));
      if (choice < 0)
        choice = clash (field, data);
      if (choice > 0)
        trama_record_builder_set_from (builder, field, theirs);
    }
  merge_stamps (builder, base, mine, theirs);
  merge_extra (builder, base, mine, theirs, clash, data);
  return trama_record_builder_finish (builder);
}
