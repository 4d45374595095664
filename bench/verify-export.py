#!/usr/bin/env python3
"""Checks an exported history of Guestlist. Written from the document of the format alone, with Python's standard library.

    python3 verify-export.py FILE [--since CHECKPOINT-FILE]... [--key PUBLIC-KEY]...
    python3 verify-export.py --batch DIR [--since CHECKPOINT-FILE]... [--key PUBLIC-KEY]...

Prints one line. Exits with 0 when all fits, 1 with the first thing that does not, 2 when it could not check. With --key the
keys in the file are not trusted. --batch checks every *.ndjson in DIR and prints "NAME<TAB>CODE<TAB>MESSAGE" for each.

Stricter than the document in one point: a second signature under a checkpoint in the file is a fault.
"""
import argparse, base64, functools, hashlib, json, os, re, sys

class Gap(Exception):
    """An entry's number is larger than it should be: the one of the number given is missing, or comes later."""

def require(fits, otherwise):
    """ValueError with these words where something does not fit."""
    if not fits:
        raise ValueError(otherwise)

def sha256(text):
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()

# Canonical JSON, RFC 8785
quoted = json.JSONEncoder(ensure_ascii=False).encode  # of texts: escapes what ECMAScript escapes, and as it does

def canonical(value):
    """The canonical text of a value. ValueError for what has none."""
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join([quoted(name) + ":" + canonical(value[name]) for name in names]) + "}"
    if isinstance(value, list):
        return "[" + ",".join([canonical(item) for item in value]) + "]"
    if isinstance(value, int) and abs(value) <= 2**53:
        return str(value)
    return canonical_number(value)

def canonical_number(value):
    """A number as ECMAScript's Number::toString writes it. ValueError (or OverflowError) for what is not finite."""
    value = float(value)
    require(abs(value) != float("inf"), "not a finite number")
    if value == 0:
        return "0"
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, decimals = mantissa.partition(".")
    point = len((whole + decimals).lstrip("0")) - len(decimals) + int(exponent or 0)
    digits = (whole + decimals).strip("0")  # the value is 0.DIGITS times ten to the power of `point`
    if len(digits) <= point <= 21:
        text = digits.ljust(point, "0")
    elif 0 < point <= 21:
        text = digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        text = digits[0] + ("." + digits[1:]) * (len(digits) > 1) + f"e{point - 1:+d}"
    return ("-" if value < 0 else "") + text

def read_canonical(text):
    """The object whose canonical form the text is. ValueError where it is none, or another spelling of one."""
    try:
        value = json.loads(text)
        same = isinstance(value, dict) and canonical(value) == text
    except (ValueError, RecursionError, OverflowError):
        same = False
    require(same, "not an object in its canonical form")
    return value

# Ed25519, RFC 8032. Points are (X, Y, Z, T) with x = X/Z, y = Y/Z, x*y = T/Z.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
BASE = (4 * pow(5, -1, P) % P).to_bytes(32, "little")

