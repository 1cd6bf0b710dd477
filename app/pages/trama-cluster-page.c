/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-cluster-page.h"

#include <glib/gi18n-lib.h>

#include "trama-method-card.h"

#define N_COLUMNS 2

struct _TramaClusterPage
{
  TramaPage parent_instance;

  GtkWidget *stack;
  GtkWidget *headline;
  GtkWidget *chooser;
  GtkWidget *beside; /* none, then the cases of the library */
  GtkWidget *columns;
  GPtrArray *cards; /* borrowed */
  GPtrArray *cases; /* borrowed TramaCase that are clusters, as in the other chooser */
  GArray *ids;      /* TramaId, as in the chooser */
  TramaId cluster;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TramaClusterPage, trama_cluster_page, TRAMA_TYPE_PAGE)

static const TramaCluster *
get_cluster (TramaClusterPage *self)
{
  TramaVersion *version
      = trama_workspace_get_version (trama_page_get_workspace (TRAMA_PAGE (self)));

  return (const TramaCluster *) TRAMA_FIND (version, CLUSTER, self->cluster);
}

/* The one shown before, or else that of the programme, or else the first. */
static void
fill_chooser (TramaClusterPage *self)
{
  TramaWorkspace *workspace = trama_page_get_workspace (TRAMA_PAGE (self));
  TramaTable *table
      = trama_version_table (trama_workspace_get_version (workspace), TRAMA_KIND_CLUSTER);
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  gboolean found = FALSE;

  self->filling = TRUE;
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < trama_table_size (table); i++)
    {
      const TramaRecord *record = trama_table_get (table, i);

      gtk_string_list_append (names, trama_record_title (record));
      g_array_append_val (self->ids, record->id);
      if (trama_id_equal (record->id, self->cluster))
        {
          selected = i;
          found = TRUE;
        }
      else if (!found && programme != NULL && trama_id_equal (record->id, programme->cluster))
        selected = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->chooser), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), selected);
  gtk_widget_set_visible (self->chooser, self->ids->len > 1);
  self->cluster = self->ids->len > 0 ? g_array_index (self->ids, TramaId, selected) : TRAMA_ID_NONE;
  self->filling = FALSE;
}

static const TramaCase *
get_beside (TramaClusterPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->beside));

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION
             ? g_ptr_array_index (self->cases, selected - 1)
             : NULL;
}

/* The name, and what the methods that classify by profiles have found. */
static char *
make_headline (TramaClusterPage *self, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->cards->len; i++)
    {
      const TramaEvaluation *evaluation = trama_method_card_get_evaluation (self->cards->pdata[i]);
      const TramaFinding *finding = evaluation->finding;
      g_autofree char *prose = NULL;

      if (finding == NULL || evaluation->method->scoring != TRAMA_SCORING_PROFILES
          || finding->answer == TRAMA_ANSWER_CANNOT_JUDGE)
        continue;
      prose = trama_finding_to_prose (finding);
      if (prose == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", prose);
      if (finding->moving_to != NULL && finding->moving_to != finding->type)
        /* Translators: after the type of a cluster; another type */
        g_string_append_printf (text, _ (", moving towards %s"),
                                trama_method_text (finding->moving_to->title));
    }
  if (text->len == 0)
    /* Translators: the name of a cluster */
    return g_strdup_printf (_ ("%s: not rated yet"), name);
  return g_strdup_printf ("%s: %s", name, text->str);
}

static void
show (TramaClusterPage *self)
{
  TramaWorkspace *workspace = trama_page_get_workspace (TRAMA_PAGE (self));
  const TramaCluster *cluster;
  g_autofree char *headline = NULL;

  if (workspace == NULL)
    return;
  cluster = get_cluster (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), cluster != NULL ? "shown" : "empty");
  trama_page_set_subtitle (TRAMA_PAGE (self), cluster != NULL ? cluster->name : NULL);
  if (cluster == NULL)
    return;
  for (guint i = 0; i < self->cards->len; i++)
    {
      trama_method_card_set_beside (self->cards->pdata[i], get_beside (self));
      trama_method_card_update (self->cards->pdata[i], workspace, cluster->record.id,
                                cluster->name);
    }
  headline = make_headline (self, cluster->name);
  gtk_label_set_text (GTK_LABEL (self->headline), headline);
}

static void
chosen (TramaClusterPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));

  if (self->filling || selected >= self->ids->len)
    return;
  self->cluster = g_array_index (self->ids, TramaId, selected);
  show (self);
}

