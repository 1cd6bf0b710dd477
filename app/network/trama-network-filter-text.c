/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter as a line of text, and as sentences. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "trama-network-filter.h"
#include "trama-problem.h"

#define UNKNOWN "unknown"
#define MAX_DISTANCE 100

/* A set of words that one part of the text takes. */
typedef struct
{
  const char *key;
  gsize offset;           /* of the bits in the filter */
  const char *(*id) (guint value);
  const char *(*label) (guint value);
  guint n;                /* values are 0 … n − 1 */
  const char *sentence;   /* translatable */
} Set;

#define WRAP(name, Type, id_of, label_of) \
  static const char *name##_id (guint value) \
  { \
    return id_of ((Type) value); \
  } \
  static const char *name##_label (guint value) \
  { \
    return label_of ((Type) value); \
  }
/* clang-format off */
WRAP (kind, TramaLinkageKind, trama_linkage_kind_id, trama_linkage_kind_label)
WRAP (area, TramaArea, trama_area_id, trama_area_label)
WRAP (tier, TramaTier, trama_tier_id, trama_tier_label)
/* clang-format on */

static const char *
truth_id (guint value)
{
  return value == TRAMA_TRUTH_YES ? "yes" : "no";
}

static const char *
truth_label (guint value)
{
  return value == TRAMA_TRUTH_YES ? _ ("yes") : _ ("no");
}

static const TramaKind node_kinds[]
    = { TRAMA_KIND_FIRM, TRAMA_KIND_INSTITUTION, TRAMA_KIND_PERSON };

static const char *
node_id (guint value)
{
  return trama_kind_info (node_kinds[value])->id;
}

static const char *
node_label (guint value)
{
  return trama_kind_plural_label (node_kinds[value]);
}

#define AT(member) offsetof (TramaNetworkFilter, member)

static const Set sets[] = {
  { "kind", AT (kinds), kind_id, kind_label, TRAMA_GRAPH_N_TIE_KINDS,
    N_ ("Only ties of these kinds: %s.") },
  { "area", AT (areas), area_id, area_label, TRAMA_AREA_PRIVATE_PUBLIC + 1,
    N_ ("Only ties in these areas: %s.") },
  { "formal", AT (distinctions[TRAMA_DISTINCTION_FORMAL]), truth_id, truth_label,
    TRAMA_TRUTH_YES + 1, N_ ("Only ties whose “formal” is: %s.") },
  { "hierarchic", AT (distinctions[TRAMA_DISTINCTION_HIERARCHIC]), truth_id, truth_label,
    TRAMA_TRUTH_YES + 1, N_ ("Only ties whose “hierarchic” is: %s.") },
  { "vertical", AT (distinctions[TRAMA_DISTINCTION_VERTICAL]), truth_id, truth_label,
    TRAMA_TRUTH_YES + 1, N_ ("Only ties whose “vertical” is: %s.") },
  { "time-limited", AT (distinctions[TRAMA_DISTINCTION_TIME_LIMITED]), truth_id, truth_label,
    TRAMA_TRUTH_YES + 1, N_ ("Only ties whose “limited in time” is: %s.") },
  { "nodes", AT (nodes), node_id, node_label, TRAMA_GRAPH_PERSON + 1, N_ ("Only these: %s.") },
  { "tier", AT (tiers), tier_id, tier_label, TRAMA_TIER_LEADING + 1,
    N_ ("Of firms, only these tiers: %s.") },
  { "member", AT (member), truth_id, truth_label, TRAMA_TRUTH_YES + 1,
    N_ ("Of firms, only those whose membership on the date is: %s.") },
};

/* Bit 0 is "not known", except of nodes, which are all of some kind. */
static gboolean
is_unknown (const Set *set, guint value)
{
  return value == 0 && set->id != node_id;
}

static gboolean
is_word (const char *word, const char *other)
{
  g_autofree char *a = g_utf8_casefold (word, -1);
  g_autofree char *b = other != NULL ? g_utf8_casefold (other, -1) : NULL;

  return b != NULL && strcmp (a, b) == 0;
}

static gboolean
parse_word (const Set *set, const char *word, guint32 *bits, GError **error)
{
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint value = 0; value < set->n; value++)
    {
      const char *id = is_unknown (set, value) ? UNKNOWN : set->id (value);

      if (is_word (word, id) || (!is_unknown (set, value) && is_word (word, set->label (value))))
        {
          *bits |= 1u << value;
          return TRUE;
        }
      g_string_append_printf (expected, "%s%s", expected->len > 0 ? ", " : "", id);
    }
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_USAGE, _ ("%s: found “%s”, expected one of: %s"),
               set->key, word, expected->str);
  return FALSE;
}

