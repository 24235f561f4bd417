/* streek-record-rules.c: what looks wrong with records of any kind: names of what is not there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-rules.h"

#include "area/streek-area-rules.h"
#include "indicator/streek-indicator.h"
#include "record/streek-record-changes.h"
#include "record/streek-record-look.h"

#include <glib/gi18n-lib.h>

/* What fields are held against. */
typedef struct
{
  StreekRuleRun *run;
  StreekRecords *records;
  StreekAreas *areas;         /* (nullable): where areas are asked */
  StreekCatalogue *catalogue; /* (nullable): where indicators are asked */
} Look;

static gboolean
is_missing (const Look *look, const StreekRecord *record, guint i)
{
  const StreekRecordField *field = &streek_record_get_kind (record)->fields[i];

  if (!streek_record_has (record, i))
    return FALSE;

  switch (field->type)
    {
    case STREEK_RECORD_REFERENCE:
      return streek_record_follow (record, i, look->records) == NULL;
    case STREEK_RECORD_AREA:
      return streek_areas_resolve_ref (look->areas, streek_record_get_text (record, i),
                                       streek_areas_get_newest_date (look->areas), NULL,
                                       NULL) == NULL;
    case STREEK_RECORD_INDICATOR:
      return streek_catalogue_find (look->catalogue, streek_record_get_text (record, i), NULL) ==
             NULL;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      return FALSE;
    }
}

/* "Warm water: “Lead” names an organisation that is not there." */
static void
report (const Look *look, const StreekRecord *record, guint i)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  const StreekRecordField *field = &kind->fields[i];
  const char *label = streek_record_field_get_label (field);
  g_autofree char *title = streek_record_dup_title (record, look->records);
  const char *name = *title != '\0' ? title : streek_record_kind_get_name (kind);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (record));
  g_autofree char *place = g_strconcat (kind->id, ":", id, NULL);
  g_autofree char *key = g_strconcat (id, ".", field->id, NULL);
  g_autofree char *message =
    field->type == STREEK_RECORD_REFERENCE
      /* Translators: %1$s is a title, %2$s a field of a form. */
      ? g_strdup_printf (_ ("%1$s: what “%2$s” names is not in the file."), name, label)
      /* Translators: %1$s is a title, %2$s a field of a form, %3$s a code. */
      : g_strdup_printf (_ ("%1$s: “%2$s” says %3$s, which is not in the file."), name, label,
                         streek_record_get_text (record, i));

  streek_rule_run_report (look->run, key, place, message, NULL);
}

static void
look_at_kind (const Look *look, const StreekRecordKind *kind, StreekRecordType type)
{
  guint n;
  const StreekRecord *const *list = streek_records_list (look->records, kind, &n);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == type)
      for (guint j = 0; j < n && !streek_rule_run_is_cancelled (look->run); j++)
        if (is_missing (look, list[j], i))
          report (look, list[j], i);
}

static gboolean
look_at_all (Look *look, StreekRecordType type, GError **error)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  look->records = streek_record_look_ensure_records (look->run, error);

  for (guint i = 0; look->records != NULL && i < kinds->len; i++)
    look_at_kind (look, kinds->pdata[i], type);

  return look->records != NULL;
}

static gboolean
look_for_missing_records (StreekRuleRun *run, GError **error)
{
  Look look = { .run = run };

  return look_at_all (&look, STREEK_RECORD_REFERENCE, error);
}

static gboolean
look_for_missing_areas (StreekRuleRun *run, GError **error)
{
  Look look = { .run = run, .areas = streek_area_rules_ensure_areas (run, error) };

  return look.areas != NULL && look_at_all (&look, STREEK_RECORD_AREA, error);
}

static gboolean
look_for_missing_indicators (StreekRuleRun *run, GError **error)
{
  g_autoptr (StreekCatalogue) catalogue =
    streek_catalogue_load (streek_rule_run_get_db (run), error);
  Look look = { .run = run, .catalogue = catalogue };

  return catalogue != NULL && look_at_all (&look, STREEK_RECORD_INDICATOR, error);
}

