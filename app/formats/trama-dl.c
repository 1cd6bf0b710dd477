/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-dl.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-matrix.h"
#include "trama-text-encoding.h"

/*
 * The text is cut into words, each with its line: words of the heading say what the rest is, and the
 * words behind "data:" are read by the format. Lists go by lines, matrices by numbers alone.
 */
#define MAX_BYTES (64 << 20)
#define MAX_VERTICES 1000000
#define MAX_MATRIX 5000

typedef struct
{
  char *text;
  guint line;
} Word;

typedef enum
{
  FULL_MATRIX,
  LOWER_HALF,
  UPPER_HALF,
  EDGE_LIST,
  NODE_LIST,
} Format;

typedef struct
{
  const char *file;
  TramaProblems *problems;
  TramaProblems *notes;
  GArray *words;
  guint at;
  gboolean bad;
  Format format;
  gboolean two_modes;
  gboolean embedded;
  gboolean no_diagonal;
  guint n_rows;
  guint n_columns;
  guint n_matrices;
  GPtrArray *rows;       /* labels */
  GPtrArray *columns;
  GPtrArray *matrices;
  GHashTable *places[2]; /* label → place + 1; of rows, of columns */
  TramaNetworkRows *ties;
} Reading;

static const Word *
peek (const Reading *reading)
{
  return reading->at < reading->words->len ? &g_array_index (reading->words, Word, reading->at)
                                           : NULL;
}

static void
complain (Reading *reading, const Word *word, const char *message, const char *expected)
{
  g_autofree char *found
      = word != NULL ? g_utf8_substring (word->text, 0, MIN (60, g_utf8_strlen (word->text, -1)))
                     : NULL;
  guint line = word != NULL ? word->line
               : reading->words->len > 0
                   ? g_array_index (reading->words, Word, reading->words->len - 1).line
                   : 0;

  if (!reading->bad)
    trama_matrix_note (reading->problems, reading->file, line, message, found, expected);
  reading->bad = TRUE;
}

/* Blanks, commas and line ends part words; in the heading "=" and ":" end one. */
static void
cut_words (char *text, GArray *words)
{
  guint line = 1;
  gboolean in_data = FALSE;

  while (*text != '\0')
    {
      Word word;
      gsize length;
      char *start = text;

      if (strchr (" \t\r\n,", *text) != NULL || (!in_data && *text == '='))
        {
          line += *text == '\n' || (*text == '\r' && text[1] != '\n');
          text++;
          continue;
        }
      if (*text == '"' || *text == '\'')
        {
          char *close = strchr (text + 1, *text);

          start++;
          length = close != NULL ? (gsize) (close - start) : strlen (start);
          text = start + length + (close != NULL);
        }
      else
        {
          length = strcspn (text, in_data ? " \t\r\n," : " \t\r\n,=:");
          text += length;
          if (!in_data && *text == ':')
            {
              length++;
              text++;
            }
        }
      word = (Word) { g_strndup (start, length), line };
      g_array_append_val (words, word);
      in_data = in_data || g_ascii_strcasecmp (word.text, "data:") == 0;
    }
}

static gboolean
is (const Word *word, const char *text)
{
  return word != NULL && g_ascii_strcasecmp (word->text, text) == 0;
}

static guint
read_size (Reading *reading)
{
  const Word *word = peek (reading);
  guint64 size;

  if (word != NULL && g_ascii_string_to_unsigned (word->text, 10, 1, MAX_VERTICES, &size, NULL))
    {
      reading->at++;
      return (guint) size;
    }
  complain (reading, word, _ ("not a number of vertices"), NULL);
  return 0;
}

