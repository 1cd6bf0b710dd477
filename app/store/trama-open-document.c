/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The object itself: its state, and what others see of it. Loading and saving are in
 * trama-open-document-load.c and -save.c, the watch over the file in -watch.c. */
#include "trama-open-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TramaOpenDocument, trama_open_document, G_TYPE_OBJECT)

static gboolean
needs_journal (TramaOpenDocument *self)
{
  return self->document != NULL && trama_document_get_modified (self->document);
}

static void
trama_open_document_dispose (GObject *object)
{
  TramaOpenDocument *self = TRAMA_OPEN_DOCUMENT (object);

  trama_open_document_unwatch (self);
  g_clear_handle_id (&self->progress_timer, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->journal != NULL)
    {
      trama_journal_set_failed (self->journal, NULL, NULL);
      if (!needs_journal (self))
        trama_journal_discard (self->journal);
    }
  g_clear_pointer (&self->journal, trama_journal_free);
  G_OBJECT_CLASS (trama_open_document_parent_class)->dispose (object);
}

static void
trama_open_document_finalize (GObject *object)
{
  TramaOpenDocument *self = TRAMA_OPEN_DOCUMENT (object);

  g_clear_object (&self->document);
  g_clear_object (&self->place);
  g_clear_pointer (&self->file, trama_store_file_unref);
  g_clear_pointer (&self->problems, trama_problems_free);
  g_clear_pointer (&self->session, trama_history_free);
  g_clear_pointer (&self->history, trama_history_free);
  g_clear_pointer (&self->recoveries, g_ptr_array_unref);
  g_clear_error (&self->load_error);
  g_clear_error (&self->save_error);
  g_clear_error (&self->journal_error);
  g_free (self->warning);
  g_free (self->author);
  G_OBJECT_CLASS (trama_open_document_parent_class)->finalize (object);
}

