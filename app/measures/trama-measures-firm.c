/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of one firm: what its tier rests on (KM98 quoting Nadvi and Schmitz 1994; CV06 §3.3). */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-measures.h"
#include "trama-tie-state.h"

static const TramaFirm *
subject_firm (TramaContext *context)
{
  return (const TramaFirm *) TRAMA_FIND (context->version, FIRM, context->subject);
}

static void
count_record (TramaFigure *figure, const TramaRecord *record, TramaTri state, gint64 *low,
              gint64 *high)
{
  if (state == TRAMA_NO)
    return;
  *low += state == TRAMA_YES;
  (*high)++;
  trama_figure_add (figure, record, state == TRAMA_YES ? TRAMA_ROLE_COUNTS : TRAMA_ROLE_OPEN,
                    state == TRAMA_YES ? TRAMA_REASON_NONE : TRAMA_REASON_DATE_VAGUE,
                    state == TRAMA_YES ? NULL : g_strdup (_ ("On which day was it?")));
}

/* parameters: months. Own certificates that were valid at some time in the window. */
void
trama_measure_firm_certificates (TramaContext *context, const gint64 *parameters,
                                 TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords records
      = TRAMA_REFERRING (context->version, CERTIFICATE, TramaCertificate, firm, context->subject);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < records.n; i++)
    {
      const TramaCertificate *certificate = (const TramaCertificate *) records.records[i];
      TramaTri state = trama_date_is_by (certificate->issued, context->as_of);

      if (!trama_context_admits (context, &certificate->record)
          || trama_date_happened_by (certificate->valid_until, window.from) == TRAMA_YES
          || trama_date_happened_by (certificate->withdrawn, window.from) == TRAMA_YES)
        continue;
      count_record (figure, &certificate->record, state, &low, &high);
    }
  trama_figure_set_count (figure, low, high);
}

static const TramaFirmReading *
reading_in (TramaContext *context, TramaWindow window, const TramaField *field)
{
  TramaRecords records
      = TRAMA_REFERRING (context->version, FIRM_READING, TramaFirmReading, firm, context->subject);
  const TramaFirmReading *latest = NULL;

  for (guint i = 0; i < records.n; i++)
    if (trama_record_field_is_known (records.records[i], field)
        && trama_window_holds (window, trama_record_event (records.records[i])) == TRAMA_YES
        && trama_context_admits (context, records.records[i]))
      latest = (const TramaFirmReading *) records.records[i];
  return latest;
}

/* The finite end of an open band, so that a fraction can be made of it. */
static gint64
whole (double value)
{
  return (gint64) CLAMP (value, -1e9, 1e9);
}

/* parameters: months. What part of its output it exported, by the latest reading. */
void
trama_measure_firm_export_share (TramaContext *context, const gint64 *parameters,
                                 TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  const TramaFirmReading *reading = reading_in (
      context, window, trama_kind_field (TRAMA_KIND_FIRM_READING, "export_share", 12));

  if (reading == NULL)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
      return;
    }
  figure->low = (TramaRatio) { whole (reading->export_share.low * 100), 10000 };
  figure->high = (TramaRatio) { whole (MIN (reading->export_share.high, 100) * 100), 10000 };
  trama_figure_add (figure, &reading->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
}

/* The people it employs, by the latest reading. parameters: months. */
void
trama_measure_firm_employment (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  const TramaFirmReading *reading
      = reading_in (context, window, trama_kind_field (TRAMA_KIND_FIRM_READING, "employment", 10));

  if (reading == NULL)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
      return;
    }
  figure->low = (TramaRatio) { whole (reading->employment.low), 1 };
  figure->high = (TramaRatio) { whole (reading->employment.high), 1 };
  trama_figure_add (figure, &reading->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
}

/* parameters: months. 1 where the latest reading shows more people than the first of the window;
 * unknown without two readings, or where their bands meet. */
