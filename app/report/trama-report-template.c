/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a template file, strictly: a member that nobody knows is a mistake, not a comment. */

#include "trama-report-template.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-json.h"
#include "trama-report-catalogue.h"
#include "trama-report-templates-resources.h"

#define RESOURCE_FOLDER "/io/github/tramaproductiva/Trama/templates/"

typedef struct
{
  const char *file;
  TramaProblems *problems;
  GString *place;            /* "network / chart" */
  gboolean good;
} Reading;

/* What a kind of part is called, and which members it has beside "part". */
static const struct
{
  const char *name;
  const char *members[4];
} kinds[TRAMA_REPORT_N_PARTS] = {
  [TRAMA_REPORT_PART_HEADING] = { "heading", { "id", "text", "level" } },
  [TRAMA_REPORT_PART_PARAGRAPH] = { "paragraph", { "id", "text", "style", "align" } },
  [TRAMA_REPORT_PART_PARAGRAPHS] = { "paragraphs", { "id", "style" } },
  [TRAMA_REPORT_PART_LIST] = { "list", { "id", "style", "ordered" } },
  [TRAMA_REPORT_PART_CHART] = { "chart", { "id", "height", "plain", "text" } },
  [TRAMA_REPORT_PART_TABLE] = { "table", { "id" } },
  [TRAMA_REPORT_PART_KEY_FIGURES] = { "key-figures", { "ids" } },
  [TRAMA_REPORT_PART_PAIRS] = { "pairs", { "ids" } },
  [TRAMA_REPORT_PART_SIGNATURES] = { "signatures", { "ids" } },
  [TRAMA_REPORT_PART_COLUMNS] = { "columns", { "columns" } },
  [TRAMA_REPORT_PART_CONTENTS] = { "contents", { "text" } },
  [TRAMA_REPORT_PART_RULE] = { "rule", { NULL } },
  [TRAMA_REPORT_PART_SPACE] = { "space", { "lines" } },
  [TRAMA_REPORT_PART_PAGE_BREAK] = { "page-break", { NULL } },
  [TRAMA_REPORT_PART_CHART_TABLES] = { "chart-tables", { NULL } },
};

static const char *const styles[] = { "body", "column", "aside", "small", "title", "subtitle" };

static void
column_free (gpointer data)
{
  TramaReportColumn *column = data;

  g_ptr_array_unref (column->parts);
  g_free (column);
}

static void
part_free (gpointer data)
{
  TramaReportPart *part = data;

  g_free (part->id);
  g_strfreev (part->ids);
  g_free (part->text);
  g_clear_pointer (&part->columns, g_ptr_array_unref);
  g_free (part);
}

static void
section_free (gpointer data)
{
  TramaReportSection *section = data;

  g_free (section->id);
  g_free (section->name);
  g_ptr_array_unref (section->parts);
  g_free (section);
}

TramaReportTemplate *
trama_report_template_ref (TramaReportTemplate *template)
{
  g_atomic_ref_count_inc (&template->references);
  return template;
}

void
trama_report_template_unref (TramaReportTemplate *template)
{
  if (template == NULL || !g_atomic_ref_count_dec (&template->references))
    return;
  g_free (template->id);
  g_free (template->version);
  g_free (template->title);
  g_free (template->text);
  g_free (template->subject);
  g_ptr_array_unref (template->sections);
  g_free (template);
}

const char *
trama_report_template_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : text;
}

static void
complain (Reading *reading, const char *member, const TramaJsonValue *found, const char *expected,
          const char *message)
{
  TramaProblem *problem = trama_problem_new (message);

  problem->file = g_strdup (reading->file);
  problem->record_name = reading->place->len > 0 ? g_strdup (reading->place->str) : NULL;
  problem->field = g_strdup (member);
  problem->found = found != NULL ? trama_json_value_describe (found) : NULL;
  problem->expected = g_strdup (expected);
  trama_problems_add (reading->problems, problem);
  reading->good = FALSE;
}

