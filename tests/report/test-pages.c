/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document of page-samples.h on paper: looked at by pdfinfo, pdftotext and qpdf. With
 * TRAMA_REPORT_OUT set to a folder, the files are left there. */

#include "page-samples.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static char *
out_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Output of a program, or NULL where it is not installed. */
static char *
run (const char *program, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  g_autofree char *err = NULL;
  g_autofree char *found = NULL;
  int status;
  va_list list;
  const char *argument;

  found = g_find_program_in_path (program);
  if (found == NULL)
    return NULL;
  g_strv_builder_add (builder, program);
  va_start (list, program);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  va_end (list);
  arguments = g_strv_builder_end (builder);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  if (error != NULL)
    g_test_message ("%s: %s %s", program, out, err);
  g_assert_no_error (error);
  return out;
}

static void
write_pdf (const TramaPages *pages, const char *path)
{
  g_autoptr (GError) error = NULL;

  trama_pages_write_pdf (pages, path, NULL, &error);
  g_assert_no_error (error);
}

static guint
count (const char *text, const char *needle)
{
  guint n = 0;

  while ((text = strstr (text, needle)) != NULL)
    {
      n++;
      text += strlen (needle);
    }
  return n;
}

static void
test_paper (gconstpointer data)
{
  TramaPaper paper = (TramaPaper) GPOINTER_TO_UINT (data);
  TramaPageSettings settings = sample_settings (paper);
  g_autoptr (TramaPageDocument) document = sample_document (&settings, 70);
  g_autoptr (TramaPages) pages = trama_pages_new (document);
  g_autofree char *path
      = out_path (paper == TRAMA_PAPER_A4 ? "sample-a4.pdf" : "sample-letter.pdf");
  g_autofree char *info = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *text = NULL;
  g_autofree char *checked = NULL;

  write_pdf (pages, path);
  info = run ("pdfinfo", path, NULL);
  if (info == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "Pages:           5"));
  g_assert_nonnull (strstr (info, paper == TRAMA_PAPER_A4 ? "595.276 x 841.89 pts (A4)"
                                                          : "612 x 792 pts (letter)"));
  g_assert_nonnull (strstr (info, "Title:           Calzado Franklin: evaluation"));
  g_assert_nonnull (strstr (info, "Author:          Agencia Sur"));
  g_assert_nonnull (strstr (info, "Keywords:        evaluation, network, PROFO"));
  g_assert_nonnull (strstr (info, "30 00:00:00 2026"));

  structure = run ("pdfinfo", "-struct-text", path, NULL);
  g_assert_true (g_str_has_prefix (structure, "Document"));
  g_assert_cmpuint (count (structure, "\nDocument"), ==, 0);
  g_assert_cmpuint (count (structure, "  H1 (block)"), ==, 3);
  g_assert_nonnull (strstr (structure, "\"What does not yet\""));
  /* Two tables, of which one begins again on the next page. */
  g_assert_cmpuint (count (structure, "  Table (block)"), ==, 3);
  /* The heads of seven and twice six columns. */
  g_assert_cmpuint (count (structure, "TH (inline)") + count (structure, "TH (block)")
                        + count (structure, "TH\n"),
                    ==, 7 + 6 + 6);
  g_assert_nonnull (strstr (structure, "\"Market as a group\""));
  g_assert_cmpuint (count (structure, "Figure"), >=, 3);

  text = run ("pdftotext", "-layout", path, "-", NULL);
  g_assert_nonnull (strstr (text, "as of 30 June 2026"));
  g_assert_nonnull (strstr (text, "The line over the months is Figure 1.1 on page 2."));
  g_assert_cmpuint (count (text, "What it shows"), ==, 2);
  g_assert_nonnull (strstr (text, "Table 3.1, continued"));
  g_assert_nonnull (strstr (text, "Files are kept by Agencia Sur."));

  checked = run ("qpdf", "--check", path, NULL);
  g_assert_true (checked == NULL
                 || strstr (checked, "No syntax or stream encoding errors") != NULL);
}

