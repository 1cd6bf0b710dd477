/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-page.h"

G_BEGIN_DECLS

/* A programme under each method that comes with the program: every criterion with its figure, and
 * the words of the method itself. */
#define TRAMA_TYPE_EVALUATION_PAGE (trama_evaluation_page_get_type ())
G_DECLARE_FINAL_TYPE (TramaEvaluationPage, trama_evaluation_page, TRAMA, EVALUATION_PAGE, TramaPage)

TramaPage *trama_evaluation_page_new (void);

G_END_DECLS
