/* streek-kept-classes.h: limits that were found in a series and serve the next figure (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

/* (transfer full) (nullable): as they were added */
StreekClasses *streek_kept_classes_find (const StreekClassRequest *request,
                                         const StreekFigureSeries *series);
/* @classes: (nullable): copied; those of a series that nobody keeps are not kept */
void streek_kept_classes_add (const StreekClassRequest *request,
                              const StreekFigureSeries *series,
                              const StreekClasses *classes);
