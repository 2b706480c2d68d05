#!/usr/bin/env bash
# Pictures of everything that a meeting gets, from replayed histories: docs/pictures/segment. Needs the programs built in Release, LibreOffice
# (Impress, Writer, Calc), poppler-utils, ImageMagick, chromium and pngquant. What people wrote is made up here, by "Sample text".
#
# usage: eng/pictures/segment.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$PWD/docs/pictures/segment
home=$(mktemp -d)
export XDG_STATE_HOME=$home/state XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LANG=C.UTF-8
trap 'kill $(cat "$home"/*.pid) 2>/dev/null || true; rm -rf "$home"' EXIT
mkdir -p "$out" && rm -f "$out"/*.png

begin() { # name, program and arguments; once it listens its address
  local name=$1; shift
  "$@" >"$home/$name.log" 2>&1 & echo $! >"$home/$name.pid"
  for _ in $(seq 300); do grep -q 'listening on' "$home/$name.log" && break; sleep 0.2; done
  grep -om1 'http://127.0.0.1:[0-9]*' "$home/$name.log"
}
tracker() { src/LegTracker.Dashboard/bin/Release/net10.0/legtracker --quiet "$@"; }
small() { for file in "$@"; do pngquant --force --skip-if-larger --ext .png 64 "$file" || true; done; }
pages() { # file, name: a picture of each page, 960 wide
  soffice -env:UserInstallation=file://"$home/office" --headless --convert-to pdf --outdir "$home/pdf" "$1" >/dev/null 2>&1
  pdftoppm -png -scale-to-x 960 -scale-to-y -1 "$home/pdf/$(basename "${1%.*}").pdf" "$out/$2"
}
page() { chromium --headless --no-sandbox --hide-scrollbars --window-size="960,$3" --screenshot="$out/$2.png" "file://$1" >/dev/null 2>&1; }

start=2025-06-20T08:00:00-07:00 anchor=$(date -u +%Y-%m-%dT%H:%M:%SZ)
legislature=$(begin replay src/LegTracker.Replay/bin/Release/net10.0/legtracker-replay --listen http://127.0.0.1:0 --start "$start" --speed 0 --anchor "$anchor")
LEGTRACKER_SERVER=$(begin server src/LegTracker.Server/bin/Release/net10.0/legtracker-server --LegTracker:Listen=http://127.0.0.1:0 --LegTracker:DataDirectory="$home/store" \
  --LegTracker:Sources:Bulk:BaseAddress="$legislature" --LegTracker:Sources:Pages:Enabled=false "--LegTracker:Sources:Bulk:Schedule=0 30 21 ? * *" \
  --LegTracker:Clock:Start="$start" --LegTracker:Clock:Speed=0 --LegTracker:Clock:Anchor="$anchor")
export LEGTRACKER_SERVER
tracker poll --wait >/dev/null

wrote() { tracker bills edit "$@" --author 'Sample text' >/dev/null; }
wrote 'AB 379 2025-26' --plain-title 'Buying sex from 16- and 17-year-olds' --what-it-does 'make it a felony for adults to buy sex from a 16- or 17-year-old.'
wrote 'AB 1394 2023-24' --what-it-does 'Social media companies must let people report child sexual abuse material of themselves, and must remove it.' \
  --why-it-matters 'Young people can have pictures of their abuse taken down.' --what-to-do 'Show young people how to report.'
wrote 'AB 1831 2023-24' --what-it-does 'Child sexual abuse material made with artificial intelligence is a crime too.' --why-it-matters 'Such pictures harm real children.' --what-to-do 'Report it like any other.'
wrote 'SB 1414 2023-24' --what-it-does 'A person who pays a minor for sex can be charged with a felony.' --why-it-matters 'Buyers of children face harsher sentences.' --what-to-do 'Ask your district attorney how it is used.'
wrote 'AB 392 2025-26' --what-it-does 'ask for consent of the people who are shown on pornographic websites.'

tracker meetings add 2025-06-20 --title 'CSEC Action Team' --minutes 10
build() { tracker segment build --since 2024-09-01 --until 2025-06-20 --out "$home/$1"; }
for file in update.pptx hand-out.docx page.html update.csv update.eml update.pdf; do build "$file" 2>/dev/null; done
tracker segment publish --meeting 2025-06-20 >/dev/null
tracker report --fiscal-year 2024-25 --out "$home/report.docx" 2>/dev/null

pages "$home/update.pptx" slide
soffice -env:UserInstallation=file://"$home/office" --headless --convert-to 'pdf:impress_pdf_Export:{"ExportOnlyNotesPages":{"type":"boolean","value":"true"},"ExportNotesPages":{"type":"boolean","value":"true"}}' --outdir "$home/notes" "$home/update.pptx" >/dev/null 2>&1
pdftoppm -png -f 3 -l 3 -singlefile -scale-to-x 720 -scale-to-y -1 "$home/notes/update.pdf" "$out/notes"
pages "$home/hand-out.docx" hand-out
pages "$home/report.docx" report
pdftoppm -png -f 1 -l 1 -singlefile -scale-to-x 720 -scale-to-y -1 "$home/update.pdf" "$out/pdf"
page "$home/page.html" page 1400
python3 - "$home" <<'END'
import email, pathlib, sys
home = pathlib.Path(sys.argv[1])
for part in email.message_from_bytes((home / "update.eml").read_bytes()).walk():
    if part.get_content_type() == "text/html":
        (home / "mail.html").write_bytes(part.get_payload(decode=True))
END
page "$home/mail.html" email 1400
soffice -env:UserInstallation=file://"$home/office" --headless --infilter='CSV:44,34,76,1' --convert-to 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}' \
  --outdir "$home/sheet" "$home/update.csv" >/dev/null 2>&1
pdftoppm -png -singlefile -r 60 -x 0 -y 0 -W 960 -H 480 "$home/sheet/update.pdf" "$out/csv"

# Of long documents the first two pages are enough.
for name in hand-out report; do
  ls "$out/$name"-*.png | tail -n +3 | xargs -r rm
done
small "$out"/*.png
ls -l "$out"
