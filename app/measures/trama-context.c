/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-context.h"

#include <string.h>

void
trama_context_init (TramaContext *context, TramaVersion *version, TramaId subject, gint32 as_of)
{
  *context = (TramaContext) {
    .version = version,
    .subject = subject,
    .as_of = as_of,
    .weakest = TRAMA_GRADE_D,
    .known_on = G_MAXINT32,
  };
}

const TramaProgramme *
trama_context_programme (TramaContext *context)
{
  return (const TramaProgramme *) TRAMA_FIND (context->version, PROGRAMME, context->subject);
}

/* Evidence of a programme or firm as a whole is no evidence of each thing that belongs to it. */
#define TOO_WIDE \
  (TRAMA_KIND_BIT (TRAMA_KIND_PROGRAMME) | TRAMA_KIND_BIT (TRAMA_KIND_FIRM) \
   | TRAMA_KIND_BIT (TRAMA_KIND_INSTITUTION) | TRAMA_KIND_BIT (TRAMA_KIND_CLUSTER) \
   | TRAMA_KIND_BIT (TRAMA_KIND_PORTFOLIO))

TramaGrade
trama_record_grade (TramaVersion *version, const TramaRecord *record)
{
  TramaGrade best = TRAMA_GRADE_D;

  while (record != NULL)
    {
      const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
      TramaRecords evidence = TRAMA_REFERRING (version, EVIDENCE, TramaEvidence, of, record->id);

      for (guint i = 0; i < evidence.n; i++)
        {
          guint8 grade = ((const TramaEvidence *) evidence.records[i])->grade;

          if (grade != 0 && grade < best)
            best = (TramaGrade) grade;
        }
      if (best == TRAMA_GRADE_A || info->owner_field < 0
          || (info->fields[info->owner_field].targets & TOO_WIDE))
        break;
      record = trama_version_find_among (
          version, info->fields[info->owner_field].targets,
          *(const TramaId *) trama_record_member (record, &info->fields[info->owner_field]));
    }
  return best;
}

gboolean
trama_context_knows (TramaContext *context, const TramaRecord *record)
{
  return context->known_on == G_MAXINT32
         || record->entered < ((gint64) context->known_on + 1) * 86400;
}

gboolean
trama_context_admits (TramaContext *context, const TramaRecord *record)
{
  return trama_context_knows (context, record)
         && (context->weakest == TRAMA_GRADE_D
             || trama_record_grade (context->version, record) <= context->weakest);
}

TramaId
trama_owner_of (TramaVersion *version, TramaId firm)
{
  const TramaFirm *record = (const TramaFirm *) TRAMA_FIND (version, FIRM, firm);

  return record != NULL && !trama_id_is_none (record->owner_group) ? record->owner_group : firm;
}

TramaTri
trama_context_is_member (TramaContext *context, TramaId firm, TramaDate on)
{
  TramaRecords memberships
      = TRAMA_REFERRING (context->version, MEMBERSHIP, TramaMembership, firm, firm);
  TramaTri state = TRAMA_NO;

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];
      TramaTri joined, still;

      if (!trama_id_equal (membership->programme, context->subject)
          || !trama_context_knows (context, &membership->record))
        continue;
      if (!trama_date_is_known (on))
        {
          state = MAX (state, TRAMA_MAYBE);
          continue;
        }
      if (!trama_date_is_known (membership->joined))
        joined = TRAMA_MAYBE;
      else if (membership->joined.last <= on.first)
        joined = TRAMA_YES;
      else
        joined = membership->joined.first <= on.last ? TRAMA_MAYBE : TRAMA_NO;
      if (!trama_date_is_known (membership->left) || membership->left.first > on.last)
        still = TRAMA_YES;
      else
        still = membership->left.last > on.first ? TRAMA_MAYBE : TRAMA_NO;
      state = MAX (state, MIN (joined, still));
    }
  return state;
}

void
trama_owners_init (TramaOwners *owners)
{
  owners->owners = g_array_new (FALSE, FALSE, sizeof (TramaOwner));
}

void
trama_owners_clear (TramaOwners *owners)
{
  g_clear_pointer (&owners->owners, g_array_unref);
}