static void
read_format (Reading *reading)
{
  static const struct
  {
    const char *name;
    Format format;
    gboolean two_modes;
  } formats[] = {
    { "fullmatrix", FULL_MATRIX, FALSE }, { "fm", FULL_MATRIX, FALSE },
    { "lowerhalf", LOWER_HALF, FALSE },   { "lh", LOWER_HALF, FALSE },
    { "upperhalf", UPPER_HALF, FALSE },   { "uh", UPPER_HALF, FALSE },
    { "edgelist1", EDGE_LIST, FALSE },    { "el1", EDGE_LIST, FALSE },
    { "edgelist2", EDGE_LIST, TRUE },     { "el2", EDGE_LIST, TRUE },
    { "nodelist1", NODE_LIST, FALSE },    { "nl1", NODE_LIST, FALSE },
    { "nodelist2", NODE_LIST, TRUE },     { "nl2", NODE_LIST, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (is (peek (reading), formats[i].name))
      {
        reading->format = formats[i].format;
        reading->two_modes = reading->two_modes || formats[i].two_modes;
        reading->at++;
        return;
      }
  complain (reading, peek (reading), _ ("not a format that can be read"),
            "fullmatrix, lowerhalf, upperhalf, edgelist1, edgelist2, nodelist1, nodelist2");
}

static gboolean
is_heading (const Word *word)
{
  static const char *const words[] = { "labels:", "labels", "row",   "column", "col",
                                       "matrix",  "level",  "data:", "format", "diagonal" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is (word, words[i]))
      return TRUE;
  return FALSE;
}

static void
read_labels (Reading *reading, GPtrArray *labels, guint most)
{
  while (!reading->bad && peek (reading) != NULL && !is (peek (reading), "data:"))
    {
      if (labels->len >= most)
        {
          if (!is_heading (peek (reading)))
            complain (reading, peek (reading), _ ("more labels than vertices"), NULL);
          return;
        }
      g_ptr_array_add (labels, g_strdup (peek (reading)->text));
      reading->at++;
    }
}

/* "row labels:", "labels embedded", "labels:"; @which: NULL or the word before. */
static void
begin_labels (Reading *reading, const Word *which)
{
  if (is (peek (reading), "embedded") || is (peek (reading), "embedded:"))
    {
      reading->at++;
      reading->embedded = TRUE;
    }
  else if (which == NULL || is (which, "row"))
    read_labels (reading, reading->rows, reading->n_rows);
  else if (is (which, "column") || is (which, "col"))
    read_labels (reading, reading->columns, reading->n_columns);
  else
    read_labels (reading, reading->matrices, reading->n_matrices);
}

static void
read_heading (Reading *reading)
{
  const Word *which = NULL;
  const Word *word;

  if (is (peek (reading), "dl"))
    reading->at++;
  while (!reading->bad && (word = peek (reading)) != NULL && !is (word, "data:"))
    {
      const Word *before = which;

      reading->at++;
      which = NULL;
      if (is (word, "n"))
        reading->n_rows = reading->n_columns = read_size (reading);
      else if (is (word, "nr"))
        reading->n_rows = read_size (reading);
      else if (is (word, "nc"))
        reading->n_columns = read_size (reading);
      else if (is (word, "nm"))
        reading->n_matrices = read_size (reading);
      else if (is (word, "format"))
        read_format (reading);
      else if (is (word, "diagonal"))
        {
          reading->no_diagonal = is (peek (reading), "absent");
          reading->at++;
        }
      else if (is (word, "row") || is (word, "column") || is (word, "col") || is (word, "matrix")
               || is (word, "level"))
        which = word;
      else if (is (word, "labels:") || is (word, "labels"))
        begin_labels (reading, before);
      else
        complain (reading, word, _ ("this word is not known here"), "n=, format=, labels:, data:");
      if (is (word, "nr") || is (word, "nc"))
        reading->two_modes = TRUE;
    }
  if (reading->bad)
    return;
  if (peek (reading) == NULL)
    complain (reading, NULL, _ ("the file ends before its data"), "data:");
  else if (reading->n_rows == 0 || reading->n_columns == 0)
    complain (reading, peek (reading), _ ("it is not said how many vertices there are"), "n=");
  reading->at++;
}

/* By label where they are embedded or there are any, else by number. −1 with a message. */
static int
find_place (Reading *reading, const Word *word, guint which)
{
  GPtrArray *labels = which == 1 && reading->two_modes ? reading->columns : reading->rows;
  GHashTable *places = reading->places[which == 1 && reading->two_modes ? 1 : 0];
  guint most = which == 1 ? reading->n_columns : reading->n_rows;
  gpointer place = g_hash_table_lookup (places, word->text);
  guint64 number;

  if (place != NULL)
    return (int) GPOINTER_TO_UINT (place) - 1;
  if (!reading->embedded && g_ascii_string_to_unsigned (word->text, 10, 1, most, &number, NULL))
    return (int) number - 1;
  if (reading->embedded && labels->len < most)
    {
      g_ptr_array_add (labels, g_strdup (word->text));
      g_hash_table_insert (places, labels->pdata[labels->len - 1], GUINT_TO_POINTER (labels->len));
      return (int) labels->len - 1;
    }
  complain (reading, word, _ ("not a vertex of the network"), NULL);
  return -1;
}

static char *
id_of (const Reading *reading, guint which, guint place)
{
  return g_strdup_printf ("%s%u", !reading->two_modes ? "" : which == 0 ? "r" : "c", place + 1);
}

static const char *
category_of (const Reading *reading, guint matrix, char *buffer, gsize size)
{
  if (reading->n_matrices < 2)
    return NULL;
  if (matrix < reading->matrices->len)
    return reading->matrices->pdata[matrix];
  g_snprintf (buffer, size, "%u", matrix + 1);
  return buffer;
}

static void
add_tie (Reading *reading, guint line, guint from, guint to, const char *value, guint matrix)
{
  g_autofree char *from_id = id_of (reading, 0, from);
  g_autofree char *to_id = id_of (reading, 1, to);
  char buffer[16];

  trama_network_rows_begin (reading->ties, line, from_id, to_id);
  trama_network_rows_set (reading->ties, trama_network_rows_column (reading->ties, "value"), value);
  if (reading->n_matrices > 1)
    trama_network_rows_set (reading->ties, trama_network_rows_column (reading->ties, "category"),
                            category_of (reading, matrix, buffer, sizeof buffer));
}

/* One line: who, then to whom, and of an edge its value; a "!" alone begins the next matrix. */
static void
read_list (Reading *reading)
{
  guint matrix = 0;

  while (!reading->bad && peek (reading) != NULL)
    {
      const Word *first = peek (reading);
      guint line = first->line;
      int from;

      reading->at++;
      if (strcmp (first->text, "!") == 0)
        {
          matrix++;
          continue;
        }
      from = find_place (reading, first, 0);
      if (from < 0)
        return;
      if (reading->format == EDGE_LIST && (peek (reading) == NULL || peek (reading)->line != line))
        {
          complain (reading, first, _ ("a tie with one end only"), NULL);
          return;
        }
      while (peek (reading) != NULL && peek (reading)->line == line)
        {
          int to = find_place (reading, peek (reading), 1);
          const Word *value;

          reading->at++;
          if (to < 0)
            return;
          value = reading->format == EDGE_LIST ? peek (reading) : NULL;
          if (value != NULL && value->line != line)
            value = NULL;
          if (value != NULL && !trama_matrix_is_value (value->text))
            {
              complain (reading, value, _ ("not a number"), NULL);
              return;
            }
          if (value != NULL)
            reading->at++;
          add_tie (reading, line, (guint) from, (guint) to, value != NULL ? value->text : NULL,
                   matrix);
        }
    }
}

static gboolean
has_cell (const Reading *reading, guint row, guint column)
{
  if (reading->no_diagonal && row == column)
    return FALSE;
  return reading->format == FULL_MATRIX || (reading->format == LOWER_HALF && column <= row)
         || (reading->format == UPPER_HALF && column >= row);
}

static void
read_embedded_labels (Reading *reading, GPtrArray *labels, guint n)
{
  g_ptr_array_set_size (labels, 0);
  for (guint i = 0; i < n && peek (reading) != NULL; i++, reading->at++)
    g_ptr_array_add (labels, g_strdup (peek (reading)->text));
}

static void
read_matrix (Reading *reading, guint number)
{
  gsize size = (gsize) reading->n_rows * reading->n_columns;
  g_autofree const char **cells = g_new (const char *, size);
  g_autofree guint *lines = g_new0 (guint, reading->n_rows);
  g_autoptr (GPtrArray) row_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) column_ids = g_ptr_array_new_with_free_func (g_free);
  char buffer[16];
  TramaMatrix matrix;

  if (reading->embedded)
    read_embedded_labels (reading, reading->two_modes ? reading->columns : reading->rows,
                          reading->n_columns);
  for (guint i = 0; i < reading->n_rows && !reading->bad; i++)
    {
      if (reading->embedded && peek (reading) != NULL)
        {
          if (reading->two_modes && reading->rows->len <= i)
            g_ptr_array_add (reading->rows, g_strdup (peek (reading)->text));
          reading->at++;
        }
      for (guint k = 0; k < reading->n_columns; k++)
        {
          const Word *word = peek (reading);

          cells[(gsize) i * reading->n_columns + k] = "";
          if (!has_cell (reading, i, k))
            continue;
          if (word == NULL || !trama_matrix_is_value (word->text))
            {
              complain (reading, word,
                        word == NULL ? _ ("the matrix ends too early") : _ ("not a number"), NULL);
              return;
            }
          lines[i] = word->line;
          cells[(gsize) i * reading->n_columns + k] = word->text;
          reading->at++;
        }
      g_ptr_array_add (row_ids, id_of (reading, 0, i));
    }
  for (guint k = 0; k < reading->n_columns; k++)
    g_ptr_array_add (column_ids, id_of (reading, 1, k));
  matrix = (TramaMatrix) {
    .file = reading->file,
    .category = category_of (reading, number, buffer, sizeof buffer),
    .n_rows = reading->n_rows,
    .n_columns = reading->n_columns,
    .row_ids = (const char *const *) row_ids->pdata,
    .column_ids = (const char *const *) column_ids->pdata,
    .cells = cells,
    .lines = lines,
    .two_modes = reading->two_modes,
  };
  if (!reading->bad && trama_matrix_add_ties (&matrix, reading->ties) && number == 0)
    trama_matrix_note (reading->notes, reading->file, 0,
                       _ ("the matrix is symmetric: each pair becomes one tie"), NULL, NULL);
}

static void
read_data (Reading *reading)
{
  if (reading->format == EDGE_LIST || reading->format == NODE_LIST)
    {
      read_list (reading);
      return;
    }
  if (reading->n_rows > MAX_MATRIX || reading->n_columns > MAX_MATRIX
      || (reading->format != FULL_MATRIX && reading->two_modes))
    {
      complain (reading, peek (reading), _ ("a matrix that is too large"),
                _ ("at most 5000 rows and columns, or a list"));
      return;
    }
  for (guint i = 0; i < reading->n_matrices && !reading->bad; i++)
    read_matrix (reading, i);
  if (!reading->bad && peek (reading) != NULL)
    complain (reading, peek (reading), _ ("more numbers than the matrix has cells"), NULL);
}

static void
index_labels (Reading *reading, GPtrArray *labels, guint which)
{
  for (guint i = 0; i < labels->len; i++)
    if (!g_hash_table_insert (reading->places[which], labels->pdata[i], GUINT_TO_POINTER (i + 1)))
      {
        Word word = { labels->pdata[i], 0 };

        complain (reading, &word, _ ("a name is given twice"), NULL);
        return;
      }
}

static void
add_vertices (const Reading *reading, TramaNetworkRows *vertices, guint which)
{
  const GPtrArray *labels = which == 1 ? reading->columns : reading->rows;
  guint n = which == 1 ? reading->n_columns : reading->n_rows;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = id_of (reading, which, i);
      const char *label = i < labels->len ? labels->pdata[i] : id;

      trama_network_rows_begin (vertices, 1, id, *label != '\0' ? label : id);
      if (reading->two_modes)
        trama_network_rows_set (vertices, trama_network_rows_column (vertices, "kind"),
                                which == 0 ? "row" : "column");
    }
}

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

