/* streek-portrait-view.c: a portrait to be read, with a way to change each of its parts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "projects/streek-portrait-view.h"

#include "charts/streek-trend-line.h"
#include "figure/streek-count-spark.h"
#include "record/streek-cited-opener.h"
#include "record/streek-record-window.h"
#include "streek-marked-label.h"
#include "streek-row-button.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH_PX 860
#define PICTURE_HEIGHT_PX 64
/* In lines of text, with which it grows. */
#define COURSE_WIDTH 9
#define COURSE_HEIGHT 2.2

struct _StreekPortraitView
{
  AdwBin parent_instance;

  GtkBox *box;
  StreekRecordBook *book;
};

G_DEFINE_FINAL_TYPE (StreekPortraitView, streek_portrait_view, ADW_TYPE_BIN)

/* What is being filled: facts and tables that follow each other share a grid. */
typedef struct
{
  StreekPortraitView *self;
  GtkBox *box;
  GtkGrid *grid; /* (nullable) */
  gboolean is_table;
  guint numbers;
  int row;
} Filling;

/* Opening */

/* "strand:12" */
static const StreekRecordKind *
parse_place (const char *place, gint64 *id)
{
  const char *colon = strchr (place, ':');
  g_autofree char *name = colon != NULL ? g_strndup (place, (gsize) (colon - place)) : NULL;

  *id = colon != NULL ? g_ascii_strtoll (colon + 1, NULL, 10) : 0;

  return name != NULL ? streek_record_kinds_find (name) : NULL;
}

static void
open_place (StreekPortraitView *self, const char *place)
{
  gint64 id;
  const StreekRecordKind *kind = parse_place (place, &id);

  if (kind != NULL)
    streek_record_open (GTK_WIDGET (self), streek_record_book_get_context (self->book), kind, id);
}

/* What is read on a page of its own opens there; its pencil opens the form. */
static gboolean
on_link_cb (StreekPortraitView *self, const char *place)
{
  gint64 id;
  const StreekRecordKind *kind = parse_place (place, &id);
  g_autofree char *action = kind != NULL ? g_strconcat ("projects.", kind->id, NULL) : NULL;

  if (action == NULL || !gtk_widget_activate_action (GTK_WIDGET (self), action, "x", id))
    open_place (self, place);

  return TRUE;
}

static gboolean
on_cited_link_cb (StreekPortraitView *self, const char *place)
{
  return streek_cited_open_place (GTK_WIDGET (self), self->book, place);
}

static void
on_open_cited_cb (StreekPortraitView *self, GtkButton *button)
{
  streek_cited_open_place (GTK_WIDGET (self), self->book,
                           g_object_get_data (G_OBJECT (button), "place"));
}

static void
on_edit_cb (StreekPortraitView *self, GtkButton *button)
{
  open_place (self, g_object_get_data (G_OBJECT (button), "place"));
}

static void
on_add_cb (StreekPortraitView *self, GtkButton *button)
{
  const StreekPortraitPart *part = g_object_get_data (G_OBJECT (button), "part");
  const StreekRecordKind *kind = streek_record_kinds_find (part->kind);

  if (kind != NULL)
    streek_record_open_new (GTK_WIDGET (self), streek_record_book_get_context (self->book), kind,
                            part->field, part->owner);
}

/* Widgets */

static GtkWidget *
new_label (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);

  return label;
}

static GtkWidget *
new_heading (const char *text, const char *class_name)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, class_name);

  return label;
}

static void
add_button (Filling *filling, GtkWidget *row, const char *icon, const char *words, GtkWidget **made)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_box_append (GTK_BOX (row), button);
  *made = button;
}

static void
add_heading_buttons (Filling *filling, GtkWidget *row, const StreekPortraitLine *line)
{
  StreekContext *context = streek_record_book_get_context (filling->self->book);
  GtkWidget *button;

  if (line->place != NULL)
    {
      /* Translators: a button; %s is the heading of a part of a page. */
      g_autofree char *words = g_strdup_printf (_ ("Open “%s”"), line->cells[0]);

      add_button (filling, row, "document-edit-symbolic", words, &button);
      g_object_set_data_full (G_OBJECT (button), "place", g_strdup (line->place), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_edit_cb), filling->self,
                               G_CONNECT_SWAPPED);
    }

  if (line->part.kind != NULL && streek_context_can_write (context))
    {
      /* Translators: a button; %s is the heading of a part of a page, such as Partners. */
      g_autofree char *words = g_strdup_printf (_ ("Add to “%s”"), line->cells[0]);

      add_button (filling, row, "list-add-symbolic", words, &button);
      g_object_set_data_full (G_OBJECT (button), "part", g_memdup2 (&line->part, sizeof line->part),
                              g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_cb), filling->self,
                               G_CONNECT_SWAPPED);
    }
}