static TramaOwner *
find_owner (const TramaOwners *owners, TramaId id)
{
  for (guint i = 0; i < owners->owners->len; i++)
    {
      TramaOwner *owner = &g_array_index (owners->owners, TramaOwner, i);

      if (trama_id_equal (owner->id, id))
        return owner;
    }
  return NULL;
}

void
trama_owners_add (TramaOwners *owners, TramaId id, TramaTri state)
{
  TramaOwner *owner;

  if (state == TRAMA_NO)
    return;
  owner = find_owner (owners, id);
  if (owner != NULL)
    owner->state = MAX (owner->state, state);
  else
    {
      TramaOwner added = { id, state };

      g_array_append_val (owners->owners, added);
    }
}

TramaTri
trama_owners_state (const TramaOwners *owners, TramaId id)
{
  const TramaOwner *owner = find_owner (owners, id);

  return owner != NULL ? owner->state : TRAMA_NO;
}

guint
trama_owners_count (const TramaOwners *owners, TramaTri state)
{
  guint n = 0;

  for (guint i = 0; i < owners->owners->len; i++)
    n += g_array_index (owners->owners, TramaOwner, i).state >= state;
  return n;
}

/* Days of the window on which at least one of the stretches [from, to) holds. */
typedef struct
{
  TramaId owner;
  gint32 from, to;
} Stretch;

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *x = a, *y = b;
  int order = trama_id_compare (x->owner, y->owner);

  if (order != 0)
    return order;
  return x->from < y->from ? -1 : x->from > y->from;
}

static void
add_to_base (GArray *stretches, TramaWindow window, TramaTri state, TramaOwners *base)
{
  gint32 days = window.to - window.from;

  g_array_sort (stretches, compare_stretches);
  for (guint i = 0; i < stretches->len;)
    {
      TramaId owner = g_array_index (stretches, Stretch, i).owner;
      gint32 covered = 0;
      gint32 reached = window.from + 1;

      for (; i < stretches->len; i++)
        {
          const Stretch *stretch = &g_array_index (stretches, Stretch, i);
          gint32 from, to;

          if (!trama_id_equal (stretch->owner, owner))
            break;
          from = MAX (stretch->from, reached);
          to = MIN (stretch->to, window.to + 1);
          if (to > from)
            {
              covered += to - from;
              reached = to;
            }
        }
      if (2 * covered >= days)
        trama_owners_add (base, owner, state);
    }
}

void
trama_context_base (TramaContext *context, TramaWindow window, TramaOwners *base)
{
  TramaRecords memberships = TRAMA_REFERRING (context->version, MEMBERSHIP, TramaMembership,
                                              programme, context->subject);
  g_autoptr (GArray) certain = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GArray) possible = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];
      gboolean joined_known = trama_date_is_known (membership->joined);
      gboolean has_left = trama_date_is_known (membership->left);
      Stretch stretch = { .owner = trama_owner_of (context->version, membership->firm) };

      if (!trama_context_knows (context, &membership->record))
        continue;
      if (joined_known)
        {
          stretch.from = membership->joined.last;
          stretch.to = has_left ? membership->left.first : G_MAXINT32;
          g_array_append_val (certain, stretch);
        }
      stretch.from = joined_known ? membership->joined.first : G_MININT32;
      stretch.to = has_left ? membership->left.last : G_MAXINT32;
      g_array_append_val (possible, stretch);
    }
  add_to_base (possible, window, TRAMA_MAYBE, base);
  add_to_base (certain, window, TRAMA_YES, base);
}

void
trama_owners_share (const TramaOwners *base, const TramaOwners *some, TramaRatio *low,
                    TramaRatio *high)
{
  *low = *high = (TramaRatio) { 0, 0 };
  for (guint i = 0; i < base->owners->len; i++)
    {
      const TramaOwner *owner = &g_array_index (base->owners, TramaOwner, i);
      TramaTri did = trama_owners_state (some, owner->id);

      if (owner->state == TRAMA_YES)
        {
          low->d++;
          high->d++;
          low->n += did == TRAMA_YES;
          high->n += did >= TRAMA_MAYBE;
        }
      else if (did == TRAMA_NO)
        low->d++; /* at worst it belongs to the base */
      else
        {
          high->n++; /* at best it belongs to the base */
          high->d++;
          if (did == TRAMA_MAYBE)
            low->d++;
        }
    }
}