static gsize
enter (Reading *reading, const char *name)
{
  gsize before = reading->place->len;

  g_string_append_printf (reading->place, "%s%s", before > 0 ? " / " : "", name);
  return before;
}

static void
check_members (Reading *reading, const TramaJsonValue *object, const char *always,
               const char *const *known)
{
  const TramaJsonValue *value;
  TramaJsonIter iter;
  const char *key;

  trama_json_iter_init (&iter, object);
  while (trama_json_iter_next (&iter, &key, NULL, &value))
    if (g_strcmp0 (key, always) != 0 && !g_strv_contains (known, key))
      {
        g_autofree char *list = g_strjoinv (", ", (char **) known);

        complain (reading, key, NULL, list, _ ("This member is not known here."));
      }
}

static char *
read_text (Reading *reading, const TramaJsonValue *object, const char *member, gboolean required)
{
  const TramaJsonValue *value = trama_json_object_get (object, member);
  const char *text = trama_json_get_string (value, NULL);

  if (value == NULL && !required)
    return NULL;
  if (text == NULL || *text == '\0')
    {
      complain (reading, member, value, _ ("a text"), _ ("This member is missing or no text."));
      return NULL;
    }
  return g_strdup (text);
}

/* A whole number from @from to @to; @fallback where it is missing. */
static guint
read_number (Reading *reading, const TramaJsonValue *object, const char *member, guint from,
             guint to, guint fallback)
{
  const TramaJsonValue *value = trama_json_object_get (object, member);
  gint64 number = trama_json_get_integer (value, -1);

  if (value == NULL)
    return fallback;
  if (number < from || number > to)
    {
      g_autofree char *expected = g_strdup_printf (_ ("a whole number from %u to %u"), from, to);

      complain (reading, member, value, expected, _ ("This number is out of its range."));
      return fallback;
    }
  return (guint) number;
}

static TramaPageParagraphStyle
read_style (Reading *reading, const TramaJsonValue *object)
{
  const TramaJsonValue *value = trama_json_object_get (object, "style");
  const char *text = trama_json_get_string (value, NULL);

  if (value == NULL)
    return TRAMA_PAGE_PARAGRAPH_BODY;
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (text, styles[i]) == 0)
      return (TramaPageParagraphStyle) i;
  complain (reading, "style", value, "body, column, aside, small, title, subtitle",
            _ ("This style is not known."));
  return TRAMA_PAGE_PARAGRAPH_BODY;
}

static TramaPageAlign
read_align (Reading *reading, const TramaJsonValue *object)
{
  const TramaJsonValue *value = trama_json_object_get (object, "align");
  const char *text = trama_json_get_string (value, NULL);

  if (value == NULL || g_strcmp0 (text, "start") == 0)
    return TRAMA_PAGE_ALIGN_START;
  if (g_strcmp0 (text, "end") == 0)
    return TRAMA_PAGE_ALIGN_END;
  complain (reading, "align", value, "start, end", _ ("This alignment is not known."));
  return TRAMA_PAGE_ALIGN_START;
}

/* Which of the catalogue's things a kind of part names. */
static gboolean
wanted_thing (TramaReportPartKind kind, TramaReportThing *thing)
{
  switch (kind)
    {
    case TRAMA_REPORT_PART_HEADING:
    case TRAMA_REPORT_PART_PARAGRAPH:
      *thing = TRAMA_REPORT_SENTENCE;
      return TRUE;
    case TRAMA_REPORT_PART_PARAGRAPHS:
    case TRAMA_REPORT_PART_LIST:
      *thing = TRAMA_REPORT_LIST;
      return TRUE;
    case TRAMA_REPORT_PART_CHART:
      *thing = TRAMA_REPORT_CHART;
      return TRUE;
    case TRAMA_REPORT_PART_TABLE:
      *thing = TRAMA_REPORT_TABLE;
      return TRUE;
    case TRAMA_REPORT_PART_KEY_FIGURES:
      *thing = TRAMA_REPORT_KEY_FIGURE;
      return TRUE;
    case TRAMA_REPORT_PART_PAIRS:
      *thing = TRAMA_REPORT_PAIR;
      return TRUE;
    case TRAMA_REPORT_PART_SIGNATURES:
      *thing = TRAMA_REPORT_SIGNATURE;
      return TRUE;
    case TRAMA_REPORT_PART_COLUMNS:
    case TRAMA_REPORT_PART_CONTENTS:
    case TRAMA_REPORT_PART_RULE:
    case TRAMA_REPORT_PART_SPACE:
    case TRAMA_REPORT_PART_PAGE_BREAK:
    case TRAMA_REPORT_PART_CHART_TABLES:
    case TRAMA_REPORT_N_PARTS:
    default:
      return FALSE;
    }
}

