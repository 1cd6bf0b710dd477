/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama network FILE [--as-of D] [--filter …] [--without-broker] [--measures M,…] [--json] */
int trama_command_network (int argc, char **argv);

G_END_DECLS
