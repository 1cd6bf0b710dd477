/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-graph-private.h"

static void
add_id (GHashTable *set, TramaId id)
{
  if (!trama_id_is_none (id) && !g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static gboolean
programme_is_meant (const TramaProgramme *programme, TramaGraphScope scope, TramaId subject)
{
  switch (scope)
    {
    case TRAMA_GRAPH_PROGRAMME:
      return trama_id_equal (programme->record.id, subject);
    case TRAMA_GRAPH_CLUSTER:
      return trama_id_equal (programme->cluster, subject);
    case TRAMA_GRAPH_ALL:
    default:
      return TRUE;
    }
}

void
trama_hers_init (TramaHers *hers, TramaVersion *version, TramaGraphScope scope, TramaId subject)
{
  TramaTable *persons = trama_version_table (version, TRAMA_KIND_PERSON);
  TramaTable *programmes = trama_version_table (version, TRAMA_KIND_PROGRAMME);

  hers->all = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  hers->brokers
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  for (guint i = 0; i < trama_table_size (persons); i++)
    {
      const TramaPerson *person = (const TramaPerson *) trama_table_get (persons, i);

      if (person->role == TRAMA_PERSON_BROKER)
        add_id (hers->brokers, person->record.id);
      if (person->role == TRAMA_PERSON_BROKER || person->role == TRAMA_PERSON_AGENCY)
        add_id (hers->all, person->record.id);
    }
  for (guint i = 0; i < trama_table_size (programmes); i++)
    {
      const TramaProgramme *programme = (const TramaProgramme *) trama_table_get (programmes, i);
      const TramaPerson *manager;

      if (!programme_is_meant (programme, scope, subject))
        continue;
      add_id (hers->all, programme->agency);
      add_id (hers->all, programme->manager);
      add_id (hers->brokers, programme->manager);
      manager = (const TramaPerson *) TRAMA_FIND (version, PERSON, programme->manager);
      if (manager != NULL && TRAMA_FIND (version, INSTITUTION, manager->employer) != NULL)
        add_id (hers->all, manager->employer);
    }
}

void
trama_hers_clear (TramaHers *hers)
{
  g_clear_pointer (&hers->all, g_hash_table_unref);
  g_clear_pointer (&hers->brokers, g_hash_table_unref);
}

gboolean
trama_hers_contain (const TramaHers *hers, TramaId id)
{
  return g_hash_table_contains (hers->all, &id);
}

/* A reading from before the subject began matters only if it still held then. */
static void
read_tiers (TramaGraphNode *node, TramaVersion *version, gint32 day, gint32 begin)
{
  TramaRecords readings = TRAMA_REFERRING (version, TIER_READING, TramaTierReading, firm, node->id);

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaTierReading *reading = (const TramaTierReading *) readings.records[i];

      if (reading->tier == TramaTier_UNKNOWN_ || reading->tier > TRAMA_TIER_LEADING)
        continue;
      if (node->tiers_ever == 0 || reading->date.last <= begin)
        {
          node->first_tier = (TramaTier) reading->tier;
          node->tiers_ever = 0;
        }
      node->last_tier = (TramaTier) reading->tier;
      node->tiers_ever |= (guint8) (1 << reading->tier);
      if (reading->date.last <= day || !trama_date_is_known (reading->date))
        node->tier = (TramaTier) reading->tier;
    }
}

static void
read_employment (TramaGraphNode *node, TramaVersion *version, gint32 day)
{
  TramaRecords readings = TRAMA_REFERRING (version, FIRM_READING, TramaFirmReading, firm, node->id);

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaFirmReading *reading = (const TramaFirmReading *) readings.records[i];

      if (trama_band_is_known (reading->employment)
          && (reading->date.last <= day || !trama_date_is_known (reading->date)))
        node->employment = reading->employment;
    }
}

