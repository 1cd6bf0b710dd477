/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-cost-share.h"
#include "trama-trend.h"

G_BEGIN_DECLS

/* What the dashboard says of each programme, worked out in a thread: less than a summary, so that
 * three hundred of them stay quick. */
typedef struct
{
  TramaId programme;
  const char *name;     /* in the version */
  int age_months;       /* −1: not formed by the date */
  int month;            /* after the appointment, from 1; 0: not appointed */
  gboolean independent; /* the manager's post has ended */
  TramaScore score;
  GArray *trend;        /* TramaTrendPoint */
  double paid, agreed;  /* over three closed months; NaN: not known */
} TramaDashboardProgramme;

typedef struct
{
  gatomicrefcount references;
  TramaVersion *version;
  gint32 as_of;
  GArray *programmes; /* TramaDashboardProgramme, by name */
} TramaDashboardReading;

TramaDashboardReading *trama_dashboard_reading_ref (TramaDashboardReading *reading);
void trama_dashboard_reading_unref (TramaDashboardReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaDashboardReading, trama_dashboard_reading_unref)
/* NULL where there is no such programme. Borrowed. */
const TramaDashboardProgramme *trama_dashboard_reading_find (const TramaDashboardReading *reading,
                                                             TramaId programme);

void trama_dashboard_reading_new_async (TramaVersion *version, gint32 as_of,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer data);
/* NULL where it was cancelled. (transfer full) */
TramaDashboardReading *trama_dashboard_reading_new_finish (GAsyncResult *result);

/* "5 programmes; 2 of them meet at least half of their criteria". (transfer full) */
char *trama_dashboard_reading_headline (const TramaDashboardReading *reading);

G_END_DECLS