static gboolean
parse_set (TramaNetworkFilter *filter, const Set *set, const char *values, GError **error)
{
  guint32 *bits = (guint32 *) ((char *) filter + set->offset);
  g_auto (GStrv) words = g_strsplit (values, ",", -1);
  guint32 found = 0;

  for (char **word = words; *word != NULL; word++)
    if (!parse_word (set, g_strstrip (*word), &found, error))
      return FALSE;
  /* Said twice, both must hold. */
  *bits = *bits == 0 ? found : *bits & found;
  if (*bits != 0)
    return TRUE;
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_USAGE, _ ("%s: nothing can be all of this at once"),
               set->key);
  return FALSE;
}

static const char *
name_of (const TramaRecord *record)
{
  const TramaKindInfo *info = trama_kind_info (record->kind);

  if (info->title_field < 0)
    return NULL;
  return *(const char *const *) ((const char *) record + info->fields[info->title_field].offset);
}

/* @kinds: bits of kinds to look among. */
static TramaId
find_named (TramaVersion *version, guint64 kinds, const char *key, const char *name, GError **error)
{
  TramaId id;
  TramaId found = TRAMA_ID_NONE;
  guint n = 0;

  if (trama_id_parse (name, strlen (name), &id)
      && trama_version_find_among (version, kinds, id) != NULL)
    return id;
  for (TramaKind kind = TRAMA_KIND_NONE; kind < TRAMA_N_KINDS; kind++)
    {
      TramaTable *table;

      if (kind == TRAMA_KIND_NONE || !(kinds & TRAMA_KIND_BIT (kind)))
        continue;
      table = trama_version_table (version, kind);
      for (guint i = 0; i < trama_table_size (table); i++)
        if (is_word (name, name_of (trama_table_get (table, i))))
          {
            found = trama_table_get (table, i)->id;
            n++;
          }
    }
  if (n == 1)
    return found;
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_USAGE,
               n == 0 ? _ ("%s: nobody and nothing is called “%s”")
                      : _ ("%s: more than one is called “%s”; give an id"),
               key, name);
  return TRAMA_ID_NONE;
}

TramaId
trama_network_filter_find_node (TramaVersion *version, const char *name, GError **error)
{
  g_return_val_if_fail (version != NULL && name != NULL, TRAMA_ID_NONE);

  return find_named (version,
                     TRAMA_KIND_BIT (TRAMA_KIND_FIRM) | TRAMA_KIND_BIT (TRAMA_KIND_INSTITUTION)
                         | TRAMA_KIND_BIT (TRAMA_KIND_PERSON),
                     "ego", name, error);
}

static gboolean
parse_names (GArray *ids, TramaVersion *version, TramaKind kind, const char *key,
             const char *values, GError **error)
{
  TramaId whole = find_named (version, TRAMA_KIND_BIT (kind), key, values, NULL);
  g_auto (GStrv) words = NULL;

  if (!trama_id_is_none (whole))
    {
      g_array_append_val (ids, whole);
      return TRUE;
    }
  words = g_strsplit (values, ",", -1);
  for (char **word = words; *word != NULL; word++)
    {
      TramaId id = find_named (version, TRAMA_KIND_BIT (kind), key, g_strstrip (*word), error);

      if (trama_id_is_none (id))
        return FALSE;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

/* "10", "10-49", "50+", "<10". */
static gboolean
parse_size (TramaNetworkFilter *filter, const char *text, GError **error)
{
  gboolean below = *text == '<';
  char *end;
  double least = g_ascii_strtod (text + below, &end);
  double most = least;
  gboolean good = end > text + below && least >= 0 && isfinite (least);

  if (below)
    least = NAN;
  else if (*end == '+')
    {
      most = NAN;
      end++;
    }
  else if (*end == '-')
    {
      const char *second = end + 1;

      most = g_ascii_strtod (second, &end);
      good = good && end > second && most >= least && isfinite (most);
    }
  if (good && *end == '\0')
    {
      filter->least = least;
      filter->most = below ? most - 1 : most;
      return TRUE;
    }
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_USAGE, _ ("%s: found “%s”, expected one of: %s"),
               "size", text, "10, 10-49, 50+, <10");
  return FALSE;
}

static gboolean
parse_distance (TramaNetworkFilter *filter, const char *text, GError **error)
{
  guint64 distance;

  if (g_ascii_string_to_unsigned (text, 10, 0, MAX_DISTANCE, &distance, NULL))
    {
      filter->distance = (guint) distance;
      return TRUE;
    }
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_USAGE,
               _ ("distance: found “%s”, expected a number of steps up to %d"), text, MAX_DISTANCE);
  return FALSE;
}

