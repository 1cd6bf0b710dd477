/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that look random and are the same on every machine (xorshift64*, Vigna 2016). */
typedef struct
{
  guint64 state;
} TramaRandom;

static inline void
trama_random_init (TramaRandom *random, guint64 seed)
{
  random->state = seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + 1;
}

static inline guint32
trama_random_next (TramaRandom *random)
{
  random->state ^= random->state >> 12;
  random->state ^= random->state << 25;
  random->state ^= random->state >> 27;
  return (guint32) ((random->state * G_GUINT64_CONSTANT (0x2545f4914f6cdd1d)) >> 32);
}

/* 0 … @n − 1. */
static inline guint
trama_random_below (TramaRandom *random, guint n)
{
  return (guint) (((guint64) trama_random_next (random) * n) >> 32);
}

/* 0 ≤ … < 1. */
static inline double
trama_random_share (TramaRandom *random)
{
  return trama_random_next (random) / 4294967296.0;
}

G_END_DECLS
