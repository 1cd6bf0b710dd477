/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "trama-import-text.h"

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { "", "" },
    { "  \t ", "" },
    { " Botas Real ", "Botas Real" },
    { "\302\240Botas\302\240Real\302\240", "Botas\302\240Real" },
    { "\357\273\277id", "id" },
    { "Sol\342\200\213", "Sol" },
    /* e and a combining acute become one character */
    { "Cafe\314\201", "Caf\303\251" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = trama_import_clean (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_fold (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean names; /* the same as names */
    gboolean words; /* the same as headers */
  } cases[] = {
    { "Botas Real", "BOTAS  real", TRUE, TRUE },
    { "Botas Real", "Botas\302\240Real", TRUE, TRUE },
    { "Botas Real", "BotasReal", FALSE, FALSE },
    { "ＡＢＣ", "abc", TRUE, TRUE },
    { "Straße", "STRASSE", TRUE, TRUE },
    { "owner_group", "Owner group", FALSE, TRUE },
    { "Co-operation", "co operation", FALSE, TRUE },
    { "Name:", "name", FALSE, TRUE },
    { "Name *", "name", FALSE, TRUE },
    { "Café", "Cafe", FALSE, FALSE },
    { "İzmir", "izmir", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = trama_import_fold (cases[i].a);
      g_autofree char *b = trama_import_fold (cases[i].b);
      g_autofree char *word_a = trama_import_fold_word (cases[i].a);
      g_autofree char *word_b = trama_import_fold_word (cases[i].b);

      g_test_message ("%s, %s", cases[i].a, cases[i].b);
      g_assert_cmpint (g_str_equal (a, b), ==, cases[i].names);
      g_assert_cmpint (g_str_equal (word_a, word_b), ==, cases[i].words);
    }
}

static void
test_quote (void)
{
  g_autofree char *long_text = g_strnfill (100, 'x');
  g_autofree char *short_quote = trama_import_quote ("Sol");
  g_autofree char *long_quote = trama_import_quote (long_text);

  g_assert_cmpstr (short_quote, ==, "“Sol”");
  g_assert_cmpint (g_utf8_strlen (long_quote, -1), ==, 62);
  g_assert_true (g_str_has_suffix (long_quote, "x…”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-text/clean", test_clean);
  g_test_add_func ("/import-text/fold", test_fold);
  g_test_add_func ("/import-text/quote", test_quote);
  return g_test_run ();
}
