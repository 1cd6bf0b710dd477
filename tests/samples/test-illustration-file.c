/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample is in the very form in which the program writes files: what it reads it writes back,
 * byte for byte, but for the save that it adds to the header. */
#include <locale.h>
#include <string.h>

#include "trama-store-file.h"

static void
test_same_records (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("TRAMA_DATA_DIR"), "samples", "illustration.trama", NULL);
  g_autoptr (TramaProblems) problems = trama_problems_new (10);
  g_autoptr (TramaStoreFile) file = NULL;
  g_autoptr (GString) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *records, *records_written;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_assert_no_error (error);
  file = trama_store_read_text (text, length, path, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trama_problems_count (problems), ==, 0);
  written = trama_store_write_text (file, file->version, NULL);
  records = strstr (text, "\"records\":[\n");
  records_written = strstr (written->str, "\"records\":[\n");
  g_assert_nonnull (records);
  g_assert_nonnull (records_written);
  g_assert_true (strcmp (records, records_written) == 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/illustration/same-records", test_same_records);
  return g_test_run ();
}
