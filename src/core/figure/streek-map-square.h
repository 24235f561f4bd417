/* streek-map-square.h: the square legend of a map of two indicators, as it stands on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure-private.h"

typedef struct _StreekMapSquare StreekMapSquare;

StreekMapSquare *streek_map_square_new (const StreekFigure *figure,
                                        const StreekTheme *theme,
                                        const StreekFormat *format,
                                        StreekTypesetter *typesetter,
                                        double text_scale,
                                        double max_width);
void streek_map_square_free (StreekMapSquare *square);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMapSquare, streek_map_square_free)

StreekSize streek_map_square_get_size (const StreekMapSquare *square);
void streek_map_square_draw (const StreekMapSquare *square,
                             StreekSceneBuilder *builder,
                             StreekPoint origin);