static gboolean
month_is_closed (TramaContext *context, TramaRecords closed, int month)
{
  for (guint i = 0; i < closed.n; i++)
    {
      const TramaClosedMonth *record = (const TramaClosedMonth *) closed.records[i];

      if (record->month.form == TRAMA_DATE_MONTH
          && trama_day_month_index (record->month.first) == month
          && trama_context_knows (context, &record->record))
        return TRUE;
    }
  return FALSE;
}

GArray *
trama_context_open_months (TramaContext *context, TramaWindow window)
{
  TramaRecords closed = TRAMA_REFERRING (context->version, CLOSED_MONTH, TramaClosedMonth,
                                         programme, context->subject);
  GArray *open = g_array_new (FALSE, FALSE, sizeof (int));
  int last = trama_day_month_index (window.to);

  for (int month = trama_day_month_index (window.from + 1); month <= last; month++)
    if (!month_is_closed (context, closed, month))
      g_array_append_val (open, month);
  return open;
}

gboolean
trama_context_months_closed (TramaContext *context, TramaWindow window)
{
  g_autoptr (GArray) open = trama_context_open_months (context, window);

  return open->len == 0;
}

int
trama_context_age_months (TramaContext *context)
{
  const TramaProgramme *programme = trama_context_programme (context);

  if (programme == NULL || !trama_date_is_known (programme->formed)
      || programme->formed.last > context->as_of)
    return -1;
  return trama_months_between (programme->formed.last, context->as_of);
}

int
trama_programme_month_of_appointment (const TramaProgramme *programme, gint32 day)
{
  if (programme == NULL || !trama_date_is_known (programme->appointed)
      || programme->appointed.last > day)
    return 0;
  return trama_months_between (programme->appointed.last, day) + 1;
}

static const TramaExchangeRate *
find_rate (TramaContext *context, const char *from, const char *to, gint32 day)
{
  TramaRecords rates
      = trama_table_by_event (trama_version_table (context->version, TRAMA_KIND_EXCHANGE_RATE));
  const TramaExchangeRate *found = NULL;

  for (guint i = 0; i < rates.n; i++)
    {
      const TramaExchangeRate *rate = (const TramaExchangeRate *) rates.records[i];

      if (strcmp (rate->from, from) == 0 && strcmp (rate->to, to) == 0 && rate->date.last <= day)
        found = rate;
    }
  return found;
}

/* Half away from zero; @rate is for whole units, so the minor units' digits come in. */
static gint64
at_rate (gint64 minor, double rate, int from_digits, int to_digits)
{
  double value = (double) minor * rate;

  for (int i = from_digits; i < to_digits; i++)
    value *= 10;
  for (int i = to_digits; i < from_digits; i++)
    value /= 10;
  return (gint64) (value < 0 ? value - 0.5 : value + 0.5);
}

gboolean
trama_context_convert (TramaContext *context, TramaMoney money, const char *currency, gint32 day,
                       gint64 *low, gint64 *high)
{
  const TramaExchangeRate *rate;
  double factor;
  int from_digits, to_digits;

  if (!trama_money_is_known (money))
    return FALSE;
  if (strcmp (money.currency, currency) == 0)
    {
      *low = money.low;
      *high = money.high;
      return TRUE;
    }
  rate = find_rate (context, money.currency, currency, day);
  if (rate != NULL)
    factor = rate->rate;
  else if ((rate = find_rate (context, currency, money.currency, day)) != NULL)
    factor = 1.0 / rate->rate;
  else
    return FALSE;
  from_digits = trama_currency_digits (money.currency);
  to_digits = trama_currency_digits (currency);
  *low = at_rate (money.low, factor, from_digits, to_digits);
  *high = at_rate (money.high, factor, from_digits, to_digits);
  return TRUE;
}
