/* streek-portrait.c: one thing as people show it to others: facts, texts and tables under headings
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "table/streek-portrait.h"

#include <glib/gi18n-lib.h>

struct _StreekPortrait
{
  char *title;
  char *context;    /* (nullable) */
  GPtrArray *lines; /* StreekPortraitLine, owned */
};

static void
free_line (gpointer data)
{
  StreekPortraitLine *line = data;

  for (guint i = 0; i < line->n_cells; i++)
    g_free (line->cells[i]);

  streek_image_unref (line->image);
  streek_count_course_unref (line->course);
  g_free (line->place);
  g_free (line->cited);
  g_clear_pointer (&line->spans, g_array_unref);
  g_free (line);
}

/**
 * streek_portrait_new:
 *
 * Returns: (transfer full): one without a line
 */
StreekPortrait *
streek_portrait_new (const char *title, const char *context)
{
  g_return_val_if_fail (title != NULL, NULL);

  StreekPortrait *portrait = g_new0 (StreekPortrait, 1);

  portrait->title = g_strdup (title);
  portrait->context = g_strdup (context);
  portrait->lines = g_ptr_array_new_with_free_func (free_line);

  return portrait;
}

void
streek_portrait_free (StreekPortrait *portrait)
{
  if (portrait == NULL)
    return;

  g_free (portrait->title);
  g_free (portrait->context);
  g_ptr_array_unref (portrait->lines);
  g_free (portrait);
}

static StreekPortraitLine *
add_line (StreekPortrait *portrait,
          StreekPortraitType type,
          const char *const *cells,
          guint n_cells,
          char *place)
{
  StreekPortraitLine *line = g_new0 (StreekPortraitLine, 1);

  line->type = type;
  line->n_cells = MIN (n_cells, STREEK_PORTRAIT_MAX_CELLS);
  line->place = place;

  for (guint i = 0; i < line->n_cells; i++)
    line->cells[i] = g_strdup (cells[i] != NULL ? cells[i] : "");

  g_ptr_array_add (portrait->lines, line);

  return line;
}

static gboolean
says_nothing (const char *text)
{
  return text == NULL || *text == '\0';
}

void
streek_portrait_add_heading (StreekPortrait *portrait, guint level, const char *text, char *place)
{
  g_return_if_fail (portrait != NULL && text != NULL);

  add_line (portrait, STREEK_PORTRAIT_HEADING, &text, 1, place)->level = level;
}

void
streek_portrait_offer_part (StreekPortrait *portrait, const char *kind, guint field, gint64 owner)
{
  g_return_if_fail (portrait != NULL && portrait->lines->len > 0);

  StreekPortraitLine *line = portrait->lines->pdata[portrait->lines->len - 1];

  g_return_if_fail (line->type == STREEK_PORTRAIT_HEADING);

  line->part = (StreekPortraitPart){ kind, field, owner };
}

void
streek_portrait_add_text (StreekPortrait *portrait, const char *text)
{
  if (!says_nothing (text))
    add_line (portrait, STREEK_PORTRAIT_TEXT, &text, 1, NULL);
}

void
streek_portrait_add_fact (StreekPortrait *portrait, const char *label, const char *value)
{
  const char *const cells[] = { label, value };

  if (!says_nothing (value))
    add_line (portrait, STREEK_PORTRAIT_FACT, cells, 2, NULL);
}

void
streek_portrait_mark (StreekPortrait *portrait, GArray *spans)
{
  g_return_if_fail (portrait != NULL && portrait->lines->len > 0 && spans != NULL);

  StreekPortraitLine *line = portrait->lines->pdata[portrait->lines->len - 1];

  g_return_if_fail (line->type == STREEK_PORTRAIT_FACT);

  if (spans->len > 0)
    line->spans = g_array_ref (spans);
}

void
streek_portrait_cite (StreekPortrait *portrait, char *place)
{
  g_return_if_fail (portrait != NULL && portrait->lines->len > 0);

  StreekPortraitLine *line = portrait->lines->pdata[portrait->lines->len - 1];

  g_free (line->cited);
  line->cited = place;
}

void
streek_portrait_add_note (StreekPortrait *portrait, const char *text)
{
  if (!says_nothing (text))
    add_line (portrait, STREEK_PORTRAIT_NOTE, &text, 1, NULL);
}

void
streek_portrait_add_head (StreekPortrait *portrait,
                          const char *const *cells,
                          guint n_cells,
                          guint numbers)
{
  add_line (portrait, STREEK_PORTRAIT_HEAD, cells, n_cells, NULL)->numbers = numbers;
}

