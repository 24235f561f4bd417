/* streek-surroundings.c: the sea and the countries around Belgium, which belong to no file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-surroundings.h"
#include "geo/streek-mesh-text.h"
#include "geo/streek-surroundings-resource.h"

#define RESOURCE_PATH "/be/streekatlas/Streekatlas/surroundings/arcs.tsv"

const double streek_surroundings_tolerances_m[STREEK_SURROUNDINGS_N_LEVELS] = { 180, 600, 2000 };

static const char *const codes[STREEK_N_SURROUNDINGS + 1] = {
  "FR", "NL", "DE", "LU", "GB", "ZEE", NULL,
};

/* On a map, like the names of areas: data, and in Dutch. */
static const char *const names[STREEK_N_SURROUNDINGS] = {
  "Frankrijk", "Nederland", "Duitsland", "Luxemburg", "Verenigd Koninkrijk", "Noordzee",
};

static StreekMesh *
read_mesh (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
    streek_surroundings_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;

  /* resources end with a NUL that is not counted */
  g_autoptr (StreekRows) rows =
    streek_rows_parse_tsv (g_bytes_get_data (bytes, NULL), RESOURCE_PATH, error);

  return rows != NULL ? streek_mesh_text_read (rows, codes, streek_surroundings_tolerances_m,
                                               STREEK_SURROUNDINGS_N_LEVELS, error)
                      : NULL;
}

/**
 * streek_surroundings_get_mesh:
 *
 * Land and sea around Belgium, which is a hole in them: they run on a little below its borders, so
 * that no white shows between the two. Made once; takes a millisecond.
 *
 * Returns: (transfer none): the mesh, one unit for each #StreekSurrounding
 */
StreekMesh *
streek_surroundings_get_mesh (void)
{
  static StreekMesh *mesh = NULL;

  if (g_once_init_enter (&mesh))
    {
      g_autoptr (GError) error = NULL;
      StreekMesh *made = read_mesh (&error);

      if (made == NULL) /* it is part of the program */
        g_error ("%s", error->message);

      g_once_init_leave (&mesh, made);
    }

  return mesh;
}

/**
 * streek_surroundings_get_name:
 *
 * Returns: what stands on a map: "Frankrijk"
 */
const char *
streek_surroundings_get_name (StreekSurrounding surrounding)
{
  g_return_val_if_fail ((guint) surrounding < STREEK_N_SURROUNDINGS, NULL);

  return names[surrounding];
}

/**
 * streek_surroundings_get_codes:
 *
 * Returns: (transfer none) (array zero-terminated=1): the code of each unit
 */
const char *const *
streek_surroundings_get_codes (void)
{
  return codes;
}
