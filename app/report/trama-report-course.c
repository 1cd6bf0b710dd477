/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programme's course: phases, gates, plan; and what the cover says of how it was assessed. */

#include <glib/gi18n-lib.h>

#include "trama-record-json.h"
#include "trama-report-maker.h"

typedef enum
{
  STEP_DONE,
  STEP_DONE_LATE,
  STEP_LATE,
  STEP_TO_COME,
  STEP_NO_DATE,
} StepState;

/* Against the date first agreed: one that was put off is late. */
static StepState
state_of (TramaReportMaker *maker, const TramaPlanStep *step)
{
  gboolean done = trama_date_happened_by (step->done, maker->as_of) == TRAMA_YES;

  if (!trama_date_is_known (step->first_due))
    return done ? STEP_DONE : STEP_NO_DATE;
  if (done)
    return step->done.first > step->first_due.last ? STEP_DONE_LATE : STEP_DONE;
  return step->first_due.last <= maker->as_of ? STEP_LATE : STEP_TO_COME;
}

static TramaRecords
get_steps (TramaReportMaker *maker)
{
  return TRAMA_REFERRING (maker->version, PLAN_STEP, TramaPlanStep, programme,
                          maker->programme->record.id);
}

/* A step agreed later than the date was in no plan on it. */
static gboolean
was_agreed (TramaReportMaker *maker, const TramaPlanStep *step)
{
  return !trama_date_is_known (step->agreed) || step->agreed.first <= maker->as_of;
}

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  TramaRecords steps = get_steps (maker);
  guint due = 0, done = 0, late = 0;
  int month = trama_programme_dossier_month (maker->dossier);
  g_autofree char *steps_done = NULL;

  for (guint i = 0; i < steps.n; i++)
    {
      const TramaPlanStep *step = (const TramaPlanStep *) steps.records[i];
      StepState state = state_of (maker, step);

      if (!was_agreed (maker, step) || !trama_date_is_known (step->first_due)
          || step->first_due.last > maker->as_of)
        continue;
      due++;
      done += state == STEP_DONE || state == STEP_DONE_LATE;
      late += state == STEP_DONE_LATE;
    }
  if (due == 0)
    steps_done = g_strdup (_ ("no plan step was due so far"));
  else if (late == 0)
    steps_done
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u plan step that was due is done",
                                        "%u of %u plan steps that were due are done", due),
                           done, due);
  else
    steps_done = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u of %u plan step that was due is done, %u late",
                     "%u of %u plan steps that were due are done, %u of them late", due),
        done, due, late);
  switch (trama_programme_dossier_phase (maker->dossier))
    {
    /* Translators: how many plan steps are done */
    case 2:
      return trama_page_text_new_printf (_ ("The group is on its own; %s"), steps_done);
    case 1:
      return trama_page_text_new_printf (_ ("Consolidation is in its month %d; %s"), month,
                                         steps_done);
    case 0:
    default:
      return trama_page_text_new_printf (_ ("The group is in preparation; %s"), steps_done);
    }
}

static TramaPageBlock *
tabulate_plan (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Step") },
    { .title = N_ ("Who does it"), .second = TRUE },
    { .title = N_ ("First agreed"), .width = 62 },
    { .title = N_ ("Due now"), .width = 62, .second = TRUE },
    { .title = N_ ("Done"), .width = 62 },
    { .title = N_ ("State"), .width = 62 },
  };
  static const struct
  {
    TramaPageVerdict verdict;
    const char *label;
  } states[] = {
    [STEP_DONE] = { TRAMA_PAGE_VERDICT_MET, N_ ("done") },
    [STEP_DONE_LATE] = { TRAMA_PAGE_VERDICT_WEAK, N_ ("done late") },
    [STEP_LATE] = { TRAMA_PAGE_VERDICT_NOT_MET, N_ ("late") },
    [STEP_TO_COME] = { TRAMA_PAGE_VERDICT_NONE, N_ ("to come") },
    [STEP_NO_DATE] = { TRAMA_PAGE_VERDICT_UNKNOWN, N_ ("no date") },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  TramaRecords steps = get_steps (maker);

  trama_page_table_set_empty (
      table, _ ("No plan is recorded. A plan of at least five steps with names and dates would let "
                "criterion 9 be judged."));
  for (guint i = 0; i < steps.n; i++)
    {
      const TramaPlanStep *step = (const TramaPlanStep *) steps.records[i];
      StepState state = state_of (maker, step);
      g_autofree char *first = trama_date_to_short_prose (step->first_due);
      g_autofree char *due = trama_date_to_short_prose (step->due);
      g_autofree char *done = trama_date_to_short_prose (step->done);
      gboolean is_done = state == STEP_DONE || state == STEP_DONE_LATE;

      if (!was_agreed (maker, step))
        continue;
      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table, step->title);
      trama_page_table_add_cell (table, step->responsible != NULL ? step->responsible
                                                                  : _ ("nobody named"));
      trama_page_table_add_cell (table, first);
      trama_page_table_add_cell (table, trama_date_is_known (step->due) ? due : NULL);
      trama_page_table_add_cell (table, is_done ? done : NULL);
      trama_page_table_add_verdict (table, states[state].verdict,
                                    g_dgettext (GETTEXT_PACKAGE, states[state].label));
    }
  return trama_page_block_new_table (
      table, _ ("The plan, against the dates first agreed"),
      _ ("A step put off stays late; the date first agreed never changes"), NULL);
}

