/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-joint-actions.h"

#include <glib/gi18n-lib.h>

static TramaTri
contribution_holds (TramaContext *context, const TramaActivity *activity,
                    const TramaContribution *contribution)
{
  TramaDate date = trama_date_is_known (contribution->date) ? contribution->date : activity->date;
  TramaTri given = trama_date_is_by (date, context->as_of);

  /* A contribution is recorded when it says how much or what. */
  if (trama_money_is_known (contribution->amount))
    given = MIN (given, contribution->amount.high > 0 ? TRAMA_YES : TRAMA_NO);
  else if (contribution->kind == TRAMA_CONTRIBUTION_MONEY)
    given = MIN (given, TRAMA_MAYBE);
  else if (contribution->kind == TRAMA_CONTRIBUTION_HOURS && isnan (contribution->hours))
    given = MIN (given, TRAMA_MAYBE);
  else if (contribution->kind == TRAMA_CONTRIBUTION_HOURS && contribution->hours <= 0)
    given = TRAMA_NO;
  else if (contribution->kind == TRAMA_CONTRIBUTION_GOODS && contribution->what == NULL)
    given = MIN (given, TRAMA_MAYBE);
  return given;
}

void
trama_joint_action_partners (TramaContext *context, const TramaActivity *activity,
                             TramaOwners *partners)
{
  TramaRecords contributions = TRAMA_REFERRING (context->version, CONTRIBUTION, TramaContribution,
                                                activity, activity->record.id);

  for (guint i = 0; i < contributions.n; i++)
    {
      const TramaContribution *contribution = (const TramaContribution *) contributions.records[i];
      TramaTri state;

      if (!trama_context_admits (context, &contribution->record))
        continue;
      state = MIN (contribution_holds (context, activity, contribution),
                   trama_context_is_member (context, contribution->firm, activity->date));
      trama_owners_add (partners, trama_owner_of (context->version, contribution->firm), state);
    }
}

TramaTri
trama_joint_action_holds (TramaContext *context, const TramaActivity *activity, guint partners,
                          TramaReason *reason, char **note)
{
  g_auto (TramaOwners) owners = { 0 };
  guint certain, possible;

  trama_owners_init (&owners);
  trama_joint_action_partners (context, activity, &owners);
  certain = trama_owners_count (&owners, TRAMA_YES);
  possible = trama_owners_count (&owners, TRAMA_MAYBE);
  if (possible < partners)
    {
      *note = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u owner group put something in; %u needed",
                       "%u owner groups put something in; %u needed", possible),
          possible, partners);
      return TRAMA_NO;
    }
  if (certain < partners)
    {
      *reason = TRAMA_REASON_FIELD_MISSING;
      *note = g_strdup (_ ("What did each firm put in, and when?"));
      return TRAMA_MAYBE;
    }
  if (activity->result == NULL)
    {
      *reason = TRAMA_REASON_FIELD_MISSING;
      *note = g_strdup (_ ("Which result was it to bring about?"));
      return TRAMA_MAYBE;
    }
  return TRAMA_YES;
}
