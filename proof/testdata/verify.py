"""Checks a .tlog-proof file with nothing but Python's own library.

python3 verify.py FILE LOGKEY [COSIGNERKEY ...]

Written from the texts of RFC 6962, RFC 8032 and c2sp.org, not from Muster's
code, so that the two can be set against each other. It is slow, and no tool:
muster-verify is the tool.
"""
import base64
import hashlib
import sys

# Ed25519 (RFC 8032): points as (x, y) with whole numbers modulo p.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    t = D * x1 * x2 * y1 * y2
    x3 = (x1 * y2 + x2 * y1) * pow(1 + t, -1, P)
    y3 = (y1 * y2 + x1 * x2) * pow(1 - t, -1, P)
    return x3 % P, y3 % P


def times(n, point):
    total = (0, 1)
    while n:
        if n & 1:
            total = add(total, point)
        point = add(point, point)
        n >>= 1
    return total


def decode(data):
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or y >= P:
        raise ValueError("no point")
    return (P - x if x & 1 != sign else x), y


BASE = decode((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signed(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    try:
        return times(s, BASE) == add(decode(signature[:32]), times(k, decode(key)))
    except ValueError:
        return False


def sha(data):
    return hashlib.sha256(data).digest()


def root_of(leaf, index, size, path):
    """The root that an inclusion path leads to (RFC 6962, 2.1.1), or None."""
    if size == 1:
        return leaf if not path else None
    if not path:
        return None
    half = 1 << (size - 1).bit_length() - 1
    left = index < half
    below = root_of(leaf, index, half, path[:-1]) if left else root_of(leaf, index - half, size - half, path[:-1])
    return below and sha(b"\x01" + (below + path[-1] if left else path[-1] + below))


def check(file, keys):
    head, note = file.split("\n\n", 1)
    lines = head.split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1":
        return "it is no proof"
    extra = base64.b64decode(lines[1].removeprefix("extra "), validate=True)
    index = int(lines[2].removeprefix("index "))
    path = [base64.b64decode(line, validate=True) for line in lines[3:]]
    text, block = note.split("\n\n", 1)
    text = (text + "\n").encode()
    origin, size, root = text.decode().split("\n")[:3]

    signatures = {}
    for line in block.strip("\n").split("\n"):
        _, name, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        signatures[name, data[:4]] = data[4:]
    for i, vkey in enumerate(keys):
        name, _, data = vkey.split("+", 2)
        data = base64.b64decode(data, validate=True)
        signature = signatures.get((name, sha(name.encode() + b"\n" + data)[:4]))
        if signature is None:
            return f"{name} has not signed"
        message = text
        if data[0] == 4:
            at = int.from_bytes(signature[:8], "big")
            message, signature = f"cosignature/v1\ntime {at}\n".encode() + text, signature[8:]
        if not signed(data[1:], message, signature):
            return f"the signature of {name} is wrong"
        if i == 0 and name != origin:
            return "the key is of another log"

    leaf, body = extra.split(b"\n", 1)
    leaf += b"\n"
    if index >= int(size) or root_of(sha(b"\x00" + leaf), index, int(size), path) != base64.b64decode(root):
        return "the leaf is not in the tree"
    if body and leaf.split(b" ")[6] != b"sha256:" + hashlib.sha256(body).hexdigest().encode() + b"\n":
        return "the body is another"
    print(f"verified: entry {index} of {size}, {len(keys) - 1} cosignatures")
    return None


try:
    problem = check(open(sys.argv[1], encoding="utf-8", newline="").read(), sys.argv[2:])
except (ValueError, IndexError) as error:
    problem = f"it cannot be read: {error}"
if problem:
    sys.exit(f"not verified: {problem}")
