/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding, editing, removing, undoing; and the toasts that say so. */
#include "trama-main-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-close-month-dialog.h"
#include "trama-history-dialog.h"
#include "trama-methods-dialog.h"
#include "trama-record-dialog.h"

static void
committed (TramaMainWindow *self, const char *label)
{
  AdwToast *toast = adw_toast_new (label);

  /* One at a time: the undo it offers is that of the last step. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static gboolean
touches_programmes (const TramaChangeSet *set)
{
  for (guint i = 0; set != NULL && i < set->n; i++)
    if (set->changes[i].kind == TRAMA_KIND_PROGRAMME)
      return TRUE;
  return set == NULL;
}

static void
changed (TramaDocument *document, TramaChangeSet *set, gboolean backwards, TramaMainWindow *self)
{
  if (touches_programmes (set))
    trama_main_window_fill_sidebar (self);
}

static void
programme_changed (TramaMainWindow *self)
{
  trama_main_window_fill_sidebar (self);
  trama_main_window_update_state (self);
}

void
trama_main_window_connect_workspace (TramaMainWindow *self)
{
  g_signal_connect_object (self->workspace, "committed", G_CALLBACK (committed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (trama_main_window_say), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (trama_workspace_get_document (self->workspace), "changed",
                           G_CALLBACK (changed), self, 0);
  g_signal_connect_object (trama_workspace_get_lens (self->workspace), "notify::programme",
                           G_CALLBACK (programme_changed), self, G_CONNECT_SWAPPED);
}

static const TramaRecord *
find_record (TramaMainWindow *self, GVariant *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  TramaId id;

  if (self->workspace == NULL || !trama_id_parse (text, strlen (text), &id))
    return NULL;
  return trama_version_find_among (trama_workspace_get_version (self->workspace), TRAMA_ALL_KINDS,
                                   id);
}

static void
action_add_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);
  const char *kind_id = g_variant_get_string (parameter, NULL);
  TramaKind kind = trama_kind_from_id (kind_id, strlen (kind_id));

  if (kind == TRAMA_KIND_CLOSED_MONTH)
    gtk_widget_activate_action (widget, "win.close-month", NULL);
  else if (kind != TRAMA_KIND_NONE && self->workspace != NULL)
    trama_record_dialog_add (widget, self->workspace, kind, TRAMA_ID_NONE);
}

/* A tie of the firm, institution or person. */
static void
action_add_tie (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const TramaRecord *record = find_record (TRAMA_MAIN_WINDOW (widget), parameter);

  if (record != NULL)
    trama_record_dialog_add (widget, TRAMA_MAIN_WINDOW (widget)->workspace, TRAMA_KIND_LINKAGE,
                             record->id);
}

static void
action_edit_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const TramaRecord *record = find_record (TRAMA_MAIN_WINDOW (widget), parameter);

  if (record != NULL)
    trama_record_dialog_edit (widget, TRAMA_MAIN_WINDOW (widget)->workspace, record, NULL);
}

static void
action_remove_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const TramaRecord *record = find_record (TRAMA_MAIN_WINDOW (widget), parameter);

  if (record != NULL)
    trama_workspace_remove (TRAMA_MAIN_WINDOW (widget)->workspace, record->id);
}

static void
action_open_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);
  const TramaRecord *record = find_record (self, parameter);

  if (record == NULL)
    return;
  switch ((int) trama_record_kind (record))
    {
    case TRAMA_KIND_FIRM:
    case TRAMA_KIND_INSTITUTION:
      trama_lens_set_selected (trama_workspace_get_lens (self->workspace), record->id);
      trama_main_window_show_page (self, "firms");
      break;
    case TRAMA_KIND_PROGRAMME:
      trama_lens_set_programme (trama_workspace_get_lens (self->workspace), record->id);
      trama_main_window_show_page (self, "programme");
      break;
    default:
      trama_record_dialog_edit (widget, self->workspace, record, NULL);
    }
}

