/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "random-portfolio.h"
#include "trama-record-check.h"
#include "trama-record-json.h"

static char *
to_json (const TramaRecord *record)
{
  GString *out = g_string_new (NULL);

  trama_record_write_json (record, out);
  return g_string_free (out, FALSE);
}

static TramaRecord *
from_json (const char *text, TramaProblems *problems)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_auto (TramaRecordBuilder) builder = { 0 };
  const TramaJsonValue *value = trama_json_reader_parse (reader, text, strlen (text), NULL, NULL);

  g_assert_nonnull (value);
  return trama_record_read_json (&builder, value, NULL, 0, problems);
}

static void
test_json (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (TramaVersion) version = random_portfolio (seed, 200);
      g_autoptr (TramaProblems) problems = trama_problems_new (3);

      for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
        for (guint i = 0; i < trama_table_size (trama_version_table (version, kind)); i++)
          {
            const TramaRecord *record
                = trama_table_get (trama_version_table (version, (TramaKind) kind), i);
            g_autofree char *text = to_json (record);
            g_autoptr (TramaRecord) back = from_json (text, problems);
            g_autofree char *again = NULL;

            g_assert_nonnull (back);
            g_assert_true (trama_record_equal (record, back));
            again = to_json (back);
            g_assert_cmpstr (text, ==, again);
            g_assert_true (trama_record_check (record, problems));
          }
      g_assert_cmpuint (trama_problems_count (problems), ==, 0);
    }
}

/* By hand: what stands in docs/file-format.md. */
static void
test_json_by_hand (void)
{
  g_auto (TramaRecordBuilder) builder = { 0 };
  g_autoptr (TramaRecord) record = NULL;
  g_autofree char *text = NULL;
  TramaFirmReading *reading;
  TramaId id;

  g_assert_true (trama_id_parse ("aaaabbbbccccdddd", 16, &id));
  trama_record_builder_begin (&builder, TRAMA_KIND_FIRM_READING, id);
  reading = (TramaFirmReading *) builder.draft;
  reading->firm = id;
  g_assert_true (trama_date_parse ("2024-06~", 8, &reading->date));
  reading->employment = (TramaBand) { 10, 19 };
  reading->women = (TramaBand) { 5, INFINITY };
  reading->export_share = trama_band_exact (12.5);
  reading->sales = (TramaMoney) { 100000, 250000, "USD" };
  reading->source = "said \"so\"";
  builder.draft->entered = 1782864000;
  builder.draft->entered_by = "Ana";
  builder.draft->extra = "\"later\":[1]";
  record = trama_record_builder_finish (&builder);
  text = to_json (record);
  g_assert_cmpstr (text, ==,
                   "{\"record\":\"firm-reading\",\"id\":\"aaaabbbbccccdddd\","
                   "\"firm\":\"aaaabbbbccccdddd\",\"date\":\"2024-06~\","
                   "\"employment\":{\"from\":10,\"to\":19},\"women\":{\"from\":5},"
                   "\"sales\":{\"from\":100000,\"to\":250000,\"currency\":\"USD\"},"
                   "\"export_share\":12.5,\"source\":\"said \\\"so\\\"\","
                   "\"entered\":\"2026-07-01T00:00:00Z\",\"entered_by\":\"Ana\","
                   "\"later\":[1]}");
}

/* Records differ in any field, in who and when, in what is unknown to this version. */
static void
test_equality (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (TramaVersion) version = random_portfolio (5, 120);
  g_auto (TramaRecordBuilder) builder = { 0 };

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      const TramaKindInfo *info = trama_kind_info ((TramaKind) kind);
      const TramaRecord *record
          = trama_table_get (trama_version_table (version, (TramaKind) kind), 0);
      g_autoptr (TramaRecord) copy = NULL;

      trama_record_builder_begin_copy (&builder, record);
      copy = trama_record_builder_finish (&builder);
      g_assert_true (copy != record);
      g_assert_true (trama_record_equal (copy, record));
      for (guint i = 0; i < info->n_fields + 3; i++)
        {
          g_autoptr (TramaRecord) other = NULL;

          trama_record_builder_begin_copy (&builder, record);
          if (i == info->n_fields)
            builder.draft->entered++;
          else if (i == info->n_fields + 1)
            builder.draft->entered_by = "Somebody else";
          else if (i == info->n_fields + 2)
            builder.draft->extra = "\"x\":0";
          else if (trama_record_field_is_known (record, &info->fields[i]))
            trama_record_builder_set_unknown (&builder, &info->fields[i]);
          else
            continue;
          other = trama_record_builder_finish (&builder);
          g_assert_false (trama_record_equal (other, record));
          g_assert_false (trama_record_equal (record, other));
          for (guint j = 0; j < info->n_fields; j++)
            g_assert_true (trama_record_field_equal (record, other, &info->fields[j]) == (i != j));
        }
      g_assert_false (trama_record_equal (record, NULL));
    }
  g_assert_true (trama_record_equal (NULL, NULL));
}

