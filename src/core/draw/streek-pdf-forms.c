/* streek-pdf-forms.c: room kept in a PDF of Cairo's, and what we write in its place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-area-lines.h"
#include "draw/streek-cairo-private.h"
#include "draw/streek-cairo.h"
#include "draw/streek-pdf-content.h"
#include "draw/streek-pdf-forms.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Cairo asks printf for each coordinate, with up to six decimals, and packs what comes of it at the
 * level that zlib takes by itself: 20 000 areas on A4 took 1.4 seconds, half of them in zlib and a
 * quarter in printf. So Cairo draws a small form where the areas go, and when the file is there,
 * that form is replaced by one of ours: whole numbers, packed by libdeflate. All else, the letters
 * above all, stays Cairo's. A file that does not look as we know it (another Cairo) is not touched,
 * and its areas are then drawn by Cairo too. */

/* No page is as large as this: by its size a form is found again. */
#define ROOM_WIDTH 30011
#define ROOM_HEIGHT 30013

#define HEAD_BYTES 512 /* within which the dictionary of a form ends */
#define ENTRY_BYTES 20 /* of an object in the table at the end */
#define NOWHERE G_MAXSIZE

struct _StreekPdfForms
{
  GPtrArray *objects; /* (element-type GBytes): what stands in each, from its dictionary on */
  GPtrArray *rooms;   /* (element-type cairo_surface_t): Cairo's own of each */
  GHashTable *known;  /* (element-type GBytes uint): number of an object, from 1 */
  GHashTable *drawn;  /* (element-type utf8 uint): the same of areas without hatches */
  GPtrArray *meshes;  /* (element-type StreekMesh): of those, so that none takes another's place */
};

StreekPdfForms *
streek_pdf_forms_new (void)
{
  StreekPdfForms *forms = g_new (StreekPdfForms, 1);

  forms->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  forms->rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  forms->known = g_hash_table_new (g_bytes_hash, g_bytes_equal);
  forms->meshes = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_mesh_unref);
  forms->drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return forms;
}

void
streek_pdf_forms_free (StreekPdfForms *forms)
{
  g_hash_table_unref (forms->drawn);
  g_ptr_array_unref (forms->meshes);
  g_hash_table_unref (forms->known);
  g_ptr_array_unref (forms->rooms);
  g_ptr_array_unref (forms->objects);
  g_free (forms);
}

static cairo_surface_t *
make_room (guint number)
{
  const cairo_rectangle_t extents = { 0, 0, ROOM_WIDTH + number, ROOM_HEIGHT };
  cairo_surface_t *room = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_autoptr (cairo_t) inside = cairo_create (room);

  cairo_paint (inside);

  return room;
}

static void
draw_form (StreekPdfForms *forms, cairo_t *cr, guint number)
{
  cairo_set_source_surface (cr, forms->rooms->pdata[number - 1], 0, 0);
  cairo_paint (cr);
}

/* It now stands where @cr has come to. What stands on many pages of a document is in it once: Cairo
 * knows a surface again. */
guint
streek_pdf_forms_draw_content (StreekPdfForms *forms,
                               cairo_t *cr,
                               StreekPdfContent *content,
                               const StreekRect *box)
{
  g_autoptr (GBytes) object = streek_pdf_content_end (content, box);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (forms->known, object));

  if (number == 0)
    {
      g_ptr_array_add (forms->rooms, make_room (forms->objects->len));
      g_ptr_array_add (forms->objects, g_bytes_ref (object));
      number = forms->objects->len;
      g_hash_table_insert (forms->known, object, GUINT_TO_POINTER (number));
    }

  draw_form (forms, cr, number);

  return number;
}

static void
add_to_key (GChecksum *key, gconstpointer data, gsize size)
{
  g_checksum_update (key, data, (gssize) size);
}

/* Of everything that makes areas look as they do: those of one key are one form. %NULL where there
 * are hatches, which are drawn around it. */