static void
test_same_bytes (void)
{
  TramaPageSettings settings = sample_settings (TRAMA_PAPER_A4);
  GBytes *bytes[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TramaPageDocument) document = sample_document (&settings, 30);
      g_autoptr (TramaPages) pages = trama_pages_new (document);
      g_autoptr (GError) error = NULL;

      bytes[i] = trama_pages_to_pdf (pages, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
  g_bytes_unref (bytes[0]);
  g_bytes_unref (bytes[1]);
}

static void
test_links (void)
{
  TramaPageSettings settings = sample_settings (TRAMA_PAPER_A4);
  g_autoptr (TramaPageDocument) document = sample_document (&settings, 70);
  g_autoptr (TramaPages) pages = trama_pages_new (document);
  guint found = 0;

  /* Somewhere on the cover stand the links of the contents, to pages 2, 3 and 4. */
  for (double y = 400; y < 800; y += 2)
    for (double x = 60; x < 540; x += 5)
      {
        guint target;

        if (trama_pages_get_link (pages, 0, x, y, &target))
          found |= 1u << target;
      }
  g_assert_cmphex (found, ==, 1u << 1 | 1u << 2 | 1u << 3);
  /* A note leads to the annex, whose rows lead back. */
  found = 0;
  for (double y = 60; y < 800; y += 2)
    for (double x = 60; x < 540; x += 1)
      {
        guint target;

        if (trama_pages_get_link (pages, 2, x, y, &target))
          found |= 1u << target;
        if (trama_pages_get_link (pages, 3, x, y, &target))
          found |= 0x100u << target;
      }
  g_assert_cmphex (found, ==, (1u << 1 | 1u << 3) | 0x100u << 2);
}

static void
test_mirrored (void)
{
  TramaPageSettings settings = sample_settings (TRAMA_PAPER_A4);
  g_autoptr (TramaPageDocument) document = NULL;
  g_autoptr (TramaPages) pages = NULL;
  g_autofree char *path = out_path ("sample-mirrored.pdf");

  settings.language = "ar";
  settings.right_to_left = TRUE;
  settings.head = "شبكة الأحذية";
  document = sample_document (&settings, 40);
  pages = trama_pages_new (document);
  write_pdf (pages, path);
  g_assert_cmpuint (trama_pages_n (pages), >=, 4);
}

static void
test_2000_rows (void)
{
  TramaPageSettings settings = sample_settings (TRAMA_PAPER_A4);
  g_autoptr (TramaPageDocument) document = sample_document (&settings, 2000);
  g_autoptr (TramaPages) pages = trama_pages_new (document);
  g_autofree char *path = out_path ("sample-2000.pdf");
  g_autofree char *text = NULL;

  write_pdf (pages, path);
  text = run ("pdftotext", "-layout", path, "-", NULL);
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "Expo Cuero") + count (text, "joint safety shoe"), >=, 2000);
  g_assert_cmpuint (count (text, "What it shows"), ==, trama_pages_n (pages) - 3);
}

static void
test_nothing (void)
{
  TramaPageSettings settings = { .paper = TRAMA_PAPER_A4 };
  g_autoptr (TramaPageDocument) document = trama_page_document_new (&settings);
  g_autoptr (TramaPages) pages = trama_pages_new (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trama_pages_to_pdf (pages, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (trama_pages_n (pages), ==, 1);
}

static void
test_no_folder (void)
{
  TramaPageSettings settings = { .paper = TRAMA_PAPER_A4 };
  g_autoptr (TramaPageDocument) document = trama_page_document_new (&settings);
  g_autoptr (TramaPages) pages = trama_pages_new (document);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = out_path ("missing/folder/out.pdf");

  g_assert_false (trama_pages_write_pdf (pages, path, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char *argv[])
{
  const char *out = g_getenv ("TRAMA_REPORT_OUT");
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = out != NULL ? g_strdup (out) : g_dir_make_tmp ("trama-pages-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_data_func ("/pages/a4", GUINT_TO_POINTER (TRAMA_PAPER_A4), test_paper);
  g_test_add_data_func ("/pages/letter", GUINT_TO_POINTER (TRAMA_PAPER_LETTER), test_paper);
  g_test_add_func ("/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/pages/links", test_links);
  g_test_add_func ("/pages/mirrored", test_mirrored);
  g_test_add_func ("/pages/2000-rows", test_2000_rows);
  g_test_add_func ("/pages/nothing", test_nothing);
  g_test_add_func ("/pages/no-folder", test_no_folder);
  result = g_test_run ();
  if (out == NULL)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = out_path (name);

          g_unlink (path);
        }
      g_rmdir (folder);
    }
  g_free (folder);
  return result;
}
