/* streek-ground.h: the shapes under a figure: what depends on its areas and not on its values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"
#include "figure/streek-label-cache.h"
#include "figure/streek-overlay.h"
#include "figure/streek-row-grid.h"

/* Immutable, counted atomically, and shared by the figures of one set of areas. */
typedef struct
{
  gatomicrefcount refs;
  StreekMesh *mesh;
  guint n_units;
  guint n_rows;
  guint n_outlines;
  gint32 *row_of;
  gint32 *outline_of;       /* (nullable) */
  StreekMesh *context_mesh; /* (nullable): of the next, where it is not @mesh */
  guint n_context_units;
  gint32 *context_of; /* (nullable) (array length=n_context_units) */
  guint n_regions;
  gint32 *region_of;         /* (nullable) (array length=n_context_units) */
  StreekRings *region_rings; /* (nullable) (array length=n_regions) */
  gint32 *home_of;           /* (nullable) (array length=n_context_units): 0 in regions with rows */
  StreekExtent home_extent;
  double home_area_km2;
  gint32 *municipality_of;  /* (nullable) (array length=n_context_units) */
  GArray *predecessor_arcs; /* (nullable) (element-type guint): inside one municipality */
  StreekOverlay *overlay;   /* (nullable) */
  StreekRings *rings;       /* (array length=n_rows): coarse, for placing things */
  StreekRings *outline_rings;
  StreekPlace *places;
  StreekPlace *outline_places;
  StreekExtent extent;        /* of the rows */
  double area_km2;            /* of the rows */
  StreekLabelCache *labels;   /* where names stood */
  StreekRowGridKeeper *grids; /* what lay where */
  StreekLabelCache *surrounding_labels;
  guint8 *colors;          /* category paint of each row; neighbours differ */
  gboolean has_own_colors; /* each row has one of its own */
} StreekGround;

StreekGround *streek_ground_get (const StreekFigureData *data);
StreekGround *streek_ground_ref (StreekGround *ground);
void streek_ground_unref (StreekGround *ground);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekGround, streek_ground_unref)

/* The mesh that surroundings, regions and municipalities are units of. */
StreekMesh *streek_ground_get_context_mesh (const StreekGround *ground);
