/* streek-pack-values.c: figures that documents state into the example, by the road people take */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-pack-values.h"

#include "base/streek-number.h"
#include "indicator/streek-entry.h"
#include "indicator/streek-own-count.h"
#include "base/streek-rows.h"

#include <math.h>

/* A day before the first version, so that two builds give the same file. */
#define MADE_AT 0

static gboolean
fail (GError **error, const char *what, const char *text)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: “%s”", what, text);

  return FALSE;
}

/* A value, or why there is none. */
static gboolean
read_value (
  const StreekRows *rows, guint row, double *value, StreekMissing *missing, GError **error)
{
  const char *text = streek_rows_get (rows, row, "value");
  const char *reason = streek_rows_get (rows, row, "missing");

  *missing = STREEK_MISSING_NONE;
  *value = NAN;

  if (*reason != '\0')
    return streek_missing_parse_id (reason, missing) || fail (error, "missing", reason);

  return streek_number_parse (text, value) || fail (error, "value", text);
}

static gboolean
read_period (const char *text, StreekPeriod *period, GError **error)
{
  *period = (StreekPeriod){ 0 };

  return *text == '\0' || streek_period_parse (text, period, error);
}

static gboolean
read_qualifier (const StreekRows *rows, guint row, StreekQualifier *qualifier, GError **error)
{
  const char *text = streek_rows_get (rows, row, "qualifier");

  return streek_qualifier_parse_id (text, qualifier) || fail (error, "qualifier", text);
}

static gboolean
read_status (const char *text, StreekStatus *status, GError **error)
{
  *status = STREEK_STATUS_FINAL;

  return *text == '\0' || streek_status_parse_id (text, status) || fail (error, "status", text);
}

static gboolean
pack_value (StreekDb *db,
            StreekAreas *areas,
            StreekCatalogue *catalogue,
            const StreekRows *rows,
            guint row,
            GError **error)
{
  StreekEntry entry = { 0 };
  StreekDate used;

  entry.indicator =
    streek_catalogue_find (catalogue, streek_rows_get (rows, row, "indicator"), error);

  if (entry.indicator == NULL ||
      !read_period (streek_rows_get (rows, row, "period"), &entry.period, error) ||
      !read_period (streek_rows_get (rows, row, "reference"), &entry.note.reference, error) ||
      !read_value (rows, row, &entry.value.value, &entry.value.missing, error) ||
      !read_qualifier (rows, row, &entry.note.qualifier, error) ||
      !read_status (streek_rows_get (rows, row, "status"), &entry.value.status, error))
    return FALSE;

  entry.area = streek_areas_resolve_ref (
    areas, streek_rows_get (rows, row, "area"),
    streek_indicator_get_area_date (entry.indicator, entry.period), &used, error);
  entry.note.footnote = streek_rows_get (rows, row, "note");
  entry.value.source = streek_rows_get (rows, row, "source");
  entry.value.reason = entry.value.source;
  entry.value.made_at = MADE_AT;

  return entry.area != NULL && streek_entry_write (db, areas, catalogue, &entry, error);
}

/**
 * streek_pack_values:
 * @db: the example with its reference data, inside a command
 * @folder: data/reference
 */
gboolean
streek_pack_values (StreekDb *db, const char *folder, GError **error)
{
  static const char *const names[] = { "indicator", "area",      "period", "value",
                                       "missing",   "qualifier", "status", "reference",
                                       "source",    "note",      NULL };
  g_autofree char *path = g_build_filename (folder, "example-values.tsv", NULL);
  g_autoptr (StreekRows) rows = streek_rows_read_tsv (path, error);
  g_autoptr (StreekAreas) areas = rows != NULL ? streek_areas_load (db, error) : NULL;
  g_autoptr (StreekCatalogue) catalogue = areas != NULL ? streek_catalogue_load (db, error) : NULL;

  if (catalogue == NULL || !streek_rows_require (rows, names, error))
    return FALSE;

  for (guint row = 0; row < streek_rows_get_n (rows); row++)
    if (!pack_value (db, areas, catalogue, rows, row, error))
      {
        g_prefix_error (error, "%s, row %u: ", path, row + 1);
        return FALSE;
      }

  return TRUE;
}

