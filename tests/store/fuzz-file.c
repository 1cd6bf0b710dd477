/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "trama-store-salvage.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What is kept of a damaged file can be written and read. */
static void
salvage (const char *text, gsize length)
{
  g_autoptr (TramaProblems) left_out = trama_problems_new (10);
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaStoreFile) file
      = trama_store_salvage_text (text, length, "fuzz.trama", left_out, NULL, &error);
  g_autoptr (TramaStoreFile) back = NULL;
  g_autoptr (GString) written = NULL;

  g_assert ((file != NULL) == (error == NULL));
  if (file == NULL)
    return;
  written = trama_store_write_text (file, file->version, NULL);
  back = trama_store_read_text (written->str, written->len, NULL, NULL, NULL, NULL, NULL, NULL);
  g_assert (back != NULL && trama_version_equal (file->version, back->version));
}

/* Any bytes are a file, or told what is wrong with them; and what was read can be written, is then
 * read as the same, and written as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (10);
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaStoreFile) file = trama_store_read_text ((const char *) data, size, "fuzz.trama",
                                                           problems, NULL, NULL, NULL, &error);
  g_autoptr (TramaStoreFile) again = NULL;
  g_autoptr (GString) first = NULL;
  g_autoptr (GString) second = NULL;
  guint64 content = 0, later = 0;

  g_assert ((file != NULL) == (error == NULL));
  if (file == NULL)
    {
      g_assert (trama_problems_count (problems) > 0
                || g_error_matches (error, TRAMA_ERROR, TRAMA_ERROR_NEWER));
      salvage ((const char *) data, size);
      return 0;
    }
  g_assert (trama_problems_count (problems) == 0);
  first = trama_store_write_text (file, file->version, &content);
  again = trama_store_read_text (first->str, first->len, NULL, problems, NULL, NULL, NULL, NULL);
  g_assert (again != NULL);
  g_assert (trama_version_equal (file->version, again->version));
  g_assert (trama_id_equal (file->document, again->document));
  g_assert (again->content == content);
  second = trama_store_write_text (again, again->version, &later);
  g_assert (later == content);
  g_assert (first->len == second->len && memcmp (first->str, second->str, first->len) == 0);
  trama_version_check_references (file->version, NULL, problems);
  g_assert (trama_problems_count (problems) == 0);
  return 0;
}
