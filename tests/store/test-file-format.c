/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * docs/file-format.md and docs/file-format.schema.json say what the kinds' tables say. Called with
 * --update, this program writes them; as a test, it compares them, and holds portfolios of its own
 * and the sample against the schema.
 */
#include <sys/wait.h>

#include "store-fixture.h"
#include "trama-json.h"

#define BEGIN "<!-- kinds: written by tests/store/test-file-format.c from the kinds' tables -->\n"
#define END "<!-- end of kinds -->\n"

static char *
source_path (const char *folder, const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), folder, name, NULL);
}

/* The tables of the document. */

static void
append_kinds (GString *out, guint64 kinds)
{
  gboolean first = TRUE;

  if (kinds == TRAMA_ALL_KINDS)
    {
      g_string_append (out, "any record");
      return;
    }
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    if (kinds & TRAMA_KIND_BIT (kind))
      {
        g_string_append_printf (out, "%s%s", first ? "" : ", ",
                                trama_kind_info ((TramaKind) kind)->id);
        first = FALSE;
      }
}

static void
append_range (GString *out, const TramaField *field)
{
  if (field->min != 0 || field->max != 0)
    {
      g_string_append (out, ", ");
      trama_json_append_number (out, field->min);
      g_string_append (out, " to ");
      trama_json_append_number (out, field->max);
    }
  if (field->unit != NULL)
    g_string_append_printf (out, ", %s", field->unit);
}

static void
append_type (GString *out, const TramaField *field)
{
  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      g_string_append (out, field->flags & TRAMA_FIELD_LONG ? "text, several lines" : "text");
      break;
    case TRAMA_FIELD_DATE:
      g_string_append (out, field->flags & TRAMA_FIELD_DAY     ? "day"
                            : field->flags & TRAMA_FIELD_MONTH ? "month"
                                                               : "date");
      break;
    case TRAMA_FIELD_INTEGER:
      g_string_append (out, "whole number");
      append_range (out, field);
      break;
    case TRAMA_FIELD_DECIMAL:
      g_string_append (out, "number");
      append_range (out, field);
      break;
    case TRAMA_FIELD_BAND:
      g_string_append (out, "number or band");
      append_range (out, field);
      break;
    case TRAMA_FIELD_MONEY:
      g_string_append (out, "money");
      append_range (out, field);
      break;
    case TRAMA_FIELD_TRUTH:
      g_string_append (out, "true or false");
      break;
    case TRAMA_FIELD_CHOICE:
      for (guint i = 0; i < field->n_choices; i++)
        g_string_append_printf (out, "%s`%s` %s", i > 0 ? "; " : "", field->choices[i].id,
                                field->choices[i].label);
      break;
    case TRAMA_FIELD_REF:
      g_string_append (out, "id of: ");
      append_kinds (out, field->targets);
      break;
    case TRAMA_FIELD_REFS:
      g_string_append (out, "ids of: ");
      append_kinds (out, field->targets);
      break;
    default:
      g_assert_not_reached ();
    }
}

static const char *
level_name (TramaLevel level)
{
  switch (level)
    {
    case TRAMA_LEVEL_PUBLIC:
      return "public";
    case TRAMA_LEVEL_AGENCY:
      return "agency";
    case TRAMA_LEVEL_BROKER:
      return "broker";
    case TRAMA_LEVEL_GROUP:
    default:
      return "group";
    }
}

static void
append_field_row (GString *out, const TramaField *field)
{
  g_string_append_printf (out, "| `%s` | ", field->id);
  append_type (out, field);
  g_string_append_printf (out, " | %s%s%s", field->label, field->help != NULL ? ". " : "",
                          field->help != NULL ? field->help : "");
  g_string_append_printf (
      out, " | %s%s%s%s | %s |\n", field->flags & TRAMA_FIELD_REQUIRED ? "required" : "",
      field->flags & TRAMA_FIELD_TITLE ? " title" : "",
      field->flags & TRAMA_FIELD_EVENT ? " event" : "",
      field->flags & TRAMA_FIELD_OWNER ? " owner" : "", level_name (field->level));
}

