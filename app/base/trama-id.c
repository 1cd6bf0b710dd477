/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-id.h"

#include <string.h>

static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";

void
trama_id_source_init_random (TramaIdSource *source)
{
  g_return_if_fail (source != NULL);

  *source = (TramaIdSource) { .seeded = FALSE };
}

void
trama_id_source_init_seeded (TramaIdSource *source, guint64 seed)
{
  g_return_if_fail (source != NULL);

  *source = (TramaIdSource) { .seeded = TRUE, .state = seed };
}

/* SplitMix64 (Steele, Lea and Flood 2014): short, and the same everywhere. */
static guint64
next_seeded (TramaIdSource *source)
{
  guint64 z = (source->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint64
next_random (TramaIdSource *source)
{
  if (source->seeded)
    return next_seeded (source);
  return ((guint64) g_random_int () << 32) | g_random_int ();
}

static guint64
pack (const char *text)
{
  guint64 value;

  memcpy (&value, text, sizeof value);
  return GUINT64_FROM_BE (value);
}

TramaId
trama_id_source_next (TramaIdSource *source)
{
  char text[TRAMA_ID_LENGTH];
  guint64 bits = 0;

  g_return_val_if_fail (source != NULL, TRAMA_ID_NONE);

  for (guint i = 0; i < TRAMA_ID_LENGTH; i++)
    {
      if (i % 8 == 0)
        bits = next_random (source);
      text[i] = alphabet[bits & 31];
      bits >>= 5;
    }
  return (TramaId) { pack (text), pack (text + 8) };
}

gboolean
trama_id_parse (const char *text, gsize length, TramaId *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  if (text == NULL || length != TRAMA_ID_LENGTH)
    return FALSE;
  for (guint i = 0; i < TRAMA_ID_LENGTH; i++)
    {
      char c = text[i];

      if (!((c >= 'a' && c <= 'z') || (c >= '2' && c <= '7')))
        return FALSE;
    }
  *id = (TramaId) { pack (text), pack (text + 8) };
  return TRUE;
}

void
trama_id_to_text (TramaId id, char text[TRAMA_ID_LENGTH + 1])
{
  guint64 hi = GUINT64_TO_BE (id.hi);
  guint64 lo = GUINT64_TO_BE (id.lo);

  memcpy (text, &hi, 8);
  memcpy (text + 8, &lo, 8);
  text[TRAMA_ID_LENGTH] = '\0';
}

char *
trama_id_dup_text (TramaId id)
{
  char text[TRAMA_ID_LENGTH + 1];

  trama_id_to_text (id, text);
  return g_strdup (text);
}

guint
trama_id_hash_pointer (gconstpointer id)
{
  const TramaId *self = id;
  guint64 mixed = (self->hi ^ (self->lo << 1)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (mixed >> 32);
}

gboolean
trama_id_equal_pointer (gconstpointer a, gconstpointer b)
{
  return trama_id_equal (*(const TramaId *) a, *(const TramaId *) b);
}
