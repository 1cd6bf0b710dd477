/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done together: joint actions, initiatives, courses. */

#include <glib/gi18n-lib.h>

#include "trama-joint-actions.h"
#include "trama-report-maker.h"

static TramaRecords
get_activities (TramaReportMaker *maker)
{
  return TRAMA_REFERRING (maker->version, ACTIVITY, TramaActivity, programme,
                          maker->programme->record.id);
}

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  TramaRecords activities = get_activities (maker);
  guint all = 0, learning = 0;

  for (guint i = 0; i < activities.n; i++)
    {
      const TramaActivity *activity = (const TramaActivity *) activities.records[i];

      if (!trama_report_is_joint (maker, activity))
        continue;
      all++;
      learning += activity->learning == TRAMA_LEARNING_LEARNING;
    }
  if (all == 0)
    return trama_page_text_new (_ ("No joint action is recorded so far"));
  return trama_page_text_new_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "%u joint action so far, to which two or more owner groups put in; %u for learning",
          "%u joint actions so far, to which two or more owner groups put in; %u for learning",
          all),
      all, learning);
}

static TramaPageText *
say_definition (TramaReportMaker *maker)
{
  return trama_page_text_new (_ (
      "A joint action has one stated result, to which each partner puts in recorded money, goods "
      "or hours; attendance is not a contribution. Static actions cut cost, buy or lobby; in "
      "learning actions the firms learn something they can use alone."));
}

/* Who led it, by name where it may be told. */
static char *
leader_of (TramaReportMaker *maker, const TramaActivity *activity)
{
  const TramaRecord *leader = trama_version_find_among (
      maker->version,
      TRAMA_KIND_BIT (TRAMA_KIND_FIRM) | TRAMA_KIND_BIT (TRAMA_KIND_PERSON)
          | TRAMA_KIND_BIT (TRAMA_KIND_INSTITUTION),
      activity->led_by);

  if (leader == NULL)
    return g_strdup ("–");
  if (trama_id_equal (leader->id, maker->programme->manager))
    return g_strdup (_ ("the manager"));
  return g_strdup (trama_record_title (leader));
}

static void
add_joint_action (TramaReportMaker *maker, TramaPageTable *table, const TramaActivity *activity)
{
  g_auto (TramaOwners) partners = { 0 };
  g_autofree char *day = trama_date_to_short_prose (activity->date);
  g_autofree char *leader = leader_of (maker, activity);
  g_autofree char *count = NULL;
  TramaPageText *result;

  trama_owners_init (&partners);
  trama_joint_action_partners (&maker->context, activity, &partners);
  count = g_strdup_printf ("%u", trama_owners_count (&partners, TRAMA_YES));
  result = trama_page_text_new (activity->result);
  trama_report_notes_cite (maker->notes, result, &activity->record.id, 1,
                           trama_activity_kind_label ((TramaActivityKind) activity->kind));
  trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
  trama_page_table_add_cell (table, day);
  trama_page_table_add_cell (table,
                             activity->title != NULL
                                 ? activity->title
                                 : trama_activity_kind_label ((TramaActivityKind) activity->kind));
  trama_page_table_add_cell (table, count);
  trama_page_table_add_cell (table, leader);
  trama_page_table_add_cell (table, activity->learning == TRAMA_LEARNING_LEARNING ? _ ("learning")
                                    : activity->learning == TRAMA_LEARNING_STATIC ? _ ("static")
                                                                                  : "–");
  trama_page_table_take_cell (table, result);
}

static TramaPageBlock *
tabulate_joint_actions (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Date"), .width = 56 },
    { .title = N_ ("Joint action") },
    { .title = N_ ("Put in"), .align = TRAMA_PAGE_ALIGN_END, .width = 28 },
    { .title = N_ ("Led by"), .second = TRUE, .width = 76 },
    { .title = N_ ("Kind"), .width = 40 },
    { .title = N_ ("Stated result") },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  TramaRecords activities = get_activities (maker);

  trama_page_table_set_empty (table,
                              _ ("None: nothing is recorded to which two owner groups put in "
                                 "money, goods or hours for a stated result."));
  for (guint i = 0; i < activities.n; i++)
    if (trama_report_is_joint (maker, (const TramaActivity *) activities.records[i]))
      add_joint_action (maker, table, (const TramaActivity *) activities.records[i]);
  return trama_page_block_new_table (table, _ ("Joint actions in the order of their dates"),
                                     _ ("Put in: owner groups with a recorded contribution"), NULL);
}

