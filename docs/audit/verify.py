#!/usr/bin/env python3
"""Verifies a bundle of a Freehold audit trail with Python's standard library and openssl (3.0 or newer), and nothing else.

    python3 verify.py BUNDLE [--key kept.key] [--checkpoint kept.checkpoint ...] [--log NAME] [--none-hidden]

BUNDLE is what POST /api/audit/exports answered. --key is the verifier key of your log that you kept from GET /api/audit/keys?log=NAME; a key in PEM is
taken too, and says of no log that it is yours, so give --log with it. Without a key the one in the bundle is believed, which proves less.
--checkpoint is a note that you kept; the operator cannot rewrite what lies before it. --none-hidden: an event that is there as a hash only is wrong.
Exit code 0: all events are shown and are those that were signed. 1: something is wrong, and what and where was said. 2: the bundle, or what was
given with it, cannot be read. 7: nothing is wrong in what is shown, and something is not shown or not decided.

Written from RFC 6962, RFC 9162 and C2SP signed-note and tlog-checkpoint; shares no code with the product.
"""
import argparse, base64, collections, hashlib, io, json, re, subprocess, sys, tempfile, zipfile, zlib
from pathlib import Path

SPKI = bytes.fromhex("302a300506032b6570032100")
# RFC 8032, section 7.1, test 2: the key, the message and its signature.
KNOWN = [bytes.fromhex(text) for text in (
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
FILES = {"manifest.json", "checkpoint", "leaves.ndjson", "leaf-hashes.bin", "disclosures.ndjson", "unplaced.ndjson", "keys.txt", "heads.ndjson", "certificates.ndjson", "sealed-disclosures.ndjson", "VERIFY.md"}
WITHHELD = re.compile(rb'"(hidden|missing|pruned):([0-9a-f]{64})?"')
wrong, undecided = [], []


def say(code, text, index=None, event=None):
    where = (f" at {index}" if index is not None else "") + (f", event {event}" if event else "")
    wrong.append(code)
    print(f"WRONG{where}: {text}. ({code})")


def leave_open(text):
    undecided.append(text)
    print(f"UNDECIDED: {text}.")


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def node(left, right):
    return sha(b"\x01", left, right)


def decoded(text, length=None):
    value = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    if not isinstance(text, str) or length is not None and len(value) != length:
        raise ValueError(f"not {length} bytes in base64")
    return value


def members_once(pairs):
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a name comes twice")
    return dict(pairs)


def parsed(text):
    """A JSON object; ValueError when it is anything else."""
    try:
        value = json.loads(text, object_pairs_hook=members_once)
    except RecursionError:
        value = None
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def whole(value):
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 63:
        return value
    raise ValueError("not a whole number")


def word(value):
    if isinstance(value, str):
        return value
    raise ValueError("not a text")


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


def heights(begin, end):
    """The heights of the full subtrees that the leaves from begin to before end fall into."""
    found = []
    while begin < end:
        fitting = (end - begin).bit_length() - 1
        aligned = fitting if begin == 0 else min(fitting, (begin & -begin).bit_length() - 1)
        found.append(aligned)
        begin += 1 << aligned
    return found


def continues(older, newer, proof, older_root, newer_root):
    """Consistency, RFC 9162 section 2.1.4.2."""
    if older >= newer or older == 0:
        return older == newer and older_root == newer_root
    path = ([older_root] if older & (older - 1) == 0 else []) + proof
    first, last = older - 1, newer - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    if not path or not proof:
        return False
    old = new = path[0]
    for value in path[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            old, new = node(value, old), node(value, new)
            while first and not first & 1:
                first, last = first >> 1, last >> 1
        else:
            new = node(new, value)
        first, last = first >> 1, last >> 1
    return last == 0 and old == older_root and new == newer_root


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


def openssl_works():
    raw, message, signature = KNOWN
    try:
        return verified(raw, message, signature) and not verified(raw, message + b"!", signature)
    except OSError:
        return False


def checkpoint(note, log, keys, which):
    """(size, root) of a signed checkpoint, or None when it is not to be believed."""
    try:
        text, lines = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 :].split("\n")
        origin, size, root = text.split("\n")[:3]
        if not re.fullmatch("0|[1-9][0-9]{0,18}", size):
            raise ValueError("no size")
        size, root = whole(int(size)), decoded(root, 32)
        signatures = [(name, decoded(blob)) for dash, name, blob in (line.split(" ") for line in lines if line) if dash == "\u2014"]
    except ValueError:
        say("checkpoint", f"{which} cannot be read")
        return None
    if origin != log:
        say("log", f"{which} is of another log: {origin}")
        return None
    claimed = [(raw, blob) for name, blob in signatures for raw in keys if name == log and blob[:4] == key_id(log, raw)]
    if not claimed or not all(verified(raw, text.encode(), blob[4:]) for raw, blob in claimed):
        say("signature", f"{which} is not signed by a key that is trusted")
        return None
    return size, root


def verifier_key(line):
    """(name, raw) of name+id+key."""
    name, number, typed = (line.strip().split("+", 2) + ["", ""])[:3]
    typed = decoded(typed, 33)
    if typed[:1] != b"\x01" or key_id(name, typed[1:]).hex() != number:
        raise ValueError(f"the verifier key of {name} is not one of Ed25519")
    return name, typed[1:]


def given_keys(files):
    """(name, raw) of each key; the name is None where it was kept without one."""
    found = []
    for file in files:
        text = Path(file).read_text()
        if "-----" in text:
            der = decoded("".join(line.strip() for line in text.splitlines() if "-----" not in line), 44)
            if not der.startswith(SPKI):
                raise ValueError(f"{file} is no public key of Ed25519")
            found.append((None, der[len(SPKI):]))
        else:
            found += [verifier_key(line) for line in text.splitlines() if line.strip()]
    if files and not found:
        raise ValueError("there is no key")
    return found


def trusted(given, log, own):
    """The keys that may have signed for the log."""
    if not given:
        leave_open("No key was given, so the one in the bundle was believed: compare it with one that you kept")
        raws = []
        for line in own.splitlines():
            try:
                raws.append(verifier_key(line)[1])
            except ValueError as problem:
                say("key", f"A key in the bundle cannot be read: {problem}")
        return raws
    raws = [raw for name, raw in given if name in (None, log)]
    if not raws:
        say("log", f"The bundle is of the log {log}, and the key that was given is of {given[0][0]}")
    return raws or [raw for _, raw in given]


def introduce(keys, log, notes):
    """Adds the keys that those which were given introduced, and whom these did."""
    waiting = []
    for file, note in notes.items():
        try:
            body, signatures = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 :].split("\n")
            name, key = body[:-1].split("\n")
            named, raw = verifier_key(key)
            if named != name:
                raise ValueError("another name")
            blobs = [decoded(blob) for dash, signer, blob in (line.split(" ") for line in signatures if line) if dash == "\u2014" and signer == name]
            waiting.append((name, raw, body.encode(), blobs))
        except ValueError as problem:
            say("key", f"The introduction {file} cannot be read: {problem}")
    grew = True
    while grew:
        grew = False
        for name, raw, body, blobs in waiting:
            if raw not in keys and any(blob[:4] == key_id(name, old) and verified(old, body, blob[4:]) for old in list(keys) for blob in blobs):
                keys.append(raw)
                grew = True
                text = f"{log}+{key_id(log, raw).hex()}+{base64.b64encode(bytes([1]) + raw).decode()}"
                print(f"Note: The key {text} was introduced by one that you gave; keep it, if that one was never stolen.")


def lines(archive, name):
    """Split at 0x0A only: leaves may hold other characters that end lines for some readers."""
    if name in archive.namelist():
        with archive.open(name) as raw:
            for line in io.BufferedReader(raw):
                yield line[:-1] if line.endswith(b"\n") else line


def extent(manifest):
    """Which leaves there are, and the subtrees on both sides of them."""
    begin, end, size = (whole(manifest[name]) for name in ("begin", "end", "size"))
    sides = [[decoded(one, 32) for one in manifest[side]] for side in ("left", "right")]
    if not begin <= end <= size:
        raise ValueError(f"no leaves {begin} to {end} in a tree of {size}")
    around = heights(0, begin), heights(end, size)
    if [len(one) for one in around] != [len(one) for one in sides]:
        raise ValueError("the leaves are not surrounded by as many subtrees as there must be")
    return begin, end, size, list(zip(around[0], sides[0])), list(zip(around[1], sides[1]))


def verify(archive, given, held, meant, none_hidden):
    """How many leaves were shown, how many hidden, and whether they make the root that was signed."""
    names = archive.namelist()
    for name in sorted(name for name, times in collections.Counter(names).items() if times > 1):
        say("files", f"The bundle has more than one file {name}")
    others = sorted(name for name in set(names) - FILES if not name.startswith(("checkpoints/", "introductions/")))
    if others:
        print("Note: Files of the bundle that nothing proves: " + ", ".join(others) + ".")
    try:
        manifest = parsed(archive.read("manifest.json"))
        if manifest.get("format") != "freehold-audit-bundle-1" or not re.fullmatch(r"[^\s+]+", manifest["log"]):
            raise ValueError("not of the form freehold-audit-bundle-1")
        log, damage = manifest["log"], manifest.get("damage")
        if "size" not in manifest and not damage:
            raise ValueError("it does not say which leaves there are")
        begin, end, size, left, right = extent(manifest) if "size" in manifest else (0, 0, 0, [], [])
    except (ValueError, KeyError, TypeError) as problem:
        say("manifest", f"The manifest cannot be read: {problem}")
        return 0, 0, 0, False
    text = lambda name: archive.read(name).decode("utf-8", "replace") if name in names else ""
    print("Log:", log)
    if meant is not None and meant != log:
        say("log", f"The bundle is of the log {log}")
    keys = trusted(given, log, text("keys.txt"))
    if given:
        introduce(keys, log, {name: text(name) for name in names if name.startswith("introductions/") and not name.endswith("/")})
    if damage:
        say("tree", f"The tree as it is kept is damaged: {damage}")
    newest = checkpoint(text("checkpoint"), log, keys, "The checkpoint")
    if "size" not in manifest:
        return 0, 0, 0, False
    expected, bound = {}, meant is not None or log in [name for name, _ in given]

    def expect(known):
        roots = expected.setdefault(known[0], []) if known else [None]
        if known and known[1] not in roots:
            if roots:
                say("fork", f"Two checkpoints over {known[0]} leaves have different roots")
            roots.append(known[1])

    for name in names:
        if name.startswith("checkpoints/") and not name.endswith("/"):
            expect(checkpoint(text(name), log, keys, f"The earlier {name}"))
    for note in held:
        known = checkpoint(note, log, keys, "A checkpoint that you gave")
        bound = bound or known is not None
        expect(known)
    expect(newest)
    tree, hold = Tree(), {"sizes": [], "last": begin}
    for height, value in left:
        tree.append(value, height)

    def compare(tree):
        root = tree.root()
        for known in expected.get(tree.size, []):
            if known == root:
                continue
            if (tree.size, known) == newest and tree.size == size:
                say("root", f"The tree of {size} leaves is not the one that was signed: leaves or tree were rewritten")
            else:
                say("rewritten", f"The first {tree.size} leaves are not those over which a checkpoint was signed: between leaf {hold['last']} and leaf {tree.size} the tree was rewritten", hold["last"])
        if expected.get(tree.size) == [root]:
            hold["sizes"].append(tree.size)
            hold["last"] = tree.size

    shown, hidden, told, removed = leaves(archive, log, begin, end, tree, lambda: tree.size < size and compare(tree))
    matched = False
    if newest and newest[0] < size:
        say("old_checkpoint", f"The tree has {size} leaves and the checkpoint is over {newest[0]}: the newest are not signed, or an old checkpoint was put in the place of a newer one")
    if tree.size == end:
        for height, value in right:
            tree.append(value, height)
        compare(tree)
        matched = newest == (size, tree.root())
        compare_removed(archive, log, size, tree.root(), removed)
    for signed in sorted(expected):
        if signed > size:
            say("cut", f"A checkpoint over {signed} leaves was signed and the tree has {size}: the newest {signed - size} are gone", size)
        elif (signed < begin or end < signed < size) and not (newest and newest[0] == signed):
            leave_open(f"The checkpoint over {signed} leaves cannot be compared with the leaves {begin} to {end}: export a period that reaches there, or from the beginning")
    for line in lines(archive, "unplaced.ndjson"):
        try:
            event = parsed(line).get("event")
        except ValueError:
            event = None
        say("inserted", "The event stands in the trail and was never sealed: it was put there past the server", None, event)
    compare_heads(archive, told)
    if begin == end:
        leave_open("The bundle has no events, which says nothing of any period")
    if hidden and none_hidden:
        say("hidden", f"{hidden} events are there as a hash only, none should")
    elif hidden:
        print(f"Note: {hidden} events are there as a hash only, as whoever exported may not know of them: whether they still exist is not shown.")
    if given and not bound and not wrong:
        leave_open(f"The bundle says it is of the log {log}, and the key signs others too: compare it with the log that you mean, or give it")
    print(f"Events: {begin} to {end} of {size}; checkpoints that hold: {hold['sizes']}")
    return shown, hidden, len(removed), matched


def leaves(archive, log, begin, end, tree, compare):
    sealed = archive.read("leaf-hashes.bin") if "leaf-hashes.bin" in archive.namelist() else b""
    places = {sealed[i : i + 32]: begin + i // 32 for i in range(0, len(sealed), 32)}
    disclosures = Disclosures(archive)
    shown, hidden, count, told, removed = 0, 0, 0, {}, []
    compare()
    for line in lines(archive, "leaves.ndjson"):
        index = begin + count
        count += 1
        if index >= end:
            break
        there = sealed[(index - begin) * 32 : (index - begin + 1) * 32]
        there = there if len(there) == 32 else None
        if line.startswith(b'"'):
            marker = WITHHELD.fullmatch(line)
            value = bytes.fromhex((marker[2] or b"00" * 32).decode()) if marker else bytes(32)
            if not marker:
                say("changed", "What stands here is no event", index)
            elif marker[1] == b"missing":
                say("removed", "The event was sealed here and is gone from the trail", index)
            elif marker[1] == b"pruned":
                removed.append(index)
            else:
                hidden += 1
            if marker and (there and value != there or marker[1] != b"missing" and not marker[2]):
                say("changed", "The hash of a leaf that is not shown is another", index)
        else:
            shown += 1
            value = sha(b"\x00", line)
            try:
                leaf = parsed(line)
            except ValueError:
                say("leaf", "The leaf cannot be read", index)
                leaf = None
            event = leaf.get("id") if leaf else None
            if value != there and value in places:
                say("swapped", f"The event was sealed at {places[value]} and stands at {index}", index, event)
            elif value != there:
                say("changed", "The event is not what was sealed here", index, event)
            if leaf is not None:
                if leaf.get("log") != log:
                    say("log", f"The event is of another log: {leaf.get('log')}", index, event)
                disclosures.of(index, event, leaf)
                hear(index, leaf, told)
        tree.append(there or value)
        compare()
    if count != end - begin or len(sealed) != (end - begin) * 32:
        say("count", f"The bundle says it has the leaves {begin} to {end}, and it has others", tree.size)
    if disclosures.next is not None:
        say("disclosure", "A personal value belongs to no event at this place of the bundle")
    return shown, hidden, told, removed


class Disclosures:
    """In the order of the leaves that commit to them."""

    def __init__(self, archive):
        self.lines = lines(archive, "disclosures.ndjson")
        self.advance()

    def advance(self):
        line = next(self.lines, None)
        try:
            self.next = None if line is None else parsed(line)
        except ValueError:
            self.next = {}

    def of(self, index, event, leaf):
        while self.next is not None and event is not None and self.next.get("event") == event:
            encoded, committed = self.next.get("disclosure"), leaf.get("sd")
            if not isinstance(encoded, str):
                say("disclosure", "A personal value cannot be read any more", index, event)
            elif base64.urlsafe_b64encode(sha(encoded.encode("utf-8", "replace"))).rstrip(b"=").decode() not in (committed if isinstance(committed, list) else []):
                say("disclosure", "A personal value is not one that the event commits to: it was changed", index, event)
            self.advance()


def included(index, size, value, proof, root):
    """Inclusion, RFC 9162 section 2.1.3.2."""
    if index >= size:
        return False
    first, last = index, size - 1
    for one in proof:
        if last == 0:
            return False
        if first & 1 or first == last:
            value = node(one, value)
            while first and not first & 1:
                first, last = first >> 1, last >> 1
        else:
            value = node(value, one)
        first, last = first >> 1, last >> 1
    return last == 0 and value == root


def certified(told, log, size, root):
    """The place of a certificate, and the places of leaves that it lets go."""
    index, leaf = whole(told["index"]), decoded(told["leaf"])
    if not included(index, size, sha(b"\x00", leaf), [decoded(one, 32) for one in told["proof"]], root):
        raise ValueError(f"it is not leaf {index} of the tree")
    event = parsed(leaf)
    actor, changes = event.get("actor"), event.get("chg")
    wanted = {"log": log, "action": "retention.certified", "outcome": "success", "observer": "freehold"}
    if any(event.get(name) != value for name, value in wanted.items()) or not isinstance(actor, dict) \
            or actor.get("type") != "system" or actor.get("id") != "job:retention-cleanup":
        raise ValueError(f"leaf {index} is no certificate")
    places = [place for change in (changes if isinstance(changes, list) else []) if isinstance(change, dict) and change.get("path") == "places"
              for place in (change.get("new") if isinstance(change.get("new"), list) else [])]
    ranges = [(whole(place["begin"]), whole(place["end"])) for place in places]
    if any(begin >= end or end > index for begin, end in ranges):
        raise ValueError(f"leaf {index} certifies no leaves before it")
    return index, ranges


def compare_removed(archive, log, size, root, removed):
    """Leaves that retention removed: certificates that are leaves themselves must cover them."""
    places, covered = [], []
    for line in lines(archive, "certificates.ndjson"):
        try:
            index, ranges = certified(parsed(line), log, size, root)
            places.append(index)
            covered += ranges
        except (ValueError, KeyError, TypeError) as problem:
            say("certificate", f"A certificate of retention does not hold: {problem}")
    covered.sort()
    runs = []
    for index in removed:
        if runs and runs[-1][1] == index:
            runs[-1][1] += 1
        else:
            runs.append([index, index + 1])
    for at, end in runs:
        for begin, behind in covered:
            if begin > at:
                break
            at = max(at, behind)
        if at < end:
            say("removed", f"Events from here to before {end} were sealed and are gone, and no certificate covers them", at)
    if removed:
        print(f"Note: {len(removed)} events were removed when their time was over; certificates are the leaves: {', '.join(map(str, places))}.")


def hear(index, leaf, told):
    """Remembers what an event of the platform tells of other logs; the newest of each."""
    changes = leaf.get("chg") if leaf.get("action") == "audit.heads_recorded" else None
    for change in changes if isinstance(changes, list) else []:
        heads = change.get("new") if isinstance(change, dict) and change.get("path") == "heads" else None
        for head in heads if isinstance(heads, list) else []:
            try:
                origin, size, root = word(head["origin"]), whole(head["size"]), decoded(head["root"], 32)
                before = told.setdefault(origin, (size, root, index))
            except (ValueError, KeyError, TypeError):
                say("heads", "A head cannot be read", index)
                continue
            if size < before[0] or size == before[0] and root != before[1]:
                say("log_changed", f"The log {origin} had {before[0]} leaves, and later {size} that do not follow them", index)
            if size > before[0]:
                told[origin] = (size, root, index)


def compare_heads(archive, told):
    if "heads.ndjson" not in archive.namelist():
        if told:
            say("heads", f"Events tell of {len(told)} other logs, and the file that says how far these are is not there")
        return
    now = {}
    for line in lines(archive, "heads.ndjson"):
        try:
            head = parsed(line)
            origin, one = word(head["origin"]), (whole(head["size"]), decoded(head["root"], 32), whole(head["from"]), [decoded(p, 32) for p in head["proof"]])
            if now.setdefault(origin, one) is not one:
                raise ValueError(f"there are two of {origin}")
        except (ValueError, KeyError, TypeError) as problem:
            say("heads", f"A head cannot be read: {problem}")
    for origin, (size, root, index) in sorted(told.items()):
        newer, newer_root, start, proof = now.get(origin, (None, None, None, None))
        if newer is None:
            say("log_gone", f"The log {origin} had {size} leaves, and nothing is left of it", index)
        elif newer > size and start != size:
            leave_open(f"The log {origin} cannot be compared with its {size} leaves that the platform was told of: export up to now")
        elif not continues(size, newer, proof, root, newer_root):
            say("log_changed", f"The log {origin} had {size} leaves, and has {newer} that do not continue them", index)


def main():
    parser = argparse.ArgumentParser(description="Verify a bundle of a Freehold audit trail.")
    parser.add_argument("bundle")
    parser.add_argument("--key", action="append", default=[])
    parser.add_argument("--checkpoint", action="append", default=[])
    parser.add_argument("--log")
    parser.add_argument("--none-hidden", action="store_true")
    given = parser.parse_args()
    sys.stdout.reconfigure(errors="backslashreplace")
    if not openssl_works():
        print("openssl on this machine cannot verify Ed25519, or is not there: OpenSSL 3.0 or newer is needed.")
        return 2
    try:
        keys, held = given_keys(given.key), [Path(file).read_bytes().decode() for file in given.checkpoint]
    except (OSError, ValueError) as problem:
        print(f"A key or checkpoint that was given cannot be read: {problem}")
        return 2
    try:
        archive = zipfile.ZipFile(given.bundle)
    except (OSError, ValueError, zipfile.BadZipFile) as problem:
        print(f"{given.bundle} cannot be read: {problem}")
        return 2
    shown, hidden, removed, matched = 0, 0, 0, False
    with archive:
        try:
            shown, hidden, removed, matched = verify(archive, keys, held, given.log, given.none_hidden)
        except (OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error) as problem:
            say("files", f"The bundle cannot be read to its end: {problem}")
    if wrong:
        print(f"{len(wrong)} things are wrong.")
        return 1
    if shown + hidden + removed == 0:
        print("No event was verified: the bundle has none.")
    elif undecided or not matched:
        print("Nothing wrong was found, and not everything was decided.")
    elif hidden and removed:
        print(f"Nothing was changed in the {shown} events shown; {hidden} are there as a hash only, and {removed} were removed under a certificate.")
    elif hidden:
        print(f"Nothing was changed in the {shown} events shown; {hidden} are there as a hash only.")
    elif removed:
        print(f"Nothing was changed in the {shown} events shown; {removed} were removed under a certificate.")
    else:
        print("Nothing was changed, and nothing is missing in between.")
        return 0
    return 7


if __name__ == "__main__":
    sys.exit(main())