static void
trama_cluster_page_update (TramaPage *page)
{
  TramaClusterPage *self = TRAMA_CLUSTER_PAGE (page);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), trama_page_get_narrow (page)
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  fill_chooser (self);
  show (self);
}

static void
trama_cluster_page_dispose (GObject *object)
{
  TramaClusterPage *self = TRAMA_CLUSTER_PAGE (object);

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (trama_cluster_page_parent_class)->dispose (object);
}

static void
trama_cluster_page_class_init (TramaClusterPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = trama_cluster_page_dispose;
  TRAMA_PAGE_CLASS (class)->update = trama_cluster_page_update;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Add a Cluster…"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "trama-cluster-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No cluster yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("A trade in a place: its type, where it is moving, how its firms learn, and what it may "
         "be compared with."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "cluster");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-record");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(TramaCase *const *) a)->title, (*(TramaCase *const *) b)->title);
}

static void
fill_beside (TramaClusterPage *self)
{
  GPtrArray *cases = trama_cases_built_in ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < cases->len; i++)
    {
      TramaCase *one = cases->pdata[i];

      for (guint k = 0; k < one->subjects->len; k++)
        if (((const TramaCaseSubject *) one->subjects->pdata[k])->kind == TRAMA_KIND_CLUSTER)
          {
            g_ptr_array_add (self->cases, one);
            break;
          }
    }
  g_ptr_array_sort (self->cases, compare_titles);
  /* Translators: beside no case */
  gtk_string_list_append (names, _ ("no case"));
  for (guint i = 0; i < self->cases->len; i++)
    {
      const TramaCase *one = self->cases->pdata[i];
      g_autofree char *name
          = g_strdup_printf ("%s (%s, %d)", one->title, one->source.document, one->year);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->beside), G_LIST_MODEL (names));
}

static void
fill_columns (TramaClusterPage *self)
{
  GPtrArray *methods = trama_methods_built_in ();
  GtkWidget *columns[N_COLUMNS];
  guint n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
      gtk_widget_set_hexpand (columns[i], TRUE);
      gtk_box_append (GTK_BOX (self->columns), columns[i]);
    }
  for (guint i = 0; i < methods->len; i++)
    {
      TramaMethod *method = methods->pdata[i];
      GtkWidget *card;

      if (trama_method_subject_kind (method) != TRAMA_KIND_CLUSTER)
        continue;
      card = trama_method_card_new (method);
      g_ptr_array_add (self->cards, card);
      gtk_box_append (GTK_BOX (columns[n++ % N_COLUMNS]), card);
    }
}

static void
trama_cluster_page_init (TramaClusterPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *head = adw_wrap_box_new ();
  GtkWidget *beside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: before the name of a case that the cluster is set beside */
  GtkWidget *beside_label = gtk_label_new (_ ("beside"));

  self->cards = g_ptr_array_new ();
  self->cases = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (TramaId));
  self->stack = gtk_stack_new ();
  self->headline = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->headline), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->headline), 0);
  gtk_widget_add_css_class (self->headline, "headline");
  self->chooser = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Which cluster"), -1);
  g_signal_connect_swapped (self->chooser, "notify::selected", G_CALLBACK (chosen), self);
  self->beside = gtk_drop_down_new (
      NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->beside), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->beside), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Beside which case"), -1);
  gtk_widget_add_css_class (beside_label, "dim-label");
  gtk_box_append (GTK_BOX (beside), beside_label);
  gtk_box_append (GTK_BOX (beside), self->beside);
  fill_beside (self);
  g_signal_connect_swapped (self->beside, "notify::selected", G_CALLBACK (show), self);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (head), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (head), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (head), self->chooser);
  adw_wrap_box_append (ADW_WRAP_BOX (head), beside);
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 28);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), TRUE);
  fill_columns (self);
  gtk_widget_add_css_class (body, "page-body");
  gtk_box_append (GTK_BOX (body), self->headline);
  gtk_box_append (GTK_BOX (body), head);
  gtk_box_append (GTK_BOX (body), self->columns);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "shown");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
  trama_page_set_content (TRAMA_PAGE (self), self->stack);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Cluster"));
  trama_page_set_primary (TRAMA_PAGE (self), _ ("Add Cluster"), "win.add-record",
                          g_variant_new_string ("cluster"));
}

AdwNavigationPage *
trama_cluster_page_make (TramaWorkspace *workspace)
{
  TramaPage *page = g_object_new (TRAMA_TYPE_CLUSTER_PAGE, NULL);

  trama_page_set_workspace (page, workspace);
  return ADW_NAVIGATION_PAGE (page);
}