void
streek_portrait_add_row (StreekPortrait *portrait,
                         const char *const *cells,
                         guint n_cells,
                         char *place)
{
  add_line (portrait, STREEK_PORTRAIT_ROW, cells, n_cells, place);
}

void
streek_portrait_add_picture (StreekPortrait *portrait, const char *words, char *place)
{
  add_line (portrait, STREEK_PORTRAIT_PICTURE, &words, 1, place);
}

void
streek_portrait_add_course (StreekPortrait *portrait,
                            const char *label,
                            StreekCountCourse *course,
                            const char *words,
                            char *place)
{
  const char *const cells[] = { label, words };

  add_line (portrait, STREEK_PORTRAIT_COURSE, cells, 2, place)->course = course;
}

/**
 * streek_portrait_set_picture:
 * @line: a picture
 * @picture: (nullable): as it is drawn
 * @fault: (nullable): why it cannot be: a note in its place
 */
void
streek_portrait_set_picture (StreekPortrait *portrait,
                             guint line,
                             StreekImage *picture,
                             const char *fault)
{
  StreekPortraitLine *found = portrait->lines->pdata[line];

  g_return_if_fail (found->type == STREEK_PORTRAIT_PICTURE);

  streek_image_unref (found->image);
  found->image = picture != NULL ? streek_image_ref (picture) : NULL;

  if (picture != NULL)
    return;

  found->type = STREEK_PORTRAIT_NOTE;
  g_free (found->cells[0]);
  found->cells[0] = g_strdup (fault != NULL ? fault : "");
}

const char *
streek_portrait_get_title (const StreekPortrait *portrait)
{
  return portrait->title;
}

const char *
streek_portrait_get_context (const StreekPortrait *portrait)
{
  return portrait->context;
}

guint
streek_portrait_get_n_lines (const StreekPortrait *portrait)
{
  return portrait->lines->len;
}

const StreekPortraitLine *
streek_portrait_get_line (const StreekPortrait *portrait, guint line)
{
  g_return_val_if_fail (line < portrait->lines->len, NULL);

  return portrait->lines->pdata[line];
}

gboolean
streek_portrait_is_empty (const StreekPortrait *portrait, guint line)
{
  const StreekPortraitLine *heading = streek_portrait_get_line (portrait, line);

  for (guint i = line + 1; i < portrait->lines->len; i++)
    {
      const StreekPortraitLine *next = portrait->lines->pdata[i];

      if (next->type != STREEK_PORTRAIT_HEADING)
        return FALSE;
      if (next->level <= heading->level)
        return TRUE;
      if (!streek_portrait_is_empty (portrait, i))
        return FALSE;
    }

  return TRUE;
}

/* A table of a table: each cell under the name of its column. */
static void
add_cells (StreekTable *table,
           const char *const *headings,
           const StreekPortraitLine *head,
           const StreekPortraitLine *line)
{
  for (guint i = 0; i < line->n_cells; i++)
    {
      gboolean is_labelled =
        line->type == STREEK_PORTRAIT_FACT || line->type == STREEK_PORTRAIT_COURSE;
      const char *label = is_labelled                                         ? line->cells[0]
                          : line->type == STREEK_PORTRAIT_ROW && head != NULL ? head->cells[i]
                                                                              : "";

      if (says_nothing (line->cells[i]) || (is_labelled && i == 0))
        continue;

      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, headings[0]);
      streek_table_set_text (table, row, 1, headings[1]);
      streek_table_set_text (table, row, 2, label);
      streek_table_set_text (table, row, 3, line->cells[i]);
    }
}

StreekTable *
streek_portrait_make_table (const StreekPortrait *portrait)
{
  StreekTable *table = streek_table_new ();
  const char *headings[] = { "", "" };
  const StreekPortraitLine *head = NULL;

  streek_table_add_column (table, "heading", _ ("Heading"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "part", C_ ("portrait", "Part"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "label", C_ ("portrait", "What"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "text", _ ("Text"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < portrait->lines->len; i++)
    {
      const StreekPortraitLine *line = portrait->lines->pdata[i];

      if (line->type == STREEK_PORTRAIT_HEADING)
        {
          headings[line->level > 1] = line->cells[0];
          if (line->level <= 1)
            headings[1] = "";
        }
      else if (line->type == STREEK_PORTRAIT_HEAD)
        head = line;
      else
        add_cells (table, headings, head, line);
    }

  return table;
}
