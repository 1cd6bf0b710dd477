/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page-type.h"
#include "trama-scene.h"

G_BEGIN_DECLS

/*
 * How pages are made: every block is laid out at its width into a flow, a list of items from top to
 * bottom between which a page may or may not end; a flow is then broken into stacks no higher than a
 * page. Text side by side is a flow for each column, broken at a page's height and put together
 * again as items of the flow around it. What is drawn is a fragment; its place is relative to the
 * item, then the stack, then the page.
 */
typedef enum
{
  TRAMA_PAGE_FRAGMENT_TEXT,
  TRAMA_PAGE_FRAGMENT_RULE,
  TRAMA_PAGE_FRAGMENT_SCENE,
  TRAMA_PAGE_FRAGMENT_ANCHOR,
  TRAMA_PAGE_FRAGMENT_NONE,     /* nothing to draw: keeps an empty cell in the structure */
} TramaPageFragmentType;

typedef struct
{
  guint8 type;                  /* TramaPageFragmentType */
  guint node;                   /* which part of the structure it belongs to */
  double x;
  double y;
  double width;
  double height;
  TramaPageSet *set;
  guint first_line;
  guint n_lines;
  TramaScene *scene;
  double scale;
  double thickness;
  TramaColourRole colour;
  char *anchor;
} TramaPageFragment;

/* Of TramaPageFragment, which are cleared with it. (transfer full) */
GArray *trama_page_fragments_new (void);
void trama_page_fragments_add_text (GArray *fragments, guint node, TramaPageSet *set,
                                    guint first_line, guint n_lines, double x, double y,
                                    double width);
void trama_page_fragments_add_rule (GArray *fragments, guint node, double x, double y, double width,
                                    double thickness);
/* @scene: a reference is taken. */
void trama_page_fragments_add_scene (GArray *fragments, guint node, TramaScene *scene, double x,
                                     double y, double scale);
void trama_page_fragments_add_anchor (GArray *fragments, guint node, const char *anchor, double y);
void trama_page_fragments_add_none (GArray *fragments, guint node);
/* Adds copies, moved. */
void trama_page_fragments_append (GArray *fragments, const GArray *others, double x, double y);

/* What is set again where a table goes on on the next page. */
typedef struct
{
  gatomicrefcount references;
  GArray *fragments;
  double height;
  double rule_x;                /* closes the table where a page ends in it */
  double rule_width;            /* 0: no rule */
} TramaPageHead;

TramaPageHead *trama_page_head_ref (TramaPageHead *head);
void trama_page_head_unref (TramaPageHead *head);

typedef struct
{
  GArray *fragments;
  double height;
  double above;                 /* air; the larger of this and the one before's below is kept, */
  double below;                 /* and none at the top of a page */
  double extra;                 /* more air above, added */
  gboolean keep;                /* no page ends between this and the next */
  gboolean break_before;
  gboolean snap;                /* to a half baseline */
  guint section;
  TramaPageHead *head;          /* of the table that the item is a row of; NULL: none */
  guint last_node;              /* of a row: where a rule below it belongs */
} TramaPageItem;

typedef struct
{
  GPtrArray *items;             /* TramaPageItem */
} TramaPageFlow;

TramaPageFlow *trama_page_flow_new (void);
void trama_page_flow_free (TramaPageFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaPageFlow, trama_page_flow_free)

/* A new last item. Borrowed. */
TramaPageItem *trama_page_flow_add (TramaPageFlow *flow, double height);
/* NULL where there are no so many. */
TramaPageItem *trama_page_flow_get (TramaPageFlow *flow, guint index);

typedef struct
{
  GArray *fragments;
  double height;
  guint section;                /* of what stands at its top */
} TramaPageStack;

/* Stacks no higher than @height, but for an item that alone is higher. (transfer full) */
GPtrArray *trama_page_flow_break (TramaPageFlow *flow, double height);

G_END_DECLS
