/* streek-message.h: the name of a user action, in the language of whoever looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

char *streek_message_format (const char *message_id, GVariant *args);
