/* streek-cli-workspace.c: the workspace a subcommand is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "store/streek-rescue.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

/**
 * streek_cli_point_at_copies:
 * @path: a file as typed that is damaged, gone or another's
 * @may_be_none: nothing is said where there are no copies: it may never have been a workspace
 *
 * Says where the newest of its dated copies is.
 */
void
streek_cli_point_at_copies (const StreekCommand *command, const char *path, gboolean may_be_none)
{
  g_autoptr (GPtrArray) copies = streek_rescue_list_copies (path, streek_schema_get_default ());

  if (copies->len > 0)
    /* Translators: %s is a file. */
    streek_cli_remark (command, _ ("Its newest backup copy is %s."),
                       ((const StreekRescueCopy *) copies->pdata[0])->path);
  else if (!may_be_none)
    streek_cli_remark (command, _ ("There are no backup copies of it here."));
}

/**
 * streek_cli_fail_to_open:
 * @path: the file as typed
 * @error: why it could not be opened
 *
 * Returns: %STREEK_EXIT_FAILED
 */
StreekExit
streek_cli_fail_to_open (const StreekCommand *command, const char *path, const GError *error)
{
  StreekExit status = streek_cli_fail_at (command, path, error);

  if (streek_rescue_may_help (error))
    streek_cli_point_at_copies (
      command, path,
      g_error_matches (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_FOUND) ||
        g_error_matches (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_OURS));

  return status;
}

/**
 * streek_cli_open_workspace:
 * @path: the file as typed
 *
 * Opens a workspace to read it; a window may have it open meanwhile. It is closed with the last
 * reference.
 *
 * Returns: (transfer full) (nullable): the workspace, or %NULL where it could not be opened, which
 *   has been said
 */
StreekWorkspace *
streek_cli_open_workspace (const StreekCommand *command, const char *path)
{
  g_autoptr (GError) error = NULL;
  StreekWorkspace *workspace =
    streek_workspace_open (path, STREEK_WORKSPACE_READ_ONLY, NULL, &error);

  if (workspace == NULL)
    streek_cli_fail_to_open (command, path, error);

  return workspace;
}

StreekExit
streek_cli_show_workspace (const StreekCommand *command,
                           GStrv words,
                           const GOptionEntry *entries,
                           StreekCliShowFunc show,
                           gconstpointer data)
{
  gboolean as_json = FALSE;
  const GOptionEntry json = {
    "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON instead of CSV"), NULL
  };
  g_autoptr (GArray) all = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  StreekExit status;

  for (; entries != NULL && entries->long_name != NULL; entries++)
    g_array_append_val (all, *entries);
  g_array_append_val (all, json);

  g_auto (GStrv) files =
    streek_cli_parse (command, (const GOptionEntry *) all->data, words, &status);

  if (files == NULL)
    return status;

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (command, files[0]);

  return workspace != NULL ? show (command, workspace, files[0], as_json, data)
                           : STREEK_EXIT_FAILED;
}

/* The set whose code is @word but for large and small letters, NULL where there is none or there
 * are several. */
static const char *
match_set (StreekAreas *areas, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);
  const char *found = NULL;

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autofree char *other = g_utf8_casefold (set->code, -1);

      if (strcmp (set->code, word) == 0)
        return set->code;
      if (strcmp (other, folded) != 0)
        continue;
      if (found != NULL)
        return NULL;

      found = set->code;
    }

  return found;
}

static void
settle_set (StreekAreas *areas, char **text)
{
  if (*text == NULL)
    return;

  const char *colon = strchr (*text, ':');
  g_autofree char *word =
    colon != NULL ? g_strndup (*text, (gsize) (colon - *text)) : g_strdup (*text);
  const char *code = g_utf8_validate (word, -1, NULL) ? match_set (areas, word) : NULL;

  if (code == NULL || strcmp (code, word) == 0)
    return;

  char *settled = g_strconcat (code, colon, NULL);

  g_free (*text);
  *text = settled;
}

/**
 * streek_cli_settle_sets:
 * @first: (nullable) (inout): SET or SET:CODE as typed
 *
 * Nobody remembers which sets have capitals. What is no set but for its letters, and what could be
 * several, stays as it was typed, so that who looks for it says so.
 */
void
streek_cli_settle_sets (StreekWorkspace *workspace, char **first, ...)
{
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas_without_meshes (workspace, NULL);
  va_list texts;

  if (areas == NULL)
    return; /* whoever needs them says why */

  va_start (texts, first);
  for (char **text = first; text != NULL; text = va_arg (texts, char **))
    settle_set (areas, text);
  va_end (texts);
}

void
streek_cli_settle_set_list (StreekWorkspace *workspace, char **list)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    streek_cli_settle_sets (workspace, &list[i], NULL);
}
