/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-records-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-belonging.h"
#include "trama-chart-view.h"
#include "trama-methods-dialog.h"
#include "trama-programme-charts.h"

struct _TramaRecordsPage
{
  TramaPage parent_instance;

  GtkWidget *head;
  GtkWidget *headline;
  GtkWidget *chart;
  GtkWidget *switcher;
  GtkWidget *chooser; /* in its place where there is little room */
  GtkWidget *search;
  GtkWidget *add;
  GtkWidget *edit;
  GtkWidget *remove;
  GtkWidget *judge;
  GtkWidget *stack;
  const TramaProgrammeView *view;
  guint n_tables;
  GtkWidget *tables[TRAMA_MAX_VIEW_TABLES];
  GtkWidget *stacks[TRAMA_MAX_VIEW_TABLES]; /* the table, or what will be here */
  guint n_records[TRAMA_MAX_VIEW_TABLES];
  TramaVersion *shown;
  TramaId shown_programme;
  TramaProgrammeSummary *summary;
};

G_DEFINE_FINAL_TYPE (TramaRecordsPage, trama_records_page, TRAMA_TYPE_PAGE)

static guint
current (TramaRecordsPage *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack));

  for (guint i = 0; i < self->n_tables; i++)
    if (self->stacks[i] == child)
      return i;
  return 0;
}

static TramaRecordTable *
current_table (TramaRecordsPage *self)
{
  return TRAMA_RECORD_TABLE (self->tables[current (self)]);
}

static void
show_headline (TramaRecordsPage *self)
{
  guint n = self->n_records[current (self)];
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup_printf (_ ("%s: nothing recorded yet"),
                            trama_kind_plural_label (self->view->tables[current (self)].kind));
  else
    /* Translators: what they are called, and how many there are: “Activities: 147” */
    text = g_strdup_printf (C_ ("number of records", "%s: %u"),
                            trama_kind_plural_label (self->view->tables[current (self)].kind), n);
  gtk_label_set_text (GTK_LABEL (self->headline), text);
}

static void
show_state (TramaRecordsPage *self)
{
  gboolean selected = !trama_id_is_none (trama_record_table_get_selected (current_table (self)));

  gtk_widget_set_sensitive (self->edit, selected);
  gtk_widget_set_sensitive (self->remove, selected);
  gtk_widget_set_sensitive (self->judge, selected);
  gtk_widget_set_visible (self->judge,
                          trama_methods_dialog_is_for (self->view->tables[current (self)].kind));
  show_headline (self);
}

static void
add_clicked (GtkButton *button, TramaRecordsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-record", "s",
                              trama_kind_info (self->view->tables[current (self)].kind)->id);
}

static void
act_on_selected (TramaRecordsPage *self, const char *action)
{
  char id[TRAMA_ID_LENGTH + 1];

  trama_id_to_text (trama_record_table_get_selected (current_table (self)), id);
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", id);
}

static void
edit_clicked (GtkButton *button, TramaRecordsPage *self)
{
  act_on_selected (self, "win.edit-record");
}

static void
remove_clicked (GtkButton *button, TramaRecordsPage *self)
{
  act_on_selected (self, "win.remove-record");
}

static void
judge_clicked (GtkButton *button, TramaRecordsPage *self)
{
  act_on_selected (self, "win.judge-record");
}

static void
record_activated (TramaRecordsPage *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "s", id);
}

static void
search_changed (GtkSearchEntry *entry, TramaRecordsPage *self)
{
  for (guint i = 0; i < self->n_tables; i++)
    trama_record_table_set_search (TRAMA_RECORD_TABLE (self->tables[i]),
                                   gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
table_changed (GObject *stack, GParamSpec *pspec, TramaRecordsPage *self)
{
  if (self->view != NULL && self->n_tables > 0)
    show_state (self);
}

static void
table_chosen (GObject *chooser, GParamSpec *pspec, TramaRecordsPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser));

  if (selected < self->n_tables)
    adw_view_stack_set_visible_child (ADW_VIEW_STACK (self->stack), self->stacks[selected]);
}

