/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-case.h"
#include "trama-method-reading.h"

G_BEGIN_DECLS

/* A case file being read. Only for the files that read cases. */
typedef struct
{
  TramaMethodReading at;
  TramaCase *a_case;
  char *industry; /* NULL: not said */
} TramaCaseReading;

/* trama-case-records.c: makes the case's version: its subjects, its ratings with their evidence. */
void trama_case_make_records (TramaCaseReading *reading, const TramaJsonValue *root);

G_END_DECLS
