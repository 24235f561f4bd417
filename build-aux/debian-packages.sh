# debian-packages.sh: what has to be installed on Debian 12, and how to get it; sourced, not run
# SPDX-License-Identifier: GPL-3.0-or-later

# To build the program and to run it.
run_packages='
gcc libc6-dev meson ninja-build pkg-config gettext desktop-file-utils
libglib2.0-bin libglib2.0-dev libgtk-4-bin libgtk-4-dev libadwaita-1-dev libsqlite3-dev
libarchive-dev libjson-glib-dev libxml2-utils libgdal-dev
libcairo2-dev libpango1.0-dev libdeflate-dev zlib1g-dev
adwaita-icon-theme fonts-cantarell fonts-dejavu-core gsettings-desktop-schemas librsvg2-common
shared-mime-info'

# Besides, to test it: the test libraries and the checkers; the desktop that drives the window says
# for itself what it needs. Sourced from the top folder, so that is where the list is found.
test_packages="
appstream clang-format-14 libglib-testing-0-dev poppler-utils
$(cat tests/app/packages.txt)"

# Prints those of its arguments that are not installed.
list_missing ()
{
  for package in "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=
    [ "$status" = installed ] || printf '%s ' "$package"
  done
}

# Installs what is missing of its arguments; does nothing at all where nothing is.
install_missing ()
{
  if ! command -v dpkg-query >/dev/null; then
    echo 'This is not Debian: README.md names the packages for other systems.' >&2
    return 0
  fi

  missing=$(list_missing "$@")
  [ -n "$missing" ] || return 0

  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing, and there is no sudo to install them with: $missing" >&2
      return 1
    fi
    as_root=sudo
  fi

  echo "Installing: $missing"
  $as_root apt-get update
  # $missing is a list of words on purpose
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}
