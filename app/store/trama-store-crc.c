/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-crc.h"

#include <string.h>

#define REVERSED_POLYNOMIAL 0x82f63b78u

/* tables[k][b]: what byte b contributes k bytes before the end of a group of eight. */
static guint32 tables[8][256];

static void
ensure_tables (void)
{
  static gsize ready;

  if (!g_once_init_enter (&ready))
    return;
  for (guint32 byte = 0; byte < 256; byte++)
    {
      guint32 crc = byte;

      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (crc & 1 ? REVERSED_POLYNOMIAL : 0);
      tables[0][byte] = crc;
    }
  for (int k = 1; k < 8; k++)
    for (guint32 byte = 0; byte < 256; byte++)
      tables[k][byte] = (tables[k - 1][byte] >> 8) ^ tables[0][tables[k - 1][byte] & 0xff];
  g_once_init_leave (&ready, 1);
}

guint32
trama_store_crc (const char *bytes, gsize n)
{
  const guint8 *at = (const guint8 *) bytes;
  guint32 crc = 0xffffffffu;

  g_return_val_if_fail (bytes != NULL || n == 0, 0);

  ensure_tables ();
  for (; n >= 8; n -= 8, at += 8)
    crc = tables[7][(crc & 0xff) ^ at[0]] ^ tables[6][(crc >> 8 & 0xff) ^ at[1]]
          ^ tables[5][(crc >> 16 & 0xff) ^ at[2]] ^ tables[4][(crc >> 24) ^ at[3]]
          ^ tables[3][at[4]] ^ tables[2][at[5]] ^ tables[1][at[6]] ^ tables[0][at[7]];
  for (; n > 0; n--, at++)
    crc = (crc >> 8) ^ tables[0][(crc ^ *at) & 0xff];
  return ~crc;
}
