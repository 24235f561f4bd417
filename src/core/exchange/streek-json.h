/* streek-json.h: the words of JSON, one after the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Where the reading is, in a text that ends in a nul. Every function leaves it after what it read;
 * where it says FALSE the place means nothing any more, but for the two that take one word. */
typedef struct
{
  const char *at;
  GString *string; /* the last one read */
} StreekJson;

static inline void
streek_json_skip_space (StreekJson *json)
{
  while (*json->at == ' ' || *json->at == '\n' || *json->at == '\r' || *json->at == '\t')
    json->at++;
}

static inline gboolean
streek_json_take (StreekJson *json, char letter)
{
  streek_json_skip_space (json);
  if (*json->at != letter)
    return FALSE;

  json->at++;
  return TRUE;
}

gboolean streek_json_take_word (StreekJson *json, const char *word);
gboolean streek_json_read_string (StreekJson *json);
gboolean streek_json_read_number (StreekJson *json, double *value, gboolean *is_whole);
gboolean streek_json_skip_value (StreekJson *json, int depth);
