/* streek-map-group.h: maps that are seen together: on one sheet, with one legend where they share
 * it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

/* Immutable, counted atomically: laid out in any thread. */
typedef struct _StreekMapGroup StreekMapGroup;

/* @figures: (array length=n), at least one, of which a reference is taken; @headings: what each is
 * called; @notes: (nullable): about all of them */
StreekMapGroup *streek_map_group_new (StreekFigure *const *figures,
                                      guint n,
                                      const char *const *headings,
                                      const char *title,
                                      const char *const *notes);
StreekMapGroup *streek_map_group_ref (StreekMapGroup *group);
void streek_map_group_unref (StreekMapGroup *group);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMapGroup, streek_map_group_unref)

guint streek_map_group_get_n (const StreekMapGroup *group);
StreekFigure *streek_map_group_get_figure (const StreekMapGroup *group, guint index);
const char *streek_map_group_get_heading (const StreekMapGroup *group, guint index);
const char *streek_map_group_get_title (const StreekMapGroup *group);
/* Areas and their date, where all maps have the same; where not, that each has its own. */
const char *streek_map_group_get_context (const StreekMapGroup *group);
/* Of all maps, each source once. */
const char *streek_map_group_get_source (const StreekMapGroup *group);
const char *streek_map_group_get_description (const StreekMapGroup *group); /* for screen readers */
/* What a reader must know of any of them, once each; NULL-terminated. */
const char *const *streek_map_group_get_notes (const StreekMapGroup *group);
/* One legend says it for all: the same indicator, limits and colours. */
gboolean streek_map_group_has_one_legend (const StreekMapGroup *group);
/* How many maps stand beside each other where there is so much room; @head: over each of them */
guint streek_map_group_count_columns (const StreekMapGroup *group,
                                      double width,
                                      double height,
                                      double head);
/* The same area on all maps: "2001: 15,3 %\n2020: 21,4 %"; (nullable): on none of them */
char *streek_map_group_dup_values (const StreekMapGroup *group,
                                   const char *code,
                                   const StreekFormat *format);
/* The table twins under each other, with the heading of the map first. */
StreekTable *streek_map_group_make_table (const StreekMapGroup *group);
/* (transfer none) (nullable): beside each other: code (of areas of the set of the first map), name,
 * and value_1, second_1, value_2 and so on of what each map shows, under its heading; each area
 * once. NULL where no map shows figures. */
StreekTable *streek_map_group_get_wide_table (const StreekMapGroup *group);

/* All on one sheet of paper, over the same part of the ground. */
StreekScene *streek_map_group_layout (const StreekMapGroup *group,
                                      const StreekLayoutOptions *options,
                                      GError **error);
