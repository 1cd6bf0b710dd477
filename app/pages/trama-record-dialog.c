/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-belonging.h"
#include "trama-contributions-editor.h"
#include "trama-effect.h"
#include "trama-record-form.h"
#include "trama-record-presets.h"
#include "trama-verdict-glyph.h"

#define EFFECT_DELAY 200 /* milliseconds after the last key */

struct _TramaRecordDialog
{
  AdwDialog parent_instance;

  GtkWidget *navigation;
  GtkWidget *cancel;
  GtkWidget *save;
  GtkWidget *draft;
  GtkWidget *foot;
  GtkWidget *effect_glyph;
  GtkWidget *effect;
  GtkWidget *body;
  GtkWidget *form;
  TramaContributionsEditor *contributions;
  TramaWorkspace *workspace;
  TramaRecord *record; /* it began with */
  TramaId other;
  gboolean is_new;
  gboolean saved;
  guint effect_id;
  GCancellable *computing;
};

G_DEFINE_FINAL_TYPE (TramaRecordDialog, trama_record_dialog, ADW_TYPE_DIALOG)

/* The steps that make it so, over the current version. */
static void
put (TramaRecordDialog *self, TramaTransaction *transaction)
{
  g_autoptr (TramaRecord) record = trama_record_form_build (TRAMA_RECORD_FORM (self->form));

  trama_transaction_put_record (transaction, record);
  if (self->contributions != NULL)
    trama_contributions_editor_put (self->contributions, transaction, record->id);
}

static void
show_effect (TramaRecordDialog *self, TramaVerdict verdict, const char *text)
{
  trama_verdict_glyph_set (TRAMA_VERDICT_GLYPH (self->effect_glyph), verdict, FALSE);
  gtk_label_set_text (GTK_LABEL (self->effect), text);
  gtk_widget_set_visible (self->foot, text != NULL && *text != '\0');
}

static void
effect_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TramaRecordDialog) self = data;
  g_autoptr (TramaEffect) effect = trama_effect_compute_finish (result);

  if (effect != NULL && trama_record_form_get_valid (TRAMA_RECORD_FORM (self->form)))
    show_effect (self, effect->verdict, effect->text);
}