static GString *
make_tables (void)
{
  GString *out = g_string_new (NULL);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      const TramaKindInfo *info = trama_kind_info ((TramaKind) kind);

      g_string_append_printf (out, "\n### `%s`: %s\n\n", info->id, info->singular);
      g_string_append (out, "| member | value | what | marks | level |\n");
      g_string_append (out, "| --- | --- | --- | --- | --- |\n");
      for (guint i = 0; i < info->n_fields; i++)
        append_field_row (out, &info->fields[i]);
    }
  g_string_append_c (out, '\n');
  return out;
}

/* The schema. */

#define YEAR "(18|19|20|21)[0-9]{2}"
#define MONTH "(0[1-9]|1[0-2])"
#define DAY YEAR "-" MONTH "-(0[1-9]|[12][0-9]|3[01])"

static void
append_limits (GString *out, const TramaField *field)
{
  if (field->min == 0 && field->max == 0)
    return;
  g_string_append (out, ", \"minimum\": ");
  trama_json_append_number (out, field->min);
  g_string_append (out, ", \"maximum\": ");
  trama_json_append_number (out, field->max);
}

static void
append_field_schema (GString *out, const TramaField *field)
{
  g_string_append_printf (out, "        \"%s\": ", field->id);
  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      g_string_append (out, "{ \"$ref\": \"#/$defs/text\" }");
      break;
    case TRAMA_FIELD_DATE:
      g_string_append_printf (out, "{ \"$ref\": \"#/$defs/%s\" }",
                              field->flags & TRAMA_FIELD_DAY     ? "day"
                              : field->flags & TRAMA_FIELD_MONTH ? "month"
                                                                 : "date");
      break;
    case TRAMA_FIELD_INTEGER:
      g_string_append (out, "{ \"type\": \"integer\"");
      append_limits (out, field);
      g_string_append (out, " }");
      break;
    case TRAMA_FIELD_DECIMAL:
      g_string_append (out, "{ \"type\": \"number\"");
      append_limits (out, field);
      g_string_append (out, " }");
      break;
    case TRAMA_FIELD_BAND:
      g_string_append (out, "{ \"anyOf\": [{ \"type\": \"number\"");
      append_limits (out, field);
      g_string_append (out, " }, { \"$ref\": \"#/$defs/band\", \"additionalProperties\": "
                            "{ \"type\": \"number\"");
      append_limits (out, field);
      g_string_append (out, " } }] }");
      break;
    case TRAMA_FIELD_MONEY:
      g_string_append (out, "{ \"$ref\": \"#/$defs/money\"");
      if (field->min != 0 || field->max != 0)
        {
          static const char *const ends[] = { "minor", "from", "to" };

          g_string_append (out, ", \"properties\": { ");
          for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
            {
              g_string_append_printf (out, "%s\"%s\": { \"type\": \"integer\"", i > 0 ? ", " : "",
                                      ends[i]);
              append_limits (out, field);
              g_string_append (out, " }");
            }
          g_string_append (out, " }");
        }
      g_string_append (out, " }");
      break;
    case TRAMA_FIELD_TRUTH:
      g_string_append (out, "{ \"type\": \"boolean\" }");
      break;
    case TRAMA_FIELD_CHOICE:
      g_string_append (out, "{ \"enum\": [");
      for (guint i = 0; i < field->n_choices; i++)
        g_string_append_printf (out, "%s\"%s\"", i > 0 ? ", " : "", field->choices[i].id);
      g_string_append (out, "] }");
      break;
    case TRAMA_FIELD_REF:
      g_string_append (out, "{ \"$ref\": \"#/$defs/id\" }");
      break;
    case TRAMA_FIELD_REFS:
      g_string_append (out, "{ \"$ref\": \"#/$defs/ids\" }");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_kind_schema (GString *out, const TramaKindInfo *info)
{
  gboolean first = TRUE;

  g_string_append_printf (out, "    \"%s\": {\n      \"properties\": {\n", info->id);
  for (guint i = 0; i < info->n_fields; i++)
    {
      append_field_schema (out, &info->fields[i]);
      g_string_append (out, i + 1 < info->n_fields ? ",\n" : "\n");
    }
  g_string_append (out, "      },\n      \"required\": [");
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & TRAMA_FIELD_REQUIRED)
      {
        g_string_append_printf (out, "%s\"%s\"", first ? "" : ", ", info->fields[i].id);
        first = FALSE;
      }
  g_string_append (out, "]\n    }");
}

