/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-scene.h"

G_BEGIN_DECLS

/* The figures of a chart as a table, under its sentence. */
AdwDialog *trama_table_dialog_new (const char *title, TramaScene *scene);

G_END_DECLS
