/* streek-record-world.c: records in memory, on a map drawn in letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-record-world.h"

#include "streek-letters-db.h"
#include "workspace/streek-kinds.h"

static const char *const picture[] = { "AABB", "AACC" };

StreekDb *
streek_record_world_new_db (void)
{
  StreekDb *db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));

  streek_workspace_register_kinds ();
  streek_letters_add_set (db, "streek", NULL, FALSE, 50);
  streek_letters_add_area (db, "streek", "WEST", "1983-01-01", NULL);
  streek_letters_add_area (db, "streek", "OOST", "1983-01-01", NULL);
  streek_letters_add_members (db, "streek", "WEST", "A", "1983-01-01", NULL, TRUE);
  streek_letters_add_members (db, "streek", "OOST", "BC", "1983-01-01", NULL, TRUE);

  return db;
}

StreekRecordView *
streek_record_world_new_view (StreekDb *db, StreekRecordChanges *changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) empty = streek_records_load (db, NULL, 0, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (StreekRecords) records = streek_record_changes_preview (changes, empty);
  g_autoptr (StreekAreas) areas = streek_areas_load (db, &error);

  g_assert_no_error (error);

  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, &error);

  g_assert_no_error (error);

  return streek_record_view_new (records, areas, catalogue, streek_date_from_ymd (2026, 11, 22),
                                 streek_format_get ("nl"));
}

gint64
streek_record_world_add (StreekRecordChanges *changes,
                         const StreekRecordKind *kind,
                         const char *title)
{
  gint64 id = streek_record_changes_add (changes, kind);

  streek_record_changes_set_text (changes, kind, id, kind->title, title);

  return id;
}

gint64
streek_record_world_tie (
  StreekRecordChanges *changes, const StreekRecordKind *link, guint owner, gint64 id, gint64 other)
{
  gint64 tie = streek_record_changes_add (changes, link);

  streek_record_changes_set_reference (changes, link, tie, owner, id);
  streek_record_changes_set_reference (changes, link, tie, link->title, other);

  return tie;
}
