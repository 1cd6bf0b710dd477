/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama chart FILE --chart C --programme P [--as-of DATE] -o OUT.{svg,png,pdf} */
int trama_command_chart (int argc, char **argv);

G_END_DECLS
