/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-tie-state.h"

typedef enum
{
  NO,
  PERHAPS,
  YES,
} Verdict;

/* Had it happened by the end of @day? NO where the date is not known. */
static Verdict
happened_by (TramaDate date, gint32 day)
{
  if (!trama_date_is_known (date) || date.first > day)
    return NO;
  return date.last <= day ? YES : PERHAPS;
}

/* Did it happen after @day? NO where the date is not known. */
static Verdict
happened_after (TramaDate date, gint32 day)
{
  if (!trama_date_is_known (date) || date.last <= day)
    return NO;
  return date.first > day ? YES : PERHAPS;
}

/* Does anything show that the tie was alive after the last day that is too long ago? The tie is
 * known to hold on @day, so that a sign of life from later speaks for @day too. */
static Verdict
is_confirmed (const TramaLinkage *linkage, gint32 day)
{
  gint32 too_long_ago = trama_day_add_months (day, -TRAMA_TIE_CONFIRMED_MONTHS);
  Verdict start = happened_after (linkage->started, too_long_ago);
  Verdict confirmation = happened_after (linkage->confirmed, too_long_ago);
  Verdict end = happened_after (linkage->ended, day);

  return MAX (start, MAX (confirmation, end));
}

TramaTieState
trama_tie_state_at (const TramaLinkage *linkage, gint32 day, gboolean *vague)
{
  Verdict started, ended, confirmed;

  g_return_val_if_fail (linkage != NULL, TRAMA_TIE_ABSENT);

  if (vague != NULL)
    *vague = FALSE;
  started = trama_tie_is_undated (linkage) ? YES : happened_by (linkage->started, day);
  ended = happened_by (linkage->ended, day);
  if (started == NO || ended == YES)
    return TRAMA_TIE_ABSENT;
  if (started == PERHAPS || ended == PERHAPS)
    {
      if (vague != NULL)
        *vague = TRUE;
      return TRAMA_TIE_UNSURE;
    }
  if (trama_tie_is_undated (linkage) && !trama_date_is_known (linkage->confirmed))
    return TRAMA_TIE_COUNTS;
  confirmed = is_confirmed (linkage, day);
  if (vague != NULL)
    *vague = confirmed == PERHAPS;
  return confirmed == YES ? TRAMA_TIE_COUNTS : TRAMA_TIE_UNCONFIRMED;
}

gboolean
trama_tie_is_undated (const TramaLinkage *linkage)
{
  return !trama_date_is_known (linkage->started);
}

gboolean
trama_tie_has_ended (const TramaLinkage *linkage, gint32 day)
{
  return happened_by (linkage->ended, day) == YES;
}

gboolean
trama_tie_had_contact_without (const TramaLinkage *linkage, gint32 day)
{
  gint32 before = trama_day_add_months (day, -TRAMA_TIE_CONTACT_MONTHS);

  return happened_by (linkage->contact_without, day) == YES
         && happened_after (linkage->contact_without, before) == YES;
}

gboolean
trama_linkage_kind_is_directed (TramaLinkageKind kind)
{
  switch (kind)
    {
    case TRAMA_LINKAGE_SUBCONTRACTING:
    case TRAMA_LINKAGE_SUPPLY:
    case TRAMA_LINKAGE_SALES:
    case TRAMA_LINKAGE_FINANCE:
    case TRAMA_LINKAGE_SERVICE:
      return TRUE;
    case TRAMA_LINKAGE_COOPERATION:
    case TRAMA_LINKAGE_INFORMATION:
    case TRAMA_LINKAGE_OTHER:
    case TramaLinkageKind_UNKNOWN_:
    default:
      return FALSE;
    }
}

int
trama_tie_strength (const TramaLinkage *linkage)
{
  if (linkage->strength == TRAMA_INTEGER_UNKNOWN)
    return 1;
  return (int) CLAMP (linkage->strength, 1, 3);
}

gboolean
trama_membership_holds (const TramaMembership *membership, gint32 day, gboolean *vague)
{
  Verdict joined, left;

  g_return_val_if_fail (membership != NULL, FALSE);

  joined = trama_date_is_known (membership->joined) ? happened_by (membership->joined, day) : YES;
  left = happened_by (membership->left, day);
  if (vague != NULL)
    *vague = joined != NO && left != YES && (joined == PERHAPS || left == PERHAPS);
  return joined == YES && left == NO;
}
