/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-import-row.h"

#include <string.h>

#include "trama-import-cell.h"
#include "trama-import-text.h"

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

static TramaImportCode
read_code_anew (const char *code)
{
  static const TramaKind kinds[] = { TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION, TRAMA_KIND_PERSON };
  g_autofree char *folded = trama_import_fold_word (code);
  guint choice;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_kind (kinds[i], folded))
      return (TramaImportCode) { kinds[i], TRUE, 0 };
  choice = trama_import_find_choice (institution_kind (), code);
  return (TramaImportCode) { choice != 0 ? TRAMA_KIND_INSTITUTION : TRAMA_KIND_FIRM, choice != 0,
                             choice };
}

const TramaImportCode *
trama_import_read_code (TramaImportMaking *making, const char *text)
{
  TramaImportCode *code = g_hash_table_lookup (making->codes, text);

  if (code == NULL)
    {
      TramaImportCode read = read_code_anew (text);

      code = g_memdup2 (&read, sizeof read);
      g_hash_table_insert (making->codes, g_strdup (text), code);
    }
  return code;
}
