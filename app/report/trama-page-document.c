/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-page-document-private.h"

#include <glib/gi18n-lib.h>

void
trama_page_settings_copy (const TramaPageSettings *settings, TramaPageSettings *copy)
{
  *copy = *settings;
  copy->language = g_strdup (settings->language);
  copy->head = g_strdup (settings->head);
  copy->head_end = g_strdup (settings->head_end);
  copy->foot = g_strdup (settings->foot);
  copy->title = g_strdup (settings->title);
  copy->author = g_strdup (settings->author);
  copy->subject = g_strdup (settings->subject);
  copy->keywords = g_strdup (settings->keywords);
}

void
trama_page_settings_clear (TramaPageSettings *settings)
{
  g_clear_pointer ((char **) &settings->language, g_free);
  g_clear_pointer ((char **) &settings->head, g_free);
  g_clear_pointer ((char **) &settings->head_end, g_free);
  g_clear_pointer ((char **) &settings->foot, g_free);
  g_clear_pointer ((char **) &settings->title, g_free);
  g_clear_pointer ((char **) &settings->author, g_free);
  g_clear_pointer ((char **) &settings->subject, g_free);
  g_clear_pointer ((char **) &settings->keywords, g_free);
}

static void
section_free (gpointer data)
{
  TramaPageSection *section = data;

  g_free (section->name);
  g_free (section->anchor);
  g_ptr_array_unref (section->blocks);
  g_free (section);
}

TramaPageDocument *
trama_page_document_new (const TramaPageSettings *settings)
{
  TramaPageDocument *document = g_new0 (TramaPageDocument, 1);

  trama_page_settings_copy (settings, &document->settings);
  document->sections = g_ptr_array_new_with_free_func (section_free);
  document->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  return document;
}

void
trama_page_document_free (TramaPageDocument *document)
{
  if (document == NULL)
    return;
  trama_page_settings_clear (&document->settings);
  g_hash_table_unref (document->numbers);
  g_ptr_array_unref (document->sections);
  g_free (document);
}

void
trama_page_document_begin_section (TramaPageDocument *document, const char *name,
                                   const char *anchor, TramaPageSectionFlags flags)
{
  TramaPageSection *section;

  g_return_if_fail (document != NULL && name != NULL);

  section = g_new0 (TramaPageSection, 1);
  section->name = g_strdup (name);
  section->anchor = anchor != NULL ? g_strdup (anchor)
                                   : g_strdup_printf ("section-%u", document->sections->len);
  section->flags = flags;
  section->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_page_block_free);
  if (flags & TRAMA_PAGE_SECTION_NUMBERED)
    {
      section->number = ++document->n_numbered;
      document->n_figures = 0;
      document->n_tables = 0;
    }
  g_ptr_array_add (document->sections, section);
}

static char *
make_number (TramaPageDocument *document, const TramaPageSection *section,
             const TramaPageBlock *block)
{
  gboolean table = block->type == TRAMA_PAGE_BLOCK_TABLE;
  guint number = table ? ++document->n_tables : ++document->n_figures;

  if (section->number == 0)
    return table ? g_strdup_printf (_ ("Table %u"), number)
                 : g_strdup_printf (_ ("Figure %u"), number);
  /* Translators: the section's number, then the table's or figure's within it. */
  return table ? g_strdup_printf (_ ("Table %u.%u"), section->number, number)
               : g_strdup_printf (_ ("Figure %u.%u"), section->number, number);
}

static void
number_block (TramaPageDocument *document, const TramaPageSection *section, TramaPageBlock *block)
{
  if (trama_page_block_is_numbered (block))
    {
      block->number = make_number (document, section, block);
      if (block->anchor != NULL)
        g_hash_table_insert (document->numbers, block->anchor, block->number);
    }
  for (guint i = 0; i < block->cells->len; i++)
    {
      GPtrArray *blocks = g_array_index (block->cells, TramaPageCellBlocks, i).blocks;

      for (guint k = 0; k < blocks->len; k++)
        number_block (document, section, g_ptr_array_index (blocks, k));
    }
}

void
trama_page_document_add (TramaPageDocument *document, TramaPageBlock *block)
{
  TramaPageSection *section;

  g_return_if_fail (document != NULL && block != NULL);

  if (document->sections->len == 0)
    trama_page_document_begin_section (document, "", NULL, TRAMA_PAGE_SECTION_UNLISTED);
  section = g_ptr_array_index (document->sections, document->sections->len - 1);
  number_block (document, section, block);
  g_ptr_array_add (section->blocks, block);
}
