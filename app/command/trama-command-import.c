/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-csv-dialect.h"
#include "trama-import.h"
#include "trama-store-save.h"

#define SHOWN_PROBLEMS 100
/* More than any format reads; it keeps a device or an endless pipe from being read to the end. */
#define MAX_FILE (256 << 20)
#define BUFFER (64 << 10)

/* The command line as it was given. */
typedef struct
{
  char *out;
  char *into;
  char *map;
  char *title;
  char *author;
  char *others;
  char *encoding;
  char *delimiter;
  char *decimal;
  char *dates;
  char *currency;
  gboolean dry_run;
  gboolean force;
  gboolean strict;
} Request;

static void
request_clear (Request *request)
{
  char **texts[] = { &request->out,     &request->into,   &request->map,      &request->title,
                     &request->author,  &request->others, &request->encoding, &request->delimiter,
                     &request->decimal, &request->dates,  &request->currency };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
print_problems (const TramaProblems *problems, const char *lead)
{
  guint kept = trama_problems_n_kept (problems);

  for (guint i = 0; i < kept; i++)
    {
      g_autofree char *text = trama_problem_to_text (trama_problems_get (problems, i));

      trama_command_complain ("%s%s", lead, text);
    }
  if (trama_problems_count (problems) > kept)
    {
      g_autofree char *rest
          = g_strdup_printf (_ ("and %u more"), trama_problems_count (problems) - kept);

      trama_command_complain ("%s%s", lead, rest);
    }
}

/* NULL with a message. (transfer full) */
static GBytes *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree char *buffer = g_malloc (BUFFER);
  gssize n = -1;

  while (stream != NULL && all->len <= MAX_FILE
         && (n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, BUFFER, NULL, &error)) > 0)
    g_byte_array_append (all, (const guint8 *) buffer, (guint) n);
  if (n == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&all));
  trama_command_complain ("%s: %s", path,
                          error != NULL ? error->message : _ ("the file is too large"));
  return NULL;
}

/* Which of @words stands behind an option, from 1; 0: the option was not given; −1, with a message:
 * another word was. */
static int
read_word (const char *option, const char *given, const char *const *words)
{
  g_autofree char *list = NULL;

  if (given == NULL)
    return 0;
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], given) == 0)
      return i + 1;
  list = g_strjoinv (", ", (char **) words);
  trama_command_misused ("import", _ ("--%s: found “%s”, expected one of: %s"), option, given,
                         list);
  return -1;
}

static gboolean
read_delimiter (const Request *request, TramaImportOptions *options)
{
  if (request->delimiter == NULL)
    return TRUE;
  options->reading.delimiter = trama_csv_delimiter_from_name (request->delimiter);
  if (options->reading.delimiter != 0)
    return TRUE;
  trama_command_misused ("import", _ ("--%s: found “%s”, expected one of: %s"), "delimiter",
                         request->delimiter, "comma, semicolon, tab, bar, none");
  return FALSE;
}

static gboolean
read_currency (const Request *request, TramaImportOptions *options)
{
  if (request->currency == NULL)
    return TRUE;
  if (trama_currency_is_valid (request->currency))
    {
      memcpy (options->reading.currency, request->currency, 4);
      return TRUE;
    }
  trama_command_misused ("import", _ ("--%s: found “%s”, expected one of: %s"), "currency",
                         request->currency, "USD, EUR, PKR …");
  return FALSE;
}

/* Reads the words of the command line. FALSE with a message. */
static gboolean
read_request (const Request *request, TramaImportOptions *options)
{
  static const char *const decimals[] = { "point", "comma", NULL };
  static const char *const orders[] = { "day-month-year", "month-day-year", NULL };
  static const char *const others[] = { "firm", "institution", "person", NULL };
  static const TramaKind kinds[]
      = { TRAMA_KIND_NONE, TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION, TRAMA_KIND_PERSON };
  int decimal = read_word ("decimal", request->decimal, decimals);
  int dates = read_word ("dates", request->dates, orders);
  int other = read_word ("others", request->others, others);

  if (decimal < 0 || dates < 0 || other < 0 || !read_delimiter (request, options)
      || !read_currency (request, options))
    return FALSE;
  options->reading.decimal = (TramaDecimal) decimal;
  options->reading.dates = (TramaDateOrder) dates;
  options->reading.encoding = request->encoding;
  options->others = kinds[other];
  options->title = request->title;
  options->author = request->author;
  options->strict = request->strict;
  return TRUE;
}

/* The moment stamped on records: only one that is the same on every run, or none. */
static gint64
get_when (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;

  if (epoch != NULL)
    g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64 / 2, &seconds, NULL);
  return seconds;
}

/* Puts the result where it belongs. Exit code. */
static int
save (const Request *request, TramaStoreFile *base, const TramaImportResult *result)
{
  g_autoptr (GFile) place
      = g_file_new_for_commandline_arg (request->into != NULL ? request->into : request->out);
  g_autoptr (TramaStoreFile) own
      = base == NULL ? trama_store_file_new (result->version, result->document) : NULL;
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;

  saved = trama_store_save (base != NULL ? base : own, result->version, place,
                            request->force ? TRAMA_STORE_SAVE_REPLACE : TRAMA_STORE_SAVE_PLAIN,
                            &warning, NULL, &error);
  if (warning != NULL)
    trama_command_complain ("%s", warning);
  if (saved == NULL)
    {
      trama_command_complain ("%s", error->message);
      return TRAMA_EXIT_INPUT;
    }
  g_print (_ ("Written: %s\n"), request->into != NULL ? request->into : request->out);
  return TRAMA_EXIT_DONE;
}