static const char schema_head[]
    = "{\n"
      "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
      "  \"title\": \"Trama portfolio\",\n"
      "  \"description\": \"Written from the kinds' tables by tests/store/test-file-format.c; see "
      "file-format.md. What a schema cannot say, such as that references lead somewhere, the "
      "program checks.\",\n"
      "  \"type\": \"object\",\n"
      "  \"required\": [\"format\", \"version\", \"document\", \"records\"],\n"
      "  \"properties\": {\n"
      "    \"format\": { \"const\": \"trama\" },\n"
      "    \"version\": { \"const\": " G_STRINGIFY (
          TRAMA_STORE_FORMAT_VERSION) " },\n"
                                      "    \"document\": { \"$ref\": \"#/$defs/id\" },\n"
                                      "    \"saves\": { \"type\": \"array\", \"items\": { "
                                      "\"type\": \"string\", \"pattern\": "
                                      "\"^[0-9A-Za-z]{1,64}$\" } },\n"
                                      "    \"records\": {\n"
                                      "      \"type\": \"array\",\n"
                                      "      \"items\": { \"$ref\": \"#/$defs/record\" },\n"
                                      "      \"contains\": { \"properties\": { \"record\": { "
                                      "\"const\": \"portfolio\" } } },\n"
                                      "      \"minContains\": 1,\n"
                                      "      \"maxContains\": 1\n"
                                      "    }\n"
                                      "  },\n"
                                      "  \"$defs\": {\n"
                                      "    \"id\": { \"type\": \"string\", \"pattern\": "
                                      "\"^[a-z2-7]{16}$\" },\n"
                                      "    \"ids\": { \"type\": \"array\", \"items\": { \"$ref\": "
                                      "\"#/$defs/id\" }, "
                                      "\"uniqueItems\": true },\n"
                                      "    \"text\": { \"type\": \"string\", \"minLength\": 1 },\n"
                                      "    \"day\": { \"type\": \"string\", \"pattern\": \"^" DAY
                                      "$\" },\n"
                                      "    \"month\": { \"type\": \"string\", \"pattern\": \"^" YEAR
                                      "-" MONTH "$\" },\n"
                                      "    \"date\": { \"type\": \"string\", \"pattern\": \"^(" YEAR
                                      "(-(" MONTH "|2[5-9]|3[0-6]))?~?|" DAY "~?|" DAY "/" DAY
                                      ")$\" },\n"
                                      "    \"moment\": { \"type\": \"string\", \"pattern\": \"^" DAY
                                      "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$\" },\n"
                                      "    \"band\": { \"type\": \"object\", \"propertyNames\": { "
                                      "\"enum\": [\"from\", \"to\"] }, "
                                      "\"minProperties\": 1 },\n"
                                      "    \"money\": {\n"
                                      "      \"type\": \"object\",\n"
                                      "      \"properties\": {\n"
                                      "        \"minor\": { \"type\": \"integer\" },\n"
                                      "        \"from\": { \"type\": \"integer\" },\n"
                                      "        \"to\": { \"type\": \"integer\" },\n"
                                      "        \"currency\": { \"type\": \"string\", \"pattern\": "
                                      "\"^[A-Z]{3}$\" }\n"
                                      "      },\n"
                                      "      \"additionalProperties\": false,\n"
                                      "      \"required\": [\"currency\"],\n"
                                      "      \"oneOf\": [\n"
                                      "        { \"required\": [\"minor\"], \"not\": { \"anyOf\": "
                                      "[{ \"required\": [\"from\"] }, { "
                                      "\"required\": [\"to\"] }] } },\n"
                                      "        { \"required\": [\"from\", \"to\"], \"not\": { "
                                      "\"required\": [\"minor\"] } }\n"
                                      "      ]\n"
                                      "    },\n"
                                      "    \"record\": {\n"
                                      "      \"type\": \"object\",\n"
                                      "      \"required\": [\"record\", \"id\"],\n"
                                      "      \"properties\": {\n"
                                      "        \"id\": { \"$ref\": \"#/$defs/id\" },\n"
                                      "        \"entered\": { \"$ref\": \"#/$defs/moment\" },\n"
                                      "        \"entered_by\": { \"type\": \"string\" },\n"
                                      "        \"record\": { \"enum\": [";

