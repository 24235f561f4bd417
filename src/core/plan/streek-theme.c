/* streek-theme.c: themes, and which of them a body has chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-theme.h"

#include "body/streek-body.h"

#include <glib/gi18n-lib.h>

static const StreekRecordField theme_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "description", N_ ("Description"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_theme_kind = {
  .id = "theme",
  .name = N_ ("Theme"),
  .plural = N_ ("Themes"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the theme %s"),
  .change = N_ ("Change the theme %s"),
  .remove = N_ ("Delete the theme %s"),
  .fields = theme_fields,
  .n_fields = STREEK_THEME_N_FIELDS,
  .title = STREEK_THEME_NAME,
};

static const StreekRecordField body_theme_fields[] = {
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_body_kind },
  { "theme", N_ ("Theme"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_theme_kind },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_body_theme_kind = {
  .id = "body_theme",
  .name = N_ ("Theme of a body"),
  .plural = N_ ("Themes of a body"),
  .column = N_ ("Themes"),
  .fields = body_theme_fields,
  .n_fields = STREEK_BODY_THEME_N_FIELDS,
  .title = STREEK_BODY_THEME_THEME,
};
