/* streek-paths.h: where what is installed with the program lies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

const char *streek_paths_get_locale_dir (void);
const char *streek_paths_get_data_dir (void);
const char *streek_paths_get_module_dir (void);
