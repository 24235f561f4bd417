/* streek-role-words.h: what roles are called, and the few categories that colours can say of them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* With thirteen roles a colour for each would say nothing. */
typedef enum
{
  STREEK_ROLE_CONSULTS,
  STREEK_ROLE_RUNS_PROJECTS,
  STREEK_ROLE_DOES_BOTH,
  STREEK_ROLE_IS_NO_CORE_TASK,
  STREEK_ROLE_BY_ACTION, /* of single actions only */
  STREEK_N_ROLE_CATEGORIES,
  STREEK_ROLE_NO_CATEGORY = STREEK_N_ROLE_CATEGORIES, /* not described, or nothing at all */
} StreekRoleCategory;

/* @roles: (element-type StreekRecord), as of streek_roles_list_own() */
StreekRoleCategory streek_roles_get_category (const GPtrArray *roles);
const char *streek_role_category_get_label (StreekRoleCategory category); /* translated */
/* Whether there are roles, and each of them is @word. */
gboolean streek_roles_are_all (const GPtrArray *roles, const char *word);
/* (transfer full): a line each: "Advising (emphasis)". @in_actions: those of single actions, below
 * a line that says so */
char *streek_roles_list_words (const StreekRecordView *view,
                               const GPtrArray *roles,
                               const GPtrArray *in_actions);
/* (transfer full): in the words of the documents, a line each */
char *streek_roles_list_quotes (const GPtrArray *roles);
/* @line: (nullable) */
void streek_words_append_line (GString *lines, const char *line);
