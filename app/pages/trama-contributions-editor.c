/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-contributions-editor.h"

#include <glib/gi18n-lib.h>

#include "trama-field-text.h"
#include "trama-record-item.h"

struct _TramaContributionsEditor
{
  AdwPreferencesGroup parent_instance;

  TramaVersion *version;
  GHashTable *members;
  char *currency;
  GPtrArray *entries;  /* Entry */
  GPtrArray *removed;  /* TramaRecord */
  GtkWidget *sum_row;
  GtkWidget *add_button;
  GtkWidget *add_list;
  GtkStringFilter *filter;
  TramaMoney cost;
};

typedef struct
{
  TramaContributionsEditor *editor;
  TramaId firm;
  TramaRecord *record; /* as it was; NULL: new */
  GtkWidget *row;
  GtkWidget *kind;
  GtkWidget *amount;
  gboolean valid;
} Entry;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaContributionsEditor, trama_contributions_editor,
                     ADW_TYPE_PREFERENCES_GROUP)

static const TramaField *
field_of (const char *id)
{
  return trama_kind_field (TRAMA_KIND_CONTRIBUTION, id, strlen (id));
}

static TramaContributionKind
kind_of (const Entry *entry)
{
  return (TramaContributionKind) (gtk_drop_down_get_selected (GTK_DROP_DOWN (entry->kind)) + 1);
}

/* Hours are a number, the rest is money. FALSE where the text is neither. */
static gboolean
store (Entry *entry, TramaRecordBuilder *builder)
{
  TramaContribution *draft = (TramaContribution *) builder->draft;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry->amount));
  gboolean hours = kind_of (entry) == TRAMA_CONTRIBUTION_HOURS;
  g_autofree char *message = NULL;

  draft->firm = entry->firm;
  draft->kind = kind_of (entry);
  trama_record_builder_set_unknown (builder, field_of (hours ? "amount" : "hours"));
  return trama_field_text_read (builder, field_of (hours ? "hours" : "amount"), text,
                                entry->editor->currency, 0, &message);
}

static void
begin (Entry *entry, TramaRecordBuilder *builder)
{
  if (entry->record != NULL)
    trama_record_builder_begin_copy (builder, entry->record);
  else
    trama_record_builder_begin (builder, TRAMA_KIND_CONTRIBUTION, TRAMA_ID_NONE);
}

/* "The 4 shares come to USD 1,730; the cost is USD 1,850." */
static void
show_sum (TramaContributionsEditor *self)
{
  gint64 low = 0, high = 0;
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      g_auto (TramaRecordBuilder) builder = { 0 };
      TramaMoney amount;

      begin (entry, &builder);
      entry->valid = store (entry, &builder);
      if (entry->valid)
        gtk_widget_remove_css_class (entry->amount, "error");
      else
        gtk_widget_add_css_class (entry->amount, "error");
      amount = ((TramaContribution *) builder.draft)->amount;
      if (trama_money_is_known (amount) && g_strcmp0 (amount.currency, self->cost.currency) == 0)
        {
          low += amount.low;
          high += amount.high;
          n++;
        }
    }
  if (n > 0 && trama_money_is_known (self->cost)
      && (high < self->cost.low || low > self->cost.high))
    {
      TramaMoney total = self->cost;
      g_autofree char *sum = NULL;
      g_autofree char *cost = trama_money_to_prose (self->cost);

      total.low = low;
      total.high = high;
      sum = trama_money_to_prose (total);
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u share comes to %s; the cost is %s.",
                                           "%u shares come to %s; the cost is %s.", n),
                              n, sum, cost);
    }
  gtk_widget_set_visible (self->sum_row, text != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sum_row), text != NULL ? text : "");
}

static void
changed (TramaContributionsEditor *self)
{
  show_sum (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked (GtkButton *button, Entry *entry)
{
  TramaContributionsEditor *self = entry->editor;

  if (entry->record != NULL)
    g_ptr_array_add (self->removed, trama_record_ref (entry->record));
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), entry->row);
  g_ptr_array_remove (self->entries, entry);
  changed (self);
}

static void
entry_free (Entry *entry)
{
  g_clear_pointer (&entry->record, trama_record_unref);
  g_free (entry);
}

static void
entry_changed (Entry *entry)
{
  changed (entry->editor);
}

static Entry *
add_entry (TramaContributionsEditor *self, TramaId firm, const TramaContribution *record)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *name = trama_version_describe_id (self->version, firm);
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove what %s put in"), name);
  g_autofree char *amount_name = g_strdup_printf (_ ("How much %s put in"), name);
  g_autofree char *kind_name = g_strdup_printf (_ ("What %s put in"), name);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  const TramaField *kind_field = field_of ("kind");

  for (guint i = 1; i <= kind_field->n_choices; i++)
    gtk_string_list_append (kinds, trama_field_choice_label (kind_field, i));
  entry->editor = self;
  entry->firm = firm;
  entry->valid = TRUE;
  entry->row = adw_action_row_new ();
  entry->kind = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (kinds)), NULL);
  entry->amount = gtk_entry_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry->row), name);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry->amount), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry->amount), 9);
  gtk_editable_set_alignment (GTK_EDITABLE (entry->amount), 1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry->amount), TRUE);
  gtk_widget_set_valign (entry->amount, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (entry->kind, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (entry->kind, "flat");
  gtk_widget_set_tooltip_text (remove, remove_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->amount), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  amount_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind_name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (entry->row), entry->kind);
  adw_action_row_add_suffix (ADW_ACTION_ROW (entry->row), entry->amount);
  adw_action_row_add_suffix (ADW_ACTION_ROW (entry->row), remove);
  if (record != NULL)
    {
      g_autofree char *text = trama_field_text_of (
          &record->record, field_of (record->kind == TRAMA_CONTRIBUTION_HOURS ? "hours" : "amount"),
          self->currency);

      entry->record = trama_record_ref (&record->record);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (entry->kind),
                                  record->kind > 0 ? record->kind - 1u : 0);
      gtk_editable_set_text (GTK_EDITABLE (entry->amount), text);
    }
  g_ptr_array_add (self->entries, entry);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), entry->row);
  /* The sum stays the last row. */
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->sum_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->sum_row);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked), entry);
  g_signal_connect_swapped (entry->amount, "changed", G_CALLBACK (entry_changed), entry);
  g_signal_connect_swapped (entry->kind, "notify::selected", G_CALLBACK (entry_changed), entry);
  return entry;
}

