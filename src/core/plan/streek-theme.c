/* streek-theme.c: themes, and which of them a body has chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-theme.h"

#include "body/streek-body.h"
#include "record/streek-records.h"

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

static gboolean
has_chosen (const StreekRecords *records, gint64 body, gint64 theme)
{
  guint n;
  const StreekRecord *const *chosen =
    streek_records_list_by (records, &streek_body_theme_kind, STREEK_BODY_THEME_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_reference (chosen[i], STREEK_BODY_THEME_THEME) == theme)
      return TRUE;

  return n == 0;
}

char *
streek_body_dup_other_theme (const StreekRecords *records,
                             gint64 body,
                             gint64 theme,
                             const char *what)
{
  g_return_val_if_fail (records != NULL && what != NULL, NULL);

  if (body == 0 || theme == 0 || has_chosen (records, body, theme))
    return NULL;

  g_autofree char *title = streek_records_dup_title (records, &streek_theme_kind, theme);
  g_autofree char *name = streek_records_dup_title (records, &streek_body_kind, body);

  /* Translators: %1$s is an action, %2$s a theme, %3$s a body. */
  return g_strdup_printf (_ ("“%1$s” is about %2$s, which is none of the themes of %3$s."), what,
                          title, name);
}
