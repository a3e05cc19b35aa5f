#!/usr/bin/env python3
"""Verifies a bundle of a Freehold audit trail with Python's standard library and openssl, and nothing else.

    python3 verify.py BUNDLE [--key kept.pem] [--checkpoint kept.checkpoint ...]

BUNDLE is what POST /api/audit/exports answered. --key is the public key that you kept from GET /api/audit/keys, in PEM; without it the key in
the bundle is believed, which proves less. --checkpoint is a note that you kept; the operator cannot rewrite what lies before it.
Exit code 0: nothing is wrong. 1: something is, and what and where was said. 2: the bundle cannot be read.

Written from RFC 6962 and C2SP signed-note and tlog-checkpoint; shares no code with the product.
"""
import argparse, base64, hashlib, io, json, subprocess, sys, tempfile, zipfile
from pathlib import Path

SPKI = bytes.fromhex("302a300506032b6570032100")
wrong = []


def say(code, text, index=None, event=None):
    where = (f" at {index}" if index is not None else "") + (f", event {event}" if event else "")
    wrong.append(code)
    print(f"WRONG{where}: {text}. ({code})")


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def node(left, right):
    return sha(b"\x01", left, right)


class Tree:
    """The full subtrees of a growing tree, each with its height."""

    def __init__(self):
        self.size, self.stack = 0, []

    def append(self, value, height=0):
        if self.size % (1 << height):
            raise ValueError(f"no subtree of height {height} begins at {self.size}")
        self.size += 1 << height
        while self.stack and self.stack[-1][0] == height:
            value = node(self.stack.pop()[1], value)
            height += 1
        self.stack.append((height, value))

    def root(self):
        if not self.stack:
            return sha()
        value = self.stack[-1][1]
        for _, left in reversed(self.stack[:-1]):
            value = node(left, value)
        return value

    def copy(self):
        other = Tree()
        other.size, other.stack = self.size, list(self.stack)
        return other


def heights(begin, end):
    """The heights of the full subtrees that the leaves from begin to before end fall into."""
    found = []
    while begin < end:
        fitting = (end - begin).bit_length() - 1
        aligned = fitting if begin == 0 else min(fitting, (begin & -begin).bit_length() - 1)
        found.append(aligned)
        begin += 1 << aligned
    return found


def key_id(name, raw):
    return sha(name.encode(), b"\n\x01", raw)[:4]


def verified(raw, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.b64encode(SPKI + raw) + b"\n-----END PUBLIC KEY-----\n"
        for name, content in (("key", pem), ("text", message), ("sig", signature)):
            (at / name).write_bytes(content)
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", at / "key", "-rawin", "-in", at / "text", "-sigfile", at / "sig"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def checkpoint(note, log, keys, which):
    """(size, root) of a signed checkpoint, or None when it is not to be believed."""
    try:
        text, lines = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 :].splitlines()
        origin, size, root = text.split("\n")[:3]
        size, root = int(size), base64.b64decode(root, validate=True)
    except ValueError:
        say("checkpoint", f"{which} cannot be read")
        return None
    good = False
    for line in lines:
        dash, name, blob = (line.split(" ") + ["", ""])[:3]
        blob = base64.b64decode(blob)
        for raw in keys:
            if dash == "\u2014" and name == log and blob[:4] == key_id(log, raw):
                if not verified(raw, text.encode(), blob[4:]):
                    say("signature", f"A signature on {which} does not hold")
                    return None
                good = True
    if not good:
        say("signature", f"{which} is not signed by a key that is trusted")
        return None
    if origin != log or len(root) != 32:
        say("log", f"{which} is of another log: {origin}")
        return None
    return size, root


def kept_keys(files, bundle_keys):
    raws = []
    for file in files:
        der = base64.b64decode("".join(l for l in Path(file).read_text().splitlines() if "-----" not in l))
        raws.append(der[len(SPKI):])
    if not files:
        print("Note: no key was given, so the one in the bundle was believed: compare it with one that you kept.")
        raws = [base64.b64decode(line.split("+", 2)[2])[1:] for line in bundle_keys.splitlines() if line]
    return raws


def lines(archive, name):
    """Split at 0x0A only: leaves may hold other characters that end lines for some readers."""
    if name in archive.namelist():
        with archive.open(name) as raw:
            for line in io.BufferedReader(raw):
                yield line.rstrip(b"\n")


