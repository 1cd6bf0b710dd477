/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-json.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *message; /* part of it; NULL: it is sound */
} Case;

/* What other readers let by is refused; see docs/file-format.md. */
static const Case cases[] = {
  { "{}", NULL },
  { "[]", NULL },
  { " \t\r\n{ \"a\" : [ 1 , -2.5e3 , true , false , null , \"\\u00fc\\ud83d\\udc5f\" ] } ", NULL },
  { "9223372036854775807", NULL },
  { "-9223372036854775808", NULL },
  { "1e17", NULL },
  { "\"\\u0001\"", NULL },
  { "", "empty" },
  { " ", "not valid JSON" },
  { "{\"a\":1,\"a\":2}", "“a” is given twice" },
  { "{\"x\":{\"b\":1,\"\\u0062\":2}}", "“b” is given twice" },
  { "[9223372036854775808]", "beyond 64 bits" },
  { "18446744073709551616", "too large" },
  { "-9223372036854775809", "too large" },
  { "1e400", "not valid JSON" },
  { "1e19", "too large" },
  { "NaN", "not valid JSON" },
  { "-Infinity", "not valid JSON" },
  { "01", "not valid JSON" },
  { "+1", "not valid JSON" },
  { ".5", "not valid JSON" },
  { "5.", "not valid JSON" },
  { "0x10", "not valid JSON" },
  { "[1,]", "not valid JSON" },
  { "{\"a\":1,}", "not valid JSON" },
  { "{a:1}", "not valid JSON" },
  { "{'a':1}", "not valid JSON" },
  { "[1] 2", "not valid JSON" },
  { "[1]]", "not valid JSON" },
  { "// x\n1", "not valid JSON" },
  { "/* x */1", "not valid JSON" },
  { "\"\\u0000\"", "NUL" },
  { "{\"\\u0000\":1}", "NUL" },
  { "\"\\ud800\"", "not valid JSON" },
  { "\"\\x41\"", "not valid JSON" },
  { "\"a\nb\"", "not valid JSON" },
  { "\"\xff\"", "not valid JSON" },
  { "\"\xc0\x80\"", "not valid JSON" },
  { "\"\xed\xa0\x80\"", "not valid JSON" },
  { "\"abc", "not valid JSON" },
  { "tru", "not valid JSON" },
};

static void
test_strict (void)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* A block of its own size, so that a read behind its end is noticed. */
      gsize length = strlen (cases[i].text);
      g_autofree char *text = length > 0 ? g_memdup2 (cases[i].text, length) : g_strdup ("");
      g_autofree char *message = NULL;
      gsize offset = 0;
      const TramaJsonValue *value
          = trama_json_reader_parse (reader, text, length, &message, &offset);

      if (cases[i].message == NULL)
        {
          if (value == NULL)
            g_error ("%s: %s", cases[i].text, message);
          continue;
        }
      if (value != NULL)
        g_error ("“%s” was accepted", cases[i].text);
      if (strstr (message, cases[i].message) == NULL)
        g_error ("“%s” is not part of “%s”", cases[i].message, message);
      g_assert_cmpuint (offset, <=, length);
    }
}

static void
test_depth (void)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (int depth = 60; depth < 70; depth++)
    {
      g_autofree char *message = NULL;

      g_string_truncate (text, 0);
      for (int i = 0; i < depth; i++)
        g_string_append_c (text, '[');
      for (int i = 0; i < depth; i++)
        g_string_append_c (text, ']');
      g_assert_true (
          (trama_json_reader_parse (reader, text->str, text->len, &message, NULL) != NULL)
          == (depth <= 64));
    }
  /* As deep as a hostile file might go. */
  g_string_truncate (text, 0);
  for (int i = 0; i < 200000; i++)
    g_string_append_c (text, '[');
  for (int i = 0; i < 200000; i++)
    g_string_append_c (text, ']');
  g_assert_null (trama_json_reader_parse (reader, text->str, text->len, NULL, NULL));
}

/* Many members are looked through another way. */
static void
test_many_members (void)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();

  for (int n = 20; n < 40; n++)
    for (int twice = 0; twice < 2; twice++)
      {
        g_autoptr (GString) text = g_string_new ("{");
        const TramaJsonValue *value;

        for (int i = 0; i < n; i++)
          g_string_append_printf (text, "\"m%d\":%d,", i, i);
        g_string_append_printf (text, "\"%s\":1}", twice ? "m7" : "m");
        value = trama_json_reader_parse (reader, text->str, text->len, NULL, NULL);
        g_assert_true ((value == NULL) == twice);
        if (value != NULL)
          {
            g_assert_cmpuint (trama_json_size (value), ==, n + 1);
            g_assert_cmpint (trama_json_get_integer (trama_json_object_get (value, "m19"), -1), ==,
                             19);
          }
      }
}

