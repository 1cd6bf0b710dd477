/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "trama-method.h"

G_BEGIN_DECLS

/* Members of the JSON that the command line prints. NULL texts are null. */
void trama_json_add_text (JsonBuilder *builder, const char *name, const char *text);
void trama_json_add_integer (JsonBuilder *builder, const char *name, gint64 value);
void trama_json_add_boolean (JsonBuilder *builder, const char *name, gboolean value);
/* null where it is not known or over 0. */
void trama_json_add_ratio (JsonBuilder *builder, const char *name, TramaRatio ratio,
                           gboolean known);
/* "NAME" as a number, and exactly "NAME_numerator" over "NAME_denominator"; null where over 0. */
void trama_json_add_exact (JsonBuilder *builder, const char *name, TramaRatio ratio);
/* @criteria: TramaCriterion, told by their ids. */
void trama_json_add_ids (JsonBuilder *builder, const char *name, GPtrArray *criteria);
/* What was built, pretty. (transfer full) */
char *trama_json_builder_to_text (JsonBuilder *builder);

G_END_DECLS
