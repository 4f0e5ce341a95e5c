#!/usr/bin/env bash
# Builds target/installer/Patchlight (app-image, the default) or a Debian package: linux.sh [app-image|deb]
kind=${1:-app-image}
. "$(dirname "$0")/stage.sh" linux-x64
[ "$kind" != deb ] || options+=(--linux-package-deps libgtk-3-0 --linux-shortcut --linux-menu-group Graphics)
"$jdk/bin/jpackage" --type "$kind" "${options[@]}"
echo "Built in target/installer:"
ls target/installer
