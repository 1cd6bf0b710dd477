/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama methods, trama cases: what there is to evaluate with, and to try it on. */
int trama_command_methods (int argc, char **argv);
int trama_command_cases (int argc, char **argv);

/* The known ids in a row, for messages. (transfer full) */
char *trama_command_method_ids (void);
char *trama_command_case_ids (void);

G_END_DECLS
