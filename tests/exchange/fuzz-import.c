/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>

#include "trama-import.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A stranger's table and his map: the first byte says how long the map is, in tens of bytes. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gsize map = size > 0 ? MIN ((gsize) data[0] * 10, size - 1) : 0;
  TramaImportOptions options = { .others = size % 2 == 0 ? TRAMA_KIND_FIRM : TRAMA_KIND_NONE };
  g_autoptr (TramaImport) import = trama_import_new ();
  g_autoptr (TramaImportResult) result = NULL;
  g_autoptr (GBytes) table = NULL;

  if (size == 0)
    return 0;
  if (map > 0)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (data + 1, map);

      trama_import_set_map (import, "map.json", bytes);
    }
  table = g_bytes_new (data + 1 + map, size - 1 - map);
  trama_import_add (import, "a.csv", table);
  result = trama_import_run (import, NULL, &options, 10);
  g_assert (result->changes == NULL || trama_problems_count (result->problems) == 0);
  return 0;
}
