/* streek-error-page.h: what a window shows of a file that could not be opened, and a way out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#define STREEK_TYPE_ERROR_PAGE (streek_error_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekErrorPage, streek_error_page, STREEK, ERROR_PAGE, GtkWidget)

/* Signals: "open-copy" with the path of a copy to look into; "restored" with the path of the file
 * that can be opened again and a sentence on what became of the damaged one. */

/* @path: (nullable): the file it is about; its copies are listed where one could help. */
void streek_error_page_show (StreekErrorPage *self,
                             const char *title,
                             const GError *error,
                             const char *path);
