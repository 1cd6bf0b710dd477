/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of ideal profiles. */
#include <glib/gi18n-lib.h>

#include "trama-method.h"

static TramaRatio
steps (TramaRatio value, int level)
{
  gint64 n = value.n - (gint64) level * value.d;

  return (TramaRatio) { ABS (n), value.d };
}

TramaRatio
trama_profile_cell_distance (const TramaProfileCell *cell, TramaRatio value)
{
  TramaRatio least = steps (value, cell->low);

  g_return_val_if_fail (value.d > 0, ((TramaRatio) { 0, 1 }));

  if (!cell->is_set)
    {
      if (value.n < (gint64) cell->low * value.d)
        return least;
      return value.n > (gint64) cell->high * value.d ? steps (value, cell->high)
                                                     : (TramaRatio) { 0, 1 };
    }
  for (int level = cell->low; level <= cell->high; level++)
    if (cell->members & (1u << level) && trama_ratio_more_than (least, steps (value, level)))
      least = steps (value, level);
  return least;
}

char *
trama_profile_cell_to_prose (const TramaProfileCell *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (cell->low == cell->high)
    return g_strdup_printf ("%d", cell->low);
  if (!cell->is_set)
    return g_strdup_printf ("%d–%d", cell->low, cell->high);
  for (int level = cell->low; level <= cell->high; level++)
    if (cell->members & (1u << level))
      {
        if (text->len > 0)
          g_string_append (text, level == cell->high ? C_ ("between two numbers", " or ") : ", ");
        g_string_append_printf (text, "%d", level);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