static void
trama_open_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TramaOpenDocument *self = TRAMA_OPEN_DOCUMENT (object);
  TramaRecoveryState state = TRAMA_RECOVERY_NOTHING;

  switch ((TramaOpenDocumentProperty) id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_PLACE:
      g_value_set_object (value, self->place);
      break;
    case PROP_TITLE:
      g_value_take_string (value, trama_open_document_dup_title (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, g_atomic_int_get (&self->thousandths) / 1000.0);
      break;
    case PROP_LOAD_ERROR:
      g_value_set_boxed (value, self->load_error);
      break;
    case PROP_SAVE_ERROR:
      g_value_set_boxed (value, self->save_error);
      break;
    case PROP_WARNING:
      g_value_set_string (value, self->warning);
      break;
    case PROP_JOURNAL_ERROR:
      g_value_set_boxed (value, self->journal_error);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_DAMAGED:
      g_value_set_boolean (value, self->damaged);
      break;
    case PROP_CHANGED_OUTSIDE:
      g_value_set_boolean (value, self->changed_outside);
      break;
    case PROP_RECOVERY:
      g_value_set_pointer (value, (gpointer) trama_open_document_get_recovery (self, NULL));
      break;
    case PROP_RECOVERY_STATE:
      trama_open_document_get_recovery (self, &state);
      g_value_set_int (value, (int) state);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_open_document_class_init (TramaOpenDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = trama_open_document_dispose;
  object_class->finalize = trama_open_document_finalize;
  object_class->get_property = trama_open_document_get_property;
  properties[PROP_DOCUMENT]
      = g_param_spec_object ("document", NULL, NULL, TRAMA_TYPE_DOCUMENT, flags);
  properties[PROP_PLACE] = g_param_spec_object ("place", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_LOAD_ERROR] = g_param_spec_boxed ("load-error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_SAVE_ERROR] = g_param_spec_boxed ("save-error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_WARNING] = g_param_spec_string ("warning", NULL, NULL, NULL, flags);
  properties[PROP_JOURNAL_ERROR]
      = g_param_spec_boxed ("journal-error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_DAMAGED] = g_param_spec_boolean ("damaged", NULL, NULL, FALSE, flags);
  properties[PROP_CHANGED_OUTSIDE]
      = g_param_spec_boolean ("changed-outside", NULL, NULL, FALSE, flags);
  properties[PROP_RECOVERY] = g_param_spec_pointer ("recovery", NULL, NULL, flags);
  properties[PROP_RECOVERY_STATE]
      = g_param_spec_int ("recovery-state", NULL, NULL, TRAMA_RECOVERY_FITS,
                          TRAMA_RECOVERY_ANOTHER_BASE, TRAMA_RECOVERY_NOTHING, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
trama_open_document_init (TramaOpenDocument *self)
{
  self->problems = trama_problems_new (TRAMA_STORE_KEPT_PROBLEMS);
}

void
trama_open_document_notify (TramaOpenDocument *self, TramaOpenDocumentProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
trama_open_document_take_error (TramaOpenDocument *self, TramaOpenDocumentProperty property,
                                GError *error)
{
  GError **place = property == PROP_LOAD_ERROR   ? &self->load_error
                   : property == PROP_SAVE_ERROR ? &self->save_error
                                                 : &self->journal_error;

  if (*place == NULL && error == NULL)
    return;
  g_clear_error (place);
  *place = error;
  trama_open_document_notify (self, property);
}

void
trama_open_document_take_warning (TramaOpenDocument *self, char *warning)
{
  g_autofree char *owned = warning;

  if (g_set_str (&self->warning, owned))
    trama_open_document_notify (self, PROP_WARNING);
}

void
trama_open_document_set_flag (TramaOpenDocument *self, TramaOpenDocumentProperty property,
                              gboolean value)
{
  gboolean *flag = property == PROP_LOADING     ? &self->loading
                   : property == PROP_SAVING    ? &self->saving
                   : property == PROP_READ_ONLY ? &self->read_only
                   : property == PROP_DAMAGED   ? &self->damaged
                                                : &self->changed_outside;

  if (*flag == value)
    return;
  *flag = value;
  trama_open_document_notify (self, property);
}

/* The journal. */

static gboolean
show_journal_failure (gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer *pair = data;
  g_autoptr (TramaOpenDocument) self = g_weak_ref_get (pair[0]);

  error = pair[1];
  g_weak_ref_clear (pair[0]);
  g_free (pair[0]);
  if (self != NULL)
    trama_open_document_take_error (self, PROP_JOURNAL_ERROR, g_steal_pointer (&error));
  return G_SOURCE_REMOVE;
}

/* In the journal's thread. It ends before the object does. */
static void
on_journal_failed (const GError *error, gpointer data)
{
  gpointer *pair = g_new (gpointer, 2);
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, data);
  pair[0] = weak;
  pair[1] = g_error_copy (error);
  g_idle_add_full (G_PRIORITY_DEFAULT, show_journal_failure, pair, g_free);
}

static void
on_changed (TramaDocument *document, TramaChangeSet *set, gboolean backwards,
            TramaOpenDocument *self)
{
  GError *error = NULL;

  if (set == NULL)
    return;
  trama_open_document_note_step (self, set, backwards);
  trama_journal_append (self->journal, set, backwards, &error);
  trama_open_document_take_error (self, PROP_JOURNAL_ERROR, error);
}

/* Begins anew with @file: what was there before goes. */
static void
start (TramaOpenDocument *self, TramaStoreFile *file)
{
  g_autoptr (TramaDocument) old = g_steal_pointer (&self->document);

  if (old != NULL)
    g_signal_handlers_disconnect_by_data (old, self);
  if (self->journal != NULL)
    {
      trama_journal_set_failed (self->journal, NULL, NULL);
      trama_journal_discard (self->journal);
      g_clear_pointer (&self->journal, trama_journal_free);
    }
  trama_store_file_ref (file);
  g_clear_pointer (&self->file, trama_store_file_unref);
  self->file = file;
  trama_open_document_restart_history (self);
  self->journal = trama_journal_new (file);
  trama_journal_set_failed (self->journal, on_journal_failed, self);
  self->document = trama_document_new (file->version);
  trama_document_set_author (self->document, self->author);
  g_signal_connect (self->document, "changed", G_CALLBACK (on_changed), self);
  trama_open_document_take_error (self, PROP_JOURNAL_ERROR, NULL);
}

static void
set_place (TramaOpenDocument *self, GFile *place)
{
  if (self->place == place
      || (self->place != NULL && place != NULL && g_file_equal (self->place, place)))
    return;
  g_set_object (&self->place, place);
  trama_open_document_notify (self, PROP_PLACE);
  trama_open_document_notify (self, PROP_TITLE);
}

void
trama_open_document_take_file (TramaOpenDocument *self, TramaStoreFile *file)
{
  g_autoptr (TramaStoreFile) owned = file;

  start (self, owned);
  /* What is left of a damaged file has no place of its own; the window still names that file. */
  if (owned->place != NULL)
    set_place (self, owned->place);
  trama_open_document_watch (self);
  trama_open_document_set_flag (self, PROP_CHANGED_OUTSIDE, FALSE);
  trama_open_document_notify (self, PROP_DOCUMENT);
}

void
trama_open_document_take_saved (TramaOpenDocument *self, TramaStoreFile *file)
{
  g_clear_pointer (&self->file, trama_store_file_unref);
  self->file = file;
  set_place (self, file->place);
  trama_open_document_watch (self);
  trama_open_document_set_flag (self, PROP_CHANGED_OUTSIDE, FALSE);
  trama_open_document_set_flag (self, PROP_READ_ONLY, FALSE);
  trama_open_document_set_flag (self, PROP_DAMAGED, FALSE);
  trama_open_document_notify (self, PROP_RECOVERY_STATE);
}

void
trama_open_document_take_merged (TramaOpenDocument *self, TramaStoreFile *file)
{
  g_clear_pointer (&self->file, trama_store_file_unref);
  self->file = file;
  trama_open_document_watch (self);
  trama_open_document_set_flag (self, PROP_CHANGED_OUTSIDE, FALSE);
  trama_open_document_notify (self, PROP_RECOVERY_STATE);
}

void
trama_open_document_take_recoveries (TramaOpenDocument *self, GPtrArray *recoveries)
{
  g_clear_pointer (&self->recoveries, g_ptr_array_unref);
  self->recoveries = recoveries;
  trama_open_document_notify (self, PROP_RECOVERY);
  trama_open_document_notify (self, PROP_RECOVERY_STATE);
}

/* The public side. */

TramaOpenDocument *
trama_open_document_new (TramaVersion *version)
{
  TramaOpenDocument *self = g_object_new (TRAMA_TYPE_OPEN_DOCUMENT, NULL);
  g_autoptr (TramaVersion) empty = version == NULL ? trama_version_new_empty () : NULL;
  g_autoptr (TramaStoreFile) file
      = trama_store_file_new (version != NULL ? version : empty, TRAMA_ID_NONE);

  start (self, file);
  return self;
}

TramaOpenDocument *
trama_open_document_new_for_place (GFile *place)
{
  TramaOpenDocument *self;

  g_return_val_if_fail (G_IS_FILE (place), NULL);

  self = g_object_new (TRAMA_TYPE_OPEN_DOCUMENT, NULL);
  self->place = g_object_ref (place);
  return self;
}

TramaOpenDocument *
trama_open_document_new_recovered (TramaRecovery *recovery, GError **error)
{
  g_autoptr (TramaOpenDocument) self = NULL;
  g_autoptr (TramaStoreFile) file = NULL;
  g_autoptr (TramaVersion) version = NULL;

  g_return_val_if_fail (recovery != NULL, NULL);

  version = trama_recovery_read_start (recovery, error);
  if (version == NULL)
    return NULL;
  self = g_object_new (TRAMA_TYPE_OPEN_DOCUMENT, NULL);
  file = trama_store_file_new (version, recovery->document);
  start (self, file);
  if (!trama_recovery_replay (recovery, 0, self->document, error))
    {
      trama_open_document_discard (self);
      return NULL;
    }
  if (trama_journal_sync (self->journal, NULL))
    trama_recovery_forget (recovery);
  return g_steal_pointer (&self);
}

TramaDocument *
trama_open_document_get_document (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  return self->document;
}

TramaStoreFile *
trama_open_document_get_file (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  return self->file;
}

GFile *
trama_open_document_get_place (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  return self->place;
}

const GError *
trama_open_document_get_load_error (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  return self->load_error;
}

const GError *
trama_open_document_get_save_error (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  return self->save_error;
}

const GError *
trama_open_document_get_journal_error (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  return self->journal_error;
}

const TramaProblems *
trama_open_document_get_problems (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  return self->problems;
}

const char *
trama_open_document_get_warning (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  return self->warning;
}

char *
trama_open_document_dup_title (TramaOpenDocument *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  if (self->place == NULL)
    return g_strdup (_ ("New portfolio"));
  name = g_file_get_basename (self->place);
  title = g_filename_display_name (name);
  if (g_str_has_suffix (title, ".trama") && strlen (title) > strlen (".trama"))
    title[strlen (title) - strlen (".trama")] = '\0';
  return g_steal_pointer (&title);
}

gboolean
trama_open_document_get_loading (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), FALSE);

  return self->loading;
}

gboolean
trama_open_document_get_saving (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), FALSE);

  return self->saving;
}

gboolean
trama_open_document_get_read_only (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), FALSE);

  return self->read_only;
}

