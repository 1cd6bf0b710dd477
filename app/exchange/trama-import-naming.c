/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-row.h"

/* Which column is used so; NULL: none. */
static const TramaImportColumn *
find_use (const TramaImportTable *table, TramaImportUse use)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (((const TramaImportColumn *) table->columns->pdata[i])->use == use)
      return table->columns->pdata[i];
  return NULL;
}

/* The text of a field in a row, whether from a column or fixed by the map. (transfer full) */
static char *
field_text (const TramaImportTable *table, const char *field, guint row)
{
  const char *fixed = table->map != NULL ? g_hash_table_lookup (table->map->fixed, field) : NULL;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const TramaImportColumn *column = table->columns->pdata[i];

      if (column->use == TRAMA_IMPORT_FIELD && strcmp (column->field, field) == 0)
        {
          g_autofree char *text = trama_import_table_text (table, column, row);

          if (*text != '\0')
            return g_steal_pointer (&text);
        }
    }
  return g_strdup (fixed != NULL ? fixed : "");
}

/* A record that is in the portfolio already and that the row is about; none: it is a new one. */
static TramaId
find_present (TramaImportRow *row, const char *name)
{
  const TramaImportNamed *named;

  if (row->making->version == NULL || *name == '\0' || !trama_import_is_known_by_name (row->kind)
      || trama_import_names_find (row->making->names, name, TRAMA_KIND_BIT (row->kind),
                                  TRAMA_IMPORT_BY_NAME, &named)
             != TRAMA_IMPORT_EXACT
      || named->file != NULL)
    return TRAMA_ID_NONE;
  return named->id;
}

/* Two rows of one table with the same id, or the same name and no ids to tell them apart. */
static void
check_twice (TramaImportRow *row, GHashTable *seen, const char *column, const char *text,
             gboolean fault)
{
  gpointer first = g_hash_table_lookup (seen, text);
  g_autofree char *message = NULL;

  if (*text == '\0')
    return;
  if (first == NULL)
    {
      g_hash_table_insert (seen, g_strdup (text),
                           GUINT_TO_POINTER (trama_sheet_line (row->table->sheet, row->row)));
      return;
    }
  message = g_strdup_printf (_ ("the same as on line %u"), GPOINTER_TO_UINT (first));
  if (fault)
    trama_import_row_complain (row, column, message, text,
                               _ ("each of them once, or an id for each"));
  else
    trama_import_row_note (row, column, message, text);
}

static void
name_row (TramaImportRow *row, const char *title_field, GHashTable *names, GHashTable *ids)
{
  TramaImportTable *table = row->table;
  const TramaImportColumn *code = find_use (table, TRAMA_IMPORT_CODE);
  const TramaImportColumn *id = find_use (table, TRAMA_IMPORT_ID);
  g_autofree char *foreign_id
      = id != NULL ? trama_import_table_text (table, id, row->row) : g_strdup ("");
  g_autofree char *name
      = title_field != NULL ? field_text (table, title_field, row->row) : g_strdup ("");
  TramaImportNamed named = { .file = table->file };
  TramaId present;

  if (table->mixed && code != NULL)
    {
      g_autofree char *text = trama_import_table_text (table, code, row->row);

      row->kind = trama_import_read_code (row->making, text)->kind;
    }
  check_twice (row, ids, id != NULL ? id->header : NULL, foreign_id, TRUE);
  if (trama_import_is_known_by_name (row->kind))
    check_twice (row, names, title_field, name, *foreign_id == '\0');
  present = find_present (row, name);
  named.id = trama_id_is_none (present) ? trama_import_new_id (row->making) : present;
  named.kind = row->kind;
  named.line = trama_sheet_line (table->sheet, row->row);
  table->row_kinds[row->row] = row->kind;
  table->row_ids[row->row] = named.id;
  trama_import_names_add (row->making->names, name, foreign_id, &named);
}

static void
name_table (TramaImportMaking *making, TramaImportTable *table)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const TramaKindInfo *info = trama_kind_info (table->kind);
  const char *title = info->title_field >= 0 ? info->fields[info->title_field].id : NULL;
  guint n = trama_sheet_n_rows (table->sheet);

  g_free (table->row_kinds);
  g_free (table->row_ids);
  table->row_kinds = g_new0 (TramaKind, n);
  table->row_ids = g_new0 (TramaId, n);
  for (guint i = table->header_row + 1; i < n; i++)
    if (!trama_sheet_row_is_blank (table->sheet, i))
      {
        TramaImportRow row = { .making = making, .table = table, .row = i, .kind = table->kind };

        name_row (&row, title, names, ids);
      }
}

void
trama_import_name_rows (TramaImportMaking *making)
{
  g_return_if_fail (making != NULL);

  for (guint i = 0; i < making->tables->len; i++)
    name_table (making, making->tables->pdata[i]);
}