/* What a firm of elsewhere is to this cluster, by all its ties of all dates. */
static TramaGraphSide
side_of_outsider (TramaVersion *version, TramaId firm)
{
  TramaRecords out = TRAMA_REFERRING (version, LINKAGE, TramaLinkage, from, firm);
  TramaRecords in = TRAMA_REFERRING (version, LINKAGE, TramaLinkage, to, firm);
  guint buys = 0;
  guint supplies = 0;

  for (guint i = 0; i < out.n; i++)
    {
      guint8 kind = ((const TramaLinkage *) out.records[i])->kind;

      buys += kind == TRAMA_LINKAGE_SUBCONTRACTING;
      supplies += kind == TRAMA_LINKAGE_SUPPLY || kind == TRAMA_LINKAGE_SALES;
    }
  for (guint i = 0; i < in.n; i++)
    {
      guint8 kind = ((const TramaLinkage *) in.records[i])->kind;

      supplies += kind == TRAMA_LINKAGE_SUBCONTRACTING;
      buys += kind == TRAMA_LINKAGE_SUPPLY || kind == TRAMA_LINKAGE_SALES;
    }
  if (buys == 0 && supplies == 0)
    return TRAMA_GRAPH_INSIDE;
  return buys >= supplies ? TRAMA_GRAPH_BUYER : TRAMA_GRAPH_SUPPLIER;
}

static void
init_firm (TramaGraphNode *node, TramaVersion *version, const TramaFirm *firm,
           const TramaGraphOptions *options, TramaId home, gint32 begin)
{
  node->kind = TRAMA_GRAPH_FIRM;
  if (firm->short_name != NULL)
    node->label = firm->short_name;
  node->owner = trama_id_is_none (firm->owner_group) ? node->id : firm->owner_group;
  if (!trama_id_is_none (home) && !trama_id_is_none (firm->cluster)
      && !trama_id_equal (firm->cluster, home)
      && TRAMA_REFERRING (version, MEMBERSHIP, TramaMembership, firm, node->id).n == 0)
    node->side = side_of_outsider (version, node->id);
  read_tiers (node, version, options->as_of, begin);
  read_employment (node, version, options->as_of);
}

static void
init_institution (TramaGraphNode *node, const TramaInstitution *institution)
{
  node->kind = TRAMA_GRAPH_INSTITUTION;
  if (institution->short_name != NULL)
    node->label = institution->short_name;
  if (institution->kind == TRAMA_INSTITUTION_BUYER)
    node->side = TRAMA_GRAPH_BUYER;
  else if (institution->kind == TRAMA_INSTITUTION_SUPPLIER)
    node->side = TRAMA_GRAPH_SUPPLIER;
}

void
trama_graph_node_init (TramaGraphNode *node, TramaVersion *version, const TramaRecord *record,
                       const TramaGraphOptions *options, TramaId home, gint32 begin,
                       const TramaHers *hers)
{
  const char *title = trama_record_title (record);

  *node = (TramaGraphNode) {
    .id = record->id,
    .record = record,
    .label = title != NULL ? title : "",
    .employment = TRAMA_BAND_UNKNOWN,
    .hers = g_hash_table_contains (hers->all, &record->id),
    .broker = g_hash_table_contains (hers->brokers, &record->id),
    .closed = trama_graph_record_is_closed (record, options->as_of),
  };
  if (trama_record_kind (record) == TRAMA_KIND_FIRM)
    init_firm (node, version, (const TramaFirm *) record, options, home, begin);
  else if (trama_record_kind (record) == TRAMA_KIND_INSTITUTION)
    init_institution (node, (const TramaInstitution *) record);
  else
    node->kind = TRAMA_GRAPH_PERSON;
}

static TramaDate
founded_on (const TramaRecord *record)
{
  if (trama_record_kind (record) == TRAMA_KIND_FIRM)
    return ((const TramaFirm *) record)->founded;
  if (trama_record_kind (record) == TRAMA_KIND_INSTITUTION)
    return ((const TramaInstitution *) record)->founded;
  return TRAMA_DATE_NONE;
}

static TramaDate
closed_on (const TramaRecord *record)
{
  if (trama_record_kind (record) == TRAMA_KIND_FIRM)
    return ((const TramaFirm *) record)->closed;
  if (trama_record_kind (record) == TRAMA_KIND_INSTITUTION)
    return ((const TramaInstitution *) record)->closed;
  return TRAMA_DATE_NONE;
}

gboolean
trama_graph_record_is_closed (const TramaRecord *record, gint32 day)
{
  TramaDate closed = closed_on (record);

  return trama_date_is_known (closed) && closed.last <= day;
}

gboolean
trama_graph_record_is_founded (const TramaRecord *record, gint32 day)
{
  TramaDate founded = founded_on (record);

  return !trama_date_is_known (founded) || founded.first <= day;
}
