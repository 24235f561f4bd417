/* streek-reference-areas.c: from published lists of codes and regions to our own form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-reference-areas.h"

#include "base/streek-date.h"
#include "streek-csv-file.h"
#include "base/streek-rows.h"

/* The lists leave a start open where it lies before their first year; the municipalities of the
 * great merger have been what they are since this day. */
#define FIRST_DAY "1983-01-01"

#define COUNTRY_SET "land"
#define COUNTRY_CODE "01000"
#define MUNICIPALITY_SET "gemeente"

static const char *const area_columns[] = { "set",  "code",    "valid_from", "valid_to",
                                            "name", "name_fr", "certainty",  "source",
                                            "note", NULL };
static const char *const member_columns[] = { "set",      "code",      "member", "valid_from",
                                              "valid_to", "certainty", NULL };
static const char *const unit_columns[] = { "code", "unit", "valid_from", "valid_to", NULL };
static const char *const succession_columns[] = {
  "on", "old", "new", "kind", "note", "source", NULL
};

static const char *
convert_start (const char *text)
{
  return text[0] != '\0' ? text : FIRST_DAY;
}

/* The lists name the last day that counts, we the first that does not. */
static char *
convert_end (const char *text, GError **error)
{
  StreekDate last;

  if (text[0] == '\0')
    return g_strdup ("");
  if (!streek_date_parse (text, &last, error))
    return NULL;

  return streek_date_to_string (last + 1);
}

/* The columns that are needed, in that order. */
static StreekRows *
read_list (const char *dir, const char *name, const char *const *names, GError **error)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (StreekCsvFile) file = streek_csv_file_read (path, error);
  g_autoptr (StreekRows) rows = streek_rows_new (names);
  g_autofree const char **values = g_new0 (const char *, g_strv_length ((char **) names) + 1);
  g_autofree int *columns = g_new (int, g_strv_length ((char **) names) + 1);

  if (file == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if ((columns[i] = streek_csv_file_find_column (file, names[i], error)) < 0)
      return NULL;

  for (guint row = 0; row < streek_csv_file_get_n_rows (file); row++)
    {
      for (guint i = 0; names[i] != NULL; i++)
        values[i] = streek_csv_file_get (file, row, columns[i]);

      streek_rows_add (rows, values);
    }

  return g_steal_pointer (&rows);
}

static gboolean
write_list (StreekRows *rows,
            const char *dir,
            const char *name,
            const char *what,
            const char *attribution,
            GError **error)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  const char *const comments[] = { what, attribution, "Made by streek-make-reference.", NULL };

  streek_rows_sort (rows);

  return streek_rows_write_tsv (rows, path, comments, error);
}

static gboolean
add_municipalities (const char *source_dir, StreekRows *areas, StreekRows *members, GError **error)
{
  static const char *const needed[] = {
    "nis", "name_nl", "name_fr", "valid_from", "valid_to", NULL
  };
  g_autoptr (StreekRows) list = read_list (source_dir, "municipalities.csv", needed, error);

  for (guint i = 0; list != NULL && i < streek_rows_get_n (list); i++)
    {
      const char *nis = streek_rows_get (list, i, "nis");
      const char *from = convert_start (streek_rows_get (list, i, "valid_from"));
      g_autofree char *to = convert_end (streek_rows_get (list, i, "valid_to"), error);

      if (to == NULL)
        return FALSE;

      const char *const area[] = { MUNICIPALITY_SET,
                                   nis,
                                   from,
                                   to,
                                   streek_rows_get (list, i, "name_nl"),
                                   streek_rows_get (list, i, "name_fr"),
                                   "documented",
                                   "Statbel REFNIS",
                                   "",
                                   NULL };
      const char *const member[] = { COUNTRY_SET, COUNTRY_CODE, nis, from, to, "documented", NULL };

      streek_rows_add (areas, area);
      streek_rows_add (members, member);
    }

  return list != NULL;
}

static gboolean
add_regions (const char *source_dir, StreekRows *areas, GError **error)
{
  static const char *const needed[] = { "region_set", "region_code", "region_name",
                                        "valid_from", "valid_to",    "certainty",
                                        "source",     "note",        NULL };
  g_autoptr (StreekRows) list = read_list (source_dir, "regions.csv", needed, error);

  for (guint i = 0; list != NULL && i < streek_rows_get_n (list); i++)
    {
      g_autofree char *to = convert_end (streek_rows_get (list, i, "valid_to"), error);

      if (to == NULL)
        return FALSE;

      const char *const area[] = { streek_rows_get (list, i, "region_set"),
                                   streek_rows_get (list, i, "region_code"),
                                   convert_start (streek_rows_get (list, i, "valid_from")),
                                   to,
                                   streek_rows_get (list, i, "region_name"),
                                   "",
                                   streek_rows_get (list, i, "certainty"),
                                   streek_rows_get (list, i, "source"),
                                   streek_rows_get (list, i, "note"),
                                   NULL };

      streek_rows_add (areas, area);
    }

  return list != NULL;
}

