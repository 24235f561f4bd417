/* streek-record-parts.h: the parts of a record of one kind, as rows under it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <adwaita.h>

#define STREEK_TYPE_RECORD_PARTS (streek_record_parts_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordParts, streek_record_parts, STREEK, RECORD_PARTS, AdwBin)

/* Records of @kind whose reference @owner_field names @owner, under a heading with a button to add
 * one; a row opens its form, has a button to remove it and, where the kind has an order, moves with
 * Alt+Up and Alt+Down or by dragging. Each of it is one command. It follows the book by itself. */
GtkWidget *streek_record_parts_new (StreekRecordBook *book,
                                    const StreekRecordKind *kind,
                                    guint owner_field,
                                    gint64 owner);
/* Instead of what the kind is called in plural. */
void streek_record_parts_set_title (StreekRecordParts *self, const char *title);
/* The field by which records of @part are part of one of @kind; -1: they are not. */
int streek_record_parts_find_owner_field (const StreekRecordKind *part,
                                          const StreekRecordKind *kind);
