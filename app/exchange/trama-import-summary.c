/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_CATEGORIES 12

typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_undated;
  guint n_kindless;
  GHashTable *categories; /* label → count */
} Counts;

static void
count_category (Counts *counts, const char *category)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts->categories, category));

  g_hash_table_insert (counts->categories, (gpointer) category, GUINT_TO_POINTER (n + 1));
}

static void
count_record (Counts *counts, const TramaRecord *record)
{
  TramaKind kind = trama_record_kind (record);
  const TramaField *category = trama_kind_field (kind, "category", 8);
  const TramaField *sort = trama_kind_field (kind, "kind", 4);

  if (trama_kind_info (kind)->event_field >= 0
      && !trama_date_is_known (trama_record_event (record)))
    counts->n_undated++;
  if (sort != NULL && !trama_record_field_is_known (record, sort))
    counts->n_kindless++;
  if (category != NULL && trama_record_field_is_known (record, category))
    count_category (counts, *(const char *const *) trama_record_member (record, category));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_categories (const Counts *counts, GString *line)
{
  g_autoptr (GPtrArray) labels = g_hash_table_get_keys_as_ptr_array (counts->categories);

  g_ptr_array_sort (labels, compare_texts);
  for (guint i = 0; i < labels->len && i < SHOWN_CATEGORIES; i++)
    g_string_append_printf (
        line, "%s%u “%s”", i > 0 ? ", " : "; ",
        GPOINTER_TO_UINT (g_hash_table_lookup (counts->categories, labels->pdata[i])),
        (const char *) labels->pdata[i]);
  if (labels->len > SHOWN_CATEGORIES)
    g_string_append_printf (line, _ (" and %u more categories"), labels->len - SHOWN_CATEGORIES);
}

static char *
describe (TramaKind kind, const Counts *counts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%s: ", trama_kind_plural_label (kind));
  if (counts->n_new > 0 || counts->n_changed == 0)
    g_string_append_printf (line, _ ("%u new"), counts->n_new);
  if (counts->n_changed > 0)
    {
      g_string_append (line, counts->n_new > 0 ? ", " : "");
      g_string_append_printf (line, _ ("%u changed"), counts->n_changed);
    }
  if (counts->n_undated > 0)
    g_string_append_printf (line, _ ("; %u undated"), counts->n_undated);
  if (counts->n_kindless > 0)
    g_string_append_printf (line, _ ("; %u of no known kind"), counts->n_kindless);
  append_categories (counts, line);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

void
trama_import_summarise (const TramaChangeSet *changes, GPtrArray *lines)
{
  Counts counts[TRAMA_N_KINDS] = { 0 };

  g_return_if_fail (changes != NULL && lines != NULL);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    counts[kind].categories = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < changes->n; i++)
    {
      const TramaChange *change = &changes->changes[i];

      if (change->after == NULL)
        continue;
      if (change->before != NULL)
        counts[change->kind].n_changed++;
      else
        counts[change->kind].n_new++;
      count_record (&counts[change->kind], change->after);
    }
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      if (kind != TRAMA_KIND_PORTFOLIO && counts[kind].n_new + counts[kind].n_changed > 0)
        g_ptr_array_add (lines, describe ((TramaKind) kind, &counts[kind]));
      g_hash_table_unref (counts[kind].categories);
    }
}
