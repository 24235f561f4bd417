/* streek-own-areas-read.c: from the features of a file to a set of areas, with what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-own-areas-private.h"
#include "exchange/streek-geodata.h"
#include "geo/streek-mesh-build.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* Belgium in Lambert 2008, and some 15 km around it. */
#define BELGIUM_X_MIN 500000
#define BELGIUM_X_MAX 810000
#define BELGIUM_Y_MIN 510000
#define BELGIUM_Y_MAX 760000

#define PROGRESS_EVERY 256

#define BYTES_PER_POINT 16
/* Room for these is not missed, whatever the file claims. */
#define MAX_POINTS_GUESSED (1u << 22)

typedef struct
{
  StreekOwnAreas *self;
  StreekMeshBuilder *builder;
  GHashTable *codes; /* those seen */
  int code_field;
  int name_field;
  gint64 n_features;
  StreekOwnAreasProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Reading;

static char *
dup_field (const StreekGdalFeature *feature, int field)
{
  const char *text = field < feature->n_fields ? feature->fields[field] : NULL;

  return text != NULL ? g_strstrip (g_utf8_make_valid (text, -1)) : g_strdup ("");
}

/* A name is one line: what a program kept in more is put beside each other. */
static char *
dup_name (const StreekGdalFeature *feature, int field)
{
  return g_strdelimit (dup_field (feature, field), "\t\n\r", ' ');
}

static void
reject (Reading *reading, const char *id, const char *place, const char *message)
{
  streek_own_areas_say (reading->self, STREEK_SEVERITY_ERROR, id, place, message);
  reading->self->counts.n_rejected++;
}

/* What a feature without a code is called. */
static char *
dup_place (const StreekGdalFeature *feature)
{
  /* Translators: %lld is the number of a shape in a file. */
  return g_strdup_printf (_ ("feature %lld"), feature->id);
}

static void
ignore (Reading *reading, const StreekGdalFeature *feature, const char *id, const char *message)
{
  g_autofree char *place = dup_place (feature);

  streek_own_areas_say (reading->self, STREEK_SEVERITY_WARNING, id, place, message);
  reading->self->counts.n_ignored++;
}

typedef enum
{
  PLACE_FINE,
  PLACE_NONE, /* coordinates that are none in this projection */
  PLACE_ABROAD,
} Place;

static Place
find_place (const StreekGdalFeature *feature)
{
  double x_min = INFINITY;
  double y_min = INFINITY;
  double x_max = -INFINITY;
  double y_max = -INFINITY;

  for (int i = 0; i < feature->n_rings; i++)
    for (int j = 0; j < feature->ring_sizes[i]; j++)
      {
        double x = feature->rings[i][2 * j];
        double y = feature->rings[i][2 * j + 1];

        if (!isfinite (x) || !isfinite (y))
          return PLACE_NONE;

        x_min = MIN (x_min, x);
        y_min = MIN (y_min, y);
        x_max = MAX (x_max, x);
        y_max = MAX (y_max, y);
      }

  return x_max < BELGIUM_X_MIN || x_min > BELGIUM_X_MAX || y_max < BELGIUM_Y_MIN ||
             y_min > BELGIUM_Y_MAX
           ? PLACE_ABROAD
           : PLACE_FINE;
}

/* Whether anything was left of the shells. A hole goes with its shell. */
static gboolean
add_rings (Reading *reading, guint unit, const StreekGdalFeature *feature)
{
  gboolean any = FALSE;
  gboolean has_shell = FALSE;

  for (int i = 0; i < feature->n_rings; i++)
    {
      gboolean is_shell = i == 0 || feature->ring_parts[i] != feature->ring_parts[i - 1];

      if (!is_shell && !has_shell)
        continue;

      gboolean kept = streek_mesh_builder_add_ring (
        reading->builder, unit, is_shell, feature->rings[i], (guint) feature->ring_sizes[i]);

      if (is_shell)
        has_shell = kept;
      any |= kept;
    }

  return any;
}

static void
take (Reading *reading, const StreekGdalFeature *feature)
{
  StreekOwnAreas *self = reading->self;
  g_autofree char *code = dup_field (feature, reading->code_field);
  g_autofree char *name = dup_name (feature, reading->name_field);
  /* which is rarely said */
  g_autofree char *place =
    streek_own_areas_is_code (code) && !g_hash_table_contains (reading->codes, code)
      ? NULL
      : dup_place (feature);
  Place where = find_place (feature);

  if (!streek_own_areas_check_code (self, reading->codes, place, code))
    self->counts.n_rejected++;
  else if (where == PLACE_NONE)
    reject (reading, "own-areas/coordinates", code,
            _ ("The shape has coordinates that do not exist in its coordinate system."));
  else if (where == PLACE_ABROAD)
    reject (reading, "own-areas/abroad", code,
            _ ("The area lies outside Belgium. Is the coordinate system of the file the right "
               "one?"));
  else if (!add_rings (reading, self->areas->len, feature))
    reject (reading, "own-areas/no-land", code, _ ("The shape is smaller than a square metre."));
  else
    {
      if (*name == '\0')
        streek_own_areas_say (self, STREEK_SEVERITY_WARNING, "own-areas/no-name", code,
                              _ ("The area has no name: its code stands in its place."));
      streek_own_areas_add (self, code, *name != '\0' ? name : code);
      self->counts.n_taken++;
    }
}

static int
on_feature_cb (void *data, const StreekGdalFeature *feature)
{
  Reading *reading = data;

  if (reading->self->counts.n_read++ % PROGRESS_EVERY == 0 && reading->progress != NULL)
    reading->progress (
      reading->n_features > 0
        ? MIN ((double) reading->self->counts.n_read / (double) reading->n_features, 1)
        : -1,
      reading->progress_data);

  switch (feature->type)
    {
    case STREEK_GDAL_FEATURE_POLYGON:
      take (reading, feature);
      break;

    case STREEK_GDAL_FEATURE_EMPTY:
      ignore (reading, feature, "own-areas/empty", _ ("There is no shape."));
      break;

    default:
      ignore (reading, feature, "own-areas/no-polygon",
              _ ("The shape is a point or a line, no area."));
      break;
    }

  return !g_cancellable_is_cancelled (reading->cancellable);
}

static int
find_field (const StreekGeodataLayer *layer, const char *field, GError **error)
{
  for (int i = 0; layer->fields[i] != NULL; i++)
    if (strcmp (layer->fields[i], field) == 0)
      return i;
  for (int i = 0; layer->fields[i] != NULL; i++)
    if (g_ascii_strcasecmp (layer->fields[i], field) == 0)
      return i;

  g_autofree char *known = g_strjoinv (", ", layer->fields);

  g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID,
               /* Translators: %1$s is a column that was asked for, %2$s those that there are. */
               _ ("The file has no field “%1$s”. It has: %2$s."), field, known);

  return -1;
}

