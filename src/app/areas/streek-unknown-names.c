/* streek-unknown-names.c: asks which area each unknown word of a list is, and keeps the answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-unknown-names.h"

#include "area/streek-area-names.h"
#include "area/streek-own-names.h"

#include <glib/gi18n.h>
#include <string.h>

/* Who has more unknown words says a few at a time, or takes a table of names in. */
#define MAX_ROWS 8

struct _StreekUnknownNames
{
  AdwPreferencesGroup parent_instance;

  GtkCheckButton *remember_button;

  StreekAreas *areas;     /* (nullable) */
  StreekAreaNames *known; /* (nullable): made when the first word is asked about */
  char *set;              /* (nullable) */
  StreekDate on;
  const StreekArea *within; /* (nullable): of areas */
  GHashTable *answers;      /* word → code */
  GPtrArray *rows;          /* (element-type AdwEntryRow) */
  GPtrArray *fresh;         /* (element-type utf8): words of the last answer */
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekUnknownNames, streek_unknown_names, ADW_TYPE_PREFERENCES_GROUP)

#define WORD_KEY "streek-word"

/* What is typed means one area, by its code or any of its names; NULL: not. */
static const StreekArea *
find_typed (StreekUnknownNames *self, AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autoptr (GPtrArray) coded =
    *text != '\0' ? streek_area_names_find_code (self->known, text) : NULL;
  g_autoptr (GPtrArray) named =
    *text != '\0' && coded == NULL ? streek_area_names_find (self->known, text, NULL) : NULL;
  GPtrArray *found = coded != NULL ? coded : named;

  if (found != NULL)
    streek_area_names_keep (self->known, found, self->on);

  return found != NULL && found->len == 1 ? found->pdata[0] : NULL;
}

static void
update (StreekUnknownNames *self)
{
  gboolean any = FALSE;
  gboolean all = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwEntryRow *row = self->rows->pdata[i];
      gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (row)) != '\0';
      gboolean means = find_typed (self, row) != NULL;

      any |= means;
      all &= means || !typed;
      if (typed && !means)
        gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "names.answer", any && all);
}

static void
answer (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekUnknownNames *self = STREEK_UNKNOWN_NAMES (widget);

  g_ptr_array_set_size (self->fresh, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *word = g_object_get_data (self->rows->pdata[i], WORD_KEY);
      const StreekArea *area = find_typed (self, self->rows->pdata[i]);

      if (area == NULL)
        continue;

      g_hash_table_insert (self->answers, g_strdup (word), g_strdup (area->code));
      g_ptr_array_add (self->fresh, g_strdup (word));
    }

  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
on_entry_activated_cb (StreekUnknownNames *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.answer", NULL);
}

static void
clear_rows (StreekUnknownNames *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (StreekUnknownNames *self, const char *word)
{
  g_autofree char *title = g_markup_escape_text (word, -1);
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), WORD_KEY, g_strdup (word), g_free);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* A number is a wrong code and no name. */
static gboolean
is_name (const char *word)
{
  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

static gboolean
has_row (StreekUnknownNames *self, const char *word)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (strcmp (g_object_get_data (self->rows->pdata[i], WORD_KEY), word) == 0)
      return TRUE;

  return FALSE;
}

/* Takes the area of an answer; what is to be said of that stands under the word of the list. */
static void
take_answer (StreekUnknownNames *self, StreekAreaPick *pick, const char *word, const char *code)
{
  g_autoptr (StreekAreaPick) one =
    streek_areas_pick (self->areas, self->set, self->on, self->within, code);

  pick->n_taken += one->n_taken;
  for (guint i = 0; i < one->codes->len; i++)
    if (!g_ptr_array_find_with_equal_func (pick->codes, one->codes->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (pick->codes, g_strdup (one->codes->pdata[i]));
  for (guint i = 0; i < one->findings->len; i++)
    {
      const StreekFinding *finding = one->findings->pdata[i];

      g_ptr_array_add (pick->findings,
                       streek_finding_new (finding->severity, finding->id, word, finding->message));
    }
}

static void
streek_unknown_names_dispose (GObject *object)
{
  StreekUnknownNames *self = STREEK_UNKNOWN_NAMES (object);

  g_clear_pointer (&self->known, streek_area_names_free);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->set, g_free);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_unknown_names_parent_class)->dispose (object);
}

static void
streek_unknown_names_class_init (StreekUnknownNamesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_unknown_names_dispose;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-unknown-names.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekUnknownNames, remember_button);
  gtk_widget_class_install_action (widget_class, "names.answer", NULL, answer);
}

static void
streek_unknown_names_init (StreekUnknownNames *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_ptr_array_new ();
  self->fresh = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_unknown_names_set_areas (StreekUnknownNames *self,
                                StreekAreas *areas,
                                const char *set,
                                StreekDate on,
                                const StreekArea *within)
{
  g_return_if_fail (STREEK_IS_UNKNOWN_NAMES (self) && areas != NULL && set != NULL);

  if (g_strcmp0 (self->set, set) != 0)
    g_hash_table_remove_all (self->answers);

  streek_areas_ref (areas);
  g_clear_pointer (&self->known, streek_area_names_free);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_free (self->set);
  self->areas = areas;
  self->set = g_strdup (set);
  self->on = on;
  self->within = within;
}

/* Once the rows have their place: a scrolled window shows where the keyboard goes. */
static gboolean
go_to_first_row_cb (gpointer user_data)
{
  StreekUnknownNames *self = user_data;

  if (self->rows != NULL && self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);

  return G_SOURCE_REMOVE;
}

void
streek_unknown_names_complete (StreekUnknownNames *self, StreekAreaPick *pick)
{
  g_return_if_fail (STREEK_IS_UNKNOWN_NAMES (self) && self->areas != NULL && pick != NULL);

  clear_rows (self);
  for (guint i = 0, left = pick->findings->len; left > 0; left--)
    {
      const StreekFinding *finding = pick->findings->pdata[i];
      g_autofree char *word =
        strcmp (finding->id, "pick/unknown") == 0 ? g_strdup (finding->place) : NULL;
      const char *code = word != NULL ? g_hash_table_lookup (self->answers, word) : NULL;

      if (code != NULL)
        {
          g_ptr_array_remove_index (pick->findings, i);
          take_answer (self, pick, word, code);
          continue;
        }
      if (word != NULL && is_name (word) && !has_row (self, word) && self->rows->len < MAX_ROWS)
        add_row (self, word);
      i++;
    }

  if (self->rows->len > 0 && self->known == NULL)
    self->known = streek_area_names_new (self->areas, self->set);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  update (self);
  if (self->rows->len > 0)
    g_idle_add_full (G_PRIORITY_LOW, go_to_first_row_cb, g_object_ref (self), g_object_unref);
}

void
streek_unknown_names_set_can_remember (StreekUnknownNames *self, gboolean can_remember)
{
  g_return_if_fail (STREEK_IS_UNKNOWN_NAMES (self));

  gtk_widget_set_visible (GTK_WIDGET (self->remember_button), can_remember);
}

GPtrArray *
streek_unknown_names_list_new (StreekUnknownNames *self)
{
  g_return_val_if_fail (STREEK_IS_UNKNOWN_NAMES (self), NULL);

  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_own_name_free);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->remember_button)) ||
      !gtk_check_button_get_active (self->remember_button))
    return names;

  for (guint i = 0; i < self->fresh->len; i++)
    {
      const char *word = self->fresh->pdata[i];

      g_ptr_array_add (names,
                       streek_own_name_new (self->set, g_hash_table_lookup (self->answers, word),
                                            word, _ ("A list that was pasted")));
    }

  return names;
}
