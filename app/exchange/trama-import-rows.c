/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-import-cell.h"
#include "trama-import-text.h"
#include "trama-record-json.h"

/* One row on its way to becoming a record. */
typedef struct
{
  TramaImportMaking *making;
  TramaImportTable *table;
  guint row;
  TramaKind kind;
  gboolean good;
  gboolean left_out;
  GString *category; /* labels from codes that are no kinds of ours */
  char *foreign_id;
} Row;

/* Kinds of which a name means one, and the same in every table. */
static gboolean
is_known_by_name (TramaKind kind)
{
  return kind == TRAMA_KIND_FIRM || kind == TRAMA_KIND_INSTITUTION || kind == TRAMA_KIND_PERSON
         || kind == TRAMA_KIND_CLUSTER || kind == TRAMA_KIND_OWNER_GROUP
         || kind == TRAMA_KIND_PROGRAMME;
}

static void
complain (Row *row, const char *field, const char *message, const char *found, const char *expected)
{
  trama_problems_add (
      row->making->problems,
      trama_import_table_problem (row->table, row->row, field, message, found, expected));
  row->good = FALSE;
}

static void
note (Row *row, const char *field, const char *message, const char *found)
{
  trama_problems_add (row->making->notes, trama_import_table_problem (row->table, row->row, field,
                                                                      message, found, NULL));
}

/* Which column is used so; NULL: none. */
static const TramaImportColumn *
find_use (const TramaImportTable *table, TramaImportUse use)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (((const TramaImportColumn *) table->columns->pdata[i])->use == use)
      return table->columns->pdata[i];
  return NULL;
}

/* The text of a field in a row, whether from a column or fixed by the map. (transfer full) */
static char *
field_text (const TramaImportTable *table, const char *field, guint row)
{
  const char *fixed = table->map != NULL ? g_hash_table_lookup (table->map->fixed, field) : NULL;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const TramaImportColumn *column = table->columns->pdata[i];

      if (column->use == TRAMA_IMPORT_FIELD && strcmp (column->field, field) == 0)
        {
          g_autofree char *text = trama_import_table_text (table, column, row);

          if (*text != '\0')
            return g_steal_pointer (&text);
        }
    }
  return g_strdup (fixed != NULL ? fixed : "");
}

static gboolean
is_kind (TramaKind kind, const char *folded)
{
  const TramaKindInfo *info = trama_kind_info (kind);
  g_autofree char *label = trama_import_fold_word (info->singular);
  g_autofree char *translated = trama_import_fold_word (trama_kind_label (kind));

  return strcmp (folded, info->id) == 0 || strcmp (folded, label) == 0
         || strcmp (folded, translated) == 0;
}

static const TramaField *
institution_kind (void)
{
  return trama_kind_field_at (TRAMA_KIND_INSTITUTION, offsetof (TramaInstitution, kind));
}

/* What a code in a table of firms, institutions and people says. */
typedef struct
{
  TramaKind kind; /* a firm where the code says nothing to us */
  gboolean known;
  guint choice; /* the institution's kind; 0: none */
} Code;

static Code
read_code_anew (const char *code)
{
  static const TramaKind kinds[] = { TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION, TRAMA_KIND_PERSON };
  g_autofree char *folded = trama_import_fold_word (code);
  guint choice;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_kind (kinds[i], folded))
      return (Code) { kinds[i], TRUE, 0 };
  choice = trama_import_find_choice (institution_kind (), code);
  return (Code) { choice != 0 ? TRAMA_KIND_INSTITUTION : TRAMA_KIND_FIRM, choice != 0, choice };
}

/* A table has few codes in many rows. Borrowed. */
static const Code *
read_code (TramaImportMaking *making, const char *text)
{
  Code *code = g_hash_table_lookup (making->codes, text);

  if (code == NULL)
    {
      Code read = read_code_anew (text);

      code = g_memdup2 (&read, sizeof read);
      g_hash_table_insert (making->codes, g_strdup (text), code);
    }
  return code;
}

/* "kind 2": a bare code means nothing without its column's name; a word stands for itself. */
static char *
label_code (const char *header, const char *code)
{
  for (const char *at = code; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)) && g_utf8_strlen (code, -1) > 2)
      return g_strdup (code);
  return g_strdup_printf ("%s %s", header, code);
}

