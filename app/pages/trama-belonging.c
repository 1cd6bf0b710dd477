/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-belonging.h"

#include "trama-tie-state.h"

/* Longer chains of owners do not occur; a damaged one must not hang the program. */
#define MAX_DEPTH 8

static const TramaField *
owner_field (TramaKind kind)
{
  const TramaKindInfo *info = trama_kind_info (kind);

  return info->owner_field >= 0 ? &info->fields[info->owner_field] : NULL;
}

TramaId
trama_belonging_programme (TramaVersion *version, const TramaRecord *record)
{
  for (guint depth = 0; record != NULL && depth < MAX_DEPTH; depth++)
    {
      const TramaField *owner = owner_field (trama_record_kind (record));

      if (trama_record_kind (record) == TRAMA_KIND_PROGRAMME)
        return record->id;
      if (owner == NULL)
        break;
      record = trama_version_find_among (version, owner->targets,
                                         *(const TramaId *) trama_record_member (record, owner));
    }
  return TRAMA_ID_NONE;
}

GHashTable *
trama_belonging_members (TramaVersion *version, TramaId programme, gint32 day)
{
  GHashTable *members
      = g_hash_table_new_full (trama_id_hash_pointer, trama_id_equal_pointer, g_free, NULL);
  TramaRecords memberships
      = TRAMA_REFERRING (version, MEMBERSHIP, TramaMembership, programme, programme);

  for (guint i = 0; i < memberships.n; i++)
    {
      const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

      if (trama_membership_holds (membership, day, NULL))
        g_hash_table_add (members, g_memdup2 (&membership->firm, sizeof (TramaId)));
    }
  return members;
}

static void
add_all (GPtrArray *found, TramaRecords records)
{
  for (guint i = 0; i < records.n; i++)
    g_ptr_array_add (found, (gpointer) records.records[i]);
}

static void
collect (TramaVersion *version, TramaKind kind, TramaId programme, GPtrArray *found, guint depth)
{
  const TramaField *owner = owner_field (kind);

  if (owner == NULL || depth == MAX_DEPTH)
    return;
  if (owner->targets & TRAMA_KIND_BIT (TRAMA_KIND_PROGRAMME))
    {
      add_all (found, trama_table_referring (trama_version_table (version, kind), owner->offset,
                                             programme));
      return;
    }
  for (guint parent = 1; parent < TRAMA_N_KINDS; parent++)
    if (owner->targets == TRAMA_KIND_BIT (parent))
      {
        g_autoptr (GPtrArray) owners = g_ptr_array_new ();

        collect (version, (TramaKind) parent, programme, owners, depth + 1);
        for (guint i = 0; i < owners->len; i++)
          add_all (found, trama_table_referring (trama_version_table (version, kind), owner->offset,
                                                 ((const TramaRecord *) owners->pdata[i])->id));
      }
}

GPtrArray *
trama_belonging_records (TramaVersion *version, TramaKind kind, TramaId programme)
{
  GPtrArray *found = g_ptr_array_new ();
  const TramaField *firm = trama_kind_field (kind, "firm", 4);

  if (kind == TRAMA_KIND_TEST_ORDER || kind == TRAMA_KIND_CERTIFICATE)
    {
      g_autoptr (GHashTable) seen
          = g_hash_table_new (trama_id_hash_pointer, trama_id_equal_pointer);
      TramaRecords memberships
          = TRAMA_REFERRING (version, MEMBERSHIP, TramaMembership, programme, programme);

      for (guint i = 0; i < memberships.n; i++)
        {
          const TramaMembership *membership = (const TramaMembership *) memberships.records[i];

          if (g_hash_table_add (seen, (gpointer) &membership->firm))
            add_all (found, trama_table_referring (trama_version_table (version, kind),
                                                   firm->offset, membership->firm));
        }
    }
  else
    collect (version, kind, programme, found, 0);
  return found;
}
