/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-store-instance.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "trama-store-hash.h"

static guint32
this_host (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *boot = NULL;
  g_autofree char *space = g_file_read_link ("/proc/self/ns/pid", NULL);

  if (g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
    g_string_append (text, boot);
  if (space != NULL)
    g_string_append (text, space);
  return (guint32) trama_store_hash (text->str, text->len);
}

/* When the process began, in ticks since the machine did; 0: there is no such process. */
static guint64
start_of (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  /* The name in parentheses may hold anything; the state, field 3, comes after the last one, and
   * the start is field 22. */
  at = strrchr (text, ')');
  for (int field = 2; at != NULL && field < 22; field++)
    {
      at = strchr (at, ' ');
      at = at != NULL ? at + 1 : NULL;
    }
  return at != NULL ? g_ascii_strtoull (at, NULL, 10) : 0;
}

char *
trama_store_instance_tag (void)
{
  gint64 pid = getpid ();

  return g_strdup_printf ("%08x-%" G_GINT64_FORMAT "-%" G_GUINT64_FORMAT, this_host (), pid,
                          start_of (pid));
}

TramaStoreInstanceState
trama_store_instance_state (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag != NULL ? tag : "", "-", -1);
  guint64 host, pid, start;

  if (g_strv_length (parts) != 3 || strlen (parts[0]) != 8
      || !g_ascii_string_to_unsigned (parts[0], 16, 0, G_MAXUINT32, &host, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT32, &pid, NULL)
      || !g_ascii_string_to_unsigned (parts[2], 10, 0, G_MAXUINT64, &start, NULL)
      || host != this_host ())
    return TRAMA_STORE_INSTANCE_ELSEWHERE;
  return start_of ((gint64) pid) == start && start != 0 ? TRAMA_STORE_INSTANCE_ALIVE
                                                        : TRAMA_STORE_INSTANCE_DEAD;
}
