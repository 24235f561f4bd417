/* streek-role-said.c: which roles hold for a body, a theme or an action, and what kind they make it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-role-said.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-role.h"
#include "record/streek-record-portrait.h"

#include <glib/gi18n-lib.h>

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

static gboolean
holds (const StreekRecord *role, StreekDate on)
{
  return streek_record_holds_on (role, STREEK_ROLE_STARTS, STREEK_ROLE_ENDS, on);
}

GPtrArray *
streek_roles_list_own (
  const StreekRecords *records, gint64 body, gint64 theme, gint64 item, StreekDate on)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *roles =
    streek_records_list_by (records, &streek_role_kind, STREEK_ROLE_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    if (holds (roles[i], on) &&
        (item != 0 ? is_about_item (roles[i], item) : is_about (roles[i], theme, 0)))
      g_ptr_array_add (found, (gpointer) roles[i]);

  return found;
}

/* Roles in any of the themes of an action. */
static GPtrArray *
list_of_themes (const StreekRecords *records, gint64 body, gint64 item, StreekDate on)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (records, &streek_item_theme_kind, STREEK_ITEM_THEME_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_extend_and_steal (
      found, streek_roles_list_own (records, body,
                                    streek_record_get_reference (links[i], STREEK_ITEM_THEME_THEME),
                                    0, on));

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
streek_roles_list_said (const StreekRecords *records,
                        gint64 body,
                        gint64 theme,
                        gint64 item,
                        StreekDate on,
                        StreekRoleLevel *level)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *found = NULL;
  StreekRoleLevel said = STREEK_ROLE_LEVEL_NONE;

  if ((item != 0 && take_level (&found, streek_roles_list_own (records, body, 0, item, on),
                                STREEK_ROLE_LEVEL_ITEM, &said)) ||
      (theme != 0 && take_level (&found, streek_roles_list_own (records, body, theme, 0, on),
                                 STREEK_ROLE_LEVEL_THEME, &said)) ||
      (theme == 0 && item != 0 &&
       take_level (&found, list_of_themes (records, body, item, on), STREEK_ROLE_LEVEL_THEME,
                   &said)) ||
      take_level (&found, streek_roles_list_own (records, body, 0, 0, on), STREEK_ROLE_LEVEL_BODY,
                  &said))
    ;
  else
    found = g_ptr_array_new ();

  if (level != NULL)
    *level = said;

  return found;
}

static gboolean
is_said (const GPtrArray *roles, const StreekRecord *role)
{
  static const guint fields[] = { STREEK_ROLE_ROLE, STREEK_ROLE_MODIFIER };

  for (guint i = 0; i < roles->len; i++)
    {
      gboolean is_same = TRUE;

      for (gsize j = 0; j < G_N_ELEMENTS (fields) && is_same; j++)
        is_same = g_strcmp0 (streek_record_get_text (roles->pdata[i], fields[j]),
                             streek_record_get_text (role, fields[j])) == 0;

      if (is_same)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
streek_roles_list_in_actions (const StreekRecords *records,
                              gint64 body,
                              gint64 theme,
                              StreekDate on)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *roles =
    streek_records_list_by (records, &streek_role_kind, STREEK_ROLE_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_has (roles[i], STREEK_ROLE_ITEM) && holds (roles[i], on) &&
        streek_record_get_reference (roles[i], STREEK_ROLE_THEME) == theme &&
        !is_said (found, roles[i]))
      g_ptr_array_add (found, (gpointer) roles[i]);

  return found;
}

const StreekRecord *
streek_theme_weight_find (const StreekRecords *records, gint64 body, gint64 theme, StreekDate on)
{
  g_return_val_if_fail (records != NULL, NULL);

  const StreekRecord *found = NULL;
  guint n;
  const StreekRecord *const *weights =
    streek_records_list_by (records, &streek_theme_weight_kind, STREEK_THEME_WEIGHT_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_reference (weights[i], STREEK_THEME_WEIGHT_THEME) == theme &&
        streek_record_holds_on (weights[i], STREEK_THEME_WEIGHT_STARTS, STREEK_THEME_WEIGHT_ENDS,
                                on) &&
        (found == NULL || streek_record_get_first_day (weights[i], STREEK_THEME_WEIGHT_STARTS) >
                            streek_record_get_first_day (found, STREEK_THEME_WEIGHT_STARTS)))
      found = weights[i];

  return found;
}

/* In words */

/* Where it is said, beside the item itself: "of the theme Water"; NULL: right there. */
static char *
dup_origin (const StreekRecordView *view, const StreekRecord *role, StreekRoleLevel level)
{
  g_autofree char *theme = streek_record_view_dup_text (view, role, STREEK_ROLE_THEME);
  g_autofree char *body = streek_record_view_dup_text (view, role, STREEK_ROLE_BODY);

  if (level == STREEK_ROLE_LEVEL_THEME)
    /* Translators: stands in brackets after a role of a body: it is said of this theme. */
    return g_strdup_printf (_ ("of the theme %s"), theme);
  if (level == STREEK_ROLE_LEVEL_BODY)
    /* Translators: stands in brackets after a role; %s is the body that has it everywhere. */
    return g_strdup_printf (_ ("of %s in general"), body);

  return NULL;
}

char *
streek_role_dup_words (const StreekRecordView *view,
                       const StreekRecord *role,
                       StreekRoleLevel inherited)
{
  g_return_val_if_fail (view != NULL && role != NULL, NULL);

  g_autofree char *name = streek_record_view_dup_text (view, role, STREEK_ROLE_ROLE);
  g_autofree char *how = streek_record_view_dup_text (view, role, STREEK_ROLE_MODIFIER);
  g_autofree char *span =
    streek_record_view_dup_span (view, role, STREEK_ROLE_STARTS, STREEK_ROLE_ENDS);
  g_autofree char *origin = dup_origin (view, role, inherited);
  const char *const parts[] = { how, span, origin };
  GString *words = g_string_new (name);
  gboolean is_first = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        g_string_append_printf (words, "%s%s", is_first ? " (" : "; ", parts[i]);
        is_first = FALSE;
      }

  return g_string_free (is_first ? words : g_string_append_c (words, ')'), FALSE);
}

char *
streek_roles_dup_words_of_item (const StreekRecordView *view, const StreekRecord *item)
{
  g_return_val_if_fail (view != NULL && item != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *pact = streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records);
  gint64 body = pact != NULL ? streek_record_get_reference (pact, STREEK_PACT_BODY) : 0;
  g_autoptr (GString) lines = g_string_new (NULL);
  StreekRoleLevel level;

  if (body == 0)
    return NULL;

  g_autoptr (GPtrArray) roles = streek_roles_list_said (
    records, body, 0, streek_record_get_id (item), STREEK_DATE_NONE, &level);

  for (guint i = 0; i < roles->len; i++)
    {
      g_autofree char *line = streek_role_dup_words (view, roles->pdata[i], level);

      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }

  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
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
streek_roles_derive_orientation (const StreekRecords *records, gint64 body, StreekDate on)
{
  g_return_val_if_fail (records != NULL, NULL);

  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *roles =
    streek_records_list_by (records, &streek_role_kind, STREEK_ROLE_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    if (holds (roles[i], on))
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
