/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-id.h"

#include <string.h>

static void
test_text (void)
{
  static const char *const bad[] = { "",
                                     "abc",
                                     "aaaabbbbccccddd",
                                     "aaaabbbbccccdddde",
                                     "Aaaabbbbccccdddd",
                                     "aaaabbbbccccddd1",
                                     "aaaabbbbccccddd8",
                                     "aaaabbbbccccddd0",
                                     "aaaa-bbb-ccc-ddd",
                                     "aaaabbbbccccddd " };
  char text[TRAMA_ID_LENGTH + 1];
  TramaId id;

  g_assert_true (trama_id_parse ("abcdefgh234567yz", 16, &id));
  trama_id_to_text (id, text);
  g_assert_cmpstr (text, ==, "abcdefgh234567yz");
  g_assert_false (trama_id_is_none (id));
  g_assert_true (trama_id_is_none (TRAMA_ID_NONE));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (trama_id_parse (bad[i], strlen (bad[i]), &id));
  g_assert_false (trama_id_parse (NULL, 16, &id));
  g_assert_false (trama_id_parse ("abcdefgh\0abcdefg", 16, &id));
}

/* Ids order as their texts do, and hash and compare by value. */
static void
test_order (void)
{
  TramaIdSource source;
  TramaId previous = TRAMA_ID_NONE;

  trama_id_source_init_seeded (&source, 1);
  for (int i = 0; i < 5000; i++)
    {
      char a[TRAMA_ID_LENGTH + 1], b[TRAMA_ID_LENGTH + 1];
      TramaId id = trama_id_source_next (&source), copy;

      trama_id_to_text (id, a);
      g_assert_true (trama_id_parse (a, TRAMA_ID_LENGTH, &copy));
      g_assert_true (trama_id_equal_pointer (&id, &copy));
      g_assert_cmpuint (trama_id_hash_pointer (&id), ==, trama_id_hash_pointer (&copy));
      if (i > 0)
        {
          int order;

          trama_id_to_text (previous, b);
          order = strcmp (a, b);
          g_assert_cmpint (trama_id_compare (id, previous) > 0, ==, order > 0);
          g_assert_cmpint (trama_id_compare (previous, id) > 0, ==, order < 0);
          g_assert_false (trama_id_equal (id, previous));
        }
      previous = id;
    }
}

static void
test_sources (void)
{
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  TramaIdSource a, b, other, random;
  g_autofree char *first = NULL;

  trama_id_source_init_seeded (&a, 42);
  trama_id_source_init_seeded (&b, 42);
  trama_id_source_init_seeded (&other, 43);
  trama_id_source_init_random (&random);
  for (int i = 0; i < 1000; i++)
    {
      TramaId id = trama_id_source_next (&a);
      TramaId different = trama_id_source_next (&other);
      TramaId by_chance = trama_id_source_next (&random);

      g_assert_true (trama_id_equal (id, trama_id_source_next (&b)));
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&different, sizeof id)));
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&by_chance, sizeof id)));
    }
}

/* SplitMix64 of seed 1234567 begins with 6457827717110365317 and 3203168211198807973 (the first
 * outputs given for it by Java's SplittableRandom and the generator's reference code); an id takes
 * five bits a letter from the lowest up, eight letters of each. */
static void
test_seeded_is_the_same_everywhere (void)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint64 outputs[]
      = { G_GUINT64_CONSTANT (6457827717110365317), G_GUINT64_CONSTANT (3203168211198807973) };
  char expected[TRAMA_ID_LENGTH + 1] = { 0 }, text[TRAMA_ID_LENGTH + 1];
  TramaIdSource source;

  for (guint i = 0; i < TRAMA_ID_LENGTH; i++)
    {
      expected[i] = alphabet[outputs[i / 8] & 31];
      outputs[i / 8] >>= 5;
    }
  trama_id_source_init_seeded (&source, 1234567);
  trama_id_to_text (trama_id_source_next (&source), text);
  g_assert_cmpstr (text, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/text", test_text);
  g_test_add_func ("/base/id/order", test_order);
  g_test_add_func ("/base/id/sources", test_sources);
  g_test_add_func ("/base/id/seeded", test_seeded_is_the_same_everywhere);
  return g_test_run ();
}
