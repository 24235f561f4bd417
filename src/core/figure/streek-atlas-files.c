/* streek-atlas-files.c: the pages of an atlas as one document or as a file each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-file.h"
#include "draw/streek-output.h"
#include "figure/streek-atlas-files.h"
#include "figure/streek-atlas-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Pages that are laid out ahead of the one that is drawn: many would fill the memory. */
#define AHEAD 16
#define MAX_THREADS 4
#define PICTURE_DPI 200
/* Longer names are refused by some file systems, with what is added to them. */
#define MAX_NAME_BYTES 120

/* Pages laid out by some threads and taken by one, in their order. */
typedef struct
{
  StreekAtlasPages *pages;
  guint n;
  GThreadPool *pool;
  GMutex lock;
  GCond made;
  StreekScene **scenes; /* (array length=n): NULL: not made yet, or taken */
  GError **errors;      /* (array length=n) */
  guint n_pushed;
  guint n_taken;
  const StreekPdfOverlay *overlay; /* (nullable) */
  StreekAtlasProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Press;

static void
make_page_cb (gpointer task, gpointer user_data)
{
  Press *self = user_data;
  guint page = GPOINTER_TO_UINT (task) - 1;
  GError *error = NULL;
  StreekScene *scene = g_cancellable_set_error_if_cancelled (self->cancellable, &error)
                         ? NULL
                         : streek_atlas_pages_layout (self->pages, page, &error);

  g_mutex_lock (&self->lock);
  self->scenes[page] = scene;
  self->errors[page] = error;
  g_cond_broadcast (&self->made);
  g_mutex_unlock (&self->lock);
}

static void
press_init (Press *self, StreekAtlasPages *pages, GCancellable *cancellable)
{
  int n_threads = (int) CLAMP (g_get_num_processors (), 1, MAX_THREADS);

  *self = (Press){ .pages = pages, .cancellable = cancellable };
  self->n = streek_atlas_pages_get_n (pages);
  self->scenes = g_new0 (StreekScene *, self->n);
  self->errors = g_new0 (GError *, self->n);
  g_mutex_init (&self->lock);
  g_cond_init (&self->made);
  self->pool = g_thread_pool_new (make_page_cb, self, n_threads, FALSE, NULL);
}

static void
press_clear (Press *self)
{
  g_thread_pool_free (self->pool, TRUE, TRUE);

  for (guint i = 0; i < self->n; i++)
    {
      g_clear_pointer (&self->scenes[i], streek_scene_unref);
      g_clear_error (&self->errors[i]);
    }

  g_free (self->scenes);
  g_free (self->errors);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->made);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Press, press_clear)

/* (transfer full): a page, when it is there. Those after it are begun. A document that is drawn
 * once more begins at its first page again. */
static StreekScene *
take_page (guint page, gpointer data, GError **error)
{
  Press *self = data;

  if (page < self->n_taken)
    return streek_atlas_pages_layout (self->pages, page, error);

  for (; self->n_pushed < MIN (page + AHEAD, self->n); self->n_pushed++)
    g_thread_pool_push (self->pool, GUINT_TO_POINTER (self->n_pushed + 1), NULL);

  g_mutex_lock (&self->lock);
  while (self->scenes[page] == NULL && self->errors[page] == NULL)
    g_cond_wait (&self->made, &self->lock);

  StreekScene *scene = g_steal_pointer (&self->scenes[page]);
  GError *fault = g_steal_pointer (&self->errors[page]);

  g_mutex_unlock (&self->lock);
  self->n_taken = page + 1;

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return NULL;
    }

  if (self->progress != NULL)
    self->progress (self->n_taken, self->n, self->progress_data);

  return scene;
}

/* Names */

/* Without what some file system refuses, and never hidden. */
static char *
dup_safe_name (const char *name)
{
  GString *text = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gboolean is_refused = g_unichar_iscntrl (letter) ||
                            (letter < 128 && strchr ("/\\:*?\"<>|", (int) letter) != NULL);

      if (text->len + 6 > MAX_NAME_BYTES)
        break;

      if (is_refused || (letter == '.' && text->len == 0))
        g_string_append_c (text, '-');
      else
        g_string_append_unichar (text, letter);
    }

  while (text->len > 0 && strchr (" .", text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);

  if (text->len == 0)
    g_string_append_c (text, '-');

  return g_string_free (text, FALSE);
}

/* What names have in common where a file system does not tell A from a. */
static char *
dup_key (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}

static const char *
get_code (const StreekAtlasPlace *place)
{
  const char *colon = strchr (place->ref, ':');

  return colon != NULL ? colon + 1 : place->ref;
}

