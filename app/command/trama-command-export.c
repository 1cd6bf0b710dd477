/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-export.h"

#include <glib/gi18n-lib.h>

#include "trama-command-common.h"
#include "trama-command-graph.h"
#include "trama-command.h"
#include "trama-network-export.h"
#include "trama-network-figure.h"

#define ASPECT 1.0

static char *
list_formats (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < TRAMA_N_NETWORK_FORMATS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            trama_network_format_id ((TramaNetworkFormat) i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
has_places (TramaNetworkFormat format)
{
  return format == TRAMA_NETWORK_FORMAT_GEXF || format == TRAMA_NETWORK_FORMAT_PAJEK;
}

static TramaNetworkData *
make_data (const TramaCommandNetwork *network, TramaNetworkFormat format)
{
  const TramaGraphOptions *asked = trama_graph_options (network->graph);
  g_autofree char *name = asked->scope != TRAMA_GRAPH_ALL
                              ? trama_version_describe_id (network->version, asked->subject)
                              : NULL;
  const TramaPortfolio *portfolio = trama_version_portfolio (network->version);
  g_autoptr (TramaLayout) layout = NULL;
  TramaNetworkExportOptions options = {
    .for_reader = network->mask != NULL,
    .left_out = network->mask != NULL ? network->mask->set : NULL,
    .unique_labels = format == TRAMA_NETWORK_FORMAT_DL || format == TRAMA_NETWORK_FORMAT_MATRIX_CSV,
  };

  /* A hub is known by where it stands. */
  if (has_places (format) && network->n_masked == 0)
    layout = trama_network_figure_make_layout (network->version, asked->scope, asked->subject,
                                               ASPECT, NULL);
  options.layout = layout;
  return trama_network_export_new (network->graph,
                                   name != NULL        ? name
                                   : portfolio != NULL ? portfolio->title
                                                       : NULL,
                                   &options);
}

static int
write_file (const TramaCommandNetwork *network, TramaNetworkFormat format, const char *output)
{
  g_autoptr (TramaNetworkData) data = make_data (network, format);
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;

  if (!trama_network_data_fits (data, format))
    {
      trama_command_complain (_ ("%s: a matrix holds at most %u, and the network has %u"), output,
                              TRAMA_NETWORK_MATRIX_MAX, data->n_nodes);
      return TRAMA_EXIT_INPUT;
    }
  text = trama_network_data_write (data, format);
  if (!g_file_set_contents (output, text->str, (gssize) text->len, &error))
    {
      trama_command_complain ("%s", error->message);
      return TRAMA_EXIT_INPUT;
    }
  if (network->n_masked > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE,
                             "trama: %u firm has not agreed to be named to this reader and is "
                             "left out\n",
                             "trama: %u firms have not agreed to be named to this reader and are "
                             "left out\n",
                             network->n_masked),
                network->n_masked);
  g_print (_ ("Written: %s, %u nodes and %u ties\n"), output, data->n_nodes, data->n_ties);
  return TRAMA_EXIT_DONE;
}

int
trama_command_export (int argc, char **argv)
{
  g_auto (TramaCommandGraph) request = { 0 };
  g_auto (TramaCommandNetwork) network = { 0 };
  g_autoptr (TramaStoreFile) file = NULL;
  g_autofree char *format_id = NULL;
  g_autofree char *output = NULL;
  g_autofree char *formats = list_formats ();
  int status = TRAMA_EXIT_DONE;
  TramaNetworkFormat format;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_id,
      N_ ("graphml, gexf, pajek, dl, edges-csv, nodes-csv or matrix-csv; by the end of OUT’s "
          "name if not given"),
      N_ ("FORMAT") },
    { "all-dates", 0, 0, G_OPTION_ARG_NONE, &request.all_dates,
      N_ ("Everybody and every tie there ever was, with its dates"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to"), N_ ("OUT") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE"));

  g_option_context_set_summary (
      context, _ ("Writes who works with whom, as of a date, for other programs of networks."));
  trama_command_graph_add_options (&request, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return trama_command_misused ("export", "%s", _ ("one FILE is needed"));
  if (output == NULL)
    return trama_command_misused ("export", "%s", _ ("-o OUT is needed"));
  format = format_id != NULL ? trama_network_format_from_id (format_id)
                             : trama_network_format_from_name (output);
  if (format == TRAMA_N_NETWORK_FORMATS)
    return trama_command_misused ("export", _ ("--format: found “%s”, expected one of: %s"),
                                  format_id != NULL ? format_id : "", formats);
  if (request.all_dates && (request.date != NULL || request.between != NULL))
    return trama_command_misused ("export", "%s",
                                  _ ("--all-dates goes with neither --as-of nor --between"));
  file = trama_command_read (argv[1]);
  if (file == NULL)
    return TRAMA_EXIT_INPUT;
  status = trama_command_graph_make (&request, "export", file->version, &network);
  return status == TRAMA_EXIT_DONE ? write_file (&network, format, output) : status;
}
