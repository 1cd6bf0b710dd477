/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a file is told with its place; nothing half is ever read. */

#include "store-fixture.h"
#include "trama-record-json.h"

#define HEADER \
  "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"saves\":[],\"records\":[\n"
#define PORTFOLIO "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"Test\"}"
#define FIRM "{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\"}"
#define TAIL "\n]}\n"

typedef struct
{
  const char *name;
  const char *text;
  int n;              /* how many problems there are */
  guint line;         /* of the first; 0: none */
  const char *field;  /* NULL: none */
  const char *found;  /* part of it; NULL: none */
  const char *expected;
  const char *message;
} Case;

static const Case cases[] = {
  /* The file as a whole. */
  { "empty", "", 1, 0, NULL, NULL, NULL, "empty" },
  { "no JSON", "hello", 1, 1, NULL, NULL, NULL, "not a JSON object" },
  { "other JSON", "{\"a\":1}", 1, 1, NULL, NULL, NULL, "no list “records”" },
  { "a list", "[1,2]\n", 1, 1, NULL, NULL, NULL, "not a JSON object" },
  { "byte order mark", "\xef\xbb\xbf" HEADER PORTFOLIO TAIL, 1, 1, NULL, NULL, NULL,
    "byte order mark" },
  { "another format", "{\"format\":\"other\",\"records\":[\n" PORTFOLIO TAIL, 1, 1, "format",
    "\"other\"", "\"trama\"", "no portfolio" },
  { "version 0", "{\"format\":\"trama\",\"version\":0,\"records\":[\n]}\n", 1, 1, "version", "0",
    "1", "not a version" },
  { "version as text", "{\"format\":\"trama\",\"version\":\"1\",\"records\":[\n]}\n", 1, 1,
    "version", "\"1\"", "1", "not a version" },
  { "no document", "{\"format\":\"trama\",\"version\":1,\"records\":[\n" PORTFOLIO TAIL, 1, 1,
    "document", "nothing", "16 characters", "not an id" },
  { "bad saves",
    "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"saves\":[\"a b\"],"
    "\"records\":[\n" PORTFOLIO TAIL,
    1, 1, "saves", "\"a b\"", "letters and digits", "not the name of a save" },
  { "saves no list",
    "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"saves\":1,"
    "\"records\":[\n" PORTFOLIO TAIL,
    1, 1, "saves", "1", "a list", "not a list" },
  { "records twice",
    "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"records\":[],"
    "\"records\":[\n" PORTFOLIO TAIL,
    1, 1, NULL, NULL, NULL, "“records” is given twice" },
  { "records no list",
    "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"records\":{}}\n", 1, 1,
    NULL, NULL, NULL, "not a list" },
  { "cut after the header", HEADER, 1, 2, NULL, NULL, NULL, "cut short" },
  { "cut in a record", HEADER PORTFOLIO ",\n{\"record\":\"fi", 2, 3, "record", "\"fi", "sound JSON",
    "not valid JSON" },
  { "cut behind a member", HEADER PORTFOLIO ",\n{\"record\":\"firm\",", 2, 3, NULL, NULL,
    "sound JSON", "cut short" },
  { "comma too many", HEADER PORTFOLIO ",\n{\"record\":\"firm\",}" TAIL, 1, 3, NULL, NULL, NULL,
    "not valid JSON" },
  { "cut before the end", HEADER PORTFOLIO "\n", 1, 3, NULL, NULL, NULL, "cut short" },
  { "more behind", HEADER PORTFOLIO TAIL "x", 1, 3, NULL, NULL, NULL, "follows the records" },
  { "comma at the end", HEADER PORTFOLIO "," TAIL, 1, 2, NULL, NULL, NULL, "after the last" },
  { "comma missing", HEADER PORTFOLIO "\n" FIRM TAIL, 1, 2, NULL, NULL, NULL, "is missing" },
  { "comment", HEADER "// note\n" PORTFOLIO TAIL, 2, 2, NULL, NULL, NULL, "not valid JSON" },
  { "no portfolio", HEADER FIRM TAIL, 1, 0, NULL, NULL, "exactly one", "no portfolio record" },
  { "two portfolios",
    HEADER PORTFOLIO
    ",\n{\"record\":\"portfolio\",\"id\":\"qqqqqqqqqqqqqqqq\",\"title\":\"T\"}" TAIL,
    1, 3, NULL, NULL, "exactly one", "second portfolio" },
  { "none at all", HEADER "]}\n", 1, 0, NULL, NULL, "exactly one", "no portfolio record" },

  /* Records. */
  { "no record", HEADER PORTFOLIO ",\n7" TAIL, 1, 3, NULL, "7", "an object", "not a record" },
  { "unknown kind", HEADER PORTFOLIO ",\n{\"record\":\"planet\",\"id\":\"ffffffffffffffff\"}" TAIL,
    1, 3, "record", "\"planet\"", "this version knows", "unknown kind" },
  { "no kind", HEADER PORTFOLIO ",\n{\"id\":\"ffffffffffffffff\"}" TAIL, 1, 3, "record", NULL,
    "this version knows", "unknown kind" },
  { "bad id", HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"FFFF\",\"name\":\"x\"}" TAIL, 1, 3,
    "id", "\"FFFF\"", "16 characters", "not an id" },
  { "id twice", HEADER PORTFOLIO ",\n" FIRM ",\n" FIRM TAIL, 1, 4, "id", "ffffffffffffffff",
    "line 3", "given twice" },
  { "id twice, another kind",
    HEADER PORTFOLIO ",\n" FIRM
                     ",\n{\"record\":\"person\",\"id\":\"ffffffffffffffff\",\"name\":\"P\"}" TAIL,
    1, 4, "id", "ffffffffffffffff", "line 3", "given twice" },
  { "member twice",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"name\":\"y\"}" TAIL,
    1, 3, "name", "\"y\"", "once", "“name” is given twice" },
  { "bad UTF-8",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"\xff\"}" TAIL,
    1, 3, "name", "\"\xef\xbf\xbd\"", "sound JSON", "UTF-8" },
  { "NUL in a text",
    HEADER PORTFOLIO
    ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"a\\u0000b\"}" TAIL,
    1, 3, "name", "\"a\\u0000b\"", "sound JSON", "NUL" },
  { "lone surrogate",
    HEADER PORTFOLIO
    ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"a\\ud800b\"}" TAIL,
    1, 3, "name", "ud800", "sound JSON", "not valid JSON" },
  { "required and missing",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\"}" TAIL, 1, 3, "name",
    NULL, "a value", "missing" },
  { "empty text",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"\"}" TAIL, 1,
    3, "name", "\"\"", "not empty", "not a text" },
  { "null",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":null}" TAIL, 1,
    3, "name", "null", "not empty", "not a text" },
  { "impossible day",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"founded\":\"2023-02-29\"}" TAIL,
    1, 3, "founded", "\"2023-02-29\"", "2026-06-30", "not a date" },
  { "month 13",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"founded\":\"2024-13-01\"}" TAIL,
    1, 3, "founded", "\"2024-13-01\"", "2026-06-30", "not a date" },
  { "date as number",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"founded\":2024}" TAIL,
    1, 3, "founded", "2024", "2026-06-30", "not a date" },
  { "latitude too large",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"latitude\":90.5}" TAIL,
    1, 3, "latitude", "90.5", "from -90 to 90", "out of range" },
  { "number beyond doubles",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"latitude\":1e400}" TAIL,
    1, 3, "latitude", "1e400", "sound JSON", "not valid JSON" },
  { "not a number",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"latitude\":NaN}" TAIL,
    1, 3, "latitude", "NaN", "sound JSON", "not valid JSON" },
  { "a half where whole numbers are",
    "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"records\":[\n"
    "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"T\","
    "\"fiscal_year_start\":1.5}" TAIL,
    1, 2, "fiscal_year_start", "1.5", "whole number", "not a whole number" },
  { "integer beyond 64 bits",
    HEADER "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"T\","
           "\"fiscal_year_start\":18446744073709551616}" TAIL,
    1, 2, "fiscal_year_start", "18446744073709551616", "sound JSON", "too large" },
  { "not a truth",
    HEADER "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"T\","
           "\"illustration\":\"yes\"}" TAIL,
    1, 2, "illustration", "\"yes\"", "true or false", "not true or false" },
  { "not a choice",
    HEADER "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"T\","
           "\"confidentiality\":\"secret\"}" TAIL,
    1, 2, "confidentiality", "\"secret\"", "“strict”", "not one of the choices" },
  { "vague where a day is wanted",
    HEADER "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"T\","
           "\"shown_at\":\"2026-06\"}" TAIL,
    1, 2, "shown_at", "\"2026-06\"", "a day", "not a day" },
  { "band the wrong way round",
    HEADER PORTFOLIO ",\n{\"record\":\"cluster\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"firms\":{\"from\":20,\"to\":10}}" TAIL,
    1, 3, "firms", "{\"from\":20,\"to\":10}", "from", "not a number or band" },
  { "band with a stranger",
    HEADER PORTFOLIO ",\n{\"record\":\"cluster\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"firms\":{\"from\":20,\"about\":10}}" TAIL,
    1, 3, "firms", "about", "from", "not a number or band" },
  { "band out of range",
    HEADER PORTFOLIO ",\n{\"record\":\"cluster\",\"id\":\"ffffffffffffffff\",\"name\":\"x\","
                     "\"micro_share\":{\"from\":20,\"to\":101}}" TAIL,
    1, 3, "micro_share", "101", "from 0 to 100", "out of range" },
  { "money in halves",
    HEADER PORTFOLIO
    ",\n" FIRM ",\n{\"record\":\"firm-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
    "\"ffffffffffffffff\",\"date\":\"2024\",\"sales\":{\"minor\":1.5,\"currency\":\"USD\"}}" TAIL,
    1, 4, "sales", "1.5", "minor", "not an amount" },
  { "money without currency",
    HEADER PORTFOLIO ",\n" FIRM
                     ",\n{\"record\":\"firm-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
                     "\"ffffffffffffffff\",\"date\":\"2024\",\"sales\":{\"minor\":1}}" TAIL,
    1, 4, "sales", "minor", "currency", "not an amount" },
  { "money in a strange currency",
    HEADER PORTFOLIO
    ",\n" FIRM ",\n{\"record\":\"firm-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
    "\"ffffffffffffffff\",\"date\":\"2024\",\"sales\":{\"minor\":1,\"currency\":\"usd\"}}" TAIL,
    1, 4, "sales", "usd", "currency", "not an amount" },
  { "money below zero",
    HEADER PORTFOLIO
    ",\n" FIRM ",\n{\"record\":\"firm-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
    "\"ffffffffffffffff\",\"date\":\"2024\",\"sales\":{\"minor\":-1,\"currency\":\"USD\"}}" TAIL,
    1, 4, "sales", "-1", "from 0 to 9000000000000000", "out of range" },
  { "band of money below zero",
    HEADER PORTFOLIO ",\n" FIRM
                     ",\n{\"record\":\"firm-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
                     "\"ffffffffffffffff\",\"date\":\"2024\",\"sales\":{\"from\":-5,\"to\":5,"
                     "\"currency\":\"USD\"}}" TAIL,
    1, 4, "sales", "-5", "in minor units from 0", "out of range" },
  { "more money than there is",
    HEADER PORTFOLIO ",\n" FIRM
                     ",\n{\"record\":\"firm-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
                     "\"ffffffffffffffff\",\"date\":\"2024\",\"sales\":{\"minor\":9000000000000001,"
                     "\"currency\":\"USD\"}}" TAIL,
    1, 4, "sales", "9000000000000001", "to 9000000000000000", "out of range" },
  { "not a moment",
    HEADER "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"T\","
           "\"entered\":\"2024-01-01\"}" TAIL,
    1, 2, "entered", "\"2024-01-01\"", "T10:11:12Z", "not a moment" },
  { "too deep",
    HEADER "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"T\",\"later\":"
           "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
           "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
           "}" TAIL,
    1, 2, "later", "[[[[", "sound JSON", "nested more than" },

  /* References. */
  { "leads nowhere",
    HEADER PORTFOLIO ",\n{\"record\":\"tier-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
                     "\"ffffffffffffffff\",\"date\":\"2024\",\"tier\":\"leading\"}" TAIL,
    1, 3, "firm", "ffffffffffffffff", "kind: firm", "not there" },
  { "another kind",
    HEADER PORTFOLIO ",\n{\"record\":\"tier-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
                     "\"pppppppppppppppp\",\"date\":\"2024\",\"tier\":\"leading\"}" TAIL,
    1, 3, "firm", "the portfolio on line 2", "kind: firm", "of another kind" },
  { "in a set",
    HEADER PORTFOLIO
    ",\n" FIRM ",\n{\"record\":\"programme\",\"id\":\"gggggggggggggggg\",\"name\":\"G\"},\n"
    "{\"record\":\"activity\",\"id\":\"aaaaaaaaaaaaaaaa\",\"programme\":\"gggggggggggggggg\","
    "\"kind\":\"meeting\",\"date\":\"2024\",\"participants\":[\"ffffffffffffffff\","
    "\"zzzzzzzzzzzzzzzz\"]}" TAIL,
    1, 5, "participants", "zzzzzzzzzzzzzzzz", "kind: firm", "not there" },
  { "twice in a set",
    HEADER PORTFOLIO
    ",\n" FIRM ",\n{\"record\":\"programme\",\"id\":\"gggggggggggggggg\",\"name\":\"G\"},\n"
    "{\"record\":\"activity\",\"id\":\"aaaaaaaaaaaaaaaa\",\"programme\":\"gggggggggggggggg\","
    "\"kind\":\"meeting\",\"date\":\"2024\",\"participants\":[\"ffffffffffffffff\","
    "\"ffffffffffffffff\"]}" TAIL,
    1, 5, "participants", "ffffffffffffffff", "once", "given twice" },
  /* Only the faulty record is reported, not those that refer to it. */
  { "to a faulty record",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":3},\n"
                     "{\"record\":\"tier-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
                     "\"ffffffffffffffff\",\"date\":\"2024\",\"tier\":\"leading\"}" TAIL,
    1, 3, "name", "3", "a text", "not a text" },
  { "several",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":3,"
                     "\"founded\":\"x\",\"latitude\":\"y\"},\n{\"record\":\"person\"}" TAIL,
    4, 3, "name", "3", "a text", "not a text" },
};

