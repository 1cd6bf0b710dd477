/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../model/random-portfolio.h"
#include "trama-store-file.h"
#include "trama-store-hash.h"

static void
test_hash (void)
{
  /* The first three stand in the algorithm's own test vectors, the last in the documentation of
   * the xxhash package for Python. */
  char text[TRAMA_STORE_HASH_LENGTH + 1];
  guint64 back;

  g_assert_cmphex (trama_store_hash ("", 0), ==, G_GUINT64_CONSTANT (0xef46db3751d8e999));
  g_assert_cmphex (trama_store_hash ("a", 1), ==, G_GUINT64_CONSTANT (0xd24ec4f1a98c6e5b));
  g_assert_cmphex (trama_store_hash ("abc", 3), ==, G_GUINT64_CONSTANT (0x44bc2cf5ad770999));
  g_assert_cmphex (trama_store_hash ("Nobody inspects the spammish repetition", 39), ==,
                   G_GUINT64_CONSTANT (0xfbcea83c8a378bf1));

  trama_store_hash_to_text (G_GUINT64_CONSTANT (0x00bc2cf5ad770999), text);
  g_assert_cmpstr (text, ==, "00bc2cf5ad770999");
  g_assert_true (trama_store_hash_parse (text, &back));
  g_assert_cmphex (back, ==, G_GUINT64_CONSTANT (0x00bc2cf5ad770999));
  g_assert_false (trama_store_hash_parse ("00BC2CF5AD770999", &back));
  g_assert_false (trama_store_hash_parse ("00bc2cf5ad77099", &back));
  g_assert_false (trama_store_hash_parse (NULL, &back));
}

/* What is written is read back the same, and written again byte by byte the same. */
static void
test_round_trip (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (TramaVersion) version = random_portfolio (seed, seed * 5);
      g_autoptr (TramaStoreFile) new_file = trama_store_file_new (version, TRAMA_ID_NONE);
      g_autoptr (GString) first = NULL;
      g_autoptr (GString) second = NULL;
      g_autoptr (TramaStoreFile) file = NULL;
      g_autoptr (GError) error = NULL;
      guint64 content = 0, again = 0;

      first = trama_store_write_text (new_file, version, &content);
      file = trama_store_read_text (first->str, first->len, "test.trama", NULL, NULL, NULL, NULL,
                                    &error);
      g_assert_no_error (error);
      g_assert_nonnull (file);
      g_assert_true (trama_version_equal (file->version, version));
      g_assert_true (trama_id_equal (file->document, new_file->document));
      g_assert_cmphex (file->content, ==, content);
      g_assert_cmpuint (g_strv_length (file->saves), ==, 1);

      second = trama_store_write_text (file, file->version, &again);
      g_assert_cmphex (again, ==, content);
      g_assert_cmpmem (first->str, first->len, second->str, second->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/hash", test_hash);
  g_test_add_func ("/store/file/round-trip", test_round_trip);
  return g_test_run ();
}
