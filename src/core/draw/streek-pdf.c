/* streek-pdf.c: scenes as the pages of a PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-clock.h"
#include "base/streek-file.h"
#include "draw/streek-cairo-private.h"
#include "draw/streek-cairo.h"
#include "draw/streek-output.h"
#include "draw/streek-pdf-lines.h"
#include "draw/streek-scene-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text)
{
  if (text != NULL)
    cairo_pdf_surface_set_metadata (surface, key, text);
}

/* No author: the file says what it shows, not who sat at the desk. */
static void
describe_document (cairo_surface_t *surface, const StreekScene *scene)
{
  g_autoptr (GDateTime) date = streek_clock_now ();
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, scene->title);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, scene->description);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, scene->keywords);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Streekatlas " STREEK_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
}

/* Areas are drawn by Cairo where there are no @forms. */
static void
draw_scene (cairo_t *cr, const StreekScene *scene, StreekPdfForms *forms)
{
  streek_cairo_prepare (cr);

  for (guint i = 0; i < scene->n_marks; i++)
    {
      const StreekMark *mark = &scene->marks[i];
      guint n_lines =
        forms != NULL ? streek_pdf_lines_draw (forms, cr, mark, scene->n_marks - i) : 0;

      if (n_lines > 0)
        i += n_lines - 1;
      else if (forms != NULL && mark->item == STREEK_ITEM_MARK && mark->type == STREEK_MARK_AREAS)
        streek_pdf_forms_draw_areas (forms, cr, mark->areas);
      else if (forms != NULL && mark->item == STREEK_ITEM_MARK && mark->type == STREEK_MARK_TEXT &&
               streek_stroke_is_visible (&mark->stroke))
        {
          streek_pdf_forms_draw_halo (forms, cr, mark);
          streek_cairo_draw_letters (cr, mark);
        }
      else
        streek_cairo_draw_mark (cr, mark);
    }
}

/* By name, because the page is not there yet. */
static void
add_links (cairo_t *cr, const StreekScene *scene)
{
  for (guint i = 0; i < scene->links->len; i++)
    {
      const StreekPageLink *link = &g_array_index (scene->links, StreekPageLink, i);
      const StreekRect *rect = &link->rect;
      char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = g_strdup_printf (
        "rect=[%s %s %s %s] dest='page-%u'",
        g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", rect->x),
        g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", rect->y),
        g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", rect->width),
        g_ascii_formatd (numbers[3], sizeof numbers[3], "%.2f", rect->height), link->page + 1);

      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}

/* What is in the list of pages is what others lead to. */
static void
add_destination (cairo_t *cr, const StreekScene *scene, guint page)
{
  if (scene->bookmark == NULL)
    return;

  g_autofree char *attributes = g_strdup_printf ("name='page-%u' x=0 y=0", page + 1);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

static void
draw_page (cairo_surface_t *surface,
           const StreekScene *scene,
           guint page,
           const StreekPdfOverlay *overlay,
           StreekPdfForms *forms)
{
  cairo_pdf_surface_set_size (surface, scene->size.width, scene->size.height);

  g_autoptr (cairo_t) cr = cairo_create (surface);

  add_destination (cr, scene, page);
  draw_scene (cr, scene, forms);
  if (overlay != NULL)
    overlay->draw (cr, scene->size, overlay->data);
  add_links (cr, scene);
  cairo_show_page (cr);
}

static void
add_bookmark (cairo_surface_t *surface, const StreekScene *scene, guint page)
{
  if (scene->bookmark == NULL)
    return;

  g_autofree char *target = g_strdup_printf ("page=%u", page + 1);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, scene->bookmark, target, 0);
}

static gboolean
draw_pages (cairo_surface_t *surface,
            StreekSceneFunc get_page,
            gpointer data,
            guint n_pages,
            const StreekPdfOverlay *overlay,
            StreekPdfForms *forms,
            GError **error)
{
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (StreekScene) scene = get_page (i, data, error);

      if (scene == NULL)
        return FALSE;

      if (i == 0)
        describe_document (surface, scene);

      draw_page (surface, scene, i, overlay, forms);
      add_bookmark (surface, scene, i);
    }

  return TRUE;
}

