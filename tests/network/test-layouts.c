/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "trama-layout-private.h"
#include "trama-supply-tiers.h"

#include "fixture.h"

static TramaGraph *
make_graph (Fixture *f)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, fixture_day ("2026-06-30"));
  options.all_dates = TRUE;
  return trama_graph_new (f->version, &options);
}

/* "a>b": a gives work to b; each letter a firm, capitals leading. */
static void
fill_chain (Fixture *f, const char *firms, const char *arcs)
{
  g_auto (GStrv) pairs = g_strsplit (arcs, " ", -1);

  fixture_init (f);
  for (const char *c = firms; *c != '\0'; c++)
    {
      add_firm (f, (const char[]) { *c, '\0' });
      add_tier (f, (const char[]) { *c, '\0' }, "2020",
                g_ascii_isupper (*c) ? TRAMA_TIER_LEADING : TRAMA_TIER_WORKSHOP);
    }
  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_autofree char *name = g_strdup_printf ("tie %u", i);
      gboolean supply = i % 2 == 1;
      const char customer[] = { pairs[i][0], '\0' };
      const char supplier[] = { pairs[i][2], '\0' };

      /* The same chain, said either way. */
      add_tie (f, (Tie) { .from = supply ? supplier : customer,
                          .to = supply ? customer : supplier,
                          .kind = supply ? TRAMA_LINKAGE_SUPPLY : TRAMA_LINKAGE_SUBCONTRACTING,
                          .name = name });
    }
  fixture_done (f);
}

static const struct
{
  const char *firms;
  const char *arcs;
  const char *tiers; /* of each firm in turn; "-": in no chain */
} chains[] = {
  { "Labc", "L>a a>b L>c", "0121" },
  { "labc", "l>a a>b b>c", "0123" },
  /* A second, shorter way. */
  { "Labc", "L>a a>b b>c L>c", "0121" },
  /* A circle below a lead firm, and one of its own, led by whom most deliver to. */
  { "Labc", "L>a a>b b>c c>a", "0123" },
  { "abcd", "a>b b>c c>a b>d", "2011" },
  /* A circle that delivers to somebody who delivers to nobody. */
  { "abcd", "d>a a>b b>c c>a", "1230" },
  /* A leading firm without suppliers leads nobody; one that delivers leads all the same. */
  { "LMa", "a>L M>a", "201" },
  { "LMa", "L>M M>a", "001" },
  { "abx", "a>b", "01-" },
  { "ab", "a>b b>a", "01" },
};

static void
test_supply_tiers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_auto (Fixture) f = { 0 };
      g_autoptr (TramaGraph) graph = NULL;
      g_autofree guint *tiers = NULL;

      g_test_message ("%s", chains[i].arcs);
      fill_chain (&f, chains[i].firms, chains[i].arcs);
      graph = make_graph (&f);
      tiers = trama_supply_tiers (graph);
      for (guint k = 0; chains[i].firms[k] != '\0'; k++)
        {
          int at = trama_graph_find (graph,
                                     fixture_id (&f, (const char[]) { chains[i].firms[k], '\0' }));
          char expected = chains[i].tiers[k];

          g_assert_cmpuint (tiers[at], ==,
                            expected == '-' ? TRAMA_SUPPLY_TIER_NONE : (guint) (expected - '0'));
        }
    }
}

