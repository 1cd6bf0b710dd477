/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trama-change.h"
#include "trama-network-figure.h"

typedef struct
{
  TramaTransaction *transaction;
  TramaVersion *empty;
  TramaVersion *version;
  TramaIdSource ids;
  GHashTable *names; /* → id's text */
} Fixture;

/* Fields and values as texts, NULL at the end; a value that is a name stands for that record. */
static void
add (Fixture *f, const char *name, TramaKind kind, ...)
{
  TramaRecordBuilder *builder = trama_transaction_draft (f->transaction, kind);
  const char *field;
  va_list pairs;

  va_start (pairs, kind);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      const char *value = va_arg (pairs, const char *);
      const char *id = g_hash_table_lookup (f->names, value);
      const TramaField *row = trama_kind_field (kind, field, strlen (field));
      g_autofree char *expected = NULL;

      if (row->type == TRAMA_FIELD_REF)
        g_assert_nonnull (id);
      if (!trama_record_builder_parse (builder, row, row->type == TRAMA_FIELD_REF ? id : value,
                                       &expected))
        g_error ("%s: %s is not %s", field, value, expected);
    }
  va_end (pairs);
  {
    const TramaRecord *record = trama_transaction_put (f->transaction);

    if (name != NULL)
      g_hash_table_insert (f->names, g_strdup (name), trama_id_dup_text (record->id));
  }
}

static TramaId
id_of (Fixture *f, const char *name)
{
  const char *text = g_hash_table_lookup (f->names, name);
  TramaId id;

  g_assert_nonnull (text);
  g_assert_true (trama_id_parse (text, TRAMA_ID_LENGTH, &id));
  return id;
}

static gint32
day (const char *text)
{
  gint32 result;

  g_assert_true (trama_day_parse (text, &result));
  return result;
}

/*
 * Four members: Lema (leading, 60 jobs), Pasos (middle, 10 to 20), Rey and Luna (workshops); the
 * manager knows three of them; the chamber. Lema orders from Pasos; Pasos from Rey since March
 * 2026, introduced by the manager, never without her; Rey and Luna co-operated until 2025-12;
 * Lema is in the chamber; Luna and Pasos shared information in 2019 and were never asked again.
 *
 * On 30 June 2026 with everybody: Lema, Pasos, Rey by ties among them, Luna through the manager?
 * No: she does not know Luna. So 3 of 4. Without her: Lema–Pasos; Rey and Luna alone.
 */
