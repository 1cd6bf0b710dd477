/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar, and the pages it leads to. A page is made the first time it is asked for and kept. */
#include "trama-main-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-page-catalogue.h"

/* More programmes than this are folded away behind a row that says how many. */
#define MAX_PROGRAMMES 8

static GtkWidget *
make_row (const char *icon, const char *title, const char *page, const char *programme)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_box_append (GTK_BOX (box), image);
    }
  else
    gtk_widget_add_css_class (row, "child");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  g_object_set_data_full (G_OBJECT (row), "programme", g_strdup (programme), g_free);
  return row;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (trama_record_title (*(const TramaRecord *const *) a),
                         trama_record_title (*(const TramaRecord *const *) b));
}

/* By name. (transfer container) */
static GPtrArray *
list_programmes (TramaMainWindow *self)
{
  TramaTable *table
      = trama_version_table (trama_workspace_get_version (self->workspace), TRAMA_KIND_PROGRAMME);
  GPtrArray *programmes = g_ptr_array_new ();

  for (guint i = 0; i < trama_table_size (table); i++)
    g_ptr_array_add (programmes, (gpointer) trama_table_get (table, i));
  g_ptr_array_sort (programmes, compare_names);
  return programmes;
}

static void
add_programmes (TramaMainWindow *self)
{
  g_autoptr (GPtrArray) programmes = list_programmes (self);
  guint shown;

  shown = self->programmes_folded && programmes->len > MAX_PROGRAMMES ? MAX_PROGRAMMES
                                                                      : programmes->len;
  for (guint i = 0; i < shown; i++)
    {
      const TramaRecord *record = g_ptr_array_index (programmes, i);
      char id[TRAMA_ID_LENGTH + 1];

      trama_id_to_text (record->id, id);
      gtk_list_box_append (GTK_LIST_BOX (self->sidebar),
                           make_row (NULL, trama_record_title (record), "programme", id));
    }
  if (shown < programmes->len)
    {
      guint more = programmes->len - shown;
      g_autofree char *text
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", more), more);
      GtkWidget *row = make_row (NULL, text, "more", NULL);

      gtk_widget_add_css_class (row, "dim-label");
      gtk_list_box_append (GTK_LIST_BOX (self->sidebar), row);
    }
}

/* The row of what is shown. */
static void
select_row (TramaMainWindow *self)
{
  GtkListBoxRow *row;
  const TramaProgramme *programme = trama_workspace_get_programme (self->workspace);
  char id[TRAMA_ID_LENGTH + 1] = "";

  if (programme != NULL)
    trama_id_to_text (programme->record.id, id);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->sidebar), i)) != NULL;
       i++)
    {
      const char *of = g_object_get_data (G_OBJECT (row), "programme");

      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "page"), self->page) == 0
          && (of == NULL || strcmp (of, id) == 0)
          && (of != NULL || g_strcmp0 (self->page, "programme") != 0))
        {
          gtk_list_box_select_row (GTK_LIST_BOX (self->sidebar), row);
          return;
        }
    }
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->sidebar));
}

void
trama_main_window_fill_sidebar (TramaMainWindow *self)
{
  guint n;
  const TramaPageEntry *entries = trama_page_catalogue (&n);

  gtk_list_box_remove_all (GTK_LIST_BOX (self->sidebar));
  for (guint i = 0; i < n; i++)
    {
      gtk_list_box_append (GTK_LIST_BOX (self->sidebar),
                           make_row (entries[i].icon,
                                     g_dgettext (GETTEXT_PACKAGE, entries[i].title),
                                     entries[i].name, NULL));
      if (strcmp (entries[i].name, "programme") == 0)
        add_programmes (self);
    }
  select_row (self);
}

void
trama_main_window_sidebar_activated (TramaMainWindow *self, GtkListBoxRow *row)
{
  const char *page = g_object_get_data (G_OBJECT (row), "page");
  const char *programme = g_object_get_data (G_OBJECT (row), "programme");
  TramaId id;

  if (strcmp (page, "more") == 0)
    {
      self->programmes_folded = FALSE;
      trama_main_window_fill_sidebar (self);
      return;
    }
  if (programme != NULL && trama_id_parse (programme, TRAMA_ID_LENGTH, &id))
    trama_lens_set_programme (trama_workspace_get_lens (self->workspace), id);
  trama_main_window_show_page (self, page);
}

void
trama_main_window_drop_pages (TramaMainWindow *self)
{
  if (self->split != NULL && self->page != NULL)
    adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (self->split),
                                           adw_navigation_page_new (adw_bin_new (), "Trama"));
  g_hash_table_remove_all (self->pages);
  self->page = NULL;
  self->programmes_folded = TRUE;
}

void
trama_main_window_show_page (TramaMainWindow *self, const char *name)
{
  guint n;
  const TramaPageEntry *entries = trama_page_catalogue (&n);
  AdwNavigationPage *page;

  g_return_if_fail (TRAMA_IS_MAIN_WINDOW (self) && name != NULL);

  if (self->workspace == NULL)
    return;
  for (guint i = 0; i < n; i++)
    if (strcmp (entries[i].name, name) == 0)
      {
        page = g_hash_table_lookup (self->pages, name);
        if (page == NULL)
          {
            page = g_object_ref_sink (entries[i].make (self->workspace));
            g_hash_table_insert (self->pages, (gpointer) entries[i].name, page);
          }
        if (self->page != entries[i].name)
          adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (self->split), page);
        self->page = entries[i].name;
        break;
      }
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->split), TRUE);
  select_row (self);
}

static void
action_show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  trama_main_window_show_page (TRAMA_MAIN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The one before or after in the sidebar, round and round. */
static void
move_programmes (TramaMainWindow *self, int step)
{
  g_autoptr (GPtrArray) programmes = list_programmes (self);
  guint at = 0;

  if (programmes->len == 0)
    return;
  if (g_strcmp0 (self->page, "programme") == 0
      && g_ptr_array_find (programmes, trama_workspace_get_programme (self->workspace), &at))
    at = (guint) ((int) at + step + (int) programmes->len) % programmes->len;
  trama_lens_set_programme (trama_workspace_get_lens (self->workspace),
                            ((const TramaRecord *) programmes->pdata[at])->id);
  trama_main_window_show_page (self, "programme");
}

static void
action_next_programme (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_programmes (TRAMA_MAIN_WINDOW (widget), 1);
}

static void
action_previous_programme (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_programmes (TRAMA_MAIN_WINDOW (widget), -1);
}

static void
action_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaMainWindow *self = TRAMA_MAIN_WINDOW (widget);

  if (self->page == NULL)
    return;
  if (!gtk_widget_activate_action (GTK_WIDGET (adw_navigation_split_view_get_content (
                                       ADW_NAVIGATION_SPLIT_VIEW (self->split))),
                                   "page.search", NULL))
    {
      trama_main_window_show_page (self, "firms");
      gtk_widget_activate_action (g_hash_table_lookup (self->pages, "firms"), "page.search", NULL);
    }
}

void
trama_main_window_class_init_pages (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.show-page", "s", action_show_page);
  gtk_widget_class_install_action (class, "win.next-programme", NULL, action_next_programme);
  gtk_widget_class_install_action (class, "win.previous-programme", NULL,
                                   action_previous_programme);
  gtk_widget_class_install_action (class, "win.search", NULL, action_search);
}
