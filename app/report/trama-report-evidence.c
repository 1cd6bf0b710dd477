/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The annex: what the superior numbers stand for, note by note and record by record. */

#include <glib/gi18n-lib.h>

#include "trama-report-maker.h"

#define DAY_SECONDS 86400
#define CHECKSUM_DIGITS 8

static const TramaRecord *
find_record (TramaReportMaker *maker, TramaId id)
{
  return trama_version_find_among (maker->version, TRAMA_ALL_KINDS, id);
}

/* All records of all notes, each once. (transfer full) */
static GArray *
all_records (TramaReportMaker *maker)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TramaId));
  g_autoptr (GHashTable) seen = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);

  for (guint i = 0; i < trama_report_notes_n (maker->notes); i++)
    {
      const TramaReportNote *note = trama_report_notes_get (maker->notes, i);

      for (guint k = 0; k < note->records->len; k++)
        {
          TramaId *id = &g_array_index (note->records, TramaId, k);

          if (g_hash_table_add (seen, id))
            g_array_append_val (all, *id);
        }
    }
  return all;
}

static guint
count_grade (TramaReportMaker *maker, const GArray *records, TramaGrade grade)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += trama_record_grade (maker->version,
                             find_record (maker, g_array_index (records, TramaId, i)))
         == grade;
  return n;
}

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  g_autoptr (GArray) records = all_records (maker);
  guint n = trama_report_notes_n (maker->notes);
  guint documents = count_grade (maker, records, TRAMA_GRADE_A);
  g_autofree char *notes = NULL;

  if (n == 0)
    return trama_page_text_new (_ ("No record carries any finding"));
  notes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", n), n);
  return trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s carry the findings; %u of %u record behind them is backed by a document",
                   "%s carry the findings; %u of %u records behind them are backed by a document",
                   records->len),
      notes, documents, records->len);
}

static TramaPageText *
say_late (TramaReportMaker *maker)
{
  g_autoptr (GArray) records = all_records (maker);
  const GArray *trend = trama_programme_dossier_trend (maker->dossier);
  TramaPageText *text = trama_page_text_new (NULL);
  guint late = 0;

  for (guint i = 0; i < records->len; i++)
    late += trama_report_is_late (find_record (maker, g_array_index (records, TramaId, i)));
  trama_report_append (
      text, g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE,
                             "%u of %u record was entered more than 60 days after the event.",
                             "%u of %u records were entered more than 60 days after the event.",
                             records->len),
                late, records->len));
  if (trend != NULL && trend->len > 0)
    {
      const TramaTrendPoint *now = &g_array_index (trend, TramaTrendPoint, trend->len - 1);

      trama_report_append (
          text,
          now->met_as_known == now->score.met
              ? g_strdup (_ ("With only what was known on this day the score would be the "
                             "same."))
              : g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE,
                                 "With only what was known on this day %u criterion would be met.",
                                 "With only what was known on this day %u criteria would be met.",
                                 now->met_as_known),
                    now->met_as_known));
    }
  return text;
}

static TramaPageText *
say_ask (TramaReportMaker *maker)
{
  const char *agency = maker->portfolio != NULL ? maker->portfolio->agency : NULL;
  TramaPageText *text = trama_page_text_new (NULL);

  trama_report_append (text, agency != NULL ? g_strdup_printf (_ ("Files are kept by %s."), agency)
                                            : g_strdup (_ ("Files are kept by the agency.")));
  trama_report_append (
      text,
      g_strdup (_ ("To check one, compute its SHA-256 and compare the first eight figures. "
                   "Withheld here: what tests found, what single firms pay or borrow, results "
                   "of persons, reasons for leaving.")));
  return text;
}

/* "12 Sep 2025", or from the first to the last. (transfer full) */
static char *
span_of (TramaReportMaker *maker, const GArray *records)
{
  TramaDate first = TRAMA_DATE_NONE, last = TRAMA_DATE_NONE;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      TramaDate event
          = trama_record_event (find_record (maker, g_array_index (records, TramaId, i)));

      if (!trama_date_is_known (event))
        continue;
      if (!trama_date_is_known (first) || event.first < first.first)
        first = event;
      if (!trama_date_is_known (last) || event.last > last.last)
        last = event;
    }
  if (!trama_date_is_known (first))
    return g_strdup ("–");
  from = trama_date_to_short_prose (first);
  if (trama_date_equal (first, last))
    return g_steal_pointer (&from);
  to = trama_date_to_short_prose (last);
  /* Translators: the first and the last date of several records */
  return g_strdup_printf (C_ ("dates", "%s – %s"), from, to);
}

static char *
grades_of (TramaReportMaker *maker, const GArray *records)
{
  TramaGrade best = TRAMA_GRADE_D, worst = TRAMA_GRADE_A;

  for (guint i = 0; i < records->len; i++)
    {
      TramaGrade grade = trama_record_grade (
          maker->version, find_record (maker, g_array_index (records, TramaId, i)));

      best = MIN (best, grade);
      worst = MAX (worst, grade);
    }
  if (best == worst)
    return g_strdup (trama_grade_id (best));
  return g_strdup_printf ("%s–%s", trama_grade_id (best), trama_grade_id (worst));
}