/* The finished record owns what the draft only borrowed. */
static void
test_builder (void)
{
  g_auto (TramaRecordBuilder) builder = { 0 };
  g_autoptr (TramaRecord) record = NULL;
  g_autoptr (TramaRecord) changed = NULL;
  char name[] = "Botas Real";
  TramaId ids[3], id;

  g_assert_true (trama_id_parse ("bbbbbbbbbbbbbbbb", 16, &ids[0]));
  g_assert_true (trama_id_parse ("aaaaaaaaaaaaaaaa", 16, &ids[1]));
  ids[2] = ids[0];
  g_assert_true (trama_id_parse ("cccccccccccccccc", 16, &id));
  trama_record_builder_begin (&builder, TRAMA_KIND_ACTIVITY, id);
  ((TramaActivity *) builder.draft)->title = name;
  ((TramaActivity *) builder.draft)->place = "";
  ((TramaActivity *) builder.draft)->participants = trama_record_builder_ids (&builder, ids, 3);
  record = trama_record_builder_finish (&builder);
  memset (name, 'x', strlen (name));
  trama_record_builder_begin_copy (&builder, record);
  ((TramaActivity *) builder.draft)->note = "n";
  changed = trama_record_builder_finish (&builder);
  trama_record_builder_clear (&builder);

  g_assert_cmpstr (((TramaActivity *) record)->title, ==, "Botas Real");
  g_assert_null (((TramaActivity *) record)->place);
  g_assert_null (((TramaActivity *) record)->note);
  g_assert_cmpuint (((TramaActivity *) record)->participants.n, ==, 2);
  g_assert_true (trama_id_equal (((TramaActivity *) record)->participants.ids[0], ids[1]));
  g_assert_true (trama_ids_contain (((TramaActivity *) record)->participants, ids[0]));
  g_assert_false (trama_ids_contain (((TramaActivity *) record)->participants, id));
  g_clear_pointer (&record, trama_record_unref);
  g_assert_cmpstr (((TramaActivity *) changed)->title, ==, "Botas Real");
  g_assert_cmpstr (((TramaActivity *) changed)->note, ==, "n");
  g_assert_cmpuint (((TramaActivity *) changed)->participants.n, ==, 2);
}

typedef struct
{
  TramaKind kind;
  const char *field;
  const char *text;
  const char *prose; /* NULL: refused */
} Parsed;

