/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-evaluation.h"
#include "trama-workspace.h"

G_BEGIN_DECLS

/* A new reading: every row of a method that is rated, with the sentence that anchors each level, the
 * day, who rates and in which role. What was rated before is shown, never filled in: a new reading is
 * a new judgement. Saved as one step that can be undone. (transfer floating) */
AdwDialog *trama_rating_dialog_new (TramaWorkspace *workspace, TramaMethod *method,
                                    TramaId subject);

/* Whether the method has rows that people rate. */
gboolean trama_rating_dialog_is_for (const TramaMethod *method);

G_END_DECLS
