/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of what the firms do better: methods, machines, training, standards, services, finance. */
#include "trama-measures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
vague_date_question (TramaDate date)
{
  g_autofree char *prose = NULL;

  if (!trama_date_is_known (date))
    return g_strdup (_ ("When was it?"));
  prose = trama_date_to_prose (date);
  return g_strdup_printf (_ ("On which day was it? The record says “%s”."), prose);
}

/* Adds the record as what its state says, with the date as what is missing. */
static void
add_dated (TramaFigure *figure, const TramaRecord *record, TramaTri state, TramaDate date)
{
  if (state == TRAMA_YES)
    trama_figure_add (figure, record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
  else if (state == TRAMA_MAYBE)
    trama_figure_add (figure, record, TRAMA_ROLE_OPEN,
                      trama_date_is_known (date) ? TRAMA_REASON_DATE_VAGUE
                                                 : TRAMA_REASON_FIELD_MISSING,
                      vague_date_question (date));
}

/* parameters: months. The greatest number of owner groups that adopted one method. */
void
trama_measure_methods_adopted (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords practices
      = TRAMA_REFERRING (context->version, PRACTICE, TramaPractice, programme, context->subject);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < practices.n; i++)
    {
      const TramaPractice *practice = (const TramaPractice *) practices.records[i];
      TramaRecords adoptions = TRAMA_REFERRING (context->version, ADOPTION, TramaAdoption, practice,
                                                practice->record.id);
      g_auto (TramaOwners) owners = { 0 };
      TramaTri from_one_action = trama_id_is_none (practice->activity) ? TRAMA_MAYBE : TRAMA_YES;

      trama_owners_init (&owners);
      for (guint j = 0; j < adoptions.n; j++)
        {
          const TramaAdoption *adoption = (const TramaAdoption *) adoptions.records[j];
          TramaTri state = trama_window_holds (window, adoption->date);

          if (!trama_context_admits (context, &adoption->record))
            continue;
          state = MIN (state, trama_context_is_member (context, adoption->firm, adoption->date));
          if (trama_date_happened_by (adoption->dropped, context->as_of) == TRAMA_YES)
            state = TRAMA_NO;
          trama_owners_add (&owners, trama_owner_of (context->version, adoption->firm),
                            MIN (state, from_one_action));
          add_dated (figure, &adoption->record, state, adoption->date);
        }
      if (from_one_action == TRAMA_MAYBE && trama_owners_count (&owners, TRAMA_MAYBE) > 0)
        trama_figure_add (
            figure, &practice->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
            g_strdup_printf (_ ("From which action did “%s” come?"), practice->title));
      low = MAX (low, trama_owners_count (&owners, TRAMA_YES));
      high = MAX (high, trama_owners_count (&owners, TRAMA_MAYBE));
    }
  trama_figure_set_count (figure, low, high);
}

/* In how many different months of the window a firm's owner group used the machine. */
static void
count_months (TramaContext *context, TramaRecords uses, TramaId owner, TramaWindow window,
              guint *certain, guint *possible)
{
  g_autoptr (GHashTable) surely = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) perhaps = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < uses.n; i++)
    {
      const TramaServiceUse *use = (const TramaServiceUse *) uses.records[i];
      TramaTri when = trama_window_holds (window, use->date);
      int first;

      if (when == TRAMA_NO || !trama_context_admits (context, &use->record)
          || !trama_id_equal (trama_owner_of (context->version, use->firm), owner))
        continue;
      first = trama_day_month_index (use->date.first);
      g_hash_table_add (perhaps, GINT_TO_POINTER (first));
      if (when == TRAMA_YES && first == trama_day_month_index (use->date.last))
        g_hash_table_add (surely, GINT_TO_POINTER (first));
    }
  *certain = g_hash_table_size (surely);
  *possible = g_hash_table_size (perhaps);
}

/* parameters: months, months of use. The greatest number of owner groups that used one shared
 * machine in so many different months. */
