/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-method-reader.h"

#include <glib/gi18n-lib.h>

#include "trama-evaluation.h"

GtkWidget *
trama_reader_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

GtkWidget *
trama_reader_group (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (title, -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
    }
  if (description != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (description, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
    }
  return group;
}

AdwDialog *
trama_reader_dialog (const char *title, GtkWidget *page)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), page);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 700);
  adw_dialog_set_child (dialog, toolbar);
  return dialog;
}

static void
add_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
add_source (GString *text, const TramaSource *source)
{
  g_autofree char *prose = trama_source_to_prose (source);

  add_line (text, prose);
  if (source->quote != NULL)
    {
      g_autofree char *quote = g_strdup_printf ("“%s”", source->quote);

      add_line (text, quote);
    }
}

static void
add_criteria (GtkWidget *page, const TramaMethod *method)
{
  GtkWidget *group = trama_reader_group (_ ("What is asked"), NULL);

  for (guint i = 0; i < method->criteria->len; i++)
    {
      const TramaCriterion *criterion = method->criteria->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      add_line (text, trama_method_text (criterion->text));
      for (guint k = 0; criterion->rubric != NULL && k < criterion->rubric->len; k++)
        {
          const TramaLevelAnchor *anchor = criterion->rubric->pdata[k];
          g_autofree char *line
              = g_strdup_printf ("%d  %s", anchor->level, trama_method_text (anchor->anchor));

          add_line (text, line);
        }
      add_source (text, &criterion->source);
      adw_preferences_group_add (
          ADW_PREFERENCES_GROUP (group),
          trama_reader_row (trama_method_text (criterion->title), text->str));
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static void
add_outcome (GtkWidget *page, const TramaOutcomeType *type)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *group;

  add_line (text, trama_method_text (type->text));
  for (guint i = 0; type->cells != NULL && i < type->cells->len; i++)
    {
      const TramaProfileCell *cell = type->cells->pdata[i];
      g_autofree char *prose = trama_profile_cell_to_prose (cell);

      g_string_append_printf (text, "%s%s %s",
                              i > 0           ? ", "
                              : text->len > 0 ? "\n"
                                              : "",
                              trama_method_text (cell->criterion->title), prose);
    }
  add_source (text, &type->source);
  group = trama_reader_group (trama_method_text (type->title), text->str);
  for (guint i = 0; type->advice != NULL && i < type->advice->len; i++)
    {
      const TramaAdvice *advice = type->advice->pdata[i];

      adw_preferences_group_add (
          ADW_PREFERENCES_GROUP (group),
          trama_reader_row (trama_method_text (advice->title), trama_method_text (advice->text)));
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

AdwDialog *
trama_method_reader_new (const TramaMethod *method)
{
  GtkWidget *page = adw_preferences_page_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *basis = g_strdup_printf (_ ("Basis: %s. Version %s."),
                                            trama_method_text (method->basis), method->version);

  add_line (text, trama_method_text (method->text));
  add_source (text, &method->source);
  add_line (text, basis);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (trama_reader_group (NULL, text->str)));
  add_criteria (page, method);
  for (guint i = 0; i < method->outcomes->len; i++)
    add_outcome (page, method->outcomes->pdata[i]);
  return trama_reader_dialog (trama_method_text (method->title), page);
}
