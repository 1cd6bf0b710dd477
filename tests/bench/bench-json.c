/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <json-glib/json-glib.h>

#include "trama-bench.h"
#include "trama-json.h"

/*
 * The strict reader against json-glib: texts of one record each, as the lines of a portfolio are, every
 * member read out.
 */

typedef struct
{
  GPtrArray *lines;
  gsize members; /* so that neither can leave out the reading */
} Lines;

static GPtrArray *
make_lines (gsize count)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gsize i = 0; i < count; i++)
    g_ptr_array_add (
        lines,
        g_strdup_printf (
            "{\"id\":\"%016" G_GSIZE_FORMAT "\",\"kind\":\"firm\",\"name\":\"Taller Núñez %u\","
            "\"tier\":\"workshop\",\"workers\":[%d,%d],\"founded\":\"%d-0%d\","
            "\"exports\":0.%d,\"sectors\":[\"footwear\",\"leather\"],\"note\":\"%s\"}",
            i, g_rand_int (random), g_rand_int_range (random, 1, 10),
            g_rand_int_range (random, 10, 50), g_rand_int_range (random, 1950, 2020),
            g_rand_int_range (random, 1, 10), g_rand_int_range (random, 1, 100),
            "Met at the fair; buys its soles from two of the members and lends a press."));
  return lines;
}

static void
read_value (const TramaJsonValue *value, gsize *members)
{
  TramaJsonIter iter;
  const TramaJsonValue *member;

  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, NULL, NULL, &member))
    {
      (*members)++;
      if (trama_json_value_is (member, TRAMA_JSON_ARRAY))
        read_value (member, members);
    }
}

static void
ours (gpointer data)
{
  Lines *lines = data;
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();

  lines->members = 0;
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const char *line = lines->lines->pdata[i];
      const TramaJsonValue *value
          = trama_json_reader_parse (reader, line, strlen (line), NULL, NULL);

      g_assert (value != NULL);
      read_value (value, &lines->members);
    }
}

static void
read_node (JsonNode *node, gsize *members)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        (*members)++;
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &member))
        {
          (*members)++;
          read_node (member, members);
        }
    }
}

static void
peer (gpointer data)
{
  Lines *lines = data;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize members = 0;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      g_autoptr (GError) error = NULL;

      json_parser_load_from_data (parser, lines->lines->pdata[i], -1, &error);
      g_assert_no_error (error);
      read_node (json_parser_get_root (parser), &members);
    }
  /* Both have read the same. */
  g_assert_cmpuint (members, ==, lines->members);
}

int
main (int argc, char **argv)
{
  gsize sizes[] = { 2000, 20000 };

  trama_bench_init (&argc, &argv);
  for (gsize i = 0; i < (trama_bench_is_smoke () ? 1 : G_N_ELEMENTS (sizes)); i++)
    {
      gsize size = trama_bench_size (sizes[i], 300);
      g_autoptr (GPtrArray) texts = make_lines (size);
      Lines lines = { texts, 0 };

      trama_bench_compare (&(TramaBenchCase) { .name = "json-read",
                                               .size = size,
                                               .ours = ours,
                                               .peer = peer,
                                               .data = &lines,
                                               .goal = 0.12 });
    }
  return 0;
}
