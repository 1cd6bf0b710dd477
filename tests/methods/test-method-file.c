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

#define ITEM(id, rest) "{\"id\":\"" id "\",\"title\":\"C\",\"text\":\"T\"," rest "}"
#define RUBRIC "\"rubric\":[{\"level\":0,\"anchor\":\"No\"},{\"level\":1,\"anchor\":\"Yes\"}]"
#define RATED(rest) HEAD ITEM ("c", rest) "]}"
#define TWO(a, b) HEAD ITEM ("a", "\"rule\":" a) "," ITEM ("b", "\"rule\":" b) "]}"
#define SCORED(rest) HEAD ITEM ("c", RUBRIC) "]," rest "}"

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
  /* rules that name criteria */
  { TWO ("{\"criterion\":\"no-such\",\"at_least\":1}", "{\"measure\":\"members\",\"at_least\":1}"),
    "criteria / a / rule, criterion: no such criterion: “no-such”" },
  { TWO ("{\"criterion\":\"b\",\"at_least\":1}", "{\"criterion\":\"a\",\"at_least\":1}"),
    "rules in a circle: a → b → a" },
  { TWO ("{\"any\":[{\"criterion\":\"a\",\"at_least\":1}]}",
         "{\"measure\":\"members\",\"at_least\":1}"),
    "rules in a circle: a → a" },
  /* rules that can never hold */
  { TWO ("{\"criterion\":\"b\",\"at_least\":2}", "{\"measure\":\"members\",\"at_least\":1}"),
    "criteria / a / rule, at_least: this rule can never hold: “b”" },
  { CRITERION ("{\"measure\":\"members-trained\",\"at_least\":2}"), "can never hold" },
  { CRITERION ("{\"all\":[{\"measure\":\"members\",\"at_least\":5},"
               "{\"measure\":\"members\",\"at_most\":4}]}"),
    "criteria / c / rule, all: this rule can never hold" },
  { CRITERION ("{\"count\":[{\"measure\":\"members\",\"at_least\":5}],\"at_least\":2}"),
    "can never hold" },
  { CRITERION ("{\"count\":[{\"measure\":\"members\",\"at_least\":5}]}"), "how many" },
  { CRITERION ("{\"field\":\"no_such\",\"known\":true}"), "no such field" },
  { CRITERION ("{\"field\":\"name\",\"is\":[\"x\"]}"), "has no choices" },
  { CRITERION ("{\"field\":\"name\"}"), "“known”: true" },
  /* rubrics */
  { RATED ("\"rubric\":[{\"level\":0,\"anchor\":\"None\"},{\"level\":2,\"anchor\":\"Much\"}]"),
    "levels out of order" },
  { RATED ("\"rubric\":[{\"level\":0,\"anchor\":\"\"}]"),
    "criteria / c / rubric, anchor: not a text" },
  { RATED ("\"rubric\":[{\"level\":0}]"), "anchor: missing" },
  { RATED ("\"window\":12"), "a rule or a rubric" },
  { RATED (RUBRIC ",\"good_at_least\":3"), "a whole number from 0 to 1" },
  { RATED (RUBRIC ",\"field\":\"name\""), "cannot be read as a rating" },
  /* bands */
  { RATED (RUBRIC ",\"figure\":{\"measure\":\"members\",\"bands\":[{\"level\":0,\"below\":5},"
                  "{\"level\":1,\"from\":4}]}"),
    "criteria / c / figure / bands, from: bands overlap" },
  { RATED (RUBRIC ",\"figure\":{\"measure\":\"members\",\"bands\":[{\"level\":0,\"below\":5},"
                  "{\"level\":1,\"from\":6}]}"),
    "a gap between bands" },
  { RATED (RUBRIC ",\"figure\":{\"measure\":\"members\",\"bands\":[{\"level\":4}]}"),
    "a level of the rubric" },
  { RATED (RUBRIC ",\"figure\":{\"measure\":\"members\",\"bands\":[{\"level\":0,\"from\":3,"
                  "\"below\":3}]}"),
    "the band is empty" },
  /* how it is scored */
  { SCORED ("\"scoring\":\"votes\""), "unknown scoring" },
  { SCORED ("\"scoring\":\"profiles\""), "outcomes: not a list" },
  { SCORED ("\"scoring\":\"profiles\",\"outcomes\":[{\"id\":\"o\",\"title\":\"O\"}]"),
    "outcomes / o, profile: neither, or both" },
  { SCORED ("\"scoring\":\"profiles\",\"outcomes\":[{\"id\":\"o\",\"title\":\"O\","
            "\"profile\":{\"c\":[0,7]}}]"),
    "outcomes / o / profile, c: no rating can ever be in this cell" },
  { SCORED ("\"scoring\":\"profiles\",\"outcomes\":[{\"id\":\"o\",\"title\":\"O\","
            "\"profile\":{\"d\":1}}]"),
    "outcomes / o / profile, d: no such criterion" },
  { SCORED ("\"scoring\":\"outcomes\",\"outcomes\":[{\"id\":\"o\",\"title\":\"O\"},"
            "{\"id\":\"p\",\"title\":\"P\"}]"),
    "can never hold" },
  { SCORED ("\"scoring\":\"weakest\",\"required\":[\"d\"]"), "required: no such criterion" },
  { SCORED (
        "\"scoring\":\"weakest\",\"axes\":[{\"id\":\"x\",\"title\":\"X\",\"criteria\":[\"d\"]}]"),
    "axes, criteria: no such criterion" },
  { SCORED ("\"scoring\":\"weakest\",\"advice\":[{\"title\":\"X\"}]"), "advice, text: missing" },
  { SCORED ("\"scoring\":\"outcomes\",\"override\":{\"kind\":\"tier-reading\",\"field\":\"tier\","
            "\"reason\":\"reason\"},\"outcomes\":[{\"id\":\"o\",\"title\":\"O\"}]"),
    "nothing can be overridden by this" },
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

  g_autoptr (GDir) folder = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("TRAMA_DATA_DIR"), "methods", NULL);
  const char *name;
  guint n = 0;

  /* Every file of the folder is among them. */
  folder = g_dir_open (path, 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strlen (name) - strlen (".json"));

      g_assert_true (g_str_has_suffix (name, ".json"));
      g_assert_nonnull (trama_methods_find (id));
      n++;
    }
  g_assert_cmpuint (methods->len, ==, n);
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
