/* streek-role-words.c: what roles are called, and the few categories that colours can say of them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-role-words.h"

#include "plan/streek-role-said.h"
#include "plan/streek-role.h"

#include <glib/gi18n-lib.h>

void
streek_words_append_line (GString *lines, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

static void
append_roles (GString *lines, const StreekRecordView *view, const GPtrArray *roles)
{
  for (guint i = 0; i < roles->len; i++)
    {
      g_autofree char *line = streek_role_dup_words (view, roles->pdata[i], STREEK_ROLE_LEVEL_NONE);

      streek_words_append_line (lines, line);
    }
}

char *
streek_roles_list_words (const StreekRecordView *view,
                         const GPtrArray *roles,
                         const GPtrArray *in_actions)
{
  g_return_val_if_fail (view != NULL && roles != NULL && in_actions != NULL, NULL);

  GString *lines = g_string_new (NULL);

  append_roles (lines, view, roles);

  if (in_actions->len > 0)
    {
      /* Translators: roles of a body follow, a line each, that it has in single actions. */
      streek_words_append_line (lines, _ ("Action by action:"));
      append_roles (lines, view, in_actions);
    }

  return g_string_free (lines, FALSE);
}

char *
streek_roles_list_quotes (const GPtrArray *roles)
{
  g_return_val_if_fail (roles != NULL, NULL);

  GString *quotes = g_string_new (NULL);

  for (guint i = 0; i < roles->len; i++)
    streek_words_append_line (quotes, streek_record_get_text (roles->pdata[i], STREEK_ROLE_QUOTE));

  return g_string_free (quotes, FALSE);
}

gboolean
streek_roles_are_all (const GPtrArray *roles, const char *word)
{
  g_return_val_if_fail (roles != NULL, FALSE);

  for (guint i = 0; i < roles->len; i++)
    if (!streek_record_is (roles->pdata[i], STREEK_ROLE_ROLE, word))
      return FALSE;

  return roles->len > 0;
}

StreekRoleCategory
streek_roles_get_category (const GPtrArray *roles)
{
  const char *made = streek_roles_get_orientation (roles);

  if (g_str_equal (made, "combination"))
    return STREEK_ROLE_DOES_BOTH;
  if (g_str_equal (made, "consultation"))
    return STREEK_ROLE_CONSULTS;
  if (g_str_equal (made, "projects"))
    return STREEK_ROLE_RUNS_PROJECTS;

  return streek_roles_are_all (roles, "no_core_task") ? STREEK_ROLE_IS_NO_CORE_TASK
                                                      : STREEK_ROLE_NO_CATEGORY;
}

const char *
streek_role_category_get_label (StreekRoleCategory category)
{
  switch (category)
    {
    case STREEK_ROLE_CONSULTS:
      return _ ("Consults and advises");
    case STREEK_ROLE_RUNS_PROJECTS:
      return _ ("Works on projects");
    case STREEK_ROLE_DOES_BOTH:
      return _ ("Both");
    case STREEK_ROLE_IS_NO_CORE_TASK:
      return _ ("No core task");
    case STREEK_ROLE_BY_ACTION:
      /* Translators: of roles that are said of single actions only. */
      return _ ("Said action by action");
    case STREEK_ROLE_NO_CATEGORY:
    default:
      return _ ("Not described");
    }
}
