/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-graph-gather.h"

/*
 * How a graph is made: first the core, the subject's own people; then the ties that reach from
 * them, which bring in whoever is at the other end; then the ties among those who were brought in.
 * Nodes and ties are then ordered by id, so that the same records give the same graph whatever the
 * order in which they were found.
 */
enum
{
  CORE = 1,
  REACHES = 2, /* its ties bring others in */
};

#define ANYBODY \
  (TRAMA_KIND_BIT (TRAMA_KIND_FIRM) | TRAMA_KIND_BIT (TRAMA_KIND_INSTITUTION) \
   | TRAMA_KIND_BIT (TRAMA_KIND_PERSON))

static void
add_record (TramaGathering *gathering, const TramaRecord *record, guint flags)
{
  gpointer old;

  if (record == NULL)
    return;
  if (g_hash_table_lookup_extended (gathering->flags, record, NULL, &old))
    flags |= GPOINTER_TO_UINT (old);
  else
    g_ptr_array_add (gathering->people, (gpointer) record);
  g_hash_table_insert (gathering->flags, (gpointer) record, GUINT_TO_POINTER (flags));
}

static void
add_id (TramaGathering *gathering, TramaId id, guint flags)
{
  if (!trama_id_is_none (id))
    add_record (gathering, trama_version_find_among (gathering->version, ANYBODY, id), flags);
}

static gboolean
exists (const TramaGathering *gathering, const TramaRecord *record)
{
  const TramaGraphOptions *options = gathering->options;
  gint32 first = options->compare ? MIN (options->as_of, options->compare_to) : options->as_of;

  return options->all_dates
         || (!trama_graph_record_is_closed (record, first)
             && trama_graph_record_is_founded (record, options->as_of));
}

static gboolean
membership_matters (const TramaGathering *gathering, const TramaMembership *membership)
{
  const TramaGraphOptions *options = gathering->options;

  return options->all_dates || trama_membership_holds (membership, options->as_of, NULL)
         || (options->compare && trama_membership_holds (membership, options->compare_to, NULL));
}

static void
add_programme (TramaGathering *gathering, const TramaProgramme *programme)
{
  if (programme == NULL)
    return;
  add_id (gathering, programme->manager, CORE);
  add_id (gathering, programme->agency, CORE);
}

static void
add_core_of_programme (TramaGathering *gathering)
{
  TramaId programme = gathering->options->subject;
  TramaRecords memberships
      = TRAMA_REFERRING (gathering->version, MEMBERSHIP, TramaMembership, programme, programme);

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

      if (membership_matters (gathering, membership))
        add_id (gathering, membership->firm, CORE | REACHES);
    }
  add_programme (gathering,
                 (const TramaProgramme *) TRAMA_FIND (gathering->version, PROGRAMME, programme));
}

static void
add_core_of_cluster (TramaGathering *gathering)
{
  TramaId cluster = gathering->options->subject;
  TramaRecords firms = TRAMA_REFERRING (gathering->version, FIRM, TramaFirm, cluster, cluster);
  TramaRecords institutions
      = TRAMA_REFERRING (gathering->version, INSTITUTION, TramaInstitution, cluster, cluster);
  TramaRecords programmes
      = TRAMA_REFERRING (gathering->version, PROGRAMME, TramaProgramme, cluster, cluster);

  for (guint i = 0; i < firms.n; i++)
    if (exists (gathering, firms.records[i]))
      add_record (gathering, firms.records[i], CORE | REACHES);
  for (guint i = 0; i < institutions.n; i++)
    if (exists (gathering, institutions.records[i]))
      add_record (gathering, institutions.records[i], CORE | REACHES);
  for (guint i = 0; i < programmes.n; i++)
    add_programme (gathering, (const TramaProgramme *) programmes.records[i]);
}

