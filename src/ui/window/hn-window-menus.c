/* Menus of the window that say what they would do: which list, what is undone, which register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-register-place.h"
#include "hn-window-private.h"

/* So much of a title stands in a menu. */
#define MAX_TITLE 48

/* A title as it stands in a menu: not too long, and with its underlines, which would else mark keys. */
static char *
make_label (const char *title)
{
  g_autoptr (GString) label = g_string_new (title);

  if (g_utf8_strlen (title, -1) > MAX_TITLE)
    {
      g_string_truncate (label, (gsize) (g_utf8_offset_to_pointer (title, MAX_TITLE - 1) - title));
      g_string_append (label, "…");
    }
  g_string_replace (label, "_", "__", 0);

  return g_string_free_and_steal (g_steal_pointer (&label));
}

/* --- undo and redo ------------------------------------------------------- */

static char *
label_undo (const char *title)
{
  g_autofree char *label = title != NULL ? make_label (title) : NULL;

  return label != NULL ? g_strdup_printf (_("_Undo “%s”"), label) : g_strdup (_("_Undo"));
}

static char *
label_redo (const char *title)
{
  g_autofree char *label = title != NULL ? make_label (title) : NULL;

  return label != NULL ? g_strdup_printf (_("_Redo “%s”"), label) : g_strdup (_("_Redo"));
}

/**
 * hn_window_update_undo:
 *
 * Says in the menu and at the button what would be undone.
 */
void
hn_window_update_undo (HnWindow *self)
{
  const char *undo = hn_context_get_undo_title (self->context);
  g_autofree char *undo_label = label_undo (undo);
  g_autofree char *redo_label = label_redo (hn_context_get_redo_title (self->context));
  g_autofree char *tooltip = undo != NULL ? g_strdup_printf (_("Undo “%s” (Ctrl+Z)"), undo) : NULL;

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo_label, "win.undo");
  g_menu_append (self->undo_section, redo_label, "win.redo");
  gtk_widget_set_tooltip_text (self->undo_button, tooltip != NULL ? tooltip : _("Undo (Ctrl+Z)"));
}

/* --- the lists ----------------------------------------------------------- */

static void
add_list (GMenu        *menu,
          const HnKind *kind)
{
  g_autofree char *label = make_label (hn_kind_get_plural (kind));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.list", "s", kind->name);
  g_menu_append_item (menu, item);
}

static void
add_addition (GMenu        *menu,
              const HnKind *kind)
{
  g_autofree char *label = make_label (hn_kind_get_label (kind));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.add-record", "(s@a(ss))", kind->name,
                                     g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0));
  g_menu_append_item (menu, item);
}

/**
 * hn_window_update_lists:
 *
 * Offers the lists of the page that is seen: to choose among them in a narrow window, and what can be added to the
 * others.
 */
void
hn_window_update_lists (HnWindow *self)
{
  const HnKind *const *kinds;
  guint n_kinds;

  g_menu_remove_all (self->list_menu);
  g_menu_remove_all (self->add_menu);
  if (self->tab_page == NULL)
    return;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (!hn_tab_page_has_kind (self->tab_page, kinds[i]))
        continue;
      add_list (self->list_menu, kinds[i]);
      if (kinds[i] != hn_tab_page_get_kind (self->tab_page))
        add_addition (self->add_menu, kinds[i]);
    }
  gtk_menu_button_set_label (self->list_button, hn_kind_get_plural (hn_tab_page_get_kind (self->tab_page)));
}

/* --- registers ----------------------------------------------------------- */

static void
add_register (GMenu      *menu,
              const char *path)
{
  g_autofree char *name = hn_register_place_name (path);
  g_autofree char *text = NULL, *label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (hn_register_place_is_own (path))
    text = g_steal_pointer (&name);
  else
    {
      g_autofree char *folder = g_path_get_dirname (path), *place = g_path_get_basename (folder);

      /* Translators: a register and the folder that it is in */
      text = g_strdup_printf (_("%s (in %s)"), name, place);
    }
  label = make_label (text);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.register", "s", path);
  g_menu_append_item (menu, item);
}

/**
 * hn_window_update_registers:
 *
 * All registers, in the main menu and on the page of one that cannot be opened.
 */
void
hn_window_update_registers (HnWindow *self)
{
  g_auto (GStrv) paths = hn_register_place_list (self->settings);

  g_menu_remove_all (self->registers_section);
  g_menu_remove_all (self->switch_section);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      add_register (self->registers_section, paths[i]);
      add_register (self->switch_section, paths[i]);
    }
  gtk_widget_set_visible (self->switch_button, paths[0] != NULL);
}