static char *
make_key (const StreekAreasMark *areas)
{
  g_autoptr (GChecksum) key = g_checksum_new (G_CHECKSUM_SHA256);
  gsize groups = streek_mesh_get_n_units (areas->mesh) * sizeof (gint32);

  add_to_key (key, &areas->mesh, sizeof areas->mesh);
  add_to_key (key, &areas->level, sizeof areas->level);
  add_to_key (key, &areas->projection, sizeof areas->projection);
  add_to_key (key, &areas->clip, sizeof areas->clip);
  add_to_key (key, areas->group_of, groups);

  for (guint i = 0; i < areas->n_groups; i++)
    {
      if (areas->paints[i].hatch != STREEK_HATCH_NONE)
        return NULL;

      add_to_key (key, &areas->paints[i].color, sizeof (StreekColor));
    }

  for (guint i = 0; i < areas->n_lines; i++)
    {
      const StreekAreaLines *lines = &areas->lines[i];

      add_to_key (key, &lines->stroke, sizeof lines->stroke);
      add_to_key (key, &lines->outer_only, sizeof lines->outer_only);
      add_to_key (key, lines->group_of, groups);
    }

  return g_strdup (g_checksum_get_string (key));
}

/* The colours; hatches come from Cairo later. */
static gboolean
write_fills (StreekPdfContent *content,
             const StreekAreasMark *areas,
             const StreekAreaPaints *paints,
             StreekPolylines **shapes)
{
  StreekRings *rings =
    streek_mesh_build_rings (areas->mesh, areas->level, paints->paint_of, paints->n_paints);
  gboolean has_hatches = FALSE;

  for (guint i = 0; i < paints->n_paints; i++)
    {
      const StreekPaint *paint = &paints->paints[i];

      shapes[i] = streek_polylines_new_from_rings (areas, &rings[i]);
      streek_pdf_content_fill (content, shapes[i], &paint->color);
      has_hatches |= paint->hatch != STREEK_HATCH_NONE;
    }

  streek_rings_free_array (rings, paints->n_paints);

  return has_hatches;
}

static void
draw_hatches (cairo_t *cr, const StreekAreaPaints *paints, StreekPolylines *const *shapes)
{
  for (guint i = 0; i < paints->n_paints; i++)
    {
      StreekPaint hatch = paints->paints[i];

      hatch.color.alpha = 0;

      if (hatch.hatch != STREEK_HATCH_NONE)
        streek_cairo_fill_polylines (cr, shapes[i], &hatch);
    }
}

static void
write_lines (StreekPdfContent *content, const StreekAreasMark *areas)
{
  for (guint i = 0; i < areas->n_lines; i++)
    {
      const StreekAreaLines *lines = &areas->lines[i];

      if (!streek_stroke_is_visible (&lines->stroke))
        continue;

      g_autoptr (StreekPolylines) polylines = streek_polylines_new_from_lines (areas, lines);

      streek_pdf_content_stroke (content, polylines, &lines->stroke);
    }
}

static void
clip_to (cairo_t *cr, const StreekRect *clip)
{
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
}

/* Areas that were written before. */
static void
draw_clipped (StreekPdfForms *forms, cairo_t *cr, guint number, const StreekRect *clip)
{
  cairo_save (cr);
  clip_to (cr, clip);
  draw_form (forms, cr, number);
  cairo_restore (cr);
}

/* Returns: the number of the form, of the last one where there are hatches */
static guint
write_areas (StreekPdfForms *forms, cairo_t *cr, const StreekAreasMark *areas)
{
  g_autoptr (StreekAreaPaints) paints = streek_area_paints_new (areas);
  StreekPolylines **shapes = g_new0 (StreekPolylines *, MAX (paints->n_paints, 1));
  StreekPdfContent *content = streek_pdf_content_new ();

  cairo_save (cr);
  clip_to (cr, &areas->clip);

  if (write_fills (content, areas, paints, shapes))
    {
      streek_pdf_forms_draw_content (forms, cr, content, &areas->clip);
      draw_hatches (cr, paints, shapes);
      content = streek_pdf_content_new ();
    }

  write_lines (content, areas);

  guint number = streek_pdf_forms_draw_content (forms, cr, content, &areas->clip);

  cairo_restore (cr);

  for (guint i = 0; i < paints->n_paints; i++)
    streek_polylines_free (shapes[i]);

  g_free (shapes);

  return number;
}

