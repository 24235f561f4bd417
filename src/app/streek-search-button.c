/* streek-search-button.c: Ctrl+K: go to anything the file has a text about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-search-button"
#include "config.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "streek-search-button.h"
#include "base/streek-format.h"
#include "record/streek-record-kind.h"
#include "workspace/streek-kinds.h"
#include "workspace/streek-texts.h"

#include <glib/gi18n.h>

struct _StreekSearchButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  StreekChooser *chooser;

  StreekContext *context;
  StreekSearchIndex *index; /* (nullable): of the data as they are now, or were until just now */
  GCancellable *indexing;   /* set while one is being made */
  guint index_id;           /* source that begins to make one, 0: none */
  StreekWorkspace *indexed; /* (weak): of which it is, or will be */
};

G_DEFINE_FINAL_TYPE (StreekSearchButton, streek_search_button, GTK_TYPE_WIDGET)

/* Ids of choices are places, as streek_place_open() reads them. */
#define INDICATOR_PREFIX "indicator:"
#define AREA_PREFIX "area:"

/* The map of a file that was just opened, or changed, comes first. */
#define INDEX_DELAY_MS 300

/* Who needs more types another letter. */
#define MAX_AREAS_FOUND 50
#define MAX_HITS 100

/* @words: (nullable): only those that have them */
static void
append_indicators (StreekSearchButton *self, GListStore *choices, const char *const *words)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  g_autoptr (GListStore) indicators = streek_indicator_choices_new (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (indicators)); i++)
    {
      g_autoptr (StreekChoice) plain = g_list_model_get_item (G_LIST_MODEL (indicators), i);
      g_autofree char *id = g_strconcat (INDICATOR_PREFIX, streek_choice_get_id (plain), NULL);
      g_autoptr (StreekChoice) choice =
        streek_choice_new (id, streek_choice_get_title (plain), _ ("Indicator"), NULL);

      if (words == NULL || streek_choice_matches (plain, words))
        g_list_store_append (choices, choice);
    }
}

static StreekDate
find_nearest_day (const StreekArea *area, StreekDate on)
{
  return CLAMP (on, area->valid.from, area->valid.to - 1);
}

/* What is not there on the date shown says when it is, or was. */
static void
append_area (GListStore *choices, const StreekArea *area, StreekDate on)
{
  StreekDate day = find_nearest_day (area, on);
  g_autofree char *date = streek_format_date (streek_format_get_default (), day);
  g_autofree char *subtitle = day != on
                                ? g_strdup_printf (_ ("%1$s, those of %2$s"), area->set->name, date)
                                : g_strdup (area->set->name);
  g_autofree char *id = g_strdup_printf (AREA_PREFIX "%s:%s", area->set->code, area->code);
  g_autoptr (StreekChoice) choice = streek_choice_new (id, area->name, subtitle, NULL);

  g_list_store_append (choices, choice);
}

static void
append_all_areas (StreekSearchButton *self, GListStore *choices)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  StreekDate on = streek_context_get_area_date (self->context);
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autoptr (GPtrArray) list = streek_areas_list (areas, set->code, on, NULL, NULL);

      for (guint j = 0; list != NULL && j < list->len; j++)
        append_area (choices, list->pdata[j], on);
    }
}

/* What kind of thing it is, and why it was found. */
static char *
make_subtitle (const char *kind, const StreekSearchHit *hit)
{
  return hit->snippet != NULL ? g_strdup_printf ("%s · %s", kind, hit->snippet) : g_strdup (kind);
}

static StreekChoice *
new_area_choice (StreekSearchButton *self, const char *id, const StreekSearchHit *hit)
{
  const StreekArea *area =
    streek_areas_resolve_ref (streek_context_get_areas (self->context), hit->key,
                              streek_context_get_area_date (self->context), NULL, NULL);
  g_autofree char *subtitle = area != NULL ? make_subtitle (area->set->name, hit) : NULL;

  return area != NULL ? streek_choice_new (id, area->name, subtitle, NULL) : NULL;
}

static StreekChoice *
new_indicator_choice (StreekSearchButton *self, const char *id, const StreekSearchHit *hit)
{
  const StreekIndicator *indicator =
    streek_catalogue_find (streek_context_get_catalogue (self->context), hit->key, NULL);
  g_autofree char *subtitle = make_subtitle (_ ("Indicator"), hit);

  return indicator != NULL ? streek_choice_new (id, indicator->name, subtitle, NULL) : NULL;
}

/* Records say what they are called themselves; what kind of thing it is stands below. */
static StreekChoice *
new_record_choice (StreekSearchButton *self, const char *id, const StreekSearchHit *hit)
{
  g_autofree char *subtitle =
    make_subtitle (streek_record_kind_get_name (streek_record_kinds_find (hit->noun)), hit);

  return streek_choice_new (id, hit->title, subtitle, NULL);
}

static gboolean
has_choice (GListStore *choices, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (G_LIST_MODEL (choices), i);

      if (g_str_equal (streek_choice_get_id (choice), id))
        return TRUE;
    }

  return FALSE;
}

