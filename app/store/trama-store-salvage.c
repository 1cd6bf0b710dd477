/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A damaged file has no structure to rely on. Records are looked for by how they begin, wherever
 * that is; each is read by itself, and what lies between them is told. Then references are followed
 * until all that is left holds together.
 */
#include "trama-store-salvage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-json.h"
#include "trama-record-json.h"
#include "trama-store-header.h"
#include "trama-store-mend.h"
#include "trama-store-split.h"

typedef struct
{
  TramaRecord *record; /* NULL: left out after all */
  guint line;
} Kept;

typedef struct
{
  const char *name;
  TramaProblems *left_out;
  TramaJsonReader *json;
  TramaRecordBuilder builder;
  TramaStoreHeader header;
  GArray *kept;       /* Kept */
  GHashTable *by_id;  /* TramaId * → index + 1 into kept */
  gboolean portfolio; /* there is one */
} Salvage;

static void
kept_clear (Kept *kept)
{
  g_clear_pointer (&kept->record, trama_record_unref);
}

static void
salvage_clear (Salvage *self)
{
  trama_json_reader_free (self->json);
  trama_record_builder_clear (&self->builder);
  trama_store_header_clear (&self->header);
  g_array_unref (self->kept);
  g_hash_table_unref (self->by_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Salvage, salvage_clear)

static TramaProblem *
lose (Salvage *self, guint line, const char *reason)
{
  TramaProblem *problem = trama_problem_new (reason);

  problem->file = g_strdup (self->name);
  problem->line = line;
  trama_problems_add (self->left_out, problem);
  return problem;
}

static char *
value_message (const char *reason)
{
  /* Translators: why a value of a damaged file could not be kept */
  return g_strdup_printf (_ ("the value is left out: %s"), reason);
}

static char *
part_message (const char *reason)
{
  /* Translators: why a part of a record in a damaged file could not be kept */
  return g_strdup_printf (_ ("a part of the record is left out: %s"), reason);
}

static char *
record_message (const char *reason)
{
  /* Translators: why a record of a damaged file could not be kept */
  return g_strdup_printf (_ ("the whole record is left out: %s"), reason);
}

/* @source says what is wrong, and of which value. */
static void
lose_as (Salvage *self, const TramaProblem *source, guint line, TramaId id, const char *kind,
         const char *title, gboolean whole)
{
  g_autofree char *message = whole                   ? record_message (source->message)
                             : source->field != NULL ? value_message (source->message)
                                                     : part_message (source->message);
  TramaProblem *problem = lose (self, line, message);

  trama_problem_set_record (problem, id, kind, title);
  problem->field = g_strdup (source->field);
  problem->found = g_strdup (source->found);
  problem->expected = g_strdup (source->expected);
}

static void
lose_record (Salvage *self, const TramaRecord *record, guint line, const char *field,
             const char *reason)
{
  g_autofree char *message = record_message (reason);
  TramaProblem *problem = lose (self, line, message);

  trama_problem_set_record (problem, record->id, trama_kind_info (trama_record_kind (record))->id,
                            trama_record_title (record));
  problem->field = g_strdup (field);
}

static TramaId
peek_id (const TramaJsonValue *value)
{
  gsize length = 0;
  const char *text = trama_json_get_string (trama_json_object_get (value, "id"), &length);
  TramaId id = TRAMA_ID_NONE;

  trama_id_parse (text, length, &id);
  return id;
}

/* Takes @record. */
static void
keep (Salvage *self, TramaRecord *record, guint line)
{
  Kept kept = { record, line };
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &record->id));

  if (before > 0)
    {
      const Kept *first = &g_array_index (self->kept, Kept, before - 1);
      g_autofree char *reason
          = g_strdup_printf (trama_record_equal (first->record, record)
                                 ? _ ("the same record stands on line %u")
                                 : _ ("its id is that of the record on line %u"),
                             first->line);

      lose_record (self, record, line, "id", reason);
    }
  else if (record->kind == TRAMA_KIND_PORTFOLIO && self->portfolio)
    lose_record (self, record, line, NULL, _ ("a second portfolio record"));
  else
    {
      self->portfolio = self->portfolio || record->kind == TRAMA_KIND_PORTFOLIO;
      g_array_append_val (self->kept, kept);
      g_hash_table_insert (self->by_id, &record->id, GUINT_TO_POINTER (self->kept->len));
      return;
    }
  trama_record_unref (record);
}

