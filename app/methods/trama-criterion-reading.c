/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-method-reading.h"

void
trama_source_clear (TramaSource *source)
{
  g_free (source->document);
  g_free (source->place);
  g_free (source->title);
  g_free (source->quote);
}

static void
source_copy (TramaSource *to, const TramaSource *from)
{
  *to = (TramaSource) { g_strdup (from->document), g_strdup (from->place), g_strdup (from->title),
                        g_strdup (from->quote) };
}

static void
anchor_free (TramaLevelAnchor *anchor)
{
  g_free (anchor->anchor);
  g_free (anchor);
}

void
trama_criterion_free (TramaCriterion *criterion)
{
  g_free (criterion->id);
  g_free (criterion->head);
  g_free (criterion->title);
  g_free (criterion->text);
  g_free (criterion->basis);
  trama_source_clear (&criterion->source);
  trama_rule_free (criterion->rule);
  trama_rule_free (criterion->not_applicable_when);
  g_clear_pointer (&criterion->rubric, g_ptr_array_unref);
  g_clear_pointer (&criterion->bands, g_array_unref);
  g_free (criterion);
}

static void
read_window (TramaMethodReading *reading, const TramaJsonValue *object, TramaCriterion *criterion)
{
  const TramaJsonValue *window = trama_json_object_get (object, "window");

  criterion->window = TRAMA_WINDOW_NONE;
  if (window == NULL)
    return;
  if (g_strcmp0 (trama_json_get_string (window, NULL), "since formed") == 0)
    criterion->window = TRAMA_WINDOW_SINCE_FORMED;
  else if (trama_json_get_integer (window, 0) >= 1 && trama_json_get_integer (window, 0) <= 600)
    criterion->window = (int) trama_json_get_integer (window, 0);
  else
    trama_reading_complain (reading, "window", window,
                            _ ("months from 1 to 600, or \"since formed\""), _ ("not a window"));
}

static void
read_not_applicable (TramaMethodReading *reading, const TramaJsonValue *object,
                     TramaCriterion *criterion)
{
  const char *reason = trama_json_object_get_string (object, "not_applicable_reason");

  criterion->not_applicable_when = trama_reading_rule_in (reading, object, "not_applicable_when");
  if (criterion->not_applicable_when == NULL)
    return;
  for (int i = 1; i <= TRAMA_REASON_POST_ENDED; i++)
    if (g_strcmp0 (trama_reason_id ((TramaReason) i), reason) == 0)
      criterion->not_applicable_reason = (TramaReason) i;
  if (criterion->not_applicable_reason == TRAMA_REASON_NONE)
    trama_reading_complain (reading, "not_applicable_reason",
                            trama_json_object_get (object, "not_applicable_reason"),
                            _ ("a reason such as \"post-ended\""), _ ("unknown reason"));
}