static void
check_id (Reading *reading, TramaReportPartKind kind, const char *member, const char *id)
{
  TramaReportThing thing;
  g_autofree char *known = NULL;

  if (!wanted_thing (kind, &thing) || trama_report_catalogue_has (thing, id))
    return;
  known = trama_report_catalogue_list (thing);
  {
    g_autofree char *message = g_strdup_printf (_ ("Nothing is called “%s”."), id);

    complain (reading, member, NULL, known, message);
  }
}

static void
read_ids (Reading *reading, const TramaJsonValue *object, TramaReportPart *part)
{
  const TramaJsonValue *value = trama_json_object_get (object, "ids");
  const TramaJsonValue *element;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  TramaJsonIter iter;

  if (!trama_json_value_is (value, TRAMA_JSON_ARRAY) || trama_json_size (value) == 0)
    {
      complain (reading, "ids", value, _ ("a list of names"), _ ("This part needs names."));
      return;
    }
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      const char *id = trama_json_get_string (element, NULL);

      if (id == NULL)
        complain (reading, "ids", element, _ ("a name"), _ ("This is no name."));
      else
        {
          check_id (reading, part->kind, "ids", id);
          g_strv_builder_add (ids, id);
        }
    }
  part->ids = g_strv_builder_end (ids);
}

static GPtrArray *read_parts (Reading *reading, const TramaJsonValue *object);

static void
read_columns (Reading *reading, const TramaJsonValue *object, TramaReportPart *part)
{
  static const char *const known[] = { "span", "parts", NULL };
  const TramaJsonValue *value = trama_json_object_get (object, "columns");
  const TramaJsonValue *element;
  TramaJsonIter iter;
  guint sum = 0;

  part->columns = g_ptr_array_new_with_free_func (column_free);
  if (!trama_json_value_is (value, TRAMA_JSON_ARRAY) || trama_json_size (value) == 0)
    {
      complain (reading, "columns", value, _ ("a list of columns"), _ ("There are no columns."));
      return;
    }
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      TramaReportColumn *column = g_new0 (TramaReportColumn, 1);

      check_members (reading, element, NULL, known);
      column->span = read_number (reading, element, "span", 1, TRAMA_PAGE_COLUMNS, 6);
      column->parts = read_parts (reading, element);
      sum += column->span;
      g_ptr_array_add (part->columns, column);
    }
  if (sum > TRAMA_PAGE_COLUMNS)
    complain (reading, "columns", NULL, "12", _ ("The columns are wider than the page."));
}

static gboolean
may_have (TramaReportPartKind kind, const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds[kind].members); i++)
    if (g_strcmp0 (kinds[kind].members[i], member) == 0)
      return TRUE;
  return FALSE;
}

