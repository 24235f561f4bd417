/* streek-record-section.h: a section with several lists or other pages of records, behind tabs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-page.h"

#define STREEK_TYPE_RECORD_SECTION (streek_record_section_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordSection, streek_record_section, STREEK, RECORD_SECTION, AdwBin)

/* Prints what is in front, where that is a #StreekPrintable. */
GtkWidget *streek_record_section_new (void);
/* Shown first is what comes first; tabs are only seen where there are several. */
void streek_record_section_add (StreekRecordSection *self,
                                const char *name,
                                const char *title,
                                GtkWidget *page);
/* Brings a page to the front; so does the action "section.show" ("s") of whatever is in it. */
void streek_record_section_show (StreekRecordSection *self, const char *name);
GtkWidget *streek_record_section_get_page (StreekRecordSection *self, const char *name);
/* A list of @kind, under its name in the plural. */
StreekRecordPage *streek_record_section_add_kind (StreekRecordSection *self,
                                                  StreekContext *context,
                                                  const StreekRecordKind *kind);
