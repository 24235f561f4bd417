/* streek-surroundings-source.c: coasts of GSHHG and countries of the DCW, out of their netCDF files
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-surroundings-source.h"

#include <netcdf.h>

/* Whole degrees a side; the file with full detail has no others. */
#define BIN_DEGREES 1
#define BINS_AROUND 360
#define COAST_LEVEL 1
#define PARTS_A_BIN 65535.0
#define PEN_UP 65535

static void
free_line (gpointer data)
{
  StreekDegreeLine *line = data;

  g_free (line->x);
  g_free (line->y);
  g_free (line);
}

static StreekDegreeLine *
new_line (guint n)
{
  StreekDegreeLine *line = g_new0 (StreekDegreeLine, 1);

  line->x = g_new (double, MAX (n, 1));
  line->y = g_new (double, MAX (n, 1));

  return line;
}

static gboolean
succeed (int status, const char *what, GError **error)
{
  if (status == NC_NOERR)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", what, nc_strerror (status));

  return FALSE;
}

/* @n numbers of a variable from @first on. */
static gboolean
read_ints (int file, const char *name, gsize first, gsize n, int *values, GError **error)
{
  int variable;

  return succeed (nc_inq_varid (file, name, &variable), name, error) &&
         (n == 0 || succeed (nc_get_vara_int (file, variable, &first, &n, values), name, error));
}

/* What stands in the file as a signed number of two bytes has no sign. */
static double
read_part (int value)
{
  return (guint16) value / PARTS_A_BIN * BIN_DEGREES;
}

static gboolean
read_segment (int file, int segment, double west, double south, GPtrArray *lines, GError **error)
{
  int info, first;

  if (!read_ints (file, "Embedded_npts_levels_exit_entry_for_a_segment", segment, 1, &info,
                  error) ||
      !read_ints (file, "Id_of_first_point_in_a_segment", segment, 1, &first, error))
    return FALSE;

  guint n = (guint) info >> 9;
  g_autofree int *x = g_new (int, MAX (n, 1));
  g_autofree int *y = g_new (int, MAX (n, 1));

  if (((info >> 6) & 7) != COAST_LEVEL)
    return TRUE;

  if (!read_ints (file, "Relative_longitude_from_SW_corner_of_bin", first, n, x, error) ||
      !read_ints (file, "Relative_latitude_from_SW_corner_of_bin", first, n, y, error))
    return FALSE;

  StreekDegreeLine *line = new_line (n);

  line->n = n;
  for (guint i = 0; i < n; i++)
    {
      line->x[i] = west + read_part (x[i]);
      line->y[i] = south + read_part (y[i]);
    }
  g_ptr_array_add (lines, line);

  return TRUE;
}

static gboolean
read_bin (int file, int west, int south, GPtrArray *lines, GError **error)
{
  int bin = (90 - south - BIN_DEGREES) * BINS_AROUND + (west + BINS_AROUND) % BINS_AROUND;
  int first, n;

  if (!read_ints (file, "Id_of_first_segment_in_a_bin", bin, 1, &first, error) ||
      !read_ints (file, "N_segments_in_a_bin", bin, 1, &n, error))
    return FALSE;

  for (int i = 0; i < n; i++)
    if (!read_segment (file, first + i, west, south, lines, error))
      return FALSE;

  return TRUE;
}

/**
 * streek_read_coast:
 * @path: binned_GSHHS_f.nc
 *
 * The file holds the coast cut at whole degrees; the ends of two pieces meet there exactly.
 *
 * Returns: (transfer full): the lines between sea and land, or %NULL with @error set
 */
GPtrArray *
streek_read_coast (const char *path, int west, int south, int east, int north, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  gboolean done = TRUE;
  int file, minutes = 0;

  if (!succeed (nc_open (path, NC_NOWRITE, &file), path, error))
    return NULL;

  done = read_ints (file, "Bin_size_in_minutes", 0, 1, &minutes, error);

  if (done && minutes != 60 * BIN_DEGREES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: bins of %d minutes", path,
                   minutes);
      done = FALSE;
    }

  for (int x = west; x < east && done; x++)
    for (int y = south; y < north && done; y++)
      done = read_bin (file, x, y, lines, error);

  nc_close (file);

  return done ? g_steal_pointer (&lines) : NULL;
}

typedef struct
{
  double least;
  double scale;
} Axis;

static gboolean
read_axis (
  int file, const char *code, const char *suffix, gsize n, int *values, Axis *axis, GError **error)
{
  g_autofree char *name = g_strconcat (code, suffix, NULL);
  int variable;

  return read_ints (file, name, 0, n, values, error) &&
         succeed (nc_inq_varid (file, name, &variable), name, error) &&
         succeed (nc_get_att_double (file, variable, "min", &axis->least), name, error) &&
         succeed (nc_get_att_double (file, variable, "scale", &axis->scale), name, error);
}

static gboolean
measure_country (int file, const char *code, gsize *n, GError **error)
{
  g_autofree char *name = g_strconcat (code, "_length", NULL);
  int dimension;

  return succeed (nc_inq_dimid (file, name, &dimension), name, error) &&
         succeed (nc_inq_dimlen (file, dimension, n), name, error);
}

static gboolean
read_rings (int file, const char *code, GPtrArray *rings, GError **error)
{
  gsize n;
  Axis across, along;

  if (!measure_country (file, code, &n, error))
    return FALSE;

  g_autofree int *x = g_new (int, n);
  g_autofree int *y = g_new (int, n);
  StreekDegreeLine *ring = NULL;

  if (!read_axis (file, code, "_lon", n, x, &across, error) ||
      !read_axis (file, code, "_lat", n, y, &along, error))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      if (x[i] == PEN_UP || ring == NULL)
        {
          ring = new_line ((guint) n);
          g_ptr_array_add (rings, ring);
        }

      if (x[i] == PEN_UP)
        continue;

      ring->x[ring->n] = across.least + x[i] / across.scale;
      ring->y[ring->n++] = along.least + y[i] / along.scale;
    }

  return TRUE;
}

/**
 * streek_read_country:
 * @path: dcw-gmt.nc
 * @code: of two letters, as FR
 *
 * Returns: (transfer full): the rings of its land, or %NULL with @error set
 */
GPtrArray *
streek_read_country (const char *path, const char *code, GError **error)
{
  g_autoptr (GPtrArray) rings = g_ptr_array_new_with_free_func (free_line);
  int file;

  if (!succeed (nc_open (path, NC_NOWRITE, &file), path, error))
    return NULL;

  gboolean done = read_rings (file, code, rings, error);

  nc_close (file);

  return done ? g_steal_pointer (&rings) : NULL;
}
