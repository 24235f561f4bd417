/* streek-charts.h: from a chart's spec to the chart, with the workspace's own data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"
#include "workspace/streek-figures.h"

/* Blocks: run it in a worker, or call the pair below. */
StreekChart *streek_workspace_make_chart (StreekWorkspace *workspace,
                                          const StreekChartSpec *spec,
                                          GCancellable *cancellable,
                                          GError **error);
void streek_workspace_make_chart_async (StreekWorkspace *workspace,
                                        const StreekChartSpec *spec,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
StreekChart *streek_workspace_make_chart_finish (StreekWorkspace *workspace,
                                                 GAsyncResult *result,
                                                 GError **error);
