/* streek-record-uses.h: which records refer to one, as rows that open them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <adwaita.h>

/* A group of rows, hidden where nothing refers to it. It follows the book by itself. */
GtkWidget *streek_record_uses_new (StreekRecordBook *book, const StreekRecordKind *kind, gint64 id);