static void
assert_part (const Case *item, const char *text, const char *part)
{
  if (part == NULL)
    g_assert_cmpstr (text, ==, NULL);
  else if (text == NULL || strstr (text, part) == NULL)
    g_error ("%s: “%s” is not part of “%s”", item->name, part, text);
}

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *item = &cases[i];
      g_autoptr (TramaProblems) problems = trama_problems_new (1000);
      g_autoptr (GError) error = NULL;
      const TramaProblem *problem;
      TramaStoreFile *file = trama_store_read_text (item->text, strlen (item->text), "bad.trama",
                                                    problems, NULL, NULL, NULL, &error);

      g_test_message ("%s: %s", item->name, error != NULL ? error->message : "");
      g_assert_null (file);
      g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
      g_assert_cmpuint (trama_problems_count (problems), ==, item->n);
      problem = trama_problems_get (problems, 0);
      g_assert_cmpstr (problem->file, ==, "bad.trama");
      g_assert_cmpuint (problem->line, ==, item->line);
      g_assert_cmpstr (problem->field, ==, item->field);
      assert_part (item, problem->message, item->message);
      assert_part (item, problem->found, item->found);
      assert_part (item, problem->expected, item->expected);
      /* The error says as much as the first problem does. */
      g_assert_true (g_str_has_prefix (error->message, "bad.trama"));
      g_assert_nonnull (strstr (error->message, item->message));
    }
}

