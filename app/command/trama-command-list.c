/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-list.h"

#include <glib/gi18n-lib.h>

#include "trama-case.h"
#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-json-members.h"

static void
add_id (GString *list, const char *id)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", id);
}

char *
trama_command_method_ids (void)
{
  GPtrArray *methods = trama_methods_built_in ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < methods->len; i++)
    add_id (list, ((TramaMethod *) g_ptr_array_index (methods, i))->id);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
trama_command_case_ids (void)
{
  GPtrArray *cases = trama_cases_built_in ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < cases->len; i++)
    add_id (list, ((TramaCase *) g_ptr_array_index (cases, i))->id);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
add_source (JsonBuilder *builder, const TramaSource *source)
{
  json_builder_set_member_name (builder, "source");
  json_builder_begin_object (builder);
  trama_json_add_text (builder, "document", source->document);
  trama_json_add_text (builder, "title", source->title);
  trama_json_add_text (builder, "place", source->place);
  if (source->quote != NULL)
    trama_json_add_text (builder, "quote", source->quote);
  json_builder_end_object (builder);
}

static void
add_method (JsonBuilder *builder, gconstpointer item)
{
  const TramaMethod *method = item;

  json_builder_begin_object (builder);
  trama_json_add_text (builder, "id", method->id);
  trama_json_add_text (builder, "title", method->title);
  trama_json_add_text (builder, "subject", method->subject);
  add_source (builder, &method->source);
  trama_json_add_text (builder, "basis", method->basis);
  trama_json_add_text (builder, "version", method->version);
  trama_json_add_text (builder, "scoring", trama_scoring_id (method->scoring));
  json_builder_end_object (builder);
}

static void
print_method (gconstpointer item)
{
  const TramaMethod *method = item;

  g_print ("%-24s  %-12s  %s (%s)\n", method->id, method->subject,
           trama_method_text (method->title), method->source.document);
}

static void
add_case (JsonBuilder *builder, gconstpointer item)
{
  const TramaCase *a_case = item;

  json_builder_begin_object (builder);
  trama_json_add_text (builder, "id", a_case->id);
  trama_json_add_text (builder, "title", a_case->title);
  trama_json_add_text (builder, "place", a_case->place);
  add_source (builder, &a_case->source);
  trama_json_add_integer (builder, "year", a_case->year);
  json_builder_end_object (builder);
}

static void
print_case (gconstpointer item)
{
  const TramaCase *a_case = item;

  g_print ("%-32s  %d  %s (%s)\n", a_case->id, a_case->year, a_case->title,
           a_case->source.document);
}

static int
print_items (int argc, char **argv, const char *summary, const char *member,
             GPtrArray *(*items) (void), void (*add) (JsonBuilder *, gconstpointer),
             void (*print) (gconstpointer))
{
  gboolean json = FALSE;
  int status = TRAMA_EXIT_DONE;
  const char *verb = argv[0];
  const GOptionEntry options[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc > 1)
    return trama_command_misused (verb, _ ("“%s” is not needed here"), argv[1]);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items ()->len; i++)
    if (json)
      add (builder, g_ptr_array_index (items (), i));
    else
      print (g_ptr_array_index (items (), i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (json)
    {
      text = trama_json_builder_to_text (builder);
      g_print ("%s\n", text);
    }
  return TRAMA_EXIT_DONE;
}

int
trama_command_methods (int argc, char **argv)
{
  return print_items (argc, argv, _ ("Lists the methods of evaluation and where they come from."),
                      "methods", trama_methods_built_in, add_method, print_method);
}

int
trama_command_cases (int argc, char **argv)
{
  return print_items (argc, argv, _ ("Lists the cases of the library and where they come from."),
                      "cases", trama_cases_built_in, add_case, print_case);
}
