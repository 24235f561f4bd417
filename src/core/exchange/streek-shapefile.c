/* streek-shapefile.c: the everyday kind of Shapefile: polygons in a system that is known here */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-shapefile.h"
#include "base/streek-block.h"
#include "exchange/streek-dbase.h"
#include "exchange/streek-prj.h"
#include "exchange/streek-ring-order.h"

#include <string.h>

/* "ESRI Shapefile Technical Description" (1998). Headers are big-endian up to the length of a file
 * or record, which is in words of 16 bits; what follows is little-endian. */
#define MAX_BYTES (1 << 29)
#define MAX_PRJ_BYTES 4096
#define MAX_CPG_BYTES 64
#define FILE_CODE 9994
#define VERSION 1000
#define HEADER_SIZE 100
#define RECORD_HEADER_SIZE 8
#define BOX_SIZE 32
#define POINT_SIZE 16
#define RANGE_SIZE 16
#define VALUE_SIZE 8

enum
{
  TYPE_NULL = 0,
  TYPE_POLYGON = 5,
  TYPE_POLYGON_Z = 15,
  TYPE_POLYGON_M = 25,
};

/* The files that a Shapefile consists of, as they are written in its folder. */
typedef struct
{
  char *index;    /* .shx */
  char *table;    /* .dbf */
  char *system;   /* .prj */
  char *encoding; /* (nullable): .cpg */
} Parts;

struct _StreekShapefile
{
  char *name;
  const char *system;
  StreekDbase *table;

  char *data;
  guint32 *starts; /* of each record, in bytes: behind its header */
  guint n;

  /* what the last feature lends */
  guint8 *is_wanted; /* per field */
  GArray *points;    /* of double */
  GArray *order;     /* of StreekRingOrder */
  GArray *parts;     /* of int */
  GArray *sizes;     /* of int */
  GPtrArray *rings;  /* of double * */
  GArray *offsets;   /* of gssize: where each text begins, -1 for none */
  GString *text;
  GPtrArray *fields; /* of char * */
};

static guint32
peek_be (const char *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);

  return GUINT32_FROM_BE (number);
}

static guint32
peek_le (const char *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);

  return GUINT32_FROM_LE (number);
}

static void
parts_clear (Parts *parts)
{
  g_free (parts->index);
  g_free (parts->table);
  g_free (parts->system);
  g_free (parts->encoding);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* FALSE where two files claim to be the same part: zones.prj and Zones.PRJ, say. */
static gboolean
take_part (Parts *parts, const char *folder, const char *name, const char *ending)
{
  char **part = g_ascii_strcasecmp (ending, "shx") == 0   ? &parts->index
                : g_ascii_strcasecmp (ending, "dbf") == 0 ? &parts->table
                : g_ascii_strcasecmp (ending, "prj") == 0 ? &parts->system
                : g_ascii_strcasecmp (ending, "cpg") == 0 ? &parts->encoding
                                                          : NULL;

  if (part == NULL)
    return TRUE;
  if (*part != NULL)
    return FALSE;

  *part = g_build_filename (folder, name, NULL);

  return TRUE;
}

/* Whether every part that is needed is there, once. */
static gboolean
find_parts (const char *path, Parts *parts)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  if (dir == NULL || dot == NULL || g_ascii_strcasecmp (dot, ".shp") != 0)
    return FALSE;

  gsize length = (gsize) (dot - name) + 1;

  while ((entry = g_dir_read_name (dir)) != NULL)
    if (g_ascii_strncasecmp (entry, name, length) == 0 &&
        !take_part (parts, folder, entry, entry + length))
      return FALSE;

  return parts->index != NULL && parts->table != NULL && parts->system != NULL;
}

static const char *
name_system (const Parts *parts)
{
  gsize size = 0;
  g_autofree char *text = streek_block_read_file (parts->system, MAX_PRJ_BYTES, &size);

  return text != NULL && strlen (text) == size ? streek_prj_name_system (text) : NULL;
}

static char *
read_encoding (const Parts *parts)
{
  gsize size = 0;
  g_autofree char *text =
    parts->encoding != NULL ? streek_block_read_file (parts->encoding, MAX_CPG_BYTES, &size) : NULL;

  return text != NULL ? g_strdup (g_strstrip (text)) : NULL;
}