def verify(archive, key_files, checkpoint_files):
    manifest = json.loads(archive.read("manifest.json"))
    if manifest.get("format") != "freehold-audit-bundle-1":
        raise ValueError("not a bundle of the form freehold-audit-bundle-1")
    log, text = manifest["log"], lambda name: archive.read(name).decode() if name in archive.namelist() else ""
    keys = kept_keys(key_files, text("keys.txt"))
    print("Log:", log)
    if manifest.get("damage"):
        say("tree", f"The tree as it is kept is damaged: {manifest['damage']}")
    if "size" not in manifest:
        return
    begin, end, size = manifest["begin"], manifest["end"], manifest["size"]
    newest = checkpoint(text("checkpoint"), log, keys, "The checkpoint")
    expected = {}
    others = [(text(n), f"The earlier {n}") for n in archive.namelist() if n.startswith("checkpoints/")]
    for note, which in others + [(Path(f).read_text(), f"The checkpoint {f}") for f in checkpoint_files]:
        known = checkpoint(note, log, keys, which)
        if known and expected.setdefault(known[0], known[1]) != known[1]:
            say("fork", f"Two checkpoints over {known[0]} leaves have different roots")
            expected[known[0]] = known[1]
    if newest:
        expected[newest[0]] = newest[1]
    tree, left, right = Tree(), heights(0, begin), heights(end, size)
    surroundings = [[base64.b64decode(h) for h in manifest[side]] for side in ("left", "right")]
    if [len(left), len(right)] != [len(s) for s in surroundings]:
        raise ValueError("the leaves are not surrounded by as many subtrees as there must be")
    for height, value in zip(left, surroundings[0]):
        tree.append(value, height)
    last = leaves(archive, log, begin, end, size, tree, expected)
    if newest and newest[0] == size and tree.size == end:
        whole = tree.copy()
        for height, value in zip(right, surroundings[1]):
            whole.append(value, height)
        if whole.root() != newest[1]:
            say("root", f"The tree of {size} leaves is not the one that was signed: leaves or tree were rewritten")
    if newest and newest[0] < size:
        say("old_checkpoint", f"The tree has {size} leaves and the checkpoint is over {newest[0]}: the newest are not signed, or an old checkpoint was put in the place of a newer one")
    for signed in sorted(expected):
        if signed > size:
            say("cut", f"A checkpoint over {signed} leaves was signed and the tree has {size}: the newest {signed - size} are gone", size)
        elif signed < begin or end < signed < size and not (newest and newest[0] == signed):
            print(f"Note: the checkpoint over {signed} leaves cannot be compared with the leaves {begin} to {end}.")
    for line in lines(archive, "unplaced.ndjson"):
        say("inserted", "The event stands in the trail and was never sealed: it was put there past the server", None, json.loads(line).get("event"))
    print(f"Events: {begin} to {end} of {size}; other checkpoints that hold: {last}")


def leaves(archive, log, begin, end, size, tree, expected):
    sealed = archive.read("leaf-hashes.bin")
    places = {sealed[i : i + 32]: begin + i // 32 for i in range(0, len(sealed), 32)}
    disclosed = lines(archive, "disclosures.ndjson")
    disclosure = next(disclosed, None)
    matched, last, hidden, count = [], begin, 0, 0

    def compare():
        nonlocal last
        wanted = expected.get(tree.size)
        if wanted is not None and wanted == tree.root():
            matched.append(tree.size)
            last = tree.size
        elif wanted is not None and tree.size < size:
            say("rewritten", f"The first {tree.size} leaves are not those over which a checkpoint was signed: between leaf {last} and leaf {tree.size} the tree was rewritten", last)

    compare()
    for line in lines(archive, "leaves.ndjson"):
        index = begin + count
        count += 1
        if index >= end:
            break
        there = sealed[(index - begin) * 32 : (index - begin + 1) * 32] or None
        if line.startswith(b'"'):
            kind, value = line.strip(b'"').decode().split(":")
            value = bytes.fromhex(value) or bytes(32)
            if kind == "missing":
                say("removed", "The event was sealed here and is gone from the trail", index)
            else:
                hidden += 1
            if there and value != there:
                say("changed", "The hash of a leaf that is not shown is another", index)
        else:
            value, leaf = sha(b"\x00", line), json.loads(line)
            event = leaf.get("id")
            if value != there and value in places:
                say("swapped", f"The event was sealed at {places[value]} and stands at {index}", index, event)
            elif value != there:
                say("changed", "The event is not what was sealed here", index, event)
            if leaf.get("log") != log:
                say("log", f"The event is of another log: {leaf.get('log')}", index, event)
            while disclosure is not None and json.loads(disclosure).get("event") == event:
                encoded = json.loads(disclosure)["disclosure"]
                commitment = base64.urlsafe_b64encode(sha(encoded.encode())).rstrip(b"=").decode()
                if commitment not in leaf.get("sd", []):
                    say("disclosure", "A personal value is not one that the event commits to: it was changed", index, event)
                disclosure = next(disclosed, None)
        tree.append(there or value)
        compare()
    if count != end - begin or len(sealed) != (end - begin) * 32:
        say("count", f"The bundle says it has the leaves {begin} to {end}, and it has others", tree.size)
    if disclosure is not None:
        say("disclosure", "A personal value belongs to no event at this place of the bundle")
    if hidden:
        print(f"Note: {hidden} events are shown as a hash only, as whoever exported may not know of them.")
    return matched


def main():
    parser = argparse.ArgumentParser(description="Verify a bundle of a Freehold audit trail.")
    parser.add_argument("bundle")
    parser.add_argument("--key", action="append", default=[])
    parser.add_argument("--checkpoint", action="append", default=[])
    given = parser.parse_args()
    try:
        with zipfile.ZipFile(given.bundle) as archive:
            verify(archive, given.key, given.checkpoint)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as problem:
        print(f"{given.bundle} cannot be read: {problem}")
        return 2
    print(f"{len(wrong)} things are wrong." if wrong else "Nothing was changed, and nothing is missing in between.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