static void
fixture_init (Fixture *f)
{
  static const char *const firms[][3] = { { "Lema", "leading", "60" },
                                          { "Pasos", "middle", "10-20" },
                                          { "Rey", "workshop", NULL },
                                          { "Luna", "workshop", NULL } };

  f->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  f->empty = trama_version_new_empty ();
  trama_id_source_init_seeded (&f->ids, 7);
  f->transaction = trama_transaction_new (f->empty, "test", 1, &f->ids);
  add (f, "C", TRAMA_KIND_CLUSTER, "name", "Footwear", NULL);
  add (f, "M", TRAMA_KIND_PERSON, "name", "Marta", "role", "broker", NULL);
  add (f, "P", TRAMA_KIND_PROGRAMME, "name", "Grupo", "cluster", "C", "manager", "M", "formed",
       "2024-01-01", NULL);
  add (f, "chamber", TRAMA_KIND_INSTITUTION, "name", "Chamber of footwear", "short_name", "Cámara",
       "kind", "chamber", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (firms); i++)
    {
      const char *name = firms[i][0];

      add (f, name, TRAMA_KIND_FIRM, "name", name, "cluster", "C", NULL);
      add (f, NULL, TRAMA_KIND_MEMBERSHIP, "programme", "P", "firm", name, "joined", "2024-01-01",
           NULL);
      add (f, NULL, TRAMA_KIND_TIER_READING, "firm", name, "date", "2024-01-01", "tier",
           firms[i][1], NULL);
      if (firms[i][2] != NULL)
        add (f, NULL, TRAMA_KIND_FIRM_READING, "firm", name, "date", "2024-01-01", "employment",
             firms[i][2], NULL);
      if (i < 3)
        add (f, NULL, TRAMA_KIND_LINKAGE, "from", "M", "to", name, "kind", "information", "started",
             "2025-01-01", NULL);
    }
  add (f, "orders", TRAMA_KIND_LINKAGE, "from", "Lema", "to", "Pasos", "kind", "subcontracting",
       "started", "2025-01-01", "strength", "3", NULL);
  add (f, "hers", TRAMA_KIND_LINKAGE, "from", "Pasos", "to", "Rey", "kind", "subcontracting",
       "started", "2026-03-01", "introduced_by", "M", NULL);
  add (f, "lost", TRAMA_KIND_LINKAGE, "from", "Rey", "to", "Luna", "kind", "co-operation",
       "started", "2024-06-01", "ended", "2025-12-01", NULL);
  add (f, "in", TRAMA_KIND_LINKAGE, "from", "Lema", "to", "chamber", "kind", "information",
       "started", "2025-01-01", NULL);
  add (f, "old", TRAMA_KIND_LINKAGE, "from", "Luna", "to", "Pasos", "kind", "information",
       "started", "2019-01-01", NULL);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (TramaChangeSet) set
        = trama_transaction_finish (f->transaction, "test", &f->version, &error);

    g_assert_no_error (error);
  }
}

static void
fixture_clear (Fixture *f)
{
  trama_version_unref (f->version);
  trama_version_unref (f->empty);
  trama_transaction_free (f->transaction);
  g_hash_table_unref (f->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static TramaNetworkFigure *
figure_of (Fixture *f, TramaLayout *layout, gboolean without_broker, const char *compare_to)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, id_of (f, "P"), day ("2026-06-30"));
  options.without_broker = without_broker;
  options.compare = compare_to != NULL;
  options.compare_to = compare_to != NULL ? day (compare_to) : 0;
  return trama_network_figure_new (f->version, &options, layout, TRAMA_ID_NONE);
}

static const TramaNetworkNode *
node_of (Fixture *f, const TramaNetworkFigure *figure, const char *name)
{
  const TramaNetworkChart *chart = trama_network_figure_get_chart (figure);

  for (guint i = 0; i < chart->n_nodes; i++)
    if (trama_id_equal (chart->nodes[i].record, id_of (f, name)))
      return &chart->nodes[i];
  return NULL;
}

static const TramaNetworkTie *
tie_of (Fixture *f, const TramaNetworkFigure *figure, const char *name)
{
  const TramaNetworkChart *chart = trama_network_figure_get_chart (figure);

  for (guint i = 0; i < chart->n_ties; i++)
    if (trama_id_equal (chart->ties[i].record, id_of (f, name)))
      return &chart->ties[i];
  return NULL;
}

