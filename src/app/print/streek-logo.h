/* streek-logo.h: the office's picture in the corner of a sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#include <cairo.h>

/* Immutable, counted atomically: drawn in any thread. */
typedef struct _StreekLogo StreekLogo;

/* Blocks on the disk. Any picture that the system can read, SVG too. */
StreekLogo *streek_logo_load (const char *path, GError **error);
StreekLogo *streek_logo_ref (StreekLogo *logo);
void streek_logo_unref (StreekLogo *logo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekLogo, streek_logo_unref)

/* (transfer full): for one thread, which draws it many times: a document has it once */
cairo_surface_t *streek_logo_make_surface (const StreekLogo *logo);
void streek_logo_draw_surface (cairo_surface_t *surface, cairo_t *cr, StreekSize size);
/* In points: on a sheet of @size, as large as its place allows. */
void streek_logo_draw (const StreekLogo *logo, cairo_t *cr, StreekSize size);
