/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "trama-journal-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The bytes as a journal; and, since few of them have the right check sum, as the text of an entry
 * with as many changes as it has lines. What was read is written and read as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (TramaChangeSet) set = NULL;
  g_autoptr (TramaChangeSet) again = NULL;
  g_autoptr (GString) entry = g_string_new (NULL);
  g_autoptr (GString) written = NULL;
  const char *text;
  gsize at = 0, length;
  guint lines = 0;

  while (trama_journal_next_entry ((const char *) data, size, &at, &text, &length))
    g_assert (text + length < (const char *) data + size);

  trama_journal_append_entry (entry, (const char *) data, size);
  at = 0;
  g_assert (trama_journal_next_entry (entry->str, entry->len, &at, &text, &length));
  g_assert (at == entry->len && length == size && memcmp (text, data, size) == 0);

  for (size_t i = 0; i < size; i++)
    lines += data[i] == '\n';
  set = trama_journal_read_changes (reader, text, length, lines);
  if (set == NULL)
    return 0;
  written = trama_journal_step_text (set, FALSE);
  again = trama_journal_read_changes (reader, written->str, written->len, set->n);
  g_assert (again != NULL && again->n == set->n);
  for (guint i = 0; i < set->n; i++)
    g_assert (trama_record_equal (set->changes[i].before, again->changes[i].before)
              && trama_record_equal (set->changes[i].after, again->changes[i].after));
  return 0;
}
