#!/usr/bin/env bash
# Pictures of every screen at 80x24 and 120x40, from the demo: docs/pictures/screens. Needs tmux and chromium, and the programs built in Release.
#
# usage: eng/pictures/screens.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
out=docs/pictures/screens
mkdir -p "$out"
for size in 80x24 120x40; do
  columns=${size%x*} rows=${size#*x}
  home=$(mktemp -d)
  socket=legtracker-pictures-$size
  export XDG_STATE_HOME=$home/state XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LANG=C.UTF-8 COLORTERM=truecolor
  mkdir -p "$XDG_STATE_HOME/legtracker"
  screen() { tmux -L "$socket" capture-pane -p; }
  shows() { for _ in $(seq 300); do screen | grep -qF -- "$1" && return; sleep 0.2; done; echo "the screen does not show: $1" >&2; screen >&2; exit 1; }
  keys() { tmux -L "$socket" send-keys "$@"; sleep 0.7; }
  picture() { tmux -L "$socket" capture-pane -e -p | python3 eng/pictures/terminal.py "$columns" "$rows" "$out/$1-$size.png"; }

  tmux -L "$socket" -f /dev/null new-session -d -x "$columns" -y "$rows" 'exec src/LegTracker.Dashboard/bin/Release/net10.0/legtracker demo --from 2024-08-12 --speed 0.05'
  trap 'tmux -L "$socket" kill-server 2>/dev/null || true' EXIT
  shows 'Tour 1/9'; shows 'AB 1831'; sleep 6
  picture tour
  keys C-g; sleep 5
  picture bills
  keys /; keys -l 1831; keys Enter; keys Enter; shows 'History'; sleep 2
  picture bill
  keys v; picture bill-votes
  keys E; sleep 1; picture bill-evidence
  keys n; keys e; picture bill-edit
  keys Escape; keys Escape; keys Escape
  keys 2; picture changes
  keys 3; sleep 1; picture calendar
  keys 4; keys a; keys -l 2024-09-09; keys Enter; keys -l 'CSEC Action Team'; keys Enter; keys Enter; shows '2024-09-09'; sleep 2
  picture meetings
  keys Enter; sleep 3; keys j; picture segment
  keys Escape; keys 5; picture sources
  keys 6; sleep 1; picture candidates
  keys 1; keys '?'; picture help
  keys Escape; keys :; keys -l theme; picture commands
  keys Escape; keys q; sleep 1
  tmux -L "$socket" kill-server 2>/dev/null || true
  rm -rf "$home"
done
