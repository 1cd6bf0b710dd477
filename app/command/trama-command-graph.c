/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-graph.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-command-common.h"
#include "trama-command.h"
#include "trama-independence.h"

void
trama_command_graph_clear (TramaCommandGraph *request)
{
  g_clear_pointer (&request->programme, g_free);
  g_clear_pointer (&request->cluster, g_free);
  g_clear_pointer (&request->date, g_free);
  g_clear_pointer (&request->between, g_free);
  g_clear_pointer (&request->filters, g_strfreev);
  g_clear_pointer (&request->ego, g_free);
  g_clear_pointer (&request->audience, g_free);
}

void
trama_command_network_clear (TramaCommandNetwork *network)
{
  g_clear_pointer (&network->graph, trama_graph_unref);
  g_clear_pointer (&network->filter, trama_network_filter_free);
  g_clear_pointer (&network->version, trama_version_unref);
  g_clear_pointer (&network->mask, trama_report_mask_free);
}

void
trama_command_graph_add_options (TramaCommandGraph *request, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "programme", 'p', 0, G_OPTION_ARG_STRING, &request->programme,
      N_ ("Of this programme’s members and all tied to them, by id or name"), N_ ("PROGRAMME") },
    { "cluster", 0, 0, G_OPTION_ARG_STRING, &request->cluster,
      N_ ("Of this cluster’s firms and institutions and all tied to them"), N_ ("CLUSTER") },
    { "as-of", 'a', 0, G_OPTION_ARG_STRING, &request->date,
      N_ ("As of this day; today if not given"), N_ ("YYYY-MM-DD") },
    { "between", 0, 0, G_OPTION_ARG_STRING, &request->between,
      N_ ("As of the second day, with what is new, kept and lost since the first"),
      N_ ("DAY,DAY") },
    { "filter", 'f', 0, G_OPTION_ARG_STRING_ARRAY, &request->filters,
      N_ ("Only a part, such as “kind=supply,sales; tier=leading”"), N_ ("FILTER") },
    { "ego", 0, 0, G_OPTION_ARG_STRING, &request->ego,
      N_ ("Only this one and those near, by id or name"), N_ ("WHO") },
    { "distance", 0, 0, G_OPTION_ARG_INT, &request->distance,
      N_ ("With --ego: how many steps away; 1 if not given"), N_ ("N") },
    { "without-broker", 0, 0, G_OPTION_ARG_NONE, &request->without_broker,
      N_ ("As it would be without the broker"), NULL },
    { "without-largest-owner-group", 0, 0, G_OPTION_ARG_NONE, &request->without_largest_owner,
      N_ ("As it would be without the largest owner group"), NULL },
    { "for", 0, 0, G_OPTION_ARG_STRING, &request->audience,
      N_ ("Who reads it: donor, agency or group; firms are named as they agreed. If not given: "
          "whoever keeps the portfolio, who sees all"),
      N_ ("READER") },
    G_OPTION_ENTRY_NULL,
  };

  request->distance = -1;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
read_between (const char *text, gint32 *from, gint32 *to)
{
  g_auto (GStrv) days = g_strsplit (text, ",", -1);

  if (g_strv_length (days) == 2 && trama_day_parse (g_strstrip (days[0]), from)
      && trama_day_parse (g_strstrip (days[1]), to) && *from < *to)
    return TRUE;
  trama_command_complain (
      _ ("--between: found “%s”, expected two days such as 2025-06-30,2026-06-30"), text);
  return FALSE;
}

/* The one cluster of that id or name; none, with a message, where there is no such one. */
static TramaId
find_cluster (TramaVersion *version, const char *wanted)
{
  g_autoptr (TramaNetworkFilter) filter = trama_network_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("cluster=%s", wanted);

  if (strchr (wanted, ';') == NULL && trama_network_filter_parse (filter, version, text, &error)
      && filter->clusters->len == 1)
    return g_array_index (filter->clusters, TramaId, 0);
  trama_command_complain ("--cluster: %s", error != NULL ? error->message : wanted);
  return TRAMA_ID_NONE;
}

