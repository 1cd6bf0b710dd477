/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-report-catalogue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TramaReportSentence *const sentences[] = {
  trama_report_cover_sentences,    trama_report_benefit_sentences,  trama_report_summary_sentences,
  trama_report_course_sentences,   trama_report_member_sentences,   trama_report_network_sentences,
  trama_report_action_sentences,   trama_report_testing_sentences,  trama_report_money_sentences,
  trama_report_criteria_sentences, trama_report_evidence_sentences,
};

static const TramaReportListing *const lists[] = {
  trama_report_asked_lists,
  trama_report_criteria_lists,
};

static const TramaReportTabulation *const tables[] = {
  trama_report_network_tables,  trama_report_course_tables,   trama_report_member_tables,
  trama_report_action_tables,   trama_report_testing_tables,  trama_report_money_tables,
  trama_report_criteria_tables, trama_report_evidence_tables, trama_report_record_tables,
};

static const char *const charts[]
    = { "phases",     "criteria", "taper",   "cohort",        "independence",          "tiers",
        "activities", "payers",   "network", "network-alone", "network-without-broker" };

typedef struct
{
  const char *id;
  const char *role;          /* translatable */
} Signature;

static const Signature signatures[] = {
  { "prepared", N_ ("Prepared by") },
  { "agency", N_ ("Signed for the agency") },
  { "reader", N_ ("Read and accepted by") },
};

/* Entries begin with their id and end in one without. */
static gconstpointer
find (const void *const *groups, guint n_groups, gsize size, const char *id)
{
  for (guint i = 0; i < n_groups; i++)
    for (const char *entry = groups[i]; *(const char *const *) (gconstpointer) entry != NULL;
         entry += size)
      if (g_strcmp0 (*(const char *const *) (gconstpointer) entry, id) == 0)
        return entry;
  return NULL;
}

static const TramaReportSentence *
find_sentence (const char *id)
{
  return find ((const void *const *) sentences, G_N_ELEMENTS (sentences), sizeof **sentences, id);
}

static const TramaReportListing *
find_list (const char *id)
{
  return find ((const void *const *) lists, G_N_ELEMENTS (lists), sizeof **lists, id);
}

static const TramaReportTabulation *
find_table (const char *id)
{
  return find ((const void *const *) tables, G_N_ELEMENTS (tables), sizeof **tables, id);
}

static const TramaReportKeyFigure *
find_key_figure (const char *id)
{
  const void *group = trama_report_key_figures;

  return find (&group, 1, sizeof *trama_report_key_figures, id);
}

static const TramaReportPair *
find_pair (const char *id)
{
  const void *group = trama_report_pairs;

  return find (&group, 1, sizeof *trama_report_pairs, id);
}

static const Signature *
find_signature (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (g_strcmp0 (signatures[i].id, id) == 0)
      return &signatures[i];
  return NULL;
}

static gboolean
is_chart (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_strcmp0 (charts[i], id) == 0)
      return trama_programme_dossier_has_chart (id);
  return FALSE;
}

gboolean
trama_report_catalogue_has (TramaReportThing thing, const char *id)
{
  switch (thing)
    {
    case TRAMA_REPORT_SENTENCE:
      return find_sentence (id) != NULL;
    case TRAMA_REPORT_LIST:
      return find_list (id) != NULL;
    case TRAMA_REPORT_CHART:
      return is_chart (id);
    case TRAMA_REPORT_TABLE:
      return find_table (id) != NULL;
    case TRAMA_REPORT_KEY_FIGURE:
      return find_key_figure (id) != NULL;
    case TRAMA_REPORT_PAIR:
      return find_pair (id) != NULL;
    case TRAMA_REPORT_SIGNATURE:
    default:
      return find_signature (id) != NULL;
    }
}

static void
add_ids (GPtrArray *ids, const void *const *groups, guint n_groups, gsize size)
{
  for (guint i = 0; i < n_groups; i++)
    for (const char *entry = groups[i]; *(const char *const *) (gconstpointer) entry != NULL;
         entry += size)
      g_ptr_array_add (ids, *(char *const *) (gconstpointer) entry);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
trama_report_catalogue_list (TramaReportThing thing)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const void *figures = trama_report_key_figures;
  const void *pairs = trama_report_pairs;

  switch (thing)
    {
    case TRAMA_REPORT_SENTENCE:
      add_ids (ids, (const void *const *) sentences, G_N_ELEMENTS (sentences), sizeof **sentences);
      break;
    case TRAMA_REPORT_LIST:
      add_ids (ids, (const void *const *) lists, G_N_ELEMENTS (lists), sizeof **lists);
      break;
    case TRAMA_REPORT_CHART:
      for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
        g_ptr_array_add (ids, (char *) charts[i]);
      break;
    case TRAMA_REPORT_TABLE:
      add_ids (ids, (const void *const *) tables, G_N_ELEMENTS (tables), sizeof **tables);
      break;
    case TRAMA_REPORT_KEY_FIGURE:
      add_ids (ids, &figures, 1, sizeof *trama_report_key_figures);
      break;
    case TRAMA_REPORT_PAIR:
      add_ids (ids, &pairs, 1, sizeof *trama_report_pairs);
      break;
    case TRAMA_REPORT_SIGNATURE:
    default:
      for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
        g_ptr_array_add (ids, (char *) signatures[i].id);
      break;
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (", ", (char **) ids->pdata);
}

TramaPageText *
trama_report_say (TramaReportMaker *maker, const char *id)
{
  const TramaReportSentence *sentence = find_sentence (id);

  g_return_val_if_fail (sentence != NULL, NULL);

  return sentence->say (maker);
}

GPtrArray *
trama_report_list (TramaReportMaker *maker, const char *id)
{
  const TramaReportListing *listing = find_list (id);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_page_text_free);

  g_return_val_if_fail (listing != NULL, texts);

  listing->list (maker, texts);
  return texts;
}

