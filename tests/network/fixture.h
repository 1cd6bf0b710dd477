/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-change.h"

/*
 * Small portfolios in short notation. Records are spoken of by their names; ids are handed out in
 * the order in which names are first heard, so that nodes and ties of a graph stand in that order.
 */
typedef struct
{
  TramaVersion *version;  /* after fixture_done() */
  TramaTransaction *transaction;
  TramaVersion *empty;
  TramaIdSource ids;
  GHashTable *names;
  guint64 next;
} Fixture;

typedef struct
{
  const char *from;
  const char *to;
  TramaLinkageKind kind;
  const char *started;
  const char *ended;
  const char *confirmed;
  const char *by;          /* introduced by */
  const char *without;     /* last contact without the introducer */
  TramaTruth found_each_other;
  int strength;
  const char *name;        /* to speak of it later */
} Tie;

static inline TramaId
fixture_id (Fixture *fixture, const char *name)
{
  TramaId *id;

  if (name == NULL)
    return TRAMA_ID_NONE;
  id = g_hash_table_lookup (fixture->names, name);
  if (id == NULL)
    {
      char text[TRAMA_ID_LENGTH + 1];
      guint64 n = fixture->next++;

      for (int i = TRAMA_ID_LENGTH - 1; i >= 0; i--, n /= 26)
        text[i] = (char) ('a' + n % 26);
      text[TRAMA_ID_LENGTH] = '\0';
      id = g_new (TramaId, 1);
      g_assert_true (trama_id_parse (text, TRAMA_ID_LENGTH, id));
      g_hash_table_insert (fixture->names, g_strdup (name), id);
    }
  return *id;
}

static inline TramaDate
fixture_date (const char *text)
{
  TramaDate date = TRAMA_DATE_NONE;

  if (text != NULL)
    g_assert_true (trama_date_parse (text, strlen (text), &date));
  return date;
}

static inline gint32
fixture_day (const char *text)
{
  gint32 day;

  g_assert_true (trama_day_parse (text, &day));
  return day;
}

static inline void
fixture_init (Fixture *fixture)
{
  memset (fixture, 0, sizeof *fixture);
  fixture->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fixture->empty = trama_version_new_empty ();
  trama_id_source_init_seeded (&fixture->ids, 1);
  fixture->transaction = trama_transaction_new (fixture->empty, "test", 0, &fixture->ids);
}

static inline void
fixture_done (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaChangeSet) set
      = trama_transaction_finish (fixture->transaction, "test", &fixture->version, &error);

  g_assert_no_error (error);
  g_assert_nonnull (set);
}