/* A portfolio needs a title, and a file a portfolio. */
static TramaRecord *
name_portfolio (Salvage *self, guint line)
{
  TramaProblem *problem = lose (self, line, _ ("the portfolio has no title; it is given one"));

  trama_problem_set_record (problem, self->builder.draft->id, "portfolio", NULL);
  problem->field = g_strdup ("title");
  ((TramaPortfolio *) self->builder.draft)->title = _ ("Repaired portfolio");
  return trama_record_builder_finish (&self->builder);
}

static void
note_flaws (GPtrArray *flaws, TramaProblems *reasons)
{
  for (guint i = 0; i < flaws->len; i++)
    {
      const TramaStoreFlaw *flaw = g_ptr_array_index (flaws, i);
      TramaProblem *problem = trama_problem_new (flaw->message);

      problem->field = g_strdup (flaw->key);
      problem->found = g_strdup (flaw->found);
      trama_problems_add (reasons, problem);
    }
}

/* @reasons: what is wrong with the record's text, so far. */
static void
read_value (Salvage *self, const TramaJsonValue *value, guint line, TramaProblems *reasons)
{
  const char *kind = trama_json_object_get_string (value, "record");
  TramaRecord *record
      = trama_record_salvage_json (&self->builder, value, self->name, line, reasons);
  TramaId id = peek_id (value);
  g_autofree char *title = NULL;

  if (record == NULL && g_strcmp0 (kind, "portfolio") == 0 && !trama_id_is_none (id)
      && !self->portfolio)
    record = name_portfolio (self, line);
  if (record == NULL && trama_problems_count (reasons) == 0)
    trama_record_read_json (&self->builder, value, self->name, line, reasons);
  title = record != NULL ? g_strdup (trama_record_title (record)) : NULL;
  for (guint i = 0; i < trama_problems_n_kept (reasons) && (i == 0 || record != NULL); i++)
    lose_as (self, trama_problems_get (reasons, i), line, id, kind, title, record == NULL);
  if (record != NULL)
    keep (self, record, line);
}

static void
read_span (Salvage *self, const TramaStoreSpan *span)
{
  g_autoptr (TramaProblems) reasons = trama_problems_new (TRAMA_STORE_KEPT_PROBLEMS);
  g_autoptr (GPtrArray) flaws = NULL;
  g_autoptr (GString) mended = NULL;
  g_autofree char *message = NULL;
  const TramaJsonValue *value;

  if (span->length > TRAMA_STORE_MAX_RECORD)
    {
      message = record_message (_ ("it is too long"));
      lose (self, span->line, message)->found
          = g_strdup_printf (_ ("%" G_GSIZE_FORMAT " bytes"), span->length);
      return;
    }
  value = trama_json_reader_parse (self->json, span->start, span->length, &message, NULL);
  if (value == NULL)
    {
      mended = trama_store_mend (self->json, span->start, span->length, &flaws);
      note_flaws (flaws, reasons);
      if (mended != NULL)
        value = trama_json_reader_parse (self->json, mended->str, mended->len, NULL, NULL);
    }
  if (value != NULL)
    read_value (self, value, span->line, reasons);
  else
    {
      g_autofree char *told = record_message (message);

      lose (self, span->line, told);
    }
}

/* References. */

typedef struct
{
  Salvage *self;
  const Kept *kept;
  const TramaField *field; /* the first that leads nowhere and is required */
  gboolean faulty;
} Check;

static gboolean
leads_somewhere (Salvage *self, const TramaField *field, TramaId target)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &target));
  const TramaRecord *record = place > 0 ? g_array_index (self->kept, Kept, place - 1).record : NULL;

  return record != NULL && (field->targets & TRAMA_KIND_BIT (record->kind)) != 0;
}

static void
check_reference (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  Check *check = data;

  if (leads_somewhere (check->self, field, target))
    return;
  check->faulty = TRUE;
  if (field->type == TRAMA_FIELD_REF && (field->flags & TRAMA_FIELD_REQUIRED))
    check->field = field;
}