static void
test_with_the_broker (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkFigure) figure = NULL;
  const TramaNetworkChart *chart;

  fixture_init (&f);
  figure = figure_of (&f, NULL, FALSE, NULL);
  chart = trama_network_figure_get_chart (figure);
  g_assert_cmpstr (trama_network_figure_get_words (figure)->title, ==,
                   "With the manager 3 of 4 firms belong to one network");
  g_assert_nonnull (strstr (trama_network_figure_get_words (figure)->subtitle, "30 June 2026"));
  g_assert_nonnull (strstr (trama_network_figure_get_words (figure)->subtitle, "1 more is not"));

  /* The four, the manager and the chamber; her own ties to members are not drawn, nor is the one
   * that was never asked about again. */
  g_assert_cmpuint (chart->n_nodes, ==, 6);
  g_assert_cmpuint (chart->n_ties, ==, 3);
  g_assert_null (tie_of (&f, figure, "old"));
  g_assert_cmpint (tie_of (&f, figure, "orders")->kind, ==, TRAMA_TIE_SUBCONTRACTING);
  g_assert_cmpint (tie_of (&f, figure, "orders")->strength, ==, 3);
  g_assert_true (tie_of (&f, figure, "hers")->mediated);
  g_assert_false (tie_of (&f, figure, "hers")->gone);
  g_assert_cmpint (tie_of (&f, figure, "hers")->change, ==, TRAMA_CHANGE_NONE);

  g_assert_cmpstr (node_of (&f, figure, "M")->label, ==, "Manager");
  g_assert_cmpstr (node_of (&f, figure, "M")->sub_label, ==, "knows 3 of 4");
  g_assert_cmpint (node_of (&f, figure, "M")->kind, ==, TRAMA_NODE_BROKER);
  g_assert_cmpstr (node_of (&f, figure, "chamber")->label, ==, "Cámara");
  g_assert_cmpstr (node_of (&f, figure, "chamber")->sub_label, ==, "chamber");
  g_assert_cmpfloat (node_of (&f, figure, "Lema")->value, ==, 60);
  g_assert_cmpfloat (node_of (&f, figure, "Pasos")->value, ==, 15);
  g_assert_true (isnan (node_of (&f, figure, "Rey")->value));
  g_assert_cmpfloat (chart->value_maximum, ==, 60);
  g_assert_true (node_of (&f, figure, "Luna")->alone);
  g_assert_false (node_of (&f, figure, "Rey")->alone);

  g_assert_cmpuint (chart->n_lanes, ==, 3);
  g_assert_cmpstr (chart->lanes[0].label, ==, "Leading");
  g_assert_cmpstr (chart->lanes[0].sub_label, ==, "1 firm");
  g_assert_cmpstr (chart->lanes[2].sub_label, ==, "2 firms");
  g_assert_cmpfloat (chart->column_x1, >, chart->column_x0);
}

static void
test_without_her (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaLayout) layout = NULL;
  g_autoptr (TramaNetworkFigure) with_her = NULL;
  g_autoptr (TramaNetworkFigure) without = NULL;
  const TramaNetworkChart *before;
  const TramaNetworkChart *after;

  fixture_init (&f);
  layout = trama_network_figure_make_layout (f.version, TRAMA_GRAPH_PROGRAMME, id_of (&f, "P"), 1.5,
                                             NULL);
  with_her = figure_of (&f, layout, FALSE, NULL);
  without = figure_of (&f, layout, TRUE, "2025-06-30");
  g_assert_cmpstr (trama_network_figure_get_words (without)->title, ==,
                   "Without the manager 2 of 4 firms stay connected and 2 stand alone");
  g_assert_true (node_of (&f, without, "M")->off);
  g_assert_cmpstr (node_of (&f, without, "M")->sub_label, ==, "switched off");
  g_assert_true (node_of (&f, without, "Rey")->alone && node_of (&f, without, "Luna")->alone);
  g_assert_true (tie_of (&f, without, "hers")->gone);
  g_assert_false (tie_of (&f, without, "orders")->gone);
  /* Colours of change leave. */
  g_assert_cmpint (tie_of (&f, without, "hers")->change, ==, TRAMA_CHANGE_NONE);
  g_assert_null (tie_of (&f, without, "lost"));

  before = trama_network_figure_get_chart (with_her);
  after = trama_network_figure_get_chart (without);
  for (guint i = 0; i < before->n_nodes; i++)
    for (guint k = 0; k < after->n_nodes; k++)
      if (trama_id_equal (before->nodes[i].record, after->nodes[k].record))
        g_assert_true (before->nodes[i].x == after->nodes[k].x
                       && before->nodes[i].y == after->nodes[k].y);
}

