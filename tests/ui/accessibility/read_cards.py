#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the window as a screen reader does, over a real AT-SPI bus: the demo's cards must say their sentences.

    xvfb-run -a dbus-run-session -- python3 read_cards.py PROGRAM DATA_DIRECTORY

Status 0: each demo host was heard once, with device, price and record; 1: not so, or not in time; 77: there is no AT-SPI here.
"""
import os
import subprocess
import sys

try:
    import pyatspi
    from gi.repository import GLib
except ImportError as why:
    print(f"skipped: {why}")
    sys.exit(77)

HOSTS = ("Gallium forge", "Nordlys", "Basement rig 7")
PATIENCE_S = 90
LOOK_EVERY_MS = 500
MUST_SAY = ("credits an hour", "checked")


def nodes(node, depth=0):
    """Everything below, as far as a reader would go."""
    if node is None or depth > 40:
        return
    yield node
    for i in range(min(node.childCount, 400)):
        yield from nodes(node.getChildAtIndex(i), depth + 1)


def heard():
    """Host to the sentence of its card, and how many items its list has."""
    found = {}
    desktop = pyatspi.Registry.getDesktop(0)
    for i in range(desktop.childCount):
        application = desktop.getChildAtIndex(i)
        if application is None or "unchained" not in (application.name or "").lower():
            continue
        for node in nodes(application):
            name = node.name or ""
            for host in HOSTS:
                if host in name and all(words in name for words in MUST_SAY):
                    found[host] = (name, node.parent.childCount)
    return found


def main():
    program, data = sys.argv[1:3]
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8")
    loop = GLib.MainLoop()
    # The registry starts when it is first asked; a program that came before it would not be known there.
    _ = pyatspi.Registry.getDesktop(0).childCount
    result = {}

    def look():
        try:
            result.update(heard())
        except GLib.Error:
            pass  # a widget went while it was read
        if len(result) < len(HOSTS):
            return True
        loop.quit()
        return False

    with subprocess.Popen([program, "--data-dir", data, "--demo"], env=environment) as window:
        GLib.timeout_add(LOOK_EVERY_MS, look)
        GLib.timeout_add_seconds(PATIENCE_S, loop.quit)
        loop.run()
        window.terminate()
    for host in HOSTS:
        print(f"{host}: {result.get(host, 'not heard')}")
    return 0 if len(result) == len(HOSTS) and all(items == len(HOSTS) for _, items in result.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
