/* streek-site-file.c: a file of places, and what its columns are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-file.h"

#include "actor/streek-site-geodata.h"
#include "exchange/streek-guess.h"
#include "geo/streek-coordinates.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ROWS 100000
#define MAX_HEADER_ROW 60
#define LOOKED_AT 60 /* rows that show what stands in a column */
/* Of them that must be coordinates: of columns that are called so, and of any other. */
#define ENOUGH 0.5
#define MOST 0.8

static const struct
{
  const char *id;
  const char *words[12]; /* folded: whole headers, or words in them */
} roles[] = {
  [STREEK_SITE_ROLE_IGNORED] = { "ignore", { NULL } },
  [STREEK_SITE_ROLE_NAME] = { "name",
                              { "naam", "name", "benaming", "titel", "title", "label", "nom",
                                "maatschappelijke", "organisatie" } },
  [STREEK_SITE_ROLE_KIND] = { "kind",
                              { "soort", "type", "kind", "categorie", "category", "aard",
                                "klasse" } },
  [STREEK_SITE_ROLE_EAST] = { "x",
                              { "x", "lon", "long", "lng", "longitude", "lengtegraad", "easting",
                                "xcoord", "xcoordinaat", "lambertx" } },
  [STREEK_SITE_ROLE_NORTH] = { "y",
                               { "y", "lat", "latitude", "breedtegraad", "northing", "ycoord",
                                 "ycoordinaat", "lamberty" } },
  [STREEK_SITE_ROLE_POINT] = { "point",
                               { "wkt", "geom", "geometry", "geometrie", "coordinaten",
                                 "coordinates", "latlon", "lonlat", "punt", "point", "locatie",
                                 "location" } },
  [STREEK_SITE_ROLE_MUNICIPALITY] = { "municipality",
                                      { "gemeente", "gemeentenaam", "municipality", "nis",
                                        "niscode", "refnis", "commune", "stad" } },
  [STREEK_SITE_ROLE_ADDRESS] = { "address",
                                 { "adres", "address", "straat", "straatnaam", "street",
                                   "huisnummer", "huisnr", "postcode", "postnummer", "bus" } },
  [STREEK_SITE_ROLE_DATE] = { "date",
                              { "datum", "date", "jaar", "year", "toestand", "peildatum" } },
  [STREEK_SITE_ROLE_SOURCE] = { "source", { "bron", "source" } },
  [STREEK_SITE_ROLE_NOTE] = { "note",
                              { "opmerking", "opmerkingen", "nota", "note", "beschrijving",
                                "toelichting", "omschrijving", "description", "info" } },
};

gboolean
streek_site_role_parse_id (const char *id, StreekSiteRole *role)
{
  for (guint i = 0; i < STREEK_N_SITE_ROLES; i++)
    if (g_strcmp0 (id, roles[i].id) == 0)
      {
        *role = i;
        return TRUE;
      }

  return FALSE;
}

void
streek_site_file_free (StreekSiteFile *file)
{
  if (file == NULL)
    return;

  g_free (file->file_name);
  g_free (file->sheet);
  g_clear_pointer (&file->grid, streek_grid_unref);
  g_strfreev (file->headers);
  g_free (file->roles);
  g_free (file->kind);
  g_free (file->source);
  g_free (file);
}

/**
 * streek_site_file_copy:
 *
 * Returns: (transfer full): @file once more, for another thread; both share the rows
 */
StreekSiteFile *
streek_site_file_copy (const StreekSiteFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  StreekSiteFile *copy = g_memdup2 (file, sizeof *file);

  copy->file_name = g_strdup (file->file_name);
  copy->sheet = g_strdup (file->sheet);
  copy->grid = streek_grid_ref (file->grid);
  copy->headers = g_strdupv (file->headers);
  copy->roles = g_memdup2 (file->roles, file->n_columns * sizeof *file->roles);
  copy->kind = g_strdup (file->kind);
  copy->source = g_strdup (file->source);

  return copy;
}

