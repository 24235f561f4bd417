/* streek-atlas-pages.c: which page of an atlas is what */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-sheet.h"

#include <glib/gi18n-lib.h>

/* What stands in notes beyond this share of a page goes on behind it. */
#define MAX_NOTES_SHARE 0.3

static void
clear_page (gpointer data)
{
  StreekAtlasPage *page = data;

  g_strfreev (page->notes);
}

static StreekAtlasPages *
streek_atlas_pages_new (StreekAtlas *atlas, const StreekLayoutOptions *options)
{
  StreekAtlasPages *self = g_new0 (StreekAtlasPages, 1);

  g_atomic_ref_count_init (&self->refs);
  self->atlas = streek_atlas_ref (atlas);
  self->options = *options;
  self->options.language = g_strdup (options->language);
  self->options.organisation = g_strdup (options->organisation);
  self->options.footer = g_strdup (options->footer);
  self->options.logo_path = g_strdup (options->logo_path);
  self->options.selected = NULL;
  self->options.hovered = -1;
  self->options.bare = FALSE;
  self->options.view = (StreekView){ 0 };
  self->pages = g_array_new (FALSE, TRUE, sizeof (StreekAtlasPage));
  g_array_set_clear_func (self->pages, clear_page);

  return self;
}

static void
streek_atlas_pages_free (StreekAtlasPages *self)
{
  streek_atlas_unref (self->atlas);
  g_free ((char *) self->options.language);
  g_free ((char *) self->options.organisation);
  g_free ((char *) self->options.footer);
  g_free ((char *) self->options.logo_path);
  g_array_unref (self->pages);
  g_free (self);
}

StreekAtlasPages *
streek_atlas_pages_ref (StreekAtlasPages *pages)
{
  g_atomic_ref_count_inc (&pages->refs);

  return pages;
}

void
streek_atlas_pages_unref (StreekAtlasPages *pages)
{
  if (g_atomic_ref_count_dec (&pages->refs))
    streek_atlas_pages_free (pages);
}

static const StreekAtlasPage *
get_page (const StreekAtlasPages *self, guint index)
{
  return &g_array_index (self->pages, StreekAtlasPage, index);
}

StreekAtlas *
streek_atlas_pages_get_atlas (const StreekAtlasPages *pages)
{
  return pages->atlas;
}

guint
streek_atlas_pages_get_n (const StreekAtlasPages *pages)
{
  return pages->pages->len;
}

int
streek_atlas_pages_get_area (const StreekAtlasPages *pages, guint page)
{
  g_return_val_if_fail (page < pages->pages->len, -1);

  return get_page (pages, page)->area;
}

guint
streek_atlas_pages_find_area (const StreekAtlasPages *pages, guint area)
{
  for (guint i = 0; i < pages->pages->len; i++)
    if (get_page (pages, i)->area == (int) area)
      return i;

  return 0;
}

static char *
dup_page_name (const StreekAtlas *atlas, const StreekAtlasPage *page)
{
  if (page->area < 0)
    return g_strdup (C_ ("atlas", "Contents"));

  const char *name = atlas->places[page->area].name;

  /* Translators: title of a page on which the notes of an area go on */
  return page->part > 0 ? g_strdup_printf (_ ("%s: notes"), name) : g_strdup (name);
}

char *
streek_atlas_pages_dup_name (const StreekAtlasPages *pages, guint page)
{
  g_return_val_if_fail (page < pages->pages->len, NULL);

  return dup_page_name (pages->atlas, get_page (pages, page));
}

static void
add_contents (StreekAtlasPages *self)
{
  guint n = self->atlas->n_places;

  for (guint entry = 0; self->atlas->spec->contents && entry < n;)
    {
      StreekAtlasPage page = { .area = -1, .first_entry = entry };
      g_auto (StreekAtlasSheet) sheet;

      streek_atlas_sheet_init (&sheet, self, &page);
      sheet.sheet.title = self->atlas->title;

      StreekRect content = streek_sheet_measure (&sheet.sheet, sheet.typesetter);
      guint next = streek_atlas_sheet_count_entries (&sheet, content);

      g_array_append_val (self->pages, page);
      entry = MAX (next, entry + 1);
    }
}

static GStrv
copy_notes (char **notes, guint n)
{
  GStrv copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (notes[i]);

  return copy;
}

