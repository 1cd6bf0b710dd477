/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-registry-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COUNT TRAMA_NETWORK_UNIT_COUNT
#define SHARE TRAMA_NETWORK_UNIT_SHARE
#define INDEX TRAMA_NETWORK_UNIT_INDEX
#define TIES TRAMA_NETWORK_UNIT_TIES
#define WEIGHT TRAMA_NETWORK_UNIT_WEIGHT
#define PAIRS TRAMA_NETWORK_UNIT_PAIRS

/* A table, kept as one. */
/* clang-format off */
static const TramaNetworkMeasure measures[] = {
  { "size", N_ ("Size"), N_ ("Firms, institutions and people that take part on the date."),
    COUNT, FALSE, FALSE, FALSE, trama_network_compute_size },
  { "ties", N_ ("Ties"), N_ ("Ties that count on the date: begun, not ended and confirmed within 24 months; each kind between two counts for itself."),
    COUNT, FALSE, FALSE, FALSE, trama_network_compute_ties },
  { "pairs", N_ ("Pairs tied"), N_ ("Pairs with at least one tie, directions and kinds aside."),
    COUNT, FALSE, FALSE, FALSE, trama_network_compute_pairs },
  { "density", N_ ("Density"), N_ ("Pairs that are tied ÷ pairs there could be, n (n − 1) ÷ 2 (Wasserman & Faust 1994). Not known under two nodes. It falls with size by itself: compare groups of one size."),
    SHARE, FALSE, FALSE, FALSE, trama_network_compute_density },
  { "reciprocity", N_ ("Reciprocity"), N_ ("Of the directions in which ties run (subcontracting, supply, sales, finance, service), those that are answered by such a tie the other way. Ties without a direction are left out."),
    SHARE, FALSE, FALSE, TRUE, trama_network_compute_reciprocity },
  { "centralisation", N_ ("Centralisation"), N_ ("How far all hangs on one: Σ (most partners − partners) ÷ what it would be in a star, (n − 1) (n − 2) (Freeman 1978). 0: all alike; 1: a star. Not known under three nodes."),
    SHARE, FALSE, FALSE, FALSE, trama_network_compute_centralisation },
  { "clustering", N_ ("Clustering"), N_ ("3 × triangles ÷ pairs of ties that meet; of each node, the share of its pairs of partners that are tied (Watts & Strogatz 1998), not known under two partners."),
    SHARE, TRUE, FALSE, TRUE, trama_network_compute_clustering },
  { "components", N_ ("Separate parts"), N_ ("Parts that are not tied to one another, a node alone being one; of each node the number of its part, the largest first."),
    COUNT, TRUE, FALSE, FALSE, trama_network_compute_components },
  { "largest-component", N_ ("Share in the largest part"), N_ ("Nodes in the largest part ÷ all."),
    SHARE, FALSE, FALSE, FALSE, trama_network_compute_largest_component },
  { "isolated", N_ ("Tied to nobody"), N_ ("Nodes without a tie that counts."),
    COUNT, FALSE, FALSE, FALSE, trama_network_compute_isolated },
  { "k-core", N_ ("k-core"), N_ ("Of each node the greatest k for which it is in a part where everybody has at least k partners (Seidman 1983); of the network the greatest of them."),
    COUNT, TRUE, FALSE, FALSE, trama_network_compute_k_core },
  { "core-periphery", N_ ("Core and edge"), N_ ("How well a core in which all are tied and an edge in which none are describe the network: correlation of the pairs within both with that picture (Borgatti & Everett 2000), for the core with fewest misfits (Lip 2011). Of each node: 1 in the core, 0 at the edge."),
    INDEX, TRUE, FALSE, TRUE, trama_network_compute_core_periphery },
  { "communities", N_ ("Communities"), N_ ("Groups that are tied more within than chance would have it, by the Leiden algorithm (Traag, Waltman & van Eck 2019); of each node the number of its community, the largest first."),
    COUNT, TRUE, FALSE, TRUE, trama_network_compute_communities },
  { "modularity", N_ ("Modularity"), N_ ("Share of pairs within communities beyond what chance would give (Newman & Girvan 2004)."),
    INDEX, FALSE, FALSE, TRUE, trama_network_compute_modularity },
  { "degree", N_ ("Partners"), N_ ("With how many others a node is tied; of the network the mean."),
    COUNT, TRUE, FALSE, FALSE, trama_network_compute_degree },
  { "ties-in", N_ ("Ties that come in"), N_ ("Ties that run to the node, and those without a direction; of the network the mean."),
    TIES, TRUE, FALSE, FALSE, trama_network_compute_ties_in },
  { "ties-out", N_ ("Ties that go out"), N_ ("Ties that run from the node, and those without a direction; of the network the mean."),
    TIES, TRUE, FALSE, FALSE, trama_network_compute_ties_out },
  { "weighted-degree", N_ ("Strength of ties"), N_ ("Strengths (1 to 3; 1 where not known) of the node’s ties, added up; of the network the mean."),
    WEIGHT, TRUE, FALSE, FALSE, trama_network_compute_weighted_degree },
  { "weighted-in", N_ ("Strength coming in"), N_ ("The same of ties that come in or have no direction."),
    WEIGHT, TRUE, FALSE, FALSE, trama_network_compute_weighted_in },
  { "weighted-out", N_ ("Strength going out"), N_ ("The same of ties that go out or have no direction."),
    WEIGHT, TRUE, FALSE, FALSE, trama_network_compute_weighted_out },
  { "closeness", N_ ("Closeness"), N_ ("1 ÷ mean number of steps to those a node can reach, directions aside; not known where it reaches none. Of the network the mean."),
    SHARE, TRUE, FALSE, FALSE, trama_network_compute_closeness },
  { "betweenness", N_ ("Betweenness"), N_ ("Pairs of others whose shortest ways run through the node, each of several ways weighing alike, directions aside (Freeman 1977); of the network the mean."),
    PAIRS, TRUE, FALSE, FALSE, trama_network_compute_betweenness },
  { "constraint", N_ ("Constraint"), N_ ("How far a node’s ties go to those who are tied to one another (Burt 1992), by strength. Low: it stands between others who do not know each other. Not known without partners. Of the network the mean."),
    INDEX, TRUE, FALSE, FALSE, trama_network_compute_constraint },
  { "e-i", N_ ("E-I index"), N_ ("(E − I) ÷ (E + I) of the pairs whose groups are known: E across groups, I within (Krackhardt & Stern 1988). −1: all within; 1: all across."),
    INDEX, FALSE, TRUE, TRUE, trama_network_compute_e_i },
  { "assortativity", N_ ("Like with like"), N_ ("Assortativity by groups, over pairs whose groups are known (Newman 2003): 1: only like with like; 0: as by chance; below: unlike with unlike. Not known where all are of one group."),
    INDEX, FALSE, TRUE, TRUE, trama_network_compute_assortativity },
  { "assortativity-degree", N_ ("Busy with busy"), N_ ("Correlation of the numbers of partners at both ends of a tied pair (Newman 2002). Not known where all are alike."),
    INDEX, FALSE, FALSE, TRUE, trama_network_compute_assortativity_degree },
  { "brokerage-coordinator", N_ ("Coordinator"), N_ ("In A → B → C without A → C, how often the node is B and all are of one group (Gould & Fernandez 1989). Ties without a direction run both ways, so that such a middle is met from both sides. Of the network the sum."),
    COUNT, TRUE, TRUE, FALSE, trama_network_compute_coordinator },
  { "brokerage-itinerant", N_ ("Itinerant broker"), N_ ("The same where A and C are of one group and B of another."),
    COUNT, TRUE, TRUE, FALSE, trama_network_compute_itinerant },
  { "brokerage-gatekeeper", N_ ("Gatekeeper"), N_ ("The same where B and C are of one group and A of another: it lets in."),
    COUNT, TRUE, TRUE, FALSE, trama_network_compute_gatekeeper },
  { "brokerage-representative", N_ ("Representative"), N_ ("The same where A and B are of one group and C of another: it takes out."),
    COUNT, TRUE, TRUE, FALSE, trama_network_compute_representative },
  { "brokerage-liaison", N_ ("Liaison"), N_ ("The same where all three are of different groups."),
    COUNT, TRUE, TRUE, FALSE, trama_network_compute_liaison },
  { "hub-dependence", N_ ("Hub dependence"), N_ ("Of the ties of subcontracting, the share that the three firms give out who give out most (basis: this program). Not known without such ties."),
    SHARE, FALSE, FALSE, FALSE, trama_network_compute_hub_dependence },
  { "external-dependence", N_ ("External dependence"), N_ ("Of the ties of subcontracting, supply and sales of firms inside, the share whose other end is outside: buyers, suppliers and firms of elsewhere (basis: this program). Not known without such ties."),
    SHARE, FALSE, FALSE, FALSE, trama_network_compute_external_dependence },
  { "introductions", N_ ("Introductions worth making"), N_ ("Pairs of members of different owners who are not tied but share at least two partners through co-operation, information, finance or service. Trade is left out, so that nobody’s customer shows (basis: this program)."),
    PAIRS, FALSE, FALSE, FALSE, trama_network_compute_introductions },
};
/* clang-format on */

