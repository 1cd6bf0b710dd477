/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages as a tagged PDF. One tag, Document, is open from the first page to the last; every other is
 * closed where its page ends and opened again on the next, so that folio and running head, which
 * stand outside the structure, never lie inside a table that goes on. */

#include "trama-pages-private.h"

#include "trama-date.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define CREATOR "Trama"

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const TramaPageSettings *settings)
{
  int year, month, day;
  g_autofree char *created = NULL;

  trama_day_to_civil (settings->day, &year, &month, &day);
  created = g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", year, month, day);
  if (settings->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, settings->title);
  if (settings->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, settings->author);
  if (settings->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, settings->subject);
  if (settings->keywords != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, settings->keywords);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

static void
add_outline (cairo_surface_t *surface, const TramaPages *pages)
{
  for (guint i = 0; i < pages->sections->len; i++)
    {
      const TramaPageSection *section = pages->sections->pdata[i];
      const TramaPagePlace *place = g_hash_table_lookup (pages->places, section->anchor);
      g_autofree char *name = NULL;
      g_autofree char *link = NULL;

      if (section->flags & TRAMA_PAGE_SECTION_UNLISTED || place == NULL)
        continue;
      name = section->number > 0 ? g_strdup_printf ("%u  %s", section->number, section->name)
                                 : g_strdup (section->name);
      link = g_strdup_printf ("page=%u", place->page + 1);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, link,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

static gboolean
check (cairo_surface_t *surface, cairo_t *cr, guint page, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Page %u could not be written as PDF: %s"),
               page, cairo_status_to_string (status));
  return FALSE;
}

GBytes *
trama_pages_to_pdf (const TramaPages *pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (TramaPageType) type = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;
  gboolean done = TRUE;

  g_return_val_if_fail (pages != NULL, NULL);

  trama_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
  set_metadata (surface, &pages->settings);
  cr = cairo_create (surface);
  type = trama_page_type_new (pages->settings.language, pages->settings.right_to_left);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; done && i < pages->pages->len; i++)
    {
      trama_pages_draw_page (pages, i, cr, type, TRUE);
      if (i + 1 == pages->pages->len)
        {
          cairo_tag_end (cr, "Document");
          add_outline (surface, pages);
        }
      cairo_show_page (cr);
      done = check (surface, cr, i + 1, error)
             && !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cairo_surface_finish (surface);
  done = done && check (surface, cr, pages->pages->len, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

gboolean
trama_pages_write_pdf (const TramaPages *pages, const char *path, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (pages != NULL && path != NULL, FALSE);

  bytes = trama_pages_to_pdf (pages, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0644,
                                   error);
}
