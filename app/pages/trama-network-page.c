/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is chosen makes a request; another thread makes the figure and its sentences of it; the page
 * shows the last that came for as long as the next is on its way.
 */
#include "trama-network-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-chart-view.h"
#include "trama-firm-inspector.h"
#include "trama-network-drawing.h"
#include "trama-network-kinds.h"
#include "trama-network-layouts.h"
#include "trama-network-scope.h"
#include "trama-network-search.h"
#include "trama-network-tie-pane.h"
#include "trama-network-ties.h"
#include "trama-network-words.h"

#define WIDE_ASPECT 1.5
#define NARROW_ASPECT 0.7
#define ZOOM_STEP 1.25
/* The choice of what to compare with at first. */
#define COMPARE_YEAR 2

struct _TramaNetworkPage
{
  TramaPage parent_instance;

  GtkWidget *stack;
  GtkWidget *split;
  GtkWidget *side;
  GtkWidget *words_heading;
  GtkWidget *close_words;
  GtkWidget *words;
  GtkWidget *side_legend;
  GtkWidget *inspector;
  GtkWidget *tie;
  GtkWidget *headline;
  GtkWidget *subline;
  GtkWidget *views;
  AdwToggle *tiers_toggle;
  GtkWidget *layout; /* which free arrangement */
  GtkWidget *filters;
  GtkWidget *zoom;
  GtkWidget *scope;
  GtkWidget *kinds;
  GtkWidget *compare_box;
  GtkWidget *compare;
  GtkWidget *search;
  GtkWidget *broker_box;
  GtkWidget *broker;
  GtkWidget *picture;
  GtkWidget *chart;
  GtkWidget *legend;
  GtkWidget *spinner;
  GtkWidget *ties;

  TramaNetworkLayouts *layouts;
  TramaNetworkDrawing *drawing;
  TramaNetworkRequest asked; /* the last; its version is referenced */
  GCancellable *running;
  TramaNetworkResult *result;
  TramaLayoutKind arrangement;
  gboolean showing; /* what is chosen is being brought up to date, not chosen */
};

G_DEFINE_FINAL_TYPE (TramaNetworkPage, trama_network_page, TRAMA_TYPE_PAGE)

static TramaLens *
get_lens (TramaNetworkPage *self)
{
  return trama_workspace_get_lens (trama_page_get_workspace (TRAMA_PAGE (self)));
}

static TramaVersion *
get_version (TramaNetworkPage *self)
{
  return trama_workspace_get_version (trama_page_get_workspace (TRAMA_PAGE (self)));
}

/* Drawing. */

static TramaScene *
make_chart (const TramaChartStyle *style, double width, double height, gpointer data)
{
  TramaNetworkPage *self = data;

  if (self->result == NULL)
    return NULL;
  trama_network_drawing_set (self->drawing, self->result->figure, self->result->facts->headline,
                             trama_lens_get_selected (get_lens (self)));
  return trama_network_drawing_make (self->drawing, style, width, height);
}

static TramaScene *
make_legend (const TramaChartStyle *style, double width, double height, gpointer data)
{
  TramaNetworkPage *self = data;

  return self->result != NULL
             ? trama_network_chart_new_legend (
                   trama_network_figure_get_chart (self->result->figure), style, width)
             : NULL;
}

/* Selecting. */

static const TramaRecord *
get_selected (TramaNetworkPage *self)
{
  return trama_version_find_among (
      get_version (self),
      TRAMA_KIND_BIT (TRAMA_KIND_FIRM) | TRAMA_KIND_BIT (TRAMA_KIND_INSTITUTION)
          | TRAMA_KIND_BIT (TRAMA_KIND_PERSON) | TRAMA_KIND_BIT (TRAMA_KIND_LINKAGE),
      trama_lens_get_selected (get_lens (self)));
}

