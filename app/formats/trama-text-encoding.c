/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of windows-1252 from 0x80 to 0x9f (WHATWG Encoding, index-windows-1252); 0: none.
 * All others are those of ISO 8859-1. */
static const gunichar2 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

void
trama_text_encoding_clear (TramaTextEncoding *encoding)
{
  g_clear_pointer (&encoding->name, g_free);
  *encoding = (TramaTextEncoding) { 0 };
}

/* Lines end with LF, CR or both. */
static guint
line_at (const char *text, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= offset || text[i + 1] != '\n')))
      line++;
  return line;
}

static void
complain (TramaProblem **problem, guint line, char *found, const char *expected,
          const char *message)
{
  TramaProblem *made = trama_problem_new (message);

  made->line = line;
  made->found = found;
  made->expected = g_strdup (expected);
  *problem = made;
}

static char *
decode_utf8 (const char *bytes, gsize length, gsize *decoded_length, TramaProblem **problem)
{
  const char *end;

  if (!g_utf8_validate_len (bytes, length, &end) && *end != '\0')
    {
      complain (problem, line_at (bytes, (gsize) (end - bytes)),
                g_strdup_printf (_ ("the byte 0x%02X"), (guchar) *end), "UTF-8",
                _ ("not text in this encoding"));
      return NULL;
    }
  *decoded_length = length;
  return g_strndup (bytes, length);
}

static char *
decode_windows_1252 (const char *bytes, gsize length, gsize *decoded_length, TramaProblem **problem)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];
      gunichar character = byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;

      if (character == 0 && byte != 0)
        {
          complain (problem, line_at (bytes, i), g_strdup_printf (_ ("the byte 0x%02X"), byte),
                    _ ("text in UTF-8 or windows-1252"), _ ("not text in a known encoding"));
          return NULL;
        }
      if (byte < 0x80)
        g_string_append_c (text, (char) byte);
      else
        g_string_append_unichar (text, character);
    }
  *decoded_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
