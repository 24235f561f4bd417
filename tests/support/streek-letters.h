/* streek-letters.h: a small map drawn in letters, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh.h"

#define STREEK_LETTERS_CELL_M 1000

/* Each letter is a unit, numbered from 0 in alphabetical order; a dot or a space is the world
 * outside. Every cell is a square of 1000 m, the last row lies at y = 0. Two levels of detail. */
StreekMesh *streek_letters_new_mesh (const char *const *rows, guint n_rows);
guint streek_letters_count_units (const char *const *rows, guint n_rows);
