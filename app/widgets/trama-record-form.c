/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-field-editor.h"

struct _TramaRecordForm
{
  GtkBox parent_instance;

  TramaFormContext context;
  TramaRecord *record;
  GPtrArray *editors;
  TramaFieldEditor *first; /* in the first group */
  GtkWidget *first_group;
  GtkWidget *more_group;
  gboolean valid;
};

enum
{
  PROP_VALID = 1,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaRecordForm, trama_record_form, GTK_TYPE_BOX)

static void
trama_record_form_dispose (GObject *object)
{
  TramaRecordForm *self = TRAMA_RECORD_FORM (object);

  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->record, trama_record_unref);
  g_clear_pointer (&self->context.version, trama_version_unref);
  g_clear_pointer (&self->context.currency, g_free);
  g_clear_pointer (&self->context.preferred, g_hash_table_unref);
  G_OBJECT_CLASS (trama_record_form_parent_class)->dispose (object);
}

static void
trama_record_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_VALID:
      g_value_set_boolean (value, TRAMA_RECORD_FORM (object)->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_record_form_class_init (TramaRecordFormClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = trama_record_form_dispose;
  object_class->get_property = trama_record_form_get_property;
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", TRAMA_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
trama_record_form_init (TramaRecordForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Stores all of it; FALSE where one of the fields cannot be read. */
static gboolean
store (TramaRecordForm *self, TramaRecordBuilder *builder)
{
  gboolean valid = TRUE;

  trama_record_builder_begin_copy (builder, self->record);
  for (guint i = 0; i < self->editors->len; i++)
    {
      TramaFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (!trama_field_editor_store (editor, builder))
        {
          trama_record_builder_set_unknown (builder, trama_field_editor_get_field (editor));
          valid = FALSE;
        }
    }
  return valid;
}

static gboolean
nothing_missing (const TramaRecord *record)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TRAMA_FIELD_REQUIRED)
        && !trama_record_field_is_known (record, &info->fields[i]))
      return FALSE;
  return TRUE;
}

static void
check (TramaRecordForm *self)
{
  g_auto (TramaRecordBuilder) builder = { 0 };
  gboolean valid = store (self, &builder);
  g_autoptr (TramaRecord) record = trama_record_builder_finish (&builder);

  valid = valid && nothing_missing (record);
  if (valid != self->valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
}

static void
edited (TramaRecordForm *self)
{
  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
add_group (TramaRecordForm *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self), group);
  return group;
}

static gboolean
names (const char *const *list, const TramaField *field)
{
  return list != NULL && g_strv_contains (list, field->id);
}

GtkWidget *
trama_record_form_new (TramaVersion *version, const TramaRecord *record, const char *const *hidden,
                       const char *const *leading, GHashTable *preferred)
{
  TramaRecordForm *self;
  const TramaKindInfo *info;
  const TramaPortfolio *portfolio;

  g_return_val_if_fail (version != NULL && record != NULL, NULL);

  self = g_object_new (TRAMA_TYPE_RECORD_FORM, NULL);
  info = trama_kind_info (trama_record_kind (record));
  portfolio = trama_version_portfolio (version);
  self->record = trama_record_ref (record);
  self->context.version = trama_version_ref (version);
  self->context.currency = g_strdup (portfolio != NULL ? portfolio->currency : NULL);
  self->context.today = trama_day_today ();
  self->context.preferred = preferred != NULL ? g_hash_table_ref (preferred) : NULL;
  self->first_group = add_group (self, "");
  self->more_group = add_group (self, _ ("More About It"));
  gtk_widget_set_visible (self->more_group, FALSE);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      gboolean first = names (leading, field)
                       || (leading == NULL
                           && (info->n_fields <= 7
                               || (field->flags
                                   & (TRAMA_FIELD_REQUIRED | TRAMA_FIELD_TITLE | TRAMA_FIELD_EVENT
                                      | TRAMA_FIELD_OWNER))));
      TramaFieldEditor *editor;

      if (names (hidden, field))
        continue;
      editor = trama_field_editor_new (field, &self->context);
      g_ptr_array_add (self->editors, editor);
      trama_field_editor_build (
          editor, ADW_PREFERENCES_GROUP (first ? self->first_group : self->more_group));
      if (!first)
        gtk_widget_set_visible (self->more_group, TRUE);
      else if (self->first == NULL)
        self->first = editor;
      trama_field_editor_load (editor, record);
      g_signal_connect_object (editor, "changed", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
    }
  check (self);
  return GTK_WIDGET (self);
}

gboolean
trama_record_form_get_valid (TramaRecordForm *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_FORM (self), FALSE);

  return self->valid;
}

gboolean
trama_record_form_get_modified (TramaRecordForm *self)
{
  g_autoptr (TramaRecord) record = NULL;

  g_return_val_if_fail (TRAMA_IS_RECORD_FORM (self), FALSE);

  record = trama_record_form_build (self);
  return !trama_record_equal (record, self->record);
}

TramaRecord *
trama_record_form_build (TramaRecordForm *self)
{
  g_auto (TramaRecordBuilder) builder = { 0 };

  g_return_val_if_fail (TRAMA_IS_RECORD_FORM (self), NULL);

  store (self, &builder);
  return trama_record_builder_finish (&builder);
}

char *
trama_record_form_missing (TramaRecordForm *self)
{
  g_autoptr (TramaRecord) record = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  const TramaKindInfo *info;

  g_return_val_if_fail (TRAMA_IS_RECORD_FORM (self), NULL);

  record = trama_record_form_build (self);
  info = trama_kind_info (trama_record_kind (record));
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TRAMA_FIELD_REQUIRED)
        && !trama_record_field_is_known (record, &info->fields[i]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              trama_field_label (&info->fields[i]));
  if (list->len == 0)
    return NULL;
  return g_strdup_printf (_ ("Still needed: %s"), list->str);
}

void
trama_record_form_insert (TramaRecordForm *self, GtkWidget *widget)
{
  g_return_if_fail (TRAMA_IS_RECORD_FORM (self) && GTK_IS_WIDGET (widget));

  gtk_box_insert_child_after (GTK_BOX (self), widget, self->first_group);
}

GtkWidget *
trama_record_form_get_field (TramaRecordForm *self, const char *id)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_FORM (self), NULL);

  for (guint i = 0; id != NULL && i < self->editors->len; i++)
    {
      TramaFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (strcmp (trama_field_editor_get_field (editor)->id, id) == 0)
        return trama_field_editor_get_focus (editor);
    }
  return self->first != NULL ? trama_field_editor_get_focus (self->first) : NULL;
}

const char *
trama_record_form_get_currency (TramaRecordForm *self)
{
  g_return_val_if_fail (TRAMA_IS_RECORD_FORM (self), NULL);

  return self->context.currency;
}