/* Since 30 June 2025: Pasos–Rey is new, Rey–Luna lost; Lema–Pasos and Lema in the chamber kept. */
static void
test_change (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkFigure) figure = NULL;

  fixture_init (&f);
  figure = figure_of (&f, NULL, FALSE, "2025-06-30");
  g_assert_cmpstr (trama_network_figure_get_words (figure)->title, ==,
                   "1 new tie since 30 June 2025, 1 lost");
  g_assert_cmpint (tie_of (&f, figure, "hers")->change, ==, TRAMA_CHANGE_NEW);
  g_assert_cmpint (tie_of (&f, figure, "lost")->change, ==, TRAMA_CHANGE_LOST);
  g_assert_cmpint (tie_of (&f, figure, "orders")->change, ==, TRAMA_CHANGE_KEPT);
  g_assert_cmpint (tie_of (&f, figure, "in")->change, ==, TRAMA_CHANGE_KEPT);
}

/* Nobody and everybody can be drawn, and the words are those of what is drawn. */
static void
test_drawing (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkFigure) figure = NULL;
  g_autoptr (TramaNetworkFigure) nobody = NULL;
  g_autoptr (TramaNetworkFigure) everybody = NULL;
  g_autoptr (TramaScene) scene = NULL;
  g_autoptr (TramaScene) empty = NULL;
  g_autoptr (TramaScene) all = NULL;
  TramaFigurePlace place = { .number = "Figure 5.1", .width = 482, .height = 370 };
  TramaGraphOptions options;
  TramaChartStyle style;

  fixture_init (&f);
  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  figure = figure_of (&f, NULL, FALSE, NULL);
  scene = trama_network_figure_draw (figure, &style, &place, TRUE);
  g_assert_nonnull (strstr (trama_scene_get_sentence (scene), "3 of 4 firms"));

  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, TRAMA_ID_NONE, day ("2026-06-30"));
  nobody = trama_network_figure_new (f.version, &options, NULL, TRAMA_ID_NONE);
  g_assert_cmpstr (trama_network_figure_get_words (nobody)->title, ==, "No member to look at");
  empty = trama_network_figure_draw (nobody, &style, &place, TRUE);
  g_assert_nonnull (empty);

  /* All: the six; the three ties drawn above; Luna holds to nobody. */
  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, day ("2026-06-30"));
  everybody = trama_network_figure_new (f.version, &options, NULL, id_of (&f, "Lema"));
  g_assert_cmpstr (trama_network_figure_get_words (everybody)->title, ==,
                   "3 ties; 5 of 6 firms and institutions hold together");
  g_assert_true (node_of (&f, everybody, "Lema")->selected);
  all = trama_network_figure_draw (everybody, &style, &place, FALSE);
  g_assert_nonnull (all);
}

/*
 * A network of another program: eight firms of seven categories (two of "b", the rest one each), no
 * tier, no employment, no date. B1 is tied to four others, once more to one of them; one of those
 * ties is a service and one of a kind of its own.
 */
static void
imported_init (Fixture *f, guint n_categories)
{
  static const char *const firms[][2]
      = { { "B1", "b" }, { "B2", "b" }, { "A", "a" }, { "C", "c" },
          { "D", "d" },  { "E", "e" },  { "F", "f" }, { "G", "g" } };
  static const char *const kinds[] = { NULL, "service", "other", NULL };

  f->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  f->empty = trama_version_new_empty ();
  trama_id_source_init_seeded (&f->ids, 11);
  f->transaction = trama_transaction_new (f->empty, "test", 1, &f->ids);
  for (guint i = 0; i < G_N_ELEMENTS (firms); i++)
    add (f, firms[i][0], TRAMA_KIND_FIRM, "name", firms[i][0],
         i <= n_categories ? "category" : NULL, firms[i][1], NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("tie %u", i);

      add (f, name, TRAMA_KIND_LINKAGE, "from", "B1", "to", firms[i + 1][0],
           kinds[i] != NULL ? "kind" : NULL, kinds[i], NULL);
    }
  add (f, "again", TRAMA_KIND_LINKAGE, "from", "B2", "to", "B1", NULL);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (TramaChangeSet) set
        = trama_transaction_finish (f->transaction, "test", &f->version, &error);

    g_assert_no_error (error);
  }
}

