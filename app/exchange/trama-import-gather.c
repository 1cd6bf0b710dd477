/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-gather.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-csv-dialect.h"
#include "trama-csv-reader.h"
#include "trama-dl.h"
#include "trama-gexf.h"
#include "trama-graphml.h"
#include "trama-import-table.h"
#include "trama-matrix.h"
#include "trama-pajek.h"

static void
note (const TramaImportGathering *gathering, const char *file, guint line, const char *message)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (file);
  problem->line = line;
  trama_problems_add (gathering->notes, problem);
}

static TramaImportTable *
add_table (const TramaImportGathering *gathering, TramaSheet *sheet, const TramaImportInput *input,
           const char *how, guint number)
{
  g_autofree char *content = g_strdup_printf ("%s/%u", input->checksum, number);
  TramaImportTable *table = trama_import_table_new (sheet, input->name, how, content);

  table->map = trama_import_map_find (gathering->map, input->name);
  table->reading = gathering->options->reading;
  if (table->map != NULL)
    {
      const TramaImportReading *mapped = &table->map->reading;

      if (mapped->decimal != TRAMA_DECIMAL_FIND_OUT)
        table->reading.decimal = mapped->decimal;
      if (mapped->dates != TRAMA_DATE_ORDER_FIND_OUT)
        table->reading.dates = mapped->dates;
      if (*mapped->currency != '\0')
        memcpy (table->reading.currency, mapped->currency, sizeof mapped->currency);
      if (mapped->delimiter != 0)
        table->reading.delimiter = mapped->delimiter;
      if (mapped->encoding != NULL)
        table->reading.encoding = mapped->encoding;
    }
  g_ptr_array_add (gathering->tables, table);
  return table;
}

/* The map says what vertices are; ties are ties. Such a file's form leaves no doubt about marks.
 * Takes both sheets. */
static void
add_network (const TramaImportGathering *gathering, const TramaImportInput *input, const char *how,
             TramaNetworkSheets *sheets)
{
  TramaImportTable *vertices
      = add_table (gathering, g_steal_pointer (&sheets->vertices), input, how, 0);
  TramaImportTable *ties = add_table (gathering, g_steal_pointer (&sheets->ties), input, how, 1);

  ties->map = NULL;
  ties->references = TRAMA_IMPORT_BY_ID;
  vertices->reading.decimal = TRAMA_DECIMAL_POINT;
  ties->reading.decimal = TRAMA_DECIMAL_POINT;
  if (sheets->code_column >= 0)
    vertices->code_column = sheets->code_column;
}

/* Whether a table that was read is a matrix, which is then taken apart. Takes @sheet then. */
static gboolean
take_matrix (const TramaImportGathering *gathering, const TramaImportInput *input,
             TramaSheet *sheet, const char *how)
{
  g_auto (TramaNetworkSheets) sheets = { 0 };
  g_autofree char *described = NULL;

  if (!trama_matrix_is_meant (sheet))
    return FALSE;
  /* Translators: how a file was read, such as "UTF-8, comma" */
  described = g_strdup_printf (_ ("matrix, %s"), how);
  if (trama_matrix_read (sheet, input->name, &sheets, gathering->problems, gathering->notes))
    add_network (gathering, input, described, &sheets);
  trama_sheet_free (sheet);
  return TRUE;
}

static void
gather_csv (const TramaImportGathering *gathering, const TramaImportInput *input, const char *bytes,
            gsize length)
{
  const TramaImportMapFile *mapped = trama_import_map_find (gathering->map, input->name);
  const TramaImportReading *asked = &gathering->options->reading;
  g_auto (TramaCsvFacts) facts = { 0 };
  TramaCsvOptions options = { asked->delimiter, asked->encoding };
  TramaSheet *sheet;
  g_autofree char *how = NULL;

  if (mapped != NULL && mapped->reading.delimiter != 0)
    options.delimiter = mapped->reading.delimiter;
  if (mapped != NULL && mapped->reading.encoding != NULL)
    options.encoding = mapped->reading.encoding;
  sheet = trama_csv_read (bytes, length, input->name, &options, &facts, gathering->problems);
  if (sheet == NULL)
    return;
  if (facts.encoding.foreign_line > 0)
    note (gathering, input->name, facts.encoding.foreign_line,
          _ ("not UTF-8 from here on; the file was read as windows-1252"));
  how = g_strdup_printf ("%s, %s", facts.encoding.name,
                         trama_csv_delimiter_label (facts.delimiter));
  if (mapped == NULL && take_matrix (gathering, input, sheet, how))
    return;
  add_table (gathering, sheet, input, how, 0);
}

/* Where every relation is called by one of our kinds of ties, that is what it is. */
static TramaSheet *
name_kinds (TramaSheet *ties)
{
  TramaSheet *named;

  for (guint row = 1; row < trama_sheet_n_rows (ties); row++)
    if (trama_linkage_kind_from_id (trama_sheet_cell (ties, row, 3)) == TramaLinkageKind_UNKNOWN_)
      return ties;
  if (trama_sheet_n_rows (ties) < 2)
    return ties;
  named = trama_sheet_new (trama_sheet_name (ties));
  for (guint row = 0; row < trama_sheet_n_rows (ties); row++)
    {
      trama_sheet_begin_row (named, trama_sheet_line (ties, row));
      for (guint i = 0; i < trama_sheet_n_cells (ties, row); i++)
        trama_sheet_add_cell (named, row == 0 && i == 3 ? "kind" : trama_sheet_cell (ties, row, i),
                              -1);
    }
  trama_sheet_free (ties);
  return named;
}

