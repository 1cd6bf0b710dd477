/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-journal.h"
#include "trama-open-document.h"

G_BEGIN_DECLS

typedef enum
{
  PROP_DOCUMENT = 1,
  PROP_PLACE,
  PROP_TITLE,
  PROP_LOADING,
  PROP_SAVING,
  PROP_PROGRESS,
  PROP_LOAD_ERROR,
  PROP_SAVE_ERROR,
  PROP_WARNING,
  PROP_JOURNAL_ERROR,
  PROP_READ_ONLY,
  PROP_DAMAGED,
  PROP_CHANGED_OUTSIDE,
  PROP_RECOVERY,
  PROP_RECOVERY_STATE,
  N_PROPERTIES
} TramaOpenDocumentProperty;

struct _TramaOpenDocument
{
  GObject parent_instance;

  TramaDocument *document;
  TramaStoreFile *file; /* as it was last read or written */
  TramaJournal *journal;
  TramaHistory *session; /* the steps since it was opened */
  guint kept_steps;      /* how many of them are in the history's file */
  TramaHistory *history; /* all, once asked for; NULL before */
  GFile *place;
  char *author;

  gboolean loading;
  gboolean saving;
  int thousandths; /* progress; set from the thread that reads */
  guint progress_timer;
  GError *load_error;
  GError *save_error;
  GError *journal_error;
  char *warning;
  TramaProblems *problems;
  gboolean read_only;
  gboolean damaged;
  GPtrArray *recoveries; /* TramaRecovery, the one to be offered first */

  GFileMonitor *monitor;
  guint check_timer;
  gboolean changed_outside;
};

void trama_open_document_notify (TramaOpenDocument *self, TramaOpenDocumentProperty property);
/* Take what is given; notify. */
void trama_open_document_take_error (TramaOpenDocument *self, TramaOpenDocumentProperty property,
                                     GError *error);
void trama_open_document_take_warning (TramaOpenDocument *self, char *warning);
void trama_open_document_set_flag (TramaOpenDocument *self, TramaOpenDocumentProperty property,
                                   gboolean value);
/* Takes what is in the file and starts on it: a new document, journal and watch. */
void trama_open_document_take_file (TramaOpenDocument *self, TramaStoreFile *file);
/* The file has been saved as @file (taken); the document stays. */
void trama_open_document_take_saved (TramaOpenDocument *self, TramaStoreFile *file);
/* What is in the file has been merged into the document; @file is taken. */
void trama_open_document_take_merged (TramaOpenDocument *self, TramaStoreFile *file);
/* @recoveries is taken; NULL: none. */
void trama_open_document_take_recoveries (TramaOpenDocument *self, GPtrArray *recoveries);

/* The history: a step was made; the first @steps of this session are in the file; begin anew. */
void trama_open_document_note_step (TramaOpenDocument *self, TramaChangeSet *set,
                                    gboolean backwards);
void trama_open_document_keep_history (TramaOpenDocument *self, guint steps);
void trama_open_document_restart_history (TramaOpenDocument *self);

/* Begins to look for changes made to the file by others. */
void trama_open_document_watch (TramaOpenDocument *self);
void trama_open_document_unwatch (TramaOpenDocument *self);
/* Whether the file, or a file in its folder, cannot be written. */
gboolean trama_open_document_place_is_read_only (GFile *place);

G_END_DECLS