/* The table takes each of these as the sound part of a file. */
static void
test_sound (void)
{
  static const char *const texts[] = {
    HEADER PORTFOLIO TAIL,
    HEADER PORTFOLIO ",\n" FIRM TAIL,
    /* Without the last newline; not in order. */
    HEADER PORTFOLIO "\n]}",
    HEADER FIRM ",\n" PORTFOLIO TAIL,
    /* Reformatted. */
    "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"records\":[" PORTFOLIO
    "]}",
    "{\r\n \"version\" : 1,\r\n \"format\" : \"trama\",\r\n\"records\" :\r\n[\r\n" PORTFOLIO
    "\r\n,\r\n" FIRM "\r\n], \"document\":\"aaaabbbbccccdddd\" }\r\n",
    HEADER PORTFOLIO "\n,\n" FIRM "\n]\n}\n",
    HEADER "\n\n" PORTFOLIO "\n\n]}\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TramaStoreFile) file = trama_store_read_text (texts[i], strlen (texts[i]), NULL,
                                                               NULL, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (trama_version_portfolio (file->version)->title, ==, "Test");
      g_assert_cmpuint (trama_version_size (file->version), ==,
                        strstr (texts[i], "Botas") != NULL ? 2 : 1);
      {
        g_autofree char *id = trama_id_dup_text (file->document);

        g_assert_cmpstr (id, ==, "aaaabbbbccccdddd");
      }
    }
}

