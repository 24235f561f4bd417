/* archive-fixture.h: zips and spreadsheets made in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source.h"

/* A part of a zip; the last one has no name. */
typedef struct
{
  const char *name;
  const char *text;
} ArchivePart;

GBytes *archive_fixture_zip (const ArchivePart *parts, const char *password);
GBytes *archive_fixture_gz (const void *data, gsize length);
GBytes *archive_fixture_xlsx (const char *workbook, const char *sheet, const char *styles);
GBytes *archive_fixture_ods (const char *body);
char *archive_fixture_dump (StreekSource *source, guint sheet, GError **error);
char *archive_fixture_dump_bytes (GBytes *bytes, const char *name, guint sheet);
