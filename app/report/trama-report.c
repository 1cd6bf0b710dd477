/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a template: each part becomes a block of what is said, drawn or listed under its name. */

#include "trama-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-report-catalogue.h"
#include "trama-report-money.h"

struct _TramaReport
{
  gatomicrefcount references;
  TramaPages *pages;
  char *title;
  char *file_name;
  guint n_masked;
};

TramaReport *
trama_report_ref (TramaReport *report)
{
  g_atomic_ref_count_inc (&report->references);
  return report;
}

void
trama_report_unref (TramaReport *report)
{
  if (report == NULL || !g_atomic_ref_count_dec (&report->references))
    return;
  trama_pages_unref (report->pages);
  g_free (report->title);
  g_free (report->file_name);
  g_free (report);
}

TramaPages *
trama_report_get_pages (const TramaReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return report->pages;
}

const char *
trama_report_get_title (const TramaReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return report->title;
}

char *
trama_report_make_file_name (const TramaReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return g_strdup (report->file_name);
}

guint
trama_report_get_n_masked (const TramaReport *report)
{
  g_return_val_if_fail (report != NULL, 0);

  return report->n_masked;
}

gboolean
trama_report_audience_from_name (const char *name, TramaReportAudience *audience)
{
  static const char *const names[] = { "donor", "agency", "group" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *audience = (TramaReportAudience) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_right_to_left (const char *language)
{
  static const char *const languages[] = { "ar", "fa", "he", "ps", "ur", "yi" };

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_str_has_prefix (language, languages[i])
        && !g_ascii_isalpha (language[strlen (languages[i])]))
      return TRUE;
  return FALSE;
}

/* Parts. */

typedef struct
{
  TramaReportMaker *maker;
  TramaPageBlock *columns;   /* NULL: the page itself */
  guint column;
  double width;
} Target;

static void
add (const Target *target, TramaPageBlock *block)
{
  if (target->columns != NULL)
    trama_page_block_add_to_column (target->columns, target->column, block);
  else
    trama_page_document_add (target->maker->document, block);
}

static TramaPageText *
words_of (TramaReportMaker *maker, const TramaReportPart *part)
{
  return part->id != NULL ? trama_report_say (maker, part->id)
                          : trama_page_text_new (trama_report_template_text (part->text));
}

static void
add_paragraph (const Target *target, const TramaReportPart *part)
{
  TramaPageText *text = words_of (target->maker, part);
  TramaPageBlock *block;

  if (text == NULL)
    return;
  if (part->kind == TRAMA_REPORT_PART_HEADING)
    block = trama_page_block_new_heading (part->level, text);
  else
    {
      block = trama_page_block_new_paragraph (part->style, text);
      trama_page_block_set_align (block, part->align);
    }
  add (target, block);
}

static void
add_list (const Target *target, const TramaReportPart *part)
{
  g_autoptr (GPtrArray) texts = trama_report_list (target->maker, part->id);
  TramaPageBlock *list;

  if (texts->len == 0)
    return;
  if (part->kind == TRAMA_REPORT_PART_PARAGRAPHS)
    {
      for (guint i = 0; i < texts->len; i++)
        add (target, trama_page_block_new_paragraph (
                         part->style, g_steal_pointer ((TramaPageText **) &texts->pdata[i])));
      return;
    }
  list = trama_page_block_new_list (part->style, part->ordered);
  for (guint i = 0; i < texts->len; i++)
    trama_page_block_add_item (list, g_steal_pointer ((TramaPageText **) &texts->pdata[i]));
  add (target, list);
}

static void
add_key_figures (const Target *target, const TramaReportPart *part)
{
  TramaPageBlock *row = trama_page_block_new_key_figures ();

  for (guint i = 0; part->ids[i] != NULL; i++)
    {
      g_autofree char *figure = NULL;
      TramaPageText *words = NULL;

      if (trama_report_key_figure (target->maker, part->ids[i], &figure, &words))
        trama_page_block_add_key_figure (row, figure, words);
    }
  add (target, row);
}

static void
add_pairs (const Target *target, const TramaReportPart *part)
{
  TramaPageBlock *pairs = trama_page_block_new_pairs ();

  for (guint i = 0; part->ids[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      TramaPageText *text = NULL;

      if (trama_report_pair (target->maker, part->ids[i], &name, &text))
        trama_page_block_add_pair (pairs, name, text);
    }
  add (target, pairs);
}

static void
add_signatures (const Target *target, const TramaReportPart *part)
{
  TramaPageBlock *signatures = trama_page_block_new_signatures ();

  for (guint i = 0; part->ids[i] != NULL; i++)
    {
      g_autofree char *role = NULL;
      g_autofree char *name = NULL;

      if (trama_report_signature (target->maker, part->ids[i], &role, &name))
        trama_page_block_add_signature (signatures, role, name, _ ("Place, date, signature"));
    }
  add (target, signatures);
}

static void add_parts (const Target *target, const GPtrArray *parts);

static void
add_columns (const Target *target, const TramaReportPart *part)
{
  TramaPageBlock *columns = trama_page_block_new_columns ();

  for (guint i = 0; i < part->columns->len; i++)
    {
      const TramaReportColumn *column = part->columns->pdata[i];
      double share = target->width / TRAMA_PAGE_TEXT_WIDTH;
      Target inner = {
        .maker = target->maker,
        .columns = columns,
        .column = trama_page_block_add_column (columns, column->span),
        .width = trama_page_grid_width (column->span) * share,
      };

      add_parts (&inner, column->parts);
    }
  add (target, columns);
}

/* A chart in words and figures, for whom cannot see it and for whom wants to check it. */
/* About what a column of words at the size of tables needs, pt. */
static double
column_room (const TramaChartTable *table, guint column)
{
  glong longest = g_utf8_strlen (trama_chart_table_get_header (table, column), -1);

  for (guint row = 0; row < trama_chart_table_get_n_rows (table); row++)
    longest = MAX (longest, g_utf8_strlen (trama_chart_table_get_cell (table, row, column), -1));
  return 10 + 4.1 * (double) longest;
}

/* A long and narrow table goes on beside itself, as often as it fits the page. */
static guint
times_beside_itself (const TramaChartTable *table, double width)
{
  guint n_rows = trama_chart_table_get_n_rows (table);
  double room = 0;

  for (guint i = 0; i < trama_chart_table_get_n_columns (table); i++)
    room += column_room (table, i);
  if (n_rows < 8 || room <= 0)
    return 1;
  return (guint) CLAMP (width * 1.04 / room, 1, 4);
}

/* What the chart says beyond its title; NULL: nothing. */
static const char *
words_beside_title (const TramaReportDrawn *drawn)
{
  const char *sentence = trama_scene_get_sentence (drawn->scene);

  if (drawn->title != NULL && g_str_has_prefix (sentence, drawn->title))
    sentence += strlen (drawn->title);
  if (g_str_has_prefix (sentence, ". "))
    sentence += 2;
  return *sentence != '\0' ? sentence : NULL;
}

static TramaPageBlock *
tabulate_chart (const TramaReportDrawn *drawn, double width)
{
  const TramaChartTable *table = trama_scene_get_table (drawn->scene);
  guint n = trama_chart_table_get_n_columns (table);
  guint n_rows = trama_chart_table_get_n_rows (table);
  guint times = times_beside_itself (table, width), rows = (n_rows + times - 1) / times;
  g_autofree TramaPageColumn *columns = g_new0 (TramaPageColumn, MAX (n * times, 1));
  TramaPageTable *page_table;

  if (n == 0 || n_rows == 0)
    return NULL;
  for (guint i = 0; i < n * times; i++)
    {
      columns[i].title = trama_chart_table_get_header (table, i % n);
      columns[i].align = trama_chart_table_is_numeric (table, i % n) ? TRAMA_PAGE_ALIGN_END
                                                                     : TRAMA_PAGE_ALIGN_START;
    }
  page_table = trama_page_table_new (columns, n * times);
  for (guint row = 0; row < rows; row++)
    {
      trama_page_table_begin_row (page_table, TRAMA_PAGE_ROW_NORMAL);
      for (guint part = 0; part < times && row + part * rows < n_rows; part++)
        for (guint i = 0; i < n; i++)
          trama_page_table_add_cell (page_table,
                                     trama_chart_table_get_cell (table, row + part * rows, i));
    }
  return trama_page_block_new_table (page_table, NULL, words_beside_title (drawn), NULL);
}

/* A chart that is drawn twice has one table; and the network without the broker lists the same ties
 * as the one with her, and which of them are gone. */
static gboolean
is_told_elsewhere (const GPtrArray *drawn, guint index)
{
  const char *id = ((const TramaReportDrawn *) drawn->pdata[index])->id;

  for (guint i = 0; i < drawn->len; i++)
    {
      const char *other = ((const TramaReportDrawn *) drawn->pdata[i])->id;

      if (g_str_equal (id, other) ? i < index : g_str_has_prefix (other, id))
        return TRUE;
    }
  return FALSE;
}

static TramaPageText *
chart_numbers (const GPtrArray *drawn, const TramaReportDrawn *chart)
{
  TramaPageText *text = trama_page_text_new (NULL);

  for (guint i = 0; i < drawn->len; i++)
    {
      const TramaReportDrawn *other = drawn->pdata[i];

      if (!g_str_has_prefix (chart->id, other->id))
        continue;
      if (!trama_page_text_is_empty (text))
        trama_page_text_append (text, ", ");
      trama_page_text_append_number_of (text, other->anchor);
    }
  return text;
}

static void
add_chart_tables (const Target *target)
{
  GPtrArray *drawn = target->maker->drawn;

  for (guint i = 0; drawn != NULL && i < drawn->len; i++)
    {
      const TramaReportDrawn *chart = drawn->pdata[i];
      TramaPageBlock *block
          = is_told_elsewhere (drawn, i) ? NULL : tabulate_chart (chart, target->width);
      TramaPageText *text;

      if (block == NULL)
        continue;
      text = chart_numbers (drawn, chart);
      trama_page_text_append (text, "  ");
      trama_page_text_append (text, chart->title);
      add (target, trama_page_block_new_heading (2, text));
      add (target, block);
    }
}

static void
add_part (const Target *target, const TramaReportPart *part)
{
  TramaPageBlock *block = NULL;

  switch (part->kind)
    {
    case TRAMA_REPORT_PART_HEADING:
    case TRAMA_REPORT_PART_PARAGRAPH:
      add_paragraph (target, part);
      break;
    case TRAMA_REPORT_PART_PARAGRAPHS:
    case TRAMA_REPORT_PART_LIST:
      add_list (target, part);
      break;
    case TRAMA_REPORT_PART_CHART:
      block = trama_report_draw (target->maker, part->id, target->width, part->height, part->plain,
                                 trama_report_template_text (part->text));
      break;
    case TRAMA_REPORT_PART_TABLE:
      block = trama_report_tabulate (target->maker, part->id);
      break;
    case TRAMA_REPORT_PART_KEY_FIGURES:
      add_key_figures (target, part);
      break;
    case TRAMA_REPORT_PART_PAIRS:
      add_pairs (target, part);
      break;
    case TRAMA_REPORT_PART_SIGNATURES:
      add_signatures (target, part);
      break;
    case TRAMA_REPORT_PART_COLUMNS:
      add_columns (target, part);
      break;
    case TRAMA_REPORT_PART_CONTENTS:
      block = trama_page_block_new_contents (trama_report_template_text (part->text));
      break;
    case TRAMA_REPORT_PART_RULE:
      block = trama_page_block_new_rule ();
      break;
    case TRAMA_REPORT_PART_SPACE:
      block = trama_page_block_new_space (part->lines);
      break;
    case TRAMA_REPORT_PART_PAGE_BREAK:
      block = trama_page_block_new_page_break ();
      break;
    case TRAMA_REPORT_PART_CHART_TABLES:
      add_chart_tables (target);
      break;
    case TRAMA_REPORT_N_PARTS:
    default:
      break;
    }
  if (block != NULL)
    add (target, block);
}

static void
add_parts (const Target *target, const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    add_part (target, parts->pdata[i]);
}

static char *
make_foot (TramaReportMaker *maker)
{
  const TramaMethod *method = maker->evaluation->method;
  const char *agency = maker->portfolio != NULL ? maker->portfolio->agency : NULL;
  const char *title = trama_method_text (method->title);
  /* "PROFO: progress toward …" is known by what stands before the colon. */
  g_autofree char *brief = g_strndup (title, strcspn (title, ":"));
  g_autofree char *made
      /* Translators: the method, its version, whose wording and thresholds it has */
      = g_strdup_printf (_ ("evaluation with method %s %s (wording and thresholds: %s)"), brief,
                         method->version, trama_method_text (method->basis));
  g_autoptr (GString) foot = g_string_new (agency);

  g_string_append_printf (foot, "%s%s", foot->len > 0 ? " · " : "", made);
  if (maker->portfolio != NULL && maker->portfolio->illustration == TRAMA_TRUTH_YES)
    g_string_append_printf (foot, " · %s", _ ("invented data"));
  return g_string_free (g_steal_pointer (&foot), FALSE);
}

static TramaPageDocument *
make_document (TramaReportMaker *maker, const TramaReportOptions *options, const char *title)
{
  g_autofree char *day = trama_report_day (maker->as_of);
  g_autofree char *as_of = g_strdup_printf (_ ("as of %s"), day);
  g_autofree char *foot = make_foot (maker);
  g_autofree char *keywords = g_strdup_printf (
      "%s, %s, %s", maker->template->id, maker->evaluation->method->id, maker->programme->name);
  TramaPageSettings settings = {
    .paper = options->paper,
    .language = options->language,
    .right_to_left = maker->style.right_to_left,
    .head = maker->programme->name,
    .head_end = as_of,
    .foot = foot,
    .title = title,
    .author = maker->portfolio != NULL ? maker->portfolio->agency : NULL,
    .subject = trama_method_text (maker->evaluation->method->title),
    .keywords = keywords,
    .day = maker->as_of,
  };

  return trama_page_document_new (&settings);
}

static void
fill (TramaReportMaker *maker)
{
  const Target target = { .maker = maker, .width = TRAMA_PAGE_TEXT_WIDTH };

  for (guint i = 0; i < maker->template->sections->len; i++)
    {
      const TramaReportSection *section = maker->template->sections->pdata[i];
      g_autofree char *anchor = g_strconcat ("section-", section->id, NULL);

      trama_page_document_begin_section (
          maker->document, trama_report_template_text (section->name), anchor, section->flags);
      add_parts (&target, section->parts);
    }
}

static void
maker_clear (TramaReportMaker *maker)
{
  g_clear_pointer (&maker->dossier, trama_programme_dossier_free);
  g_clear_pointer (&maker->mask, trama_report_mask_free);
  g_clear_pointer (&maker->notes, trama_report_notes_free);
  g_clear_pointer (&maker->drawn, g_ptr_array_unref);
  g_clear_pointer (&maker->document, trama_page_document_free);
  g_clear_pointer (&maker->money, trama_report_money_free);
}

static gboolean
maker_init (TramaReportMaker *maker, TramaVersion *version, TramaId programme, gint32 as_of,
            const TramaReportOptions *options, GCancellable *cancellable)
{
  const TramaProgramme *record
      = (const TramaProgramme *) TRAMA_FIND (version, PROGRAMME, programme);

  maker->audience = options->audience;
  maker->recipient = options->recipient != NULL ? options->recipient : record->donor;
  maker->original = version;
  maker->as_of = as_of;
  maker->mask = trama_report_mask_new (version, programme, maker->audience, maker->recipient);
  maker->version = maker->mask->version;
  maker->dossier = trama_programme_dossier_new (
      maker->version, programme, as_of, (const TramaId *) (gpointer) maker->mask->masked->data,
      maker->mask->masked->len, cancellable);
  if (maker->dossier == NULL)
    return FALSE;
  maker->programme = trama_programme_dossier_programme (maker->dossier);
  maker->portfolio = trama_version_portfolio (maker->version);
  maker->evaluation = trama_programme_dossier_evaluation (maker->dossier);
  maker->results = trama_programme_dossier_results (maker->dossier);
  trama_context_init (&maker->context, maker->version, programme, as_of);
  maker->notes = trama_report_notes_new (maker->version, maker->mask->set);
  trama_chart_style_init (&maker->style, TRAMA_CHART_LIGHT);
  maker->style.right_to_left = is_right_to_left (options->language);
  if (options->language != NULL)
    g_strlcpy (maker->style.language, options->language, sizeof maker->style.language);
  return TRUE;
}

static guint
count_masked (TramaReportMaker *maker)
{
  g_autoptr (GPtrArray) members = trama_report_members (maker);
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    n += trama_report_mask_hides (maker->mask, ((const TramaRecord *) members->pdata[i])->id);
  return n;
}

static char *
make_file_name (TramaReportMaker *maker)
{
  char day[TRAMA_DATE_TEXT_SIZE];
  char *name;

  trama_date_to_text (trama_date_from_day (maker->as_of), day);
  name = g_strdup_printf ("%s %s.pdf", maker->programme->name, day);
  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

TramaReport *
trama_report_new (TramaVersion *version, TramaReportTemplate *template, TramaId programme,
                  gint32 as_of, const TramaReportOptions *options, GCancellable *cancellable,
                  GError **error)
{
  static const TramaReportOptions plain = { 0 };
  TramaReportMaker maker = { .template = template };
  TramaReport *report = NULL;

  g_return_val_if_fail (version != NULL && template != NULL, NULL);

  if (options == NULL)
    options = &plain;
  if (TRAMA_FIND (version, PROGRAMME, programme) == NULL)
    {
      char id[TRAMA_ID_LENGTH + 1];

      trama_id_to_text (programme, id);
      g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_INPUT, _ ("There is no programme %s."), id);
      return NULL;
    }
  if (maker_init (&maker, version, programme, as_of, options, cancellable))
    {
      report = g_new0 (TramaReport, 1);
      g_atomic_ref_count_init (&report->references);
      /* Translators: a programme, and what is printed of it: "Calzado Franklin: programme …" */
      report->title = g_strdup_printf (C_ ("report", "%s: %s"), maker.programme->name,
                                       trama_report_template_text (template->title));
      report->n_masked = count_masked (&maker);
      report->file_name = make_file_name (&maker);
      maker.document = make_document (&maker, options, report->title);
      fill (&maker);
      report->pages = trama_pages_new (maker.document);
    }
  maker_clear (&maker);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&report, trama_report_unref);
  return report;
}
