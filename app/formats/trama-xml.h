/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-problem.h"

G_BEGIN_DECLS

/*
 * XML read from its beginning to its end, by GMarkup, which knows no entities but the five of the
 * standard, loads nothing and cannot be made to grow. Refused besides: a file over 64 MiB, entities
 * declared in it, nesting beyond 64 elements, an attribute or text of over 100 000 bytes.
 */
typedef struct _TramaXml TramaXml;

typedef struct
{
  /* Names without their prefix. @names and @values: as in GMarkup, end with NULL. */
  void (*start) (TramaXml *xml, const char *name, const char **names, const char **values,
                 gpointer data);
  /* @text: what stood directly in the element, blanks at both ends taken off. */
  void (*end) (TramaXml *xml, const char *name, const char *text, gpointer data);
} TramaXmlHandler;

/* FALSE where the file is at fault; @problems then says how. @encoding: NULL: the file's own. */
gboolean trama_xml_read (const char *bytes, gsize length, const char *file, const char *encoding,
                         const TramaXmlHandler *handler, gpointer data, TramaProblems *problems,
                         TramaProblems *notes);

/* For handlers. The line that is being read; a fault there, after which reading stops; a note. */
guint trama_xml_line (const TramaXml *xml);
void trama_xml_complain (TramaXml *xml, const char *message, const char *found,
                         const char *expected);
void trama_xml_note (TramaXml *xml, const char *message, const char *found);
/* The value of an attribute without its prefix; NULL: none. */
const char *trama_xml_attribute (const char **names, const char **values, const char *name);
/* How many elements are open around the one at hand. */
guint trama_xml_depth (const TramaXml *xml);

/* @text with what XML cannot hold taken out and the rest escaped, for text and attributes. */
void trama_xml_append_escaped (GString *out, const char *text);

G_END_DECLS
