/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama evaluate FILE [--method M] [--programme P] [--as-of DATE] [--json] */
int trama_command_evaluate (int argc, char **argv);

G_END_DECLS
