/* streek-reference-areas.h: from published lists of codes and regions to our own form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

gboolean
streek_reference_areas_convert (const char *source_dir, const char *target_dir, GError **error);
