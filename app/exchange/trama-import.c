/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-gather.h"
#include "trama-import-portfolio.h"
#include "trama-import-rows.h"
#include "trama-import-summary.h"

struct _TramaImport
{
  GPtrArray *inputs;
  char *map_name;
  GBytes *map_bytes;
};

static void
input_free (TramaImportInput *input)
{
  g_free (input->name);
  g_bytes_unref (input->bytes);
  g_free (input->checksum);
  g_free (input);
}

TramaImport *
trama_import_new (void)
{
  TramaImport *import = g_new0 (TramaImport, 1);

  import->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) input_free);
  return import;
}

void
trama_import_free (TramaImport *import)
{
  if (import == NULL)
    return;
  g_ptr_array_unref (import->inputs);
  g_free (import->map_name);
  g_clear_pointer (&import->map_bytes, g_bytes_unref);
  g_free (import);
}

void
trama_import_result_free (TramaImportResult *result)
{
  if (result == NULL)
    return;
  g_clear_pointer (&result->changes, trama_change_set_unref);
  g_clear_pointer (&result->version, trama_version_unref);
  trama_problems_free (result->problems);
  trama_problems_free (result->notes);
  g_ptr_array_unref (result->summary);
  g_free (result);
}

void
trama_import_add (TramaImport *import, const char *name, GBytes *bytes)
{
  TramaImportInput *input;

  g_return_if_fail (import != NULL && name != NULL && bytes != NULL);

  input = g_new0 (TramaImportInput, 1);
  input->name = g_path_get_basename (name);
  input->bytes = g_bytes_ref (bytes);
  input->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_ptr_array_add (import->inputs, input);
}

/* NULL where the map is at fault. (transfer full) */
static TramaImportMap *
read_map (const TramaImport *import, TramaProblems *problems)
{
  gsize length;
  const char *text = g_bytes_get_data (import->map_bytes, &length);

  return trama_import_map_read (text != NULL ? text : "", length, import->map_name, problems);
}

gboolean
trama_import_set_map (TramaImport *import, const char *name, GBytes *bytes)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (1);
  g_autoptr (TramaImportMap) map = NULL;

  g_return_val_if_fail (import != NULL && name != NULL && bytes != NULL, FALSE);

  g_free (import->map_name);
  g_clear_pointer (&import->map_bytes, g_bytes_unref);
  import->map_name = g_path_get_basename (name);
  import->map_bytes = g_bytes_ref (bytes);
  map = read_map (import, problems);
  return map != NULL;
}

/* Making: sheets to records. */

/* What the ids are drawn from: whatever the records depend on. */
static guint64
make_seed (const TramaImport *import, const GPtrArray *tables, const TramaImportOptions *options)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  guint64 seed = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const TramaImportTable *table = tables->pdata[i];

      g_checksum_update (checksum, (const guchar *) table->content, -1);
    }
  if (import->map_bytes != NULL)
    {
      gsize length;
      const guchar *map = g_bytes_get_data (import->map_bytes, &length);

      g_checksum_update (checksum, map, (gssize) length);
    }
  if (options->title != NULL)
    g_checksum_update (checksum, (const guchar *) options->title, -1);
  g_checksum_get_digest (checksum, digest, &size);
  for (guint i = 0; i < 8; i++)
    seed = seed << 8 | digest[i];
  return seed;
}

/* With --strict, notes count as problems. */
static void
add_notes_to_problems (const TramaProblems *notes, TramaProblems *problems)
{
  for (guint i = 0; i < trama_problems_n_kept (notes); i++)
    {
      const TramaProblem *told = trama_problems_get (notes, i);
      TramaProblem *copy = trama_problem_new (told->message);

      copy->file = g_strdup (told->file);
      copy->line = told->line;
      copy->field = g_strdup (told->field);
      copy->found = g_strdup (told->found);
      copy->expected = g_strdup (told->expected);
      trama_problems_add (problems, copy);
    }
}

static char *
make_label (const TramaImport *import)
{
  g_autofree char *name = NULL;

  if (import->inputs->len > 1)
    return g_strdup_printf (_ ("Import %u tables"), import->inputs->len);
  name = g_filename_display_name (((TramaImportInput *) import->inputs->pdata[0])->name);
  return g_strdup_printf (_ ("Import %s"), name);
}

static void
make (const TramaImport *import, GPtrArray *tables, TramaVersion *version,
      const TramaImportOptions *options, TramaImportResult *result)
{
  g_autoptr (TramaVersion) empty = version == NULL ? trama_version_new_empty () : NULL;
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaImportNames) names = trama_import_names_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (TramaRecordBuilder) builder = { 0 };
  g_autofree char *label = make_label (import);
  g_autoptr (GError) error = NULL;
  TramaIdSource ids;
  TramaImportMaking making = {
    .tables = tables,
    .version = version,
    .options = options,
    .names = names,
    .builder = &builder,
    .codes = codes,
    .seen = seen,
    .problems = result->problems,
    .notes = result->notes,
  };

  trama_id_source_init_seeded (&ids, make_seed (import, tables, options));
  result->document = trama_id_source_next (&ids);
  transaction = trama_transaction_new (version != NULL ? version : empty, options->author,
                                       options->when, &ids);
  making.transaction = transaction;
  if (version == NULL)
    trama_import_make_portfolio (&making, import->inputs);
  else
    trama_import_names_add_version (names, version);
  trama_import_name_rows (&making);
  trama_import_make_rows (&making);
  if (options->strict)
    add_notes_to_problems (result->notes, result->problems);
  if (trama_problems_count (result->problems) > 0)
    return;
  result->changes = trama_transaction_finish (transaction, label, &result->version, &error);
  if (error != NULL)
    trama_problems_add (result->problems, trama_problem_new (error->message));
}

static void
summarise (const GPtrArray *tables, TramaImportResult *result)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const TramaImportTable *table = tables->pdata[i];
      g_autofree char *columns = trama_import_table_describe (table);
      guint rows = trama_sheet_n_rows (table->sheet) - table->header_row - 1;

      g_ptr_array_add (result->summary,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u row; %s; %s",
                                                     "%s: %u rows; %s; %s", rows),
                                        table->file, rows, table->how, columns));
    }
  if (result->changes != NULL)
    trama_import_summarise (result->changes, result->summary);
}

TramaImportResult *
trama_import_run (TramaImport *import, TramaVersion *version, const TramaImportOptions *options,
                  guint keep)
{
  g_autoptr (GPtrArray) tables
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_import_table_free);
  g_autoptr (TramaImportMap) map = NULL;
  TramaImportResult *result;
  TramaImportGathering gathering;

  g_return_val_if_fail (import != NULL && import->inputs->len > 0 && options != NULL, NULL);

  result = g_new0 (TramaImportResult, 1);
  result->problems = trama_problems_new (keep);
  result->notes = trama_problems_new (keep);
  result->summary = g_ptr_array_new_with_free_func (g_free);
  if (import->map_bytes != NULL)
    {
      map = read_map (import, result->problems);
      if (map == NULL)
        return result;
    }
  gathering = (TramaImportGathering) {
    .inputs = import->inputs,
    .options = options,
    .map = map,
    .map_name = import->map_name,
    .tables = tables,
    .problems = result->problems,
    .notes = result->notes,
  };
  if (!trama_import_gather (&gathering))
    return result;
  make (import, tables, version, options, result);
  summarise (tables, result);
  return result;
}
