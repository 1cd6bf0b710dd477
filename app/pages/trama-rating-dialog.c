/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-rating-dialog.h"

#include <glib/gi18n-lib.h>

#include "trama-date-words.h"

typedef struct
{
  const TramaCriterion *criterion; /* of the method, which is held */
  GtkWidget *row;
  GtkWidget *level;
  GtkWidget *reason;
} Line;

typedef struct
{
  TramaWorkspace *workspace;
  TramaMethod *method;
  TramaId subject;
  GtkWidget *dialog;
  GtkWidget *save;
  GtkWidget *date;
  GtkWidget *assessor;
  GtkWidget *role;
  GArray *lines; /* Line */
} State;

static void
state_free (State *state)
{
  g_object_unref (state->workspace);
  trama_method_unref (state->method);
  g_array_unref (state->lines);
  g_free (state);
}

gboolean
trama_rating_dialog_is_for (const TramaMethod *method)
{
  for (guint i = 0; i < method->criteria->len; i++)
    if (((const TramaCriterion *) method->criteria->pdata[i])->rubric != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
read_date (State *state, TramaDate *date)
{
  return trama_date_words_parse (gtk_editable_get_text (GTK_EDITABLE (state->date)),
                                 trama_workspace_get_as_of (state->workspace), date);
}

/* −1: not rated. */
static int
chosen_level (const Line *line)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (line->level));

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return -1;
  return ((const TramaLevelAnchor *) line->criterion->rubric->pdata[selected - 1])->level;
}

static void
check (State *state)
{
  TramaDate date;
  gboolean dated = read_date (state, &date);
  guint rated = 0;

  for (guint i = 0; i < state->lines->len; i++)
    {
      const Line *line = &g_array_index (state->lines, Line, i);
      int level = chosen_level (line);

      rated += level >= 0;
      gtk_widget_set_visible (line->reason, level >= 0);
      adw_expander_row_set_subtitle (
          ADW_EXPANDER_ROW (line->row),
          level >= 0 ? trama_criterion_anchor (line->criterion, (TramaRatio) { level, 1 })
                     : trama_method_text (line->criterion->text));
    }
  if (dated)
    gtk_widget_remove_css_class (state->date, "error");
  else
    gtk_widget_add_css_class (state->date, "error");
  gtk_widget_set_sensitive (state->save, dated && rated > 0);
}

static void
save_clicked (GtkButton *button, State *state)
{
  TramaTransaction *transaction
      = trama_document_begin (trama_workspace_get_document (state->workspace));
  guint role = adw_combo_row_get_selected (ADW_COMBO_ROW (state->role));
  const char *assessor = gtk_editable_get_text (GTK_EDITABLE (state->assessor));
  g_autofree char *label = NULL;
  TramaDate date = { 0 };

  read_date (state, &date);
  for (guint i = 0; i < state->lines->len; i++)
    {
      const Line *line = &g_array_index (state->lines, Line, i);
      int level = chosen_level (line);
      TramaRecordBuilder *builder;
      TramaAssessment *assessment;

      if (level < 0)
        continue;
      builder = trama_transaction_draft (transaction, TRAMA_KIND_ASSESSMENT);
      assessment = (TramaAssessment *) builder->draft;
      assessment->subject = state->subject;
      assessment->method = trama_record_builder_text (builder, state->method->id);
      assessment->criterion = trama_record_builder_text (builder, line->criterion->id);
      assessment->date = date;
      assessment->rating = level;
      assessment->assessor = trama_record_builder_text (builder, assessor);
      assessment->role = (TramaAssessorRole) (role + 1);
      assessment->reason = trama_record_builder_text (
          builder, gtk_editable_get_text (GTK_EDITABLE (line->reason)));
      trama_transaction_put (transaction);
    }
  /* Translators: what is undone and redone; a method */
  label = g_strdup_printf (_ ("Rate: %s"), trama_method_text (state->method->title));
  if (trama_workspace_commit (state->workspace, transaction, label))
    adw_dialog_close (ADW_DIALOG (state->dialog));
}

