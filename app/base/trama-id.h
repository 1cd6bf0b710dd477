/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The name of a record that never changes: 16 characters of the base-32 alphabet a–z2–7, 80 random
 * bits. The characters themselves are held, so that ids order as their texts do.
 * The zero id means "no record".
 */
typedef struct
{
  guint64 hi;
  guint64 lo;
} TramaId;

#define TRAMA_ID_LENGTH 16
#define TRAMA_ID_NONE ((TramaId) { 0, 0 })

/* Where new ids come from; passed in so that tests and samples are the same on every run. */
typedef struct
{
  gboolean seeded;
  guint64 state;
} TramaIdSource;

/* Ids from the system's random numbers. */
void trama_id_source_init_random (TramaIdSource *source);
/* The same ids for the same @seed, on every machine. */
void trama_id_source_init_seeded (TramaIdSource *source, guint64 seed);
TramaId trama_id_source_next (TramaIdSource *source);

/* Reads exactly @length characters; FALSE if they are not 16 of the alphabet. */
gboolean trama_id_parse (const char *text, gsize length, TramaId *id);
/* Writes 16 characters and a NUL. */
void trama_id_to_text (TramaId id, char text[TRAMA_ID_LENGTH + 1]);
/* (transfer full) */
char *trama_id_dup_text (TramaId id);

static inline gboolean
trama_id_is_none (TramaId id)
{
  return (id.hi | id.lo) == 0;
}

static inline gboolean
trama_id_equal (TramaId a, TramaId b)
{
  return a.hi == b.hi && a.lo == b.lo;
}

/* As strcmp() on the texts. */
static inline int
trama_id_compare (TramaId a, TramaId b)
{
  if (a.hi != b.hi)
    return a.hi < b.hi ? -1 : 1;
  return a.lo < b.lo ? -1 : a.lo > b.lo;
}

/* For a GHashTable whose keys are pointers to ids. */
guint trama_id_hash_pointer (gconstpointer id);
gboolean trama_id_equal_pointer (gconstpointer a, gconstpointer b);

G_END_DECLS