static TramaReportPart *
read_part (Reading *reading, const TramaJsonValue *object)
{
  const char *name = trama_json_object_get_string (object, "part");
  TramaReportPart *part = g_new0 (TramaReportPart, 1);
  guint kind = 0;
  gsize place;

  while (kind < TRAMA_REPORT_N_PARTS && g_strcmp0 (kinds[kind].name, name) != 0)
    kind++;
  if (kind == TRAMA_REPORT_N_PARTS)
    {
      complain (reading, "part", object, "heading, paragraph, list, chart, table …",
                _ ("This kind of part is not known."));
      part->kind = TRAMA_REPORT_PART_RULE;
      return part;
    }
  part->kind = (TramaReportPartKind) kind;
  place = enter (reading, name);
  {
    const char *known[G_N_ELEMENTS (kinds[0].members) + 1] = { NULL };

    memcpy (known, kinds[kind].members, sizeof kinds[kind].members);
    check_members (reading, object, "part", known);
  }
  part->id = may_have (part->kind, "id") ? read_text (reading, object, "id", FALSE) : NULL;
  part->text = may_have (part->kind, "text") ? read_text (reading, object, "text", FALSE) : NULL;
  part->level = read_number (reading, object, "level", 1, 3, 2);
  part->lines = read_number (reading, object, "lines", 1, 40, 2);
  part->height = read_number (reading, object, "height", 20, 600, 0);
  part->ordered = trama_json_get_boolean (trama_json_object_get (object, "ordered"), FALSE);
  part->plain = trama_json_get_boolean (trama_json_object_get (object, "plain"), FALSE);
  part->style = read_style (reading, object);
  part->align = read_align (reading, object);
  if (may_have (part->kind, "id") && part->id == NULL
      && (part->text == NULL || part->kind == TRAMA_REPORT_PART_CHART))
    complain (reading, "id", NULL, _ ("a name"), _ ("This part says nothing."));
  if (part->id != NULL)
    check_id (reading, part->kind, "id", part->id);
  if (may_have (part->kind, "ids"))
    read_ids (reading, object, part);
  if (part->kind == TRAMA_REPORT_PART_COLUMNS)
    read_columns (reading, object, part);
  g_string_truncate (reading->place, place);
  return part;
}

static GPtrArray *
read_parts (Reading *reading, const TramaJsonValue *object)
{
  const TramaJsonValue *value = trama_json_object_get (object, "parts");
  const TramaJsonValue *element;
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  TramaJsonIter iter;

  if (!trama_json_value_is (value, TRAMA_JSON_ARRAY))
    {
      complain (reading, "parts", value, _ ("a list of parts"), _ ("There are no parts."));
      return parts;
    }
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    g_ptr_array_add (parts, read_part (reading, element));
  return parts;
}

static TramaPageSectionFlags
read_flags (Reading *reading, const TramaJsonValue *object)
{
  static const char *const names[] = { "unnumbered", "plain", "run-on", "unlisted" };
  static const TramaPageSectionFlags bits[]
      = { 0, TRAMA_PAGE_SECTION_PLAIN, TRAMA_PAGE_SECTION_RUN_ON, TRAMA_PAGE_SECTION_UNLISTED };
  const TramaJsonValue *value = trama_json_object_get (object, "flags");
  const TramaJsonValue *element;
  TramaPageSectionFlags flags = TRAMA_PAGE_SECTION_NUMBERED;
  TramaJsonIter iter;

  if (value == NULL)
    return flags;
  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, NULL, NULL, &element))
    {
      const char *name = trama_json_get_string (element, NULL);
      guint i = 0;

      while (i < G_N_ELEMENTS (names) && g_strcmp0 (name, names[i]) != 0)
        i++;
      if (i == G_N_ELEMENTS (names))
        complain (reading, "flags", element, "unnumbered, plain, run-on, unlisted",
                  _ ("This flag is not known."));
      else if (i == 0)
        flags &= (TramaPageSectionFlags) ~TRAMA_PAGE_SECTION_NUMBERED;
      else
        flags |= bits[i];
    }
  return flags;
}

static TramaReportSection *
read_section (Reading *reading, const TramaJsonValue *object)
{
  static const char *const known[] = { "id", "name", "flags", "parts", NULL };
  TramaReportSection *section = g_new0 (TramaReportSection, 1);
  gsize place;

  section->id = read_text (reading, object, "id", TRUE);
  place = enter (reading, section->id != NULL ? section->id : "?");
  check_members (reading, object, NULL, known);
  section->name = read_text (reading, object, "name", TRUE);
  section->flags = read_flags (reading, object);
  section->parts = read_parts (reading, object);
  g_string_truncate (reading->place, place);
  return section;
}