static void
show_side (TramaNetworkPage *self)
{
  const TramaRecord *selected = get_selected (self);

  if (selected == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->side), "words");
  else if (selected->kind != TRAMA_KIND_LINKAGE)
    gtk_stack_set_visible_child_name (GTK_STACK (self->side), "firm");
  else
    {
      trama_network_tie_pane_set_tie (TRAMA_NETWORK_TIE_PANE (self->tie), get_version (self),
                                      (const TramaLinkage *) selected,
                                      trama_lens_get_as_of (get_lens (self)));
      gtk_stack_set_visible_child_name (GTK_STACK (self->side), "tie");
    }
}

static void
show_current (TramaNetworkPage *self)
{
  TramaScene *scene = trama_chart_view_get_scene (TRAMA_CHART_VIEW (self->chart));
  TramaId selected = trama_lens_get_selected (get_lens (self));

  trama_network_ties_select (TRAMA_NETWORK_TIES (self->ties), selected);
  if (scene != NULL)
    trama_chart_view_set_current (TRAMA_CHART_VIEW (self->chart),
                                  trama_id_is_none (selected)
                                      ? TRAMA_SCENE_NO_ITEM
                                      : trama_scene_find_record (scene, selected));
}

static void
drawing_ready (gpointer data)
{
  TramaNetworkPage *self = data;

  trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->chart));
  show_current (self);
}

static void
selected_changed (TramaNetworkPage *self)
{
  if (self->result == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      trama_page_queue_update (TRAMA_PAGE (self));
      return;
    }
  trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->chart));
  show_current (self);
  show_side (self);
  if (get_selected (self) != NULL)
    adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (self->split), TRUE);
}

static void
close_side (TramaNetworkPage *self)
{
  adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (self->split), FALSE);
}

static void
close_selected (TramaNetworkPage *self)
{
  trama_lens_set_selected (get_lens (self), TRAMA_ID_NONE);
  if (adw_overlay_split_view_get_collapsed (ADW_OVERLAY_SPLIT_VIEW (self->split)))
    close_side (self);
  gtk_widget_grab_focus (self->chart);
}

static void
item_activated (TramaNetworkPage *self, guint item)
{
  TramaScene *scene = trama_chart_view_get_scene (TRAMA_CHART_VIEW (self->chart));
  TramaId record = trama_scene_get_item (scene, item)->record;

  if (!trama_id_is_none (record))
    trama_lens_set_selected (get_lens (self), record);
}

static void
item_selected (TramaNetworkPage *self, guint item)
{
  if (item == TRAMA_SCENE_NO_ITEM)
    trama_lens_set_selected (get_lens (self), TRAMA_ID_NONE);
}

/* A row somewhere: who stands in the network is selected, other records are opened. */
static void
record_asked_for (TramaNetworkPage *self, const char *text)
{
  TramaId id;
  const TramaRecord *record;

  if (self->showing || text == NULL || !trama_id_parse (text, strlen (text), &id))
    return;
  record = trama_version_find_among (get_version (self), TRAMA_ALL_KINDS, id);
  if (record == NULL)
    return;
  if (record->kind == TRAMA_KIND_FIRM || record->kind == TRAMA_KIND_INSTITUTION
      || record->kind == TRAMA_KIND_PERSON || record->kind == TRAMA_KIND_LINKAGE)
    trama_lens_set_selected (get_lens (self), id);
  else
    trama_page_open_record (GTK_WIDGET (self), id);
}

static void
edit (TramaNetworkPage *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "s", id);
}

static void
add_tie (TramaNetworkPage *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-tie", "s", id);
}

/* Finding. */

static void
found (TramaNetworkPage *self, const char *text)
{
  TramaChartView *chart = TRAMA_CHART_VIEW (self->chart);
  TramaScene *scene;

  record_asked_for (self, text);
  scene = trama_chart_view_get_scene (chart);
  if (scene != NULL)
    trama_chart_view_fly_to (
        chart, trama_scene_find_record (scene, trama_lens_get_selected (get_lens (self))));
  gtk_widget_grab_focus (self->chart);
}

static gboolean
shows_table (TramaNetworkPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->views)), "table")
         == 0;
}

