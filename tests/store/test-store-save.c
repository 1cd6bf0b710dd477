/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>

#include "store-fixture.h"
#include "trama-kept-version.h"
#include "trama-state-folder.h"
#include "trama-store-hash.h"
#include "trama-store-instance.h"
#include "trama-store-system.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *place;
  TramaVersion *first;
  TramaVersion *second;
  TramaStoreFile *saved; /* first, in the file */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "cluster.trama", NULL);
  self->place = g_file_new_for_path (self->path);
  self->first = random_portfolio (1, 80);
  self->second = with_note (self->first, "second");
  self->saved = save_new (self->first, self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_folder (self->folder);
  g_free (self->path);
  g_object_unref (self->place);
  trama_version_unref (self->first);
  trama_version_unref (self->second);
  trama_store_file_unref (self->saved);
}

static void
assert_holds (const char *path, TramaVersion *version)
{
  g_autoptr (TramaStoreFile) file = read_file (path);

  g_assert_nonnull (file);
  g_assert_true (trama_version_equal (file->version, version));
}

static TramaStoreFile *
save_second (Fixture *self, TramaStoreSaveFlags flags, char **warning, GError **error)
{
  return trama_store_save (self->saved, self->second, self->place, flags, warning, NULL, error);
}

static void
test_plain (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaStoreFile) read_first = read_file (self->path);
  g_autofree char *before = read_whole (self->path);
  g_autofree char *warning = NULL;
  g_autofree char *name = g_new (char, TRAMA_STORE_HASH_LENGTH + 1);
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autoptr (TramaKeptVersion) kept = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  /* What a save says of the file is what reading it says. */
  g_assert_cmphex (read_first->content, ==, self->saved->content);
  g_assert_true (trama_store_stamp_equal (&read_first->stamp, &self->saved->stamp));
  g_assert_cmpstrv (read_first->saves, self->saved->saves);

  saved = save_second (self, TRAMA_STORE_SAVE_PLAIN, &warning, &error);
  g_assert_no_error (error);
  g_assert_null (warning);
  assert_holds (self->path, self->second);
  g_assert_cmpuint (g_strv_length (saved->saves), ==, 2);
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  /* The version before is kept, byte by byte, where only its owner can see it. */
  trama_store_hash_to_text (self->saved->content, name);
  kept = trama_kept_versions_find (saved->document, name);
  g_assert_nonnull (kept);
  {
    g_autofree char *copy = read_whole (kept->path);

    g_assert_cmpstr (copy, ==, before);
  }
  g_assert_cmpint (kept->when, ==, self->saved->stamp.modified);
  list = trama_kept_versions_list (saved->document);
  g_assert_cmpuint (list->len, ==, 1);
  state = trama_state_folder_path (saved->document, NULL);
  g_assert_cmpint (stat (state, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (kept->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  /* Saved once more without a change, not a byte differs. */
  {
    g_autofree char *now = read_whole (self->path);
    g_autoptr (TramaStoreFile) again = trama_store_save (
        saved, self->second, self->place, TRAMA_STORE_SAVE_PLAIN, &warning, NULL, &error);
    g_autofree char *later = read_whole (self->path);

    g_assert_no_error (error);
    g_assert_null (warning);
    g_assert_nonnull (again);
    g_assert_cmpstr (now, ==, later);
  }
}

static void
test_permissions (Fixture *self, gconstpointer data)
{
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;
  mode_t mask = umask (022);

  umask (mask);
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0666 & ~mask);
  g_assert_cmpint (chmod (self->path, 0640), ==, 0);
  saved = save_second (self, TRAMA_STORE_SAVE_PLAIN, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
test_symbolic_link (Fixture *self, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (self->folder, "link.trama", NULL);
  g_autofree char *second_link = g_build_filename (self->folder, "link-to-link.trama", NULL);
  g_autoptr (GFile) link_place = g_file_new_for_path (second_link);
  g_autoptr (TramaStoreFile) opened = NULL;
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autofree char *target = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("cluster.trama", link_path), ==, 0);
  g_assert_cmpint (symlink (link_path, second_link), ==, 0);
  opened = read_file (second_link);
  saved = trama_store_save (opened, self->second, link_place, TRAMA_STORE_SAVE_PLAIN, &warning,
                            NULL, &error);
  g_assert_no_error (error);
  g_assert_null (warning);
  target = g_file_read_link (link_path, NULL);
  g_assert_cmpstr (target, ==, "cluster.trama");
  assert_holds (self->path, self->second);

  /* A link that leads nowhere: the file it names is made. A circle is told. */
  g_assert_cmpint (unlink (self->path), ==, 0);
  g_clear_pointer (&saved, trama_store_file_unref);
  saved = trama_store_save (opened, self->first, link_place, TRAMA_STORE_SAVE_PLAIN, &warning, NULL,
                            &error);
  g_assert_no_error (error);
  assert_holds (self->path, self->first);
  g_assert_cmpint (unlink (self->path), ==, 0);
  g_assert_cmpint (symlink (second_link, self->path), ==, 0);
  g_assert_null (trama_store_save (opened, self->first, link_place, TRAMA_STORE_SAVE_PLAIN, NULL,
                                   NULL, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_SAVE);
}

static void
test_hard_link (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.trama", NULL);
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (link (self->path, other), ==, 0);
  saved = save_second (self, TRAMA_STORE_SAVE_PLAIN, &warning, &error);
  g_assert_no_error (error);
  g_assert_nonnull (warning);
  g_assert_nonnull (strstr (warning, "hard links"));
  assert_holds (self->path, self->second);
  assert_holds (other, self->first);
}

/* Whether the rest of the test runs as somebody whom permissions stop. */
static gboolean
become_ordinary (Fixture *self)
{
  if (geteuid () != 0)
    return TRUE;
  /* The test's own temporary folders are root's alone. */
  for (g_autofree char *above = g_path_get_dirname (self->folder);
       strstr (above, "/test_test-store-save") != NULL;)
    {
      char *next = g_path_get_dirname (above);

      g_assert_cmpint (chmod (above, 0755), ==, 0);
      g_free (above);
      above = next;
    }
  g_assert_cmpint (chown (self->folder, 65534, 65534), ==, 0);
  g_assert_cmpint (chown (self->path, 65534, 65534), ==, 0);
  return seteuid (65534) == 0;
}

static void
become_root (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *before = read_whole (self->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) protected = NULL;
  struct stat status, later;

  g_assert_cmpint (stat (self->path, &status), ==, 0);
  if (!become_ordinary (self))
    {
      g_test_skip ("cannot become an ordinary user");
      return;
    }
  g_assert_cmpint (chmod (self->folder, 0555), ==, 0);
  g_assert_null (save_second (self, TRAMA_STORE_SAVE_PLAIN, NULL, &error));
  g_assert_cmpint (chmod (self->folder, 0755), ==, 0);
  g_assert_cmpint (chmod (self->path, 0444), ==, 0);
  g_assert_null (save_second (self, TRAMA_STORE_SAVE_PLAIN, NULL, &protected));
  become_root ();

  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_SAVE);
  g_assert_nonnull (strstr (error->message, "another folder"));
  g_assert_error (protected, TRAMA_ERROR, TRAMA_ERROR_SAVE);
  g_assert_nonnull (strstr (protected->message, "write-protected"));
  after = read_whole (self->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (stat (self->path, &later), ==, 0);
  g_assert_cmpuint (status.st_ino, ==, later.st_ino);
}

static void
test_missing_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "nowhere", "x.trama", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (trama_store_save (self->saved, self->second, place, TRAMA_STORE_SAVE_PLAIN, NULL,
                                   NULL, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_SAVE);
  g_assert_nonnull (strstr (error->message, "is not there"));
}

static void
test_changed_outside (Fixture *self, gconstpointer data)
{
  g_autofree char *text = read_whole (self->path);
  g_autoptr (TramaVersion) theirs = with_note (self->first, "theirs");
  g_autoptr (TramaStoreFile) opened = read_file (self->path);
  g_autoptr (TramaStoreFile) their_save = NULL;
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autoptr (TramaKeptVersion) kept = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;
  struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };

  /* Only touched, and even replaced by a file with the same content: nothing to lose. */
  g_assert_cmpint (utimensat (AT_FDCWD, self->path, times, 0), ==, 0);
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  saved = save_second (self, TRAMA_STORE_SAVE_PLAIN, &warning, &error);
  g_assert_no_error (error);
  g_assert_null (warning);
  g_clear_pointer (&saved, trama_store_file_unref);

  /* Somebody else saves: their work stays. */
  opened = (trama_store_file_unref (opened), read_file (self->path));
  their_save
      = trama_store_save (opened, theirs, self->place, TRAMA_STORE_SAVE_PLAIN, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (trama_store_save (opened, self->first, self->place, TRAMA_STORE_SAVE_PLAIN, NULL,
                                   NULL, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_CHANGED);
  g_clear_error (&error);
  assert_holds (self->path, theirs);

  /* The person says so: ours replaces theirs, and theirs is kept under its own name. */
  saved = trama_store_save (opened, self->first, self->place, TRAMA_STORE_SAVE_REPLACE, &warning,
                            NULL, &error);
  g_assert_no_error (error);
  g_assert_null (warning);
  kept = trama_kept_versions_find (saved->document,
                                   their_save->saves[g_strv_length (their_save->saves) - 1]);
  g_assert_nonnull (kept);
  assert_holds (kept->path, theirs);

  /* Gone: written anew, and told. */
  g_assert_cmpint (unlink (self->path), ==, 0);
  g_clear_pointer (&their_save, trama_store_file_unref);
  their_save = trama_store_save (saved, self->second, self->place, TRAMA_STORE_SAVE_PLAIN, &warning,
                                 NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (warning, "no longer there"));
  assert_holds (self->path, self->second);
}

static void
test_another_place (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "other.trama", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "something else", -1, NULL));
  g_assert_null (trama_store_save (self->saved, self->second, place, TRAMA_STORE_SAVE_PLAIN, NULL,
                                   NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  text = read_whole (path);
  g_assert_cmpstr (text, ==, "something else");
  saved = trama_store_save (self->saved, self->second, place, TRAMA_STORE_SAVE_REPLACE, NULL, NULL,
                            &error);
  g_assert_no_error (error);
  assert_holds (path, self->second);
  assert_holds (self->path, self->first);
  g_assert_true (trama_id_equal (saved->document, self->saved->document));
}

/* Another way to the same file is no other place: changes are noticed, the old version is kept. */
static void
test_same_place (Fixture *self, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (self->folder, "link.trama", NULL);
  g_autoptr (GFile) link_place = g_file_new_for_path (link_path);
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (self->path, link_path), ==, 0);
  saved = trama_store_save (self->saved, self->second, link_place, TRAMA_STORE_SAVE_PLAIN, NULL,
                            NULL, &error);
  g_assert_no_error (error);
  assert_holds (self->path, self->second);
  kept = trama_kept_versions_list (saved->document);
  g_assert_cmpuint (kept->len, ==, 1);
}

static void
test_not_savable (Fixture *self, gconstpointer data)
{
  g_autofree char *before = read_whole (self->path);
  g_autofree char *after = NULL;
  TramaRecordBuilder builder = { 0 };
  g_autoptr (TramaRecord) record = NULL;
  g_autoptr (TramaVersion) bad = NULL;
  TramaTable *tables[TRAMA_N_KINDS] = { 0 };
  g_autoptr (GError) error = NULL;

  /* A text that is no UTF-8 got in somehow. */
  trama_record_builder_begin_copy (&builder,
                                   (const TramaRecord *) trama_version_portfolio (self->first));
  ((TramaPortfolio *) builder.draft)->note = "\xff\xfe";
  record = trama_record_builder_finish (&builder);
  trama_record_builder_clear (&builder);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    tables[kind] = kind == TRAMA_KIND_PORTFOLIO
                       ? trama_table_new ((TramaKind) kind, &record, 1)
                       : trama_table_ref (trama_version_table (self->first, (TramaKind) kind));
  bad = trama_version_new_from_tables (tables);
  g_assert_null (
      trama_store_save (self->saved, bad, self->place, TRAMA_STORE_SAVE_PLAIN, NULL, NULL, &error));
  g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_SAVE);
  g_assert_nonnull (strstr (error->message, "cannot be read back"));
  after = read_whole (self->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (trama_store_save (self->saved, self->second, self->place, TRAMA_STORE_SAVE_PLAIN,
                                   NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (self->path, self->first);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* Each call of the system fails once, at each place where it is made. */

static TramaStoreSystem real;
static int calls;
static int failing; /* the number of the call that fails; −1: none */
static int failure; /* its errno; 0: it does half of what it should */

static gboolean
fails (void)
{
  if (calls++ != failing)
    return FALSE;
  errno = failure;
  return failure != 0;
}

static int
failing_create (const char *path, mode_t mode)
{
  return fails () ? -1 : real.create (path, mode);
}

static ssize_t
failing_write (int descriptor, const void *bytes, size_t n)
{
  gboolean half = calls == failing && failure == 0;

  return fails () ? -1 : real.write (descriptor, bytes, half && n > 1 ? n / 2 : n);
}

static int
failing_fsync (int descriptor)
{
  return fails () ? -1 : real.fsync (descriptor);
}

static int
failing_close (int descriptor)
{
  gboolean failed = fails ();
  int number = errno, result = real.close (descriptor);

  errno = number;
  return failed ? -1 : result;
}

static int
failing_rename (const char *from, const char *to)
{
  return fails () ? -1 : real.rename (from, to);
}

static int
failing_rename_new (const char *from, const char *to)
{
  return fails () ? -1 : real.rename_new (from, to);
}

static void
test_failures (Fixture *self, gconstpointer data)
{
  static const int numbers[] = { ENOSPC, EIO, 0 };
  int n;

  real = trama_store_system;
  trama_store_system = (TramaStoreSystem) { .create = failing_create,
                                            .write = failing_write,
                                            .fsync = failing_fsync,
                                            .fdatasync = real.fdatasync,
                                            .close = failing_close,
                                            .rename = failing_rename,
                                            .rename_new = failing_rename_new };
  failing = -1;
  calls = 0;
  trama_store_file_unref (save_second (self, TRAMA_STORE_SAVE_REPLACE, NULL, NULL));
  n = calls;
  /* Our file, its bytes, its sync, its close; a kept version, its close, its rename; the rename,
   * the folder's sync. */
  g_assert_cmpint (n, >=, 9);

  for (guint e = 0; e < G_N_ELEMENTS (numbers); e++)
    for (int i = 0; i < n; i++)
      {
        g_autofree char *path = g_strdup_printf ("%s/%u-%d.trama", self->folder, e, i);
        g_autoptr (GFile) place = g_file_new_for_path (path);
        g_autoptr (TramaStoreFile) base = NULL;
        g_autoptr (TramaStoreFile) saved = NULL;
        g_autofree char *before = NULL;
        g_autofree char *after = NULL;
        g_autofree char *warning = NULL;
        g_autofree char *note = g_strdup_printf ("%u %d", e, i);
        g_autoptr (TramaVersion) version = with_note (self->first, note);
        g_autoptr (GError) error = NULL;

        failing = -1;
        base = save_new (self->first, path);
        before = read_whole (path);
        calls = 0;
        failing = i;
        failure = numbers[e];
        saved = trama_store_save (base, version, place, TRAMA_STORE_SAVE_PLAIN, &warning, NULL,
                                  &error);
        failing = -1;
        g_assert_cmpint (calls, >, i);
        after = read_whole (path);
        if (saved != NULL)
          {
            assert_holds (path, version);
            /* A call that did half its work was asked again; any other failure is told. */
            g_assert_true ((warning != NULL) == (failure != 0));
          }
        else
          {
            g_assert_error (error, TRAMA_ERROR, TRAMA_ERROR_SAVE);
            g_assert_cmpstr (before, ==, after);
          }
        g_assert_cmpuint (count_files (self->folder), ==, 1 + e * (guint) n + (guint) i + 1);
      }
  trama_store_system = real;
}

static void
test_leftovers (Fixture *self, gconstpointer data)
{
  g_autofree char *alive_tag = trama_store_instance_tag ();
  g_autofree char *dead_tag = NULL;
  g_autofree char *alive = NULL;
  g_autofree char *dead = NULL;
  g_autofree char *foreign = g_build_filename (self->folder, ".trama-save-00000000-12-34-0", NULL);
  g_autofree char *foreign_old
      = g_build_filename (self->folder, ".trama-save-00000000-12-35-0", NULL);
  struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
  pid_t child = fork ();

  if (child == 0)
    {
      g_autofree char *tag = trama_store_instance_tag ();
      g_autofree char *path = g_strdup_printf ("%s/.trama-save-%s-0", self->folder, tag);

      _exit (g_file_set_contents (path, "x", 1, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_cmpint (trama_store_instance_state (alive_tag), ==, TRAMA_STORE_INSTANCE_ALIVE);
  g_assert_cmpint (trama_store_instance_state ("00000000-12-34"), ==,
                   TRAMA_STORE_INSTANCE_ELSEWHERE);
  g_assert_cmpint (trama_store_instance_state ("rubbish"), ==, TRAMA_STORE_INSTANCE_ELSEWHERE);

  alive = g_strdup_printf ("%s/.trama-save-%s-0", self->folder, alive_tag);
  g_assert_true (g_file_set_contents (alive, "x", 1, NULL));
  g_assert_true (g_file_set_contents (foreign, "x", 1, NULL));
  g_assert_true (g_file_set_contents (foreign_old, "x", 1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, foreign_old, times, 0), ==, 0);
  g_assert_cmpuint (count_files (self->folder), ==, 5);
  trama_store_save_clean (self->folder);
  g_assert_cmpuint (count_files (self->folder), ==, 3);
  g_assert_true (g_file_test (alive, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
note_content (guint64 content, gpointer data)
{
  *(guint64 *) data = content;
}

static void
test_async (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TramaStoreFile) saved = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;
  guint64 content = 0;

  trama_store_save_async (self->saved, self->second, self->place, TRAMA_STORE_SAVE_PLAIN,
                          note_content, &content, NULL, on_saved, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  saved = trama_store_save_finish (result, &warning, &error);
  g_assert_no_error (error);
  g_assert_null (warning);
  g_assert_cmphex (saved->content, ==, content);
  assert_holds (self->path, self->second);
}

static void
test_thinning (Fixture *self, gconstpointer data)
{
  TramaId id = self->saved->document;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) rest = NULL;

  /* Twenty in the last twenty minutes, and one for each of the ten days before. */
  for (guint i = 0; i < 30; i++)
    {
      gint64 when = i < 20 ? now - i * 60 : now - (i - 19) * 86400;
      struct timespec times[2] = { { .tv_sec = when }, { .tv_sec = when } };

      g_assert_cmpint (utimensat (AT_FDCWD, self->path, times, 0), ==, 0);
      g_assert_true (trama_kept_versions_keep (id, i + 1, self->path, NULL));
    }
  list = trama_kept_versions_list (id);
  g_assert_cmpuint (list->len, ==, 30);
  trama_kept_versions_thin (id, TRAMA_KEPT_VERSIONS_BYTES, 12);
  rest = trama_kept_versions_list (id);
  g_assert_cmpuint (rest->len, ==, 12);
  /* The newest and the oldest stay, and of the old days most: they are far apart. */
  g_assert_cmpuint (((TramaKeptVersion *) g_ptr_array_index (rest, 0))->content, ==, 1);
  g_assert_cmpuint (((TramaKeptVersion *) g_ptr_array_index (rest, 11))->content, ==, 30);
  {
    guint days = 0;

    for (guint i = 0; i < rest->len; i++)
      days += ((TramaKeptVersion *) g_ptr_array_index (rest, i))->content > 20;
    g_assert_cmpuint (days, >=, 4);
    g_assert_cmpuint (days, <=, 10);
  }
  /* By bytes. */
  {
    g_autoptr (GPtrArray) last = NULL;
    gint64 size = ((TramaKeptVersion *) g_ptr_array_index (rest, 0))->size;

    trama_kept_versions_thin (id, size * 3, 100);
    last = trama_kept_versions_list (id);
    g_assert_cmpuint (last->len, ==, 3);
    trama_kept_versions_thin (id, 1, 100);
    g_ptr_array_unref (last);
    last = trama_kept_versions_list (id);
    g_assert_cmpuint (last->len, ==, 1);
    g_assert_cmpuint (((TramaKeptVersion *) g_ptr_array_index (last, 0))->content, ==, 1);
  }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/store/save/plain", test_plain);
  ADD ("/store/save/permissions", test_permissions);
  ADD ("/store/save/symbolic-link", test_symbolic_link);
  ADD ("/store/save/hard-link", test_hard_link);
  ADD ("/store/save/read-only-folder", test_read_only_folder);
  ADD ("/store/save/missing-folder", test_missing_folder);
  ADD ("/store/save/changed-outside", test_changed_outside);
  ADD ("/store/save/another-place", test_another_place);
  ADD ("/store/save/same-place", test_same_place);
  ADD ("/store/save/not-savable", test_not_savable);
  ADD ("/store/save/cancelled", test_cancelled);
  ADD ("/store/save/failures", test_failures);
  ADD ("/store/save/leftovers", test_leftovers);
  ADD ("/store/save/async", test_async);
  ADD ("/store/save/thinning", test_thinning);
  return g_test_run ();
}
