/* streek-fiche-rows.c: what a fiche says of an indicator, row by row, out of the catalogue */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-fiche-view-private.h"

#include "indicator/streek-policy-limits.h"
#include "indicators/streek-indicator-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nothing is said where there is nothing to say. */
void
streek_fiche_view_add_row (StreekFicheView *self,
                           AdwPreferencesGroup *group,
                           const char *title,
                           const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_add_css_class (row, "property");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_link_row (StreekFicheView *self, const char *title, const char *url)
{
  if (url == NULL || url[0] == '\0')
    return;

  guint n = self->rows->len;

  streek_fiche_view_add_row (self, self->origin_group, title, url);

  if (self->rows->len == n || !g_str_has_prefix (url, "http"))
    return;

  GtkWidget *link = gtk_link_button_new_with_label (url, _ ("Open in Browser"));

  gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (g_ptr_array_index (self->rows, n), link);
}

static char *
dup_breaks (const StreekIndicator *indicator)
{
  if (indicator->kind != STREEK_INDICATOR_RATIO)
    return NULL;

  switch (indicator->denominator_rule)
    {
    case STREEK_DENOMINATOR_LATEST_BEFORE:
      return g_strdup_printf (ngettext ("Latest before it, at most %d year earlier",
                                        "Latest before it, at most %d years earlier",
                                        (gulong) indicator->denominator_max_years),
                              indicator->denominator_max_years);
    case STREEK_DENOMINATOR_FIXED:
      return streek_format_period (streek_format_get_default (),
                                   indicator->denominator_fixed_period);
    default:
      return g_strdup (_ ("Same period as the numerator"));
    }
}

void
streek_fiche_view_clear_rows (StreekFicheView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }

  g_ptr_array_set_size (self->rows, 0);
}

static const char *
get_name (const StreekCatalogue *catalogue, const char *code)
{
  const StreekIndicator *indicator = streek_catalogue_find (catalogue, code, NULL);

  return indicator != NULL ? streek_indicator_get_shown_name (indicator) : code;
}

static void
add_aliases (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) aliases = streek_catalogue_list_aliases (catalogue, code);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < aliases->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            ((StreekAlias *) aliases->pdata[i])->alias);

  streek_fiche_view_add_row (self, self->links_group, _ ("Other names"), text->str);
}

/* Not where it only repeats the name or the code. */
static void
add_labels (StreekFicheView *self,
            const StreekCatalogue *catalogue,
            const StreekIndicator *indicator)
{
  g_autoptr (GPtrArray) labels = streek_catalogue_list_labels (catalogue, indicator->code);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = ((StreekSourceLabel *) labels->pdata[i])->label;

      if (strcmp (label, indicator->name) != 0 && strcmp (label, indicator->code) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", label);
    }

  /* Translators: heads what a file called an indicator. */
  streek_fiche_view_add_row (self, self->origin_group, _ ("In the source"), text->str);
}

static void
add_versions (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) versions = streek_catalogue_list_versions (catalogue, code);

  for (guint i = 0; i < versions->len; i++)
    {
      const StreekDefinitionVersion *version = versions->pdata[i];
      g_autofree char *from =
        streek_format_period (streek_format_get_default (), version->valid_from);
      /* Translators: %s is a period. */
      g_autofree char *title = g_strdup_printf (_ ("Definition from %s"), from);
      g_autofree char *text =
        version->follows != NULL
          /* Translators: %1$s is a definition, %2$s the name of an indicator. */
          ? g_strdup_printf (_ ("%1$s Takes the place of “%2$s”."), version->definition,
                             get_name (catalogue, version->follows))
          : g_strdup (version->definition);

      streek_fiche_view_add_row (self, self->links_group, title, text);
    }
}

static void
add_breaks (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) breaks = streek_catalogue_list_breaks (catalogue, code);

  for (guint i = 0; i < breaks->len; i++)
    {
      const StreekBreak *item = breaks->pdata[i];
      g_autofree char *period = streek_format_period (streek_format_get_default (), item->period);
      /* Translators: %s is a period. */
      g_autofree char *title = g_strdup_printf (_ ("Break at %s"), period);

      streek_fiche_view_add_row (self, self->links_group, title, item->reason);
    }
}

static void
add_parts (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) breakdowns = streek_catalogue_list_breakdowns (catalogue, code);
  g_autoptr (GPtrArray) wholes = streek_catalogue_list_wholes (catalogue, code);

  for (guint i = 0; i < breakdowns->len; i++)
    {
      const StreekBreakdown *breakdown = breakdowns->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < breakdown->n_parts; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "; " : "",
                                get_name (catalogue, breakdown->parts[j]));

      if (!breakdown->is_complete)
        g_string_append_printf (text, ". %s", _ ("The parts do not make up the whole."));

      /* Translators: %s says by what a total is divided, such as age. */
      g_autofree char *title = g_strdup_printf (_ ("Parts: %s"), breakdown->label);

      streek_fiche_view_add_row (self, self->links_group, title, text->str);
    }

  for (guint i = 0; i < wholes->len; i++)
    streek_fiche_view_add_row (self, self->links_group, _ ("Part of"),
                               get_name (catalogue, ((StreekBreakdown *) wholes->pdata[i])->code));
}

