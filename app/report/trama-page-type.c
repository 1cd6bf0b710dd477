/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-type.h"

#include "trama-chart-fonts.h"

#define FAMILY "Noto Sans"
/* Noto Sans reaches 1.069 em above the baseline and 0.293 below. */
#define ASCENT 1.069
#define DESCENT 0.293
/* Of superior numbers, in em of the text they stand in. */
#define SUPERIOR_SIZE 0.64
#define SUPERIOR_RISE 0.36

static const struct
{
  double size;
  double leading;
  gboolean bold;
  TramaColourRole colour;
} roles[TRAMA_PAGE_N_ROLES] = {
  [TRAMA_PAGE_ROLE_TITLE] = { 28, 32, TRUE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_SUBTITLE] = { 17, 24, FALSE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_HEADING_1] = { 17, 21, TRUE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_HEADING_2] = { 10.5, 13, TRUE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_HEADING_3] = { 9.5, 13, TRUE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_BODY] = { 9.5, 13, FALSE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_COLUMN] = { 9, 12, FALSE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_ASIDE] = { 8, 10.5, FALSE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_SMALL] = { 7, 9, FALSE, TRAMA_COLOUR_SECOND },
  [TRAMA_PAGE_ROLE_CAPTION] = { 9, 11.5, FALSE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_TABLE] = { 8, 10.5, FALSE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_TABLE_HEAD] = { 7, 9, TRUE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_TABLE_OVER] = { 7, 9, FALSE, TRAMA_COLOUR_SECOND },
  [TRAMA_PAGE_ROLE_BIG] = { 20, 22, TRUE, TRAMA_COLOUR_INK },
  [TRAMA_PAGE_ROLE_RUNNING] = { 7, 9, FALSE, TRAMA_COLOUR_SECOND },
};

/* A layout for each role: upright, bold, italic, and each of them mirrored. */
#define N_LAYOUTS (TRAMA_PAGE_N_ROLES * 8)

struct _TramaPageType
{
  PangoContext *contexts[2];       /* left to right, right to left */
  gboolean right_to_left;
  PangoLayout *layouts[N_LAYOUTS];
  TramaPageSet *held[N_LAYOUTS];   /* what the layout holds, so that a text that goes on is not */
                                   /* set again for each of its pages */
  PangoAttrList *plain;      /* what every text needs */
  TramaChartStyle style;     /* the light colours: paper is white on a screen too */
};

double
trama_page_role_size (TramaPageRole role)
{
  return roles[role].size;
}

double
trama_page_role_leading (TramaPageRole role)
{
  return roles[role].leading;
}

TramaPageSet *
trama_page_set_ref (TramaPageSet *set)
{
  g_atomic_ref_count_inc (&set->references);
  return set;
}

void
trama_page_set_unref (TramaPageSet *set)
{
  if (!g_atomic_ref_count_dec (&set->references))
    return;
  for (guint i = 0; i < set->n_spans; i++)
    g_free (set->spans[i].anchor);
  g_free (set->spans);
  g_free (set->words);
  g_free (set->starts);
  g_free (set);
}

double
trama_page_set_leading (const TramaPageSet *set)
{
  return roles[set->role].leading;
}

double
trama_page_set_baseline (const TramaPageSet *set)
{
  double size = roles[set->role].size;

  return (roles[set->role].leading + (ASCENT - DESCENT) * size) / 2;
}

TramaColourRole
trama_page_set_colour (const TramaPageSet *set)
{
  return set->colour != TRAMA_COLOUR_NONE ? set->colour : roles[set->role].colour;
}

TramaPageType *
trama_page_type_new (const char *language, gboolean right_to_left)
{
  TramaPageType *type = g_new0 (TramaPageType, 1);

  type->contexts[FALSE] = trama_chart_fonts_create_context (language, FALSE);
  type->contexts[TRUE] = trama_chart_fonts_create_context (language, TRUE);
  type->right_to_left = right_to_left;
  type->plain = trama_chart_fonts_create_attributes (TRUE);
  trama_chart_style_init (&type->style, TRAMA_CHART_LIGHT);
  return type;
}

