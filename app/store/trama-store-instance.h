/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Which run of the program something belongs to, as a short text for the names of files:
 * "HOST-PID-START". HOST stands for this start of this machine and this space of process ids (a
 * container has its own); START tells a process from a later one with the same id.
 */
typedef enum
{
  TRAMA_STORE_INSTANCE_ALIVE,
  TRAMA_STORE_INSTANCE_DEAD,
  TRAMA_STORE_INSTANCE_ELSEWHERE, /* another machine, container or start: nobody can tell */
} TramaStoreInstanceState;

/* Of this process. (transfer full) */
char *trama_store_instance_tag (void);
TramaStoreInstanceState trama_store_instance_state (const char *tag);

G_END_DECLS
