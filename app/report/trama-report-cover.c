/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cover says beside its picture. */

#include <glib/gi18n-lib.h>

#include "trama-report-maker.h"

static TramaPageText *
say_name (TramaReportMaker *maker)
{
  return trama_page_text_new (maker->programme->name);
}

static TramaPageText *
say_cover (TramaReportMaker *maker)
{
  int age = maker->evaluation->age_months;

  if (age < 0)
    return trama_page_text_new (_ ("Evaluation: progress toward a network that carries itself"));
  return trama_page_text_new_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Evaluation after %d month: progress toward a network that carries itself",
                   "Evaluation after %d months: progress toward a network that carries itself",
                   (gulong) age),
      age);
}

static TramaPageText *
say_agency (TramaReportMaker *maker)
{
  return maker->portfolio != NULL && maker->portfolio->agency != NULL
             ? trama_page_text_new_bold (maker->portfolio->agency)
             : NULL;
}

static TramaPageText *
say_day (TramaReportMaker *maker)
{
  g_autofree char *day = trama_report_day (maker->as_of);

  return trama_page_text_new (day);
}

static TramaPageText *
say_illustration (TramaReportMaker *maker)
{
  TramaPageText *text;

  if (maker->portfolio == NULL || maker->portfolio->illustration != TRAMA_TRUTH_YES)
    return NULL;
  text = trama_page_text_new_bold (_ ("Illustration: invented data."));
  trama_page_text_append (text, " ");
  trama_page_text_append (
      text, _ ("The agency, the firms, the people and every figure in this report are made up."));
  return text;
}

const TramaReportSentence trama_report_cover_sentences[] = {
  { "programme", say_name },
  { "cover", say_cover },
  { "agency", say_agency },
  { "day", say_day },
  { "illustration", say_illustration },
  { NULL, NULL },
};