/* Naming. */

static TramaId
new_id (TramaImportMaking *making)
{
  TramaId id;

  /* The same table brought in twice begins with the same ids. */
  do
    id = trama_transaction_new_id (making->transaction);
  while (making->version != NULL
         && trama_version_find_among (making->version, TRAMA_ALL_KINDS, id) != NULL);
  return id;
}

/* A record that is in the portfolio already and that the row is about; none: it is a new one. */
static TramaId
find_present (Row *row, const char *name)
{
  const TramaImportNamed *named;

  if (row->making->version == NULL || *name == '\0' || !is_known_by_name (row->kind)
      || trama_import_names_find (row->making->names, name, TRAMA_KIND_BIT (row->kind),
                                  TRAMA_IMPORT_BY_NAME, &named)
             != TRAMA_IMPORT_EXACT
      || named->file != NULL)
    return TRAMA_ID_NONE;
  return named->id;
}

/* Two rows of one table with the same id, or the same name and no ids to tell them apart. */
static void
check_twice (Row *row, GHashTable *seen, const char *column, const char *text, gboolean fault)
{
  gpointer first = g_hash_table_lookup (seen, text);
  g_autofree char *message = NULL;

  if (*text == '\0')
    return;
  if (first == NULL)
    {
      g_hash_table_insert (seen, g_strdup (text),
                           GUINT_TO_POINTER (trama_sheet_line (row->table->sheet, row->row)));
      return;
    }
  message = g_strdup_printf (_ ("the same as on line %u"), GPOINTER_TO_UINT (first));
  if (fault)
    complain (row, column, message, text, _ ("each of them once, or an id for each"));
  else
    note (row, column, message, text);
}

static void
name_row (Row *row, const char *title_field, GHashTable *names, GHashTable *ids)
{
  TramaImportTable *table = row->table;
  const TramaImportColumn *code = find_use (table, TRAMA_IMPORT_CODE);
  const TramaImportColumn *id = find_use (table, TRAMA_IMPORT_ID);
  g_autofree char *foreign_id
      = id != NULL ? trama_import_table_text (table, id, row->row) : g_strdup ("");
  g_autofree char *name
      = title_field != NULL ? field_text (table, title_field, row->row) : g_strdup ("");
  TramaImportNamed named = { .file = table->file };
  TramaId present;

  if (table->mixed && code != NULL)
    {
      g_autofree char *text = trama_import_table_text (table, code, row->row);

      row->kind = read_code (row->making, text)->kind;
    }
  check_twice (row, ids, id != NULL ? id->header : NULL, foreign_id, TRUE);
  if (is_known_by_name (row->kind))
    check_twice (row, names, title_field, name, *foreign_id == '\0');
  present = find_present (row, name);
  named.id = trama_id_is_none (present) ? new_id (row->making) : present;
  named.kind = row->kind;
  named.line = trama_sheet_line (table->sheet, row->row);
  table->row_kinds[row->row] = row->kind;
  table->row_ids[row->row] = named.id;
  trama_import_names_add (row->making->names, name, foreign_id, &named);
}

static void
name_table (TramaImportMaking *making, TramaImportTable *table)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const TramaKindInfo *info = trama_kind_info (table->kind);
  const char *title = info->title_field >= 0 ? info->fields[info->title_field].id : NULL;
  guint n = trama_sheet_n_rows (table->sheet);

  g_free (table->row_kinds);
  g_free (table->row_ids);
  table->row_kinds = g_new0 (TramaKind, n);
  table->row_ids = g_new0 (TramaId, n);
  for (guint i = table->header_row + 1; i < n; i++)
    if (!trama_sheet_row_is_blank (table->sheet, i))
      {
        Row row = { .making = making, .table = table, .row = i, .kind = table->kind };

        name_row (&row, title, names, ids);
      }
}

void
trama_import_name_rows (TramaImportMaking *making)
{
  g_return_if_fail (making != NULL);

  for (guint i = 0; i < making->tables->len; i++)
    name_table (making, making->tables->pdata[i]);
}

