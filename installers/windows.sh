#!/usr/bin/env bash
# Builds an installer on Windows, in Git Bash with WiX installed: windows.sh [app-image|msi]
kind=${1:-msi}
. "$(dirname "$0")/stage.sh" win-x64
[ "$kind" != msi ] || options+=(--win-menu --win-shortcut --win-per-user-install)
"$jdk/bin/jpackage" --type "$kind" "${options[@]}"
echo "Built in target/installer:"
ls target/installer
