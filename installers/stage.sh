# Sourced by the scripts beside it: lays out what the app image carries in target/stage and names jpackage's common options.
# Needs bash, zip and the JDK 25 that PATCHLIGHT_JDK or JAVA_HOME names. $1 is the platform's folder inside onnxruntime's jar.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
jdk=${PATCHLIGHT_JDK:-${JAVA_HOME:?set PATCHLIGHT_JDK or JAVA_HOME to a JDK 25 or newer}}
[ -x "$jdk/bin/jpackage" ] || { echo "There is no jpackage in $jdk: set PATCHLIGHT_JDK to a JDK 25 or newer." >&2; exit 1; }

mvn -q -B -ntp -DskipTests package
rm -rf target/stage target/installer
mkdir -p target/stage
cp -r target/patchlight.jar target/lib target/stage/

# onnxruntime's jar carries the libraries of every system; an installer needs one.
for folder in linux-x64 linux-aarch64 osx-x64 osx-aarch64 win-x64; do
  [ "$folder" = "$1" ] || zip -q -d target/stage/lib/onnxruntime-*.jar "ai/onnxruntime/native/$folder/*" >/dev/null 2>&1 || true
done

options=(
  --name Patchlight
  --app-version 0.1.0
  --description "Draw a sketch, find photos, see which patch answers to which"
  --input target/stage
  --main-jar patchlight.jar
  --main-class patchlight.Launcher
  --java-options --enable-native-access=ALL-UNNAMED
  --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.unsupported,jdk.jfr
  --dest target/installer
)