void
trama_measure_shared_machine_users (TramaContext *context, const gint64 *parameters,
                                    TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords services
      = TRAMA_REFERRING (context->version, SERVICE, TramaService, programme, context->subject);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < services.n; i++)
    {
      const TramaService *service = (const TramaService *) services.records[i];
      TramaRecords uses = TRAMA_REFERRING (context->version, SERVICE_USE, TramaServiceUse, service,
                                           service->record.id);
      g_auto (TramaOwners) seen = { 0 };
      g_auto (TramaOwners) owners = { 0 };

      if (service->kind != TRAMA_SERVICE_MACHINE)
        continue;
      trama_owners_init (&seen);
      trama_owners_init (&owners);
      for (guint j = 0; j < uses.n; j++)
        {
          const TramaServiceUse *use = (const TramaServiceUse *) uses.records[j];
          TramaId owner = trama_owner_of (context->version, use->firm);
          guint certain, possible;
          TramaTri state;

          if (trama_window_holds (window, use->date) == TRAMA_NO
              || trama_context_is_member (context, use->firm, use->date) == TRAMA_NO)
            continue;
          if (trama_owners_state (&seen, owner) == TRAMA_NO)
            {
              trama_owners_add (&seen, owner, TRAMA_YES);
              count_months (context, uses, owner, window, &certain, &possible);
              state = certain >= parameters[1]    ? TRAMA_YES
                      : possible >= parameters[1] ? TRAMA_MAYBE
                                                  : TRAMA_NO;
              trama_owners_add (&owners, owner, state);
            }
          add_dated (figure, &use->record, trama_owners_state (&owners, owner), use->date);
        }
      low = MAX (low, trama_owners_count (&owners, TRAMA_YES));
      high = MAX (high, trama_owners_count (&owners, TRAMA_MAYBE));
    }
  trama_figure_set_count (figure, low, high);
}

/* The share of the base over the window, with the figure's records as they stand. */
static void
set_share_of_base (TramaContext *context, TramaFigure *figure, TramaWindow window,
                   const TramaOwners *some)
{
  g_auto (TramaOwners) base = { 0 };

  trama_owners_init (&base);
  trama_context_base (context, window, &base);
  if (trama_owners_count (&base, TRAMA_MAYBE) == 0)
    {
      trama_figure_set_unknown (figure, TRAMA_REASON_NO_BASE);
      return;
    }
  trama_owners_share (&base, some, &figure->low, &figure->high);
  if (figure->low.n != figure->high.n || figure->low.d != figure->high.d)
    {
      figure->reason = TRAMA_REASON_DATE_VAGUE;
      for (guint i = 0; i < figure->records->len; i++)
        if (g_array_index (figure->records, TramaFigureRecord, i).role == TRAMA_ROLE_OPEN)
          {
            figure->reason = g_array_index (figure->records, TramaFigureRecord, i).reason;
            break;
          }
    }
}

/* One owner group's sessions of a course in the window. */
typedef struct
{
  TramaId owner;
  guint certain, possible;
  const TramaRecord *last_session; /* the last one counted: a session counts once */
} Attended;

static Attended *
find_attended (GArray *all, TramaId owner)
{
  Attended added = { .owner = owner };

  for (guint i = 0; i < all->len; i++)
    if (trama_id_equal (g_array_index (all, Attended, i).owner, owner))
      return &g_array_index (all, Attended, i);
  g_array_append_val (all, added);
  return &g_array_index (all, Attended, all->len - 1);
}

