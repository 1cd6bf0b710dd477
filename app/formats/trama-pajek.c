/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-pajek.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "trama-pajek-network.h"
#include "trama-text-encoding.h"

/*
 * The file is read line by line. A line that begins with an asterisk opens a section, which says
 * how the lines behind it are read; "*Vertices" means the vertices themselves, or, behind a
 * "*Partition" or "*Vector", that a value for each of them follows.
 */
#define MAX_BYTES (64 << 20)
#define MAX_VERTICES 1000000

typedef enum
{
  SECTION_NONE,
  SECTION_VERTICES,
  SECTION_TIES,     /* from to value */
  SECTION_TIE_LIST, /* from to to to … */
  SECTION_MATRIX,
  SECTION_VALUES,
  SECTION_LEFT_OUT,
} Section;

typedef struct
{
  const char *file;
  guint line;
  TramaProblems *problems;
  TramaProblems *notes;
  gboolean good;
  Section section;
  gboolean has_network;
  TramaPajekNetwork *network;
  TramaPajekColumn *column; /* whose values are awaited */
  gboolean left_out; /* the next *Vertices belongs to something that is left out */
  char *relation; /* title of the ties that are being read; NULL: none */
  guint matrix_row;
} Reading;

void
trama_pajek_clear (TramaPajek *pajek)
{
  g_clear_pointer (&pajek->vertices, trama_sheet_free);
  g_clear_pointer (&pajek->ties, trama_sheet_free);
  pajek->n_partitions = 0;
}

static TramaProblem *
new_problem (const Reading *reading, const char *message, const char *found, char *expected)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (reading->file);
  problem->line = reading->line;
  problem->found = g_strndup (found, found != NULL ? MIN (strlen (found), 60) : 0);
  if (problem->found != NULL && !g_utf8_validate (problem->found, -1, NULL))
    g_clear_pointer (&problem->found, g_free);
  problem->expected = expected;
  return problem;
}

static void
complain (Reading *reading, const char *message, const char *found, char *expected)
{
  trama_problems_add (reading->problems, new_problem (reading, message, found, expected));
  reading->good = FALSE;
}

/* The next word, or text in quotes, of the line; NULL at its end. The line is written to. */
static char *
next_word (char **at)
{
  char *start = *at + strspn (*at, " \t");
  char *end;

  if (*start == '\0')
    return NULL;
  if (*start == '"')
    {
      start++;
      end = strchr (start, '"');
      if (end == NULL)
        end = start + strlen (start);
    }
  else
    end = start + strcspn (start, " \t");
  *at = *end != '\0' ? end + 1 : end;
  *end = '\0';
  return start;
}

/* A vertex's number, from 1; 0 where the word is none. */
static guint
read_vertex (Reading *reading, const char *word)
{
  guint64 number = 0;

  if (word != NULL
      && g_ascii_string_to_unsigned (word, 10, 1, reading->network->n_vertices, &number, NULL))
    return (guint) number;
  complain (reading, _ ("not a vertex of the network"), word,
            g_strdup_printf (_ ("a number from 1 to %u"), reading->network->n_vertices));
  return 0;
}

static gboolean
read_size (Reading *reading, const char *word, guint *size)
{
  guint64 number;

  if (word != NULL && g_ascii_string_to_unsigned (word, 10, 0, MAX_VERTICES, &number, NULL))
    {
      *size = (guint) number;
      return TRUE;
    }
  complain (reading, _ ("not a number of vertices"), word,
            g_strdup_printf (_ ("a number up to %d"), MAX_VERTICES));
  return FALSE;
}

static void
begin_vertices (Reading *reading, char *rest)
{
  const char *word = next_word (&rest);
  guint size;

  reading->section = SECTION_LEFT_OUT;
  if (reading->left_out || !read_size (reading, word, &size))
    return;
  if (reading->column != NULL)
    {
      if (reading->has_network && size != reading->network->n_vertices)
        complain (reading, _ ("a partition or vector of another size than the network"), word,
                  g_strdup_printf ("%u", reading->network->n_vertices));
      else if (!reading->has_network)
        complain (reading, _ ("a partition or vector before the network"), NULL, NULL);
      else
        reading->section = SECTION_VALUES;
      return;
    }
  if (reading->has_network)
    {
      complain (reading, _ ("a second network in one file"), NULL,
                g_strdup (_ ("one network in each file")));
      return;
    }
  if (next_word (&rest) != NULL)
    {
      complain (reading, _ ("a network of two modes"), NULL, g_strdup (_ ("one size only")));
      return;
    }
  reading->has_network = TRUE;
  trama_pajek_network_set_size (reading->network, size, reading->line);
  reading->section = SECTION_VERTICES;
}

