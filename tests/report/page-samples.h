/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Documents for tests of the page: one that looks like a report, and random ones. */

#include "trama-pages.h"
#include "trama-scene-builder.h"

static inline TramaScene *
sample_scene (double width, double height, const char *label)
{
  TramaChartStyle style;
  g_autoptr (TramaSceneBuilder) builder = NULL;
  TramaPaint frame = { .stroke = TRAMA_COLOUR_AXIS, .width = TRAMA_WIDTH_AXIS };
  TramaTextSpec text = { .text = label, .colour = TRAMA_COLOUR_TEXT_1 };

  trama_chart_style_init (&style, TRAMA_CHART_LIGHT);
  builder = trama_scene_builder_new (&style, width, height);
  trama_scene_builder_add_rectangle (builder, 1, 1, width - 2, height - 2, 0, &frame);
  trama_scene_builder_add_text (builder, &text, 10, height / 2);
  return trama_scene_builder_finish (builder, "A box with a word in it.", NULL);
}

static inline TramaPageSettings
sample_settings (TramaPaper paper)
{
  return (TramaPageSettings) {
    .paper = paper,
    .language = "en",
    .head = "Calzado Franklin",
    .head_end = "as of 30 June 2026",
    .foot = "Agencia Sur · evaluation with method PROFO 1.0 · invented data",
    .title = "Calzado Franklin: evaluation",
    .author = "Agencia Sur",
    .subject = "Progress toward a self-sustaining network",
    .keywords = "evaluation, network, PROFO",
    .day = 20634, /* 30 June 2026 */
  };
}

static inline void
sample_add_summary (TramaPageDocument *document)
{
  static const char *const heads[] = { "What works", "What does not yet", "What is asked of you" };
  static const char *const texts[][3] = {
    { "Two joint stands, one consignment; two orders, USD 61,000, delivered by several firms.",
      "11 of 20 owner groups followed a course they had chosen.",
      "9 of 20 pay, at least in part, for tests at the Instituto del Cuero." },
    { "No joint credit, guarantee or fund was drawn on in 24 closed months.",
      "One meeting of the seven in the last 12 months was called and chaired by members; two are "
      "needed.",
      "The share paid is two months behind." },
    { "Decide by 30 September on the guarantee fund the group applied for in March.",
      "Let the municipality pay the half it still owes, USD 6,000.",
      "Keep the agreed share as it stands: full by October 2027." },
  };
  TramaPageBlock *block;

  trama_page_document_begin_section (document, "Summary", "summary", TRAMA_PAGE_SECTION_NUMBERED);
  trama_page_document_add (
      document, trama_page_block_new_heading (
                    1, trama_page_text_new ("After 24 months the group meets seven, at most "
                                            "eight, of twelve criteria and pays 65% of its "
                                            "manager")));
  trama_page_document_add (
      document,
      trama_page_block_new_paragraph (
          TRAMA_PAGE_PARAGRAPH_BODY,
          trama_page_text_new (
              "Twenty-two shoe firms, 20 owner groups, have worked together since July 2024. They "
              "go to market as a group, train together and use the testing centre. They do not "
              "yet finance anything together, few meetings are called by members, and nobody "
              "outside has followed their example. One criterion cannot be judged: for a joint "
              "safety shoe the stage reached was not recorded.")));
  block = trama_page_block_new_key_figures ();
  trama_page_block_add_key_figure (
      block, "7–8 of 12",
      trama_page_text_new ("criteria met; one of the seven rests on one party’s word"));
  trama_page_block_add_key_figure (
      block, "65%",
      trama_page_text_new ("of the manager’s pay carried by the firms; 69% was agreed"));
  trama_page_block_add_key_figure (
      block, "12 of 22",
      trama_page_text_new ("firms would stay connected without the manager; 4 stand alone"));
  trama_page_block_add_key_figure (
      block, "177,100", trama_page_text_new ("USD spent of 184,400 budgeted; 8,050 a firm"));
  trama_page_document_add (document, block);

  block = trama_page_block_new_columns ();
  for (guint i = 0; i < 2; i++)
    {
      guint column = trama_page_block_add_column (block, 6);
      TramaPageBlock *chart = trama_page_block_new_chart (
          sample_scene (trama_page_grid_width (6), 150, "the plot"),
          i == 0 ? "Seven criteria met, at most eight"
                 : "Firms pay 65% of their manager, two months behind what was agreed",
          i == 0 ? "Of twelve, by months since formation; hatched: cannot be judged yet"
                 : "Members’ cash in % of the manager’s pay due, mean of 3 closed months, by month "
                   "since her appointment",
          NULL);

      trama_page_block_set_anchor (chart, i == 0 ? "figure-met" : "figure-paid");
      trama_page_block_add_to_column (block, column, chart);
    }
  trama_page_document_add (document, block);

  block = trama_page_block_new_columns ();
  for (guint i = 0; i < 3; i++)
    {
      guint column = trama_page_block_add_column (block, 4);

      trama_page_block_add_to_column (
          block, column, trama_page_block_new_heading (2, trama_page_text_new (heads[i])));
      for (guint k = 0; k < 3; k++)
        trama_page_block_add_to_column (
            block, column,
            trama_page_block_new_paragraph (TRAMA_PAGE_PARAGRAPH_COLUMN,
                                            trama_page_text_new (texts[i][k])));
    }
  trama_page_document_add (document, block);
  trama_page_document_add (document, trama_page_block_new_rule ());
}

