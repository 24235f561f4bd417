/* streek-projects-page.h: the section with projects, and what they hang on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

GtkWidget *streek_projects_page_new (StreekContext *context);
