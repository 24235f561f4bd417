/* streek-geojson.c: the everyday kind of GeoJSON, read without a tree of the whole file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-geojson.h"
#include "base/streek-block.h"
#include "exchange/streek-json.h"
#include "streek-gdal-api.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define MAX_BYTES (1 << 29)
#define MAX_FIELDS 1000
#define BYTES_PER_POINT 20 /* [123456.78,654321.00] and a comma; more make it grow */
#define MAX_WHOLE 1e15

typedef struct
{
  guint field;
  const char *text;
} Value;

struct _StreekGeojson
{
  char *name;
  char *system;      /* (nullable): longitude and latitude where the file is silent */
  GPtrArray *fields; /* of char *: names in the order in which they come */
  GArray *features;  /* of StreekGeojsonFeature */
  GArray *rings;     /* of StreekGeojsonRing */
  double *points;    /* x, y, x, y … */
  guint n_points;
  guint max_points;
  GArray *values; /* of Value */
  GStringChunk *texts;
};

/* Every function that reads says FALSE at whatever is not everyday. */
typedef struct
{
  StreekJson json;
  StreekGeojson *self;
  int type; /* of the feature */
  int n_parts;
} Reader;

/* Half of what a file is made of are points, so their room follows from its size. */
static void
add_point (StreekGeojson *self, const double *point)
{
  if (self->n_points == self->max_points)
    {
      self->max_points *= 2;
      self->points = g_renew (double, self->points, 2 * (gsize) self->max_points);
    }

  self->points[2 * (gsize) self->n_points] = point[0];
  self->points[2 * (gsize) self->n_points + 1] = point[1];
  self->n_points++;
}

/* x, y and perhaps a height, which nobody needs. */
static gboolean
read_position (Reader *reader)
{
  double point[2];
  double height;
  gboolean is_whole;

  if (!streek_json_take (&reader->json, '[') ||
      !streek_json_read_number (&reader->json, &point[0], &is_whole) ||
      !streek_json_take (&reader->json, ',') ||
      !streek_json_read_number (&reader->json, &point[1], &is_whole))
    return FALSE;

  while (streek_json_take (&reader->json, ','))
    if (!streek_json_read_number (&reader->json, &height, &is_whole))
      return FALSE;

  add_point (reader->self, point);

  return streek_json_take (&reader->json, ']');
}

static gboolean
read_ring (Reader *reader)
{
  StreekGeojson *self = reader->self;
  StreekGeojsonRing ring = { reader->n_parts, self->n_points, 0 };

  if (!streek_json_take (&reader->json, '['))
    return FALSE;
  if (streek_json_take (&reader->json, ']'))
    return TRUE;

  do
    if (!read_position (reader))
      return FALSE;
  while (streek_json_take (&reader->json, ','));

  ring.n = self->n_points - ring.first;
  g_array_append_val (self->rings, ring);

  return streek_json_take (&reader->json, ']');
}

static gboolean
read_polygon (Reader *reader)
{
  if (!streek_json_take (&reader->json, '['))
    return FALSE;
  if (streek_json_take (&reader->json, ']'))
    return TRUE;

  do
    if (!read_ring (reader))
      return FALSE;
  while (streek_json_take (&reader->json, ','));

  reader->n_parts++;

  return streek_json_take (&reader->json, ']');
}

static gboolean
read_polygons (Reader *reader)
{
  if (!streek_json_take (&reader->json, '['))
    return FALSE;
  if (streek_json_take (&reader->json, ']'))
    return TRUE;

  do
    if (!read_polygon (reader))
      return FALSE;
  while (streek_json_take (&reader->json, ','));

  return streek_json_take (&reader->json, ']');
}

/* Everyone writes the type before the coordinates; GDAL reads what nobody writes. */
static gboolean
read_coordinates (Reader *reader, const char *type)
{
  gboolean is_multiple = strcmp (type, "MultiPolygon") == 0;

  if (!is_multiple && strcmp (type, "Polygon") != 0)
    return FALSE;
  if (!(is_multiple ? read_polygons (reader) : read_polygon (reader)))
    return FALSE;

  reader->type = STREEK_GDAL_FEATURE_POLYGON;
  return TRUE;
}