static TramaNetworkFigure *
everybody (Fixture *f)
{
  TramaGraphOptions options;

  trama_graph_options_init (&options, TRAMA_GRAPH_ALL, TRAMA_ID_NONE, day ("2026-06-30"));
  return trama_network_figure_new (f->version, &options, NULL, TRAMA_ID_NONE);
}

static void
test_imported (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkFigure) figure = NULL;
  const TramaNetworkChart *chart;

  imported_init (&f, 3);
  figure = everybody (&f);
  chart = trama_network_figure_get_chart (figure);
  g_assert_cmpstr (trama_network_figure_get_words (figure)->title, ==,
                   "5 ties; 5 of 8 firms hold together");
  g_assert_cmpstr (trama_network_figure_get_words (figure)->subtitle, ==,
                   "Ties without dates: they hold at every date; area = number of ties; 1 repeats "
                   "another of the same pair and kind");
  g_assert_cmpuint (chart->n_ties, ==, 4);
  g_assert_cmpint (tie_of (&f, figure, "tie 1")->kind, ==, TRAMA_TIE_SERVICE);
  g_assert_cmpint (tie_of (&f, figure, "tie 2")->kind, ==, TRAMA_TIE_OTHER);
  g_assert_cmpint (tie_of (&f, figure, "tie 3")->kind, ==, TRAMA_TIE_NOT_RECORDED);

  /* a, b, c; the others have none. */
  g_assert_cmpuint (chart->n_categories, ==, 3);
  g_assert_cmpstr (chart->categories[0], ==, "a");
  g_assert_cmpuint (node_of (&f, figure, "A")->category, ==, 1);
  g_assert_cmpuint (node_of (&f, figure, "B1")->category, ==, 2);
  g_assert_cmpuint (node_of (&f, figure, "D")->category, ==, 0);
  g_assert_cmpstr (node_of (&f, figure, "C")->value_text, ==, "c");

  g_assert_cmpstr (chart->value_unit, ==, "ties");
  g_assert_cmpfloat (chart->value_maximum, ==, 5);
  g_assert_cmpfloat (node_of (&f, figure, "B1")->value, ==, 4);
  g_assert_cmpfloat (node_of (&f, figure, "B2")->value, ==, 1);
  g_assert_cmpfloat (node_of (&f, figure, "E")->value, ==, 0);
  g_assert_cmpfloat (node_of (&f, figure, "B1")->importance, >,
                     node_of (&f, figure, "B2")->importance);
}

/* Of seven categories the most frequent, then the first by name, keep their own; two share. */
static void
test_many_categories (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkFigure) figure = NULL;
  const TramaNetworkChart *chart;

  imported_init (&f, 7);
  figure = everybody (&f);
  chart = trama_network_figure_get_chart (figure);
  g_assert_cmpuint (chart->n_categories, ==, 6);
  g_assert_cmpstr (chart->categories[4], ==, "e");
  g_assert_cmpstr (chart->categories[5], ==, "other categories");
  g_assert_cmpuint (node_of (&f, figure, "E")->category, ==, 5);
  g_assert_cmpuint (node_of (&f, figure, "F")->category, ==, 6);
  g_assert_cmpuint (node_of (&f, figure, "G")->category, ==, 6);
  g_assert_cmpstr (node_of (&f, figure, "G")->value_text, ==, "g");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-figure/with-the-broker", test_with_the_broker);
  g_test_add_func ("/network-figure/without-her", test_without_her);
  g_test_add_func ("/network-figure/change", test_change);
  g_test_add_func ("/network-figure/drawing", test_drawing);
  g_test_add_func ("/network-figure/imported", test_imported);
  g_test_add_func ("/network-figure/many-categories", test_many_categories);
  return g_test_run ();
}