static void
test_newer (void)
{
  static const char text[]
      = "{\"format\":\"trama\",\"version\":2,\"document\":{\"all\":\"different\"},\"records\":[\n"
        "{\"what\":\"ever\"}" TAIL;
  g_autoptr (TramaProblems) problems = trama_problems_new (10);
  g_autoptr (GError) error = NULL;

  g_assert_null (trama_store_read_text (text, strlen (text), "later.trama", problems, NULL, NULL,
                                        NULL, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "later.trama"));
  g_assert_nonnull (strstr (error->message, "newer version"));
  g_assert_nonnull (strstr (error->message, "version 2"));
  g_assert_cmpuint (trama_problems_count (problems), ==, 0);
}

/* What a later version may have added stays where it is. */
static void
test_unknown_members (void)
{
  static const char text[]
      = "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"saves\":[\"1\"],"
        "\"later\":{\"x\":[1,2.5,null]},\"and\":\"ü\",\"records\":[\n"
        "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"T\","
        "\"colour\":{\"of\":[\"the\",true]},\"n\":1e-7}" TAIL;
  g_autoptr (TramaStoreFile) file
      = trama_store_read_text (text, strlen (text), NULL, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (TramaVersion) changed = NULL;
  g_autoptr (GString) written = NULL;

  g_assert_nonnull (file);
  changed = with_note (file->version, "n");
  written = trama_store_write_text (file, changed, NULL);
  g_assert_nonnull (
      strstr (written->str, ",\"later\":{\"x\":[1,2.5,null]},\"and\":\"ü\",\"records\""));
  g_assert_nonnull (strstr (written->str, ",\"colour\":{\"of\":[\"the\",true]},\"n\":1e-7}"));
}

static void
test_saves (void)
{
  g_autoptr (TramaVersion) version = random_portfolio (6, 10);
  TramaStoreFile *file = trama_store_file_new (version, TRAMA_ID_NONE);
  g_autofree char *second = NULL;
  g_autofree char *last = NULL;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *note = g_strdup_printf ("%d", i);
      g_autoptr (TramaVersion) next = with_note (file->version, note);
      g_autoptr (GString) text = trama_store_write_text (file, next, NULL);
      TramaStoreFile *read
          = trama_store_read_text (text->str, text->len, NULL, NULL, NULL, NULL, NULL, NULL);

      g_assert_nonnull (read);
      g_assert_cmpuint (g_strv_length (read->saves), ==, MIN (i + 1, TRAMA_STORE_MAX_SAVES));
      trama_store_file_unref (file);
      file = read;
    }
  /* Somebody edits the file by hand: that is one of its ancestors, too. */
  {
    g_autoptr (GString) text = trama_store_write_text (file, file->version, NULL);
    g_autoptr (TramaStoreFile) edited = NULL;
    g_autoptr (TramaStoreFile) read = NULL;
    g_autoptr (GString) again = NULL;
    guint n;

    last = g_strdup (file->saves[TRAMA_STORE_MAX_SAVES - 1]);
    g_string_replace (text, "\"note\":\"59\"", "\"note\":\"sixty\"", 1);
    edited = trama_store_read_text (text->str, text->len, NULL, NULL, NULL, NULL, NULL, NULL);
    again = trama_store_write_text (edited, file->version, NULL);
    read = trama_store_read_text (again->str, again->len, NULL, NULL, NULL, NULL, NULL, NULL);
    n = g_strv_length (read->saves);
    g_assert_cmpuint (n, ==, TRAMA_STORE_MAX_SAVES);
    g_assert_cmpstr (read->saves[n - 1], ==, last);
    g_assert_cmpstr (read->saves[n - 3], ==, last);
    g_assert_cmpstr (read->saves[n - 2], !=, last);
  }
  trama_store_file_unref (file);
}

