#!/usr/bin/env bash
# Builds a disk image on macOS: macos.sh [app-image|dmg]
case $(uname -m) in arm64) native=osx-aarch64 ;; *) native=osx-x64 ;; esac
kind=${1:-dmg}
. "$(dirname "$0")/stage.sh" "$native"
# Apple's package format wants a first number above zero.
"$jdk/bin/jpackage" --type "$kind" "${options[@]}" --app-version 1.0.0
echo "Built in target/installer:"
ls target/installer
