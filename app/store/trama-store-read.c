/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a file. As this program writes it, a file has its header on the first line and one
 * record on each line after it, so each line is parsed by itself: a fault costs one record, has a
 * line, and memory is that of one line. Where somebody has reformatted the file, its outer
 * structure is looked for in the whole text instead, and the records are parsed one by one again.
 *
 * References are checked at the end against the table of ids that finding duplicates needs anyway.
 */
#include "trama-store-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-json.h"
#include "trama-record-json.h"
#include "trama-store-hash.h"
#include "trama-store-header.h"
#include "trama-store-ids.h"
#include "trama-store-mend.h"
#include "trama-store-split.h"

#define REPORT_EVERY 512 /* records */
#define USUAL_RECORD 240 /* bytes */

typedef struct
{
  const char *text;
  gsize length;
  const char *name;
  TramaStoreProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;

  TramaProblems *problems;
  TramaJsonReader *json;
  TramaRecordBuilder builder;
  TramaStoreHeader header;
  GPtrArray *records[TRAMA_N_KINDS];
  TramaStoreIds ids;
  guint n_read;
  gboolean broken; /* something was no JSON, or not where it should be */
} Reading;

static void
reading_init (Reading *self)
{
  self->problems = trama_problems_new (TRAMA_STORE_KEPT_PROBLEMS);
  self->json = trama_json_reader_new ();
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    self->records[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
  trama_store_ids_init (&self->ids);
  trama_store_ids_expect (&self->ids, self->length / USUAL_RECORD);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->problems, trama_problems_free);
  g_clear_pointer (&self->json, trama_json_reader_free);
  trama_record_builder_clear (&self->builder);
  trama_store_header_clear (&self->header);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    g_clear_pointer (&self->records[kind], g_ptr_array_unref);
  trama_store_ids_clear (&self->ids);
}

/* The same text from the beginning. */
static void
reading_restart (Reading *self)
{
  reading_clear (self);
  self->n_read = 0;
  self->broken = FALSE;
  reading_init (self);
}

static TramaProblem *
complain (Reading *self, guint line, const char *message)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (self->name);
  problem->line = line;
  trama_problems_add (self->problems, problem);
  return problem;
}

/* "…, at column 12" of the line that holds the @offset-th byte of @text, which begins on @line. */
static char *
place_in_text (const char *text, gsize offset, guint *line, const char *message)
{
  const char *newline;

  for (const char *at = text; (newline = memchr (at, '\n', offset - (gsize) (at - text))) != NULL;
       at = newline + 1)
    (*line)++;
  newline = memrchr (text, '\n', offset);
  /* Translators: what is wrong; the byte of the line where it was noticed */
  return g_strdup_printf (_ ("%s, at column %u"), message,
                          (guint) (offset - (newline != NULL ? (gsize) (newline + 1 - text) : 0))
                              + 1);
}

/* @message is taken. */
static void
complain_of_json (Reading *self, const char *text, gsize offset, guint line, char *message)
{
  g_autofree char *owned = message;
  g_autofree char *placed = place_in_text (text, offset, &line, owned);

  complain (self, line, offset > 0 ? placed : owned);
  self->broken = TRUE;
}