static void
action_judge_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const TramaRecord *record = find_record (TRAMA_MAIN_WINDOW (widget), parameter);

  if (record != NULL)
    adw_dialog_present (
        trama_methods_dialog_new (TRAMA_MAIN_WINDOW (widget)->workspace, record->id), widget);
}

static void
action_history (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);

  if (self->workspace != NULL)
    adw_dialog_present (trama_history_dialog_new (self->workspace, self->open, TRAMA_ID_NONE),
                        widget);
}

static void
action_edit_programme (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);
  const TramaProgramme *programme = trama_workspace_get_programme (self->workspace);

  if (programme != NULL)
    trama_record_dialog_edit (widget, self->workspace, &programme->record, NULL);
}

static void
action_edit_portfolio (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);
  const TramaPortfolio *portfolio
      = trama_version_portfolio (trama_workspace_get_version (self->workspace));

  if (portfolio != NULL)
    trama_record_dialog_edit (widget, self->workspace, &portfolio->record, NULL);
  else
    trama_record_dialog_add (widget, self->workspace, TRAMA_KIND_PORTFOLIO, TRAMA_ID_NONE);
}

static void
action_close_month (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);
  const TramaProgramme *programme = trama_workspace_get_programme (self->workspace);

  if (programme != NULL)
    adw_dialog_present (trama_close_month_dialog_new (self->workspace, programme->record.id),
                        widget);
}

static void
action_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  trama_document_undo (trama_workspace_get_document (self->workspace));
}

static void
action_redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  trama_document_redo (trama_workspace_get_document (TRAMA_MAIN_WINDOW (widget)->workspace));
}

static void
move_months (GtkWidget *widget, int months)
{
  TramaLens *lens = trama_workspace_get_lens (TRAMA_MAIN_WINDOW (widget)->workspace);
  gint32 day = trama_lens_get_as_of (lens);

  /* From one month's end to another's. */
  if (day == trama_day_month_end (day))
    day = trama_month_index_last_day (trama_day_month_index (day) + months);
  else if (months < 0)
    day = trama_month_index_last_day (trama_day_month_index (day) - 1);
  else
    day = trama_day_month_end (day);
  trama_lens_set_as_of (lens, day);
}

static void
action_month_earlier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_months (widget, -1);
}

static void
action_month_later (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_months (widget, 1);
}

static void
action_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);

  trama_main_window_show_page (self, "reports");
  gtk_widget_activate_action (g_hash_table_lookup (self->pages, "reports"), "report.print", NULL);
}

void
trama_main_window_class_init_records (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.add-record", "s", action_add_record);
  gtk_widget_class_install_action (class, "win.add-tie", "s", action_add_tie);
  gtk_widget_class_install_action (class, "win.edit-record", "s", action_edit_record);
  gtk_widget_class_install_action (class, "win.remove-record", "s", action_remove_record);
  gtk_widget_class_install_action (class, "win.open-record", "s", action_open_record);
  gtk_widget_class_install_action (class, "win.history", NULL, action_history);
  gtk_widget_class_install_action (class, "win.judge-record", "s", action_judge_record);
  gtk_widget_class_install_action (class, "win.edit-programme", NULL, action_edit_programme);
  gtk_widget_class_install_action (class, "win.edit-portfolio", NULL, action_edit_portfolio);
  gtk_widget_class_install_action (class, "win.close-month", NULL, action_close_month);
  gtk_widget_class_install_action (class, "win.undo", NULL, action_undo);
  gtk_widget_class_install_action (class, "win.redo", NULL, action_redo);
  gtk_widget_class_install_action (class, "win.month-earlier", NULL, action_month_earlier);
  gtk_widget_class_install_action (class, "win.month-later", NULL, action_month_later);
  gtk_widget_class_install_action (class, "win.print", NULL, action_print);
}
