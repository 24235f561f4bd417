/* streek-profiled.c: who reads a file by a mapping of its columns that can be kept as a profile */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-profiled.h"

G_DEFINE_INTERFACE (StreekProfiled, streek_profiled, G_TYPE_OBJECT)

static void
streek_profiled_default_init (StreekProfiledInterface *iface)
{
}
