# The file chooser and the notifications of a desktop, behind the real portals: they answer as the person would.
# SPDX-License-Identifier: GPL-3.0-or-later
import threading

from gi.repository import Gio, GLib

NAME = "org.freedesktop.impl.portal.desktop.hntest"
PATH = "/org/freedesktop/portal/desktop"
CHOSEN, CANCELLED = 0, 1
METHOD = """
    <method name='{}'>
      <arg type='o' name='handle' direction='in'/>
      <arg type='s' name='app_id' direction='in'/>
      <arg type='s' name='parent_window' direction='in'/>
      <arg type='s' name='title' direction='in'/>
      <arg type='a{{sv}}' name='options' direction='in'/>
      <arg type='u' name='response' direction='out'/>
      <arg type='a{{sv}}' name='results' direction='out'/>
    </method>"""
INTERFACE = Gio.DBusNodeInfo.new_for_xml(
    "<node><interface name='org.freedesktop.impl.portal.FileChooser'>"
    + "".join(METHOD.format(name) for name in ("OpenFile", "SaveFile", "SaveFiles"))
    + "</interface></node>").interfaces[0]
NOTIFICATIONS = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name='org.freedesktop.impl.portal.Notification'>
  <method name='AddNotification'>
    <arg type='s' name='app_id' direction='in'/>
    <arg type='s' name='id' direction='in'/>
    <arg type='a{sv}' name='notification' direction='in'/>
  </method>
  <method name='RemoveNotification'>
    <arg type='s' name='app_id' direction='in'/>
    <arg type='s' name='id' direction='in'/>
  </method>
</interface></node>""").interfaces[0]


class FileChooser:
    """Takes path as the answer to the next question; asked holds what was asked by whom, shown what is notified of."""

    def __init__(self):
        self.path = None
        self.asked = []
        self.shown = {}
        self._owned = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()
        assert self._owned.wait(30), "the session bus does not give the file chooser its name"

    def _serve(self):
        context = GLib.MainContext()
        context.push_thread_default()
        Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, self._export,
                         lambda connection, name: self._owned.set(), None)
        GLib.MainLoop(context).run()

    def _export(self, connection, name):
        connection.register_object(PATH, INTERFACE, self._answer, None, None)
        connection.register_object(PATH, NOTIFICATIONS, self._notify, None, None)

    def _notify(self, connection, sender, path, interface, method, parameters, invocation):
        application, name = parameters.unpack()[:2]
        if method == "AddNotification":
            self.shown[application, name] = parameters.unpack()[2]
        else:
            self.shown.pop((application, name), None)
        invocation.return_value(None)

    def _answer(self, connection, sender, path, interface, method, parameters, invocation):
        _, application, _, title, options = parameters.unpack()
        self.asked.append({"method": method, "application": application, "title": title,
                           "name": options.get("current_name")})
        response, results = CANCELLED, {}
        if self.path is not None:
            response = CHOSEN
            results = {"uris": GLib.Variant("as", [Gio.File.new_for_path(self.path).get_uri()]),
                       "writable": GLib.Variant("b", True)}
            self.path = None
        invocation.return_value(GLib.Variant("(ua{sv})", (response, results)))
