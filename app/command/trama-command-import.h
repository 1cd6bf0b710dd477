/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* trama import FILE… (-o OUT.trama | --into PORTFOLIO | --dry-run) [--map MAP] … */
int trama_command_import (int argc, char **argv);

G_END_DECLS
