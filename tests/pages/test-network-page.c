/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "trama-network-job.h"
#include "trama-network-layouts.h"
#include "trama-network-page.h"

#include "../network/fixture.h"

#define AS_OF "2026-06-30"
#define EARLIER "2025-06-30"

/*
 * Members A, B, C, D of P; manager M knows them all since July 2024; a firm X and a testing centre T
 * outside. Looked at on 30 June 2026 against a year before:
 *
 *   A–B  since 2024-07, by M, in touch without her 2026-03    kept
 *   B–C  since 2025-09, by M, never without her               new, hers alone
 *   A→X  since 2024-07, found each other                      kept
 *   C→T  since 2026-01, introducer not known                  new
 *   D→X  from 2024-07 to 2026-01                              lost
 *   A–T  since 2023-01, nothing heard of it since             not confirmed, on both days
 *
 * Count now: A–B, B–C, A→X, C→T, 4; a year before: A–B, A→X, D→X, 3. Among members two, both by M.
 * Through M all four hold together; without her A–B stays, C and D are alone.
 */
static void
make_four (Fixture *f)
{
  static const char *const members[] = { "A", "B", "C", "D" };

  fixture_init (f);
  add_person (f, "M", TRAMA_PERSON_BROKER, NULL);
  add_programme (f, "P", NULL, "M", NULL);
  add_firm (f, "X");
  add_institution (f, "T", TRAMA_INSTITUTION_TESTING);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      add_firm (f, members[i]);
      add_member (f, "P", members[i], "2024-06-01", NULL);
      add_tie (f, (Tie) { "M", members[i], TRAMA_LINKAGE_INFORMATION, "2024-07-01",
                          .confirmed = "2026-06-01" });
    }
  add_tie (f, (Tie) { "A", "B", TRAMA_LINKAGE_COOPERATION, "2024-07-01", .confirmed = "2026-06-01",
                      .by = "M", .without = "2026-03-10" });
  add_tie (f, (Tie) { "B", "C", TRAMA_LINKAGE_COOPERATION, "2025-09-01", .by = "M", .name = "BC" });
  add_tie (f, (Tie) { "A", "X", TRAMA_LINKAGE_SUBCONTRACTING, "2024-07-01",
                      .confirmed = "2026-06-01", .found_each_other = TRAMA_TRUTH_YES });
  add_tie (f, (Tie) { "C", "T", TRAMA_LINKAGE_SERVICE, "2026-01-01" });
  add_tie (f, (Tie) { "D", "X", TRAMA_LINKAGE_SUBCONTRACTING, "2024-07-01", "2026-01-31",
                      .name = "DX" });
  add_tie (f, (Tie) { "A", "T", TRAMA_LINKAGE_INFORMATION, "2023-01-01", .name = "AT" });
  fixture_done (f);
}

static void
init_request (TramaNetworkRequest *request, TramaVersion *version, TramaGraphScope scope,
              TramaId subject)
{
  *request = (TramaNetworkRequest) {
    .version = version,
    .earlier = fixture_day (EARLIER),
    .arrangement = TRAMA_LAYOUT_TIER_LANES,
    .aspect = 1.5,
  };
  trama_graph_options_init (&request->options, scope, subject, fixture_day (AS_OF));
  request->options.compare = TRUE;
  request->options.compare_to = request->earlier;
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TramaNetworkResult **kept = data;

  *kept = trama_network_compute_finish (result, &error);
  g_assert_no_error (error);
}

