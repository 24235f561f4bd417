/* streek-cli-views.c: a saved view that a subcommand draws */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-views.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
streek_cli_view_is_map (const StreekSavedView *view)
{
  return view->map != NULL;
}

gboolean
streek_cli_view_is_chart (const StreekSavedView *view)
{
  return view->chart != NULL;
}

gboolean
streek_cli_view_is_atlas (const StreekSavedView *view)
{
  return view->atlas != NULL;
}

/* (nullable): what draws it on the command line */
static const char *
get_command (const StreekSavedView *view)
{
  return view->map != NULL     ? "streek map"
         : view->chart != NULL ? "streek chart"
         : view->atlas != NULL ? "streek atlas"
                               : NULL;
}

static GPtrArray *
load_views (StreekWorkspace *workspace, GError **error)
{
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), NULL, error);

  return reader != NULL ? streek_views_list (streek_reader_get_db (reader), error) : NULL;
}

/* The views of that name that fit, and one that does not. */
static GPtrArray *
find_called (GPtrArray *views,
             const char *name,
             StreekViewFitsFunc fits,
             const StreekSavedView **other)
{
  GPtrArray *found = g_ptr_array_new ();

  *other = NULL;
  for (guint i = 0; i < views->len; i++)
    {
      const StreekSavedView *view = views->pdata[i];

      if (strcmp (view->name, name) != 0)
        continue;
      if (fits (view))
        g_ptr_array_add (found, views->pdata[i]);
      else
        *other = view;
    }

  return found;
}

static char *
list_names (GPtrArray *views, StreekViewFitsFunc fits)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < views->len; i++)
    {
      const StreekSavedView *view = views->pdata[i];

      if (fits (view))
        /* Translators: the name of a saved view in a list of them */
        g_ptr_array_add (names, g_strdup_printf (_ ("“%s”"), view->name));
    }
  g_ptr_array_add (names, NULL);

  return names->len > 1 ? g_strjoinv (", ", (char **) names->pdata) : NULL;
}

static void
say_unknown (const StreekCommand *command,
             const char *name,
             const StreekSavedView *other,
             const char *names)
{
  const char *other_command = other != NULL ? get_command (other) : NULL;

  if (other_command != NULL)
    /* Translators: %1$s is the name of a saved view, %2$s a command such as "streek map". */
    streek_cli_remark (command, _ ("The view “%1$s” is drawn by “%2$s”."), name, other_command);
  else if (other != NULL)
    /* Translators: %s is the name of a saved view, which shows a table. */
    streek_cli_remark (command, _ ("The view “%s” is none that is drawn."), name);
  else
    /* Translators: %s is the name of a saved view. */
    streek_cli_remark (command, _ ("There is no view “%s” in the file."), name);

  if (names != NULL)
    /* Translators: %s lists names of saved views. */
    streek_cli_remark (command, _ ("Views that this command draws are %s."), names);
  else
    streek_cli_remark (command, "%s", _ ("The file has no view that this command draws."));
}

StreekSavedView *
streek_cli_find_view (const StreekCommand *command,
                      StreekWorkspace *workspace,
                      const char *name,
                      StreekViewFitsFunc fits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = load_views (workspace, &error);

  if (views == NULL)
    {
      streek_cli_fail (command, error);
      return NULL;
    }

  const StreekSavedView *other;
  g_autoptr (GPtrArray) found = find_called (views, name, fits, &other);

  if (found->len == 1)
    return streek_saved_view_copy (found->pdata[0]);

  if (found->len > 1)
    {
      /* Translators: %s is the name of several saved views. */
      streek_cli_remark (command,
                         _ ("Several views are called “%s”: give the one that is meant a name of "
                            "its own."),
                         name);
      return NULL;
    }

  g_autofree char *names = list_names (views, fits);

  say_unknown (command, name, other, names);

  return NULL;
}
