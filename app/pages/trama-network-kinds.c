/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-kinds.h"

#include <glib/gi18n-lib.h>

struct _TramaNetworkKinds
{
  AdwBin parent_instance;

  GtkWidget *button;
  GtkWidget *all;
  GtkWidget *checks[TRAMA_GRAPH_N_TIE_KINDS];
  guint32 chosen;
  gboolean updating;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (TramaNetworkKinds, trama_network_kinds, ADW_TYPE_BIN)

static const char *
kind_label (guint kind)
{
  return kind == 0 ? _ ("Kind not known") : trama_linkage_kind_label ((TramaLinkageKind) kind);
}

static void
show_chosen (TramaNetworkKinds *self)
{
  guint n = 0, last = 0;
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;

  self->updating = TRUE;
  for (guint i = 0; i < TRAMA_GRAPH_N_TIE_KINDS; i++)
    {
      gboolean on = (self->chosen & TRAMA_GRAPH_KIND_BIT (i)) != 0;

      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]), on);
      if (on)
        {
          n++;
          last = i;
        }
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all), n == 0);
  self->updating = FALSE;
  if (n == 0)
    text = g_strdup (_ ("All Kinds"));
  else if (n == 1)
    text = g_strdup (kind_label (last));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Kind", "%u Kinds", n), n);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);
  /* Translators: what a button is called that chooses kinds of ties; then what is chosen */
  said = g_strdup_printf (_ ("Kinds of ties: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said, -1);
}

static void
toggled (TramaNetworkKinds *self, GtkCheckButton *check)
{
  guint32 chosen = 0;

  if (self->updating)
    return;
  if (GTK_WIDGET (check) != self->all)
    for (guint i = 0; i < TRAMA_GRAPH_N_TIE_KINDS; i++)
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
        chosen |= TRAMA_GRAPH_KIND_BIT (i);
  self->chosen = chosen;
  show_chosen (self);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
add_check (TramaNetworkKinds *self, GtkWidget *box, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled), self);
  gtk_box_append (GTK_BOX (box), check);
  return check;
}

static void
trama_network_kinds_class_init (TramaNetworkKindsClass *class)
{
  changed_signal = g_signal_new ("changed", TRAMA_TYPE_NETWORK_KINDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
trama_network_kinds_init (TramaNetworkKinds *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->updating = TRUE;
  self->button = gtk_menu_button_new ();
  self->all = add_check (self, box, _ ("All Kinds"));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = 1; i <= TRAMA_GRAPH_N_TIE_KINDS; i++)
    self->checks[i % TRAMA_GRAPH_N_TIE_KINDS]
        = add_check (self, box, kind_label (i % TRAMA_GRAPH_N_TIE_KINDS));
  self->updating = FALSE;
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  adw_bin_set_child (ADW_BIN (self), self->button);
  show_chosen (self);
}

void
trama_network_kinds_set_known (TramaNetworkKinds *self, guint32 known)
{
  g_return_if_fail (TRAMA_IS_NETWORK_KINDS (self));

  /* One that is chosen stays, so that it can be taken back. */
  for (guint i = 0; i < TRAMA_GRAPH_N_TIE_KINDS; i++)
    gtk_widget_set_visible (self->checks[i],
                            ((known | self->chosen) & TRAMA_GRAPH_KIND_BIT (i)) != 0);
}

guint32
trama_network_kinds_get_chosen (TramaNetworkKinds *self)
{
  g_return_val_if_fail (TRAMA_IS_NETWORK_KINDS (self), 0);

  return self->chosen;
}

void
trama_network_kinds_choose_all (TramaNetworkKinds *self)
{
  g_return_if_fail (TRAMA_IS_NETWORK_KINDS (self));

  if (self->chosen == 0)
    return;
  self->chosen = 0;
  show_chosen (self);
  g_signal_emit (self, changed_signal, 0);
}
