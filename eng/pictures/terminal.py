#!/usr/bin/env python3
"""Turns what a terminal shows into a picture.

usage: tmux capture-pane -e -p | terminal.py COLUMNS ROWS OUT.png      (needs chromium)

Each character is drawn in a box of its own, so that the grid holds whatever the font.
"""
import html
import os
import re
import subprocess
import sys
import tempfile

BASIC = ["#000000", "#cd3131", "#0dbc79", "#e5e510", "#2472c8", "#bc3fbc", "#11a8cd", "#e5e5e5",
         "#666666", "#f14c4c", "#23d18b", "#f5f543", "#3b8eea", "#d670d6", "#29b8db", "#ffffff"]


def indexed(n):
    if n < 16:
        return BASIC[n]
    if n >= 232:
        level = 8 + 10 * (n - 232)
        return f"rgb({level},{level},{level})"
    n -= 16
    return "rgb(%d,%d,%d)" % tuple(0 if v == 0 else 55 + 40 * v for v in (n // 36, n // 6 % 6, n % 6))


def apply(style, codes):
    codes = [int(c or 0) for c in codes.replace(":", ";").split(";")] or [0]
    i = 0
    while i < len(codes):
        c = codes[i]
        if c == 0:
            style.clear()
        elif c in (38, 48):
            key = "fg" if c == 38 else "bg"
            if codes[i + 1] == 5:
                style[key] = indexed(codes[i + 2])
                i += 2
            else:
                style[key] = "rgb(%d,%d,%d)" % tuple(codes[i + 2:i + 5])
                i += 4
        elif 30 <= c <= 37 or 90 <= c <= 97:
            style["fg"] = BASIC[c - 30 if c < 90 else c - 82]
        elif 40 <= c <= 47 or 100 <= c <= 107:
            style["bg"] = BASIC[c - 40 if c < 100 else c - 92]
        elif c in (1, 2, 3, 4, 7):
            style[c] = True
        elif c == 22:
            style.pop(1, None), style.pop(2, None)
        elif c in (23, 24, 27):
            style.pop(c - 20, None)
        elif c in (39, 49):
            style.pop("fg" if c == 39 else "bg", None)
        i += 1


def cell(ch, style):
    fg, bg = style.get("fg", "#d4d4d4"), style.get("bg", "#1e1e1e")
    if style.get(7):
        fg, bg = bg, fg
    css = f"color:{fg};background:{bg}"
    css += ";font-weight:bold" if style.get(1) else ""
    css += ";opacity:.65" if style.get(2) else ""
    css += ";font-style:italic" if style.get(3) else ""
    css += ";text-decoration:underline" if style.get(4) else ""
    return f'<i style="{css}">{html.escape(ch)}</i>'


def main():
    columns, rows, out = int(sys.argv[1]), int(sys.argv[2]), os.path.abspath(sys.argv[3])
    body = []
    for line in sys.stdin.read().split("\n")[:rows]:
        style, cells = {}, []
        for part in re.split(r"(\x1b\[[0-9;:]*m|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|[\x0e\x0f])", line):
            if part.startswith("\x1b[") and part.endswith("m"):
                apply(style, part[2:-1])
            elif not part.startswith("\x1b") and part not in ("\x0e", "\x0f"):
                cells += [cell(ch, style) for ch in part]
        body.append("<div>" + "".join(cells + [cell(" ", {})] * (columns - len(cells))) + "</div>")
    page = ("<style>body{margin:0;background:#1e1e1e}div{height:18px;white-space:nowrap}"
            "i{display:inline-block;width:9px;height:18px;font:14px/18px 'DejaVu Sans Mono',monospace;font-style:normal;"
            "overflow:hidden;text-align:center;white-space:pre}</style>" + "".join(body))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        with open(path, "w", encoding="utf-8") as f:
            f.write("<meta charset=utf-8>" + page)
        subprocess.run(["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync", f"--user-data-dir={folder}/profile",
                        f"--window-size={columns * 9},{rows * 18}", f"--screenshot={out}", f"file://{path}"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


main()