/**
 * streek_pdf_forms_draw_areas:
 * @forms: of the document
 * @cr: of a PDF surface: one unit is a point of the page
 * @areas: the areas of a map
 *
 * Draws like Cairo would. Areas that look the same are one shape, and each line between areas is
 * drawn once.
 */
void
streek_pdf_forms_draw_areas (StreekPdfForms *forms, cairo_t *cr, const StreekAreasMark *areas)
{
  g_autofree char *key = make_key (areas);
  guint number = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (forms->drawn, key)) : 0;

  if (number == 0)
    number = write_areas (forms, cr, areas);
  else
    draw_clipped (forms, cr, number, &areas->clip);

  if (key == NULL)
    return;

  g_hash_table_replace (forms->drawn, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  if (!g_ptr_array_find (forms->meshes, areas->mesh, NULL))
    g_ptr_array_add (forms->meshes, streek_mesh_ref (areas->mesh));
}

/* A curve of a letter under a line several times as wide. */
#define HALO_TOLERANCE_PT 0.04

static StreekPoint
place_point (const cairo_path_data_t *data, const StreekRect *box)
{
  const double steps = STREEK_STEPS_A_POINT;

  return (StreekPoint){ rint ((data->point.x - box->x) * steps) / steps,
                        rint ((data->point.y - box->y) * steps) / steps };
}

static StreekPolylines *
flatten (const cairo_path_t *path, const StreekRect *box)
{
  StreekPolylines *lines = g_new0 (StreekPolylines, 1);
  guint n = 0;

  lines->points = g_new (StreekPoint, MAX (path->num_data, 1));
  lines->starts = g_new0 (guint, path->num_data + 1);
  lines->closed = g_new0 (gboolean, MAX (path->num_data, 1));

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    switch (path->data[i].header.type)
      {
      case CAIRO_PATH_MOVE_TO:
        /* after a letter is closed Cairo moves to where it began */
        if (lines->n_lines > 0 && n < lines->starts[lines->n_lines - 1] + 2)
          n = lines->starts[--lines->n_lines];
        lines->starts[lines->n_lines++] = n;
        lines->points[n++] = place_point (&path->data[i + 1], box);
        break;
      case CAIRO_PATH_LINE_TO:
        lines->points[n++] = place_point (&path->data[i + 1], box);
        break;
      case CAIRO_PATH_CLOSE_PATH:
        if (lines->n_lines > 0)
          lines->closed[lines->n_lines - 1] = TRUE;
        break;
      case CAIRO_PATH_CURVE_TO: /* in no flat path */
      default:
        break;
      }

  if (lines->n_lines > 0 && n < lines->starts[lines->n_lines - 1] + 2)
    n = lines->starts[--lines->n_lines];
  lines->starts[lines->n_lines] = n;

  return lines;
}

/* In a box of its own, which begins at 0 as the room of a form does: a name that comes back is in
 * the document once. */