static void
lose_reference (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  Check *check = data;
  TramaProblem *problem;

  if (leads_somewhere (check->self, field, target))
    return;
  problem = lose (check->self, check->kept->line,
                  _ ("the reference is left out: it leads to no record that could be kept"));
  trama_problem_set_record (problem, record->id, trama_kind_info (trama_record_kind (record))->id,
                            trama_record_title (record));
  problem->field = g_strdup (field->id);
  problem->found = trama_id_dup_text (target);
}

static TramaRecord *
without_lost_references (Salvage *self, const TramaRecord *record)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
  TramaRecordBuilder *builder = &self->builder;

  trama_record_builder_begin_copy (builder, record);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      gpointer member = (char *) builder->draft + field->offset;

      if (field->type == TRAMA_FIELD_REF && !trama_id_is_none (*(TramaId *) member)
          && !leads_somewhere (self, field, *(TramaId *) member))
        *(TramaId *) member = TRAMA_ID_NONE;
      else if (field->type == TRAMA_FIELD_REFS)
        {
          TramaIds *ids = member;
          g_autofree TramaId *sound = g_new (TramaId, MAX (ids->n, 1));
          guint n = 0;

          for (guint j = 0; j < ids->n; j++)
            if (leads_somewhere (self, field, ids->ids[j]))
              sound[n++] = ids->ids[j];
          *ids = trama_record_builder_ids (builder, sound, n);
        }
    }
  return trama_record_builder_finish (builder);
}

/* FALSE where a record went, so that others may have to follow. */
static gboolean
follow_references (Salvage *self)
{
  gboolean settled = TRUE;

  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = &g_array_index (self->kept, Kept, i);
      Check check = { .self = self, .kept = kept };

      if (kept->record == NULL)
        continue;
      trama_record_foreach_reference (kept->record, check_reference, &check);
      if (check.field == NULL)
        continue;
      lose_record (self, kept->record, kept->line, check.field->id,
                   _ ("it belongs to a record that could not be kept"));
      g_hash_table_remove (self->by_id, &kept->record->id);
      g_clear_pointer (&kept->record, trama_record_unref);
      settled = FALSE;
    }
  return settled;
}

static void
let_go_of_references (Salvage *self)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = &g_array_index (self->kept, Kept, i);
      Check check = { .self = self, .kept = kept };
      TramaRecord *record;

      if (kept->record == NULL)
        continue;
      trama_record_foreach_reference (kept->record, check_reference, &check);
      if (!check.faulty)
        continue;
      trama_record_foreach_reference (kept->record, lose_reference, &check);
      record = without_lost_references (self, kept->record);
      /* The table of ids points into the record. */
      g_hash_table_replace (self->by_id, &record->id, GUINT_TO_POINTER (i + 1));
      trama_record_unref (kept->record);
      kept->record = record;
    }
}

static void
make_portfolio (Salvage *self)
{
  TramaIdSource ids;

  if (self->portfolio)
    return;
  trama_id_source_init_random (&ids);
  trama_record_builder_begin (&self->builder, TRAMA_KIND_PORTFOLIO, trama_id_source_next (&ids));
  keep (self, name_portfolio (self, 0), 0);
}

static TramaStoreFile *
make_file (Salvage *self)
{
  TramaTable *tables[TRAMA_N_KINDS] = { 0 };
  g_autoptr (TramaVersion) version = NULL;
  TramaStoreFile *file;

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new ();

      for (guint i = 0; i < self->kept->len; i++)
        {
          TramaRecord *record = g_array_index (self->kept, Kept, i).record;

          if (record != NULL && record->kind == kind)
            g_ptr_array_add (records, record);
        }
      tables[kind]
          = trama_table_new ((TramaKind) kind, (TramaRecord *const *) records->pdata, records->len);
    }
  version = trama_version_new_from_tables (tables);
  file = trama_store_file_new (version, self->header.document);
  if (self->header.saves != NULL)
    {
      g_strfreev (file->saves);
      file->saves = g_steal_pointer (&self->header.saves);
    }
  file->extra = g_steal_pointer (&self->header.extra);
  return file;
}

/* The list of records is not at its end here, and what this program knows is told of by name. */
static void
lose_header_members (Salvage *self, GPtrArray *flaws)
{
  static const char *const told[] = { "format", "version", "document", "saves", "records", NULL };

  for (guint i = 0; i < flaws->len; i++)
    {
      const TramaStoreFlaw *flaw = g_ptr_array_index (flaws, i);
      g_autofree char *message = value_message (flaw->message);
      TramaProblem *problem;

      if (flaw->key == NULL || g_strv_contains (told, flaw->key))
        continue;
      problem = lose (self, 1, message);
      problem->field = g_strdup (flaw->key);
      problem->found = g_strdup (flaw->found);
    }
}