static TramaPageBlock *
tabulate_initiatives (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Initiative") },
    { .title = N_ ("Kind"), .second = TRUE },
    { .title = N_ ("Proposed"), .width = 60 },
    { .title = N_ ("Decided"), .width = 92 },
    { .title = N_ ("How it turned out"), .width = 88 },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  TramaRecords initiatives = TRAMA_REFERRING (maker->version, INITIATIVE, TramaInitiative,
                                              programme, maker->programme->record.id);

  trama_page_table_set_empty (table, _ ("No initiative is recorded."));
  for (guint i = 0; i < initiatives.n; i++)
    {
      const TramaInitiative *initiative = (const TramaInitiative *) initiatives.records[i];
      g_autofree char *proposed = trama_date_to_short_prose (initiative->proposed);
      g_autofree char *approved = trama_date_to_short_prose (initiative->approved);
      g_autofree char *refused = trama_date_to_short_prose (initiative->refused);
      g_autofree char *decided = NULL;
      gboolean known = trama_date_is_by (initiative->outcome_on, maker->as_of) != TRAMA_NO;

      if (trama_date_is_known (initiative->proposed) && initiative->proposed.first > maker->as_of)
        continue;
      if (trama_date_happened_by (initiative->approved, maker->as_of) == TRAMA_YES)
        decided = g_strdup_printf (_ ("yes, %s"), approved);
      else if (trama_date_happened_by (initiative->refused, maker->as_of) == TRAMA_YES)
        decided = g_strdup_printf (_ ("no, %s"), refused);
      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table, initiative->title);
      trama_page_table_add_cell (
          table, initiative->kind != 0
                     ? trama_initiative_kind_label ((TramaInitiativeKind) initiative->kind)
                     : NULL);
      trama_page_table_add_cell (table, proposed);
      trama_page_table_add_cell (table, decided != NULL ? decided
                                        /* What has run was decided, though nobody wrote it down. */
                                        : known && initiative->outcome != TramaOutcome_UNKNOWN_
                                            ? _ ("not recorded")
                                            : _ ("not decided"));
      trama_page_table_add_cell (table,
                                 initiative->outcome != 0 && known
                                     ? trama_outcome_label ((TramaOutcome) initiative->outcome)
                                     : "–");
    }
  return trama_page_block_new_table (table, _ ("Initiatives: planned joint actions"), NULL, NULL);
}

/* Training. */

typedef struct
{
  guint sessions;
  GHashTable *of_firm; /* firm's id → sessions attended */
  gint64 women, men, uncounted;
} CourseCount;

static void
count_attendance (TramaReportMaker *maker, const TramaSession *session, CourseCount *count)
{
  TramaRecords attendances
      = TRAMA_REFERRING (maker->version, ATTENDANCE, TramaAttendance, session, session->record.id);

  for (guint i = 0; i < attendances.n; i++)
    {
      const TramaAttendance *attendance = (const TramaAttendance *) attendances.records[i];
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (count->of_firm, &attendance->firm));

      g_hash_table_insert (count->of_firm, (gpointer) &attendance->firm,
                           GUINT_TO_POINTER (before + 1));
      count->women += attendance->women != TRAMA_INTEGER_UNKNOWN ? attendance->women : 0;
      count->men += attendance->men != TRAMA_INTEGER_UNKNOWN ? attendance->men : 0;
      count->uncounted += attendance->people != TRAMA_INTEGER_UNKNOWN ? attendance->people : 0;
    }
}

static void
count_owners (TramaReportMaker *maker, const CourseCount *count, guint *any, guint *half)
{
  g_auto (TramaOwners) came = { 0 };
  g_auto (TramaOwners) stayed = { 0 };
  GHashTableIter iter;
  gpointer firm, sessions;

  trama_owners_init (&came);
  trama_owners_init (&stayed);
  g_hash_table_iter_init (&iter, count->of_firm);
  while (g_hash_table_iter_next (&iter, &firm, &sessions))
    {
      TramaId owner = trama_owner_of (maker->version, *(TramaId *) firm);

      trama_owners_add (&came, owner, TRAMA_YES);
      if (GPOINTER_TO_UINT (sessions) * 2 >= count->sessions)
        trama_owners_add (&stayed, owner, TRAMA_YES);
    }
  *any = trama_owners_count (&came, TRAMA_YES);
  *half = trama_owners_count (&stayed, TRAMA_YES);
}

static void
add_count (TramaPageTable *table, gint64 count)
{
  g_autofree char *text = trama_number_to_prose ((double) count, 0, FALSE);

  trama_page_table_add_cell (table, text);
}

/* The day of the first session held by the as-of date; TRAMA_DATE_NONE: none was. */
static TramaDate
course_began (TramaReportMaker *maker, const TramaCourse *course)
{
  TramaRecords sessions
      = TRAMA_REFERRING (maker->version, SESSION, TramaSession, course, course->record.id);
  TramaDate first = TRAMA_DATE_NONE;

  for (guint i = 0; i < sessions.n; i++)
    {
      const TramaSession *session = (const TramaSession *) sessions.records[i];

      if (trama_date_is_by (session->date, maker->as_of) == TRAMA_YES
          && (!trama_date_is_known (first) || session->date.first < first.first))
        first = session->date;
    }
  return first;
}

static int
compare_courses (gconstpointer a, gconstpointer b, gpointer data)
{
  TramaDate x = course_began (data, a), y = course_began (data, b);

  if (x.first != y.first)
    return x.first < y.first ? -1 : 1;
  return trama_id_compare (((const TramaRecord *) a)->id, ((const TramaRecord *) b)->id);
}

