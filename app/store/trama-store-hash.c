/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-hash.h"

#include <string.h>

#define PRIME_1 G_GUINT64_CONSTANT (0x9e3779b185ebca87)
#define PRIME_2 G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)
#define PRIME_3 G_GUINT64_CONSTANT (0x165667b19e3779f9)
#define PRIME_4 G_GUINT64_CONSTANT (0x85ebca77c2b2ae63)
#define PRIME_5 G_GUINT64_CONSTANT (0x27d4eb2f165667c5)

static inline guint64
rotate (guint64 value, int bits)
{
  return (value << bits) | (value >> (64 - bits));
}

static inline guint64
get_64 (const char *at)
{
  guint64 value;

  memcpy (&value, at, sizeof value);
  return GUINT64_FROM_LE (value);
}

static inline guint32
get_32 (const char *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

static inline guint64
take (guint64 lane, guint64 input)
{
  return rotate (lane + input * PRIME_2, 31) * PRIME_1;
}

static inline guint64
merge_lane (guint64 hash, guint64 lane)
{
  return (hash ^ take (0, lane)) * PRIME_1 + PRIME_4;
}

guint64
trama_store_hash (const char *text, gsize length)
{
  const char *at = text;
  const char *end = text + length;
  guint64 hash;

  g_return_val_if_fail (text != NULL || length == 0, 0);

  if (length >= 32)
    {
      guint64 a = PRIME_1 + PRIME_2, b = PRIME_2, c = 0, d = 0 - PRIME_1;

      for (; end - at >= 32; at += 32)
        {
          a = take (a, get_64 (at));
          b = take (b, get_64 (at + 8));
          c = take (c, get_64 (at + 16));
          d = take (d, get_64 (at + 24));
        }
      hash = rotate (a, 1) + rotate (b, 7) + rotate (c, 12) + rotate (d, 18);
      hash = merge_lane (hash, a);
      hash = merge_lane (hash, b);
      hash = merge_lane (hash, c);
      hash = merge_lane (hash, d);
    }
  else
    hash = PRIME_5;
  hash += length;

  for (; end - at >= 8; at += 8)
    hash = rotate (hash ^ take (0, get_64 (at)), 27) * PRIME_1 + PRIME_4;
  if (end - at >= 4)
    {
      hash = rotate (hash ^ get_32 (at) * PRIME_1, 23) * PRIME_2 + PRIME_3;
      at += 4;
    }
  for (; at < end; at++)
    hash = rotate (hash ^ (guint8) *at * PRIME_5, 11) * PRIME_1;

  hash = (hash ^ (hash >> 33)) * PRIME_2;
  hash = (hash ^ (hash >> 29)) * PRIME_3;
  return hash ^ (hash >> 32);
}

void
trama_store_hash_to_text (guint64 hash, char text[TRAMA_STORE_HASH_LENGTH + 1])
{
  g_snprintf (text, TRAMA_STORE_HASH_LENGTH + 1, "%016" G_GINT64_MODIFIER "x", hash);
}

gboolean
trama_store_hash_parse (const char *text, guint64 *hash)
{
  g_return_val_if_fail (hash != NULL, FALSE);

  *hash = 0;
  if (text == NULL || strlen (text) != TRAMA_STORE_HASH_LENGTH)
    return FALSE;
  for (guint i = 0; i < TRAMA_STORE_HASH_LENGTH; i++)
    {
      if (!g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
        return FALSE;
      *hash = *hash << 4 | (guint64) g_ascii_xdigit_value (text[i]);
    }
  return TRUE;
}