static void
add_heading (Filling *filling, const StreekPortraitLine *line, gboolean is_empty)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = new_heading (line->cells[0], line->level <= 1 ? "title-4" : "heading");

  filling->grid = NULL;
  gtk_widget_set_margin_top (row, is_empty ? 0 : 12);
  gtk_box_append (GTK_BOX (row), label);

  if (is_empty)
    {
      GtkWidget *none = gtk_label_new (_ ("Nothing entered yet"));

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (none, "dim-label");
      gtk_widget_add_css_class (none, "caption");
      gtk_label_set_ellipsize (GTK_LABEL (none), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (none, TRUE);
      gtk_widget_set_halign (none, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (row), none);
    }
  else
    {
      gtk_widget_set_hexpand (label, TRUE);
    }

  add_heading_buttons (filling, row, line);
  gtk_box_append (filling->box, row);
}

static void
begin_grid (Filling *filling, gboolean is_table)
{
  if (filling->grid != NULL && filling->is_table == is_table && !is_table)
    return;

  filling->grid = GTK_GRID (gtk_grid_new ());
  filling->is_table = is_table;
  filling->row = 0;
  gtk_grid_set_column_spacing (filling->grid, 18);
  gtk_grid_set_row_spacing (filling->grid, 6);
  gtk_box_append (filling->box, GTK_WIDGET (filling->grid));
}

/* (transfer full) (nullable): "Open Streekpact Westhoek (2008), p. 12" */
static char *
dup_cited_words (const Filling *filling, const StreekPortraitLine *line)
{
  StreekRecordView *view = streek_record_book_get_view (filling->self->book);
  StreekRecordCited cited;

  return line->cited != NULL && view != NULL &&
             streek_record_cited_parse_place (line->cited, streek_record_view_get_records (view),
                                              &cited)
           ? streek_cited_dup_words (&cited)
           : NULL;
}

/* What is said of a document leads to it. */
static void
make_cited_link (const Filling *filling, GtkWidget *label, const StreekPortraitLine *line)
{
  g_autofree char *words = dup_cited_words (filling, line);

  if (words == NULL)
    return;

  g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>",
                                                     line->cited, words, line->cells[1]);

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_cited_link_cb), filling->self,
                           G_CONNECT_SWAPPED);
}

/* Behind a row that rests on a document. */
static void
add_cited_button (Filling *filling, const StreekPortraitLine *line)
{
  g_autofree char *words = dup_cited_words (filling, line);

  if (words == NULL)
    return;

  GtkWidget *button = streek_row_button_new ("adw-external-link-symbolic", words);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "place", g_strdup (line->cited), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_cited_cb), filling->self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (filling->grid, button, (int) line->n_cells, filling->row, 1, 1);
}

static void
add_fact (Filling *filling, const StreekPortraitLine *line)
{
  GtkWidget *label = new_label (line->cells[0], "dim-label");
  GtkWidget *value = new_label (line->cells[1], NULL);

  begin_grid (filling, FALSE);
  make_cited_link (filling, value, line);
  streek_label_mark_words (GTK_LABEL (value), line->spans);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (filling->grid, label, 0, filling->row, 1, 1);
  gtk_grid_attach (filling->grid, value, 1, filling->row++, 1, 1);
}

static double
get_line_height_px (GtkWidget *widget)
{
  PangoFontMetrics *metrics =
    pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);

  return (double) height / PANGO_SCALE;
}

/* The small chart is a button: it opens the channel, where each of its counts stands. */
static GtkWidget *
new_course (Filling *filling, const StreekPortraitLine *line)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *chart = g_object_new (STREEK_TYPE_TREND_LINE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  double line_px = get_line_height_px (button);
  /* Translators: a button; %s is what was counted, such as “Facebook: followers”. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Open the counts of “%s”"), line->cells[0]);
  /* Translators: a small chart; %s is what was counted, such as “Facebook: followers”. */
  g_autofree char *name = g_strdup_printf (_ ("Course of “%s”"), line->cells[0]);

  streek_trend_line_set_course (STREEK_TREND_LINE (chart), line->course);
  gtk_widget_set_size_request (chart, (int) (COURSE_WIDTH * line_px),
                               (int) (COURSE_HEIGHT * line_px));
  gtk_button_set_child (GTK_BUTTON (button), chart);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line->cells[1], -1);
  g_object_set_data_full (G_OBJECT (button), "place", g_strdup (line->place), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_edit_cb), filling->self,
                           G_CONNECT_SWAPPED);

  return button;
}

