/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-version.h"

G_BEGIN_DECLS

/* Which records belong to a programme, over any number of owners in between: an attendance belongs to
 * a session, that to a course, that to the programme. */

/* The programme that @record belongs to; none where it belongs to none. */
TramaId trama_belonging_programme (TramaVersion *version, const TramaRecord *record);
/* All of a kind, by event date within each owner. Test orders and certificates are those of firms
 * that are or were members. (transfer container) (element const TramaRecord) */
GPtrArray *trama_belonging_records (TramaVersion *version, TramaKind kind, TramaId programme);
/* The firms that are members on @day, as a set of ids (TramaId *). (transfer full) */
GHashTable *trama_belonging_members (TramaVersion *version, TramaId programme, gint32 day);

G_END_DECLS
