/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-workspace.h"

G_BEGIN_DECLS

/*
 * What every page of the window is: a navigation page with the window's header bar (its one primary
 * action, the as-of date, undo, redo, print, menu), that is brought up to date whenever document or
 * lens have changed, but only while it is seen.
 *
 * Properties: "workspace", "content" (GtkWidget), "narrow" (boolean): there is room for one column.
 */
#define TRAMA_TYPE_PAGE (trama_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TramaPage, trama_page, TRAMA, PAGE, AdwNavigationPage)

struct _TramaPageClass
{
  AdwNavigationPageClass parent_class;

  /* Shows what is now the case. */
  void (*update) (TramaPage *page);
};

void trama_page_set_workspace (TramaPage *page, TramaWorkspace *workspace);
/* Borrowed; NULL before there is one. */
TramaWorkspace *trama_page_get_workspace (TramaPage *page);
void trama_page_set_content (TramaPage *page, GtkWidget *content);
void trama_page_set_narrow (TramaPage *page, gboolean narrow);
gboolean trama_page_get_narrow (TramaPage *page);
/* The one suggested button. @target is taken (may be floating, or NULL). @label NULL: none. */
void trama_page_set_primary (TramaPage *page, const char *label, const char *action,
                             GVariant *target);
/* Below the title; NULL: nothing. */
void trama_page_set_subtitle (TramaPage *page, const char *subtitle);
/* update() before the next frame if it is seen, or else as soon as it is. */
void trama_page_queue_update (TramaPage *page);

/* Opens the record: a firm or institution on its page, a programme on its own, others in a form. */
void trama_page_open_record (GtkWidget *widget, TramaId id);

G_END_DECLS