/* Every level has its sentence, and no level is left out. */
static GPtrArray *
read_rubric (TramaMethodReading *reading, const TramaJsonValue *object)
{
  static const char *const known[] = { "level", "anchor", NULL };
  const TramaJsonValue *list = trama_json_object_get (object, "rubric");
  const TramaJsonValue *element;
  TramaJsonIter iter;
  GPtrArray *rubric;
  gsize before;

  if (list == NULL)
    return NULL;
  rubric = g_ptr_array_new_with_free_func ((GDestroyNotify) anchor_free);
  before = trama_reading_enter (reading, "rubric");
  if (trama_reading_list (reading, NULL, list, _ ("a list of levels"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      {
        TramaLevelAnchor *anchor = g_new0 (TramaLevelAnchor, 1);
        int expected
            = rubric->len == 0
                  ? -1
                  : ((TramaLevelAnchor *) g_ptr_array_index (rubric, rubric->len - 1))->level + 1;

        trama_reading_check_members (reading, element, known);
        anchor->level = (int) trama_reading_integer (reading, element, "level", 0, 10, -1);
        if (anchor->level < 0 || (expected >= 0 && anchor->level != expected))
          trama_reading_complain (reading, "level", trama_json_object_get (element, "level"),
                                  _ ("each level in its turn, none left out"),
                                  _ ("levels out of order"));
        anchor->anchor = trama_reading_text (reading, element, "anchor", TRUE);
        g_ptr_array_add (rubric, anchor);
      }
  trama_reading_leave (reading, before);
  return rubric;
}

static void
read_good (TramaMethodReading *reading, const TramaJsonValue *object, TramaCriterion *criterion)
{
  const TramaJsonValue *at_most = trama_json_object_get (object, "good_at_most");
  int least = trama_criterion_least (criterion);
  int greatest = trama_criterion_greatest (criterion);

  criterion->good_is_high = at_most == NULL;
  /* The upper half of the scale where nothing is said. */
  criterion->good = (int) trama_reading_integer (
      reading, object, criterion->good_is_high ? "good_at_least" : "good_at_most", least, greatest,
      (least + greatest + 1) / 2);
  if (at_most != NULL && trama_json_object_get (object, "good_at_least") != NULL)
    trama_reading_complain (reading, "good_at_most", at_most,
                            _ ("one of “good_at_least” and “good_at_most”"), _ ("two limits"));
}

static void
check_band (TramaMethodReading *reading, const TramaCriterion *criterion,
            const TramaJsonValue *element, const TramaFigureBand *band)
{
  const TramaFigureBand *before
      = criterion->bands->len > 0
            ? &g_array_index (criterion->bands, TramaFigureBand, criterion->bands->len - 1)
            : NULL;

  if (band->has_from && band->has_below && trama_ratio_at_least (band->from, band->below))
    trama_reading_complain (reading, "below", element, _ ("more than “from”"),
                            _ ("the band is empty"));
  if (before == NULL)
    return;
  if (!band->has_from || !before->has_below || !trama_ratio_at_least (band->from, before->below))
    trama_reading_complain (reading, "from", element, _ ("where the band before it ends"),
                            _ ("bands overlap"));
  else if (trama_ratio_more_than (band->from, before->below))
    trama_reading_complain (reading, "from", element, _ ("where the band before it ends"),
                            _ ("a gap between bands"));
}

static void
read_bands (TramaMethodReading *reading, const TramaJsonValue *figure, TramaCriterion *criterion)
{
  static const char *const known[] = { "level", "from", "below", NULL };
  const TramaJsonValue *element;
  TramaJsonIter iter;
  gsize before = trama_reading_enter (reading, "bands");

  if (trama_reading_list (reading, NULL, trama_json_object_get (figure, "bands"),
                          _ ("a list of bands, each with a level"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      {
        const TramaJsonValue *from = trama_json_object_get (element, "from");
        const TramaJsonValue *below = trama_json_object_get (element, "below");
        TramaFigureBand band = {
          .level = (int) trama_reading_integer (reading, element, "level",
                                                trama_criterion_least (criterion),
                                                trama_criterion_greatest (criterion), -1),
          .has_from = from != NULL,
          .has_below = below != NULL,
        };

        trama_reading_check_members (reading, element, known);
        if (band.level < 0)
          trama_reading_complain (reading, "level", element, _ ("a level of the rubric"),
                                  _ ("missing"));
        if ((from != NULL && !trama_json_get_ratio (from, &band.from))
            || (below != NULL && !trama_json_get_ratio (below, &band.below)))
          trama_reading_complain (reading, "from", element,
                                  _ ("a whole number or a fraction such as \"1/3\""),
                                  _ ("not a limit"));
        else
          check_band (reading, criterion, element, &band);
        g_array_append_val (criterion->bands, band);
      }
  trama_reading_leave (reading, before);
}

static void
read_figure (TramaMethodReading *reading, const TramaJsonValue *figure, TramaCriterion *criterion)
{
  static const char *const known[] = { "measure", "parameters", "bands", NULL };
  gsize before;

  if (figure == NULL)
    return;
  before = trama_reading_enter (reading, "figure");
  trama_reading_check_members (reading, figure, known);
  criterion->measure = trama_reading_measure (reading, figure, criterion->parameters);
  criterion->bands = g_array_new (FALSE, TRUE, sizeof (TramaFigureBand));
  read_bands (reading, figure, criterion);
  trama_reading_leave (reading, before);
}

static void
check_field (TramaMethodReading *reading, const TramaJsonValue *object,
             const TramaCriterion *criterion)
{
  if (criterion->field != NULL && criterion->field->type != TRAMA_FIELD_TRUTH
      && criterion->field->type != TRAMA_FIELD_CHOICE)
    trama_reading_complain (reading, "field", trama_json_object_get (object, "field"),
                            _ ("a field that is yes or no, or one of some choices"),
                            _ ("the field cannot be read as a rating"));
}

/* How it is answered: by a rule, a field or figure, a rating. */
static void
read_answer (TramaMethodReading *reading, const TramaJsonValue *value, TramaCriterion *criterion,
             GPtrArray *shared_rubric)
{
  criterion->rule = trama_reading_rule_in (reading, value, "rule");
  criterion->rubric = read_rubric (reading, value);
  if (criterion->rubric == NULL && shared_rubric != NULL)
    criterion->rubric = g_ptr_array_ref (shared_rubric);
  if (criterion->rule == NULL && criterion->rubric == NULL)
    trama_reading_complain (reading, "rule", NULL, _ ("a rule or a rubric"), _ ("missing"));
  read_good (reading, value, criterion);
  if (trama_json_object_get (value, "field") != NULL)
    criterion->field = trama_reading_field (reading, value, "field");
  check_field (reading, value, criterion);
  read_figure (reading, trama_json_object_get (value, "figure"), criterion);
  if (criterion->rubric == NULL && (criterion->field != NULL || criterion->measure != NULL))
    trama_reading_complain (reading, "rubric", NULL, _ ("the levels that it is read as"),
                            _ ("missing"));
}

static TramaCriterion *
read_criterion (TramaMethodReading *reading, const TramaJsonValue *value, GPtrArray *shared_rubric)
{
  static const char *const known[] = { "id",
                                       "number",
                                       "head",
                                       "title",
                                       "text",
                                       "basis",
                                       "source",
                                       "window",
                                       "rule",
                                       "rubric",
                                       "good_at_least",
                                       "good_at_most",
                                       "field",
                                       "figure",
                                       "not_applicable_when",
                                       "not_applicable_reason",
                                       NULL };
  TramaCriterion *criterion = g_new0 (TramaCriterion, 1);
  gsize before;

  criterion->id = trama_reading_text (reading, value, "id", TRUE);
  before = trama_reading_enter (reading, criterion->id != NULL ? criterion->id : "?");
  trama_reading_check_members (reading, value, known);
  criterion->number = (guint) trama_json_get_integer (trama_json_object_get (value, "number"),
                                                      reading->method->criteria->len + 1);
  criterion->head = trama_reading_text (reading, value, "head", FALSE);
  criterion->title = trama_reading_text (reading, value, "title", TRUE);
  criterion->text = trama_reading_text (reading, value, "text", TRUE);
  criterion->basis = trama_reading_text (reading, value, "basis", FALSE);
  trama_reading_source (reading, value, &criterion->source, FALSE);
  /* What is not said of a criterion holds as of its method. */
  if (criterion->basis == NULL)
    criterion->basis = g_strdup (reading->method->basis);
  if (criterion->source.document == NULL)
    source_copy (&criterion->source, &reading->method->source);
  read_window (reading, value, criterion);
  read_not_applicable (reading, value, criterion);
  read_answer (reading, value, criterion, shared_rubric);
  trama_reading_leave (reading, before);
  return criterion;
}

static void
add_criterion (TramaMethodReading *reading, TramaCriterion *criterion)
{
  if (criterion->id != NULL && trama_method_criterion (reading->method, criterion->id) != NULL)
    {
      gsize before = trama_reading_enter (reading, criterion->id);

      trama_reading_complain (reading, "id", NULL, _ ("an id of its own"),
                              _ ("another criterion has this id"));
      trama_reading_leave (reading, before);
    }
  g_ptr_array_add (reading->method->criteria, criterion);
}

static TramaMethodGroup *
read_group (TramaMethodReading *reading, const TramaJsonValue *value, const char *const *known)
{
  trama_reading_check_members (reading, value, known);
  return trama_method_group_new (trama_reading_text (reading, value, "id", TRUE),
                                 trama_reading_text (reading, value, "title", TRUE),
                                 trama_reading_text (reading, value, "text", FALSE));
}

/* A cell of the matrix is a criterion: "IIa-C". */
static void
add_cell (TramaMethodReading *reading, const TramaJsonValue *element, TramaMethodGroup *row,
          TramaMethodGroup *column, GPtrArray *rubric)
{
  TramaCriterion *criterion = g_new0 (TramaCriterion, 1);

  criterion->id = g_strdup_printf ("%s-%s", row->id, column->id);
  criterion->number = reading->method->criteria->len + 1;
  criterion->head = g_strdup (row->title);
  criterion->title = g_strdup (column->title);
  criterion->text = g_strdup (row->text);
  criterion->basis = trama_reading_text (reading, element, "basis", FALSE);
  if (criterion->basis == NULL)
    criterion->basis = g_strdup (reading->method->basis);
  trama_reading_source (reading, element, &criterion->source, FALSE);
  if (criterion->source.document == NULL)
    source_copy (&criterion->source, &reading->method->source);
  criterion->rubric = rubric != NULL ? g_ptr_array_ref (rubric) : NULL;
  criterion->good_is_high = TRUE;
  criterion->good = trama_criterion_greatest (criterion);
  read_figure (reading,
               trama_json_object_get (trama_json_object_get (element, "figures"), column->id),
               criterion);
  add_criterion (reading, criterion);
  g_ptr_array_add (row->criteria, criterion);
  g_ptr_array_add (column->criteria, criterion);
}

static void
read_row (TramaMethodReading *reading, const TramaJsonValue *element, GPtrArray *rubric)
{
  static const char *const known[]
      = { "id", "title", "text", "columns", "figures", "basis", "source", NULL };
  TramaMethodGroup *row = read_group (reading, element, known);
  const TramaJsonValue *name;
  TramaJsonIter iter;

  g_ptr_array_add (reading->method->rows, row);
  if (row->text == NULL)
    trama_reading_complain (reading, "text", NULL, _ ("a text that is not empty"), _ ("missing"));
  if (!trama_reading_list (reading, "columns", trama_json_object_get (element, "columns"),
                           _ ("the columns that the row spans"), &iter))
    return;
  while (trama_json_iter_next (&iter, NULL, NULL, &name))
    {
      TramaMethodGroup *column = NULL;

      for (guint i = 0; i < reading->method->columns->len; i++)
        {
          TramaMethodGroup *other = g_ptr_array_index (reading->method->columns, i);

          if (g_strcmp0 (other->id, trama_json_get_string (name, NULL)) == 0)
            column = other;
        }
      if (column == NULL)
        trama_reading_complain (reading, "columns", name, _ ("the id of a column"),
                                _ ("no such column"));
      else
        add_cell (reading, element, row, column, rubric);
    }
}

static void
read_matrix (TramaMethodReading *reading, const TramaJsonValue *matrix, GPtrArray *rubric)
{
  static const char *const known[] = { "rows", "columns", NULL };
  static const char *const column_known[] = { "id", "title", "text", NULL };
  gsize before = trama_reading_enter (reading, "matrix");
  const TramaJsonValue *element;
  TramaJsonIter iter;

  trama_reading_check_members (reading, matrix, known);
  if (rubric == NULL)
    trama_reading_complain (reading, "rubric", NULL, _ ("the levels of a cell"), _ ("missing"));
  if (trama_reading_list (reading, "columns", trama_json_object_get (matrix, "columns"),
                          _ ("a list of columns"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      g_ptr_array_add (reading->method->columns, read_group (reading, element, column_known));
  if (trama_reading_list (reading, "rows", trama_json_object_get (matrix, "rows"),
                          _ ("a list of rows"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      read_row (reading, element, rubric);
  trama_reading_leave (reading, before);
}

void
trama_reading_criteria (TramaMethodReading *reading, const TramaJsonValue *root)
{
  const TramaJsonValue *list = trama_json_object_get (root, "criteria");
  const TramaJsonValue *matrix = trama_json_object_get (root, "matrix");
  g_autoptr (GPtrArray) shared_rubric = read_rubric (reading, root);
  const TramaJsonValue *element;
  TramaJsonIter iter;
  gsize before;

  if (matrix != NULL)
    read_matrix (reading, matrix, shared_rubric);
  if (list == NULL && matrix != NULL)
    return;
  before = trama_reading_enter (reading, "criteria");
  if (trama_reading_list (reading, NULL, list, _ ("a list of criteria"), &iter))
    while (trama_json_iter_next (&iter, NULL, NULL, &element))
      add_criterion (reading, read_criterion (reading, element, shared_rubric));
  trama_reading_leave (reading, before);
}
