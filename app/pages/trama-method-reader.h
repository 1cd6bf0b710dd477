/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-method.h"

G_BEGIN_DECLS

/* A method to be read: what it is for, where it comes from, its rows with their levels, its types
 * with what they expect and what the document says of them. (transfer floating) */
AdwDialog *trama_method_reader_new (const TramaMethod *method);

/* A row that only says something; shared by what is read and never edited. (transfer floating) */
GtkWidget *trama_reader_row (const char *title, const char *subtitle);
/* A group with such rows. @description may be NULL. (transfer floating) */
GtkWidget *trama_reader_group (const char *title, const char *description);
/* A dialog around a page of such groups. (transfer floating) */
AdwDialog *trama_reader_dialog (const char *title, GtkWidget *page);

G_END_DECLS
