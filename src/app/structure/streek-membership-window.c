/* streek-membership-window.c: to which area a municipality belongs, since when, known from where */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "structure/streek-membership-window.h"

#include "structure/streek-structure-row.h"

#include <glib/gi18n.h>

struct _StreekMembershipWindow
{
  StreekEditWindow parent_instance;

  AdwComboRow *area_row;
  AdwEntryRow *from_row;
  AdwEntryRow *to_row;
  AdwEntryRow *source_row;
  GtkLabel *understood_label;

  StreekWorkspace *workspace;
  StreekAreas *areas;       /* the pointers below are in it */
  const StreekArea *member; /* the municipality */
  const StreekArea *parent; /* where it stands now */
  GPtrArray *choices; /* (element-type StreekArea): the areas of the same set; row 0 is none */
};

G_DEFINE_FINAL_TYPE (StreekMembershipWindow, streek_membership_window, STREEK_TYPE_EDIT_WINDOW)

static gboolean
read_date (AdwEntryRow *row, StreekDate empty, StreekDate *date)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (text[0] == '\0')
    {
      *date = empty;
      return TRUE;
    }

  return streek_date_parse (text, date, NULL);
}

static gboolean
read_interval (StreekMembershipWindow *self, StreekInterval *valid)
{
  return read_date (self->from_row, STREEK_DATE_NONE, &valid->from) &&
         read_date (self->to_row, STREEK_DATE_OPEN, &valid->to) && valid->from < valid->to;
}

/* NULL: in none of them */
static const StreekArea *
get_chosen_area (StreekMembershipWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->area_row);

  return selected > 0 && selected <= self->choices->len
           ? g_ptr_array_index (self->choices, selected - 1)
           : NULL;
}

static char *
dup_understood (StreekMembershipWindow *self, gboolean is_interval, StreekInterval valid)
{
  const StreekFormat *format = streek_format_get_default ();

  if (!is_interval)
    return g_strdup (_ ("Give days as 2016-01-31, the first before the last."));

  g_autofree char *from = streek_format_date (format, valid.from);
  g_autofree char *to = streek_format_date (format, valid.to);

  if (valid.from == STREEK_DATE_NONE && valid.to == STREEK_DATE_OPEN)
    return g_strdup (_ ("As long as the area exists."));

  if (valid.to == STREEK_DATE_OPEN)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("From %s on."), from);

  if (valid.from == STREEK_DATE_NONE)
    /* Translators: %s is a date that no longer belongs to it. */
    return g_strdup_printf (_ ("Until the day before %s."), to);

  /* Translators: two dates; the second no longer belongs to it. */
  return g_strdup_printf (_ ("From %1$s until the day before %2$s."), from, to);
}

static void
update (StreekMembershipWindow *self)
{
  StreekInterval valid;
  gboolean is_interval = read_interval (self, &valid);
  g_autofree char *understood = dup_understood (self, is_interval, valid);
  g_autofree char *source =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->source_row))));

  gtk_label_set_text (self->understood_label, understood);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self),
                                is_interval && source[0] != '\0' &&
                                  get_chosen_area (self) != self->parent);
}

static void
add_correction (StreekMembershipWindow *self,
                GPtrArray *corrections,
                const StreekArea *area,
                StreekInterval valid,
                gboolean present)
{
  StreekMembership *correction = g_new0 (StreekMembership, 1);

  correction->set = g_strdup (area->set->code);
  correction->area = g_strdup (area->code);
  correction->member = g_strdup (self->member->code);
  correction->valid = valid;
  correction->present = present;
  correction->source = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->source_row)));
  g_ptr_array_add (corrections, correction);
}

static void
streek_membership_window_update (StreekEditWindow *window)
{
  update (STREEK_MEMBERSHIP_WINDOW (window));
}

static void
streek_membership_window_save (StreekEditWindow *window)
{
  StreekMembershipWindow *self = STREEK_MEMBERSHIP_WINDOW (window);
  const StreekArea *chosen = get_chosen_area (self);
  g_autoptr (GPtrArray) corrections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_membership_free);
  StreekInterval valid;

  if (!read_interval (self, &valid))
    return;

  add_correction (self, corrections, self->parent, valid, FALSE);

  if (chosen != NULL)
    add_correction (self, corrections, chosen, valid, TRUE);

  streek_edits_correct_membership_async (self->workspace, corrections, self->member->name,
                                         streek_edit_window_end_cb,
                                         streek_edit_window_hold (window));
}

static void
streek_membership_window_dispose (GObject *object)
{
  StreekMembershipWindow *self = STREEK_MEMBERSHIP_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->areas, streek_areas_unref);

  G_OBJECT_CLASS (streek_membership_window_parent_class)->dispose (object);
}

static void
streek_membership_window_class_init (StreekMembershipWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_membership_window_dispose;
  edit_class->save = streek_membership_window_save;
  edit_class->update = streek_membership_window_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-membership-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekMembershipWindow, area_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMembershipWindow, from_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMembershipWindow, to_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMembershipWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMembershipWindow, understood_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
streek_membership_window_init (StreekMembershipWindow *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_choices (StreekMembershipWindow *self, StreekDate on)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  StreekDate used;
  g_autoptr (GPtrArray) areas =
    streek_areas_list (self->areas, self->parent->set->code, on, &used, NULL);
  guint selected = 0;

  gtk_string_list_append (names, C_ ("area", "None"));

  for (guint i = 0; areas != NULL && i < areas->len; i++)
    {
      StreekArea *area = g_ptr_array_index (areas, i);
      g_autofree char *name = streek_structure_dup_name (area);

      g_ptr_array_add (self->choices, area);
      gtk_string_list_append (names, name);

      if (area == self->parent)
        selected = i + 1;
    }

  adw_combo_row_set_model (self->area_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->area_row, selected);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->area_row), self->parent->set->name);
}

GtkWidget *
streek_membership_window_new (GtkWindow *parent_window,
                              StreekWorkspace *workspace,
                              StreekAreas *areas,
                              const StreekArea *member,
                              const StreekArea *parent,
                              StreekDate on)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent_window) && member != NULL && parent != NULL, NULL);

  StreekMembershipWindow *self = g_object_new (STREEK_TYPE_MEMBERSHIP_WINDOW, "transient-for",
                                               parent_window, "modal", TRUE, NULL);
  g_autofree char *from = streek_date_to_string (on);

  self->workspace = g_object_ref (workspace);
  self->areas = streek_areas_ref (areas);
  self->member = member;
  self->parent = parent;
  streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self), member->name);
  fill_choices (self, on);
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), from);
  update (self);

  return GTK_WIDGET (self);
}
