/* streek-rule.c: the rules that nouns register, and one check of a file by all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "rule/streek-rule.h"

#include "base/streek-clip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of what a file says, a finding repeats no more. */
#define MOST_OF_MESSAGE 3000

struct _StreekRuleRun
{
  StreekDb *db;
  StreekDate today;
  GCancellable *cancellable; /* (nullable) */
  GHashTable *kept;          /* name -> Kept */
  const StreekRule *rule;    /* that looks now */
  GPtrArray *findings;       /* StreekFinding */
};

/* What a rule leaves for those after it. */
typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Kept;

static GMutex registry_mutex;
static GPtrArray *registry; /* const StreekRule, in the order they came */

static gboolean look_at_nothing (StreekRuleRun *run, GError **error);

static const StreekRule own_rules[] = {
  { "rule/not-checked", STREEK_SEVERITY_ERROR, N_ ("Part of the file could not be checked"),
    N_ ("The data that a rule looks at cannot be read. “Check File” in the menu tells what is "
        "damaged; restore a backup copy that is whole."),
    look_at_nothing },
};

/* Its findings are made where another rule fails. */
static gboolean
look_at_nothing (StreekRuleRun *run, GError **error)
{
  return TRUE;
}

/* With the mutex held. */
static void
add_rules (const StreekRule *rules, gsize n_rules)
{
  for (gsize i = 0; i < n_rules; i++)
    if (!g_ptr_array_find (registry, &rules[i], NULL))
      g_ptr_array_add (registry, (gpointer) &rules[i]);
}

static void
ensure_registry (void)
{
  if (registry != NULL)
    return;

  registry = g_ptr_array_new ();
  add_rules (own_rules, G_N_ELEMENTS (own_rules));
}

/**
 * streek_rules_register:
 * @rules: (array length=n_rules): static; their order is that of the list a person gets
 *
 * Registering twice is once. Any thread.
 */
void
streek_rules_register (const StreekRule *rules, gsize n_rules)
{
  g_return_if_fail (rules != NULL);

  g_mutex_lock (&registry_mutex);
  ensure_registry ();
  add_rules (rules, n_rules);
  g_mutex_unlock (&registry_mutex);
}

static GPtrArray *
list_rules (void)
{
  g_mutex_lock (&registry_mutex);
  ensure_registry ();

  GPtrArray *rules = g_ptr_array_copy (registry, NULL, NULL);

  g_mutex_unlock (&registry_mutex);

  return rules;
}

/**
 * streek_rules_find:
 *
 * Returns: (transfer none) (nullable): the rule of that id
 */
const StreekRule *
streek_rules_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  const StreekRule *found = NULL;

  g_mutex_lock (&registry_mutex);
  ensure_registry ();

  for (guint i = 0; i < registry->len && found == NULL; i++)
    if (strcmp (((const StreekRule *) registry->pdata[i])->id, id) == 0)
      found = registry->pdata[i];

  g_mutex_unlock (&registry_mutex);

  return found;
}

/**
 * streek_rules_get_rank:
 *
 * Returns: how many rules were registered before @rule
 */
guint
streek_rules_get_rank (const StreekRule *rule)
{
  guint rank = 0;

  g_mutex_lock (&registry_mutex);
  ensure_registry ();
  g_ptr_array_find (registry, rule, &rank);
  g_mutex_unlock (&registry_mutex);

  return rank;
}

const char *
streek_rule_get_title (const StreekRule *rule)
{
  return _ (rule->title);
}

const char *
streek_rule_get_explanation (const StreekRule *rule)
{
  return _ (rule->explanation);
}

/**
 * streek_rule_run_get_db:
 *
 * Returns: (transfer none): a connection to read from; it sees one state of the file
 */
StreekDb *
streek_rule_run_get_db (StreekRuleRun *run)
{
  return run->db;
}

/**
 * streek_rule_run_get_today:
 *
 * Returns: the day that rules about age count from
 */
StreekDate
streek_rule_run_get_today (StreekRuleRun *run)
{
  return run->today;
}

/**
 * streek_rule_run_get_kept:
 * @name: as it was kept
 *
 * Returns: (transfer none) (nullable): what an earlier rule of this run kept
 */
gpointer
streek_rule_run_get_kept (StreekRuleRun *run, const char *name)
{
  Kept *kept = g_hash_table_lookup (run->kept, name);

  return kept != NULL ? kept->data : NULL;
}