int
streek_site_file_find_role (const StreekSiteFile *file, StreekSiteRole role)
{
  for (guint i = 0; i < file->n_columns; i++)
    if (file->roles[i] == role)
      return (int) i;

  return -1;
}

/**
 * streek_site_file_set_role:
 *
 * Only addresses and what is left out may be of several columns.
 */
void
streek_site_file_set_role (StreekSiteFile *file, guint column, StreekSiteRole role)
{
  g_return_if_fail (file != NULL && column < file->n_columns && role < STREEK_N_SITE_ROLES);

  int former = streek_site_file_find_role (file, role);

  if (former >= 0 && role != STREEK_SITE_ROLE_ADDRESS && role != STREEK_SITE_ROLE_IGNORED)
    file->roles[former] = STREEK_SITE_ROLE_IGNORED;

  file->roles[column] = role;
}

int
streek_site_file_find_column (const StreekSiteFile *file, const char *name)
{
  guint64 number;

  for (guint i = 0; i < file->n_columns; i++)
    if (strcmp (file->headers[i], name) == 0)
      return (int) i;

  return g_ascii_string_to_unsigned (name, 10, 1, file->n_columns, &number, NULL) ? (int) number - 1
                                                                                  : -1;
}

/* The whole header, or one of its words; letters only: "X-coördinaat" is "xcoordinaat". */
static gboolean
header_says (const char *header, StreekSiteRole role)
{
  g_autofree char *folded = streek_fold (header, NULL);
  g_auto (GStrv) parts = g_strsplit_set (folded, " -_./()[]:", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  for (guint i = 0; i < G_N_ELEMENTS (roles[role].words) && roles[role].words[i] != NULL; i++)
    if (strcmp (joined, roles[role].words[i]) == 0 ||
        g_strv_contains ((const char *const *) parts, roles[role].words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
are_coordinates (const StreekSiteFile *file, int east, int north)
{
  guint n_filled = 0, n_read = 0;

  for (guint row = file->first_row; row < file->grid->rows->len && n_filled < LOOKED_AT; row++)
    {
      const char *first = streek_grid_get (file->grid, row, (guint) east);
      const char *second = north >= 0 ? streek_grid_get (file->grid, row, (guint) north) : NULL;
      StreekCoordinates found;
      StreekCoordinatesFault fault = second != NULL
                                       ? streek_coordinates_read (first, second, &found)
                                       : streek_coordinates_read_pair (first, &found);

      n_filled += fault != STREEK_COORDINATES_NONE;
      n_read += fault == STREEK_COORDINATES_OK;
    }

  return n_filled > 0 && n_read >= (north >= 0 ? ENOUGH : MOST) * n_filled;
}

/* The first pair of columns that are called so and hold that. */
static gboolean
guess_east_and_north (StreekSiteFile *file)
{
  for (guint east = 0; east < file->n_columns; east++)
    for (guint north = 0; north < file->n_columns; north++)
      if (east != north && header_says (file->headers[east], STREEK_SITE_ROLE_EAST) &&
          header_says (file->headers[north], STREEK_SITE_ROLE_NORTH) &&
          are_coordinates (file, (int) east, (int) north))
        {
          file->roles[east] = STREEK_SITE_ROLE_EAST;
          file->roles[north] = STREEK_SITE_ROLE_NORTH;
          return TRUE;
        }

  return FALSE;
}

/* Two numbers in one cell are coordinates by themselves, whatever they are called. */
static gboolean
guess_point (StreekSiteFile *file)
{
  for (guint i = 0; i < file->n_columns; i++)
    if (are_coordinates (file, (int) i, -1))
      {
        file->roles[i] = STREEK_SITE_ROLE_POINT;
        return TRUE;
      }

  return FALSE;
}

static void
guess_role (StreekSiteFile *file, StreekSiteRole role)
{
  for (guint i = 0; i < file->n_columns; i++)
    if (file->roles[i] == STREEK_SITE_ROLE_IGNORED && header_says (file->headers[i], role))
      {
        file->roles[i] = role;
        if (role != STREEK_SITE_ROLE_ADDRESS)
          return;
      }
}

/* Municipality comes before name: "Naam gemeente" names no place. */
static void
guess_roles (StreekSiteFile *file)
{
  static const StreekSiteRole order[] = {
    STREEK_SITE_ROLE_MUNICIPALITY, STREEK_SITE_ROLE_ADDRESS, STREEK_SITE_ROLE_KIND,
    STREEK_SITE_ROLE_NAME,         STREEK_SITE_ROLE_DATE,    STREEK_SITE_ROLE_SOURCE,
    STREEK_SITE_ROLE_NOTE,
  };

  if (!guess_east_and_north (file))
    guess_point (file);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    guess_role (file, order[i]);
}

static gboolean
row_says (const StreekGrid *grid, guint row, StreekSiteRole role)
{
  for (guint i = 0; i < grid->n_columns; i++)
    if (header_says (streek_grid_get (grid, row, i), role))
      return TRUE;

  return FALSE;
}

/* A row with words for both coordinates is one, whatever "x" means elsewhere in a table. */
static gboolean
find_header_by_words (const StreekGrid *grid, guint *header_row)
{
  for (guint row = 0; row < MIN (grid->rows->len, MAX_HEADER_ROW); row++)
    if (row_says (grid, row, STREEK_SITE_ROLE_EAST) && row_says (grid, row, STREEK_SITE_ROLE_NORTH))
      {
        *header_row = row;
        return TRUE;
      }

  return FALSE;
}

/* One row: two rows of words over a list are a title and a header. */
static void
find_header (StreekSiteFile *file)
{
  guint n_rows = 1;

  if (!find_header_by_words (file->grid, &file->header_row))
    streek_guess_header (file->grid, &file->header_row, &n_rows);

  file->n_header_rows = MIN (n_rows, 1);
  file->first_row = file->header_row + file->n_header_rows;
}

static void
look_at_columns (StreekSiteFile *file)
{
  find_header (file);
  file->headers = streek_grid_make_headers (file->grid, file->header_row, file->n_header_rows, 0);
  file->n_columns = g_strv_length (file->headers);
  file->roles = g_new0 (StreekSiteRole, MAX (file->n_columns, 1));
  guess_roles (file);
}

static gboolean
find_sheet (StreekSource *source, const char *name, guint *sheet, GError **error)
{
  guint n = streek_source_get_n_sheets (source);

  for (guint i = 0; name != NULL && i < n; i++)
    if (g_strcmp0 (streek_source_get_sheet_name (source, i), name) == 0)
      {
        *sheet = i;
        return TRUE;
      }

  if (name != NULL)
    {
      /* Translators: %s is a sheet of a spreadsheet, or a layer of geodata. */
      g_set_error (error, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE,
                   _ ("The file has no sheet or layer “%s”."), name);
      return FALSE;
    }

  *sheet = 0;

  return TRUE;
}

static StreekSiteFile *
read_sheet (
  StreekSource *source, guint sheet, guint max_rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekSiteFile) file = g_new0 (StreekSiteFile, 1);
  const char *name = streek_source_get_sheet_name (source, sheet);

  file->grid = streek_grid_read (source, sheet, max_rows, cancellable, error);

  if (file->grid == NULL)
    return NULL;

  file->file_name = g_strdup (streek_source_get_name (source));
  file->sheet = streek_source_get_n_sheets (source) > 1 ? g_strdup (name) : NULL;
  look_at_columns (file);

  return g_steal_pointer (&file);
}

/* Of several sheets the first that holds places; else the first. */
static gboolean
choose_sheet (
  StreekSource *source, const char *name, guint *sheet, GCancellable *cancellable, GError **error)
{
  if (!find_sheet (source, name, sheet, error) || name != NULL)
    return name != NULL && *sheet < streek_source_get_n_sheets (source);

  for (guint i = 0; i < streek_source_get_n_sheets (source); i++)
    {
      g_autoptr (StreekSiteFile) file = read_sheet (source, i, STREEK_GRID_ROWS, cancellable, NULL);

      if (file != NULL && streek_site_file_check (file, NULL))
        {
          *sheet = i;
          break;
        }
    }

  return TRUE;
}

/**
 * streek_site_file_read:
 * @sheet: (nullable): its name; %NULL: the first that holds places
 * @error: return location for a #StreekActorError or a #StreekSourceError
 *
 * Returns: (transfer full): its rows, with what its columns seem to be
 */
StreekSiteFile *
streek_site_file_read (StreekSource *source,
                       const char *sheet,
                       GCancellable *cancellable,
                       GError **error)
{
  guint number = 0;

  g_return_val_if_fail (source != NULL, NULL);

  if (!choose_sheet (source, sheet, &number, cancellable, error))
    return NULL;

  g_autoptr (StreekSiteFile) file = read_sheet (source, number, MAX_ROWS + 1, cancellable, error);

  if (file != NULL && file->grid->rows->len > MAX_ROWS)
    {
      g_set_error (error, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE,
                   _ ("The file has more than %u rows: cut it into several."), MAX_ROWS);
      return NULL;
    }

  return g_steal_pointer (&file);
}

/**
 * streek_site_file_open:
 * @path: text in columns, a spreadsheet, or geodata with points (GeoJSON, GeoPackage, Shapefile)
 * @sheet: (nullable): name of a sheet or a layer; %NULL: the first that holds places
 * @error: return location for a #StreekActorError, a #StreekSourceError or a #StreekGdalError
 *
 * Blocks.
 *
 * Returns: (transfer full): its rows, with what its columns seem to be
 */
StreekSiteFile *
streek_site_file_open (const char *path,
                       const char *sheet,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (streek_site_geodata_may_read (path))
    {
      g_autoptr (StreekSiteFile) file = g_new0 (StreekSiteFile, 1);

      file->file_name = g_path_get_basename (path);
      file->grid = streek_site_geodata_read (path, sheet, MAX_ROWS, error);
      if (file->grid == NULL)
        return NULL;

      look_at_columns (file);
      return g_steal_pointer (&file);
    }

  g_autoptr (StreekSource) source = streek_source_open (path, NULL, cancellable, error);

  return source != NULL ? streek_site_file_read (source, sheet, cancellable, error) : NULL;
}

/**
 * streek_site_file_check:
 * @error: return location for %STREEK_ACTOR_ERROR_FILE
 *
 * A place without coordinates is never put somewhere by its municipality: that would be a point
 * that nobody measured.
 *
 * Returns: whether there are names and coordinates
 */
gboolean
streek_site_file_check (const StreekSiteFile *file, GError **error)
{
  g_return_val_if_fail (file != NULL, FALSE);

  const char *fault = NULL;
  gboolean has_both = streek_site_file_find_role (file, STREEK_SITE_ROLE_EAST) >= 0 &&
                      streek_site_file_find_role (file, STREEK_SITE_ROLE_NORTH) >= 0;

  if (!has_both && streek_site_file_find_role (file, STREEK_SITE_ROLE_POINT) < 0)
    fault =
      _ ("The file has no columns with coordinates. The municipality alone does not say where "
         "a place is: no point is made up. Add longitude and latitude, or Lambert 72 or "
         "2008.");
  else if (streek_site_file_find_role (file, STREEK_SITE_ROLE_NAME) < 0)
    fault = _ ("No column has the names of the places: say which one it is.");

  if (fault != NULL)
    g_set_error_literal (error, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE, fault);

  return fault == NULL;
}

/**
 * streek_site_file_is_of_places:
 *
 * Looks at the first rows of every sheet. Names without coordinates, and coordinates of
 * municipalities with their figures, are none.
 *
 * Returns: whether a sheet holds named places with coordinates
 */
gboolean
streek_site_file_is_of_places (StreekSource *source, GCancellable *cancellable)
{
  g_return_val_if_fail (source != NULL, FALSE);

  for (guint i = 0; i < streek_source_get_n_sheets (source); i++)
    {
      g_autoptr (StreekSiteFile) file = read_sheet (source, i, STREEK_GRID_ROWS, cancellable, NULL);

      if (file != NULL && streek_site_file_check (file, NULL))
        return TRUE;
    }

  return FALSE;
}
