/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-report-mask.h"

#include "trama-record-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Shorter names are words of the language more often than names. */
#define SHORTEST_NAME 3

typedef struct
{
  TramaId firm;
  gboolean member;
  char *order;               /* by which numbers are given */
  char *label;
  char *brief;               /* for charts */
} Masked;

static void
masked_clear (gpointer data)
{
  Masked *masked = data;

  g_free (masked->order);
  g_free (masked->label);
  g_free (masked->brief);
}

static gboolean
consents_to (const TramaConsent *consent, TramaReportAudience audience, const char *recipient)
{
  if (trama_date_is_known (consent->withdrawn))
    return FALSE;
  switch (audience)
    {
    case TRAMA_REPORT_FOR_GROUP:
      return consent->purpose == TRAMA_CONSENT_PROGRAMME;
    case TRAMA_REPORT_FOR_AGENCY:
      return consent->purpose == TRAMA_CONSENT_AGENCY;
    case TRAMA_REPORT_FOR_DONOR:
    default:
      /* Agreed toward one donor is not agreed toward another. */
      return consent->purpose == TRAMA_CONSENT_DONOR_NAMED
             && (consent->donor == NULL
                 || (recipient != NULL && g_ascii_strcasecmp (consent->donor, recipient) == 0));
    }
}

/* A withdrawal anywhere is one, even if somebody entered an older consent as well. */
static gboolean
may_be_named (TramaVersion *version, TramaId firm, TramaReportAudience audience,
              const char *recipient)
{
  TramaRecords consents = TRAMA_REFERRING (version, CONSENT, TramaConsent, firm, firm);
  gboolean agreed = FALSE;

  for (guint i = 0; i < consents.n; i++)
    agreed |= consents_to ((const TramaConsent *) consents.records[i], audience, recipient);
  return agreed;
}

static gboolean
was_member (TramaVersion *version, TramaId firm, TramaId programme)
{
  TramaRecords memberships = TRAMA_REFERRING (version, MEMBERSHIP, TramaMembership, firm, firm);

  for (guint i = 0; i < memberships.n; i++)
    if (trama_id_equal (((const TramaMembership *) memberships.records[i])->programme, programme))
      return TRUE;
  return FALSE;
}

static int
compare_masked (gconstpointer a, gconstpointer b)
{
  const Masked *x = a, *y = b;

  if (x->member != y->member)
    return x->member ? -1 : 1;
  return strcmp (x->order, y->order);
}

static GArray *
find_masked (TramaVersion *version, TramaId programme, TramaReportAudience audience,
             const char *recipient)
{
  TramaTable *firms = trama_version_table (version, TRAMA_KIND_FIRM);
  GArray *found = g_array_new (FALSE, TRUE, sizeof (Masked));
  guint n_members = 0, n_others = 0;

  g_array_set_clear_func (found, masked_clear);
  for (guint i = 0; i < trama_table_size (firms); i++)
    {
      TramaId firm = trama_table_get (firms, i)->id;
      Masked masked = { .firm = firm, .member = was_member (version, firm, programme) };
      char id[TRAMA_ID_LENGTH + 1];
      g_autofree char *key = NULL;

      if (may_be_named (version, firm, audience, recipient))
        continue;
      trama_id_to_text (firm, id);
      key = g_strconcat (recipient != NULL ? recipient : "", "\n", id, NULL);
      masked.order = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
      g_array_append_val (found, masked);
    }
  g_array_sort (found, compare_masked);
  for (guint i = 0; i < found->len; i++)
    {
      Masked *masked = &g_array_index (found, Masked, i);
      guint number = masked->member ? ++n_members : ++n_others;

      /* Translators: a member that has not agreed to be named; the number stands for its name. */
      masked->label = masked->member ? g_strdup_printf (_ ("Firm %u"), number)
                                     : g_strdup_printf (_ ("Outside firm %u"), number);
      masked->brief = g_strdup (masked->label);
    }
  return found;
}

