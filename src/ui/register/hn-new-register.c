/* How a register begins: with an office, as the sample, from a copy, or empty.
 *
 * It stands in a window that has no register yet, and in a dialog over one that has. What it makes is opened by
 * app.open-register, the sample is made by app.new-sample, and copies are restored by win.restore-copy.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-new-register.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-province.h"
#include "hn-province-row.h"
#include "hn-register-make.h"

/* What most offices put after the number of a paper. */
#define SYMBOL "LHHN"
#define TITLE "Chủ tịch"

struct _HnNewRegister
{
  AdwBin parent_instance;

  char *heading;
  gboolean busy;
  gboolean begun; /* the keyboard was put where it begins */
  const HnProvince *province; /* of which the proposals stand there, or NULL */

  AdwNavigationView *navigation;
  GtkListBox *choices;
  GtkWidget *office_choice;
  GtkWidget *sample_choice;
  GtkWidget *copy_choice;
  GtkWidget *empty_choice;
  AdwNavigationPage *office_page;
  GtkWidget *make_button;
  AdwBanner *failure_banner;
  AdwComboRow *province_row;
  GtkEditable *name_row;
  GtkEditable *superior_row;
  GtkEditable *place_row;
  GtkEditable *symbol_row;
  GtkEditable *signatory_row;
  GtkEditable *signatory_title_row;
};

enum
{
  PROP_0,
  PROP_HEADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnNewRegister, hn_new_register, ADW_TYPE_BIN)

/* --- making -------------------------------------------------------------- */

/* Not the fields: that would take the focus from where it is. */
static void
set_busy (HnNewRegister *self,
          gboolean       busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (self->make_button, !busy);
}

static void
show_message (HnNewRegister *self,
              const char    *message)
{
  hn_failure_reveal (self->failure_banner, message);
}

/* Over what is shown: in the form there is a place for it. */
static void
show_failure (HnNewRegister *self,
              const GError  *error)
{
  if (adw_navigation_view_get_visible_page (self->navigation) != self->office_page)
    {
      hn_failure_show (GTK_WIDGET (self), _("The Register Was Not Made"), error);
      return;
    }
  show_message (self, error->message);
}

/* The window is asked, since this may be gone when the register opens. */
static void
leave_by (HnNewRegister *self,
          const char    *action,
          GVariant      *parameter)
{
  g_autoptr (GVariant) target = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkWidget) window = root != NULL ? g_object_ref (GTK_WIDGET (root)) : NULL;

  if (window == NULL)
    return;

  g_signal_emit (self, signals[LEFT], 0);
  gtk_widget_activate_action_variant (window, action, target);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HnNewRegister) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hn_register_make_finish (result, &error);

  /* Whoever has gone meanwhile finds the register in the menu. */
  if (self->navigation == NULL)
    return;

  set_busy (self, FALSE);
  if (path != NULL)
    leave_by (self, "app.open-register", g_variant_new_string (path));
  else
    show_failure (self, error);
}

static void
make (HnNewRegister *self,
      const char    *name,
      HnRecord      *profile)
{
  if (self->busy)
    return;

  set_busy (self, TRUE);
  hn_register_make_office_async (name, profile, NULL, made_cb, g_object_ref (self));
}

/* --- the form ------------------------------------------------------------ */

static const HnProvince *
get_province (HnNewRegister *self)
{
  guint selected = adw_combo_row_get_selected (self->province_row);

  /* The first asks to choose one. */
  return selected > 0 && selected <= hn_n_provinces ? &hn_provinces[selected - 1] : NULL;
}

static char *
get_text (GtkEditable *row)
{
  g_autofree char *composed = g_utf8_normalize (gtk_editable_get_text (row), -1, G_NORMALIZE_NFC);

  return g_strdup (g_strstrip (composed));
}

static void
set_text (HnRecord    *record,
          const char  *field,
          GtkEditable *row)
{
  g_autofree char *text = get_text (row);

  if (*text != '\0')
    hn_record_set_text (record, field, text);
}

static HnRecord *
create_profile (HnNewRegister    *self,
                const HnProvince *province)
{
  HnRecord *profile = hn_record_new (hn_kind_lookup ("office_profile"));
  g_autofree char *title = hn_province_title (province);
  g_autofree char *place = hn_province_place (province);

  hn_record_set_text (profile, "province", title);
  /* Every date of a paper needs it. */
  hn_record_set_text (profile, "place", place);
  set_text (profile, "name", self->name_row);
  set_text (profile, "superior", self->superior_row);
  set_text (profile, "place", self->place_row);
  set_text (profile, "symbol", self->symbol_row);
  set_text (profile, "signatory", self->signatory_row);
  set_text (profile, "title", self->signatory_title_row);

  return profile;
}

static void
show_missing (HnNewRegister *self,
              GtkWidget     *row,
              const char    *message)
{
  hn_failure_mark (row, GTK_WIDGET (self->failure_banner), message);
  show_message (self, message);
  gtk_widget_grab_focus (row);
}

static void
make_cb (HnNewRegister *self)
{
  const HnProvince *province = get_province (self);
  g_autofree char *name = get_text (self->name_row);
  g_autofree char *place = NULL;
  g_autoptr (HnRecord) profile = NULL;

  adw_banner_set_revealed (self->failure_banner, FALSE);
  if (province == NULL)
    {
      show_missing (self, GTK_WIDGET (self->province_row), _("Choose the province of the office."));
      return;
    }
  if (*name == '\0')
    {
      show_missing (self, GTK_WIDGET (self->name_row), _("Write the name of the office."));
      return;
    }

  place = hn_province_place (province);
  profile = create_profile (self, province);
  make (self, place, profile);
}

