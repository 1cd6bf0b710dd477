/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Methods that are answered by records: tiers of firms, the profile of a testing centre, shocks,
 * power, the broker's independence. Answers worked out by hand.
 */
#include "fixture.h"

static char *
outcome_at (TramaVersion *version, const char *subject, const char *method, const char *day)
{
  g_autoptr (TramaEvaluation) evaluation = evaluate_at (version, subject, method, day);

  return g_strdup (trama_finding_id (evaluation->finding));
}

static void
assert_outcome (TramaVersion *version, const char *subject, const char *method, const char *day,
                const char *expected)
{
  g_autofree char *found = outcome_at (version, subject, method, day);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_level (TramaEvaluation *evaluation, const char *criterion, int level)
{
  const TramaReading *reading = &result_of (evaluation, criterion)->reading;

  g_assert_cmpint (reading->origin, ==, TRAMA_READ_FIGURE);
  g_assert_cmpint (reading->value.d, ==, 1);
  g_assert_cmpint (reading->value.n, ==, level);
}

/* Leading needs all three in 24 months: a certificate valid until 2025-03 lies in the window up to
 * June 2026 and no longer in that up to June 2027. */
static void
test_leading (void)
{
  Fixture f;
  const char *buyer, *product;
  g_autoptr (TramaVersion) version = NULL;

  fixture_init_open (&f);
  add (&f, "certificate", "firm", f.firm[0], "standard", "ISO 9001", "issued", "2022-03-01",
       "valid_until", "2025-03-01", NULL);
  buyer = add (&f, "institution", "name", "Chain", "kind", "buyer", NULL);
  add (&f, "linkage", "from", f.firm[0], "to", buyer, "kind", "sales", "started", "2025-01-10",
       "confirmed", "2026-05-01", NULL);
  product
      = add (&f, "product", "programme", f.programme, "title", "Boot", "firms", f.firm[0], NULL);
  add (&f, "product-stage", "product", product, "stage", "on-sale", "date", "2026-02-01", NULL);
  version = fixture_finish (&f);
  assert_outcome (version, f.firm[0], "firm-tier", AS_OF, "leading");
  /* Before it was on sale there was no innovation; whether it grew is not known. */
  assert_outcome (version, f.firm[0], "firm-tier", "2026-01-31", "cannot-judge");
  assert_outcome (version, f.firm[0], "firm-tier", "2027-06-30", "cannot-judge");
  /* Of a firm of which nothing is known nothing is said. */
  assert_outcome (version, f.firm[1], "firm-tier", AS_OF, "cannot-judge");
}

/* Middle: trade beyond the cluster, and ten people where there were six. Workshop: four people. */
static void
test_middle_and_workshop (void)
{
  Fixture f;
  const char *here, *there, *partner, *local, *small;
  g_autoptr (TramaVersion) version = NULL;

  fixture_init_open (&f);
  here = add (&f, "cluster", "name", "Valle", NULL);
  there = add (&f, "cluster", "name", "Sierra", NULL);
  local = add (&f, "firm", "name", "Local", "cluster", here, NULL);
  partner = add (&f, "firm", "name", "Partner", "cluster", there, NULL);
  small = add (&f, "firm", "name", "Small", "cluster", here, NULL);
  add (&f, "linkage", "from", local, "to", partner, "kind", "subcontracting", "started",
       "2025-06-01", NULL);
  add (&f, "firm-reading", "firm", local, "date", "2024-01-10", "employment", "6", NULL);
  add (&f, "firm-reading", "firm", local, "date", "2026-01-10", "employment", "10", NULL);
  add (&f, "firm-reading", "firm", small, "date", "2026-01-10", "employment", "4", NULL);
  add (&f, "firm-reading", "firm", small, "date", "2025-01-10", "employment", "4", NULL);
  version = fixture_finish (&f);
  assert_outcome (version, local, "firm-tier", AS_OF, "middle");
  /* One reading alone does not show growth. */
  assert_outcome (version, local, "firm-tier", "2025-12-31", "cannot-judge");
  assert_outcome (version, small, "firm-tier", AS_OF, "workshop");
}

/* A reading of the tier counts only with its reason; what was computed stays beside it. */
static void
test_override (void)
{
  Fixture f;
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaEvaluation) evaluation = NULL;

  fixture_init_open (&f);
  add (&f, "firm-reading", "firm", f.firm[0], "date", "2026-01-10", "employment", "4", NULL);
  add (&f, "tier-reading", "firm", f.firm[0], "date", "2026-02-01", "tier", "middle", "reason",
       "seen at work", NULL);
  add (&f, "tier-reading", "firm", f.firm[0], "date", "2026-03-01", "tier", "leading", NULL);
  add (&f, "tier-reading", "firm", f.firm[0], "date", "2026-07-01", "tier", "leading", "reason",
       "later", NULL);
  version = fixture_finish (&f);
  evaluation = evaluate_at (version, f.firm[0], "firm-tier", AS_OF);
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "middle");
  g_assert_cmpstr (evaluation->finding->override_reason, ==, "seen at work");
  assert_outcome (version, f.firm[0], "firm-tier", "2026-01-31", "cannot-judge");
  assert_outcome (version, f.firm[0], "firm-tier", "2026-07-01", "leading");
}