decode_utf16 (const char *bytes, gsize length, gboolean big, gsize *decoded_length,
              TramaProblem **problem)
{
  g_autoptr (GString) text = g_string_sized_new (length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      guchar first = (guchar) bytes[i], second = (guchar) bytes[i + 1];
      gunichar unit = big ? (gunichar) (first << 8 | second) : (gunichar) (second << 8 | first);

      if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < length)
        {
          guchar third = (guchar) bytes[i + 2], fourth = (guchar) bytes[i + 3];
          gunichar low = big ? (gunichar) (third << 8 | fourth) : (gunichar) (fourth << 8 | third);

          if (low >= 0xdc00 && low < 0xe000)
            {
              unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      if (unit >= 0xd800 && unit < 0xe000)
        {
          complain (problem, line_at (text->str, text->len), NULL, NULL,
                    _ ("half a character: the file is damaged, or is not UTF-16"));
          return NULL;
        }
      g_string_append_unichar (text, unit);
    }
  if (length % 2 != 0)
    {
      complain (problem, line_at (text->str, text->len), NULL, NULL,
                _ ("the file ends in the middle of a character"));
      return NULL;
    }
  *decoded_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
decode_other (const char *bytes, gsize length, const char *asked, gsize *decoded_length,
              TramaProblem **problem)
{
  g_autoptr (GError) error = NULL;
  gsize read = 0;
  char *text = g_convert (bytes, (gssize) length, "UTF-8", asked, &read, decoded_length, &error);

  if (text != NULL)
    return text;
  if (g_error_matches (error, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    complain (problem, 0, g_strdup (asked), _ ("UTF-8, UTF-16, windows-1252, ISO-8859-2 …"),
              _ ("unknown encoding"));
  else
    complain (problem, line_at (bytes, MIN (read, length)), NULL, asked,
              _ ("not text in this encoding"));
  return NULL;
}

/* Latin text in UTF-16 has a zero in nearly every second byte; any other text has none at all. */
static const char *
find_unmarked_utf16 (const char *bytes, gsize length)
{
  gsize zeros[2] = { 0, 0 };
  gsize n = MIN (length, 4096) & ~(gsize) 1;

  for (gsize i = 0; i < n; i++)
    if (bytes[i] == '\0')
      zeros[i % 2]++;
  if (n >= 4 && zeros[1] > n / 4 && zeros[0] <= n / 40)
    return "UTF-16LE";
  if (n >= 4 && zeros[0] > n / 4 && zeros[1] <= n / 40)
    return "UTF-16BE";
  return NULL;
}

/* UTF-8 beyond ASCII anywhere in bytes that are not UTF-8 as a whole. */
static gboolean
has_utf8_sequences (const char *bytes, gsize length)
{
  const char *end = bytes + length;

  for (const char *at = bytes; at < end;)
    if ((guchar) *at < 0x80)
      at++;
    else
      {
        gunichar character = g_utf8_get_char_validated (at, end - at);

        if (character != (gunichar) -1 && character != (gunichar) -2)
          return TRUE;
        at++;
      }
  return FALSE;
}

static char *
decode_unmarked (const char *bytes, gsize length, TramaTextEncoding *encoding,
                 gsize *decoded_length, TramaProblem **problem)
{
  const char *utf16 = find_unmarked_utf16 (bytes, length);
  const char *end;
  guint line;

  if (utf16 != NULL)
    {
      encoding->name = g_strdup (utf16);
      return decode_utf16 (bytes, length, strcmp (utf16, "UTF-16BE") == 0, decoded_length, problem);
    }
  if (g_utf8_validate_len (bytes, length, &end) || *end == '\0')
    {
      encoding->name = g_strdup ("UTF-8");
      *decoded_length = length;
      return g_strndup (bytes, length);
    }
  line = line_at (bytes, (gsize) (end - bytes));
  if (has_utf8_sequences (bytes, length))
    {
      complain (problem, line, g_strdup_printf (_ ("the byte 0x%02X"), (guchar) *end),
                _ ("one encoding throughout; name it where this is not UTF-8"),
                _ ("this line is not UTF-8, others are"));
      return NULL;
    }
  encoding->name = g_strdup ("windows-1252");
  encoding->foreign_line = line;
  return decode_windows_1252 (bytes, length, decoded_length, problem);
}

static gboolean
same_name (const char *a, const char *b)
{
  for (;; a++, b++)
    {
      while (*a == '-' || *a == '_' || *a == ' ')
        a++;
      while (*b == '-' || *b == '_' || *b == ' ')
        b++;
      if (g_ascii_tolower (*a) != g_ascii_tolower (*b))
        return FALSE;
      if (*a == '\0')
        return TRUE;
    }
}

static char *
decode_as_asked (const char *bytes, gsize length, const char *asked, TramaTextEncoding *encoding,
                 gsize *decoded_length, TramaProblem **problem)
{
  if (same_name (asked, "UTF-8"))
    {
      encoding->name = g_strdup ("UTF-8");
      return decode_utf8 (bytes, length, decoded_length, problem);
    }
  if (same_name (asked, "UTF-16LE") || same_name (asked, "UTF-16BE") || same_name (asked, "UTF-16"))
    {
      gboolean big = same_name (asked, "UTF-16BE")
                     || (same_name (asked, "UTF-16")
                         && g_strcmp0 (find_unmarked_utf16 (bytes, length), "UTF-16BE") == 0);

      encoding->name = g_strdup (big ? "UTF-16BE" : "UTF-16LE");
      return decode_utf16 (bytes, length, big, decoded_length, problem);
    }
  if (same_name (asked, "windows-1252") || same_name (asked, "CP1252")
      || same_name (asked, "ISO-8859-1") || same_name (asked, "Latin-1")
      || same_name (asked, "Latin1"))
    {
      encoding->name = g_strdup ("windows-1252");
      return decode_windows_1252 (bytes, length, decoded_length, problem);
    }
  encoding->name = g_strdup (asked);
  return decode_other (bytes, length, asked, decoded_length, problem);
}

/* What stands first in files that people take for a table of texts. */
static const char *
find_other_format (const char *bytes, gsize length)
{
  if (length >= 4 && memcmp (bytes, "PK\003\004", 4) == 0)
    return _ ("a spreadsheet (XLSX, ODS) or another packed file");
  if (length >= 8 && memcmp (bytes, "\320\317\021\340\241\261\032\341", 8) == 0)
    return _ ("an old spreadsheet (XLS) or document");
  if (length >= 5 && memcmp (bytes, "%PDF-", 5) == 0)
    return _ ("a PDF");
  return NULL;
}

static gboolean
is_text (const char *text, gsize length, TramaProblem **problem)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) text[i];

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || c == 0x7f)
        {
          complain (problem, line_at (text, i),
                    g_strdup_printf (_ ("the control character U+%04X"), c), _ ("text"),
                    _ ("not a text file"));
          return FALSE;
        }
    }
  return TRUE;
}

char *
trama_text_decode (const char *bytes, gsize length, const char *asked, TramaTextEncoding *encoding,
                   gsize *decoded_length, TramaProblem **problem)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *name;
  } marks[] = {
    { "\377\376\0\0", 4, NULL },   { "\0\0\376\377", 4, NULL },   { "\357\273\277", 3, "UTF-8" },
    { "\377\376", 2, "UTF-16LE" }, { "\376\377", 2, "UTF-16BE" },
  };
  g_autofree char *text = NULL;
  const char *other;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (encoding != NULL && decoded_length != NULL && problem != NULL, NULL);

  *encoding = (TramaTextEncoding) { 0 };
  *problem = NULL;
  if (bytes == NULL)
    bytes = "";
  other = find_other_format (bytes, length);
  if (other != NULL)
    {
      complain (problem, 0, g_strdup (other), _ ("a text file; save the table as CSV"),
                _ ("not a text file"));
      return NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      {
        if (marks[i].name == NULL)
          {
            complain (problem, 0, g_strdup ("UTF-32"), _ ("text in UTF-8"),
                      _ ("not an encoding that is read"));
            return NULL;
          }
        encoding->marked = TRUE;
        text = decode_as_asked (bytes + marks[i].length, length - marks[i].length, marks[i].name,
                                encoding, decoded_length, problem);
        break;
      }
  if (!encoding->marked)
    text = asked != NULL ? decode_as_asked (bytes, length, asked, encoding, decoded_length, problem)
                         : decode_unmarked (bytes, length, encoding, decoded_length, problem);
  if (text != NULL && is_text (text, *decoded_length, problem))
    return g_steal_pointer (&text);
  trama_text_encoding_clear (encoding);
  return NULL;
}
