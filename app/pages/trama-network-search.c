/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST 8

struct _TramaNetworkSearch
{
  AdwBin parent_instance;

  TramaGraph *graph;
  char **keys; /* folded names, by node */
  gboolean lists;
  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;
};

enum
{
  PICKED,
  SEARCH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaNetworkSearch, trama_network_search, ADW_TYPE_BIN)

static char *
fold (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, NULL);
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  /* Letters that have no plain form are kept as they are. */
  return g_utf8_casefold (strchr (plain, '?') == NULL ? plain : normal != NULL ? normal : text, -1);
}

static void
hide (TramaNetworkSearch *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
pick (TramaNetworkSearch *self, GtkListBoxRow *row)
{
  const char *id = row != NULL ? g_object_get_data (G_OBJECT (row), "id") : NULL;

  if (id == NULL)
    return;
  hide (self);
  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
add_match (TramaNetworkSearch *self, const TramaGraphNode *node)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (node->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, node->label,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "id", trama_id_dup_text (node->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Names that begin with it come before those that only hold it. */
static guint
list_matches (TramaNetworkSearch *self, const char *text)
{
  g_autofree char *key = fold (text);
  guint n = 0;

  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  for (guint beginning = 0; beginning < 2; beginning++)
    for (guint i = 0; self->graph != NULL && i < trama_graph_n_nodes (self->graph) && n < MOST; i++)
      {
        const char *at = strstr (self->keys[i], key);

        if (at == NULL || (at == self->keys[i]) != (beginning == 0))
          continue;
        add_match (self, &trama_graph_nodes (self->graph)[i]);
        n++;
      }
  return n;
}

static void
search_changed (TramaNetworkSearch *self)
{
  const char *text = trama_network_search_get_text (self);
  guint n = *text != '\0' && self->lists ? list_matches (self, text) : 0;

  g_signal_emit (self, signals[SEARCH_CHANGED], 0, text);
  if (n > 0)
    {
      g_autofree char *said
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u match", "%u matches", n), n);

      gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->entry), -1);
      gtk_popover_popup (GTK_POPOVER (self->popover));
      gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), said,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    hide (self);
}

static void
entry_activated (TramaNetworkSearch *self)
{
  const char *text = trama_network_search_get_text (self);

  if (*text != '\0' && self->lists && list_matches (self, text) > 0)
    pick (self, gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
search_stopped (TramaNetworkSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  hide (self);
}

static void
row_activated (TramaNetworkSearch *self, GtkListBoxRow *row)
{
  pick (self, row);
}

static void
focus_left (TramaNetworkSearch *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->popover))
    hide (self);
}

static gboolean
key_pressed (TramaNetworkSearch *self, guint key)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || first == NULL
      || !gtk_widget_get_visible (self->popover))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (first));
  return TRUE;
}

static gboolean
trama_network_search_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TRAMA_NETWORK_SEARCH (widget)->entry);
}

static void
trama_network_search_dispose (GObject *object)
{
  TramaNetworkSearch *self = TRAMA_NETWORK_SEARCH (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->keys, g_strfreev);
  g_clear_pointer (&self->graph, trama_graph_unref);
  G_OBJECT_CLASS (trama_network_search_parent_class)->dispose (object);
}

static void
trama_network_search_class_init (TramaNetworkSearchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = trama_network_search_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = trama_network_search_grab_focus;
  signals[PICKED] = g_signal_new ("picked", TRAMA_TYPE_NETWORK_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SEARCH_CHANGED]
      = g_signal_new ("search-changed", TRAMA_TYPE_NETWORK_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trama_network_search_init (TramaNetworkSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->lists = TRUE;
  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _ ("Find a firm…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a firm or an institution in the network"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  adw_bin_set_child (ADW_BIN (self), self->entry);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Matches"), -1);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, self->entry);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (search_stopped), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left), self);
  /* Before the entry moves its cursor. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
}

void
trama_network_search_set_graph (TramaNetworkSearch *self, TramaGraph *graph)
{
  g_return_if_fail (TRAMA_IS_NETWORK_SEARCH (self));

  if (self->graph == graph)
    return;
  g_clear_pointer (&self->graph, trama_graph_unref);
  g_clear_pointer (&self->keys, g_strfreev);
  if (graph == NULL)
    return;
  self->graph = trama_graph_ref (graph);
  self->keys = g_new0 (char *, trama_graph_n_nodes (graph) + 1);
  for (guint i = 0; i < trama_graph_n_nodes (graph); i++)
    self->keys[i] = fold (trama_graph_nodes (graph)[i].label);
}

void
trama_network_search_set_lists (TramaNetworkSearch *self, gboolean lists)
{
  g_return_if_fail (TRAMA_IS_NETWORK_SEARCH (self));

  self->lists = lists;
  if (!lists)
    hide (self);
}

const char *
trama_network_search_get_text (TramaNetworkSearch *self)
{
  g_return_val_if_fail (TRAMA_IS_NETWORK_SEARCH (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}
