/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case file that is wrong is refused with its place; one that is right becomes records. */
#include <string.h>

#include "trama-case.h"
#include "trama-evaluation.h"

#define HEAD \
  "{\"format\":\"trama-case\",\"id\":\"x-y-1996\",\"title\":\"X\",\"place\":\"X\",\"year\":1996," \
  "\"text\":\"T\",\"source\":{\"document\":\"Y\",\"place\":\"1\"}"
#define RATING(method, criterion, rating) \
  HEAD ",\"ratings\":[{\"subject\":\"cluster\",\"method\":\"" method "\",\"criterion\":\"" criterion \
       "\",\"date\":\"1996\",\"rating\":" rating ",\"argument\":\"A\",\"place\":\"2\"}]}"
#define VERDICT(rest) HEAD ",\"verdicts\":[{\"subject\":\"cluster\",\"place\":\"2\"," rest "}]}"

static const struct
{
  const char *text;
  const char *part; /* of the message */
} wrong[] = {
  { "{", "not valid JSON" },
  { "{\"format\":\"other\"}", "not a case file" },
  { HEAD ",\"more\":1}", "nobody knows this member" },
  { HEAD ",\"subjects\":[{\"id\":\"a\",\"type\":\"planet\",\"name\":\"A\"}]}",
    "subjects 1, type: not what a case can be about" },
  { HEAD ",\"subjects\":[{\"id\":\"a\",\"type\":\"cluster\",\"name\":\"A\"},"
         "{\"id\":\"a\",\"type\":\"cluster\",\"name\":\"B\"}]}",
    "subjects 2, id: another subject has this id" },
  { HEAD ",\"subjects\":[{\"id\":\"a\",\"type\":\"cluster\",\"name\":\"A\","
         "\"fields\":{\"planets\":\"7\"}}]}",
    "planets: no such field" },
  { RATING ("no-such", "trust", "1"), "ratings 1, method: no such method" },
  { RATING ("cluster-type", "planets", "1"), "ratings 1, criterion: no such criterion" },
  { RATING ("cluster-type", "trust", "4"), "ratings 1, rating: no such level" },
  { RATING ("initiative-screen", "trust", "1"), "the method judges something else" },
  { VERDICT ("\"method\":\"cluster-type\",\"outcome\":\"planet\""), "verdicts 1, outcome: planet" },
  { VERDICT ("\"method\":\"cluster-type\",\"against\":[\"planets\"]"),
    "verdicts 1, against: planets" },
  { VERDICT ("\"method\":\"cluster-type\",\"as_of\":\"1996\""), "as_of: not a day" },
  { HEAD ",\"industry\":\"mining\"}", "mining" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (50);
      g_autoptr (TramaCase) a_case
          = trama_case_parse ("wrong.json", wrong[i].text, strlen (wrong[i].text), problems);
      g_autoptr (GString) all = g_string_new (NULL);

      g_assert_null (a_case);
      for (guint p = 0; p < trama_problems_n_kept (problems); p++)
        {
          g_autofree char *line = trama_problem_to_text (trama_problems_get (problems, p));

          g_assert_true (g_str_has_prefix (line, "wrong.json:"));
          g_string_append_printf (all, "%s\n", line);
        }
      if (strstr (all->str, wrong[i].part) == NULL)
        g_error ("“%s” does not say “%s”", all->str, wrong[i].part);
    }
}

/* A rating becomes an assessment with its argument and the document as evidence. */
static void
test_right (void)
{
  static const char text[] = RATING ("cluster-type", "trust", "2");
  g_autoptr (TramaProblems) problems = trama_problems_new (50);
  g_autoptr (TramaCase) a_case = trama_case_parse ("right.json", text, strlen (text), problems);
  const TramaCaseSubject *cluster;
  TramaRecords ratings;
  const TramaAssessment *rating;

  g_assert_cmpuint (trama_problems_count (problems), ==, 0);
  g_assert_nonnull (a_case);
  g_assert_cmpint (trama_case_day (a_case), ==, trama_day_from_civil (1996, 12, 31));
  cluster = trama_case_subject (a_case, "cluster");
  g_assert_nonnull (cluster);
  ratings
      = TRAMA_REFERRING (a_case->version, ASSESSMENT, TramaAssessment, subject, cluster->record);
  g_assert_cmpuint (ratings.n, ==, 1);
  rating = (const TramaAssessment *) ratings.records[0];
  g_assert_cmpint (rating->rating, ==, 2);
  g_assert_cmpstr (rating->reason, ==, "A");
  g_assert_cmpint (rating->role, ==, TRAMA_ASSESSOR_EXTERNAL);
  g_assert_cmpint (trama_record_grade (a_case->version, &rating->record), ==, TRAMA_GRADE_A);
}

/* The same ids whenever it is read. */
static void
test_built_in (void)
{
  GPtrArray *cases = trama_cases_built_in ();
  g_autofree char *folder_path = g_build_filename (g_getenv ("TRAMA_DATA_DIR"), "cases", NULL);
  g_autoptr (GDir) folder = g_dir_open (folder_path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *id = g_strndup (name, strlen (name) - strlen (".json"));
        g_autofree char *path = g_build_filename (folder_path, name, NULL);
        g_autofree char *text = NULL;
        g_autoptr (TramaProblems) problems = trama_problems_new (50);
        g_autoptr (TramaCase) again = NULL;
        gsize length;

        g_assert_true (g_file_get_contents (path, &text, &length, NULL));
        again = trama_case_parse (name, text, length, problems);
        g_assert_nonnull (again);
        if (trama_cases_find (id) == NULL)
          g_error ("%s is not among the built-in cases", name);
        g_assert_true (trama_version_equal (again->version, trama_cases_find (id)->version));
        n++;
      }
  g_assert_cmpuint (cases->len, ==, n);
  g_assert_null (trama_cases_find ("none"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-file/wrong", test_wrong);
  g_test_add_func ("/case-file/right", test_right);
  g_test_add_func ("/case-file/built-in", test_built_in);
  return g_test_run ();
}