static void
arrange (TramaRecordsPage *self)
{
  gboolean narrow = trama_page_get_narrow (TRAMA_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->switcher, !narrow && self->n_tables > 1);
  gtk_widget_set_visible (self->chooser, narrow && self->n_tables > 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), current (self));
  /* On a small screen what it is called, and what it is sorted by. */
  for (guint i = 0; i < self->n_tables; i++)
    for (guint j = 0; j < TRAMA_MAX_VIEW_COLUMNS && self->view->tables[i].columns[j] != NULL; j++)
      trama_record_table_set_column_visible (TRAMA_RECORD_TABLE (self->tables[i]), j,
                                             !narrow || j == 0
                                                 || (int) j == MAX (self->view->tables[i].sort, 1));
}

static void
action_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (TRAMA_RECORDS_PAGE (widget)->search);
}

static TramaScene *
make_taper (const TramaChartStyle *style, double width, double height, gpointer data)
{
  TramaRecordsPage *self = data;
  TramaFigurePlace place = { .width = width, .height = height };

  if (self->summary == NULL)
    return NULL;
  return trama_programme_chart_new (TRAMA_PROGRAMME_CHART_TAPER, self->summary, style, &place);
}

static void
show_chart (TramaRecordsPage *self, TramaId programme)
{
  TramaProgrammeSummary *summary;

  if (strcmp (self->view->name, "money") != 0)
    return;
  summary = trama_workspace_get_summary (trama_page_get_workspace (TRAMA_PAGE (self)), programme);
  if (summary == self->summary || summary == NULL)
    return;
  g_clear_pointer (&self->summary, trama_programme_summary_unref);
  self->summary = trama_programme_summary_ref (summary);
  trama_chart_view_invalidate (TRAMA_CHART_VIEW (self->chart));
  gtk_widget_set_visible (self->chart, TRUE);
}

static void
trama_records_page_update (TramaPage *page)
{
  TramaRecordsPage *self = TRAMA_RECORDS_PAGE (page);
  TramaWorkspace *workspace = trama_page_get_workspace (page);
  TramaVersion *version = trama_workspace_get_version (workspace);
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);
  TramaId id = programme != NULL ? programme->record.id : TRAMA_ID_NONE;

  trama_page_set_subtitle (page, programme != NULL ? programme->name : NULL);
  arrange (self);
  show_chart (self, id);
  if (self->shown == version && trama_id_equal (self->shown_programme, id))
    return;
  for (guint i = 0; i < self->n_tables; i++)
    {
      g_autoptr (GPtrArray) records
          = trama_belonging_records (version, self->view->tables[i].kind, id);

      trama_record_table_set_records (TRAMA_RECORD_TABLE (self->tables[i]), version,
                                      (const TramaRecord *const *) records->pdata, records->len,
                                      FALSE);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stacks[i]),
                                        records->len > 0 ? "table" : "empty");
      self->n_records[i] = records->len;
    }
  g_clear_pointer (&self->shown, trama_version_unref);
  self->shown = trama_version_ref (version);
  self->shown_programme = id;
  show_state (self);
}

static void
trama_records_page_dispose (GObject *object)
{
  TramaRecordsPage *self = TRAMA_RECORDS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_RECORDS_PAGE);
  g_clear_pointer (&self->shown, trama_version_unref);
  g_clear_pointer (&self->summary, trama_programme_summary_unref);
  G_OBJECT_CLASS (trama_records_page_parent_class)->dispose (object);
}

static void
trama_records_page_class_init (TramaRecordsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_records_page_dispose;
  TRAMA_PAGE_CLASS (class)->update = trama_records_page_update;
  g_type_ensure (TRAMA_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-records-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaRecordsPage, name)
  BIND (head);
  BIND (headline);
  BIND (chart);
  BIND (switcher);
  BIND (chooser);
  BIND (search);
  BIND (add);
  BIND (edit);
  BIND (remove);
  BIND (judge);
  BIND (stack);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, judge_clicked);
  gtk_widget_class_bind_template_callback (widget_class, table_changed);
  gtk_widget_class_bind_template_callback (widget_class, table_chosen);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, action_search);
}

