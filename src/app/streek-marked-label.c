/* streek-marked-label.c: words of a label that were struck, and that are new */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-marked-label.h"

/* Takes @attribute. */
static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, const StreekTextSpan *span)
{
  attribute->start_index = (guint) span->start;
  attribute->end_index = (guint) span->end;
  pango_attr_list_insert (list, attribute);
}

static void
add_span (PangoAttrList *list, const StreekTextSpan *span)
{
  if (span->mark == STREEK_WORDS_STRUCK)
    {
      add_attribute (list, pango_attr_strikethrough_new (TRUE), span);
      return;
    }

  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
  add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), span);
}

void
streek_label_mark_words (GtkLabel *label, const GArray *spans)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  if (spans == NULL || spans->len == 0)
    return;

  const StreekTextSpan *all = (const StreekTextSpan *) spans->data;
  PangoAttrList *list = pango_attr_list_new ();
  g_autofree char *words = streek_text_spans_describe (all, spans->len, gtk_label_get_text (label));

  for (guint i = 0; i < spans->len; i++)
    add_span (list, &all[i]);

  gtk_label_set_attributes (label, list);
  pango_attr_list_unref (list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}
