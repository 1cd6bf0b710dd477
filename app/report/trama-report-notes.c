/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-report-notes.h"

#include "trama-context.h"

#include <glib/gi18n-lib.h>

/* So many records of a figure are noted one by one; more are gathered. */
#define SINGLY 3
/* So many gatherings by what the records belong to; if more, by kind. */
#define GATHERED 4
#define LATE_DAYS 60
#define DAY_SECONDS 86400

struct _TramaReportNotes
{
  TramaVersion *version;
  GHashTable *hidden;        /* TramaId */
  GPtrArray *notes;          /* TramaReportNote */
  GHashTable *numbers;       /* the ids of its records, as text → number */
};

static void
note_free (gpointer data)
{
  TramaReportNote *note = data;

  g_free (note->title);
  g_free (note->shows);
  g_array_unref (note->records);
  g_free (note);
}

TramaReportNotes *
trama_report_notes_new (TramaVersion *version, GHashTable *hidden)
{
  TramaReportNotes *notes = g_new0 (TramaReportNotes, 1);

  notes->version = version;
  notes->hidden = hidden;
  notes->notes = g_ptr_array_new_with_free_func (note_free);
  notes->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return notes;
}

void
trama_report_notes_free (TramaReportNotes *notes)
{
  if (notes == NULL)
    return;
  g_ptr_array_unref (notes->notes);
  g_hash_table_unref (notes->numbers);
  g_free (notes);
}

guint
trama_report_notes_n (const TramaReportNotes *notes)
{
  return notes->notes->len;
}

const TramaReportNote *
trama_report_notes_get (const TramaReportNotes *notes, guint index)
{
  g_return_val_if_fail (index < notes->notes->len, NULL);

  return notes->notes->pdata[index];
}

gboolean
trama_report_is_late (const TramaRecord *record)
{
  TramaDate event = trama_record_event (record);

  return trama_date_is_known (event)
         && record->entered / DAY_SECONDS > (gint64) event.last + LATE_DAYS;
}

const char *
trama_report_checksum_of (TramaVersion *version, TramaId record)
{
  TramaRecords evidence = TRAMA_REFERRING (version, EVIDENCE, TramaEvidence, of, record);

  for (guint i = 0; i < evidence.n; i++)
    {
      const char *checksum = ((const TramaEvidence *) evidence.records[i])->checksum;

      if (checksum != NULL && *checksum != '\0')
        return checksum;
    }
  return NULL;
}

/* What a record belongs to, short of the programme itself; NULL: nothing. */
static const TramaRecord *
owner_of (TramaVersion *version, const TramaRecord *record)
{
  const TramaKindInfo *info = trama_kind_info (trama_record_kind (record));
  const TramaField *field;
  const TramaRecord *owner;

  if (info->owner_field < 0)
    return NULL;
  field = &info->fields[info->owner_field];
  owner = trama_version_find_among (version, field->targets,
                                    *(const TramaId *) trama_record_member (record, field));
  if (owner == NULL || owner->kind == TRAMA_KIND_PROGRAMME || owner->kind == TRAMA_KIND_FIRM)
    return NULL;
  /* A session is not yet what people know an attendance by. */
  return owner->kind == TRAMA_KIND_SESSION ? owner_of (version, owner) : owner;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  const TramaRecord *x = trama_version_find_among (data, TRAMA_ALL_KINDS, *(const TramaId *) a);
  const TramaRecord *y = trama_version_find_among (data, TRAMA_ALL_KINDS, *(const TramaId *) b);
  int order = trama_date_compare (trama_record_event (x), trama_record_event (y));

  return order != 0 ? order : trama_id_compare (x->id, y->id);
}

static char *
name_of (TramaVersion *version, TramaId id)
{
  const TramaRecord *record = trama_version_find_among (version, TRAMA_ALL_KINDS, id);
  const char *brief = NULL;

  if (record != NULL && record->kind == TRAMA_KIND_FIRM)
    brief = ((const TramaFirm *) record)->short_name;
  else if (record != NULL && record->kind == TRAMA_KIND_INSTITUTION)
    brief = ((const TramaInstitution *) record)->short_name;
  return brief != NULL ? g_strdup (brief) : trama_version_describe_id (version, id);
}

static char *
title_of_tie (const TramaReportNotes *notes, const TramaLinkage *linkage)
{
  const char *kind = linkage->kind != 0
                         ? trama_linkage_kind_label ((TramaLinkageKind) linkage->kind)
                         : _ ("tie");
  g_autofree char *from = name_of (notes->version, linkage->from);
  g_autofree char *to = name_of (notes->version, linkage->to);

  if (g_hash_table_contains (notes->hidden, &linkage->from)
      || g_hash_table_contains (notes->hidden, &linkage->to))
    return g_strdup_printf (_ ("%s of a firm that is a number"), kind);
  /* Translators: the two ends of a tie, and its kind */
  return g_strdup_printf (C_ ("tie", "%s – %s, %s"), from, to, kind);
}

char *
trama_report_notes_title (const TramaReportNotes *notes, const TramaRecord *record)
{
  const char *title = trama_record_title (record);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (record->kind == TRAMA_KIND_LINKAGE)
    return title_of_tie (notes, (const TramaLinkage *) record);
  return trama_version_describe (notes->version, record);
}

