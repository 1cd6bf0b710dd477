/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-text.h"

/*
 * A header is looked for among the first rows, since spreadsheets have titles above their tables.
 * Each of these rows is read as a header in turn; the first that makes a table of one of the sorts
 * below is it. Where the map names columns, the first row that has all of them is it.
 */
#define HEADER_ROWS 50

static const TramaKind mixed_kinds[]
    = { TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION, TRAMA_KIND_PERSON };

/* Headers that other programs write for what is called otherwise here. */
static const struct
{
  TramaKind kind;
  const char *header;
  const char *field;
} aliases[] = {
  { TRAMA_KIND_LINKAGE, "source", "from" },
  { TRAMA_KIND_LINKAGE, "target", "to" },
  { TRAMA_KIND_LINKAGE, "weight", "value" },
  { TRAMA_KIND_FIRM, "label", "name" },
};

static gboolean
is_called (const char *name, const char *folded_header)
{
  g_autofree char *folded = trama_import_fold_word (name);

  return strcmp (folded, folded_header) == 0;
}

/* The field of @kind that a header names by id or label; NULL: none. */
static const TramaField *
find_field (TramaKind kind, const char *folded_header)
{
  const TramaKindInfo *info = trama_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (is_called (info->fields[i].id, folded_header))
      return &info->fields[i];
  for (guint i = 0; i < info->n_fields; i++)
    if (is_called (info->fields[i].label, folded_header)
        || is_called (trama_field_label (&info->fields[i]), folded_header))
      return &info->fields[i];
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (aliases[i].kind == kind && strcmp (aliases[i].header, folded_header) == 0)
      return trama_kind_field (kind, aliases[i].field, strlen (aliases[i].field));
  return NULL;
}

/* Which row a field's header stands in; -1: in none of its cells. */
static int
find_header (const TramaImportTable *table, guint row, TramaKind kind, const char *field_id)
{
  const TramaField *field = trama_kind_field (kind, field_id, strlen (field_id));
  guint n = trama_sheet_n_cells (table->sheet, row);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = trama_import_fold_word (trama_sheet_cell (table->sheet, row, i));

      if (*folded != '\0' && find_field (kind, folded) == field)
        return (int) i;
    }
  return -1;
}

static gboolean
has_header (const TramaImportTable *table, guint row, TramaKind kind, const char *field_id)
{
  return find_header (table, row, kind, field_id) >= 0;
}

/* What sort of table a row heads, by its headers alone. */
static TramaKind
guess_kind (const TramaImportTable *table, guint row, gboolean *mixed)
{
  *mixed = FALSE;
  if (has_header (table, row, TRAMA_KIND_LINKAGE, "from")
      && has_header (table, row, TRAMA_KIND_LINKAGE, "to"))
    return TRAMA_KIND_LINKAGE;
  if (has_header (table, row, TRAMA_KIND_MEMBERSHIP, "programme")
      && has_header (table, row, TRAMA_KIND_MEMBERSHIP, "firm"))
    return TRAMA_KIND_MEMBERSHIP;
  if (!has_header (table, row, TRAMA_KIND_FIRM, "name"))
    return TRAMA_KIND_NONE;
  if (has_header (table, row, TRAMA_KIND_PERSON, "role")
      || has_header (table, row, TRAMA_KIND_PERSON, "employer"))
    return TRAMA_KIND_PERSON;
  *mixed = TRUE;
  return TRAMA_KIND_FIRM;
}

static gboolean
has_mapped_headers (const TramaImportTable *table, guint row)
{
  guint n = trama_sheet_n_cells (table->sheet, row);
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = trama_import_fold_word (trama_sheet_cell (table->sheet, row, i));

      found += g_hash_table_contains (table->map->columns, folded);
    }
  return found >= g_hash_table_size (table->map->columns);
}

