/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-independence.h"

#include "fixture.h"

/*
 * Eight members in two families of two (Ruiz: A, B; Vega: C, D) and four on their own; manager M,
 * her colleague S of the agency G, and the consultant K who is not theirs. Since 2024-07-01, all
 * confirmed:
 *
 *   A–C  by M, contact without her 2026-03      goes on
 *   A–D  by M, never without her                hers alone
 *   B–E  found each other
 *   C–E  by S, last without her 2024-12         hers alone
 *   E–F  by the agency G, never without         hers alone
 *   F–H  by K                                   not theirs
 *   G–F  service                                the agency's own tie
 *   C–T  by M, never without                    hers alone, to a testing centre
 *   M knows everybody but H2
 *
 * H2 has no tie at all. F–H only since 2026-01-01.
 *
 * On 30 June 2026, with everybody: ties among members A–C, A–D, B–E, C–E, E–F, F–H: 6; A to H hold
 * together (7 of 8), H2 alone. Without M, S, G: A–C, B–E, F–H stay: components of 2, 2, 2, and D
 * and H2 alone. Hers: A–D, C–E, E–F among members, then C–T.
 *
 * The largest owners have two members each; Ruiz has ties A–C, A–D, B–E: 3; Vega has A–C, A–D, C–E:
 * 3; the lesser id is that of Ruiz. Without them six are left, five of them together through M.
 */
static void
make_eight (Fixture *f)
{
  static const struct
  {
    const char *name, *owner;
  } firms[] = {
    { "A", "Ruiz" }, { "B", "Ruiz" }, { "C", "Vega" }, { "D", "Vega" },
    { "E", NULL },   { "F", NULL },   { "H", NULL },   { "H2", NULL },
  };

  fixture_init (f);
  add_owner_group (f, "Ruiz");
  add_owner_group (f, "Vega");
  add_institution (f, "G", TRAMA_INSTITUTION_AGENCY);
  add_institution (f, "T", TRAMA_INSTITUTION_TESTING);
  add_person (f, "M", TRAMA_PERSON_BROKER, "G");
  add_person (f, "S", TRAMA_PERSON_AGENCY, "G");
  add_person (f, "K", TRAMA_PERSON_CONSULTANT, NULL);
  add_programme (f, "P", NULL, "M", "G");
  for (guint i = 0; i < G_N_ELEMENTS (firms); i++)
    {
      add_firm_of (f, firms[i].name, NULL, firms[i].owner, NULL);
      add_member (f, "P", firms[i].name, "2024-06-01", NULL);
      if (i < 7)
        add_tie (f, (Tie) { "M", firms[i].name, TRAMA_LINKAGE_INFORMATION, "2024-07-01" });
    }
#define SINCE .started = "2024-07-01", .confirmed = "2026-06-01", .kind = TRAMA_LINKAGE_COOPERATION
  add_tie (f, (Tie) { "A", "C", SINCE, .by = "M", .without = "2026-03-10", .name = "AC" });
  add_tie (f, (Tie) { "A", "D", SINCE, .by = "M", .name = "AD" });
  add_tie (f, (Tie) { "B", "E", SINCE, .found_each_other = TRAMA_TRUTH_YES, .name = "BE" });
  add_tie (f, (Tie) { "C", "E", SINCE, .by = "S", .without = "2024-12-01", .name = "CE" });
  add_tie (f, (Tie) { "E", "F", SINCE, .by = "G", .name = "EF" });
  add_tie (f, (Tie) { "F", "H", TRAMA_LINKAGE_COOPERATION, "2026-01-01", .by = "K", .name = "FH" });
  add_tie (f, (Tie) { "G", "F", TRAMA_LINKAGE_SERVICE, "2025-01-01" });
  add_tie (f, (Tie) { "C", "T", SINCE, .by = "M", .name = "CT" });
  fixture_done (f);
}