/**
 * streek_shapefile_find_system:
 * @path: a file
 *
 * Returns: (nullable): the coordinate system, where streek_shapefile_open() may do with @path;
 *   %NULL where GDAL must read it
 */
const char *
streek_shapefile_find_system (const char *path)
{
  g_auto (Parts) parts = { NULL };

  g_return_val_if_fail (path != NULL, NULL);

  return find_parts (path, &parts) ? name_system (&parts) : NULL;
}

/* A header says how long its file is; one that says otherwise is damaged. */
static gboolean
check_header (const char *data, gsize size)
{
  if (size < HEADER_SIZE || size % 2 != 0)
    return FALSE;

  guint32 type = peek_le (data + 32);

  return peek_be (data) == FILE_CODE && peek_be (data + 24) == size / 2 &&
         peek_le (data + 28) == VERSION &&
         (type == TYPE_POLYGON || type == TYPE_POLYGON_Z || type == TYPE_POLYGON_M);
}

/* Whether heights (Z) and measures (M) behind the points account for the rest of a record. */
static gboolean
check_rest (guint32 type, guint64 n_points, guint64 rest)
{
  guint64 row = RANGE_SIZE + VALUE_SIZE * n_points;

  return type == TYPE_POLYGON     ? rest == 0
         : type == TYPE_POLYGON_M ? rest == 0 || rest == row
                                  : rest == row || rest == 2 * row;
}

/* Parts are some points each, one after the other from the first point. */
static gboolean
check_parts (const char *starts, guint32 n_parts, guint32 n_points)
{
  for (guint32 i = 0; i < n_parts; i++)
    {
      guint32 start = peek_le (starts + 4 * (gsize) i);
      guint32 end = i + 1 < n_parts ? peek_le (starts + 4 * (gsize) (i + 1)) : n_points;

      if ((i == 0 && start != 0) || start >= end)
        return FALSE;
    }

  return TRUE;
}

/* @n: size in bytes */
static gboolean
check_record (const char *record, gsize n, guint32 type)
{
  if (n < 4)
    return FALSE;
  if (peek_le (record) == TYPE_NULL)
    return n == 4;
  if (n < 4 + BOX_SIZE + 8 || peek_le (record) != type)
    return FALSE;

  guint32 n_parts = peek_le (record + 4 + BOX_SIZE);
  guint32 n_points = peek_le (record + 8 + BOX_SIZE);
  guint64 used = 12 + BOX_SIZE + 4 * (guint64) n_parts + POINT_SIZE * (guint64) n_points;

  return n_parts > 0 && used <= n && check_rest (type, n_points, n - used) &&
         check_parts (record + 12 + BOX_SIZE, n_parts, n_points);
}

static void
copy_points (StreekShapefile *self, const char *from, guint n)
{
  g_array_set_size (self->points, 2 * n);

  guint64 *numbers = (guint64 *) (gpointer) self->points->data;

  memcpy (numbers, from, (gsize) n * POINT_SIZE);
  for (guint i = 0; G_BYTE_ORDER != G_LITTLE_ENDIAN && i < 2 * n; i++)
    numbers[i] = GUINT64_FROM_LE (numbers[i]);
}

/* Copies the points of a record and finds what each of its rings is; FALSE where they contradict
 * each other. */
static gboolean
read_rings (StreekShapefile *self, guint index)
{
  const char *record = self->data + self->starts[index];

  g_array_set_size (self->points, 0);
  g_array_set_size (self->order, 0);
  if (peek_le (record) == TYPE_NULL)
    return TRUE;

  guint32 n_parts = peek_le (record + 4 + BOX_SIZE);
  guint32 n_points = peek_le (record + 8 + BOX_SIZE);
  const char *starts = record + 12 + BOX_SIZE;

  copy_points (self, starts + 4 * (gsize) n_parts, n_points);
  for (guint32 i = 0; i < n_parts; i++)
    {
      guint32 start = peek_le (starts + 4 * (gsize) i);
      guint32 end = i + 1 < n_parts ? peek_le (starts + 4 * (gsize) (i + 1)) : n_points;
      StreekRingOrder ring = { .first = start, .n = end - start };

      g_array_append_val (self->order, ring);
    }

  return n_parts == 1 ||
         streek_ring_order_find ((const double *) (gpointer) self->points->data,
                                 (StreekRingOrder *) (gpointer) self->order->data, n_parts);
}

