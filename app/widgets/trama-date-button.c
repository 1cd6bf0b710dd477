/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-date-button.h"

#include <glib/gi18n-lib.h>

#include "trama-date-words.h"

struct _TramaDateButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *calendar;
  GtkWidget *own;
  gint32 day;
  int own_day;
  gboolean setting;
};

enum
{
  PROP_DAY = 1,
  PROP_OWN_DAY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TramaDateButton, trama_date_button, GTK_TYPE_WIDGET)

static void
show_day (TramaDateButton *self)
{
  g_autofree char *text = trama_date_to_prose (trama_date_from_day (self->day));
  g_autofree char *name = NULL;
  g_autoptr (GDateTime) when = NULL;
  int year, month, day;

  /* Translators: the date that everything is shown as of */
  name = g_strdup_printf (_ ("As of %s"), text);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  trama_day_to_civil (self->day, &year, &month, &day);
  when = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->setting = TRUE;
  if (when != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (self->calendar), when);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

void
trama_date_button_set_day (TramaDateButton *self, gint32 day)
{
  g_return_if_fail (TRAMA_IS_DATE_BUTTON (self));

  if (self->day == day)
    return;
  self->day = day;
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

gint32
trama_date_button_get_day (TramaDateButton *self)
{
  g_return_val_if_fail (TRAMA_IS_DATE_BUTTON (self), 0);

  return self->day;
}

static void
choose (TramaDateButton *self, gint32 day)
{
  trama_date_button_set_day (self, day);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
calendar_selected (GtkCalendar *calendar, TramaDateButton *self)
{
  g_autoptr (GDateTime) when = NULL;

  if (self->setting)
    return;
  when = gtk_calendar_get_date (calendar);
  trama_date_button_set_day (self, trama_day_from_civil (g_date_time_get_year (when),
                                                         g_date_time_get_month (when),
                                                         g_date_time_get_day_of_month (when)));
}

/* The last day of what was typed: "June 2026" is its end. */
static gboolean
read_entry (TramaDateButton *self, gint32 *day)
{
  TramaDate date;

  if (!trama_date_words_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                               trama_day_today (), &date))
    return FALSE;
  *day = date.last;
  return TRUE;
}

static void
entry_changed (GtkEntry *entry, TramaDateButton *self)
{
  gint32 day;

  if (read_entry (self, &day))
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               gtk_widget_has_css_class (self->entry, "error")
                                   ? GTK_ACCESSIBLE_INVALID_TRUE
                                   : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
entry_activated (GtkEntry *entry, TramaDateButton *self)
{
  gint32 day;

  if (read_entry (self, &day))
    choose (self, day);
}

static void
today_clicked (GtkButton *button, TramaDateButton *self)
{
  choose (self, trama_day_today ());
}

static void
month_end_clicked (GtkButton *button, TramaDateButton *self)
{
  choose (self, trama_month_index_last_day (trama_day_month_index (trama_day_today ()) - 1));
}

static void
own_clicked (GtkButton *button, TramaDateButton *self)
{
  choose (self, self->own_day);
}

static void
trama_date_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TramaDateButton *self = TRAMA_DATE_BUTTON (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    case PROP_OWN_DAY:
      g_value_set_int (value, self->own_day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_date_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TramaDateButton *self = TRAMA_DATE_BUTTON (object);

  switch (id)
    {
    case PROP_DAY:
      trama_date_button_set_day (self, g_value_get_int (value));
      break;
    case PROP_OWN_DAY:
      self->own_day = g_value_get_int (value);
      gtk_widget_set_visible (self->own, self->own_day != G_MININT);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trama_date_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_DATE_BUTTON);
  G_OBJECT_CLASS (trama_date_button_parent_class)->dispose (object);
}

static void
trama_date_button_class_init (TramaDateButtonClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = trama_date_button_dispose;
  object_class->get_property = trama_date_button_get_property;
  object_class->set_property = trama_date_button_set_property;
  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_OWN_DAY]
      = g_param_spec_int ("own-day", NULL, NULL, G_MININT, G_MAXINT, G_MININT, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/widgets/trama-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TramaDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, TramaDateButton, label);
  gtk_widget_class_bind_template_child (widget_class, TramaDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, TramaDateButton, entry);
  gtk_widget_class_bind_template_child (widget_class, TramaDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, TramaDateButton, own);
  gtk_widget_class_bind_template_callback (widget_class, calendar_selected);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked);
  gtk_widget_class_bind_template_callback (widget_class, month_end_clicked);
  gtk_widget_class_bind_template_callback (widget_class, own_clicked);
}

static void
trama_date_button_init (TramaDateButton *self)
{
  self->own_day = G_MININT;
  self->day = trama_day_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->own, FALSE);
  show_day (self);
}

GtkWidget *
trama_date_button_new (void)
{
  return g_object_new (TRAMA_TYPE_DATE_BUTTON, NULL);
}
