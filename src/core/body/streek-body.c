/* streek-body.c: consultation bodies: of which area, under which one, since when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "body/streek-body.h"

#include "record/streek-record-order.h"
#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "body/streek-partnership.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord body_kinds[] = {
  { "ersv", NC_ ("record", "ERSV") },
  { "resoc", NC_ ("record", "RESOC") },
  { "serr", NC_ ("record", "SERR") },
  { "referentieregio", NC_ ("record", "Reference region") },
  { "algemene-vergadering", NC_ ("record", "General meeting") },
  { "dagelijks-bestuur", NC_ ("record", "Executive board") },
  { "plenaire-vergadering", NC_ ("record", "Plenary meeting") },
  { "stuurgroep", NC_ ("record", "Steering group") },
  { "werkgroep", NC_ ("record", "Working group") },
  { "forum", NC_ ("record", "Forum") },
  { NULL, NULL },
};

static const StreekRecordWord cadences[] = {
  { "monthly", NC_ ("record", "Every month") },
  { "bimonthly", NC_ ("record", "Every two months") },
  { "quarterly", NC_ ("record", "Every quarter") },
  { "half_yearly", NC_ ("record", "Twice a year") },
  { "yearly", NC_ ("record", "Once a year") },
  { "ad_hoc", NC_ ("record", "When needed") },
  { "undetermined", NC_ ("record", "Not laid down") },
  { NULL, NULL },
};

static const StreekRecordWord orientations[] = {
  { "consultation", NC_ ("record", "Consultation and advice") },
  { "projects", NC_ ("record", "Projects") },
  { "combination", NC_ ("record", "Consultation and projects") },
  { "ambiguous", NC_ ("record", "Not unequivocal") },
  { "undescribed", NC_ ("record", "Not described") },
  { NULL, NULL },
};

static const StreekRecordField body_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "short_name", N_ ("Short name"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "kind", N_ ("Kind"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = body_kinds },
  { "area", N_ ("Area"), STREEK_RECORD_AREA, STREEK_RECORD_SHOWN },
  { "parent", N_ ("Under"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_body_kind },
  { "organisation", N_ ("Legal entity"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_organisation_kind },
  { "valid_from", N_ ("From"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "valid_to", N_ ("Until"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN, .hint = N_ ("The last day"),
    .under = "valid_from" },
  { "successor", N_ ("Went on as"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_body_kind },
  { "cadence", N_ ("Meets"), STREEK_RECORD_CHOICE, STREEK_RECORD_NONE, .words = cadences },
  { "secretary", N_ ("Secretary"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE,
    .hint = N_ ("A function") },
  { "orientation", N_ ("Kind of RESOC"), STREEK_RECORD_CHOICE, STREEK_RECORD_NONE,
    .words = orientations, .hint = N_ ("As its pact says it") },
  { "orientation_document", N_ ("Document that says so"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_NONE, .target = &streek_document_kind },
  { "orientation_page", N_ ("Page that says so"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "orientation_quote", N_ ("Words that say so"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "members_announced", N_ ("Members announced"), STREEK_RECORD_INTEGER, STREEK_RECORD_NONE,
    .min = 0, .max = 100000, .hint = N_ ("How many it says it has; they are parts of it") },
  { "members_document", N_ ("Announced in"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "members_page", N_ ("Page of the announcement"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
};

/* "17 of 17" */
static gboolean
compute_members (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  StreekMemberCount count = streek_members_count (streek_record_view_get_records (view), record,
                                                  streek_record_view_get_today (view));

  cell->text = streek_member_count_dup_words (&count);

  return cell->text != NULL;
}

