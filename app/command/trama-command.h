/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command exits with. */
#define TRAMA_EXIT_DONE 0
#define TRAMA_EXIT_INPUT 1 /* the input is at fault; the message says where */
#define TRAMA_EXIT_USAGE 2 /* the command line is at fault */
#define TRAMA_EXIT_CLASH 3 /* a merge is done but for clashes, which are listed */

/*
 * Runs a command that needs no display. TRUE where @argv named one (or --help, --version), with
 * its exit code in @status; FALSE where the window is wanted.
 */
gboolean trama_command_run (int argc, char **argv, int *status);

G_END_DECLS