static void
add_course (Filling *filling, const StreekPortraitLine *line)
{
  const char *key = streek_count_spark_get_key (line->course);
  g_autofree char *words =
    key != NULL ? g_strconcat (line->cells[1], "\n", key, NULL) : g_strdup (line->cells[1]);
  GtkWidget *label = new_label (line->cells[0], NULL), *said = new_label (words, NULL);

  begin_grid (filling, FALSE);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_width_chars (GTK_LABEL (said), 12);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (said, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (said, TRUE);
  gtk_grid_attach (filling->grid, label, 0, filling->row, 1, 1);
  gtk_grid_attach (filling->grid, new_course (filling, line), 1, filling->row, 1, 1);
  gtk_grid_attach (filling->grid, said, 2, filling->row++, 1, 1);
}

/* The name of a record leads to it. */
static GtkWidget *
new_cell (Filling *filling, const StreekPortraitLine *line, guint i)
{
  GtkWidget *label = new_label (line->cells[i], NULL);

  if (i > 0 || line->place == NULL || *line->cells[i] == '\0')
    return label;

  g_autofree char *text = g_markup_escape_text (line->cells[i], -1);
  g_autofree char *markup = g_strdup_printf ("<a href=\"%s\">%s</a>", line->place, text);

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_link_cb), filling->self,
                           G_CONNECT_SWAPPED);

  return label;
}

static void
add_cells (Filling *filling, const StreekPortraitLine *line)
{
  gboolean is_head = line->type == STREEK_PORTRAIT_HEAD;

  if (is_head)
    {
      begin_grid (filling, TRUE);
      filling->numbers = line->numbers;
    }

  for (guint i = 0; i < line->n_cells; i++)
    {
      GtkWidget *label =
        is_head ? new_label (line->cells[i], "caption-heading") : new_cell (filling, line, i);
      gboolean is_number = (filling->numbers & 1u << i) != 0;

      gtk_widget_set_hexpand (label, i + 1 == line->n_cells && !is_number);
      gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) strlen (line->cells[i]), 8));
      gtk_label_set_max_width_chars (GTK_LABEL (label), i == 0 ? 44 : 32);
      if (is_number)
        gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_grid_attach (filling->grid, label, (int) i, filling->row, 1, 1);
    }

  if (!is_head)
    add_cited_button (filling, line);
  filling->row++;
}

static void
add_picture (Filling *filling, const StreekPortraitLine *line)
{
  if (line->image == NULL)
    return;

  int width = (int) streek_image_get_width (line->image);
  int height = (int) streek_image_get_height (line->image);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
    width, height, GDK_MEMORY_DEFAULT, streek_image_get_pixels (line->image), 4 * (gsize) width);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  filling->grid = NULL;
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), line->cells[0]);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_size_request (
    picture, MIN (PICTURE_HEIGHT_PX * width / height, 4 * PICTURE_HEIGHT_PX), PICTURE_HEIGHT_PX);
  gtk_box_append (filling->box, picture);
}

static void
add_text (Filling *filling, const StreekPortraitLine *line)
{
  GtkWidget *label = new_label (line->cells[0], NULL);

  filling->grid = NULL;
  if (line->type == STREEK_PORTRAIT_NOTE)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  gtk_box_append (filling->box, label);
}

static void
add_line (Filling *filling, const StreekPortrait *portrait, guint index)
{
  const StreekPortraitLine *line = streek_portrait_get_line (portrait, index);

  switch (line->type)
    {
    case STREEK_PORTRAIT_HEADING:
      add_heading (filling, line, streek_portrait_is_empty (portrait, index));
      break;
    case STREEK_PORTRAIT_FACT:
      add_fact (filling, line);
      break;
    case STREEK_PORTRAIT_HEAD:
    case STREEK_PORTRAIT_ROW:
      add_cells (filling, line);
      break;
    case STREEK_PORTRAIT_PICTURE:
      add_picture (filling, line);
      break;
    case STREEK_PORTRAIT_COURSE:
      add_course (filling, line);
      break;
    case STREEK_PORTRAIT_TEXT:
    case STREEK_PORTRAIT_NOTE:
    default:
      add_text (filling, line);
      break;
    }
}

static void
streek_portrait_view_dispose (GObject *object)
{
  g_clear_object (&STREEK_PORTRAIT_VIEW (object)->book);

  G_OBJECT_CLASS (streek_portrait_view_parent_class)->dispose (object);
}

static void
streek_portrait_view_class_init (StreekPortraitViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_portrait_view_dispose;
}

static void
streek_portrait_view_init (StreekPortraitView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
streek_portrait_view_new (StreekRecordBook *book)
{
  StreekPortraitView *self = g_object_new (STREEK_TYPE_PORTRAIT_VIEW, NULL);

  self->book = g_object_ref (book);

  return GTK_WIDGET (self);
}

void
streek_portrait_view_set_portrait (StreekPortraitView *self,
                                   const StreekPortrait *portrait,
                                   GtkWidget *map)
{
  g_return_if_fail (STREEK_IS_PORTRAIT_VIEW (self) && portrait != NULL);

  Filling filling = { .self = self, .box = self->box };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  gtk_box_append (self->box, new_heading (streek_portrait_get_title (portrait), "title-2"));
  if (streek_portrait_get_context (portrait) != NULL)
    gtk_box_append (self->box, new_label (streek_portrait_get_context (portrait), "dim-label"));
  if (map != NULL)
    gtk_box_append (self->box, map);

  for (guint i = 0; i < streek_portrait_get_n_lines (portrait); i++)
    add_line (&filling, portrait, i);
}
