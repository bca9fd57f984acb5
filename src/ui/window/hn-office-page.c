/* The lists beside the tabs: what the office has settled, and what other records refer to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-office-page.h"

#include <glib/gi18n-lib.h>

#include "hn-spoken.h"
#include "hn-tabs.h"

struct _HnOfficePage
{
  AdwNavigationPage parent_instance;

  HnTabPage *tab_page;

  AdwBin *content;
  AdwButtonContent *add_content;
  GtkWidget *wide_title;
  GtkMenuButton *list_button;
};

G_DEFINE_FINAL_TYPE (HnOfficePage, hn_office_page, ADW_TYPE_NAVIGATION_PAGE)

static void
kind_changed_cb (HnOfficePage *self)
{
  gtk_menu_button_set_label (self->list_button, hn_kind_get_plural (hn_tab_page_get_kind (self->tab_page)));
}

static void
hn_office_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_OFFICE_PAGE);

  G_OBJECT_CLASS (hn_office_page_parent_class)->dispose (object);
}

static void
hn_office_page_class_init (HnOfficePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_office_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-office-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HnOfficePage, content);
  gtk_widget_class_bind_template_child (widget_class, HnOfficePage, add_content);
  gtk_widget_class_bind_template_child (widget_class, HnOfficePage, wide_title);
  gtk_widget_class_bind_template_child (widget_class, HnOfficePage, list_button);
}

static void
hn_office_page_init (HnOfficePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_menus (GTK_WIDGET (self));
}

/**
 * hn_office_page_new:
 * @lists: the menu of the lists, for a narrow window
 */
AdwNavigationPage *
hn_office_page_new (HnContext  *context,
                    GMenuModel *lists)
{
  g_autoptr (GPtrArray) kinds = hn_tab_list_office ();
  HnOfficePage *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_OFFICE_PAGE, NULL);
  self->tab_page = HN_TAB_PAGE (hn_tab_page_new (context, kinds, g_ptr_array_index (kinds, 0)));
  adw_bin_set_child (self->content, GTK_WIDGET (self->tab_page));
  gtk_menu_button_set_menu_model (self->list_button, lists);
  g_signal_connect_object (self->tab_page, "notify::kind", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);
  kind_changed_cb (self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * hn_office_page_get_tab_page:
 *
 * Returns: (transfer none): the reference lists of the office
 */
HnTabPage *
hn_office_page_get_tab_page (HnOfficePage *self)
{
  g_return_val_if_fail (HN_IS_OFFICE_PAGE (self), NULL);

  return self->tab_page;
}

/**
 * hn_office_page_set_narrow:
 * @narrow: the lists are chosen in the header
 * @slim: the side lies over the list
 */
void
hn_office_page_set_narrow (HnOfficePage *self,
                           gboolean      narrow,
                           gboolean      slim)
{
  g_return_if_fail (HN_IS_OFFICE_PAGE (self));

  adw_button_content_set_label (self->add_content, narrow ? "" : C_("verb", "Add"));
  gtk_widget_set_visible (self->wide_title, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->list_button), narrow);
  hn_tab_page_set_narrow (self->tab_page, narrow, slim);
}
