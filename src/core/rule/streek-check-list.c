/* streek-check-list.c: findings in an order that never differs, with their acceptances */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "rule/streek-check-list.h"

#include <string.h>

struct _StreekCheckList
{
  gatomicrefcount ref_count;
  GPtrArray *entries; /* StreekCheckEntry */
  gint64 checked_at;
};

static void
free_entry (gpointer data)
{
  StreekCheckEntry *entry = data;

  streek_finding_free (entry->finding);
  streek_acceptance_free (entry->acceptance);
  g_free (entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const StreekCheckEntry *first = *(StreekCheckEntry *const *) a;
  const StreekCheckEntry *second = *(StreekCheckEntry *const *) b;

  if (first->finding->severity != second->finding->severity)
    return first->finding->severity > second->finding->severity ? -1 : 1;

  if (first->rule != second->rule)
    return streek_rules_get_rank (first->rule) < streek_rules_get_rank (second->rule) ? -1 : 1;

  return strcmp (first->finding->key, second->finding->key);
}

static const StreekAcceptance *
find_acceptance (GPtrArray *acceptances, const StreekFinding *finding)
{
  for (guint i = 0; i < acceptances->len; i++)
    {
      const StreekAcceptance *acceptance = g_ptr_array_index (acceptances, i);

      if (strcmp (acceptance->rule, finding->id) == 0 &&
          strcmp (acceptance->key, finding->key) == 0)
        return acceptance;
    }

  return NULL;
}

static StreekCheckEntry *
new_entry (const StreekFinding *finding, GPtrArray *acceptances)
{
  StreekCheckEntry *entry = g_new0 (StreekCheckEntry, 1);
  const StreekAcceptance *acceptance = find_acceptance (acceptances, finding);

  entry->rule = streek_rules_find (finding->id);
  entry->finding = streek_finding_copy (finding);

  if (acceptance == NULL)
    return entry;

  g_autofree char *fingerprint = streek_finding_dup_fingerprint (finding);

  entry->acceptance = streek_acceptance_copy (acceptance);
  entry->state = strcmp (fingerprint, acceptance->fingerprint) == 0 ? STREEK_CHECK_ACCEPTED
                                                                    : STREEK_CHECK_LAPSED;

  return entry;
}

/**
 * streek_check_list_new:
 * @findings: (element-type StreekFinding): of registered rules, as streek_rules_run() finds them
 * @acceptances: (element-type StreekAcceptance): those of the same state of the file
 * @checked_at: when, in microseconds since 1970, UTC
 *
 * Returns: (transfer full): both joined
 */
StreekCheckList *
streek_check_list_new (GPtrArray *findings, GPtrArray *acceptances, gint64 checked_at)
{
  g_return_val_if_fail (findings != NULL && acceptances != NULL, NULL);

  StreekCheckList *list = g_new0 (StreekCheckList, 1);

  g_atomic_ref_count_init (&list->ref_count);
  list->entries = g_ptr_array_new_with_free_func (free_entry);
  list->checked_at = checked_at;

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (list->entries, new_entry (g_ptr_array_index (findings, i), acceptances));

  g_ptr_array_sort (list->entries, compare_entries);

  return list;
}

StreekCheckList *
streek_check_list_ref (StreekCheckList *list)
{
  g_atomic_ref_count_inc (&list->ref_count);

  return list;
}

void
streek_check_list_unref (StreekCheckList *list)
{
  if (list == NULL || !g_atomic_ref_count_dec (&list->ref_count))
    return;

  g_ptr_array_unref (list->entries);
  g_free (list);
}

guint
streek_check_list_get_n_entries (const StreekCheckList *list)
{
  return list->entries->len;
}

/**
 * streek_check_list_get_entry:
 *
 * Returns: (transfer none): the worst first, then in the order of the rules and of their keys
 */
const StreekCheckEntry *
streek_check_list_get_entry (const StreekCheckList *list, guint index)
{
  g_return_val_if_fail (index < list->entries->len, NULL);

  return g_ptr_array_index (list->entries, index);
}

/**
 * streek_check_list_count_open:
 *
 * Returns: how many findings nobody accepted as they are now
 */
guint
streek_check_list_count_open (const StreekCheckList *list)
{
  guint n = 0;

  for (guint i = 0; i < list->entries->len; i++)
    n += streek_check_list_get_entry (list, i)->state != STREEK_CHECK_ACCEPTED;

  return n;
}

/**
 * streek_check_list_count_urgent:
 *
 * Returns: how many errors and warnings nobody accepted as they are now; a note can wait
 */
guint
streek_check_list_count_urgent (const StreekCheckList *list)
{
  guint n = 0;

  for (guint i = 0; i < list->entries->len; i++)
    {
      const StreekCheckEntry *entry = streek_check_list_get_entry (list, i);

      n += entry->state != STREEK_CHECK_ACCEPTED && entry->finding->severity > STREEK_SEVERITY_NOTE;
    }

  return n;
}

gint64
streek_check_list_get_checked_at (const StreekCheckList *list)
{
  return list->checked_at;
}

/**
 * streek_check_state_to_string:
 *
 * Returns: whether it was accepted: "no", "yes" or "lapsed", as written into CSV and JSON; not
 *   translated
 */
const char *
streek_check_state_to_string (StreekCheckState state)
{
  static const char *const words[] = { "no", "yes", "lapsed" };

  return words[state];
}