static void
test_access (void)
{
  static const char text[] = "{\"s\":\"a\\\"b\",\"i\":-3,\"d\":0.1,\"t\":true,\"n\":null,\"l\":[1,["
                             "2],{}],\"o\":{\"x\":1}}";
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  const TramaJsonValue *value = trama_json_reader_parse (reader, text, strlen (text), NULL, NULL);
  const TramaJsonValue *member;
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *all = NULL;
  TramaJsonIter iter;
  const char *key;
  gsize length;
  guint n = 0;

  g_assert_cmpstr (trama_json_object_get_string (value, "s"), ==, "a\"b");
  g_assert_null (trama_json_object_get_string (value, "i"));
  g_assert_null (trama_json_object_get (value, "absent"));
  g_assert_null (trama_json_object_get (NULL, "absent"));
  g_assert_cmpint (trama_json_get_integer (trama_json_object_get (value, "i"), 0), ==, -3);
  g_assert_cmpint (trama_json_get_integer (trama_json_object_get (value, "d"), 9), ==, 9);
  g_assert_cmpfloat (trama_json_get_number (trama_json_object_get (value, "d"), 0), ==, 0.1);
  g_assert_cmpfloat (trama_json_get_number (trama_json_object_get (value, "i"), 0), ==, -3);
  g_assert_true (trama_json_get_boolean (trama_json_object_get (value, "t"), FALSE));
  g_assert_true (trama_json_get_boolean (trama_json_object_get (value, "n"), TRUE));
  g_assert_true (trama_json_value_is (trama_json_object_get (value, "n"), TRAMA_JSON_NULL));
  g_assert_true (trama_json_value_is (trama_json_object_get (value, "i"), TRAMA_JSON_INTEGER));
  g_assert_true (trama_json_value_is (trama_json_object_get (value, "d"), TRAMA_JSON_NUMBER));
  g_assert_false (trama_json_value_is (NULL, TRAMA_JSON_NULL));
  g_assert_cmpuint (trama_json_size (value), ==, 7);
  g_assert_cmpuint (trama_json_size (trama_json_object_get (value, "l")), ==, 3);

  trama_json_iter_init (&iter, value);
  while (trama_json_iter_next (&iter, &key, &length, &member))
    {
      g_assert_cmpuint (length, ==, strlen (key));
      g_string_append (keys, key);
    }
  g_assert_cmpstr (keys->str, ==, "sidtnlo");
  trama_json_iter_init (&iter, trama_json_object_get (value, "l"));
  while (trama_json_iter_next (&iter, NULL, NULL, &member))
    n++;
  g_assert_cmpuint (n, ==, 3);
  trama_json_iter_init (&iter, trama_json_object_get (value, "s"));
  g_assert_false (trama_json_iter_next (&iter, NULL, NULL, &member));
  trama_json_iter_init (&iter, NULL);
  g_assert_false (trama_json_iter_next (&iter, NULL, NULL, &member));
  all = trama_json_value_to_text (value);
  g_assert_cmpstr (all, ==, text);
}

static void
test_describe (void)
{
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (GString) text = g_string_new ("\"");
  g_autofree char *nothing = trama_json_value_describe (NULL);
  g_autofree char *described = NULL;

  g_assert_cmpstr (nothing, ==, "nothing");
  for (int i = 0; i < 100; i++)
    g_string_append (text, "ü");
  g_string_append_c (text, '"');
  described = trama_json_value_describe (
      trama_json_reader_parse (reader, text->str, text->len, NULL, NULL));
  g_assert_true (g_utf8_validate (described, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (described, -1), ==, 60);
  g_assert_true (g_str_has_suffix (described, "…"));
}

/* What is written is read back the same. */
static void
test_writing (void)
{
  static const char *const texts[]
      = { "", "a", "\"\\/\b\f\n\r\t", "\x01\x1f\x7f", "ü – 東京 👟", "\xe2\x80\xa8" };
  static const double numbers[]
      = { 0,         0.1,  1.0 / 3,    -2.5,   1e-7, 5e-324, 2.2250738585072014e-308,
          12345.678, 1e15, 1e16 + 2.0, 1.0e17, 9e18, -0.0,   123456789012345680.0 };
  static const gint64 integers[] = { 0, 1, -1, 10, -10, G_MAXINT64, G_MININT64, 1234567890123 };
  g_autoptr (TramaJsonReader) reader = trama_json_reader_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_string_truncate (out, 0);
      trama_json_append_string (out, texts[i], -1);
      g_assert_cmpstr (trama_json_get_string (
                           trama_json_reader_parse (reader, out->str, out->len, NULL, NULL), NULL),
                       ==, texts[i]);
    }
  g_string_truncate (out, 0);
  trama_json_append_string (out, "a\nb\x02", -1);
  g_assert_cmpstr (out->str, ==, "\"a\\nb\\u0002\"");
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, integers[i]);

      g_string_truncate (out, 0);
      trama_json_append_integer (out, integers[i]);
      g_assert_cmpstr (out->str, ==, expected);
    }
  for (guint i = 0; i < 20000; i++)
    {
      union
      {
        guint64 bits;
        double value;
      } any;

      any.bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
      if (i < G_N_ELEMENTS (numbers))
        any.value = numbers[i];
      if (!isfinite (any.value) || fabs (any.value) >= 9.2e18)
        continue;
      g_string_truncate (out, 0);
      trama_json_append_number (out, any.value);
      g_assert_cmpfloat (trama_json_get_number (
                             trama_json_reader_parse (reader, out->str, out->len, NULL, NULL), NAN),
                         ==, any.value);
    }
  g_string_truncate (out, 0);
  trama_json_append_number (out, 0.1);
  g_string_append_c (out, ' ');
  trama_json_append_number (out, 100);
  g_string_append_c (out, ' ');
  trama_json_append_number (out, -2.5);
  g_assert_cmpstr (out->str, ==, "0.1 100 -2.5");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/strict", test_strict);
  g_test_add_func ("/base/json/depth", test_depth);
  g_test_add_func ("/base/json/many-members", test_many_members);
  g_test_add_func ("/base/json/access", test_access);
  g_test_add_func ("/base/json/describe", test_describe);
  g_test_add_func ("/base/json/writing", test_writing);
  return g_test_run ();
}
