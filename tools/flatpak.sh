# The verb flatpak of ./dev, which brings say, die, install_here, name_root and make_root.
# SPDX-License-Identifier: GPL-3.0-or-later

manifest=$source_dir/flatpak/vn.huunghi.HuuNghi.json
application=vn.huunghi.HuuNghi
flathub=https://dl.flathub.org/repo/flathub.flatpakrepo
installation_mb=2500

builder_packages="flatpak flatpak-builder ostree python3"
# What a test needs of this computer, and a picture.
display_packages="xdg-desktop-portal xvfb xauth dbus dbus-daemon at-spi2-core xdotool imagemagick
  python3-gi gir1.2-atspi-2.0 python3-openpyxl"

runtime_version=$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$manifest")

need_flatpak ()
{
  local tool free
  install_here $builder_packages "$@"
  for tool in flatpak flatpak-builder ostree python3; do
    has "$tool" || die "install $tool and try again."
  done
  free=$(df -Pm "$cache" | awk 'NR == 2 { print $4 }')
  ls "$cache"/flatpak-*/ready >/dev/null 2>&1 || [ "$free" -ge "$installation_mb" ] ||
    die "$cache has $free MB free and a runtime needs $installation_mb: make room, or set XDG_CACHE_HOME to a larger disk."
}

# An installation of our own in the cache: other Flatpaks of the person are not touched.
use_installation ()
{
  installation=$cache/flatpak-$1
  export FLATPAK_USER_DIR="$installation/user"
  mkdir -p "$FLATPAK_USER_DIR"
}

# HN_RUNTIME=stand-in does not ask for the real one.
choose_runtime ()
{
  stand_in=
  use_installation flathub
  if [ "${HN_RUNTIME:-}" != stand-in ] && install_runtime_of_flathub; then return; fi
  stand_in=--stand-in
  say "=========================================================================================="
  say "Flathub is not used: this is a STAND-IN for org.gnome.Platform//$runtime_version, made of Debian's packages."
  say "It tries the sandbox and what is installed. The manifest's other modules are not built, and"
  say "the libraries are not those that users get."
  say "=========================================================================================="
  [ -d "$root" ] || make_root
  use_installation "stand-in-$where"
  [ -f "$installation/ready" ] || install_stand_in
}

install_runtime_of_flathub ()
{
  [ ! -f "$installation/ready" ] || return 0
  timeout 60 flatpak --user remote-add --if-not-exists flathub "$flathub" >"$installation.log" 2>&1 || return 1
  say "installing the runtime from Flathub, this one time"
  flatpak --user config --set languages 'en;vi'
  flatpak --user install -y --noninteractive flathub \
    "org.gnome.Platform//$runtime_version" "org.gnome.Sdk//$runtime_version" >"$installation.log" 2>&1 ||
    { tail -n 5 "$installation.log" >&2; die "the runtime could not be installed: see above and $installation.log."; }
  touch "$installation/ready"
}

install_stand_in ()
{
  say "making the stand-in, this one time; it takes a minute or two"
  remove "$installation"
  mkdir -p "$FLATPAK_USER_DIR"
  {
    "$source_dir/tools/flatpak-stand-in" "$root" "$installation/repository" "$runtime_version" &&
      flatpak --user remote-add --no-gpg-verify stand-in "$installation/repository" &&
      flatpak --user install -y --noninteractive stand-in \
        "org.gnome.Platform//$runtime_version" "org.gnome.Sdk//$runtime_version"
  } >"$installation.log" 2>&1 ||
    { tail -n 5 "$installation.log" >&2; die "the stand-in could not be made: see above and $installation.log."; }
  touch "$installation/ready"
}

# of all that the package is made of
sources_key ()
{
  (cd "$source_dir" &&
    find flatpak meson.build meson.options data help po resources src tools/*.py -type f ! -path '*/__pycache__/*' \
      -print0 2>/dev/null | sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-64)
}

build_flatpak ()
{
  local key log="$installation/build-$(source_key).log"
  key=$(sources_key)
  if [ "$(cat "$installation/built" 2>/dev/null)" = "$key" ]; then return; fi
  say "building the Flatpak"
  rm -f "$installation/built"
  "$source_dir/tools/flatpak-manifest" "$manifest" "$installation/manifest.json" $stand_in
  flatpak-builder --user --install --force-clean --disable-rofiles-fuse --state-dir="$installation/state" \
    ${stand_in:+--disable-cache} "$installation/build" "$installation/manifest.json" >"$log" 2>&1 </dev/null ||
    { tail -n 20 "$log" >&2; die "the Flatpak could not be built: see above and $log."; }
  remove "$installation/state/build"
  echo "$key" >"$installation/built"
}

# With a home of its own: what is tried here has nothing to do with the registers of who tries it.
start_flatpak ()
{
  local picture="$source_dir/out/flatpak.png"
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    mkdir -p "$installation/home"
    XAUTHORITY=${XAUTHORITY:-${HOME:-/root}/.Xauthority} HOME=$installation/home flatpak run --user "$application" "$@"
  else
    say "there is no display (DISPLAY and WAYLAND_DISPLAY are empty): the window is drawn on one of its own"
    install_here $display_packages
    mkdir -p "$source_dir/out"
    "$source_dir/tests/flatpak/own-world" "$source_dir/tools/take-picture" "$picture" \
      flatpak run --user --die-with-parent "$application" >&2 || die "the window could not be drawn: see above."
    say "the window is in out/flatpak.png"
  fi
}

# A step that was not run is one that has failed. The last line is what came of it: N passed, N failed
count_steps ()
{
  awk '
    { print >"/dev/stderr" }
    /^1\.\.[0-9]+/ { planned = substr ($0, 4) + 0 }
    /^ok / { if (/# SKIP/) failed++; else passed++ }
    /^not ok / { failed++ }
    END {
      if (passed + failed < planned || planned == 0)
        failed += planned == 0 ? 1 : planned - passed - failed
      printf "%d passed, %d failed\n", passed, failed
      exit failed > 0
    }'
}

need_own_world ()
{
  [ -c /dev/fuse ] || say "there is no /dev/fuse here: the portal cannot lend files, and what needs that will fail."
  unshare --mount --pid --fork true 2>/dev/null || unshare --user --map-root-user --mount --pid --fork true 2>/dev/null ||
    die "name spaces are not allowed here, so that nothing of the sandbox was tried: run ./dev as root."
}

# flatpak_pictures [LOOK...]
flatpak_pictures ()
{
  need_installed $display_packages
  need_own_world
  /usr/bin/python3 "$source_dir/tools/screenshots" --flatpak "$source_dir/out/screenshots/flatpak" "$@" >&2
  say "the pictures are in out/screenshots/flatpak"
}

test_flatpak ()
{
  need_own_world
  "$source_dir/tests/flatpak/own-world" /usr/bin/python3 "$source_dir/tests/flatpak/test-sandbox.py" "$manifest" 2>&1 |
    count_steps
}

# need_installed [PACKAGE...]: the Flatpak of these sources, and what else this computer shall have. No other ./dev
# makes it anew meanwhile.
need_installed ()
{
  name_root
  need_flatpak "$@"
  # Two at once: the second waits here.
  exec 7>"$cache/flatpak.lock"
  flock 7
  choose_runtime
  build_flatpak
}

flatpak_verb ()
{
  case ${1:-} in
    '')
      need_installed
      exec 7>&-
      start_flatpak ;;
    --test)
      need_installed $display_packages
      test_flatpak ;;
    *)
      printf '%s\n' "$usage" >&2
      exit 2 ;;
  esac
}
