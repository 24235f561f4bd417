/* streek-prj.h: the coordinate system beside a Shapefile, where it is one of a few */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

const char *streek_prj_name_system (const char *text);
