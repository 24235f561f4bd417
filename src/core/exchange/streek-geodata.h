/* streek-geodata.h: the layers of a file of geodata, and the shapes in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-gdal.h"

/* An open file; one thread at a time. */
typedef struct _StreekGeodata StreekGeodata;

typedef struct
{
  char *name;
  GStrv fields;
  gint64 n_features; /* -1 where the file does not say */
} StreekGeodataLayer;

GThread *streek_geodata_expect (const char *path);
StreekGeodata *streek_geodata_open (const char *path, GError **error);
void streek_geodata_close (StreekGeodata *geodata);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekGeodata, streek_geodata_close)

guint streek_geodata_get_n_layers (const StreekGeodata *geodata);
const StreekGeodataLayer *streek_geodata_get_layer (const StreekGeodata *geodata, guint layer);
gboolean streek_geodata_read (StreekGeodata *geodata,
                              guint layer,
                              const int *wanted,
                              guint n_wanted,
                              StreekGdalFeatureFunc func,
                              gpointer data,
                              GError **error);