const char *
trama_network_unit_id (TramaNetworkUnit unit)
{
  static const char *const ids[] = { "count", "share", "index", "ties", "weight", "pairs" };

  g_return_val_if_fail ((guint) unit < G_N_ELEMENTS (ids), NULL);

  return ids[unit];
}

guint
trama_network_measure_count (void)
{
  return G_N_ELEMENTS (measures);
}

const TramaNetworkMeasure *
trama_network_measure_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (measures), NULL);

  return &measures[index];
}

const TramaNetworkMeasure *
trama_network_measure_find (const char *name, TramaGrouping *grouping)
{
  const char *colon;
  gsize length;

  g_return_val_if_fail (name != NULL && grouping != NULL, NULL);

  colon = strchr (name, ':');
  length = colon != NULL ? (gsize) (colon - name) : strlen (name);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (strlen (measures[i].id) != length || strncmp (measures[i].id, name, length) != 0)
        continue;
      *grouping = measures[i].grouped ? TRAMA_GROUPING_TIER : TRAMA_GROUPING_NONE;
      if (colon == NULL)
        return &measures[i];
      *grouping = trama_grouping_from_id (colon + 1);
      return measures[i].grouped && *grouping < TRAMA_N_GROUPINGS ? &measures[i] : NULL;
    }
  return NULL;
}

