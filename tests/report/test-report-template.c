/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Templates are read strictly, and what is wrong with one is told with its place. */

#include "trama-report-template.h"

#include <string.h>

static char *
problem_of (const char *text)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (5);
  TramaReportTemplate *template
      = trama_report_template_parse ("test.json", text, strlen (text), problems);

  if (template != NULL)
    {
      trama_report_template_unref (template);
      return g_strdup ("none");
    }
  g_assert_cmpuint (trama_problems_count (problems), >, 0);
  return trama_problem_to_text (trama_problems_get (problems, 0));
}

static char *
with_parts (const char *parts)
{
  return g_strdup_printf ("{\"format\":\"trama-report-template\",\"id\":\"t\",\"version\":\"1\","
                          "\"title\":\"T\",\"subject\":\"programme\",\"sections\":[{\"id\":\"s\","
                          "\"name\":\"S\",\"parts\":[%s]}]}",
                          parts);
}

static void
test_good (void)
{
  g_autofree char *text
      = with_parts ("{\"part\":\"heading\",\"level\":1,\"text\":\"A heading\"},"
                    "{\"part\":\"columns\",\"columns\":[{\"span\":6,\"parts\":[{\"part\":\"chart\","
                    "\"id\":\"taper\",\"height\":120}]},{\"span\":6,\"parts\":[]}]},"
                    "{\"part\":\"table\",\"id\":\"criteria\"},{\"part\":\"page-break\"}");
  g_autoptr (TramaProblems) problems = trama_problems_new (5);
  g_autoptr (TramaReportTemplate) template
      = trama_report_template_parse ("test.json", text, strlen (text), problems);
  const TramaReportSection *section;
  const TramaReportPart *columns;

  g_assert_nonnull (template);
  g_assert_cmpuint (template->sections->len, ==, 1);
  section = template->sections->pdata[0];
  g_assert_true (section->flags & TRAMA_PAGE_SECTION_NUMBERED);
  g_assert_cmpuint (section->parts->len, ==, 4);
  columns = section->parts->pdata[1];
  g_assert_cmpint (columns->kind, ==, TRAMA_REPORT_PART_COLUMNS);
  g_assert_cmpuint (columns->columns->len, ==, 2);
  g_assert_cmpfloat (
      ((const TramaReportPart *) ((const TramaReportColumn *) columns->columns->pdata[0])
           ->parts->pdata[0])
          ->height,
      ==, 120);
}

static void
test_bad (void)
{
  static const struct
  {
    const char *parts;
    const char *said;
  } cases[] = {
    { "{\"part\":\"pie\"}", "This kind of part is not known" },
    { "{\"part\":\"chart\",\"id\":\"pie\"}", "Nothing is called “pie”" },
    { "{\"part\":\"table\",\"id\":\"taper\"}", "Nothing is called “taper”" },
    { "{\"part\":\"rule\",\"colour\":\"red\"}", "This member is not known here" },
    { "{\"part\":\"heading\"}", "This part says nothing" },
    { "{\"part\":\"heading\",\"level\":9,\"text\":\"x\"}", "out of its range" },
    { "{\"part\":\"paragraph\",\"text\":\"x\",\"style\":\"loud\"}", "This style is not known" },
    { "{\"part\":\"key-figures\",\"ids\":[]}", "This part needs names" },
    { "{\"part\":\"columns\",\"columns\":[{\"span\":8,\"parts\":[]},{\"span\":8,\"parts\":[]}]}",
      "wider than the page" },
    { "{\"part\":\"heading\",\"text\":\"x\"", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = with_parts (cases[i].parts);
      g_autofree char *said = problem_of (text);

      g_assert_cmpstr (said, !=, "none");
      if (strstr (said, cases[i].said) == NULL)
        g_error ("%s: %s", cases[i].parts, said);
      g_assert_nonnull (strstr (said, "test.json"));
    }
}

static void
test_place (void)
{
  g_autofree char *text = with_parts ("{\"part\":\"chart\",\"id\":\"pie\"}");
  g_autofree char *said = problem_of (text);

  /* Section, part, member, and what would do. */
  g_assert_nonnull (strstr (said, "s / chart"));
  g_assert_nonnull (strstr (said, "id"));
  g_assert_nonnull (strstr (said, "taper"));
}

static void
test_built_in (void)
{
  GPtrArray *templates = trama_report_templates_built_in ();
  const TramaReportTemplate *template = trama_report_templates_find ("programme-evaluation");

  g_assert_cmpuint (templates->len, >, 0);
  g_assert_nonnull (template);
  g_assert_cmpstr (template->subject, ==, "programme");
  g_assert_null (trama_report_templates_find ("no-such"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-template/good", test_good);
  g_test_add_func ("/report-template/bad", test_bad);
  g_test_add_func ("/report-template/place", test_place);
  g_test_add_func ("/report-template/built-in", test_built_in);
  return g_test_run ();
}
