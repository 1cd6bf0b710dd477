/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-open-document-private.h"

#include <glib/gi18n-lib.h>

#include "trama-store-ancestor.h"

TramaMerge *
trama_open_document_begin_merge (TramaOpenDocument *self, TramaStoreFile *theirs, GError **error)
{
  g_autoptr (TramaStoreFile) found = NULL;
  TramaVersion *base;

  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self) && self->document != NULL, NULL);
  g_return_val_if_fail (theirs != NULL, NULL);

  if (!trama_id_equal (self->file->document, theirs->document))
    {
      g_set_error_literal (error, TRAMA_ERROR, TRAMA_ERROR_INPUT,
                           _ ("This is another portfolio, not a copy of the one that is open"));
      return NULL;
    }
  found = trama_store_find_ancestor (self->file, theirs);
  /* What was opened is an ancestor of what has become of it, even where somebody wrote the file by
   * other means and the names are gone. */
  base = found != NULL ? found->version : self->file->version;
  return trama_merge_new (base, trama_document_get_version (self->document), theirs->version);
}

/* The journal goes on over what is in the file now: the step from there to what is open comes
 * first. Earlier steps are in the history of this session only. */
static void
restart_journal (TramaOpenDocument *self, TramaStoreFile *file, const char *label)
{
  g_autoptr (TramaChangeSet) set
      = trama_change_set_between (file->version, trama_document_get_version (self->document), label,
                                  self->author, g_get_real_time () / G_USEC_PER_SEC);
  GError *error = NULL;

  if (trama_journal_restart (self->journal, file, G_MAXUINT, &error) && set != NULL)
    trama_journal_append (self->journal, set, FALSE, &error);
  trama_open_document_take_error (self, PROP_JOURNAL_ERROR, error);
}

gboolean
trama_open_document_take_merge (TramaOpenDocument *self, TramaMerge *merge, TramaStoreFile *theirs,
                                GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  TramaTransaction *transaction;
  TramaStoreFile *joined;
  gboolean same_place;

  g_return_val_if_fail (TRAMA_IS_OPEN_DOCUMENT (self) && self->document != NULL, FALSE);
  g_return_val_if_fail (merge != NULL && theirs != NULL, FALSE);

  if (trama_merge_get_mine (merge) != trama_document_get_version (self->document))
    {
      g_set_error_literal (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED,
                           _ ("Something has been changed meanwhile; look at both again."));
      return FALSE;
    }
  name = theirs->place != NULL ? g_file_get_basename (theirs->place) : g_strdup ("–");
  /* Translators: a step that can be undone; a file's name */
  label = g_strdup_printf (_ ("Merge with “%s”"), name);
  transaction = trama_document_begin (self->document);
  trama_merge_apply (merge, transaction);
  if (!trama_document_commit (self->document, transaction, label, error))
    return FALSE;

  same_place
      = self->place != NULL && theirs->place != NULL && g_file_equal (self->place, theirs->place);
  /* A copy elsewhere: our own file is as it was, and what came from the copy is a step like any
   * other. */
  if (!same_place)
    return TRUE;
  joined = trama_store_join (self->file, theirs);
  restart_journal (self, joined, label);
  trama_document_mark_saved (self->document, theirs->version);
  trama_open_document_take_merged (self, joined);
  return TRUE;
}
