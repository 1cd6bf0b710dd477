/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A main window with the sample in it, for tests that run inside the process. */
#pragma once

#include "trama-main-window.h"

static inline void
settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

/* Until @question is TRUE; the test fails where it does not become so. */
typedef gboolean (*Question) (gpointer data);

static inline void
wait_until (const char *what, Question question, gpointer data)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!question (data))
    {
      g_main_context_iteration (NULL, FALSE);
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain: %s", what);
    }
}

static inline TramaApplication *
new_application (void)
{
  TramaApplication *application = trama_application_new ();

  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return application;
}

static inline gboolean
has_workspace (gpointer window)
{
  return trama_main_window_get_workspace (window) != NULL;
}

static inline TramaMainWindow *
open_sample (TramaApplication *application, int width, int height)
{
  TramaMainWindow *window = trama_main_window_new (application);
  g_autoptr (GFile) sample = trama_application_get_sample ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  trama_main_window_open (window, sample);
  wait_until ("the sample", has_workspace, window);
  return window;
}

/* The first widget below @root for which @match is TRUE; NULL: there is none. */
typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static inline GtkWidget *
find_widget (GtkWidget *root, Match match, gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}
