/* streek-indicators-page.h: the section with the indicators, their figures and what they mean */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_INDICATORS_PAGE (streek_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekIndicatorsPage, streek_indicators_page, STREEK, INDICATORS_PAGE, GtkWidget)

GtkWidget *streek_indicators_page_new (StreekContext *context);