static gboolean
parse_part (TramaNetworkFilter *filter, TramaVersion *version, const char *key, const char *value,
            GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (strcmp (sets[i].key, key) == 0)
      return parse_set (filter, &sets[i], value, error);
  if (strcmp (key, "programme") == 0)
    return parse_names (filter->programmes, version, TRAMA_KIND_PROGRAMME, key, value, error);
  if (strcmp (key, "cluster") == 0)
    return parse_names (filter->clusters, version, TRAMA_KIND_CLUSTER, key, value, error);
  if (strcmp (key, "size") == 0)
    return parse_size (filter, value, error);
  if (strcmp (key, "distance") == 0)
    return parse_distance (filter, value, error);
  if (strcmp (key, "trade") == 0)
    {
      g_free (filter->trade);
      filter->trade = g_strdup (value);
      return TRUE;
    }
  if (strcmp (key, "ego") == 0)
    {
      filter->ego = trama_network_filter_find_node (version, value, error);
      return !trama_id_is_none (filter->ego);
    }
  g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_USAGE, _ ("%s: found “%s”, expected one of: %s"),
               "filter", key,
               "kind, area, formal, hierarchic, vertical, time-limited, nodes, tier, member, "
               "programme, cluster, trade, size, ego, distance");
  return FALSE;
}

gboolean
trama_network_filter_parse (TramaNetworkFilter *filter, TramaVersion *version, const char *text,
                            GError **error)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (filter != NULL && version != NULL && text != NULL, FALSE);

  parts = g_strsplit (text, ";", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      char *equals = strchr (*part, '=');

      if (*g_strstrip (*part) == '\0')
        continue;
      equals = strchr (*part, '=');
      if (equals == NULL || *g_strstrip (equals + 1) == '\0')
        {
          g_set_error (error, TRAMA_ERROR, TRAMA_ERROR_USAGE,
                       _ ("found “%s”, expected such as kind=supply,sales"), *part);
          return FALSE;
        }
      *equals = '\0';
      if (!parse_part (filter, version, g_strstrip (*part), equals + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* @sentence holds one %s. */
static void
say (GString *text, const char *sentence, const char *what)
{
  g_auto (GStrv) sides = g_strsplit (sentence, "%s", 2);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sides[0]);
  if (sides[1] != NULL)
    {
      g_string_append (text, what);
      g_string_append (text, sides[1]);
    }
}

static void
say_set (GString *text, const TramaNetworkFilter *filter, const Set *set)
{
  guint32 bits = *(const guint32 *) ((const char *) filter + set->offset);
  g_autoptr (GString) words = g_string_new (NULL);

  if (bits == 0)
    return;
  for (guint value = 0; value < set->n; value++)
    if (bits >> value & 1)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              is_unknown (set, value) ? _ ("not known") : set->label (value));
  say (text, _ (set->sentence), words->str);
}

static void
say_names (GString *text, TramaVersion *version, const GArray *ids, const char *sentence)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (ids->len == 0)
    return;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = trama_version_describe_id (version, g_array_index (ids, TramaId, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  say (text, sentence, names->str);
}

char *
trama_network_filter_to_prose (const TramaNetworkFilter *filter, TramaVersion *version)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (filter != NULL && version != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    say_set (text, filter, &sets[i]);
  say_names (text, version, filter->programmes,
             _ ("Only firms that are members of these programmes on the date: %s."));
  say_names (text, version, filter->clusters,
             _ ("Only firms and institutions of these clusters: %s."));
  if (filter->trade != NULL)
    say (text, _ ("Of firms, only those with “%s” in their trade."), filter->trade);
  if (!isnan (filter->least) || !isnan (filter->most))
    {
      TramaBand band = { isnan (filter->least) ? -INFINITY : filter->least,
                         isnan (filter->most) ? INFINITY : filter->most };
      g_autofree char *jobs = trama_band_to_prose (band, 0);

      say (text, _ ("Of firms, only those with so many jobs: %s."), jobs);
    }
  if (!trama_id_is_none (filter->ego))
    {
      g_autofree char *name = trama_version_describe_id (version, filter->ego);

      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE, "%sOnly %s and whoever is at most %u step away.",
                       "%sOnly %s and whoever is at most %u steps away.", filter->distance),
          text->len > 0 ? " " : "", name, filter->distance);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