static void
add_core_of_all (TramaGathering *gathering)
{
  const TramaKind kinds[] = { TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION };
  TramaTable *programmes = trama_version_table (gathering->version, TRAMA_KIND_PROGRAMME);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      TramaTable *table = trama_version_table (gathering->version, kinds[k]);

      for (guint i = 0; i < trama_table_size (table); i++)
        if (exists (gathering, trama_table_get (table, i)))
          add_record (gathering, trama_table_get (table, i), CORE | REACHES);
    }
  for (guint i = 0; i < trama_table_size (programmes); i++)
    add_programme (gathering, (const TramaProgramme *) trama_table_get (programmes, i));
}

TramaTieState
trama_gathering_state_at (const TramaGathering *gathering, const TramaLinkage *linkage, gint32 day,
                          gboolean *vague)
{
  const TramaRecord *from = trama_version_find_among (gathering->version, ANYBODY, linkage->from);
  const TramaRecord *to = trama_version_find_among (gathering->version, ANYBODY, linkage->to);

  if (trama_graph_record_is_closed (from, day) || trama_graph_record_is_closed (to, day))
    return TRAMA_TIE_ABSENT;
  return trama_tie_state_at (linkage, day, vague);
}

static gboolean
linkage_matters (const TramaGathering *gathering, const TramaLinkage *linkage)
{
  const TramaGraphOptions *options = gathering->options;

  if (options->kinds != 0 && !(options->kinds & TRAMA_GRAPH_KIND_BIT (linkage->kind)))
    return FALSE;
  if (linkage->kind >= TRAMA_GRAPH_N_TIE_KINDS
      || trama_version_find_among (gathering->version, ANYBODY, linkage->from) == NULL
      || trama_version_find_among (gathering->version, ANYBODY, linkage->to) == NULL)
    return FALSE;
  return options->all_dates
         || trama_gathering_state_at (gathering, linkage, options->as_of, NULL) != TRAMA_TIE_ABSENT
         || (options->compare
             && trama_gathering_state_at (gathering, linkage, options->compare_to, NULL)
                    == TRAMA_TIE_COUNTS);
}

static void
take_linkage (TramaGathering *gathering, const TramaRecord *record)
{
  if (g_hash_table_add (gathering->seen, (gpointer) record))
    g_ptr_array_add (gathering->linkages, (gpointer) record);
}

/* Ties that reach from the core to anybody. */
static void
follow_ties_from (TramaGathering *gathering, TramaId id)
{
  TramaRecords lists[2] = {
    TRAMA_REFERRING (gathering->version, LINKAGE, TramaLinkage, from, id),
    TRAMA_REFERRING (gathering->version, LINKAGE, TramaLinkage, to, id),
  };

  for (guint l = 0; l < 2; l++)
    for (guint i = 0; i < lists[l].n; i++)
      {
        const TramaLinkage *linkage = (const TramaLinkage *) lists[l].records[i];

        if (!linkage_matters (gathering, linkage))
          continue;
        take_linkage (gathering, lists[l].records[i]);
        add_id (gathering, linkage->from, 0);
        add_id (gathering, linkage->to, 0);
      }
}

static gboolean
is_in (const TramaGathering *gathering, TramaId id)
{
  const TramaRecord *record = trama_version_find_among (gathering->version, ANYBODY, id);

  return record != NULL && g_hash_table_contains (gathering->flags, record);
}

/* Ties of somebody brought in, or of the broker, to others who are there already. */
static void
join_ties_of (TramaGathering *gathering, TramaId id)
{
  TramaRecords out = TRAMA_REFERRING (gathering->version, LINKAGE, TramaLinkage, from, id);
  TramaRecords in = TRAMA_REFERRING (gathering->version, LINKAGE, TramaLinkage, to, id);

  for (guint i = 0; i < out.n; i++)
    if (is_in (gathering, ((const TramaLinkage *) out.records[i])->to)
        && linkage_matters (gathering, (const TramaLinkage *) out.records[i]))
      take_linkage (gathering, out.records[i]);
  for (guint i = 0; i < in.n; i++)
    if (is_in (gathering, ((const TramaLinkage *) in.records[i])->from)
        && linkage_matters (gathering, (const TramaLinkage *) in.records[i]))
      take_linkage (gathering, in.records[i]);
}