static char *
dup_or_null (const StreekRows *rows, guint row, const char *name)
{
  const char *text = streek_rows_get (rows, row, name);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
pack_gap (StreekDb *db, const StreekRows *rows, guint row, GError **error)
{
  g_autoptr (StreekAreaGap) gap = g_new0 (StreekAreaGap, 1);

  gap->id = row + 1;
  gap->indicator = g_strdup (streek_rows_get (rows, row, "indicator"));
  gap->area = g_strdup (streek_rows_get (rows, row, "area"));
  gap->other_area = dup_or_null (rows, row, "other_area");
  gap->other_name = dup_or_null (rows, row, "other_name");
  gap->unit = g_strdup (streek_rows_get (rows, row, "unit"));
  gap->source = g_strdup (streek_rows_get (rows, row, "source"));
  gap->note = dup_or_null (rows, row, "note");

  return read_period (streek_rows_get (rows, row, "period"), &gap->period, error) &&
         read_value (rows, row, &gap->value, &gap->missing, error) &&
         read_qualifier (rows, row, &gap->qualifier, error) &&
         streek_area_gap_write (db, gap, error);
}

/**
 * streek_pack_gaps:
 * @db: the example with its reference data, inside a command
 * @folder: data/reference
 */
gboolean
streek_pack_gaps (StreekDb *db, const char *folder, GError **error)
{
  static const char *const names[] = { "indicator", "area",   "other_area", "other_name",
                                       "period",    "value",  "missing",    "qualifier",
                                       "unit",      "source", "note",       NULL };
  g_autofree char *path = g_build_filename (folder, "example-gaps.tsv", NULL);
  g_autoptr (StreekRows) rows = streek_rows_read_tsv (path, error);

  if (rows == NULL || !streek_rows_require (rows, names, error))
    return FALSE;

  for (guint row = 0; row < streek_rows_get_n (rows); row++)
    if (!pack_gap (db, rows, row, error))
      {
        g_prefix_error (error, "%s, row %u: ", path, row + 1);
        return FALSE;
      }

  return TRUE;
}

static gboolean
pack_count (StreekDb *db, const StreekRows *rows, guint row, GError **error)
{
  g_autoptr (StreekOwnCount) count = streek_own_count_new ();
  StreekOwnCountValue *value = streek_own_count_add_value (count);
  const char *kind = streek_rows_get (rows, row, "subject_kind");

  count->id = row + 1;
  g_free (count->name);
  g_free (count->unit);
  g_free (count->subject_name);
  count->name = g_strdup (streek_rows_get (rows, row, "name"));
  count->unit = g_strdup (streek_rows_get (rows, row, "unit"));
  count->subject_key = dup_or_null (rows, row, "subject_key");
  count->subject_name = g_strdup (streek_rows_get (rows, row, "subject_name"));
  value->id = row + 1;
  value->source = dup_or_null (rows, row, "source");
  value->note = dup_or_null (rows, row, "note");
  value->missing = STREEK_MISSING_NONE;

  if (!streek_subject_parse_id (kind, &count->subject_kind))
    return fail (error, "subject_kind", kind);

  return streek_number_parse (streek_rows_get (rows, row, "value"), &value->value) &&
         read_period (streek_rows_get (rows, row, "date"), &value->date, error) &&
         read_qualifier (rows, row, &value->qualifier, error) &&
         streek_own_count_write (db, count, error);
}

/**
 * streek_pack_counts:
 * @db: the example, inside a command
 * @folder: data/reference
 */
gboolean
streek_pack_counts (StreekDb *db, const char *folder, GError **error)
{
  static const char *const names[] = {
    "name",      "unit",   "subject_kind", "subject_key", "subject_name", "date", "value",
    "qualifier", "source", "note",         NULL
  };
  g_autofree char *path = g_build_filename (folder, "example-counts.tsv", NULL);
  g_autoptr (StreekRows) rows = streek_rows_read_tsv (path, error);

  if (rows == NULL || !streek_rows_require (rows, names, error))
    return FALSE;

  for (guint row = 0; row < streek_rows_get_n (rows); row++)
    if (!pack_count (db, rows, row, error))
      {
        g_prefix_error (error, "%s, row %u: ", path, row + 1);
        return FALSE;
      }

  return TRUE;
}
