"""Fine-tunes a small pretrained encoder as teacher of tags and syntax, and writes what it thinks of text that nobody marked.

    teach.py learn LESSONS MODEL OUT [--seconds N] [--epochs N] [--seed N]
    teach.py think LESSONS OPINIONS OUT [OUT ...]

LESSONS is the folder that `tools train syntax lessons` writes, MODEL the folder with model.safetensors and vocab.txt, OUT a teacher's file;
several teachers' opinions are averaged. README.md beside this file has the whole recipe and the figures.

The head is the biaffine one of Dozat and Manning (2017) over the mean of a word's first and last piece; heads are chosen word by word.
"""

import argparse
import json
import math
import random
import struct
import sys
import time
import unicodedata
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

LAYERS, WIDTH, ATTENTION_HEADS = 6, 384, 12
ARC, LABEL = 400, 128
"""Numbers by which a word is compared with heads, and by which a relation is chosen."""
MOST_PIECES = 8
"""Pieces of a word that are read."""
SHAPES = 7
PIECES_A_BATCH = 1600
ENCODER_RATE, HEAD_RATE, WARM_UP = 2e-4, 1e-3, 200
LONGEST_LEARNED = 90


def say(*what):
    print(f"[{time.time() - START:5.0f} s]", *what, flush=True)


# Words


class Pieces:
    """Cuts words into pieces of the encoder's vocabulary, as BERT does for lower case."""

    def __init__(self, path):
        self.numbers = {piece.rstrip("\n"): n for n, piece in enumerate(open(path, encoding="utf8"))}
        self.known = {}

    def of(self, word):
        if word not in self.known:
            self.known[word] = self.cut(word)
        return self.known[word]

    def cut(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        parts = [""]
        for c in plain:
            if c.isalnum():
                parts[-1] += c
            else:
                parts += [c, ""]
        pieces = [piece for part in parts if part for piece in self.cut_part(part)]
        if len(pieces) > MOST_PIECES:
            pieces = pieces[: MOST_PIECES - 1] + pieces[-1:]
        return pieces or [self.numbers["[UNK]"]]

    def cut_part(self, part):
        pieces, start = [], 0
        while start < len(part):
            ends = range(len(part), start, -1)
            mark = "##" if start else ""
            end = next((e for e in ends if mark + part[start:e] in self.numbers), None)
            if end is None:
                return [self.numbers["[UNK]"]]
            pieces.append(self.numbers[mark + part[start:end]])
            start = end
        return pieces


def shape(word):
    """What the encoder does not see: capitals and digits."""
    if not any(c.isalnum() for c in word):
        return 6
    if any(c.isdigit() for c in word):
        return 4 if word.isdigit() else 5
    if word.isupper() and len(word) > 1:
        return 1
    if word[0].isupper():
        return 2
    return 3 if any(c.isupper() for c in word) else 0


CAPITALS, TITLE = (lambda s: 1 if s in (0, 2, 3) else s), (lambda s: 2 if s == 0 else s)


class Batch:
    """Sentences side by side, as tensors; `changed` makes every 20th one a headline in its shapes."""

    def __init__(self, pieces, sentences, changed=False):
        rows = [self.row(pieces, s["words"], changed) for s in sentences]
        across = max(len(ids) for ids, *_ in rows)
        words = max(len(first) for _, _, first, _ in rows)
        filled = lambda part, width: torch.tensor([r[part] + [0] * (width - len(r[part])) for r in rows])
        self.ids, self.shapes = filled(0, across), filled(1, across)
        self.first, self.last = filled(2, words), filled(3, words)
        self.is_piece = torch.tensor([[n < len(r[0]) for n in range(across)] for r in rows])
        self.is_word = torch.tensor([[n < len(r[2]) for n in range(words)] for r in rows])
        if "heads" in sentences[0]:
            gold = lambda name: torch.tensor([s[name] + [0] * (words - len(s[name])) for s in sentences])
            self.tags, self.relations = gold("tags"), gold("relations")
            # Place 0 is the root.
            heads = [[0 if h == i else h + 1 for i, h in enumerate(s["heads"])] for s in sentences]
            self.heads = torch.tensor([h + [0] * (words - len(h)) for h in heads])

    @staticmethod
    def row(pieces, words, changed):
        change = random.choice([CAPITALS, TITLE]) if changed and random.random() < 0.05 else (lambda s: s)
        ids, shapes, first, last = [pieces.numbers["[CLS]"]], [0], [], []
        for n, word in enumerate(words):
            of_word = pieces.of(word)
            first.append(len(ids))
            ids += of_word
            last.append(len(ids) - 1)
            shapes += [change(shape(word)) + SHAPES * (n == 0)] * len(of_word)
        return ids + [pieces.numbers["[SEP]"]], shapes + [0], first, last


def batches(sentences, shuffled):
    """Sentences of about as many pieces together."""
    blur = (lambda: 3 * random.random()) if shuffled else (lambda: 0)
    all_, now = [], []
    for sentence in sorted(sentences, key=lambda s: s["size"] + blur()):
        if now and (len(now) + 1) * max(sentence["size"], now[-1]["size"]) > PIECES_A_BATCH:
            all_.append(now)
            now = []
        now.append(sentence)
    all_.append(now)
    if shuffled:
        random.shuffle(all_)
    return all_


def lessons(folder, name, pieces):
    with open(Path(folder) / f"{name}.jsonl", encoding="utf8") as lines:
        sentences = [json.loads(line) for line in lines]
    for sentence in sentences:
        sentence["size"] = sum(len(pieces.of(word)) for word in sentence["words"])
    return sentences


# The net


def safetensors(path):
    raw = path.read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8 : 8 + size])
    kinds = {"F32": np.float32, "F16": np.float16, "I64": np.int64}
    read = {}
    for name, at in head.items():
        if name != "__metadata__":
            start, end = (8 + size + n for n in at["data_offsets"])
            read[name] = torch.tensor(np.frombuffer(raw[start:end], kinds[at["dtype"]]).reshape(at["shape"]).copy())
    return read


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.first_norm, self.second_norm = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        split = lambda y: y.view(*y.shape[:2], ATTENTION_HEADS, -1).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + mask, -1)
        x = self.first_norm(x + self.drop(self.joined((weights @ v).transpose(1, 2).reshape(x.shape))))
        return self.second_norm(x + self.drop(self.down(F.gelu(self.up(x)))))

    PRETRAINED = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "joined": "attention.output.dense",
        "first_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "second_norm": "output.LayerNorm",
    }