static int
read_options (const TramaCommandGraph *request, const char *verb, TramaVersion *version,
              TramaGraphOptions *options)
{
  TramaId subject = TRAMA_ID_NONE;
  TramaGraphScope scope = TRAMA_GRAPH_ALL;
  gint32 as_of, from = 0;

  if (request->programme != NULL && request->cluster != NULL)
    return trama_command_misused (verb, "%s", _ ("either --programme or --cluster, not both"));
  if (request->date != NULL && request->between != NULL)
    return trama_command_misused (verb, "%s", _ ("either --as-of or --between, not both"));
  if (request->between != NULL ? !read_between (request->between, &from, &as_of)
                               : !trama_command_as_of (request->date, &as_of))
    return TRAMA_EXIT_USAGE;
  if (request->programme != NULL)
    {
      g_autoptr (GPtrArray) programmes = trama_command_programmes (version, request->programme);

      if (programmes == NULL)
        return TRAMA_EXIT_INPUT;
      scope = TRAMA_GRAPH_PROGRAMME;
      subject = ((const TramaRecord *) g_ptr_array_index (programmes, 0))->id;
    }
  else if (request->cluster != NULL)
    {
      scope = TRAMA_GRAPH_CLUSTER;
      subject = find_cluster (version, request->cluster);
      if (trama_id_is_none (subject))
        return TRAMA_EXIT_INPUT;
    }
  trama_graph_options_init (options, scope, subject, as_of);
  options->compare = request->between != NULL;
  options->compare_to = from;
  options->without_broker = request->without_broker;
  options->all_dates = request->all_dates;
  return TRAMA_EXIT_DONE;
}

static int
read_filter (const TramaCommandGraph *request, const char *verb, TramaVersion *version,
             TramaNetworkFilter *filter)
{
  g_autoptr (GError) error = NULL;

  for (char **text = request->filters; text != NULL && *text != NULL; text++)
    if (!trama_network_filter_parse (filter, version, *text, &error))
      return trama_command_misused (verb, "--filter: %s", error->message);
  if (request->ego != NULL)
    filter->ego = trama_network_filter_find_node (version, request->ego, &error);
  if (error != NULL)
    {
      trama_command_complain ("--%s", error->message);
      return TRAMA_EXIT_INPUT;
    }
  if (request->distance >= 0)
    filter->distance = (guint) request->distance;
  if (request->distance >= 0 && trama_id_is_none (filter->ego))
    return trama_command_misused (verb, "%s", _ ("--distance goes with --ego"));
  return TRAMA_EXIT_DONE;
}

/* As the reader may see it; FALSE where there is no such reader. */
static gboolean
mask_version (const TramaCommandGraph *request, TramaId programme, TramaCommandNetwork *network)
{
  TramaReportAudience audience;

  if (request->audience == NULL)
    return TRUE;
  if (!trama_report_audience_from_name (request->audience, &audience))
    return FALSE;
  network->mask = trama_report_mask_new (network->version, programme, audience, NULL);
  trama_version_unref (network->version);
  network->version = trama_version_ref (network->mask->version);
  network->n_masked = network->mask->masked->len;
  return TRUE;
}

int
trama_command_graph_make (const TramaCommandGraph *request, const char *verb, TramaVersion *version,
                          TramaCommandNetwork *network)
{
  TramaGraphOptions options;
  g_autoptr (TramaGraph) all = NULL;
  int status;

  *network = (TramaCommandNetwork) { .version = trama_version_ref (version),
                                     .filter = trama_network_filter_new () };
  if ((status = read_options (request, verb, version, &options)) != TRAMA_EXIT_DONE
      || (status = read_filter (request, verb, version, network->filter)) != TRAMA_EXIT_DONE)
    return status;
  if (!mask_version (request,
                     options.scope == TRAMA_GRAPH_PROGRAMME ? options.subject : TRAMA_ID_NONE,
                     network))
    return trama_command_misused (verb, _ ("--for: found “%s”, expected donor, agency or group"),
                                  request->audience);
  all = trama_graph_new (network->version, &options);
  if (request->without_largest_owner)
    {
      g_autoptr (TramaGraph) with = g_steal_pointer (&all);

      network->owner = trama_graph_largest_owner (with, &network->owner_firms);
      all = trama_graph_new_switched (with, options.without_broker, network->owner);
    }
  network->graph = trama_network_filter_apply (network->filter, all);
  return TRAMA_EXIT_DONE;
}