gboolean
trama_open_document_get_damaged (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), FALSE);

  return self->damaged;
}

gboolean
trama_open_document_get_changed_outside (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), FALSE);

  return self->changed_outside;
}

gboolean
trama_open_document_get_needs_saving (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), FALSE);

  if (self->document == NULL)
    return FALSE;
  return trama_document_get_modified (self->document)
         || (self->place == NULL
             && trama_version_size (trama_document_get_version (self->document)) > 0);
}

void
trama_open_document_dismiss (TramaOpenDocument *self)
{
  g_return_if_fail (TRAMA_IS_OPEN_DOCUMENT (self));

  trama_open_document_take_error (self, PROP_SAVE_ERROR, NULL);
  trama_open_document_take_warning (self, NULL);
}

void
trama_open_document_set_author (TramaOpenDocument *self, const char *author)
{
  g_return_if_fail (TRAMA_IS_OPEN_DOCUMENT (self));

  g_set_str (&self->author, author);
  if (self->document != NULL)
    trama_document_set_author (self->document, author);
}

void
trama_open_document_discard (TramaOpenDocument *self)
{
  g_return_if_fail (TRAMA_IS_OPEN_DOCUMENT (self));

  if (self->journal != NULL)
    trama_journal_discard (self->journal);
}

/* Recovery. */

