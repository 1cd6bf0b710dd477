/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-why-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "trama-chart-view.h"
#include "trama-dots-chart.h"
#include "trama-grade-square.h"
#include "trama-record-words.h"
#include "trama-verdict-glyph.h"

/* More dots than this no longer tell a share at a glance. */
#define MAX_DOTS 60
#define MAX_LISTED 12
#define NARROW 480

struct _TramaWhyView
{
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkWidget *glyph;
  GtkWidget *title;
  GtkWidget *grade;
  GtkWidget *grade_words;
  GtkWidget *rule;
  GtkWidget *chart;
  GtkWidget *figures;
  GtkWidget *reason;
  GtkWidget *records;
  GtkWidget *records_end;
  GtkWidget *source;
  gpointer owner;
  GDestroyNotify release;
};

enum
{
  RECORD_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TramaWhyView, trama_why_view, GTK_TYPE_WIDGET)

static void
trama_why_view_dispose (GObject *object)
{
  TramaWhyView *self = TRAMA_WHY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRAMA_TYPE_WHY_VIEW);
  if (self->release != NULL)
    self->release (self->owner);
  self->release = NULL;
  G_OBJECT_CLASS (trama_why_view_parent_class)->dispose (object);
}

static void
trama_why_view_class_init (TramaWhyViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = trama_why_view_dispose;
  signals[RECORD_ACTIVATED]
      = g_signal_new ("record-activated", TRAMA_TYPE_WHY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (TRAMA_TYPE_VERDICT_GLYPH);
  g_type_ensure (TRAMA_TYPE_GRADE_SQUARE);
  g_type_ensure (TRAMA_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tramaproductiva/Trama/ui/widgets/trama-why-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, body);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, glyph);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, title);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, grade);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, grade_words);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, rule);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, chart);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, figures);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, reason);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, records);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, records_end);
  gtk_widget_class_bind_template_child (widget_class, TramaWhyView, source);
}

static void
trama_why_view_init (TramaWhyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trama_why_view_new (void)
{
  return g_object_new (TRAMA_TYPE_WHY_VIEW, NULL);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A dot for each owner group of the base, or for each thing counted. FALSE where the figure is
 * neither, or there are too many. */
static gboolean
fill_dots (const TramaFigureUse *use, TramaDotsChart *dots)
{
  const TramaFigure *figure = use->figure;
  gint64 needed;

  if (!figure->known || use->rule->comparison != TRAMA_AT_LEAST)
    return FALSE;
  if (figure->measure->unit == TRAMA_UNIT_SHARE && figure->low.d > 0 && use->threshold.d > 0)
    {
      needed = (use->threshold.n * figure->low.d + use->threshold.d - 1) / use->threshold.d;
      dots->total = (guint) figure->low.d;
    }
  else if (figure->measure->unit == TRAMA_UNIT_COUNT && use->threshold.d == 1)
    {
      needed = use->threshold.n;
      dots->total = (guint) MAX (needed, figure->high.n);
    }
  else
    return FALSE;
  if (dots->total < 2 || dots->total > MAX_DOTS)
    return FALSE;
  dots->count = (guint) MIN (figure->low.n, dots->total);
  dots->unknown = (guint) CLAMP (figure->high.n - figure->low.n, 0, dots->total - dots->count);
  dots->needed = (guint) MAX (needed, 1);
  return TRUE;
}

static TramaScene *
make_dots (const TramaChartStyle *style, double width, double height, gpointer data)
{
  TramaDotsChart dots = { 0 };

  return fill_dots (data, &dots) ? trama_dots_chart_new (&dots, style, width, height) : NULL;
}

static void
show_dots (TramaWhyView *self, const TramaCriterionResult *result)
{
  const TramaFigureUse *use
      = result->figures->len > 0 ? g_ptr_array_index (result->figures, result->deciding) : NULL;
  TramaDotsChart dots = { 0 };

  gtk_widget_set_visible (self->chart, use != NULL && fill_dots (use, &dots));
  if (!gtk_widget_get_visible (self->chart))
    return;
  trama_chart_view_set_title (TRAMA_CHART_VIEW (self->chart),
                              g_dgettext (GETTEXT_PACKAGE, use->figure->measure->title));
  trama_chart_view_set_maker (TRAMA_CHART_VIEW (self->chart), make_dots, (gpointer) use, NULL);
}

/* "8 meetings; 6 needed", with the sign of whether it holds. */
static void
add_figure (TramaWhyView *self, const TramaFigureUse *use)
{
  static const TramaVerdict verdicts[]
      = { TRAMA_VERDICT_NOT_MET, TRAMA_VERDICT_UNKNOWN, TRAMA_VERDICT_MET };
  static const char *const words[] = { N_ ("does not hold"), N_ ("open"), N_ ("holds") };
  g_autofree char *figure = trama_figure_to_prose (use->figure);
  g_autofree char *needed = trama_figure_use_needed (use);
  g_autofree char *text = NULL;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *glyph = trama_verdict_glyph_new ();
  GtkWidget *label;

  /* Translators: a figure; what was needed: whether the condition holds */
  text = g_strdup_printf (_ ("%s; %s: %s"), figure, needed,
                          g_dgettext (GETTEXT_PACKAGE, words[use->holds]));
  label = make_label (text, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  trama_verdict_glyph_set (TRAMA_VERDICT_GLYPH (glyph), verdicts[use->holds], FALSE);
  gtk_box_append (GTK_BOX (line), glyph);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (self->figures), line);
  if (use->figure->detail != NULL)
    {
      GtkWidget *detail = make_label (use->figure->detail, "dim-label");

      gtk_widget_set_margin_start (detail, 24);
      gtk_box_append (GTK_BOX (self->figures), detail);
    }
}

static void
record_clicked (GtkButton *button, TramaWhyView *self)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0,
                 (const char *) g_object_get_data (G_OBJECT (button), "id"));
}

