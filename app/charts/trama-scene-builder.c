/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-scene-private.h"

#include "trama-chart-fonts.h"

#include <math.h>
#include <string.h>

static void
clear_text (gpointer text)
{
  g_free (((TramaSceneText *) text)->text);
}

static void
clear_item (gpointer data)
{
  TramaSceneItem *item = data;

  g_free ((char *) item->label);
  g_free ((char *) item->value);
}

TramaSceneBuilder *
trama_scene_builder_new (const TramaChartStyle *style, double width, double height)
{
  TramaSceneBuilder *builder;
  TramaScene *scene;

  g_return_val_if_fail (style != NULL, NULL);

  scene = g_new0 (TramaScene, 1);
  g_atomic_ref_count_init (&scene->references);
  scene->style = *style;
  scene->width = MAX (width, 1);
  scene->height = MAX (height, 1);
  scene->shapes = g_array_new (FALSE, TRUE, sizeof (TramaShape));
  scene->verbs = g_byte_array_new ();
  scene->points = g_array_new (FALSE, FALSE, sizeof (TramaPoint));
  scene->texts = g_array_new (FALSE, TRUE, sizeof (TramaSceneText));
  g_array_set_clear_func (scene->texts, clear_text);
  scene->items = g_array_new (FALSE, TRUE, sizeof (TramaSceneItem));
  g_array_set_clear_func (scene->items, clear_item);
  scene->links = g_array_new (FALSE, FALSE, sizeof (guint));

  builder = g_new0 (TramaSceneBuilder, 1);
  builder->scene = scene;
  builder->item = TRAMA_SCENE_NO_ITEM;
  builder->context = trama_chart_fonts_create_context (style->language, style->right_to_left);
  return builder;
}

void
trama_scene_builder_free (TramaSceneBuilder *builder)
{
  if (builder == NULL)
    return;
  g_clear_pointer (&builder->scene, trama_scene_unref);
  g_object_unref (builder->context);
  g_free (builder);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const guint *p = a, *q = b;

  if (p[0] != q[0])
    return p[0] < q[0] ? -1 : 1;
  return p[1] < q[1] ? -1 : p[1] > q[1];
}

/* From unsorted pairs, each both ways, to neighbours by item. */
static void
order_links (TramaScene *scene)
{
  guint n_pairs = scene->links->len / 2;
  guint *pairs = (guint *) (gpointer) scene->links->data;
  GArray *neighbours = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_pairs);
  GArray *starts = g_array_sized_new (FALSE, FALSE, sizeof (guint), scene->items->len + 1);
  guint at = 0;

  if (n_pairs > 0)
    qsort (pairs, n_pairs, 2 * sizeof (guint), compare_pairs);
  for (guint item = 0; item < scene->items->len; item++)
    {
      g_array_append_val (starts, neighbours->len);
      for (; at < n_pairs && pairs[2 * at] == item; at++)
        if (at == 0 || compare_pairs (pairs + 2 * at, pairs + 2 * (at - 1)) != 0)
          g_array_append_val (neighbours, pairs[2 * at + 1]);
    }
  g_array_append_val (starts, neighbours->len);
  g_array_unref (scene->links);
  scene->links = neighbours;
  scene->link_starts = starts;
}

/* An item's bounds are those of its marks, lines and areas; of its texts if it has nothing else. */
static void
measure_items (TramaScene *scene)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < scene->shapes->len; i++)
      {
        const TramaShape *shape = &g_array_index (scene->shapes, TramaShape, i);
        TramaSceneItem *item;

        if (shape->item == TRAMA_SCENE_NO_ITEM)
          continue;
        item = &g_array_index (scene->items, TramaSceneItem, shape->item);
        if (pass == 0 ? shape->type != TRAMA_SHAPE_TEXT
                      : shape->type == TRAMA_SHAPE_TEXT && item->bounds.width <= 0)
          item->bounds = trama_box_union (item->bounds, shape->bounds);
      }
}

TramaScene *
trama_scene_builder_finish (TramaSceneBuilder *builder, const char *sentence,
                            TramaChartTable *table)
{
  TramaScene *scene;

  g_return_val_if_fail (builder != NULL && builder->scene != NULL, NULL);

  scene = g_steal_pointer (&builder->scene);
  scene->sentence = g_strdup (sentence != NULL ? sentence : "");
  scene->table = table != NULL ? table : trama_chart_table_new ("");
  order_links (scene);
  measure_items (scene);
  return scene;
}

const TramaChartStyle *
trama_scene_builder_get_style (TramaSceneBuilder *builder)
{
  return &builder->scene->style;
}

double
trama_scene_builder_get_width (TramaSceneBuilder *builder)
{
  return builder->scene->width;
}

double
trama_scene_builder_get_height (TramaSceneBuilder *builder)
{
  return builder->scene->height;
}

void
trama_scene_builder_set_height (TramaSceneBuilder *builder, double height)
{
  builder->scene->height = MAX (height, 1);
}

guint
trama_scene_builder_add_item (TramaSceneBuilder *builder, const char *kind, TramaId record,
                              const char *label, const char *value, gint32 date)
{
  TramaSceneItem item = { .kind = kind, .record = record, .date = date };

  g_return_val_if_fail (builder != NULL && kind != NULL, TRAMA_SCENE_NO_ITEM);

  item.label = g_strdup (label != NULL ? label : "");
  item.value = g_strdup (value != NULL ? value : "");
  g_array_append_val (builder->scene->items, item);
  return builder->item = builder->scene->items->len - 1;
}

void
trama_scene_builder_set_item (TramaSceneBuilder *builder, guint item)
{
  g_return_if_fail (item == TRAMA_SCENE_NO_ITEM || item < builder->scene->items->len);

  builder->item = item;
}

void
trama_scene_builder_connect (TramaSceneBuilder *builder, guint item, guint other)
{
  guint pairs[4] = { item, other, other, item };

  g_return_if_fail (item < builder->scene->items->len && other < builder->scene->items->len);

  if (item != other)
    g_array_append_vals (builder->scene->links, pairs, 4);
}

void
trama_scene_builder_set_date_axis (TramaSceneBuilder *builder, gint32 from, double x0, gint32 to,
                                   double x1)
{
  builder->scene->has_dates = TRUE;
  builder->scene->dates[0] = from;
  builder->scene->dates[1] = to;
  builder->scene->date_places[0] = trama_scene_builder_place (builder, x0);
  builder->scene->date_places[1] = trama_scene_builder_place (builder, x1);
}

double
trama_scene_builder_place (const TramaSceneBuilder *builder, double x)
{
  return builder->scene->style.right_to_left ? builder->scene->width - x : x;
}