static void
firm_chosen (GtkListView *list, guint position, TramaContributionsEditor *self)
{
  g_autoptr (TramaRecordItem) item
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  Entry *entry = add_entry (self, trama_record_item_get_id (item), NULL);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add_button));
  changed (self);
  gtk_widget_grab_focus (entry->amount);
}

static void
search_changed (GtkSearchEntry *search, TramaContributionsEditor *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (search)));
}

static void
set_up_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      trama_record_item_get_title (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_add_button (TramaContributionsEditor *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GListStore *firms = trama_record_items_list (self->version, TRAMA_KIND_BIT (TRAMA_KIND_FIRM),
                                               self->members, NULL);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  self->filter
      = gtk_string_filter_new (gtk_property_expression_new (TRAMA_TYPE_RECORD_ITEM, NULL, "title"));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_item), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item), NULL);
  list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (gtk_filter_list_model_new (
          G_LIST_MODEL (firms), g_object_ref (GTK_FILTER (self->filter)))))),
      factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Firms"),
                                  -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (firm_chosen), self, 0);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (search_changed), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button),
                             g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name",
                                           "list-add-symbolic", "label", _ ("Add a Firm"), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a Firm"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
trama_contributions_editor_dispose (GObject *object)
{
  TramaContributionsEditor *self = TRAMA_CONTRIBUTIONS_EDITOR (object);

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      g_signal_handlers_disconnect_by_data (entry->amount, entry);
      g_signal_handlers_disconnect_by_data (entry->kind, entry);
    }
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->version, trama_version_unref);
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->currency, g_free);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (trama_contributions_editor_parent_class)->dispose (object);
}

static void
trama_contributions_editor_class_init (TramaContributionsEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = trama_contributions_editor_dispose;
  signals[CHANGED] = g_signal_new ("changed", TRAMA_TYPE_CONTRIBUTIONS_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trama_contributions_editor_init (TramaContributionsEditor *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
}

GtkWidget *
trama_contributions_editor_new (TramaVersion *version, TramaId activity, GHashTable *members)
{
  TramaContributionsEditor *self = g_object_new (TRAMA_TYPE_CONTRIBUTIONS_EDITOR, NULL);
  const TramaPortfolio *portfolio = trama_version_portfolio (version);
  TramaRecords records
      = TRAMA_REFERRING (version, CONTRIBUTION, TramaContribution, activity, activity);
  GtkWidget *warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->version = trama_version_ref (version);
  self->members = members != NULL ? g_hash_table_ref (members) : NULL;
  self->currency = g_strdup (portfolio != NULL ? portfolio->currency : NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Who Put in What"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self), _ ("What makes it a joint action: each partner’s money, goods "
                                       "or hours. Taking part alone is not a contribution."));
  self->add_button = make_add_button (self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  self->sum_row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->sum_row), FALSE);
  gtk_widget_add_css_class (warning, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->sum_row), warning);
  gtk_widget_set_visible (self->sum_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->sum_row);
  for (guint i = 0; i < records.n; i++)
    {
      const TramaContribution *record = (const TramaContribution *) records.records[i];

      add_entry (self, record->firm, record);
    }
  show_sum (self);
  return GTK_WIDGET (self);
}

void
trama_contributions_editor_set_cost (TramaContributionsEditor *self, TramaMoney cost)
{
  g_return_if_fail (TRAMA_IS_CONTRIBUTIONS_EDITOR (self));

  self->cost = cost;
  show_sum (self);
}

gboolean
trama_contributions_editor_get_valid (TramaContributionsEditor *self)
{
  g_return_val_if_fail (TRAMA_IS_CONTRIBUTIONS_EDITOR (self), FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    if (!((const Entry *) g_ptr_array_index (self->entries, i))->valid)
      return FALSE;
  return TRUE;
}

void
trama_contributions_editor_put (TramaContributionsEditor *self, TramaTransaction *transaction,
                                TramaId activity)
{
  g_return_if_fail (TRAMA_IS_CONTRIBUTIONS_EDITOR (self));

  for (guint i = 0; i < self->removed->len; i++)
    trama_transaction_remove_with_dependants (
        transaction, ((const TramaRecord *) g_ptr_array_index (self->removed, i))->id);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      TramaRecordBuilder *builder
          = entry->record != NULL ? trama_transaction_edit (transaction, entry->record)
                                  : trama_transaction_draft (transaction, TRAMA_KIND_CONTRIBUTION);

      store (entry, builder);
      ((TramaContribution *) builder->draft)->activity = activity;
      trama_transaction_put (transaction);
    }
}