static TramaPageBlock *
tabulate_gates (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Gate"), .bold = TRUE },
    { .title = N_ ("Decided"), .width = 70 },
    { .title = N_ ("By") },
    { .title = N_ ("Reason, where a condition did not hold") },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  TramaRecords decisions = TRAMA_REFERRING (maker->version, GATE_DECISION, TramaGateDecision,
                                            programme, maker->programme->record.id);

  trama_page_table_set_empty (table, _ ("No decision at a gate is recorded."));
  for (guint i = 0; i < decisions.n; i++)
    {
      const TramaGateDecision *decision = (const TramaGateDecision *) decisions.records[i];
      g_autofree char *day = trama_date_to_short_prose (decision->date);

      if (trama_date_is_known (decision->date) && decision->date.first > maker->as_of)
        continue;
      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table,
                                 trama_programme_gate_label ((TramaProgrammeGate) decision->gate));
      trama_page_table_add_cell (table, day);
      trama_page_table_add_cell (table, decision->decided_by);
      trama_page_table_add_cell (table, decision->reason);
    }
  return trama_page_block_new_table (table, _ ("Decisions at the gates"), NULL, NULL);
}

/* Pairs. */

static TramaPageText *
say_period (TramaReportMaker *maker)
{
  const TramaProgramme *programme = maker->programme;
  g_autofree char *formed = trama_date_to_prose (programme->formed);
  g_autofree char *appointed = trama_date_to_prose (programme->appointed);
  g_autofree char *day = trama_report_day (maker->as_of);

  if (!trama_date_is_known (programme->formed))
    return trama_page_text_new_printf (_ ("to %s; when the group was formed is not recorded"), day);
  if (programme->formed.last > maker->as_of)
    return trama_page_text_new_printf (_ ("before the group was formed on %s"), formed);
  if (trama_date_is_by (programme->appointed, maker->as_of) != TRAMA_YES)
    return trama_page_text_new_printf (_ ("%s to %s; no manager appointed yet"), formed, day);
  return trama_page_text_new_printf (_ ("%s to %s; manager appointed %s"), formed, day, appointed);
}

static TramaPageText *
say_reader (TramaReportMaker *maker)
{
  g_autoptr (GPtrArray) members = trama_report_members (maker);
  TramaPageText *text;
  guint masked = 0;

  for (guint i = 0; i < members->len; i++)
    masked += trama_report_mask_hides (maker->mask, ((const TramaRecord *) members->pdata[i])->id);
  switch (maker->audience)
    {
    case TRAMA_REPORT_FOR_AGENCY:
      text = trama_page_text_new (_ ("The agency"));
      break;
    case TRAMA_REPORT_FOR_GROUP:
      text = trama_page_text_new (_ ("The group itself"));
      break;
    case TRAMA_REPORT_FOR_DONOR:
    default:
      text = trama_page_text_new (maker->recipient != NULL ? maker->recipient
                                                           : _ ("a donor not named"));
      break;
    }
  if (members->len == 0)
    return text;
  trama_page_text_append (text, "; ");
  if (masked == 0)
    {
      g_autofree char *words = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "the %u firm agreed to be named to this reader",
                       "all %u firms agreed to be named to this reader", members->len),
          members->len);

      trama_page_text_append (text, words);
    }
  else
    {
      g_autofree char *words = g_strdup_printf (
          g_dngettext (
              GETTEXT_PACKAGE,
              "%u of %u firm did not agree to be named to this reader and is a number here",
              "%u of %u firms did not agree to be named to this reader and are numbers here",
              members->len),
          masked, members->len);

      trama_page_text_append (text, words);
    }
  return text;
}

