/* streek-rule.h: a question that a noun asks about its own data, and the asking of all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"
#include "rule/streek-finding.h"
#include "store/streek-db.h"

/* One check of a file: the connection, the day, what rules keep for each other, what they found.
 * One thread. */
typedef struct _StreekRuleRun StreekRuleRun;

/* Static. */
typedef struct
{
  const char *id;          /* "indicator/parts-exceed-total": stable, untranslated */
  StreekSeverity severity; /* of all its findings */
  const char *title;       /* marked with N_(): what is wrong, in a few words */
  const char *explanation; /* marked with N_(): why it matters and what to do about it */
  /* FALSE with an error where the data cannot be read: that is a finding, and the others go on */
  gboolean (*look) (StreekRuleRun *run, GError **error);
} StreekRule;

void streek_rules_register (const StreekRule *rules, gsize n_rules);
const StreekRule *streek_rules_find (const char *id);
/* How many came before it; for an order that never differs. */
guint streek_rules_get_rank (const StreekRule *rule);
const char *streek_rule_get_title (const StreekRule *rule);
const char *streek_rule_get_explanation (const StreekRule *rule);

/* For a rule that looks. */
StreekDb *streek_rule_run_get_db (StreekRuleRun *run);
StreekDate streek_rule_run_get_today (StreekRuleRun *run);
gpointer streek_rule_run_get_kept (StreekRuleRun *run, const char *name);
void
streek_rule_run_keep (StreekRuleRun *run, const char *name, gpointer data, GDestroyNotify destroy);
gboolean streek_rule_run_is_cancelled (StreekRuleRun *run);
void streek_rule_run_report (StreekRuleRun *run,
                             const char *key,
                             const char *place,
                             const char *message,
                             StreekTable *figures);

/* @done: the share of the rules that have looked, 0 to 1. Called in the thread that checks. */
typedef void (*StreekRuleProgressFunc) (double done, gpointer user_data);

GPtrArray *streek_rules_run (StreekDb *db,
                             StreekDate today,
                             StreekRuleProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);
