/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-json-members.h"

void
trama_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
trama_json_add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
trama_json_add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
trama_json_add_ratio (JsonBuilder *builder, const char *name, TramaRatio ratio, gboolean known)
{
  json_builder_set_member_name (builder, name);
  if (!known || ratio.d == 0)
    json_builder_add_null_value (builder);
  else if (ratio.n % ratio.d == 0)
    json_builder_add_int_value (builder, ratio.n / ratio.d);
  else
    json_builder_add_double_value (builder, trama_ratio_value (ratio));
}

/* "NAME", and exactly "NAME_numerator" over "NAME_denominator". */
void
trama_json_add_exact (JsonBuilder *builder, const char *name, TramaRatio ratio)
{
  g_autofree char *numerator = g_strconcat (name, "_numerator", NULL);
  g_autofree char *denominator = g_strconcat (name, "_denominator", NULL);

  trama_json_add_ratio (builder, name, ratio, ratio.d != 0);
  if (ratio.d == 0)
    return;
  trama_json_add_integer (builder, numerator, ratio.n);
  trama_json_add_integer (builder, denominator, ratio.d);
}

void
trama_json_add_ids (JsonBuilder *builder, const char *name, GPtrArray *criteria)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < criteria->len; i++)
    json_builder_add_string_value (builder,
                                   ((const TramaCriterion *) g_ptr_array_index (criteria, i))->id);
  json_builder_end_array (builder);
}

char *
trama_json_builder_to_text (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}
