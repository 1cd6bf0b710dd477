/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The printed evaluation of the sample's programmes: that its figures are those of the evaluation,
 * that nobody is named who did not agree, that it is the same every time. With TRAMA_REPORT_OUT set
 * to a folder, the file is left there. */

#include "report-fixture.h"

#include "trama-evaluation.h"
#include "trama-pages-private.h"
#include "trama-report-mask.h"

static TramaVersion *sample;
/* The report that most tests look at, made once. */
static TramaReport *franklin;

/* All that stands on the pages, the labels of charts too. */
static char *
everything (const TramaReport *report)
{
  const TramaPages *pages = trama_report_get_pages (report);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < trama_pages_n (pages); i++)
    {
      const TramaPage *page = pages->pages->pdata[i];
      g_autofree char *words = trama_pages_get_words (pages, i);

      g_string_append (all, words);
      for (guint k = 0; k < page->fragments->len; k++)
        {
          const TramaScene *scene = g_array_index (page->fragments, TramaPageFragment, k).scene;

          for (guint n = 0; scene != NULL && n < trama_scene_get_n_texts (scene); n++)
            g_string_append_printf (all, "%s\n", trama_scene_get_text (scene, n));
        }
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static gboolean
has_word (const char *text, const char *name)
{
  g_autofree char *escaped = g_regex_escape_string (name, -1);
  g_autofree char *pattern
      = g_strconcat ("(?<![\\p{L}\\p{N}])", escaped, "(?![\\p{L}\\p{N}])", NULL);

  return g_regex_match_simple (pattern, text, 0, 0);
}

/* Every verdict and figure of the evaluation stands on paper. */
static void
test_figures (void)
{
  TramaReport *report = franklin;
  g_autoptr (TramaEvaluation) evaluation = trama_evaluation_new (
      trama_methods_find ("profo"), sample, find_programme (sample, FRANKLIN), AS_OF, G_MAXINT32);
  g_autofree char *score = trama_evaluation_to_prose (evaluation);
  g_autofree char *words = all_words (trama_report_get_pages (report));

  keep (report, "figures");
  g_assert_nonnull (strstr (words, score));
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = evaluation->results->pdata[i];

      g_assert_nonnull (strstr (words, result->criterion->title));
      for (guint k = 0; k < result->figures->len; k++)
        {
          const TramaFigureUse *use = result->figures->pdata[k];
          g_autofree char *figure = trama_figure_to_prose (use->figure);

          if (result->verdict == TRAMA_VERDICT_NOT_MET && use->figure->known)
            g_assert_nonnull (strstr (words, figure));
        }
    }
  g_assert_nonnull (strstr (words, "After 24 months the group meets 7, at most 8, of 12 criteria"));
  g_assert_nonnull (strstr (words, "invented data"));
  g_assert_nonnull (strstr (words, "Prepared by"));
  g_assert_nonnull (strstr (words, "Marta Ríos"));
  /* What the sample's page says of it: a stage never written down. */
  g_assert_nonnull (strstr (words, "Which stage has “Safety shoe with a local sole” reached"));
  /* The open complaint stands on the summary. */
  {
    g_autofree char *summary = trama_pages_get_words (trama_report_get_pages (report), 1);

    g_assert_nonnull (strstr (summary, "lost its orders after the joint purchase"));
  }
}

/* Sections in the template's order, each listed with its page. */
static void
test_sections (void)
{
  static const char *const names[] = { "Summary",
                                       "The programme and its plan",
                                       "Members and tiers",
                                       "Network",
                                       "Joint actions",
                                       "Training and testing",
                                       "Money",
                                       "Criteria",
                                       "Method and sources",
                                       "Evidence annex",
                                       "The charts in figures" };
  TramaReport *report = franklin;
  const TramaPages *pages = trama_report_get_pages (report);
  g_autofree char *cover = trama_pages_get_words (pages, 0);
  guint at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (strstr (cover, names[i]));
  for (guint i = 1; i < trama_pages_n (pages); i++)
    {
      const char *section = trama_pages_get_section (pages, i);

      while (at < G_N_ELEMENTS (names) && strcmp (names[at], section) != 0)
        at++;
      g_assert_cmpuint (at, <, G_N_ELEMENTS (names));
    }
  /* The summary can be torn out: it is one page. */
  g_assert_cmpstr (trama_pages_get_section (pages, 1), ==, "Summary");
  g_assert_cmpstr (trama_pages_get_section (pages, 2), ==, "The programme and its plan");
}

