/* fuzz-loop-long.c: the loop of fuzz-loop.c, for half a minute where sanitizers look on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define N_MUTATIONS 4000
#define SECONDS_UNDER_SANITIZERS 30

#include "fuzz-loop.c"