static void
trama_records_page_init (TramaRecordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trama_chart_view_set_title (TRAMA_CHART_VIEW (self->chart), _ ("Who pays the manager"));
  trama_chart_view_set_chart_height (TRAMA_CHART_VIEW (self->chart), 176);
  trama_chart_view_set_maker (TRAMA_CHART_VIEW (self->chart), make_taper, self, NULL);
}

static GtkWidget *
make_table (TramaRecordsPage *self, const TramaViewTable *spec)
{
  TramaRecordColumn columns[TRAMA_MAX_VIEW_COLUMNS] = { 0 };
  guint n = 0;
  GtkWidget *table;

  for (; n < TRAMA_MAX_VIEW_COLUMNS && spec->columns[n] != NULL; n++)
    {
      const TramaField *field
          = trama_kind_field (spec->kind, spec->columns[n], strlen (spec->columns[n]));

      g_assert (field != NULL);
      columns[n] = (TramaRecordColumn) {
        .title = trama_field_label (field),
        .field = field->id,
        .expand = n == 0,
        .strong = n == 0,
        .numeric = field->type == TRAMA_FIELD_INTEGER || field->type == TRAMA_FIELD_DECIMAL
                   || field->type == TRAMA_FIELD_BAND || field->type == TRAMA_FIELD_MONEY
                   || field->type == TRAMA_FIELD_DATE || field->type == TRAMA_FIELD_REFS,
        .chars = n == 0 ? 40 : 18,
      };
    }
  table = trama_record_table_new (trama_kind_plural_label (spec->kind), columns, n, spec->sort,
                                  spec->order, NULL);
  gtk_widget_add_css_class (table, "table-card");
  g_signal_connect_swapped (table, "record-activated", G_CALLBACK (record_activated), self);
  g_signal_connect_swapped (table, "record-selected", G_CALLBACK (show_state), self);
  return table;
}

static GtkWidget *
make_empty (TramaRecordsPage *self, const TramaViewTable *spec)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), self->view->icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), trama_kind_plural_label (spec->kind));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   g_dgettext (GETTEXT_PACKAGE, self->view->empty));
  gtk_button_set_label (GTK_BUTTON (button), _ ("Add the First…"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", trama_kind_info (spec->kind)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-record");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

TramaPage *
trama_records_page_new (const TramaProgrammeView *view)
{
  TramaRecordsPage *self = g_object_new (TRAMA_TYPE_RECORDS_PAGE, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->view = view;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 g_dgettext (GETTEXT_PACKAGE, view->title));
  for (guint i = 0; i < TRAMA_MAX_VIEW_TABLES && view->tables[i].kind != TRAMA_KIND_NONE; i++)
    {
      gtk_string_list_append (names, trama_kind_plural_label (view->tables[i].kind));
      self->n_tables = i + 1;
      self->tables[i] = make_table (self, &view->tables[i]);
      self->stacks[i] = gtk_stack_new ();
      gtk_stack_add_named (GTK_STACK (self->stacks[i]), self->tables[i], "table");
      gtk_stack_add_named (GTK_STACK (self->stacks[i]), make_empty (self, &view->tables[i]),
                           "empty");
      adw_view_stack_add_titled (ADW_VIEW_STACK (self->stack), self->stacks[i],
                                 trama_kind_info (view->tables[i].kind)->id,
                                 trama_kind_plural_label (view->tables[i].kind));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->chooser), G_LIST_MODEL (names));
  arrange (self);
  trama_page_set_primary (TRAMA_PAGE (self), _ ("Log Activity"), "win.add-record",
                          g_variant_new_string ("activity"));
  show_state (self);
  return TRAMA_PAGE (self);
}