static gboolean
read_geometry (Reader *reader)
{
  g_autofree char *type = NULL;
  gboolean has_coordinates = FALSE;

  if (streek_json_take_word (&reader->json, "null"))
    return TRUE;
  if (!streek_json_take (&reader->json, '{'))
    return FALSE;

  do
    {
      if (!streek_json_read_string (&reader->json) || !streek_json_take (&reader->json, ':'))
        return FALSE;

      if (strcmp (reader->json.string->str, "type") == 0 && type == NULL)
        {
          if (!streek_json_read_string (&reader->json))
            return FALSE;
          type = g_strdup (reader->json.string->str);
        }
      else if (strcmp (reader->json.string->str, "coordinates") == 0)
        {
          if (type == NULL || has_coordinates || !read_coordinates (reader, type))
            return FALSE;
          has_coordinates = TRUE;
        }
      else if (strcmp (reader->json.string->str, "bbox") != 0 ||
               !streek_json_skip_value (&reader->json, 0))
        return FALSE;
    }
  while (streek_json_take (&reader->json, ','));

  return has_coordinates && streek_json_take (&reader->json, '}');
}

/* Features name their fields in the same order nearly always: @expected is where to look first. */
static guint
find_field (StreekGeojson *self, const char *name, guint expected)
{
  if (expected < self->fields->len && strcmp (self->fields->pdata[expected], name) == 0)
    return expected;

  for (guint i = 0; i < self->fields->len; i++)
    if (strcmp (self->fields->pdata[i], name) == 0)
      return i;

  g_ptr_array_add (self->fields, g_strdup (name));

  return self->fields->len - 1;
}

/* Numbers as GDAL gives them: 34022 and 34022.0 are the same code. */
static gboolean
read_number_text (Reader *reader)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double value;
  gboolean is_whole;

  if (!streek_json_read_number (&reader->json, &value, &is_whole) ||
      (is_whole && fabs (value) >= MAX_WHOLE))
    return FALSE;

  gboolean has_no_fraction = value == floor (value) && fabs (value) < MAX_WHOLE;

  /* adding nothing makes 0 of -0 */
  g_ascii_formatd (text, sizeof text, has_no_fraction ? "%.0f" : "%.15g", value + 0.0);
  g_string_assign (reader->json.string, text);

  return TRUE;
}

static gboolean
read_property (Reader *reader, guint expected)
{
  StreekGeojson *self = reader->self;

  /* a number called "id" takes the place of the feature's own number: GDAL knows how */
  if (!streek_json_read_string (&reader->json) ||
      g_ascii_strcasecmp (reader->json.string->str, "id") == 0 ||
      !streek_json_take (&reader->json, ':'))
    return FALSE;

  Value value = { .field = find_field (self, reader->json.string->str, expected) };

  if (value.field >= MAX_FIELDS)
    return FALSE;
  if (streek_json_take_word (&reader->json, "null"))
    return TRUE;
  if (*reader->json.at == '"' ? !streek_json_read_string (&reader->json)
                              : !read_number_text (reader))
    return FALSE;

  value.text = g_string_chunk_insert_len (self->texts, reader->json.string->str,
                                          (gssize) reader->json.string->len);
  g_array_append_val (self->values, value);

  return TRUE;
}

static gboolean
read_properties (Reader *reader)
{
  guint n = 0;

  if (!streek_json_take (&reader->json, '{'))
    return FALSE;
  if (streek_json_take (&reader->json, '}'))
    return TRUE;

  do
    if (!read_property (reader, n++))
      return FALSE;
  while (streek_json_take (&reader->json, ','));

  return streek_json_take (&reader->json, '}');
}

static gboolean
read_feature_member (Reader *reader, gboolean *has_properties, gboolean *has_geometry)
{
  if (!streek_json_read_string (&reader->json) || !streek_json_take (&reader->json, ':'))
    return FALSE;

  const char *member = reader->json.string->str;

  if (strcmp (member, "type") == 0)
    return streek_json_read_string (&reader->json) &&
           strcmp (reader->json.string->str, "Feature") == 0;
  if (strcmp (member, "properties") == 0 && !*has_properties)
    return *has_properties = read_properties (reader);
  if (strcmp (member, "geometry") == 0 && !*has_geometry)
    return *has_geometry = read_geometry (reader);

  return strcmp (member, "bbox") == 0 && streek_json_skip_value (&reader->json, 0);
}

