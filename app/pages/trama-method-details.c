/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-method-details.h"

#include <glib/gi18n-lib.h>

#include "trama-method-figure.h"
#include "trama-method-reader.h"

static void
append_line (GString *text, char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static char *
say_raters (const TramaReading *reading)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; reading->ratings != NULL && i < reading->ratings->len; i++)
    {
      const TramaAssessment *rating = reading->ratings->pdata[i];
      g_autofree char *date = trama_date_to_prose (rating->date);
      const char *who = rating->assessor != NULL ? rating->assessor : _ ("somebody");

      append_line (text,
                   rating->reason != NULL
                       /* Translators: a level, who rated it, when, why */
                       ? g_strdup_printf (_ ("%d by %s, %s: %s"), (int) rating->rating, who, date,
                                          rating->reason)
                       : g_strdup_printf (_ ("%d by %s, %s"), (int) rating->rating, who, date));
    }
  if (reading->n_raters > 1)
    append_line (text, g_strdup_printf (_ ("Median of %u raters, from %d to %d"), reading->n_raters,
                                        reading->least, reading->greatest));
  if (reading->by_broker)
    append_line (text, g_strdup (_ ("Rated by the manager herself")));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
say_expected (const TramaEvaluation *evaluation, const TramaCriterion *criterion)
{
  const TramaFinding *finding = evaluation->finding;
  const TramaProfileCell *cell;
  g_autofree char *prose = NULL;

  if (finding == NULL || finding->nearest == NULL)
    return NULL;
  cell = trama_outcome_type_expects (finding->nearest, criterion);
  if (cell == NULL)
    return NULL;
  prose = trama_profile_cell_to_prose (cell);
  /* Translators: the name of a type, the level it has */
  return g_strdup_printf (_ ("%s: %s"), trama_method_text (finding->nearest->title), prose);
}

static GtkWidget *
criterion_row (const TramaEvaluation *evaluation, const TramaCriterionResult *result)
{
  const TramaReading *reading = &result->reading;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = NULL;
  GtkWidget *row, *level;

  if (trama_reading_is_known (reading))
    {
      value = trama_number_to_prose (trama_ratio_value (reading->value), 1, FALSE);
      append_line (text, g_strdup (trama_criterion_anchor (result->criterion, reading->value)));
    }
  else if (result->criterion->rule != NULL)
    {
      value = g_strdup (trama_criterion_result_verdict_label (result));
      append_line (text, trama_criterion_result_to_prose (result));
    }
  else
    value = g_strdup ("–");
  if (reading->figure != NULL)
    append_line (text, trama_figure_to_prose (reading->figure));
  append_line (text, say_expected (evaluation, result->criterion));
  append_line (text, say_raters (reading));
  append_line (text, trama_source_to_prose (&result->criterion->source));
  row = trama_reader_row (trama_method_text (result->criterion->title), text->str);
  level = gtk_label_new (value);
  gtk_widget_add_css_class (level, "strong");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), level);
  return row;
}

static void
add_advice (GtkWidget *page, const char *title, GPtrArray *advice)
{
  GtkWidget *group;

  if (advice == NULL || advice->len == 0)
    return;
  group = trama_reader_group (title, NULL);
  for (guint i = 0; i < advice->len; i++)
    {
      const TramaAdvice *one = advice->pdata[i];
      g_autofree char *source = trama_source_to_prose (&one->source);
      g_autofree char *text
          = source != NULL && *source != '\0'
                ? g_strdup_printf ("%s\n%s", trama_method_text (one->text), source)
                : g_strdup (trama_method_text (one->text));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 trama_reader_row (trama_method_text (one->title), text));
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static void
add_distances (GtkWidget *page, const TramaFinding *finding)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < finding->distances->len; i++)
    {
      const TramaOutcomeDistance *distance
          = &g_array_index (finding->distances, TramaOutcomeDistance, i);
      g_autofree char *text = NULL;

      if (distance->type->cells == NULL || distance->distance.d == 0)
        continue;
      if (group == NULL)
        group = trama_reader_group (_ ("Distance to each type"),
                                    _ ("Mean steps over the rated rows; 0 fits"));
      text = distance->distance.d == 1 ? g_strdup_printf ("%d", (int) distance->distance.n)
                                       : g_strdup_printf ("%d/%d", (int) distance->distance.n,
                                                          (int) distance->distance.d);
      adw_preferences_group_add (
          ADW_PREFERENCES_GROUP (group),
          trama_reader_row (trama_method_text (distance->type->title), text));
    }
  if (group != NULL)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

AdwDialog *
trama_method_details_new (const TramaEvaluation *evaluation)
{
  const TramaMethod *method = evaluation->method;
  GtkWidget *page = adw_preferences_page_new ();
  g_auto (TramaFigureWords) words = { NULL };
  g_autofree char *against = trama_method_figure_against (evaluation);
  g_autofree char *source = trama_source_to_prose (&method->source);
  g_autofree char *about = NULL;
  GtkWidget *group;

  trama_method_figure_words (evaluation, &words);
  group = trama_reader_group (words.title, against);
  for (guint i = 0; i < evaluation->results->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               criterion_row (evaluation, evaluation->results->pdata[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  if (evaluation->finding != NULL)
    {
      add_distances (page, evaluation->finding);
      add_advice (page, _ ("Warnings"), evaluation->finding->warnings);
      add_advice (page, _ ("What the documents say of it"), evaluation->finding->advice);
    }
  about = g_strdup_printf (_ ("%s Source: %s. Basis: %s."),
                           method->text != NULL ? trama_method_text (method->text) : "", source,
                           trama_method_text (method->basis));
  group = trama_reader_group (_ ("The method"), about);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return trama_reader_dialog (trama_method_text (method->title), page);
}