static int
tell (const Request *request, TramaStoreFile *base, const TramaImportResult *result)
{
  print_problems (result->notes, _ ("note: "));
  if (trama_problems_count (result->problems) > 0)
    {
      print_problems (result->problems, "");
      trama_command_complain ("%s", _ ("nothing was written"));
      return TRAMA_EXIT_INPUT;
    }
  for (guint i = 0; i < result->summary->len; i++)
    g_print ("%s\n", (const char *) result->summary->pdata[i]);
  if (result->changes == NULL)
    {
      g_print ("%s\n", _ ("Nothing is new; nothing was written."));
      return TRAMA_EXIT_DONE;
    }
  if (request->dry_run)
    {
      g_print ("%s\n", _ ("A dry run; nothing was written."));
      return TRAMA_EXIT_DONE;
    }
  return save (request, base, result);
}

static int
bring_in (const Request *request, const TramaImportOptions *options, char **paths)
{
  g_autoptr (TramaImport) import = trama_import_new ();
  g_autoptr (TramaStoreFile) base = NULL;
  g_autoptr (TramaImportResult) result = NULL;

  for (char **path = paths; *path != NULL; path++)
    {
      g_autoptr (GBytes) bytes = read_file (*path);

      if (bytes == NULL)
        return TRAMA_EXIT_INPUT;
      trama_import_add (import, *path, bytes);
    }
  if (request->map != NULL)
    {
      g_autoptr (GBytes) bytes = read_file (request->map);

      if (bytes == NULL)
        return TRAMA_EXIT_INPUT;
      trama_import_set_map (import, request->map, bytes);
    }
  if (request->into != NULL && (base = trama_command_read (request->into)) == NULL)
    return TRAMA_EXIT_INPUT;
  result = trama_import_run (import, base != NULL ? base->version : NULL, options, SHOWN_PROBLEMS);
  return tell (request, base, result);
}

/* What is wrong with the places named; 0: nothing. */
static int
check_places (const Request *request, int n_files)
{
  g_autoptr (GFile) out = NULL;

  if (n_files < 1)
    return trama_command_misused ("import", "%s", _ ("a FILE is needed"));
  if (request->out != NULL && request->into != NULL)
    return trama_command_misused ("import", "%s", _ ("either -o or --into, not both"));
  if (request->out == NULL && request->into == NULL && !request->dry_run)
    return trama_command_misused ("import", "%s",
                                  _ ("-o OUT, --into PORTFOLIO or --dry-run is needed"));
  if (request->into != NULL && (request->title != NULL || request->force))
    return trama_command_misused ("import", "%s", _ ("--title and --force go with -o"));
  if (request->out == NULL || request->force || request->dry_run)
    return 0;
  out = g_file_new_for_commandline_arg (request->out);
  if (g_file_query_exists (out, NULL))
    return trama_command_misused (
        "import", _ ("-o: %s is there already; --force replaces it, --into adds to it"),
        request->out);
  return 0;
}

/* The file written must be none of those read, --force or not. */
static int
check_inputs (const Request *request, char **paths)
{
  g_autoptr (GFile) out = NULL;

  if (request->out == NULL)
    return 0;
  out = g_file_new_for_commandline_arg (request->out);
  for (char **path = paths; *path != NULL; path++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (*path);

      if (g_file_equal (file, out))
        return trama_command_misused ("import", _ ("-o: %s is one of the files to be read"), *path);
    }
  return 0;
}

int
trama_command_import (int argc, char **argv)
{
  g_auto (Request) request = { 0 };
  TramaImportOptions options = { .when = get_when () };
  int status = TRAMA_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.out, N_ ("The new portfolio"),
      N_ ("OUT.trama") },
    { "into", 'i', 0, G_OPTION_ARG_FILENAME, &request.into,
      N_ ("Add to this portfolio instead of beginning a new one"), N_ ("PORTFOLIO") },
    { "map", 'm', 0, G_OPTION_ARG_FILENAME, &request.map,
      N_ ("Says what columns and codes mean (JSON)"), N_ ("MAP") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &request.dry_run, N_ ("Only say what would be made"),
      NULL },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &request.force, N_ ("Replace OUT where it exists"),
      NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &request.strict, N_ ("Take every note for a fault"),
      NULL },
    { "others", 0, 0, G_OPTION_ARG_STRING, &request.others,
      N_ ("What ties name and no table has becomes a firm, institution or person"), N_ ("KIND") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &request.title,
      N_ ("The portfolio’s title; from the files’ names if not given"), N_ ("TITLE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &request.author, N_ ("Who enters the records"),
      N_ ("NAME") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &request.encoding,
      N_ ("Of files without a byte order mark; found out if not given"), N_ ("NAME") },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &request.delimiter,
      N_ ("comma, semicolon, tab, bar, none; found out if not given"), N_ ("NAME") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &request.decimal,
      N_ ("point or comma; found out if not given"), N_ ("MARK") },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &request.dates,
      N_ ("day-month-year or month-day-year; found out if not given"), N_ ("ORDER") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &request.currency, N_ ("Of amounts that name none"),
      N_ ("CODE") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE…"));

  g_option_context_set_summary (
      context,
      _ ("Brings tables (CSV), matrices and networks (GraphML, GEXF, Pajek, UCINET DL) into a "
         "portfolio: all of them, or nothing."));
  g_option_context_set_description (
      context,
      _ ("Recognised by their headers: id, name, kind (firms and institutions); from, to, value "
         "(ties);\n"
         "and any other header that is the name of a field. docs/import.md tells the rest."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if ((status = check_places (&request, argc - 1)) != 0
      || (status = check_inputs (&request, argv + 1)) != 0)
    return status;
  if (!read_request (&request, &options))
    return TRAMA_EXIT_USAGE;
  return bring_in (&request, &options, argv + 1);
}
