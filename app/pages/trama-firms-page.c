/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-firms-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-firm-inspector.h"
#include "trama-firm-facts.h"
#include "trama-record-table.h"

enum
{
  COLUMN_NAME,
  COLUMN_TIER,
  COLUMN_TRADE,
  COLUMN_CLUSTER,
  COLUMN_EMPLOYS,
  COLUMN_MEMBER_OF,
  COLUMN_TIES,
};

enum
{
  SHOW_FIRMS,
  SHOW_INSTITUTIONS,
  SHOW_EVERYBODY,
};

struct _TramaFirmsPage
{
  AdwBreakpointBin parent_instance;

  TramaDocument *document;
  TramaLens *lens;
  TramaRecordTable *table;
  GArray *programmes; /* TramaId of each choice after the first */
  gboolean updating;

  AdwOverlaySplitView *split;
  TramaFirmInspector *inspector;
  GtkBox *tools;
  GtkLabel *headline;
  GtkSearchEntry *search;
  GtkDropDown *show;
  GtkDropDown *programme;
  GtkMenuButton *add;
  GtkStack *stack;
  AdwBin *table_bin;
  GtkButton *add_first;
};

enum
{
  EDIT,
  ADD_TIE,
  ADD,
  RECORD_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaFirmsPage, trama_firms_page, ADW_TYPE_BREAKPOINT_BIN)

static gint32
as_of (TramaFirmsPage *self)
{
  return trama_lens_get_as_of (self->lens);
}

static void
fill_tier (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaRecord *record = trama_record_item_get_record (item);
  const TramaTierReading *tier;

  if (record->kind == TRAMA_KIND_INSTITUTION)
    {
      const char *kind = trama_institution_kind_label (((const TramaInstitution *) record)->kind);

      cell->text = g_strdup (kind != NULL ? kind : _ ("not recorded"));
      cell->number = -1;
      return;
    }
  tier = trama_firm_tier_on (trama_record_item_get_version (item), record->id, as_of (data));
  cell->text = g_strdup (tier != NULL ? trama_tier_label (tier->tier) : _ ("not known"));
  cell->number = tier != NULL ? tier->tier : 0;
}

static void
fill_trade (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaRecord *record = trama_record_item_get_record (item);
  const char *text;

  if (record->kind == TRAMA_KIND_FIRM)
    text = ((const TramaFirm *) record)->trade != NULL ? ((const TramaFirm *) record)->trade
                                                       : ((const TramaFirm *) record)->category;
  else
    text = ((const TramaInstitution *) record)->category;
  cell->text = g_strdup (text != NULL ? text : "–");
}

static void
fill_cluster (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaRecord *record = trama_record_item_get_record (item);
  TramaId id = record->kind == TRAMA_KIND_FIRM ? ((const TramaFirm *) record)->cluster
                                               : ((const TramaInstitution *) record)->cluster;

  cell->text = trama_id_is_none (id)
                   ? g_strdup ("–")
                   : trama_version_describe_id (trama_record_item_get_version (item), id);
}

static void
fill_employment (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  const TramaFirmReading *reading = trama_firm_employment_on (
      trama_record_item_get_version (item), trama_record_item_get_id (item), as_of (data));

  cell->text = reading != NULL ? trama_band_to_prose (reading->employment, 0) : g_strdup ("–");
  cell->number = reading == NULL ? -1
                 : isfinite (reading->employment.high)
                     ? (reading->employment.low + reading->employment.high) / 2
                     : reading->employment.low;
}

static void
fill_programmes (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  cell->text = trama_firm_programmes_on (trama_record_item_get_version (item),
                                         trama_record_item_get_id (item), as_of (data));
}

static void
fill_ties (TramaRecordItem *item, TramaRecordCell *cell, gpointer data)
{
  guint n = trama_count_ties_on (trama_record_item_get_version (item),
                                 trama_record_item_get_id (item), as_of (data));

  cell->text = g_strdup_printf ("%u", n);
  cell->number = n;
}

