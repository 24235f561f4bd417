/* streek-record-place.h: where a field that names an address or a file leads to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* Whether a field names one of either. */
gboolean streek_record_field_is_place (const StreekRecordField *field);
/* What may be opened: an address on the web, or a file that is there, in the folder of the
 * workspace or below it, and no program. @text: what the field says; @workspace: the path of the
 * workspace.
 * @error: STREEK_RECORD_ERROR_INVALID for what must not be opened, STREEK_RECORD_ERROR_FILE for a
 * file that is not there */
char *streek_record_place_dup_uri (const StreekRecordField *field,
                                   const char *text,
                                   const char *workspace,
                                   GError **error);
/* (transfer full): the same address or file, at the first number that @page (nullable) says, where
 * it is a PDF file: viewers and browsers know "#page=12". Pages are those of the file, which are
 * not always those that are printed on them. */
char *streek_record_place_dup_at_page (const char *uri, const char *page);
/* (transfer full) (nullable): how a field names the file @path: relative to the folder of the
 * workspace. NULL with STREEK_RECORD_ERROR_INVALID for one outside of it. */
char *streek_record_place_dup_relative (const char *path, const char *workspace, GError **error);
/* Lets a check look for files that are not there. Any thread, any number of times. */
void streek_record_place_rules_register (void);
