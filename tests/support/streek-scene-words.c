/* streek-scene-words.c: how often words are on a page, and whether they lie over each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-scene-words.h"

#include "draw/streek-scene-private.h"

#include <string.h>

#define EDGE_PT 5.0

static gboolean
meet (StreekRect a, StreekRect b)
{
  const double beside = 1, below = 3; /* a line is higher than its letters */

  return a.x + beside < b.x + b.width && b.x + beside < a.x + a.width &&
         a.y + below < b.y + b.height && b.y + below < a.y + a.height;
}

/* (element-type StreekRect): of all words but those on a map */
static GArray *
list_words (const StreekScene *scene, GPtrArray *texts)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (StreekRect));
  guint depth = 0, map_depth = 0;

  for (guint i = 0; i < scene->n_marks; i++)
    {
      const StreekMark *mark = &scene->marks[i];

      if (mark->item == STREEK_ITEM_GROUP_START)
        {
          depth++;
          if (map_depth == 0 && g_strcmp0 (mark->group.id, "map") == 0)
            map_depth = depth;
        }
      else if (mark->item == STREEK_ITEM_GROUP_END)
        {
          if (map_depth == depth)
            map_depth = 0;
          depth--;
        }
      else if (mark->type == STREEK_MARK_TEXT && map_depth == 0)
        {
          g_array_append_val (boxes, mark->bounds);
          g_ptr_array_add (texts, (gpointer) streek_text_run_get_text (mark->text.run));
        }
    }

  return boxes;
}

guint
streek_scene_words_check (const StreekScene *scene)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) boxes = list_words (scene, texts);
  StreekSize size = streek_scene_get_size (scene);

  for (guint i = 0; i < boxes->len; i++)
    {
      StreekRect box = g_array_index (boxes, StreekRect, i);

      if (box.x < EDGE_PT || box.y < EDGE_PT || box.x + box.width > size.width - EDGE_PT ||
          box.y + box.height > size.height - EDGE_PT)
        g_test_fail_printf ("%s: “%s” leaves the page", streek_scene_get_title (scene),
                            (char *) texts->pdata[i]);

      for (guint j = i + 1; j < boxes->len; j++)
        if (meet (box, g_array_index (boxes, StreekRect, j)))
          g_test_fail_printf ("%s: “%s” lies over “%s”", streek_scene_get_title (scene),
                              (char *) texts->pdata[i], (char *) texts->pdata[j]);
    }

  return boxes->len;
}

guint
streek_scene_words_count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;

  return n;
}
