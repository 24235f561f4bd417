/* streek-organisation.c: organisations: partners, leads, members of partnerships, publishers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-organisation.h"

#include "actor/streek-document.h"
#include "actor/streek-kbo.h"
#include "record/streek-records.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord organisation_kinds[] = {
  { "gemeente", NC_ ("record", "Municipality") },
  { "ocmw", NC_ ("record", "Public centre for social welfare") },
  { "provincie", NC_ ("record", "Province") },
  { "vlaamse-overheid", NC_ ("record", "Flemish government") },
  { "federale-overheid", NC_ ("record", "Federal government") },
  { "intercommunale", NC_ ("record", "Partnership of municipalities") },
  { "vakbond", NC_ ("record", "Trade union") },
  { "werkgeversorganisatie", NC_ ("record", "Employers’ organisation") },
  { "onderneming", NC_ ("record", "Company") },
  { "sociale-economie", NC_ ("record", "Social economy enterprise") },
  { "onderwijs", NC_ ("record", "Education and training") },
  { "vzw", NC_ ("record", "Non-profit organisation") },
  { NULL, NULL },
};

static const StreekRecordField organisation_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "short_name", N_ ("Short name"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "kind", N_ ("Kind"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = organisation_kinds },
  { "legal_form", N_ ("Legal form"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "kbo", N_ ("Enterprise number"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN | STREEK_RECORD_KEY,
    .hint = N_ ("Ten digits, as the Crossroads Bank for Enterprises gives them: 0869.753.369"),
    .tidy = streek_kbo_dup_tidied, .spellings = streek_kbo_dup_spellings },
  { "address", N_ ("Address"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "municipality", N_ ("Municipality"), STREEK_RECORD_AREA, STREEK_RECORD_SHOWN },
  { "parent", N_ ("Part of"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_organisation_kind },
  { "website", N_ ("Website"), STREEK_RECORD_TEXT, STREEK_RECORD_ADDRESS },
  { "email", N_ ("E-mail"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "phone", N_ ("Telephone"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "valid_from", N_ ("From"), STREEK_RECORD_DAY, STREEK_RECORD_NONE },
  { "valid_to", N_ ("Until"), STREEK_RECORD_DAY, STREEK_RECORD_NONE, .hint = N_ ("The last day") },
  { "successor", N_ ("Went on as"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_organisation_kind },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "members_announced", N_ ("Members announced"), STREEK_RECORD_INTEGER, STREEK_RECORD_NONE,
    .min = 0, .max = 100000, .hint = N_ ("How many it says it has; they are parts of it") },
  { "members_document", N_ ("Announced in"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "members_page", N_ ("Page of the announcement"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
};

static gboolean
check_organisation (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  const char *kbo = streek_record_get_text (record, STREEK_ORGANISATION_KBO);
  StreekDate from = streek_record_get_day (record, STREEK_ORGANISATION_VALID_FROM);
  StreekDate to = streek_record_get_day (record, STREEK_ORGANISATION_VALID_TO);

  if (kbo != NULL && !streek_kbo_is_valid (kbo))
    {
      g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
                   /* Translators: %1$s is an organisation, %2$s what somebody typed. */
                   _ ("%1$s: “%2$s” is no enterprise number: its last two digits do not go with "
                      "the others. Look it up once more."),
                   streek_record_get_text (record, STREEK_ORGANISATION_NAME), kbo);
      return FALSE;
    }

  return streek_record_check_order (record, from, to, error);
}

const StreekRecordKind streek_organisation_kind = {
  .id = "organisation",
  .name = N_ ("Organisation"),
  .plural = N_ ("Organisations"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the organisation %s"),
  .change = N_ ("Change the organisation %s"),
  .remove = N_ ("Delete the organisation %s"),
  .fields = organisation_fields,
  .n_fields = STREEK_ORGANISATION_N_FIELDS,
  .title = STREEK_ORGANISATION_NAME,
  .check = check_organisation,
};
