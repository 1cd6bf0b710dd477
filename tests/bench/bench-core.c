/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "trama-bench.h"
#include "trama-document.h"
#include "trama-store-save.h"

/*
 * The document core: a portfolio file to records with ids and references checked, and back, against
 * json-glib, which parses the same text, reads every member out and frees it, or generates it; a whole
 * safe save against json-glib generating and parsing the text once; undoing an import against making
 * it.
 */

typedef struct
{
  TramaStoreFile *file;
  TramaVersion *version;
  GString *text;
  JsonNode *tree; /* for the generator */
  GFile *place;
  gsize members;
} Core;

static TramaId
add (TramaTransaction *transaction)
{
  return trama_transaction_put (transaction)->id;
}

/* Firms, each with figures, a tier, and about five ties: what a cluster's file is made of. */
static TramaVersion *
make_version (gsize firms)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  g_autofree TramaId *ids = g_new (TramaId, firms);
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  TramaVersion *version = NULL;
  TramaIdSource source;

  trama_id_source_init_seeded (&source, 7);
  transaction = trama_transaction_new (empty, "A. Broker", 1750000000, &source);
  ((TramaPortfolio *) trama_transaction_draft (transaction, TRAMA_KIND_PORTFOLIO)->draft)->title
      = "Bench";
  trama_transaction_put (transaction);
  for (gsize i = 0; i < firms; i++)
    {
      g_autofree char *name = g_strdup_printf ("Taller Núñez %" G_GSIZE_FORMAT, i);
      TramaFirm *firm = (TramaFirm *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM)->draft;

      firm->name = name;
      firm->trade = "Footwear, from the last to the box";
      firm->place = "Trujillo";
      firm->founded = trama_date_from_day (g_rand_int_range (rand, 0, 20000));
      firm->latitude = g_rand_double_range (rand, -10, 10);
      firm->longitude = g_rand_double_range (rand, -80, -70);
      firm->note = "Met at the fair; buys its soles from two of the members and lends a press.";
      ids[i] = add (transaction);
    }
  for (gsize i = 0; i < firms; i++)
    {
      TramaFirmReading *reading
          = (TramaFirmReading *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM_READING)
                ->draft;

      reading->firm = ids[i];
      reading->date = trama_date_from_day (20000);
      reading->employment = (TramaBand) { 1, g_rand_int_range (rand, 2, 90) };
      reading->sales = trama_money_exact (g_rand_int_range (rand, 0, 100000000), "USD");
      trama_transaction_put (transaction);
      for (int j = 0; j < 5 && firms > 1; j++)
        {
          TramaLinkage *linkage
              = (TramaLinkage *) trama_transaction_draft (transaction, TRAMA_KIND_LINKAGE)->draft;

          linkage->from = ids[i];
          linkage->to = ids[g_rand_int_range (rand, 0, (gint32) firms)];
          linkage->kind = 1;
          linkage->started = trama_date_from_day (g_rand_int_range (rand, 15000, 20000));
          linkage->strength = g_rand_int_range (rand, 1, 4);
          trama_transaction_put (transaction);
        }
    }
  set = trama_transaction_finish (transaction, "Make", &version, &error);
  g_assert_no_error (error);
  return version;
}

static void
load_ours (gpointer data)
{
  Core *core = data;
  g_autoptr (TramaStoreFile) file = trama_store_read_text (core->text->str, core->text->len, NULL,
                                                           NULL, NULL, NULL, NULL, NULL);

  g_assert (file != NULL);
}

static void
read_node (JsonNode *node, gsize *members)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_node (json_array_get_element (array, i), members);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &member))
        read_node (member, members);
    }
  else
    (*members)++;
}

static void
load_peer (gpointer data)
{
  Core *core = data;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  core->members = 0;
  json_parser_load_from_data (parser, core->text->str, (gssize) core->text->len, &error);
  g_assert_no_error (error);
  read_node (json_parser_get_root (parser), &core->members);
}

static void
write_ours (gpointer data)
{
  Core *core = data;
  g_autoptr (GString) text = trama_store_write_text (core->file, core->version, NULL);

  g_assert (text->len >= core->text->len);
}