static char *
say_before (const TramaCriterionResult *result)
{
  g_autofree char *value = NULL;

  if (result == NULL || !trama_reading_is_known (&result->reading))
    return NULL;
  value = trama_number_to_prose (trama_ratio_value (result->reading.value), 1, FALSE);
  /* Translators: the level a row has now */
  return g_strdup_printf (_ ("now %s"), value);
}

static void
add_line (State *state, GtkWidget *group, const TramaCriterion *criterion,
          const TramaCriterionResult *result)
{
  Line line = { .criterion = criterion };
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);
  g_autofree char *before = say_before (result);

  gtk_string_list_append (levels, "–");
  line.row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line.row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line.row),
                                 trama_method_text (criterion->title));
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (line.row), 4);
  for (guint i = 0; i < criterion->rubric->len; i++)
    {
      const TramaLevelAnchor *anchor = criterion->rubric->pdata[i];
      g_autofree char *number = g_strdup_printf ("%d", anchor->level);
      GtkWidget *text = adw_action_row_new ();

      gtk_string_list_append (levels, number);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (text), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (text),
                                     trama_method_text (anchor->anchor));
      adw_action_row_add_prefix (ADW_ACTION_ROW (text), gtk_label_new (number));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (line.row), text);
    }
  line.reason = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line.reason), _ ("Reason or evidence"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (line.row), line.reason);
  line.level = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&levels)), NULL);
  gtk_widget_set_valign (line.level, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line.level), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  trama_method_text (criterion->title), -1);
  g_signal_connect_swapped (line.level, "notify::selected", G_CALLBACK (check), state);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (line.row), line.level);
  if (before != NULL)
    {
      GtkWidget *label = gtk_label_new (before);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (line.row), label);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), line.row);
  g_array_append_val (state->lines, line);
}

static GtkWidget *
make_about (State *state)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  g_autofree char *today
      = trama_date_to_prose (trama_date_from_day (trama_workspace_get_as_of (state->workspace)));
  const char *author = trama_document_get_author (trama_workspace_get_document (state->workspace));
  const char *const names[] = { _ ("Manager"), _ ("Agency"), _ ("Members"), _ ("External") };

  state->date = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (state->date), _ ("Date"));
  gtk_editable_set_text (GTK_EDITABLE (state->date), today);
  g_signal_connect_swapped (state->date, "changed", G_CALLBACK (check), state);
  state->assessor = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (state->assessor), _ ("Assessor"));
  gtk_editable_set_text (GTK_EDITABLE (state->assessor), author != NULL ? author : "");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_string_list_append (roles, names[i]);
  state->role = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (state->role), _ ("Assessor’s role"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (state->role),
                               _ ("A manager’s own rating is marked as such"));
  adw_combo_row_set_model (ADW_COMBO_ROW (state->role), G_LIST_MODEL (roles));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), state->date);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), state->assessor);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), state->role);
  return group;
}

static GtkWidget *
make_head (State *state)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  state->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (state->save, "suggested-action");
  g_signal_connect (state->save, "clicked", G_CALLBACK (save_clicked), state);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), state->dialog);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), state->save);
  return bar;
}

AdwDialog *
trama_rating_dialog_new (TramaWorkspace *workspace, TramaMethod *method, TramaId subject)
{
  State *state = g_new0 (State, 1);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *rows = adw_preferences_group_new ();
  g_autoptr (TramaEvaluation) now
      = trama_evaluation_new (method, trama_workspace_get_version (workspace), subject,
                              trama_workspace_get_as_of (workspace), G_MAXINT32);

  g_object_set_data_full (G_OBJECT (dialog), "state", state, (GDestroyNotify) state_free);
  state->workspace = g_object_ref (workspace);
  state->method = trama_method_ref (method);
  state->subject = subject;
  state->dialog = GTK_WIDGET (dialog);
  state->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (rows),
                                         _ ("Leave out what you cannot say. Unfold a row to read "
                                            "what each level means."));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), make_head (state));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_about (state)));
  for (guint i = 0; i < now->results->len; i++)
    {
      const TramaCriterionResult *result = now->results->pdata[i];

      if (result->criterion->rubric != NULL)
        add_line (state, rows, result->criterion, result);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (rows));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), page);
  adw_dialog_set_title (dialog, trama_method_text (method->title));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, toolbar);
  check (state);
  return dialog;
}
