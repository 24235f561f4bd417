/* streek-project-picture.h: the map of projects as a page in a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

#include <gtk/gtk.h>

GtkWidget *streek_project_picture_new (void);
/* (nullable): for a worker; @size: in points */
StreekScene *streek_project_picture_lay_out (const StreekFigure *map, StreekSize size);
/* What stands around the map is drawn, so it is said too. */
void streek_project_picture_show (GtkWidget *picture, const StreekFigure *map, StreekScene *scene);