static int
find_layer (const StreekGeodata *geodata, const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  guint n = streek_geodata_get_n_layers (geodata);

  if (name == NULL && n == 1)
    return 0;

  for (guint i = 0; i < n; i++)
    {
      const char *layer = streek_geodata_get_layer (geodata, i)->name;

      if (g_strcmp0 (layer, name) == 0)
        return (int) i;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", layer);
    }

  g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID,
               name != NULL
                 /* Translators: %s is a list of names of layers. */
                 ? _ ("The file has no such layer. It has: %s.")
                 /* Translators: %s is a list of names of layers. */
                 : _ ("The file has more than one layer. Choose one of: %s."),
               known->str);

  return -1;
}

static void
say_faults (StreekOwnAreas *self, const GArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const StreekMeshFault *fault = &g_array_index (faults, StreekMeshFault, i);
      const StreekOwnArea *area = self->areas->pdata[fault->unit];
      const StreekOwnArea *other = self->areas->pdata[fault->other];
      gboolean crosses = fault->kind == STREEK_MESH_FAULT_CROSSES_ITSELF;
      g_autofree char *message =
        crosses ? g_strdup_printf (
                    /* Translators: %1$s is an area, the numbers are a place in metres. */
                    _ ("The border of %1$s crosses itself near %2$d, %3$d (Lambert 2008). Repair "
                       "the shape in the program that made it."),
                    area->name, fault->place.x, fault->place.y)
                : g_strdup_printf (
                    /* Translators: two areas, then a place in metres. */
                    _ ("%1$s and %2$s lie over each other near %3$d, %4$d (Lambert 2008)."),
                    area->name, other->name, fault->place.x, fault->place.y);

      streek_own_areas_say (self, crosses ? STREEK_SEVERITY_ERROR : STREEK_SEVERITY_WARNING,
                            crosses ? "own-areas/crosses-itself" : "own-areas/overlap", area->code,
                            message);
      if (crosses)
        {
          self->counts.n_rejected++;
          self->counts.n_taken--;
        }
    }
}