static void
search_changed (TramaNetworkPage *self, const char *text)
{
  trama_network_ties_set_search (TRAMA_NETWORK_TIES (self->ties), shows_table (self) ? text : "");
}

static void
search_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TramaNetworkPage *self = TRAMA_NETWORK_PAGE (widget);

  if (trama_page_get_narrow (TRAMA_PAGE (self)))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters), TRUE);
  gtk_widget_grab_focus (self->search);
}

/* Zooming. */

static void
zoom_in (TramaNetworkPage *self)
{
  trama_chart_view_zoom_by (TRAMA_CHART_VIEW (self->chart), ZOOM_STEP);
}

static void
zoom_out (TramaNetworkPage *self)
{
  trama_chart_view_zoom_by (TRAMA_CHART_VIEW (self->chart), 1 / ZOOM_STEP);
}

static void
zoom_whole (TramaNetworkPage *self)
{
  trama_chart_view_reset_zoom (TRAMA_CHART_VIEW (self->chart));
}

/* Choosing. */

static void
choice_changed (TramaNetworkPage *self)
{
  if (!self->showing)
    trama_page_queue_update (TRAMA_PAGE (self));
}

static void
show_all_kinds (TramaNetworkPage *self)
{
  trama_network_kinds_choose_all (TRAMA_NETWORK_KINDS (self->kinds));
}

static void
show_picture (TramaNetworkPage *self)
{
  const TramaNetworkChart *chart;
  const char *name = "chart";

  if (self->result == NULL)
    return;
  chart = trama_network_figure_get_chart (self->result->figure);
  if (chart->n_nodes == 0)
    name = "nobody";
  else if (chart->n_ties == 0 && trama_network_kinds_get_chosen (TRAMA_NETWORK_KINDS (self->kinds)))
    name = "no-such-ties";
  else if (shows_table (self))
    name = "table";
  if (strcmp (name, "table") == 0)
    {
      /* Its rows are worked out only once they are looked at. */
      self->showing = TRUE;
      trama_network_ties_set_graph (TRAMA_NETWORK_TIES (self->ties),
                                    trama_network_figure_get_graph (self->result->figure));
      self->showing = FALSE;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->picture), name);
  gtk_widget_set_visible (self->zoom, strcmp (name, "chart") == 0);
}

/* Every arrangement but the lanes by tier, which have a view of their own. */
static TramaLayoutKind
chosen_layout (TramaNetworkPage *self)
{
  return (TramaLayoutKind) (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->layout)) + 1);
}

static void
layout_chosen (TramaNetworkPage *self)
{
  if (self->showing || self->arrangement == TRAMA_LAYOUT_TIER_LANES)
    return;
  self->arrangement = chosen_layout (self);
  choice_changed (self);
}

static void
fill_layouts (TramaNetworkPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  G_STATIC_ASSERT (TRAMA_LAYOUT_TIER_LANES == 0);
  for (TramaLayoutKind kind = TRAMA_LAYOUT_TIER_LANES + 1; kind < TRAMA_N_LAYOUTS; kind++)
    gtk_string_list_append (names, trama_layout_kind_label (kind));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->layout), G_LIST_MODEL (names));
}

static void
view_chosen (TramaNetworkPage *self)
{
  const char *name = adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->views));

  if (self->showing || name == NULL)
    return;
  trama_network_search_set_lists (TRAMA_NETWORK_SEARCH (self->search), !shows_table (self));
  search_changed (self, trama_network_search_get_text (TRAMA_NETWORK_SEARCH (self->search)));
  if (!shows_table (self))
    self->arrangement = strcmp (name, "free") == 0 ? chosen_layout (self) : TRAMA_LAYOUT_TIER_LANES;
  gtk_widget_set_visible (self->layout, strcmp (name, "free") == 0);
  show_picture (self);
  choice_changed (self);
}

