/* streek-theme.h: themes, and which of them a body has chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* Themes, of all plans and projects. */
enum
{
  STREEK_THEME_NAME,
  STREEK_THEME_DESCRIPTION,
  STREEK_THEME_RANK,
  STREEK_THEME_N_FIELDS,
};

extern const StreekRecordKind streek_theme_kind;

/* The themes that a body has chosen. */
enum
{
  STREEK_BODY_THEME_BODY,
  STREEK_BODY_THEME_THEME,
  STREEK_BODY_THEME_RANK,
  STREEK_BODY_THEME_N_FIELDS,
};

extern const StreekRecordKind streek_body_theme_kind;

/* (transfer full) (nullable): that @what, in words, is about a theme which is none of those that
 * the body has chosen, in a sentence; NULL where it is one of them, or the body has chosen none.
 * @body, @theme: 0: nothing to say */
char *streek_body_dup_other_theme (const StreekRecords *records,
                                   gint64 body,
                                   gint64 theme,
                                   const char *what);