static gboolean
compute_effect (gpointer data)
{
  TramaRecordDialog *self = data;
  TramaVersion *version = trama_workspace_get_version (self->workspace);
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  g_autoptr (TramaVersion) after = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TramaId));
  TramaIdSource scratch;
  TramaId programme;

  self->effect_id = 0;
  trama_id_source_init_random (&scratch);
  transaction
      = trama_transaction_new (version, NULL, g_get_real_time () / G_USEC_PER_SEC, &scratch);
  put (self, transaction);
  set = trama_transaction_finish (transaction, "", &after, NULL);
  if (set == NULL)
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < set->n; i++)
    g_array_append_val (ids, set->changes[i].id);
  programme = trama_belonging_programme (
      after, trama_version_find_among (after, TRAMA_ALL_KINDS, self->record->id));
  if (trama_id_is_none (programme))
    {
      const TramaProgramme *shown = trama_workspace_get_programme (self->workspace);

      if (shown == NULL)
        return G_SOURCE_REMOVE;
      programme = shown->record.id;
    }
  g_clear_object (&self->computing);
  self->computing = g_cancellable_new ();
  trama_effect_compute_async (version, after, ids, programme,
                              trama_workspace_get_as_of (self->workspace), self->computing,
                              effect_computed, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
check (TramaRecordDialog *self)
{
  gboolean valid = trama_record_form_get_valid (TRAMA_RECORD_FORM (self->form));
  g_autofree char *missing = trama_record_form_missing (TRAMA_RECORD_FORM (self->form));

  if (self->contributions != NULL)
    valid = valid && trama_contributions_editor_get_valid (self->contributions);
  gtk_widget_set_sensitive (self->save, valid);
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_handle_id (&self->effect_id, g_source_remove);
  if (valid)
    self->effect_id = g_timeout_add (EFFECT_DELAY, compute_effect, self);
  else
    show_effect (self, TRAMA_VERDICT_UNKNOWN,
                 missing != NULL ? missing : _ ("Something is written that cannot be read"));
}

static void
form_changed (TramaRecordDialog *self)
{
  if (self->contributions != NULL)
    {
      g_autoptr (TramaRecord) record = trama_record_form_build (TRAMA_RECORD_FORM (self->form));

      trama_contributions_editor_set_cost (self->contributions,
                                           ((const TramaActivity *) record)->cost);
    }
  check (self);
}

/* Another form in the body, beginning with @record. */
static void
show_form (TramaRecordDialog *self, const TramaRecord *record)
{
  TramaVersion *version = trama_workspace_get_version (self->workspace);
  TramaKind kind = trama_record_kind (record);
  TramaId programme = trama_belonging_programme (version, record);
  const TramaProgramme *shown = trama_workspace_get_programme (self->workspace);
  g_autoptr (GHashTable) members = NULL;

  if (trama_id_is_none (programme) && shown != NULL)
    programme = shown->record.id;
  members
      = trama_belonging_members (version, programme, trama_workspace_get_as_of (self->workspace));
  if (self->form != NULL)
    gtk_box_remove (GTK_BOX (self->body), self->form);
  self->form = trama_record_form_new (version, record, trama_record_presets_hidden (kind),
                                      trama_record_presets_leading (kind), members);
  gtk_box_append (GTK_BOX (self->body), self->form);
  self->contributions = NULL;
  if (kind == TRAMA_KIND_ACTIVITY)
    {
      self->contributions = TRAMA_CONTRIBUTIONS_EDITOR (
          trama_contributions_editor_new (version, record->id, members));
      trama_record_form_insert (TRAMA_RECORD_FORM (self->form), GTK_WIDGET (self->contributions));
      g_signal_connect_object (self->contributions, "changed", G_CALLBACK (check), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed), self,
                           G_CONNECT_SWAPPED);
  form_changed (self);
}

static void
save_clicked (GtkButton *button, TramaRecordDialog *self)
{
  TramaTransaction *transaction
      = trama_document_begin (trama_workspace_get_document (self->workspace));
  TramaKind kind = trama_record_kind (self->record);
  const TramaRecord *record;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  put (self, transaction);
  record = trama_transaction_find (transaction, self->record->id);
  name = trama_version_describe (trama_workspace_get_version (self->workspace), record);
  if (kind == TRAMA_KIND_ACTIVITY && self->is_new)
    label = g_strdup_printf (_ ("Log “%s”"), name);
  else if (self->is_new)
    /* Translators: what is undone and redone; a kind of record and its name */
    label = g_strdup_printf (_ ("Add %s “%s”"), trama_kind_label (kind), name);
  else
    label = g_strdup_printf (_ ("Edit %s “%s”"), trama_kind_label (kind), name);
  if (trama_workspace_commit (self->workspace, transaction, label))
    {
      self->saved = TRUE;
      trama_workspace_set_draft (self->workspace, kind, NULL);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

static void
cancel_clicked (GtkButton *button, TramaRecordDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
start_afresh (AdwBanner *banner, TramaRecordDialog *self)
{
  adw_banner_set_revealed (ADW_BANNER (self->draft), FALSE);
  trama_workspace_set_draft (self->workspace, trama_record_kind (self->record), NULL);
  show_form (self, self->record);
}

static void
trama_record_dialog_closed (AdwDialog *dialog)
{
  TramaRecordDialog *self = TRAMA_RECORD_DIALOG (dialog);

  if (self->is_new && !self->saved
      && trama_record_form_get_modified (TRAMA_RECORD_FORM (self->form)))
    {
      g_autoptr (TramaRecord) record = trama_record_form_build (TRAMA_RECORD_FORM (self->form));

      trama_workspace_set_draft (self->workspace, trama_record_kind (record), record);
    }
}

static void
trama_record_dialog_dispose (GObject *object)
{
  TramaRecordDialog *self = TRAMA_RECORD_DIALOG (object);

  g_clear_handle_id (&self->effect_id, g_source_remove);
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_RECORD_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->record, trama_record_unref);
  G_OBJECT_CLASS (trama_record_dialog_parent_class)->dispose (object);
}

static void
trama_record_dialog_class_init (TramaRecordDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_record_dialog_dispose;
  ADW_DIALOG_CLASS (class)->closed = trama_record_dialog_closed;
  g_type_ensure (TRAMA_TYPE_VERDICT_GLYPH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/pages/trama-record-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaRecordDialog, name)
  BIND (navigation);
  BIND (cancel);
  BIND (save);
  BIND (draft);
  BIND (foot);
  BIND (effect_glyph);
  BIND (effect);
  BIND (body);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, start_afresh);
}

static void
trama_record_dialog_init (TramaRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TramaRecordDialog *
make (TramaWorkspace *workspace, const TramaRecord *record, gboolean is_new)
{
  TramaRecordDialog *self = g_object_new (TRAMA_TYPE_RECORD_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->record = trama_record_ref (record);
  self->is_new = is_new;
  adw_dialog_set_title (ADW_DIALOG (self),
                        trama_record_presets_title (trama_record_kind (record), is_new));
  return self;
}

void
trama_record_dialog_add (GtkWidget *parent, TramaWorkspace *workspace, TramaKind kind,
                         TramaId other)
{
  g_autoptr (TramaRecord) record = trama_record_presets_new (workspace, kind, other);
  const TramaRecord *draft
      = trama_id_is_none (other) ? trama_workspace_get_draft (workspace, kind) : NULL;
  TramaRecordDialog *self = make (workspace, record, TRUE);

  if (draft != NULL
      && trama_id_equal (
          trama_belonging_programme (trama_workspace_get_version (workspace), draft),
          trama_belonging_programme (trama_workspace_get_version (workspace), record)))
    {
      /* The draft goes on under its own id. */
      trama_record_unref (self->record);
      self->record = trama_record_ref (draft);
      adw_banner_set_revealed (ADW_BANNER (self->draft), TRUE);
      show_form (self, draft);
    }
  else
    show_form (self, record);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        trama_record_form_get_field (TRAMA_RECORD_FORM (self->form), NULL));
  adw_dialog_present (ADW_DIALOG (self), parent);
}

void
trama_record_dialog_edit (GtkWidget *parent, TramaWorkspace *workspace, const TramaRecord *record,
                          const char *field)
{
  TramaRecordDialog *self = make (workspace, record, FALSE);

  show_form (self, record);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        trama_record_form_get_field (TRAMA_RECORD_FORM (self->form), field));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