static void
count_course (TramaContext *context, const TramaCourse *course, TramaWindow window,
              TramaOwners *owners, TramaFigure *figure)
{
  TramaRecords sessions
      = TRAMA_REFERRING (context->version, SESSION, TramaSession, course, course->record.id);
  g_autoptr (GArray) attended = g_array_new (FALSE, FALSE, sizeof (Attended));
  TramaTri chosen = course->chosen_by_group == TRAMA_TRUTH_YES  ? TRAMA_YES
                    : course->chosen_by_group == TRAMA_TRUTH_NO ? TRAMA_NO
                                                                : TRAMA_MAYBE;
  gint64 held = 0, planned;
  gboolean in_window = FALSE;

  for (guint i = 0; i < sessions.n; i++)
    {
      const TramaSession *session = (const TramaSession *) sessions.records[i];
      TramaRecords there = TRAMA_REFERRING (context->version, ATTENDANCE, TramaAttendance, session,
                                            session->record.id);
      TramaTri when = trama_window_holds (window, session->date);

      if (!trama_context_knows (context, &session->record))
        continue;
      held += trama_date_is_by (session->date, context->as_of) != TRAMA_NO;
      if (when == TRAMA_NO)
        continue;
      in_window = TRUE;
      for (guint j = 0; j < there.n; j++)
        {
          const TramaAttendance *attendance = (const TramaAttendance *) there.records[j];
          Attended *one;

          if (!trama_context_admits (context, &attendance->record) || attendance->people == 0)
            continue;
          one = find_attended (attended, trama_owner_of (context->version, attendance->firm));
          if (one->last_session == &session->record)
            continue;
          one->last_session = &session->record;
          one->certain += when == TRAMA_YES;
          one->possible++;
        }
    }
  if (!in_window)
    return;
  if (chosen == TRAMA_NO)
    {
      trama_figure_add (figure, &course->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                        g_strdup (_ ("the group did not choose this course")));
      return;
    }
  planned = course->sessions_planned != TRAMA_INTEGER_UNKNOWN ? MAX (course->sessions_planned, held)
                                                              : held;
  for (guint i = 0; i < attended->len; i++)
    {
      const Attended *one = &g_array_index (attended, Attended, i);
      TramaTri state = 2 * one->certain >= planned    ? TRAMA_YES
                       : 2 * one->possible >= planned ? TRAMA_MAYBE
                                                      : TRAMA_NO;

      trama_owners_add (owners, one->owner, MIN (state, chosen));
    }
  if (chosen == TRAMA_MAYBE)
    trama_figure_add (figure, &course->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                      g_strdup_printf (_ ("Did the group choose the course “%s”?"), course->title));
  else
    trama_figure_add (figure, &course->record, TRAMA_ROLE_COUNTS, TRAMA_REASON_NONE, NULL);
}

/* parameters: months */
void
trama_measure_members_trained (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords courses
      = TRAMA_REFERRING (context->version, COURSE, TramaCourse, programme, context->subject);
  g_auto (TramaOwners) owners = { 0 };

  trama_owners_init (&owners);
  for (guint i = 0; i < courses.n; i++)
    count_course (context, (const TramaCourse *) courses.records[i], window, &owners, figure);
  set_share_of_base (context, figure, window, &owners);
}

/* Firms that took a step on the route that counts, in the window. */
static void
count_route (TramaContext *context, const TramaRoute *route, TramaWindow window,
             TramaOwners *owners, TramaFigure *figure)
{
  TramaRecords steps = TRAMA_REFERRING (context->version, ROUTE_STEP_TAKEN, TramaRouteStepTaken,
                                        route, route->record.id);

  for (guint i = 0; i < steps.n; i++)
    {
      const TramaRouteStepTaken *step = (const TramaRouteStepTaken *) steps.records[i];
      TramaTri state = trama_window_holds (window, step->date);

      if (!trama_context_admits (context, &step->record) || step->step == TRAMA_ROUTE_OTHER)
        continue;
      if (state == TRAMA_NO)
        {
          if (trama_date_is_known (step->date) && step->date.last <= window.from)
            trama_figure_add (figure, &step->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                              g_strdup (_ ("before the window")));
          continue;
        }
      trama_owners_add (owners, trama_owner_of (context->version, step->firm), state);
      add_dated (figure, &step->record, state, step->date);
    }
}

/* parameters: months. Over all routes, the one that most of the base took a step on. */
void
trama_measure_standard_steps (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords routes
      = TRAMA_REFERRING (context->version, ROUTE, TramaRoute, programme, context->subject);
  TramaRatio low = { 0, 0 }, high = { 0, 0 };

  for (guint i = 0; i < routes.n || i == 0; i++)
    {
      g_auto (TramaOwners) owners = { 0 };

      trama_owners_init (&owners);
      if (i < routes.n)
        count_route (context, (const TramaRoute *) routes.records[i], window, &owners, figure);
      set_share_of_base (context, figure, window, &owners);
      if (!figure->known)
        return;
      if (i == 0 || trama_ratio_more_than (figure->low, low))
        low = figure->low;
      if (i == 0 || trama_ratio_more_than (figure->high, high))
        high = figure->high;
    }
  figure->low = low;
  figure->high = high;
}

