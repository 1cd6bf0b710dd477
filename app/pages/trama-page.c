/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page.h"

#include <glib/gi18n-lib.h>

#include "trama-date-button.h"

typedef struct
{
  TramaWorkspace *workspace;
  gboolean narrow;
  gboolean stale;
  guint update_id;
  GtkWidget *toolbar;
  GtkWidget *title;
  GtkWidget *primary;
  GtkWidget *primary_content;
  GtkWidget *date;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *print;
  GtkWidget *narrow_bar;
  GtkWidget *narrow_date;
} TramaPagePrivate;

enum
{
  PROP_WORKSPACE = 1,
  PROP_CONTENT,
  PROP_NARROW,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TramaPage, trama_page, ADW_TYPE_NAVIGATION_PAGE)

#define PRIVATE(page) ((TramaPagePrivate *) trama_page_get_instance_private (page))

static void
update_now (TramaPage *self)
{
  TramaPagePrivate *priv = PRIVATE (self);

  priv->stale = FALSE;
  if (priv->workspace != NULL && TRAMA_PAGE_GET_CLASS (self)->update != NULL)
    TRAMA_PAGE_GET_CLASS (self)->update (self);
}

static gboolean
update_in_idle (gpointer data)
{
  TramaPage *self = data;

  PRIVATE (self)->update_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_now (self);
  return G_SOURCE_REMOVE;
}

void
trama_page_queue_update (TramaPage *self)
{
  TramaPagePrivate *priv;

  g_return_if_fail (TRAMA_IS_PAGE (self));

  priv = PRIVATE (self);
  priv->stale = TRUE;
  if (priv->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_in_idle, self, NULL);
}

static void
trama_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trama_page_parent_class)->map (widget);
  if (PRIVATE (TRAMA_PAGE (widget))->stale)
    update_now (TRAMA_PAGE (widget));
}

static void
show_workspace_state (TramaPage *self)
{
  TramaPagePrivate *priv = PRIVATE (self);
  TramaDocument *document = trama_workspace_get_document (priv->workspace);
  const char *undo = trama_document_get_undo_label (document);
  const char *redo = trama_document_get_redo_label (document);
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : NULL;
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : NULL;
  const TramaPortfolio *portfolio
      = trama_version_portfolio (trama_workspace_get_version (priv->workspace));
  int own = portfolio != NULL && trama_date_is_known (portfolio->shown_at)
                ? portfolio->shown_at.last
                : G_MININT;

  gtk_widget_set_tooltip_text (priv->undo, undo_text != NULL ? undo_text : _ ("Undo"));
  gtk_widget_set_tooltip_text (priv->redo, redo_text != NULL ? redo_text : _ ("Redo"));
  g_object_set (priv->date, "own-day", own, NULL);
  g_object_set (priv->narrow_date, "own-day", own, NULL);
}

static void
workspace_changed (TramaPage *self)
{
  show_workspace_state (self);
  trama_page_queue_update (self);
}

void
trama_page_set_workspace (TramaPage *self, TramaWorkspace *workspace)
{
  TramaPagePrivate *priv;

  g_return_if_fail (TRAMA_IS_PAGE (self));

  priv = PRIVATE (self);
  if (priv->workspace == workspace)
    return;
  if (priv->workspace != NULL)
    g_signal_handlers_disconnect_by_data (priv->workspace, self);
  g_set_object (&priv->workspace, workspace);
  if (workspace != NULL)
    {
      TramaLens *lens = trama_workspace_get_lens (workspace);

      g_object_bind_property (lens, "as-of", priv->date, "day",
                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
      g_object_bind_property (lens, "as-of", priv->narrow_date, "day",
                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
      g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "summary-changed", G_CALLBACK (trama_page_queue_update),
                               self, G_CONNECT_SWAPPED);
      workspace_changed (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

TramaWorkspace *
trama_page_get_workspace (TramaPage *self)
{
  g_return_val_if_fail (TRAMA_IS_PAGE (self), NULL);

  return PRIVATE (self)->workspace;
}

void
trama_page_set_content (TramaPage *self, GtkWidget *content)
{
  g_return_if_fail (TRAMA_IS_PAGE (self));

  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (PRIVATE (self)->toolbar), content);
}

void
trama_page_set_narrow (TramaPage *self, gboolean narrow)
{
  TramaPagePrivate *priv;

  g_return_if_fail (TRAMA_IS_PAGE (self));

  priv = PRIVATE (self);
  if (priv->narrow == narrow)
    return;
  priv->narrow = narrow;
  gtk_widget_set_visible (priv->date, !narrow);
  gtk_widget_set_visible (priv->undo, !narrow);
  gtk_widget_set_visible (priv->redo, !narrow);
  gtk_widget_set_visible (priv->print, !narrow);
  gtk_widget_set_visible (priv->narrow_bar, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (priv->primary_content),
                                narrow ? "" : gtk_widget_get_tooltip_text (priv->primary));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  trama_page_queue_update (self);
}

gboolean
trama_page_get_narrow (TramaPage *self)
{
  g_return_val_if_fail (TRAMA_IS_PAGE (self), FALSE);

  return PRIVATE (self)->narrow;
}

void
trama_page_set_primary (TramaPage *self, const char *label, const char *action, GVariant *target)
{
  TramaPagePrivate *priv;

  g_return_if_fail (TRAMA_IS_PAGE (self));

  priv = PRIVATE (self);
  gtk_widget_set_visible (priv->primary, label != NULL);
  if (label == NULL)
    return;
  gtk_widget_set_tooltip_text (priv->primary, label);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (priv->primary_content),
                                priv->narrow ? "" : label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->primary), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (priv->primary), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->primary), action);
}

void
trama_page_set_subtitle (TramaPage *self, const char *subtitle)
{
  g_return_if_fail (TRAMA_IS_PAGE (self));

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (PRIVATE (self)->title),
                                 subtitle != NULL ? subtitle : "");
}

void
trama_page_open_record (GtkWidget *widget, TramaId id)
{
  char text[TRAMA_ID_LENGTH + 1];

  trama_id_to_text (id, text);
  gtk_widget_activate_action (widget, "win.open-record", "s", text);
}

static void
trama_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TramaPagePrivate *priv = PRIVATE (TRAMA_PAGE (object));

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (priv->toolbar)));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TramaPage *self = TRAMA_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      trama_page_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      trama_page_set_content (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      trama_page_set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_page_dispose (GObject *object)
{
  TramaPagePrivate *priv = PRIVATE (TRAMA_PAGE (object));

  g_clear_handle_id (&priv->update_id, g_source_remove);
  if (priv->workspace != NULL)
    g_signal_handlers_disconnect_by_data (priv->workspace, object);
  g_clear_object (&priv->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_PAGE);
  G_OBJECT_CLASS (trama_page_parent_class)->dispose (object);
}

static void
trama_page_class_init (TramaPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = trama_page_dispose;
  object_class->get_property = trama_page_get_property;
  object_class->set_property = trama_page_set_property;
  widget_class->map = trama_page_map;
  properties[PROP_WORKSPACE]
      = g_param_spec_object ("workspace", NULL, NULL, TRAMA_TYPE_WORKSPACE, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (TRAMA_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, toolbar);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, primary);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, primary_content);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, date);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, undo);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, redo);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, print);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, narrow_bar);
  gtk_widget_class_bind_template_child_private (widget_class, TramaPage, narrow_date);
}

static void
trama_page_init (TramaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
