/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-workspace.h"

G_BEGIN_DECLS

/* The pages of the window, in the order of its sidebar. */
typedef struct
{
  const char *name;  /* what actions call it */
  const char *title; /* translatable */
  const char *icon;
  AdwNavigationPage *(*make) (TramaWorkspace *workspace); /* floating */
} TramaPageEntry;

const TramaPageEntry *trama_page_catalogue (guint *n);

G_END_DECLS
