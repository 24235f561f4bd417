/* streek-actors-page.h: the section with organisations, and the documents that are cited */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

GtkWidget *streek_actors_page_new (StreekContext *context);