void
streek_pdf_forms_draw_halo (StreekPdfForms *forms, cairo_t *cr, const StreekMark *mark)
{
  double tolerance = cairo_get_tolerance (cr);
  const StreekPoint origin = mark->text.origin;

  cairo_save (cr);
  cairo_translate (cr, origin.x, origin.y);
  cairo_new_path (cr);
  cairo_set_tolerance (cr, HALO_TOLERANCE_PT);
  streek_cairo_add_text_path (cr, mark->text.run);

  cairo_path_t *path = cairo_copy_path_flat (cr);
  StreekRect box = { floor (mark->bounds.x - origin.x) - 1, floor (mark->bounds.y - origin.y) - 1,
                     ceil (mark->bounds.width) + 3, ceil (mark->bounds.height) + 3 };
  const StreekRect room = { 0, 0, box.width, box.height };
  g_autoptr (StreekPolylines) lines = flatten (path, &box);
  StreekPdfContent *content = streek_pdf_content_new ();

  cairo_path_destroy (path);
  cairo_new_path (cr);
  cairo_set_tolerance (cr, tolerance);
  streek_pdf_content_stroke (content, lines, &mark->stroke);
  cairo_translate (cr, box.x, box.y);
  clip_to (cr, &room);
  streek_pdf_forms_draw_content (forms, cr, content, &room);
  cairo_restore (cr);
}

/* The file of Cairo's: objects one after the other, then a table of where each begins. */
typedef struct
{
  const char *data;
  gsize size;
  gsize table; /* where it begins */
  guint n_objects;
  const char *entries;
} File;

typedef struct
{
  gsize start; /* NOWHERE: a number that Cairo took and wrote nothing under */
  gsize end;
  guint number;
  int form; /* -1: it stays as it is */
} Object;

/* A number of at most ten digits; @end: (out): what stands after it. */
static gboolean
read_number (const File *file, gsize at, gsize *number, gsize *end)
{
  *number = 0;

  for (*end = at; *end < file->size && *end < at + 10 && g_ascii_isdigit (file->data[*end]);
       (*end)++)
    *number = *number * 10 + (gsize) (file->data[*end] - '0');

  return *end > at;
}

static gboolean
skip_text (const File *file, gsize *at, const char *text)
{
  gsize length = strlen (text);

  if (*at + length > file->size || memcmp (file->data + *at, text, length) != 0)
    return FALSE;

  *at += length;

  return TRUE;
}