static void
add_record (TramaWhyView *self, const TramaEvaluation *evaluation, const TramaFigureRecord *entry)
{
  const TramaRecord *record
      = trama_version_find_among (evaluation->version, TRAMA_ALL_KINDS, entry->record);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = NULL;
  GtkWidget *label;
  TramaDate date;

  if (record == NULL)
    return;
  name = trama_record_words (evaluation->version, record);
  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "record-link");
  g_object_set_data_full (G_OBJECT (button), "id", trama_id_dup_text (entry->record), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (record_clicked), self);
  gtk_box_append (GTK_BOX (line), button);
  date = trama_record_event (record);
  if (trama_date_is_known (date))
    {
      g_autofree char *when = trama_date_to_short_prose (date);
      GtkWidget *day = gtk_label_new (when);

      gtk_widget_add_css_class (day, "dim-label");
      gtk_widget_add_css_class (day, "numeric");
      gtk_box_append (GTK_BOX (line), day);
    }
  if (entry->role == TRAMA_ROLE_COUNTS)
    {
      GtkWidget *square = trama_grade_square_new ();

      trama_grade_square_set_grade (TRAMA_GRADE_SQUARE (square),
                                    trama_record_grade (evaluation->version, record));
      gtk_box_append (GTK_BOX (line), square);
    }
  gtk_box_append (GTK_BOX (self->records), line);
  if (entry->note != NULL)
    {
      GtkWidget *note = make_label (entry->note, "caption");

      gtk_widget_add_css_class (note, "dim-label");
      gtk_widget_add_css_class (note, "record-note");
      gtk_box_append (GTK_BOX (self->records), note);
    }
}

/* Those of one role, each once over all figures. */
static void
add_records (TramaWhyView *self, const TramaEvaluation *evaluation,
             const TramaCriterionResult *result, TramaRole role, const char *heading)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < result->figures->len; i++)
    {
      const TramaFigureUse *use = g_ptr_array_index (result->figures, i);

      for (guint j = 0; j < use->figure->records->len; j++)
        {
          TramaFigureRecord *entry = &g_array_index (use->figure->records, TramaFigureRecord, j);

          if (entry->role == role && g_hash_table_add (seen, &entry->record))
            g_ptr_array_add (entries, entry);
        }
    }
  if (entries->len == 0)
    return;
  /* Translators: a heading and how many records stand under it */
  text = g_strdup_printf (C_ ("records", "%s, %u"), heading, entries->len);
  gtk_box_append (GTK_BOX (self->records), make_label (text, "heading"));
  for (guint i = 0; i < MIN (entries->len, MAX_LISTED); i++)
    add_record (self, evaluation, g_ptr_array_index (entries, i));
  if (entries->len > MAX_LISTED)
    {
      GtkWidget *expander;
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", entries->len - MAX_LISTED),
          entries->len - MAX_LISTED);
      GtkWidget *outer = self->records;
      GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      expander = gtk_expander_new (more);
      gtk_expander_set_child (GTK_EXPANDER (expander), inner);
      gtk_box_append (GTK_BOX (outer), expander);
      self->records = inner;
      for (guint i = MAX_LISTED; i < entries->len; i++)
        add_record (self, evaluation, g_ptr_array_index (entries, i));
      self->records = outer;
    }
}

