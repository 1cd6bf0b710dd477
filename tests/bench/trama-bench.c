/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-bench.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Rounds are done until this has passed, but no fewer and no more than these. */
#define ENOUGH_SECONDS 5.0
#define FEWEST_ROUNDS 3
#define MOST_ROUNDS 31

static gboolean smoke;

void
trama_bench_init (int *argc, char ***argv)
{
  for (int i = 1; i < *argc; i++)
    {
      if (strcmp ((*argv)[i], "--smoke") == 0)
        smoke = TRUE;
      else
        {
          fprintf (stderr, "%s: the only option is --smoke\n", (*argv)[0]);
          exit (2);
        }
    }
}

gboolean
trama_bench_is_smoke (void)
{
  return smoke;
}

gsize
trama_bench_size (gsize size, gsize smoke_size)
{
  return smoke ? smoke_size : size;
}

static double
seconds_of (struct timeval time)
{
  return time.tv_sec + time.tv_usec / 1e6;
}

static double
now (TramaBenchClock clock)
{
  double seconds = 0;

  if (clock == TRAMA_BENCH_WALL)
    return g_get_monotonic_time () / 1e6;

  for (int i = 0; i < 2; i++)
    {
      struct rusage usage;

      getrusage (i == 0 ? RUSAGE_SELF : RUSAGE_CHILDREN, &usage);
      seconds += seconds_of (usage.ru_utime) + seconds_of (usage.ru_stime);
    }
  return seconds;
}

static double
time_of (TramaBenchWork work, gpointer data, TramaBenchClock clock)
{
  double start = now (clock);

  work (data);
  return now (clock) - start;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sorts @values. */
static double
median (double *values, guint count)
{
  qsort (values, count, sizeof *values, compare_doubles);
  return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

/* No figures: nobody is to compare what was run once on a small size. */
static void
print_smoke (const TramaBenchCase *bench)
{
  printf ("%-28s %8" G_GSIZE_FORMAT " runs\n", bench->name, bench->size);
  fflush (stdout);
}

static void
print_line (const TramaBenchCase *bench, double ours, double peer, const char *unit, double ratio)
{
  char goal[32] = "-";

  if (bench->goal > 0)
    g_snprintf (goal, sizeof goal, "%.3f", bench->goal);
  printf ("%-28s %8" G_GSIZE_FORMAT " %10.3f%s %10.3f%s %8.3f %8s\n", bench->name, bench->size,
          ours, unit, peer, unit, ratio, goal);
  fflush (stdout);
}

void
trama_bench_compare (const TramaBenchCase *bench)
{
  double ours[MOST_ROUNDS];
  double peer[MOST_ROUNDS];
  double ratios[MOST_ROUNDS];
  guint most = bench->rounds > 0 ? MIN (bench->rounds, MOST_ROUNDS) : MOST_ROUNDS;
  guint fewest = bench->rounds > 0 ? most : FEWEST_ROUNDS;
  double start = now (TRAMA_BENCH_WALL);
  guint n = 0;

  if (smoke)
    {
      bench->ours (bench->data);
      bench->peer (bench->data);
      print_smoke (bench);
      return;
    }

  while (n < fewest || (n < most && now (TRAMA_BENCH_WALL) - start < ENOUGH_SECONDS))
    {
      ours[n] = time_of (bench->ours, bench->data, bench->clock);
      peer[n] = time_of (bench->peer, bench->data, bench->clock);
      /* A peer too quick for the clock gives no ratio that means anything. */
      ratios[n] = ours[n] / MAX (peer[n], 1e-6);
      n++;
    }
  print_line (bench, median (ours, n) * 1e3, median (peer, n) * 1e3, "ms", median (ratios, n));
}

/* A line of /proc/self/status in MiB. */
static double
status_mebibytes (const char *field)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    g_error ("no /proc/self/status");
  line = strstr (text, field);
  g_assert (line != NULL);
  return g_ascii_strtod (line + strlen (field), NULL) / 1024;
}

static double
peak_of (TramaBenchWork work, gpointer data)
{
  double peak = -1;
  int status;
  int ends[2];
  pid_t child;

  if (pipe (ends) != 0)
    g_error ("no pipe: %s", g_strerror (errno));
  fflush (stdout);
  child = fork ();
  if (child < 0)
    g_error ("no process: %s", g_strerror (errno));
  if (child == 0)
    {
      FILE *file = fopen ("/proc/self/clear_refs", "w");
      double start;

      /* Lowers the peak to what is resident now. */
      if (file == NULL || fputs ("5", file) < 0 || fclose (file) != 0)
        _exit (1);
      start = status_mebibytes ("VmRSS:");
      work (data);
      peak = status_mebibytes ("VmHWM:") - start;
      _exit (write (ends[1], &peak, sizeof peak) == sizeof peak ? 0 : 1);
    }
  close (ends[1]);
  if (read (ends[0], &peak, sizeof peak) != sizeof peak || waitpid (child, &status, 0) != child
      || status != 0)
    g_error ("the process whose memory was measured failed");
  close (ends[0]);
  return peak;
}

void
trama_bench_compare_memory (const TramaBenchCase *bench)
{
  double ours;
  double peer;

  ours = peak_of (bench->ours, bench->data);
  peer = peak_of (bench->peer, bench->data);
  if (smoke)
    print_smoke (bench);
  else
    print_line (bench, ours, peer, "MiB", ours / MAX (peer, 1.0 / 1024));
}

void
trama_bench_compare_figures (const char *name, gsize size, double ours, double peer, double goal)
{
  const TramaBenchCase bench = { .name = name, .size = size, .goal = goal };

  if (smoke)
    print_smoke (&bench);
  else
    print_line (&bench, ours, peer, "", peer > 0 ? ours / peer : NAN);
}
