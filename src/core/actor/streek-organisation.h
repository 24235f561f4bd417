/* streek-organisation.h: organisations: partners, leads, members of partnerships, publishers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* Organisations: partners, leads, members of partnerships, publishers. */
enum
{
  STREEK_ORGANISATION_NAME,
  STREEK_ORGANISATION_SHORT_NAME,
  STREEK_ORGANISATION_KIND,
  STREEK_ORGANISATION_LEGAL_FORM,
  STREEK_ORGANISATION_KBO,
  STREEK_ORGANISATION_ADDRESS,
  STREEK_ORGANISATION_MUNICIPALITY,
  STREEK_ORGANISATION_PARENT,
  STREEK_ORGANISATION_WEBSITE,
  STREEK_ORGANISATION_EMAIL,
  STREEK_ORGANISATION_PHONE,
  STREEK_ORGANISATION_VALID_FROM,
  STREEK_ORGANISATION_VALID_TO,
  STREEK_ORGANISATION_SUCCESSOR,
  STREEK_ORGANISATION_NOTE,
  STREEK_ORGANISATION_N_FIELDS,
};

extern const StreekRecordKind streek_organisation_kind;