static const Parsed parsed[] = {
  { TRAMA_KIND_FIRM, "name", "  Botas  ", "Botas" },
  { TRAMA_KIND_FIRM, "founded", "2024-06", "June 2024" },
  { TRAMA_KIND_FIRM, "founded", "2024-06-31", NULL },
  { TRAMA_KIND_FIRM, "founded", "", "not recorded" },
  { TRAMA_KIND_PORTFOLIO, "shown_at", "2024-06", NULL },
  { TRAMA_KIND_PORTFOLIO, "shown_at", "2024-06-30", "30 June 2024" },
  { TRAMA_KIND_CLOSED_MONTH, "month", "2024-06", "June 2024" },
  { TRAMA_KIND_CLOSED_MONTH, "month", "2024-06~", NULL },
  { TRAMA_KIND_CLOSED_MONTH, "month", "2024-06-01", NULL },
  { TRAMA_KIND_PORTFOLIO, "fiscal_year_start", "4", "4" },
  { TRAMA_KIND_PORTFOLIO, "fiscal_year_start", "13", NULL },
  { TRAMA_KIND_PORTFOLIO, "fiscal_year_start", "4.5", NULL },
  { TRAMA_KIND_PORTFOLIO, "fiscal_year_start", "four", NULL },
  { TRAMA_KIND_FIRM, "latitude", "-33.45", "−33.45 °" },
  { TRAMA_KIND_FIRM, "latitude", "-91", NULL },
  { TRAMA_KIND_LINKAGE, "value", "1e300", NULL },
  { TRAMA_KIND_LINKAGE, "value", "nan", NULL },
  { TRAMA_KIND_LINKAGE, "value", "1e400", NULL },
  { TRAMA_KIND_LINKAGE, "value", "0x1p3x", NULL },
  { TRAMA_KIND_FIRM_READING, "employment", "20", "20 people" },
  { TRAMA_KIND_FIRM_READING, "employment", "10-19", "10–19 people" },
  { TRAMA_KIND_FIRM_READING, "employment", "10–19", "10–19 people" },
  { TRAMA_KIND_FIRM_READING, "employment", "50+", "50 or more people" },
  { TRAMA_KIND_FIRM_READING, "employment", "<10", "up to 10 people" },
  { TRAMA_KIND_FIRM_READING, "employment", "19-10", NULL },
  { TRAMA_KIND_FIRM_READING, "employment", "-5", NULL },
  { TRAMA_KIND_FIRM_READING, "employment", "many", NULL },
  { TRAMA_KIND_FIRM_READING, "sales", "USD 12.50", "USD 12.50" },
  { TRAMA_KIND_FIRM_READING, "sales", "CLP 1200", "CLP 1,200" },
  { TRAMA_KIND_FIRM_READING, "sales", "CLP 12.5", NULL },
  { TRAMA_KIND_FIRM_READING, "sales", "USD 12.505", NULL },
  { TRAMA_KIND_FIRM_READING, "sales", "USD 1000-2000", "USD 1,000–2,000" },
  { TRAMA_KIND_FIRM_READING, "sales", "USD 1000+", NULL },
  { TRAMA_KIND_FIRM_READING, "sales", "12.50", NULL },
  { TRAMA_KIND_FIRM_READING, "sales", "usd 12", NULL },
  { TRAMA_KIND_FIRM, "registered", "yes", "yes" },
  { TRAMA_KIND_FIRM, "registered", "No", "no" },
  { TRAMA_KIND_FIRM, "registered", "true", "yes" },
  { TRAMA_KIND_FIRM, "registered", "perhaps", NULL },
  { TRAMA_KIND_FIRM, "owner_sex", "joint", "Women and men jointly" },
  { TRAMA_KIND_FIRM, "owner_sex", "Women and men jointly", "Women and men jointly" },
  { TRAMA_KIND_FIRM, "owner_sex", "other", NULL },
  { TRAMA_KIND_FIRM, "cluster", "abc", NULL },
};

static void
test_parse (void)
{
  g_auto (TramaRecordBuilder) builder = { 0 };
  TramaId id;

  g_assert_true (trama_id_parse ("cccccccccccccccc", 16, &id));
  for (guint i = 0; i < G_N_ELEMENTS (parsed); i++)
    {
      const Parsed *item = &parsed[i];
      const TramaField *field = trama_kind_field (item->kind, item->field, strlen (item->field));
      g_autofree char *expected = NULL;
      g_autofree char *prose = NULL;

      trama_record_builder_begin (&builder, item->kind, id);
      if (trama_record_builder_parse (&builder, field, item->text, &expected)
          != (item->prose != NULL))
        g_error ("%s “%s”", item->field, item->text);
      prose = trama_record_field_to_prose (builder.draft, field);
      if (item->prose != NULL)
        {
          g_assert_cmpstr (prose, ==, item->prose);
          g_assert_null (expected);
        }
      else
        {
          /* What was refused leaves no trace, and says what would do. */
          if (field->type != TRAMA_FIELD_REF)
            g_assert_cmpstr (prose, ==, "not recorded");
          g_assert_nonnull (expected);
        }
    }
}

static double
any_double (GRand *rand)
{
  static const double odd[] = { 0, 1, -1, 100, 1e300, 9.3e18, NAN, INFINITY, -INFINITY };

  return odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];
}