static gboolean
file_init (File *file, const GByteArray *pdf)
{
  static const char mark[] = "startxref\n";
  const gsize tail = 64;
  gsize at = pdf->len > tail ? pdf->len - tail : 0;
  gsize n_objects;

  *file = (File){ (const char *) pdf->data, pdf->len, 0, 0, NULL };

  const char *found =
    pdf->len > 0 ? memmem (file->data + at, file->size - at, mark, strlen (mark)) : NULL;

  if (found == NULL ||
      !read_number (file, (gsize) (found - file->data) + strlen (mark), &file->table, &at))
    return FALSE;

  at = file->table;

  if (!skip_text (file, &at, "xref\n0 ") || !read_number (file, at, &n_objects, &at) ||
      !skip_text (file, &at, "\n") || n_objects < 2 || n_objects > (file->size - at) / ENTRY_BYTES)
    return FALSE;

  file->n_objects = (guint) n_objects;
  file->entries = file->data + at;

  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Object *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Which room of ours an object is, -1: none. */
static int
find_form (const File *file, const Object *object)
{
  static const char box[] = "/BBox [ 0 0 ";
  static const char stream[] = "stream\n";
  const char *data = file->data + object->start;
  const gsize size = MIN (object->end - object->start, HEAD_BYTES);
  const char *end = g_strstr_len (data, (gssize) size, stream);
  const char *found = end != NULL ? g_strstr_len (data, end - data, box) : NULL;
  gsize width, height, at;

  if (found == NULL)
    return -1;

  at = (gsize) (found - file->data) + strlen (box);

  if (!read_number (file, at, &width, &at) || !skip_text (file, &at, " ") ||
      !read_number (file, at, &height, &at) || height != ROOM_HEIGHT || width < ROOM_WIDTH)
    return -1;

  return (int) (width - ROOM_WIDTH);
}

/* Cairo 1.16 takes a number for each link and lets the table say that it stands where the first
 * object does. */
static gboolean
read_object (const File *file, guint number, Object *object)
{
  gsize at = (gsize) (file->entries - file->data) + (gsize) number * ENTRY_BYTES;
  gsize named;

  object->number = number;

  if (!read_number (file, at, &object->start, &at) || !skip_text (file, &at, " 00000 n \n"))
    return FALSE;

  at = object->start;

  if (!read_number (file, at, &named, &at) || !skip_text (file, &at, " 0 obj"))
    return FALSE;

  if (named != number)
    object->start = NOWHERE;

  return TRUE;
}

/* (nullable): all objects in the order of the file, if each form is one of them; those that were
 * not written come after the @n_written */
static Object *
list_objects (const StreekPdfForms *forms, const File *file, guint *n_written)
{
  guint n = file->n_objects - 1;
  g_autofree Object *objects = g_new (Object, n);
  guint n_forms = 0;

  for (guint i = 0; i < n; i++)
    if (!read_object (file, i + 1, &objects[i]))
      return NULL;

  qsort (objects, n, sizeof *objects, compare_starts);
  while (n > 0 && objects[n - 1].start == NOWHERE)
    n--;
  *n_written = n;

  for (guint i = 0; i < n; i++)
    {
      objects[i].end = i + 1 < n ? objects[i + 1].start : file->table;

      if (objects[i].end <= objects[i].start || objects[i].end > file->table)
        return NULL;

      objects[i].form = find_form (file, &objects[i]);

      if (objects[i].form >= (int) forms->objects->len)
        return NULL;

      n_forms += objects[i].form >= 0;
    }

  return n > 0 && n_forms == forms->objects->len ? g_steal_pointer (&objects) : NULL;
}

static void
append_object (const StreekPdfForms *forms, const File *file, const Object *object, GByteArray *to)
{
  if (object->form < 0)
    {
      g_byte_array_append (to, (const guint8 *) file->data + object->start,
                           (guint) (object->end - object->start));
      return;
    }

  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", object->number);
  gsize size;
  const guint8 *form = g_bytes_get_data (forms->objects->pdata[object->form], &size);

  g_byte_array_append (to, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (to, form, (guint) size);
}

static void
append_table (const File *file, const gsize *starts, GByteArray *to)
{
  const gsize table = to->len;
  const char *trailer = file->entries + (gsize) file->n_objects * ENTRY_BYTES;
  const char *end = memmem (trailer, file->size - (gsize) (trailer - file->data), "startxref", 9);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "xref\n0 %u\n", file->n_objects);
  g_string_append_len (text, file->entries, ENTRY_BYTES); /* of the free ones */

  for (guint i = 1; i < file->n_objects; i++)
    g_string_append_printf (text,
                            starts[i] > 0 ? "%010" G_GSIZE_FORMAT " 00000 n \n"
                                          : "%010" G_GSIZE_FORMAT " 65535 f \n",
                            starts[i]);

  g_string_append_len (text, trailer, end - trailer);
  g_string_append_printf (text, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
  g_byte_array_append (to, (const guint8 *) text->str, (guint) text->len);
  g_string_free (text, TRUE);
}

/**
 * streek_pdf_forms_fill_in:
 * @forms: what was drawn
 * @pdf: the file that Cairo made meanwhile
 *
 * Returns: (transfer full) (nullable): the file with the areas in it; %NULL where it does not look
 *   as Cairo is known to write it
 */
GBytes *
streek_pdf_forms_fill_in (StreekPdfForms *forms, const GByteArray *pdf)
{
  File file;

  if (!file_init (&file, pdf))
    return NULL;

  guint n_written;
  g_autofree Object *objects = list_objects (forms, &file, &n_written);

  if (objects == NULL)
    return NULL;

  GByteArray *filled = g_byte_array_new ();
  g_autofree gsize *starts = g_new0 (gsize, file.n_objects);

  g_byte_array_append (filled, pdf->data, (guint) objects[0].start);

  for (guint i = 0; i < n_written; i++)
    {
      starts[objects[i].number] = filled->len;
      append_object (forms, &file, &objects[i], filled);
    }

  append_table (&file, starts, filled);

  return g_byte_array_free_to_bytes (filled);
}