gboolean
trama_dl_is_meant (const char *name, const char *bytes, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  return g_str_has_suffix (lower, ".dl")
         || (length > 3 && g_ascii_strncasecmp (bytes, "dl", 2) == 0
             && strchr (" \t\r\n", bytes[2]) != NULL);
}

static void
read_text (Reading *reading, TramaNetworkSheets *sheets)
{
  g_autoptr (TramaNetworkRows) vertices = trama_network_rows_new ("id", "name");

  read_heading (reading);
  if (!reading->bad)
    index_labels (reading, reading->rows, 0);
  if (!reading->bad && reading->two_modes)
    index_labels (reading, reading->columns, 1);
  if (!reading->bad && !reading->two_modes && reading->n_rows != reading->n_columns)
    complain (reading, NULL, _ ("it is not said how many vertices there are"), "n=");
  if (!reading->bad)
    read_data (reading);
  if (reading->bad)
    return;
  add_vertices (reading, vertices, 0);
  if (reading->two_modes)
    add_vertices (reading, vertices, 1);
  *sheets = (TramaNetworkSheets) {
    .vertices = trama_network_rows_finish (vertices, reading->file),
    .ties = trama_network_rows_finish (reading->ties, reading->file),
    .code_column = -1,
  };
}

gboolean
trama_dl_read (const char *bytes, gsize length, const char *name, const char *encoding,
               TramaNetworkSheets *sheets, TramaProblems *problems, TramaProblems *notes)
{
  g_auto (TramaTextEncoding) found = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) matrices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) of_rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) of_columns = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TramaNetworkRows) ties = trama_network_rows_new ("from", "to");
  Reading reading = {
    .file = name,
    .problems = problems,
    .notes = notes,
    .words = words,
    .n_matrices = 1,
    .rows = rows,
    .columns = columns,
    .matrices = matrices,
    .places = { of_rows, of_columns },
    .ties = ties,
  };
  TramaProblem *problem = NULL;
  gsize text_length;

  g_array_set_clear_func (words, clear_word);
  *sheets = (TramaNetworkSheets) { .code_column = -1 };
  if (length > MAX_BYTES)
    {
      complain (&reading, NULL, _ ("the file is too large"), "64 MiB");
      return FALSE;
    }
  text = trama_text_decode (bytes, length, encoding, &found, &text_length, &problem);
  if (text == NULL)
    {
      problem->file = g_strdup (name);
      trama_problems_add (problems, problem);
      return FALSE;
    }
  cut_words (text, words);
  read_text (&reading, sheets);
  return sheets->vertices != NULL;
}
