/* streek-finding.c: something that a check, an import or a verification found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "rule/streek-finding.h"

G_DEFINE_BOXED_TYPE (StreekFinding, streek_finding, streek_finding_copy, streek_finding_free)

/**
 * streek_finding_new:
 * @severity: how bad
 * @id: stable and untranslated, as "room/what"; copied
 * @place: (nullable): where, such as a table or a line; copied
 * @message: a translated sentence; copied
 */
StreekFinding *
streek_finding_new (StreekSeverity severity, const char *id, const char *place, const char *message)
{
  StreekFinding *finding = g_new0 (StreekFinding, 1);

  finding->severity = severity;
  finding->id = g_strdup (id);
  finding->place = g_strdup (place);
  finding->message = g_strdup (message);

  return finding;
}

/**
 * streek_finding_copy:
 *
 * Returns: (transfer full): the same finding
 */
StreekFinding *
streek_finding_copy (const StreekFinding *finding)
{
  return streek_finding_new (finding->severity, finding->id, finding->place, finding->message);
}

/**
 * streek_finding_free:
 * @finding: (nullable) (transfer full):
 */
void
streek_finding_free (StreekFinding *finding)
{
  if (finding == NULL)
    return;

  g_free (finding->id);
  g_free (finding->place);
  g_free (finding->message);
  g_free (finding);
}

/**
 * streek_severity_to_string:
 *
 * Returns: "error", "warning" or "note", as written into CSV and JSON; not translated
 */
const char *
streek_severity_to_string (StreekSeverity severity)
{
  switch (severity)
    {
    case STREEK_SEVERITY_ERROR:
      return "error";
    case STREEK_SEVERITY_WARNING:
      return "warning";
    default:
      return "note";
    }
}

/**
 * streek_finding_get_worst:
 * @findings: (element-type StreekFinding):
 *
 * Returns: the highest severity among @findings, a note where there are none
 */
StreekSeverity
streek_finding_get_worst (GPtrArray *findings)
{
  StreekSeverity worst = STREEK_SEVERITY_NOTE;

  for (guint i = 0; i < findings->len; i++)
    worst = MAX (worst, ((StreekFinding *) g_ptr_array_index (findings, i))->severity);

  return worst;
}
