/* streek-saved-list.c: a list as somebody left it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-saved-list.h"

#include "record/streek-records.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>

static gboolean
is_called (const StreekRecord *list, const char *kind, const char *folded_name)
{
  const char *name = streek_record_get_text (list, STREEK_SAVED_LIST_NAME);
  g_autofree char *folded = name != NULL ? streek_fold (name, NULL) : NULL;

  return streek_record_is (list, STREEK_SAVED_LIST_KIND, kind) &&
         g_strcmp0 (folded, folded_name) == 0;
}

/* @but: (nullable): one that is not meant */
static const StreekRecord *
find_another (const StreekRecords *records,
              const char *kind,
              const char *name,
              const StreekRecord *but)
{
  g_autofree char *folded = streek_fold (name, NULL);
  guint n;
  const StreekRecord *const *lists = streek_records_list (records, &streek_saved_list_kind, &n);

  for (guint i = 0; i < n; i++)
    if (lists[i] != but && is_called (lists[i], kind, folded))
      return lists[i];

  return NULL;
}

const StreekRecord *
streek_saved_list_find (const StreekRecords *records, const char *kind, const char *name)
{
  g_return_val_if_fail (records != NULL && kind != NULL && name != NULL, NULL);

  return find_another (records, kind, name, NULL);
}

/* Two of one name cannot be told apart in a menu. */
static gboolean
check_saved_list (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  const char *kind = streek_record_get_text (record, STREEK_SAVED_LIST_KIND);
  const char *name = streek_record_get_text (record, STREEK_SAVED_LIST_NAME);

  if (kind == NULL || name == NULL || find_another (records, kind, name, record) == NULL)
    return TRUE;

  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
               /* Translators: %s is the name of a saved list. */
               _ ("There is a saved list called “%s” already. Choose another name."), name);

  return FALSE;
}

static const StreekRecordField saved_list_fields[] = {
  { "kind", N_ ("What it lists"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED },
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "spec", N_ ("Columns, order and filters"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_REQUIRED },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_saved_list_kind = {
  .id = "saved_list",
  .name = N_ ("Saved list"),
  .plural = N_ ("Saved lists"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the saved list %s"),
  .change = N_ ("Change the saved list %s"),
  .remove = N_ ("Delete the saved list %s"),
  .fields = saved_list_fields,
  .n_fields = STREEK_SAVED_LIST_N_FIELDS,
  .title = STREEK_SAVED_LIST_NAME,
  .check = check_saved_list,
};
