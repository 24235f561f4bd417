/* streek-limit-handle.h: a limit between two classes that can be taken hold of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#define STREEK_TYPE_LIMIT_HANDLE (streek_limit_handle_get_type ())
G_DECLARE_FINAL_TYPE (StreekLimitHandle, streek_limit_handle, STREEK, LIMIT_HANDLE, GtkWidget)

GtkWidget *streek_limit_handle_new (void);
/* What a screen reader says of it: "Limit 2 of 4", "16,3". */
void streek_limit_handle_describe (StreekLimitHandle *self, const char *name, const char *value);
