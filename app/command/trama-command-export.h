/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama export FILE --format F [--as-of D] [--filter …] -o OUT */
int trama_command_export (int argc, char **argv);

G_END_DECLS