static GString *
make_schema (void)
{
  GString *out = g_string_new (schema_head);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    g_string_append_printf (out, "%s\"%s\"", kind > 1 ? ", " : "",
                            trama_kind_info ((TramaKind) kind)->id);
  g_string_append (out, "] }\n      },\n      \"allOf\": [\n");
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      const char *id = trama_kind_info ((TramaKind) kind)->id;

      g_string_append_printf (out,
                              "        { \"if\": { \"properties\": { \"record\": { \"const\": "
                              "\"%s\" } } }, \"then\": { \"$ref\": \"#/$defs/%s\" } }%s\n",
                              id, id, kind + 1 < TRAMA_N_KINDS ? "," : "");
    }
  g_string_append (out, "      ]\n    }");
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      g_string_append (out, ",\n");
      append_kind_schema (out, trama_kind_info ((TramaKind) kind));
    }
  g_string_append (out, "\n  }\n}\n");
  return out;
}

/* Comparing, or writing. */

static char *
with_tables (const char *document)
{
  g_autoptr (GString) tables = make_tables ();
  const char *begin = strstr (document, BEGIN);
  const char *end = strstr (document, END);
  GString *out;

  g_assert_nonnull (begin);
  g_assert_nonnull (end);
  out = g_string_new_len (document, begin + strlen (BEGIN) - document);
  g_string_append_len (out, tables->str, (gssize) tables->len);
  g_string_append (out, end);
  return g_string_free (out, FALSE);
}

static void
test_document (void)
{
  g_autofree char *path = source_path ("docs", "file-format.md");
  g_autofree char *document = read_whole (path);
  g_autofree char *wanted = with_tables (document);

  if (strcmp (document, wanted) != 0)
    g_error ("docs/file-format.md does not say what the kinds' tables say; "
             "“test-file-format --update” writes it anew");
}

static void
test_schema (void)
{
  g_autofree char *path = source_path ("docs", "file-format.schema.json");
  g_autofree char *schema = read_whole (path);
  g_autoptr (GString) wanted = make_schema ();
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();

  g_assert_nonnull (trama_json_reader_parse (reader, wanted->str, wanted->len, NULL, NULL));
  if (strcmp (schema, wanted->str) != 0)
    g_error ("docs/file-format.schema.json does not say what the kinds' tables say; "
             "“test-file-format --update” writes it anew");
}

static int
update (void)
{
  g_autofree char *document_path = source_path ("docs", "file-format.md");
  g_autofree char *schema_path = source_path ("docs", "file-format.schema.json");
  g_autofree char *document = read_whole (document_path);
  g_autofree char *wanted = with_tables (document);
  g_autoptr (GString) schema = make_schema ();

  g_assert_true (g_file_set_contents (document_path, wanted, -1, NULL));
  g_assert_true (g_file_set_contents (schema_path, schema->str, (gssize) schema->len, NULL));
  return 0;
}

/* Files held against the schema, by somebody else's reading of it. */
static void
test_portfolios (void)
{
  g_autofree char *script = source_path ("tests/store", "check-schema");
  g_autofree char *schema = source_path ("docs", "file-format.schema.json");
  g_autofree char *sample = source_path ("data/samples", "illustration.trama");
  char *folder = make_folder ();
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_ptr_array_add (arguments, g_strdup ("python3"));
  g_ptr_array_add (arguments, g_strdup (script));
  g_ptr_array_add (arguments, g_strdup (schema));
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autofree char *name = g_strdup_printf ("%u.trama", seed);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (TramaVersion) version = random_portfolio (seed, seed * 60);
      g_autoptr (TramaStoreFile) file = save_new (version, path);

      g_ptr_array_add (arguments, g_steal_pointer (&path));
    }
  if (g_file_test (sample, G_FILE_TEST_EXISTS))
    g_ptr_array_add (arguments, g_steal_pointer (&sample));
  g_ptr_array_add (arguments, NULL);
  if (!g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                     &output, &status, &error))
    g_test_skip (error->message);
  else if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("python3-jsonschema is not there");
  else if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", error->message, output);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  if (argc == 2 && strcmp (argv[1], "--update") == 0)
    return update ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/file-format/document", test_document);
  g_test_add_func ("/store/file-format/schema", test_schema);
  g_test_add_func ("/store/file-format/portfolios", test_portfolios);
  return g_test_run ();
}
