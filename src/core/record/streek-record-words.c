/* streek-record-words.c: words that fields of several kinds choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-words.h"

#include <glib/gi18n-lib.h>

const StreekRecordWord streek_qualifiers[] = {
  { "about", NC_ ("record", "About") },
  { "below", NC_ ("record", "Less than") },
  { "above", NC_ ("record", "More than") },
  { NULL, NULL },
};
