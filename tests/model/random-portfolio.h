/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Portfolios made up at random, but sound ones, for tests of the model and of the store. */
#pragma once

#include <string.h>

#include "trama-change.h"

static const char *const random_texts[] = {
  "Calzados Sierra Norte",
  "a \"quoted\" \\ backslash",
  "two\nlines\tand a tab\r",
  "Ünïcode – 東京 – עברית – 👟",
  "control \x01 \x1f and U+2028 \xe2\x80\xa8.",
  "=1+1",
  "{\"kind\":\"firm\"}",
  " spaces ",
  "x",
};

static inline const char *
random_text (GRand *rand)
{
  return random_texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (random_texts))];
}

static inline TramaDate
random_date (GRand *rand, TramaFieldFlags flags)
{
  int year = g_rand_int_range (rand, 1800, 2200);
  int month = g_rand_int_range (rand, 1, 13);
  int day = g_rand_int_range (rand, 1, 29);
  int form = g_rand_int_range (rand, 0, 9);
  TramaDate date = TRAMA_DATE_NONE;
  char text[64];

  if (flags & TRAMA_FIELD_DAY)
    form = 0;
  else if (flags & TRAMA_FIELD_MONTH)
    form = 1;
  switch (form)
    {
    case 0:
      g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, day);
      break;
    case 1:
      g_snprintf (text, sizeof text, "%04d-%02d", year, month);
      break;
    case 2:
      g_snprintf (text, sizeof text, "%04d", year);
      break;
    case 3:
      g_snprintf (text, sizeof text, "%04d-%02d", year, g_rand_int_range (rand, 25, 37));
      break;
    case 4:
      g_snprintf (text, sizeof text, "%04d-%02d-%02d~", year, month, day);
      break;
    case 5:
      g_snprintf (text, sizeof text, "%04d-%02d~", year, month);
      break;
    case 6:
      g_snprintf (text, sizeof text, "%04d~", year);
      break;
    case 7:
      g_snprintf (text, sizeof text, "%04d-%02d~", year, g_rand_int_range (rand, 25, 37));
      break;
    default:
      g_snprintf (text, sizeof text, "%04d-%02d-%02d/2199-12-31", year, month, day);
      break;
    }
  g_assert_true (trama_date_parse (text, strlen (text), &date));
  return date;
}

static inline double
random_number (GRand *rand, const TramaField *field)
{
  static const double odd[] = { 0, 0.1, 1.0 / 3, 1e-7, 12345.678, 9007199254740993.0, 1e17 };
  gboolean limited = field->min != 0 || field->max != 0;
  double value = g_rand_boolean (rand) ? odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))]
                                       : g_rand_double_range (rand, -1e6, 1e6);

  if (limited && (value < field->min || value > field->max))
    return g_rand_boolean (rand) ? g_rand_double_range (rand, field->min, field->max) : field->max;
  return value;
}

static inline gint64
random_integer (GRand *rand, const TramaField *field)
{
  if (field->min != 0 || field->max != 0)
    return g_rand_int_range (rand, (gint32) field->min, (gint32) field->max + 1);
  return ((gint64) g_rand_int (rand) << 20) - (G_GINT64_CONSTANT (1) << 50);
}

static inline TramaBand
random_band (GRand *rand, const TramaField *field)
{
  double a = random_number (rand, field), b = random_number (rand, field);

  if (a == b || g_rand_boolean (rand))
    return trama_band_exact (a);
  if (g_rand_int_range (rand, 0, 4) == 0)
    return (TramaBand) { a, INFINITY };
  if (g_rand_int_range (rand, 0, 4) == 0)
    return (TramaBand) { -INFINITY, a };
  return (TramaBand) { MIN (a, b), MAX (a, b) };
}

static inline TramaMoney
random_money (GRand *rand, const TramaField *field)
{
  static const char *const currencies[] = { "USD", "CLP", "KWD", "INR" };
  gint32 lowest = field->min < 0 ? -1000 : 0;
  TramaMoney money = trama_money_exact (g_rand_int_range (rand, lowest, 2000000000),
                                        currencies[g_rand_int_range (rand, 0, 4)]);

  if (g_rand_int_range (rand, 0, 3) == 0)
    money.high += g_rand_int_range (rand, 1, 1000);
  return money;
}

/* A record that @field may refer to; none where there is none. */
static inline TramaId
random_target (GRand *rand, const TramaField *field, GPtrArray *const *records)
{
  guint n = 0;

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    if (field->targets & TRAMA_KIND_BIT (kind))
      n += records[kind]->len;
  if (n == 0)
    return TRAMA_ID_NONE;
  n = (guint) g_rand_int_range (rand, 0, (gint32) n);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    if (field->targets & TRAMA_KIND_BIT (kind))
      {
        if (n < records[kind]->len)
          return ((const TramaRecord *) g_ptr_array_index (records[kind], n))->id;
        n -= records[kind]->len;
      }
  g_assert_not_reached ();
}