/* Making. */

static void
stamp (const TramaImportMaking *making, TramaRecord *draft)
{
  if (draft->entered == 0)
    draft->entered = making->options->when;
  if (draft->entered_by == NULL)
    draft->entered_by = making->options->author;
}

/* A record that has a name and nothing else. */
static TramaId
make_named (Row *row, TramaKind kind, const char *name)
{
  TramaImportMaking *making = row->making;
  const TramaKindInfo *info = trama_kind_info (kind);
  g_auto (TramaRecordBuilder) builder = { 0 };
  g_autoptr (TramaRecord) record = NULL;
  TramaImportNamed named = { .id = new_id (making), .kind = kind, .file = row->table->file };
  g_autofree char *message
      = g_strdup_printf (_ ("made as a new record: %s"), trama_kind_label (kind));

  named.line = trama_sheet_line (row->table->sheet, row->row);
  trama_record_builder_begin (&builder, kind, named.id);
  trama_record_builder_set_text (&builder, &info->fields[info->title_field], name);
  stamp (making, builder.draft);
  record = trama_record_builder_finish (&builder);
  trama_transaction_put_record (making->transaction, record);
  trama_import_names_add (making->names, name, NULL, &named);
  note (row, NULL, message, name);
  return named.id;
}

/* Records that a table may name without there being a table of them: they are groups of others,
 * and their name says all that is needed. */
static TramaKind
kind_made_by_name (const TramaField *field, const TramaImportOptions *options)
{
  static const TramaKind groups[]
      = { TRAMA_KIND_CLUSTER, TRAMA_KIND_OWNER_GROUP, TRAMA_KIND_PROGRAMME };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (field->targets == TRAMA_KIND_BIT (groups[i]))
      return groups[i];
  if (options->others != TRAMA_KIND_NONE && (field->targets & TRAMA_KIND_BIT (options->others)))
    return options->others;
  return TRAMA_KIND_NONE;
}

static char *
describe_targets (const TramaField *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    if (field->targets & TRAMA_KIND_BIT (kind))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              trama_kind_label ((TramaKind) kind));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
complain_of_unknown (Row *row, const TramaField *field, const char *header, const char *text)
{
  const char *nearest = trama_import_names_nearest (row->making->names, text, field->targets);
  g_autofree char *expected = NULL;

  if (nearest != NULL)
    {
      g_autofree char *quoted = trama_import_quote (nearest);

      expected = g_strdup_printf (_ ("a name in these tables, such as %s"), quoted);
    }
  complain (row, header, _ ("nobody is called so"), text,
            expected != NULL ? expected : _ ("a name in these tables"));
}

/* Whom a cell names; none where it is a fault. */
static TramaId
resolve (Row *row, const TramaField *field, const char *header, const char *text)
{
  const TramaImportNamed *named = NULL;
  g_autofree char *expected = describe_targets (field);
  TramaKind made;

  switch (trama_import_names_find (row->making->names, text, field->targets, row->table->references,
                                   &named))
    {
    case TRAMA_IMPORT_EXACT:
      return named->id;
    case TRAMA_IMPORT_FOLDED:
      note (row, header, _ ("matched although case or blanks differ"), text);
      return named->id;
    case TRAMA_IMPORT_SEVERAL:
      complain (row, header, _ ("more than one is called so"), text,
                _ ("an id, or a name that only one has"));
      return TRAMA_ID_NONE;
    case TRAMA_IMPORT_OTHER_KIND:
      complain (row, header, _ ("what is called so cannot stand here"), text, expected);
      return TRAMA_ID_NONE;
    case TRAMA_IMPORT_NOBODY:
    default:
      made = kind_made_by_name (field, row->making->options);
      if (made != TRAMA_KIND_NONE)
        return make_named (row, made, text);
      complain_of_unknown (row, field, header, text);
      return TRAMA_ID_NONE;
    }
}

