/* streek-nodes.h: the tree of widgets of a program, read over the accessibility bus in one go */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <glib.h>

/* One widget as it was when the tree was read. */
typedef struct
{
  char *path; /* its name on the bus */
  char *role; /* one of AT-SPI's names, but "button" for "push button" */
  int depth;  /* 0: the root */
  GPtrArray *children;
} StreekNode;

/* Whether to read what is in a widget. */
typedef gboolean (*StreekDescendFunc) (const StreekNode *node, gpointer user_data);
/* Called depth first; FALSE ends the walk. */
typedef gboolean (*StreekVisitFunc) (StreekNode *node, gpointer user_data);

/* Reads what is in @root. Widgets without a size, and all in them, are left out, for GTK 4.8 tells
 * neither "showing" nor "mapped"; what has no place at all (the application, the pages of a stack)
 * takes no room of its own and stays. NULL where @root is gone. @descend: (nullable) */
StreekNode *streek_node_read (AtspiAccessible *root, StreekDescendFunc descend, gpointer user_data);
void streek_node_free (StreekNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekNode, streek_node_free)

gboolean streek_node_walk (StreekNode *node, StreekVisitFunc visit, gpointer user_data);
/* The names of all @nodes (elements: StreekNode), "" where there is none. @root: any of the same
 * program */
GPtrArray *streek_node_list_names (AtspiAccessible *root, GPtrArray *nodes);
/* What libatspi has for it. */
AtspiAccessible *streek_node_make_accessible (AtspiAccessible *root, const StreekNode *node);
