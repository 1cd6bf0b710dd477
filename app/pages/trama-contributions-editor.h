/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-change.h"

G_BEGIN_DECLS

/* Who put what into a joint action: a row for each firm, with money, goods or hours. Signal:
 * "changed". */
#define TRAMA_TYPE_CONTRIBUTIONS_EDITOR (trama_contributions_editor_get_type ())
G_DECLARE_FINAL_TYPE (TramaContributionsEditor, trama_contributions_editor, TRAMA,
                      CONTRIBUTIONS_EDITOR, AdwPreferencesGroup)

/* @activity: whose contributions it begins with; it need not be in @version yet. @members: ids
 * (TramaId *) of the firms offered first. */
GtkWidget *trama_contributions_editor_new (TramaVersion *version, TramaId activity,
                                           GHashTable *members);
/* What the shares are compared with; unknown: nothing. */
void trama_contributions_editor_set_cost (TramaContributionsEditor *editor, TramaMoney cost);
gboolean trama_contributions_editor_get_valid (TramaContributionsEditor *editor);
/* Adds, changes and removes contributions of @activity until they are as entered. */
void trama_contributions_editor_put (TramaContributionsEditor *editor,
                                     TramaTransaction *transaction, TramaId activity);

G_END_DECLS