static TramaNetworkResult *
compute (const TramaNetworkRequest *request)
{
  TramaNetworkResult *result = NULL;

  trama_network_compute_async (request, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static const TramaNetworkStatement *
statement (const TramaNetworkResult *result, guint i)
{
  g_assert_cmpuint (i, <, result->facts->statements->len);
  return g_ptr_array_index (result->facts->statements, i);
}

static void
assert_says (const TramaNetworkResult *result, guint i, const char *text, const char *detail,
             guint n_records)
{
  g_assert_cmpstr (statement (result, i)->text, ==, text);
  if (detail != NULL)
    g_assert_cmpstr (statement (result, i)->detail, ==, detail);
  g_assert_cmpuint (statement (result, i)->records->len, ==, n_records);
}

static void
assert_about (const TramaNetworkResult *result, guint i, TramaId id)
{
  TramaId about = g_array_index (statement (result, i)->records, TramaId, 0);

  g_assert_true (trama_id_equal (about, id));
}

static void
test_words (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkResult) result = NULL;
  TramaNetworkRequest request;

  make_four (&f);
  init_request (&request, f.version, TRAMA_GRAPH_PROGRAMME, fixture_id (&f, "P"));
  result = compute (&request);
  g_assert_cmpuint (result->facts->ties, ==, 4);
  g_assert_cmpstr (result->facts->headline, ==,
                   "4 ties, 1 more than a year ago; 2 of the 2 among members came through the "
                   "manager");
  g_assert_cmpuint (result->facts->statements->len, ==, 6);
  assert_says (result, 0, "2 ties are new since 30 June 2025", "2 are kept.", 2);
  assert_says (result, 1, "1 tie is lost since then", NULL, 1);
  assert_about (result, 1, fixture_id (&f, "DX"));
  assert_says (result, 2, "All 4 members hold together in one group",
               "Without the manager it would be 2.", 0);
  assert_says (result, 3, "2 members would stand alone without her", "C, D", 2);
  assert_says (result, 4, "1 tie hangs on the manager alone", NULL, 1);
  assert_about (result, 4, fixture_id (&f, "BC"));
  assert_says (result, 5, "1 more tie was not confirmed", NULL, 1);
  assert_about (result, 5, fixture_id (&f, "AT"));
  g_assert_true (result->has_dates && result->has_broker);
  g_assert_false (result->has_tiers);
}

/* Each of four members kept 2 × 1 ÷ 4 = 0.5 of 2 × 2 ÷ 4 = 1.0 ties. A has X and C has T outside. */
static void
test_words_without_broker (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkResult) result = NULL;
  TramaNetworkRequest request;

  make_four (&f);
  init_request (&request, f.version, TRAMA_GRAPH_PROGRAMME, fixture_id (&f, "P"));
  request.options.without_broker = TRUE;
  result = compute (&request);
  g_assert_cmpstr (result->facts->headline, ==,
                   "Without the manager 2 of 4 members stand alone; the largest group holds 2");
  g_assert_cmpuint (result->facts->statements->len, ==, 5);
  assert_says (result, 0, "1 of 2 ties among members remains",
               "Each member keeps 0.5 of 1.0 on average.", 1);
  assert_says (result, 1, "2 of 4 members hold together in the largest group", "With her it is 4.",
               0);
  assert_says (result, 2, "2 members have no tie to another member", "C, D", 2);
  assert_says (result, 3, "2 of 4 members have a tie to somebody outside the group without her",
               NULL, 0);
  assert_says (result, 4, "1 tie hangs on the manager alone", NULL, 1);
}

/* Imported ties without dates, and somebody tied to nobody: nothing can have changed. */
static void
test_words_without_dates (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkResult) result = NULL;
  TramaNetworkRequest request;
  const TramaNetworkChart *chart;

  fixture_init (&f);
  for (guint i = 0; i < 4; i++)
    add_firm (&f, (const char *const[]) { "A", "B", "C", "D" }[i]);
  add_tie (&f, (Tie) { "A", "B" });
  add_tie (&f, (Tie) { "B", "C" });
  fixture_done (&f);
  init_request (&request, f.version, TRAMA_GRAPH_ALL, TRAMA_ID_NONE);
  result = compute (&request);
  g_assert_cmpstr (result->facts->headline, ==, "2 ties among 4 firms and institutions");
  g_assert_cmpuint (result->facts->statements->len, ==, 3);
  assert_says (result, 0, "No tie has a date", NULL, 0);
  assert_says (result, 1, "3 of 4 hold together in the largest group", "There are 2 groups.", 0);
  assert_says (result, 2, "1 is tied to nobody", "D", 1);
  g_assert_false (result->has_dates || result->has_broker);
  chart = trama_network_figure_get_chart (result->figure);
  g_assert_cmpuint (chart->n_ties, ==, 2);
  for (guint i = 0; i < chart->n_ties; i++)
    g_assert_cmpint (chart->ties[i].change, ==, TRAMA_CHANGE_NONE);
}

static TramaVersion *
put (TramaVersion *version, TramaRecordBuilder *builder)
{
  TramaIdSource ids;
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaRecord) record = trama_record_builder_finish (builder);
  g_autoptr (TramaChangeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  TramaVersion *next = NULL;

  trama_id_source_init_seeded (&ids, 7);
  transaction = trama_transaction_new (version, "test", 0, &ids);
  trama_transaction_put_record (transaction, record);
  set = trama_transaction_finish (transaction, "test", &next, &error);
  g_assert_no_error (error);
  trama_record_builder_clear (builder);
  return next;
}

