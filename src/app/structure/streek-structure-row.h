/* streek-structure-row.h: one place in the tree of areas, for lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-structure.h"

#include <gio/gio.h>

#define STREEK_TYPE_STRUCTURE_ROW (streek_structure_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekStructureRow, streek_structure_row, STREEK, STRUCTURE_ROW, GObject)

StreekStructureRow *streek_structure_row_new (StreekStructure *structure, guint index);
const StreekStructureNode *streek_structure_row_get_node (StreekStructureRow *self);
guint streek_structure_row_get_index (StreekStructureRow *self);
StreekStructure *streek_structure_row_get_structure (StreekStructureRow *self);
/* (element-type StreekStructureRow): what stands under it, NULL where nothing does; @parent -1: the
 * roots */
GListModel *streek_structure_row_list_children (StreekStructure *structure, int parent);

/* "RESOC Westhoek": with the kind before it where the name has none */
char *streek_structure_dup_name (const StreekArea *area);
/* "18 municipalities", "10 of 17 municipalities"; NULL for the finest level */
char *streek_structure_dup_count (const StreekStructure *structure,
                                  const StreekStructureNode *node);
const char *streek_certainty_get_words (StreekCertainty certainty);
/* A sentence on an area of which only a part stands here, NULL for a whole one. */
char *streek_structure_explain_part (const StreekStructure *structure,
                                     const StreekStructureNode *node);
/* The same of every such area, each once, in the order of the tree. */
GStrv streek_structure_explain_parts (const StreekStructure *structure);
