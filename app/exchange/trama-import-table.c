/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-text.h"

static void
column_free (TramaImportColumn *column)
{
  g_free (column->header);
  g_free (column->field);
  g_free (column);
}

TramaImportTable *
trama_import_table_new (TramaSheet *sheet, const char *file, const char *how, const char *content)
{
  TramaImportTable *table = g_new0 (TramaImportTable, 1);

  table->sheet = sheet;
  table->file = g_strdup (file);
  table->how = g_strdup (how);
  table->content = g_strdup (content);
  table->code_column = -1;
  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  return table;
}

void
trama_import_table_free (TramaImportTable *table)
{
  if (table == NULL)
    return;
  trama_sheet_free (table->sheet);
  g_free (table->file);
  g_free (table->how);
  g_free (table->content);
  g_ptr_array_unref (table->columns);
  g_free (table->row_kinds);
  g_free (table->row_ids);
  g_free (table);
}

char *
trama_import_table_text (const TramaImportTable *table, const TramaImportColumn *column, guint row)
{
  g_autofree char *text = trama_import_clean (trama_sheet_cell (table->sheet, row, column->index));

  if (column->values != NULL)
    {
      g_autofree char *folded = trama_import_fold_word (text);
      const char *value = g_hash_table_lookup (column->values, folded);

      if (value != NULL)
        return g_strdup (value);
    }
  return g_steal_pointer (&text);
}

const TramaField *
trama_import_column_field (const TramaImportColumn *column, TramaKind kind)
{
  if (column->use != TRAMA_IMPORT_FIELD)
    return NULL;
  return trama_kind_field (kind, column->field, strlen (column->field));
}

const TramaField *
trama_import_table_field (const TramaImportTable *table, const TramaImportColumn *column)
{
  static const TramaKind kinds[] = { TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION, TRAMA_KIND_PERSON };
  const TramaField *field = trama_import_column_field (column, table->kind);

  for (gsize i = 0; field == NULL && table->mixed && i < G_N_ELEMENTS (kinds); i++)
    field = trama_import_column_field (column, kinds[i]);
  return field;
}

char *
trama_import_table_describe (const TramaImportTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const TramaImportColumn *column = table->columns->pdata[i];
      const char *becomes = column->use == TRAMA_IMPORT_FIELD  ? column->field
                            : column->use == TRAMA_IMPORT_ID   ? "id"
                            : column->use == TRAMA_IMPORT_CODE ? _ ("kind or category")
                                                               : _ ("left out");
      g_autofree char *header = trama_import_fold_word (column->header);

      if (*column->header == '\0' && column->use == TRAMA_IMPORT_LEFT_OUT)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, column->header);
      if (strcmp (header, becomes) != 0)
        g_string_append_printf (text, " → %s", becomes);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

TramaProblem *
trama_import_table_problem (const TramaImportTable *table, guint row, const char *field,
                            const char *message, const char *found, const char *expected)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (table->file);
  problem->line = row != G_MAXUINT ? trama_sheet_line (table->sheet, row) : 0;
  problem->field = g_strdup (field);
  problem->found = found != NULL ? trama_import_quote (found) : NULL;
  problem->expected = g_strdup (expected);
  return problem;
}
