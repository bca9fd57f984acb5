/* A row of the preferences that stands for a record and leads to its form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-row.h"

#include "hn-editor.h"

/* What a row opens; lives as long as the row. */
typedef struct
{
  HnContext *context;
  HnRecord *record;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->context);
  hn_record_unref (subject->record);
  g_free (subject);
}

static void
activated_cb (GtkWidget *row)
{
  const Subject *subject = g_object_get_data (G_OBJECT (row), "subject");

  adw_dialog_present (hn_editor_new (subject->context, subject->record), row);
}

static void
add_mark (AdwActionRow *row,
          const char   *mark)
{
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_add_css_class (label, "accent");
  gtk_widget_add_css_class (label, "heading");
  adw_action_row_add_suffix (row, label);
}

static void
lead_to_form (GtkWidget      *row,
              HnContext      *context,
              const HnRecord *record)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->context = g_object_ref (context);
  subject->record = hn_record_copy (record);
  g_object_set_data_full (G_OBJECT (row), "subject", subject, subject_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
}

/**
 * hn_record_row_new:
 * @record: as it is in the register
 * @mark: (nullable): what sets it apart from the others
 *
 * Returns: (transfer floating): an #AdwActionRow; in a register that cannot be changed it only says what is settled
 */
GtkWidget *
hn_record_row_new (HnContext      *context,
                   const HnRecord *record,
                   const char     *title,
                   const char     *subtitle,
                   const char     *mark)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (mark != NULL)
    add_mark (ADW_ACTION_ROW (row), mark);
  if (!hn_store_is_read_only (hn_context_get_store (context)))
    lead_to_form (row, context, record);

  return row;
}
