/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CRC-32C (Castagnoli; polynomial 0x1edc6f41, RFC 3720 appendix B.4). */
guint32 trama_store_crc (const char *bytes, gsize n);

G_END_DECLS
