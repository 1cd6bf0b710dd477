/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-command-network.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "trama-command-common.h"
#include "trama-command-graph.h"
#include "trama-command.h"
#include "trama-network-json.h"
#include "trama-network-measures.h"

#define TITLE_WIDTH 34

typedef struct
{
  const TramaNetworkMeasure *measure;
  TramaGrouping grouping;
} Wanted;

static void
print_ids (void)
{
  g_printerr ("%s", _ ("There are:"));
  for (guint i = 0; i < trama_network_measure_count (); i++)
    g_printerr (" %s%s", trama_network_measure_get (i)->id,
                trama_network_measure_get (i)->grouped ? "[:BY]" : "");
  g_printerr ("\n%s", _ ("BY is one of:"));
  for (guint i = 1; i < TRAMA_N_GROUPINGS; i++)
    g_printerr (" %s", trama_grouping_id ((TramaGrouping) i));
  g_printerr ("\n");
}

/* NULL with a message where one is not known; of nothing asked for: all. */
static GArray *
read_measures (const char *text)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; text == NULL && i < trama_network_measure_count (); i++)
    g_array_append_vals (wanted, &(Wanted) { trama_network_measure_get (i), TRAMA_GROUPING_NONE },
                         1);
  for (char **name = names; *name != NULL; name++)
    {
      Wanted found = { 0 };

      if (*g_strstrip (*name) == '\0')
        continue;
      found.measure = trama_network_measure_find (*name, &found.grouping);
      if (found.measure == NULL)
        {
          trama_command_misused ("network", _ ("--measures: “%s” is none"), *name);
          print_ids ();
          return NULL;
        }
      g_array_append_val (wanted, found);
    }
  return g_steal_pointer (&wanted);
}

static char *
format_value (const TramaNetworkReading *reading)
{
  double value = reading->value;

  if (isnan (value))
    return g_strdup ("–");
  if (reading->measure->unit == TRAMA_NETWORK_UNIT_SHARE)
    return g_strdup_printf ("%.1f%%", 100 * value);
  if (value == floor (value) && reading->measure->unit != TRAMA_NETWORK_UNIT_INDEX)
    return g_strdup_printf ("%.0f", value);
  return g_strdup_printf ("%.3f", value);
}

static void
print_reading (const TramaNetworkReading *reading)
{
  const char *title = g_dgettext (GETTEXT_PACKAGE, reading->measure->title);
  g_autofree char *grouped
      = reading->grouping != TRAMA_GROUPING_NONE
            /* Translators: a figure's name, and what groups are by */
            ? g_strdup_printf (_ ("%s, by %s"), title, trama_grouping_label (reading->grouping))
            : g_strdup (title);
  g_autofree char *value = format_value (reading);
  int missing = TITLE_WIDTH - (int) g_utf8_strlen (grouped, -1);
  int before = 9 - (int) g_utf8_strlen (value, -1);

  g_print ("  %s%*s%*s%s", grouped, MAX (missing, 0), "", MAX (before, 1), "", value);
  g_print ("%s%s\n", reading->sentence != NULL ? "  " : "",
           reading->sentence != NULL ? reading->sentence : "");
}

static void
print_change (const TramaGraph *graph)
{
  const TramaGraphOptions *options = trama_graph_options (graph);
  TramaTieCounts counts;
  g_autofree char *since = NULL;

  if (!options->compare)
    return;
  trama_network_count_ties (graph, TRAMA_TIES_ALL, &counts);
  since = trama_date_to_prose (trama_date_from_day (options->compare_to));
  g_print (_ ("\nTies since %s: %u new, %u kept, %u lost\n"), since, counts.added, counts.kept,
           counts.lost);
  for (guint kind = 0; kind < TRAMA_GRAPH_N_TIE_KINDS; kind++)
    if (counts.added_by_kind[kind] + counts.kept_by_kind[kind] + counts.lost_by_kind[kind] > 0)
      {
        const char *label
            = kind != 0 ? trama_linkage_kind_label ((TramaLinkageKind) kind) : _ ("Kind not known");

        g_print ("  %s%*s%6u%6u%6u\n", label, MAX (24 - (int) g_utf8_strlen (label, -1), 1), "",
                 counts.added_by_kind[kind], counts.kept_by_kind[kind], counts.lost_by_kind[kind]);
      }
}

