/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-library-page.h"

#include <glib/gi18n-lib.h>

#include "trama-case-details.h"
#include "trama-evaluation.h"
#include "trama-method-reader.h"

struct _TramaLibraryPage
{
  TramaPage parent_instance;

  GtkWidget *search;
  GtkWidget *methods;
  GtkWidget *cases;
};

G_DEFINE_FINAL_TYPE (TramaLibraryPage, trama_library_page, TRAMA_TYPE_PAGE)

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  TramaLibraryPage *self = data;
  g_autofree char *wanted
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autofree char *text
      = g_strdup_printf ("%s %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                         adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, wanted) != NULL;
}

static void
search_changed (TramaLibraryPage *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->methods));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->cases));
}

static void
method_activated (AdwActionRow *row, gpointer method)
{
  adw_dialog_present (trama_method_reader_new (method), GTK_WIDGET (row));
}

static void
case_activated (AdwActionRow *row, gpointer one)
{
  adw_dialog_present (trama_case_details_new (one), GTK_WIDGET (row));
}

static void
add_row (GtkWidget *list, const char *title, const char *subtitle, GCallback activated,
         gpointer data)
{
  GtkWidget *row = trama_reader_row (title, subtitle);

  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", activated, data);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
fill_methods (TramaLibraryPage *self)
{
  GPtrArray *methods = trama_methods_built_in ();

  for (guint i = 0; i < methods->len; i++)
    {
      TramaMethod *method = methods->pdata[i];
      g_autofree char *source = trama_source_to_prose (&method->source);
      /* Translators: a source, and the kind of record that a method judges */
      g_autofree char *text = g_strdup_printf (
          _ ("%s. Judges: %s"), source, trama_kind_label (trama_method_subject_kind (method)));

      add_row (self->methods, trama_method_text (method->title), text,
               G_CALLBACK (method_activated), method);
    }
}

static void
fill_cases (TramaLibraryPage *self)
{
  GPtrArray *cases = trama_cases_built_in ();

  for (guint i = 0; i < cases->len; i++)
    {
      TramaCase *one = cases->pdata[i];
      g_autofree char *source = trama_source_to_prose (&one->source);
      g_autofree char *text = g_strdup_printf (
          "%s%s%s%s%d, %s", one->trade != NULL ? one->trade : "", one->trade != NULL ? ", " : "",
          one->country != NULL ? one->country : "", one->country != NULL ? ", " : "", one->year,
          source);

      add_row (self->cases, one->title, text, G_CALLBACK (case_activated), one);
    }
}

static void
trama_library_page_class_init (TramaLibraryPageClass *class)
{
}

static GtkWidget *
add_list (TramaLibraryPage *self, GtkWidget *body, const char *title)
{
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), is_wanted, self, NULL);
  gtk_box_append (GTK_BOX (body), heading);
  gtk_box_append (GTK_BOX (body), list);
  return list;
}

static void
trama_library_page_init (TramaLibraryPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search),
                                         _ ("Search methods and cases"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search methods and cases"), -1);
  gtk_widget_add_css_class (body, "page-body");
  gtk_box_append (GTK_BOX (body), self->search);
  self->methods = add_list (self, body, _ ("Methods"));
  self->cases = add_list (self, body, _ ("Cases of the documents"));
  fill_methods (self);
  fill_cases (self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed), self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), body);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  trama_page_set_content (TRAMA_PAGE (self), scroller);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Methods and cases"));
}

AdwNavigationPage *
trama_library_page_make (TramaWorkspace *workspace)
{
  TramaPage *page = g_object_new (TRAMA_TYPE_LIBRARY_PAGE, NULL);

  trama_page_set_workspace (page, workspace);
  return ADW_NAVIGATION_PAGE (page);
}
