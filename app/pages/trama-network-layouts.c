/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-network-layouts.h"

/* So many networks are remembered. */
#define MOST 12

typedef struct
{
  TramaVersion *version;
  TramaGraphScope scope;
  TramaId subject;
  TramaLayoutKind arrangement;
  double aspect;
  TramaLayout *layout;
} Entry;

struct _TramaNetworkLayouts
{
  GQueue entries; /* the one asked for last is first */
};

static void
entry_free (Entry *entry)
{
  trama_version_unref (entry->version);
  trama_layout_unref (entry->layout);
  g_free (entry);
}

TramaNetworkLayouts *
trama_network_layouts_new (void)
{
  TramaNetworkLayouts *layouts = g_new0 (TramaNetworkLayouts, 1);

  g_queue_init (&layouts->entries);
  return layouts;
}

void
trama_network_layouts_free (TramaNetworkLayouts *layouts)
{
  if (layouts == NULL)
    return;
  g_queue_clear_full (&layouts->entries, (GDestroyNotify) entry_free);
  g_free (layouts);
}

static GList *
find (TramaNetworkLayouts *layouts, const TramaNetworkRequest *request)
{
  for (GList *link = layouts->entries.head; link != NULL; link = link->next)
    {
      const Entry *entry = link->data;

      if (entry->scope == request->options.scope && entry->arrangement == request->arrangement
          && entry->aspect == request->aspect
          && trama_id_equal (entry->subject, request->options.subject))
        return link;
    }
  return NULL;
}

/* In lanes a firm stands where its tiers say, and those of elsewhere by what they are: once such a
 * record is another, lanes are made anew. */
static gboolean
holds_for (const Entry *entry, TramaVersion *version)
{
  static const TramaKind kinds[]
      = { TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION, TRAMA_KIND_PERSON, TRAMA_KIND_TIER_READING };

  if (trama_layout_n_lanes (entry->layout) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (trama_version_table (entry->version, kinds[i]) != trama_version_table (version, kinds[i]))
      return FALSE;
  return TRUE;
}

TramaLayout *
trama_network_layouts_find (TramaNetworkLayouts *layouts, const TramaNetworkRequest *request)
{
  GList *link = find (layouts, request);

  if (link == NULL || !holds_for (link->data, request->version))
    return NULL;
  return ((Entry *) link->data)->layout;
}

void
trama_network_layouts_keep (TramaNetworkLayouts *layouts, const TramaNetworkRequest *request,
                            TramaLayout *layout)
{
  GList *link = find (layouts, request);
  Entry *entry = g_new (Entry, 1);

  if (link != NULL)
    {
      entry_free (link->data);
      g_queue_delete_link (&layouts->entries, link);
    }
  *entry = (Entry) { trama_version_ref (request->version),
                     request->options.scope,
                     request->options.subject,
                     request->arrangement,
                     request->aspect,
                     trama_layout_ref (layout) };
  g_queue_push_head (&layouts->entries, entry);
  if (layouts->entries.length > MOST)
    entry_free (g_queue_pop_tail (&layouts->entries));
}
