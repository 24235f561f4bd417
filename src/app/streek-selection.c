/* streek-selection.c: which areas are chosen and pointed at, shared by map, chart and table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-selection"
#include "config.h"
#include "streek-selection.h"

struct _StreekSelection
{
  GObject parent_instance;

  GHashTable *codes; /* (element-type utf8): a set */
  char *hovered;
};

enum
{
  PROP_0,
  PROP_HOVERED,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekSelection, streek_selection, G_TYPE_OBJECT)

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
streek_selection_finalize (GObject *object)
{
  StreekSelection *self = STREEK_SELECTION (object);

  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->hovered, g_free);

  G_OBJECT_CLASS (streek_selection_parent_class)->finalize (object);
}

static void
streek_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StreekSelection *self = STREEK_SELECTION (object);

  switch (id)
    {
    case PROP_HOVERED:
      g_value_set_string (value, streek_selection_get_hovered (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_selection_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StreekSelection *self = STREEK_SELECTION (object);

  switch (id)
    {
    case PROP_HOVERED:
      streek_selection_set_hovered (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_selection_class_init (StreekSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = streek_selection_finalize;
  object_class->get_property = streek_selection_get_property;
  object_class->set_property = streek_selection_set_property;

  properties[PROP_HOVERED] =
    g_param_spec_string ("hovered", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_selection_init (StreekSelection *self)
{
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

StreekSelection *
streek_selection_new (void)
{
  return g_object_new (STREEK_TYPE_SELECTION, NULL);
}

guint
streek_selection_get_n_selected (StreekSelection *self)
{
  g_return_val_if_fail (STREEK_IS_SELECTION (self), 0);

  return g_hash_table_size (self->codes);
}

gboolean
streek_selection_contains (StreekSelection *self, const char *code)
{
  g_return_val_if_fail (STREEK_IS_SELECTION (self), FALSE);

  return code != NULL && g_hash_table_contains (self->codes, code);
}

/**
 * streek_selection_list:
 * @self: a selection
 *
 * Returns: (transfer container) (element-type utf8): the chosen codes, ascending; they live as
 *   long as the selection does not change
 */
GPtrArray *
streek_selection_list (StreekSelection *self)
{
  g_return_val_if_fail (STREEK_IS_SELECTION (self), NULL);

  GPtrArray *codes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, self->codes);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    g_ptr_array_add (codes, code);
  g_ptr_array_sort (codes, compare_strings);

  return codes;
}

static gboolean
holds_exactly (StreekSelection *self, GHashTable *codes)
{
  GHashTableIter iter;
  gpointer code;

  if (g_hash_table_size (codes) != g_hash_table_size (self->codes))
    return FALSE;

  g_hash_table_iter_init (&iter, codes);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    if (!g_hash_table_contains (self->codes, code))
      return FALSE;

  return TRUE;
}

/**
 * streek_selection_set:
 * @self: a selection
 * @codes: (nullable) (array zero-terminated=1): what is chosen from now on
 *
 * Chooses exactly @codes; "changed" is emitted once, and only where something differs.
 */
void
streek_selection_set (StreekSelection *self, const char *const *codes)
{
  g_return_if_fail (STREEK_IS_SELECTION (self));

  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    g_hash_table_add (wanted, g_strdup (codes[i]));

  if (holds_exactly (self, wanted))
    return;

  g_hash_table_unref (self->codes);
  self->codes = g_steal_pointer (&wanted);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
streek_selection_select_only (StreekSelection *self, const char *code)
{
  const char *const codes[] = { code, NULL };

  streek_selection_set (self, codes);
}

void
streek_selection_toggle (StreekSelection *self, const char *code)
{
  g_return_if_fail (STREEK_IS_SELECTION (self));
  g_return_if_fail (code != NULL);

  if (!g_hash_table_remove (self->codes, code))
    g_hash_table_add (self->codes, g_strdup (code));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
streek_selection_clear (StreekSelection *self)
{
  streek_selection_set (self, NULL);
}

const char *
streek_selection_get_hovered (StreekSelection *self)
{
  g_return_val_if_fail (STREEK_IS_SELECTION (self), NULL);

  return self->hovered;
}

void
streek_selection_set_hovered (StreekSelection *self, const char *code)
{
  g_return_if_fail (STREEK_IS_SELECTION (self));

  if (g_strcmp0 (self->hovered, code) == 0)
    return;

  g_free (self->hovered);
  self->hovered = g_strdup (code);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}
