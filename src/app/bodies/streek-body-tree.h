/* streek-body-tree.h: consultation bodies under the ones that they belong to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_BODY_TREE (streek_body_tree_get_type ())
G_DECLARE_FINAL_TYPE (StreekBodyTree, streek_body_tree, STREEK, BODY_TREE, AdwBin)

/* Enter opens a body; it follows the records by itself. */
GtkWidget *streek_body_tree_new (StreekContext *context);
