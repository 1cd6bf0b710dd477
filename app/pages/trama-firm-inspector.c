/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-firm-inspector.h"

#include <glib/gi18n-lib.h>

#include "trama-firm-facts.h"

struct _TramaFirmInspector
{
  AdwBin parent_instance;

  TramaDocument *document;
  TramaLens *lens;

  AdwWindowTitle *title;
  GtkButton *close;
  GtkStack *stack;
  GtkListBox *facts;
  GtkWidget *ties_box;
  GtkLabel *ties_heading;
  GtkListBox *ties;
  GtkWidget *edit;
  GtkWidget *add_tie;
  GtkWidget *judge;
};

enum
{
  EDIT,
  ADD_TIE,
  RECORD_ACTIVATED,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaFirmInspector, trama_firm_inspector, ADW_TYPE_BIN)

static void
add_fact (TramaFirmInspector *self, const char *label, const char *value, TramaId target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), trama_id_is_none (target));
  gtk_widget_add_css_class (row, "property");
  if (!trama_id_is_none (target))
    {
      g_object_set_data_full (G_OBJECT (row), "trama-id", trama_id_dup_text (target), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  gtk_list_box_append (self->facts, row);
}

static void
show_tier (TramaFirmInspector *self, const TramaFirmFacts *facts)
{
  g_autofree char *since = NULL;
  g_autofree char *text = NULL;

  if (facts->tier_reading == NULL)
    {
      add_fact (self, _ ("Tier"), _ ("not recorded"), TRAMA_ID_NONE);
      return;
    }
  since = trama_date_to_prose (facts->tier_reading->date);
  text = facts->tier_reading->reason != NULL
             /* Translators: tier, since when, for which reason */
             ? g_strdup_printf (_ ("%s, since %s: %s"), trama_tier_label (facts->tier), since,
                                facts->tier_reading->reason)
             : g_strdup_printf (_ ("%s, since %s"), trama_tier_label (facts->tier), since);
  add_fact (self, _ ("Tier"), text, facts->tier_reading->record.id);
}

static void
show_employment (TramaFirmInspector *self, const TramaFirmFacts *facts)
{
  g_autofree char *people = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (facts->employment == NULL)
    {
      add_fact (self, _ ("Employs"), _ ("not recorded"), TRAMA_ID_NONE);
      return;
    }
  people = trama_band_to_prose (facts->employment->employment, 0);
  date = trama_date_to_prose (facts->employment->date);
  /* Translators: number of people, date of the reading */
  text = g_strdup_printf (_ ("%s people, %s"), people, date);
  add_fact (self, _ ("Employs"), text, facts->employment->record.id);
}

static void
show_memberships (TramaFirmInspector *self, const TramaFirmFacts *facts)
{
  TramaVersion *version = trama_document_get_version (self->document);

  for (guint i = 0; i < facts->memberships->len; i++)
    {
      const TramaMembership *membership = g_ptr_array_index (facts->memberships, i);
      g_autofree char *programme = trama_version_describe_id (version, membership->programme);
      g_autofree char *joined = trama_date_to_prose (membership->joined);
      /* Translators: a programme, since when a member of it */
      g_autofree char *text = g_strdup_printf (_ ("%s, since %s"), programme, joined);

      add_fact (self, _ ("Member"), text, membership->programme);
    }
}

/* The fields of the record itself that say something and may be shown. */
static void
show_fields (TramaFirmInspector *self, const TramaRecord *subject)
{
  static const char *const shown[]
      = { "kind",  "role",    "trade",  "cluster",   "owner_group", "category",
          "place", "founded", "closed", "owner_sex", "employer",    NULL };
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (subject));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      g_autofree char *value = NULL;

      if (!g_strv_contains (shown, field->id) || !trama_record_field_is_known (subject, field))
        continue;
      value = trama_version_field_to_prose (trama_document_get_version (self->document), subject,
                                            field);
      add_fact (self, trama_field_label (field), value, TRAMA_ID_NONE);
    }
}

