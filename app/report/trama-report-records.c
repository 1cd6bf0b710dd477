/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The annex's last table: the records behind the notes. What is alike within a note is one row. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-report-maker.h"

#define LEAST_ID 6

/* Records of one note that bear the same name, grade and evidence. */
typedef struct
{
  char *title;
  char *evidence;
  TramaGrade grade;
  TramaDate first;
  TramaDate last;
  guint n;
  GString *ids;
  guint under;          /* the note under which they stand already; 0: none */
} Alike;

static void
alike_clear (gpointer data)
{
  Alike *alike = data;

  g_free (alike->title);
  g_free (alike->evidence);
  g_string_free (alike->ids, TRUE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* How many letters of an id are enough to find one record of the portfolio and no other. */
static guint
enough_letters (TramaReportMaker *maker)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gsize enough = LEAST_ID;

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (maker->version, (TramaKind) kind);

      for (guint i = 0; i < trama_table_size (table); i++)
        g_ptr_array_add (ids, trama_id_dup_text (trama_table_get (table, i)->id));
    }
  g_ptr_array_sort (ids, compare_texts);
  for (guint i = 1; i < ids->len; i++)
    {
      const char *one = ids->pdata[i - 1], *other = ids->pdata[i];
      gsize same = 0;

      while (one[same] != '\0' && one[same] == other[same])
        same++;
      enough = MAX (enough, same + 1);
    }
  return (guint) enough;
}

/* The evidence kept for the record itself. */
static char *
evidence_of (TramaReportMaker *maker, const TramaRecord *record)
{
  TramaRecords evidence = TRAMA_REFERRING (maker->version, EVIDENCE, TramaEvidence, of, record->id);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < evidence.n; i++)
    {
      const TramaEvidence *piece = (const TramaEvidence *) evidence.records[i];

      if (piece->title != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "", piece->title);
    }
  return titles->len > 0 ? g_string_free (g_steal_pointer (&titles), FALSE) : g_strdup ("–");
}

static void
add_to_alike (TramaReportMaker *maker, GArray *rows, const TramaRecord *record, guint letters,
              guint under)
{
  g_autofree char *title = trama_report_notes_title (maker->notes, record);
  g_autofree char *evidence = evidence_of (maker, record);
  g_autofree char *id = trama_id_dup_text (record->id);
  TramaGrade grade = trama_record_grade (maker->version, record);
  TramaDate event = trama_record_event (record);
  Alike *alike = NULL;

  for (guint i = 0; i < rows->len && alike == NULL; i++)
    {
      Alike *row = &g_array_index (rows, Alike, i);

      if (row->under != under)
        continue;
      if (under != 0
          || (row->grade == grade && g_str_equal (row->title, title)
              && g_str_equal (row->evidence, evidence)))
        alike = row;
    }
  if (alike == NULL)
    {
      Alike fresh = { .title = g_steal_pointer (&title),
                      .evidence = g_steal_pointer (&evidence),
                      .grade = grade,
                      .first = event,
                      .last = event,
                      .ids = g_string_new (NULL),
                      .under = under };

      g_array_append_val (rows, fresh);
      alike = &g_array_index (rows, Alike, rows->len - 1);
    }
  alike->n++;
  if (trama_date_is_known (event)
      && (!trama_date_is_known (alike->first) || event.first < alike->first.first))
    alike->first = event;
  if (trama_date_is_known (event)
      && (!trama_date_is_known (alike->last) || event.last > alike->last.last))
    alike->last = event;
  g_string_append_printf (alike->ids, "%s%.*s", alike->ids->len > 0 ? " " : "", (int) letters, id);
}

static void
add_row (TramaPageTable *table, const TramaReportNote *note, const Alike *alike, gboolean first)
{
  g_autofree char *number = g_strdup_printf ("%u", note->number);
  g_autofree char *from = trama_date_to_short_prose (alike->first);
  g_autofree char *to = trama_date_to_short_prose (alike->last);
  g_autofree char *title
      = alike->under != 0 && alike->n > 1
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record that stands under %u",
                                            "%u records that stand under %u", alike->n),
                               alike->n, alike->under)
        : alike->n > 1
            /* Translators: how many records, and what they are called: "46 × Contribution" */
            ? g_strdup_printf (C_ ("records", "%u × %s"), alike->n, alike->title)
            : g_strdup (alike->title);
  gboolean told = alike->under != 0 && alike->n > 1;
  g_autofree char *event = g_str_equal (from, to)
                               ? g_strdup (from)
                               : g_strdup_printf (C_ ("dates", "%s – %s"), from, to);

  trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
  trama_page_table_add_cell (table, first ? number : NULL);
  trama_page_table_add_cell (table, title);
  trama_page_table_add_cell (table, event);
  trama_page_table_add_cell (table, told ? NULL : trama_grade_id (alike->grade));
  trama_page_table_add_cell (table, told ? NULL : alike->evidence);
  trama_page_table_add_cell (table, told ? NULL : alike->ids->str);
}

static TramaPageBlock *
tabulate_records (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("No"), .align = TRAMA_PAGE_ALIGN_END, .width = 16 },
    { .title = N_ ("Record") },
    { .title = N_ ("Event"), .width = 62 },
    { .title = N_ ("Gr."), .bold = TRUE, .width = 14 },
    { .title = N_ ("Evidence"), .second = TRUE, .width = 104 },
    { .title = N_ ("Ids"), .second = TRUE, .width = 116 },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  guint letters = enough_letters (maker);
  /* Under which note each record stood first. */
  g_autoptr (GHashTable) seen = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);
  g_autofree char *subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "By note; an id never changes, and its first %u letter finds the record",
                   "By note; an id never changes, and its first %u letters find the record in the "
                   "portfolio",
                   letters),
      letters);

  trama_page_table_set_empty (table, _ ("No record carries any finding."));
  for (guint i = 0; i < trama_report_notes_n (maker->notes); i++)
    {
      const TramaReportNote *note = trama_report_notes_get (maker->notes, i);
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Alike));
      g_array_set_clear_func (rows, alike_clear);
      for (guint k = 0; k < note->records->len; k++)
        {
          const TramaRecord *record = trama_version_find_among (
              maker->version, TRAMA_ALL_KINDS, g_array_index (note->records, TramaId, k));

          add_to_alike (maker, rows, record, letters,
                        GPOINTER_TO_UINT (g_hash_table_lookup (seen, &record->id)));
        }
      for (guint k = 0; k < note->records->len; k++)
        if (!g_hash_table_contains (seen, &g_array_index (note->records, TramaId, k)))
          g_hash_table_insert (seen, &g_array_index (note->records, TramaId, k),
                               GUINT_TO_POINTER (note->number));
      for (guint k = 0; k < rows->len; k++)
        add_row (table, note, &g_array_index (rows, Alike, k), k == 0);
    }
  return trama_page_block_new_table (table, _ ("The records one by one"), subtitle, NULL);
}

const TramaReportTabulation trama_report_record_tables[] = {
  { "records", tabulate_records },
  { NULL, NULL },
};