static gboolean
is_member (TramaFirmsPage *self, TramaId firm, TramaId programme)
{
  TramaRecords memberships = TRAMA_REFERRING (trama_document_get_version (self->document),
                                              MEMBERSHIP, TramaMembership, firm, firm);

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

      if (trama_id_equal (membership->programme, programme)
          && trama_membership_holds (membership, as_of (self), NULL))
        return TRUE;
    }
  return FALSE;
}

static void
add_of_kind (TramaFirmsPage *self, TramaKind kind, GPtrArray *records)
{
  TramaTable *table = trama_version_table (trama_document_get_version (self->document), kind);
  guint choice = gtk_drop_down_get_selected (self->programme);

  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaRecord *record = trama_table_get (table, i);

      if (choice == 0 || choice > self->programmes->len
          || (kind == TRAMA_KIND_FIRM
              && is_member (self, record->id,
                            g_array_index (self->programmes, TramaId, choice - 1))))
        g_ptr_array_add (records, (gpointer) record);
    }
}

static void
show_headline (TramaFirmsPage *self, guint n_firms, guint n_institutions, guint n_shown)
{
  g_autofree char *firms
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm", "%u firms", n_firms), n_firms);
  g_autofree char *institutions = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u institution", "%u institutions", n_institutions),
      n_institutions);
  /* Translators: number of firms, number of institutions */
  g_autofree char *all = g_strdup_printf (_ ("%s and %s"), firms, institutions);

  if (n_shown < n_firms + n_institutions)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s; %u shown", "%s; %u shown", n_shown), all, n_shown);

      gtk_label_set_label (self->headline, text);
    }
  else
    gtk_label_set_label (self->headline, all);
}

static void
count_shown (TramaFirmsPage *self)
{
  TramaVersion *version;
  guint firms, institutions, shown;

  if (self->document == NULL)
    return;
  version = trama_document_get_version (self->document);
  firms = trama_table_size (trama_version_table (version, TRAMA_KIND_FIRM));
  institutions = trama_table_size (trama_version_table (version, TRAMA_KIND_INSTITUTION));
  shown = trama_record_table_get_n_shown (self->table);
  show_headline (self, firms, institutions, shown);
  gtk_stack_set_visible_child_name (self->stack, firms + institutions == 0 ? "empty"
                                                 : shown == 0              ? "nothing-found"
                                                                           : "table");
}

static void
refresh_records (TramaFirmsPage *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  guint show;

  if (self->document == NULL || self->updating)
    return;
  show = gtk_drop_down_get_selected (self->show);
  if (show != SHOW_INSTITUTIONS)
    add_of_kind (self, TRAMA_KIND_FIRM, records);
  if (show != SHOW_FIRMS)
    add_of_kind (self, TRAMA_KIND_INSTITUTION, records);
  trama_record_table_set_records (self->table, trama_document_get_version (self->document),
                                  (const TramaRecord *const *) records->pdata, records->len, TRUE);
  trama_record_table_select (self->table, trama_lens_get_selected (self->lens));
  count_shown (self);
}

/* The choices of programme, kept as they are while nothing about programmes changed. */
static void
refresh_programmes (TramaFirmsPage *self)
{
  TramaTable *table
      = trama_version_table (trama_document_get_version (self->document), TRAMA_KIND_PROGRAMME);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->programme);

  gtk_string_list_append (names, _ ("All programmes"));
  g_array_set_size (self->programmes, 0);
  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaProgramme *programme = (const TramaProgramme *) trama_table_get (table, i);

      gtk_string_list_append (names, programme->name);
      g_array_append_val (self->programmes, programme->record.id);
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->programme, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->programme, selected <= self->programmes->len ? selected : 0);
  self->updating = FALSE;
}

static void
document_changed (TramaFirmsPage *self)
{
  refresh_programmes (self);
  refresh_records (self);
}

