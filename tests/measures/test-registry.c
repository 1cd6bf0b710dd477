/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The registry is whole, and docs/measures.md is its picture: with --write the page is written
 * anew, without it the page must be as the registry says.
 */
#include <gio/gio.h>
#include <string.h>

#include "trama-measure.h"

static void
append_parameters (GString *page, const TramaMeasure *measure)
{
  for (int i = 0; i < TRAMA_MAX_PARAMETERS && measure->parameters[i].id != NULL; i++)
    {
      const TramaParameter *parameter = &measure->parameters[i];

      g_string_append_printf (page, "%s`%s`", i > 0 ? ", " : "", parameter->id);
      if (parameter->choices_kind != TRAMA_KIND_NONE)
        g_string_append_printf (page, " (a list of `%s` of %s)", parameter->choices_field,
                                trama_kind_info (parameter->choices_kind)->id);
      else
        g_string_append_printf (page, " (%d)", (int) parameter->fallback);
    }
  if (measure->parameters[0].id == NULL)
    g_string_append (page, "–");
}

static char *
make_page (void)
{
  GString *page = g_string_new (
      "# Measures\n\n"
      "Every figure that methods, reports and tables may ask for, by its id. This page is made "
      "from\n"
      "the registry (`app/measures/trama-measure.c`) by `tests/measures/test-registry.c --write`;\n"
      "a test keeps the two equal. A parameter's value where none is given stands in brackets.\n\n"
      "| id | what it is | unit | parameters | how it is counted |\n"
      "| --- | --- | --- | --- | --- |\n");

  for (guint i = 0; i < trama_measure_count (); i++)
    {
      const TramaMeasure *measure = trama_measure_get (i);

      g_string_append_printf (page, "| `%s` | %s | %s | ", measure->id, measure->title,
                              trama_unit_id (measure->unit));
      append_parameters (page, measure);
      g_string_append_printf (page, " | %s |\n", measure->help);
    }
  return g_string_free (page, FALSE);
}

static char *
page_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "docs", "measures.md", NULL);
}

static void
test_page (void)
{
  g_autofree char *path = page_path ();
  g_autofree char *page = make_page ();
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, page);
}

static void
test_whole (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trama_measure_count (); i++)
    {
      const TramaMeasure *measure = trama_measure_get (i);

      g_assert_true (g_hash_table_add (seen, (gpointer) measure->id));
      g_assert_true (trama_measure_find (measure->id) == measure);
      g_assert_nonnull (measure->title);
      g_assert_nonnull (measure->help);
      g_assert_nonnull (measure->one);
      g_assert_nonnull (measure->many);
      g_assert_nonnull (measure->compute);
      g_assert_cmpuint (measure->subjects, !=, 0);
      for (int p = 0; p < TRAMA_MAX_PARAMETERS && measure->parameters[p].id != NULL; p++)
        if (measure->parameters[p].choices_kind != TRAMA_KIND_NONE)
          g_assert_nonnull (trama_kind_field (measure->parameters[p].choices_kind,
                                              measure->parameters[p].choices_field,
                                              strlen (measure->parameters[p].choices_field)));
    }
  g_assert_null (trama_measure_find ("no-such-measure"));
}

/* Every measure answers of a programme about which nothing is known, without a record. */
static void
test_empty (void)
{
  g_autoptr (TramaVersion) version = trama_version_new_empty ();
  TramaId nobody;

  g_assert_true (trama_id_parse ("aaaaaaaaaaaaaaaa", 16, &nobody));
  for (guint i = 0; i < trama_measure_count (); i++)
    {
      const TramaMeasure *measure = trama_measure_get (i);
      gint64 parameters[TRAMA_MAX_PARAMETERS];
      TramaContext context;
      g_autoptr (TramaFigure) figure = NULL;
      g_autofree char *prose = NULL;

      for (int p = 0; p < TRAMA_MAX_PARAMETERS; p++)
        parameters[p] = measure->parameters[p].choices_kind != TRAMA_KIND_NONE
                            ? -1
                            : measure->parameters[p].fallback;
      trama_context_init (&context, version, nobody, 20000);
      figure = trama_measure_compute (measure, &context, parameters);
      prose = trama_figure_to_prose (figure);
      g_assert_nonnull (prose);
      if (figure->known)
        g_assert_cmpint (figure->low.n, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && strcmp (argv[1], "--write") == 0)
    {
      g_autofree char *path = page_path ();
      g_autofree char *page = make_page ();

      return g_file_set_contents (path, page, -1, NULL) ? 0 : 1;
    }
  g_test_add_func ("/registry/whole", test_whole);
  g_test_add_func ("/registry/empty", test_empty);
  g_test_add_func ("/registry/page", test_page);
  return g_test_run ();
}
