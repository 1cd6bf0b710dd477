/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-firm-facts.h"

#include <glib/gi18n-lib.h>

#include "trama-window.h"

#define ENDS \
  (TRAMA_KIND_BIT (TRAMA_KIND_FIRM) | TRAMA_KIND_BIT (TRAMA_KIND_INSTITUTION) \
   | TRAMA_KIND_BIT (TRAMA_KIND_PERSON))

const TramaTierReading *
trama_firm_tier_on (TramaVersion *version, TramaId firm, gint32 day)
{
  TramaRecords readings = TRAMA_REFERRING (version, TIER_READING, TramaTierReading, firm, firm);
  const TramaTierReading *found = NULL;

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaTierReading *reading = (const TramaTierReading *) readings.records[i];

      if (trama_date_is_by (reading->date, day) == TRAMA_YES)
        found = reading;
    }
  return found;
}

static const TramaFirmReading *
reading_on (TramaVersion *version, TramaId firm, gint32 day, gboolean with_employment)
{
  TramaRecords readings = TRAMA_REFERRING (version, FIRM_READING, TramaFirmReading, firm, firm);
  const TramaFirmReading *found = NULL;

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaFirmReading *reading = (const TramaFirmReading *) readings.records[i];

      if (trama_date_is_by (reading->date, day) == TRAMA_YES
          && (!with_employment || trama_band_is_known (reading->employment)))
        found = reading;
    }
  return found;
}

const TramaFirmReading *
trama_firm_employment_on (TramaVersion *version, TramaId firm, gint32 day)
{
  return reading_on (version, firm, day, TRUE);
}

char *
trama_firm_programmes_on (TramaVersion *version, TramaId firm, gint32 day)
{
  TramaRecords memberships = TRAMA_REFERRING (version, MEMBERSHIP, TramaMembership, firm, firm);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];
      const TramaProgramme *programme
          = (const TramaProgramme *) TRAMA_FIND (version, PROGRAMME, membership->programme);

      if (programme != NULL && trama_membership_holds (membership, day, NULL))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", programme->name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : g_strdup ("–");
}

guint
trama_count_ties_on (TramaVersion *version, TramaId subject, gint32 day)
{
  TramaRecords out = TRAMA_REFERRING (version, LINKAGE, TramaLinkage, from, subject);
  TramaRecords in = TRAMA_REFERRING (version, LINKAGE, TramaLinkage, to, subject);
  guint n = 0;

  for (guint i = 0; i < out.n; i++)
    n += trama_tie_state_at ((const TramaLinkage *) out.records[i], day, NULL) == TRAMA_TIE_COUNTS;
  for (guint i = 0; i < in.n; i++)
    {
      const TramaLinkage *tie = (const TramaLinkage *) in.records[i];

      n += !trama_id_equal (tie->from, tie->to)
           && trama_tie_state_at (tie, day, NULL) == TRAMA_TIE_COUNTS;
    }
  return n;
}

static gboolean
is_hers (TramaVersion *version, TramaId who)
{
  const TramaRecord *record = trama_version_find_among (version, ENDS, who);

  if (record == NULL)
    return FALSE;
  if (record->kind == TRAMA_KIND_PERSON)
    return ((const TramaPerson *) record)->role == TRAMA_PERSON_BROKER
           || ((const TramaPerson *) record)->role == TRAMA_PERSON_AGENCY;
  return record->kind == TRAMA_KIND_INSTITUTION
         && ((const TramaInstitution *) record)->kind == TRAMA_INSTITUTION_AGENCY;
}

static void
add_ties (TramaFirmFacts *facts, TramaVersion *version, TramaRecords ties, gboolean outgoing,
          gint32 as_of)
{
  for (guint i = 0; i < ties.n; i++)
    {
      const TramaLinkage *linkage = (const TramaLinkage *) ties.records[i];
      TramaFactTie tie = {
        .linkage = linkage,
        .other = trama_version_find_among (version, ENDS, outgoing ? linkage->to : linkage->from),
        .outgoing = outgoing,
        .state = trama_tie_state_at (linkage, as_of, NULL),
      };

      if (tie.state == TRAMA_TIE_ABSENT || tie.other == NULL
          || (!outgoing && trama_id_equal (linkage->from, linkage->to)))
        continue;
      tie.introduced = is_hers (version, linkage->introduced_by);
      tie.alone = tie.introduced && !trama_tie_had_contact_without (linkage, as_of);
      if (tie.state == TRAMA_TIE_COUNTS)
        {
          facts->n_ties++;
          facts->n_introduced += tie.introduced;
          facts->n_alone += tie.alone;
        }
      g_array_append_val (facts->ties, tie);
    }
}

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const TramaFactTie *x = a, *y = b;
  const char *name_x = trama_record_title (x->other);
  const char *name_y = trama_record_title (y->other);
  int order;

  if (x->linkage->kind != y->linkage->kind)
    return x->linkage->kind < y->linkage->kind ? -1 : 1;
  order = g_utf8_collate (name_x != NULL ? name_x : "", name_y != NULL ? name_y : "");
  return order != 0 ? order : trama_id_compare (x->linkage->record.id, y->linkage->record.id);
}