TramaPageBlock *
trama_report_tabulate (TramaReportMaker *maker, const char *id)
{
  const TramaReportTabulation *tabulation = find_table (id);
  TramaPageBlock *block;

  g_return_val_if_fail (tabulation != NULL, NULL);

  block = tabulation->tabulate (maker);
  if (block != NULL)
    {
      g_autofree char *anchor = g_strconcat ("table-", id, NULL);

      trama_page_block_set_anchor (block, anchor);
    }
  return block;
}

static void
drawn_free (gpointer data)
{
  TramaReportDrawn *drawn = data;

  g_free (drawn->id);
  g_free (drawn->anchor);
  g_free (drawn->title);
  trama_scene_unref (drawn->scene);
  g_free (drawn);
}

/* What the subtitle must say beside what the chart says of itself. */
static char *
add_undrawn (TramaReportMaker *maker, const char *id, const char *subtitle)
{
  guint n = trama_programme_dossier_network (maker->dossier)->undrawn;

  /* The drawing without the manager stands below the one with her, which says it. */
  if (n == 0 || !g_str_has_prefix (id, "network") || g_str_equal (id, "network-without-broker"))
    return g_strdup (subtitle);
  /* Translators: what a network drawing shows, and how many members it leaves out */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s; %u firm that has not agreed to be named is counted and not drawn",
                   "%s; %u firms that have not agreed to be named are counted and not drawn", n),
      subtitle, n);
}

/* What is said where a chart would be empty; NULL: it is not. */
static const char *
nothing_to_draw (TramaReportMaker *maker, const char *id)
{
  const TramaDossierNetwork *network = trama_programme_dossier_network (maker->dossier);

  if (g_str_equal (id, "taper") && trama_programme_dossier_month (maker->dossier) == 0)
    return _ ("No manager had been appointed, so there is no pay to share yet. Here the share that "
              "the firms pay will stand, month by month, beside the share agreed.");
  if (network->members == 0
      && (g_str_has_prefix (id, "network") || g_str_equal (id, "tiers")
          || g_str_equal (id, "independence")))
    return _ ("No firm was a member on this day, so there is nothing to draw.");
  if (g_str_has_prefix (id, "network") && network->undrawn >= network->members)
    return _ ("No member has agreed to be named to this reader, so the network is not drawn. Every "
              "firm is counted in the figures.");
  return NULL;
}

TramaPageBlock *
trama_report_draw (TramaReportMaker *maker, const char *id, double width, double height,
                   gboolean plain, const char *below)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *shown = NULL;
  const char *nothing = nothing_to_draw (maker, id);
  TramaReportDrawn *drawn;
  TramaPageBlock *block;
  TramaScene *scene;

  if (nothing != NULL)
    return trama_page_block_new_paragraph (TRAMA_PAGE_PARAGRAPH_ASIDE,
                                           trama_page_text_new (nothing));
  scene = trama_programme_dossier_draw (maker->dossier, id, &maker->style, width, height, &title,
                                        &subtitle);
  g_return_val_if_fail (scene != NULL, NULL);

  if (plain)
    return trama_page_block_new_chart (scene, NULL, NULL, below);
  shown = add_undrawn (maker, id, subtitle);
  if (maker->drawn == NULL)
    maker->drawn = g_ptr_array_new_with_free_func (drawn_free);
  drawn = g_new0 (TramaReportDrawn, 1);
  drawn->id = g_strdup (id);
  drawn->anchor = g_strdup_printf ("chart-%s-%u", id, maker->drawn->len);
  drawn->title = g_strdup (title);
  drawn->scene = trama_scene_ref (scene);
  g_ptr_array_add (maker->drawn, drawn);
  block = trama_page_block_new_chart (scene, title, shown, below);
  trama_page_block_set_anchor (block, drawn->anchor);
  return block;
}

gboolean
trama_report_key_figure (TramaReportMaker *maker, const char *id, char **figure,
                         TramaPageText **words)
{
  const TramaReportKeyFigure *found = find_key_figure (id);

  g_return_val_if_fail (found != NULL, FALSE);

  return found->figure (maker, figure, words);
}

gboolean
trama_report_pair (TramaReportMaker *maker, const char *id, char **name, TramaPageText **text)
{
  const TramaReportPair *pair = find_pair (id);

  g_return_val_if_fail (pair != NULL, FALSE);

  *text = pair->say (maker);
  *name = *text != NULL ? g_strdup (g_dgettext (GETTEXT_PACKAGE, pair->name)) : NULL;
  return *text != NULL;
}

gboolean
trama_report_signature (TramaReportMaker *maker, const char *id, char **role, char **name)
{
  const Signature *signature = find_signature (id);
  const TramaRecord *signer = NULL;

  g_return_val_if_fail (signature != NULL, FALSE);

  if (g_str_equal (id, "prepared"))
    signer = TRAMA_FIND (maker->version, PERSON, maker->programme->manager);
  else if (g_str_equal (id, "agency"))
    signer = TRAMA_FIND (maker->version, INSTITUTION, maker->programme->agency);
  *role = g_strdup (g_dgettext (GETTEXT_PACKAGE, signature->role));
  *name = signer != NULL               ? g_strdup (trama_record_title (signer))
          : g_str_equal (id, "reader") ? g_strdup (maker->recipient)
                                       : NULL;
  return TRUE;
}
