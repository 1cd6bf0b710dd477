/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-row.h"

#include <glib/gi18n-lib.h>

#include "trama-import-text.h"
#include "trama-record-json.h"

/* The row as it stands, for messages. (transfer full) */
static char *
show_cells (const TramaImportRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = trama_sheet_n_cells (row->table->sheet, row->row);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell
          = trama_import_clean (trama_sheet_cell (row->table->sheet, row->row, i));

      if (*cell != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
trama_import_row_check_self_tie (TramaImportRow *row)
{
  const TramaLinkage *linkage = (const TramaLinkage *) row->making->builder->draft;
  g_autofree char *cells = NULL;

  if (row->kind != TRAMA_KIND_LINKAGE || !row->good || !trama_id_equal (linkage->from, linkage->to))
    return;
  row->left_out = TRUE;
  cells = show_cells (row);
  trama_import_row_note (row, NULL, _ ("left out: a tie of somebody with itself is none"), cells);
}

/* The draft as text, with an id that all share and without who entered it when. (transfer full) */
static char *
make_key (TramaRecordBuilder *builder)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (TramaRecord) bare = NULL;
  TramaRecord kept = *builder->draft;

  trama_id_parse ("aaaaaaaaaaaaaaaa", TRAMA_ID_LENGTH, &builder->draft->id);
  builder->draft->entered = 0;
  builder->draft->entered_by = NULL;
  builder->draft->extra = NULL;
  bare = trama_record_builder_finish (builder);
  *builder->draft = kept;
  trama_record_write_json (bare, key);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

void
trama_import_row_check_same (TramaImportRow *row)
{
  g_autofree char *cells = NULL;
  g_autofree char *key = NULL;
  g_autofree char *message = NULL;
  gpointer value;
  guint line;

  if (trama_import_is_known_by_name (row->kind) || !row->good || row->left_out)
    return;
  key = make_key (row->making->builder);
  if (!g_hash_table_lookup_extended (row->making->seen, key, NULL, &value))
    {
      line = trama_sheet_line (row->table->sheet, row->row);
      g_hash_table_insert (row->making->seen, g_steal_pointer (&key), GUINT_TO_POINTER (line));
      return;
    }
  line = GPOINTER_TO_UINT (value);
  row->left_out = line == 0 || row->kind == TRAMA_KIND_MEMBERSHIP;
  if (line == 0)
    message = g_strdup (_ ("left out: the portfolio has it already"));
  else if (row->left_out)
    message = g_strdup_printf (_ ("left out: the same as on line %u"), line);
  else
    message = g_strdup_printf (_ ("kept, though all is the same as on line %u"), line);
  cells = show_cells (row);
  trama_import_row_note (row, NULL, message, cells);
}

void
trama_import_note_both_ways (TramaImportMaking *making, const TramaImportTable *table)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = trama_sheet_n_rows (table->sheet);
  guint both = 0, first = 0, second = 0;
  g_autofree char *message = NULL;

  for (guint i = table->header_row + 1; i < n; i++)
    {
      char from[TRAMA_ID_LENGTH + 1], to[TRAMA_ID_LENGTH + 1];
      g_autofree char *back = NULL;
      const TramaLinkage *linkage;
      gpointer row;

      if (table->row_kinds[i] != TRAMA_KIND_LINKAGE)
        continue;
      linkage
          = (const TramaLinkage *) trama_transaction_find (making->transaction, table->row_ids[i]);
      trama_id_to_text (linkage->from, from);
      trama_id_to_text (linkage->to, to);
      back = g_strconcat (to, from, NULL);
      if ((row = g_hash_table_lookup (pairs, back)) != NULL && both++ == 0)
        {
          first = trama_sheet_line (table->sheet, GPOINTER_TO_UINT (row));
          second = i;
        }
      g_hash_table_insert (pairs, g_strconcat (from, to, NULL), GUINT_TO_POINTER (i));
    }
  if (both == 0)
    return;
  message = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%u tie stands here in both directions (with line %u); both were kept",
          "%u ties stand here in both directions (the first with line %u); both were kept", both),
      both, first);
  trama_problems_add (making->notes,
                      trama_import_table_problem (table, second, NULL, message, NULL, NULL));
}

void
trama_import_see_version (TramaImportMaking *making)
{
  if (making->version == NULL)
    return;
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (making->version, (TramaKind) kind);

      if (trama_import_is_known_by_name ((TramaKind) kind))
        continue;
      for (guint i = 0; i < trama_table_size (table); i++)
        {
          trama_record_builder_begin_copy (making->builder, trama_table_get (table, i));
          g_hash_table_insert (making->seen, make_key (making->builder), NULL);
        }
    }
}
