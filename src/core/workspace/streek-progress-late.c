/* streek-progress-late.c: what came in of a period when its report was frozen already */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-late.h"

/* A line of a report, and of what it is. */
typedef struct
{
  const StreekProgressRow *row;
  const StreekProgressLine *line;
} Said;

/* What happens on a day; where something stands is known again at each end. */
static gboolean
happens (const StreekProgressLine *line)
{
  return line->day != STREEK_DATE_NONE &&
         (line->what == STREEK_PROGRESS_UPDATE || line->what == STREEK_PROGRESS_CHANGE ||
          line->what == STREEK_PROGRESS_MILESTONE || line->what == STREEK_PROGRESS_HELD);
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* (transfer full): the same where two lines say the same of the same. What can be filled in or
 * explained later (how many were there, why) makes no other line. */
static char *
make_key (const StreekProgressRow *row, const StreekProgressLine *line)
{
  return g_strdup_printf ("%s\x1f%u\x1f%d\x1f%s\x1f%s\x1f%s", row->subject, (guint) line->what,
                          (int) line->day, or_nothing (line->part), or_nothing (line->text),
                          or_nothing (line->old_text));
}

static void
index_lines (GHashTable *keys, const StreekProgressContent *content)
{
  for (guint i = 0; i < content->rows->len; i++)
    {
      const StreekProgressRow *row = content->rows->pdata[i];

      for (guint j = 0; j < row->lines->len; j++)
        {
          const StreekProgressLine *line = &g_array_index (row->lines, StreekProgressLine, j);

          if (happens (line))
            g_hash_table_add (keys, make_key (row, line));
        }
    }
}

/* Those that were told, and are not said of the same any more. */
static GArray *
list_gone (const GPtrArray *told, const StreekProgressContent *now)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (Said));

  index_lines (seen, now);

  for (guint i = 0; i < told->len; i++)
    {
      const StreekProgressContent *content = told->pdata[i];

      for (guint j = 0; j < content->rows->len; j++)
        {
          const StreekProgressRow *row = content->rows->pdata[j];

          for (guint k = 0; k < row->lines->len; k++)
            {
              Said said = { row, &g_array_index (row->lines, StreekProgressLine, k) };

              /* once, however many reports told it */
              if (happens (said.line) && g_hash_table_add (seen, make_key (row, said.line)))
                g_array_append_val (gone, said);
            }
        }
    }

  return gone;
}

static gboolean
are_same (const char *a, const char *b)
{
  return g_str_equal (or_nothing (a), or_nothing (b));
}

/* One that has gone is this one: it moved to another action, or its part has another name; or it is
 * an event or a milestone that is called or dated otherwise. */
static gboolean
is_it (const Said *gone, const StreekProgressRow *row, const StreekProgressLine *line)
{
  gboolean is_same_day = gone->line->day == line->day;
  gboolean is_same_text = are_same (gone->line->text, line->text);
  gboolean can_be_renamed =
    line->what == STREEK_PROGRESS_MILESTONE || line->what == STREEK_PROGRESS_HELD;

  if (gone->line->what != line->what)
    return FALSE;
  if (is_same_day && is_same_text && are_same (gone->line->old_text, line->old_text))
    return TRUE;

  return can_be_renamed && g_str_equal (gone->row->subject, row->subject) &&
         (is_same_day || is_same_text);
}

/* Each stands for one at most. */
static gboolean
take_gone (GArray *gone, const StreekProgressRow *row, const StreekProgressLine *line)
{
  for (guint i = 0; i < gone->len; i++)
    if (is_it (&g_array_index (gone, Said, i), row, line))
      {
        g_array_remove_index (gone, i);
        return TRUE;
      }

  return FALSE;
}

static gboolean
has_update (const GArray *lines, const StreekProgressLine *state)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const StreekProgressLine *line = &g_array_index (lines, StreekProgressLine, i);

      if (line->what == STREEK_PROGRESS_UPDATE && line->day == state->day &&
          are_same (line->part, state->part))
        return TRUE;
    }

  return FALSE;
}

static void
append_copy (GArray *lines, const StreekProgressLine *line)
{
  StreekProgressLine copy = streek_progress_line_copy (line);

  g_array_append_val (lines, copy);
}

/* Returns: (transfer full): what came late, and where it stood if that came late too */
static GArray *
list_late (const StreekProgressRow *row, GHashTable *known, GArray *gone)
{
  GArray *late = streek_progress_lines_new ();

  for (guint i = 0; i < row->lines->len; i++)
    {
      const StreekProgressLine *line = &g_array_index (row->lines, StreekProgressLine, i);
      g_autofree char *key = make_key (row, line);

      if (happens (line) && !g_hash_table_contains (known, key) && !take_gone (gone, row, line))
        append_copy (late, line);
    }

  for (guint i = 0; i < row->lines->len; i++)
    {
      const StreekProgressLine *line = &g_array_index (row->lines, StreekProgressLine, i);

      if (line->what == STREEK_PROGRESS_STATE && has_update (late, line))
        append_copy (late, line);
    }

  return late;
}

static guint
find_silent (const StreekProgressContent *content)
{
  guint at = 0;

  while (at < content->rows->len &&
         ((StreekProgressRow *) content->rows->pdata[at])->section != STREEK_PROGRESS_SILENT)
    at++;

  return at;
}

void
streek_progress_content_take_late (StreekProgressContent *content,
                                   const StreekProgressContent *now,
                                   const GPtrArray *told)
{
  g_return_if_fail (content != NULL && now != NULL && told != NULL);

  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) gone = list_gone (told, now);
  guint at = find_silent (content);

  for (guint i = 0; i < told->len; i++)
    index_lines (known, told->pdata[i]);

  for (guint i = 0; i < now->rows->len; i++)
    {
      const StreekProgressRow *row = now->rows->pdata[i];
      GArray *late = list_late (row, known, gone);

      if (late->len == 0)
        {
          g_array_unref (late);
          continue;
        }

      /* one head stands over all of them: of a body each says of which plan it is */
      streek_progress_content_add_row (content, row->section,
                                       content->of.body != 0 ? row->chapter : NULL, row->subject,
                                       row->title, late)
        ->is_late = TRUE;
      g_ptr_array_insert (content->rows, (int) at++,
                          g_ptr_array_steal_index (content->rows, content->rows->len - 1));
    }
}
