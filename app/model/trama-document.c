/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-document.h"

struct _TramaDocument
{
  GObject parent_instance;

  TramaVersion *version;
  TramaVersion *saved;
  GPtrArray *done;   /* TramaChangeSet, the last one last */
  GPtrArray *undone; /* the next one to redo last */
  char *author;
  TramaClock clock;
  gpointer clock_data;
  TramaIdSource ids;
};

enum
{
  PROP_MODIFIED = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaDocument, trama_document, G_TYPE_OBJECT)

static gint64
system_clock (gpointer data)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
trama_document_finalize (GObject *object)
{
  TramaDocument *self = TRAMA_DOCUMENT (object);

  g_clear_pointer (&self->version, trama_version_unref);
  g_clear_pointer (&self->saved, trama_version_unref);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self->author);
  G_OBJECT_CLASS (trama_document_parent_class)->finalize (object);
}

static void
trama_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TramaDocument *self = TRAMA_DOCUMENT (object);

  switch (id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, trama_document_get_modified (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, trama_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, trama_document_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_document_class_init (TramaDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = trama_document_finalize;
  object_class->get_property = trama_document_get_property;
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", TRAMA_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
}

static void
trama_document_init (TramaDocument *self)
{
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_change_set_unref);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_change_set_unref);
  self->clock = system_clock;
  trama_id_source_init_random (&self->ids);
}

TramaDocument *
trama_document_new (TramaVersion *version)
{
  TramaDocument *self = g_object_new (TRAMA_TYPE_DOCUMENT, NULL);

  g_return_val_if_fail (version != NULL, self);

  self->version = trama_version_ref (version);
  self->saved = trama_version_ref (version);
  return self;
}

TramaVersion *
trama_document_get_version (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), NULL);

  return self->version;
}

void
trama_document_set_author (TramaDocument *self, const char *author)
{
  g_return_if_fail (TRAMA_IS_DOCUMENT (self));

  g_set_str (&self->author, author);
}

const char *
trama_document_get_author (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), NULL);

  return self->author;
}

void
trama_document_set_clock (TramaDocument *self, TramaClock clock, gpointer data)
{
  g_return_if_fail (TRAMA_IS_DOCUMENT (self));

  self->clock = clock != NULL ? clock : system_clock;
  self->clock_data = data;
}

TramaIdSource *
trama_document_get_id_source (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), NULL);

  return &self->ids;
}

TramaTransaction *
trama_document_begin (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), NULL);

  return trama_transaction_new (self->version, self->author, self->clock (self->clock_data),
                                &self->ids);
}

/* Takes @version. */
static void
move_to (TramaDocument *self, TramaVersion *version, TramaChangeSet *set, gboolean backwards)
{
  g_autoptr (TramaVersion) old = g_steal_pointer (&self->version);

  self->version = version;
  g_signal_emit (self, signals[CHANGED], 0, set, backwards);
  for (guint i = 1; i < N_PROPERTIES; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

gboolean
trama_document_commit (TramaDocument *self, TramaTransaction *transaction, const char *label,
                       GError **error)
{
  g_autoptr (TramaTransaction) owned = transaction;
  g_autoptr (TramaChangeSet) set = NULL;
  g_autoptr (GError) failure = NULL;
  TramaVersion *version = NULL;

  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self) && transaction != NULL, FALSE);

  set = trama_transaction_finish (transaction, label, &version, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (set == NULL)
    return TRUE;
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, trama_change_set_ref (set));
  move_to (self, version, set, FALSE);
  return TRUE;
}

static gboolean
step (TramaDocument *self, GPtrArray *from, GPtrArray *to, gboolean backwards)
{
  TramaChangeSet *set;

  if (from->len == 0)
    return FALSE;
  set = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, set);
  move_to (self, trama_change_set_apply (set, self->version, backwards), set, backwards);
  return TRUE;
}

static gboolean
same_changes (const TramaChangeSet *a, const TramaChangeSet *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!trama_id_equal (a->changes[i].id, b->changes[i].id)
        || !trama_record_equal (a->changes[i].before, b->changes[i].before)
        || !trama_record_equal (a->changes[i].after, b->changes[i].after))
      return FALSE;
  return TRUE;
}

static gboolean
is_last (GPtrArray *sets, const TramaChangeSet *set)
{
  return sets->len > 0 && same_changes (g_ptr_array_index (sets, sets->len - 1), set);
}

void
trama_document_replay (TramaDocument *self, TramaChangeSet *set, gboolean backwards)
{
  g_autoptr (TramaChangeSet) forwards = NULL;

  g_return_if_fail (TRAMA_IS_DOCUMENT (self) && set != NULL);

  if (backwards && is_last (self->done, set))
    step (self, self->done, self->undone, TRUE);
  else if (!backwards && is_last (self->undone, set))
    step (self, self->undone, self->done, FALSE);
  else
    {
      forwards = backwards ? trama_change_set_invert (set) : trama_change_set_ref (set);
      g_ptr_array_set_size (self->undone, 0);
      g_ptr_array_add (self->done, trama_change_set_ref (forwards));
      move_to (self, trama_change_set_apply (forwards, self->version, FALSE), forwards, FALSE);
    }
}

gboolean
trama_document_undo (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), FALSE);

  return step (self, self->done, self->undone, TRUE);
}

gboolean
trama_document_redo (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), FALSE);

  return step (self, self->undone, self->done, FALSE);
}

static const char *
last_label (GPtrArray *sets)
{
  return sets->len > 0 ? ((TramaChangeSet *) g_ptr_array_index (sets, sets->len - 1))->label : NULL;
}

const char *
trama_document_get_undo_label (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), NULL);

  return last_label (self->done);
}

const char *
trama_document_get_redo_label (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), NULL);

  return last_label (self->undone);
}

gboolean
trama_document_get_modified (TramaDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_DOCUMENT (self), FALSE);

  return self->version != self->saved && !trama_version_equal (self->version, self->saved);
}

void
trama_document_mark_saved (TramaDocument *self, TramaVersion *version)
{
  g_return_if_fail (TRAMA_IS_DOCUMENT (self) && version != NULL);

  trama_version_ref (version);
  trama_version_unref (self->saved);
  self->saved = version;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}
