/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-lens.h"

#include <string.h>

struct _TramaLens
{
  GObject parent_instance;

  gint32 as_of;
  gboolean with_broker;
  TramaId programme;
  TramaId selected;
};

enum
{
  PROP_AS_OF = 1,
  PROP_WITH_BROKER,
  PROP_PROGRAMME,
  PROP_SELECTED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TramaLens, trama_lens, G_TYPE_OBJECT)

static void
take_id_text (GValue *value, TramaId id)
{
  if (trama_id_is_none (id))
    g_value_set_string (value, NULL);
  else
    g_value_take_string (value, trama_id_dup_text (id));
}

static TramaId
id_from_value (const GValue *value)
{
  const char *text = g_value_get_string (value);
  TramaId id = TRAMA_ID_NONE;

  if (text != NULL)
    trama_id_parse (text, strlen (text), &id);
  return id;
}

static void
trama_lens_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TramaLens *self = TRAMA_LENS (object);

  switch (id)
    {
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    case PROP_WITH_BROKER:
      g_value_set_boolean (value, self->with_broker);
      break;
    case PROP_PROGRAMME:
      take_id_text (value, self->programme);
      break;
    case PROP_SELECTED:
      take_id_text (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_lens_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TramaLens *self = TRAMA_LENS (object);

  switch (id)
    {
    case PROP_AS_OF:
      trama_lens_set_as_of (self, g_value_get_int (value));
      break;
    case PROP_WITH_BROKER:
      trama_lens_set_with_broker (self, g_value_get_boolean (value));
      break;
    case PROP_PROGRAMME:
      trama_lens_set_programme (self, id_from_value (value));
      break;
    case PROP_SELECTED:
      trama_lens_set_selected (self, id_from_value (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_lens_class_init (TramaLensClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = trama_lens_get_property;
  object_class->set_property = trama_lens_set_property;
  properties[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, 0, flags);
  properties[PROP_WITH_BROKER] = g_param_spec_boolean ("with-broker", NULL, NULL, TRUE, flags);
  properties[PROP_PROGRAMME] = g_param_spec_string ("programme", NULL, NULL, NULL, flags);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
trama_lens_init (TramaLens *self)
{
  self->with_broker = TRUE;
}

TramaLens *
trama_lens_new (gint32 as_of)
{
  TramaLens *self = g_object_new (TRAMA_TYPE_LENS, NULL);

  self->as_of = as_of;
  return self;
}

gint32
trama_lens_get_as_of (TramaLens *self)
{
  g_return_val_if_fail (TRAMA_IS_LENS (self), 0);

  return self->as_of;
}

void
trama_lens_set_as_of (TramaLens *self, gint32 day)
{
  g_return_if_fail (TRAMA_IS_LENS (self));

  if (self->as_of == day)
    return;
  self->as_of = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

gboolean
trama_lens_get_with_broker (TramaLens *self)
{
  g_return_val_if_fail (TRAMA_IS_LENS (self), TRUE);

  return self->with_broker;
}

void
trama_lens_set_with_broker (TramaLens *self, gboolean with_broker)
{
  g_return_if_fail (TRAMA_IS_LENS (self));

  if (self->with_broker == with_broker)
    return;
  self->with_broker = with_broker;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH_BROKER]);
}

TramaId
trama_lens_get_programme (TramaLens *self)
{
  g_return_val_if_fail (TRAMA_IS_LENS (self), TRAMA_ID_NONE);

  return self->programme;
}

void
trama_lens_set_programme (TramaLens *self, TramaId programme)
{
  g_return_if_fail (TRAMA_IS_LENS (self));

  if (trama_id_equal (self->programme, programme))
    return;
  self->programme = programme;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

TramaId
trama_lens_get_selected (TramaLens *self)
{
  g_return_val_if_fail (TRAMA_IS_LENS (self), TRAMA_ID_NONE);

  return self->selected;
}

void
trama_lens_set_selected (TramaLens *self, TramaId record)
{
  g_return_if_fail (TRAMA_IS_LENS (self));

  if (trama_id_equal (self->selected, record))
    return;
  self->selected = record;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