/* The last entry, with a star and a count where some came late. */
static char *
entered_of (TramaReportMaker *maker, const GArray *records)
{
  gint64 last = 0;
  guint late = 0;
  g_autofree char *day = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const TramaRecord *record = find_record (maker, g_array_index (records, TramaId, i));

      last = MAX (last, record->entered);
      late += trama_report_is_late (record);
    }
  if (last == 0)
    return g_strdup ("–");
  day = trama_date_to_short_prose (trama_date_from_day ((gint32) (last / DAY_SECONDS)));
  if (late == 0)
    return g_steal_pointer (&day);
  if (records->len == 1)
    return g_strdup_printf ("%s *", day);
  return g_strdup_printf ("%s *%u", day, late);
}

static char *
checksum_of (TramaReportMaker *maker, const GArray *records)
{
  const char *checksum;

  if (records->len != 1)
    return g_strdup ("–");
  checksum = trama_report_checksum_of (maker->version, g_array_index (records, TramaId, 0));
  return checksum != NULL ? g_strndup (checksum, CHECKSUM_DIGITS) : g_strdup ("–");
}

/* A number that leads back to where it was used first. */
static TramaPageText *
number_text (guint number)
{
  g_autofree char *words = g_strdup_printf ("%u", number);
  g_autofree char *use = trama_page_text_use_anchor (number);
  TramaPageText *text = trama_page_text_new (NULL);

  trama_page_text_append_link (text, words, use);
  return text;
}

static TramaPageBlock *
tabulate_notes (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("No"), .align = TRAMA_PAGE_ALIGN_END, .width = 16 },
    { .title = N_ ("Record") },
    { .title = N_ ("What it shows") },
    { .title = N_ ("Event"), .width = 62 },
    { .title = N_ ("Gr."), .bold = TRUE, .width = 20 },
    { .title = N_ ("Entered"), .second = TRUE, .width = 66 },
    { .title = N_ ("Checksum"), .second = TRUE, .align = TRAMA_PAGE_ALIGN_END, .width = 44 },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));

  trama_page_table_set_empty (table, _ ("No record carries any finding."));
  for (guint i = 0; i < trama_report_notes_n (maker->notes); i++)
    {
      const TramaReportNote *note = trama_report_notes_get (maker->notes, i);
      g_autofree char *anchor = trama_page_text_note_anchor (note->number);
      g_autofree char *event = span_of (maker, note->records);
      g_autofree char *grades = grades_of (maker, note->records);
      g_autofree char *entered = entered_of (maker, note->records);
      g_autofree char *checksum = checksum_of (maker, note->records);

      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_set_anchor (table, anchor);
      trama_page_table_take_cell (table, number_text (note->number));
      trama_page_table_add_cell (table, note->title);
      trama_page_table_add_cell (table, note->shows);
      trama_page_table_add_cell (table, event);
      trama_page_table_add_cell (table, grades);
      trama_page_table_add_cell (table, entered);
      trama_page_table_add_cell (table, checksum);
    }
  return trama_page_block_new_table (
      table, _ ("Numbered evidence, in the order the report uses it"),
      _ ("Date of the event, or the span if only that is known; entered = put into the file, * "
         "more "
         "than 60 days after the event, and how many; checksum = first 8 of SHA-256, where a file "
         "is kept"),
      NULL);
}

static TramaPageBlock *
tabulate_grades (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .bold = TRUE, .width = 14 },
    { .title = NULL },
    { .align = TRAMA_PAGE_ALIGN_END, .width = 30 },
  };
  static const char *const meanings[] = {
    NULL,
    N_ ("a document both sides could show"),
    N_ ("two parties say so"),
    N_ ("one party says so"),
    N_ ("the manager’s estimate"),
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) records = all_records (maker);
  g_autofree char *all = g_strdup_printf ("%u", records->len);

  for (guint grade = TRAMA_GRADE_A; grade <= TRAMA_GRADE_D; grade++)
    {
      g_autofree char *count
          = g_strdup_printf ("%u", count_grade (maker, records, (TramaGrade) grade));

      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table, trama_grade_id ((TramaGrade) grade));
      trama_page_table_add_cell (table, g_dgettext (GETTEXT_PACKAGE, meanings[grade]));
      trama_page_table_add_cell (table, count);
    }
  trama_page_table_begin_row (table, TRAMA_PAGE_ROW_TOTAL);
  trama_page_table_add_cell (table, NULL);
  trama_page_table_add_cell (table, _ ("records behind the notes"));
  trama_page_table_add_cell (table, all);
  return trama_page_block_new_table (table, _ ("Grades"), NULL, NULL);
}

const TramaReportSentence trama_report_evidence_sentences[] = {
  { "evidence-finding", say_finding },
  { "late", say_late },
  { "ask", say_ask },
  { NULL, NULL },
};

const TramaReportTabulation trama_report_evidence_tables[] = {
  { "evidence", tabulate_notes },
  { "grades", tabulate_grades },
  { NULL, NULL },
};
