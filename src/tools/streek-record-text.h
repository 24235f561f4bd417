/* streek-record-text.h: records as a person writes them in a text file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "indicator/streek-indicator.h"
#include "record/streek-record-changes.h"

/* Gathers records of any kind from files of text, which may refer to each other. One thread. */
typedef struct _StreekRecordText StreekRecordText;

/* Areas and indicators that records name must be among these; either may be NULL, and is lent. */
StreekRecordText *streek_record_text_new (const StreekAreas *areas,
                                          const StreekCatalogue *catalogue);
void streek_record_text_free (StreekRecordText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordText, streek_record_text_free)

gboolean streek_record_text_read (StreekRecordText *self,
                                  const char *text,
                                  const char *path,
                                  GError **error);
StreekRecordChanges *streek_record_text_make_changes (StreekRecordText *self, GError **error);
