/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-tie-pane.h"

#include <glib/gi18n-lib.h>

#include "trama-tie-state.h"

struct _TramaNetworkTiePane
{
  AdwBin parent_instance;

  TramaId id;
  GtkWidget *title;
  GtkWidget *facts;
};

enum
{
  EDIT,
  RECORD_ACTIVATED,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaNetworkTiePane, trama_network_tie_pane, ADW_TYPE_BIN)

static void
add_fact (TramaNetworkTiePane *self, const char *label, const char *value, TramaId target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_add_css_class (row, "property");
  if (!trama_id_is_none (target))
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      g_object_set_data_full (G_OBJECT (row), "id", trama_id_dup_text (target), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->facts), row);
}

static void
add_end (TramaNetworkTiePane *self, TramaVersion *version, const char *label, TramaId id)
{
  g_autofree char *name = trama_version_describe_id (version, id);

  add_fact (self, label, name, id);
}

static void
add_date (TramaNetworkTiePane *self, const char *label, TramaDate date)
{
  g_autofree char *text = NULL;

  if (!trama_date_is_known (date))
    return;
  text = trama_date_to_prose (date);
  add_fact (self, label, text, TRAMA_ID_NONE);
}

static const char *
state_text (const TramaLinkage *tie, gint32 as_of)
{
  switch (trama_tie_state_at (tie, as_of, NULL))
    {
    case TRAMA_TIE_COUNTS:
      return _ ("counts");
    case TRAMA_TIE_UNCONFIRMED:
      return _ ("not confirmed for 24 months, does not count");
    case TRAMA_TIE_UNSURE:
      return _ ("date too vague to count");
    case TRAMA_TIE_ABSENT:
    default:
      return trama_tie_has_ended (tie, as_of) ? _ ("ended") : _ ("not begun");
    }
}

static void
add_introduction (TramaNetworkTiePane *self, TramaVersion *version, const TramaLinkage *tie,
                  gint32 as_of)
{
  if (tie->found_each_other == TRAMA_TRUTH_YES)
    add_fact (self, _ ("Introduced by"), _ ("nobody: they found each other"), TRAMA_ID_NONE);
  else if (trama_id_is_none (tie->introduced_by))
    add_fact (self, _ ("Introduced by"), _ ("not known"), TRAMA_ID_NONE);
  else
    {
      add_end (self, version, _ ("Introduced by"), tie->introduced_by);
      add_fact (self, _ ("Without the introducer"),
                trama_tie_had_contact_without (tie, as_of)
                    ? _ ("in touch within the last 12 months")
                    : _ ("no contact known in the last 12 months"),
                TRAMA_ID_NONE);
    }
}

void
trama_network_tie_pane_set_tie (TramaNetworkTiePane *self, TramaVersion *version,
                                const TramaLinkage *tie, gint32 as_of)
{
  gboolean directed;

  g_return_if_fail (TRAMA_IS_NETWORK_TIE_PANE (self) && tie != NULL);

  directed = trama_linkage_kind_is_directed ((TramaLinkageKind) tie->kind);
  self->id = tie->record.id;
  gtk_list_box_remove_all (GTK_LIST_BOX (self->facts));
  adw_window_title_set_title (
      ADW_WINDOW_TITLE (self->title),
      tie->kind != 0 ? trama_linkage_kind_label ((TramaLinkageKind) tie->kind) : _ ("Tie"));
  add_end (self, version, directed ? _ ("From") : _ ("Between"), tie->from);
  add_end (self, version, directed ? _ ("To") : _ ("And"), tie->to);
  add_fact (self, _ ("State"), state_text (tie, as_of), TRAMA_ID_NONE);
  add_date (self, _ ("Since"), tie->started);
  add_date (self, _ ("Ended"), tie->ended);
  add_date (self, _ ("Last confirmed"), tie->confirmed);
  add_introduction (self, version, tie, as_of);
}

static void
row_activated (TramaNetworkTiePane *self, GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");

  if (id != NULL)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
}

static void
edit_clicked (TramaNetworkTiePane *self)
{
  char id[TRAMA_ID_LENGTH + 1];

  trama_id_to_text (self->id, id);
  g_signal_emit (self, signals[EDIT], 0, id);
}

static void
close_clicked (TramaNetworkTiePane *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
trama_network_tie_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_NETWORK_TIE_PANE);
  G_OBJECT_CLASS (trama_network_tie_pane_parent_class)->dispose (object);
}

static void
trama_network_tie_pane_class_init (TramaNetworkTiePaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_network_tie_pane_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-network-tie-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TramaNetworkTiePane, title);
  gtk_widget_class_bind_template_child (widget_class, TramaNetworkTiePane, facts);
  gtk_widget_class_bind_template_callback_full (widget_class, "row_activated",
                                                G_CALLBACK (row_activated));
  gtk_widget_class_bind_template_callback_full (widget_class, "edit_clicked",
                                                G_CALLBACK (edit_clicked));
  gtk_widget_class_bind_template_callback_full (widget_class, "close_clicked",
                                                G_CALLBACK (close_clicked));
  signals[EDIT] = g_signal_new ("edit", TRAMA_TYPE_NETWORK_TIE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECORD_ACTIVATED]
      = g_signal_new ("record-activated", TRAMA_TYPE_NETWORK_TIE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSE] = g_signal_new ("close", TRAMA_TYPE_NETWORK_TIE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
trama_network_tie_pane_init (TramaNetworkTiePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
