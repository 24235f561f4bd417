/* streek-references.h: the values of the own area, the provinces and Vlaanderen, to compare with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#define STREEK_TYPE_REFERENCES (streek_references_get_type ())
G_DECLARE_FINAL_TYPE (StreekReferences, streek_references, STREEK, REFERENCES, GObject)

/* Reads them in a worker whenever the context has a new figure. Signal "changed": they are there,
 * or there are none. */
StreekReferences *streek_references_new (StreekContext *context);

/* "SET:CODE" of the own area, or of the area the map lies within where none is chosen */
const char *streek_references_get_own (StreekReferences *self);
/* (nullable): "provincie:CODE" of the province that holds all of @area on the date shown */
char *streek_references_dup_province_of (StreekReferences *self, const StreekArea *area);
/* (nullable): "gewest:CODE" of the region that does */
char *streek_references_dup_region_of (StreekReferences *self, const StreekArea *area);
/* (nullable): name of an area that was read */
const char *streek_references_get_name (StreekReferences *self, const char *ref);
/* (nullable): its value as people read it, "minstens" or the reason for its absence included */
const char *streek_references_get_value (StreekReferences *self, const char *ref);
