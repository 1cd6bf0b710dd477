/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-json.h"

G_BEGIN_DECLS

/* A part of an object that the strict reader refuses. */
typedef struct
{
  char *key;     /* of the member, as it stands there; NULL: it belongs to no member */
  char *found;   /* cut to what a message can hold; NULL: nothing to show */
  char *message; /* why it is refused, translated */
  gsize offset;  /* where in the object */
} TramaStoreFlaw;

/*
 * Takes apart an object that is no sound JSON: its members are parsed one by one. What is sound is
 * given back as the text of an object, the rest is listed: values that are no JSON, members given
 * twice (none of them is believed), text that is no UTF-8, what follows a cut.
 *
 * NULL where the text does not even begin as an object; @flaws (element-type TramaStoreFlaw) is
 * empty then. (transfer full), both.
 */
GString *trama_store_mend (TramaJsonReader *reader, const char *text, gsize length,
                           GPtrArray **flaws);

G_END_DECLS