static void
arrange_tools (TramaNetworkPage *self)
{
  gboolean narrow = trama_page_get_narrow (TRAMA_PAGE (self));
  gboolean all = !narrow || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->filters));

  gtk_widget_set_visible (self->filters, narrow);
  gtk_widget_set_visible (self->scope, all);
  gtk_widget_set_visible (self->kinds, all);
  gtk_widget_set_visible (self->compare_box, all);
  gtk_widget_set_visible (self->search, all);
  gtk_widget_set_visible (self->broker_box, all);
  gtk_widget_set_visible (self->subline, !narrow);
  gtk_widget_remove_css_class (self->headline, narrow ? "headline" : "title-4");
  gtk_widget_add_css_class (self->headline, narrow ? "title-4" : "headline");
  trama_network_ties_set_narrow (TRAMA_NETWORK_TIES (self->ties), narrow);
  /* Beside the drawing, unless that side is not there. */
  gtk_widget_set_visible (
      self->legend,
      !narrow
          && (adw_overlay_split_view_get_collapsed (ADW_OVERLAY_SPLIT_VIEW (self->split))
              || !adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (self->split))));
}

/* Working out. */

static gint32
earlier_day (TramaNetworkPage *self, gboolean *compares)
{
  static const int months[] = { 12, 3, 12, 24 };
  guint choice = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->compare));

  *compares = choice > 0 && choice < G_N_ELEMENTS (months);
  return trama_day_add_months (trama_lens_get_as_of (get_lens (self)),
                               -months[*compares ? choice : 0]);
}

static void
make_request (TramaNetworkPage *self, TramaNetworkRequest *request)
{
  TramaId programme = trama_network_scope_get_programme (TRAMA_NETWORK_SCOPE (self->scope));

  *request = (TramaNetworkRequest) {
    .version = get_version (self),
    .arrangement = self->arrangement,
    .aspect = trama_page_get_narrow (TRAMA_PAGE (self)) ? NARROW_ASPECT : WIDE_ASPECT,
  };
  trama_graph_options_init (&request->options,
                            trama_id_is_none (programme) ? TRAMA_GRAPH_ALL : TRAMA_GRAPH_PROGRAMME,
                            programme, trama_lens_get_as_of (get_lens (self)));
  request->earlier = earlier_day (self, &request->options.compare);
  request->options.compare_to = request->earlier;
  request->options.kinds = trama_network_kinds_get_chosen (TRAMA_NETWORK_KINDS (self->kinds));
  request->options.without_broker = !trama_lens_get_with_broker (get_lens (self));
}

static gboolean
same_request (const TramaNetworkRequest *a, const TramaNetworkRequest *b)
{
  return a->version == b->version && a->arrangement == b->arrangement && a->aspect == b->aspect
         && a->earlier == b->earlier && a->options.scope == b->options.scope
         && trama_id_equal (a->options.subject, b->options.subject)
         && a->options.as_of == b->options.as_of && a->options.compare == b->options.compare
         && a->options.kinds == b->options.kinds
         && a->options.without_broker == b->options.without_broker;
}

static void
show_views (TramaNetworkPage *self)
{
  gboolean has_tiers = self->result->has_tiers;

  self->showing = TRUE;
  adw_toggle_set_enabled (self->tiers_toggle, has_tiers);
  adw_toggle_set_tooltip (self->tiers_toggle, has_tiers ? _ ("Firms in lanes by tier")
                                                        : _ ("No firm’s tier is recorded"));
  if (!shows_table (self))
    adw_toggle_group_set_active_name (
        ADW_TOGGLE_GROUP (self->views),
        has_tiers && self->arrangement == TRAMA_LAYOUT_TIER_LANES ? "tiers" : "free");
  gtk_widget_set_sensitive (self->compare,
                            self->result->has_dates && !self->asked.options.without_broker);
  /* Switched off elsewhere, she can be switched on here. */
  gtk_widget_set_sensitive (self->broker_box,
                            self->result->has_broker || self->asked.options.without_broker);
  trama_network_kinds_set_known (TRAMA_NETWORK_KINDS (self->kinds), self->result->kinds);
  self->showing = FALSE;
}

