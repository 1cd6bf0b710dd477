/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-version.h"

#include <glib/gi18n-lib.h>

struct _TramaVersion
{
  gatomicrefcount references;
  TramaTable *tables[TRAMA_N_KINDS];
};

TramaVersion *
trama_version_new_from_tables (TramaTable *tables[TRAMA_N_KINDS])
{
  TramaVersion *version = g_new0 (TramaVersion, 1);

  g_atomic_ref_count_init (&version->references);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    version->tables[kind] = tables[kind];
  return version;
}

TramaVersion *
trama_version_new_empty (void)
{
  TramaTable *tables[TRAMA_N_KINDS] = { 0 };

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    tables[kind] = trama_table_new_empty ((TramaKind) kind);
  return trama_version_new_from_tables (tables);
}

TramaVersion *
trama_version_ref (TramaVersion *version)
{
  g_atomic_ref_count_inc (&version->references);
  return version;
}

void
trama_version_unref (TramaVersion *version)
{
  if (version == NULL || !g_atomic_ref_count_dec (&version->references))
    return;
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    trama_table_unref (version->tables[kind]);
  g_free (version);
}

TramaTable *
trama_version_table (TramaVersion *version, TramaKind kind)
{
  g_return_val_if_fail (version != NULL, NULL);
  g_return_val_if_fail (kind > TRAMA_KIND_NONE && kind < TRAMA_N_KINDS, NULL);

  return version->tables[kind];
}

guint
trama_version_size (TramaVersion *version)
{
  guint size = 0;

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    size += trama_table_size (version->tables[kind]);
  return size;
}

const TramaRecord *
trama_version_find (TramaVersion *version, TramaKind kind, TramaId id)
{
  return trama_table_find (trama_version_table (version, kind), id);
}

const TramaRecord *
trama_version_find_among (TramaVersion *version, guint64 among, TramaId id)
{
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    if (among & TRAMA_KIND_BIT (kind))
      {
        const TramaRecord *record = trama_table_find (version->tables[kind], id);

        if (record != NULL)
          return record;
      }
  return NULL;
}

const TramaPortfolio *
trama_version_portfolio (TramaVersion *version)
{
  TramaTable *table = trama_version_table (version, TRAMA_KIND_PORTFOLIO);

  return trama_table_size (table) > 0 ? (const TramaPortfolio *) trama_table_get (table, 0) : NULL;
}

/* The kind's name and the titles of what the record refers to. */
static char *
describe_by_references (TramaVersion *version, const TramaRecord *record)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
  g_autoptr (GString) text = g_string_new (trama_kind_label (trama_record_kind (record)));

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRAMA_FIELD_REF
        && !(info->fields[i].targets & TRAMA_KIND_BIT (TRAMA_KIND_PROGRAMME)))
      {
        TramaId id = *(const TramaId *) trama_record_member (record, &info->fields[i]);
        const TramaRecord *target = trama_version_find_among (version, info->fields[i].targets, id);
        const char *title = target != NULL ? trama_record_title (target) : NULL;

        if (title != NULL)
          g_string_append_printf (text, ", %s", title);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
trama_version_describe (TramaVersion *version, const TramaRecord *record)
{
  const char *title;

  g_return_val_if_fail (version != NULL && record != NULL, NULL);

  title = trama_record_title (record);
  if (title != NULL)
    return g_strdup (title);
  return describe_by_references (version, record);
}

char *
trama_version_describe_id (TramaVersion *version, TramaId id)
{
  const TramaRecord *record = trama_version_find_among (version, TRAMA_ALL_KINDS, id);

  return record != NULL ? trama_version_describe (version, record) : trama_id_dup_text (id);
}

char *
trama_version_field_to_prose (TramaVersion *version, const TramaRecord *record,
                              const TramaField *field)
{
  gconstpointer member = trama_record_member (record, field);

  if (!trama_record_field_is_known (record, field)
      || (field->type != TRAMA_FIELD_REF && field->type != TRAMA_FIELD_REFS))
    return trama_record_field_to_prose (record, field);
  if (field->type == TRAMA_FIELD_REF)
    return trama_version_describe_id (version, *(const TramaId *) member);
  else
    {
      const TramaIds *ids = member;
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < ids->n; i++)
        {
          g_autofree char *one = trama_version_describe_id (version, ids->ids[i]);

          g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", one);
        }
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
}

typedef struct
{
  TramaVersion *version;
  const char *file;
  TramaProblems *problems;
} Check;

static char *
name_kinds (guint64 kinds)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (kinds == TRAMA_ALL_KINDS)
    return g_strdup (_ ("the id of a record in this file"));
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    if (kinds & TRAMA_KIND_BIT (kind))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              trama_kind_info ((TramaKind) kind)->id);
  return g_strdup_printf (_ ("the id of a record in this file of kind: %s"), names->str);
}

static void
check_reference (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  Check *check = data;
  TramaProblem *problem;
  const TramaRecord *other;

  if (trama_version_find_among (check->version, field->targets, target) != NULL)
    return;
  other = trama_version_find_among (check->version, TRAMA_ALL_KINDS, target);
  problem = trama_problem_new (other != NULL ? _ ("refers to a record of another kind")
                                             : _ ("refers to a record that is not there"));
  problem->file = g_strdup (check->file);
  trama_problem_set_record (problem, record->id, trama_kind_info (trama_record_kind (record))->id,
                            trama_record_title (record));
  problem->field = g_strdup (field->id);
  problem->found = trama_id_dup_text (target);
  problem->expected = name_kinds (field->targets);
  trama_problems_add (check->problems, problem);
}

void
trama_version_check_references (TramaVersion *version, const char *file, TramaProblems *problems)
{
  Check check = { version, file, problems };

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    for (guint i = 0; i < trama_table_size (version->tables[kind]); i++)
      trama_record_foreach_reference (trama_table_get (version->tables[kind], i), check_reference,
                                      &check);
}

GPtrArray *
trama_version_referring_records (TramaVersion *version, TramaId id)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new ();
  const TramaRecord *target = trama_version_find_among (version, TRAMA_ALL_KINDS, id);

  if (target == NULL)
    return found;
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      const TramaKindInfo *info = trama_kind_info ((TramaKind) kind);

      for (guint f = 0; f < info->n_fields; f++)
        {
          TramaRecords records;

          if (!(info->fields[f].targets & TRAMA_KIND_BIT (target->kind)))
            continue;
          records = trama_table_referring (version->tables[kind], info->fields[f].offset, id);
          for (guint i = 0; i < records.n; i++)
            if (g_hash_table_add (seen, (gpointer) records.records[i]))
              g_ptr_array_add (found, (gpointer) records.records[i]);
        }
    }
  return found;
}

gboolean
trama_version_equal (TramaVersion *a, TramaVersion *b)
{
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      if (a->tables[kind] == b->tables[kind])
        continue;
      if (trama_table_size (a->tables[kind]) != trama_table_size (b->tables[kind]))
        return FALSE;
      for (guint i = 0; i < trama_table_size (a->tables[kind]); i++)
        if (!trama_record_equal (trama_table_get (a->tables[kind], i),
                                 trama_table_get (b->tables[kind], i)))
          return FALSE;
    }
  return TRUE;
}