def add(one, other):
    """The sum of two points."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def decode_point(data):
    """The point that 32 bytes stand for. ValueError where they stand for none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P != u:
        x = x * pow(2, (P - 1) // 4, P) % P
    require(y < P and v * x * x % P == u and (x or not sign), "not a point")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P

@functools.lru_cache(maxsize=16)
def multiples(data, opposite):
    """For each of the 64 hexadecimal digits of a factor, the multiples of a point (or its opposite) it can stand for."""
    (x, y, z, t), table = decode_point(data), []
    point = (-x % P, y, z, -t % P) if opposite else (x, y, z, t)
    for _ in range(64):
        row = [(0, 1, 1, 0)]
        for _ in range(16):
            row.append(add(row[-1], point))
        point = row.pop()
        table.append(row)
    return table

def is_signature(key, message, signature):
    """Whether the signature is that of the key over the message: S below L, and S*B - k*A written as R is."""
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    total, in_range = (0, 1, 1, 0), s < L
    for of_base, of_key in zip(multiples(BASE, False), multiples(key, True)):
        total = add(add(total, of_base[s & 15]), of_key[k & 15])
        s, k = s >> 4, k >> 4
    inverse = pow(total[2], -1, P)
    x, y = total[0] * inverse % P, total[1] * inverse % P
    return in_range and (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]

# What the lines hold
GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
NOTE = re.compile(rf"(?P<text>(?P<origin>[^\s+/]+/(?P<tenant>{GUID}))\n(?P<size>0|[1-9][0-9]{{0,15}})\n"
                  r"(?P<root>[^\s]+)\n)\n(?P<signatures>(\u2014 [^\s+]+ [A-Za-z0-9+/=]+\n)+)")
KINDS = "planned|bound|carried-out|review-result|policy-set|template-saved|person-erased|decided|intended"
COLUMNS = ("guestId", "operationId", "planId", "subjectId")
ORDER = ("header", "key", "checkpoint", "entry", "card", "text", "end")
COUNTED = {"keys": "key", "checkpoints": "checkpoint", "entries": "entry", "cards": "card", "texts": "text"}

def text_of(shape):
    """A test for a text of this shape."""
    pattern = re.compile(shape, re.DOTALL)
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None

is_text, is_guid, is_hash, is_salt = text_of(".*"), text_of(GUID), text_of("[0-9a-f]{64}"), text_of("[0-9a-f]{32}")
is_time = text_of(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z")
is_text_or_null, is_object = (lambda value: value is None or isinstance(value, str)), (lambda value: isinstance(value, dict))
is_guid_or_null = lambda value: value is None or is_guid(value)
is_count = lambda value: type(value) is int and value >= 0
of_type, of_card = {"type": is_text}, {"salt": is_salt, "fingerprint": is_hash}
MEMBERS = {
    "header": {"format": text_of("guestlist-history"), "version": lambda v: is_count(v) and v == 1, "tenant": is_guid},
    "key": {**of_type, "key": is_text},
    "checkpoint": {**of_type, "number": is_count, "note": is_text},
    "entry": {**of_type, "hash": is_hash, "covered": is_text, "columns": is_object},
    "columns": dict.fromkeys(COLUMNS, is_text_or_null),
    "covered": {"v": lambda v: is_count(v) and v in (1, 2), "tenant": is_guid, "seq": is_count, "id": is_text,
                "kind": text_of(KINDS), "recordedAt": is_time, "actorId": is_guid, "actorCard": is_hash,
                "body": is_object, "previous": is_hash},
    "card": {**of_type, "subjectId": is_guid, "displayName": is_text_or_null, "mail": is_text_or_null, **of_card},
    "text": {**of_type, "authorId": is_guid_or_null, "guestId": is_guid_or_null, "words": is_text, **of_card},
    "end": {**of_type, **dict.fromkeys(COUNTED, is_count)}}

def require_members(value, kind):
    """ValueError where an object has not the members of its kind."""
    require(value.keys() == MEMBERS[kind].keys(), f"its members are not those of {kind}")
    for name, fits in MEMBERS[kind].items():
        require(fits(value[name]), f"{name} is not what it has to be")

def shown(value):
    """A value from the file, fit to be printed within a line."""
    return re.sub("[^ -~]", "?", str(value))[:200]

def decode_base64(text):
    """The bytes that the text stands for. ValueError where it is not the one way to write them."""
    data = base64.b64decode(text, validate=True)
    require(base64.b64encode(data).decode() == text, "not the base64 of anything")
    return data

def read_key(text):
    """The name, the four bytes of the id and the 32 bytes of a public key. ValueError where it is none."""
    name, key_id, data = (text.split("+", 2) + ["", ""])[:3]
    data = decode_base64(data)
    expected = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
    require(data[:1] == b"\1" and len(data) == 33 and key_id == expected.hex(), "a key whose name, id and bytes do not fit")
    decode_point(data[1:])
    return name, expected, data[1:]

class Checkpoint:
    """A signed note: what it says of a history, and who signed it. ValueError where it is none."""
    def __init__(self, note):
        found = NOTE.fullmatch(note)
        require(found, "not a signed checkpoint")
        self.text, self.origin, self.tenant = found["text"], found["origin"], found["tenant"]
        self.size, self.root = int(found["size"]), decode_base64(found["root"])
        lines = [line.split(" ") for line in found["signatures"].splitlines()]
        self.signatures = [(name, decode_base64(data)) for _, name, data in lines]
    def is_signed_by(self, keys):
        """Whether one of the keys, named as the origin, signed it."""
        return any(name == key_name == self.origin and data[:4] == key_id and len(data) == 68
                   and is_signature(key, self.text.encode(), data[4:])
                   for name, data in self.signatures for key_name, key_id, key in keys)

def grow(roots, size, leaf):
    """Adds a leaf to a Merkle tree of RFC 6962 that has `size` ones, of which only the roots of full subtrees are kept."""
    node = hashlib.sha256(b"\0" + leaf).digest()
    while size & 1:
        node, size = hashlib.sha256(b"\1" + roots.pop() + node).digest(), size >> 1
    roots.append(node)

def root_of(roots):
    """The root of the tree whose full subtrees have these roots."""
    roots = roots[::-1] or [hashlib.sha256().digest()]
    return functools.reduce(lambda right, left: hashlib.sha256(b"\1" + left + right).digest(), roots)

ROWS = (  # which members a body has, and where it says the four columns, as in the table of the document
    ("operation", "operation.guestId operation.id operation.planId operation.subject"),
    ("decision", "decision.guestId decision.id decision.planId -"),
    ("intent", "intent.guestId intent.id intent.planId intent.subject"),
    ("outcome operationId", "guestId operationId - subject"),
    ("outcome", "guestId decisionId - subject"),
    ("request stepId", "- operationId - -"),
    ("result", "result.guestId - - result.reviewId"),
    ("templateId", "- - - templateId"),
    ("personId", "- - - personId"),
    ("policy", "- - - -"))

def says(body, path):
    """What a body says at the end of a path: an id in lower case where it is a GUID, or None."""
    for name in path.split("."):
        body = body.get(name) if isinstance(body, dict) else None
    if isinstance(body, dict):
        body = None if body.get("type") == "guest" else body.get("id")
    return body.lower() if isinstance(body, str) and is_guid(body.lower()) else body

# The file
class History:
    """What was read of a file so far. ValueError where something does not fit; `place` is then where that is."""
    def __init__(self, kept, keys):
        self.kept, self.keys, self.trusts_file, self.key_lines = kept, list(keys), not keys, set()
        self.place, self.cannot = "line 1", None  # cannot: why a kept checkpoint could not be compared
        self.stage, self.counts = 0, dict.fromkeys(ORDER, 0)
        self.signed = 0  # how many entries the largest checkpoint covers that was compared
        self.due, self.covered_size = [], -1  # due: (size, place, root) of checkpoints that are still to be compared
        self.size, self.roots, self.last_hash = 0, [], "0" * 64  # of the entries that were read: how many, and their tree
        self.referred, self.there = {"card": set(), "text": set()}, {"card": set(), "text": set()}
    def read(self, line):
        """Checks the next line."""
        self.place = f"line {sum(self.counts.values()) + 1}"
        require(not self.counts["end"], "comes after the end")
        require(line.endswith(b"\n"), "does not end with a line feed, the file was cut")
        value = read_canonical(line[:-1].decode("utf-8"))
        kind = value.get("type") if self.counts["header"] else "header"
        require(kind in ORDER[min(self.stage, len(ORDER) - 1):], "its type does not come here")
        require_members(value, kind)
        self.enter(ORDER.index(kind))
        self.counts[kind] += 1
        getattr(self, "read_" + kind)(value)
    def enter(self, stage):
        """Goes on to the lines of a kind, and does what is to be done when those of the kinds before have ended."""
        if self.stage < ORDER.index("entry") <= stage:
            self.accept_kept()
            self.compare_due()
        if stage > ORDER.index("entry") and self.due:
            size, self.place, _ = self.due[0]
            raise ValueError(f"covers {size} entries, there are {self.size}: the last ones were cut off")
        self.stage = max(stage, 1)
    def accept_kept(self):
        """Lines up the checkpoints that were kept elsewhere with those of the file, the smallest first."""
        for checkpoint in self.kept:
            if checkpoint.tenant != self.tenant:
                self.cannot = f"the kept checkpoint of {checkpoint.size} entries is of another tenant"
            elif not checkpoint.is_signed_by(self.keys):
                self.cannot = f"the kept checkpoint of {checkpoint.size} entries is signed by none of the keys"
            else:
                self.due.append((checkpoint.size, f"kept {checkpoint.size}", checkpoint.root))
        self.due.sort(key=lambda due: due[0])
    def compare_due(self):
        """Compares the checkpoints that cover as many entries as there are so far."""
        while self.due and self.due[0][0] == self.size:
            _, self.place, root = self.due.pop(0)
            require(root == root_of(self.roots), "its root is not that of the entries that it covers")
            self.signed = self.size
    def read_header(self, value):
        self.tenant = value["tenant"]
    def read_key(self, value):
        key = read_key(value["key"])
        require(key not in self.key_lines, "a key that was there already")
        self.key_lines.add(key)
        if self.trusts_file:
            self.keys.append(key)
    def read_checkpoint(self, value):
        self.place = f"checkpoint {self.counts['checkpoint']}"
        require(value["number"] == self.counts["checkpoint"], "another number comes in its place")
        checkpoint = Checkpoint(value["note"])
        require(checkpoint.tenant == self.tenant, "of another tenant")
        require(len(checkpoint.signatures) == 1 and checkpoint.is_signed_by(self.keys), "not signed by a key")
        require(checkpoint.size > self.covered_size, "does not cover more entries than the one before it")
        self.covered_size = checkpoint.size
        self.due.append((checkpoint.size, self.place, checkpoint.root))
    def read_entry(self, value):
        seq = self.size + 1
        require_members(value["columns"], "columns")
        self.place = f"entry {seq}: edited"
        require(sha256(value["covered"]) == value["hash"], "what it covers does not give its hash")
        entry = read_canonical(value["covered"])
        require_members(entry, "covered")
        self.check_place(entry, seq)
        self.check_columns(entry["body"], value["columns"])
        fingerprints = entry["actorCard"], entry["body"].get("guestCard"), entry["body"].get("justificationText")
        for kind, fingerprint in zip(("card", "card", "text"), fingerprints):
            self.referred[kind].update([bytes.fromhex(fingerprint)] if is_hash(fingerprint) else [])
        self.last_hash = value["hash"]
        grow(self.roots, self.size, bytes.fromhex(value["hash"]))
        self.size += 1
        self.compare_due()
    def check_place(self, entry, seq):
        """Whether the entry, whose hash fits, is the one that comes at this place of this history."""
        self.place = f"entry {seq}"
        require(entry["tenant"] == self.tenant, "other-tenant")
        if entry["seq"] > seq:
            raise Gap(seq)
        self.place = f"entry {entry['seq']}"
        require(entry["seq"] == seq, "forked, it was there already")
        self.place = f"entry {max(seq - 1, 1)}"
        require(entry["previous"] == self.last_hash, f"replaced, what entry {seq} names as `previous` is another hash")
        self.place = f"entry {seq}"
    def check_columns(self, body, columns):
        """Whether the columns are what the body says."""
        paths = next((paths for names, paths in ROWS if all(name in body for name in names.split())), None)
        require(paths, "column guestId: what the body has is in no row of the table")
        for name, path in zip(COLUMNS, paths.split()):
            require(columns[name] == says(body, path), f"column {name} is {columns[name]}, the body has {says(body, path)}")
    def read_card(self, value):
        """Whether a card or a text has the fingerprint that it says, and is there once."""
        kind, fingerprint = value["type"], value["fingerprint"]
        self.place = f"card {value['subjectId']}" if kind == "card" else f"text {fingerprint}"
        covered = {name: value[name] for name in value if name not in ("type", "fingerprint")}
        require(sha256(canonical(covered)) == fingerprint, "edited, it does not give its fingerprint")
        require(bytes.fromhex(fingerprint) not in self.there[kind], "was there already")
        self.there[kind].add(bytes.fromhex(fingerprint))
    read_text = read_card
    def read_end(self, value):
        for name, kind in COUNTED.items():
            require(value[name] == self.counts[kind], f"it says {value[name]} {name}, there are {self.counts[kind]}")
    def finish(self):
        """What there is to say of the whole file."""
        self.place = f"line {sum(self.counts.values()) + 1}"
        require(self.counts["end"], "there is no end line, the file was cut")
        counts = ", ".join(f"{self.counts[kind]} {name}" for name, kind in COUNTED.items())
        erased = sum(len(self.referred[kind] - self.there[kind]) for kind in self.there)
        return (2, f"could not check: {self.cannot}") if self.cannot else (0, f"whole: {counts}, {erased} erased, a checkpoint covers {self.signed} entries")

def verify(lines, kept, keys):
    """Checks a history. `lines` gives its lines in bytes with their line feeds, `kept` the texts of checkpoints that were
    kept elsewhere, `keys` the public keys to trust instead of those in the file. Returns 0, 1 or 2, and the line to print.
    What is wrong with the file comes before what is wrong with a kept checkpoint's tenant or signature."""
    lines = iter(lines)
    history = None
    try:
        history = History([Checkpoint(note) for note in kept], [read_key(key) for key in keys])
        for line in lines:
            history.read(line)
        return history.finish()
    except Gap as gap:
        later = any(rb'\"seq\":%d,\"tenant\":' % gap.args[0] in line for line in lines)
        return 1, f"entry {gap}: {'reordered' if later else 'missing'}, a later one comes in its place"
    except ValueError as error:
        return (1, f"{history.place}: {shown(error)}") if history else (2, f"could not check: {shown(error)}")
    except OSError as error:
        return 2, f"could not check: {error}"

def lines_of(path):
    """The lines of a file, one after the other. It is opened when the first one is asked for."""
    with open(path, "rb") as file:
        yield from file

def main():
    parser = argparse.ArgumentParser(description="Checks an exported history of Guestlist.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar="FILE")
    what.add_argument("--batch", metavar="DIR", help="check every *.ndjson in DIR")
    parser.add_argument("--since", action="append", default=[], metavar="CHECKPOINT-FILE", help="kept elsewhere")
    parser.add_argument("--key", action="append", default=[], metavar="PUBLIC-KEY", help="trust this one, not the file's")
    options = parser.parse_args()
    try:
        kept = [b"".join(lines_of(path)).decode("utf-8") for path in options.since]
        names = sorted(name for name in os.listdir(options.batch or ".") if name.endswith(".ndjson"))
    except (OSError, ValueError) as error:
        print(f"could not check: {error}")
        return 2
    if options.batch:
        for name in names:
            print(name, *verify(lines_of(os.path.join(options.batch, name)), kept, options.key), sep="\t")
        return 0
    code, message = verify(lines_of(options.file), kept, options.key)
    print(message)
    return code

if __name__ == "__main__":
    sys.exit(main())