static gboolean
has_parts (const char *record)
{
  return peek_le (record) != TYPE_NULL && peek_le (record + 4 + BOX_SIZE) > 1;
}

/* Records follow each other without a gap, numbered from 1, and the index says the same. */
static gboolean
read_records (StreekShapefile *self, gsize size, const char *index)
{
  guint32 type = peek_le (self->data + 32);
  gsize at = HEADER_SIZE;

  for (guint i = 0; i < self->n; i++)
    {
      const char *entry = index + HEADER_SIZE + RECORD_HEADER_SIZE * (gsize) i;

      if (size - at < RECORD_HEADER_SIZE || peek_be (self->data + at) != i + 1 ||
          peek_be (entry) != at / 2 || peek_be (entry + 4) != peek_be (self->data + at + 4))
        return FALSE;

      guint64 n = 2 * (guint64) peek_be (entry + 4);

      at += RECORD_HEADER_SIZE;
      self->starts[i] = (guint32) at;
      if (n > size - at || !check_record (self->data + at, n, type) ||
          (has_parts (self->data + at) && !read_rings (self, i)))
        return FALSE;

      at += n;
    }

  return at == size;
}

static gboolean
read_shapes (StreekShapefile *self, const char *path, const Parts *parts)
{
  gsize index_size = 0;
  gsize size = 0;
  g_autofree char *index = streek_block_read_file (parts->index, MAX_BYTES, &index_size);

  if (index == NULL || !check_header (index, index_size) ||
      (index_size - HEADER_SIZE) % RECORD_HEADER_SIZE != 0)
    return FALSE;

  self->n = (guint) ((index_size - HEADER_SIZE) / RECORD_HEADER_SIZE);
  self->starts = g_new (guint32, self->n);
  self->data = streek_block_read_file (path, MAX_BYTES, &size);

  return self->data != NULL && self->n > 0 && check_header (self->data, size) &&
         peek_le (index + 32) == peek_le (self->data + 32) && read_records (self, size, index);
}

static gboolean
read_parts (StreekShapefile *self, const char *path, const Parts *parts)
{
  g_autofree char *encoding = read_encoding (parts);

  self->system = name_system (parts);
  if (self->system == NULL || !read_shapes (self, path, parts))
    return FALSE;

  self->table = streek_dbase_open (parts->table, encoding);

  return self->table != NULL && streek_dbase_get_n_records (self->table) == self->n;
}

/**
 * streek_shapefile_open:
 * @path: a file
 *
 * Reads polygons, their table and their coordinate system without GDAL, which takes longer to load
 * than all the rest.
 *
 * Returns: (transfer full) (nullable): %NULL for anything that is damaged, rare or contradicts
 *   itself: that is for GDAL to read or to complain of
 */
StreekShapefile *
streek_shapefile_open (const char *path)
{
  g_auto (Parts) parts = { NULL };

  g_return_val_if_fail (path != NULL, NULL);

  if (!find_parts (path, &parts))
    return NULL;

  g_autoptr (StreekShapefile) self = g_new0 (StreekShapefile, 1);
  g_autofree char *name = g_path_get_basename (path);

  self->name = g_strndup (name, strlen (name) - strlen (".shp"));
  self->points = g_array_new (FALSE, FALSE, sizeof (double));
  self->order = g_array_new (FALSE, FALSE, sizeof (StreekRingOrder));
  self->parts = g_array_new (FALSE, FALSE, sizeof (int));
  self->sizes = g_array_new (FALSE, FALSE, sizeof (int));
  self->rings = g_ptr_array_new ();
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gssize));
  self->text = g_string_new (NULL);
  self->fields = g_ptr_array_new ();
  if (!read_parts (self, path, &parts))
    return NULL;

  self->is_wanted = g_new0 (guint8, streek_dbase_get_n_fields (self->table));

  return g_steal_pointer (&self);
}