/* Names of all there is, each with what is said instead, or with itself. */
typedef struct
{
  GHashTable *names; /* name → what stands for it; NULL: itself */
  GRegex *regex;
} Names;

static void
add_name (Names *names, const char *name, const char *instead)
{
  if (name == NULL || g_utf8_strlen (name, -1) < SHORTEST_NAME)
    return;
  /* A name that two bear is hidden if either must be. */
  if (instead == NULL && g_hash_table_contains (names->names, name))
    return;
  g_hash_table_insert (names->names, g_strdup (name), g_strdup (instead));
}

static const Masked *
find (const GArray *all, TramaId firm)
{
  for (guint i = 0; i < all->len; i++)
    if (trama_id_equal (g_array_index (all, Masked, i).firm, firm))
      return &g_array_index (all, Masked, i);
  return NULL;
}

/* An owner group bears a family's name: it goes with the first of its firms that is masked. */
static const Masked *
find_in_group (TramaVersion *version, const GArray *all, TramaId group)
{
  TramaRecords firms = TRAMA_REFERRING (version, FIRM, TramaFirm, owner_group, group);

  for (guint i = 0; i < firms.n; i++)
    {
      const Masked *masked = find (all, firms.records[i]->id);

      if (masked != NULL)
        return masked;
    }
  return NULL;
}

static void
gather_names (TramaVersion *version, const GArray *all, Names *names)
{
  TramaTable *firms = trama_version_table (version, TRAMA_KIND_FIRM);
  TramaTable *groups = trama_version_table (version, TRAMA_KIND_OWNER_GROUP);
  TramaTable *people = trama_version_table (version, TRAMA_KIND_PERSON);
  TramaTable *institutions = trama_version_table (version, TRAMA_KIND_INSTITUTION);

  for (guint i = 0; i < trama_table_size (institutions); i++)
    {
      const TramaInstitution *institution
          = (const TramaInstitution *) trama_table_get (institutions, i);

      add_name (names, institution->name, NULL);
      add_name (names, institution->short_name, NULL);
    }
  for (guint i = 0; i < trama_table_size (firms); i++)
    {
      const TramaFirm *firm = (const TramaFirm *) trama_table_get (firms, i);
      const Masked *masked = find (all, firm->record.id);

      add_name (names, firm->name, masked != NULL ? masked->label : NULL);
      add_name (names, firm->short_name, masked != NULL ? masked->brief : NULL);
    }
  for (guint i = 0; i < trama_table_size (groups); i++)
    {
      const TramaOwnerGroup *group = (const TramaOwnerGroup *) trama_table_get (groups, i);
      const Masked *masked = find_in_group (version, all, group->record.id);

      add_name (names, group->name, masked != NULL ? masked->label : NULL);
    }
  for (guint i = 0; i < trama_table_size (people); i++)
    {
      const TramaPerson *person = (const TramaPerson *) trama_table_get (people, i);
      const Masked *masked = find (all, person->employer);

      add_name (names, person->name, masked != NULL ? masked->label : NULL);
    }
}

static int
longer_first (gconstpointer a, gconstpointer b)
{
  gsize x = strlen (*(const char *const *) a);
  gsize y = strlen (*(const char *const *) b);

  return x != y ? (x > y ? -1 : 1) : strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whole words only, and the longest name that fits: "Almacenes Río" is not "Río". */
static GRegex *
make_regex (GHashTable *names)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (names);
  g_autoptr (GString) pattern = g_string_new ("(?<![\\p{L}\\p{N}])(?:");

  if (keys->len == 0)
    return NULL;
  g_ptr_array_sort (keys, longer_first);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (keys->pdata[i], -1);

      g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", escaped);
    }
  g_string_append (pattern, ")(?![\\p{L}\\p{N}])");
  return g_regex_new (pattern->str, G_REGEX_OPTIMIZE, 0, NULL);
}

