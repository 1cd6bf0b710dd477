/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-case.h"
#include "trama-evaluation.h"
#include "trama-workspace.h"

G_BEGIN_DECLS

/* What one method says of one subject: the finding, its picture, what is against it, the first
 * advice, "why?" and "Rate…". */
#define TRAMA_TYPE_METHOD_CARD (trama_method_card_get_type ())
G_DECLARE_FINAL_TYPE (TramaMethodCard, trama_method_card, TRAMA, METHOD_CARD, GtkBox)

GtkWidget *trama_method_card_new (TramaMethod *method);
/* What the subject is set beside; NULL: nothing. Shown with the next update. */
void trama_method_card_set_beside (TramaMethodCard *card, const TramaCase *beside);
/* Judges anew. @name: of the subject. */
void trama_method_card_update (TramaMethodCard *card, TramaWorkspace *workspace, TramaId subject,
                               const char *name);
/* What it found; NULL before the first update. Borrowed. */
const TramaEvaluation *trama_method_card_get_evaluation (TramaMethodCard *card);

G_END_DECLS
