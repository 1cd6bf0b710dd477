/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-report-maker.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "trama-joint-actions.h"

/* Fewer owner groups than this are not told apart toward an outsider. */
#define SMALLEST_COUNT 3

TramaPageTable *
trama_report_table_new (const TramaPageColumn *columns, guint n_columns)
{
  g_autofree TramaPageColumn *translated = g_memdup2 (columns, n_columns * sizeof *columns);

  for (guint i = 0; i < n_columns; i++)
    {
      translated[i].title = trama_report_template_text (columns[i].title);
      translated[i].over = trama_report_template_text (columns[i].over);
    }
  return trama_page_table_new (translated, n_columns);
}

typedef struct
{
  const TramaFirm *firm;
  gboolean masked;
} Member;

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *x = a, *y = b;

  if (x->masked != y->masked)
    return x->masked ? 1 : -1;
  if (x->masked && strlen (x->firm->name) != strlen (y->firm->name))
    return strlen (x->firm->name) < strlen (y->firm->name) ? -1 : 1;
  return g_utf8_collate (x->firm->name, y->firm->name);
}

GPtrArray *
trama_report_members (TramaReportMaker *maker)
{
  TramaRecords memberships = TRAMA_REFERRING (maker->version, MEMBERSHIP, TramaMembership,
                                              programme, maker->programme->record.id);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *firms = g_ptr_array_new ();

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];
      Member member = { (const TramaFirm *) TRAMA_FIND (maker->version, FIRM, membership->firm),
                        trama_report_mask_hides (maker->mask, membership->firm) };

      if (member.firm != NULL
          && trama_context_is_member (&maker->context, membership->firm,
                                      trama_date_from_day (maker->as_of))
                 == TRAMA_YES
          && g_hash_table_add (seen, (gpointer) member.firm))
        g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members);
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (firms, (gpointer) g_array_index (members, Member, i).firm);
  return firms;
}

gboolean
trama_report_is_joint (TramaReportMaker *maker, const TramaActivity *activity)
{
  TramaReason reason = TRAMA_REASON_NONE;
  g_autofree char *note = NULL;

  return activity->date.last <= maker->as_of
         && trama_joint_action_holds (&maker->context, activity, 2, &reason, &note) == TRAMA_YES;
}

char *
trama_report_day (gint32 day)
{
  return trama_date_to_prose (trama_date_from_day (day));
}

char *
trama_report_percent (double share)
{
  g_autofree char *number = trama_number_to_prose (share * 100, 0, FALSE);

  return g_strdup_printf (C_ ("percentage", "%s%%"), number);
}

TramaPageVerdict
trama_report_verdict (const TramaCriterionResult *result)
{
  switch (result->verdict)
    {
    case TRAMA_VERDICT_MET:
      return result->weak ? TRAMA_PAGE_VERDICT_WEAK : TRAMA_PAGE_VERDICT_MET;
    case TRAMA_VERDICT_NOT_MET:
      return TRAMA_PAGE_VERDICT_NOT_MET;
    case TRAMA_VERDICT_NOT_APPLICABLE:
      return TRAMA_PAGE_VERDICT_NOT_APPLICABLE;
    case TRAMA_VERDICT_UNKNOWN:
    default:
      return TRAMA_PAGE_VERDICT_UNKNOWN;
    }
}

const TramaCriterionResult *
trama_report_result (TramaReportMaker *maker, const char *id)
{
  for (guint i = 0; i < maker->evaluation->results->len; i++)
    {
      const TramaCriterionResult *result = maker->evaluation->results->pdata[i];

      if (g_strcmp0 (result->criterion->id, id) == 0)
        return result;
    }
  return NULL;
}

char *
trama_report_small_count (TramaReportMaker *maker, guint count)
{
  if (count > 0 && count < SMALLEST_COUNT && maker->audience == TRAMA_REPORT_FOR_DONOR)
    return g_strdup_printf (C_ ("a count", "under %d"), SMALLEST_COUNT);
  return g_strdup_printf ("%u", count);
}

TramaBand
trama_report_people (TramaReportMaker *maker, TramaId firm)
{
  TramaRecords readings
      = TRAMA_REFERRING (maker->version, FIRM_READING, TramaFirmReading, firm, firm);
  TramaBand found = TRAMA_BAND_UNKNOWN;

  for (guint i = 0; i < readings.n; i++)
    {
      const TramaFirmReading *reading = (const TramaFirmReading *) readings.records[i];

      if (trama_date_is_by (reading->date, maker->as_of) == TRAMA_YES
          && trama_band_is_known (reading->employment))
        found = reading->employment;
    }
  return found;
}

void
trama_report_append (TramaPageText *text, char *sentence)
{
  if (!trama_page_text_is_empty (text))
    trama_page_text_append (text, " ");
  trama_page_text_append (text, sentence);
  g_free (sentence);
}