static void
check_nobody_named (const TramaReport *report, TramaReportMask *mask)
{
  g_autofree char *all = everything (report);
  guint n = 0;

  for (guint i = 0; i < mask->masked->len; i++)
    {
      const TramaFirm *firm
          = (const TramaFirm *) TRAMA_FIND (sample, FIRM, g_array_index (mask->masked, TramaId, i));

      if (has_word (all, firm->name))
        g_error ("%s did not agree to be named", firm->name);
      n++;
    }
  g_assert_cmpuint (n, >, 50);
}

static void
test_nobody_named (gconstpointer data)
{
  TramaReportOptions options
      = { .audience = (TramaReportAudience) GPOINTER_TO_UINT (data), .recipient = NULL };
  g_autoptr (TramaReport) report = make_report (sample, FRANKLIN, AS_OF, &options);
  TramaId programme = find_programme (sample, FRANKLIN);
  const char *donor = ((const TramaProgramme *) TRAMA_FIND (sample, PROGRAMME, programme))->donor;
  g_autoptr (TramaReportMask) mask
      = trama_report_mask_new (sample, programme, options.audience, donor);

  check_nobody_named (report, mask);
}

/* Six of 22 members said no to the donor; one of them had said yes and took it back. */
static void
test_donor (void)
{
  TramaReport *report = franklin;
  g_autofree char *all = everything (report);
  g_autoptr (TramaReport) other = NULL;
  TramaReportOptions options = { .recipient = "Somebody else" };

  g_assert_cmpuint (trama_report_get_n_masked (report), ==, 6);
  g_assert_nonnull (strstr (all, "6 of 22 firms did not agree to be named"));
  g_assert_nonnull (strstr (all, "Firm 1\n"));
  g_assert_nonnull (strstr (all, "Calzados Lema"));
  /* What was agreed toward one donor was not agreed toward another. */
  other = make_report (sample, FRANKLIN, AS_OF, &options);
  g_assert_cmpuint (trama_report_get_n_masked (other), >, 15);
}

/* What tests found never rises above the broker. "Failed" may well be said of an initiative, so only
 * the pages that speak of tests are looked at, and the annex. */
static void
test_withheld (void)
{
  TramaReport *report = franklin;
  const TramaPages *pages = trama_report_get_pages (report);
  guint looked_at = 0;

  for (guint i = 0; i < trama_pages_n (pages); i++)
    {
      const char *section = trama_pages_get_section (pages, i);
      g_autofree char *words = trama_pages_get_words (pages, i);

      if (strcmp (section, "Training and testing") != 0 && strcmp (section, "Evidence annex") != 0)
        continue;
      looked_at++;
      for (guint result = TRAMA_TEST_PASSED; result <= TRAMA_TEST_INCONCLUSIVE; result++)
        g_assert_null (strstr (words, trama_test_result_label ((TramaTestResult) result)));
    }
  g_assert_cmpuint (looked_at, >, 2);
}

/* Made a second time of the same records, it is the same file, byte for byte. */
static void
test_same_bytes (void)
{
  g_autoptr (TramaReport) again = make_report (sample, FRANKLIN, AS_OF, NULL);
  const TramaReport *reports[2] = { franklin, again };
  GBytes *bytes[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      bytes[i] = trama_pages_to_pdf (trama_report_get_pages (reports[i]), NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
  g_bytes_unref (bytes[0]);
  g_bytes_unref (bytes[1]);
}

static void
test_no_programme (void)
{
  g_autoptr (GError) error = NULL;
  TramaId nobody = { 1, 2 };

  g_assert_null (trama_report_new (sample, trama_report_templates_find ("programme-evaluation"),
                                   nobody, AS_OF, NULL, NULL, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  sample = load_sample ();
  franklin = make_report (sample, FRANKLIN, AS_OF, NULL);
  g_test_add_func ("/report/figures", test_figures);
  g_test_add_func ("/report/sections", test_sections);
  g_test_add_data_func ("/report/nobody-named/donor", GUINT_TO_POINTER (TRAMA_REPORT_FOR_DONOR),
                        test_nobody_named);
  g_test_add_data_func ("/report/nobody-named/agency", GUINT_TO_POINTER (TRAMA_REPORT_FOR_AGENCY),
                        test_nobody_named);
  g_test_add_func ("/report/donor", test_donor);
  g_test_add_func ("/report/withheld", test_withheld);
  g_test_add_func ("/report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/no-programme", test_no_programme);
  result = g_test_run ();
  trama_report_unref (franklin);
  trama_version_unref (sample);
  return result;
}
