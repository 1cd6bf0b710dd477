/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAMA_APPLICATION_ID "io.github.tramaproductiva.Trama"

/* The program with its windows, one for each portfolio. */
#define TRAMA_TYPE_APPLICATION (trama_application_get_type ())
G_DECLARE_FINAL_TYPE (TramaApplication, trama_application, TRAMA, APPLICATION, AdwApplication)

TramaApplication *trama_application_new (void);
GSettings *trama_application_get_settings (TramaApplication *application);
/* The worked sample that comes with the program. (transfer full) */
GFile *trama_application_get_sample (void);

G_END_DECLS