static gboolean
is_one_of_many (const StreekAtlas *atlas, guint area)
{
  g_autofree char *own = dup_key (atlas->places[area].name);

  for (guint i = 0; i < atlas->n_places; i++)
    {
      g_autofree char *other = dup_key (atlas->places[i].name);

      if (i != area && strcmp (own, other) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "Kortrijk", or "Nieuwerkerken-71045" where another area has that name too. */
static char *
dup_area_name (const StreekAtlas *atlas, guint area)
{
  const StreekAtlasPlace *place = &atlas->places[area];

  if (!is_one_of_many (atlas, area))
    return dup_safe_name (place->name);

  g_autofree char *name = g_strdup_printf ("%s-%s", place->name, get_code (place));

  return dup_safe_name (name);
}

/* Without its ending. @part: which page of those that have the name */
static char *
dup_base_name (const StreekAtlasPages *pages, guint page, guint part)
{
  const StreekAtlas *atlas = streek_atlas_pages_get_atlas (pages);
  int area = streek_atlas_pages_get_area (pages, page);
  g_autofree char *name = area >= 0 ? dup_area_name (atlas, (guint) area)
                                    : dup_safe_name (streek_atlas_get_title (atlas));

  return part > 0 ? g_strdup_printf ("%s-%u", name, part + 1) : g_steal_pointer (&name);
}

/* Which page of an area, or of the list, it is. */
static guint
count_before (const StreekAtlasPages *pages, guint page)
{
  guint n = 0;

  while (n < page && streek_atlas_pages_get_area (pages, page - n - 1) ==
                       streek_atlas_pages_get_area (pages, page))
    n++;

  return n;
}

/**
 * streek_atlas_list_files:
 * @form: as for streek_atlas_write()
 * @path: of the document, or of the folder
 *
 * Returns: (transfer full) (element-type filename): paths in the order of the pages
 */
GPtrArray *
streek_atlas_list_files (const StreekAtlasPages *pages, StreekAtlasForm form, const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  if (form == STREEK_ATLAS_ONE_PDF)
    {
      g_ptr_array_add (files, g_strdup (path));
      return files;
    }

  for (guint page = 0; page < streek_atlas_pages_get_n (pages); page++)
    {
      guint part = count_before (pages, page);

      if (form == STREEK_ATLAS_PDF_EACH && part > 0)
        continue;

      g_autofree char *base = dup_base_name (pages, page, part);
      g_autofree char *name =
        g_strconcat (base, form == STREEK_ATLAS_PDF_EACH ? ".pdf" : ".png", NULL);

      g_ptr_array_add (files, g_build_filename (path, name, NULL));
    }

  return files;
}

/**
 * streek_atlas_list_existing:
 *
 * Returns: (transfer full) (element-type filename): files that would be written over
 */
GPtrArray *
streek_atlas_list_existing (const StreekAtlasPages *pages, StreekAtlasForm form, const char *path)
{
  GPtrArray *files = streek_atlas_list_files (pages, form, path);

  for (guint i = files->len; i-- > 0;)
    if (!g_file_test (files->pdata[i], G_FILE_TEST_EXISTS))
      g_ptr_array_remove_index (files, i);

  return files;
}

/* Writing */

static gboolean
write_one (Press *press, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes =
    streek_pages_to_pdf (take_page, press, press->n, press->overlay, error);

  return bytes != NULL && !g_cancellable_set_error_if_cancelled (press->cancellable, error) &&
         streek_file_write_atomically (path, bytes, error);
}

/* The pages of one area. */
typedef struct
{
  Press *press;
  guint first;
} Part;

static StreekScene *
take_page_of_part (guint page, gpointer data, GError **error)
{
  const Part *part = data;

  return take_page (part->first + page, part->press, error);
}

static gboolean
write_document (Press *press, guint first, guint n, const char *path, GError **error)
{
  Part part = { press, first };
  g_autoptr (GBytes) bytes =
    streek_pages_to_pdf (take_page_of_part, &part, n, press->overlay, error);

  return bytes != NULL && streek_file_write_atomically (path, bytes, error);
}

static gboolean
write_picture (Press *press, guint page, const char *path, GError **error)
{
  g_autoptr (StreekScene) scene = take_page (page, press, error);

  return scene != NULL && streek_scene_write_png (scene, PICTURE_DPI, path, error);
}

static gboolean
write_each (Press *press, StreekAtlasForm form, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) files = streek_atlas_list_files (press->pages, form, folder);
  guint page = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const char *path = files->pdata[i];
      guint n = 1;

      while (form == STREEK_ATLAS_PDF_EACH && page + n < press->n &&
             count_before (press->pages, page + n) > 0)
        n++;

      if (g_cancellable_set_error_if_cancelled (press->cancellable, error) ||
          !(form == STREEK_ATLAS_PDF_EACH ? write_document (press, page, n, path, error)
                                          : write_picture (press, page, path, error)))
        return FALSE;

      page += n;
    }

  return TRUE;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;

  int fault = errno;
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (fault),
               /* Translators: %1$s is a folder, %2$s what the system says */
               _ ("The folder “%1$s” could not be made: %2$s."), name, g_strerror (fault));

  return FALSE;
}

/**
 * streek_atlas_write:
 * @form: one document, or a file each
 * @path: of the document, or of the folder
 * @overlay: (nullable): drawn over each page of a PDF; a picture for a slide has none
 * @progress: (nullable): hears of every page
 * @cancellable: (nullable): to stop; files that were finished stay
 * @error: return location for a #StreekFigureError, #StreekDrawError or #GIOErrorEnum
 *
 * Lays pages out in some threads ahead of the one that is drawn. Files are written whole or not at
 * all, and written over: who does not want that asks streek_atlas_list_existing() first. The same
 * atlas gives the same bytes where SOURCE_DATE_EPOCH is set.
 *
 * Returns: whether everything was written
 */
gboolean
streek_atlas_write (StreekAtlasPages *pages,
                    StreekAtlasForm form,
                    const char *path,
                    const StreekPdfOverlay *overlay,
                    StreekAtlasProgressFunc progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (pages != NULL && path != NULL, FALSE);

  if (form != STREEK_ATLAS_ONE_PDF && !make_folder (path, error))
    return FALSE;

  g_auto (Press) press;

  press_init (&press, pages, cancellable);
  press.overlay = overlay;
  press.progress = progress;
  press.progress_data = data;

  return form == STREEK_ATLAS_ONE_PDF ? write_one (&press, path, error)
                                      : write_each (&press, form, path, error);
}