static inline void
fixture_clear (Fixture *fixture)
{
  trama_version_unref (fixture->version);
  trama_version_unref (fixture->empty);
  trama_transaction_free (fixture->transaction);
  g_hash_table_unref (fixture->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* A draft of a record of that name, to be written to and put. */
static inline gpointer
fixture_draft (Fixture *fixture, TramaRecordBuilder *builder, TramaKind kind, const char *name)
{
  trama_record_builder_begin (builder, kind, fixture_id (fixture, name));
  return builder->draft;
}

static inline void
fixture_put (Fixture *fixture, TramaRecordBuilder *builder)
{
  g_autoptr (TramaRecord) record = trama_record_builder_finish (builder);

  trama_transaction_put_record (fixture->transaction, record);
  trama_record_builder_clear (builder);
}

static inline void
add_cluster (Fixture *fixture, const char *name)
{
  TramaRecordBuilder builder = { 0 };
  TramaCluster *cluster = fixture_draft (fixture, &builder, TRAMA_KIND_CLUSTER, name);

  cluster->name = name;
  fixture_put (fixture, &builder);
}

static inline void
add_owner_group (Fixture *fixture, const char *name)
{
  TramaRecordBuilder builder = { 0 };
  TramaOwnerGroup *group = fixture_draft (fixture, &builder, TRAMA_KIND_OWNER_GROUP, name);

  group->name = name;
  fixture_put (fixture, &builder);
}

static inline void
add_firm_of (Fixture *fixture, const char *name, const char *cluster, const char *owner,
             const char *closed)
{
  TramaRecordBuilder builder = { 0 };
  TramaFirm *firm = fixture_draft (fixture, &builder, TRAMA_KIND_FIRM, name);

  firm->name = name;
  firm->cluster = fixture_id (fixture, cluster);
  firm->owner_group = fixture_id (fixture, owner);
  firm->closed = fixture_date (closed);
  fixture_put (fixture, &builder);
}

static inline void
add_firm (Fixture *fixture, const char *name)
{
  add_firm_of (fixture, name, NULL, NULL, NULL);
}

static inline void
add_tier (Fixture *fixture, const char *firm, const char *date, TramaTier tier)
{
  TramaRecordBuilder builder = { 0 };
  g_autofree char *name = g_strdup_printf ("tier of %s %s", firm, date);
  TramaTierReading *reading = fixture_draft (fixture, &builder, TRAMA_KIND_TIER_READING, name);

  reading->firm = fixture_id (fixture, firm);
  reading->date = fixture_date (date);
  reading->tier = (guint8) tier;
  fixture_put (fixture, &builder);
}

static inline void
add_reading (Fixture *fixture, const char *firm, const char *date, double low, double high)
{
  TramaRecordBuilder builder = { 0 };
  g_autofree char *name = g_strdup_printf ("figures of %s %s", firm, date);
  TramaFirmReading *reading = fixture_draft (fixture, &builder, TRAMA_KIND_FIRM_READING, name);

  reading->firm = fixture_id (fixture, firm);
  reading->date = fixture_date (date);
  reading->employment = (TramaBand) { low, high };
  fixture_put (fixture, &builder);
}

static inline void
add_institution (Fixture *fixture, const char *name, TramaInstitutionKind kind)
{
  TramaRecordBuilder builder = { 0 };
  TramaInstitution *institution = fixture_draft (fixture, &builder, TRAMA_KIND_INSTITUTION, name);

  institution->name = name;
  institution->kind = (guint8) kind;
  fixture_put (fixture, &builder);
}

static inline void
add_person (Fixture *fixture, const char *name, TramaPersonRole role, const char *employer)
{
  TramaRecordBuilder builder = { 0 };
  TramaPerson *person = fixture_draft (fixture, &builder, TRAMA_KIND_PERSON, name);

  person->name = name;
  person->role = (guint8) role;
  person->employer = fixture_id (fixture, employer);
  fixture_put (fixture, &builder);
}

static inline void
add_programme (Fixture *fixture, const char *name, const char *cluster, const char *manager,
               const char *agency)
{
  TramaRecordBuilder builder = { 0 };
  TramaProgramme *programme = fixture_draft (fixture, &builder, TRAMA_KIND_PROGRAMME, name);

  programme->name = name;
  programme->cluster = fixture_id (fixture, cluster);
  programme->manager = fixture_id (fixture, manager);
  programme->agency = fixture_id (fixture, agency);
  fixture_put (fixture, &builder);
}

static inline void
add_member (Fixture *fixture, const char *programme, const char *firm, const char *joined,
            const char *left)
{
  TramaRecordBuilder builder = { 0 };
  g_autofree char *name = g_strdup_printf ("%s in %s", firm, programme);
  TramaMembership *membership = fixture_draft (fixture, &builder, TRAMA_KIND_MEMBERSHIP, name);

  membership->programme = fixture_id (fixture, programme);
  membership->firm = fixture_id (fixture, firm);
  membership->joined = fixture_date (joined);
  membership->left = fixture_date (left);
  fixture_put (fixture, &builder);
}

static inline void
add_tie (Fixture *fixture, Tie tie)
{
  TramaRecordBuilder builder = { 0 };
  g_autofree char *name = tie.name != NULL
                              ? g_strdup (tie.name)
                              : g_strdup_printf ("%s-%s-%d", tie.from, tie.to, (int) tie.kind);
  TramaLinkage *linkage = fixture_draft (fixture, &builder, TRAMA_KIND_LINKAGE, name);

  linkage->from = fixture_id (fixture, tie.from);
  linkage->to = fixture_id (fixture, tie.to);
  linkage->kind = (guint8) tie.kind;
  linkage->started = fixture_date (tie.started);
  linkage->ended = fixture_date (tie.ended);
  linkage->confirmed = fixture_date (tie.confirmed);
  linkage->introduced_by = fixture_id (fixture, tie.by);
  linkage->contact_without = fixture_date (tie.without);
  linkage->found_each_other = (guint8) tie.found_each_other;
  if (tie.strength > 0)
    linkage->strength = tie.strength;
  fixture_put (fixture, &builder);
}