static gboolean
add_members (const char *source_dir, StreekRows *members, GError **error)
{
  static const char *const needed[] = { "region_set", "region_code", "nis", "valid_from",
                                        "valid_to",   "certainty",   NULL };
  g_autoptr (StreekRows) list = read_list (source_dir, "region_members.csv", needed, error);

  for (guint i = 0; list != NULL && i < streek_rows_get_n (list); i++)
    {
      g_autofree char *to = convert_end (streek_rows_get (list, i, "valid_to"), error);

      if (to == NULL)
        return FALSE;

      const char *const member[] = { streek_rows_get (list, i, "region_set"),
                                     streek_rows_get (list, i, "region_code"),
                                     streek_rows_get (list, i, "nis"),
                                     convert_start (streek_rows_get (list, i, "valid_from")),
                                     to,
                                     streek_rows_get (list, i, "certainty"),
                                     NULL };

      streek_rows_add (members, member);
    }

  return list != NULL;
}

static gboolean
convert_units (const char *source_dir, const char *target_dir, GError **error)
{
  static const char *const needed[] = { "nis", "base_nis", "valid_from", "valid_to", NULL };
  g_autoptr (StreekRows) list =
    read_list (source_dir, "municipality_base_units.csv", needed, error);
  g_autoptr (StreekRows) units = streek_rows_new (unit_columns);

  for (guint i = 0; list != NULL && i < streek_rows_get_n (list); i++)
    {
      g_autofree char *to = convert_end (streek_rows_get (list, i, "valid_to"), error);

      if (to == NULL)
        return FALSE;

      const char *const unit[] = { streek_rows_get (list, i, "nis"),
                                   streek_rows_get (list, i, "base_nis"),
                                   convert_start (streek_rows_get (list, i, "valid_from")), to,
                                   NULL };

      streek_rows_add (units, unit);
    }

  return list != NULL &&
         write_list (units, target_dir, "municipality-units.tsv",
                     "Each municipality as units of the mesh, by date; valid_to is the first day "
                     "that no longer counts.",
                     "Gemeentecodes: © Statbel (REFNIS).", error);
}

static gboolean
convert_successions (const char *source_dir, const char *target_dir, GError **error)
{
  static const char *const needed[] = {
    "date", "old_nis", "new_nis", "kind", "note", "source", NULL
  };
  g_autoptr (StreekRows) list = read_list (source_dir, "municipality_changes.csv", needed, error);
  g_autoptr (StreekRows) successions = streek_rows_new (succession_columns);

  for (guint i = 0; list != NULL && i < streek_rows_get_n (list); i++)
    {
      const char *const succession[] = { streek_rows_get (list, i, "date"),
                                         streek_rows_get (list, i, "old_nis"),
                                         streek_rows_get (list, i, "new_nis"),
                                         streek_rows_get (list, i, "kind"),
                                         streek_rows_get (list, i, "note"),
                                         streek_rows_get (list, i, "source"),
                                         NULL };

      streek_rows_add (successions, succession);
    }

  return list != NULL &&
         write_list (successions, target_dir, "successions.tsv",
                     "Which municipality code went on as which.",
                     "Gemeentecodes: © Statbel (REFNIS); Provincies in Cijfers.", error);
}

/**
 * streek_reference_areas_convert:
 * @source_dir: where municipalities.csv, regions.csv, region_members.csv,
 *   municipality_base_units.csv and municipality_changes.csv lie
 * @target_dir: where our own form goes
 *
 * Turns published lists into ours: ends become exclusive, open starts become the day of the great
 * merger, the country becomes an area of all municipalities, rows are put in order.
 */
gboolean
streek_reference_areas_convert (const char *source_dir, const char *target_dir, GError **error)
{
  g_autoptr (StreekRows) areas = streek_rows_new (area_columns);
  g_autoptr (StreekRows) members = streek_rows_new (member_columns);
  const char *const country[] = { COUNTRY_SET, COUNTRY_CODE, FIRST_DAY,        "", "België",
                                  "Belgique",  "documented", "Statbel REFNIS", "", NULL };

  streek_rows_add (areas, country);

  return add_municipalities (source_dir, areas, members, error) &&
         add_regions (source_dir, areas, error) && add_members (source_dir, members, error) &&
         write_list (areas, target_dir, "areas.tsv",
                     "Areas and their names; valid_to is the first day that no longer counts.",
                     "Gemeentecodes: © Statbel (REFNIS); regions as their source column says.",
                     error) &&
         write_list (members, target_dir, "members.tsv",
                     "Which municipality belongs to which area, by date.",
                     "Gemeentecodes: © Statbel (REFNIS); regions as areas.tsv says.", error) &&
         convert_units (source_dir, target_dir, error) &&
         convert_successions (source_dir, target_dir, error);
}