/* Where there is room beside the table, what is selected is looked at. */
static void
show_inspector (TramaFirmsPage *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

/* Beside the inspector, and on a small screen, the table keeps what tells firms apart. */
static void
arrange (TramaFirmsPage *self)
{
  static const guint wide_columns[] = { COLUMN_CLUSTER, COLUMN_MEMBER_OF };
  gboolean narrow = adw_overlay_split_view_get_collapsed (self->split);
  gboolean wide = !narrow && !adw_overlay_split_view_get_show_sidebar (self->split);

  for (guint i = 0; i < G_N_ELEMENTS (wide_columns); i++)
    trama_record_table_set_column_visible (self->table, wide_columns[i], wide);
  trama_record_table_set_column_visible (self->table, COLUMN_TRADE, !narrow);
  trama_record_table_set_column_visible (self->table, COLUMN_EMPLOYS, !narrow);
  trama_record_table_set_column_visible (self->table, COLUMN_TIES, !narrow);
}

static void
lens_selected (TramaFirmsPage *self)
{
  TramaId id = trama_lens_get_selected (self->lens);

  if (!trama_id_equal (trama_record_table_get_selected (self->table), id))
    trama_record_table_select (self->table, id);
  if (!trama_id_is_none (trama_record_table_get_selected (self->table)))
    show_inspector (self);
}

static void
record_selected (TramaFirmsPage *self, const char *text)
{
  TramaId id;

  if (self->lens == NULL || self->updating || text == NULL
      || !trama_id_parse (text, strlen (text), &id))
    return;
  trama_lens_set_selected (self->lens, id);
  show_inspector (self);
}

static void
record_activated (TramaFirmsPage *self, const char *text)
{
  record_selected (self, text);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
search_changed (TramaFirmsPage *self)
{
  trama_record_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
inspector_edits (TramaFirmsPage *self, const char *id)
{
  g_signal_emit (self, signals[EDIT], 0, id);
}

static void
inspector_adds_tie (TramaFirmsPage *self, const char *id)
{
  g_signal_emit (self, signals[ADD_TIE], 0, id);
}

static void
inspector_activates (TramaFirmsPage *self, const char *id)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
}

static void
inspector_closes (TramaFirmsPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
add_firm (TramaFirmsPage *self)
{
  g_signal_emit (self, signals[ADD], 0, "firm");
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ADD], 0, g_variant_get_string (parameter, NULL));
}

static void
let_go (TramaFirmsPage *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->lens != NULL)
    g_signal_handlers_disconnect_by_data (self->lens, self);
  g_clear_object (&self->document);
  g_clear_object (&self->lens);
}

