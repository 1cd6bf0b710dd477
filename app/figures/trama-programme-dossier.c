/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-programme-dossier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-network-figure.h"
#include "trama-programme-charts.h"
#include "trama-programme-summary.h"

#define NETWORK "network"
#define NETWORK_WITHOUT_BROKER "network-without-broker"
#define NETWORK_ALONE "network-alone"

struct _TramaProgrammeDossier
{
  TramaProgrammeSummary *summary;
  TramaDossierNetwork network;
  GHashTable *undrawn;         /* TramaId */
  TramaLayout *layout;         /* made when the first network is drawn */
};

static guint
count_pieces (const TramaMemberNetwork *members)
{
  guint n = 0;

  for (guint i = 1; i < members->components; i++)
    n += members->sizes[i] > 1;
  return n;
}

static guint
count_undrawn (const TramaProgrammeDossier *dossier)
{
  const TramaProgrammeSummary *summary = dossier->summary;
  TramaRecords memberships = TRAMA_REFERRING (summary->version, MEMBERSHIP, TramaMembership,
                                              programme, summary->programme->record.id);
  TramaContext context;
  guint n = 0;

  trama_context_init (&context, summary->version, summary->programme->record.id, summary->as_of);
  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

      n += g_hash_table_contains (dossier->undrawn, &membership->firm)
           && trama_membership_holds (membership, summary->as_of, NULL);
    }
  return n;
}

static void
count_kinds (const TramaProgrammeDossier *dossier, const TramaId *ties, guint n_ties,
             guint counts[TRAMA_DOSSIER_N_TIE_KINDS])
{
  for (guint i = 0; i < n_ties; i++)
    {
      const TramaLinkage *linkage
          = (const TramaLinkage *) TRAMA_FIND (dossier->summary->version, LINKAGE, ties[i]);

      if (linkage != NULL && linkage->kind < TRAMA_DOSSIER_N_TIE_KINDS)
        counts[linkage->kind]++;
    }
}

static void
fill_network (TramaProgrammeDossier *dossier)
{
  const TramaIndependence *independence = dossier->summary->independence;
  const TramaMemberNetwork *with = independence->with_broker;
  const TramaMemberNetwork *without = independence->without_broker;
  const TramaMemberNetwork *left = independence->without_owner;

  dossier->network = (TramaDossierNetwork) {
    .members = with->members,
    .ties = with->ties,
    .hers = independence->n_hers_among,
    .largest = with->largest,
    .largest_without = without->largest,
    .isolated_without = without->n_isolated,
    .pieces_without = count_pieces (without),
    .with_outside = without->with_outside,
    .owner_firms = independence->owner_firms,
    .left_without_owner = left != NULL ? left->members : 0,
    .largest_without_owner = left != NULL ? left->largest : 0,
    .owner = independence->owner,
    .undrawn = count_undrawn (dossier),
    .hers_records = independence->hers,
  };
  count_kinds (dossier, with->tie_records, with->n_tie_records, dossier->network.by_kind);
  count_kinds (dossier, independence->hers, independence->n_hers_among,
               dossier->network.hers_by_kind);
}

TramaProgrammeDossier *
trama_programme_dossier_new (TramaVersion *version, TramaId programme, gint32 as_of,
                             const TramaId *undrawn, guint n_undrawn, GCancellable *cancellable)
{
  TramaProgrammeSummary *summary
      = trama_programme_summary_new (version, programme, as_of, cancellable);
  TramaProgrammeDossier *dossier;

  if (summary == NULL)
    return NULL;
  dossier = g_new0 (TramaProgrammeDossier, 1);
  dossier->summary = summary;
  dossier->undrawn
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  for (guint i = 0; i < n_undrawn; i++)
    g_hash_table_add (dossier->undrawn, g_memdup2 (&undrawn[i], sizeof undrawn[i]));
  fill_network (dossier);
  return dossier;
}

