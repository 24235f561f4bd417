/* streek-map-legend.h: the legend as it stands on paper, in one column or in several */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure-private.h"

typedef struct _StreekMapLegend StreekMapLegend;

/* @others: (nullable) (array length=n_others): maps that the legend is of as well; how many areas a
 * class holds is then left out, and what is missing on any of them is in it */
StreekMapLegend *streek_map_legend_new (const StreekFigure *figure,
                                        StreekFigure *const *others,
                                        guint n_others,
                                        const StreekTheme *theme,
                                        const StreekFormat *format,
                                        StreekTypesetter *typesetter,
                                        double text_scale,
                                        double largest_circle_pt,
                                        double max_width,
                                        double word_width);
void streek_map_legend_free (StreekMapLegend *legend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMapLegend, streek_map_legend_free)

gboolean streek_map_legend_is_empty (const StreekMapLegend *legend);
StreekSize streek_map_legend_get_size (const StreekMapLegend *legend);
StreekSize streek_map_legend_flow (StreekMapLegend *legend, double width);
void streek_map_legend_draw (const StreekMapLegend *legend,
                             StreekSceneBuilder *builder,
                             StreekPoint origin);
