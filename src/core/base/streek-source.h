/* streek-source.h: the line that says where figures come from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

char *streek_source_make_line (const char *const *sources, gsize n_sources);
