/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-row.h"
#include "trama-import-text.h"
#include "trama-json.h"

/* Cells under no header: a comma too many, or a quotation mark missing. */
static void
check_width (TramaImportRow *row)
{
  guint n = trama_sheet_n_cells (row->table->sheet, row->row);

  for (guint i = row->table->columns->len; i < n; i++)
    {
      g_autofree char *text
          = trama_import_clean (trama_sheet_cell (row->table->sheet, row->row, i));
      g_autofree char *expected = NULL;

      if (*text == '\0')
        continue;
      expected = g_strdup_printf (_ ("%u cells, as there are headers"), row->table->columns->len);
      trama_import_row_complain (row, NULL, _ ("a cell under no header"), text, expected);
      return;
    }
}

static void
check_required (TramaImportRow *row)
{
  const TramaKindInfo *info = trama_kind_info (row->kind);

  for (guint i = 0; row->good && i < info->n_fields; i++)
    if ((info->fields[i].flags & TRAMA_FIELD_REQUIRED)
        && !trama_record_field_is_known (row->making->builder->draft, &info->fields[i]))
      trama_import_row_complain (row, info->fields[i].id, _ ("missing"), NULL,
                                 trama_field_label (&info->fields[i]));
}

/* The foreign id is not a field of ours: it is carried along with what is not known here. */
static void
keep_foreign_id (TramaImportRow *row)
{
  TramaRecordBuilder *builder = row->making->builder;
  g_autoptr (GString) extra = NULL;

  if (row->foreign_id == NULL
      || (builder->draft->extra != NULL
          && strstr (builder->draft->extra, "\"foreign_id\"") != NULL))
    return;
  extra = g_string_new (builder->draft->extra);
  if (extra->len > 0)
    g_string_append_c (extra, ',');
  g_string_append (extra, "\"foreign_id\":");
  trama_json_append_string (extra, row->foreign_id, -1);
  builder->draft->extra = trama_record_builder_text (builder, extra->str);
}

static void
set_category (TramaImportRow *row)
{
  const TramaField *field = trama_kind_field (row->kind, "category", 8);

  if (row->category->len > 0 && field != NULL)
    trama_record_builder_set_text (row->making->builder, field, row->category->str);
}

static void
make_row (TramaImportRow *row)
{
  TramaImportMaking *making = row->making;
  TramaId id = row->table->row_ids[row->row];
  const TramaRecord *present
      = making->version != NULL ? trama_version_find (making->version, row->kind, id) : NULL;

  if (present != NULL)
    trama_record_builder_begin_copy (making->builder, present);
  else
    trama_record_builder_begin (making->builder, row->kind, id);
  trama_import_row_read_columns (row);
  trama_import_row_read_fixed (row);
  set_category (row);
  trama_import_stamp (making, making->builder->draft);
  check_width (row);
  check_required (row);
  trama_import_row_check_self_tie (row);
  trama_import_row_check_same (row);
  if (row->good && !row->left_out)
    {
      g_autoptr (TramaRecord) record = NULL;

      keep_foreign_id (row);
      record = trama_record_builder_finish (making->builder);
      trama_transaction_put_record (making->transaction, record);
    }
  if (row->left_out || !row->good)
    row->table->row_kinds[row->row] = TRAMA_KIND_NONE;
}

void
trama_import_make_rows (TramaImportMaking *making)
{
  g_autoptr (GString) category = g_string_new (NULL);

  g_return_if_fail (making != NULL);

  trama_import_see_version (making);
  for (guint i = 0; i < making->tables->len; i++)
    {
      TramaImportTable *table = making->tables->pdata[i];
      guint n = trama_sheet_n_rows (table->sheet);

      for (guint k = table->header_row + 1; k < n; k++)
        if (table->row_kinds[k] != TRAMA_KIND_NONE)
          {
            TramaImportRow row = { .making = making, .table = table, .row = k, .good = TRUE };

            row.kind = table->row_kinds[k];
            row.category = g_string_truncate (category, 0);
            make_row (&row);
            g_free (row.foreign_id);
          }
      trama_import_note_both_ways (making, table);
    }
}