/* A fixture with one record of each kind, cut at every byte: an error, or the whole of it. */
static void
test_truncation (void)
{
  g_autoptr (TramaVersion) version = random_portfolio (7, TRAMA_N_KINDS - 1);
  g_autoptr (TramaStoreFile) base = trama_store_file_new (version, TRAMA_ID_NONE);
  g_autoptr (GString) text = trama_store_write_text (base, version, NULL);
  guint whole = 0;

  g_assert_cmpuint (text->len, <=, 24000);
  for (gsize n = 0; n <= text->len; n++)
    {
      /* A block of its own size, so that a read behind its end is noticed. */
      g_autofree char *cut = g_memdup2 (text->str, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (TramaStoreFile) file
          = trama_store_read_text (cut, n, "cut.trama", NULL, NULL, NULL, NULL, &error);

      if (file != NULL)
        {
          g_assert_true (trama_version_equal (file->version, version));
          whole++;
        }
      else
        g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
    }
  /* With its last newline and without. */
  g_assert_cmpuint (whole, ==, 2);
}

/* A byte changed anywhere: an error, or a file that can be written and read again. */
static void
test_mutation (void)
{
  g_autoptr (TramaVersion) version = random_portfolio (8, TRAMA_N_KINDS - 1);
  g_autoptr (TramaStoreFile) base = trama_store_file_new (version, TRAMA_ID_NONE);
  g_autoptr (GString) text = trama_store_write_text (base, version, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (gsize at = 0; at < text->len; at += (gsize) g_rand_int_range (rand, 1, 12))
    {
      static const char bytes[] = "\"{}[],:0-9.e\\u \nax\xc3\xff\x01";
      g_autofree char *mutant = g_memdup2 (text->str, text->len);
      g_autoptr (TramaStoreFile) file = NULL;

      mutant[at] = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      file = trama_store_read_text (mutant, text->len, NULL, NULL, NULL, NULL, NULL, NULL);
      if (file != NULL)
        {
          g_autoptr (GString) again = trama_store_write_text (file, file->version, NULL);
          g_autoptr (TramaStoreFile) back
              = trama_store_read_text (again->str, again->len, NULL, NULL, NULL, NULL, NULL, NULL);

          g_assert_nonnull (back);
          g_assert_true (trama_version_equal (back->version, file->version));
        }
    }
}

static void
test_sizes (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (TramaProblems) problems = trama_problems_new (3);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char *folder = make_folder ();
  g_autoptr (GFile) place = NULL;

  /* One record of more than the most. */
  g_string_append (text, "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"");
  for (int i = 0; i <= TRAMA_STORE_MAX_RECORD / 16; i++)
    g_string_append (text, "0123456789abcdef");
  g_string_append (text, "\"}" TAIL);
  g_assert_null (
      trama_store_read_text (text->str, text->len, NULL, problems, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "too long"));
  g_clear_error (&error);

  /* A file of more than the most is not even read. */
  path = g_build_filename (folder, "huge.trama", NULL);
  place = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, TRAMA_STORE_MAX_FILE + 1), ==, 0);
  g_assert_null (trama_store_read (place, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "too large"));
  g_clear_error (&error);

  /* What is no ordinary file, and what is not there. */
  {
    g_autoptr (GFile) itself = g_file_new_for_path (folder);
    g_autoptr (GFile) nothing = g_file_get_child (itself, "nothing");
    g_autoptr (GFile) pipe_place = g_file_get_child (itself, "pipe");

    g_assert_null (trama_store_read (itself, NULL, NULL, NULL, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
    g_clear_error (&error);
    g_assert_cmpint (mkfifo (g_file_peek_path (pipe_place), 0600), ==, 0);
    g_assert_null (trama_store_read (pipe_place, NULL, NULL, NULL, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
    g_clear_error (&error);
    g_assert_null (trama_store_read (nothing, NULL, NULL, NULL, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  }
  remove_folder (folder);
}

/* More problems than are kept: all are counted. */
static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (HEADER PORTFOLIO);
  g_autoptr (TramaProblems) problems = trama_problems_new (TRAMA_STORE_KEPT_PROBLEMS);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 1500; i++)
    g_string_append (text, ",\n{\"record\":\"planet\"}");
  g_string_append (text, TAIL);
  g_assert_null (
      trama_store_read_text (text->str, text->len, "x", problems, NULL, NULL, NULL, &error));
  g_assert_cmpuint (trama_problems_count (problems), ==, 1500);
  g_assert_cmpuint (trama_problems_n_kept (problems), ==, 1000);
  g_assert_cmpuint (trama_problems_get (problems, 999)->line, ==, 1002);
  g_assert_nonnull (strstr (error->message, "1499 more"));
}

typedef struct
{
  double last;
  guint calls;
  GCancellable *cancellable;
} Watching;

static void
on_progress (double fraction, gpointer data)
{
  Watching *watching = data;

  g_assert_cmpfloat (fraction, >=, watching->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watching->last = fraction;
  watching->calls++;
  if (watching->cancellable != NULL && watching->calls == 3)
    g_cancellable_cancel (watching->cancellable);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (TramaVersion) version = random_portfolio (9, 4000);
  g_autoptr (TramaStoreFile) base = trama_store_file_new (version, TRAMA_ID_NONE);
  g_autoptr (GString) text = trama_store_write_text (base, version, NULL);
  g_autoptr (TramaStoreFile) file = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watching watching = { 0 };
  g_autoptr (GError) error = NULL;

  file = trama_store_read_text (text->str, text->len, NULL, NULL, on_progress, &watching,
                                cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (watching.calls, >, 5);
  g_assert_cmpfloat (watching.last, ==, 1);

  watching = (Watching) { .cancellable = cancellable };
  g_assert_null (trama_store_read_text (text->str, text->len, NULL, NULL, on_progress, &watching,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watching.calls, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/read/faults", test_faults);
  g_test_add_func ("/store/read/sound", test_sound);
  g_test_add_func ("/store/read/newer", test_newer);
  g_test_add_func ("/store/read/unknown-members", test_unknown_members);
  g_test_add_func ("/store/read/saves", test_saves);
  g_test_add_func ("/store/read/truncation", test_truncation);
  g_test_add_func ("/store/read/mutation", test_mutation);
  g_test_add_func ("/store/read/sizes", test_sizes);
  g_test_add_func ("/store/read/many-problems", test_many_problems);
  g_test_add_func ("/store/read/progress-and-cancel", test_progress_and_cancel);
  return g_test_run ();
}