static const StreekRecordColumn body_columns[] = {
  { "members_entered", N_ ("Members entered"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE, NULL, 0,
    compute_members },
};

static gboolean
check_body (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (record, streek_record_get_day (record, STREEK_BODY_VALID_FROM),
                                    streek_record_get_day (record, STREEK_BODY_VALID_TO), error);
}

const StreekRecordKind streek_body_kind = {
  .id = "body",
  .name = N_ ("Body"),
  .plural = N_ ("Bodies"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the body %s"),
  .change = N_ ("Change the body %s"),
  .remove = N_ ("Delete the body %s"),
  .fields = body_fields,
  .n_fields = STREEK_BODY_N_FIELDS,
  .title = STREEK_BODY_NAME,
  .columns = body_columns,
  .n_columns = G_N_ELEMENTS (body_columns),
  .check = check_body,
};

static const StreekRecordField body_orientation_fields[] = {
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_body_kind },
  { "orientation", N_ ("Kind of RESOC"), STREEK_RECORD_CHOICE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN, .words = orientations },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN,
    .hint = N_ ("A day, a month, a quarter or a year, as far as it is known") },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "quote", N_ ("In its own words"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

static gboolean
check_body_orientation (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (
    record, streek_record_get_first_day (record, STREEK_BODY_ORIENTATION_OF_STARTS),
    streek_record_get_last_day (record, STREEK_BODY_ORIENTATION_OF_ENDS), error);
}

const StreekRecordKind streek_body_orientation_kind = {
  .id = "body_orientation",
  .name = N_ ("Kind of RESOC in another period"),
  .plural = N_ ("Kind of RESOC in other periods"),
  .column = N_ ("Kind of RESOC in other periods"),
  .fields = body_orientation_fields,
  .n_fields = STREEK_BODY_ORIENTATION_OF_N_FIELDS,
  .title = STREEK_BODY_ORIENTATION_OF_WORD,
  .check = check_body_orientation,
};

/* (nullable): the latest begun of those in force */
static const StreekRecord *
find_period (const StreekRecords *records, const StreekRecord *body, StreekDate on)
{
  const StreekRecord *found = NULL;
  guint n;
  const StreekRecord *const *periods =
    streek_records_list_by (records, &streek_body_orientation_kind, STREEK_BODY_ORIENTATION_OF_BODY,
                            streek_record_get_id (body), &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_holds_on (periods[i], STREEK_BODY_ORIENTATION_OF_STARTS,
                                STREEK_BODY_ORIENTATION_OF_ENDS, on) &&
        (found == NULL ||
         streek_record_get_first_day (periods[i], STREEK_BODY_ORIENTATION_OF_STARTS) >
           streek_record_get_first_day (found, STREEK_BODY_ORIENTATION_OF_STARTS)))
      found = periods[i];

  return found;
}

static StreekOrientation
read_orientation (const StreekRecords *records, const StreekRecord *record, const guint *fields)
{
  return (StreekOrientation){
    .word = streek_record_get_text (record, fields[0]),
    .document = streek_record_follow (record, fields[1], records),
    .page = streek_record_get_text (record, fields[2]),
    .quote = streek_record_get_text (record, fields[3]),
  };
}

StreekOrientation
streek_body_find_orientation (const StreekRecords *records, const StreekRecord *body, StreekDate on)
{
  static const guint own[] = { STREEK_BODY_ORIENTATION, STREEK_BODY_ORIENTATION_DOCUMENT,
                               STREEK_BODY_ORIENTATION_PAGE, STREEK_BODY_ORIENTATION_QUOTE };
  static const guint of_period[] = { STREEK_BODY_ORIENTATION_OF_WORD,
                                     STREEK_BODY_ORIENTATION_OF_DOCUMENT,
                                     STREEK_BODY_ORIENTATION_OF_PAGE,
                                     STREEK_BODY_ORIENTATION_OF_QUOTE };

  g_return_val_if_fail (records != NULL && body != NULL, (StreekOrientation){ 0 });

  const StreekRecord *period =
    on == STREEK_DATE_NONE && streek_record_has (body, STREEK_BODY_ORIENTATION)
      ? NULL
      : find_period (records, body, on);

  return period != NULL ? read_orientation (records, period, of_period)
                        : read_orientation (records, body, own);
}

gboolean
streek_body_exists_on (const StreekRecord *body, StreekDate on)
{
  g_return_val_if_fail (body != NULL, FALSE);

  return streek_record_holds_on (body, STREEK_BODY_VALID_FROM, STREEK_BODY_VALID_TO, on);
}

static guint
get_kind_rank (const StreekRecord *body)
{
  const char *kind = streek_record_get_text (body, STREEK_BODY_KIND);
  guint rank = 0;

  while (body_kinds[rank].id != NULL && g_strcmp0 (body_kinds[rank].id, kind) != 0)
    rank++;

  return rank;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const StreekRecord *one = *(const StreekRecord *const *) a;
  const StreekRecord *other = *(const StreekRecord *const *) b;
  guint first = get_kind_rank (one), second = get_kind_rank (other);

  return first != second ? (first > second) - (first < second)
                         : g_strcmp0 (streek_record_get_text (one, STREEK_BODY_KIND),
                                      streek_record_get_text (other, STREEK_BODY_KIND));
}

GPtrArray *
streek_bodies_list (const StreekRecords *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *bodies = streek_records_list_named (records, &streek_body_kind);

  g_ptr_array_sort (bodies, compare_kinds); /* stable: names stay in their order */

  return bodies;
}
