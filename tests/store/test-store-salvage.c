/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is sound of a damaged file is kept, and all that is not is told. */

#include "store-fixture.h"
#include "trama-record-json.h"
#include "trama-store-salvage.h"

#define HEADER \
  "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"saves\":[\"1\"]," \
  "\"records\":[\n"
#define PORTFOLIO "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"title\":\"Test\"}"
#define FIRM "{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\"}"
#define READING(value) \
  "{\"record\":\"tier-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":\"ffffffffffffffff\"," \
  "\"date\":\"2024\"," value "}"
#define TIER "\"tier\":\"leading\""
#define TAIL "\n]}\n"

typedef struct
{
  const char *name;
  const char *text;
  guint kept;       /* records */
  guint n;          /* what was left out */
  guint line;       /* of the first; 0: none */
  const char *what; /* part of the first's text */
  const char *also; /* part of the second's; NULL: none */
} Case;

static const Case cases[] = {
  { "in order", HEADER PORTFOLIO ",\n" FIRM TAIL, 2, 0, 0, NULL, NULL },
  { "a value",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\","
                     "\"founded\":\"2023-02-29\",\"place\":\"León\"}" TAIL,
    2, 1, 3, "firm “Botas Real” (ffffffffffffffff), founded: the value is left out: not a date",
    NULL },
  { "two values",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\","
                     "\"latitude\":91,\"longitude\":1e400}" TAIL,
    2, 2, 3, "longitude: the value is left out: not valid JSON", "latitude" },
  { "a member twice",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\","
                     "\"place\":\"A\",\"place\":\"B\"}" TAIL,
    2, 1, 3, "place: the value is left out: the member “place” is given twice", NULL },
  { "bad UTF-8",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\","
                     "\"place\":\"L\xff\"}" TAIL,
    2, 1, 3, "place", NULL },
  { "too deep",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\","
                     "\"later\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                     "[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
                     "}" TAIL,
    2, 1, 3, "later: the value is left out: nested more than", NULL },
  { "money below zero",
    HEADER PORTFOLIO
    ",\n" FIRM ",\n{\"record\":\"firm-reading\",\"id\":\"rrrrrrrrrrrrrrrr\",\"firm\":"
    "\"ffffffffffffffff\",\"date\":\"2024\",\"sales\":{\"minor\":-1,\"currency\":\"USD\"}}" TAIL,
    3, 1, 4, "sales: the value is left out: out of range", NULL },
  { "what is required",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":7}" TAIL, 1, 1,
    3, "name: the whole record is left out: not a text", NULL },
  { "what is required and missing",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\"}" TAIL, 1, 1, 3,
    "name: the whole record is left out: missing", NULL },
  { "what belonged to it",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\"},\n" READING (TIER) TAIL,
    1, 2, 3, "the whole record", "tier-reading (rrrrrrrrrrrrrrrr), firm: the whole record" },
  { "a reference that may go",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\","
                     "\"cluster\":\"cccccccccccccccc\"}" TAIL,
    2, 1, 3, "cluster: the reference is left out", NULL },
  { "of another kind",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas Real\","
                     "\"cluster\":\"pppppppppppppppp\"}" TAIL,
    2, 1, 3, "cluster: the reference is left out", NULL },
  { "out of a set",
    HEADER PORTFOLIO
    ",\n" FIRM ",\n{\"record\":\"programme\",\"id\":\"gggggggggggggggg\",\"name\":\"G\"},\n"
    "{\"record\":\"activity\",\"id\":\"aaaaaaaaaaaaaaaa\",\"programme\":\"gggggggggggggggg\","
    "\"kind\":\"meeting\",\"date\":\"2024\",\"participants\":[\"ffffffffffffffff\","
    "\"zzzzzzzzzzzzzzzz\"]}" TAIL,
    4, 1, 5, "participants: the reference is left out", NULL },
  { "an id twice", HEADER PORTFOLIO ",\n" FIRM ",\n" FIRM TAIL, 2, 1, 4, "stands on line 3", NULL },
  { "an id of two",
    HEADER PORTFOLIO ",\n" FIRM
                     ",\n{\"record\":\"person\",\"id\":\"ffffffffffffffff\",\"name\":\"P\"}" TAIL,
    2, 1, 4, "that of the record on line 3", NULL },
  { "an unknown kind",
    HEADER PORTFOLIO ",\n{\"record\":\"planet\",\"id\":\"ffffffffffffffff\"}" TAIL, 1, 1, 3,
    "the whole record is left out: unknown kind", NULL },
  { "no portfolio", HEADER FIRM TAIL, 2, 1, 0, "the portfolio has no title", NULL },
  { "a portfolio without a title",
    HEADER "{\"record\":\"portfolio\",\"id\":\"pppppppppppppppp\",\"currency\":\"USD\"}" TAIL, 1, 1,
    2, "portfolio (pppppppppppppppp), title: the portfolio has no title", NULL },
  { "two portfolios",
    HEADER PORTFOLIO
    ",\n{\"record\":\"portfolio\",\"id\":\"qqqqqqqqqqqqqqqq\",\"title\":\"T\"}" TAIL,
    1, 1, 3, "second portfolio", NULL },
  /* The structure. */
  { "cut between records", HEADER PORTFOLIO ",\n" FIRM ",\n", 2, 1, 4, "ends too early", NULL },
  { "cut in a record",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Bo", 1, 2, 3,
    "firm (ffffffffffffffff), name: the whole record is left out", "ends too early" },
  { "cut behind what is required",
    HEADER PORTFOLIO ",\n{\"record\":\"firm\",\"id\":\"ffffffffffffffff\",\"name\":\"Botas "
                     "Real\",\"pla",
    2, 2, 3, "a part of the record is left out: not a member", "ends too early" },
  { "no commas", HEADER PORTFOLIO "\n" FIRM TAIL, 2, 0, 0, NULL, NULL },
  { "rubbish between", HEADER PORTFOLIO ",\nrubbish,\n" FIRM TAIL, 2, 1, 3, "it is no record",
    NULL },
  { "rubbish first", HEADER "rubbish,\n" PORTFOLIO ",\n" FIRM TAIL, 2, 1, 2, "it is no record",
    NULL },
  { "rubbish last", HEADER PORTFOLIO ",\n" FIRM "\nrubbish", 2, 2, 4, "it is no record",
    "ends too early" },
  { "a text that does not end",
    HEADER PORTFOLIO
    ",\n{\"record\":\"person\",\"id\":\"aaaaaaaaaaaaaaaa\",\"name\":\"P},\n" FIRM TAIL,
    2, 1, 3, "person (aaaaaaaaaaaaaaaa), name: the whole record is left out", NULL },
  { "a brace too many",
    HEADER PORTFOLIO
    ",\n{\"record\":\"person\",\"id\":\"aaaaaaaaaaaaaaaa\",\"name\":\"P\",\"x\":{},"
    "\n" FIRM TAIL,
    3, 1, 3, "cut short", NULL },
  { "reformatted and broken",
    "{ \"format\": \"trama\",\n \"version\": 1, \"document\": \"aaaabbbbccccdddd\",\n \"records\": "
    "[ {\n \"record\": \"portfolio\",\n \"id\": \"pppppppppppppppp\", \"title\": \"Test\" }, {\n"
    " \"record\": \"firm\", \"id\": \"ffffffffffffffff\",\n \"name\": \"Botas Real\", } ]",
    2, 0, 0, NULL, NULL },
  /* The header. */
  { "no document id",
    "{\"format\":\"trama\",\"version\":1,\"document\":\"AA\",\"records\":[\n" PORTFOLIO TAIL, 1, 1,
    1, "document: the document’s id is left out", NULL },
  { "a damaged header",
    "{\"fo\xffmat\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\","
    "\"records\":[\n" PORTFOLIO TAIL,
    1, 2, 1, "UTF-8", "format: it does not say" },
  { "saves that are none",
    "{\"format\":\"trama\",\"version\":1,\"document\":\"aaaabbbbccccdddd\",\"saves\":[\"a b\"],"
    "\"records\":[\n" PORTFOLIO TAIL,
    1, 1, 1, "saves", NULL },
  { "no version",
    "{\"format\":\"trama\",\"version\":\"?\",\"document\":\"aaaabbbbccccdddd\",\"records\":["
    "\n" PORTFOLIO TAIL,
    1, 1, 1, "version: it does not say", NULL },
};

static void
assert_told (const Case *item, const TramaProblems *left_out, guint index, const char *part)
{
  g_autofree char *text = NULL;

  if (part == NULL)
    return;
  text = trama_problem_to_text (trama_problems_get (left_out, index));
  if (strstr (text, part) == NULL)
    g_error ("%s: “%s” is not part of “%s”", item->name, part, text);
}

/* It can be written and read again. */
static void
assert_sound (TramaStoreFile *file)
{
  g_autoptr (GString) text = trama_store_write_text (file, file->version, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaStoreFile) back
      = trama_store_read_text (text->str, text->len, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (trama_version_equal (file->version, back->version));
}

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *item = &cases[i];
      g_autoptr (TramaProblems) left_out = trama_problems_new (100);
      g_autoptr (GError) error = NULL;
      g_autoptr (TramaStoreFile) file = trama_store_salvage_text (
          item->text, strlen (item->text), "bad.trama", left_out, NULL, &error);

      for (guint j = 0; j < trama_problems_n_kept (left_out); j++)
        {
          g_autofree char *text = trama_problem_to_text (trama_problems_get (left_out, j));

          g_test_message ("%s: %s", item->name, text);
        }
      g_assert_no_error (error);
      g_assert_cmpuint (trama_problems_count (left_out), ==, item->n);
      g_assert_cmpuint (trama_version_size (file->version), ==, item->kept);
      assert_told (item, left_out, 0, item->what);
      assert_told (item, left_out, 1, item->also);
      if (item->n > 0)
        g_assert_cmpuint (trama_problems_get (left_out, 0)->line, ==, item->line);
      g_assert_null (file->place != NULL && item->n > 0 ? file->place : NULL);
      assert_sound (file);
    }
}

