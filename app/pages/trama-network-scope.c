/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-scope.h"

#include <glib/gi18n-lib.h>

struct _TramaNetworkScope
{
  AdwBin parent_instance;

  TramaWorkspace *workspace;
  GtkWidget *drop_down;
  GtkWidget *label;
  GArray *programmes; /* TramaId of each choice but the last */
  gboolean whole;
  gboolean updating;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (TramaNetworkScope, trama_network_scope, ADW_TYPE_BIN)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (trama_record_title (*(const TramaRecord *const *) a),
                         trama_record_title (*(const TramaRecord *const *) b));
}

static void
fill (TramaNetworkScope *self)
{
  TramaTable *table
      = trama_version_table (trama_workspace_get_version (self->workspace), TRAMA_KIND_PROGRAMME);
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *former = gtk_drop_down_get_model (GTK_DROP_DOWN (self->drop_down));
  gboolean same;

  for (guint i = 0; i < trama_table_size (table); i++)
    g_ptr_array_add (programmes, (gpointer) trama_table_get (table, i));
  g_ptr_array_sort (programmes, compare_names);
  g_array_set_size (self->programmes, 0);
  for (guint i = 0; i < programmes->len; i++)
    {
      const TramaRecord *record = g_ptr_array_index (programmes, i);

      g_array_append_val (self->programmes, record->id);
      gtk_string_list_append (names, trama_record_title (record));
    }
  gtk_string_list_append (names, _ ("Whole Portfolio"));
  same = former != NULL
         && g_list_model_get_n_items (former) == g_list_model_get_n_items (G_LIST_MODEL (names));
  for (guint i = 0; same && i < g_list_model_get_n_items (former); i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (former), i),
                        gtk_string_list_get_string (names, i));
  if (!same)
    gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
}

void
trama_network_scope_refresh (TramaNetworkScope *self)
{
  const TramaProgramme *programme;
  guint selected;

  g_return_if_fail (TRAMA_IS_NETWORK_SCOPE (self) && self->workspace != NULL);

  self->updating = TRUE;
  fill (self);
  selected = self->programmes->len;
  programme = self->whole ? NULL : trama_workspace_get_programme (self->workspace);
  for (guint i = 0; programme != NULL && i < self->programmes->len; i++)
    if (trama_id_equal (g_array_index (self->programmes, TramaId, i), programme->record.id))
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
  gtk_widget_set_visible (self->drop_down, self->programmes->len > 0);
  self->updating = FALSE;
}

static void
selected (TramaNetworkScope *self)
{
  guint choice = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (self->updating || self->workspace == NULL || choice == GTK_INVALID_LIST_POSITION)
    return;
  self->whole = choice >= self->programmes->len;
  if (!self->whole)
    trama_lens_set_programme (trama_workspace_get_lens (self->workspace),
                              g_array_index (self->programmes, TramaId, choice));
  g_signal_emit (self, changed_signal, 0);
}

/* Whoever asks for a programme elsewhere wants to see it here too. */
static void
programme_changed (TramaNetworkScope *self)
{
  self->whole = FALSE;
}

static void
set_up_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_list_item_set_child (item, label);
}

static void
bind_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (string));
}

static void
trama_network_scope_finalize (GObject *object)
{
  TramaNetworkScope *self = TRAMA_NETWORK_SCOPE (object);

  g_array_unref (self->programmes);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (trama_network_scope_parent_class)->finalize (object);
}

static void
trama_network_scope_class_init (TramaNetworkScopeClass *class)
{
  G_OBJECT_CLASS (class)->finalize = trama_network_scope_finalize;
  changed_signal = g_signal_new ("changed", TRAMA_TYPE_NETWORK_SCOPE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
trama_network_scope_init (TramaNetworkScope *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->programmes = g_array_new (FALSE, FALSE, sizeof (TramaId));
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  /* A drop-down takes its name only from a label. */
  self->label = gtk_label_new (_ ("Whose network"));
  gtk_widget_set_visible (self->label, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->drop_down),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_item), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), factory);
  g_object_unref (factory);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->drop_down);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected), self);
}

void
trama_network_scope_set_workspace (TramaNetworkScope *self, TramaWorkspace *workspace)
{
  g_return_if_fail (TRAMA_IS_NETWORK_SCOPE (self) && TRAMA_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;
  g_signal_connect_object (trama_workspace_get_lens (workspace), "notify::programme",
                           G_CALLBACK (programme_changed), self, G_CONNECT_SWAPPED);
  trama_network_scope_refresh (self);
}

TramaId
trama_network_scope_get_programme (TramaNetworkScope *self)
{
  const TramaProgramme *programme;

  g_return_val_if_fail (TRAMA_IS_NETWORK_SCOPE (self), TRAMA_ID_NONE);

  if (self->whole || self->workspace == NULL)
    return TRAMA_ID_NONE;
  programme = trama_workspace_get_programme (self->workspace);
  return programme != NULL ? programme->record.id : TRAMA_ID_NONE;
}
