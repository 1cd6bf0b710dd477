/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-scene-private.h"

#include <math.h>

TramaScene *
trama_scene_ref (TramaScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  g_atomic_ref_count_inc (&scene->references);
  return scene;
}

void
trama_scene_unref (TramaScene *scene)
{
  g_return_if_fail (scene != NULL);

  if (!g_atomic_ref_count_dec (&scene->references))
    return;
  g_free (scene->sentence);
  trama_chart_table_free (scene->table);
  g_array_unref (scene->shapes);
  g_byte_array_unref (scene->verbs);
  g_array_unref (scene->points);
  g_array_unref (scene->texts);
  g_array_unref (scene->items);
  g_array_unref (scene->links);
  g_clear_pointer (&scene->link_starts, g_array_unref);
  g_free (scene);
}

double
trama_scene_get_width (const TramaScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->width;
}

double
trama_scene_get_height (const TramaScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->height;
}

const TramaChartStyle *
trama_scene_get_style (const TramaScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  return &scene->style;
}

const char *
trama_scene_get_sentence (const TramaScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  return scene->sentence;
}

const TramaChartTable *
trama_scene_get_table (const TramaScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  return scene->table;
}

guint
trama_scene_get_n_items (const TramaScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->items->len;
}

const TramaSceneItem *
trama_scene_get_item (const TramaScene *scene, guint item)
{
  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (item < scene->items->len, NULL);

  return &g_array_index (scene->items, TramaSceneItem, item);
}

const guint *
trama_scene_get_connected (const TramaScene *scene, guint item, guint *n_connected)
{
  guint start, end;

  g_return_val_if_fail (scene != NULL && n_connected != NULL, NULL);
  g_return_val_if_fail (item < scene->items->len, NULL);

  start = g_array_index (scene->link_starts, guint, item);
  end = g_array_index (scene->link_starts, guint, item + 1);
  *n_connected = end - start;
  return end > start ? &g_array_index (scene->links, guint, start) : NULL;
}

guint
trama_scene_find_record (const TramaScene *scene, TramaId record)
{
  g_return_val_if_fail (scene != NULL, TRAMA_SCENE_NO_ITEM);

  if (trama_id_is_none (record))
    return TRAMA_SCENE_NO_ITEM;
  for (guint i = 0; i < scene->items->len; i++)
    if (trama_id_equal (g_array_index (scene->items, TramaSceneItem, i).record, record))
      return i;
  return TRAMA_SCENE_NO_ITEM;
}

gboolean
trama_scene_date_at (const TramaScene *scene, double x, gint32 *day)
{
  double part;

  g_return_val_if_fail (scene != NULL && day != NULL, FALSE);

  if (!scene->has_dates || scene->date_places[1] == scene->date_places[0])
    return FALSE;
  part = (x - scene->date_places[0]) / (scene->date_places[1] - scene->date_places[0]);
  part = CLAMP (part, 0, 1);
  *day = scene->dates[0] + (gint32) floor (part * (scene->dates[1] - scene->dates[0]) + 0.5);
  return TRUE;
}

gboolean
trama_scene_place_date (const TramaScene *scene, gint32 day, double *x)
{
  double part;

  g_return_val_if_fail (scene != NULL && x != NULL, FALSE);

  if (!scene->has_dates || scene->dates[1] == scene->dates[0])
    return FALSE;
  part = (double) (day - scene->dates[0]) / (scene->dates[1] - scene->dates[0]);
  *x = scene->date_places[0] + part * (scene->date_places[1] - scene->date_places[0]);
  return TRUE;
}

guint
trama_scene_get_n_texts (const TramaScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->texts->len;
}

const char *
trama_scene_get_text (const TramaScene *scene, guint text)
{
  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (text < scene->texts->len, NULL);

  return g_array_index (scene->texts, TramaSceneText, text).text;
}

TramaBox
trama_scene_get_text_bounds (const TramaScene *scene, guint text)
{
  g_return_val_if_fail (scene != NULL, (TramaBox) { 0 });
  g_return_val_if_fail (text < scene->texts->len, (TramaBox) { 0 });

  return g_array_index (scene->texts, TramaSceneText, text).ink;
}

TramaBox
trama_box_union (TramaBox a, TramaBox b)
{
  double x, y;

  if (a.width <= 0 && a.height <= 0)
    return b;
  if (b.width <= 0 && b.height <= 0)
    return a;
  x = MIN (a.x, b.x);
  y = MIN (a.y, b.y);
  return (TramaBox) { x, y, MAX (a.x + a.width, b.x + b.width) - x,
                      MAX (a.y + a.height, b.y + b.height) - y };
}