/* Another tie between two who are there moves nobody; somebody new does. */
static void
test_places_stay (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaNetworkResult) first = NULL;
  g_autoptr (TramaNetworkResult) second = NULL;
  g_autoptr (TramaNetworkResult) third = NULL;
  g_autoptr (TramaVersion) with_tie = NULL;
  g_autoptr (TramaVersion) with_firm = NULL;
  TramaNetworkLayouts *layouts = trama_network_layouts_new ();
  TramaNetworkRequest request;
  TramaRecordBuilder builder = { 0 };
  TramaLinkage *tie;
  TramaFirm *firm;

  make_four (&f);
  init_request (&request, f.version, TRAMA_GRAPH_ALL, TRAMA_ID_NONE);
  g_assert_null (trama_network_layouts_find (layouts, &request));
  first = compute (&request);
  trama_network_layouts_keep (layouts, &request, trama_network_figure_get_layout (first->figure));

  tie = fixture_draft (&f, &builder, TRAMA_KIND_LINKAGE, "AD");
  tie->from = fixture_id (&f, "A");
  tie->to = fixture_id (&f, "D");
  with_tie = put (f.version, &builder);
  request.version = with_tie;
  request.layout = trama_network_layouts_find (layouts, &request);
  second = compute (&request);
  g_assert_true (trama_network_figure_get_layout (second->figure)
                 == trama_network_figure_get_layout (first->figure));

  firm = fixture_draft (&f, &builder, TRAMA_KIND_FIRM, "new");
  firm->name = "new";
  with_firm = put (with_tie, &builder);
  request.version = with_firm;
  request.layout = trama_network_layouts_find (layouts, &request);
  third = compute (&request);
  g_assert_true (trama_network_figure_get_layout (third->figure)
                 != trama_network_figure_get_layout (first->figure));
  trama_network_layouts_free (layouts);
}

/* The page in a window. */

static GtkWidget *
find_widget (GtkWidget *widget, const char *type, guint *skip)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_nth (GtkWidget *widget, const char *type, guint n)
{
  GtkWidget *found = find_widget (widget, type, &n);

  g_assert_nonnull (found);
  return found;
}

static gboolean
time_is_up (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static void
wait_for_text (GtkWidget *widget, const char *text)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (20, time_is_up, &late);

  while (!late && !shows_text (widget, text))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  if (late)
    g_error ("not shown: %s", text);
}

static void
choose_kind (GtkWidget *page, guint kind)
{
  /* The first is "all kinds". */
  GtkWidget *check = find_nth (find_nth (page, "TramaNetworkKinds", 0), "GtkCheckButton", kind);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
test_page (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (TramaDocument) document = NULL;
  g_autoptr (TramaWorkspace) workspace = NULL;
  GtkWidget *window = adw_window_new (), *views = adw_navigation_view_new (), *page;
  TramaLens *lens;
  gpointer watched;

  make_four (&f);
  document = trama_document_new (f.version);
  workspace = trama_workspace_new (document);
  lens = trama_workspace_get_lens (workspace);
  trama_lens_set_as_of (lens, fixture_day (AS_OF));
  page = GTK_WIDGET (trama_network_page_make (workspace));
  watched = page;
  g_object_add_weak_pointer (G_OBJECT (page), &watched);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (views), ADW_NAVIGATION_PAGE (page));
  adw_window_set_content (ADW_WINDOW (window), views);
  gtk_window_set_default_size (GTK_WINDOW (window), 1040, 800);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_text (page, "4 ties, 1 more than a year ago; 2 of the 2 among members came through the "
                       "manager");

  trama_lens_set_with_broker (lens, FALSE);
  wait_for_text (page, "Without the manager 2 of 4 members stand alone; the largest group holds 2");
  trama_lens_set_with_broker (lens, TRUE);
  wait_for_text (page, "The network in words");

  trama_lens_set_selected (lens, fixture_id (&f, "BC"));
  wait_for_text (page, "no contact known in the last 12 months");
  trama_lens_set_selected (lens, TRAMA_ID_NONE);
  wait_for_text (page, "The network in words");

  /* Kinds there are none of are there to be taken back, not to be stuck with. */
  choose_kind (page, TRAMA_LINKAGE_SERVICE);
  wait_for_text (page, "1 tie, 1 more than a year ago");
  choose_kind (page, 0);
  wait_for_text (page, "2 ties are new since 30 June 2025");

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find_nth (page, "AdwToggleGroup", 0)),
                                    "table");
  wait_for_text (page, "not confirmed");

  gtk_window_destroy (GTK_WINDOW (window));
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Without any tie the page says what will be here. */
static void
test_empty_page (void)
{
  g_autoptr (TramaVersion) version = trama_version_new_empty ();
  g_autoptr (TramaDocument) document = trama_document_new (version);
  g_autoptr (TramaWorkspace) workspace = trama_workspace_new (document);
  GtkWidget *window = adw_window_new (), *views = adw_navigation_view_new (), *page;

  page = GTK_WIDGET (trama_network_page_make (workspace));
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (views), ADW_NAVIGATION_PAGE (page));
  adw_window_set_content (ADW_WINDOW (window), views);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_text (page, "No Ties Yet");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/network-page/words", test_words);
  g_test_add_func ("/network-page/words-without-broker", test_words_without_broker);
  g_test_add_func ("/network-page/words-without-dates", test_words_without_dates);
  g_test_add_func ("/network-page/places-stay", test_places_stay);
  g_test_add_func ("/network-page/page", test_page);
  g_test_add_func ("/network-page/empty-page", test_empty_page);
  return g_test_run ();
}
