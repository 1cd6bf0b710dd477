/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sample portfolio, read record by record, for tests that make reports of it. */

#include "trama-record-json.h"
#include "trama-report.h"

#include <string.h>

static inline TramaVersion *
load_sample (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("TRAMA_DATA_DIR"), "samples", "illustration.trama", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (TramaProblems) problems = trama_problems_new (3);
  TramaRecordBuilder builder = { 0 };
  GPtrArray *records[TRAMA_N_KINDS] = { NULL };
  TramaTable *tables[TRAMA_N_KINDS] = { NULL };
  g_auto (GStrv) lines = NULL;
  TramaVersion *version;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    records[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length = strlen (lines[i]);
      const TramaJsonValue *value;
      TramaRecord *record;

      if (!g_str_has_prefix (lines[i], "{\"record\""))
        continue;
      if (lines[i][length - 1] == ',')
        length--;
      value = trama_json_reader_parse (reader, lines[i], length, NULL, NULL);
      g_assert_nonnull (value);
      record = trama_record_read_json (&builder, value, "sample", i + 1, problems);
      g_assert_nonnull (record);
      g_ptr_array_add (records[record->kind], record);
    }
  trama_record_builder_clear (&builder);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      tables[kind] = trama_table_new ((TramaKind) kind, (TramaRecord *const *) records[kind]->pdata,
                                      records[kind]->len);
      g_ptr_array_unref (records[kind]);
    }
  version = trama_version_new_from_tables (tables);
  g_assert_cmpuint (trama_version_size (version), >, 1000);
  return version;
}

static inline TramaId
find_programme (TramaVersion *version, const char *name)
{
  TramaTable *programmes = trama_version_table (version, TRAMA_KIND_PROGRAMME);

  for (guint i = 0; i < trama_table_size (programmes); i++)
    {
      const TramaProgramme *programme = (const TramaProgramme *) trama_table_get (programmes, i);

      if (strcmp (programme->name, name) == 0)
        return programme->record.id;
    }
  g_error ("no programme %s", name);
}

#define FRANKLIN "Calzado Franklin"
#define AS_OF 20634 /* 30 June 2026 */

static inline TramaReport *
make_report (TramaVersion *version, const char *programme, gint32 as_of,
             const TramaReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  TramaReport *report
      = trama_report_new (version, trama_report_templates_find ("programme-evaluation"),
                          find_programme (version, programme), as_of, options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

/* Leaves the file in the folder TRAMA_REPORT_OUT, to be looked at. */
static inline void
keep (const TramaReport *report, const char *tail)
{
  const char *out = g_getenv ("TRAMA_REPORT_OUT");
  g_autofree char *name = trama_report_make_file_name (report);
  g_autofree char *file = g_strconcat (tail, " ", name, NULL);
  g_autofree char *path = out != NULL ? g_build_filename (out, file, NULL) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  trama_pages_write_pdf (trama_report_get_pages (report), path, NULL, &error);
  g_assert_no_error (error);
}

static inline char *
all_words (const TramaPages *pages)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < trama_pages_n (pages); i++)
    {
      g_autofree char *page = trama_pages_get_words (pages, i);

      g_string_append (words, page);
      g_string_append_c (words, '\f');
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