class Teacher(nn.Module):
    def __init__(self, tags, relations, vocabulary, places):
        super().__init__()
        self.sizes = (tags, relations, vocabulary, places)
        self.pieces, self.places = nn.Embedding(vocabulary, WIDTH), nn.Embedding(places, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(2 * SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.tag = nn.Linear(WIDTH, tags)
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC + 1, ARC)))
        self.label_dependent, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label = nn.Parameter(0.02 * torch.randn(relations, LABEL + 1, LABEL + 1))

    def begin(self, weights):
        """Takes the pretrained numbers over."""
        take = lambda to, name: to.data.copy_(weights[name])
        take(self.pieces.weight, "embeddings.word_embeddings.weight")
        # Half of all numbers, of which a step would change few.
        self.pieces.weight.requires_grad_(False)
        take(self.places.weight, "embeddings.position_embeddings.weight")
        self.kind.data.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        take(self.norm.weight, "embeddings.LayerNorm.weight")
        take(self.norm.bias, "embeddings.LayerNorm.bias")
        for n, layer in enumerate(self.layers):
            for ours, theirs in Layer.PRETRAINED.items():
                for part in ("weight", "bias"):
                    take(getattr(getattr(layer, ours), part), f"encoder.layer.{n}.{theirs}.{part}")

    def encoder(self):
        parts = (self.places, self.shape, self.norm, self.layers)
        return [self.kind] + [p for part in parts for p in part.parameters()]

    def forward(self, batch):
        """Scores of the tags, of the heads (place 0 is the root), and what relations are chosen by."""
        x = self.pieces(batch.ids) + self.places.weight[: batch.ids.shape[1]] + self.kind + self.shape(batch.shapes)
        x = self.drop(self.norm(x))
        mask = torch.zeros(batch.is_piece.shape).masked_fill(~batch.is_piece, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        at = lambda places: x.gather(1, places[..., None].expand(-1, -1, WIDTH))
        words = F.dropout((at(batch.first) + at(batch.last)) / 2, 0.2, self.training)
        heads = torch.cat([self.root.expand(len(words), 1, -1), words], 1)
        squeezed = lambda f, y: F.dropout(F.leaky_relu(f(y), 0.1), 0.3, self.training)
        biased = lambda y: F.pad(y, (0, 1), value=1.0)
        arcs = biased(squeezed(self.arc_dependent, words)) @ self.arc @ squeezed(self.arc_head, heads).transpose(1, 2)
        can_head = F.pad(batch.is_word, (1, 0), value=True)
        arcs = arcs.masked_fill(~can_head[:, None, :], -1e4)
        pairs = biased(squeezed(self.label_dependent, words)), biased(squeezed(self.label_head, heads))
        return self.tag(words), arcs, pairs

    def relations(self, pairs, heads):
        """Scores of the relations if these are the heads."""
        dependents, all_heads = pairs
        chosen = all_heads.gather(1, heads[..., None].expand(-1, -1, LABEL + 1))
        return torch.einsum("bni,lij,bnj->bnl", dependents, self.label, chosen)


# Learning


def learn(options):
    pieces = Pieces(Path(options.model) / "vocab.txt")
    train = [s for s in lessons(options.lessons, "train", pieces) if 1 < len(s["words"]) <= LONGEST_LEARNED]
    dev = {name: lessons(options.lessons, name, pieces) for name in ("ewt.dev", "gum.dev")}
    tags, relations = (1 + max(n for s in train for n in s[part]) for part in ("tags", "relations"))
    weights = safetensors(Path(options.model) / "model.safetensors")
    teacher = Teacher(
        tags, relations, len(weights["embeddings.word_embeddings.weight"]), len(weights["embeddings.position_embeddings.weight"])
    )
    teacher.begin(weights)
    encoder = teacher.encoder()
    own = {id(p) for p in encoder}
    groups = [
        {"params": encoder, "lr": ENCODER_RATE},
        {"params": [p for p in teacher.parameters() if p.requires_grad and id(p) not in own], "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    steps = options.epochs * len(batches(train, False))
    say(len(train), "sentences,", steps, "steps at most")
    start, step, done = time.time(), 0, 0
    for epoch in range(options.epochs):
        if done >= 1:
            break
        teacher.train()
        for sentences in batches(train, True):
            done = max(step / steps, (time.time() - start) / options.seconds)
            if done >= 1:
                break
            scale = min(1, (step + 1) / WARM_UP) * max(0.01, 1 - done)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * scale
            batch = Batch(pieces, sentences, changed=True)
            scores, arcs, pairs = teacher(batch)
            here = batch.is_word
            loss = F.cross_entropy(scores[here], batch.tags[here]) + F.cross_entropy(arcs[here], batch.heads[here])
            loss = loss + F.cross_entropy(teacher.relations(pairs, batch.heads)[here], batch.relations[here])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 20 == 0:
                say(f"step {step}, {100 * done:.0f} %, loss {loss.item():.3f}")
        say(f"after round {epoch + 1}:", measure(teacher, pieces, dev, options.lessons))
        torch.save({"sizes": teacher.sizes, "values": teacher.state_dict(), "model": options.model}, options.out)


def base_relations(folder):
    """The number of each relation's first namesake without its subtype."""
    names = json.loads((Path(folder) / "relations.json").read_text())
    bases = [name.split(":")[0] for name in names]
    return torch.tensor([bases.index(base) for base in bases])


def measure(teacher, pieces, dev, folder):
    """Of a hundred words, how many are tagged, attached and labelled (without subtypes) as marked."""
    teacher.eval()
    base = base_relations(folder)
    shown = []
    for name, sentences in dev.items():
        right, words = np.zeros(3), 0
        with torch.no_grad():
            for part in batches(sentences, False):
                batch = Batch(pieces, part)
                scores, arcs, pairs = teacher(batch)
                heads = arcs.argmax(-1)
                relations = teacher.relations(pairs, heads).argmax(-1)
                here, attached = batch.is_word, heads == batch.heads
                labelled = attached & (base[relations] == base[batch.relations])
                right += [(ok & here).sum().item() for ok in (scores.argmax(-1) == batch.tags, attached, labelled)]
                words += here.sum().item()
        shown.append(name + " " + " ".join(f"{n:.2f}" for n in 100 * right / words))
    return ", ".join(shown)


# Thinking


def think(options):
    teachers, pieces = [], None
    for path in options.teachers:
        saved = torch.load(path)
        pieces = Pieces(Path(saved["model"]) / "vocab.txt")
        teachers.append(Teacher(*saved["sizes"]))
        teachers[-1].load_state_dict(saved["values"])
        teachers[-1].eval()
    sentences = lessons(options.lessons, "unmarked", pieces)
    for number, sentence in enumerate(sentences):
        sentence["number"] = number
    thought = [b""] * len(sentences)
    parts = lambda likely: (255 * likely + 0.5).astype(np.uint8)
    mean = lambda all_: sum(all_) / len(all_)
    with torch.no_grad():
        for n, part in enumerate(batches(sentences, False)):
            batch = Batch(pieces, part)
            read = [teacher(batch) for teacher in teachers]
            arcs = mean([torch.softmax(arcs, -1) for _, arcs, _ in read])
            # The student's root is the word itself.
            arcs[:, range(arcs.shape[1]), range(1, arcs.shape[2])] = arcs[:, :, 0]
            heads = parts(arcs[:, :, 1:].numpy())
            best = torch.tensor(heads.argmax(-1))
            own = torch.arange(best.shape[1]).expand_as(best)
            places = torch.where(best == own, torch.zeros_like(best), best + 1)
            tags = parts(mean([torch.softmax(scores, -1) for scores, _, _ in read]).numpy())
            likely = [torch.softmax(t.relations(r[2], places), -1) for t, r in zip(teachers, read)]
            relations = parts(mean(likely).numpy())
            for row, sentence in enumerate(part):
                size = len(sentence["words"])
                said = [tags[row, :size], heads[row, :size, :size], relations[row, :size]]
                thought[sentence["number"]] = struct.pack("<H", size) + b"".join(np.ascontiguousarray(s).tobytes() for s in said)
            if n % 100 == 0:
                say("batch", n)
    Path(options.opinions).write_bytes(b"".join(thought))


if __name__ == "__main__":
    START = time.time()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(required=True)
    learning = parts.add_parser("learn")
    learning.add_argument("lessons")
    learning.add_argument("model")
    learning.add_argument("out")
    learning.add_argument("--seconds", type=float, default=1e9, help="the learning rate falls to nothing in this time at the latest")
    learning.add_argument("--epochs", type=int, default=6)
    learning.add_argument("--seed", type=int, default=1)
    learning.set_defaults(run=learn)
    thinking = parts.add_parser("think")
    thinking.add_argument("lessons")
    thinking.add_argument("opinions")
    thinking.add_argument("teachers", nargs="+")
    thinking.set_defaults(run=think)
    options = parser.parse_args()
    torch.set_flush_denormal(True)
    torch.manual_seed(getattr(options, "seed", 1))
    random.seed(getattr(options, "seed", 1))
    sys.exit(options.run(options))
