/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-application.h"
#include "trama-workspace.h"

G_BEGIN_DECLS

/* A window with one portfolio, or with the start page. */
#define TRAMA_TYPE_MAIN_WINDOW (trama_main_window_get_type ())
G_DECLARE_FINAL_TYPE (TramaMainWindow, trama_main_window, TRAMA, MAIN_WINDOW, AdwApplicationWindow)

TramaMainWindow *trama_main_window_new (TramaApplication *application);
/* Reads the file and shows it; the sample that comes with the program is copied into a new
 * portfolio, so that it is never written over. */
void trama_main_window_open (TramaMainWindow *window, GFile *file);
/* Shows a new portfolio. */
void trama_main_window_show_new (TramaMainWindow *window, TramaVersion *version);
/* Where its portfolio lies; NULL: nowhere yet, or there is none. Borrowed. */
GFile *trama_main_window_get_place (TramaMainWindow *window);
/* There is nothing in it. */
gboolean trama_main_window_is_free (TramaMainWindow *window);
/* NULL while there is no portfolio. Borrowed. */
TramaWorkspace *trama_main_window_get_workspace (TramaMainWindow *window);
/* "dashboard", "programme", "firms", "network", "reports". */
void trama_main_window_show_page (TramaMainWindow *window, const char *name);

G_END_DECLS