static void
show_certificates (TramaFirmInspector *self, const TramaFirmFacts *facts)
{
  for (guint i = 0; i < facts->certificates->len; i++)
    {
      const TramaCertificate *certificate = g_ptr_array_index (facts->certificates, i);
      g_autofree char *until = trama_date_to_prose (certificate->valid_until);
      /* Translators: a standard, until when the certificate is valid */
      g_autofree char *text
          = g_strdup_printf (_ ("%s, valid until %s"), certificate->standard, until);

      add_fact (self, _ ("Certificate"), text, certificate->record.id);
    }
}

static void
add_tie_row (TramaFirmInspector *self, const TramaFactTie *tie)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) about = g_string_new (NULL);
  const char *kind = tie->linkage->kind != 0
                         ? trama_linkage_kind_label ((TramaLinkageKind) tie->linkage->kind)
                         : _ ("Tie");
  const char *name = trama_record_title (tie->other);

  if (trama_linkage_kind_is_directed ((TramaLinkageKind) tie->linkage->kind))
    /* Translators: a kind of tie, and its direction */
    g_string_append_printf (
        about, tie->outgoing ? C_ ("tie", "%s, to it") : C_ ("tie", "%s, from it"), kind);
  else
    g_string_append (about, kind);
  if (trama_date_is_known (tie->linkage->started))
    {
      g_autofree char *since = trama_date_to_short_prose (tie->linkage->started);

      g_string_append_printf (about, _ (", since %s"), since);
    }
  if (tie->alone)
    g_string_append (about, _ ("; hangs on the manager alone"));
  else if (tie->introduced)
    g_string_append (about, _ ("; introduced by the manager, goes on without her"));
  if (tie->state == TRAMA_TIE_UNCONFIRMED)
    g_string_append (about, _ ("; not confirmed for 24 months, does not count"));
  else if (tie->state == TRAMA_TIE_UNSURE)
    g_string_append (about, _ ("; date too vague to count"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : _ ("no name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about->str);
  if (tie->state != TRAMA_TIE_COUNTS)
    gtk_widget_add_css_class (row, "dimmed");
  g_object_set_data_full (G_OBJECT (row), "trama-id", trama_id_dup_text (tie->linkage->record.id),
                          g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->ties, row);
}

static void
show_ties (TramaFirmInspector *self, const TramaFirmFacts *facts)
{
  g_autofree char *ties = trama_firm_facts_ties_to_prose (facts);
  g_autofree char *heading = g_strdup_printf (_ ("Ties, %s"), ties);

  gtk_label_set_label (self->ties_heading, heading);
  gtk_list_box_remove_all (self->ties);
  for (guint i = 0; i < facts->ties->len; i++)
    add_tie_row (self, &g_array_index (facts->ties, TramaFactTie, i));
  gtk_widget_set_visible (GTK_WIDGET (self->ties), facts->ties->len > 0);
}

static void
refresh (TramaFirmInspector *self)
{
  const TramaRecord *subject = NULL;
  g_autoptr (TramaFirmFacts) facts = NULL;
  const char *name;

  if (self->document != NULL && self->lens != NULL)
    subject = trama_version_find_among (trama_document_get_version (self->document),
                                        TRAMA_KIND_BIT (TRAMA_KIND_FIRM)
                                            | TRAMA_KIND_BIT (TRAMA_KIND_INSTITUTION)
                                            | TRAMA_KIND_BIT (TRAMA_KIND_PERSON),
                                        trama_lens_get_selected (self->lens));
  gtk_stack_set_visible_child_name (self->stack, subject != NULL ? "facts" : "nothing");
  name = subject != NULL ? trama_record_title (subject) : NULL;
  adw_window_title_set_title (self->title, name != NULL ? name : "");
  adw_window_title_set_subtitle (
      self->title, subject != NULL ? trama_kind_label (trama_record_kind (subject)) : "");
  if (subject == NULL)
    return;
  facts = trama_firm_facts_new (trama_document_get_version (self->document), subject,
                                trama_lens_get_as_of (self->lens));
  gtk_list_box_remove_all (self->facts);
  if (subject->kind == TRAMA_KIND_FIRM)
    {
      show_tier (self, facts);
      show_employment (self, facts);
      show_memberships (self, facts);
    }
  show_fields (self, subject);
  show_certificates (self, facts);
  show_ties (self, facts);
}

static void
row_activated (TramaFirmInspector *self, GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "trama-id");

  if (id != NULL)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
}

static void
emit_for_selected (TramaFirmInspector *self, guint signal)
{
  g_autofree char *id = NULL;

  if (self->lens == NULL)
    return;
  id = trama_id_dup_text (trama_lens_get_selected (self->lens));
  g_signal_emit (self, signals[signal], 0, id);
}

static void
edit_clicked (TramaFirmInspector *self)
{
  emit_for_selected (self, EDIT);
}

static void
add_tie_clicked (TramaFirmInspector *self)
{
  emit_for_selected (self, ADD_TIE);
}

static void
judge_clicked (TramaFirmInspector *self)
{
  g_autofree char *id = NULL;

  if (self->lens == NULL)
    return;
  id = trama_id_dup_text (trama_lens_get_selected (self->lens));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.judge-record", "s", id);
}

static void
close_clicked (TramaFirmInspector *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
let_go (TramaFirmInspector *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->lens != NULL)
    g_signal_handlers_disconnect_by_data (self->lens, self);
  g_clear_object (&self->document);
  g_clear_object (&self->lens);
}

static void
trama_firm_inspector_dispose (GObject *object)
{
  TramaFirmInspector *self = TRAMA_FIRM_INSPECTOR (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRAMA_TYPE_FIRM_INSPECTOR);
  G_OBJECT_CLASS (trama_firm_inspector_parent_class)->dispose (object);
}

static void
trama_firm_inspector_class_init (TramaFirmInspectorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GType id_signal[] = { G_TYPE_STRING };

  G_OBJECT_CLASS (class)->dispose = trama_firm_inspector_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-firm-inspector.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaFirmInspector, name)
  BIND (title);
  BIND (close);
  BIND (stack);
  BIND (facts);
  BIND (ties_box);
  BIND (ties_heading);
  BIND (ties);
  BIND (edit);
  BIND (add_tie);
  BIND (judge);
#undef BIND
  signals[EDIT] = g_signal_newv ("edit", TRAMA_TYPE_FIRM_INSPECTOR, G_SIGNAL_RUN_LAST, NULL, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, (GType *) id_signal);
  signals[ADD_TIE] = g_signal_newv ("add-tie", TRAMA_TYPE_FIRM_INSPECTOR, G_SIGNAL_RUN_LAST, NULL,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, (GType *) id_signal);
  signals[RECORD_ACTIVATED]
      = g_signal_newv ("record-activated", TRAMA_TYPE_FIRM_INSPECTOR, G_SIGNAL_RUN_LAST, NULL, NULL,
                       NULL, NULL, G_TYPE_NONE, 1, (GType *) id_signal);
  signals[CLOSE] = g_signal_newv ("close", TRAMA_TYPE_FIRM_INSPECTOR, G_SIGNAL_RUN_LAST, NULL, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0, NULL);
}

