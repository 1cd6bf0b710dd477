/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-row.h"

#include <glib/gi18n-lib.h>

#include "trama-import-text.h"

/* A record that has a name and nothing else. */
static TramaId
make_named (TramaImportRow *row, TramaKind kind, const char *name)
{
  TramaImportMaking *making = row->making;
  const TramaKindInfo *info = trama_kind_info (kind);
  g_auto (TramaRecordBuilder) builder = { 0 };
  g_autoptr (TramaRecord) record = NULL;
  TramaImportNamed named
      = { .id = trama_import_new_id (making), .kind = kind, .file = row->table->file };
  g_autofree char *message
      = g_strdup_printf (_ ("made as a new record: %s"), trama_kind_label (kind));

  named.line = trama_sheet_line (row->table->sheet, row->row);
  trama_record_builder_begin (&builder, kind, named.id);
  trama_record_builder_set_text (&builder, &info->fields[info->title_field], name);
  trama_import_stamp (making, builder.draft);
  record = trama_record_builder_finish (&builder);
  trama_transaction_put_record (making->transaction, record);
  trama_import_names_add (making->names, name, NULL, &named);
  trama_import_row_note (row, NULL, message, name);
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
complain_of_unknown (TramaImportRow *row, const TramaField *field, const char *header,
                     const char *text)
{
  const char *nearest = trama_import_names_nearest (row->making->names, text, field->targets);
  g_autofree char *expected = NULL;

  if (nearest != NULL)
    {
      g_autofree char *quoted = trama_import_quote (nearest);

      expected = g_strdup_printf (_ ("a name in these tables, such as %s"), quoted);
    }
  trama_import_row_complain (row, header, _ ("nobody is called so"), text,
                             expected != NULL ? expected : _ ("a name in these tables"));
}

/* Whom a cell names; none where it is a fault. */
static TramaId
resolve (TramaImportRow *row, const TramaField *field, const char *header, const char *text)
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
      trama_import_row_note (row, header, _ ("matched although case or blanks differ"), text);
      return named->id;
    case TRAMA_IMPORT_SEVERAL:
      trama_import_row_complain (row, header, _ ("more than one is called so"), text,
                                 _ ("an id, or a name that only one has"));
      return TRAMA_ID_NONE;
    case TRAMA_IMPORT_OTHER_KIND:
      trama_import_row_complain (row, header, _ ("what is called so cannot stand here"), text,
                                 expected);
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

void
trama_import_row_read_reference (TramaImportRow *row, const TramaField *field, const char *header,
                                 const char *text)
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
