/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-chart-style.h"
#include "trama-cost-share.h"
#include "trama-scene.h"
#include "trama-trend.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What is known of a programme on a date, for the printed page: the same summary and the same
 * charts as in the window, named by their ids, and the figures of its network as plain numbers. In
 * print some firms must not be seen; they are counted everywhere and drawn nowhere.
 */
typedef struct _TramaProgrammeDossier TramaProgrammeDossier;

#define TRAMA_DOSSIER_N_TIE_KINDS (TRAMA_LINKAGE_OTHER + 1)

/* The members' network with everybody, without the broker, and without the largest owner group. */
typedef struct
{
  guint members;
  guint ties;               /* among members */
  guint hers;               /* of those, introduced by her and without contact but through her */
  guint largest;            /* members in the largest connected group */
  guint largest_without;    /* … without the broker */
  guint isolated_without;
  guint pieces_without;     /* groups of two or more besides the largest */
  guint with_outside;       /* members with a tie to somebody outside who is not the broker */
  guint owner_firms;        /* members of the largest owner group */
  guint left_without_owner; /* members left without it */
  guint largest_without_owner;
  TramaId owner;            /* an owner group or a firm; none without members */
  guint undrawn;            /* members that are counted and not drawn */
  const TramaId *hers_records;   /* @hers of them */
  /* Of the ties among members and of hers, by TramaLinkageKind; [0]: not known. */
  guint by_kind[TRAMA_DOSSIER_N_TIE_KINDS];
  guint hers_by_kind[TRAMA_DOSSIER_N_TIE_KINDS];
} TramaDossierNetwork;

/*
 * @undrawn: firms that are left out of every drawing that would show them. NULL where @programme is
 * not in @version or @cancellable was cancelled. (transfer full)
 */
TramaProgrammeDossier *trama_programme_dossier_new (TramaVersion *version, TramaId programme,
                                                    gint32 as_of, const TramaId *undrawn,
                                                    guint n_undrawn, GCancellable *cancellable);
void trama_programme_dossier_free (TramaProgrammeDossier *dossier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaProgrammeDossier, trama_programme_dossier_free)

/* All borrowed. */
TramaVersion *trama_programme_dossier_version (const TramaProgrammeDossier *dossier);
const TramaProgramme *trama_programme_dossier_programme (const TramaProgrammeDossier *dossier);
gint32 trama_programme_dossier_as_of (const TramaProgrammeDossier *dossier);
const TramaEvaluation *trama_programme_dossier_evaluation (const TramaProgrammeDossier *dossier);
/* By the printed list of UN98 §34. */
const TramaEvaluation *trama_programme_dossier_results (const TramaProgrammeDossier *dossier);
/* Of TramaTrendPoint. */
const GArray *trama_programme_dossier_trend (const TramaProgrammeDossier *dossier);
const TramaCostShare *trama_programme_dossier_cost_share (const TramaProgrammeDossier *dossier);
const TramaCohort *trama_programme_dossier_cohort (const TramaProgrammeDossier *dossier);
const TramaDossierNetwork *trama_programme_dossier_network (const TramaProgrammeDossier *dossier);

guint trama_programme_dossier_n_firms (const TramaProgrammeDossier *dossier);
guint trama_programme_dossier_n_owners (const TramaProgrammeDossier *dossier);
/* After the manager's appointment, from 1; 0: none yet. */
int trama_programme_dossier_month (const TramaProgrammeDossier *dossier);
/* 0 preparation, 1 consolidation, 2 independence. */
guint trama_programme_dossier_phase (const TramaProgrammeDossier *dossier);
/* See trama-programme-summary.h. */
double trama_programme_dossier_paid (const TramaProgrammeDossier *dossier, double *agreed);
gboolean trama_programme_dossier_months_behind (const TramaProgrammeDossier *dossier, int *months);
char *trama_programme_dossier_hand_over (const TramaProgrammeDossier *dossier);

/* The programme's charts by their ids in the catalogue, and "network" (with the legend),
 * "network-without-broker" and "network-alone", a picture without a legend. */
gboolean trama_programme_dossier_has_chart (const char *chart);
/*
 * Draws a chart without a heading; @title and @subtitle (transfer full, either may come back NULL)
 * are what it says and what it shows. @height 0: the chart's usual one. NULL where there is no such
 * chart. (transfer full)
 */
TramaScene *trama_programme_dossier_draw (TramaProgrammeDossier *dossier, const char *chart,
                                          const TramaChartStyle *style, double width, double height,
                                          char **title, char **subtitle);

G_END_DECLS
