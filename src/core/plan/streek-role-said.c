/* streek-role-said.c: which roles hold for a body, a theme or an action, and what kind they make it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-role-said.h"

#include "plan/streek-plan-links.h"
#include "plan/streek-role.h"

static gboolean
is_about (const StreekRecord *role, gint64 theme, gint64 item)
{
  return streek_record_get_reference (role, STREEK_ROLE_THEME) == theme &&
         streek_record_get_reference (role, STREEK_ROLE_ITEM) == item;
}

/* A role in an action may name its theme beside it. */
static gboolean
is_about_item (const StreekRecord *role, gint64 item)
{
  return streek_record_get_reference (role, STREEK_ROLE_ITEM) == item;
}

GPtrArray *
streek_roles_list_own (const StreekRecords *records, gint64 body, gint64 theme, gint64 item)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *roles =
    streek_records_list_by (records, &streek_role_kind, STREEK_ROLE_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    if (item != 0 ? is_about_item (roles[i], item) : is_about (roles[i], theme, 0))
      g_ptr_array_add (found, (gpointer) roles[i]);

  return found;
}

/* Roles in any of the themes of an action. */
static GPtrArray *
list_of_themes (const StreekRecords *records, gint64 body, gint64 item)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (records, &streek_item_theme_kind, STREEK_ITEM_THEME_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_extend_and_steal (
      found, streek_roles_list_own (
               records, body, streek_record_get_reference (links[i], STREEK_ITEM_THEME_THEME), 0));

  return found;
}

static gboolean
take_level (GPtrArray **found, GPtrArray *roles, StreekRoleLevel of, StreekRoleLevel *level)
{
  if (roles->len == 0)
    {
      g_ptr_array_unref (roles);
      return FALSE;
    }

  *found = roles;
  *level = of;

  return TRUE;
}

GPtrArray *
streek_roles_list_said (
  const StreekRecords *records, gint64 body, gint64 theme, gint64 item, StreekRoleLevel *level)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *found = NULL;
  StreekRoleLevel said = STREEK_ROLE_LEVEL_NONE;

  if ((item != 0 && take_level (&found, streek_roles_list_own (records, body, 0, item),
                                STREEK_ROLE_LEVEL_ITEM, &said)) ||
      (theme != 0 && take_level (&found, streek_roles_list_own (records, body, theme, 0),
                                 STREEK_ROLE_LEVEL_THEME, &said)) ||
      (theme == 0 && item != 0 &&
       take_level (&found, list_of_themes (records, body, item), STREEK_ROLE_LEVEL_THEME, &said)) ||
      take_level (&found, streek_roles_list_own (records, body, 0, 0), STREEK_ROLE_LEVEL_BODY,
                  &said))
    ;
  else
    found = g_ptr_array_new ();

  if (level != NULL)
    *level = said;

  return found;
}

const StreekRecord *
streek_theme_weight_find (const StreekRecords *records, gint64 body, gint64 theme)
{
  g_return_val_if_fail (records != NULL, NULL);

  guint n;
  const StreekRecord *const *weights =
    streek_records_list_by (records, &streek_theme_weight_kind, STREEK_THEME_WEIGHT_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_reference (weights[i], STREEK_THEME_WEIGHT_THEME) == theme)
      return weights[i];

  return NULL;
}

/* Kinds of body */

static gboolean
is_consultation (const char *role)
{
  static const char *const words[] = { "bring_together", "organise_consultation",
                                       "align",          "advise",
                                       "pact",           NULL };

  return g_strv_contains (words, role);
}

static gboolean
is_projects (const char *role)
{
  static const char *const words[] = { "initiate",   "co_finance", "seek_funding", "prepare_files",
                                       "coordinate", "lead",       "partner",      NULL };

  return g_strv_contains (words, role);
}

const char *
streek_roles_get_orientation (const GPtrArray *roles)
{
  g_return_val_if_fail (roles != NULL, NULL);

  gboolean consults = FALSE, runs_projects = FALSE;

  for (guint i = 0; i < roles->len; i++)
    {
      const char *role = streek_record_get_text (roles->pdata[i], STREEK_ROLE_ROLE);

      if (role == NULL)
        continue;

      consults |= is_consultation (role);
      runs_projects |= is_projects (role);
    }

  return consults && runs_projects ? "combination"
         : consults                ? "consultation"
         : runs_projects           ? "projects"
                                   : "undescribed";
}

const char *
streek_roles_derive_orientation (const StreekRecords *records, gint64 body)
{
  g_return_val_if_fail (records != NULL, NULL);

  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *roles =
    streek_records_list_by (records, &streek_role_kind, STREEK_ROLE_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, (gpointer) roles[i]);

  return streek_roles_get_orientation (all);
}

gboolean
streek_roles_contradict (const char *stated, const char *derived)
{
  if (stated == NULL || derived == NULL || g_str_equal (derived, "undescribed") ||
      g_str_equal (stated, "ambiguous"))
    return FALSE;

  return !g_str_equal (stated, derived);
}
