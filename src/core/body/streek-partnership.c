/* streek-partnership.c: who is a member of a body or an organisation, as what, and since when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "body/streek-partnership.h"

#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "record/streek-record-look.h"
#include "record/streek-record-portrait.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord member_roles[] = {
  { "lid", NC_ ("record", "Member") },
  { "stichter", NC_ ("record", "Founding member") },
  { "voorzitter", NC_ ("record", "Chair") },
  { "penvoerder", NC_ ("record", "Lead partner") },
  { "opdrachtgever", NC_ ("record", "Commissioned by") },
  { "ondersteuner", NC_ ("record", "Supporter") },
  { "waarnemer", NC_ ("record", "Observer") },
  { NULL, NULL },
};

static const StreekRecordField partnership_member_fields[] = {
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER,
    .target = &streek_body_kind },
  { "partnership", N_ ("Partnership"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER,
    .target = &streek_organisation_kind },
  { "member", N_ ("Member"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_organisation_kind },
  { "area", N_ ("For the area"), STREEK_RECORD_AREA, STREEK_RECORD_NONE,
    .hint = N_ ("The municipality that it stands for, where it is not that of its address") },
  { "role", N_ ("Role"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = member_roles },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN,
    .hint = N_ ("A day, a month, a quarter or a year, as far as it is known") },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

static gboolean
check_member (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  gint64 partnership = streek_record_get_reference (record, STREEK_PARTNERSHIP_MEMBER_PARTNERSHIP);

  if (partnership != 0 &&
      partnership == streek_record_get_reference (record, STREEK_PARTNERSHIP_MEMBER_MEMBER))
    {
      g_autofree char *name = streek_record_dup_title (record, records);

      g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
                   /* Translators: %s is an organisation. */
                   _ ("%s cannot be a member of itself. Choose another organisation."), name);
      return FALSE;
    }

  return streek_record_check_one_owner (record, records, error) &&
         streek_record_check_order (
           record, streek_record_get_first_day (record, STREEK_PARTNERSHIP_MEMBER_STARTS),
           streek_record_get_last_day (record, STREEK_PARTNERSHIP_MEMBER_ENDS), error);
}

const StreekRecordKind streek_partnership_member_kind = {
  .id = "partnership_member",
  .name = N_ ("Member of a partnership"),
  .plural = N_ ("Members of a partnership"),
  .column = N_ ("Members"),
  .fields = partnership_member_fields,
  .n_fields = STREEK_PARTNERSHIP_MEMBER_N_FIELDS,
  .title = STREEK_PARTNERSHIP_MEMBER_MEMBER,
  .check = check_member,
};

GPtrArray *
streek_members_list (const StreekRecords *records, const StreekRecord *partnership, StreekDate on)
{
  g_return_val_if_fail (records != NULL && partnership != NULL, NULL);

  guint owner = streek_record_get_kind (partnership) == &streek_body_kind
                  ? STREEK_PARTNERSHIP_MEMBER_BODY
                  : STREEK_PARTNERSHIP_MEMBER_PARTNERSHIP;
  GPtrArray *members = streek_records_gather (records, &streek_partnership_member_kind, owner,
                                              streek_record_get_id (partnership));

  for (guint i = members->len; i-- > 0;)
    if (!streek_record_holds_on (members->pdata[i], STREEK_PARTNERSHIP_MEMBER_STARTS,
                                 STREEK_PARTNERSHIP_MEMBER_ENDS, on))
      g_ptr_array_remove_index (members, i);

  return members;
}

/* Who is a member in two roles, or again after some time, is one. */
static guint
count_each_once (const GPtrArray *members)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      gint64 id = streek_record_get_reference (members->pdata[i], STREEK_PARTNERSHIP_MEMBER_MEMBER);

      g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
    }

  return g_hash_table_size (seen);
}

StreekMemberCount
streek_members_count (const StreekRecords *records, const StreekRecord *partnership, StreekDate on)
{
  g_return_val_if_fail (records != NULL && partnership != NULL, (StreekMemberCount){ 0 });

  gboolean is_body = streek_record_get_kind (partnership) == &streek_body_kind;
  guint field = is_body ? STREEK_BODY_MEMBERS_ANNOUNCED : STREEK_ORGANISATION_MEMBERS_ANNOUNCED;
  StreekDate last = streek_record_get_day (partnership, is_body ? STREEK_BODY_VALID_TO
                                                                : STREEK_ORGANISATION_VALID_TO);
  gboolean is_over = on != STREEK_DATE_NONE && last != STREEK_DATE_NONE && last < on;
  g_autoptr (GPtrArray) members = streek_members_list (records, partnership, is_over ? last : on);

  return (StreekMemberCount){ .n_entered = count_each_once (members),
                              .is_announced = streek_record_has (partnership, field),
                              .announced = streek_record_get_integer (partnership, field) };
}

char *
streek_member_count_dup_words (const StreekMemberCount *count)
{
  g_return_val_if_fail (count != NULL, NULL);

  if (count->is_announced)
    /* Translators: %1$u members are entered of the %2$d that a partnership says it has. */
    return g_strdup_printf (C_ ("members", "%1$u of %2$d"), count->n_entered,
                            (int) count->announced);

  return count->n_entered > 0 ? g_strdup_printf ("%u", count->n_entered) : NULL;
}

/* Rules */

static char *
describe_announced (const StreekRecord *partnership, const StreekRecords *records, StreekDate today)
{
  StreekMemberCount count = streek_members_count (records, partnership, today);

  if (!count.is_announced || count.n_entered == count.announced)
    return NULL;

  g_autofree char *name = streek_record_dup_title (partnership, records);

  /* Translators: %1$s is a partnership, the others are how many. */
  return g_strdup_printf (_ ("“%1$s” says that it has %2$d members; entered here: %3$u."), name,
                          (int) count.announced, count.n_entered);
}

static gboolean
look_for_announced (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_body_kind, describe_announced, error) &&
         streek_record_look (run, &streek_organisation_kind, describe_announced, error);
}

static const StreekRule rules[] = {
  { "body/members-announced", STREEK_SEVERITY_NOTE,
    N_ ("A partnership says that it has another number of members"),
    N_ ("Either members are missing here, or some have left: say until when. Where the number was "
        "another one later on, enter that one with its source."),
    look_for_announced },
};

void
streek_partnership_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
