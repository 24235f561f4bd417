/* streek-record-look.c: rules that look at records one by one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-look.h"

/**
 * streek_record_look_ensure_records:
 *
 * Returns: (transfer none): kept by @run, or %NULL with @error set
 */
StreekRecords *
streek_record_look_ensure_records (StreekRuleRun *run, GError **error)
{
  static const char name[] = "record/records";
  StreekRecords *records = streek_rule_run_get_kept (run, name);

  if (records != NULL)
    return records;

  records = streek_records_load (streek_rule_run_get_db (run), NULL, 0, NULL, error);

  if (records != NULL)
    streek_rule_run_keep (run, name, records, (GDestroyNotify) streek_records_unref);

  return records;
}

gboolean
streek_record_look (StreekRuleRun *run,
                    const StreekRecordKind *kind,
                    StreekRecordLookFunc func,
                    GError **error)
{
  StreekRecords *records = streek_record_look_ensure_records (run, error);
  guint n = 0;
  const StreekRecord *const *all = records != NULL ? streek_records_list (records, kind, &n) : NULL;

  for (guint i = 0; i < n && !streek_rule_run_is_cancelled (run); i++)
    {
      g_autofree char *message = func (all[i], records, streek_rule_run_get_today (run));

      if (message == NULL)
        continue;

      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (all[i]));
      g_autofree char *place = g_strconcat (kind->id, ":", key, NULL);

      streek_rule_run_report (run, key, place, message, NULL);
    }

  return records != NULL;
}