/* Writes anything at all into a field, as a careless caller might. */
static void
spoil (GRand *rand, TramaRecordBuilder *builder, const TramaField *field)
{
  static const char *const texts[] = { NULL, "", "\xff", "sound", "\xc3" };
  static const char *const currencies[] = { "", "USD", "US", "usd" };
  gpointer member = (char *) builder->draft + field->offset;

  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      *(const char **) member = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
      break;
    case TRAMA_FIELD_DATE:
      *(TramaDate *) member = (TramaDate) { .first = g_rand_int_range (rand, -200000, 200000),
                                            .last = g_rand_int_range (rand, -200000, 200000),
                                            .form = (guint8) g_rand_int_range (rand, 0, 6),
                                            .about = (guint8) g_rand_int_range (rand, 0, 2) };
      break;
    case TRAMA_FIELD_INTEGER:
      *(gint64 *) member = g_rand_int_range (rand, -100, 3000);
      break;
    case TRAMA_FIELD_DECIMAL:
      *(double *) member = any_double (rand);
      break;
    case TRAMA_FIELD_BAND:
      *(TramaBand *) member = (TramaBand) { any_double (rand), any_double (rand) };
      break;
    case TRAMA_FIELD_MONEY:
      {
        TramaMoney money = { g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 0, 3), "" };

        g_strlcpy (money.currency, currencies[g_rand_int_range (rand, 0, 4)], 4);
        *(TramaMoney *) member = money;
        break;
      }
    case TRAMA_FIELD_TRUTH:
    case TRAMA_FIELD_CHOICE:
      *(guint8 *) member = (guint8) g_rand_int_range (rand, 0, 9);
      break;
    case TRAMA_FIELD_REF:
      *(TramaId *) member = (TramaId) { g_rand_int (rand), g_rand_int (rand) };
      break;
    case TRAMA_FIELD_REFS:
    default:
      break;
    }
}

/* What the check lets by can be written and read; what it stops is never asked to. */
static void
test_check (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (TramaVersion) version = random_portfolio (6, 100);
  g_auto (TramaRecordBuilder) builder = { 0 };
  guint sound = 0, stopped = 0;

  for (int i = 0; i < 20000; i++)
    {
      TramaKind kind = (TramaKind) g_rand_int_range (rand, 1, TRAMA_N_KINDS);
      const TramaKindInfo *info = trama_kind_info (kind);
      g_autoptr (TramaProblems) problems = trama_problems_new (3);
      g_autoptr (TramaRecord) record = NULL;

      trama_record_builder_begin_copy (&builder,
                                       trama_table_get (trama_version_table (version, kind), 0));
      spoil (rand, &builder, &info->fields[g_rand_int_range (rand, 0, (gint32) info->n_fields)]);
      record = trama_record_builder_finish (&builder);
      if (trama_record_check (record, problems))
        {
          g_autofree char *text = to_json (record);
          g_autoptr (TramaRecord) back = from_json (text, problems);

          if (back == NULL || !trama_record_equal (record, back))
            g_error ("%s", text);
          sound++;
        }
      else
        {
          g_assert_cmpuint (trama_problems_count (problems), >, 0);
          stopped++;
        }
    }
  g_assert_cmpuint (sound, >, 2000);
  g_assert_cmpuint (stopped, >, 2000);
}

static void
test_moments (void)
{
  static const struct
  {
    gint64 seconds;
    const char *text;
  } known[] = {
    { 0, "1970-01-01T00:00:00Z" },
    { -1, "1969-12-31T23:59:59Z" },
    { 1782864000, "2026-07-01T00:00:00Z" },
    { 951827696, "2000-02-29T12:34:56Z" },
  };
  static const char *const bad[] = { "",
                                     "2026-07-01",
                                     "2026-07-01 00:00:00Z",
                                     "2026-07-01T00:00:00",
                                     "2026-07-01T24:00:00Z",
                                     "2026-07-01T00:60:00Z",
                                     "2026-07-01T00:00:60Z",
                                     "2026-06-31T00:00:00Z",
                                     "2026-07-01T00:00:00+01:00" };
  gint64 seconds;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      trama_moment_append (out, known[i].seconds);
      g_assert_cmpstr (out->str, ==, known[i].text);
      g_assert_true (trama_moment_parse (known[i].text, &seconds));
      g_assert_cmpint (seconds, ==, known[i].seconds);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (trama_moment_parse (bad[i], &seconds));
  g_assert_false (trama_moment_parse (NULL, &seconds));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record/json", test_json);
  g_test_add_func ("/model/record/json-by-hand", test_json_by_hand);
  g_test_add_func ("/model/record/equality", test_equality);
  g_test_add_func ("/model/record/builder", test_builder);
  g_test_add_func ("/model/record/parse", test_parse);
  g_test_add_func ("/model/record/check", test_check);
  g_test_add_func ("/model/record/moments", test_moments);
  return g_test_run ();
}
