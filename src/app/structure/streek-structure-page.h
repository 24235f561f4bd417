/* streek-structure-page.h: the section with the tree of areas: ERSV, SERR, RESOC, municipality */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_STRUCTURE_PAGE (streek_structure_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekStructurePage, streek_structure_page, STREEK, STRUCTURE_PAGE, GtkWidget)

GtkWidget *streek_structure_page_new (StreekContext *context);