static void
test_all (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaIndependence) i = NULL;
  const char *hers[] = { "AD", "CE", "EF", "CT" };

  make_eight (&f);
  i = trama_independence_new (f.version, fixture_id (&f, "P"), fixture_day ("2026-06-30"));
  g_assert_cmpuint (i->with_broker->members, ==, 8);
  g_assert_cmpuint (i->with_broker->ties, ==, 6);
  g_assert_cmpuint (i->with_broker->largest, ==, 7);
  g_assert_cmpuint (i->with_broker->n_isolated, ==, 1);

  g_assert_cmpuint (i->without_broker->members, ==, 8);
  g_assert_cmpuint (i->without_broker->ties, ==, 3);
  g_assert_cmpuint (i->without_broker->largest, ==, 2);
  g_assert_cmpuint (i->without_broker->components, ==, 5);
  g_assert_cmpuint (i->without_broker->sizes[2], ==, 2);
  g_assert_cmpuint (i->without_broker->sizes[3], ==, 1);
  g_assert_cmpuint (i->without_broker->n_isolated, ==, 2);
  g_assert_true (trama_id_equal (i->without_broker->isolated[0], fixture_id (&f, "D")));
  g_assert_true (trama_id_equal (i->without_broker->isolated[1], fixture_id (&f, "H2")));
  g_assert_cmpfloat (trama_member_network_ties_per_member (i->without_broker), ==, 6 / 8.0);

  g_assert_cmpuint (i->n_hers, ==, 4);
  g_assert_cmpuint (i->n_hers_among, ==, 3);
  for (guint k = 0; k < i->n_hers; k++)
    g_assert_true (trama_id_equal (i->hers[k], fixture_id (&f, hers[k])));

  g_assert_true (trama_id_equal (i->owner, fixture_id (&f, "Ruiz")));
  g_assert_cmpuint (i->owner_firms, ==, 2);
  g_assert_cmpuint (i->without_owner->members, ==, 6);
  g_assert_cmpuint (i->without_owner->ties, ==, 3);
  g_assert_cmpuint (i->without_owner->largest, ==, 5);
}

/*
 * By month from April to 15 July 2026: at the ends of April, May, June, and on the day. The contact
 * of 10 March 2026 without M stays within twelve months throughout. By 15 July M's own ties of
 * 1 July 2024 have not been confirmed for 24 months and no longer count, so that without Ruiz only
 * C–E–F–H hold together. At the end of December 2025
 * F–H is not yet, A–C had no contact without her by then: B–E alone stays, six are alone.
 */
static void
test_line (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (GArray) line = NULL;
  g_autoptr (GArray) earlier = NULL;
  g_autoptr (GArray) none = NULL;
  const TramaIndependencePoint *point;

  make_eight (&f);
  line = trama_independence_line (f.version, fixture_id (&f, "P"), fixture_day ("2026-04-10"),
                                  fixture_day ("2026-07-15"));
  g_assert_cmpuint (line->len, ==, 4);
  point = &g_array_index (line, TramaIndependencePoint, 0);
  g_assert_cmpint (point->day, ==, fixture_day ("2026-04-30"));
  g_assert_cmpuint (point->largest_without, ==, 2);
  point = &g_array_index (line, TramaIndependencePoint, 3);
  g_assert_cmpint (point->day, ==, fixture_day ("2026-07-15"));
  g_assert_cmpuint (point->members_left, ==, 6);
  g_assert_cmpuint (point->largest_left, ==, 4);
  point = &g_array_index (line, TramaIndependencePoint, 2);
  g_assert_cmpuint (point->largest_left, ==, 5);

  earlier = trama_independence_line (f.version, fixture_id (&f, "P"), fixture_day ("2025-12-31"),
                                     fixture_day ("2025-12-31"));
  g_assert_cmpuint (earlier->len, ==, 1);
  point = &g_array_index (earlier, TramaIndependencePoint, 0);
  g_assert_cmpuint (point->members, ==, 8);
  g_assert_cmpuint (point->ties, ==, 5);
  g_assert_cmpuint (point->ties_without, ==, 1);
  g_assert_cmpuint (point->isolated_without, ==, 6);

  none = trama_independence_line (f.version, fixture_id (&f, "P"), 10, 5);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_nobody (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaIndependence) i = NULL;

  make_eight (&f);
  i = trama_independence_new (f.version, fixture_id (&f, "nothing"), 0);
  g_assert_cmpuint (i->with_broker->members, ==, 0);
  g_assert_null (i->without_owner);
  g_assert_true (trama_id_is_none (i->owner));
  g_assert_cmpuint (i->n_hers, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/independence/all", test_all);
  g_test_add_func ("/independence/line", test_line);
  g_test_add_func ("/independence/nobody", test_nobody);
  return g_test_run ();
}
