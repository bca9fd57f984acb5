# Tries what a program in the sandbox must not be able to do, and says what came of it. It is read from standard input,
# since the sandbox cannot see this file: python3 - JSON <probe.py
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import socket
import sys


def attempt(deed, *arguments):
    """What it gives, or the name of the error."""
    try:
        return {"got": deed(*arguments)}
    except OSError as error:
        return {"error": type(error).__name__}


def read(path):
    with open(path, "rb") as file:
        return file.read().decode("utf-8", "replace")


def write(path):
    with open(path, "w", encoding="utf-8") as file:
        return file.write("from the sandbox")


def connect(family, kind, address):
    with socket.socket(family, kind) as own:
        own.settimeout(5)
        own.connect(address)
        return True


def processes():
    return [attempt(read, f"/proc/{name}/cmdline").get("got", "") for name in os.listdir("/proc") if name.isdigit()]


def tree(path):
    return sorted(os.path.relpath(os.path.join(folder, name), path)
                  for folder, _, names in os.walk(path) for name in names)


def main(asked):
    return {
        "loopback": attempt(connect, socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", asked["port"])),
        "abstract": attempt(connect, socket.AF_UNIX, socket.SOCK_STREAM, "\0" + asked["abstract"]),
        # An address that is set aside for documentation; nothing is sent to make a datagram socket's connection.
        "outside": attempt(connect, socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 9)),
        "interfaces": [name for _, name in socket.if_nameindex()],
        "home": attempt(os.listdir, asked["home"]),
        "root": attempt(os.listdir, "/"),
        "processes": processes(),
        "lent": attempt(tree, asked["lent"]),
        "read": {path: attempt(read, path) for path in asked["read"]},
        "listed": {path: attempt(os.listdir, path) for path in asked["list"]},
        "written": {path: attempt(write, path) for path in asked["write"]},
    }


json.dump(main(json.loads(sys.argv[1])), sys.stdout)