static void
write_peer (gpointer data)
{
  Core *core = data;
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_root (generator, core->tree);
  text = json_generator_to_data (generator, &length);
  g_assert (length > core->text->len / 2);
}

static void
save_ours (gpointer data)
{
  Core *core = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TramaStoreFile) saved = trama_store_save (
      core->file, core->version, core->place, TRAMA_STORE_SAVE_REPLACE, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
save_peer (gpointer data)
{
  write_peer (data);
  load_peer (data);
}

/* An import and its undo. */

typedef struct
{
  gsize rows;
  TramaVersion *version;
  TramaDocument *document;
} Import;

static void
import (gpointer data)
{
  Import *self = data;
  TramaTransaction *transaction;

  g_clear_object (&self->document);
  self->document = trama_document_new (self->version);
  transaction = trama_document_begin (self->document);
  for (gsize i = 0; i < self->rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("Imported %" G_GSIZE_FORMAT, i);
      TramaFirm *firm = (TramaFirm *) trama_transaction_draft (transaction, TRAMA_KIND_FIRM)->draft;

      firm->name = name;
      firm->place = "Trujillo";
      trama_transaction_put (transaction);
    }
  g_assert (trama_document_commit (self->document, transaction, "Import", NULL));
}

static void
import_peer (gpointer data)
{
  import (data);
}

/* The import undone, and the next time redone: one step of the history. */
static void
undo_ours (gpointer data)
{
  Import *self = data;

  if (trama_document_undo (self->document))
    g_assert (trama_version_size (trama_document_get_version (self->document))
              == trama_version_size (self->version));
  else
    g_assert (trama_document_redo (self->document));
}

static void
bench_size (gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *folder = g_dir_make_tmp ("trama-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.trama", NULL);
  Core core = { .version = make_version (size), .place = g_file_new_for_path (path) };

  core.file = trama_store_file_new (core.version, TRAMA_ID_NONE);
  core.text = trama_store_write_text (core.file, core.version, NULL);
  trama_bench_compare_memory (&(TramaBenchCase) { .name = "load-memory",
                                                  .size = size,
                                                  .ours = load_ours,
                                                  .peer = load_peer,
                                                  .data = &core,
                                                  .goal = 0.25 });
  json_parser_load_from_data (parser, core.text->str, (gssize) core.text->len, &error);
  g_assert_no_error (error);
  core.tree = json_parser_get_root (parser);
  trama_bench_compare (&(TramaBenchCase) { .name = "load",
                                           .size = size,
                                           .ours = load_ours,
                                           .peer = load_peer,
                                           .data = &core,
                                           .goal = 0.12 });
  trama_bench_compare (&(TramaBenchCase) { .name = "serialise",
                                           .size = size,
                                           .ours = write_ours,
                                           .peer = write_peer,
                                           .data = &core,
                                           .goal = 0.35 });
  trama_bench_compare (&(TramaBenchCase) { .name = "safe-save",
                                           .size = size,
                                           .ours = save_ours,
                                           .peer = save_peer,
                                           .data = &core,
                                           .goal = 0.4 });
  g_unlink (path);
  g_rmdir (folder);
  g_object_unref (core.place);
  g_string_free (core.text, TRUE);
  trama_store_file_unref (core.file);
  trama_version_unref (core.version);
}

int
main (int argc, char **argv)
{
  gsize sizes[] = { 2000, 20000 };
  g_autofree char *state = g_dir_make_tmp ("trama-bench-XXXXXX", NULL);
  Import work = { .rows = 0 };

  trama_bench_init (&argc, &argv);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  for (gsize i = 0; i < (trama_bench_is_smoke () ? 1 : G_N_ELEMENTS (sizes)); i++)
    bench_size (trama_bench_size (sizes[i], 300));

  work.rows = trama_bench_size (10000, 300);
  work.version = make_version (work.rows);
  import (&work);
  trama_bench_compare (&(TramaBenchCase) { .name = "undo-import",
                                           .size = work.rows,
                                           .ours = undo_ours,
                                           .peer = import_peer,
                                           .data = &work,
                                           .goal = 0.1 });
  g_clear_object (&work.document);
  trama_version_unref (work.version);
  g_rmdir (state);
  return 0;
}
