/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-programme-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-belonging.h"
#include "trama-evaluation-page.h"
#include "trama-overview-page.h"
#include "trama-programme-agenda.h"
#include "trama-programme-views.h"
#include "trama-records-page.h"

struct _TramaProgrammePage
{
  AdwNavigationPage parent_instance;

  GtkWidget *split;
  GtkWidget *views_page;
  GtkWidget *views_title;
  GtkWidget *list;
  TramaWorkspace *workspace;
  GHashTable *pages; /* name → TramaPage */
};

G_DEFINE_FINAL_TYPE (TramaProgrammePage, trama_programme_page, ADW_TYPE_NAVIGATION_PAGE)

static TramaPage *
make_page (const char *name)
{
  guint n;
  const TramaProgrammeView *views = trama_programme_views (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (views[i].name, name) == 0)
      return trama_records_page_new (&views[i]);
  return strcmp (name, "evaluation") == 0 ? trama_evaluation_page_new ()
                                          : trama_overview_page_new ();
}

void
trama_programme_page_show_view (TramaProgrammePage *self, const char *name)
{
  TramaPage *page;
  GtkListBoxRow *row;

  g_return_if_fail (TRAMA_IS_PROGRAMME_PAGE (self) && name != NULL);

  page = g_hash_table_lookup (self->pages, name);
  if (page == NULL)
    {
      page = g_object_ref_sink (make_page (name));
      trama_page_set_workspace (page, self->workspace);
      g_hash_table_insert (self->pages, g_strdup (name), page);
    }
  if (adw_navigation_split_view_get_content (ADW_NAVIGATION_SPLIT_VIEW (self->split))
      != ADW_NAVIGATION_PAGE (page))
    adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (self->split),
                                           ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->split), TRUE);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "view"), name) == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

static void
view_activated (GtkListBox *list, GtkListBoxRow *row, TramaProgrammePage *self)
{
  trama_programme_page_show_view (self, g_object_get_data (G_OBJECT (row), "view"));
}

static void
action_show_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  trama_programme_page_show_view (TRAMA_PROGRAMME_PAGE (widget),
                                  g_variant_get_string (parameter, NULL));
}

static void
add_row (TramaProgrammePage *self, const char *name, const char *title, const char *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "view", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (row), "count", count);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
set_count (TramaProgrammePage *self, const char *name, const char *text, gboolean late)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "view"), name) == 0)
      {
        GtkWidget *count = g_object_get_data (G_OBJECT (row), "count");

        gtk_label_set_text (GTK_LABEL (count), text);
        if (late)
          gtk_widget_add_css_class (count, "warn");
        else
          gtk_widget_remove_css_class (count, "warn");
      }
}

/* How many records stand behind each view, or how many of them are late. */
static void
show_counts (TramaProgrammePage *self)
{
  const TramaProgramme *programme = trama_workspace_get_programme (self->workspace);
  TramaVersion *version = trama_workspace_get_version (self->workspace);
  TramaProgrammeSummary *summary;
  guint n;
  const TramaProgrammeView *views = trama_programme_views (&n);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->views_title),
                              programme != NULL ? programme->name : _ ("Programme"));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self->views_page),
                                 programme != NULL ? programme->name : _ ("Programme"));
  if (programme == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) records
          = trama_belonging_records (version, views[i].tables[0].kind, programme->record.id);
      g_autofree char *text = records->len > 0 ? g_strdup_printf ("%u", records->len) : NULL;

      if (views[i].tables[0].kind == TRAMA_KIND_MEMBERSHIP)
        {
          g_autoptr (GHashTable) members = trama_belonging_members (
              version, programme->record.id, trama_workspace_get_as_of (self->workspace));

          g_free (text);
          text = g_strdup_printf ("%u", g_hash_table_size (members));
        }
      set_count (self, views[i].name, text != NULL ? text : "", FALSE);
    }
  summary = trama_workspace_get_summary (self->workspace, programme->record.id);
  if (summary != NULL)
    {
      g_autoptr (GPtrArray) agenda = trama_programme_agenda_new (summary);

      for (guint i = 0; i < agenda->len; i++)
        {
          const TramaAgendaItem *item = g_ptr_array_index (agenda, i);
          const char *view = item->kind == TRAMA_AGENDA_STEPS   ? "plan"
                             : item->kind == TRAMA_AGENDA_TESTS ? "testing"
                                                                : NULL;
          g_autofree char *text = NULL;

          if (view == NULL || item->records->len == 0)
            continue;
          text = g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE, "%u late", "%u late", item->records->len),
              item->records->len);
          set_count (self, view, text, TRUE);
        }
    }
}

static void
trama_programme_page_dispose (GObject *object)
{
  TramaProgrammePage *self = TRAMA_PROGRAMME_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_PROGRAMME_PAGE);
  g_hash_table_remove_all (self->pages);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (trama_programme_page_parent_class)->dispose (object);
}

static void
trama_programme_page_finalize (GObject *object)
{
  g_hash_table_unref (TRAMA_PROGRAMME_PAGE (object)->pages);
  G_OBJECT_CLASS (trama_programme_page_parent_class)->finalize (object);
}

static void
trama_programme_page_class_init (TramaProgrammePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_programme_page_dispose;
  G_OBJECT_CLASS (class)->finalize = trama_programme_page_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-programme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TramaProgrammePage, split);
  gtk_widget_class_bind_template_child (widget_class, TramaProgrammePage, views_page);
  gtk_widget_class_bind_template_child (widget_class, TramaProgrammePage, views_title);
  gtk_widget_class_bind_template_child (widget_class, TramaProgrammePage, list);
  gtk_widget_class_bind_template_callback (widget_class, view_activated);
  gtk_widget_class_install_action (widget_class, "programme.show-view", "s", action_show_view);
}

static void
trama_programme_page_init (TramaProgrammePage *self)
{
  guint n;
  const TramaProgrammeView *views = trama_programme_views (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  add_row (self, "overview", _ ("Overview"), "trama-overview-symbolic");
  for (guint i = 0; i < n; i++)
    add_row (self, views[i].name, g_dgettext (GETTEXT_PACKAGE, views[i].title), views[i].icon);
  add_row (self, "evaluation", _ ("Evaluation"), "trama-evaluation-symbolic");
}

AdwNavigationPage *
trama_programme_page_make (TramaWorkspace *workspace)
{
  TramaProgrammePage *self = g_object_new (TRAMA_TYPE_PROGRAMME_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "summary-changed", G_CALLBACK (show_counts), self,
                           G_CONNECT_SWAPPED);
  show_counts (self);
  trama_programme_page_show_view (self, "overview");
  return ADW_NAVIGATION_PAGE (self);
}