static gboolean
read_feature (Reader *reader)
{
  StreekGeojson *self = reader->self;
  StreekGeojsonFeature feature = { .first_ring = self->rings->len,
                                   .first_value = self->values->len };
  gboolean has_properties = FALSE;
  gboolean has_geometry = FALSE;

  reader->type = STREEK_GDAL_FEATURE_EMPTY;
  reader->n_parts = 0;
  if (!streek_json_take (&reader->json, '{'))
    return FALSE;

  do
    if (!read_feature_member (reader, &has_properties, &has_geometry))
      return FALSE;
  while (streek_json_take (&reader->json, ','));

  feature.n_rings = self->rings->len - feature.first_ring;
  feature.n_values = self->values->len - feature.first_value;
  feature.type = feature.n_rings > 0 ? reader->type : STREEK_GDAL_FEATURE_EMPTY;
  g_array_append_val (self->features, feature);

  return has_properties && has_geometry && streek_json_take (&reader->json, '}');
}

static gboolean
read_features (Reader *reader)
{
  if (!streek_json_take (&reader->json, '['))
    return FALSE;

  do
    if (!read_feature (reader))
      return FALSE;
  while (streek_json_take (&reader->json, ','));

  return streek_json_take (&reader->json, ']');
}

static gboolean
is_registered (const char *system)
{
  return g_str_has_prefix (system, "urn:ogc:def:crs:") || g_str_has_prefix (system, "EPSG:");
}

/* {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::31370"}}, in this order. */
static gboolean
read_system (Reader *reader)
{
  if (!streek_json_take (&reader->json, '{') ||
      !streek_json_take_word (&reader->json, "\"type\"") ||
      !streek_json_take (&reader->json, ':') ||
      !streek_json_take_word (&reader->json, "\"name\"") ||
      !streek_json_take (&reader->json, ',') ||
      !streek_json_take_word (&reader->json, "\"properties\"") ||
      !streek_json_take (&reader->json, ':') || !streek_json_take (&reader->json, '{') ||
      !streek_json_take_word (&reader->json, "\"name\"") ||
      !streek_json_take (&reader->json, ':') || !streek_json_read_string (&reader->json))
    return FALSE;

  g_free (reader->self->system);
  reader->self->system = g_strdup (reader->json.string->str);

  /* a name may be an address too, and none is asked for anything */
  return is_registered (reader->self->system) && streek_json_take (&reader->json, '}') &&
         streek_json_take (&reader->json, '}');
}

static gboolean
read_collection_member (Reader *reader, gboolean *is_collection)
{
  StreekGeojson *self = reader->self;

  if (!streek_json_read_string (&reader->json) || !streek_json_take (&reader->json, ':'))
    return FALSE;

  const char *member = reader->json.string->str;

  if (strcmp (member, "type") == 0)
    return *is_collection = streek_json_read_string (&reader->json) &&
                            strcmp (reader->json.string->str, "FeatureCollection") == 0;
  if (strcmp (member, "crs") == 0)
    return read_system (reader);
  if (strcmp (member, "features") == 0)
    return self->features->len == 0 && read_features (reader);
  if (strcmp (member, "name") != 0)
    return streek_json_skip_value (&reader->json, 0);
  if (!streek_json_read_string (&reader->json))
    return FALSE;

  g_free (self->name);
  self->name = g_strdup (reader->json.string->str);

  return TRUE;
}

static gboolean
read_collection (Reader *reader)
{
  gboolean is_collection = FALSE;

  if (!streek_json_take (&reader->json, '{'))
    return FALSE;

  do
    if (!read_collection_member (reader, &is_collection))
      return FALSE;
  while (streek_json_take (&reader->json, ','));

  return is_collection && streek_json_take (&reader->json, '}');
}

static char *
name_after_file (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL)
    *dot = '\0';

  return name;
}