/**
 * streek_rule_run_keep:
 * @name: static, "indicator/figures"
 * @data: what later rules of the same run need too, such as figures read from the file
 * @destroy: (nullable): frees @data when the run ends
 */
void
streek_rule_run_keep (StreekRuleRun *run, const char *name, gpointer data, GDestroyNotify destroy)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept){ data, destroy };
  g_hash_table_insert (run->kept, (gpointer) name, kept);
}

/**
 * streek_rule_run_is_cancelled:
 *
 * Returns: whether nobody waits for the answer any more: a rule in a long loop returns then
 */
gboolean
streek_rule_run_is_cancelled (StreekRuleRun *run)
{
  return g_cancellable_is_cancelled (run->cancellable);
}

/**
 * streek_rule_run_report:
 * @key: what it is about in codes, "pop_total/gewest:02000": the same at every check, so that an
 *   acceptance finds it back, and once per rule
 * @place: (nullable): what opens to see it, as noun and key: "indicator:pop_total",
 *   "area:RESOC:RESOC_WESTHOEK", "value:pop_total/gewest:02000/2019"
 * @message: a translated sentence
 * @figures: (nullable) (transfer full): the figures it rests on; where they change, its acceptance
 *   lapses. Texts in it are data, never translated
 *
 * Adds a finding of the rule that looks now.
 */
void
streek_rule_run_report (
  StreekRuleRun *run, const char *key, const char *place, const char *message, StreekTable *figures)
{
  g_return_if_fail (run != NULL && key != NULL && message != NULL);

  g_autofree char *clipped = streek_clip (g_strdup (message), MOST_OF_MESSAGE);
  StreekFinding *finding = streek_finding_new (run->rule->severity, run->rule->id, place, clipped);

  finding->key = g_strdup (key);
  finding->figures = figures;
  g_ptr_array_add (run->findings, finding);
}

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  if (kept->destroy != NULL)
    kept->destroy (kept->data);

  g_free (kept);
}

/* Many rules stumble over the same stone. */
static gboolean
was_told (const StreekRuleRun *run, const char *message)
{
  for (guint i = 0; i < run->findings->len; i++)
    {
      const StreekFinding *finding = g_ptr_array_index (run->findings, i);

      if (strcmp (finding->id, own_rules[0].id) == 0 && strcmp (finding->message, message) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What cannot be read is told, and the other rules still look. */
static gboolean
absorb_failure (StreekRuleRun *run, GError *failure, GError **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  const char *key = run->rule->id;

  run->rule = &own_rules[0];
  if (!was_told (run, failure->message))
    streek_rule_run_report (run, key, NULL, failure->message, NULL);
  g_error_free (failure);

  return TRUE;
}

static gboolean
look (StreekRuleRun *run, const StreekRule *rule, GError **error)
{
  GError *failure = NULL;

  run->rule = rule;

  return rule->look (run, &failure) || absorb_failure (run, failure, error);
}

static gboolean
look_with_all (StreekRuleRun *run,
               StreekRuleProgressFunc progress,
               gpointer user_data,
               GError **error)
{
  g_autoptr (GPtrArray) rules = list_rules ();

  for (guint i = 0; i < rules->len; i++)
    {
      if (!look (run, rules->pdata[i], error) ||
          g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;

      if (progress != NULL)
        progress ((i + 1.0) / rules->len, user_data);
    }

  return TRUE;
}

/**
 * streek_rules_run:
 * @db: a connection to a workspace, best one that sees an unchanging state
 * @today: the day that rules about age count from
 * @progress: (nullable): told after each rule
 * @cancellable: (nullable):
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Lets every registered rule look. What a rule cannot read is a finding of "rule/not-checked".
 *
 * Returns: (transfer full) (element-type StreekFinding): in the order of the rules, within a rule
 *   as it found them; or %NULL with @error set
 */
GPtrArray *
streek_rules_run (StreekDb *db,
                  StreekDate today,
                  StreekRuleProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_kept);
  StreekRuleRun run = { db, today, cancellable, kept, NULL, findings };

  streek_db_set_cancellable (db, cancellable);

  gboolean succeeded = look_with_all (&run, progress, user_data, error);

  streek_db_set_cancellable (db, NULL);

  return succeeded ? g_steal_pointer (&findings) : NULL;
}
