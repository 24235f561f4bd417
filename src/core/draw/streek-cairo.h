/* streek-cairo.h: cleanup of Cairo's types, and the few helpers that every use of it shares */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-image.h"

#include <cairo.h>
#include <glib.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_font_options_t, cairo_font_options_destroy)

/* (transfer full): of one thread; shares the pixels of @image */
cairo_surface_t *streek_cairo_create_image (StreekImage *image);