/* (transfer full) (nullable): all of a file that is really one and not too large, with a nul. */
static char *
read_file (const char *path, gsize *n)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > MAX_BYTES)
    return NULL;

  FILE *file = g_fopen (path, "rb");
  char *text = STREEK_BLOCK_NEW (char, (gsize) status.st_size + 1);

  *n = file != NULL ? fread (text, 1, (gsize) status.st_size, file) : 0;
  text[*n] = '\0';
  if (file != NULL)
    fclose (file);

  return text;
}

/**
 * streek_geojson_open:
 * @path: a file
 *
 * Reads a collection of polygons whose properties are text and numbers, in a fraction of the time
 * that a reader of all GeoJSON needs. Numbers are those that g_ascii_strtod() reads.
 *
 * Returns: (transfer full) (nullable): %NULL for anything else, be it damaged or only rare: that is
 *   for GDAL to read or to complain of
 */
StreekGeojson *
streek_geojson_open (const char *path)
{
  gsize n = 0;
  g_autofree char *text = read_file (path, &n);

  if (text == NULL)
    return NULL;

  g_autoptr (StreekGeojson) self = g_new0 (StreekGeojson, 1);
  g_autoptr (GString) string = g_string_new (NULL);
  Reader reader = { .json = { .at = text, .string = string }, .self = self };

  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->features = g_array_new (FALSE, FALSE, sizeof (StreekGeojsonFeature));
  self->rings = g_array_new (FALSE, FALSE, sizeof (StreekGeojsonRing));
  self->max_points = (guint) (n / BYTES_PER_POINT) + 1;
  self->points = STREEK_BLOCK_NEW (double, 2 * (gsize) self->max_points);
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->texts = g_string_chunk_new (4096);
  if (!read_collection (&reader))
    return NULL;

  streek_json_skip_space (&reader.json);
  if (reader.json.at != text + n || self->rings->len == 0)
    return NULL;

  if (self->name == NULL)
    self->name = name_after_file (path);

  return g_steal_pointer (&self);
}

void
streek_geojson_close (StreekGeojson *self)
{
  g_free (self->name);
  g_free (self->system);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->features);
  g_array_unref (self->rings);
  g_free (self->points);
  g_array_unref (self->values);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const char *
streek_geojson_get_name (const StreekGeojson *self)
{
  return self->name;
}

/**
 * streek_geojson_get_system:
 *
 * Returns: (nullable): the name of the coordinate system; %NULL for longitude and latitude
 */
const char *
streek_geojson_get_system (const StreekGeojson *self)
{
  return self->system;
}

/**
 * streek_geojson_dup_fields:
 *
 * Returns: (transfer full) (array zero-terminated=1): names, made UTF-8
 */
char **
streek_geojson_dup_fields (const StreekGeojson *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      g_autofree char *name = g_utf8_make_valid (self->fields->pdata[i], -1);

      g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

guint
streek_geojson_get_n_features (const StreekGeojson *self)
{
  return self->features->len;
}

const StreekGeojsonFeature *
streek_geojson_get_feature (const StreekGeojson *self, guint index)
{
  return &g_array_index (self->features, StreekGeojsonFeature, index);
}

const StreekGeojsonRing *
streek_geojson_get_ring (const StreekGeojson *self, guint index)
{
  return &g_array_index (self->rings, StreekGeojsonRing, index);
}

/**
 * streek_geojson_get_points:
 * @n: (out): how many there are
 *
 * Returns: (array): x, y, x, y … of all rings, in the system of the file; whoever projects them
 *   writes them in their place
 */
double *
streek_geojson_get_points (StreekGeojson *self, guint *n)
{
  *n = self->n_points;

  return self->points;
}

/**
 * streek_geojson_get_fields:
 * @fields: (array): one for each field of the file; %NULL where @feature has no value
 */
void
streek_geojson_get_fields (const StreekGeojson *self,
                           const StreekGeojsonFeature *feature,
                           const char **fields)
{
  for (guint i = 0; i < self->fields->len; i++)
    fields[i] = NULL;

  for (guint i = 0; i < feature->n_values; i++)
    {
      const Value *value = &g_array_index (self->values, Value, feature->first_value + i);

      fields[value->field] = value->text;
    }
}
