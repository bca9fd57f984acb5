/* Records to the clipboard, as a table that a spreadsheet takes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-copy.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-list-table.h"
#include "hn-number.h"
#include "hn-toast.h"
#include "hn-work-dialog.h"

typedef struct
{
  GtkWidget *parent;
  HnWorkDialog *dialog;
  char *left_out; /* the labels of what is sensitive by law, or NULL */
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->parent);
  g_object_unref (copying->dialog);
  g_free (copying->left_out);
  g_free (copying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static void
fill_clipboard (GtkWidget         *parent,
                const HnListTable *table)
{
  GdkContentProvider *faces[] = {
    gdk_content_provider_new_for_bytes ("text/html", table->html),
    gdk_content_provider_new_typed (G_TYPE_STRING, table->text),
  };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (faces, G_N_ELEMENTS (faces));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (parent), provider);
}

static void
say_copied (const Copying     *copying,
            const HnListTable *table)
{
  g_autofree char *number = hn_number_print (table->n_rows, 0);
  g_autofree char *message =
    g_strdup_printf (ngettext ("Copied %s record", "Copied %s records", table->n_rows), number);
  g_autofree char *whole = NULL;

  if (copying->left_out != NULL)
    /* Translators: the first %s is "Copied 3 records", the second is labels of fields */
    whole = g_strdup_printf (_("%s, without what is sensitive by law: %s"), message, copying->left_out);
  hn_toast_say (copying->parent, whole != NULL ? whole : message);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Copying) copying = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnListTable) table = hn_list_table_finish (HN_STORE (source), result, &error);

  hn_work_dialog_done (copying->dialog);
  if (table == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hn_failure_show (copying->parent, _("Nothing Was Copied"), error);
      return;
    }

  fill_clipboard (copying->parent, table);
  say_copied (copying, table);
}

/* Whatever a person looks at: what is pasted goes on to others (NĐ 356/2025, Điều 4). */
static GPtrArray *
leave_out_sensitive (GPtrArray  *fields,
                     char      **left_out)
{
  GPtrArray *kept = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      const HnField *field = g_ptr_array_index (fields, i);

      if ((field->flags & HN_FIELD_SENSITIVE) != 0)
        g_strv_builder_add (builder, hn_field_get_label (field));
      else
        g_ptr_array_add (kept, (gpointer) field);
    }
  labels = g_strv_builder_end (builder);
  *left_out = labels[0] != NULL ? g_strjoinv (", ", labels) : NULL;

  return kept;
}

/**
 * hn_list_copy:
 * @parent: where it is said how it went
 * @kind: a kind or view
 * @fields: (element-type HnField): the columns in the order shown
 * @ids: (element-type gint64): the records in their order
 *
 * Puts the records into the clipboard, as text and as a table. Columns that are sensitive by law are left out, which
 * is said; hn_list_export_present_filtered() can hand them on.
 */
void
hn_list_copy (GtkWidget    *parent,
              HnContext    *context,
              const HnKind *kind,
              GPtrArray    *fields,
              GArray       *ids)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (HnPlainList) list = NULL;
  Copying *copying;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HN_IS_CONTEXT (context));
  g_return_if_fail (kind != NULL && fields != NULL && ids != NULL);

  if (ids->len == 0)
    return;

  copying = g_new0 (Copying, 1);
  copying->parent = g_object_ref (parent);
  copying->dialog = hn_work_dialog_new (parent, _("Copying…"));
  kept = leave_out_sensitive (fields, &copying->left_out);
  list = hn_plain_list_new (kind, kept, ids, NULL);
  /* What is pasted is what was seen. */
  list->language = HN_LANGUAGE_OF_USER;
  hn_list_table_async (hn_context_get_store (context), list, hn_work_dialog_get_gauge (copying->dialog),
                       hn_work_dialog_get_cancellable (copying->dialog), made_cb, copying);
}
