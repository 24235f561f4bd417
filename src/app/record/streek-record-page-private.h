/* streek-record-page-private.h: what the files of the list page share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-cited.h"
#include "record/streek-record-columns-box.h"
#include "record/streek-record-filter-box.h"
#include "record/streek-record-lists-box.h"
#include "record/streek-record-page.h"
#include "record/streek-record-rows.h"

struct _StreekRecordPage
{
  AdwBin parent_instance;

  GtkBox *tools;
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  GtkMenuButton *columns_button;
  GtkMenuButton *lists_button;
  GtkButton *new_button;
  GtkButton *first_button;
  GtkFlowBox *chips;
  GtkStack *stack; /* loading, empty, none, error, list */
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkColumnView *view;
  GtkLabel *count_label;
  GtkWidget *selection_tools;
  GMenu *open_section; /* of the menu */

  StreekRecordFilterBox *filter;
  StreekRecordColumnsBox *columns_box;
  StreekRecordListsBox *lists_box;

  StreekContext *context;
  StreekRecordBook *book;
  const StreekRecordKind *kind;
  StreekRecordPageOpenFunc opener; /* (nullable) */
  gpointer opener_data;
  StreekRecordListSpec *spec;
  StreekRecordList *list;       /* (nullable) */
  StreekRecordRows *rows;       /* (nullable) */
  GtkMultiSelection *selection; /* (nullable) */
  GCancellable *cancellable;    /* of the list that is being made */
  char **shown_columns;         /* (nullable): those of the view, as it is now */
  char **shown_chips;           /* (nullable): filters, in words */
  gint64 wanted;                /* selected when it is there, 0: none */
  guint order_id;               /* source that takes over the order of the columns, 0: none */
  gboolean is_stale;            /* another list is due when the page is seen */
  gboolean is_arranging;        /* columns and their order are ours to set */
};

/* Columns of the view as the spec has them, and its order. */
void streek_record_page_arrange (StreekRecordPage *self);
/* Asks for another list. */
void streek_record_page_refresh (StreekRecordPage *self);
/* The filters in words; each takes itself away. */
void streek_record_page_show_chips (StreekRecordPage *self);
/* The popovers of filters, columns and saved lists. */
void streek_record_page_build_filters (StreekRecordPage *self);
/* What the page opens, or else the form. */
void streek_record_page_open (StreekRecordPage *self, gint64 id);
/* The document behind the one that is selected; FALSE where there is none. */
gboolean streek_record_page_find_cited (StreekRecordPage *self, StreekRecordCited *cited);
void streek_record_page_install_actions (GtkWidgetClass *widget_class);
char *streek_record_page_dup_figure_place (StreekRecordPage *self, const char *noun);
