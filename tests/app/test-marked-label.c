/* test-marked-label.c: words of a label that were struck and that are new, seen and heard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-marked-label.h"

#include <string.h>

/* Whether all of the bytes from @start to @end have an attribute, and none beside them. */
static void
assert_marked (GtkLabel *label, PangoAttrType type, guint start, guint end)
{
  guint n = 0;
  GSList *all = pango_attr_list_get_attributes (gtk_label_get_attributes (label));

  for (GSList *l = all; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type != type)
        continue;

      n++;
      g_assert_cmpuint (attribute->start_index, ==, start);
      g_assert_cmpuint (attribute->end_index, ==, end);
    }

  g_assert_cmpuint (n, ==, 1);
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
}

/* “Ten” is struck; “Six” is bold, with a line below it. */
static void
test_marks_words (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (StreekWordDiff) diff = streek_word_diff_new ("Ten courses", "Six courses");
  g_autoptr (StreekMarkedText) text = streek_marked_text_new ();

  streek_marked_text_append (text, "Ten courses", diff->struck);
  streek_marked_text_append (text, " → ", NULL);
  streek_marked_text_append (text, "Six courses", diff->came);
  gtk_label_set_text (GTK_LABEL (label), text->text->str);
  streek_label_mark_words (GTK_LABEL (label), text->spans);

  guint six = (guint) (strstr (text->text->str, "Six") - text->text->str);

  assert_marked (GTK_LABEL (label), PANGO_ATTR_STRIKETHROUGH, 0, 3);
  assert_marked (GTK_LABEL (label), PANGO_ATTR_WEIGHT, six, six + 3);
  assert_marked (GTK_LABEL (label), PANGO_ATTR_UNDERLINE, six, six + 3);
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Struck: “Ten”\nNew: “Six”");
  g_object_unref (label);
}

static void
test_marks_nothing (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("As it was"));
  g_autoptr (StreekWordDiff) diff = streek_word_diff_new ("As it was", "As it was");

  streek_label_mark_words (GTK_LABEL (label), NULL);
  streek_label_mark_words (GTK_LABEL (label), diff->came);
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (label)));
  g_object_unref (label);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/marked-label/marks-words", test_marks_words);
  g_test_add_func ("/app/marked-label/marks-nothing", test_marks_nothing);

  return g_test_run ();
}
