/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-start-page.h"

#include <glib/gi18n-lib.h>

#include "trama-recovery.h"

#define MIME_TYPE "application/vnd.tramaproductiva.trama+json"
#define MAX_RECENT 6

struct _TramaStartPage
{
  AdwBin parent_instance;

  GtkWidget *recent;
  GtkWidget *recovered;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (TramaStartPage, trama_start_page, ADW_TYPE_BIN)

static GtkWidget *
add_row (TramaStartPage *self, GtkWidget *group, const char *title, const char *subtitle,
         const char *action, const char *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  return row;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *x = gtk_recent_info_get_modified (*(GtkRecentInfo *const *) a);
  GDateTime *y = gtk_recent_info_get_modified (*(GtkRecentInfo *const *) b);

  return g_date_time_compare (y, x);
}

static void
show_recent (TramaStartPage *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (GList *l = items; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MIME_TYPE) == 0
        && (!gtk_recent_info_is_local (l->data) || gtk_recent_info_exists (l->data)))
      g_ptr_array_add (found, l->data);
  g_ptr_array_sort (found, newest_first);
  for (guint i = 0; i < MIN (found->len, MAX_RECENT); i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (found, i);
      g_autofree char *folder = gtk_recent_info_get_uri_display (info);

      add_row (self, self->recent, gtk_recent_info_get_display_name (info), folder, "win.open-uri",
               gtk_recent_info_get_uri (info));
    }
  gtk_widget_set_visible (self->recent, found->len > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* Those that lie in a file are offered when that is opened. */
static void
show_recovered (TramaStartPage *self)
{
  g_autoptr (GPtrArray) journals = trama_recovery_list (TRAMA_ID_NONE);
  guint n = 0;

  for (guint i = 0; i < journals->len; i++)
    {
      const TramaRecovery *recovery = g_ptr_array_index (journals, i);
      g_autoptr (GDateTime) when = NULL;
      g_autofree char *day = NULL;
      g_autofree char *title = NULL;
      g_autofree char *steps = NULL;

      if (recovery->uri != NULL)
        continue;
      when = g_date_time_new_from_unix_local (recovery->last);
      day = g_date_time_format (when, "%x %H:%M");
      /* Translators: a date and time */
      title = g_strdup_printf (_ ("New portfolio of %s"), day);
      steps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step; the last one: %s",
                                            "%u steps; the last one: %s", recovery->n_steps),
                               recovery->n_steps,
                               recovery->last_label != NULL ? recovery->last_label : "–");
      add_row (self, self->recovered, title, steps, "win.recover", recovery->path);
      n++;
    }
  gtk_widget_set_visible (self->recovered, n > 0);
}

void
trama_start_page_refresh (TramaStartPage *self)
{
  g_return_if_fail (TRAMA_IS_START_PAGE (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  show_recent (self);
  show_recovered (self);
}

static void
trama_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_START_PAGE);
  G_OBJECT_CLASS (trama_start_page_parent_class)->dispose (object);
}

static void
trama_start_page_finalize (GObject *object)
{
  g_ptr_array_unref (TRAMA_START_PAGE (object)->rows);
  G_OBJECT_CLASS (trama_start_page_parent_class)->finalize (object);
}

static void
trama_start_page_class_init (TramaStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_start_page_dispose;
  G_OBJECT_CLASS (class)->finalize = trama_start_page_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/shell/trama-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TramaStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, TramaStartPage, recovered);
}

static void
trama_start_page_init (TramaStartPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  trama_start_page_refresh (self);
}