void
trama_programme_dossier_free (TramaProgrammeDossier *dossier)
{
  if (dossier == NULL)
    return;
  trama_programme_summary_unref (dossier->summary);
  g_hash_table_unref (dossier->undrawn);
  g_clear_pointer (&dossier->layout, trama_layout_unref);
  g_free (dossier);
}

TramaVersion *
trama_programme_dossier_version (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->version;
}

const TramaProgramme *
trama_programme_dossier_programme (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->programme;
}

gint32
trama_programme_dossier_as_of (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->as_of;
}

const TramaEvaluation *
trama_programme_dossier_evaluation (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->evaluation;
}

const TramaEvaluation *
trama_programme_dossier_results (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->results;
}

const GArray *
trama_programme_dossier_trend (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->trend;
}

const TramaCostShare *
trama_programme_dossier_cost_share (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->cost_share;
}

const TramaCohort *
trama_programme_dossier_cohort (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->cohort;
}

const TramaDossierNetwork *
trama_programme_dossier_network (const TramaProgrammeDossier *dossier)
{
  return &dossier->network;
}

guint
trama_programme_dossier_n_firms (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->n_firms;
}

guint
trama_programme_dossier_n_owners (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->n_owners;
}

int
trama_programme_dossier_month (const TramaProgrammeDossier *dossier)
{
  return dossier->summary->month;
}

guint
trama_programme_dossier_phase (const TramaProgrammeDossier *dossier)
{
  return trama_programme_summary_phase (dossier->summary);
}

double
trama_programme_dossier_paid (const TramaProgrammeDossier *dossier, double *agreed)
{
  return trama_programme_summary_paid (dossier->summary, agreed);
}

gboolean
trama_programme_dossier_months_behind (const TramaProgrammeDossier *dossier, int *months)
{
  return trama_programme_summary_months_behind (dossier->summary, months);
}

char *
trama_programme_dossier_hand_over (const TramaProgrammeDossier *dossier)
{
  return trama_programme_summary_hand_over (dossier->summary);
}

/* How many firms are drawn in each lane: the chart's own numbers count those left out too. */
static void
recount_lanes (TramaNetworkChart *chart, TramaNetworkLane *lanes, GStringChunk *texts)
{
  for (guint i = 0; i < chart->n_lanes; i++)
    {
      guint n = 0;
      g_autofree char *words = NULL;

      lanes[i] = chart->lanes[i];
      for (guint k = 0; k < chart->n_nodes; k++)
        n += chart->nodes[k].kind == TRAMA_NODE_FIRM && chart->nodes[k].y >= lanes[i].y0
             && chart->nodes[k].y <= lanes[i].y1;
      if (lanes[i].sub_label == NULL)
        continue;
      words = n == 0 ? g_strdup (_ ("none now"))
                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm", "%u firms", n), n);
      lanes[i].sub_label = g_string_chunk_insert (texts, words);
    }
  chart->lanes = lanes;
}

/* The chart without the nodes that must not be seen and their ties. Who is alone was found with
 * everybody in place, and where each stands too. */
static TramaScene *
draw_without (const TramaProgrammeDossier *dossier, const TramaNetworkChart *whole,
              const TramaChartStyle *style, double width, double height)
{
  TramaNetworkChart chart = *whole;
  g_autofree TramaNetworkNode *nodes = g_new0 (TramaNetworkNode, MAX (whole->n_nodes, 1));
  g_autofree TramaNetworkTie *ties = g_new0 (TramaNetworkTie, MAX (whole->n_ties, 1));
  g_autofree guint *places = g_new (guint, MAX (whole->n_nodes, 1));
  g_autofree TramaNetworkLane *lanes = g_new0 (TramaNetworkLane, MAX (whole->n_lanes, 1));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (128);

  chart.nodes = nodes;
  chart.ties = ties;
  chart.n_nodes = 0;
  chart.n_ties = 0;
  for (guint i = 0; i < whole->n_nodes; i++)
    {
      places[i] = G_MAXUINT;
      if (g_hash_table_contains (dossier->undrawn, &whole->nodes[i].record))
        continue;
      places[i] = chart.n_nodes;
      nodes[chart.n_nodes++] = whole->nodes[i];
    }
  for (guint i = 0; i < whole->n_ties; i++)
    {
      TramaNetworkTie tie = whole->ties[i];

      if (places[tie.from] == G_MAXUINT || places[tie.to] == G_MAXUINT)
        continue;
      tie.from = places[tie.from];
      tie.to = places[tie.to];
      ties[chart.n_ties++] = tie;
    }
  recount_lanes (&chart, lanes, texts);
  return trama_network_chart_new (&chart, style, width, height);
}

