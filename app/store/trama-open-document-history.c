/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-open-document-private.h"

#include "trama-history-file.h"

void
trama_open_document_note_step (TramaOpenDocument *self, TramaChangeSet *set, gboolean backwards)
{
  trama_history_add (self->session, set, backwards);
  if (self->history != NULL)
    trama_history_add (self->history, set, backwards);
}

void
trama_open_document_keep_history (TramaOpenDocument *self, guint steps)
{
  steps = MIN (steps, trama_history_size (self->session));
  trama_history_file_append (self->file->document, self->session, self->kept_steps, steps, NULL);
  self->kept_steps = MAX (self->kept_steps, steps);
  if (self->history != NULL && steps == trama_history_size (self->session))
    trama_history_mark_saved (self->history);
}

void
trama_open_document_restart_history (TramaOpenDocument *self)
{
  g_clear_pointer (&self->history, trama_history_free);
  g_clear_pointer (&self->session, trama_history_free);
  self->session = trama_history_new ();
  self->kept_steps = 0;
}

TramaHistory *
trama_open_document_get_history (TramaOpenDocument *self)
{
  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self) && self->document != NULL, NULL);

  if (self->history != NULL)
    return self->history;
  self->history = trama_history_file_read (self->file->document);
  /* What this session has saved is in the file already. */
  for (guint i = self->kept_steps; i < trama_history_size (self->session); i++)
    {
      const TramaHistoryEntry *entry = trama_history_get (self->session, i);

      trama_history_add (self->history, entry->set, entry->backwards);
    }
  return self->history;
}