static gboolean
report (Reading *self, const char *at, GError **error)
{
  if (self->n_read++ % REPORT_EVERY != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress ((double) (at - self->text) / (double) self->length, self->progress_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Where only the id of a record could be read, others may still refer to it. */
static TramaId
peek_id (const TramaJsonValue *value)
{
  gsize length = 0;
  const char *text = trama_json_get_string (trama_json_object_get (value, "id"), &length);
  TramaId id = TRAMA_ID_NONE;

  trama_id_parse (text, length, &id);
  return id;
}

static void
note_id (Reading *self, const TramaJsonValue *value, TramaRecord *record, guint line)
{
  TramaId id = record != NULL ? record->id : peek_id (value);
  const TramaStoreIdEntry *before;
  TramaProblem *problem;

  if (trama_id_is_none (id))
    return;
  before
      = trama_store_ids_add (&self->ids, id, record != NULL ? record->kind : TRAMA_KIND_NONE, line);
  if (before == NULL)
    return;
  problem = complain (self, line, _ ("the id is given twice"));
  trama_problem_set_record (problem, id, trama_json_object_get_string (value, "record"),
                            record != NULL ? trama_record_title (record) : NULL);
  problem->field = g_strdup ("id");
  problem->found = trama_id_dup_text (id);
  problem->expected
      = g_strdup_printf (_ ("an id of its own; the record on line %u has this one"), before->line);
}

static void
complain_of_flaw (Reading *self, const char *text, guint line, const TramaStoreFlaw *flaw,
                  const TramaJsonValue *value)
{
  const char *kind = trama_json_object_get_string (value, "record");
  TramaKind known = kind != NULL ? trama_kind_from_id (kind, strlen (kind)) : TRAMA_KIND_NONE;
  int title = known != TRAMA_KIND_NONE ? trama_kind_info (known)->title_field : -1;
  guint at = line;
  g_autofree char *placed = place_in_text (text, flaw->offset, &at, flaw->message);
  TramaProblem *problem = complain (self, at, flaw->offset > 0 ? placed : flaw->message);

  trama_problem_set_record (
      problem, peek_id (value), kind,
      title >= 0 ? trama_json_object_get_string (value, trama_kind_info (known)->fields[title].id)
                 : NULL);
  problem->field = g_strdup (flaw->key);
  problem->found = g_strdup (flaw->found);
  problem->expected = g_strdup (flaw->key != NULL ? _ ("a sound JSON value, each member once")
                                                  : _ ("a sound JSON object"));
}

/* A record that is no sound JSON is taken apart, to tell which of its members is at fault. */
static void
tell_of_record (Reading *self, const char *text, gsize length, guint line, char *message,
                gsize offset)
{
  g_autofree char *owned = message;
  g_autoptr (GPtrArray) flaws = NULL;
  g_autoptr (GString) mended = trama_store_mend (self->json, text, length, &flaws);
  const TramaJsonValue *value = NULL;

  if (mended != NULL && flaws->len > 0)
    value = trama_json_reader_parse (self->json, mended->str, mended->len, NULL, NULL);
  if (value == NULL)
    {
      complain_of_json (self, text, offset, line, g_steal_pointer (&owned));
      return;
    }
  for (guint i = 0; i < flaws->len; i++)
    complain_of_flaw (self, text, line, g_ptr_array_index (flaws, i), value);
  note_id (self, value, NULL, line);
  self->broken = TRUE;
}

static void
read_record (Reading *self, const char *text, gsize length, guint line)
{
  const TramaJsonValue *value;
  char *message = NULL;
  TramaRecord *record;
  gsize offset = 0;

  if (length > TRAMA_STORE_MAX_RECORD)
    {
      TramaProblem *problem = complain (self, line, _ ("a record is too long"));

      problem->found = g_strdup_printf (_ ("%" G_GSIZE_FORMAT " bytes"), length);
      problem->expected = g_strdup_printf (_ ("at most %d bytes"), TRAMA_STORE_MAX_RECORD);
      return;
    }
  value = trama_json_reader_parse (self->json, text, length, &message, &offset);
  if (value == NULL)
    {
      tell_of_record (self, text, length, line, message, MIN (offset, length));
      return;
    }
  record = trama_record_read_json (&self->builder, value, self->name, line, self->problems);
  note_id (self, value, record, line);
  if (record != NULL)
    g_ptr_array_add (self->records[record->kind], record);
}

static gboolean
read_header (Reading *self, const char *text, gsize length, GError **error)
{
  const TramaJsonValue *value;
  char *message = NULL;
  gsize offset = 0;

  if (length > TRAMA_STORE_MAX_RECORD)
    {
      complain (self, 1, _ ("the header is too long"));
      self->broken = TRUE;
      return FALSE;
    }
  value = trama_json_reader_parse (self->json, text, length, &message, &offset);
  if (value == NULL)
    {
      complain_of_json (self, text, MIN (offset, length), 1, message);
      return FALSE;
    }
  return trama_store_header_read (&self->header, value, self->name, self->problems, error);
}

/* The end of the first line, if it is one that this program would have written. */
static const char *
find_header_line (const char *text, gsize length)
{
  static const char ending[] = "\"records\":[";
  const char *newline = memchr (text, '\n', length);
  gsize header = newline != NULL ? (gsize) (newline - text) : 0;

  if (header < sizeof ending
      || memcmp (newline - (sizeof ending - 1), ending, sizeof ending - 1) != 0)
    return NULL;
  return newline;
}

guint64
trama_store_name_content (const char *text, gsize length)
{
  const char *header_end = length > 0 ? find_header_line (text, length) : NULL;

  if (header_end != NULL)
    {
      length -= (gsize) (header_end + 1 - text);
      text = header_end + 1;
      if (length >= 3 && memcmp (text + length - 3, "]}\n", 3) == 0)
        length -= 3;
    }
  return trama_store_hash (text, length);
}

/* One record on each line. FALSE with an error, or where the header could not be read. */
static gboolean
read_lines (Reading *self, const char *header_end, GError **error)
{
  g_autoptr (GString) header = g_string_new_len (self->text, header_end - self->text);
  const char *end = self->text + self->length;
  const char *at = header_end + 1;
  gboolean comma = TRUE;
  guint line = 2;

  g_string_append (header, "]}");
  if (!read_header (self, header->str, header->len, error))
    return FALSE;
  for (; at < end && *at != ']'; line++)
    {
      const char *newline = memchr (at, '\n', (gsize) (end - at));
      const char *stop = newline != NULL ? newline : end;
      gboolean had_comma = comma;

      if (!report (self, at, error))
        return FALSE;
      comma = stop > at && stop[-1] == ',';
      if (!had_comma)
        {
          complain (self, line - 1, _ ("“,” is missing at the end of the line"));
          self->broken = TRUE;
        }
      read_record (self, at, (gsize) (stop - at) - comma, line);
      at = newline != NULL ? newline + 1 : end;
    }
  if (!(end - at == 3 && memcmp (at, "]}\n", 3) == 0)
      && !(end - at == 2 && memcmp (at, "]}", 2) == 0))
    {
      complain (self, line,
                at == end ? _ ("the last line, “]}”, is missing; the file may have been cut short")
                          : _ ("something follows the records"));
      self->broken = TRUE;
    }
  else if (comma && line > 2)
    {
      complain (self, line - 1, _ ("“,” after the last record"));
      self->broken = TRUE;
    }
  return TRUE;
}

/* Records anywhere. */
static gboolean
read_parts (Reading *self, GError **error)
{
  g_auto (TramaStoreParts) parts = { 0 };
  char *message = NULL;
  guint line = 1;

  if (!trama_store_split (self->text, self->length, &parts, &line, &message))
    {
      complain (self, line, message);
      g_free (message);
      self->broken = TRUE;
      return FALSE;
    }
  if (!read_header (self, parts.header->str, parts.header->len, error))
    return FALSE;
  for (guint i = 0; i < parts.records->len; i++)
    {
      const TramaStoreSpan *span = &g_array_index (parts.records, TramaStoreSpan, i);

      if (!report (self, span->start, error))
        return FALSE;
      read_record (self, span->start, span->length, span->line);
    }
  return TRUE;
}

static char *
describe_targets (const TramaField *field)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  if (field->targets == TRAMA_ALL_KINDS)
    return g_strdup (_ ("the id of a record in this file"));
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    if (field->targets & TRAMA_KIND_BIT (kind))
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "",
                              trama_kind_info ((TramaKind) kind)->id);
  return g_strdup_printf (_ ("the id of a record in this file of kind: %s"), kinds->str);
}

static void
check_reference (const TramaRecord *record, const TramaField *field, TramaId target, gpointer data)
{
  Reading *self = data;
  const TramaStoreIdEntry *entry = trama_store_ids_find (&self->ids, target);
  const TramaStoreIdEntry *place;
  TramaProblem *problem;

  /* A record that is there but faulty has been reported; what refers to it is not at fault. */
  if (entry != NULL
      && (entry->kind == TRAMA_KIND_NONE || (field->targets & TRAMA_KIND_BIT (entry->kind))))
    return;
  place = trama_store_ids_find (&self->ids, record->id);
  problem = complain (self, place != NULL ? place->line : 0,
                      entry != NULL ? _ ("refers to a record of another kind")
                                    : _ ("refers to a record that is not there"));
  trama_problem_set_record (problem, record->id, trama_kind_info (trama_record_kind (record))->id,
                            trama_record_title (record));
  problem->field = g_strdup (field->id);
  problem->found
      = entry != NULL ? g_strdup_printf (_ ("the %s on line %u"),
                                         trama_kind_info ((TramaKind) entry->kind)->id, entry->line)
                      : trama_id_dup_text (target);
  problem->expected = describe_targets (field);
}

static void
check_whole (Reading *self)
{
  GPtrArray *portfolios = self->records[TRAMA_KIND_PORTFOLIO];

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    for (guint i = 0; i < self->records[kind]->len; i++)
      trama_record_foreach_reference (g_ptr_array_index (self->records[kind], i), check_reference,
                                      self);
  for (guint i = 1; i < portfolios->len; i++)
    {
      const TramaRecord *record = g_ptr_array_index (portfolios, i);
      const TramaStoreIdEntry *place = trama_store_ids_find (&self->ids, record->id);
      TramaProblem *problem
          = complain (self, place != NULL ? place->line : 0, _ ("a second portfolio record"));

      trama_problem_set_record (problem, record->id, "portfolio", trama_record_title (record));
      problem->expected = g_strdup (_ ("exactly one in a file"));
    }
  /* One that is there but faulty has been reported. */
  if (portfolios->len == 0 && trama_problems_count (self->problems) == 0)
    {
      TramaProblem *problem = complain (self, 0, _ ("there is no portfolio record"));

      problem->expected = g_strdup (_ ("exactly one record of the kind “portfolio”"));
    }
}

static TramaVersion *
make_version (Reading *self)
{
  TramaTable *tables[TRAMA_N_KINDS] = { 0 };

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    tables[kind]
        = trama_table_new ((TramaKind) kind, (TramaRecord *const *) self->records[kind]->pdata,
                           self->records[kind]->len);
  return trama_version_new_from_tables (tables);
}

/* FALSE with an error only where reading has to end: all other faults are in the problems. */
static gboolean
read_all (Reading *self, const char *header_end, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (header_end != NULL)
    read_lines (self, header_end, &failure);
  if (failure == NULL && (header_end == NULL || self->broken))
    {
      /* Not line by line. If the whole text makes sense, that is what the file says; if it does
       * not, what was found on its lines says more. */
      reading_restart (self);
      read_parts (self, &failure);
      if (failure == NULL && self->broken && header_end != NULL)
        {
          reading_restart (self);
          read_lines (self, header_end, &failure);
        }
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Text that no portfolio can begin with, so that the message is about that and not about JSON. */
static gboolean
look_at_beginning (Reading *self)
{
  if (self->length == 0)
    complain (self, 0, _ ("the file is empty"));
  else if (self->length > TRAMA_STORE_MAX_FILE)
    {
      TramaProblem *problem = complain (self, 0, _ ("the file is too large"));

      problem->expected
          = g_strdup_printf (_ ("at most %" G_GINT64_FORMAT " bytes"), TRAMA_STORE_MAX_FILE);
    }
  else if (self->length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    complain (self, 1, _ ("the file begins with a byte order mark; save it as UTF-8 without one"));
  else if (memchr (self->text, '\0', self->length) != NULL)
    complain (self, 0, _ ("the file contains NUL bytes; it is damaged or no text"));
  return trama_problems_count (self->problems) == 0;
}

TramaStoreFile *
trama_store_read_text (const char *text, gsize length, const char *name, TramaProblems *problems,
                       TramaStoreProgress progress, gpointer progress_data,
                       GCancellable *cancellable, GError **error)
{
  Reading reading = { .text = text,
                      .length = length,
                      .name = name,
                      .progress = progress,
                      .progress_data = progress_data,
                      .cancellable = cancellable };
  g_autoptr (GError) failure = NULL;
  TramaStoreFile *file = NULL;
  const char *header_end = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  reading_init (&reading);
  if (look_at_beginning (&reading))
    {
      header_end = find_header_line (text, length);
      if (read_all (&reading, header_end, &failure))
        check_whole (&reading);
    }
  if (failure == NULL && trama_problems_count (reading.problems) == 0)
    {
      g_autoptr (TramaVersion) version = make_version (&reading);

      file = trama_store_file_new (version, reading.header.document);
      g_strfreev (file->saves);
      file->saves = g_steal_pointer (&reading.header.saves);
      file->extra = g_steal_pointer (&reading.header.extra);
      file->content = trama_store_name_content (text, length);
      if (progress != NULL)
        progress (1, progress_data);
    }
  else if (failure == NULL)
    failure = trama_problems_to_error (reading.problems);
  if (problems != NULL)
    trama_problems_move (problems, reading.problems);
  reading_clear (&reading);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return file;
}
