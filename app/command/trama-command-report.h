/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama report FILE --template T --programme P [--as-of DATE] -o OUT.pdf */
int trama_command_report (int argc, char **argv);

G_END_DECLS
