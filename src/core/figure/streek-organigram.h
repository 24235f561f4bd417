/* streek-organigram.h: a tree of areas on paper: boxes, lines and lists of names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"
#include "figure/streek-sheet.h"

/* One box, or one line of the list under its parent where it is of the deepest level. */
typedef struct
{
  const char *name;
  const char *detail; /* (nullable): a second line: "17 municipalities" */
  int parent;         /* index of a node before this one, -1: a page of its own */
  guint level;
  gboolean is_part; /* only a part lies under this parent: drawn with a dashed edge */
} StreekOrganigramNode;

/* One page for each node without a parent. Lists shrink to the smallest readable type before
 * anything is left out; where even that does not fit, STREEK_FIGURE_ERROR_TOO_SMALL.
 * Returns: (element-type StreekScene) */
GPtrArray *streek_organigram_layout (const StreekOrganigramNode *nodes,
                                     guint n_nodes,
                                     const StreekSheet *sheet,
                                     gboolean grey,
                                     GError **error);