static TramaPageText *
say_assessed (TramaReportMaker *maker)
{
  return trama_page_text_new (
      _ ("By this program, of the records the agency and the manager keep; what rests on the "
         "manager’s word alone is graded D and counts as weak"));
}

static TramaPageText *
say_method (TramaReportMaker *maker)
{
  const TramaMethod *method = maker->evaluation->method;
  g_autofree char *source = trama_source_to_prose (&method->source);

  return trama_page_text_new_printf (
      _ ("%s, version %s, modelled on %s; wording and thresholds: %s"),
      trama_method_text (method->title), method->version, source,
      trama_method_text (method->basis));
}

/* Of the portfolio as it is, names and all: whoever holds the file can compute it again. */
static TramaPageText *
say_data (TramaReportMaker *maker)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *size = trama_number_to_prose (trama_version_size (maker->original), 0, FALSE);
  TramaPageText *text;

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (maker->original, (TramaKind) kind);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < trama_table_size (table); i++)
        {
          g_string_truncate (line, 0);
          trama_record_write_json (trama_table_get (table, i), line);
          g_checksum_update (checksum, (const guchar *) line->str, (gssize) line->len);
        }
    }
  text = trama_page_text_new_printf (
      _ ("%s records of the portfolio; checksum %.4s %.4s %.4s %.4s"), size,
      g_checksum_get_string (checksum), g_checksum_get_string (checksum) + 4,
      g_checksum_get_string (checksum) + 8, g_checksum_get_string (checksum) + 12);
  g_checksum_free (checksum);
  return text;
}

static TramaPageText *
say_short_goals (TramaReportMaker *maker)
{
  return trama_page_text_new (maker->programme->short_goals != NULL ? maker->programme->short_goals
                                                                    : _ ("not recorded"));
}

static TramaPageText *
say_medium_goals (TramaReportMaker *maker)
{
  return trama_page_text_new (
      maker->programme->medium_goals != NULL ? maker->programme->medium_goals : _ ("not recorded"));
}

static TramaPageText *
say_basis (TramaReportMaker *maker)
{
  return trama_page_text_new (maker->programme->basis != NULL ? maker->programme->basis
                                                              : _ ("not recorded"));
}

static TramaPageText *
say_rules (TramaReportMaker *maker)
{
  const TramaProgramme *programme = maker->programme;
  g_autofree char *rules = trama_date_to_prose (programme->rules_on);
  g_autofree char *form = trama_date_to_prose (programme->legal_form_on);
  gboolean has_rules = trama_date_is_by (programme->rules_on, maker->as_of) == TRAMA_YES
                       && trama_date_is_known (programme->rules_on);
  gboolean has_form = trama_date_is_by (programme->legal_form_on, maker->as_of) == TRAMA_YES
                      && trama_date_is_known (programme->legal_form_on);

  if (has_rules && has_form)
    return programme->legal_form != NULL
               ? trama_page_text_new_printf (_ ("written rules since %s; %s since %s"), rules,
                                             programme->legal_form, form)
               : trama_page_text_new_printf (_ ("written rules since %s; a legal form since %s"),
                                             rules, form);
  if (has_rules)
    return trama_page_text_new_printf (_ ("written rules since %s; no legal form"), rules);
  if (has_form)
    return trama_page_text_new_printf (_ ("a legal form since %s; no written rules"), form);
  return trama_page_text_new (_ ("neither written rules nor a legal form"));
}

const TramaReportSentence trama_report_course_sentences[] = {
  { "course-finding", say_finding },
  { NULL, NULL },
};

const TramaReportTabulation trama_report_course_tables[] = {
  { "plan", tabulate_plan },
  { "gates", tabulate_gates },
  { NULL, NULL },
};

const TramaReportPair trama_report_pairs[] = {
  { "period", N_ ("Period"), say_period },
  { "reader", N_ ("Prepared for"), say_reader },
  { "assessed", N_ ("Assessed"), say_assessed },
  { "method", N_ ("Method"), say_method },
  { "data", N_ ("Data"), say_data },
  { "basis", N_ ("Basis"), say_basis },
  { "short-goals", N_ ("Short term"), say_short_goals },
  { "medium-goals", N_ ("Medium term"), say_medium_goals },
  { "rules", N_ ("Rules"), say_rules },
  { NULL, NULL, NULL },
};