/* Two rings of ten, tied to one another once, a star of five, and two firms alone. */
static void
fill_many (Fixture *f)
{
  fixture_init (f);
  for (guint i = 0; i < 27; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%02u", i);

      add_firm (f, name);
      add_tier (f, name, "2020", i % 3 == 0 ? TRAMA_TIER_LEADING : TRAMA_TIER_WORKSHOP);
    }
  for (guint i = 0; i < 25; i++)
    {
      guint other = i < 20 ? i / 10 * 10 + (i + 1) % 10 : 20;
      guint across = i < 20 ? i / 10 * 10 + (i + 5) % 10 : 20;
      g_autofree char *from = g_strdup_printf ("f%02u", i);
      g_autofree char *to = g_strdup_printf ("f%02u", other);
      g_autofree char *third = g_strdup_printf ("f%02u", across);

      if (i == 20)
        continue;
      add_tie (f, (Tie) { .from = from, .to = to, .kind = TRAMA_LINKAGE_SUBCONTRACTING });
      if (i < 20)
        add_tie (f, (Tie) { .from = from, .to = third, .kind = TRAMA_LINKAGE_COOPERATION });
    }
  add_tie (f, (Tie) { .from = "f00", .to = "f10", .kind = TRAMA_LINKAGE_INFORMATION });
  fixture_done (f);
}

static TramaLayout *
make_layout (const TramaGraph *graph, TramaLayoutKind kind, double aspect)
{
  g_autoptr (GError) error = NULL;
  TramaLayout *layout = trama_layout_new_of_kind (graph, kind, aspect, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (trama_layout_get_kind (layout), ==, kind);
  return layout;
}

/* Everybody stands in the box, twice in the same place to the bit, and no two in one. */
static void
test_all (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;

  fill_many (&f);
  graph = make_graph (&f);
  for (guint kind = 0; kind < TRAMA_N_LAYOUTS; kind++)
    {
      g_autoptr (TramaLayout) layout = make_layout (graph, (TramaLayoutKind) kind, 1.5);
      g_autoptr (TramaLayout) again = make_layout (graph, (TramaLayoutKind) kind, 1.5);
      TramaPoint points[27];

      g_test_message ("%s", trama_layout_kind_id ((TramaLayoutKind) kind));
      g_assert_cmpint (trama_layout_kind_from_id (trama_layout_kind_id ((TramaLayoutKind) kind)),
                       ==, (int) kind);
      g_assert_cmpuint (trama_graph_n_nodes (graph), ==, 27);
      for (guint i = 0; i < 27; i++)
        {
          TramaPoint other;

          g_assert_true (trama_layout_place (layout, &trama_graph_nodes (graph)[i], &points[i].x,
                                             &points[i].y));
          g_assert_true (
              trama_layout_place (again, &trama_graph_nodes (graph)[i], &other.x, &other.y));
          g_assert_cmpmem (&points[i], sizeof other, &other, sizeof other);
          g_assert_true (points[i].x >= 0 && points[i].x <= 1);
          g_assert_true (points[i].y >= 0 && points[i].y <= 1);
          for (guint k = 0; k < i; k++)
            g_assert_true (fabs (points[i].x - points[k].x) > 1e-3
                           || fabs (points[i].y - points[k].y) > 1e-3);
        }
    }
}

static void
test_careful (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaLayout) overview = NULL;
  g_autoptr (TramaLayout) careful = NULL;

  fill_many (&f);
  graph = make_graph (&f);
  overview = make_layout (graph, TRAMA_LAYOUT_OVERVIEW, 1);
  careful = make_layout (graph, TRAMA_LAYOUT_CAREFUL, 1);
  g_assert_cmpfloat (trama_layout_stress (careful, graph, 1), <=,
                     trama_layout_stress (overview, graph, 1));
}

/* The two rings are communities: nobody stands nearer to the middle of the other. */
static void
test_communities (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaLayout) layout = NULL;
  TramaPoint points[20];
  TramaPoint middle[2] = { { 0, 0 }, { 0, 0 } };

  fill_many (&f);
  graph = make_graph (&f);
  layout = make_layout (graph, TRAMA_LAYOUT_COMMUNITIES, 1);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%02u", i);
      int at = trama_graph_find (graph, fixture_id (&f, name));

      trama_layout_place (layout, &trama_graph_nodes (graph)[at], &points[i].x, &points[i].y);
      middle[i / 10].x += points[i].x / 10;
      middle[i / 10].y += points[i].y / 10;
    }
  for (guint i = 0; i < 20; i++)
    g_assert_cmpfloat (
        hypot (points[i].x - middle[i / 10].x, points[i].y - middle[i / 10].y), <,
        hypot (points[i].x - middle[1 - i / 10].x, points[i].y - middle[1 - i / 10].y));
}

