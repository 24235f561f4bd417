/* streek-number.h: numbers for files, SQL and the command line, never for the eye */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

char *streek_number_to_string (double value);
gboolean streek_number_parse (const char *text, double *value);
double streek_number_round (double value, int decimals);
/* As few decimals as tell @value, at most @most. */
int streek_number_find_decimals (double value, int most);
