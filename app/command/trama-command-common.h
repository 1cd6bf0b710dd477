/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-problem.h"
#include "trama-store-file.h"
#include "trama-version.h"

G_BEGIN_DECLS

/* What several commands need. */

/* Prints "trama: MESSAGE" on stderr. */
void trama_command_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Says what is wrong with the command line and returns TRAMA_EXIT_USAGE. */
int trama_command_misused (const char *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Prints all problems on stderr, or as many as are kept and how many there are more. */
void trama_command_tell_problems (const char *path, const TramaProblems *problems);
/* Whether both names lead to one file, by links too. */
gboolean trama_command_is_same_file (const char *path, const char *other);
/* Saves to @path, which is not replaced unless @force is set. FALSE where it cannot be; then that
 * has been told. */
gboolean trama_command_write (TramaStoreFile *base, TramaVersion *version, const char *path,
                              gboolean force);
/* The same, and what was there is not kept. */
gboolean trama_command_write_and_forget (TramaStoreFile *base, TramaVersion *version,
                                         const char *path, gboolean force);
/* Reads a portfolio; on failure every problem is told on stderr and NULL returned. */
TramaStoreFile *trama_command_read (const char *path);
/* A day from --as-of, today where it is NULL. FALSE, with a message, where it is no day. */
gboolean trama_command_as_of (const char *text, gint32 *day);
/*
 * The programmes asked for: all where @wanted is NULL, else the one with that id or name; unknown
 * and ambiguous names are told on stderr and NULL returned. (transfer container)
 */
GPtrArray *trama_command_programmes (TramaVersion *version, const char *wanted);
/* The same for records of any kind; @option: the option that asked, for the message. */
GPtrArray *trama_command_subjects (TramaVersion *version, TramaKind kind, const char *option,
                                   const char *wanted);
/* Parses @context; FALSE with the exit code where the command is to end. Frees the context. */
gboolean trama_command_parse (GOptionContext *context, int *argc, char ***argv, int *status);

G_END_DECLS
