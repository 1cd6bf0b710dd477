/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama erase FILE ID -o OUT; returns an exit code. */
int trama_command_erase (int argc, char **argv);

G_END_DECLS
