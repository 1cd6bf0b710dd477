/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates that are asked for on the command line, and programmes by name, where they are ambiguous. */
#include "trama-change.h"
#include "trama-command-common.h"
#include "trama-evaluation-json.h"

#include <string.h>

static void
test_as_of (void)
{
  gint32 day = 0;

  g_assert_true (trama_command_as_of ("1970-01-02", &day));
  g_assert_cmpint (day, ==, 1);
  g_setenv ("SOURCE_DATE_EPOCH", "864000", TRUE);
  g_assert_true (trama_command_as_of (NULL, &day));
  g_assert_cmpint (day, ==, 10);
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static TramaVersion *
two_of_a_name (void)
{
  g_autoptr (TramaVersion) empty = trama_version_new_empty ();
  g_autoptr (TramaTransaction) transaction = NULL;
  g_autoptr (TramaChangeSet) set = NULL;
  TramaVersion *version = NULL;
  TramaIdSource ids;

  trama_id_source_init_seeded (&ids, 3);
  transaction = trama_transaction_new (empty, NULL, 1, &ids);
  for (int i = 0; i < 3; i++)
    {
      TramaRecordBuilder *builder = trama_transaction_draft (transaction, TRAMA_KIND_PROGRAMME);

      ((TramaProgramme *) builder->draft)->name
          = trama_record_builder_text (builder, i < 2 ? "Norte" : "Sur");
      trama_transaction_put (transaction);
    }
  set = trama_transaction_finish (transaction, "test", &version, NULL);
  return version;
}

static void
test_programmes (void)
{
  g_autoptr (TramaVersion) version = two_of_a_name ();
  g_autoptr (GPtrArray) all = trama_command_programmes (version, NULL);
  g_autoptr (GPtrArray) south = trama_command_programmes (version, "SUR");

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (south->len, ==, 1);
  g_assert_cmpstr (((TramaProgramme *) g_ptr_array_index (south, 0))->name, ==, "Sur");
  g_assert_null (trama_command_programmes (version, "Norte"));
  g_assert_null (trama_command_programmes (version, "Este"));
}

/* A programme of which nothing is known is judged all the same, and everything is open. */
static void
test_bare (void)
{
  g_autoptr (TramaVersion) version = two_of_a_name ();
  g_autoptr (GPtrArray) south = trama_command_programmes (version, "Sur");
  TramaMethod *method = trama_methods_find ("profo");
  g_autoptr (GPtrArray) evaluations
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_evaluation_free);
  g_autoptr (TramaCohort) cohort = trama_cohort_new (method, version, 20000);
  TramaEvaluation *evaluation = trama_evaluation_new (
      method, version, ((TramaRecord *) g_ptr_array_index (south, 0))->id, 20000, G_MAXINT32);
  g_autofree char *text = NULL;

  g_ptr_array_add (evaluations, evaluation);
  g_assert_cmpuint (evaluation->unknown, ==, 12);
  g_assert_cmpint (evaluation->age_months, ==, -1);
  text = trama_evaluations_to_json (method, 20000, evaluations, cohort);
  g_assert_nonnull (strstr (text, "\"age_months\" : null"));
  g_assert_nonnull (strstr (text, "\"too-early\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/as-of", test_as_of);
  g_test_add_func ("/command/programmes", test_programmes);
  g_test_add_func ("/command/bare", test_bare);
  return g_test_run ();
}
