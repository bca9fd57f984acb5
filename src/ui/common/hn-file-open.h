/* A file that was written, in the program that the person uses for files like it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hn_file_open        (GtkWidget  *parent,
                          GFile      *file,
                          const char *failure);
void hn_file_say_written (GtkWidget  *parent,
                          GFile      *file);

G_END_DECLS
