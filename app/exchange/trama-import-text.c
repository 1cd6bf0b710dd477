/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define QUOTED 60

/* Blanks, and what some programs leave behind that nobody can see. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || c == 0x200b || c == 0x200e || c == 0x200f
         || c == 0x2060 || c == 0xfeff;
}

char *
trama_import_clean (const char *text)
{
  const char *end;
  g_autofree char *middle = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0' && is_invisible (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);

      if (!is_invisible (g_utf8_get_char (before)))
        break;
      end = before;
    }
  middle = g_strndup (text, (gsize) (end - text));
  /* Most cells are ASCII, and nothing about it needs composing. */
  if (g_str_is_ascii (middle))
    return g_steal_pointer (&middle);
  return g_utf8_normalize (middle, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* (transfer full) */
static char *
casefold (const char *text)
{
  g_autofree char *plain = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (plain, -1);
}

static char *
fold (const char *text, gboolean word)
{
  g_autofree char *folded = casefold (text);
  g_autoptr (GString) out = g_string_sized_new (strlen (folded));
  gboolean blank = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_invisible (c) || (word && (c == '-' || c == '_')))
        {
          blank = blank || g_unichar_isspace (c) || c < 0x80 || c == 0xa0;
          continue;
        }
      if (blank && out->len > 0)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  while (word && out->len > 0 && strchr (":* ", out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
trama_import_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, FALSE);
}

char *
trama_import_fold_word (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, TRUE);
}

char *
trama_import_quote (const char *text)
{
  g_autofree char *head = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_strlen (text, -1) <= QUOTED)
    return g_strdup_printf (_ ("“%s”"), text);
  head = g_utf8_substring (text, 0, QUOTED - 1);
  return g_strdup_printf (_ ("“%s…”"), head);
}
