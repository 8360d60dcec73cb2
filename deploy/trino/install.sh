#!/usr/bin/env bash
# Puts the Trino server with its Iceberg connector into a cache directory and prints where.
# usage: deploy/trino/install.sh
#   KUNDENWERT_CACHE  where to keep it (default: ~/.cache/kundenwert)
#   MAVEN_CENTRAL     where to fetch it from without Maven (default: https://repo1.maven.org/maven2)
# 476 is the last release whose archives are on Maven Central; it needs a JDK of 24 or newer.
set -euo pipefail

version=476
cache=${KUNDENWERT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/kundenwert}
target=$cache/trino-$version
central=${MAVEN_CENTRAL:-https://repo1.maven.org/maven2}

if [ -e "$target/complete" ]; then
  echo "$target"
  exit
fi

mkdir -p "$cache"
work=$(mktemp -d "$cache/installing-XXXXXX")
trap 'rm -rf "$work"' EXIT

# Maven knows the mirror and the credentials that a company may have; curl does not.
fetch() { # artifact type sha256
  local file=$work/$1.$2
  if command -v mvn >/dev/null; then
    mvn -q -B dependency:get -Dartifact="io.trino:$1:$version:$2" -Dtransitive=false >&2
    mvn -q -B dependency:copy -Dartifact="io.trino:$1:$version:$2" -DoutputDirectory="$work" >&2
    mv "$work/$1-$version.$2" "$file"
  else
    curl -fsSL --retry 3 -o "$file" "$central/io/trino/$1/$version/$1-$version.$2"
  fi
  echo "$3  $file" | sha256sum --check --quiet >&2
}

fetch trino-server-core tar.gz 0f388f9967c177ae70a47c099082fc95387f0c3cb96d8000d1d41fc3a5223158
fetch trino-iceberg zip 99edba5b491ed94d599aeb61e0794272d3569d8b563f3bb8569e8a49daa87b6c

tar -xzf "$work/trino-server-core.tar.gz" -C "$work"
(cd "$work" && unzip -q trino-iceberg.zip)
home=$work/trino-server-core-$version
mv "$work/trino-iceberg-$version" "$home/plugin/iceberg"
touch "$home/complete"
rm -rf "$target"
mv "$home" "$target"
echo "$target"