static void
show_source (TramaWhyView *self, const TramaCriterion *criterion)
{
  g_autofree char *source = trama_source_to_prose (&criterion->source);
  g_autofree char *source_markup = g_markup_escape_text (source, -1);
  g_autofree char *basis = g_markup_escape_text (
      criterion->basis != NULL ? trama_method_text (criterion->basis) : "", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Source: %s."), source_markup);
  if (criterion->source.quote != NULL)
    {
      g_autofree char *quote = g_markup_escape_text (criterion->source.quote, -1);

      g_string_append_printf (text, " “%s”.", quote);
    }
  g_string_append_c (text, ' ');
  /* Translators: whose words a rule is in: a document, or this program */
  g_string_append_printf (text, _ ("<b>Basis: %s.</b>"), basis);
  gtk_label_set_markup (GTK_LABEL (self->source), text->str);
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

void
trama_why_view_set_result (TramaWhyView *self, const TramaEvaluation *evaluation,
                           const TramaCriterionResult *result, gpointer owner,
                           GDestroyNotify release)
{
  const TramaCriterion *criterion;
  g_autofree char *title = NULL;

  g_return_if_fail (TRAMA_IS_WHY_VIEW (self));

  if (self->release != NULL)
    self->release (self->owner);
  self->owner = owner;
  self->release = release;
  criterion = result->criterion;
  empty (self->figures);
  empty (self->records);
  /* Translators: a criterion and its verdict, as in “Standards: Not met” */
  title = g_strdup_printf (C_ ("verdict", "%s: %s"), trama_method_text (criterion->title),
                           trama_criterion_result_verdict_label (result));
  gtk_label_set_text (GTK_LABEL (self->title), title);
  trama_verdict_glyph_set (TRAMA_VERDICT_GLYPH (self->glyph), result->verdict, result->weak);
  trama_grade_square_set_grade (TRAMA_GRADE_SQUARE (self->grade), result->grade);
  gtk_label_set_text (GTK_LABEL (self->grade_words), trama_grade_words (result->grade) != NULL
                                                         ? trama_grade_words (result->grade)
                                                         : "");
  gtk_label_set_text (GTK_LABEL (self->rule), trama_method_text (criterion->text));
  show_dots (self, result);
  for (guint i = 0; i < result->figures->len; i++)
    add_figure (self, g_ptr_array_index (result->figures, i));
  if (result->reason != TRAMA_REASON_NONE)
    {
      g_autofree char *reason = trama_criterion_result_reason_to_prose (result);

      gtk_label_set_text (GTK_LABEL (self->reason), reason);
    }
  gtk_widget_set_visible (self->reason, result->reason != TRAMA_REASON_NONE);
  add_records (self, evaluation, result, TRAMA_ROLE_COUNTS, _ ("Records that count"));
  add_records (self, evaluation, result, TRAMA_ROLE_OPEN, _ ("Left open"));
  add_records (self, evaluation, result, TRAMA_ROLE_MISSES, _ ("Looked at, not counted"));
  gtk_widget_set_visible (self->records, gtk_widget_get_first_child (self->records) != NULL);
  gtk_widget_set_visible (self->records_end, gtk_widget_get_visible (self->records));
  show_source (self, criterion);
}

static GtkWidget *
scroll (GtkWidget *view, int height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}

static void
popover_closed (GtkPopover *popover)
{
  gtk_widget_unparent (GTK_WIDGET (popover));
}

TramaWhyView *
trama_why_view_show (GtkWidget *parent, const TramaEvaluation *evaluation,
                     const TramaCriterionResult *result, gpointer owner, GDestroyNotify release)
{
  GtkWidget *view = trama_why_view_new ();
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autofree char *name
      = g_strdup_printf (_ ("Why: %s"), trama_method_text (result->criterion->title));

  trama_why_view_set_result (TRAMA_WHY_VIEW (view), evaluation, result, owner, release);
  if (root != NULL && gtk_widget_get_width (GTK_WIDGET (root)) < NARROW)
    {
      AdwDialog *dialog = adw_dialog_new ();
      GtkWidget *toolbar = adw_toolbar_view_new ();

      gtk_widget_set_margin_start (view, 18);
      gtk_widget_set_margin_end (view, 18);
      gtk_widget_set_margin_bottom (view, 18);
      adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
      adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scroll (view, 2000));
      adw_dialog_set_title (dialog, name);
      adw_dialog_set_child (dialog, toolbar);
      adw_dialog_present (dialog, parent);
    }
  else
    {
      GtkWidget *popover = gtk_popover_new ();

      gtk_widget_set_margin_start (view, 8);
      gtk_widget_set_margin_end (view, 8);
      gtk_widget_set_margin_top (view, 6);
      gtk_widget_set_margin_bottom (view, 6);
      gtk_widget_set_size_request (view, 340, -1);
      gtk_popover_set_child (
          GTK_POPOVER (popover),
          scroll (view, CLAMP (root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) - 200 : 0,
                               240, 720)));
      gtk_widget_add_css_class (popover, "why");
      gtk_widget_set_parent (popover, parent);
      gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect_after (popover, "closed", G_CALLBACK (popover_closed), NULL);
      gtk_popover_popup (GTK_POPOVER (popover));
    }
  return TRAMA_WHY_VIEW (view);
}