static void
add_area (StreekAtlasPages *self, guint area)
{
  StreekAtlasPage page = { .area = (int) area };
  g_autofree char *name = dup_page_name (self->atlas, &page);
  g_auto (GStrv) all = streek_atlas_dup_notes (self->atlas, area, self->options.format);
  g_auto (StreekAtlasSheet) sheet;

  streek_atlas_sheet_init (&sheet, self, &page);
  sheet.sheet.title = name;

  StreekRect content = streek_sheet_measure (&sheet.sheet, sheet.typesetter), whole = content;
  g_auto (GStrv) notes = streek_atlas_sheet_pack_notes (&sheet, all, content.width);
  char **rest = notes;

  for (double height = whole.height * MAX_NOTES_SHARE; page.part == 0 || *rest != NULL;
       height = whole.height * 0.9)
    {
      guint n = streek_atlas_sheet_count_notes (&sheet, rest, content.width, height);

      page.notes = copy_notes (rest, n);
      sheet.sheet.notes = (const char *const *) page.notes;
      content = streek_sheet_measure (&sheet.sheet, sheet.typesetter);
      page.top = content.y;
      page.bottom = content.y + content.height;
      g_array_append_val (self->pages, page);
      rest += n;
      page.part++;
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Where the parts of nine pages in ten fit: a map that stays where it is can be leafed through, and
 * is in the document once. Pages with more to say than others have less room for it. */
static void
find_common_frame (StreekAtlasPages *self)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bottoms = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->pages->len; i++)
    {
      const StreekAtlasPage *page = get_page (self, i);

      if (page->area < 0 || page->part > 0)
        continue;

      g_array_append_val (tops, page->top);
      g_array_append_val (bottoms, page->bottom);
    }

  g_array_sort (tops, compare_doubles);
  g_array_sort (bottoms, compare_doubles);
  self->top = g_array_index (tops, double, (tops->len - 1) * 9 / 10);
  self->bottom = g_array_index (bottoms, double, bottoms->len / 10);
}

/**
 * streek_atlas_paginate:
 * @atlas: an atlas
 * @options: size, looks and words of every page
 * @is_apart: whether every area goes its own way: pages have no numbers then
 *
 * A page for each area, behind the list of them where that is asked; what must be said of an area
 * and leaves no room for its figures goes on behind its page.
 *
 * Returns: (transfer full): which page is what
 */
StreekAtlasPages *
streek_atlas_paginate (StreekAtlas *atlas, const StreekLayoutOptions *options, gboolean is_apart)
{
  g_return_val_if_fail (atlas != NULL && options != NULL && options->theme != NULL, NULL);

  g_autoptr (StreekAtlasPages) self = streek_atlas_pages_new (atlas, options);

  self->is_apart = is_apart;
  add_contents (self);
  for (guint area = 0; area < atlas->n_places; area++)
    add_area (self, area);
  find_common_frame (self);

  return g_steal_pointer (&self);
}

/**
 * streek_atlas_pages_layout:
 * @page: number of a page, from 0
 * @error: return location for %STREEK_FIGURE_ERROR_TOO_SMALL
 *
 * Any thread, any page.
 *
 * Returns: (transfer full): the page; the first one of an area and of the list has a bookmark
 */
StreekScene *
streek_atlas_pages_layout (const StreekAtlasPages *pages, guint page, GError **error)
{
  g_return_val_if_fail (page < pages->pages->len, NULL);

  const StreekAtlasPage *own = get_page (pages, page);
  g_autofree char *name = dup_page_name (pages->atlas, own);
  g_auto (StreekAtlasSheet) sheet;

  streek_atlas_sheet_init (&sheet, pages, own);
  sheet.sheet.title = own->area < 0 ? pages->atlas->title : name;

  StreekRect content =
    streek_sheet_begin (&sheet.sheet, sheet.builder, sheet.typesetter, page, pages->pages->len);

  if (own->part == 0 && own->first_entry == 0)
    streek_scene_builder_set_bookmark (sheet.builder, name);

  if (streek_atlas_sheet_draw (&sheet, content))
    return streek_scene_builder_end (g_steal_pointer (&sheet.builder));

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
               /* Translators: %s is the name of an area */
               _ ("There is no room for all this on the page of %s: choose fewer key figures, or "
                  "larger paper."),
               pages->atlas->places[MAX (own->area, 0)].name);

  return NULL;
}
