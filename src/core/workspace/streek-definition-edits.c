/* streek-definition-edits.c: indicators that people make, change and delete, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-definition-edits.h"

#include <glib/gi18n-lib.h>

static gboolean
run_insert (StreekDb *db, gpointer data, GError **error)
{
  return streek_definition_insert (db, data, error);
}

static gboolean
run_update (StreekDb *db, gpointer data, GError **error)
{
  return streek_definition_update (db, data, error);
}

static gboolean
run_delete (StreekDb *db, gpointer data, GError **error)
{
  return streek_definition_delete (db, data, error);
}

static void
run_with_definition (StreekWorkspace *workspace,
                     const char *message_id,
                     const StreekDefinition *definition,
                     StreekCommandFunc func,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  streek_store_run_command_async (
    streek_workspace_get_store (workspace), message_id,
    g_variant_new ("(s)", definition->fields[STREEK_INDICATOR_FIELD_NAME]), func,
    streek_definition_copy (definition), (GDestroyNotify) streek_definition_free, NULL, callback,
    user_data);
}

void
streek_edits_add_indicator_async (StreekWorkspace *workspace,
                                  const StreekDefinition *definition,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && definition != NULL);

  /* Translators: a command as undo names it; %s is an indicator. */
  run_with_definition (workspace, N_ ("Make the indicator %s"), definition, run_insert, callback,
                       user_data);
}

void
streek_edits_change_indicator_async (StreekWorkspace *workspace,
                                     const StreekDefinition *definition,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && definition != NULL);

  /* Translators: a command as undo names it; %s is an indicator. */
  run_with_definition (workspace, N_ ("Change the definition of %s"), definition, run_update,
                       callback, user_data);
}

/**
 * streek_edits_delete_indicator_async:
 * @name: as people call it, for the name of the command
 */
void
streek_edits_delete_indicator_async (StreekWorkspace *workspace,
                                     const char *code,
                                     const char *name,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && code != NULL && name != NULL);

  /* Translators: a command as undo names it; %s is an indicator. */
  streek_store_run_command_async (streek_workspace_get_store (workspace),
                                  N_ ("Delete the indicator %s"), g_variant_new ("(s)", name),
                                  run_delete, g_strdup (code), g_free, NULL, callback, user_data);
}

/* What the writer's thread is to keep. */
typedef struct
{
  char *indicator;
  char *texts[STREEK_POLICY_N_TEXTS];
} PolicyJob;

static void
policy_job_free (gpointer data)
{
  PolicyJob *job = data;

  for (guint i = 0; i < STREEK_POLICY_N_TEXTS; i++)
    g_free (job->texts[i]);
  g_free (job->indicator);
  g_free (job);
}

static gboolean
run_keep (StreekDb *db, gpointer data, GError **error)
{
  const PolicyJob *job = data;

  return streek_policy_limits_keep (db, job->indicator, (const char *const *) job->texts, error);
}

/**
 * streek_edits_keep_policy_limits_async:
 * @indicator: a code
 * @indicator_name: as people call it, for the name of the command
 * @texts: as streek_policy_limits_check() takes them, with an id
 */
void
streek_edits_keep_policy_limits_async (StreekWorkspace *workspace,
                                       const char *indicator,
                                       const char *indicator_name,
                                       const char *const *texts,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && indicator != NULL && texts != NULL);

  PolicyJob *job = g_new0 (PolicyJob, 1);

  job->indicator = g_strdup (indicator);
  for (guint i = 0; i < STREEK_POLICY_N_TEXTS; i++)
    job->texts[i] = g_strdup (texts[i]);

  streek_store_run_command_async (
    streek_workspace_get_store (workspace),
    /* Translators: a command as undo names it; %1$s are class limits, %2$s an indicator. */
    N_ ("Keep the policy limits %1$s of %2$s"),
    g_variant_new ("(ss)", texts[STREEK_POLICY_NAME], indicator_name), run_keep, job,
    policy_job_free, NULL, callback, user_data);
}
