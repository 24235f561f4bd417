/* streek-brackets.h: how deep a text of JSON goes, before a parser follows it down */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

gboolean streek_brackets_are_shallow (const char *text, gsize length, guint most);
