/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-report.h"

#include <glib/gi18n-lib.h>

#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-report.h"

static char *
list_templates (void)
{
  GPtrArray *templates = trama_report_templates_built_in ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < templates->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            ((TramaReportTemplate *) g_ptr_array_index (templates, i))->id);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
paper_from_name (const char *name, TramaPaper *paper)
{
  if (name == NULL || g_ascii_strcasecmp (name, "a4") == 0)
    *paper = TRAMA_PAPER_A4;
  else if (g_ascii_strcasecmp (name, "letter") == 0)
    *paper = TRAMA_PAPER_LETTER;
  else
    return FALSE;
  return TRUE;
}

static int
write_report (const char *path, TramaReportTemplate *template, const char *wanted, gint32 as_of,
              const TramaReportOptions *options, const char *output)
{
  g_autoptr (TramaStoreFile) file = trama_command_read (path);
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (TramaReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return TRAMA_EXIT_INPUT;
  programmes = trama_command_programmes (file->version, wanted);
  if (programmes == NULL)
    return TRAMA_EXIT_INPUT;
  report = trama_report_new (file->version, template,
                             ((const TramaRecord *) g_ptr_array_index (programmes, 0))->id, as_of,
                             options, NULL, &error);
  if (report == NULL
      || !trama_pages_write_pdf (trama_report_get_pages (report), output, NULL, &error))
    {
      trama_command_complain ("%s: %s", report == NULL ? path : output, error->message);
      return TRAMA_EXIT_INPUT;
    }
  if (trama_report_get_n_masked (report) > 0)
    g_printerr (
        g_dngettext (
            GETTEXT_PACKAGE,
            "trama: %u firm has not agreed to be named to this reader and appears as a number\n",
            "trama: %u firms have not agreed to be named to this reader and appear as numbers\n",
            trama_report_get_n_masked (report)),
        trama_report_get_n_masked (report));
  return TRAMA_EXIT_DONE;
}

int
trama_command_report (int argc, char **argv)
{
  g_autofree char *template_id = NULL;
  g_autofree char *programme = NULL;
  g_autofree char *date = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *audience = NULL;
  g_autofree char *output = NULL;
  TramaReportOptions report_options = { 0 };
  TramaReportTemplate *template;
  int status = TRAMA_EXIT_DONE;
  gint32 as_of;
  const GOptionEntry options[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, &template_id, N_ ("Which report"), N_ ("TEMPLATE") },
    { "programme", 'p', 0, G_OPTION_ARG_STRING, &programme, N_ ("Of this programme, by id or name"),
      N_ ("PROGRAMME") },
    { "as-of", 'a', 0, G_OPTION_ARG_STRING, &date, N_ ("As of this day; today if not given"),
      N_ ("YYYY-MM-DD") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_ ("a4, or letter; a4 if not given"),
      N_ ("PAPER") },
    { "for", 0, 0, G_OPTION_ARG_STRING, &audience,
      N_ ("Who reads it: donor, agency or group; donor if not given. Firms are named as they "
          "agreed"),
      N_ ("READER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to"), N_ ("OUT.pdf") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE"));

  g_option_context_set_summary (context, _ ("Prints a report as PDF."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return trama_command_misused ("report", "%s", _ ("one FILE is needed"));
  template = trama_report_templates_find (template_id);
  if (template == NULL)
    {
      g_autofree char *templates = list_templates ();

      return trama_command_misused ("report", _ ("--template: found “%s”, expected one of: %s"),
                                    template_id != NULL ? template_id : "", templates);
    }
  if (programme == NULL)
    return trama_command_misused ("report", "%s", _ ("--programme: one programme is needed"));
  if (output == NULL || !g_str_has_suffix (output, ".pdf"))
    return trama_command_misused ("report", "%s",
                                  _ ("--output: a name that ends in .pdf is needed"));
  if (!paper_from_name (paper, &report_options.paper))
    return trama_command_misused ("report", _ ("--paper: found “%s”, expected a4 or letter"),
                                  paper);
  if (audience != NULL && !trama_report_audience_from_name (audience, &report_options.audience))
    return trama_command_misused (
        "report", _ ("--for: found “%s”, expected donor, agency or group"), audience);
  if (!trama_command_as_of (date, &as_of))
    return TRAMA_EXIT_USAGE;
  return write_report (argv[1], template, programme, as_of, &report_options, output);
}
