/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the network says, beside its two drawings. */

#include <glib/gi18n-lib.h>

#include "trama-report-maker.h"

static gboolean
has_manager (TramaReportMaker *maker)
{
  return trama_programme_dossier_phase (maker->dossier) != 2;
}

static TramaPageText *
say_finding (TramaReportMaker *maker)
{
  const TramaDossierNetwork *network = trama_programme_dossier_network (maker->dossier);

  if (network->members == 0)
    return trama_page_text_new (_ ("No firm was a member on this day"));
  if (!has_manager (maker))
    return trama_page_text_new_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u of %u firm belongs to one network after the manager’s post ended",
                     "%u of %u firms belong to one network after the manager’s post ended",
                     network->members),
        network->largest, network->members);
  if (network->isolated_without > 0)
    return trama_page_text_new_printf (
        g_dngettext (
            GETTEXT_PACKAGE,
            "Without the manager %u of %u firms would stay connected and %u would stand alone",
            "Without the manager %u of %u firms would stay connected and %u would stand alone",
            network->isolated_without),
        network->largest_without, network->members, network->isolated_without);
  return trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE, "Without the manager %u of %u firm would stay connected",
                   "Without the manager %u of %u firms would stay connected", network->members),
      network->largest_without, network->members);
}

static TramaPageText *
say_intro (TramaReportMaker *maker)
{
  const TramaDossierNetwork *network = trama_programme_dossier_network (maker->dossier);
  TramaPageText *text;

  if (network->members == 0)
    return NULL;
  text = trama_page_text_new (NULL);
  trama_report_append (
      text,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "Of %u tie among members %u came about through the manager and "
                                    "has been kept by nobody else for twelve months.",
                                    "Of %u ties among members %u came about through the manager "
                                    "and have been kept by nobody else for twelve months.",
                                    network->ties),
                       network->ties, network->hers));
  trama_report_notes_cite (maker->notes, text, network->hers_records, network->hers,
                           _ ("introduced by the manager, no contact without the manager in 12 "
                              "months"));
  trama_report_append (
      text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u of %u member has a tie to somebody outside the group "
                                          "who is neither the manager nor the agency.",
                                          "%u of %u members have a tie to somebody outside the "
                                          "group who is neither the manager nor the agency.",
                                          network->members),
                             network->with_outside, network->members));
  if (network->left_without_owner > 0)
    trama_report_append (
        text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "Without the owner group with most firms, which has "
                                            "%u, %u of the %u others would stay connected.",
                                            "Without the owner group with most firms, which has "
                                            "%u, %u of the %u others would stay connected.",
                                            network->left_without_owner),
                               network->owner_firms, network->largest_without_owner,
                               network->left_without_owner));
  return text;
}

static TramaPageBlock *
tabulate_ties (TramaReportMaker *maker)
{
  static const TramaPageColumn columns[] = {
    { .title = N_ ("Kind") },
    { .over = N_ ("ties among"),
      .title = N_ ("members"),
      .align = TRAMA_PAGE_ALIGN_END,
      .width = 56 },
    { .over = N_ ("only through"),
      .title = N_ ("the manager"),
      .align = TRAMA_PAGE_ALIGN_END,
      .width = 60 },
  };
  TramaPageTable *table = trama_report_table_new (columns, G_N_ELEMENTS (columns));
  const TramaDossierNetwork *network = trama_programme_dossier_network (maker->dossier);

  trama_page_table_set_empty (table, _ ("No tie among members counts on this day."));
  for (guint step = 1; step <= TRAMA_DOSSIER_N_TIE_KINDS; step++)
    {
      guint kind = step % TRAMA_DOSSIER_N_TIE_KINDS;
      g_autofree char *count = g_strdup_printf ("%u", network->by_kind[kind]);
      g_autofree char *hers = g_strdup_printf ("%u", network->hers_by_kind[kind]);

      if (network->by_kind[kind] == 0)
        continue;
      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_NORMAL);
      trama_page_table_add_cell (table, kind != 0
                                            ? trama_linkage_kind_label ((TramaLinkageKind) kind)
                                            : _ ("Not recorded"));
      trama_page_table_add_cell (table, count);
      trama_page_table_add_cell (table, hers);
    }
  if (network->ties > 0)
    {
      g_autofree char *all = g_strdup_printf ("%u", network->ties);
      g_autofree char *hers = g_strdup_printf ("%u", network->hers);

      trama_page_table_begin_row (table, TRAMA_PAGE_ROW_TOTAL);
      trama_page_table_add_cell (table, _ ("All ties"));
      trama_page_table_add_cell (table, all);
      trama_page_table_add_cell (table, hers);
    }
  return trama_page_block_new_table (
      table, _ ("Ties among members by kind"),
      _ ("Started, not ended and confirmed within 24 months; shared attendance is no tie"), NULL);
}

const TramaReportTabulation trama_report_network_tables[] = {
  { "ties", tabulate_ties },
  { NULL, NULL },
};

const TramaReportSentence trama_report_network_sentences[] = {
  { "network-finding", say_finding },
  { "network", say_intro },
  { NULL, NULL },
};
