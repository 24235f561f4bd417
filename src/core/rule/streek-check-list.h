/* streek-check-list.h: what one check of a file found, and what of it people accepted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rule/streek-acceptance.h"
#include "rule/streek-rule.h"

typedef enum
{
  STREEK_CHECK_OPEN,
  STREEK_CHECK_ACCEPTED,
  STREEK_CHECK_LAPSED, /* open again: its figures are not those that were accepted */
} StreekCheckState;

typedef struct
{
  const StreekRule *rule;
  StreekFinding *finding;
  StreekCheckState state;
  StreekAcceptance *acceptance; /* (nullable): also of one that has lapsed */
} StreekCheckEntry;

/* Immutable, counted atomically. */
typedef struct _StreekCheckList StreekCheckList;

StreekCheckList *
streek_check_list_new (GPtrArray *findings, GPtrArray *acceptances, gint64 checked_at);
StreekCheckList *streek_check_list_ref (StreekCheckList *list);
void streek_check_list_unref (StreekCheckList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekCheckList, streek_check_list_unref)

guint streek_check_list_get_n_entries (const StreekCheckList *list);
/* The worst first, then in the order of the rules and of their keys. */
const StreekCheckEntry *streek_check_list_get_entry (const StreekCheckList *list, guint index);
guint streek_check_list_count_open (const StreekCheckList *list);
guint streek_check_list_count_urgent (const StreekCheckList *list);
gint64 streek_check_list_get_checked_at (const StreekCheckList *list);
const char *streek_check_state_to_string (StreekCheckState state);