/* The hits of one noun, so that things of a kind stand together. */
static void
append_hits (StreekSearchButton *self,
             GListStore *choices,
             GPtrArray *hits,
             const char *noun,
             StreekChoice *(*new_choice) (StreekSearchButton *self,
                                          const char *id,
                                          const StreekSearchHit *hit))
{
  for (guint i = 0; i < hits->len; i++)
    {
      const StreekSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *id = g_strjoin (":", hit->noun, hit->key, NULL);

      if (!g_str_equal (hit->noun, noun) || has_choice (choices, id))
        continue;

      g_autoptr (StreekChoice) choice = new_choice (self, id, hit);

      if (choice != NULL)
        g_list_store_append (choices, choice);
    }
}

/* Of every kind of record that was found, in the order of its best hit. */
static void
append_records (StreekSearchButton *self, GListStore *choices, GPtrArray *hits)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  streek_workspace_register_kinds ();
  for (guint i = 0; i < hits->len; i++)
    {
      const StreekSearchHit *hit = g_ptr_array_index (hits, i);

      if (streek_record_kinds_find (hit->noun) != NULL && g_hash_table_add (seen, hit->noun))
        append_hits (self, choices, hits, hit->noun, new_record_choice);
    }
}

/* Areas by any name they have or had, best first; then indicators, and areas of which a note or a
 * source says it. Until the texts are gathered, indicators by their names. */
static GListModel *
search_cb (const char *text, gpointer user_data)
{
  StreekSearchButton *self = user_data;
  StreekDate on = streek_context_get_area_date (self->context);
  g_autoptr (GPtrArray) found =
    streek_areas_search (streek_context_get_areas (self->context), text, on);
  g_autoptr (GPtrArray) hits =
    self->index != NULL ? streek_search_index_find (self->index, text, MAX_HITS) : NULL;
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);

  for (guint i = 0; i < MIN (found->len, MAX_AREAS_FOUND); i++)
    append_area (choices, found->pdata[i], on);

  if (hits == NULL)
    {
      g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);

      append_indicators (self, choices, (const char *const *) words);
      return G_LIST_MODEL (choices);
    }

  append_hits (self, choices, hits, "indicator", new_indicator_choice);
  append_hits (self, choices, hits, "area", new_area_choice);
  append_records (self, choices, hits);

  return G_LIST_MODEL (choices);
}

/* What is being typed finds more now. */
static void
on_indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekSearchButton) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  StreekSearchIndex *index = streek_texts_index_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* without an index names are still found; why there is none, the map tells better */
  g_clear_object (&self->indexing);
  g_clear_pointer (&self->index, streek_search_index_unref);
  self->index = index;
  streek_chooser_search_again (self->chooser);
}

static void
stop_indexing (StreekSearchButton *self)
{
  g_clear_handle_id (&self->index_id, g_source_remove);
  if (self->indexing != NULL)
    g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
}

static void
start_indexing (StreekSearchButton *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  stop_indexing (self);

  if (workspace == NULL)
    return;

  self->indexing = g_cancellable_new ();
  streek_texts_index_async (workspace, self->index, self->indexing, on_indexed_cb,
                            g_object_ref (self));
}

static gboolean
on_delayed_cb (gpointer user_data)
{
  StreekSearchButton *self = user_data;

  self->index_id = 0;
  start_indexing (self);

  return G_SOURCE_REMOVE;
}

/* Kept warm: of a file that changed the former index helps until the next one is there, of another
 * file it says nothing. */
static void
on_data_changed_cb (StreekSearchButton *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  stop_indexing (self);

  if (workspace == NULL || workspace != self->indexed)
    g_clear_pointer (&self->index, streek_search_index_unref);

  g_set_weak_pointer (&self->indexed, workspace);

  if (workspace != NULL)
    self->index_id = g_timeout_add_full (G_PRIORITY_LOW, INDEX_DELAY_MS, on_delayed_cb, self, NULL);
}

/* Filled when it opens: the areas are those of the date shown. */
static void
on_show_cb (StreekSearchButton *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (STREEK_TYPE_CHOICE);
  gboolean is_loaded = streek_context_get_areas (self->context) != NULL;

  if (is_loaded)
    {
      if (self->index_id != 0)
        start_indexing (self);
      append_indicators (self, choices, NULL);
      append_all_areas (self, choices);
    }

  streek_chooser_set_search_func (self->chooser, is_loaded ? search_cb : NULL, self);
  streek_chooser_set_choices (self->chooser, G_LIST_MODEL (choices));
  streek_chooser_start (self->chooser);
}

static void
on_chosen_cb (StreekSearchButton *self, const char *id)
{
  g_autofree char *place = g_strdup (id);

  gtk_menu_button_popdown (self->button);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", place);
}

static void
streek_search_button_dispose (GObject *object)
{
  StreekSearchButton *self = STREEK_SEARCH_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  stop_indexing (self);
  g_clear_pointer (&self->index, streek_search_index_unref);
  g_clear_weak_pointer (&self->indexed);
  g_clear_object (&self->context);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_search_button_parent_class)->dispose (object);
}

static void
streek_search_button_class_init (StreekSearchButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_search_button_dispose;

  g_type_ensure (STREEK_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-search-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekSearchButton, button);
  gtk_widget_class_bind_template_child (widget_class, StreekSearchButton, chooser);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_search_button_init (StreekSearchButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_chooser_set_placeholder (self->chooser,
                                  _ ("Search for an area, indicator, plan or project"));
}

void
streek_search_button_set_context (StreekSearchButton *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_SEARCH_BUTTON (self));

  g_set_object (&self->context, context);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
streek_search_button_open (StreekSearchButton *self)
{
  g_return_if_fail (STREEK_IS_SEARCH_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
