/* streek-glide.h: what a hand let go moves on and comes to rest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

typedef struct _StreekGlide StreekGlide;

/* @right, @down: how far since the last time, in pixels */
typedef void (*StreekGlideFunc) (GtkWidget *widget, double right, double down);

/* Moves with the frames of @widget until it rests; pixels a second. NULL where the desktop asks for
 * less movement, or it would rest at once. */
StreekGlide *streek_glide_new (GtkWidget *widget, double right, double down, StreekGlideFunc func);
void streek_glide_free (StreekGlide *glide);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekGlide, streek_glide_free)

/* How far something at @velocity moves in @seconds, and how fast it is then. */
double streek_glide_step (double *velocity, double seconds);