/* What is no portfolio, and what a newer version wrote, is not taken for one. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } texts[] = {
    { "", TRAMA_ERROR_INPUT },
    { "hello", TRAMA_ERROR_INPUT },
    { "{\"a\":1}", TRAMA_ERROR_INPUT },
    { "{\"format\":\"other\",\"version\":1,\"records\":[\n" PORTFOLIO TAIL, TRAMA_ERROR_INPUT },
    { HEADER "{\"record\":\"firm\"}" TAIL, TRAMA_ERROR_INPUT },
    { "{\"format\":\"trama\",\"version\":2,\"document\":\"aaaabbbbccccdddd\",\"records\":["
      "\n" PORTFOLIO ",\n{\"record\"" TAIL,
      TRAMA_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (trama_store_salvage_text (texts[i].text, strlen (texts[i].text), "no.trama",
                                               NULL, NULL, &error));
      g_assert_error (error, TRAMA_ERROR, texts[i].code);
      g_assert_nonnull (strstr (error->message, "no.trama"));
    }
}

/* Damage to one line costs what stands on it and what depends on that; the rest is as it was. */
static void
test_damage (void)
{
  static const char bytes[] = "\"{}[],:0-9.e\\u \nax\xc3\xff\x01";
  g_autoptr (TramaVersion) version = random_portfolio (8, 120);
  g_autoptr (TramaStoreFile) base = trama_store_file_new (version, TRAMA_ID_NONE);
  g_autoptr (GString) text = trama_store_write_text (base, version, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  const char *records = strstr (text->str, "\"records\"");

  for (int round = 0; round < 400; round++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
      g_autofree char *damaged = g_memdup2 (text->str, text->len);
      g_autoptr (TramaProblems) left_out = trama_problems_new (1000);
      g_autoptr (GError) error = NULL;
      g_autoptr (TramaStoreFile) file = NULL;

      damaged[at] = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      file = trama_store_salvage_text (damaged, text->len, "x", left_out, NULL, &error);
      if (file == NULL)
        {
          /* Only where it no longer says what it is. */
          g_assert_true (damaged + at < damaged + (records - text->str));
          continue;
        }
      assert_sound (file);
      g_assert_cmpuint (trama_version_size (file->version), >=, 1);
      if (trama_problems_count (left_out) == 0)
        g_assert_cmpuint (trama_version_size (file->version), ==, trama_version_size (version));
      /* A record on another line that refers to nothing is as it was. */
      for (guint i = 0;
           i < trama_table_size (trama_version_table (version, TRAMA_KIND_EXCHANGE_RATE)); i++)
        {
          const TramaRecord *record
              = trama_table_get (trama_version_table (version, TRAMA_KIND_EXCHANGE_RATE), i);
          const TramaRecord *found = TRAMA_FIND (file->version, EXCHANGE_RATE, record->id);
          g_autoptr (GString) line = g_string_new (NULL);
          const char *place;

          trama_record_write_json (record, line);
          place = strstr (text->str, line->str);
          if (text->str + at < place - 3 || text->str + at > place + line->len + 3)
            g_assert_true (trama_record_equal (found, record));
        }
    }
}

/* Cut anywhere: what was whole before the cut is kept. */
static void
test_truncation (void)
{
  g_autoptr (TramaVersion) version = random_portfolio (7, TRAMA_N_KINDS - 1);
  g_autoptr (TramaStoreFile) base = trama_store_file_new (version, TRAMA_ID_NONE);
  g_autoptr (GString) text = trama_store_write_text (base, version, NULL);
  guint before = 0;

  for (gsize n = 300; n < text->len; n += 37)
    {
      g_autofree char *cut = g_memdup2 (text->str, n);
      g_autoptr (TramaStoreFile) file = trama_store_salvage_text (cut, n, "cut", NULL, NULL, NULL);

      if (file == NULL)
        continue;
      assert_sound (file);
      g_assert_cmpuint (trama_version_size (file->version) + 12, >=, before);
      before = MAX (before, trama_version_size (file->version));
    }
  g_assert_cmpuint (before, >=, TRAMA_N_KINDS - 3);
}

static void
test_place (void)
{
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "damaged.trama", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (TramaProblems) left_out = trama_problems_new (10);
  g_autoptr (TramaStoreFile) file = NULL;
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autoptr (GError) error = NULL;
  static const char text[] = HEADER PORTFOLIO ",\nrubbish" TAIL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = trama_store_salvage (place, left_out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trama_problems_count (left_out), ==, 1);
  /* It would have to be asked for twice to take the place of the damaged one. */
  saved = trama_store_save (file, file->version, place, TRAMA_STORE_SAVE_PLAIN, NULL, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_null (saved);
  after = read_whole (path);
  g_assert_cmpstr (after, ==, text);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/salvage/faults", test_faults);
  g_test_add_func ("/store/salvage/refused", test_refused);
  g_test_add_func ("/store/salvage/damage", test_damage);
  g_test_add_func ("/store/salvage/truncation", test_truncation);
  g_test_add_func ("/store/salvage/place", test_place);
  return g_test_run ();
}