/* What the person has written stays. */
static void
propose (GtkEditable *row,
         char        *before,
         char        *now)
{
  const char *text = gtk_editable_get_text (row);

  if (*text == '\0' || g_strcmp0 (text, before) == 0)
    gtk_editable_set_text (row, now);
  g_free (before);
  g_free (now);
}

static void
province_changed_cb (HnNewRegister *self)
{
  const HnProvince *before = self->province;
  const HnProvince *now = get_province (self);

  if (now == NULL || now == before)
    return;

  self->province = now;
  hn_failure_mark (GTK_WIDGET (self->province_row), GTK_WIDGET (self->failure_banner), NULL);
  propose (self->name_row, before != NULL ? hn_province_office (before) : NULL, hn_province_office (now));
  propose (self->superior_row, before != NULL ? hn_province_superior (before) : NULL, hn_province_superior (now));
  propose (self->place_row, before != NULL ? hn_province_place (before) : NULL, hn_province_place (now));
}

static void
changed_cb (HnNewRegister *self)
{
  hn_failure_mark (GTK_WIDGET (self->name_row), GTK_WIDGET (self->failure_banner), NULL);
}

/* --- the choice ---------------------------------------------------------- */

static void
choice_activated_cb (HnNewRegister *self,
                     GtkWidget     *row)
{
  if (row == self->office_choice)
    {
      adw_navigation_view_push (self->navigation, self->office_page);
      gtk_widget_grab_focus (GTK_WIDGET (self->province_row));
    }
  else if (row == self->sample_choice)
    leave_by (self, "app.new-sample", NULL);
  else if (row == self->copy_choice)
    leave_by (self, "win.restore-copy", NULL);
  else
    make (self, _("Register"), NULL);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_new_register_map (GtkWidget *widget)
{
  HnNewRegister *self = HN_NEW_REGISTER (widget);

  GTK_WIDGET_CLASS (hn_new_register_parent_class)->map (widget);

  /* It comes again where the window gets another size. */
  if (!self->begun)
    gtk_widget_grab_focus (self->office_choice);
  self->begun = TRUE;
}

static void
hn_new_register_dispose (GObject *object)
{
  HnNewRegister *self = HN_NEW_REGISTER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_NEW_REGISTER);

  G_OBJECT_CLASS (hn_new_register_parent_class)->dispose (object);
}

static void
hn_new_register_finalize (GObject *object)
{
  HnNewRegister *self = HN_NEW_REGISTER (object);

  g_free (self->heading);

  G_OBJECT_CLASS (hn_new_register_parent_class)->finalize (object);
}

static void
hn_new_register_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, HN_NEW_REGISTER (object)->heading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_new_register_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_HEADING:
      HN_NEW_REGISTER (object)->heading = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-new-register.ui");
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, navigation);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, choices);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, office_choice);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, sample_choice);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, copy_choice);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, empty_choice);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, office_page);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, make_button);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, province_row);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, name_row);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, superior_row);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, place_row);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, symbol_row);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, signatory_row);
  gtk_widget_class_bind_template_child (widget_class, HnNewRegister, signatory_title_row);
  gtk_widget_class_bind_template_callback (widget_class, choice_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, province_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
}

static void
hn_new_register_class_init (HnNewRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->map = hn_new_register_map;
  object_class->dispose = hn_new_register_dispose;
  object_class->finalize = hn_new_register_finalize;
  object_class->get_property = hn_new_register_get_property;
  object_class->set_property = hn_new_register_set_property;

  /**
   * HnNewRegister:heading:
   *
   * What is said above the choice.
   */
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HnNewRegister::left:
   *
   * The choice is made, and the register opens or something else is asked.
   */
  signals[LEFT] =
    g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hn_new_register_init (HnNewRegister *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_province_row_fill (self->province_row);
  gtk_editable_set_text (self->symbol_row, SYMBOL);
  gtk_editable_set_text (self->signatory_title_row, TITLE);
}

/**
 * hn_new_register_new:
 * @heading: what is said above the choice
 */
GtkWidget *
hn_new_register_new (const char *heading)
{
  g_return_val_if_fail (heading != NULL, NULL);

  return g_object_new (HN_TYPE_NEW_REGISTER, "heading", heading, NULL);
}

/* libadwaita 1.7 keeps what is in a dialog that was closed. */
static void
closed_cb (AdwDialog *dialog)
{
  adw_dialog_set_child (dialog, NULL);
}

/**
 * hn_new_register_present:
 * @window: over which it comes up, as a dialog
 */
void
hn_new_register_present (GtkWidget *window)
{
  AdwDialog *dialog;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (window));

  dialog = adw_dialog_new ();
  child = hn_new_register_new (_("New Register"));
  adw_dialog_set_title (dialog, _("New Register"));
  adw_dialog_set_content_width (dialog, 540);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, child);
  g_signal_connect_object (child, "left", G_CALLBACK (adw_dialog_force_close), dialog, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "closed", G_CALLBACK (closed_cb), NULL);
  adw_dialog_present (dialog, window);
}