static void
add_gaps (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) gaps = streek_catalogue_list_gaps (catalogue, code);

  for (guint i = 0; i < gaps->len; i++)
    {
      const StreekSupplyNeed *gap = gaps->pdata[i];
      g_autofree char *text =
        /* Translators: names of three indicators. */
        g_strdup_printf (_ ("Supply: %1$s. Need: %2$s. Difference: %3$s."),
                         get_name (catalogue, gap->supply), get_name (catalogue, gap->need),
                         get_name (catalogue, gap->gap));

      streek_fiche_view_add_row (self, self->links_group, gap->label, text);
    }
}

/* The classes in one line, who fixed them, and for when; what cannot be used says why. */
static void
add_policies (StreekFicheView *self,
              const StreekCatalogue *catalogue,
              const StreekIndicator *indicator)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autoptr (GPtrArray) policies = streek_catalogue_list_policy_limits (catalogue, indicator->code);

  for (guint i = 0; i < policies->len; i++)
    {
      const StreekPolicyLimits *limits = policies->pdata[i];
      /* Translators: %s is the name of class limits. */
      g_autofree char *title =
        g_strdup_printf (_ ("Policy limits: %s"), limits->texts[STREEK_POLICY_NAME]);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) problem = NULL;

      if (streek_policy_limits_check (limits->texts, &problem))
        {
          g_autofree char *classes =
            streek_policy_limits_dup_classes (limits, indicator->decimals, format);
          g_autofree char *validity = streek_policy_limits_dup_validity (limits, format);

          g_string_append (text, classes);
          if (validity != NULL)
            g_string_append_printf (text, " (%s)", validity);
          g_string_append_printf (text, "\n%s", limits->texts[STREEK_POLICY_SOURCE]);
        }
      else
        g_string_append (text, problem->message);

      streek_fiche_view_add_row (self, self->links_group, title, text->str);
    }
}

static void
fill_links (StreekFicheView *self, const StreekIndicator *indicator)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  guint n = self->rows->len;

  add_aliases (self, catalogue, indicator->code);
  add_versions (self, catalogue, indicator->code);
  add_breaks (self, catalogue, indicator->code);
  add_parts (self, catalogue, indicator->code);
  add_gaps (self, catalogue, indicator->code);
  add_policies (self, catalogue, indicator);
  gtk_widget_set_visible (GTK_WIDGET (self->links_group), self->rows->len > n);
}

/* The newest period, and whether that is long ago. */
static void
add_latest (StreekFicheView *self, const StreekIndicator *indicator)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  StreekPeriod newest;

  if (!streek_catalogue_find_newest_period (catalogue, indicator, &newest))
    return;

  g_autofree char *period = streek_format_period (streek_format_get_default (), newest);
  g_autofree char *text =
    streek_catalogue_is_old (catalogue, indicator, newest)
      /* Translators: %s is a period. */
      ? g_strdup_printf (_ ("%s. Nothing newer is in the file, and that is long ago."), period)
      : g_strdup (period);

  streek_fiche_view_add_row (self, self->origin_group, _ ("Latest period"), text);
}

void
streek_fiche_view_fill_rows (StreekFicheView *self, const StreekIndicator *indicator)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  g_autofree char *formula = streek_indicator_dup_formula (catalogue, indicator);
  g_autofree char *denominator_period = dup_breaks (indicator);
  g_autofree char *span = streek_indicator_dup_span (catalogue, indicator);

  streek_fiche_view_add_row (self, self->meaning_group, _ ("Definition"), indicator->definition);
  streek_fiche_view_add_row (self, self->meaning_group, _ ("Computation"), formula);
  streek_fiche_view_add_row (self, self->meaning_group, _ ("Period of the denominator"),
                             denominator_period);
  streek_fiche_view_add_row (self, self->meaning_group, _ ("Unit"), indicator->unit);
  streek_fiche_view_add_row (self, self->meaning_group, _ ("Moment"),
                             streek_time_kind_get_words (indicator->time_kind));
  streek_fiche_view_add_row (self, self->meaning_group, _ ("Direction"),
                             streek_direction_get_words (indicator->direction));
  streek_fiche_view_add_row (self, self->meaning_group, _ ("Total of several areas"),
                             streek_indicator_get_total_words (indicator));
  streek_fiche_view_add_row (self, self->meaning_group, _ ("Note"), indicator->note);

  fill_links (self, indicator);

  streek_fiche_view_add_row (self, self->origin_group, _ ("Figures"),
                             span != NULL ? span : C_ ("indicator", "No figures yet"));
  add_latest (self, indicator);
  streek_fiche_view_add_row (self, self->origin_group, _ ("Source"), indicator->source);
  add_labels (self, catalogue, indicator);
  streek_fiche_view_add_row (self, self->origin_group, _ ("Licence"), indicator->licence);
  add_link_row (self, _ ("Published table"), indicator->table_url);
  streek_fiche_view_add_row (self, self->origin_group, _ ("Code"), indicator->code);
}