static gboolean
is_network (const char *chart)
{
  return g_strcmp0 (chart, NETWORK) == 0 || g_strcmp0 (chart, NETWORK_WITHOUT_BROKER) == 0
         || g_strcmp0 (chart, NETWORK_ALONE) == 0;
}

static TramaScene *
draw_network (TramaProgrammeDossier *dossier, const char *id, const TramaChartStyle *style,
              double width, double height, char **title, char **subtitle)
{
  const TramaProgrammeSummary *summary = dossier->summary;
  g_autoptr (TramaNetworkFigure) figure = NULL;
  TramaGraphOptions options;
  TramaNetworkChart chart;

  trama_graph_options_init (&options, TRAMA_GRAPH_PROGRAMME, summary->programme->record.id,
                            summary->as_of);
  options.without_broker = g_strcmp0 (id, NETWORK_WITHOUT_BROKER) == 0;
  if (dossier->layout == NULL)
    dossier->layout = trama_network_figure_make_layout (summary->version, TRAMA_GRAPH_PROGRAMME,
                                                        summary->programme->record.id, 1.5, NULL);
  figure = trama_network_figure_new (summary->version, &options, dossier->layout, TRAMA_ID_NONE);
  *title = g_strdup (trama_network_figure_get_words (figure)->title);
  *subtitle = g_strdup (trama_network_figure_get_words (figure)->subtitle);
  chart = *trama_network_figure_get_chart (figure);
  /* Counted of what is drawn, a sentence would contradict the title, which counts everybody. */
  if (g_hash_table_size (dossier->undrawn) > 0)
    chart.frame = (TramaChartFrame) { .sentence = *title };
  else
    chart.frame = (TramaChartFrame) { .finding = *title };
  /* Two drawings stand on one page, and one legend serves them; one alone is a picture. */
  chart.legend = g_strcmp0 (id, NETWORK) == 0;
  return draw_without (dossier, &chart, style, width, height);
}

gboolean
trama_programme_dossier_has_chart (const char *chart)
{
  return is_network (chart) || trama_programme_chart_from_id (chart) != TRAMA_N_PROGRAMME_CHARTS;
}

TramaScene *
trama_programme_dossier_draw (TramaProgrammeDossier *dossier, const char *chart,
                              const TramaChartStyle *style, double width, double height,
                              char **title, char **subtitle)
{
  TramaFigurePlace place = { .width = width, .height = height, .without_heading = TRUE };
  TramaProgrammeChart found;
  TramaFigureWords words = { 0 };

  g_return_val_if_fail (dossier != NULL && style != NULL, NULL);
  g_return_val_if_fail (title != NULL && subtitle != NULL, NULL);

  *title = *subtitle = NULL;
  if (is_network (chart))
    return draw_network (dossier, chart, style, width, height, title, subtitle);
  found = trama_programme_chart_from_id (chart);
  if (found == TRAMA_N_PROGRAMME_CHARTS)
    return NULL;
  trama_programme_chart_words (found, dossier->summary, &words);
  *title = words.title;
  *subtitle = words.subtitle;
  return trama_programme_chart_new (found, dossier->summary, style, &place);
}