void
trama_measure_firm_hired (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords records
      = TRAMA_REFERRING (context->version, FIRM_READING, TramaFirmReading, firm, context->subject);
  const TramaFirmReading *first = NULL, *last = NULL;

  for (guint i = 0; i < records.n; i++)
    {
      const TramaFirmReading *reading = (const TramaFirmReading *) records.records[i];

      if (!trama_band_is_known (reading->employment)
          || trama_window_holds (window, reading->date) != TRAMA_YES
          || !trama_context_admits (context, &reading->record))
        continue;
      if (first == NULL)
        first = reading;
      last = reading;
    }
  if (first == NULL || first == last)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_FIELD_MISSING);
      return;
    }
  trama_figure_add (figure, &first->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
  trama_figure_add (figure, &last->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
  trama_figure_set_count (figure, last->employment.low > first->employment.high,
                          last->employment.high > first->employment.low);
}

static TramaTri
tie_now (TramaContext *context, const TramaLinkage *tie)
{
  if (!trama_context_admits (context, &tie->record))
    return TRAMA_NO;
  switch (trama_tie_state_at (tie, context->as_of, NULL))
    {
    case TRAMA_TIE_COUNTS:
      return TRAMA_YES;
    case TRAMA_TIE_UNSURE:
      return TRAMA_MAYBE;
    case TRAMA_TIE_ABSENT:
    case TRAMA_TIE_UNCONFIRMED:
    default:
      return TRAMA_NO;
    }
}

/* Whether the other end is known to lie outside the firm's own cluster. */
static gboolean
is_outside (TramaContext *context, const TramaFirm *firm, TramaId other)
{
  const TramaFirm *partner = (const TramaFirm *) TRAMA_FIND (context->version, FIRM, other);
  const TramaInstitution *institution
      = (const TramaInstitution *) TRAMA_FIND (context->version, INSTITUTION, other);
  TramaId cluster = partner != NULL       ? partner->cluster
                    : institution != NULL ? institution->cluster
                                          : TRAMA_ID_NONE;

  /* A buyer or an outside supplier that belongs to no cluster comes from elsewhere. */
  if (trama_id_is_none (cluster))
    return institution != NULL
           && (institution->kind == TRAMA_INSTITUTION_BUYER
               || institution->kind == TRAMA_INSTITUTION_SUPPLIER);
  return !trama_id_is_none (firm->cluster) && !trama_id_equal (cluster, firm->cluster);
}

typedef gboolean (*PartnerFunc) (TramaContext *context, const TramaFirm *firm, TramaId other);

static gboolean
is_direct_buyer (TramaContext *context, const TramaFirm *firm, TramaId other)
{
  const TramaInstitution *institution
      = (const TramaInstitution *) TRAMA_FIND (context->version, INSTITUTION, other);

  return institution != NULL && institution->kind == TRAMA_INSTITUTION_BUYER;
}

static void
count_ties (TramaContext *context, guint64 kinds, PartnerFunc counts, TramaFigure *figure)
{
  const TramaFirm *firm = subject_firm (context);
  gint64 low = 0, high = 0;

  for (int end = 0; firm != NULL && end < 2; end++)
    {
      TramaRecords ties
          = end == 0
                ? TRAMA_REFERRING (context->version, LINKAGE, TramaLinkage, from, context->subject)
                : TRAMA_REFERRING (context->version, LINKAGE, TramaLinkage, to, context->subject);

      for (guint i = 0; i < ties.n; i++)
        {
          const TramaLinkage *tie = (const TramaLinkage *) ties.records[i];

          if (kinds & TRAMA_KIND_BIT (tie->kind)
              && counts (context, firm, end == 0 ? tie->to : tie->from))
            count_record (figure, &tie->record, tie_now (context, tie), &low, &high);
        }
    }
  trama_figure_set_count (figure, low, high);
}

#define TRADE \
  (TRAMA_KIND_BIT (TRAMA_LINKAGE_SALES) | TRAMA_KIND_BIT (TRAMA_LINKAGE_SUBCONTRACTING) \
   | TRAMA_KIND_BIT (TRAMA_LINKAGE_SUPPLY))
#define KNOWLEDGE \
  (TRAMA_KIND_BIT (TRAMA_LINKAGE_INFORMATION) | TRAMA_KIND_BIT (TRAMA_LINKAGE_COOPERATION) \
   | TRAMA_KIND_BIT (TRAMA_LINKAGE_SERVICE))

void
trama_measure_firm_buyers (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  count_ties (context, TRADE, is_direct_buyer, figure);
}

void
trama_measure_firm_sales_beyond (TramaContext *context, const gint64 *parameters,
                                 TramaFigure *figure)
{
  count_ties (context, TRADE, is_outside, figure);
}

void
trama_measure_firm_knowledge_outside (TramaContext *context, const gint64 *parameters,
                                      TramaFigure *figure)
{
  count_ties (context, KNOWLEDGE, is_outside, figure);
}

static void
count_adoptions (TramaContext *context, TramaWindow window, TramaFigure *figure, gint64 *low,
                 gint64 *high)
{
  TramaRecords adoptions
      = TRAMA_REFERRING (context->version, ADOPTION, TramaAdoption, firm, context->subject);

  for (guint i = 0; i < adoptions.n; i++)
    {
      const TramaAdoption *adoption = (const TramaAdoption *) adoptions.records[i];

      if (trama_context_admits (context, &adoption->record)
          && trama_date_happened_by (adoption->dropped, context->as_of) != TRAMA_YES)
        count_record (figure, &adoption->record, trama_window_holds (window, adoption->date), low,
                      high);
    }
}

/* parameters: months. Products that reached a prototype, a sample or the market, and methods that it
 * adopted and kept. */
void
trama_measure_firm_innovations (TramaContext *context, const gint64 *parameters,
                                TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords products
      = TRAMA_REFERRING (context->version, PRODUCT, TramaProduct, firms, context->subject);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < products.n; i++)
    {
      const TramaRecord *product = products.records[i];
      TramaRecords stages = TRAMA_REFERRING (context->version, STAGE_REACHED, TramaStageReached,
                                             product, product->id);
      TramaTri best = TRAMA_NO;

      for (guint j = 0; j < stages.n; j++)
        {
          const TramaStageReached *stage = (const TramaStageReached *) stages.records[j];

          if (stage->stage >= TRAMA_STAGE_PROTOTYPE
              && trama_context_admits (context, &stage->record))
            best = MAX (best, trama_window_holds (window, stage->date));
        }
      count_record (figure, product, best, &low, &high);
    }
  count_adoptions (context, window, figure, &low, &high);
  trama_figure_set_count (figure, low, high);
}

