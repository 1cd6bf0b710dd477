/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-figure.h"

#include <glib/gi18n-lib.h>

#include "trama-measure.h"

static const struct
{
  const char *id;
  const char *label;
} reasons[] = {
  [TRAMA_REASON_NONE] = { NULL, NULL },
  [TRAMA_REASON_TOO_EARLY] = { "too-early", N_ ("too early to judge") },
  [TRAMA_REASON_MONTHS_OPEN] = { "months-open", N_ ("months not closed") },
  [TRAMA_REASON_NO_BASE] = { "no-base", N_ ("nobody to take a share of") },
  [TRAMA_REASON_FIELD_MISSING] = { "field-missing", N_ ("something is not recorded") },
  [TRAMA_REASON_DATE_VAGUE] = { "date-vague", N_ ("a date is too vague") },
  [TRAMA_REASON_NO_RATE] = { "no-rate", N_ ("an exchange rate is missing") },
  [TRAMA_REASON_NOT_APPOINTED] = { "not-appointed", N_ ("no manager has been appointed") },
  [TRAMA_REASON_POST_ENDED] = { "post-ended", N_ ("the manager’s post has ended") },
  [TRAMA_REASON_NOT_RATED] = { "not-rated", N_ ("nobody has rated it by then") },
};

const char *
trama_reason_id (TramaReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), NULL);

  return reasons[reason].id;
}

const char *
trama_reason_label (TramaReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), NULL);

  return reasons[reason].label != NULL ? g_dgettext (GETTEXT_PACKAGE, reasons[reason].label) : NULL;
}

static void
clear_record (gpointer data)
{
  g_free (((TramaFigureRecord *) data)->note);
}

TramaFigure *
trama_figure_new (const TramaMeasure *measure)
{
  TramaFigure *figure = g_new0 (TramaFigure, 1);

  figure->measure = measure;
  figure->known = TRUE;
  figure->low.d = figure->high.d = 1;
  figure->records = g_array_new (FALSE, FALSE, sizeof (TramaFigureRecord));
  g_array_set_clear_func (figure->records, clear_record);
  return figure;
}

void
trama_figure_free (TramaFigure *figure)
{
  if (figure == NULL)
    return;
  g_array_unref (figure->records);
  g_free (figure->detail);
  g_free (figure);
}

void
trama_figure_add (TramaFigure *figure, const TramaRecord *record, TramaRole role,
                  TramaReason reason, char *note)
{
  TramaFigureRecord entry = { record->id, role, reason, note };

  for (guint i = 0; i < figure->records->len; i++)
    {
      TramaFigureRecord *old = &g_array_index (figure->records, TramaFigureRecord, i);

      if (!trama_id_equal (old->record, record->id))
        continue;
      if (role < old->role)
        {
          g_free (old->note);
          *old = entry;
        }
      else
        g_free (note);
      return;
    }
  g_array_append_val (figure->records, entry);
}

/* What is missing in the records that are open: the first that was met. */
static void
explain_range (TramaFigure *figure)
{
  if (figure->reason != TRAMA_REASON_NONE)
    return;
  for (guint i = 0; i < figure->records->len; i++)
    {
      const TramaFigureRecord *entry = &g_array_index (figure->records, TramaFigureRecord, i);

      if (entry->role == TRAMA_ROLE_OPEN && entry->reason != TRAMA_REASON_NONE)
        {
          figure->reason = entry->reason;
          return;
        }
    }
  figure->reason = TRAMA_REASON_FIELD_MISSING;
}

void
trama_figure_set_count (TramaFigure *figure, gint64 low, gint64 high)
{
  figure->low = (TramaRatio) { low, 1 };
  figure->high = (TramaRatio) { high, 1 };
  if (low != high)
    explain_range (figure);
}

void
trama_figure_set_unknown (TramaFigure *figure, TramaReason reason)
{
  figure->known = FALSE;
  figure->reason = reason;
}

guint
trama_figure_n_counting (const TramaFigure *figure)
{
  guint n = 0;

  for (guint i = 0; i < figure->records->len; i++)
    n += g_array_index (figure->records, TramaFigureRecord, i).role == TRAMA_ROLE_COUNTS;
  return n;
}

static char *
count_to_prose (const TramaFigure *figure)
{
  const TramaMeasure *measure = figure->measure;
  gint64 n = figure->low.n;

  if (n == 0 && figure->high.n == 0 && measure->unit == TRAMA_UNIT_COUNT)
    return g_strdup (C_ ("a count", "none"));
  if (figure->low.n != figure->high.n)
    {
      g_autofree char *noun = g_strdup (
          g_dngettext (GETTEXT_PACKAGE, measure->one, measure->many, (gulong) figure->high.n));

      /* Translators: "2, at most 3, joint stands" */
      return g_strdup_printf (_ ("%d, at most %d, %s"), (int) n, (int) figure->high.n, noun);
    }
  /* Translators: a number and what is counted: "3 joint stands" */
  return g_strdup_printf (C_ ("a count", "%d %s"), (int) n,
                          g_dngettext (GETTEXT_PACKAGE, measure->one, measure->many, (gulong) n));
}

static char *
share_to_prose (const TramaFigure *figure)
{
  const char *noun = g_dngettext (GETTEXT_PACKAGE, figure->measure->one, figure->measure->many,
                                  (gulong) MAX (figure->low.d, 0));

  if (figure->low.d == 0)
    return g_strdup (C_ ("a count", "none"));
  if (figure->low.n == figure->high.n && figure->low.d != figure->high.d)
    /* Translators: "21 of 260 to 340 firms" */
    return g_strdup_printf (_ ("%d of %d to %d %s"), (int) figure->low.n,
                            (int) MIN (figure->low.d, figure->high.d),
                            (int) MAX (figure->low.d, figure->high.d), noun);
  if (figure->low.n * figure->high.d != figure->high.n * figure->low.d)
    /* Translators: "8, at most 10, of 19 owner groups" */
    return g_strdup_printf (_ ("%d, at most %d, of %d %s"), (int) figure->low.n,
                            (int) figure->high.n, (int) figure->low.d, noun);
  /* Translators: "11 of 19 owner groups" */
  return g_strdup_printf (_ ("%d of %d %s"), (int) figure->low.n, (int) figure->low.d, noun);
}

char *
trama_figure_to_prose (const TramaFigure *figure)
{
  g_return_val_if_fail (figure != NULL && figure->measure != NULL, NULL);

  if (!figure->known)
    return g_strdup (trama_reason_label (figure->reason));
  switch (figure->measure->unit)
    {
    case TRAMA_UNIT_SHARE_OF_MONEY:
      {
        double percent = trama_ratio_value (figure->low) * 100;
        g_autofree char *number = trama_number_to_prose (percent, 0, FALSE);

        return g_strdup_printf (C_ ("percentage", "%s%%"), number);
      }
    case TRAMA_UNIT_SHARE:
      return share_to_prose (figure);
    case TRAMA_UNIT_COUNT:
    case TRAMA_UNIT_MONTHS:
    default:
      return count_to_prose (figure);
    }
}
