/* streek-record-naming.h: records that name an indicator or an area, which are no records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"

/* (element-type StreekRecordUse): those that name the indicator @code, in a stable order. */
GArray *streek_records_list_naming_indicator (const StreekRecords *records, const char *code);
/* (element-type StreekRecordUse): those that name an area of the set @set. */
GArray *streek_records_list_naming_areas (const StreekRecords *records, const char *set);
