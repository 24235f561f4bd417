/* streek-group-page-private.h: what gathering the page of a target group and printing it share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-group-page.h"

struct _StreekGroupPage
{
  gatomicrefcount references;
  StreekRecordView *view;
  gint64 group;
  char *title;
  char *area;            /* (nullable) */
  char *context;         /* (nullable) */
  GPtrArray *indicators; /* StreekGroupIndicator */
  GPtrArray *deeds[STREEK_N_GROUP_PARTS];
  char **remarks;
  StreekChart *monitor; /* (nullable): of those that have figures */
};

/* Which fields of a kind say what. */
typedef struct
{
  const StreekRecordKind *kind;
  guint whole; /* the plan, the programme: what it is part of */
  guint status;
  guint starts;
  guint ends;
  guint owner;
} StreekGroupFields;

extern const StreekGroupFields streek_group_fields[STREEK_N_GROUP_PARTS];
