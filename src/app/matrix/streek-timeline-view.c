/* streek-timeline-view.c: a timeline in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matrix/streek-timeline-view.h"

struct _StreekTimelineView
{
  StreekGridView parent_instance;
};

G_DEFINE_FINAL_TYPE (StreekTimelineView, streek_timeline_view, STREEK_TYPE_GRID_VIEW)

static GPtrArray *
make_pages (gpointer data, const StreekPaper *paper, GCancellable *cancellable, GError **error)
{
  StreekSheetWords words = { .title = (char *) streek_timeline_get_title (data) };
  StreekSheet sheet = streek_paper_make_sheet (paper, &words);

  return streek_timeline_layout_pages (data, &sheet, paper->grey, error);
}

static StreekTable *
lend_table (gpointer data, GCancellable *cancellable, GError **error)
{
  return streek_table_ref (streek_timeline_get_table (data));
}

StreekPrintout *
streek_printout_new_timeline (StreekTimeline *timeline)
{
  g_return_val_if_fail (timeline != NULL, NULL);

  return streek_printout_new (streek_timeline_get_title (timeline), make_pages, lend_table,
                              streek_timeline_ref (timeline),
                              (GDestroyNotify) streek_timeline_unref);
}

static gpointer
ref_timeline (gpointer figure)
{
  return streek_timeline_ref (figure);
}

static void
unref_timeline (gpointer figure)
{
  streek_timeline_unref (figure);
}

static const char *
get_title (gconstpointer figure)
{
  return streek_timeline_get_title (figure);
}

static char *
dup_description (gconstpointer figure)
{
  g_autofree char *words = streek_timeline_dup_description (figure, streek_format_get_default ());
  g_autofree char *notes = g_strjoinv (" ", (GStrv) streek_timeline_get_notes (figure));

  return g_strchomp (g_strdup_printf ("%s %s", words, notes));
}

static StreekGridDrawing *
lay_out (gconstpointer figure, const StreekGridOptions *options)
{
  return streek_timeline_layout (figure, options);
}

static char *
describe (gconstpointer figure, const StreekGridSpot *spot)
{
  return streek_timeline_describe (figure, spot->row, spot->column, streek_format_get_default ());
}

static const char *
get_row_id (gconstpointer figure, const StreekGridSpot *spot)
{
  return streek_timeline_get_row_id (figure, (guint) spot->row);
}

static const char *
get_column_id (gconstpointer figure, const StreekGridSpot *spot)
{
  return NULL;
}

static const char *
get_item_id (gconstpointer figure, const StreekGridSpot *spot)
{
  return streek_timeline_get_milestone_id (figure, (guint) spot->row, spot->column);
}

static StreekPrintout *
dup_printout (gconstpointer figure)
{
  return streek_printout_new_timeline ((StreekTimeline *) figure);
}

static void
streek_timeline_view_class_init (StreekTimelineViewClass *klass)
{
  StreekGridViewClass *view_class = STREEK_GRID_VIEW_CLASS (klass);

  view_class->ref_figure = ref_timeline;
  view_class->unref_figure = unref_timeline;
  view_class->get_title = get_title;
  view_class->dup_description = dup_description;
  view_class->lay_out = lay_out;
  view_class->describe = describe;
  view_class->get_row_id = get_row_id;
  view_class->get_column_id = get_column_id;
  view_class->get_item_id = get_item_id;
  view_class->dup_printout = dup_printout;
}

static void
streek_timeline_view_init (StreekTimelineView *self)
{
}

GtkWidget *
streek_timeline_view_new (void)
{
  return g_object_new (STREEK_TYPE_TIMELINE_VIEW, NULL);
}

void
streek_timeline_view_set_timeline (StreekTimelineView *self, StreekTimeline *timeline)
{
  streek_grid_view_set_figure (STREEK_GRID_VIEW (self), timeline);
}