#define LEAD_METHOD "supply-tier"
#define LEAD_CRITERION "lead-firm"

/* Whether somebody called it a lead firm by the date, and nobody since took it back. */
static gboolean
is_lead (TramaContext *context, TramaId firm)
{
  TramaRecords records
      = TRAMA_REFERRING (context->version, ASSESSMENT, TramaAssessment, subject, firm);
  gint64 latest = 0;

  for (guint i = 0; i < records.n; i++)
    {
      const TramaAssessment *assessment = (const TramaAssessment *) records.records[i];

      if (g_strcmp0 (assessment->method, LEAD_METHOD) == 0
          && g_strcmp0 (assessment->criterion, LEAD_CRITERION) == 0
          && assessment->rating != TRAMA_INTEGER_UNKNOWN
          && trama_date_happened_by (assessment->date, context->as_of) == TRAMA_YES
          && trama_context_admits (context, &assessment->record))
        latest = assessment->rating;
    }
  return latest > 0;
}

typedef struct
{
  TramaId id;
  guint steps;
} Reached;

static void
reach (TramaContext *context, GArray *queue, GHashTable *seen, Reached at)
{
  for (int end = 0; end < 2; end++)
    {
      TramaRecords ties
          = end == 0 ? TRAMA_REFERRING (context->version, LINKAGE, TramaLinkage, from, at.id)
                     : TRAMA_REFERRING (context->version, LINKAGE, TramaLinkage, to, at.id);

      for (guint i = 0; i < ties.n; i++)
        {
          const TramaLinkage *tie = (const TramaLinkage *) ties.records[i];
          const TramaId *other = end == 0 ? &tie->to : &tie->from;
          Reached next = { *other, at.steps + 1 };

          if ((tie->kind == TRAMA_LINKAGE_SUPPLY || tie->kind == TRAMA_LINKAGE_SUBCONTRACTING)
              && tie_now (context, tie) == TRAMA_YES && g_hash_table_add (seen, (gpointer) other))
            g_array_append_val (queue, next);
        }
    }
}

/* Steps along ties of supply and subcontracting, whichever way they were entered, to the nearest
 * lead firm; unknown where none is reached. */
void
trama_measure_supply_distance (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (Reached));
  g_autoptr (GHashTable) seen = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);
  Reached first = { context->subject, 0 };

  g_array_append_val (queue, first);
  g_hash_table_add (seen, &context->subject);
  for (guint i = 0; i < queue->len; i++)
    {
      Reached at = g_array_index (queue, Reached, i);

      if (is_lead (context, at.id))
        {
          const TramaRecord *lead
              = trama_version_find_among (context->version, TRAMA_ALL_KINDS, at.id);

          trama_figure_set_count (figure, at.steps, at.steps);
          if (lead != NULL)
            trama_figure_add (figure, lead, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
          return;
        }
      reach (context, queue, seen, at);
    }
  trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
}