TramaFirmFacts *
trama_firm_facts_new (TramaVersion *version, const TramaRecord *subject, gint32 as_of)
{
  TramaFirmFacts *facts = g_new0 (TramaFirmFacts, 1);
  TramaRecords memberships
      = TRAMA_REFERRING (version, MEMBERSHIP, TramaMembership, firm, subject->id);
  TramaRecords certificates
      = TRAMA_REFERRING (version, CERTIFICATE, TramaCertificate, firm, subject->id);

  facts->subject = subject;
  facts->memberships = g_ptr_array_new ();
  facts->certificates = g_ptr_array_new ();
  facts->ties = g_array_new (FALSE, FALSE, sizeof (TramaFactTie));
  facts->tier_reading = trama_firm_tier_on (version, subject->id, as_of);
  facts->tier
      = facts->tier_reading != NULL ? (TramaTier) facts->tier_reading->tier : TramaTier_UNKNOWN_;
  facts->reading = reading_on (version, subject->id, as_of, FALSE);
  facts->employment = reading_on (version, subject->id, as_of, TRUE);
  for (guint i = 0; i < memberships.n; i++)
    if (trama_membership_holds ((const TramaMembership *) memberships.records[i], as_of, NULL))
      g_ptr_array_add (facts->memberships, (gpointer) memberships.records[i]);
  for (guint i = 0; i < certificates.n; i++)
    {
      const TramaCertificate *one = (const TramaCertificate *) certificates.records[i];

      if (trama_date_is_by (one->issued, as_of) == TRAMA_YES
          && trama_date_happened_by (one->valid_until, as_of - 1) == TRAMA_NO
          && trama_date_happened_by (one->withdrawn, as_of) == TRAMA_NO)
        g_ptr_array_add (facts->certificates, (gpointer) one);
    }
  add_ties (facts, version, TRAMA_REFERRING (version, LINKAGE, TramaLinkage, from, subject->id),
            TRUE, as_of);
  add_ties (facts, version, TRAMA_REFERRING (version, LINKAGE, TramaLinkage, to, subject->id),
            FALSE, as_of);
  g_array_sort (facts->ties, compare_ties);
  return facts;
}

void
trama_firm_facts_free (TramaFirmFacts *facts)
{
  if (facts == NULL)
    return;
  g_ptr_array_unref (facts->memberships);
  g_ptr_array_unref (facts->certificates);
  g_array_unref (facts->ties);
  g_free (facts);
}

char *
trama_firm_facts_ties_to_prose (const TramaFirmFacts *facts)
{
  guint by_kind[TRAMA_LINKAGE_OTHER + 1] = { 0 };
  g_autoptr (GString) parts = g_string_new (NULL);

  if (facts->n_ties == 0)
    return g_strdup (C_ ("ties", "none"));
  for (guint i = 0; i < facts->ties->len; i++)
    {
      const TramaFactTie *tie = &g_array_index (facts->ties, TramaFactTie, i);

      if (tie->state == TRAMA_TIE_COUNTS)
        by_kind[tie->linkage->kind]++;
    }
  for (guint kind = 0; kind <= TRAMA_LINKAGE_OTHER; kind++)
    if (by_kind[kind] > 0)
      {
        const char *label = kind > 0 ? trama_linkage_kind_label ((TramaLinkageKind) kind)
                                     : C_ ("kind of tie", "not recorded");
        g_autofree char *lower = g_utf8_strdown (label, -1);

        g_string_append_printf (parts, "%s%u %s", parts->len > 0 ? ", " : "", by_kind[kind], lower);
      }
  /* Translators: how many ties in all: how many of each kind */
  return g_strdup_printf (_ ("%u: %s"), facts->n_ties, parts->str);
}