/* A supplies B, B supplies the lead firm C; D stands apart. A tie that ended counts no longer. */
static void
test_supply (void)
{
  Fixture f;
  g_autoptr (TramaVersion) version = NULL;

  fixture_init_open (&f);
  add (&f, "linkage", "from", f.firm[0], "to", f.firm[1], "kind", "supply", "started", "2025-06-01",
       NULL);
  add (&f, "linkage", "from", f.firm[2], "to", f.firm[1], "kind", "subcontracting", "started",
       "2025-06-01", "ended", "2026-05-01", NULL);
  add (&f, "linkage", "from", f.firm[2], "to", f.firm[3], "kind", "information", "started",
       "2025-06-01", NULL);
  add (&f, "assessment", "subject", f.firm[2], "method", "supply-tier", "criterion", "lead-firm",
       "date", "2026-01-01", "rating", "1", NULL);
  version = fixture_finish (&f);
  assert_outcome (version, f.firm[2], "supply-tier", "2026-04-30", "lead");
  assert_outcome (version, f.firm[1], "supply-tier", "2026-04-30", "first");
  assert_outcome (version, f.firm[0], "supply-tier", "2026-04-30", "second");
  assert_outcome (version, f.firm[3], "supply-tier", "2026-04-30", "cannot-judge");
  assert_outcome (version, f.firm[0], "supply-tier", AS_OF, "cannot-judge");
  assert_outcome (version, f.firm[1], "supply-tier", "2025-12-31", "cannot-judge");
}

static const char *
add_order (Fixture *f, const char *centre, const char *firm, const char *test, const char *received,
           const char *reported, const char *repeat_of)
{
  return add (f, "test-order", "institution", centre, "firm", firm, "test", test, "received",
              received, "promised", "2026-03-11", "reported", reported, "fee", "USD 50", "paid",
              "USD 50", "repeat_of", repeat_of, NULL);
}

/* Four tests in twelve months of the twelve that one a month allows: 1/3, level 1. USD 200 paid of
 * USD 1200 running cost: 1/6, level 1. One of four repeated: 1/4, level 0. Two kinds: level 1. Days
 * 2, 4, 10, 20: a median between 4 and 10 that lies in no one level. Three of four by the 11th. */
static void
test_centre (void)
{
  Fixture f;
  const char *centre, *first;
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaEvaluation) evaluation = NULL;

  fixture_init_open (&f);
  centre = add (&f, "institution", "name", "Centro", "kind", "testing-centre", NULL);
  add (&f, "capacity", "institution", centre, "date", "2024-01-01", "tests_a_month", "1",
       "running_cost", "USD 100", NULL);
  first = add_order (&f, centre, f.firm[0], "tear", "2026-03-01", "2026-03-03", "");
  add_order (&f, centre, f.firm[0], "tear", "2026-03-01", "2026-03-05", first);
  add_order (&f, centre, f.firm[1], "glue", "2026-03-01", "2026-03-11", "");
  add_order (&f, centre, f.firm[2], "glue", "2026-03-01", "2026-03-21", "");
  add_order (&f, centre, f.firm[2], "dye", "2025-03-01", "2025-03-02", "");
  add (&f, "firm-reading", "firm", f.firm[0], "date", "2026-01-10", "employment", "12", NULL);
  add (&f, "firm-reading", "firm", f.firm[1], "date", "2026-01-10", "employment", "80", NULL);
  add (&f, "firm-reading", "firm", f.firm[2], "date", "2026-01-10", "employment", "49", NULL);
  version = fixture_finish (&f);
  evaluation = evaluate_at (version, centre, "institution-profile", AS_OF);
  assert_level (evaluation, "utilisation", 1);
  assert_level (evaluation, "cost-recovery", 1);
  assert_level (evaluation, "quality", 0);
  assert_level (evaluation, "flexibility", 1);
  assert_level (evaluation, "promises", 2);
  assert_level (evaluation, "small-clients", 3);
  g_assert_false (trama_reading_is_known (&result_of (evaluation, "responsiveness")->reading));
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "quality");
}