void
trama_page_type_free (TramaPageType *type)
{
  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      g_clear_object (&type->layouts[i]);
      g_clear_pointer (&type->held[i], trama_page_set_unref);
    }
  pango_attr_list_unref (type->plain);
  g_object_unref (type->contexts[FALSE]);
  g_object_unref (type->contexts[TRUE]);
  g_free (type);
}

static guint
layout_index (TramaPageRole role, gboolean bold, gboolean italic, gboolean mirrored)
{
  return (guint) role * 8 + (mirrored ? 4 : 0) + (bold || roles[role].bold ? 2 : 0)
         + (italic ? 1 : 0);
}

/* In a document that runs right to left a text without a letter that does is still read left to
 * right: a date, a Latin name, a sentence not yet translated. */
static gboolean
is_mirrored (TramaPageType *type, const char *words)
{
  if (!type->right_to_left)
    return FALSE;
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    switch (g_unichar_get_script (g_utf8_get_char (at)))
      {
      case G_UNICODE_SCRIPT_ARABIC:
      case G_UNICODE_SCRIPT_HEBREW:
      case G_UNICODE_SCRIPT_SYRIAC:
      case G_UNICODE_SCRIPT_THAANA:
      case G_UNICODE_SCRIPT_NKO:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

static PangoLayout *
get_bare_layout (TramaPageType *type, TramaPageRole role, gboolean bold, gboolean italic,
                 gboolean mirrored)
{
  guint index = layout_index (role, bold, italic, mirrored);

  g_clear_pointer (&type->held[index], trama_page_set_unref);
  if (type->layouts[index] == NULL)
    {
      PangoLayout *layout
          = trama_chart_fonts_create_layout (type->contexts[mirrored], FAMILY, roles[role].size,
                                             bold || roles[role].bold, italic, TRUE, "", 0);

      pango_layout_set_auto_dir (layout, FALSE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      type->layouts[index] = layout;
    }
  return type->layouts[index];
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, const TramaPageSpan *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_colour (TramaPageType *type, PangoAttrList *attributes, const TramaPageSpan *span,
            TramaColourRole own)
{
  TramaColour colour = trama_chart_style_get_colour (
      &type->style, span->colour != TRAMA_COLOUR_NONE ? span->colour : own);

  insert (attributes,
          pango_attr_foreground_new (colour.red * 257, colour.green * 257, colour.blue * 257),
          span);
}

static void
add_span (TramaPageType *type, PangoAttrList *attributes, const TramaPageSpan *span, double size,
          TramaColourRole own)
{
  if (span->style & TRAMA_PAGE_TEXT_BOLD)
    insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
  if (span->style & TRAMA_PAGE_TEXT_ITALIC)
    insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), span);
  if (span->superior)
    {
      insert (attributes, pango_attr_size_new_absolute ((int) (size * SUPERIOR_SIZE * PANGO_SCALE)),
              span);
      insert (attributes, pango_attr_rise_new ((int) (size * SUPERIOR_RISE * PANGO_SCALE)), span);
    }
  /* Of its own for a link too: it keeps Pango from making one run of it and its neighbours. */
  if (span->colour != TRAMA_COLOUR_NONE || span->anchor != NULL)
    add_colour (type, attributes, span, own);
}

static PangoLayout *
prepare (TramaPageType *type, const char *words, const TramaPageSpan *spans, guint n_spans,
         const TramaPageSetSpec *spec, double width)
{
  TramaPageRole role = spec->role;
  PangoLayout *layout
      = get_bare_layout (type, role, spec->bold, spec->italic, is_mirrored (type, words));
  TramaColourRole own = spec->colour != TRAMA_COLOUR_NONE ? spec->colour : roles[role].colour;

  if (n_spans == 0)
    pango_layout_set_attributes (layout, type->plain);
  else
    {
      PangoAttrList *attributes = pango_attr_list_copy (type->plain);

      for (guint i = 0; i < n_spans; i++)
        if (spans[i].end > spans[i].start)
          add_span (type, attributes, &spans[i], roles[role].size, own);
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (layout, words, -1);
  return layout;
}

GSList *
trama_page_type_get_lines (TramaPageType *type, const TramaPageSet *set, guint first)
{
  TramaPageSetSpec spec = {
    .role = (TramaPageRole) set->role,
    .bold = set->bold,
    .italic = set->italic,
    .colour = set->colour,
  };

  guint index = layout_index (spec.role, spec.bold, spec.italic, is_mirrored (type, set->words));

  if (type->held[index] != set)
    {
      prepare (type, set->words, set->spans, set->n_spans, &spec, set->width);
      type->held[index] = trama_page_set_ref ((TramaPageSet *) set);
    }
  return g_slist_nth (pango_layout_get_lines_readonly (type->layouts[index]), first);
}

static PangoLayout *
prepare_text (TramaPageType *type, const TramaPageText *text, const TramaPageSetSpec *spec,
              double width)
{
  return prepare (type, text->words->str, (const TramaPageSpan *) (gpointer) text->spans->data,
                  text->spans->len, spec, width);
}

static double
line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

TramaPageSet *
trama_page_type_set (TramaPageType *type, const TramaPageText *text, const TramaPageSetSpec *spec)
{
  PangoLayout *layout = prepare_text (type, text, spec, spec->width);
  TramaPageSet *set = g_new0 (TramaPageSet, 1);
  GSList *lines = pango_layout_get_lines_readonly (layout);
  guint i = 0;

  g_atomic_ref_count_init (&set->references);
  set->words = g_strdup (text->words->str);
  set->n_spans = text->spans->len;
  set->spans = g_memdup2 (text->spans->data, set->n_spans * sizeof *set->spans);
  for (guint k = 0; k < set->n_spans; k++)
    set->spans[k].anchor = g_strdup (set->spans[k].anchor);
  set->role = (guint8) spec->role;
  set->align = (guint8) spec->align;
  set->bold = spec->bold;
  set->italic = spec->italic;
  set->colour = spec->colour;
  set->width = spec->width;
  set->n_lines = (guint) pango_layout_get_line_count (layout);
  set->starts = g_new (guint, set->n_lines + 1);
  for (; lines != NULL; lines = lines->next)
    {
      PangoLayoutLine *line = lines->data;

      set->starts[i++] = (guint) pango_layout_line_get_start_index (line);
      set->longest = MAX (set->longest, line_width (line));
    }
  set->starts[i] = (guint) text->words->len;
  return set;
}

static double
longest_line (PangoLayout *layout)
{
  double longest = 0;

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    longest = MAX (longest, line_width (lines->data));
  return longest;
}

double
trama_page_type_measure (TramaPageType *type, const TramaPageText *text,
                         const TramaPageSetSpec *spec)
{
  return longest_line (prepare_text (type, text, spec, 0));
}

double
trama_page_type_measure_word (TramaPageType *type, const TramaPageText *text,
                              const TramaPageSetSpec *spec)
{
  PangoLayout *layout = prepare_text (type, text, spec, 0);
  double longest;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  longest = longest_line (layout);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return longest;
}

double
trama_page_type_line_offset (TramaPageType *type, const TramaPageSet *set, PangoLayoutLine *line,
                             double width)
{
  double slack = width - line_width (line);

  switch ((TramaPageAlign) set->align)
    {
    case TRAMA_PAGE_ALIGN_MIDDLE:
      return slack / 2;
    case TRAMA_PAGE_ALIGN_END:
      return type->right_to_left ? 0 : slack;
    case TRAMA_PAGE_ALIGN_START:
    default:
      return type->right_to_left ? slack : 0;
    }
}
