/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trama-record-builder.h"
#include "trama-version.h"

G_BEGIN_DECLS

/*
 * A form for a record, made of its kind's field table: what must be known and what it is about
 * first, the rest below. It knows no kind; pages say which fields are settled already.
 *
 * Signal: "changed". Property: "valid" (boolean): what is entered could be saved.
 */
#define TRAMA_TYPE_RECORD_FORM (trama_record_form_get_type ())
G_DECLARE_FINAL_TYPE (TramaRecordForm, trama_record_form, TRAMA, RECORD_FORM, GtkBox)

/*
 * @record: what it begins with; for a new record one that holds what is known already.
 * @hidden: ids of fields that are not asked for and stay as they are, NULL-terminated; or NULL.
 * @leading: ids of further fields that stand in the first group; or NULL.
 * @preferred: ids (TramaId *) that are offered first; or NULL.
 */
GtkWidget *trama_record_form_new (TramaVersion *version, const TramaRecord *record,
                                  const char *const *hidden, const char *const *leading,
                                  GHashTable *preferred);
gboolean trama_record_form_get_valid (TramaRecordForm *form);
/* Whether it says something else than the record it began with. */
gboolean trama_record_form_get_modified (TramaRecordForm *form);
/* The record as it is entered now, whether valid or not: what cannot be read is unknown.
 * (transfer full) */
TramaRecord *trama_record_form_build (TramaRecordForm *form);
/* "Still needed: Kind, Date"; NULL where nothing is. (transfer full) */
char *trama_record_form_missing (TramaRecordForm *form);
/* Adds a widget below the first group. */
void trama_record_form_insert (TramaRecordForm *form, GtkWidget *widget);
/* The widget in which a field is entered; NULL: the first. Borrowed. */
GtkWidget *trama_record_form_get_field (TramaRecordForm *form, const char *field);
const char *trama_record_form_get_currency (TramaRecordForm *form);

G_END_DECLS
