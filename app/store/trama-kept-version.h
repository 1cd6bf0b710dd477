/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "trama-id.h"

G_BEGIN_DECLS

/* What all kept versions of one document may take up together: bytes, and how many there are. */
#define TRAMA_KEPT_VERSIONS_BYTES (G_GINT64_CONSTANT (500) << 20)
#define TRAMA_KEPT_VERSIONS_NUMBER 1000

/* An earlier content of a document's file, kept in the state folder when a save replaced it. */
typedef struct
{
  guint64 content; /* its name, as in the file's list of saves; see trama_store_hash() */
  gint64 when;     /* when it was saved, nanoseconds since 1970 UTC */
  gint64 size;     /* bytes */
  char *path;
} TramaKeptVersion;

void trama_kept_version_free (TramaKeptVersion *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TramaKeptVersion, trama_kept_version_free)

/* The newest first. (transfer full) (element-type TramaKeptVersion) */
GPtrArray *trama_kept_versions_list (TramaId document);
/* NULL where it is not among them. @name: as in TramaStoreFile.saves. (transfer full) */
TramaKeptVersion *trama_kept_versions_find (TramaId document, const char *name);
/* Copies the file at @path, whose content is named @content, unless it is kept already. Others are
 * thinned out to make room. FALSE with a G_IO_ERROR. */
gboolean trama_kept_versions_keep (TramaId document, guint64 content, const char *path,
                                   GError **error);
/* Removes versions until the rest fits: first those that are close to their neighbours for their
 * age, so that old ones stay, further apart. The newest is never removed. */
void trama_kept_versions_thin (TramaId document, gint64 bytes, guint number);

G_END_DECLS
