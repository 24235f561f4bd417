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
  StreekFinding *copy =
    streek_finding_new (finding->severity, finding->id, finding->place, finding->message);

  copy->key = g_strdup (finding->key);
  copy->figures = finding->figures != NULL ? streek_table_ref (finding->figures) : NULL;

  return copy;
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

  g_clear_pointer (&finding->figures, streek_table_unref);
  g_free (finding->id);
  g_free (finding->key);
  g_free (finding->place);
  g_free (finding->message);
  g_free (finding);
}

/**
 * streek_finding_dup_fingerprint:
 *
 * Tells whether what a finding rests on is still the same: a digest of its figures as programs
 * read them, so that neither the language nor the order of other findings changes it. A finding
 * without figures rests on nothing that could change.
 *
 * Returns: (transfer full): 32 hexadecimal digits, or "" where there are no figures
 */
char *
streek_finding_dup_fingerprint (const StreekFinding *finding)
{
  if (finding->figures == NULL)
    return g_strdup ("");

  g_autofree char *text = streek_table_to_csv (finding->figures, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (digest, 32);
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
