/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-text-private.h"

/* A superior number stands off the word by a narrow space that never breaks. */
#define NARROW_SPACE "\342\200\257"
/* Numbers in a list may be parted where a line ends. */
#define THIN_SPACE "\342\200\211"

static void
clear_span (gpointer span)
{
  g_free (((TramaPageSpan *) span)->anchor);
}

TramaPageText *
trama_page_text_new (const char *words)
{
  TramaPageText *text = g_new0 (TramaPageText, 1);

  text->words = g_string_new (words);
  text->spans = g_array_new (FALSE, TRUE, sizeof (TramaPageSpan));
  g_array_set_clear_func (text->spans, clear_span);
  return text;
}

TramaPageText *
trama_page_text_new_bold (const char *words)
{
  TramaPageText *text = trama_page_text_new (NULL);

  trama_page_text_append_styled (text, words, TRAMA_PAGE_TEXT_BOLD, TRAMA_COLOUR_NONE);
  return text;
}

TramaPageText *
trama_page_text_new_printf (const char *format, ...)
{
  TramaPageText *text = trama_page_text_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  g_string_vprintf (text->words, format, arguments);
  va_end (arguments);
  return text;
}

void
trama_page_text_free (TramaPageText *text)
{
  if (text == NULL)
    return;
  g_string_free (text->words, TRUE);
  g_array_unref (text->spans);
  g_free (text);
}

/* Appends @words as a span that is otherwise as @like. */
static void
append_span (TramaPageText *text, const char *words, const TramaPageSpan *like)
{
  TramaPageSpan span = *like;

  span.start = (guint) text->words->len;
  g_string_append (text->words, words != NULL ? words : "");
  span.end = (guint) text->words->len;
  span.anchor = g_strdup (like->anchor);
  g_array_append_val (text->spans, span);
}

TramaPageText *
trama_page_text_copy (const TramaPageText *text)
{
  TramaPageText *copy = trama_page_text_new (text->words->str);

  g_array_append_vals (copy->spans, text->spans->data, text->spans->len);
  for (guint i = 0; i < copy->spans->len; i++)
    {
      TramaPageSpan *span = &g_array_index (copy->spans, TramaPageSpan, i);

      span->anchor = g_strdup (span->anchor);
    }
  return copy;
}

void
trama_page_text_append (TramaPageText *text, const char *words)
{
  g_return_if_fail (text != NULL);

  if (words != NULL)
    g_string_append (text->words, words);
}

void
trama_page_text_append_styled (TramaPageText *text, const char *words, TramaPageTextStyle style,
                               TramaColourRole colour)
{
  TramaPageSpan span = { .type = TRAMA_PAGE_SPAN_STYLED, .style = style, .colour = colour };

  g_return_if_fail (text != NULL);

  append_span (text, words, &span);
}

static void
append_superior (TramaPageText *text, const char *words)
{
  TramaPageSpan span = { .type = TRAMA_PAGE_SPAN_STYLED, .superior = TRUE };

  append_span (text, words, &span);
}

static void
append_note (TramaPageText *text, guint number)
{
  g_autofree char *words = g_strdup_printf ("%u", number);
  g_autofree char *anchor = trama_page_text_note_anchor (number);
  TramaPageSpan span
      = { .type = TRAMA_PAGE_SPAN_NOTE, .superior = TRUE, .note = number, .anchor = anchor };

  append_span (text, words, &span);
}

void
trama_page_text_append_notes (TramaPageText *text, const guint *numbers, guint n_numbers)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (numbers != NULL || n_numbers == 0);

  if (n_numbers > 0)
    append_superior (text, NARROW_SPACE);
  for (guint i = 0; i < n_numbers;)
    {
      guint last = i;

      while (last + 1 < n_numbers && numbers[last + 1] == numbers[last] + 1)
        last++;
      if (i > 0)
        append_superior (text, "," THIN_SPACE);
      append_note (text, numbers[i]);
      /* Two in a row read better with a comma. */
      if (last >= i + 2)
        {
          append_superior (text, "–");
          append_note (text, numbers[last]);
          i = last + 1;
        }
      else
        i++;
    }
}

void
trama_page_text_append_link (TramaPageText *text, const char *words, const char *anchor)
{
  TramaPageSpan span = { .type = TRAMA_PAGE_SPAN_LINK, .anchor = (char *) anchor };

  g_return_if_fail (text != NULL && anchor != NULL);

  append_span (text, words, &span);
}

void
trama_page_text_append_page_of (TramaPageText *text, const char *anchor)
{
  TramaPageSpan span = { .type = TRAMA_PAGE_SPAN_PAGE_OF, .anchor = (char *) anchor };

  g_return_if_fail (text != NULL && anchor != NULL);

  append_span (text, NULL, &span);
}

void
trama_page_text_append_number_of (TramaPageText *text, const char *anchor)
{
  TramaPageSpan span = { .type = TRAMA_PAGE_SPAN_NUMBER_OF, .anchor = (char *) anchor };

  g_return_if_fail (text != NULL && anchor != NULL);

  append_span (text, NULL, &span);
}

char *
trama_page_text_note_anchor (guint number)
{
  return g_strdup_printf ("note-%u", number);
}

char *
trama_page_text_use_anchor (guint number)
{
  return g_strdup_printf ("use-%u", number);
}

gboolean
trama_page_text_is_empty (const TramaPageText *text)
{
  return text == NULL || (text->words->len == 0 && text->spans->len == 0);
}

static char *
resolve_span (const TramaPageSpan *span, const TramaPageResolver *resolver)
{
  if (span->type == TRAMA_PAGE_SPAN_PAGE_OF)
    return resolver->page_of (span->anchor, resolver->data);
  if (span->type == TRAMA_PAGE_SPAN_NUMBER_OF)
    return resolver->number_of (span->anchor, resolver->data);
  return NULL;
}

TramaPageText *
trama_page_text_resolve (const TramaPageText *text, const TramaPageResolver *resolver)
{
  TramaPageText *result = trama_page_text_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < text->spans->len; i++)
    {
      TramaPageSpan span = g_array_index (text->spans, TramaPageSpan, i);
      g_autofree char *resolved = resolve_span (&span, resolver);
      g_autofree char *own = g_strndup (text->words->str + span.start, span.end - span.start);

      g_string_append_len (result->words, text->words->str + done, (gssize) (span.start - done));
      done = span.end;
      if (span.type == TRAMA_PAGE_SPAN_PAGE_OF || span.type == TRAMA_PAGE_SPAN_NUMBER_OF)
        span.type = resolved != NULL ? TRAMA_PAGE_SPAN_LINK : TRAMA_PAGE_SPAN_STYLED;
      append_span (result, resolved != NULL ? resolved : own, &span);
    }
  g_string_append (result->words, text->words->str + done);
  return result;
}
