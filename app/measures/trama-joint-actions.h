/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-context.h"
#include "trama-figure.h"

G_BEGIN_DECLS

/* D3: who put something recorded into a joint action by the as-of date, as owner groups that were
 * members on its date. */
void trama_joint_action_partners (TramaContext *context, const TramaActivity *activity,
                                  TramaOwners *partners);

/* YES where the activity is a joint action of at least @partners owner groups with a stated
 * result. @reason, @question (transfer full): what is missing where it is MAYBE, and @why
 * (transfer full) it is none where it is NO. */
TramaTri trama_joint_action_holds (TramaContext *context, const TramaActivity *activity,
                                   guint partners, TramaReason *reason, char **note);

G_END_DECLS