/* What stands before the first record, or around all of them. */
static gboolean
read_header (Salvage *self, const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) flaws = NULL;
  g_autoptr (GString) mended = NULL;
  g_auto (TramaStoreParts) parts = { 0 };
  const TramaJsonValue *value = NULL;

  if (trama_store_split (text, length, &parts, NULL, NULL))
    value = trama_json_reader_parse (self->json, parts.header->str, parts.header->len, NULL, NULL);
  if (value == NULL)
    {
      mended
          = trama_store_mend (self->json, text, trama_store_header_length (text, length), &flaws);
      lose_header_members (self, flaws);
      if (mended != NULL)
        value = trama_json_reader_parse (self->json, mended->str, mended->len, NULL, NULL);
    }
  return trama_store_header_salvage (&self->header, value, self->name, self->left_out, error);
}

/* Where the list of records is not closed, there may have been more. */
static void
look_at_end (Salvage *self, const char *text, gsize length, GArray *spans)
{
  const char *behind = text;
  guint line = 1;

  for (guint i = 0; i < spans->len; i++)
    if (*g_array_index (spans, TramaStoreSpan, i).start == '{')
      behind = g_array_index (spans, TramaStoreSpan, i).start
               + g_array_index (spans, TramaStoreSpan, i).length;
  if (memchr (behind, ']', (gsize) (text + length - behind)) != NULL)
    return;
  for (const char *at = text; at < text + length; at++)
    line += *at == '\n';
  lose (self, line, _ ("the file ends too early; what may have followed is not there"));
}

static gboolean
salvage (Salvage *self, const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) spans = trama_store_find_records (self->json, text, length);
  guint found = 0;

  if (!read_header (self, text, length, error))
    return FALSE;
  for (guint i = 0; i < spans->len; i++)
    {
      const TramaStoreSpan *span = &g_array_index (spans, TramaStoreSpan, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (*span->start == '{')
        {
          read_span (self, span);
          found++;
        }
      else
        {
          g_autofree char *shown = g_utf8_make_valid (span->start, MIN ((gssize) span->length, 60));

          lose (self, span->line, _ ("this is left out: it is no record"))->found
              = g_steal_pointer (&shown);
        }
    }
  if (self->kept->len == 0)
    {
      g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT,
                   found > 0 ? _ ("%s: none of its records could be kept")
                             : _ ("%s: no record of a portfolio can be found in it"),
                   self->name != NULL ? self->name : _ ("The file"));
      return FALSE;
    }
  look_at_end (self, text, length, spans);
  make_portfolio (self);
  while (!follow_references (self))
    ;
  let_go_of_references (self);
  return TRUE;
}

TramaStoreFile *
trama_store_salvage_text (const char *text, gsize length, const char *name, TramaProblems *left_out,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (TramaProblems) ours = trama_problems_new (TRAMA_STORE_KEPT_PROBLEMS);
  g_autoptr (GError) failure = NULL;
  g_auto (Salvage) self = { .name = name };
  TramaStoreFile *file;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  self.left_out = left_out != NULL ? left_out : ours;
  self.json = trama_json_reader_new ();
  self.kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (self.kept, (GDestroyNotify) kept_clear);
  self.by_id = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);

  file = trama_store_read_text (text, length, name, NULL, NULL, NULL, cancellable, &failure);
  if (file != NULL)
    return file;
  if (!g_error_matches (failure, TRAMA_ERROR, TRAMA_ERROR_INPUT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return salvage (&self, text, length, cancellable, error) ? make_file (&self) : NULL;
}

TramaStoreFile *
trama_store_salvage (GFile *place, TramaProblems *left_out, GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  TramaStoreStamp stamp;
  gsize length = 0;

  g_return_val_if_fail (G_IS_FILE (place), NULL);

  name = g_file_get_parse_name (place);
  if (!trama_store_read_bytes (place, &text, &length, &stamp, cancellable, error))
    return NULL;
  return trama_store_salvage_text (text, length, name, left_out, cancellable, error);
}