static void
begin_values (Reading *reading, const char *title, gboolean is_partition)
{
  g_autofree char *clean = g_strstrip (g_strdup (title));

  if (*clean == '\0')
    {
      g_free (clean);
      clean = g_strdup (is_partition ? "partition" : "vector");
    }
  reading->column = trama_pajek_network_add_column (reading->network, clean, is_partition);
  reading->section = SECTION_NONE;
}

/* *Arcs :2 "supplies" */
static void
begin_ties (Reading *reading, char *rest, Section section)
{
  char *word = next_word (&rest);

  g_clear_pointer (&reading->relation, g_free);
  reading->column = NULL;
  reading->matrix_row = 0;
  reading->section = section;
  if (word != NULL && *word == ':')
    {
      char *title = next_word (&rest);

      reading->relation = g_strdup (title != NULL ? title : word + 1);
    }
  if (!reading->has_network)
    {
      complain (reading, _ ("ties before any vertices"), NULL, g_strdup ("*Vertices"));
      reading->section = SECTION_LEFT_OUT;
    }
}

static void
begin_section (Reading *reading, char *line)
{
  char *rest = line + 1;
  g_autofree char *word = g_ascii_strdown (next_word (&rest), -1);

  if (strcmp (word, "vertices") != 0)
    reading->left_out = FALSE;
  if (strcmp (word, "network") == 0)
    {
      reading->column = NULL;
      reading->section = SECTION_NONE;
    }
  else if (strcmp (word, "vertices") == 0)
    begin_vertices (reading, rest);
  else if (strcmp (word, "arcs") == 0 || strcmp (word, "edges") == 0)
    begin_ties (reading, rest, SECTION_TIES);
  else if (strcmp (word, "arcslist") == 0 || strcmp (word, "edgeslist") == 0)
    begin_ties (reading, rest, SECTION_TIE_LIST);
  else if (strcmp (word, "matrix") == 0)
    begin_ties (reading, rest, SECTION_MATRIX);
  else if (strcmp (word, "partition") == 0 || strcmp (word, "vector") == 0)
    begin_values (reading, rest, *word == 'p');
  else
    {
      trama_problems_add (reading->notes,
                          new_problem (reading, _ ("this section is left out"), word, NULL));
      reading->section = SECTION_LEFT_OUT;
      reading->left_out = TRUE;
      reading->column = NULL;
    }
}

static void
read_vertex_line (Reading *reading, char *line)
{
  guint number = read_vertex (reading, next_word (&line));
  const char *label = next_word (&line);

  if (number == 0)
    return;
  if (label != NULL
      && !trama_pajek_network_set_label (reading->network, number, label, reading->line))
    complain (reading, _ ("a vertex is given twice"), label, NULL);
}

static void
add_tie (Reading *reading, guint from, guint to, const char *value)
{
  trama_pajek_network_add_tie (reading->network, reading->line, from, to, value, reading->relation);
}

static gboolean
is_number (const char *word)
{
  char *end;

  return isfinite (g_ascii_strtod (word, &end)) && end != word && *end == '\0';
}

/* What stands behind an "l" among words in pairs, @first being the first of them if it was read
 * already; NULL: none. */
static const char *
find_line_label (const char *first, char *rest)
{
  const char *word = first != NULL ? first : next_word (&rest);

  while (word != NULL)
    {
      const char *value = next_word (&rest);

      if (strcmp (word, "l") == 0 || strcmp (word, "L") == 0)
        return value;
      word = next_word (&rest);
    }
  return NULL;
}

static void
read_tie_line (Reading *reading, char *line)
{
  guint from = read_vertex (reading, next_word (&line));
  guint to = from != 0 ? read_vertex (reading, next_word (&line)) : 0;
  const char *value = next_word (&line);
  const char *label = NULL;

  if (to == 0)
    return;
  /* Behind the two vertices there may be the width of the line, then words on how to draw it, and its
   * label. */
  if (value != NULL && !is_number (value))
    {
      label = find_line_label (value, line);
      value = "";
    }
  else if (value != NULL)
    label = find_line_label (NULL, line);
  trama_pajek_network_add_tie (reading->network, reading->line, from, to,
                               value != NULL ? value : "",
                               label != NULL ? label : reading->relation);
}

static void
read_tie_list_line (Reading *reading, char *line)
{
  guint from = read_vertex (reading, next_word (&line));
  const char *word;

  while (from != 0 && (word = next_word (&line)) != NULL)
    {
      guint to = read_vertex (reading, word);

      if (to == 0)
        return;
      add_tie (reading, from, to, "");
    }
}