static void
trama_firms_page_dispose (GObject *object)
{
  TramaFirmsPage *self = TRAMA_FIRMS_PAGE (object);

  let_go (self);
  g_clear_pointer (&self->programmes, g_array_unref);
  /* The bin lets go of its child itself; the template would pull it away under it. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRAMA_TYPE_FIRMS_PAGE);
  G_OBJECT_CLASS (trama_firms_page_parent_class)->dispose (object);
}

static void
trama_firms_page_class_init (TramaFirmsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  static const char *const names[] = { "edit", "add-tie", "add", "record-activated" };

  G_OBJECT_CLASS (class)->dispose = trama_firms_page_dispose;
  g_type_ensure (TRAMA_TYPE_FIRM_INSPECTOR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-firms-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaFirmsPage, name)
  BIND (split);
  BIND (inspector);
  BIND (tools);
  BIND (headline);
  BIND (search);
  BIND (show);
  BIND (programme);
  BIND (add);
  BIND (stack);
  BIND (table_bin);
  BIND (add_first);
#undef BIND
  gtk_widget_class_install_action (widget_class, "firms.add", "s", add_action);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], TRAMA_TYPE_FIRMS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
make_table (TramaFirmsPage *self)
{
  const TramaRecordColumn columns[] = {
    [COLUMN_NAME] = { .field = "name", .title = _ ("Name"), .expand = TRUE, .strong = TRUE },
    [COLUMN_TIER] = { .title = _ ("Tier or kind"), .fill = fill_tier, .tier = TRUE, .width = 128 },
    [COLUMN_TRADE] = { .title = _ ("Trade"), .fill = fill_trade, .width = 140 },
    [COLUMN_CLUSTER] = { .title = _ ("Cluster"), .fill = fill_cluster, .width = 150 },
    [COLUMN_EMPLOYS]
    = { .title = _ ("Employs"), .fill = fill_employment, .numeric = TRUE, .width = 92 },
    [COLUMN_MEMBER_OF] = { .title = _ ("Member of"), .fill = fill_programmes, .width = 170 },
    [COLUMN_TIES] = { .title = _ ("Ties"), .fill = fill_ties, .numeric = TRUE, .width = 64 },
  };
  GtkWidget *table = trama_record_table_new (_ ("Firms and institutions"), columns,
                                             G_N_ELEMENTS (columns), 0, GTK_SORT_ASCENDING, self);

  self->table = TRAMA_RECORD_TABLE (table);
  adw_bin_set_child (self->table_bin, table);
  g_signal_connect_swapped (table, "record-selected", G_CALLBACK (record_selected), self);
  g_signal_connect_swapped (table, "record-activated", G_CALLBACK (record_activated), self);
  g_signal_connect_swapped (trama_record_table_get_model (self->table), "items-changed",
                            G_CALLBACK (count_shown), self);
}

static void
make_menu (TramaFirmsPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Firm…"), "firms.add::firm");
  g_menu_append (menu, _ ("_Institution…"), "firms.add::institution");
  g_menu_append (menu, _ ("_Tie…"), "firms.add::linkage");
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (menu));
}

static void
trama_firms_page_init (TramaFirmsPage *self)
{
  self->programmes = g_array_new (FALSE, FALSE, sizeof (TramaId));
  gtk_widget_init_template (GTK_WIDGET (self));
  make_table (self);
  make_menu (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "table-card");
  g_signal_connect_swapped (self->split, "notify::collapsed", G_CALLBACK (arrange), self);
  g_signal_connect_swapped (self->split, "notify::show-sidebar", G_CALLBACK (arrange), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed), self);
  g_signal_connect_swapped (self->show, "notify::selected", G_CALLBACK (refresh_records), self);
  g_signal_connect_swapped (self->programme, "notify::selected", G_CALLBACK (refresh_records),
                            self);
  g_signal_connect_swapped (self->add_first, "clicked", G_CALLBACK (add_firm), self);
  g_signal_connect_swapped (self->inspector, "edit", G_CALLBACK (inspector_edits), self);
  g_signal_connect_swapped (self->inspector, "add-tie", G_CALLBACK (inspector_adds_tie), self);
  g_signal_connect_swapped (self->inspector, "record-activated", G_CALLBACK (inspector_activates),
                            self);
  g_signal_connect_swapped (self->inspector, "close", G_CALLBACK (inspector_closes), self);
}

GtkWidget *
trama_firms_page_new (void)
{
  return g_object_new (TRAMA_TYPE_FIRMS_PAGE, NULL);
}

void
trama_firms_page_focus_search (TramaFirmsPage *self)
{
  g_return_if_fail (TRAMA_IS_FIRMS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
trama_firms_page_set_document (TramaFirmsPage *self, TramaDocument *document, TramaLens *lens)
{
  g_return_if_fail (TRAMA_IS_FIRMS_PAGE (self));

  let_go (self);
  if (document != NULL && lens != NULL)
    {
      self->document = g_object_ref (document);
      self->lens = g_object_ref (lens);
      g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed), self);
      g_signal_connect_swapped (lens, "notify::as-of", G_CALLBACK (refresh_records), self);
      g_signal_connect_swapped (lens, "notify::selected", G_CALLBACK (lens_selected), self);
      document_changed (self);
    }
  trama_firm_inspector_set_document (self->inspector, self->document, self->lens);
}
