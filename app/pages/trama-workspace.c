/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-workspace.h"

#include <glib/gi18n-lib.h>

struct _TramaWorkspace
{
  GObject parent_instance;

  TramaDocument *document;
  TramaLens *lens;
  GHashTable *entries; /* TramaId * → Entry */
  TramaRecord *drafts[TRAMA_N_KINDS];
  guint changed_id;
};

typedef struct
{
  TramaId programme;
  TramaProgrammeSummary *summary;
  GCancellable *running;
} Entry;

enum
{
  CHANGED,
  SUMMARY_CHANGED,
  COMMITTED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaWorkspace, trama_workspace, G_TYPE_OBJECT)

static void
stop (Entry *entry)
{
  if (entry->running != NULL)
    g_cancellable_cancel (entry->running);
  g_clear_object (&entry->running);
}

static void
entry_free (Entry *entry)
{
  stop (entry);
  g_clear_pointer (&entry->summary, trama_programme_summary_unref);
  g_free (entry);
}

static void
trama_workspace_dispose (GObject *object)
{
  TramaWorkspace *self = TRAMA_WORKSPACE (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_hash_table_remove_all (self->entries);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->lens);
  for (guint i = 0; i < TRAMA_N_KINDS; i++)
    g_clear_pointer (&self->drafts[i], trama_record_unref);
  G_OBJECT_CLASS (trama_workspace_parent_class)->dispose (object);
}

static void
trama_workspace_finalize (GObject *object)
{
  g_hash_table_unref (TRAMA_WORKSPACE (object)->entries);
  G_OBJECT_CLASS (trama_workspace_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType argument)
{
  if (argument == G_TYPE_NONE)
    return g_signal_new (name, TRAMA_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 0);
  return g_signal_new (name, TRAMA_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, argument);
}

static void
trama_workspace_class_init (TramaWorkspaceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = trama_workspace_dispose;
  G_OBJECT_CLASS (class)->finalize = trama_workspace_finalize;
  signals[CHANGED] = add_signal ("changed", G_TYPE_NONE);
  signals[SUMMARY_CHANGED] = add_signal ("summary-changed", G_TYPE_STRING);
  signals[COMMITTED] = add_signal ("committed", G_TYPE_STRING);
  signals[FAILED] = add_signal ("failed", G_TYPE_STRING);
}

static void
trama_workspace_init (TramaWorkspace *self)
{
  self->entries = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, NULL,
                                         (GDestroyNotify) entry_free);
}

static gboolean
is_current (TramaWorkspace *self, const TramaProgrammeSummary *summary)
{
  return summary != NULL && summary->version == trama_workspace_get_version (self)
         && summary->as_of == trama_workspace_get_as_of (self);
}

static gboolean
tell_changed (gpointer data)
{
  TramaWorkspace *self = data;

  self->changed_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
changed (TramaWorkspace *self)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (!is_current (self, ((Entry *) entry)->summary))
      stop (entry);
  /* Before the next frame is drawn. */
  if (self->changed_id == 0)
    self->changed_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_changed, self, NULL);
}

gint32
trama_workspace_default_day (TramaVersion *version)
{
  const TramaPortfolio *portfolio = trama_version_portfolio (version);

  if (portfolio != NULL && trama_date_is_known (portfolio->shown_at))
    return portfolio->shown_at.last;
  return trama_day_today ();
}

TramaWorkspace *
trama_workspace_new (TramaDocument *document)
{
  TramaWorkspace *self = g_object_new (TRAMA_TYPE_WORKSPACE, NULL);

  self->document = g_object_ref (document);
  self->lens = trama_lens_new (trama_workspace_default_day (trama_document_get_version (document)));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed), self);
  g_signal_connect_object (self->lens, "notify::as-of", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lens, "notify::with-broker", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lens, "notify::programme", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

TramaDocument *
trama_workspace_get_document (TramaWorkspace *self)
{
  g_return_val_if_fail (TRAMA_IS_WORKSPACE (self), NULL);

  return self->document;
}

TramaVersion *
trama_workspace_get_version (TramaWorkspace *self)
{
  g_return_val_if_fail (TRAMA_IS_WORKSPACE (self), NULL);

  return trama_document_get_version (self->document);
}

TramaLens *
trama_workspace_get_lens (TramaWorkspace *self)
{
  g_return_val_if_fail (TRAMA_IS_WORKSPACE (self), NULL);

  return self->lens;
}

gint32
trama_workspace_get_as_of (TramaWorkspace *self)
{
  g_return_val_if_fail (TRAMA_IS_WORKSPACE (self), 0);

  return trama_lens_get_as_of (self->lens);
}

const TramaProgramme *
trama_workspace_get_programme (TramaWorkspace *self)
{
  TramaVersion *version;
  TramaTable *table;
  const TramaRecord *found;

  g_return_val_if_fail (TRAMA_IS_WORKSPACE (self), NULL);

  version = trama_workspace_get_version (self);
  found = TRAMA_FIND (version, PROGRAMME, trama_lens_get_programme (self->lens));
  table = trama_version_table (version, TRAMA_KIND_PROGRAMME);
  if (found != NULL)
    return (const TramaProgramme *) found;
  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaRecord *record = trama_table_get (table, i);

      if (found == NULL
          || g_utf8_collate (trama_record_title (record), trama_record_title (found)) < 0)
        found = record;
    }
  return (const TramaProgramme *) found;
}

