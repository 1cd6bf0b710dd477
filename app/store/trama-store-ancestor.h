/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-store-file.h"

G_BEGIN_DECLS

/*
 * What two files of one document both came from: the newest save that both of them name, as it was
 * kept in the state folder when it was replaced, or as it is in one of them. NULL where there is
 * none, or it was not kept; then each of the two has to be taken as all new, or the base named by
 * somebody. (transfer full)
 */
TramaStoreFile *trama_store_find_ancestor (TramaStoreFile *mine, TramaStoreFile *theirs);

/* @theirs, of which mine is an ancestor from now on, too: what the next save of both put together
 * is to be based on. (transfer full) */
TramaStoreFile *trama_store_join (const TramaStoreFile *mine, TramaStoreFile *theirs);

G_END_DECLS