/* What cannot be saved from a form, or read at all. */

/* (transfer full) (nullable): what is wrong with a field; what it names is looked at by others. */
static char *
describe_field (const StreekRecord *record, guint i, const StreekRecords *records)
{
  const StreekRecordField *field = &streek_record_get_kind (record)->fields[i];
  g_autoptr (GError) error = NULL;

  if (streek_record_is_unread (record, i))
    /* Translators: %s is a field of a form. */
    return g_strdup_printf (_ ("what “%s” holds cannot be read, and counts as empty."),
                            streek_record_field_get_label (field));

  if (field->type == STREEK_RECORD_REFERENCE && streek_record_has (record, i) &&
      streek_record_follow (record, i, records) == NULL)
    return NULL;

  return streek_record_check_field (record, i, records, &error) ? NULL : g_strdup (error->message);
}

static void
report_sentence (StreekRuleRun *run,
                 const StreekRecord *record,
                 const StreekRecords *records,
                 const char *field, /* (nullable): of the whole record, which is named in it */
                 const char *sentence)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  g_autofree char *title = streek_record_dup_title (record, records);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (record));
  g_autofree char *place = g_strconcat (kind->id, ":", id, NULL);
  g_autofree char *key = g_strconcat (id, ".", field != NULL ? field : "", NULL);
  g_autofree char *message =
    field != NULL
      ? g_strdup_printf ("%s: %s", *title != '\0' ? title : streek_record_kind_get_name (kind),
                         sentence)
      : g_strdup (sentence);

  streek_rule_run_report (run, key, place, message, NULL);
}

static void
look_at_record (StreekRuleRun *run, const StreekRecord *record, const StreekRecords *records)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  g_autoptr (GError) error = NULL;
  gboolean is_right = TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *sentence = describe_field (record, i, records);

      if (sentence == NULL)
        continue;

      report_sentence (run, record, records, kind->fields[i].id, sentence);
      is_right = FALSE;
    }

  if (is_right && kind->check != NULL && !kind->check (record, records, &error))
    report_sentence (run, record, records, NULL, error->message);
}

static gboolean
look_for_what_cannot_be (StreekRuleRun *run, GError **error)
{
  const StreekRecords *records = streek_record_look_ensure_records (run, error);
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; records != NULL && i < kinds->len; i++)
    {
      guint n;
      const StreekRecord *const *list = streek_records_list (records, kinds->pdata[i], &n);

      for (guint j = 0; j < n && !streek_rule_run_is_cancelled (run); j++)
        look_at_record (run, list[j], records);
    }

  return records != NULL;
}

static const StreekRule rules[] = {
  { "record/cannot-be", STREEK_SEVERITY_ERROR, N_ ("A record says what cannot be"),
    N_ ("Another program wrote it, or files were brought together: something required is empty, a "
        "day or number cannot be read, or something stands under itself. Open it and mend it."),
    look_for_what_cannot_be },
  { "record/nothing-named", STREEK_SEVERITY_ERROR, N_ ("Something is named that is not there"),
    N_ ("A project, an action or something else names another that is not in this file, as can "
        "happen when files are brought together. Choose another one, or empty the field."),
    look_for_missing_records },
  { "record/no-such-area", STREEK_SEVERITY_WARNING, N_ ("An area is named that there is not"),
    N_ ("Nothing with this area is found on a map, nor in the list of an area. Choose the area "
        "again, or bring in the division that it is of."),
    look_for_missing_areas },
  { "record/no-such-indicator", STREEK_SEVERITY_WARNING,
    N_ ("An indicator is named that there is not"),
    N_ ("No figure can be shown beside it. Choose another indicator, or bring in its figures."),
    look_for_missing_indicators },
};

/**
 * streek_record_rules_register:
 *
 * Lets a check look at records of every kind. Any thread, any number of times.
 */
void
streek_record_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
