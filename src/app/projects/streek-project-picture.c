/* streek-project-picture.c: the map of projects as a page in a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "projects/streek-project-picture.h"

#include "print/streek-page-view.h"
#include "print/streek-printout.h"

GtkWidget *
streek_project_picture_new (void)
{
  return g_object_new (STREEK_TYPE_PAGE_VIEW, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
}

StreekScene *
streek_project_picture_lay_out (const StreekFigure *map, StreekSize size)
{
  const StreekLayoutOptions options = {
    .size = size,
    .theme = streek_theme_get_print (),
    .format = streek_format_get_default (),
    .language = streek_print_get_language (),
    .hovered = -1,
  };

  return streek_figure_layout (map, &options, NULL);
}

void
streek_project_picture_show (GtkWidget *picture, const StreekFigure *map, StreekScene *scene)
{
  g_return_if_fail (STREEK_IS_PAGE_VIEW (picture) && map != NULL);

  g_autofree char *notes = g_strjoinv (" ", (char **) streek_figure_get_notes (map));
  g_autofree char *words = g_strdup_printf ("%s %s", streek_figure_get_description (map), notes);

  streek_page_view_set_page (STREEK_PAGE_VIEW (picture), scene, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  streek_figure_get_title (map),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}
