/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-table-dialog.h"

#include <glib/gi18n-lib.h>

/* A row of the table is only its number: the cells stay in the scene, which the view keeps. */
static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  TramaScene *scene = g_object_get_data (G_OBJECT (factory), "scene");
  const TramaChartTable *table = trama_scene_get_table (scene);

  gtk_label_set_text (
      GTK_LABEL (gtk_list_item_get_child (item)),
      trama_chart_table_get_cell (table, gtk_list_item_get_position (item), column));
}

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  TramaScene *scene = g_object_get_data (G_OBJECT (factory), "scene");
  gboolean numeric = trama_chart_table_is_numeric (trama_scene_get_table (scene), column);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static GtkWidget *
make_view (TramaScene *scene)
{
  const TramaChartTable *table = trama_scene_get_table (scene);
  GListStore *rows = g_list_store_new (G_TYPE_OBJECT);
  GtkWidget *view = NULL;

  for (guint i = 0; i < trama_chart_table_get_n_rows (table); i++)
    {
      g_autoptr (GObject) row = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_append (rows, row);
    }
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));
  for (guint i = 0; i < trama_chart_table_get_n_columns (table); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data_full (G_OBJECT (factory), "scene", trama_scene_ref (scene),
                              (GDestroyNotify) trama_scene_unref);
      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (trama_chart_table_get_header (table, i), factory);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  return view;
}

AdwDialog *
trama_table_dialog_new (const char *title, TramaScene *scene)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sentence = gtk_label_new (trama_scene_get_sentence (scene));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = make_view (scene);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_label_set_selectable (GTK_LABEL (sentence), TRUE);
  gtk_widget_set_margin_start (sentence, 18);
  gtk_widget_set_margin_end (sentence, 18);
  gtk_widget_set_margin_bottom (sentence, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), box);
  adw_dialog_set_title (dialog, title != NULL ? title : _ ("Table"));
  adw_dialog_set_content_width (dialog, 620);
  adw_dialog_set_content_height (dialog, 520);
  adw_dialog_set_child (dialog, toolbar);
  gtk_widget_grab_focus (view);
  return dialog;
}