static void
gather (TramaGathering *gathering)
{
  guint n_core;

  switch (gathering->options->scope)
    {
    case TRAMA_GRAPH_PROGRAMME:
      add_core_of_programme (gathering);
      break;
    case TRAMA_GRAPH_CLUSTER:
      add_core_of_cluster (gathering);
      break;
    case TRAMA_GRAPH_ALL:
    default:
      add_core_of_all (gathering);
      break;
    }
  n_core = gathering->people->len;
  for (guint i = 0; i < n_core; i++)
    {
      const TramaRecord *record = g_ptr_array_index (gathering->people, i);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (gathering->flags, record)) & REACHES)
        follow_ties_from (gathering, record->id);
    }
  for (guint i = 0; i < gathering->people->len; i++)
    {
      const TramaRecord *record = g_ptr_array_index (gathering->people, i);

      if (gathering->options->others_too || trama_hers_contain (&gathering->hers, record->id))
        join_ties_of (gathering, record->id);
    }
}

static TramaId
find_home (TramaVersion *version, const TramaGraphOptions *options)
{
  const TramaProgramme *programme;

  if (options->scope == TRAMA_GRAPH_CLUSTER)
    return options->subject;
  if (options->scope != TRAMA_GRAPH_PROGRAMME)
    return TRAMA_ID_NONE;
  programme = (const TramaProgramme *) TRAMA_FIND (version, PROGRAMME, options->subject);
  return programme != NULL ? programme->cluster : TRAMA_ID_NONE;
}

/* Of a programme the day it was formed or its first member joined; else as far back as one likes. */
static gint32
find_begin (TramaVersion *version, const TramaGraphOptions *options)
{
  const TramaProgramme *programme;
  TramaRecords memberships;
  gint32 begin = G_MAXINT32;

  if (options->scope != TRAMA_GRAPH_PROGRAMME)
    return G_MININT32;
  programme = (const TramaProgramme *) TRAMA_FIND (version, PROGRAMME, options->subject);
  memberships = TRAMA_REFERRING (version, MEMBERSHIP, TramaMembership, programme, options->subject);
  if (programme != NULL && trama_date_is_known (programme->formed))
    begin = programme->formed.first;
  for (guint i = 0; i < memberships.n; i++)
    {
      TramaDate joined = ((const TramaMembership *) memberships.records[i])->joined;

      if (trama_date_is_known (joined))
        begin = MIN (begin, joined.first);
    }
  return begin == G_MAXINT32 ? G_MININT32 : begin;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return trama_id_compare ((*(const TramaRecord *const *) a)->id,
                           (*(const TramaRecord *const *) b)->id);
}

void
trama_gathering_init (TramaGathering *gathering, TramaVersion *version,
                      const TramaGraphOptions *options)
{
  *gathering = (TramaGathering) {
    .version = version,
    .options = options,
    .home = find_home (version, options),
    .begin = find_begin (version, options),
    .flags = g_hash_table_new (NULL, NULL),
    .people = g_ptr_array_new (),
    .seen = g_hash_table_new (NULL, NULL),
    .linkages = g_ptr_array_new (),
  };
  trama_hers_init (&gathering->hers, version, options->scope, options->subject);
  gather (gathering);
  g_ptr_array_sort (gathering->people, compare_records);
  g_ptr_array_sort (gathering->linkages, compare_records);
}

void
trama_gathering_clear (TramaGathering *gathering)
{
  trama_hers_clear (&gathering->hers);
  g_hash_table_unref (gathering->flags);
  g_ptr_array_unref (gathering->people);
  g_hash_table_unref (gathering->seen);
  g_ptr_array_unref (gathering->linkages);
}

gboolean
trama_gathering_is_core (const TramaGathering *gathering, const TramaRecord *record)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (gathering->flags, record)) & CORE) != 0;
}
