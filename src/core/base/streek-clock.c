/* streek-clock.c: what time it is, or is meant to be where the same output is wanted again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-clock.h"

/**
 * streek_clock_now:
 *
 * The moment of SOURCE_DATE_EPOCH where that is set, as reproducible builds agreed:
 * https://reproducible-builds.org/specs/source-date-epoch/
 *
 * Returns: (transfer full): now, in UTC
 */
GDateTime *
streek_clock_now (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  GDateTime *date = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    date = g_date_time_new_from_unix_utc (seconds);

  return date != NULL ? date : g_date_time_new_now_utc ();
}
