/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-cell.h"

/* "kind 2": a bare code means nothing without its column's name; a word stands for itself. */
static char *
label_code (const char *header, const char *code)
{
  for (const char *at = code; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)) && g_utf8_strlen (code, -1) > 2)
      return g_strdup (code);
  return g_strdup_printf ("%s %s", header, code);
}

static void
add_category (TramaImportRow *row, const char *label)
{
  if (row->category->len > 0)
    g_string_append (row->category, ", ");
  g_string_append (row->category, label);
}

/* Whether codes that are no choice of ours may become a category: in "kind", beside "category". */
static gboolean
may_be_category (const TramaImportRow *row, const TramaField *field)
{
  return field->type == TRAMA_FIELD_CHOICE && strcmp (field->id, "kind") == 0
         && trama_kind_field (row->kind, "category", 8) != NULL;
}

static void
read_value (TramaImportRow *row, const TramaField *field, const TramaImportColumn *column,
            const char *text)
{
  g_autofree char *expected = NULL;

  if (field->type == TRAMA_FIELD_REF || field->type == TRAMA_FIELD_REFS)
    trama_import_row_read_reference (row, field, column->header, text);
  else if (strcmp (field->id, "category") == 0)
    add_category (row, text);
  else if (may_be_category (row, field) && trama_import_find_choice (field, text) == 0)
    {
      g_autofree char *label = label_code (column->header, text);

      add_category (row, label);
    }
  else if (!trama_import_read_cell (row->making->builder, field, column,
                                    row->table->reading.currency, text, &expected))
    trama_import_row_complain (row, column->header, _ ("not a value of this field"), text,
                               expected);
}

static void
use_code (TramaImportRow *row, const TramaImportColumn *column, const char *text)
{
  const TramaImportCode *code
      = row->table->mixed ? trama_import_read_code (row->making, text) : NULL;

  if (code != NULL && code->known)
    {
      if (code->choice != 0)
        ((TramaInstitution *) row->making->builder->draft)->kind = (guint8) code->choice;
      return;
    }
  if (trama_kind_field (row->kind, "category", 8) == NULL)
    trama_import_row_complain (row, column->header,
                               _ ("such records have neither kind nor category"), text, NULL);
  else
    {
      g_autofree char *label = label_code (column->header, text);

      add_category (row, label);
    }
}

void
trama_import_row_read_columns (TramaImportRow *row)
{
  for (guint i = 0; i < row->table->columns->len; i++)
    {
      const TramaImportColumn *column = row->table->columns->pdata[i];
      g_autofree char *text = trama_import_table_text (row->table, column, row->row);
      const TramaField *field;

      if (*text == '\0' || column->use == TRAMA_IMPORT_LEFT_OUT)
        continue;
      if (column->use == TRAMA_IMPORT_ID)
        row->foreign_id = g_steal_pointer (&text);
      else if (column->use == TRAMA_IMPORT_CODE)
        use_code (row, column, text);
      else if ((field = trama_import_column_field (column, row->kind)) != NULL)
        read_value (row, field, column, text);
      else
        trama_import_row_complain (row, column->header, _ ("such records have no such field"), text,
                                   trama_kind_label (row->kind));
    }
}

void
trama_import_row_read_fixed (TramaImportRow *row)
{
  GHashTableIter iter;
  gpointer id, text;

  if (row->table->map == NULL)
    return;
  g_hash_table_iter_init (&iter, row->table->map->fixed);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const TramaField *field = trama_kind_field (row->kind, id, strlen (id));
      TramaImportColumn column = { .header = id, .decimal = TRAMA_DECIMAL_POINT };

      if (field == NULL)
        trama_import_row_complain (row, id, _ ("such records have no such field"), text,
                                   trama_kind_label (row->kind));
      else if (!trama_record_field_is_known (row->making->builder->draft, field))
        read_value (row, field, &column, text);
    }
}