static gboolean
is_known_header (const TramaImportTable *table, guint row)
{
  guint n = trama_sheet_n_cells (table->sheet, row);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = trama_import_fold_word (trama_sheet_cell (table->sheet, row, i));

      if (*folded != '\0' && find_field (table->kind, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether @row heads the table; sets what the table holds. */
static gboolean
try_header (TramaImportTable *table, guint row)
{
  gboolean has_map = table->map != NULL;

  if (has_map && g_hash_table_size (table->map->columns) > 0 && !has_mapped_headers (table, row))
    return FALSE;
  if (has_map && table->map->kind != TRAMA_KIND_NONE)
    {
      table->kind = table->map->kind;
      table->mixed = FALSE;
      return g_hash_table_size (table->map->columns) > 0 || is_known_header (table, row);
    }
  table->kind = guess_kind (table, row, &table->mixed);
  return table->kind != TRAMA_KIND_NONE;
}

/* The headers of a row as they stand. (transfer full) */
static char *
show_row (const TramaImportTable *table, guint row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = trama_sheet_n_cells (table->sheet, row);

  for (guint i = 0; i < n && text->len < 100; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, trama_sheet_cell (table->sheet, row, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
complain_of_header (const TramaImportTable *table, guint row, TramaProblems *problems)
{
  g_autofree char *found = row != G_MAXUINT ? show_row (table, row) : NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  const char *message = _ ("it is not clear what this table holds");

  if (table->map != NULL && g_hash_table_size (table->map->columns) > 0)
    {
      GHashTableIter iter;
      gpointer column;

      g_hash_table_iter_init (&iter, table->map->columns);
      while (g_hash_table_iter_next (&iter, NULL, &column))
        g_string_append_printf (expected, "%s%s", expected->len > 0 ? ", " : "",
                                ((TramaImportMapColumn *) column)->header);
      message = _ ("no row has the columns that the map names");
    }
  else
    g_string_append (expected, _ ("a row with the headers name; or from, to; or programme, firm; "
                                  "or a map that says what the columns are"));
  trama_problems_add (problems,
                      trama_import_table_problem (table, row, NULL, message, found, expected->str));
}

static gboolean
find_header_row (TramaImportTable *table, TramaProblems *problems)
{
  guint n = trama_sheet_n_rows (table->sheet);
  guint asked = table->map != NULL ? table->map->header_line : 0;
  guint first = G_MAXUINT;

  for (guint row = 0; row < n && (asked > 0 || row < HEADER_ROWS); row++)
    {
      if (asked > 0 && trama_sheet_line (table->sheet, row) < asked)
        continue;
      if (trama_sheet_row_is_blank (table->sheet, row))
        continue;
      if (first == G_MAXUINT)
        first = row;
      if (try_header (table, row))
        {
          table->header_row = row;
          return TRUE;
        }
      if (asked > 0)
        break;
    }
  if (n == 0)
    trama_problems_add (
        problems,
        trama_import_table_problem (table, G_MAXUINT, NULL, _ ("the table is empty"), NULL, NULL));
  else
    complain_of_header (table, first, problems);
  return FALSE;
}

static gboolean
is_alias (const TramaImportTable *table, const TramaImportColumn *column)
{
  g_autofree char *folded = trama_import_fold_word (column->header);

  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (aliases[i].kind == table->kind && strcmp (aliases[i].header, folded) == 0
        && g_strcmp0 (aliases[i].field, column->field) == 0)
      return TRUE;
  return FALSE;
}

/* What another program calls so gives way to a column that bears the field's own name. */
static void
drop_aliases (TramaImportTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    for (guint k = 0; k < table->columns->len; k++)
      {
        TramaImportColumn *column = table->columns->pdata[i];
        const TramaImportColumn *other = table->columns->pdata[k];

        if (i == k || column->use != TRAMA_IMPORT_FIELD || other->use != TRAMA_IMPORT_FIELD
            || strcmp (column->field, other->field) != 0 || !is_alias (table, column)
            || is_alias (table, other))
          continue;
        column->use = TRAMA_IMPORT_LEFT_OUT;
        g_clear_pointer (&column->field, g_free);
      }
}

/* What a header means, by the map or else by itself. */
static void
decide_column (TramaImportTable *table, TramaImportColumn *column)
{
  g_autofree char *folded = trama_import_fold_word (column->header);
  const TramaImportMapColumn *mapped
      = table->map != NULL ? g_hash_table_lookup (table->map->columns, folded) : NULL;
  const TramaField *field = NULL;

  if (mapped != NULL)
    {
      column->values = mapped->values;
      column->field = g_strdup (mapped->field);
    }
  else if (*folded == '\0')
    return;
  else if (strcmp (folded, "id") == 0)
    column->field = g_strdup ("id");
  else if (table->mixed
           && (strcmp (folded, "kind") == 0 || (int) column->index == table->code_column))
    column->field = g_strdup ("kind");
  else
    {
      field = find_field (table->kind, folded);
      for (gsize i = 0; field == NULL && table->mixed && i < G_N_ELEMENTS (mixed_kinds); i++)
        field = find_field (mixed_kinds[i], folded);
      if (field == NULL)
        return;
      column->field = g_strdup (field->id);
    }
  if (column->field == NULL)
    return;
  if (strcmp (column->field, "id") == 0)
    column->use = TRAMA_IMPORT_ID;
  else if (strcmp (column->field, "kind") == 0
           && (table->mixed || trama_kind_field (table->kind, "kind", 4) == NULL))
    column->use = TRAMA_IMPORT_CODE;
  else
    column->use = TRAMA_IMPORT_FIELD;
}

/* Whether any row has something in this column. */
static gboolean
is_used (const TramaImportTable *table, guint index)
{
  guint n = trama_sheet_n_rows (table->sheet);

  for (guint row = table->header_row + 1; row < n; row++)
    {
      g_autofree char *text = trama_import_clean (trama_sheet_cell (table->sheet, row, index));

      if (*text != '\0')
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_mapped (const TramaImportTable *table, const TramaImportColumn *column)
{
  g_autofree char *folded = trama_import_fold_word (column->header);

  return table->map != NULL && g_hash_table_contains (table->map->columns, folded);
}

static void
note_left_out (const TramaImportTable *table, const TramaImportColumn *column, TramaProblems *notes)
{
  g_autofree char *number = NULL;

  if (is_mapped (table, column) || !is_used (table, column->index))
    return;
  number = g_strdup_printf (_ ("column %u"), column->index + 1);
  trama_problems_add (
      notes, trama_import_table_problem (
                 table, table->header_row, *column->header != '\0' ? column->header : number,
                 *column->header != '\0'
                     ? _ ("this column is not known and is left out; a map can say what it is")
                     : _ ("this column has no header and is left out"),
                 NULL, NULL));
}

static gboolean
check_columns (TramaImportTable *table, TramaProblems *problems, TramaProblems *notes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean good = TRUE;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const TramaImportColumn *column = table->columns->pdata[i];
      const TramaImportColumn *other;

      if (column->use == TRAMA_IMPORT_LEFT_OUT)
        {
          note_left_out (table, column, notes);
          continue;
        }
      if (column->use == TRAMA_IMPORT_FIELD && trama_import_table_field (table, column) == NULL)
        {
          trama_problems_add (
              problems,
              trama_import_table_problem (table, table->header_row, column->header,
                                          _ ("the map names a field that such records do not have"),
                                          column->field, NULL));
          good = FALSE;
        }
      other = g_hash_table_lookup (seen, column->field);
      if (other != NULL)
        {
          trama_problems_add (problems,
                              trama_import_table_problem (table, table->header_row, column->header,
                                                          _ ("two columns are for the same field"),
                                                          other->header, NULL));
          good = FALSE;
        }
      g_hash_table_insert (seen, column->field, (gpointer) column);
    }
  return good;
}

/* Required fields that no column and nothing fixed can give. */
static gboolean
check_required (const TramaImportTable *table, TramaProblems *problems)
{
  const TramaKindInfo *info = trama_kind_info (table->kind);
  gboolean good = TRUE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      gboolean given
          = table->map != NULL && g_hash_table_contains (table->map->fixed, info->fields[i].id);

      if (!(info->fields[i].flags & TRAMA_FIELD_REQUIRED))
        continue;
      for (guint k = 0; !given && k < table->columns->len; k++)
        given
            = trama_import_column_field (table->columns->pdata[k], table->kind) == &info->fields[i];
      if (given)
        continue;
      trama_problems_add (problems,
                          trama_import_table_problem (
                              table, table->header_row, info->fields[i].id,
                              _ ("no column gives this field, which such records must have"), NULL,
                              trama_field_label (&info->fields[i])));
      good = FALSE;
    }
  return good;
}

gboolean
trama_import_table_recognise (TramaImportTable *table, TramaProblems *problems,
                              TramaProblems *notes)
{
  guint n;

  g_return_val_if_fail (table != NULL && problems != NULL && notes != NULL, FALSE);

  if (table->map != NULL)
    table->references = table->map->references;
  if (!find_header_row (table, problems))
    return FALSE;
  n = trama_sheet_n_cells (table->sheet, table->header_row);
  for (guint i = 0; i < n; i++)
    {
      TramaImportColumn *column = g_new0 (TramaImportColumn, 1);

      column->index = i;
      column->header = trama_import_clean (trama_sheet_cell (table->sheet, table->header_row, i));
      g_ptr_array_add (table->columns, column);
      decide_column (table, column);
    }
  if (table->map == NULL)
    drop_aliases (table);
  return check_columns (table, problems, notes) && check_required (table, problems);
}
