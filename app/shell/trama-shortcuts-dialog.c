/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *group;  /* a heading before it, or NULL */
  const char *title;
  const char *action; /* NULL: only shown, a widget answers to it */
  const char *keys[3];
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("Portfolio"), N_ ("New portfolio"), "win.new", { "<Control>n" } },
  { NULL, N_ ("Open"), "win.open", { "<Control>o" } },
  { NULL, N_ ("Save"), "win.save", { "<Control>s" } },
  { NULL, N_ ("Save as"), "win.save-as", { "<Control><Shift>s" } },
  { NULL, N_ ("Print"), "win.print", { "<Control>p" } },
  { NULL, N_ ("Close the window"), "window.close", { "<Control>w" } },
  { NULL, N_ ("Quit"), "app.quit", { "<Control>q" } },
  { N_ ("Editing"), N_ ("Undo"), "win.undo", { "<Control>z" } },
  { NULL, N_ ("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { NULL, N_ ("Log an activity"), "win.add-record::activity", { "<Control>l" } },
  { NULL, N_ ("Add a ledger entry"), "win.add-record::ledger-entry", { "<Control>e" } },
  { NULL, N_ ("Close a month"), "win.close-month", { "<Control>m" } },
  { NULL, N_ ("History"), "win.history", { "<Control>h" } },
  { N_ ("Going about"), N_ ("Dashboard"), "win.show-page::dashboard", { "<Alt>1" } },
  { NULL, N_ ("Programme"), "win.show-page::programme", { "<Alt>2" } },
  { NULL, N_ ("Next programme"), "win.next-programme", { "<Alt>Down" } },
  { NULL, N_ ("Previous programme"), "win.previous-programme", { "<Alt>Up" } },
  { NULL, N_ ("Firms and institutions"), "win.show-page::firms", { "<Alt>3" } },
  { NULL, N_ ("Network"), "win.show-page::network", { "<Alt>4" } },
  { NULL, N_ ("Cluster"), "win.show-page::cluster", { "<Alt>5" } },
  { NULL, N_ ("Reports"), "win.show-page::reports", { "<Alt>6" } },
  { NULL, N_ ("Methods and cases"), "win.show-page::library", { "<Alt>7" } },
  { NULL, N_ ("A month earlier"), "win.month-earlier", { "<Alt>Page_Up" } },
  { NULL, N_ ("A month later"), "win.month-later", { "<Alt>Page_Down" } },
  { NULL, N_ ("Search"), "win.search", { "<Control>f" } },
  { NULL, N_ ("Keyboard shortcuts"), "app.shortcuts", { "<Control>question" } },
  { N_ ("In a chart"), N_ ("Go from mark to mark"), NULL, { "Left", "Right" } },
  { NULL, N_ ("Open what the mark stands for"), NULL, { "Return" } },
  { NULL, N_ ("Magnify, and back"), NULL, { "plus", "minus", "0" } },
  { NULL, N_ ("Move what is magnified"), NULL, { "<Control>Left", "<Control>Right" } },
  { NULL, N_ ("Menu, with the table of its figures"), NULL, { "<Shift>F10" } },
};

void
trama_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *keys[4] = { shortcuts[i].keys[0], shortcuts[i].keys[1], shortcuts[i].keys[2] };

      if (shortcuts[i].action != NULL)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, keys);
    }
}

static GtkWidget *
make_keys (const Shortcut *shortcut)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (shortcut->keys) && shortcut->keys[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *text = NULL;
      GtkWidget *label;

      gtk_accelerator_parse (shortcut->keys[i], &key, &modifiers);
      text = gtk_accelerator_get_label (key, modifiers);
      label = gtk_label_new (text);
      gtk_widget_add_css_class (label, "keycap");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

AdwDialog *
trama_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      if (shortcuts[i].group != NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           g_dgettext (GETTEXT_PACKAGE, shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     g_dgettext (GETTEXT_PACKAGE, shortcuts[i].title));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (&shortcuts[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), page);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, toolbar);
  return dialog;
}
