/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "trama-store-file.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

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