static void
read_matrix_line (Reading *reading, char *line)
{
  guint column = 0;
  const char *word;

  if (++reading->matrix_row > reading->network->n_vertices)
    {
      complain (reading, _ ("more rows than vertices"), NULL, NULL);
      return;
    }
  while ((word = next_word (&line)) != NULL)
    {
      column++;
      if (!is_number (word))
        {
          complain (reading, _ ("not a number"), word, NULL);
          return;
        }
      if (column <= reading->network->n_vertices && g_ascii_strtod (word, NULL) != 0)
        add_tie (reading, reading->matrix_row, column, word);
    }
  if (column != reading->network->n_vertices)
    complain (reading, _ ("a row of another length than the network"), NULL,
              g_strdup_printf ("%u", reading->network->n_vertices));
}

static void
read_value_line (Reading *reading, char *line)
{
  const char *word;

  while ((word = next_word (&line)) != NULL)
    {
      if (!is_number (word))
        complain (reading, _ ("not a number"), word, NULL);
      else if (reading->column->values->len >= reading->network->n_vertices)
        complain (reading, _ ("more values than vertices"), word, NULL);
      else
        {
          g_ptr_array_add (reading->column->values, g_strdup (word));
          continue;
        }
      return;
    }
}

static void
read_line (Reading *reading, char *line)
{
  g_strstrip (line);
  if (*line == '\0' || *line == '%')
    return;
  if (*line == '*' && g_ascii_isalpha (line[1]))
    {
      begin_section (reading, line);
      return;
    }
  switch (reading->section)
    {
    case SECTION_NONE:
      complain (reading, _ ("a line outside any section"), line, g_strdup ("*Vertices"));
      break;
    case SECTION_VERTICES:
      read_vertex_line (reading, line);
      break;
    case SECTION_TIES:
      read_tie_line (reading, line);
      break;
    case SECTION_TIE_LIST:
      read_tie_list_line (reading, line);
      break;
    case SECTION_MATRIX:
      read_matrix_line (reading, line);
      break;
    case SECTION_VALUES:
      read_value_line (reading, line);
      break;
    case SECTION_LEFT_OUT:
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_lines (Reading *reading, char *text)
{
  while (*text != '\0')
    {
      char *end = text + strcspn (text, "\r\n");
      char ending = *end;

      reading->line++;
      *end = '\0';
      read_line (reading, text);
      if (ending == '\0')
        break;
      text = end + 1;
      if (ending == '\r' && *text == '\n')
        text++;
    }
}

static void
check_columns (Reading *reading)
{
  for (guint i = 0; i < reading->network->columns->len; i++)
    {
      const TramaPajekColumn *column = reading->network->columns->pdata[i];

      if (column->values->len < reading->network->n_vertices)
        complain (reading, _ ("a partition or vector ends before the last vertex"), column->title,
                  g_strdup_printf (_ ("%u values"), reading->network->n_vertices));
    }
}

gboolean
trama_pajek_is_meant (const char *name, const char *bytes, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  if (g_str_has_suffix (lower, ".net") || g_str_has_suffix (lower, ".paj"))
    return TRUE;
  return (length >= 9 && g_ascii_strncasecmp (bytes, "*Vertices", 9) == 0)
         || (length >= 8 && g_ascii_strncasecmp (bytes, "*Network", 8) == 0);
}

gboolean
trama_pajek_read (const char *bytes, gsize length, const char *name, const char *encoding,
                  TramaPajek *pajek, TramaProblems *problems, TramaProblems *notes)
{
  Reading reading = { .file = name, .problems = problems, .notes = notes, .good = TRUE };
  g_autoptr (TramaPajekNetwork) network = trama_pajek_network_new (name);
  g_auto (TramaTextEncoding) found = { 0 };
  g_autofree char *text = NULL;
  TramaProblem *problem = NULL;
  gsize text_length;

  g_return_val_if_fail (pajek != NULL && problems != NULL && notes != NULL, FALSE);

  *pajek = (TramaPajek) { 0 };
  if (length > MAX_BYTES)
    {
      complain (&reading, _ ("the file is too large"), NULL,
                g_strdup_printf (_ ("at most %u MiB"), MAX_BYTES >> 20));
      return FALSE;
    }
  text = trama_text_decode (bytes, length, encoding, &found, &text_length, &problem);
  if (text == NULL)
    {
      problem->file = g_strdup (name);
      trama_problems_add (problems, problem);
      return FALSE;
    }
  reading.network = network;
  read_lines (&reading, text);
  if (!reading.has_network && reading.good)
    complain (&reading, _ ("no network in this file"), NULL, g_strdup ("*Vertices"));
  check_columns (&reading);
  if (reading.good)
    trama_pajek_network_finish (network, pajek);
  g_free (reading.relation);
  return pajek->vertices != NULL;
}
