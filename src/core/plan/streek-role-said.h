/* streek-role-said.h: which roles hold for a body, a theme or an action, and what kind they make it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* On which level something is said, the most general first. */
typedef enum
{
  STREEK_ROLE_LEVEL_NONE, /* nothing is said anywhere */
  STREEK_ROLE_LEVEL_BODY,
  STREEK_ROLE_LEVEL_THEME,
  STREEK_ROLE_LEVEL_ITEM,
} StreekRoleLevel;

/* What is asked @on a day is what held then, as far as since when and until when are known;
 * %STREEK_DATE_NONE asks for all that was ever said. */

/* Roles of the nearest level at which anything is said: of the action @item (0: none), else of
 * @theme (0: of the themes of @item), else of the body in general. @level: (out) (optional).
 * Returns: (transfer container) (element-type StreekRecord): lent by @records; "not described" is a
 * role like any other here, said by somebody who looked */
GPtrArray *streek_roles_list_said (const StreekRecords *records,
                                   gint64 body,
                                   gint64 theme,
                                   gint64 item,
                                   StreekDate on,
                                   StreekRoleLevel *level);
/* Only what is said right there. */
GPtrArray *streek_roles_list_own (
  const StreekRecords *records, gint64 body, gint64 theme, gint64 item, StreekDate on);
/* What is said of single actions of a theme (0: of actions without one), each role and how it is
 * meant once. */
GPtrArray *streek_roles_list_in_actions (const StreekRecords *records,
                                         gint64 body,
                                         gint64 theme,
                                         StreekDate on);
/* How heavily a theme weighs for a body, by what was said last; NULL where nobody says. */
const StreekRecord *
streek_theme_weight_find (const StreekRecords *records, gint64 body, gint64 theme, StreekDate on);

/* Which kind of body roles (element-type StreekRecord) make. */
const char *streek_roles_get_orientation (const GPtrArray *roles);
/* Which kind of body all its roles together make: "consultation", "projects", "combination", or
 * "undescribed" where there is no role that says either. The ids of the field "orientation". */
const char *
streek_roles_derive_orientation (const StreekRecords *records, gint64 body, StreekDate on);
/* Whether what a body says it is and what its roles make it cannot both be. */
gboolean streek_roles_contradict (const char *stated, const char *derived);

/* (transfer full): a role in words, with how it is meant and when: "Advising (emphasis; 2009 –
 * 2012)". @inherited: of which level, where it is shown for something more special: "Advising (of
 * the theme Water)"; else NONE */
char *streek_role_dup_words (const StreekRecordView *view,
                             const StreekRecord *role,
                             StreekRoleLevel inherited);
/* (transfer full) (nullable): what the body of its plan does in an item, a line each, with where it
 * is said where that is not the item itself. NULL where the plan has no body, or nothing is said.
 */
char *streek_roles_dup_words_of_item (const StreekRecordView *view, const StreekRecord *item);
