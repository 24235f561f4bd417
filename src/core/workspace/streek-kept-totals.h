/* streek-kept-totals.h: totals that were read for one figure and serve the next (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-figures.h"

/* @generation: of the store, from before the connection was borrowed: what is read then is never
 * older than it says. */
StreekTotals *streek_workspace_take_totals (StreekWorkspace *workspace,
                                            guint64 generation,
                                            StreekDb *db,
                                            StreekAreas *areas,
                                            StreekCatalogue *catalogue);
void streek_workspace_give_totals_back (StreekWorkspace *workspace,
                                        guint64 generation,
                                        StreekTotals *totals);