static void
read_reference (Row *row, const TramaField *field, const char *header, const char *text)
{
  TramaRecordBuilder *builder = row->making->builder;
  gpointer member = (char *) builder->draft + field->offset;

  if (field->type == TRAMA_FIELD_REF)
    *(TramaId *) member = resolve (row, field, header, text);
  else
    {
      g_auto (GStrv) names = g_strsplit_set (text, ";|\n", -1);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TramaId));

      for (char **name = names; *name != NULL; name++)
        {
          g_autofree char *clean = trama_import_clean (*name);
          TramaId id = *clean != '\0' ? resolve (row, field, header, clean) : TRAMA_ID_NONE;

          if (!trama_id_is_none (id))
            g_array_append_val (ids, id);
        }
      *(TramaIds *) member
          = trama_record_builder_ids (builder, (const TramaId *) (gpointer) ids->data, ids->len);
    }
}

static void
add_category (Row *row, const char *label)
{
  if (row->category->len > 0)
    g_string_append (row->category, ", ");
  g_string_append (row->category, label);
}

/* Whether codes that are no choice of ours may become a category: in "kind", beside "category". */
static gboolean
may_be_category (const Row *row, const TramaField *field)
{
  return field->type == TRAMA_FIELD_CHOICE && strcmp (field->id, "kind") == 0
         && trama_kind_field (row->kind, "category", 8) != NULL;
}

static void
read_value (Row *row, const TramaField *field, const TramaImportColumn *column, const char *text)
{
  g_autofree char *expected = NULL;

  if (field->type == TRAMA_FIELD_REF || field->type == TRAMA_FIELD_REFS)
    read_reference (row, field, column->header, text);
  else if (strcmp (field->id, "category") == 0)
    add_category (row, text);
  else if (may_be_category (row, field) && trama_import_find_choice (field, text) == 0)
    {
      g_autofree char *label = label_code (column->header, text);

      add_category (row, label);
    }
  else if (!trama_import_read_cell (row->making->builder, field, column,
                                    row->table->reading.currency, text, &expected))
    complain (row, column->header, _ ("not a value of this field"), text, expected);
}

static void
use_code (Row *row, const TramaImportColumn *column, const char *text)
{
  const Code *code = row->table->mixed ? read_code (row->making, text) : NULL;

  if (code != NULL && code->known)
    {
      if (code->choice != 0)
        ((TramaInstitution *) row->making->builder->draft)->kind = (guint8) code->choice;
      return;
    }
  if (trama_kind_field (row->kind, "category", 8) == NULL)
    complain (row, column->header, _ ("such records have neither kind nor category"), text, NULL);
  else
    {
      g_autofree char *label = label_code (column->header, text);

      add_category (row, label);
    }
}

static void
read_columns (Row *row)
{
  for (guint i = 0; i < row->table->columns->len; i++)
    {
      const TramaImportColumn *column = row->table->columns->pdata[i];
      g_autofree char *text = trama_import_table_text (row->table, column, row->row);
      const TramaField *field;

      if (*text == '\0' || column->use == TRAMA_IMPORT_LEFT_OUT)
        continue;
      if (column->use == TRAMA_IMPORT_ID)
        row->foreign_id = g_steal_pointer (&text);
      else if (column->use == TRAMA_IMPORT_CODE)
        use_code (row, column, text);
      else if ((field = trama_import_column_field (column, row->kind)) != NULL)
        read_value (row, field, column, text);
      else
        complain (row, column->header, _ ("such records have no such field"), text,
                  trama_kind_label (row->kind));
    }
}

static void
read_fixed (Row *row)
{
  GHashTableIter iter;
  gpointer id, text;

  if (row->table->map == NULL)
    return;
  g_hash_table_iter_init (&iter, row->table->map->fixed);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const TramaField *field = trama_kind_field (row->kind, id, strlen (id));
      TramaImportColumn column = { .header = id, .decimal = TRAMA_DECIMAL_POINT };

      if (field == NULL)
        complain (row, id, _ ("such records have no such field"), text,
                  trama_kind_label (row->kind));
      else if (!trama_record_field_is_known (row->making->builder->draft, field))
        read_value (row, field, &column, text);
    }
}

