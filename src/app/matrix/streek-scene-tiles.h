/* streek-scene-tiles.h: a large scene on the screen, painted in squares as they come into sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#include <gtk/gtk.h>

/* Painting a frame of a large matrix anew costs 30 ms; scrolling needs only what is new in it. */
typedef struct _StreekSceneTiles StreekSceneTiles;

/* @scale: device pixels in each of GTK's */
StreekSceneTiles *streek_scene_tiles_new (StreekScene *scene, int scale);
void streek_scene_tiles_free (StreekSceneTiles *tiles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSceneTiles, streek_scene_tiles_free)

/* Draws what of it lies in @clip, its origin at @x, @y: all in the widget's pixels. */
void streek_scene_tiles_snapshot (
  StreekSceneTiles *tiles, GtkSnapshot *snapshot, const graphene_rect_t *clip, float x, float y);
