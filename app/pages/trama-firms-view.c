/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-firms-view.h"

#include <glib/gi18n-lib.h>

#include "trama-firms-page.h"

struct _TramaFirmsView
{
  TramaPage parent_instance;

  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (TramaFirmsView, trama_firms_view, TRAMA_TYPE_PAGE)

static void
edit (TramaFirmsView *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "s", id);
}

static void
add_tie (TramaFirmsView *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-tie", "s", id);
}

static void
add (TramaFirmsView *self, const char *kind)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-record", "s", kind);
}

static void
record_activated (TramaFirmsView *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", id);
}

static void
action_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  trama_firms_page_focus_search (TRAMA_FIRMS_PAGE (TRAMA_FIRMS_VIEW (widget)->content));
}

static void
trama_firms_view_class_init (TramaFirmsViewClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "page.search", NULL, action_search);
}

static void
trama_firms_view_init (TramaFirmsView *self)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Firms and institutions"));
  self->content = trama_firms_page_new ();
  g_signal_connect_swapped (self->content, "edit", G_CALLBACK (edit), self);
  g_signal_connect_swapped (self->content, "add-tie", G_CALLBACK (add_tie), self);
  g_signal_connect_swapped (self->content, "add", G_CALLBACK (add), self);
  g_signal_connect_swapped (self->content, "record-activated", G_CALLBACK (record_activated), self);
  trama_page_set_content (TRAMA_PAGE (self), self->content);
  trama_page_set_primary (TRAMA_PAGE (self), _ ("Add Firm"), "win.add-record",
                          g_variant_new_string ("firm"));
}

AdwNavigationPage *
trama_firms_view_make (TramaWorkspace *workspace)
{
  TramaFirmsView *self = g_object_new (TRAMA_TYPE_FIRMS_VIEW, NULL);

  trama_page_set_workspace (TRAMA_PAGE (self), workspace);
  trama_firms_page_set_document (TRAMA_FIRMS_PAGE (self->content),
                                 trama_workspace_get_document (workspace),
                                 trama_workspace_get_lens (workspace));
  return ADW_NAVIGATION_PAGE (self);
}