/* Cells under no header: a comma too many, or a quotation mark missing. */
static void
check_width (Row *row)
{
  guint n = trama_sheet_n_cells (row->table->sheet, row->row);

  for (guint i = row->table->columns->len; i < n; i++)
    {
      g_autofree char *text
          = trama_import_clean (trama_sheet_cell (row->table->sheet, row->row, i));
      g_autofree char *expected = NULL;

      if (*text == '\0')
        continue;
      expected = g_strdup_printf (_ ("%u cells, as there are headers"), row->table->columns->len);
      complain (row, NULL, _ ("a cell under no header"), text, expected);
      return;
    }
}

static void
check_required (Row *row)
{
  const TramaKindInfo *info = trama_kind_info (row->kind);

  for (guint i = 0; row->good && i < info->n_fields; i++)
    if ((info->fields[i].flags & TRAMA_FIELD_REQUIRED)
        && !trama_record_field_is_known (row->making->builder->draft, &info->fields[i]))
      complain (row, info->fields[i].id, _ ("missing"), NULL, trama_field_label (&info->fields[i]));
}

/* The row as it stands, for messages. (transfer full) */
static char *
show_cells (const Row *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = trama_sheet_n_cells (row->table->sheet, row->row);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell
          = trama_import_clean (trama_sheet_cell (row->table->sheet, row->row, i));

      if (*cell != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_self_tie (Row *row)
{
  const TramaLinkage *linkage = (const TramaLinkage *) row->making->builder->draft;
  g_autofree char *cells = NULL;

  if (row->kind != TRAMA_KIND_LINKAGE || !row->good || !trama_id_equal (linkage->from, linkage->to))
    return;
  row->left_out = TRUE;
  cells = show_cells (row);
  note (row, NULL, _ ("left out: a tie of somebody with itself is none"), cells);
}

/* The draft as text, with an id that all share and without who entered it when. (transfer full) */
static char *
make_key (TramaRecordBuilder *builder)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (TramaRecord) bare = NULL;
  TramaRecord kept = *builder->draft;

  trama_id_parse ("aaaaaaaaaaaaaaaa", TRAMA_ID_LENGTH, &builder->draft->id);
  builder->draft->entered = 0;
  builder->draft->entered_by = NULL;
  builder->draft->extra = NULL;
  bare = trama_record_builder_finish (builder);
  *builder->draft = kept;
  trama_record_write_json (bare, key);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/*
 * Records that are told apart by nothing but their content. What is in the portfolio already is
 * left out, so that a table may be brought in again. Within the tables, two ties or payments that
 * look the same may still be two (their kinds or days were not recorded): both stay, and the person
 * is told. Only to be a member twice at once is not possible.
 */
static void
check_same (Row *row)
{
  g_autofree char *cells = NULL;
  g_autofree char *key = NULL;
  g_autofree char *message = NULL;
  gpointer value;
  guint line;

  if (is_known_by_name (row->kind) || !row->good || row->left_out)
    return;
  key = make_key (row->making->builder);
  if (!g_hash_table_lookup_extended (row->making->seen, key, NULL, &value))
    {
      line = trama_sheet_line (row->table->sheet, row->row);
      g_hash_table_insert (row->making->seen, g_steal_pointer (&key), GUINT_TO_POINTER (line));
      return;
    }
  line = GPOINTER_TO_UINT (value);
  row->left_out = line == 0 || row->kind == TRAMA_KIND_MEMBERSHIP;
  if (line == 0)
    message = g_strdup (_ ("left out: the portfolio has it already"));
  else if (row->left_out)
    message = g_strdup_printf (_ ("left out: the same as on line %u"), line);
  else
    message = g_strdup_printf (_ ("kept, though all is the same as on line %u"), line);
  cells = show_cells (row);
  note (row, NULL, message, cells);
}

/* The foreign id is not a field of ours: it is carried along with what is not known here. */
static void
keep_foreign_id (Row *row)
{
  TramaRecordBuilder *builder = row->making->builder;
  g_autoptr (GString) extra = NULL;

  if (row->foreign_id == NULL
      || (builder->draft->extra != NULL
          && strstr (builder->draft->extra, "\"foreign_id\"") != NULL))
    return;
  extra = g_string_new (builder->draft->extra);
  if (extra->len > 0)
    g_string_append_c (extra, ',');
  g_string_append (extra, "\"foreign_id\":");
  trama_json_append_string (extra, row->foreign_id, -1);
  builder->draft->extra = trama_record_builder_text (builder, extra->str);
}

static void
set_category (Row *row)
{
  const TramaField *field = trama_kind_field (row->kind, "category", 8);

  if (row->category->len > 0 && field != NULL)
    trama_record_builder_set_text (row->making->builder, field, row->category->str);
}

static void
make_row (Row *row)
{
  TramaImportMaking *making = row->making;
  TramaId id = row->table->row_ids[row->row];
  const TramaRecord *present
      = making->version != NULL ? trama_version_find (making->version, row->kind, id) : NULL;

  if (present != NULL)
    trama_record_builder_begin_copy (making->builder, present);
  else
    trama_record_builder_begin (making->builder, row->kind, id);
  read_columns (row);
  read_fixed (row);
  set_category (row);
  stamp (making, making->builder->draft);
  check_width (row);
  check_required (row);
  check_self_tie (row);
  check_same (row);
  if (row->good && !row->left_out)
    {
      g_autoptr (TramaRecord) record = NULL;

      keep_foreign_id (row);
      record = trama_record_builder_finish (making->builder);
      trama_transaction_put_record (making->transaction, record);
    }
  if (row->left_out || !row->good)
    row->table->row_kinds[row->row] = TRAMA_KIND_NONE;
}

/* Ties written down from both sides: usual in matrices, so one note for a table. */
static void
note_both_ways (TramaImportMaking *making, const TramaImportTable *table)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = trama_sheet_n_rows (table->sheet);
  guint both = 0, first = 0, second = 0;
  g_autofree char *message = NULL;

  for (guint i = table->header_row + 1; i < n; i++)
    {
      char from[TRAMA_ID_LENGTH + 1], to[TRAMA_ID_LENGTH + 1];
      g_autofree char *back = NULL;
      const TramaLinkage *linkage;
      gpointer row;

      if (table->row_kinds[i] != TRAMA_KIND_LINKAGE)
        continue;
      linkage
          = (const TramaLinkage *) trama_transaction_find (making->transaction, table->row_ids[i]);
      trama_id_to_text (linkage->from, from);
      trama_id_to_text (linkage->to, to);
      back = g_strconcat (to, from, NULL);
      if ((row = g_hash_table_lookup (pairs, back)) != NULL && both++ == 0)
        {
          first = trama_sheet_line (table->sheet, GPOINTER_TO_UINT (row));
          second = i;
        }
      g_hash_table_insert (pairs, g_strconcat (from, to, NULL), GUINT_TO_POINTER (i));
    }
  if (both == 0)
    return;
  message = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%u tie stands here in both directions (with line %u); both were kept",
          "%u ties stand here in both directions (the first with line %u); both were kept", both),
      both, first);
  trama_problems_add (making->notes,
                      trama_import_table_problem (table, second, NULL, message, NULL, NULL));
}

static void
see_version (TramaImportMaking *making)
{
  if (making->version == NULL)
    return;
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (making->version, (TramaKind) kind);

      if (is_known_by_name ((TramaKind) kind))
        continue;
      for (guint i = 0; i < trama_table_size (table); i++)
        {
          trama_record_builder_begin_copy (making->builder, trama_table_get (table, i));
          g_hash_table_insert (making->seen, make_key (making->builder), NULL);
        }
    }
}

void
trama_import_make_rows (TramaImportMaking *making)
{
  g_autoptr (GString) category = g_string_new (NULL);

  g_return_if_fail (making != NULL);

  see_version (making);
  for (guint i = 0; i < making->tables->len; i++)
    {
      TramaImportTable *table = making->tables->pdata[i];
      guint n = trama_sheet_n_rows (table->sheet);

      for (guint k = table->header_row + 1; k < n; k++)
        if (table->row_kinds[k] != TRAMA_KIND_NONE)
          {
            Row row = { .making = making, .table = table, .row = k, .good = TRUE };

            row.kind = table->row_kinds[k];
            row.category = g_string_truncate (category, 0);
            make_row (&row);
            g_free (row.foreign_id);
          }
      note_both_ways (making, table);
    }
}