static TramaTri
certificate_holds (TramaContext *context, const TramaCertificate *certificate)
{
  TramaTri issued = trama_date_is_by (certificate->issued, context->as_of);
  TramaTri valid;

  if (!trama_date_is_known (certificate->valid_until))
    valid = TRAMA_MAYBE;
  else if (certificate->valid_until.last < context->as_of)
    valid = TRAMA_NO;
  else
    valid = certificate->valid_until.first >= context->as_of ? TRAMA_YES : TRAMA_MAYBE;
  if (trama_date_happened_by (certificate->withdrawn, context->as_of) == TRAMA_YES)
    valid = TRAMA_NO;
  return MIN (issued, valid);
}

static void
count_certificates (TramaContext *context, const TramaRoute *route, TramaOwners *owners,
                    TramaFigure *figure)
{
  TramaRecords steps = TRAMA_REFERRING (context->version, ROUTE_STEP_TAKEN, TramaRouteStepTaken,
                                        route, route->record.id);

  for (guint i = 0; i < steps.n; i++)
    {
      const TramaRouteStepTaken *step = (const TramaRouteStepTaken *) steps.records[i];
      TramaRecords certificates
          = TRAMA_REFERRING (context->version, CERTIFICATE, TramaCertificate, firm, step->firm);

      if (trama_date_is_by (step->date, context->as_of) == TRAMA_NO
          || trama_context_is_member (context, step->firm, trama_date_from_day (context->as_of))
                 == TRAMA_NO)
        continue;
      for (guint j = 0; j < certificates.n; j++)
        {
          const TramaCertificate *certificate = (const TramaCertificate *) certificates.records[j];
          TramaTri state = certificate_holds (context, certificate);

          if (g_strcmp0 (certificate->standard, route->standard) != 0
              || !trama_context_admits (context, &certificate->record))
            continue;
          trama_owners_add (owners, trama_owner_of (context->version, step->firm), state);
          if (state == TRAMA_MAYBE)
            trama_figure_add (figure, &certificate->record, TRAMA_ROLE_OPEN,
                              TRAMA_REASON_FIELD_MISSING,
                              g_strdup (_ ("Until when is the certificate valid?")));
          else
            add_dated (figure, &certificate->record, state, certificate->issued);
        }
    }
}

/* Owner groups on one route that hold a valid certificate of its standard. */
void
trama_measure_certificates_on_route (TramaContext *context, const gint64 *parameters,
                                     TramaFigure *figure)
{
  TramaRecords routes
      = TRAMA_REFERRING (context->version, ROUTE, TramaRoute, programme, context->subject);
  gint64 low = 0, high = 0;

  for (guint i = 0; i < routes.n; i++)
    {
      g_auto (TramaOwners) owners = { 0 };

      trama_owners_init (&owners);
      count_certificates (context, (const TramaRoute *) routes.records[i], &owners, figure);
      low = MAX (low, trama_owners_count (&owners, TRAMA_YES));
      high = MAX (high, trama_owners_count (&owners, TRAMA_MAYBE));
    }
  trama_figure_set_count (figure, low, high);
}

/* "At least partly paid for": something above nothing. */
static TramaTri
was_paid (TramaMoney paid)
{
  if (!trama_money_is_known (paid))
    return TRAMA_MAYBE;
  return paid.low > 0 ? TRAMA_YES : paid.high > 0 ? TRAMA_MAYBE : TRAMA_NO;
}

static void
count_use (TramaContext *context, const TramaService *service, const TramaRecord *use, TramaId firm,
           TramaDate date, TramaMoney paid, TramaWindow window, TramaOwners *owners,
           TramaFigure *figure)
{
  TramaTri when = trama_window_holds (window, date);
  TramaTri origin = service->origin == 0                       ? TRAMA_MAYBE
                    : service->origin == TRAMA_ORIGIN_EXISTING ? TRAMA_NO
                                                               : TRAMA_YES;
  TramaTri state;

  if (when == TRAMA_NO || origin == TRAMA_NO
      || (!trama_context_admits (context, use)
          && !(trama_context_knows (context, use)
               && trama_context_admits (context, &service->record))))
    return;
  /* What was used before the group had the service is no use of it. */
  if (trama_date_is_known (service->started) && date.last < service->started.first)
    return;
  state = MIN (when, MIN (origin, was_paid (paid)));
  if (was_paid (paid) == TRAMA_NO)
    {
      trama_figure_add (figure, use, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                        g_strdup (_ ("the firm paid nothing")));
      return;
    }
  trama_owners_add (owners, trama_owner_of (context->version, firm), state);
  if (origin == TRAMA_MAYBE)
    trama_figure_add (figure, &service->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                      g_strdup_printf (_ ("Who set up or negotiated “%s”?"), service->title));
  if (state == TRAMA_MAYBE && when == TRAMA_YES && origin == TRAMA_YES)
    trama_figure_add (figure, use, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                      g_strdup (_ ("Did the firm pay for it, at least in part?")));
  else
    add_dated (figure, use, MIN (when, was_paid (paid)), date);
}

