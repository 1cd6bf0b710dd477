/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-portfolio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-gather.h"

/* Shorter than this, what names have in common says nothing. */
#define MIN_TITLE 3

static const TramaImportInput *
get_input (const GPtrArray *inputs, guint index)
{
  return inputs->pdata[index];
}

/* "member list" for "member-list.csv". (transfer full) */
static char *
make_stem (const TramaImportInput *input)
{
  g_autofree char *name = g_filename_display_name (input->name);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_strstrip (g_strdelimit (g_steal_pointer (&name), "-_", ' '));
}

/* Cuts @common down to the words that @other begins with too. */
static void
keep_common (char *common, const char *other)
{
  gsize same = 0;

  while (common[same] != '\0' && common[same] == other[same])
    same++;
  if (!((common[same] == '\0' || common[same] == ' ')
        && (other[same] == '\0' || other[same] == ' ')))
    while (same > 0 && common[same - 1] != ' ')
      same--;
  common[same] = '\0';
  g_strchomp (common);
}

static char *
capitalise (const char *text)
{
  char letter[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), letter);
  return g_strconcat (letter, g_utf8_next_char (text), NULL);
}

char *
trama_import_title (const GPtrArray *inputs)
{
  g_autofree char *common = NULL;
  g_autofree char *first = NULL; /* by the alphabet: the order of the files changes nothing */

  g_return_val_if_fail (inputs != NULL && inputs->len > 0, NULL);

  for (guint i = 0; i < inputs->len; i++)
    {
      g_autofree char *stem = make_stem (get_input (inputs, i));

      if (common == NULL)
        common = g_strdup (stem);
      keep_common (common, stem);
      if (first == NULL || strcmp (stem, first) < 0)
        {
          g_free (first);
          first = g_steal_pointer (&stem);
        }
    }
  if (g_utf8_strlen (common, -1) >= MIN_TITLE)
    return capitalise (common);
  return *first != '\0' ? capitalise (first) : g_strdup (_ ("Imported tables"));
}

void
trama_import_make_portfolio (TramaImportMaking *making, const GPtrArray *inputs)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (inputs->len, g_free, TRUE);
  g_autofree char *title = NULL;
  g_autofree char *list = NULL;
  g_autofree char *note = NULL;
  g_autoptr (TramaRecord) record = NULL;
  TramaPortfolio *draft;

  for (guint i = 0; i < inputs->len; i++)
    g_ptr_array_add (names, g_filename_display_name (get_input (inputs, i)->name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  list = g_strjoinv (", ", (char **) names->pdata);
  note = g_strdup_printf (_ ("Imported from %s."), list);
  title = making->options->title != NULL ? g_strdup (making->options->title)
                                         : trama_import_title (inputs);

  trama_record_builder_begin (making->builder, TRAMA_KIND_PORTFOLIO,
                              trama_transaction_new_id (making->transaction));
  draft = (TramaPortfolio *) making->builder->draft;
  draft->title = title;
  draft->note = note;
  draft->record.entered = making->options->when;
  draft->record.entered_by = making->options->author;
  record = trama_record_builder_finish (making->builder);
  trama_transaction_put_record (making->transaction, record);
}
