/* streek-own-name-edits.c: names that people give areas, in a workspace, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-own-name-edits.h"

#include <glib/gi18n-lib.h>

/**
 * streek_workspace_list_own_names:
 * @error: return location for a #StreekStoreError
 *
 * Returns: (transfer full) (element-type StreekOwnName): every name that people gave an area
 */
GPtrArray *
streek_workspace_list_own_names (StreekWorkspace *workspace,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, error);

  return reader != NULL ? streek_own_names_list (streek_reader_get_db (reader), error) : NULL;
}

static gboolean
run_add (StreekDb *db, gpointer data, GError **error)
{
  GPtrArray *names = data;

  for (guint i = 0; i < names->len; i++)
    if (!streek_own_name_write (db, names->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* What undo calls it. */
static const char *
describe_adding (GPtrArray *names, GVariant **arguments)
{
  const StreekOwnName *first = names->pdata[0];

  if (names->len == 1)
    {
      *arguments = g_variant_new ("(s)", first->name);
      /* Translators: a command as undo names it; %s is a name of an area. */
      return N_ ("Remember the name %s");
    }

  *arguments = NULL;

  /* Translators: a command as undo names it. */
  return N_ ("Remember names of areas");
}

/**
 * streek_workspace_add_own_names:
 * @names: (element-type StreekOwnName): of areas that exist; where there is none nothing happens
 * @error: return location for a #StreekStoreError
 *
 * Writes all of them in one command that can be undone.
 */
gboolean
streek_workspace_add_own_names (StreekWorkspace *workspace,
                                GPtrArray *names,
                                GCancellable *cancellable,
                                GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && names != NULL, FALSE);

  if (names->len == 0)
    return TRUE;

  GVariant *arguments;
  const char *message = describe_adding (names, &arguments);

  return streek_store_run_command (streek_workspace_get_store (workspace), message, arguments,
                                   run_add, g_ptr_array_ref (names),
                                   (GDestroyNotify) g_ptr_array_unref, cancellable, error);
}

/**
 * streek_edits_add_own_names_async:
 * @names: (element-type StreekOwnName): of areas that exist, at least one; not to be changed
 *   afterwards
 */
void
streek_edits_add_own_names_async (StreekWorkspace *workspace,
                                  GPtrArray *names,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && names != NULL && names->len > 0);

  GVariant *arguments;
  const char *message = describe_adding (names, &arguments);

  streek_store_run_command_async (streek_workspace_get_store (workspace), message, arguments,
                                  run_add, g_ptr_array_ref (names),
                                  (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

static gboolean
run_remove (StreekDb *db, gpointer data, GError **error)
{
  return streek_own_name_remove (db, data, error);
}

/**
 * streek_edits_remove_own_name_async:
 * @name: copied
 */
void
streek_edits_remove_own_name_async (StreekWorkspace *workspace,
                                    const StreekOwnName *name,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && name != NULL);

  /* Translators: a command as undo names it; %s is a name of an area. */
  streek_store_run_command_async (streek_workspace_get_store (workspace), N_ ("Forget the name %s"),
                                  g_variant_new ("(s)", name->name), run_remove,
                                  streek_own_name_copy (name),
                                  (GDestroyNotify) streek_own_name_free, NULL, callback, user_data);
}