/* parameters: months */
void
trama_measure_service_users (TramaContext *context, const gint64 *parameters, TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords services
      = TRAMA_REFERRING (context->version, SERVICE, TramaService, programme, context->subject);
  g_auto (TramaOwners) owners = { 0 };

  trama_owners_init (&owners);
  for (guint i = 0; i < services.n; i++)
    {
      const TramaService *service = (const TramaService *) services.records[i];
      TramaRecords uses = TRAMA_REFERRING (context->version, SERVICE_USE, TramaServiceUse, service,
                                           service->record.id);

      for (guint j = 0; j < uses.n; j++)
        {
          const TramaServiceUse *use = (const TramaServiceUse *) uses.records[j];

          count_use (context, service, &use->record, use->firm, use->date, use->paid, window,
                     &owners, figure);
        }
      if (service->kind == TRAMA_SERVICE_TESTING && !trama_id_is_none (service->provider))
        {
          TramaRecords orders = TRAMA_REFERRING (context->version, TEST_ORDER, TramaTestOrder,
                                                 institution, service->provider);

          for (guint j = 0; j < orders.n; j++)
            {
              const TramaTestOrder *order = (const TramaTestOrder *) orders.records[j];

              if (trama_context_is_member (context, order->firm, order->received) != TRAMA_NO)
                count_use (context, service, &order->record, order->firm, order->received,
                           order->paid, window, &owners, figure);
            }
        }
    }
  set_share_of_base (context, figure, window, &owners);
}

/* parameters: months */
void
trama_measure_joint_finance_users (TramaContext *context, const gint64 *parameters,
                                   TramaFigure *figure)
{
  TramaWindow window = trama_window_before (context->as_of, (int) parameters[0]);
  TramaRecords lines = TRAMA_REFERRING (context->version, FINANCE_LINE, TramaFinanceLine, programme,
                                        context->subject);
  g_auto (TramaOwners) owners = { 0 };

  trama_owners_init (&owners);
  for (guint i = 0; i < lines.n; i++)
    {
      const TramaFinanceLine *line = (const TramaFinanceLine *) lines.records[i];
      TramaRecords drawings = TRAMA_REFERRING (context->version, DRAWING, TramaDrawing,
                                               finance_line, line->record.id);

      for (guint j = 0; j < drawings.n; j++)
        {
          const TramaDrawing *drawing = (const TramaDrawing *) drawings.records[j];
          TramaTri state;

          if (!trama_context_admits (context, &drawing->record))
            continue;
          if (!trama_date_is_known (drawing->drawn))
            {
              if (trama_date_is_by (drawing->applied, context->as_of) != TRAMA_NO)
                trama_figure_add (figure, &drawing->record, TRAMA_ROLE_MISSES, TRAMA_REASON_NONE,
                                  g_strdup (_ ("applied for, not drawn")));
              continue;
            }
          state = trama_window_holds (window, drawing->drawn);
          state = MIN (state, trama_context_is_member (context, drawing->firm, drawing->drawn));
          if (state != TRAMA_NO && !trama_date_is_known (line->agreed))
            {
              state = TRAMA_MAYBE;
              trama_figure_add (
                  figure, &line->record, TRAMA_ROLE_OPEN, TRAMA_REASON_FIELD_MISSING,
                  g_strdup_printf (_ ("When was “%s” agreed for the group?"), line->title));
            }
          else if (trama_date_is_known (line->agreed) && line->agreed.first > drawing->drawn.last)
            state = TRAMA_NO;
          trama_owners_add (&owners, trama_owner_of (context->version, drawing->firm), state);
          add_dated (figure, &drawing->record, state, drawing->drawn);
        }
    }
  trama_figure_set_count (figure, trama_owners_count (&owners, TRAMA_YES),
                          trama_owners_count (&owners, TRAMA_MAYBE));
}
