/* fuzz-mesh.c: bytes that pretend to be a mesh; what is accepted can be used */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz-target.h"
#include "geo/streek-mesh.h"
#include "streek-letters.h"

#include <string.h>
#include <zlib.h>

#define CRC_OFFSET 12
#define CHECKED_OFFSET 16

/* Behind a checksum nothing would be tried, so it is made to match. */
static GBytes *
repair_checksum (const guint8 *data, gsize size)
{
  guint8 *copy = g_memdup2 (data, size);

  if (size > CHECKED_OFFSET)
    {
      guint32 crc =
        GUINT32_TO_LE ((guint32) crc32_z (0, copy + CHECKED_OFFSET, size - CHECKED_OFFSET));

      memcpy (copy + CRC_OFFSET, &crc, sizeof crc);
    }

  return g_bytes_new_take (copy, size);
}

static void
use_mesh (const StreekMesh *mesh)
{
  guint n_units = streek_mesh_get_n_units (mesh);
  StreekExtent extent = streek_mesh_get_extent (mesh);
  g_autofree gint32 *groups = g_new (gint32, MAX (n_units, 1));

  for (guint unit = 0; unit < n_units; unit++)
    {
      groups[unit] = (gint32) unit;
      streek_mesh_get_unit_area_km2 (mesh, unit);
    }

  streek_mesh_find_unit (mesh, (extent.x_min + (double) extent.x_max) / 2,
                         (extent.y_min + (double) extent.y_max) / 2);

  for (guint level = 0; level < streek_mesh_get_n_levels (mesh); level++)
    {
      StreekRings *rings = streek_mesh_build_rings (mesh, level, groups, n_units);

      for (guint unit = 0; unit < n_units; unit++)
        {
          double x, y;

          streek_rings_find_label_point (&rings[unit], &x, &y);
        }

      streek_rings_free_array (rings, n_units);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = repair_checksum (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMesh) mesh = streek_mesh_new_from_bytes (bytes, &error);

  g_assert_true ((mesh == NULL) == (error != NULL));

  if (mesh != NULL)
    use_mesh (mesh);

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  /* H is an enclave in A, the dots are another country */
  static const char *const letters[] = { "AAAAAA", "AHA..A", "AAAB.A", "ACCBBA" };
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (letters, G_N_ELEMENTS (letters));
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, streek_mesh_to_bytes (mesh));

  return seeds;
}