void
streek_shapefile_close (StreekShapefile *self)
{
  g_free (self->name);
  g_clear_pointer (&self->table, streek_dbase_close);
  g_free (self->data);
  g_free (self->starts);
  g_free (self->is_wanted);
  g_array_unref (self->points);
  g_array_unref (self->order);
  g_array_unref (self->parts);
  g_array_unref (self->sizes);
  g_ptr_array_unref (self->rings);
  g_array_unref (self->offsets);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

const char *
streek_shapefile_get_name (const StreekShapefile *self)
{
  return self->name;
}

/**
 * streek_shapefile_get_system:
 *
 * Returns: the name of the coordinate system, such as "EPSG:31370"
 */
const char *
streek_shapefile_get_system (const StreekShapefile *self)
{
  return self->system;
}

/**
 * streek_shapefile_dup_fields:
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 */
char **
streek_shapefile_dup_fields (const StreekShapefile *self)
{
  return streek_dbase_dup_fields (self->table);
}

guint
streek_shapefile_get_n_features (const StreekShapefile *self)
{
  return self->n;
}

/**
 * streek_shapefile_want:
 * @wanted: (nullable) (array length=n_wanted): the fields that features will be asked for; %NULL:
 *   all
 *
 * Returns: whether each of their values is plain; else GDAL must read the file
 */
gboolean
streek_shapefile_want (StreekShapefile *self, const int *wanted, guint n_wanted)
{
  guint n_fields = streek_dbase_get_n_fields (self->table);

  memset (self->is_wanted, wanted == NULL, n_fields);
  for (guint i = 0; wanted != NULL && i < n_wanted; i++)
    if (wanted[i] >= 0 && wanted[i] < (int) n_fields)
      self->is_wanted[wanted[i]] = TRUE;

  for (guint i = 0; i < n_fields; i++)
    if (self->is_wanted[i] && !streek_dbase_is_plain (self->table, i))
      return FALSE;

  return TRUE;
}

static void
lend_fields (StreekShapefile *self, guint index)
{
  guint n_fields = streek_dbase_get_n_fields (self->table);

  g_array_set_size (self->offsets, 0);
  g_string_truncate (self->text, 0);
  for (guint i = 0; i < n_fields; i++)
    {
      gssize offset = (gssize) self->text->len;

      if (self->is_wanted[i] && streek_dbase_append_text (self->table, index, i, self->text))
        g_string_append_c (self->text, '\0');
      else
        offset = -1;
      g_array_append_val (self->offsets, offset);
    }

  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < n_fields; i++)
    {
      gssize offset = g_array_index (self->offsets, gssize, i);

      g_ptr_array_add (self->fields, offset >= 0 ? self->text->str + offset : NULL);
    }
}

static void
lend_rings (StreekShapefile *self)
{
  double *points = (double *) (gpointer) self->points->data;

  g_array_set_size (self->parts, 0);
  g_array_set_size (self->sizes, 0);
  g_ptr_array_set_size (self->rings, 0);
  for (guint i = 0; i < self->order->len; i++)
    {
      const StreekRingOrder *ring = &g_array_index (self->order, StreekRingOrder, i);
      double *first = points + 2 * (gsize) ring->first;
      const double *last = first + 2 * ((gsize) ring->n - 1);
      gboolean is_closed = ring->n > 1 && first[0] == last[0] && first[1] == last[1];
      int n = (int) ring->n - is_closed;

      g_array_append_val (self->parts, ring->part);
      g_array_append_val (self->sizes, n);
      g_ptr_array_add (self->rings, first);
    }
}

/**
 * streek_shapefile_get_feature:
 * @index: below streek_shapefile_get_n_features()
 * @feature: (out): what it lends is good until the next is asked for
 * @n_points: (out): of @feature, with the last one of closed rings
 *
 * Returns: (transfer none): its points, in the system of the file; who projects them writes them in
 *   their place
 */
double *
streek_shapefile_get_feature (StreekShapefile *self,
                              guint index,
                              StreekGdalFeature *feature,
                              int *n_points)
{
  g_return_val_if_fail (index < self->n, NULL);

  read_rings (self, index);
  lend_rings (self);
  lend_fields (self, index);

  *feature = (StreekGdalFeature){
    .id = index,
    .type = self->order->len > 0 ? STREEK_GDAL_FEATURE_POLYGON : STREEK_GDAL_FEATURE_EMPTY,
    .n_fields = (int) self->fields->len,
    .fields = (const char *const *) self->fields->pdata,
    .n_rings = (int) self->rings->len,
    .ring_parts = (const int *) (gpointer) self->parts->data,
    .ring_sizes = (const int *) (gpointer) self->sizes->data,
    .rings = (const double *const *) self->rings->pdata,
  };

  *n_points = (int) (self->points->len / 2);

  return (double *) (gpointer) self->points->data;
}