static void
print_introductions (const TramaCommandNetwork *network, const TramaNetworkReading *reading)
{
  if (reading->introductions->len == 0 || network->n_masked > 0)
    return;
  g_print ("\n%s\n", g_dgettext (GETTEXT_PACKAGE, reading->measure->title));
  for (guint i = 0; i < reading->introductions->len; i++)
    {
      const TramaIntroduction *found
          = &g_array_index (reading->introductions, TramaIntroduction, i);
      g_autofree char *a = trama_version_describe_id (network->version, found->a);
      g_autofree char *b = trama_version_describe_id (network->version, found->b);

      g_print (g_dngettext (GETTEXT_PACKAGE, "  %s and %s: %u partner in common\n",
                            "  %s and %s: %u partners in common\n", found->shared),
               a, b, found->shared);
    }
}

static void
print_text (const TramaCommandNetwork *network, const GPtrArray *readings)
{
  const TramaGraphOptions *options = trama_graph_options (network->graph);
  g_autofree char *day = trama_date_to_prose (trama_date_from_day (options->as_of));
  g_autofree char *sentence = trama_network_filter_to_prose (network->filter, network->version);

  if (options->scope != TRAMA_GRAPH_ALL)
    {
      g_autofree char *name = trama_version_describe_id (network->version, options->subject);

      g_print (_ ("The network of %s, as of %s\n"), name, day);
    }
  else
    g_print (_ ("The network, as of %s\n"), day);
  if (sentence != NULL)
    g_print ("%s\n", sentence);
  if (options->without_broker)
    g_print ("%s\n", _ ("Without the manager, agency staff and the ties that are only theirs."));
  if (!trama_id_is_none (network->owner))
    g_print (g_dngettext (GETTEXT_PACKAGE, "Without the largest owner group, %u firm.\n",
                          "Without the largest owner group, %u firms.\n", network->owner_firms),
             network->owner_firms);
  g_print ("\n");
  for (guint i = 0; i < readings->len; i++)
    print_reading (g_ptr_array_index (readings, i));
  for (guint i = 0; i < readings->len; i++)
    print_introductions (network, g_ptr_array_index (readings, i));
  print_change (network->graph);
}

static int
measure (const TramaCommandNetwork *network, const GArray *wanted, gboolean json)
{
  g_autoptr (TramaNetworkView) view = trama_network_view_new (network->graph, NULL);
  g_autoptr (GPtrArray) readings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_network_reading_free);

  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);
      g_autoptr (GError) error = NULL;
      TramaNetworkReading *reading
          = trama_network_reading_new (view, one->measure, one->grouping, &error);

      if (reading == NULL)
        {
          trama_command_complain ("%s: %s", one->measure->id, error->message);
          return TRAMA_EXIT_INPUT;
        }
      g_ptr_array_add (readings, reading);
    }
  if (json)
    {
      g_autofree char *text = trama_network_to_json (network, view, readings);

      g_print ("%s\n", text);
    }
  else
    print_text (network, readings);
  return TRAMA_EXIT_DONE;
}

int
trama_command_network (int argc, char **argv)
{
  g_auto (TramaCommandGraph) request = { 0 };
  g_auto (TramaCommandNetwork) network = { 0 };
  g_autoptr (TramaStoreFile) file = NULL;
  g_autoptr (GArray) wanted = NULL;
  g_autofree char *measures = NULL;
  gboolean json = FALSE;
  int status = TRAMA_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "measures", 'm', 0, G_OPTION_ARG_STRING, &measures,
      N_ ("Which figures, such as density,e-i:programme; all if not given"), N_ ("M,…") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("FILE"));

  g_option_context_set_summary (
      context, _ ("Measures who works with whom, as of a date, with and without the manager."));
  g_option_context_set_description (
      context, _ ("A filter is KEY=VALUE,…; KEY=VALUE,… with the keys kind, area, formal, "
                  "hierarchic, vertical,\ntime-limited, nodes, tier, member, programme, cluster, "
                  "trade, size, ego and distance.\ndocs/network.md tells the rest."));
  trama_command_graph_add_options (&request, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!trama_command_parse (context, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return trama_command_misused ("network", "%s", _ ("one FILE is needed"));
  wanted = read_measures (measures);
  if (wanted == NULL)
    return TRAMA_EXIT_USAGE;
  file = trama_command_read (argv[1]);
  if (file == NULL)
    return TRAMA_EXIT_INPUT;
  status = trama_command_graph_make (&request, "network", file->version, &network);
  return status == TRAMA_EXIT_DONE ? measure (&network, wanted, json) : status;
}
