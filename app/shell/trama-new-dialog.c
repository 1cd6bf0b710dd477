/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-new-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-change.h"
#include "trama-date-words.h"

struct _TramaNewDialog
{
  AdwDialog parent_instance;

  GtkWidget *navigation;
  GtkWidget *agency;
  GtkWidget *currency;
  GtkWidget *cluster;
  GtkWidget *trade;
  GtkWidget *place;
  GtkWidget *programme;
  GtkWidget *formed;
  GtkWidget *manager;
  GtkWidget *agency_next;
  GtkWidget *cluster_next;
  GtkWidget *create;
  char *author;
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaNewDialog, trama_new_dialog, ADW_TYPE_DIALOG)

/* NULL where nothing is entered. (transfer full) */
static char *
text_of (GtkWidget *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
mark (GtkWidget *row, gboolean valid)
{
  if (valid)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  return valid;
}

static void
changed (GtkEditable *editable, TramaNewDialog *self)
{
  g_autofree char *agency = text_of (self->agency);
  g_autofree char *currency = text_of (self->currency);
  g_autofree char *cluster = text_of (self->cluster);
  g_autofree char *programme = text_of (self->programme);
  g_autofree char *formed = text_of (self->formed);
  g_autofree char *code = currency != NULL ? g_ascii_strup (currency, -1) : NULL;
  TramaDate date;
  gboolean good_currency, good_date;

  good_currency = mark (self->currency, code == NULL || trama_currency_is_valid (code));
  good_date = mark (self->formed,
                    formed == NULL || trama_date_words_parse (formed, trama_day_today (), &date));
  gtk_widget_set_sensitive (self->agency_next, agency != NULL && good_currency);
  gtk_widget_set_sensitive (self->cluster_next, cluster != NULL);
  gtk_widget_set_sensitive (self->create, agency != NULL && cluster != NULL && programme != NULL
                                              && good_currency && good_date);
}

static TramaVersion *
make_version (TramaNewDialog *self)
{
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  TramaVersion *version = NULL;
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  g_autofree char *agency = text_of (self->agency);
  g_autofree char *currency = text_of (self->currency);
  g_autofree char *code = currency != NULL ? g_ascii_strup (currency, -1) : NULL;
  g_autofree char *cluster_name = text_of (self->cluster);
  g_autofree char *trade = text_of (self->trade);
  g_autofree char *place = text_of (self->place);
  g_autofree char *programme_name = text_of (self->programme);
  g_autofree char *formed = text_of (self->formed);
  g_autofree char *manager_name = text_of (self->manager);
  TramaIdSource ids;
  TramaPortfolio *portfolio;
  TramaCluster *cluster;
  TramaProgramme *programme;
  TramaId cluster_id, manager_id = TRAMA_ID_NONE;

  trama_id_source_init_random (&ids);
  transaction
      = trama_transaction_new (empty, self->author, g_get_real_time () / G_USEC_PER_SEC, &ids);
  portfolio = (TramaPortfolio *) trama_transaction_draft (transaction, TRAMA_KIND_PORTFOLIO)->draft;
  portfolio->title = portfolio->agency = agency;
  portfolio->currency = code;
  trama_transaction_put (transaction);
  cluster = (TramaCluster *) trama_transaction_draft (transaction, TRAMA_KIND_CLUSTER)->draft;
  cluster->name = cluster_name;
  cluster->trade = trade;
  cluster->place = place;
  cluster_id = trama_transaction_put (transaction)->id;
  if (manager_name != NULL)
    {
      TramaPerson *manager
          = (TramaPerson *) trama_transaction_draft (transaction, TRAMA_KIND_PERSON)->draft;

      manager->name = manager_name;
      manager->role = TRAMA_PERSON_BROKER;
      manager_id = trama_transaction_put (transaction)->id;
    }
  programme = (TramaProgramme *) trama_transaction_draft (transaction, TRAMA_KIND_PROGRAMME)->draft;
  programme->name = programme_name;
  programme->cluster = cluster_id;
  programme->manager = manager_id;
  if (formed != NULL)
    trama_date_words_parse (formed, trama_day_today (), &programme->formed);
  trama_transaction_put (transaction);
  set = trama_transaction_finish (transaction, _ ("New portfolio"), &version, NULL);
  return version;
}

static void
create_clicked (GtkButton *button, TramaNewDialog *self)
{
  g_autoptr (TramaVersion) version = make_version (self);

  if (version != NULL)
    g_signal_emit (self, signals[MADE], 0, version);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
trama_new_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_NEW_DIALOG);
  g_clear_pointer (&TRAMA_NEW_DIALOG (object)->author, g_free);
  G_OBJECT_CLASS (trama_new_dialog_parent_class)->dispose (object);
}

static void
trama_new_dialog_class_init (TramaNewDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_new_dialog_dispose;
  signals[MADE] = g_signal_new ("made", TRAMA_TYPE_NEW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/shell/trama-new-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TramaNewDialog, name)
  BIND (navigation);
  BIND (agency);
  BIND (currency);
  BIND (cluster);
  BIND (trade);
  BIND (place);
  BIND (programme);
  BIND (formed);
  BIND (manager);
  BIND (agency_next);
  BIND (cluster_next);
  BIND (create);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked);
}

static void
trama_new_dialog_init (TramaNewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed (NULL, self);
}

AdwDialog *
trama_new_dialog_new (const char *author)
{
  TramaNewDialog *self = g_object_new (TRAMA_TYPE_NEW_DIALOG, NULL);

  self->author = g_strdup (author);
  return ADW_DIALOG (self);
}