static inline void
random_value (GRand *rand, TramaRecordBuilder *builder, const TramaField *field,
              GPtrArray *const *records)
{
  gpointer member = (char *) builder->draft + field->offset;

  switch (field->type)
    {
    case TRAMA_FIELD_TEXT:
      trama_record_builder_set_text (builder, field, random_text (rand));
      break;
    case TRAMA_FIELD_DATE:
      *(TramaDate *) member = random_date (rand, field->flags);
      break;
    case TRAMA_FIELD_INTEGER:
      *(gint64 *) member = random_integer (rand, field);
      break;
    case TRAMA_FIELD_DECIMAL:
      *(double *) member = random_number (rand, field);
      break;
    case TRAMA_FIELD_BAND:
      *(TramaBand *) member = random_band (rand, field);
      break;
    case TRAMA_FIELD_MONEY:
      *(TramaMoney *) member = random_money (rand, field);
      break;
    case TRAMA_FIELD_TRUTH:
      *(guint8 *) member = (guint8) g_rand_int_range (rand, 1, 3);
      break;
    case TRAMA_FIELD_CHOICE:
      *(guint8 *) member = (guint8) g_rand_int_range (rand, 1, (gint32) field->n_choices + 1);
      break;
    case TRAMA_FIELD_REF:
      *(TramaId *) member = random_target (rand, field, records);
      break;
    case TRAMA_FIELD_REFS:
      {
        TramaId ids[4];
        guint n = 0;

        for (guint i = (guint) g_rand_int_range (rand, 0, 4); i > 0; i--)
          {
            ids[n] = random_target (rand, field, records);
            n += !trama_id_is_none (ids[n]);
          }
        *(TramaIds *) member = trama_record_builder_ids (builder, ids, n);
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

/* Fills the draft; FALSE where a required reference has nothing to refer to. */
static inline gboolean
random_fill (GRand *rand, TramaRecordBuilder *builder, GPtrArray *const *records)
{
  const TramaKindInfo *info = trama_kind_info ((TramaKind) builder->draft->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      gboolean required = (info->fields[i].flags & TRAMA_FIELD_REQUIRED) != 0;

      if (!required && g_rand_boolean (rand))
        continue;
      random_value (rand, builder, &info->fields[i], records);
      if (required && !trama_record_field_is_known (builder->draft, &info->fields[i]))
        return FALSE;
    }
  builder->draft->entered = g_rand_int_range (rand, 0, 2000000000);
  builder->draft->entered_by = g_rand_boolean (rand) ? "A. Broker" : NULL;
  if (g_rand_int_range (rand, 0, 8) == 0)
    builder->draft->extra = "\"later\":{\"a\":[1,2.5,\"ü\",null,true]},\"more\":\"\\\"\"";
  return TRUE;
}

typedef struct
{
  GPtrArray *records[TRAMA_N_KINDS];
  TramaRecordBuilder builder;
  TramaIdSource ids;
} RandomPortfolio;

static inline void
random_portfolio_init (RandomPortfolio *self, guint32 seed)
{
  *self = (RandomPortfolio) { 0 };
  trama_id_source_init_seeded (&self->ids, seed);
  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    self->records[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) trama_record_unref);
}

static inline gboolean
random_portfolio_add (RandomPortfolio *self, GRand *rand, TramaKind kind)
{
  trama_record_builder_begin (&self->builder, kind, trama_id_source_next (&self->ids));
  if (!random_fill (rand, &self->builder, self->records))
    return FALSE;
  g_ptr_array_add (self->records[kind], trama_record_builder_finish (&self->builder));
  return TRUE;
}

static inline TramaVersion *
random_portfolio_end (RandomPortfolio *self)
{
  TramaTable *tables[TRAMA_N_KINDS] = { 0 };

  for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
    {
      tables[kind]
          = trama_table_new ((TramaKind) kind, (TramaRecord *const *) self->records[kind]->pdata,
                             self->records[kind]->len);
      g_ptr_array_unref (self->records[kind]);
    }
  trama_record_builder_clear (&self->builder);
  return trama_version_new_from_tables (tables);
}

/* One record of each kind, then others up to @n. */
static inline TramaVersion *
random_portfolio (guint32 seed, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  RandomPortfolio self;
  guint done = 0;

  random_portfolio_init (&self, seed);
  for (gboolean again = TRUE; again;)
    {
      again = FALSE;
      for (guint kind = 1; kind < TRAMA_N_KINDS; kind++)
        if (self.records[kind]->len == 0)
          {
            if (random_portfolio_add (&self, rand, (TramaKind) kind))
              done++;
            else
              again = TRUE;
          }
    }
  while (done < n)
    done += random_portfolio_add (&self, rand,
                                  (TramaKind) g_rand_int_range (rand, 2, TRAMA_N_KINDS));
  return random_portfolio_end (&self);
}