static gboolean
replace_name (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *found = g_match_info_fetch (match, 0);
  const char *instead = g_hash_table_lookup (data, found);

  g_string_append (result, instead != NULL ? instead : found);
  return FALSE;
}

/* The record with its names replaced, or NULL where it has none. (transfer full) */
static TramaRecord *
mask_record (TramaRecordBuilder *builder, const TramaRecord *record, const GArray *all,
             const Names *names)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
  const Masked *masked = record->kind == TRAMA_KIND_FIRM ? find (all, record->id) : NULL;
  gboolean changed = FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];
      const char *own = field->type == TRAMA_FIELD_TEXT
                            ? *(const char *const *) trama_record_member (record, field)
                            : NULL;
      g_autofree char *text = NULL;

      if (own == NULL)
        continue;
      if (masked != NULL && strcmp (field->id, "name") == 0)
        text = g_strdup (masked->label);
      else if (masked != NULL && strcmp (field->id, "short_name") == 0)
        text = g_strdup (masked->brief);
      else
        text = g_regex_replace_eval (names->regex, own, -1, 0, 0, replace_name, names->names, NULL);
      /* What cannot be searched cannot be shown. */
      if (text != NULL && strcmp (text, own) == 0)
        continue;
      if (!changed)
        trama_record_builder_begin_copy (builder, record);
      changed = TRUE;
      trama_record_builder_set_text (builder, field, text);
    }
  return changed ? trama_record_builder_finish (builder) : NULL;
}

static TramaVersion *
replace_names (TramaVersion *version, const GArray *all, const Names *names)
{
  TramaTable *tables[TRAMA_N_KINDS] = { 0 };
  TramaRecordBuilder builder = { 0 };

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table = trama_version_table (version, (TramaKind) kind);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TramaId));
      g_autoptr (GPtrArray) records
          = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);

      for (guint i = 0; i < trama_table_size (table); i++)
        {
          TramaRecord *record = mask_record (&builder, trama_table_get (table, i), all, names);

          if (record == NULL)
            continue;
          g_array_append_val (ids, record->id);
          g_ptr_array_add (records, record);
        }
      tables[kind]
          = records->len > 0
                ? trama_table_with_many (table, (const TramaId *) (gpointer) ids->data,
                                         (const TramaRecord *const *) records->pdata, records->len)
                : trama_table_ref (table);
    }
  trama_record_builder_clear (&builder);
  return trama_version_new_from_tables (tables);
}

TramaReportMask *
trama_report_mask_new (TramaVersion *version, TramaId programme, TramaReportAudience audience,
                       const char *recipient)
{
  g_autoptr (GArray) all = find_masked (version, programme, audience, recipient);
  TramaReportMask *mask = g_new0 (TramaReportMask, 1);
  Names names = { 0 };

  mask->masked = g_array_new (FALSE, FALSE, sizeof (TramaId));
  mask->set = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      TramaId firm = g_array_index (all, Masked, i).firm;

      g_array_append_val (mask->masked, firm);
      g_hash_table_add (mask->set, g_memdup2 (&firm, sizeof firm));
    }
  names.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gather_names (version, all, &names);
  names.regex = make_regex (names.names);
  mask->version = all->len > 0 && names.regex != NULL ? replace_names (version, all, &names)
                                                      : trama_version_ref (version);
  g_clear_pointer (&names.regex, g_regex_unref);
  g_hash_table_unref (names.names);
  return mask;
}

void
trama_report_mask_free (TramaReportMask *mask)
{
  if (mask == NULL)
    return;
  trama_version_unref (mask->version);
  g_array_unref (mask->masked);
  g_hash_table_unref (mask->set);
  g_free (mask);
}

gboolean
trama_report_mask_hides (const TramaReportMask *mask, TramaId firm)
{
  return g_hash_table_contains (mask->set, &firm);
}
