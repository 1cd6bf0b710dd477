/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-case-details.h"

#include <glib/gi18n-lib.h>

#include "trama-evaluation.h"
#include "trama-method-details.h"
#include "trama-method-figure.h"
#include "trama-method-reader.h"

static void
add_group (GtkWidget *page, GtkWidget *group)
{
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static char *
say_figure (const TramaCaseFigure *figure)
{
  g_autoptr (GString) text = g_string_new (figure->value);

  if (figure->unit != NULL)
    g_string_append_printf (text, " %s", figure->unit);
  if (figure->date != NULL)
    g_string_append_printf (text, ", %s", figure->date);
  if (figure->place != NULL)
    g_string_append_printf (text, "\n%s", figure->place);
  if (figure->quote != NULL)
    g_string_append_printf (text, ": “%s”", figure->quote);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_figures (GtkWidget *page, const TramaCase *one)
{
  GtkWidget *group;

  if (one->figures->len == 0)
    return;
  group = trama_reader_group (_ ("Figures, as the document gives them"), NULL);
  for (guint i = 0; i < one->figures->len; i++)
    {
      const TramaCaseFigure *figure = one->figures->pdata[i];
      g_autofree char *text = say_figure (figure);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 trama_reader_row (figure->what, text));
    }
  add_group (page, group);
}

static void
row_activated (AdwActionRow *row)
{
  const TramaEvaluation *evaluation = g_object_get_data (G_OBJECT (row), "evaluation");

  adw_dialog_present (trama_method_details_new (evaluation), GTK_WIDGET (row));
}

static gboolean
is_answered (const TramaEvaluation *evaluation)
{
  for (guint i = 0; i < evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = evaluation->results->pdata[i];

      if (result->reading.ratings != NULL && result->reading.ratings->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_judgement (GtkWidget *group, const TramaCase *one, const TramaCaseSubject *subject,
               TramaMethod *method)
{
  TramaEvaluation *evaluation = trama_evaluation_new (method, one->version, subject->record,
                                                      trama_case_day (one), G_MAXINT32);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (TramaFigureWords) words = { NULL };
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (!is_answered (evaluation))
    {
      trama_evaluation_free (evaluation);
      return;
    }
  trama_method_figure_words (evaluation, &words);
  g_string_append (text, words.title);
  for (guint i = 0; i < one->verdicts->len; i++)
    {
      const TramaCaseVerdict *verdict = one->verdicts->pdata[i];

      if (verdict->subject == subject && g_str_equal (verdict->method, method->id)
          && verdict->quote != NULL)
        /* Translators: a place in a document, and its words */
        g_string_append_printf (text, _ ("\nThe document, %s: “%s”"), verdict->place,
                                verdict->quote);
    }
  title = one->subjects->len > 1
              ? g_strdup_printf ("%s: %s", subject->name, trama_method_text (method->title))
              : g_strdup (trama_method_text (method->title));
  row = trama_reader_row (title, text->str);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "evaluation", evaluation,
                          (GDestroyNotify) trama_evaluation_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_judgements (GtkWidget *page, const TramaCase *one)
{
  GPtrArray *methods = trama_methods_built_in ();
  GtkWidget *group = trama_reader_group (
      _ ("What the methods make of it"),
      _ ("Where the document rates in words, the ratings are argued sentence by sentence."));

  for (guint i = 0; i < methods->len; i++)
    for (guint k = 0; k < one->subjects->len; k++)
      {
        const TramaCaseSubject *subject = one->subjects->pdata[k];

        if (subject->kind == trama_method_subject_kind (methods->pdata[i]))
          add_judgement (group, one, subject, methods->pdata[i]);
      }
  add_group (page, group);
}

AdwDialog *
trama_case_details_new (const TramaCase *one)
{
  GtkWidget *page = adw_preferences_page_new ();
  g_autofree char *source = trama_source_to_prose (&one->source);
  g_autofree char *about = g_strdup_printf ("%s\n%s", one->text, source);
  g_autofree char *title = g_strdup_printf ("%s, %d", one->title, one->year);

  add_group (page, trama_reader_group (NULL, about));
  add_judgements (page, one);
  add_figures (page, one);
  if (one->disagreements->len > 0)
    {
      GtkWidget *group = trama_reader_group (_ ("Where documents disagree"), NULL);

      for (guint i = 0; i < one->disagreements->len; i++)
        {
          const TramaCaseDisagreement *disagreement = one->disagreements->pdata[i];
          g_autofree char *places = g_strjoinv ("; ", disagreement->places);

          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                     trama_reader_row (disagreement->text, places));
        }
      add_group (page, group);
    }
  return trama_reader_dialog (title, page);
}
