/* store-walk.h: random edits of every recorded table, undone and redone step by step */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-store.h"

void store_walk_fill_reference (StreekStore *store, GRand *rand);
void store_walk_run (StreekStore **store, guint n_edits, GRand *rand);