static inline void
sample_add_criteria (TramaPageDocument *document)
{
  static const TramaPageColumn columns[] = {
    { .title = "Head", .second = TRUE },
    { .title = NULL, .align = TRAMA_PAGE_ALIGN_END, .width = 12 },
    { .title = "Criterion", .bold = TRUE },
    { .title = "Verdict", .width = 62 },
    { .title = "Figure and notes", .width = 148 },
    { .title = "Needed" },
    { .title = "Grade", .align = TRAMA_PAGE_ALIGN_END, .bold = TRUE },
  };
  static const struct
  {
    const char *head;
    const char *title;
    TramaPageVerdict verdict;
    const char *words;
    const char *figure;
    guint notes[3];
    guint n_notes;
    const char *needed;
    const char *grade;
  } rows[] = {
    { "Sales",
      "Market as a group",
      TRAMA_PAGE_VERDICT_MET,
      "met",
      "2 joint stands, 1 consignment; 9, 6 and 11 owner groups shared the cost",
      { 4, 5, 6 },
      3,
      "1, by ≥ 3",
      "A" },
    { NULL,
      "Joint selling",
      TRAMA_PAGE_VERDICT_MET,
      "met",
      "2 orders delivered by 4 and 3 owner groups; USD 61,000 invoiced",
      { 7, 8 },
      2,
      "1, by ≥ 2",
      "B" },
    { "Product",
      "Product",
      TRAMA_PAGE_VERDICT_UNKNOWN,
      "cannot be judged",
      "1 safety shoe by 3 owner groups; stage reached not recorded",
      { 9 },
      1,
      "a stated stage",
      "–" },
    { "Quality",
      "Standards",
      TRAMA_PAGE_VERDICT_WEAK,
      "met, weak",
      "8 of 20 took a dated step toward ISO 9000",
      { 10 },
      1,
      "≥ 7 of 20",
      "C" },
    { "Finance",
      "Finance",
      TRAMA_PAGE_VERDICT_NOT_MET,
      "not met",
      "none drawn in 24 closed months; 1 application open",
      { 11 },
      1,
      "≥ 3",
      "A" },
  };
  TramaPageTable *table = trama_page_table_new (columns, G_N_ELEMENTS (columns));
  TramaPageText *text;
  TramaPageBlock *block;

  trama_page_document_begin_section (document, "Criteria", "criteria", TRAMA_PAGE_SECTION_NUMBERED);
  trama_page_document_add (
      document,
      trama_page_block_new_heading (
          1, trama_page_text_new ("Seven criteria are met, one of them on weak evidence; four "
                                  "are not, one cannot be judged")));
  trama_page_table_set_loose (table, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table, rows[i].head);
      trama_page_table_add_cell (table, number);
      trama_page_table_add_cell (table, rows[i].title);
      trama_page_table_add_verdict (table, rows[i].verdict, rows[i].words);
      text = trama_page_text_new (rows[i].figure);
      trama_page_text_append_notes (text, rows[i].notes, rows[i].n_notes);
      trama_page_table_take_cell (table, text);
      trama_page_table_add_cell (table, rows[i].needed);
      trama_page_table_add_cell (table, rows[i].grade);
    }
  block = trama_page_block_new_table (table, "Twelve criteria as of 30 June 2026",
                                      "Window 12 months; 24 for 3, 4 and 8; 3 for 11; since "
                                      "formation for 12. Base 20 owner groups.",
                                      NULL);
  trama_page_block_set_anchor (block, "table-criteria");
  trama_page_document_add (document, block);
  text = trama_page_text_new_bold ("7, at most 8, of 12.");
  trama_page_text_append (text, " The line over the months is ");
  trama_page_text_append_number_of (text, "figure-met");
  trama_page_text_append (text, " on page ");
  trama_page_text_append_page_of (text, "figure-met");
  trama_page_text_append (text, ".");
  trama_page_document_add (document,
                           trama_page_block_new_paragraph (TRAMA_PAGE_PARAGRAPH_ASIDE, text));
  block = trama_page_block_new_list (TRAMA_PAGE_PARAGRAPH_ASIDE, TRUE);
  trama_page_block_add_item (block, trama_page_text_new ("Stage the safety shoe reached"));
  trama_page_block_add_item (block, trama_page_text_new ("A second witness for the gap audits"));
  trama_page_document_add (
      document, trama_page_block_new_heading (2, trama_page_text_new ("Questions that would settle "
                                                                      "most")));
  trama_page_document_add (document, block);
}

