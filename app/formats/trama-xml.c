/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-text-encoding.h"

#define MAX_BYTES (64 << 20)
#define MAX_DEPTH 64
#define MAX_TEXT 100000
#define SHOWN 60

struct _TramaXml
{
  const TramaXmlHandler *handler;
  gpointer data;
  const char *file;
  TramaProblems *problems;
  TramaProblems *notes;
  GMarkupParseContext *context;
  GPtrArray *texts; /* GString, of each open element */
  gboolean bad;
};

static TramaProblem *
new_problem (const TramaXml *xml, guint line, const char *message, const char *found,
             const char *expected)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (xml->file);
  problem->line = line;
  if (found != NULL)
    problem->found
        = g_utf8_strlen (found, -1) > SHOWN ? g_utf8_substring (found, 0, SHOWN) : g_strdup (found);
  problem->expected = g_strdup (expected);
  return problem;
}

guint
trama_xml_line (const TramaXml *xml)
{
  int line = 0;

  if (xml->context != NULL)
    g_markup_parse_context_get_position (xml->context, &line, NULL);
  return (guint) MAX (line, 0);
}

void
trama_xml_complain (TramaXml *xml, const char *message, const char *found, const char *expected)
{
  xml->bad = TRUE;
  trama_problems_add (xml->problems,
                      new_problem (xml, trama_xml_line (xml), message, found, expected));
}

void
trama_xml_note (TramaXml *xml, const char *message, const char *found)
{
  trama_problems_add (xml->notes, new_problem (xml, trama_xml_line (xml), message, found, NULL));
}

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

const char *
trama_xml_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (local_name (names[i]), name) == 0)
      return values[i];
  return NULL;
}

guint
trama_xml_depth (const TramaXml *xml)
{
  return xml->texts->len;
}

/* GMarkup stops where an error is set; what it says has been said. */
static void
stop_if_bad (const TramaXml *xml, GError **error)
{
  if (xml->bad)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "");
}

static void
start_element (GMarkupParseContext *context, const char *name, const char **names,
               const char **values, gpointer data, GError **error)
{
  TramaXml *xml = data;

  for (guint i = 0; values[i] != NULL; i++)
    if (strlen (values[i]) > MAX_TEXT)
      trama_xml_complain (xml, _ ("a text that is too long"), values[i],
                          _ ("at most 100 000 bytes"));
  if (xml->texts->len >= MAX_DEPTH)
    trama_xml_complain (xml, _ ("elements nested too deeply"), name, NULL);
  if (!xml->bad && xml->handler->start != NULL)
    xml->handler->start (xml, local_name (name), names, values, xml->data);
  g_ptr_array_add (xml->texts, g_string_new (NULL));
  stop_if_bad (xml, error);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  TramaXml *xml = data;
  GString *text = xml->texts->pdata[xml->texts->len - 1];

  if (xml->handler->end != NULL)
    xml->handler->end (xml, local_name (name), g_strstrip (text->str), xml->data);
  g_ptr_array_set_size (xml->texts, (int) xml->texts->len - 1);
  stop_if_bad (xml, error);
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
          GError **error)
{
  TramaXml *xml = data;
  GString *all;

  if (xml->texts->len == 0)
    return;
  all = xml->texts->pdata[xml->texts->len - 1];
  if (all->len + length > MAX_TEXT)
    {
      g_autofree char *shown
          = g_utf8_substring (text, 0, MIN (SHOWN, g_utf8_strlen (text, (gssize) length)));

      trama_xml_complain (xml, _ ("a text that is too long"), shown, _ ("at most 100 000 bytes"));
    }
  else
    g_string_append_len (all, text, (gssize) length);
  stop_if_bad (xml, error);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

/* encoding="…" of the declaration; NULL: none. (transfer full) */
static char *
declared_encoding (const char *bytes, gsize length)
{
  g_autofree char *head = g_strndup (bytes, MIN (length, 200));
  char *end = strstr (head, "?>");
  char *at, *close;

  if (!g_str_has_prefix (head, "<?xml") || end == NULL)
    return NULL;
  *end = '\0';
  at = strstr (head, "encoding=");
  if (at == NULL || (at[9] != '"' && at[9] != '\''))
    return NULL;
  close = strchr (at + 10, at[9]);
  if (close == NULL)
    return NULL;
  *close = '\0';
  return g_strdup (at + 10);
}

static guint
line_of (const char *text, const char *at)
{
  guint line = 1;

  for (; text < at; text++)
    line += *text == '\n';
  return line;
}

/* The first line of GLib's message is "Error on line 3 char 5: …": the place is told apart. */
static void
complain_of_markup (TramaXml *xml, const GError *error)
{
  const char *said = strstr (error->message, ": ");

  if (xml->bad)
    return;
  trama_xml_complain (xml, _ ("this is not well-formed XML"),
                      said != NULL ? said + 2 : error->message, NULL);
}

static void
parse (TramaXml *xml, const char *text, gsize length)
{
  static const GMarkupParser parser
      = { .start_element = start_element, .end_element = end_element, .text = add_text };
  g_autoptr (GError) error = NULL;
  const char *entity = g_strstr_len (text, (gssize) length, "<!ENTITY");

  if (entity != NULL)
    {
      xml->bad = TRUE;
      trama_problems_add (xml->problems,
                          new_problem (xml, line_of (text, entity),
                                       _ ("the file declares entities, which are not read"), NULL,
                                       NULL));
      return;
    }
  xml->context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, xml, NULL);
  if (!g_markup_parse_context_parse (xml->context, text, (gssize) length, &error)
      || !g_markup_parse_context_end_parse (xml->context, &error))
    complain_of_markup (xml, error);
  g_markup_parse_context_free (xml->context);
}

gboolean
trama_xml_read (const char *bytes, gsize length, const char *file, const char *encoding,
                const TramaXmlHandler *handler, gpointer data, TramaProblems *problems,
                TramaProblems *notes)
{
  TramaXml xml
      = { .handler = handler, .data = data, .file = file, .problems = problems, .notes = notes };
  g_auto (TramaTextEncoding) found = { 0 };
  g_autofree char *declared = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  TramaProblem *problem = NULL;
  gsize text_length;

  g_return_val_if_fail (handler != NULL && problems != NULL && notes != NULL, FALSE);

  if (length > MAX_BYTES)
    {
      g_autofree char *most = g_strdup_printf (_ ("at most %u MiB"), MAX_BYTES >> 20);

      trama_xml_complain (&xml, _ ("the file is too large"), NULL, most);
      return FALSE;
    }
  declared = declared_encoding (bytes, length);
  text = trama_text_decode (bytes, length, encoding != NULL ? encoding : declared, &found,
                            &text_length, &problem);
  if (text == NULL)
    {
      problem->file = g_strdup (file);
      trama_problems_add (problems, problem);
      return FALSE;
    }
  texts = g_ptr_array_new_with_free_func (free_text);
  xml.texts = texts;
  parse (&xml, text, text_length);
  return !xml.bad;
}

void
trama_xml_append_escaped (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      switch (c)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        case '\t':
        case '\n':
        case '\r':
          g_string_append_printf (out, "&#%u;", c);
          break;
        default:
          if (c >= 0x20 && c != 0xfffe && c != 0xffff)
            g_string_append_unichar (out, c);
        }
    }
}
