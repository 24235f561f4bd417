/* streek-bodies-page.h: the section with consultation bodies, as a list and as a tree */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

GtkWidget *streek_bodies_page_new (StreekContext *context);