static void
trama_firm_inspector_init (TramaFirmInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->edit, "clicked", G_CALLBACK (edit_clicked), self);
  g_signal_connect_swapped (self->judge, "clicked", G_CALLBACK (judge_clicked), self);
  g_signal_connect_swapped (self->add_tie, "clicked", G_CALLBACK (add_tie_clicked), self);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_clicked), self);
  g_signal_connect_swapped (self->facts, "row-activated", G_CALLBACK (row_activated), self);
  g_signal_connect_swapped (self->ties, "row-activated", G_CALLBACK (row_activated), self);
}

GtkWidget *
trama_firm_inspector_new (void)
{
  return g_object_new (TRAMA_TYPE_FIRM_INSPECTOR, NULL);
}

void
trama_firm_inspector_set_document (TramaFirmInspector *self, TramaDocument *document,
                                   TramaLens *lens)
{
  g_return_if_fail (TRAMA_IS_FIRM_INSPECTOR (self));

  let_go (self);
  if (document != NULL && lens != NULL)
    {
      self->document = g_object_ref (document);
      self->lens = g_object_ref (lens);
      g_signal_connect_swapped (document, "changed", G_CALLBACK (refresh), self);
      g_signal_connect_swapped (lens, "notify::as-of", G_CALLBACK (refresh), self);
      g_signal_connect_swapped (lens, "notify::selected", G_CALLBACK (refresh), self);
    }
  refresh (self);
}
