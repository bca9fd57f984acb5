/* One line of what was found: a record, or the way to all of its kind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-find-row.h"

#include <glib/gi18n-lib.h>

#include "hn-count.h"
#include "hn-list-words.h"
#include "hn-spoken.h"

struct _HnFindRow
{
  GtkListBoxRow parent_instance;

  const HnKind *kind;
  gint64 id;           /* 0: all that were found of the kind */
  const char *heading; /* of its group */
};

G_DEFINE_FINAL_TYPE (HnFindRow, hn_find_row, GTK_TYPE_LIST_BOX_ROW)

static void
hn_find_row_class_init (HnFindRowClass *klass)
{
}

static void
hn_find_row_init (HnFindRow *self)
{
  /* The focus stays where it is typed. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
create_label (const char         *text,
              PangoEllipsizeMode  mode)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), mode);
  gtk_widget_set_tooltip_text (label, text);

  return label;
}

/* What was worked on last is of many kinds: each line says of which. */
static char *
describe_hit (const HnFindGroup *group,
              const HnFindHit   *hit)
{
  const char *kind = hn_kind_get_label (hit->kind);

  if (group->kind != NULL)
    return g_strdup (hit->detail);

  return *hit->detail != '\0' ? g_strdup_printf ("%s · %s", kind, hit->detail) : g_strdup (kind);
}

static GtkWidget *
row_new (const HnFindGroup *group,
         const HnKind      *kind,
         const char        *icon,
         GtkWidget         *child,
         const char        *label)
{
  HnFindRow *self = g_object_new (HN_TYPE_FIND_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = hn_spoken_picture (icon);

  self->kind = kind;
  self->heading = group->kind != NULL ? hn_kind_get_plural (group->kind) : _("Changed Last");
  gtk_widget_add_css_class (image, "dimmed");
  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), child);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * hn_find_row_new:
 * @group: the kind that the hit was found in, or what was worked on last
 * @hit: the record
 *
 * Returns: (transfer floating): a row of the results
 */
GtkWidget *
hn_find_row_new (const HnFindGroup *group,
                 const HnFindHit   *hit)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *detail = describe_hit (group, hit);
  GtkWidget *row;

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), create_label (hit->title, PANGO_ELLIPSIZE_MIDDLE));
  if (*detail != '\0')
    {
      GtkWidget *label = create_label (detail, PANGO_ELLIPSIZE_END);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (words), label);
    }

  row = row_new (group, hit->kind, hn_list_words_icon (hit->kind), words, hit->title);
  HN_FIND_ROW (row)->id = hit->id;
  if (*detail != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);

  return row;
}

/**
 * hn_find_row_new_all:
 *
 * Returns: (transfer floating): "All 1.234 people…", which leads to their list
 */
GtkWidget *
hn_find_row_new_all (const HnFindGroup *group)
{
  g_autofree char *count = hn_count_records (group->kind, group->n_found);
  /* Translators: %s is "1.234 people" */
  g_autofree char *label = g_strdup_printf (_("All %s…"), count);

  return row_new (group, group->kind, "go-next-symbolic", create_label (label, PANGO_ELLIPSIZE_END), label);
}

/**
 * hn_find_row_get_kind:
 *
 * Returns: (nullable): the kind whose list the row leads to
 */
const HnKind *
hn_find_row_get_kind (HnFindRow *self)
{
  g_return_val_if_fail (HN_IS_FIND_ROW (self), NULL);

  return self->kind;
}

/**
 * hn_find_row_get_id:
 *
 * Returns: the record, or 0 where the row stands for all that were found of its kind
 */
gint64
hn_find_row_get_id (HnFindRow *self)
{
  g_return_val_if_fail (HN_IS_FIND_ROW (self), 0);

  return self->id;
}

/**
 * hn_find_row_get_heading:
 *
 * Returns: (transfer none): what the group is called that it stands in
 */
const char *
hn_find_row_get_heading (HnFindRow *self)
{
  g_return_val_if_fail (HN_IS_FIND_ROW (self), NULL);

  return self->heading;
}
