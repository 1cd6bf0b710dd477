/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-record-presets.h"

#include <glib/gi18n-lib.h>

static TramaId *
ref_of (TramaRecordBuilder *builder, const TramaField *field)
{
  return (TramaId *) (gpointer) ((char *) builder->draft + field->offset);
}

/* The references that are plain: the programme in view, or what the record is to belong to. */
static void
preset_references (TramaWorkspace *workspace, TramaRecordBuilder *builder, TramaId other)
{
  const TramaKindInfo *info = trama_kind_info ((TramaKind) builder->draft->kind);
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);
  TramaVersion *version = trama_workspace_get_version (workspace);
  gboolean used = trama_id_is_none (other);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TramaField *field = &info->fields[i];

      if (field->type != TRAMA_FIELD_REF)
        continue;
      if (!used && trama_version_find_among (version, field->targets, other) != NULL)
        {
          *ref_of (builder, field) = other;
          used = TRUE;
        }
      else if (field->targets == TRAMA_KIND_BIT (TRAMA_KIND_PROGRAMME) && programme != NULL)
        *ref_of (builder, field) = programme->record.id;
      else if (field->targets == TRAMA_KIND_BIT (TRAMA_KIND_CLUSTER) && programme != NULL)
        *ref_of (builder, field) = programme->cluster;
    }
}

TramaRecord *
trama_record_presets_new (TramaWorkspace *workspace, TramaKind kind, TramaId other)
{
  g_auto (TramaRecordBuilder) builder = { 0 };
  const TramaKindInfo *info = trama_kind_info (kind);
  TramaDocument *document = trama_workspace_get_document (workspace);

  trama_record_builder_begin (&builder, kind,
                              trama_id_source_next (trama_document_get_id_source (document)));
  preset_references (workspace, &builder, other);
  if (info->event_field >= 0 && (info->fields[info->event_field].flags & TRAMA_FIELD_REQUIRED)
      && !(info->fields[info->event_field].flags & TRAMA_FIELD_MONTH))
    *(TramaDate *) (gpointer) ((char *) builder.draft + info->fields[info->event_field].offset)
        = trama_date_from_day (trama_workspace_get_as_of (workspace));
  if (kind == TRAMA_KIND_LEDGER_ENTRY)
    ((TramaLedgerEntry *) builder.draft)->type = TRAMA_LEDGER_ACTUAL;
  if (kind == TRAMA_KIND_LINKAGE)
    ((TramaLinkage *) builder.draft)->confirmed
        = trama_date_from_day (trama_workspace_get_as_of (workspace));
  return trama_record_builder_finish (&builder);
}

const char *const *
trama_record_presets_hidden (TramaKind kind)
{
  static const char *const assessment[] = { "frozen", NULL };
  static const char *const evidence[] = { "checksum", NULL };

  switch ((int) kind)
    {
    case TRAMA_KIND_ASSESSMENT:
      return assessment;
    case TRAMA_KIND_EVIDENCE:
      return evidence;
    default:
      return NULL;
    }
}

const char *const *
trama_record_presets_leading (TramaKind kind)
{
  static const char *const activity[]
      = { "kind", "title", "date", "participants", "led_by", "as_one", "result", "cost", NULL };
  static const char *const ledger[]
      = { "type", "date", "payer", "purpose", "amount", "in_kind", "what", NULL };
  static const char *const linkage[]
      = { "from", "to", "kind", "started", "ended", "confirmed", "introduced_by", "contact_without",
          NULL };
  static const char *const firm[]
      = { "name", "short_name", "cluster", "owner_group", "trade", "place", NULL };

  switch ((int) kind)
    {
    case TRAMA_KIND_ACTIVITY:
      return activity;
    case TRAMA_KIND_LEDGER_ENTRY:
      return ledger;
    case TRAMA_KIND_LINKAGE:
      return linkage;
    case TRAMA_KIND_FIRM:
      return firm;
    default:
      return NULL;
    }
}

const char *
trama_record_presets_title (TramaKind kind, gboolean is_new)
{
  switch ((int) kind)
    {
    case TRAMA_KIND_ACTIVITY:
      return is_new ? _ ("Log Activity") : _ ("Edit Activity");
    case TRAMA_KIND_LEDGER_ENTRY:
      return is_new ? _ ("Add Ledger Entry") : _ ("Edit Ledger Entry");
    case TRAMA_KIND_LINKAGE:
      return is_new ? _ ("Add Tie") : _ ("Edit Tie");
    case TRAMA_KIND_FIRM:
      return is_new ? _ ("Add Firm") : _ ("Edit Firm");
    case TRAMA_KIND_INSTITUTION:
      return is_new ? _ ("Add Institution") : _ ("Edit Institution");
    case TRAMA_KIND_PROGRAMME:
      return is_new ? _ ("Add Programme") : _ ("Edit Programme");
    default:
      return trama_kind_label (kind);
    }
}
