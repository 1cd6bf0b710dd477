/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>

#include "random-changes.h"
#include "trama-merge.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* One byte is one step: what it does is drawn from the byte and its place. */
static TramaVersion *
make_changes (TramaVersion *base, const uint8_t *data, size_t size, guint32 seed)
{
  TramaVersion *current = trama_version_ref (base);
  TramaIdSource ids;

  trama_id_source_init_seeded (&ids, seed);
  for (size_t i = 0; i < size; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) data[i] * 31 + (guint32) (i % 7));
      TramaVersion *next = random_changes (rand, current, 1, &ids);

      trama_version_unref (current);
      current = next;
    }
  return current;
}

static void
check_sound (TramaVersion *version)
{
  g_autoptr (TramaProblems) problems = trama_problems_new (1);

  trama_version_check_references (version, NULL, problems);
  g_assert (trama_problems_count (problems) == 0);
  g_assert (trama_table_size (trama_version_table (version, TRAMA_KIND_PORTFOLIO)) == 1);
}

/* Any two lists of steps over one portfolio can be merged into something sound, whatever is chosen;
 * and who takes theirs everywhere has what the other one has. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  size_t half = size / 2;
  g_autoptr (TramaVersion) base = NULL;
  g_autoptr (TramaVersion) mine = NULL;
  g_autoptr (TramaVersion) theirs = NULL;
  g_autoptr (TramaMerge) here = NULL;
  g_autoptr (TramaMerge) there = NULL;

  if (size < 2 || size > 64)
    return 0;
  base = random_portfolio (data[0] % 4, 50);
  mine = make_changes (base, data + 1, half - 1, 1001);
  theirs = make_changes (base, data + half, size - half, 1002);
  here = trama_merge_new (base, mine, theirs);
  there = trama_merge_new (base, theirs, mine);
  g_assert (trama_merge_n_clashes (here) > 0 || trama_merge_n_clashes (there) == 0);
  for (guint i = 0; i < trama_merge_n_clashes (here); i++)
    {
      trama_merge_choose (here, i, data[i % size] & 1);
      check_sound (trama_merge_get_version (here));
    }
  check_sound (trama_merge_get_version (there));
  trama_merge_choose (here, G_MAXUINT, TRUE);
  g_assert (trama_version_equal (trama_merge_get_version (here), trama_merge_get_version (there)));
  return 0;
}
