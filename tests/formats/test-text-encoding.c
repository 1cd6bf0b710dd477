/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "trama-text-encoding.h"

#define BYTES(text) text, sizeof text - 1

static const struct
{
  const char *what;
  const char *bytes;
  gsize length;
  const char *asked;
  const char *name; /* NULL: refused */
  const char *text; /* or, of a refusal, part of what is told */
  guint line;       /* of a refusal, or the first foreign one */
} cases[] = {
  { "nothing", BYTES (""), NULL, "UTF-8", "", 0 },
  { "ASCII", BYTES ("id,name\n"), NULL, "UTF-8", "id,name\n", 0 },
  { "UTF-8", BYTES ("caf\303\251"), NULL, "UTF-8", "café", 0 },
  { "UTF-8 with mark", BYTES ("\357\273\277caf\303\251"), NULL, "UTF-8", "café", 0 },
  { "windows-1252", BYTES ("a\ncaf\351\n"), NULL, "windows-1252", "a\ncafé\n", 2 },
  /* 0x80 is the euro sign, 0x9f Ÿ, 0x93 and 0x94 curly quotes */
  { "windows-1252 beyond Latin-1", BYTES ("\200\237\223x\224"), NULL, "windows-1252", "€Ÿ“x”", 1 },
  { "windows-1252 has no 0x81", BYTES ("a\r\nb\201"), NULL, NULL, "0x81", 2 },
  { "UTF-16LE with mark", BYTES ("\377\376i\0d\0\351\0"), NULL, "UTF-16LE", "idé", 0 },
  { "UTF-16BE with mark", BYTES ("\376\377\0i\0d\0\351"), NULL, "UTF-16BE", "idé", 0 },
  { "UTF-16LE without", BYTES ("i\0d\0,\0n\0"), NULL, "UTF-16LE", "id,n", 0 },
  { "UTF-16BE without", BYTES ("\0i\0d\0,\0n"), NULL, "UTF-16BE", "id,n", 0 },
  /* U+1F3ED, a factory: D83C DFED */
  { "UTF-16 beyond the basic plane", BYTES ("\377\376\074\330\355\337"), NULL, "UTF-16LE", "🏭",
    0 },
  { "half a pair", BYTES ("\377\376\074\330x\0"), NULL, NULL, "half a character", 1 },
  { "half a pair at the end", BYTES ("\377\376a\0\n\0\074\330"), NULL, NULL, "half a character",
    2 },
  { "half a unit", BYTES ("\377\376a\0b"), NULL, NULL, "ends in the middle", 1 },
  { "UTF-32", BYTES ("\377\376\0\0a\0\0\0"), NULL, NULL, "UTF-32", 0 },
  { "two encodings", BYTES ("caf\303\251\ncaf\351\n"), NULL, NULL, "0xE9", 2 },
  { "UTF-8 cut off", BYTES ("caf\303\251 caf\303"), NULL, NULL, "0xC3", 1 },
  { "NUL", BYTES ("ab\ncdefgh\0x"), NULL, NULL, "U+0000", 2 },
  { "a control character", BYTES ("a\001b"), NULL, NULL, "U+0001", 1 },
  { "a form feed is text", BYTES ("a\fb"), NULL, "UTF-8", "a\fb", 0 },
  { "PDF", BYTES ("%PDF-1.7 and so on"), NULL, NULL, "a PDF", 0 },
  { "asked: UTF-8, and is not", BYTES ("a\n\nb\351"), "utf-8", NULL, "0xE9", 3 },
  { "asked: Latin-1", BYTES ("caf\303\251"), "Latin1", "windows-1252", "cafÃ©", 0 },
  { "asked: a name with other dashes", BYTES ("caf\351"), "Windows 1252", "windows-1252", "café",
    0 },
  { "asked: UTF-16", BYTES ("\0i\0d"), "UTF-16", "UTF-16BE", "id", 0 },
  { "asked: unknown", BYTES ("x"), "klingon-8", NULL, "unknown encoding", 0 },
  { "a mark beats what was asked", BYTES ("\357\273\277caf\303\251"), "windows-1252", "UTF-8",
    "café", 0 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TramaTextEncoding) encoding = { 0 };
      g_autoptr (TramaProblem) problem = NULL;
      gsize length = 0;
      g_autofree char *text = trama_text_decode (cases[i].bytes, cases[i].length, cases[i].asked,
                                                 &encoding, &length, &problem);

      g_test_message ("%s", cases[i].what);
      g_assert_true ((text != NULL) == (problem == NULL));
      if (cases[i].name == NULL)
        {
          g_autofree char *told = NULL;

          g_assert_nonnull (problem);
          told = trama_problem_to_text (problem);
          g_test_message ("%s", told);
          g_assert_nonnull (strstr (told, cases[i].text));
          g_assert_cmpuint (problem->line, ==, cases[i].line);
          g_assert_null (encoding.name);
          continue;
        }
      g_assert_nonnull (text);
      g_assert_cmpstr (encoding.name, ==, cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (length, ==, strlen (cases[i].text));
      g_assert_cmpuint (encoding.foreign_line, ==, cases[i].line);
    }
}

/* Against the C library's own table, all 256 bytes. */
static void
test_windows_1252_table (void)
{
  for (guint byte = 1; byte < 256; byte++)
    {
      char bytes[2] = { (char) byte, '\0' };
      g_auto (TramaTextEncoding) encoding = { 0 };
      g_autoptr (TramaProblem) problem = NULL;
      gsize length = 0;
      g_autofree char *expected = g_convert (bytes, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
      g_autofree char *text = NULL;

      if (byte < 0x20 || byte == 0x7f)
        continue;
      text = trama_text_decode (bytes, 1, "windows-1252", &encoding, &length, &problem);
      g_assert_cmpstr (text, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-encoding/cases", test_cases);
  g_test_add_func ("/text-encoding/windows-1252-table", test_windows_1252_table);
  return g_test_run ();
}