static TramaReportTemplate *
read_template (Reading *reading, const TramaJsonValue *root)
{
  static const char *const known[]
      = { "format", "id", "version", "title", "text", "subject", "sections", NULL };
  TramaReportTemplate *template = g_new0 (TramaReportTemplate, 1);
  const TramaJsonValue *sections = trama_json_object_get (root, "sections");
  const TramaJsonValue *element;
  TramaJsonIter iter;

  g_atomic_ref_count_init (&template->references);
  template->sections = g_ptr_array_new_with_free_func (section_free);
  if (g_strcmp0 (trama_json_object_get_string (root, "format"), "trama-report-template") != 0)
    complain (reading, "format", trama_json_object_get (root, "format"), "trama-report-template",
              _ ("This is no report template."));
  check_members (reading, root, NULL, known);
  template->id = read_text (reading, root, "id", TRUE);
  template->version = read_text (reading, root, "version", TRUE);
  template->title = read_text (reading, root, "title", TRUE);
  template->text = read_text (reading, root, "text", FALSE);
  template->subject = read_text (reading, root, "subject", TRUE);
  if (template->subject != NULL && strcmp (template->subject, "programme") != 0)
    complain (reading, "subject", trama_json_object_get (root, "subject"), "programme",
              _ ("Reports can be made of programmes."));
  if (!trama_json_value_is (sections, TRAMA_JSON_ARRAY) || trama_json_size (sections) == 0)
    complain (reading, "sections", sections, _ ("a list of sections"),
              _ ("There are no sections."));
  else
    {
      trama_json_iter_init (&iter, sections);
      while (trama_json_iter_next (&iter, NULL, NULL, &element))
        g_ptr_array_add (template->sections, read_section (reading, element));
    }
  return template;
}

TramaReportTemplate *
trama_report_template_parse (const char *file, const char *text, gsize length,
                             TramaProblems *problems)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (TramaReportTemplate) template = NULL;
  g_autofree char *message = NULL;
  Reading reading = { .file = file, .problems = problems, .good = TRUE };
  const TramaJsonValue *root;
  gsize offset = 0;

  g_return_val_if_fail (text != NULL && problems != NULL, NULL);

  reading.place = g_string_new (NULL);
  root = trama_json_reader_parse (reader, text, length, &message, &offset);
  if (root == NULL)
    {
      guint line = 1;

      for (gsize i = 0; i < offset && i < length; i++)
        line += text[i] == '\n';
      complain (&reading, NULL, NULL, NULL, message);
      ((TramaProblem *) trama_problems_get (problems, trama_problems_n_kept (problems) - 1))->line
          = line;
    }
  else
    template = read_template (&reading, root);
  g_string_free (reading.place, TRUE);
  return reading.good ? g_steal_pointer (&template) : NULL;
}

static GPtrArray *
load_built_in (void)
{
  GPtrArray *templates
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_report_template_unref);
  GResource *resource = trama_report_templates_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, RESOURCE_FOLDER, 0, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, NULL);
      g_autoptr (TramaProblems) problems = trama_problems_new (10);
      TramaReportTemplate *template = trama_report_template_parse (
          names[i], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), problems);

      if (template == NULL)
        {
          g_autofree char *what = trama_problem_to_text (trama_problems_get (problems, 0));

          g_error ("%s", what);
        }
      g_ptr_array_add (templates, template);
    }
  return templates;
}

GPtrArray *
trama_report_templates_built_in (void)
{
  static gsize once;
  static GPtrArray *templates;

  if (g_once_init_enter (&once))
    {
      templates = load_built_in ();
      g_once_init_leave (&once, 1);
    }
  return templates;
}

TramaReportTemplate *
trama_report_templates_find (const char *id)
{
  GPtrArray *templates = trama_report_templates_built_in ();

  for (guint i = 0; i < templates->len; i++)
    if (g_strcmp0 (((TramaReportTemplate *) templates->pdata[i])->id, id) == 0)
      return templates->pdata[i];
  return NULL;
}