static void
gather_pajek (const TramaImportGathering *gathering, const TramaImportInput *input,
              const char *bytes, gsize length)
{
  TramaPajek pajek = { 0 };
  TramaNetworkSheets sheets;

  if (!trama_pajek_read (bytes, length, input->name, gathering->options->reading.encoding, &pajek,
                         gathering->problems, gathering->notes))
    return;
  /* The first partition says what sort of thing each vertex is, as "kind" does in a table. */
  sheets = (TramaNetworkSheets) { pajek.vertices, name_kinds (pajek.ties),
                                  pajek.n_partitions > 0 ? 2 : -1 };
  add_network (gathering, input, "Pajek", &sheets);
}

static const struct
{
  const char *how;
  gboolean (*is_meant) (const char *name, const char *bytes, gsize length);
  gboolean (*read) (const char *bytes, gsize length, const char *name, const char *encoding,
                    TramaNetworkSheets *sheets, TramaProblems *problems, TramaProblems *notes);
} formats[] = {
  { "GraphML", trama_graphml_is_meant, trama_graphml_read },
  { "GEXF", trama_gexf_is_meant, trama_gexf_read },
  { "UCINET DL", trama_dl_is_meant, trama_dl_read },
};

/* FALSE where the file is in none of the formats of networks. */
static gboolean
gather_network (const TramaImportGathering *gathering, const TramaImportInput *input,
                const char *bytes, gsize length)
{
  if (trama_pajek_is_meant (input->name, bytes, length))
    {
      gather_pajek (gathering, input, bytes, length);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].is_meant (input->name, bytes, length))
      {
        g_auto (TramaNetworkSheets) sheets = { 0 };

        if (formats[i].read (bytes, length, input->name, gathering->options->reading.encoding,
                             &sheets, gathering->problems, gathering->notes))
          add_network (gathering, input, formats[i].how, &sheets);
        return TRUE;
      }
  return FALSE;
}

static void
check_map_names (const TramaImportGathering *gathering)
{
  g_autofree const char **names = NULL;

  if (gathering->map == NULL)
    return;
  names = trama_import_map_names (gathering->map);
  for (const char **name = names; *name != NULL; name++)
    {
      gboolean given = FALSE;

      for (guint i = 0; i < gathering->inputs->len; i++)
        given = given
                || strcmp (((TramaImportInput *) gathering->inputs->pdata[i])->name, *name) == 0;
      if (!given)
        {
          g_autofree char *message
              = g_strdup_printf (_ ("speaks of “%s”, which is not among the files"), *name);

          note (gathering, gathering->map_name, 0, message);
        }
    }
}

/* So that the order in which files are named changes nothing. */
static int
compare_tables (gconstpointer a, gconstpointer b)
{
  const TramaImportTable *first = *(const TramaImportTable *const *) a;
  const TramaImportTable *second = *(const TramaImportTable *const *) b;
  int order = (int) first->kind - (int) second->kind;

  if (order == 0)
    order = strcmp (first->content, second->content);
  return order != 0 ? order : strcmp (first->file, second->file);
}

static void
check_given_twice (const TramaImportGathering *gathering)
{
  for (guint i = 0; i < gathering->inputs->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const TramaImportInput *first = gathering->inputs->pdata[k];
        const TramaImportInput *second = gathering->inputs->pdata[i];
        TramaProblem *problem;

        if (strcmp (first->checksum, second->checksum) != 0)
          continue;
        problem = trama_problem_new (_ ("this file is given twice"));
        problem->file = g_strdup (second->name);
        problem->found = g_strdup (first->name);
        trama_problems_add (gathering->problems, problem);
      }
}

gboolean
trama_import_gather (const TramaImportGathering *gathering)
{
  gboolean good = TRUE;

  g_return_val_if_fail (gathering != NULL, FALSE);

  check_given_twice (gathering);
  for (guint i = 0; i < gathering->inputs->len; i++)
    {
      const TramaImportInput *input = gathering->inputs->pdata[i];
      gsize length;
      const char *bytes = g_bytes_get_data (input->bytes, &length);

      if (!gather_network (gathering, input, bytes != NULL ? bytes : "", length))
        gather_csv (gathering, input, bytes, length);
    }
  check_map_names (gathering);
  for (guint i = 0; i < gathering->tables->len; i++)
    {
      TramaImportTable *table = gathering->tables->pdata[i];

      good = trama_import_table_recognise (table, gathering->problems, gathering->notes)
             && trama_import_table_find_marks (table, gathering->problems) && good;
    }
  g_ptr_array_sort (gathering->tables, compare_tables);
  return good && trama_problems_count (gathering->problems) == 0;
}