static guint
number_for (TramaReportNotes *notes, GArray *records, const char *title, const char *shows)
{
  g_autoptr (GString) key = g_string_new (NULL);
  TramaReportNote *note;
  guint number;

  g_array_sort_with_data (records, compare_records, notes->version);
  for (guint i = 0; i < records->len; i++)
    {
      char id[TRAMA_ID_LENGTH + 1];

      trama_id_to_text (g_array_index (records, TramaId, i), id);
      g_string_append (key, id);
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (notes->numbers, key->str));
  if (number > 0)
    return number;
  note = g_new0 (TramaReportNote, 1);
  note->number = notes->notes->len + 1;
  note->title = g_strdup (title);
  note->shows = g_strdup (shows);
  note->records = g_array_ref (records);
  g_ptr_array_add (notes->notes, note);
  g_hash_table_insert (notes->numbers, g_strdup (key->str), GUINT_TO_POINTER (note->number));
  return note->number;
}

typedef struct
{
  const TramaRecord *owner;  /* NULL: of one kind, belonging to nothing in common */
  TramaKind kind;
  GArray *records;
} Gathering;

static void
gathering_clear (gpointer data)
{
  g_array_unref (((Gathering *) data)->records);
}

static GArray *
gather (TramaReportNotes *notes, GPtrArray *records, gboolean by_owner)
{
  GArray *gatherings = g_array_new (FALSE, TRUE, sizeof (Gathering));

  g_array_set_clear_func (gatherings, gathering_clear);
  for (guint i = 0; i < records->len; i++)
    {
      const TramaRecord *record = records->pdata[i];
      const TramaRecord *owner = by_owner ? owner_of (notes->version, record) : NULL;
      Gathering *found = NULL;

      for (guint k = 0; k < gatherings->len && found == NULL; k++)
        {
          Gathering *gathering = &g_array_index (gatherings, Gathering, k);

          if (gathering->owner == owner && gathering->kind == trama_record_kind (record))
            found = gathering;
        }
      if (found == NULL)
        {
          Gathering fresh
              = { owner, trama_record_kind (record), g_array_new (FALSE, FALSE, sizeof (TramaId)) };

          g_array_append_val (gatherings, fresh);
          found = &g_array_index (gatherings, Gathering, gatherings->len - 1);
        }
      g_array_append_val (found->records, record->id);
    }
  return gatherings;
}

static char *
describe_gathering (TramaReportNotes *notes, const Gathering *gathering)
{
  const TramaRecord *only;

  if (gathering->owner != NULL)
    {
      g_autofree char *owner = trama_report_notes_title (notes, gathering->owner);

      /* Translators: records of one kind, and what they belong to: "Attendances: a course" */
      return g_strdup_printf (C_ ("evidence", "%s: %s"), trama_kind_plural_label (gathering->kind),
                              owner);
    }
  if (gathering->records->len > 1)
    return g_strdup (trama_kind_plural_label (gathering->kind));
  only = trama_version_find_among (notes->version, TRAMA_ALL_KINDS,
                                   g_array_index (gathering->records, TramaId, 0));
  return trama_report_notes_title (notes, only);
}

static guint
note_gathering (TramaReportNotes *notes, const Gathering *gathering, const char *shows)
{
  g_autofree char *title = describe_gathering (notes, gathering);
  g_autofree char *counted = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", gathering->records->len),
      gathering->records->len);
  g_autofree char *both = NULL;

  if (shows != NULL && gathering->records->len > 1)
    /* Translators: what records show, and how many they are */
    both = g_strdup_printf (C_ ("evidence", "%s; %s"), shows, counted);
  return number_for (notes, gathering->records, title,
                     both != NULL    ? both
                     : shows != NULL ? shows
                                     : counted);
}

static guint
note_single (TramaReportNotes *notes, const TramaRecord *record, const char *shows)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (TramaId));
  g_autofree char *title = trama_report_notes_title (notes, record);

  g_array_append_val (records, record->id);
  return number_for (notes, records, title,
                     shows != NULL ? shows : trama_kind_label (trama_record_kind (record)));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

void
trama_report_notes_cite (TramaReportNotes *notes, TramaPageText *text, const TramaId *records,
                         guint n_records, const char *shows)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (notes != NULL && text != NULL);

  for (guint i = 0; i < n_records; i++)
    {
      const TramaRecord *record
          = trama_version_find_among (notes->version, TRAMA_ALL_KINDS, records[i]);

      if (record != NULL)
        g_ptr_array_add (found, (gpointer) record);
    }
  if (found->len <= SINGLY)
    for (guint i = 0; i < found->len; i++)
      {
        guint number = note_single (notes, found->pdata[i], shows);

        g_array_append_val (numbers, number);
      }
  else
    {
      g_autoptr (GArray) gatherings = gather (notes, found, TRUE);

      if (gatherings->len > GATHERED)
        {
          g_array_unref (gatherings);
          gatherings = gather (notes, found, FALSE);
        }
      for (guint i = 0; i < gatherings->len; i++)
        {
          guint number = note_gathering (notes, &g_array_index (gatherings, Gathering, i), shows);

          g_array_append_val (numbers, number);
        }
    }
  g_array_sort (numbers, compare_numbers);
  for (guint i = numbers->len; i > 1; i--)
    if (g_array_index (numbers, guint, i - 1) == g_array_index (numbers, guint, i - 2))
      g_array_remove_index (numbers, i - 1);
  trama_page_text_append_notes (text, (const guint *) (gpointer) numbers->data, numbers->len);
}

void
trama_report_notes_cite_figure (TramaReportNotes *notes, TramaPageText *text,
                                const TramaFigure *figure)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TramaId));
  g_autofree char *shows = figure->known ? trama_figure_to_prose (figure) : NULL;

  for (guint i = 0; i < figure->records->len; i++)
    {
      const TramaFigureRecord *record = &g_array_index (figure->records, TramaFigureRecord, i);

      if (record->role == TRAMA_ROLE_COUNTS || record->role == TRAMA_ROLE_OPEN)
        g_array_append_val (ids, record->record);
    }
  trama_report_notes_cite (notes, text, (const TramaId *) (gpointer) ids->data, ids->len, shows);
}
