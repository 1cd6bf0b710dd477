/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "trama-evaluation.h"

G_BEGIN_DECLS

/* Adds what the evaluation comes to: "outcome", "against", "would_decide", "distances",
 * "moving_to", "cells", "axes", "advice", "warnings", as far as the method has them. */
void trama_finding_add_json (JsonBuilder *builder, const TramaEvaluation *evaluation);

G_END_DECLS
