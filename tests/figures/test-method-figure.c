/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures of methods that rest on ratings, on the cases of the library. */

#include "trama-case.h"
#include "trama-method-figure.h"

#include <string.h>

static TramaScene *
draw (const TramaEvaluation *evaluation, const char *name)
{
  const TramaFigurePlace place = { .width = 300 };
  TramaChartStyle style;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  return trama_method_figure_new (evaluation, name, NULL, 0, &style, &place);
}

static TramaEvaluation *
judge (const char *case_id, const char *method)
{
  const TramaCase *one = trama_cases_find (case_id);
  const TramaCaseSubject *subject;

  g_assert_nonnull (one);
  subject = one->subjects->pdata[0];
  return trama_evaluation_new (trama_methods_find (method), one->version, subject->record,
                               trama_case_day (one), G_MAXINT32);
}

/* Every method on every case that it could judge says something, and draws what it says it draws. */
static void
test_every_case (void)
{
  GPtrArray *cases = trama_cases_built_in ();
  GPtrArray *methods = trama_methods_built_in ();

  g_assert_cmpuint (cases->len, >, 40);
  for (guint i = 0; i < cases->len; i++)
    for (guint m = 0; m < methods->len; m++)
      {
        const TramaCase *one = cases->pdata[i];

        for (guint k = 0; k < one->subjects->len; k++)
          {
            const TramaCaseSubject *subject = one->subjects->pdata[k];
            g_autoptr (TramaEvaluation) evaluation = NULL;
            g_autoptr (TramaScene) scene = NULL;
            g_auto (TramaFigureWords) words = { NULL };

            if (trama_method_subject_kind (methods->pdata[m]) != subject->kind)
              continue;
            evaluation = trama_evaluation_new (methods->pdata[m], one->version, subject->record,
                                               trama_case_day (one), G_MAXINT32);
            trama_method_figure_words (evaluation, &words);
            g_assert_nonnull (words.title);
            g_assert_cmpstr (words.title, !=, "");
            scene = draw (evaluation, one->title);
            if (trama_method_figure_kind (evaluation) == TRAMA_METHOD_FIGURE_NONE)
              g_assert_null (scene);
            else if (trama_method_figure_kind (evaluation) != TRAMA_METHOD_FIGURE_DISTANCES)
              g_assert_nonnull (scene);
            if (scene != NULL)
              g_assert_cmpstr (trama_scene_get_sentence (scene), !=, "");
          }
      }
}

/* UN98 Table 3's own column is at distance 0, so no row is against it. */
static void
test_ideal (void)
{
  g_autoptr (TramaEvaluation) evaluation = judge ("type-organized-un98", "cluster-type");
  g_autoptr (TramaScene) scene = draw (evaluation, "The column");
  g_autofree char *against = trama_method_figure_against (evaluation);

  g_assert_cmpint (trama_method_figure_kind (evaluation), ==, TRAMA_METHOD_FIGURE_PROFILE);
  g_assert_null (against);
  g_assert_nonnull (strstr (trama_scene_get_sentence (scene), "9 of 9 rows rated"));
  g_assert_null (strstr (trama_scene_get_sentence (scene), "against"));
}

/* A case beside which another stands shows both in its table. */
static void
test_beside (void)
{
  const TramaFigurePlace place = { .width = 300 };
  g_autoptr (TramaEvaluation) one = judge ("type-organized-un98", "cluster-type");
  g_autoptr (TramaEvaluation) other = judge ("type-informal-un98", "cluster-type");
  const TramaMethodBeside beside = { other, "Informal column" };
  g_autoptr (TramaScene) scene = NULL;
  const TramaChartTable *table;
  TramaChartStyle style;

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  scene = trama_method_figure_new (one, "Organized column", &beside, 1, &style, &place);
  table = trama_scene_get_table (scene);
  g_assert_cmpuint (trama_chart_table_get_n_rows (table), ==, 9);
  g_assert_cmpstr (trama_chart_table_get_header (table, 4), ==, "Informal column");
  /* Trust: high in organized, low in informal clusters. */
  g_assert_cmpstr (trama_chart_table_get_cell (table, 3, 1), ==, "3");
  g_assert_cmpstr (trama_chart_table_get_cell (table, 3, 4), ==, "1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method-figure/every-case", test_every_case);
  g_test_add_func ("/method-figure/ideal", test_ideal);
  g_test_add_func ("/method-figure/beside", test_beside);
  return g_test_run ();
}
