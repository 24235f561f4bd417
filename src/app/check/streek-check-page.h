/* streek-check-page.h: the section with what the rules find, and what people accept of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CHECK_PAGE (streek_check_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekCheckPage, streek_check_page, STREEK, CHECK_PAGE, GtkWidget)

GtkWidget *streek_check_page_new (StreekContext *context);