static void
show_result (TramaNetworkPage *self)
{
  const TramaNetworkFacts *facts = self->result->facts;
  TramaGraph *graph = trama_network_figure_get_graph (self->result->figure);

  gtk_label_set_text (GTK_LABEL (self->headline), facts->headline);
  gtk_label_set_text (GTK_LABEL (self->subline),
                      trama_network_figure_get_words (self->result->figure)->subtitle);
  gtk_label_set_text (GTK_LABEL (self->words_heading), facts->heading);
  trama_network_words_set_facts (TRAMA_NETWORK_WORDS (self->words), facts,
                                 trama_graph_version (graph));
  trama_network_search_set_graph (TRAMA_NETWORK_SEARCH (self->search), graph);
  show_views (self);
  trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->chart));
  trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->legend));
  trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->side_legend));
  show_picture (self);
  show_current (self);
  show_side (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "shown");
}

static void
computed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TramaNetworkPage) self = data;
  g_autoptr (TramaNetworkResult) made = trama_network_compute_finish (result, NULL);

  /* Cancelled: another has been asked for, or the page is gone. */
  if (made == NULL || self->running != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->running);
  gtk_widget_set_visible (self->spinner, FALSE);
  trama_network_layouts_keep (self->layouts, &self->asked,
                              trama_network_figure_get_layout (made->figure));
  g_clear_pointer (&self->result, trama_network_result_free);
  self->result = g_steal_pointer (&made);
  show_result (self);
}

static void
stop (TramaNetworkPage *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
ask (TramaNetworkPage *self, const TramaNetworkRequest *request)
{
  stop (self);
  g_clear_pointer (&self->asked.version, trama_version_unref);
  self->asked = *request;
  trama_version_ref (self->asked.version);
  self->asked.layout = trama_network_layouts_find (self->layouts, request);
  self->running = g_cancellable_new ();
  gtk_widget_set_visible (self->spinner, self->result != NULL && self->asked.layout == NULL);
  trama_network_compute_async (&self->asked, self->running, computed, g_object_ref (self));
  self->asked.layout = NULL;
}

static void
trama_network_page_update (TramaPage *page)
{
  TramaNetworkPage *self = TRAMA_NETWORK_PAGE (page);
  TramaVersion *version = get_version (self);
  TramaNetworkRequest request;
  const TramaRecord *programme;

  arrange_tools (self);
  if (trama_table_size (trama_version_table (version, TRAMA_KIND_LINKAGE)) == 0)
    {
      stop (self);
      g_clear_pointer (&self->asked.version, trama_version_unref);
      trama_page_set_subtitle (page, NULL);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
      return;
    }
  self->showing = TRUE;
  trama_network_scope_refresh (TRAMA_NETWORK_SCOPE (self->scope));
  self->showing = FALSE;
  make_request (self, &request);
  programme = TRAMA_FIND (version, PROGRAMME, request.options.subject);
  trama_page_set_subtitle (page, programme != NULL ? trama_record_title (programme) : NULL);
  if (self->asked.version == NULL || !same_request (&request, &self->asked))
    ask (self, &request);
  else if (self->result != NULL && self->running == NULL)
    {
      show_current (self);
      show_side (self);
    }
}

static void
trama_network_page_dispose (GObject *object)
{
  TramaNetworkPage *self = TRAMA_NETWORK_PAGE (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_NETWORK_PAGE);
  g_clear_pointer (&self->asked.version, trama_version_unref);
  g_clear_pointer (&self->result, trama_network_result_free);
  g_clear_pointer (&self->layouts, trama_network_layouts_free);
  g_clear_pointer (&self->drawing, trama_network_drawing_free);
  G_OBJECT_CLASS (trama_network_page_parent_class)->dispose (object);
}

static void
trama_network_page_class_init (TramaNetworkPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_network_page_dispose;
  TRAMA_PAGE_CLASS (class)->update = trama_network_page_update;
  g_type_ensure (TRAMA_TYPE_CHART_VIEW);
  g_type_ensure (TRAMA_TYPE_FIRM_INSPECTOR);
  g_type_ensure (TRAMA_TYPE_NETWORK_KINDS);
  g_type_ensure (TRAMA_TYPE_NETWORK_SCOPE);
  g_type_ensure (TRAMA_TYPE_NETWORK_SEARCH);
  g_type_ensure (TRAMA_TYPE_NETWORK_TIE_PANE);
  g_type_ensure (TRAMA_TYPE_NETWORK_TIES);
  g_type_ensure (TRAMA_TYPE_NETWORK_WORDS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-network-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaNetworkPage, name)
  BIND (stack);
  BIND (split);
  BIND (side);
  BIND (words_heading);
  BIND (close_words);
  BIND (words);
  BIND (side_legend);
  BIND (inspector);
  BIND (tie);
  BIND (headline);
  BIND (subline);
  BIND (views);
  BIND (tiers_toggle);
  BIND (layout);
  BIND (filters);
  BIND (zoom);
  BIND (scope);
  BIND (kinds);
  BIND (compare_box);
  BIND (compare);
  BIND (search);
  BIND (broker_box);
  BIND (broker);
  BIND (picture);
  BIND (chart);
  BIND (legend);
  BIND (spinner);
  BIND (ties);
#undef BIND
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)
  CALL (close_side);
  CALL (close_selected);
  CALL (item_activated);
  CALL (item_selected);
  CALL (record_asked_for);
  CALL (edit);
  CALL (add_tie);
  CALL (found);
  CALL (search_changed);
  CALL (zoom_in);
  CALL (zoom_out);
  CALL (zoom_whole);
  CALL (choice_changed);
  CALL (show_all_kinds);
  CALL (view_chosen);
  CALL (layout_chosen);
  CALL (arrange_tools);
#undef CALL
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
}