static gboolean
add_course (TramaReportMaker *maker, TramaPageTable *table, const TramaCourse *course)
{
  TramaRecords sessions
      = TRAMA_REFERRING (maker->version, SESSION, TramaSession, course, course->record.id);
  CourseCount count
      = { .of_firm = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer) };
  const TramaRecord *held_by = TRAMA_FIND (maker->version, INSTITUTION, course->institution);
  g_autofree char *day = NULL;
  g_autofree char *held = NULL;
  guint any, half;

  for (guint i = 0; i < sessions.n; i++)
    {
      const TramaSession *session = (const TramaSession *) sessions.records[i];

      if (trama_date_is_by (session->date, maker->as_of) != TRAMA_YES)
        continue;
      count.sessions++;
      count_attendance (maker, session, &count);
    }
  count_owners (maker, &count, &any, &half);
  g_hash_table_unref (count.of_firm);
  if (count.sessions == 0)
    return FALSE;
  day = trama_date_to_short_prose (course_began (maker, course));
  held = course->sessions_planned != TRAMA_INTEGER_UNKNOWN
             ? g_strdup_printf (C_ ("sessions", "%u of %d"), count.sessions,
                                (int) course->sessions_planned)
             : g_strdup_printf ("%u", count.sessions);
  trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
  trama_page_table_add_cell (table, course->title);
  trama_page_table_add_cell (table, held_by != NULL ? trama_record_title (held_by) : NULL);
  trama_page_table_add_cell (table, day);
  trama_page_table_add_cell (table, course->chosen_by_group == TRAMA_TRUTH_YES  ? _ ("yes")
                                    : course->chosen_by_group == TRAMA_TRUTH_NO ? _ ("no")
                                                                                : "–");
  trama_page_table_add_cell (table, held);
  add_count (table, any);
  add_count (table, half);
  add_count (table, count.women);
  add_count (table, count.men);
  add_count (table, count.uncounted);
  return TRUE;
}

static TramaPageBlock *
tabulate_courses (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Course") },
    { .title = N_ ("Held by"), .second = TRUE },
    { .title = N_ ("Began"), .width = 56 },
    { .over = N_ ("chosen"), .title = N_ ("by group"), .width = 36 },
    { .over = N_ ("sessions"), .title = N_ ("held"), .align = TRAMA_PAGE_ALIGN_END, .width = 36 },
    { .over = N_ ("owner groups"),
      .title = N_ ("came"),
      .align = TRAMA_PAGE_ALIGN_END,
      .width = 46 },
    { .over = N_ ("at half"), .title = N_ ("or more"), .align = TRAMA_PAGE_ALIGN_END, .width = 32 },
    { .over = N_ ("places"), .title = N_ ("women"), .align = TRAMA_PAGE_ALIGN_END, .width = 28 },
    { .title = N_ ("men"), .align = TRAMA_PAGE_ALIGN_END, .width = 20 },
    { .over = N_ ("not"), .title = N_ ("split"), .align = TRAMA_PAGE_ALIGN_END, .width = 20 },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  TramaRecords courses = TRAMA_REFERRING (maker->version, COURSE, TramaCourse, programme,
                                          maker->programme->record.id);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  trama_page_table_set_empty (table, _ ("No course has been held so far."));
  for (guint i = 0; i < courses.n; i++)
    g_ptr_array_add (ordered, (gpointer) courses.records[i]);
  g_ptr_array_sort_values_with_data (ordered, compare_courses, maker);
  for (guint i = 0; i < ordered->len; i++)
    add_course (maker, table, ordered->pdata[i]);
  return trama_page_block_new_table (
      table, _ ("Courses, and who came"),
      _ ("Places: one person at one session. Results of persons are not printed"), NULL);
}

static TramaPageText *
say_training (TramaReportMaker *maker)
{
  const TramaCriterionResult *result = trama_report_result (maker, "training");
  const TramaFigureUse *use;
  g_autofree char *figure = NULL;
  TramaPageText *text;

  if (result == NULL || result->figures->len == 0)
    return trama_page_text_new (_ ("Training"));
  use = result->figures->pdata[result->deciding];
  if (!use->figure->known)
    {
      if (use->figure->reason == TRAMA_REASON_NO_BASE)
        return trama_page_text_new (
            _ ("Who trains cannot be judged yet: no firm was a member for half of twelve months"));
      text = trama_page_text_new_printf (_ ("Training in twelve months cannot be judged: %s"),
                                         trama_reason_label (use->figure->reason));
      return text;
    }
  if (use->figure->low.n == 0 && use->figure->high.n == 0)
    return trama_page_text_new (
        _ ("No owner group followed a course of its own choice in twelve months"));
  figure = trama_figure_to_prose (use->figure);
  return trama_page_text_new_printf (
      _ ("%s followed a course of their own choice in twelve months"), figure);
}

const TramaReportSentence trama_report_action_sentences[] = {
  { "actions-finding", say_finding },
  { "joint-action", say_definition },
  { "training-finding", say_training },
  { NULL, NULL },
};

const TramaReportTabulation trama_report_action_tables[] = {
  { "joint-actions", tabulate_joint_actions },
  { "initiatives", tabulate_initiatives },
  { "courses", tabulate_courses },
  { NULL, NULL },
};
