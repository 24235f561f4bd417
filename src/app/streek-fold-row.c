/* streek-fold-row.c: controls beside each other, in more than one row where there is no room */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-fold-row.h"

#define GAP 6 /* pixels, between controls and between rows */

struct _StreekFoldRow
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (StreekFoldRow, streek_fold_row, GTK_TYPE_WIDGET)

/* One control, and the room it gets. */
typedef struct
{
  GtkWidget *widget;
  GtkRequestedSize width; /* its minimum is what it gets in the end */
  guint row;
  int height;
} Part;

static GArray *
list_parts (StreekFoldRow *self)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Part part = { .widget = child, .width.data = child };

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &part.width.minimum_size,
                          &part.width.natural_size, NULL, NULL);
      g_array_append_val (parts, part);
    }

  return parts;
}

/* Of all of them in one row. */
static int
measure_natural (const GArray *parts)
{
  int width = 0;

  for (guint i = 0; i < parts->len; i++)
    width += g_array_index (parts, Part, i).width.natural_size + (i > 0 ? GAP : 0);

  return width;
}

/* How many parts of the row that begins at @first fit into @width, all as narrow as they can be. */
static guint
count_fitting (const GArray *parts, guint first, int width)
{
  int used = 0;
  guint n = 0;

  for (guint i = first; i < parts->len; i++, n++)
    {
      used += g_array_index (parts, Part, i).width.minimum_size + (n > 0 ? GAP : 0);
      if (used > width && n > 0)
        break;
    }

  return n;
}

static void
share_row (GArray *parts, guint first, guint n, int width)
{
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, n);
  int left = width - (int) (n - 1) * GAP;
  guint n_expanding = 0;

  for (guint i = 0; i < n; i++)
    {
      const Part *part = &g_array_index (parts, Part, first + i);

      sizes[i] = part->width;
      left -= part->width.minimum_size;
      n_expanding += gtk_widget_compute_expand (part->widget, GTK_ORIENTATION_HORIZONTAL);
    }

  left = gtk_distribute_natural_allocation (MAX (left, 0), n, sizes);

  for (guint i = 0; i < n; i++)
    {
      Part *part = &g_array_index (parts, Part, first + i);

      part->width.minimum_size = sizes[i].minimum_size;
      if (!gtk_widget_compute_expand (part->widget, GTK_ORIENTATION_HORIZONTAL))
        continue;

      int share = left / (int) n_expanding--;

      part->width.minimum_size += share;
      left -= share;
    }
}

/* Gives each part its row, width and height. */
static void
fold (GArray *parts, int width)
{
  guint row = 0;

  for (guint first = 0; first < parts->len; row++)
    {
      guint n = count_fitting (parts, first, width);

      share_row (parts, first, n, width);

      for (guint i = first; i < first + n; i++)
        {
          Part *part = &g_array_index (parts, Part, i);

          part->row = row;
          gtk_widget_measure (part->widget, GTK_ORIENTATION_VERTICAL, part->width.minimum_size,
                              &part->height, NULL, NULL, NULL);
        }

      first += n;
    }
}

/* Of the row that begins at @first; @n: (out): how many parts it has */
static int
measure_row (const GArray *parts, guint first, guint *n)
{
  guint row = g_array_index (parts, Part, first).row;
  int height = 0;

  for (*n = 0; first + *n < parts->len && g_array_index (parts, Part, first + *n).row == row; ++*n)
    height = MAX (height, g_array_index (parts, Part, first + *n).height);

  return height;
}

static int
measure_rows (const GArray *parts)
{
  int height = 0;

  for (guint first = 0, n; first < parts->len; first += n)
    height += measure_row (parts, first, &n) + (first > 0 ? GAP : 0);

  return height;
}

static GtkSizeRequestMode
streek_fold_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
streek_fold_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  g_autoptr (GArray) parts = list_parts (STREEK_FOLD_ROW (widget));

  *minimum = *natural = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      fold (parts, for_size >= 0 ? for_size : measure_natural (parts));
      *minimum = *natural = measure_rows (parts);
      return;
    }

  for (guint i = 0; i < parts->len; i++)
    *minimum = MAX (*minimum, g_array_index (parts, Part, i).width.minimum_size);

  *natural = measure_natural (parts);
}

static void
streek_fold_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_autoptr (GArray) parts = list_parts (STREEK_FOLD_ROW (widget));
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  fold (parts, width);

  for (guint first = 0, n; first < parts->len; first += n)
    {
      int row_height = measure_row (parts, first, &n), x = 0;

      for (guint i = first; i < first + n; i++)
        {
          const Part *part = &g_array_index (parts, Part, i);
          int part_width = part->width.minimum_size;

          gtk_widget_size_allocate (
            part->widget,
            &(GtkAllocation){ is_mirrored ? width - x - part_width : x, y, part_width, row_height },
            -1);
          x += part_width + GAP;
        }

      y += row_height + GAP;
    }
}

static void
streek_fold_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_fold_row_parent_class)->dispose (object);
}

static void
streek_fold_row_class_init (StreekFoldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_fold_row_dispose;
  widget_class->get_request_mode = streek_fold_row_get_request_mode;
  widget_class->measure = streek_fold_row_measure;
  widget_class->size_allocate = streek_fold_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "foldrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
streek_fold_row_init (StreekFoldRow *self)
{
}

GtkWidget *
streek_fold_row_new (void)
{
  return g_object_new (STREEK_TYPE_FOLD_ROW, NULL);
}

void
streek_fold_row_append (StreekFoldRow *self, GtkWidget *child)
{
  g_return_if_fail (STREEK_IS_FOLD_ROW (self) && GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