/* An import alert on 10 May 2024; a visit of three owner groups on 5 June is within a month; cousins
 * and one other would be two. Sales of the same two firms fell from 300 to 200 and rose to 330. */
static void
test_shock (void)
{
  Fixture f;
  const char *cluster, *shock, *a, *b, *c, *gone;
  g_autofree char *two = NULL, *three = NULL;
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaEvaluation) evaluation = NULL;
  const TramaFigureUse *use;

  fixture_init_open (&f);
  cluster = add (&f, "cluster", "name", "Valle", NULL);
  a = add (&f, "firm", "name", "A", "cluster", cluster, NULL);
  b = add (&f, "firm", "name", "B", "cluster", cluster, NULL);
  c = add (&f, "firm", "name", "C", "cluster", cluster, NULL);
  gone = add (&f, "firm", "name", "Gone", "cluster", cluster, "closed", "2024-09-01", NULL);
  shock
      = add (&f, "shock", "cluster", cluster, "title", "Import alert", "date", "2024-05-10", NULL);
  two = g_strjoin (" ", f.firm[4], f.firm[5], a, NULL);
  three = g_strjoin (" ", a, b, c, NULL);
  add (&f, "shock-response", "shock", shock, "title", "Letter", "date", "2024-05-20", "by", two,
       NULL);
  add (&f, "shock-response", "shock", shock, "title", "Visit", "date", "2024-06-05", "by", three,
       NULL);
  add (&f, "firm-reading", "firm", a, "date", "2024-03-01", "sales", "USD 100", NULL);
  add (&f, "firm-reading", "firm", b, "date", "2024-03-01", "sales", "USD 200", NULL);
  add (&f, "firm-reading", "firm", gone, "date", "2024-03-01", "sales", "USD 900", NULL);
  add (&f, "firm-reading", "firm", a, "date", "2026-03-01", "sales", "USD 110", NULL);
  add (&f, "firm-reading", "firm", b, "date", "2026-03-01", "sales", "USD 220", NULL);
  version = fixture_finish (&f);
  evaluation = evaluate_at (version, cluster, "shock-response", AS_OF);
  use = g_ptr_array_index (result_of (evaluation, "responded")->figures, 0);
  g_assert_cmpint (use->figure->low.n, ==, 0);
  g_assert_cmpint (use->figure->high.n, ==, 0);
  use = g_ptr_array_index (result_of (evaluation, "recovered")->figures, 0);
  g_assert_cmpint (use->figure->low.n * 10, ==, use->figure->low.d * 11);
  use = g_ptr_array_index (result_of (evaluation, "few-closures")->figures, 0);
  g_assert_cmpint (use->figure->low.n, ==, 1);
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "recovered");
  /* Two years have not passed: recovery is never tested so soon. */
  assert_outcome (version, cluster, "shock-response", "2025-12-31", "cannot-judge");
}

/* Five posts: two with one owner group, one each with three others; the top three hold four. */
static void
test_power (void)
{
  Fixture f;
  const char *cluster, *chamber;
  const char *firms[5];
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaEvaluation) evaluation = NULL;
  const TramaFigureUse *use;

  fixture_init_open (&f);
  cluster = add (&f, "cluster", "name", "Valle", NULL);
  chamber = add (&f, "institution", "name", "Cámara", "kind", "chamber", NULL);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("F%u", i);

      firms[i] = add (&f, "firm", "name", name, "cluster", cluster, NULL);
    }
  for (guint i = 0; i < 4; i++)
    add (&f, "post", "institution", chamber, "firm", firms[i], "title", "Post", "from",
         "2025-01-01", NULL);
  add (&f, "post", "institution", chamber, "firm", firms[0], "title", "Chair", "from", "2025-01-01",
       NULL);
  add (&f, "post", "institution", chamber, "firm", firms[4], "title", "Past", "from", "2020-01-01",
       "to", "2024-12-31", NULL);
  version = fixture_finish (&f);
  evaluation = evaluate_at (version, cluster, "power", AS_OF);
  use = g_ptr_array_index (result_of (evaluation, "posts")->figures, 0);
  g_assert_cmpint (use->figure->low.n, ==, 4);
  g_assert_cmpint (use->figure->low.d, ==, 5);
  g_assert_cmpint (result_of (evaluation, "posts")->verdict, ==, TRAMA_VERDICT_NOT_MET);
}