const TramaRecovery *
trama_open_document_get_recovery (TramaOpenDocument *self, TramaRecoveryState *state)
{
  const TramaRecovery *recovery;

  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), NULL);

  if (state != NULL)
    *state = TRAMA_RECOVERY_NOTHING;
  if (self->recoveries == NULL || self->recoveries->len == 0)
    return NULL;
  recovery = g_ptr_array_index (self->recoveries, 0);
  if (state != NULL)
    *state = trama_recovery_state (recovery, self->file, NULL);
  return recovery;
}

static void
drop_recovery (TramaOpenDocument *self)
{
  trama_recovery_forget (g_ptr_array_index (self->recoveries, 0));
  g_ptr_array_remove_index (self->recoveries, 0);
  trama_open_document_notify (self, PROP_RECOVERY);
  trama_open_document_notify (self, PROP_RECOVERY_STATE);
}

gboolean
trama_open_document_recover (TramaOpenDocument *self, GError **error)
{
  g_autoptr (TramaDocument) trial = NULL;
  TramaRecovery *recovery;
  guint first;

  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->recoveries != NULL && self->recoveries->len > 0, FALSE);

  recovery = g_ptr_array_index (self->recoveries, 0);
  if (trama_recovery_state (recovery, self->file, &first) == TRAMA_RECOVERY_ANOTHER_BASE)
    {
      g_set_error_literal (error, TRAMA_ERROR, TRAMA_ERROR_INPUT,
                           _ ("The file has been changed since; what was written down before the "
                              "crash does not fit it any more."));
      return FALSE;
    }
  /* On a document of no consequence first, so that the real one never stops half way. */
  trial = trama_document_new (trama_document_get_version (self->document));
  if (!trama_recovery_replay (recovery, first, trial, error)
      || !trama_recovery_replay (recovery, first, self->document, error))
    return FALSE;
  /* The old journal goes when the new one is as safe. */
  if (trama_journal_sync (self->journal, NULL))
    drop_recovery (self);
  return TRUE;
}

void
trama_open_document_forget_recovery (TramaOpenDocument *self)
{
  g_return_if_fail (TRAMA_IS_OPEN_DOCUMENT (self));

  if (self->recoveries != NULL && self->recoveries->len > 0)
    drop_recovery (self);
}