static inline void
sample_add_annex (TramaPageDocument *document, guint n_rows)
{
  static const TramaPageColumn columns[] = {
    { .title = "No", .align = TRAMA_PAGE_ALIGN_END, .width = 20 },
    { .title = "Record" },
    { .title = "What it shows" },
    { .title = "Event", .width = 70 },
    { .title = "Gr.", .bold = TRUE, .width = 16 },
    { .title = "Entered", .second = TRUE, .width = 60 },
  };
  TramaPageTable *table = trama_page_table_new (columns, G_N_ELEMENTS (columns));

  trama_page_document_begin_section (document, "Evidence annex", "annex",
                                     TRAMA_PAGE_SECTION_NUMBERED);
  trama_page_document_add (
      document, trama_page_block_new_heading (1, trama_page_text_new ("Numbered evidence")));
  for (guint i = 1; i <= n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *anchor = trama_page_text_note_anchor (i);
      g_autofree char *use = trama_page_text_use_anchor (i);
      TramaPageText *text = trama_page_text_new (NULL);

      trama_page_text_append_link (text, number, use);
      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_set_anchor (table, anchor);
      trama_page_table_take_cell (table, text);
      trama_page_table_add_cell (table, i % 3 == 0 ? "Payments for joint safety shoe"
                                                   : "Fair contract, Expo Cuero");
      trama_page_table_add_cell (table, i % 7 == 0
                                            ? "signed list of 11 owner groups, with the receipts "
                                              "of each and the minutes of the meeting before"
                                            : "invoice split by 9 owner groups");
      trama_page_table_add_cell (table, "12 Sep 2025");
      trama_page_table_add_cell (table, i % 2 == 0 ? "A" : "C");
      trama_page_table_add_cell (table, "16 Sep 2025");
    }
  trama_page_document_add (
      document, trama_page_block_new_table (table, "Numbered evidence, in the order of its use",
                                            "Date of the event; entered = put into the file",
                                            "Files are kept by Agencia Sur."));
}

static inline TramaPageDocument *
sample_document (const TramaPageSettings *settings, guint n_rows)
{
  TramaPageDocument *document = trama_page_document_new (settings);
  TramaPageBlock *block;

  trama_page_document_begin_section (document, "Cover", "cover",
                                     TRAMA_PAGE_SECTION_PLAIN | TRAMA_PAGE_SECTION_UNLISTED);
  trama_page_document_add (document, trama_page_block_new_rule ());
  trama_page_document_add (
      document, trama_page_block_new_paragraph (TRAMA_PAGE_PARAGRAPH_TITLE,
                                                trama_page_text_new ("Calzado Franklin")));
  trama_page_document_add (
      document, trama_page_block_new_paragraph (
                    TRAMA_PAGE_PARAGRAPH_SUBTITLE,
                    trama_page_text_new ("Evaluation after 24 months: progress toward a network "
                                         "that carries itself")));
  trama_page_document_add (document, trama_page_block_new_chart (
                                         sample_scene (TRAMA_PAGE_TEXT_WIDTH, 220, "the network"),
                                         NULL, NULL, "The group on the day of this report."));
  block = trama_page_block_new_pairs ();
  trama_page_block_add_pair (
      block, "Period",
      trama_page_text_new ("1 July 2024 to 30 June 2026; manager appointed 1 October 2024"));
  trama_page_block_add_pair (
      block, "Prepared for",
      trama_page_text_new ("Fondo Andino, officer’s copy; all 22 firms agreed to be named"));
  trama_page_document_add (document, block);
  trama_page_document_add (document, trama_page_block_new_rule ());
  trama_page_document_add (document, trama_page_block_new_contents ("In this report"));
  block = trama_page_block_new_signatures ();
  trama_page_block_add_signature (block, "Prepared by", "María Ledesma, Agencia Sur", NULL);
  trama_page_block_add_signature (block, "Signed for the donor", NULL, "Place and date");
  trama_page_document_add (document, block);

  sample_add_summary (document);
  sample_add_criteria (document);
  sample_add_annex (document, n_rows);
  return document;
}
