/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-evaluation.h"

G_BEGIN_DECLS

/* Why a method says what it says: each row with its level, the sentence that anchors it, what the
 * nearest type expects, who rated it when, the source; below what the method advises and whose
 * words it is in. @evaluation is read at once, not kept. (transfer floating) */
AdwDialog *trama_method_details_new (const TramaEvaluation *evaluation);

G_END_DECLS