static void
add_caution (TramaNetworkReading *reading, guint n)
{
  g_autofree char *said = reading->sentence;

  if (said == NULL)
    return;
  reading->sentence = g_strdup_printf (
      /* Translators: %s is a sentence with its full stop */
      g_dngettext (GETTEXT_PACKAGE, "%s With only %u, a tie more or less changes it much.",
                   "%s Among only %u, a tie more or less changes it much.", n),
      said, n);
}

TramaNetworkReading *
trama_network_reading_new (TramaNetworkView *view, const TramaNetworkMeasure *measure,
                           TramaGrouping grouping, GError **error)
{
  g_autoptr (TramaNetworkReading) reading = NULL;

  g_return_val_if_fail (view != NULL && measure != NULL, NULL);

  reading = g_new0 (TramaNetworkReading, 1);
  reading->measure = measure;
  reading->grouping
      = measure->grouped && grouping == TRAMA_GROUPING_NONE ? TRAMA_GROUPING_TIER : grouping;
  reading->value = NAN;
  reading->records = g_array_new (FALSE, FALSE, sizeof (TramaId));
  reading->introductions = g_array_new (FALSE, FALSE, sizeof (TramaIntroduction));
  if (!measure->compute (view, reading, error))
    return NULL;
  if (measure->chance && view->plain->n < TRAMA_NETWORK_SMALL)
    add_caution (reading, view->plain->n);
  return g_steal_pointer (&reading);
}

void
trama_network_reading_free (TramaNetworkReading *reading)
{
  if (reading == NULL)
    return;
  g_free (reading->nodes);
  g_array_unref (reading->records);
  g_array_unref (reading->introductions);
  g_free (reading->sentence);
  g_free (reading);
}
