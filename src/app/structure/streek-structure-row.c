/* streek-structure-row.c: one place in the tree of areas, for lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "structure/streek-structure-row.h"

#include <glib/gi18n.h>

struct _StreekStructureRow
{
  GObject parent_instance;

  StreekStructure *structure;
  guint index;
};

G_DEFINE_FINAL_TYPE (StreekStructureRow, streek_structure_row, G_TYPE_OBJECT)

static void
streek_structure_row_finalize (GObject *object)
{
  streek_structure_unref (STREEK_STRUCTURE_ROW (object)->structure);

  G_OBJECT_CLASS (streek_structure_row_parent_class)->finalize (object);
}

static void
streek_structure_row_class_init (StreekStructureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_structure_row_finalize;
}

static void
streek_structure_row_init (StreekStructureRow *self)
{
}

StreekStructureRow *
streek_structure_row_new (StreekStructure *structure, guint index)
{
  StreekStructureRow *self = g_object_new (STREEK_TYPE_STRUCTURE_ROW, NULL);

  self->structure = streek_structure_ref (structure);
  self->index = index;

  return self;
}

const StreekStructureNode *
streek_structure_row_get_node (StreekStructureRow *self)
{
  g_return_val_if_fail (STREEK_IS_STRUCTURE_ROW (self), NULL);

  return streek_structure_get_node (self->structure, self->index);
}

guint
streek_structure_row_get_index (StreekStructureRow *self)
{
  g_return_val_if_fail (STREEK_IS_STRUCTURE_ROW (self), 0);

  return self->index;
}

StreekStructure *
streek_structure_row_get_structure (StreekStructureRow *self)
{
  g_return_val_if_fail (STREEK_IS_STRUCTURE_ROW (self), NULL);

  return self->structure;
}

GListModel *
streek_structure_row_list_children (StreekStructure *structure, int parent)
{
  g_autoptr (GListStore) children = g_list_store_new (STREEK_TYPE_STRUCTURE_ROW);

  for (guint i = 0; i < streek_structure_get_n_nodes (structure); i++)
    if (streek_structure_get_node (structure, i)->parent == parent)
      {
        g_autoptr (StreekStructureRow) row = streek_structure_row_new (structure, i);

        g_list_store_append (children, row);
      }

  if (g_list_model_get_n_items (G_LIST_MODEL (children)) == 0)
    return NULL;

  return G_LIST_MODEL (g_steal_pointer (&children));
}

char *
streek_structure_dup_name (const StreekArea *area)
{
  /* the name of a municipality says what it is; "Brugge" may be a SERR and a RESOC */
  if (g_str_equal (area->set->code, "gemeente") || g_str_has_prefix (area->name, area->set->code))
    return g_strdup (area->name);

  return g_strdup_printf ("%s %s", area->set->code, area->name);
}

char *
streek_structure_dup_count (const StreekStructure *structure, const StreekStructureNode *node)
{
  if (node->level + 1 == streek_structure_get_n_levels (structure))
    return NULL;

  if (!node->is_part)
    return g_strdup_printf (
      ngettext ("%u\u00a0municipality", "%u\u00a0municipalities", node->n_leaves), node->n_leaves);

  /* Translators: how many of all municipalities of an area lie in this part of it. */
  return g_strdup_printf (ngettext ("%1$u of %2$u\u00a0municipality",
                                    "%1$u of %2$u\u00a0municipalities", node->n_whole_leaves),
                          node->n_leaves, node->n_whole_leaves);
}

const char *
streek_certainty_get_words (StreekCertainty certainty)
{
  switch (certainty)
    {
    case STREEK_CERTAINTY_DOCUMENTED:
      return C_ ("certainty", "Documented");
    case STREEK_CERTAINTY_CORRECTED:
      return C_ ("certainty", "Corrected by staff");
    default:
      return C_ ("certainty", "Inferred");
    }
}

/* "SERR Brugge (10), SERR Oostende-Westhoek (7)": every place of an area. */
static char *
list_places (const StreekStructure *structure, const StreekArea *area)
{
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < streek_structure_get_n_nodes (structure); i++)
    {
      const StreekStructureNode *node = streek_structure_get_node (structure, i);

      if (node->area != area || node->parent < 0)
        continue;

      g_autofree char *parent = streek_structure_dup_name (
        streek_structure_get_node (structure, (guint) node->parent)->area);

      g_string_append_printf (places, "%s%s (%u)", places->len > 0 ? ", " : "", parent,
                              node->n_leaves);
    }

  return g_string_free (places, FALSE);
}

char *
streek_structure_explain_part (const StreekStructure *structure, const StreekStructureNode *node)
{
  if (!node->is_part || node->parent < 0)
    return NULL;

  g_autofree char *name = streek_structure_dup_name (node->area);
  g_autofree char *places = list_places (structure, node->area);

  /* Translators: %1$s is an area, %2$s a list of areas with numbers of municipalities. */
  return g_strdup_printf (_ ("%1$s lies in more than one area: %2$s."), name, places);
}

GStrv
streek_structure_explain_parts (const StreekStructure *structure)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < streek_structure_get_n_nodes (structure); i++)
    {
      const StreekStructureNode *node = streek_structure_get_node (structure, i);
      g_autofree char *sentence = streek_structure_explain_part (structure, node);

      if (sentence != NULL && g_hash_table_add (told, (gpointer) node->area))
        g_strv_builder_add (sentences, sentence);
    }

  return g_strv_builder_end (sentences);
}