static void
test_circle (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaLayout) layout = NULL;

  for (guint i = 0; i <= 1000; i++)
    {
      double cosine, sine;

      trama_layout_direction (i / 333.0, &cosine, &sine);
      g_assert_cmpfloat_with_epsilon (cosine, cos (i / 333.0 * 2 * G_PI), 1e-13);
      g_assert_cmpfloat_with_epsilon (sine, sin (i / 333.0 * 2 * G_PI), 1e-13);
    }
  fill_many (&f);
  graph = make_graph (&f);
  layout = make_layout (graph, TRAMA_LAYOUT_CIRCLE, 2);
  for (guint i = 0; i < 27; i++)
    {
      double x, y;

      trama_layout_place (layout, &trama_graph_nodes (graph)[i], &x, &y);
      g_assert_cmpfloat_with_epsilon (hypot ((x - 0.5) * 2, y - 0.5), 0.44, 1e-9);
    }
}

static void
add_place (Fixture *f, const char *name, const char *place, double latitude, double longitude)
{
  TramaRecordBuilder builder = { 0 };
  TramaFirm *firm = fixture_draft (f, &builder, TRAMA_KIND_FIRM, name);

  firm->name = name;
  firm->place = place;
  firm->latitude = latitude;
  firm->longitude = longitude;
  fixture_put (f, &builder);
}

/* North is above, east at the right; a workshop stands at a tenth of a degree; who is only known to
 * be in a town stands near those there; who is nowhere stands below. */
static void
test_by_place (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaGraph) graph = NULL;
  g_autoptr (TramaLayout) layout = NULL;
  TramaPoint at[6];
  const char *const names[] = { "north", "south", "east", "workshop", "town", "nowhere" };

  fixture_init (&f);
  add_place (&f, "north", "Up", -10, -77);
  add_place (&f, "south", NULL, -11, -77);
  add_place (&f, "east", "Right", -10.5, -76);
  add_place (&f, "workshop", NULL, -10.249, -76.751);
  add_place (&f, "town", "Right", NAN, NAN);
  add_place (&f, "nowhere", NULL, NAN, NAN);
  for (guint i = 0; i < 3; i++)
    add_tier (&f, names[i], "2020", TRAMA_TIER_LEADING);
  add_tier (&f, "workshop", "2020", TRAMA_TIER_WORKSHOP);
  fixture_done (&f);
  graph = make_graph (&f);
  layout = make_layout (graph, TRAMA_LAYOUT_BY_PLACE, 1);
  for (guint i = 0; i < 6; i++)
    g_assert_true (trama_layout_place (
        layout, &trama_graph_nodes (graph)[trama_graph_find (graph, fixture_id (&f, names[i]))],
        &at[i].x, &at[i].y));
  g_assert_cmpfloat (at[0].y, <, at[1].y);
  g_assert_cmpfloat (at[0].x, <, at[2].x);
  g_assert_cmpfloat (fabs (at[4].x - at[2].x) + fabs (at[4].y - at[2].y), <, 0.1);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (at[5].y, >, at[i].y);
  /* Between north and south it stands where −10.2 is, not −10.249. */
  g_assert_cmpfloat_with_epsilon ((at[3].y - at[0].y) / (at[1].y - at[0].y), 0.2, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layouts/supply-tiers", test_supply_tiers);
  g_test_add_func ("/layouts/all", test_all);
  g_test_add_func ("/layouts/careful", test_careful);
  g_test_add_func ("/layouts/communities", test_communities);
  g_test_add_func ("/layouts/circle", test_circle);
  g_test_add_func ("/layouts/by-place", test_by_place);
  return g_test_run ();
}