typedef struct
{
  TramaVersion *version;
  TramaId programme;
  gint32 as_of;
} Job;

static void
job_free (Job *job)
{
  trama_version_unref (job->version);
  g_free (job);
}

/* In another thread. */
static void
summarise (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  TramaProgrammeSummary *summary
      = trama_programme_summary_new (job->version, job->programme, job->as_of, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, summary, (GDestroyNotify) trama_programme_summary_unref);
  else if (summary != NULL)
    trama_programme_summary_unref (summary);
}

static void
summarised (GObject *source, GAsyncResult *result, gpointer data)
{
  TramaWorkspace *self = TRAMA_WORKSPACE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (TramaProgrammeSummary) summary = g_task_propagate_pointer (G_TASK (result), NULL);
  Entry *entry = g_hash_table_lookup (self->entries, &job->programme);
  char id[TRAMA_ID_LENGTH + 1];

  if (entry == NULL || entry->running != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&entry->running);
  if (!is_current (self, summary))
    return;
  g_clear_pointer (&entry->summary, trama_programme_summary_unref);
  entry->summary = g_steal_pointer (&summary);
  trama_id_to_text (entry->programme, id);
  g_signal_emit (self, signals[SUMMARY_CHANGED], 0, id);
}

TramaProgrammeSummary *
trama_workspace_get_summary (TramaWorkspace *self, TramaId programme)
{
  Entry *entry;

  g_return_val_if_fail (TRAMA_IS_WORKSPACE (self), NULL);

  if (TRAMA_FIND (trama_workspace_get_version (self), PROGRAMME, programme) == NULL)
    return NULL;
  entry = g_hash_table_lookup (self->entries, &programme);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->programme = programme;
      g_hash_table_insert (self->entries, &entry->programme, entry);
    }
  if (!is_current (self, entry->summary) && entry->running == NULL)
    {
      g_autoptr (GTask) task = NULL;
      Job *job = g_new (Job, 1);

      *job = (Job) { trama_version_ref (trama_workspace_get_version (self)), programme,
                     trama_workspace_get_as_of (self) };
      entry->running = g_cancellable_new ();
      task = g_task_new (self, entry->running, summarised, NULL);
      g_task_set_task_data (task, job, (GDestroyNotify) job_free);
      g_task_run_in_thread (task, summarise);
    }
  return entry->summary;
}

gboolean
trama_workspace_commit (TramaWorkspace *self, TramaTransaction *transaction, const char *label)
{
  g_autoptr (GError) error = NULL;
  TramaVersion *before;

  g_return_val_if_fail (TRAMA_IS_WORKSPACE (self), FALSE);

  before = trama_workspace_get_version (self);
  if (!trama_document_commit (self->document, transaction, label, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return FALSE;
    }
  if (before != trama_workspace_get_version (self))
    g_signal_emit (self, signals[COMMITTED], 0, label);
  return TRUE;
}

void
trama_workspace_remove (TramaWorkspace *self, TramaId id)
{
  const TramaRecord *record;
  TramaTransaction *transaction;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TRAMA_IS_WORKSPACE (self));

  record = trama_version_find_among (trama_workspace_get_version (self), TRAMA_ALL_KINDS, id);
  if (record == NULL)
    return;
  name = trama_version_describe (trama_workspace_get_version (self), record);
  /* Translators: what is undone and redone; a kind of record and its name */
  label
      = g_strdup_printf (_ ("Remove %s “%s”"), trama_kind_label (trama_record_kind (record)), name);
  transaction = trama_document_begin (self->document);
  trama_transaction_remove_with_dependants (transaction, id);
  trama_workspace_commit (self, transaction, label);
}

const TramaRecord *
trama_workspace_get_draft (TramaWorkspace *self, TramaKind kind)
{
  g_return_val_if_fail (TRAMA_IS_WORKSPACE (self) && kind < TRAMA_N_KINDS, NULL);

  return self->drafts[kind];
}

void
trama_workspace_set_draft (TramaWorkspace *self, TramaKind kind, const TramaRecord *record)
{
  g_return_if_fail (TRAMA_IS_WORKSPACE (self) && kind < TRAMA_N_KINDS);

  g_clear_pointer (&self->drafts[kind], trama_record_unref);
  if (record != NULL)
    self->drafts[kind] = trama_record_ref (record);
}
