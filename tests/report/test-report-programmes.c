/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The printed evaluation of every programme of the sample, of other dates, and read from the right.
 * With TRAMA_REPORT_OUT set to a folder, the files are left there. */

#include "report-fixture.h"

static TramaVersion *sample;

/* Young, stalled, without months closed, past its hand-over, before it was formed. */
static const char *const never[] = {
  "none; none",       "(none",         "\n0 criteria",
  "; 0 are not",      ", not known 0", " 0 distinct actions",
  "Of the 0 records", "1970",
};

static void
check_programme (gconstpointer data)
{
  const TramaProgramme *programme = data;
  TramaReportOptions options = { .paper = TRAMA_PAPER_LETTER };
  g_autoptr (TramaReport) report = make_report (sample, programme->name, AS_OF, &options);
  g_autoptr (TramaReport) before
      = make_report (sample, programme->name, programme->formed.first - 200, &options);
  g_autofree char *words = all_words (trama_report_get_pages (report));

  keep (report, "letter");
  keep (before, "before");
  g_assert_nonnull (strstr (words, programme->name));
  g_assert_cmpuint (trama_pages_n (trama_report_get_pages (report)), >, 8);
  /* The summary can be torn out, on the lower paper too. */
  g_assert_cmpstr (trama_pages_get_section (trama_report_get_pages (report), 2), !=, "Summary");
  /* Noughts are told in words, or not at all; a figure that is none says of what. */
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (words, never[i]) != NULL)
      g_test_fail_printf ("%s: “%s”", programme->name, never[i]);
}

static void
test_mirrored (void)
{
  TramaReportOptions options = { .language = "ar" };
  g_autoptr (TramaReport) report = make_report (sample, FRANKLIN, AS_OF, &options);

  keep (report, "mirrored");
  g_assert_cmpuint (trama_pages_n (trama_report_get_pages (report)), >, 8);
}

/* Another date, other figures: nothing on the pages is canned. */
static void
test_other_date (void)
{
  g_autoptr (TramaReport) now = make_report (sample, FRANKLIN, AS_OF, NULL);
  g_autoptr (TramaReport) then = make_report (sample, FRANKLIN, AS_OF - 365, NULL);
  g_autofree char *summary_now = trama_pages_get_words (trama_report_get_pages (now), 1);
  g_autofree char *summary_then = trama_pages_get_words (trama_report_get_pages (then), 1);

  g_assert_cmpstr (summary_now, !=, summary_then);
  g_assert_null (strstr (summary_then, "After 24 months"));
  g_assert_nonnull (strstr (summary_then, "After 12 months"));
}

int
main (int argc, char *argv[])
{
  TramaTable *programmes;
  int result;

  g_test_init (&argc, &argv, NULL);
  sample = load_sample ();
  programmes = trama_version_table (sample, TRAMA_KIND_PROGRAMME);
  for (guint i = 0; i < trama_table_size (programmes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/programme-%u", i + 1);

      g_test_add_data_func (path, trama_table_get (programmes, i), check_programme);
    }
  g_test_add_func ("/report/mirrored", test_mirrored);
  g_test_add_func ("/report/other-date", test_other_date);
  result = g_test_run ();
  trama_version_unref (sample);
  return result;
}