/* The older form of a PDF has the table of its objects in plain text. */
static GByteArray *
draw_document (StreekSceneFunc get_page,
               gpointer data,
               guint n_pages,
               const StreekPdfOverlay *overlay,
               StreekPdfForms *forms,
               GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface =
    cairo_pdf_surface_create_for_stream (append_bytes, bytes, 1, 1);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);

  gboolean has_all = draw_pages (surface, get_page, data, n_pages, overlay, forms, error);

  cairo_surface_finish (surface);

  if (!has_all)
    return NULL;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, STREEK_DRAW_ERROR, STREEK_DRAW_ERROR_FAILED,
                   /* Translators: %s is what the drawing library says, in English. */
                   _ ("The PDF could not be drawn: %s."),
                   cairo_status_to_string (cairo_surface_status (surface)));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/**
 * streek_pages_to_pdf:
 * @get_page: makes a page, in their order; from the first one again where the document has to be
 *   drawn once more
 * @data: for @get_page
 * @n_pages: at least 1; the first one names the document
 * @overlay: (nullable): drawn over each page
 * @error: return location for a #StreekDrawError, or what @get_page says
 *
 * As streek_scenes_to_pdf(), for so many pages that they cannot all be there at once.
 *
 * Returns: (transfer full): the whole document, or %NULL with @error set
 */
GBytes *
streek_pages_to_pdf (StreekSceneFunc get_page,
                     gpointer data,
                     guint n_pages,
                     const StreekPdfOverlay *overlay,
                     GError **error)
{
  g_return_val_if_fail (get_page != NULL && n_pages > 0, NULL);

  g_autoptr (StreekPdfForms) forms = streek_pdf_forms_new ();
  g_autoptr (GByteArray) drawn = draw_document (get_page, data, n_pages, overlay, forms, error);
  GBytes *filled = drawn != NULL ? streek_pdf_forms_fill_in (forms, drawn) : NULL;

  if (drawn == NULL || filled != NULL)
    return filled;

  GByteArray *plain = draw_document (get_page, data, n_pages, overlay, NULL, error);

  return plain != NULL ? g_byte_array_free_to_bytes (plain) : NULL;
}

static StreekScene *
get_scene (guint page, gpointer data, GError **error)
{
  StreekScene *const *scenes = data;

  return streek_scene_ref (scenes[page]);
}

/**
 * streek_scenes_to_pdf:
 * @scenes: (array length=n_scenes): one page each, each in its own size
 * @n_scenes: at least 1; the first one names the document
 * @error: return location for a #StreekDrawError
 *
 * Vectors, embedded fonts and selectable text; pages that have a bookmark are listed beside them.
 * The same scenes give the same bytes where SOURCE_DATE_EPOCH is set; else the creation date is
 * now.
 *
 * Returns: (transfer full): the whole document, or %NULL with @error set
 */
GBytes *
streek_scenes_to_pdf (StreekScene *const *scenes, guint n_scenes, GError **error)
{
  return streek_pages_to_pdf (get_scene, (gpointer) scenes, n_scenes, NULL, error);
}

/**
 * streek_scene_write_pdf:
 * @scenes: (array length=n_scenes): one page each
 * @path: where; an existing file is replaced at once or not at all
 * @error: return location for a #StreekDrawError or #GIOErrorEnum
 */
gboolean
streek_scene_write_pdf (StreekScene *const *scenes,
                        guint n_scenes,
                        const char *path,
                        GError **error)
{
  g_autoptr (GBytes) bytes = streek_scenes_to_pdf (scenes, n_scenes, error);

  return bytes != NULL && streek_file_write_atomically (path, bytes, error);
}
