/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-words.h"

#include <glib/gi18n-lib.h>

/* More than these are better looked at as a table. */
#define MOST_ROWS 60

struct _TramaNetworkWords
{
  AdwBin parent_instance;

  GtkWidget *list;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (TramaNetworkWords, trama_network_words, ADW_TYPE_BIN)

char *
trama_network_words_describe (TramaVersion *version, TramaId id)
{
  const TramaRecord *record = trama_version_find_among (version, TRAMA_ALL_KINDS, id);
  const TramaLinkage *linkage = (const TramaLinkage *) record;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (record == NULL || record->kind != TRAMA_KIND_LINKAGE)
    return trama_version_describe_id (version, id);
  from = trama_version_describe_id (version, linkage->from);
  to = trama_version_describe_id (version, linkage->to);
  if (trama_linkage_kind_is_directed ((TramaLinkageKind) linkage->kind))
    /* Translators: a tie, from the one to the other */
    return g_strdup_printf (_ ("%s to %s"), from, to);
  /* Translators: a tie between two */
  return g_strdup_printf (_ ("%s and %s"), from, to);
}

static void
row_activated (AdwActionRow *row, TramaNetworkWords *self)
{
  g_signal_emit (self, activated_signal, 0, g_object_get_data (G_OBJECT (row), "id"));
}

static void
add_record (TramaNetworkWords *self, AdwExpanderRow *parent, TramaVersion *version, TramaId id)
{
  const TramaRecord *record = trama_version_find_among (version, TRAMA_ALL_KINDS, id);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = trama_network_words_describe (version, id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (record != NULL && record->kind == TRAMA_KIND_LINKAGE
      && ((const TramaLinkage *) record)->kind != 0)
    adw_action_row_set_subtitle (
        ADW_ACTION_ROW (row),
        trama_linkage_kind_label ((TramaLinkageKind) ((const TramaLinkage *) record)->kind));
  g_object_set_data_full (G_OBJECT (row), "id", trama_id_dup_text (id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated), self);
  adw_expander_row_add_row (parent, row);
}

/* Rows are made when they are first looked at. */
static void
expanded (AdwExpanderRow *row, GParamSpec *pspec, TramaNetworkWords *self)
{
  GArray *records = g_object_get_data (G_OBJECT (row), "records");
  TramaVersion *version = g_object_get_data (G_OBJECT (row), "version");

  if (!adw_expander_row_get_expanded (row) || records == NULL)
    return;
  for (guint i = 0; i < MIN (records->len, MOST_ROWS); i++)
    add_record (self, row, version, g_array_index (records, TramaId, i));
  if (records->len > MOST_ROWS)
    {
      guint n = records->len - MOST_ROWS;
      GtkWidget *more = adw_action_row_new ();
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u more, in the table", "%u more, in the table", n), n);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), text);
      adw_expander_row_add_row (row, more);
    }
  g_object_set_data (G_OBJECT (row), "records", NULL);
}

static GtkWidget *
make_row (TramaNetworkWords *self, const TramaNetworkStatement *statement, TramaVersion *version)
{
  GtkWidget *row;

  if (statement->records->len == 0)
    {
      row = adw_action_row_new ();
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   statement->detail != NULL ? statement->detail : "");
    }
  else
    {
      row = adw_expander_row_new ();
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                     statement->detail != NULL ? statement->detail : "");
      g_object_set_data_full (G_OBJECT (row), "records", g_array_ref (statement->records),
                              (GDestroyNotify) g_array_unref);
      g_object_set_data_full (G_OBJECT (row), "version", trama_version_ref (version),
                              (GDestroyNotify) trama_version_unref);
      g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded), self);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), statement->text);
  return row;
}

static void
trama_network_words_class_init (TramaNetworkWordsClass *class)
{
  activated_signal = g_signal_new ("record-activated", TRAMA_TYPE_NETWORK_WORDS, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trama_network_words_init (TramaNetworkWords *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

void
trama_network_words_set_facts (TramaNetworkWords *self, const TramaNetworkFacts *facts,
                               TramaVersion *version)
{
  g_return_if_fail (TRAMA_IS_NETWORK_WORDS (self) && facts != NULL);

  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  for (guint i = 0; i < facts->statements->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         make_row (self, g_ptr_array_index (facts->statements, i), version));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  facts->heading, -1);
  gtk_widget_set_visible (self->list, facts->statements->len > 0);
}
