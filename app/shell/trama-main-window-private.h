/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-open-document.h"
#include "trama-page.h"
#include "trama-main-window.h"

G_BEGIN_DECLS

/* The files trama-main-window-*.c share this: file (opening, saving, closing), pages (the sidebar and what
 * it leads to), records (adding, editing, undoing). */
struct _TramaMainWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *toasts;
  GtkWidget *stack;
  GtkWidget *start;
  GtkWidget *loading_status;
  GtkWidget *progress;
  GtkWidget *error_status;
  GtkWidget *error_list;
  GtkWidget *sound; /* offers what can be read of a damaged file */
  GtkWidget *banner;
  GtkWidget *split;
  GtkWidget *sidebar_page;
  GtkWidget *sidebar_title;
  GtkWidget *sidebar;
  AdwBreakpoint *narrow;

  TramaOpenDocument *open;
  GCancellable *loading;
  gboolean sample; /* is being loaded to be copied */
  gboolean closing; /* asked and answered */
  const char *banner_for;
  TramaWorkspace *workspace;
  GHashTable *pages; /* name → AdwNavigationPage */
  const char *page; /* the one shown; NULL: none */
  gboolean programmes_folded;
  AdwToast *toast;
};

/* Takes @open over as what the window shows. */
void trama_main_window_take_document (TramaMainWindow *window, TramaOpenDocument *open);
void trama_main_window_say (TramaMainWindow *window, const char *message);
/* All actions' sensitivity, and the titles. */
void trama_main_window_update_state (TramaMainWindow *window);

void trama_main_window_class_init_file (GtkWidgetClass *class);
/* TRUE: it must not close yet. */
gboolean trama_main_window_ask_before_closing (TramaMainWindow *window);

void trama_main_window_class_init_pages (GtkWidgetClass *class);
void trama_main_window_fill_sidebar (TramaMainWindow *window);
void trama_main_window_drop_pages (TramaMainWindow *window);
void trama_main_window_sidebar_activated (TramaMainWindow *window, GtkListBoxRow *row);

void trama_main_window_class_init_records (GtkWidgetClass *class);
void trama_main_window_connect_workspace (TramaMainWindow *window);

G_END_DECLS
