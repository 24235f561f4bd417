/* streek-file.h: files written whole or not at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

gboolean streek_file_write_atomically (const char *path, GBytes *bytes, GError **error);