static void
say_kind (StreekOwnAreas *self)
{
  if (self->kind == STREEK_OWN_AREAS_UNION)
    streek_own_areas_say (self, STREEK_SEVERITY_NOTE, "own-areas/kind", self->set,
                          _ ("All areas are made of municipalities: figures of municipalities add "
                             "up to them."));
  else if (self->kind == STREEK_OWN_AREAS_MESH)
    streek_own_areas_say (self, STREEK_SEVERITY_NOTE, "own-areas/kind", self->set,
                          _ ("The set has borders of its own. It can be drawn, and shows the "
                             "figures that are imported for its areas; figures of municipalities "
                             "cannot be split over them."));
  else
    streek_own_areas_say (self, STREEK_SEVERITY_WARNING, "own-areas/kind", self->set,
                          _ ("Areas lie over each other: every outline stays by itself, and their "
                             "figures are never added up."));
}

/* From rings to areas: what is wrong with them, what they are made of. */
static gboolean
build (Reading *reading, const StreekAreas *areas, GError **error)
{
  StreekOwnAreas *self = reading->self;
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (StreekMeshFault));
  g_autoptr (GError) refusal = NULL;
  const StreekAreasMesh *base = streek_own_areas_find_base (areas);
  gboolean shares = FALSE;

  if (self->areas->len == 0)
    {
      if (!streek_own_areas_has_errors (self))
        streek_own_areas_say (self, STREEK_SEVERITY_ERROR, "own-areas/none", self->set,
                              _ ("There is not a single area in the file."));
      return TRUE;
    }

  self->mesh =
    streek_mesh_builder_build (reading->builder, faults, &shares, reading->cancellable, &refusal);
  say_faults (self, faults);
  if (self->mesh == NULL && faults->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  self->kind = shares ? STREEK_OWN_AREAS_MESH : STREEK_OWN_AREAS_PLAIN;
  self->overlaps = !shares;
  if (streek_own_areas_has_errors (self))
    return TRUE;

  if (base != NULL)
    streek_own_areas_fit (self, base->mesh, reading->cancellable);
  say_kind (self);
  streek_own_areas_compare (self, areas);

  return TRUE;
}

static gboolean
read_layer (Reading *reading,
            const StreekAreas *areas,
            const StreekOwnAreasRequest *request,
            GError **error)
{
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (request->path, error);
  int layer = geodata != NULL ? find_layer (geodata, request->layer, error) : -1;

  if (layer < 0)
    return FALSE;

  const StreekGeodataLayer *found = streek_geodata_get_layer (geodata, (guint) layer);

  reading->code_field = find_field (found, request->code_field, error);
  if (reading->code_field < 0)
    return FALSE;
  reading->name_field = find_field (found, request->name_field, error);
  if (reading->name_field < 0)
    return FALSE;

  const int wanted[] = { reading->code_field, reading->name_field };

  reading->n_features = found->n_features;
  if (!streek_geodata_read (geodata, (guint) layer, wanted, G_N_ELEMENTS (wanted), on_feature_cb,
                            reading, error) ||
      g_cancellable_set_error_if_cancelled (reading->cancellable, error))
    return FALSE;

  return build (reading, areas, error);
}

/* How many points the file holds at most, where it is not packed: each is two numbers of 8 bytes.
 */
static guint
guess_n_points (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0
           ? (guint) MIN ((guint64) status.st_size / BYTES_PER_POINT, MAX_POINTS_GUESSED)
           : 0;
}

/**
 * streek_own_areas_read:
 * @areas: those of the workspace
 * @progress: (nullable): hears how far the file is
 * @error: return location for a #StreekGdalError, a #StreekAreaError or %G_IO_ERROR_CANCELLED: the
 *   file cannot be read at all, or has no such layer or field
 *
 * Reads geodata and looks what it can be: areas that are made of whole municipalities take those
 * (the outlines may differ by 1 % of the area and by 5 km², and no municipality may be cut by more
 * than a tenth); else the set gets borders of its own, which neighbours share, or, where areas lie
 * over each other, an outline for each. What is wrong with single features is a finding.
 *
 * Returns: (transfer full): the set, which can be written where no finding is an error
 */
StreekOwnAreas *
streek_own_areas_read (const StreekAreas *areas,
                       const StreekOwnAreasRequest *request,
                       StreekOwnAreasProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (areas != NULL && request != NULL, NULL);

  g_autoptr (StreekOwnAreas) self =
    streek_own_areas_begin (areas, request->set, request->set_name, request->from, FALSE);
  g_autoptr (StreekMeshBuilder) builder = streek_mesh_builder_new (guess_n_points (request->path));
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { .self = self,
                      .builder = builder,
                      .codes = codes,
                      .progress = progress,
                      .progress_data = data,
                      .cancellable = cancellable };

  g_free (self->source);
  self->source = g_filename_display_basename (request->path);
  if (!read_layer (&reading, areas, request, error))
    return NULL;

  streek_own_areas_finish (self);

  return g_steal_pointer (&self);
}