/* Three joint actions in 2025–26, none before: kept up. A year later none: not, and a warning. */
static void
test_decay (void)
{
  Fixture f;
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaEvaluation) now = NULL, later = NULL;

  fixture_init (&f);
  close_months (&f, 2026, 7, 2027, 6);
  for (int month = 1; month <= 3; month++)
    {
      g_autofree char *date = g_strdup_printf ("2026-%02d-10", month);
      const char *action
          = add (&f, "activity", "programme", f.programme, "kind", "joint-purchase", "date", date,
                 "result", "Leather", "led_by", month == 1 ? f.broker : f.firm[0], NULL);

      for (guint i = 0; i < 2; i++)
        add (&f, "contribution", "activity", action, "firm", f.firm[i], "kind", "money", "amount",
             "USD 100", NULL);
    }
  version = fixture_finish (&f);
  now = evaluate_at (version, f.programme, "broker-independence", AS_OF);
  /* Two of three are led by a member; two of three repeat partners of the first. */
  g_assert_cmpint (result_of (now, "led-by-members")->verdict, ==, TRAMA_VERDICT_MET);
  g_assert_cmpint (result_of (now, "repeated")->verdict, ==, TRAMA_VERDICT_MET);
  later = evaluate_at (version, f.programme, "broker-independence", "2027-06-30");
  g_assert_cmpint (result_of (later, "kept-up")->verdict, ==, TRAMA_VERDICT_NOT_MET);
  g_assert_cmpuint (later->finding->warnings->len, ==, 1);
}

/* The survey: activities in one's own words, 0 for none; the median of 1, 2 and 4 is 2. */
static void
test_survey (void)
{
  static const char *const activities[] = { "fairs", "training", "testing", "lobbying" };
  static const char *const ratings[] = { "1", "4", "2", "0" };
  Fixture f;
  const char *cluster;
  g_autoptr (TramaVersion) version = NULL;
  g_autoptr (TramaEvaluation) evaluation = NULL;

  fixture_init_open (&f);
  cluster = add (&f, "cluster", "name", "Valle", NULL);
  for (guint i = 0; i < 4; i++)
    add (&f, "assessment", "subject", cluster, "method", "organisation-importance", "criterion",
         activities[i], "date", "2026-01-10", "rating", ratings[i], NULL);
  version = fixture_finish (&f);
  evaluation = evaluate_at (version, cluster, "organisation-importance", AS_OF);
  assert_level (evaluation, "importance", 2);
  g_assert_cmpstr (trama_finding_id (evaluation->finding), ==, "as-most");
}

/* The phases follow the appointment and the end of the post. */
static void
test_phases (void)
{
  Fixture f;
  g_autoptr (TramaVersion) version = NULL;

  fixture_init (&f);
  version = fixture_finish (&f);
  assert_outcome (version, f.programme, "phases", "2024-04-30", "preparation");
  assert_outcome (version, f.programme, "phases", AS_OF, "consolidation");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiers/leading", test_leading);
  g_test_add_func ("/tiers/middle-and-workshop", test_middle_and_workshop);
  g_test_add_func ("/tiers/override", test_override);
  g_test_add_func ("/tiers/supply", test_supply);
  g_test_add_func ("/tiers/centre", test_centre);
  g_test_add_func ("/tiers/shock", test_shock);
  g_test_add_func ("/tiers/power", test_power);
  g_test_add_func ("/tiers/decay", test_decay);
  g_test_add_func ("/tiers/survey", test_survey);
  g_test_add_func ("/tiers/phases", test_phases);
  return g_test_run ();
}
