/* streek-area-links.h: what is done in an area: projects, goals and actions, plans, bodies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* The weightiest first. */
typedef enum
{
  STREEK_AREA_LINK_SAME,   /* of that very area */
  STREEK_AREA_LINK_WIDER,  /* of one that holds it */
  STREEK_AREA_LINK_WITHIN, /* of one that lies in it */
  STREEK_AREA_LINK_PARTLY, /* of one that shares a part with it */
  STREEK_AREA_LINK_APART,
} StreekAreaLinkKind;

/* The record is lent by the view. */
typedef struct
{
  const StreekRecord *record;
  StreekAreaLinkKind kind;
  char *title;
  char *details; /* "RESOC Westhoek, which it is a part of · Under way" */
} StreekAreaLink;

typedef struct
{
  char *title;      /* "Projects" */
  GPtrArray *links; /* (element-type StreekAreaLink): by how they hang together, then by name */
} StreekAreaLinkGroup;

typedef struct
{
  char *area;        /* "RESOC Westhoek" */
  char *code;        /* of it, in its set */
  GPtrArray *groups; /* (element-type StreekAreaLinkGroup): those that have any */
  GPtrArray *notes;  /* (element-type utf8): sentences that must stand beside them */
} StreekAreaLinks;

/* @area: SET:CODE; it and those of the records are as they were @on, or at the nearest date that
 * has them. A project and an action are there once, by the one of their areas, and those of its
 * strands, that is nearest to it. NULL where there is no such area. Any thread. */
StreekAreaLinks *
streek_area_links_new (const StreekRecordView *view, const char *area, StreekDate on);
void streek_area_links_free (StreekAreaLinks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAreaLinks, streek_area_links_free)