static void
set_up_chart (GtkWidget *view, const char *title, TramaChartMaker maker, int height, gpointer data)
{
  trama_chart_view_set_title (TRAMA_CHART_VIEW (view), title);
  trama_chart_view_set_chart_height (TRAMA_CHART_VIEW (view), height);
  trama_chart_view_set_maker (TRAMA_CHART_VIEW (view), maker, data, NULL);
}

static void
trama_network_page_init (TramaNetworkPage *self)
{
  self->layouts = trama_network_layouts_new ();
  self->drawing = trama_network_drawing_new (drawing_ready, self);
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->compare), COMPARE_YEAR);
  fill_layouts (self);
  self->showing = FALSE;
  set_up_chart (self->chart, _ ("Network"), make_chart, -1, self);
  trama_chart_view_set_lifts (TRAMA_CHART_VIEW (self->chart), TRUE);
  trama_chart_view_set_zoomable (TRAMA_CHART_VIEW (self->chart), TRUE);
  set_up_chart (self->legend, _ ("Legend"), make_legend, 0, self);
  set_up_chart (self->side_legend, _ ("Legend"), make_legend, 0, self);
  gtk_widget_set_focusable (self->legend, FALSE);
  gtk_widget_set_focusable (self->side_legend, FALSE);
  trama_page_set_primary (TRAMA_PAGE (self), _ ("Add Tie"), "win.add-record",
                          g_variant_new_string ("linkage"));
}

AdwNavigationPage *
trama_network_page_make (TramaWorkspace *workspace)
{
  TramaNetworkPage *self = g_object_new (TRAMA_TYPE_NETWORK_PAGE, NULL);
  TramaLens *lens = trama_workspace_get_lens (workspace);

  trama_page_set_workspace (TRAMA_PAGE (self), workspace);
  trama_network_scope_set_workspace (TRAMA_NETWORK_SCOPE (self->scope), workspace);
  trama_firm_inspector_set_document (TRAMA_FIRM_INSPECTOR (self->inspector),
                                     trama_workspace_get_document (workspace), lens);
  g_object_bind_property (lens, "with-broker", self->broker, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (lens, "notify::selected", G_CALLBACK (selected_changed), self,
                           G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}
