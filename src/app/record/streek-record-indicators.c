/* streek-record-indicators.c: the figures behind a record, each a click from its map and its chart
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-indicators.h"

#include "indicator/streek-figure-place.h"
#include "record/streek-record-parts.h"
#include "streek-fold-row.h"
#include "streek-place.h"
#include "streek-row-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define PLACE_KEY "streek-place"
#define BUTTON_CHARS 12 /* at least, of the name of an indicator */
#define MOST_BUTTON_CHARS 40

typedef struct Gathering Gathering;

struct Gathering
{
  const StreekRecordView *view;
  GtkWidget *place; /* where they come: a group of rows, or a row of buttons */
  void (*add) (Gathering *gathering, const StreekRecord *record, const StreekIndicator *indicator);
  GPtrArray *seen; /* places, as a map has them */
};

static void
go_to (GtkWidget *widget)
{
  streek_place_go (widget, g_object_get_data (G_OBJECT (widget), PLACE_KEY));
}

static void
set_place (GtkWidget *widget, char *place)
{
  g_object_set_data_full (G_OBJECT (widget), PLACE_KEY, place, g_free);
}

static gboolean
see (Gathering *gathering, const char *place)
{
  for (guint i = 0; i < gathering->seen->len; i++)
    if (strcmp (gathering->seen->pdata[i], place) == 0)
      return FALSE;

  g_ptr_array_add (gathering->seen, g_strdup (place));

  return TRUE;
}

static char *
dup_button_name (const StreekIndicator *indicator)
{
  /* Translators: %s is an indicator. */
  return g_strdup_printf (_ ("Show “%s” on the map"), indicator->name);
}

static void
add_row (Gathering *gathering, const StreekRecord *record, const StreekIndicator *indicator)
{
  g_autofree char *subtitle = streek_record_view_dup_figure_words (gathering->view, record);
  g_autofree char *label = dup_button_name (indicator);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = streek_row_button_new ("streek-map-symbolic", label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), indicator->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  set_place (button, streek_record_view_dup_figure_place (gathering->view, record, "map"));
  set_place (row, streek_record_view_dup_figure_place (gathering->view, record, "chart"));
  g_signal_connect (button, "clicked", G_CALLBACK (go_to), NULL);
  g_signal_connect (row, "activated", G_CALLBACK (go_to), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (gathering->place), row);
}

static void
add_button (Gathering *gathering, const StreekRecord *record, const StreekIndicator *indicator)
{
  g_autofree char *words = streek_record_view_dup_figure_words (gathering->view, record);
  g_autofree char *name = dup_button_name (indicator);
  g_autofree char *tooltip = words != NULL ? g_strdup_printf ("%s\n%s", name, words) : NULL;
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (indicator->name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), BUTTON_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_BUTTON_CHARS);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("streek-map-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip != NULL ? tooltip : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_place (button, streek_record_view_dup_figure_place (gathering->view, record, "map"));
  g_signal_connect (button, "clicked", G_CALLBACK (go_to), NULL);
  streek_fold_row_append (STREEK_FOLD_ROW (gathering->place), button);
}

/* The first figure is the one that counts; others are of other periods of the same. */
static void
add_figures_of (Gathering *gathering, const StreekRecord *record)
{
  g_autofree char *place = streek_record_view_dup_figure_place (gathering->view, record, "map");
  g_auto (StreekFigurePlace) parsed = { 0 };

  if (place != NULL && streek_figure_place_parse (place, "map", &parsed) && see (gathering, place))
    gathering->add (gathering, record,
                    streek_catalogue_find (streek_record_view_get_catalogue (gathering->view),
                                           parsed.indicator, NULL));
}

static void
add_figures_of_parts (Gathering *gathering, const StreekRecord *record)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();
  StreekRecords *records = streek_record_view_get_records (gathering->view);

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *part = kinds->pdata[i];
      int field = part->ask_figures != NULL
                    ? streek_record_parts_find_owner_field (part, streek_record_get_kind (record))
                    : -1;
      guint n = 0;
      const StreekRecord *const *parts =
        field >= 0
          ? streek_records_list_by (records, part, (guint) field, streek_record_get_id (record), &n)
          : NULL;

      for (guint j = 0; j < n; j++)
        add_figures_of (gathering, parts[j]);
    }
}

GtkWidget *
streek_record_indicators_new (StreekRecordBook *book, const StreekRecord *record)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && record != NULL, NULL);

  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *group = adw_preferences_group_new ();
  Gathering gathering = { streek_record_book_get_view (book), group, add_row, seen };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Figures"));
  add_figures_of (&gathering, record);
  add_figures_of_parts (&gathering, record);

  if (seen->len > 0)
    return group;

  g_object_unref (g_object_ref_sink (group));

  return NULL;
}

GtkWidget *
streek_record_indicators_new_buttons (StreekRecordBook *book,
                                      const StreekRecord *const *records,
                                      guint n_records)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *row = streek_fold_row_new ();
  Gathering gathering = { streek_record_book_get_view (book), row, add_button, seen };

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figures"), -1);
  for (guint i = 0; i < n_records; i++)
    add_figures_of (&gathering, records[i]);

  if (seen->len > 0)
    return row;

  g_object_unref (g_object_ref_sink (row));

  return NULL;
}
