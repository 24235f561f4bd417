/* streek-roles-page.h: what bodies do, as a matrix and as a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_ROLES_PAGE (streek_roles_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekRolesPage, streek_roles_page, STREEK, ROLES_PAGE, GtkWidget)

/* Implements StreekPrintable. The name of a theme in the matrix opens its map; who goes back to the
 * matrix finds the theme and the body of the map. */
GtkWidget *streek_roles_page_new (StreekRecordBook *book);
void streek_roles_page_set_pact (StreekRolesPage *self, gint64 pact); /* 0: none */
