/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama validate FILE… */
int trama_command_validate (int argc, char **argv);

G_END_DECLS
