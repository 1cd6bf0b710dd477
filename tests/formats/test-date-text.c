/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "trama-date-text.h"

static const struct
{
  const char *text;
  TramaDateShape shape;
  const char *as_dmy; /* NULL: no date */
  const char *as_mdy;
} cases[] = {
  { "2024-03-15", TRAMA_DATE_SHAPE_CLEAR, "2024-03-15", "2024-03-15" },
  { "2024-03", TRAMA_DATE_SHAPE_CLEAR, "2024-03", "2024-03" },
  { "2024", TRAMA_DATE_SHAPE_CLEAR, "2024", "2024" },
  { "2024~", TRAMA_DATE_SHAPE_CLEAR, "2024~", "2024~" },
  { "2024-29", TRAMA_DATE_SHAPE_CLEAR, "2024-29", "2024-29" },
  { "2024/3/5", TRAMA_DATE_SHAPE_CLEAR, "2024-03-05", "2024-03-05" },
  { "2024.03.05", TRAMA_DATE_SHAPE_CLEAR, "2024-03-05", "2024-03-05" },
  { "3/2024", TRAMA_DATE_SHAPE_CLEAR, "2024-03", "2024-03" },
  { "03.2024", TRAMA_DATE_SHAPE_CLEAR, "2024-03", "2024-03" },
  { "15/03/2024", TRAMA_DATE_SHAPE_DMY, "2024-03-15", NULL },
  { "15.3.2024", TRAMA_DATE_SHAPE_DMY, "2024-03-15", NULL },
  { "15. 3. 2024", TRAMA_DATE_SHAPE_DMY, "2024-03-15", NULL },
  { "15-03-2024", TRAMA_DATE_SHAPE_DMY, "2024-03-15", NULL },
  { "15 3 2024", TRAMA_DATE_SHAPE_DMY, "2024-03-15", NULL },
  { "3/15/2024", TRAMA_DATE_SHAPE_MDY, NULL, "2024-03-15" },
  { "3/4/2024", TRAMA_DATE_SHAPE_EITHER, "2024-04-03", "2024-03-04" },
  { "4/4/2024", TRAMA_DATE_SHAPE_CLEAR, "2024-04-04", "2024-04-04" },
  { "29/2/2024", TRAMA_DATE_SHAPE_DMY, "2024-02-29", NULL },
  { "2024-03-15T00:00:00", TRAMA_DATE_SHAPE_CLEAR, "2024-03-15", "2024-03-15" },
  { "2024-03-15 12:30", TRAMA_DATE_SHAPE_CLEAR, "2024-03-15", "2024-03-15" },
  { "2024-03-15T10:00:00Z", TRAMA_DATE_SHAPE_CLEAR, "2024-03-15", "2024-03-15" },
  { "15/03/2024 0:00", TRAMA_DATE_SHAPE_DMY, "2024-03-15", NULL },
  { " 15/03/2024 ", TRAMA_DATE_SHAPE_DMY, "2024-03-15", NULL },
  { "", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "29/2/2023", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "32/1/2024", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "13/13/2024", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "13/2024", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "2024-13-01", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "1/1/24", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "15/03-2024", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "45366", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "12:30", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "soon", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
  { "1/1/2024/1", TRAMA_DATE_SHAPE_NONE, NULL, NULL },
};

static void
expect (const char *text, TramaDateOrder order, const char *expected)
{
  TramaDate date = TRAMA_DATE_NONE;
  char shown[TRAMA_DATE_TEXT_SIZE];

  g_assert_cmpint (trama_date_text_read (text, order, &date), ==, expected != NULL);
  if (expected == NULL)
    return;
  trama_date_to_text (date, shown);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean clear = cases[i].shape == TRAMA_DATE_SHAPE_CLEAR;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (trama_date_text_shape (cases[i].text), ==, cases[i].shape);
      expect (cases[i].text, TRAMA_DATE_ORDER_DMY, cases[i].as_dmy);
      expect (cases[i].text, TRAMA_DATE_ORDER_MDY, cases[i].as_mdy);
      expect (cases[i].text, TRAMA_DATE_ORDER_FIND_OUT, clear ? cases[i].as_dmy : NULL);
    }
}

static void
test_votes (void)
{
  static const struct
  {
    const char *texts[4];
    TramaDateOrder order;
  } columns[] = {
    { { "2024-01-01", "2024" }, TRAMA_DATE_ORDER_DMY },
    { { "3/4/2024", "15/4/2024" }, TRAMA_DATE_ORDER_DMY },
    { { "3/4/2024", "4/15/2024" }, TRAMA_DATE_ORDER_MDY },
    { { "3/4/2024", "5/6/2024" }, TRAMA_DATE_ORDER_FIND_OUT },
    { { "15/4/2024", "4/15/2024" }, TRAMA_DATE_ORDER_FIND_OUT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      TramaDateVotes votes = { 0 };

      for (gsize k = 0; k < 4 && columns[i].texts[k] != NULL; k++)
        trama_date_votes_add (&votes, columns[i].texts[k]);
      g_assert_cmpint (trama_date_votes_result (&votes), ==, columns[i].order);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-text/cases", test_cases);
  g_test_add_func ("/date-text/votes", test_votes);
  return g_test_run ();
}
