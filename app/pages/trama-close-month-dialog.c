/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-close-month-dialog.h"

#include <glib/gi18n-lib.h>

#include "trama-belonging.h"

typedef struct
{
  TramaWorkspace *workspace;
  TramaId programme;
  GtkWidget *dialog;
  GtkWidget *group;
  GtkWidget *all;
  GPtrArray *rows;
} State;

static void
state_free (State *state)
{
  g_signal_handlers_disconnect_by_data (state->workspace, state);
  g_object_unref (state->workspace);
  g_ptr_array_unref (state->rows);
  g_free (state);
}

static TramaDate
month_date (int month)
{
  return (TramaDate) { .first = trama_month_index_first_day (month),
                       .last = trama_month_index_last_day (month),
                       .form = TRAMA_DATE_MONTH };
}

static gboolean
is_closed (TramaVersion *version, TramaId programme, int month)
{
  TramaRecords closed
      = TRAMA_REFERRING (version, CLOSED_MONTH, TramaClosedMonth, programme, programme);

  for (guint i = 0; i < closed.n; i++)
    if (trama_day_month_index (((const TramaClosedMonth *) closed.records[i])->month.first)
        == month)
      return TRUE;
  return FALSE;
}

/* Months that have ended by the date shown, since the group was formed, and are open. */
static GArray *
open_months (State *state)
{
  TramaVersion *version = trama_workspace_get_version (state->workspace);
  const TramaProgramme *programme
      = (const TramaProgramme *) TRAMA_FIND (version, PROGRAMME, state->programme);
  gint32 as_of = trama_workspace_get_as_of (state->workspace);
  GArray *months = g_array_new (FALSE, FALSE, sizeof (int));

  if (programme == NULL || !trama_date_is_known (programme->formed))
    return months;
  for (int month = trama_day_month_index (programme->formed.first);
       trama_month_index_last_day (month) <= as_of; month++)
    if (!is_closed (version, state->programme, month))
      g_array_append_val (months, month);
  return months;
}

static void
close_months (State *state, const int *months, guint n)
{
  TramaTransaction *transaction
      = trama_document_begin (trama_workspace_get_document (state->workspace));
  g_autofree char *label = NULL;

  for (guint i = 0; i < n; i++)
    {
      TramaClosedMonth *closed
          = (TramaClosedMonth *) trama_transaction_draft (transaction, TRAMA_KIND_CLOSED_MONTH)
                ->draft;

      closed->programme = state->programme;
      closed->month = month_date (months[i]);
      trama_transaction_put (transaction);
    }
  if (n == 1)
    {
      g_autofree char *name = trama_date_to_prose (month_date (months[0]));

      /* Translators: what is undone and redone; the month */
      label = g_strdup_printf (_ ("Close %s"), name);
    }
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Close %u month", "Close %u months", n),
                             n);
  trama_workspace_commit (state->workspace, transaction, label);
}

static void
close_one (GtkButton *button, State *state)
{
  int month = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "month"));

  close_months (state, &month, 1);
}

static void
close_all (GtkButton *button, State *state)
{
  g_autoptr (GArray) months = open_months (state);

  close_months (state, (const int *) (gpointer) months->data, months->len);
  adw_dialog_close (ADW_DIALOG (state->dialog));
}

static guint
count_in (TramaVersion *version, TramaKind kind, TramaId programme, int month)
{
  g_autoptr (GPtrArray) records = trama_belonging_records (version, kind, programme);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      TramaDate date = trama_record_event (g_ptr_array_index (records, i));

      n += trama_date_is_known (date) && trama_day_month_index (date.first) == month
           && trama_day_month_index (date.last) == month;
    }
  return n;
}

static void
add_month (State *state, int month)
{
  TramaVersion *version = trama_workspace_get_version (state->workspace);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Close"));
  g_autofree char *name = trama_date_to_prose (month_date (month));
  g_autofree char *button_name = g_strdup_printf (_ ("Close %s"), name);
  guint activities = count_in (version, TRAMA_KIND_ACTIVITY, state->programme, month);
  guint entries = count_in (version, TRAMA_KIND_LEDGER_ENTRY, state->programme, month);
  g_autofree char *activities_text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u activity", "%u activities", activities), activities);
  g_autofree char *entries_text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u ledger entry", "%u ledger entries", entries), entries);
  /* Translators: activities, ledger entries */
  g_autofree char *recorded
      = g_strdup_printf (C_ ("recorded in a month", "%s, %s"), activities_text, entries_text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), recorded);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, button_name);
  g_object_set_data (G_OBJECT (button), "month", GINT_TO_POINTER (month));
  g_signal_connect (button, "clicked", G_CALLBACK (close_one), state);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (state->group), row);
  g_ptr_array_add (state->rows, row);
}

static void
fill (State *state)
{
  g_autoptr (GArray) months = open_months (state);

  for (guint i = 0; i < state->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (state->group),
                                  g_ptr_array_index (state->rows, i));
  g_ptr_array_set_size (state->rows, 0);
  for (guint i = 0; i < months->len; i++)
    add_month (state, g_array_index (months, int, i));
  if (months->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("All months are closed"));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("object-select-symbolic"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (state->group), row);
      g_ptr_array_add (state->rows, row);
    }
  gtk_widget_set_visible (state->all, months->len > 1);
}

AdwDialog *
trama_close_month_dialog_new (TramaWorkspace *workspace, TramaId programme)
{
  State *state = g_new0 (State, 1);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  state->workspace = g_object_ref (workspace);
  state->programme = programme;
  state->rows = g_ptr_array_new ();
  state->dialog = GTK_WIDGET (dialog);
  state->group = adw_preferences_group_new ();
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (state->group),
      _ ("Closing a month says that nothing else happened in it than what is recorded. Only then "
         "can a criterion be called “not met”."));
  state->all = gtk_button_new_with_label (_ ("Close All"));
  gtk_widget_add_css_class (state->all, "pill");
  gtk_widget_set_halign (state->all, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (state->all, 6);
  gtk_widget_set_margin_bottom (state->all, 18);
  g_signal_connect (state->all, "clicked", G_CALLBACK (close_all), state);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (state->group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (toolbar), state->all);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), page);
  adw_dialog_set_title (dialog, _ ("Close Months"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 520);
  adw_dialog_set_child (dialog, toolbar);
  g_object_set_data_full (G_OBJECT (dialog), "state", state, (GDestroyNotify) state_free);
  fill (state);
  /* Undone or done elsewhere, the list follows. */
  g_signal_connect_data (workspace, "changed", G_CALLBACK (fill), state, NULL, G_CONNECT_SWAPPED);
  return dialog;
}
