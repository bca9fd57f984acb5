/* Reads the tables of data/reference for tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

GPtrArray *reference_read (const char *name,
                           const char *header);
