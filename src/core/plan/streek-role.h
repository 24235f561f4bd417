/* streek-role.h: what a body does, in which theme and action, and how heavily a theme weighs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* What a body does: in general, in a theme, in an action. The nearest that is said counts. */
enum
{
  STREEK_ROLE_BODY,
  STREEK_ROLE_THEME,
  STREEK_ROLE_ITEM,
  STREEK_ROLE_ROLE,
  STREEK_ROLE_MODIFIER,
  STREEK_ROLE_DOCUMENT,
  STREEK_ROLE_PAGE,
  STREEK_ROLE_QUOTE,
  STREEK_ROLE_RANK,
  STREEK_ROLE_STARTS,
  STREEK_ROLE_ENDS,
  STREEK_ROLE_N_FIELDS,
};

extern const StreekRecordKind streek_role_kind;

/* How heavily a theme weighs in a region. */
enum
{
  STREEK_THEME_WEIGHT_BODY,
  STREEK_THEME_WEIGHT_THEME,
  STREEK_THEME_WEIGHT_WEIGHT,
  STREEK_THEME_WEIGHT_DOCUMENT,
  STREEK_THEME_WEIGHT_PAGE,
  STREEK_THEME_WEIGHT_QUOTE,
  STREEK_THEME_WEIGHT_STARTS,
  STREEK_THEME_WEIGHT_ENDS,
  STREEK_THEME_WEIGHT_N_FIELDS,
};

extern const StreekRecordKind streek_theme_weight_kind;
