/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/*
 * A spreadsheet takes a cell that begins with one of these for a formula, and runs it. On the way
 * out such a text gets an apostrophe in front; so does one that already has apostrophes there, so
 * that taking one away on the way in gives back exactly what was written.
 */
static inline gboolean
trama_csv_needs_guard (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static inline gboolean
trama_csv_is_guarded (const char *text)
{
  return *text == '\'' && trama_csv_needs_guard (text);
}

G_END_DECLS
