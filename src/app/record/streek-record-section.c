/* streek-record-section.c: a section with several lists or other pages of records, behind tabs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-section.h"

#include "print/streek-printable.h"
#include "streek-tabs.h"

#include <glib/gi18n.h>

struct _StreekRecordSection
{
  AdwBin parent_instance;

  GtkWidget *tabs;
  GtkStack *stack;
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekRecordSection,
                               streek_record_section,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static StreekPrintout *
streek_record_section_dup_printout (StreekPrintable *printable)
{
  GtkWidget *page = gtk_stack_get_visible_child (STREEK_RECORD_SECTION (printable)->stack);

  return STREEK_IS_PRINTABLE (page) ? streek_printable_dup_printout (STREEK_PRINTABLE (page))
                                    : NULL;
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_record_section_dup_printout;
}

static void
show_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_record_section_show (STREEK_RECORD_SECTION (widget),
                              g_variant_get_string (parameter, NULL));
}

static void
streek_record_section_class_init (StreekRecordSectionClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "section.show", "s", show_page);
}

static void
streek_record_section_init (StreekRecordSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->tabs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_add_css_class (switcher, "tabs");
  gtk_widget_add_css_class (switcher, "many");
  gtk_widget_set_margin_top (switcher, 6);
  gtk_widget_set_margin_bottom (switcher, 6);
  gtk_widget_set_margin_start (switcher, 12);
  gtk_widget_set_margin_end (switcher, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show as"), -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_visible (self->tabs, FALSE);
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (switcher)), FALSE);
  /* more tabs than a narrow window has room for: keys and wheel reach the others */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), switcher);
  gtk_widget_add_css_class (scroller, "tab-scroller");
  gtk_box_append (GTK_BOX (self->tabs), scroller);
  gtk_box_append (GTK_BOX (self->tabs), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->tabs);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  streek_tabs_keep_in_sight (GTK_STACK_SWITCHER (switcher));
}

GtkWidget *
streek_record_section_new (void)
{
  return g_object_new (STREEK_TYPE_RECORD_SECTION, NULL);
}

void
streek_record_section_add (StreekRecordSection *self,
                           const char *name,
                           const char *title,
                           GtkWidget *page)
{
  g_return_if_fail (STREEK_IS_RECORD_SECTION (self) && GTK_IS_WIDGET (page));

  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  gtk_stack_add_titled (self->stack, page, name, title);
  gtk_widget_set_visible (self->tabs, first != NULL);
}

void
streek_record_section_show (StreekRecordSection *self, const char *name)
{
  g_return_if_fail (STREEK_IS_RECORD_SECTION (self) && name != NULL);

  gtk_stack_set_visible_child_name (self->stack, name);
}

GtkWidget *
streek_record_section_get_page (StreekRecordSection *self, const char *name)
{
  g_return_val_if_fail (STREEK_IS_RECORD_SECTION (self) && name != NULL, NULL);

  return gtk_stack_get_child_by_name (self->stack, name);
}

StreekRecordPage *
streek_record_section_add_kind (StreekRecordSection *self,
                                StreekContext *context,
                                const StreekRecordKind *kind)
{
  g_return_val_if_fail (STREEK_IS_RECORD_SECTION (self), NULL);

  GtkWidget *page = streek_record_page_new (context, kind);

  streek_record_section_add (self, kind->id, streek_record_kind_get_plural (kind), page);

  return STREEK_RECORD_PAGE (page);
}
