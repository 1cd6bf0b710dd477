/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A method file that is wrong is refused, with the place, what was found and what is expected. */
#include <string.h>

#include "trama-method.h"

#define SOURCE "\"source\":{\"document\":\"D\",\"place\":\"1\"}"
#define HEAD \
  "{\"format\":\"trama-method\",\"id\":\"m\",\"version\":\"1\",\"title\":\"M\"," \
  "\"subject\":\"programme\",\"text\":\"T\",\"basis\":\"B\"," SOURCE ",\"criteria\":["
#define CRITERION(rule) \
  HEAD "{\"id\":\"c\",\"title\":\"C\",\"text\":\"T\",\"basis\":\"B\"," SOURCE ",\"rule\":" rule "}]}"

static const struct
{
  const char *text;
  const char *part; /* of the message */
} wrong[] = {
  { "", "empty" },
  { "{", "not valid JSON" },
  { "[]", "not an object" },
  { "{\"format\":\"other\"}", "not a method file" },
  { CRITERION ("{\"measure\":\"no-such\",\"at_least\":1}"),
    "criteria / c / rule, measure: unknown measure; found \"no-such\"" },
  { CRITERION ("{\"measure\":\"members\"}"), "one of “at_least” and “at_most”" },
  { CRITERION ("{\"measure\":\"members\",\"at_least\":1,\"at_most\":2}"), "no threshold, or two" },
  { CRITERION ("{\"measure\":\"members\",\"at_least\":\"1/0\"}"), "not a threshold" },
  { CRITERION ("{\"measure\":\"members\",\"at_least\":0.5}"), "not a threshold" },
  { CRITERION ("{\"measure\":\"members\",\"at_least\":-1}"), "not a threshold" },
  { CRITERION ("{\"measure\":\"members\",\"at_least\":1,\"months\":3}"),
    "nobody knows this member" },
  { CRITERION ("{\"measure\":\"members\",\"parameters\":{\"months\":3},\"at_least\":1}"),
    "no such parameter" },
  { CRITERION (
        "{\"measure\":\"joint-actions\",\"parameters\":{\"kinds\":[\"party\"]},\"at_least\":1}"),
    "not one of the choices; found \"party\"" },
  { CRITERION ("{\"measure\":\"joint-actions\",\"at_least\":1}"), "kinds: missing" },
  { CRITERION ("{\"all\":[]}"), "not a list" },
  { CRITERION ("{\"all\":[{\"any\":[{\"measure\":\"x\",\"at_least\":1}]}]}"), "rule / all / any" },
  { CRITERION ("{\"all\":[],\"measure\":\"members\"}"), "more than one rule" },
  { CRITERION ("{\"measure\":\"members\",\"at_least\":{\"measure\":\"none\"}}"),
    "unknown measure" },
  { HEAD "]}", "criteria: not a list" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (TramaProblems) problems = trama_problems_new (50);
      g_autoptr (TramaMethod) method
          = trama_method_parse ("wrong.json", wrong[i].text, strlen (wrong[i].text), problems);
      g_autoptr (GString) all = g_string_new (NULL);

      g_assert_null (method);
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

/* Rules nested without end are refused, not followed. */
static void
test_deep (void)
{
  g_autoptr (GString) rule = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (TramaProblems) problems = trama_problems_new (50);
  g_autoptr (TramaMethod) method = NULL;

  for (int i = 0; i < 25; i++)
    g_string_append (rule, "{\"all\":[");
  g_string_append (rule, "{\"measure\":\"members\",\"at_least\":1}");
  for (int i = 0; i < 25; i++)
    g_string_append (rule, "]}");
  text = g_strconcat (
      HEAD, "{\"id\":\"c\",\"title\":\"C\",\"text\":\"T\",\"basis\":\"B\"," SOURCE ",\"rule\":",
      rule->str, "}]}", NULL);
  method = trama_method_parse ("deep.json", text, strlen (text), problems);
  g_assert_null (method);
  g_assert_cmpuint (trama_problems_count (problems), >, 0);
}

static void
test_twins (void)
{
  static const char text[]
      = HEAD "{\"id\":\"c\",\"title\":\"C\",\"text\":\"T\",\"basis\":\"B\"," SOURCE
             ",\"rule\":{\"measure\":\"members\",\"at_least\":1}},"
             "{\"id\":\"c\",\"title\":\"C\",\"text\":\"T\",\"basis\":\"B\"," SOURCE
             ",\"rule\":{\"measure\":\"members\",\"at_least\":1}}]}";
  g_autoptr (TramaProblems) problems = trama_problems_new (50);

  g_assert_null (trama_method_parse ("twins.json", text, strlen (text), problems));
  g_assert_cmpuint (trama_problems_count (problems), ==, 1);
}

static void
test_right (void)
{
  static const char text[] = CRITERION ("{\"any\":[{\"measure\":\"members\",\"at_most\":5},"
                                        "{\"measure\":\"members-trained\",\"at_least\":\"2/3\"}]}");
  g_autoptr (TramaProblems) problems = trama_problems_new (50);
  g_autoptr (TramaMethod) method = trama_method_parse ("right.json", text, strlen (text), problems);
  const TramaRule *rule;

  g_assert_cmpuint (trama_problems_count (problems), ==, 0);
  g_assert_nonnull (method);
  rule = trama_method_criterion (method, "c")->rule;
  g_assert_cmpint (rule->kind, ==, TRAMA_RULE_ANY);
  rule = g_ptr_array_index (rule->rules, 1);
  g_assert_cmpint (rule->threshold.n, ==, 2);
  g_assert_cmpint (rule->threshold.d, ==, 3);
  g_assert_cmpint (rule->parameters[0], ==, 12);
}

static void
test_built_in (void)
{
  GPtrArray *methods = trama_methods_built_in ();

  g_assert_cmpuint (methods->len, ==, 2);
  g_assert_cmpuint (trama_methods_find ("profo")->criteria->len, ==, 12);
  g_assert_cmpuint (trama_methods_find ("network-results")->criteria->len, ==, 8);
  g_assert_null (trama_methods_find ("none"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method-file/wrong", test_wrong);
  g_test_add_func ("/method-file/deep", test_deep);
  g_test_add_func ("/method-file/twins", test_twins);
  g_test_add_func ("/method-file/right", test_right);
  g_test_add_func ("/method-file/built-in", test_built_in);
  return g_test_run ();
}
