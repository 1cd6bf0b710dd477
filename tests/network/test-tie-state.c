/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-tie-state.h"

#include "fixture.h"

typedef struct
{
  const char *what;
  Tie tie;
  const char *day;
  TramaTieState state;
  gboolean vague;
} Case;

/*
 * D7: started, not ended, confirmed within 24 months. The window before 30 June 2026 is the days
 * after 30 June 2024, by D4 (date − n months, date]; before 29 February 2024 those after
 * 28 February 2022, the month's end clipped.
 */
static const Case cases[] = {
  { "starts on the day", { .started = "2026-06-30" }, "2026-06-30", TRAMA_TIE_COUNTS, FALSE },
  { "starts tomorrow", { .started = "2026-07-01" }, "2026-06-30", TRAMA_TIE_ABSENT, FALSE },
  { "ended on the day",
    { .started = "2025-01-01", .ended = "2026-06-30" },
    "2026-06-30",
    TRAMA_TIE_ABSENT,
    FALSE },
  { "ends tomorrow",
    { .started = "2020-01-01", .ended = "2026-07-01" },
    "2026-06-30",
    TRAMA_TIE_COUNTS,
    FALSE },
  { "started just within 24 months",
    { .started = "2024-07-01" },
    "2026-06-30",
    TRAMA_TIE_COUNTS,
    FALSE },
  { "started just over 24 months ago",
    { .started = "2024-06-30" },
    "2026-06-30",
    TRAMA_TIE_UNCONFIRMED,
    FALSE },
  { "clipped month end, in", { .started = "2022-03-01" }, "2024-02-29", TRAMA_TIE_COUNTS, FALSE },
  { "clipped month end, out",
    { .started = "2022-02-28" },
    "2024-02-29",
    TRAMA_TIE_UNCONFIRMED,
    FALSE },
  { "old, confirmed within 24 months",
    { .started = "2019-05", .confirmed = "2024-07-01" },
    "2026-06-30",
    TRAMA_TIE_COUNTS,
    FALSE },
  { "old, confirmed too long ago",
    { .started = "2019-05", .confirmed = "2024-06-30" },
    "2026-06-30",
    TRAMA_TIE_UNCONFIRMED,
    FALSE },
  { "confirmed after the day: it was alive",
    { .started = "2019-05", .confirmed = "2026-07-15" },
    "2024-06-30",
    TRAMA_TIE_COUNTS,
    FALSE },
  { "month of the day: not sure it had started",
    { .started = "2026-06" },
    "2026-06-15",
    TRAMA_TIE_UNSURE,
    TRUE },
  { "last day of the month: sure",
    { .started = "2026-06" },
    "2026-06-30",
    TRAMA_TIE_COUNTS,
    FALSE },
  { "first day before the month", { .started = "2026-06" }, "2026-05-31", TRAMA_TIE_ABSENT, FALSE },
  { "ended some time this year",
    { .started = "2025-01-01", .ended = "2026" },
    "2026-06-30",
    TRAMA_TIE_UNSURE,
    TRUE },
  { "confirmed some time in 2024: half of it too long ago",
    { .started = "2019", .confirmed = "2024" },
    "2026-06-30",
    TRAMA_TIE_UNCONFIRMED,
    TRUE },
  { "undated holds today", { .from = NULL }, "2026-06-30", TRAMA_TIE_COUNTS, FALSE },
  { "undated held long ago", { .from = NULL }, "1950-01-01", TRAMA_TIE_COUNTS, FALSE },
  { "undated, ended", { .ended = "2020-01-01" }, "2026-06-30", TRAMA_TIE_ABSENT, FALSE },
  { "undated, ended later", { .ended = "2020-01-01" }, "2019-06-30", TRAMA_TIE_COUNTS, FALSE },
  { "undated, confirmed long ago",
    { .confirmed = "2020-01-01" },
    "2026-06-30",
    TRAMA_TIE_UNCONFIRMED,
    FALSE },
  { "undated, confirmed lately",
    { .confirmed = "2025-01-01" },
    "2026-06-30",
    TRAMA_TIE_COUNTS,
    FALSE },
};

static TramaLinkage
linkage_of (const Tie *tie)
{
  TramaLinkage linkage = { 0 };

  linkage.started = fixture_date (tie->started);
  linkage.ended = fixture_date (tie->ended);
  linkage.confirmed = fixture_date (tie->confirmed);
  linkage.contact_without = fixture_date (tie->without);
  return linkage;
}

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TramaLinkage linkage = linkage_of (&cases[i].tie);
      gboolean vague = 2;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (trama_tie_state_at (&linkage, fixture_day (cases[i].day), &vague), ==,
                       cases[i].state);
      g_assert_cmpint (vague, ==, cases[i].vague);
    }
}

/* M13: a contact without her within twelve months, that is after 30 June 2025 and up to the day;
 * a vague one counts only if all of it fits. */
static void
test_contact (void)
{
  static const struct
  {
    const char *without;
    gboolean had;
  } contacts[] = {
    { NULL, FALSE },        { "2025-06-30", FALSE }, { "2025-07-01", TRUE },
    { "2026-06-30", TRUE }, { "2026-07-01", FALSE }, { "2025", FALSE },
    { "2026-05", TRUE },    { "2026", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      TramaLinkage linkage = linkage_of (&(Tie) { .without = contacts[i].without });

      g_assert_cmpint (trama_tie_had_contact_without (&linkage, fixture_day ("2026-06-30")), ==,
                       contacts[i].had);
    }
}

/* joined ≤ d < left; what is vague and decides does not count. */
static void
test_membership (void)
{
  static const struct
  {
    const char *joined, *left, *day;
    gboolean holds, vague;
  } members[] = {
    { "2024-05-01", NULL, "2024-05-01", TRUE, FALSE },
    { "2024-05-01", NULL, "2024-04-30", FALSE, FALSE },
    { "2024-05-01", "2025-05-01", "2025-04-30", TRUE, FALSE },
    { "2024-05-01", "2025-05-01", "2025-05-01", FALSE, FALSE },
    { NULL, NULL, "2000-01-01", TRUE, FALSE },
    { "2024-05", NULL, "2024-05-15", FALSE, TRUE },
    { "2024-05", NULL, "2024-05-31", TRUE, FALSE },
    { "2024-01-01", "2025", "2025-05-15", FALSE, TRUE },
    { "2024-01-01", "2025", "2024-12-31", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      TramaMembership membership
          = { .joined = fixture_date (members[i].joined), .left = fixture_date (members[i].left) };
      gboolean vague;

      g_assert_cmpint (trama_membership_holds (&membership, fixture_day (members[i].day), &vague),
                       ==, members[i].holds);
      g_assert_cmpint (vague, ==, members[i].vague);
    }
}

static void
test_strength (void)
{
  TramaLinkage linkage = { 0 };

  linkage.strength = TRAMA_INTEGER_UNKNOWN;
  g_assert_cmpint (trama_tie_strength (&linkage), ==, 1);
  linkage.strength = 3;
  g_assert_cmpint (trama_tie_strength (&linkage), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tie-state/states", test_states);
  g_test_add_func ("/tie-state/contact", test_contact);
  g_test_add_func ("/tie-state/membership", test_membership);
  g_test_add_func ("/tie-state/strength", test_strength);
  return g_test_run ();
}
