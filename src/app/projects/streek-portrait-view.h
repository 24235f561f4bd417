/* streek-portrait-view.h: a portrait to be read, with a way to change each of its parts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"
#include "table/streek-portrait.h"

#include <adwaita.h>

#define STREEK_TYPE_PORTRAIT_VIEW (streek_portrait_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekPortraitView, streek_portrait_view, STREEK, PORTRAIT_VIEW, AdwBin)

GtkWidget *streek_portrait_view_new (StreekRecordBook *book);
/* @map: (nullable): between the title and the first part; taken from whoever has it */
void streek_portrait_view_set_portrait (StreekPortraitView *self,
                                        const StreekPortrait *portrait,
                                        GtkWidget *map);
