#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains a job here and in PyTorch (fp32), from the same weights, on the same data in the same order, one after the
other, and prints accuracy, loss and iterations a second of both.

    torch_compare.py JOB.toml [--bin build/release/bin] [--seeds 3] [--threads N] [--bits 14] [--noise] [--amplitude 8]

Needs Debian's python3-torch, and bench_job_export and bench_digits_accuracy in the folder of --bin. With --json the
last line is one JSON object.
"""
import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib

# A thread that spins while it waits slows its neighbours down; read when the library is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy
import torch
from torch import nn
from torch.nn import functional

TYPES = {"F32": numpy.float32, "I32": numpy.int32}


def safetensors(path):
    """name -> tensor."""
    with open(path, "rb") as file:
        data = file.read()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + length])
    header.pop("__metadata__", None)
    out = {}
    for name, entry in header.items():
        first, last = (8 + length + at for at in entry["data_offsets"])
        values = numpy.frombuffer(data[first:last], TYPES[entry["dtype"]]).reshape(entry["shape"])
        out[name] = torch.from_numpy(values.copy())
    return out


def written_out(layers):
    """The layers with what is repeated written out."""
    for layer in layers:
        for _ in range(layer["times"] if layer["type"] == "repeat" else 1):
            if layer["type"] == "repeat":
                yield from written_out(layer["layers"])
            else:
                yield layer


class Embedding(nn.Module):
    def __init__(self, tensors):
        super().__init__()
        self.weight = nn.Parameter(tensors["weight"])
        self.positions = nn.Parameter(tensors["positions"]) if "positions" in tensors else None

    def forward(self, x):
        y = functional.embedding(x.long(), self.weight)
        return y if self.positions is None else y + self.positions


class Attention(nn.Module):
    def __init__(self, layer, tensors):
        super().__init__()
        self.heads, self.causal, self.rotary = layer["heads"], layer.get("causal", True), layer.get("rotary", False)
        self.tensors = nn.ParameterList([nn.Parameter(tensors[n]) for n in ("qkv.weight", "qkv.bias", "out.weight",
                                                                            "out.bias")])

    def turned(self, x):
        length, width = x.shape[-2:]
        power = -torch.arange(0, width, 2) / width
        angle = torch.arange(length)[:, None] * 10000.0 ** power
        a, b = x[..., 0::2], x[..., 1::2]
        pairs = (a * angle.cos() - b * angle.sin(), a * angle.sin() + b * angle.cos())
        return torch.stack(pairs, -1).flatten(-2)

    def forward(self, x):
        rows, length, width = x.shape
        qkv = functional.linear(x, self.tensors[0], self.tensors[1])
        q, k, v = qkv.view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        if self.rotary:
            q, k = self.turned(q), self.turned(k)
        scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads)
        if self.causal:
            scores = scores.masked_fill(torch.ones(length, length).triu(1).bool(), -math.inf)
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(rows, length, width)
        return functional.linear(mixed, self.tensors[2], self.tensors[3])


class Rmsnorm(nn.Module):
    def __init__(self, weight):
        super().__init__()
        self.weight = nn.Parameter(weight)

    def forward(self, x):
        return x * (x.pow(2).mean(-1, keepdim=True) + 1e-5).rsqrt() * self.weight


class Residual(nn.Module):
    def __init__(self, inside):
        super().__init__()
        self.inside = inside

    def forward(self, x):
        return x + self.inside(x)


class Batchnorm(nn.modules.batchnorm._BatchNorm):
    """Of images and of rows of numbers."""
    def _check_input_dim(self, x):
        pass


def with_tensors(module, tensors):
    """The module with these weights, and what else it keeps."""
    names = {"mean": "running_mean", "variance": "running_var"}
    state = module.state_dict() | {names.get(name, name): value for name, value in tensors.items()}
    module.load_state_dict(state)
    return module


def module_of(layer, tensors):
    """The module of a layer without others inside; tensors are its own."""
    kind = layer["type"]
    simple = {"relu": nn.ReLU, "silu": nn.SiLU, "tanh": nn.Tanh}
    if kind in simple:
        return simple[kind]()
    if kind == "gelu":
        return nn.GELU(approximate="tanh")
    if kind == "softmax":
        return nn.Softmax(-1)
    if kind == "dropout":
        return nn.Dropout(layer["rate"])
    if kind == "embedding":
        return Embedding(tensors)
    if kind == "rmsnorm":
        return Rmsnorm(tensors["weight"])
    if kind == "attention":
        return Attention(layer, tensors)
    if kind == "maxpool":
        return nn.MaxPool2d(layer["size"], layer.get("stride"))
    if kind == "avgpool":
        return nn.AvgPool2d(layer["size"], layer.get("stride"))
    shape = tensors["weight"].shape
    if kind == "linear":
        linear = with_tensors(nn.Linear(shape[1], shape[0], "bias" in tensors), tensors)
        return linear if layer.get("each_position") else nn.Sequential(nn.Flatten(), linear)
    if kind == "layernorm":
        return with_tensors(nn.LayerNorm(shape[0]), tensors)
    if kind == "batchnorm":
        return with_tensors(Batchnorm(shape[0]), tensors)
    if kind == "conv2d":
        groups = layer.get("groups", 1)
        conv = nn.Conv2d(shape[1] * groups, shape[0], layer["size"], layer.get("stride", 1), layer.get("padding", 0),
                         groups=groups, bias="bias" in tensors)
        return with_tensors(conv, tensors)
    sys.exit(f"no layer of type {kind} here")


def network_of(layers, tensors):
    modules = []
    for i, layer in enumerate(written_out(layers)):
        prefix = f"layers.{i}."
        mine = {name[len(prefix):]: value for name, value in tensors.items() if name.startswith(prefix)}
        if layer["type"] == "residual":
            modules.append(Residual(network_of(layer["layers"], mine)))
        else:
            modules.append(module_of(layer, mine))
    return nn.Sequential(*modules)


def optimizer_of(job, network):
    o = job["optimizer"]
    decay = o.get("weight_decay", 0.01 if o["type"] == "adamw" else 0.0)
    groups = [{"params": [p for p in network.parameters() if p.dim() > 1], "weight_decay": decay},
              {"params": [p for p in network.parameters() if p.dim() <= 1], "weight_decay": 0.0}]
    if o["type"] == "sgd":
        if decay:
            sys.exit("PyTorch's sgd has another decay")
        return torch.optim.SGD(groups, o["learning_rate"], o.get("momentum", 0))
    return torch.optim.AdamW(groups, o["learning_rate"], (o.get("beta1", 0.9), o.get("beta2", 0.999)),
                             o.get("epsilon", 1e-8))


def rate_at(o, iteration, iterations):
    warmup, kind, final = o.get("warmup", 0), o.get("schedule", "constant"), o.get("final", 0.0)
    if iteration < warmup:
        return o["learning_rate"] * (iteration + 1) / warmup
    part = (iteration - warmup) / (iterations - warmup)
    fall = {"constant": 1.0, "linear": 1 - part, "cosine": 0.5 * (1 + math.cos(math.pi * part))}[kind]
    return o["learning_rate"] * (fall if kind == "constant" else final + (1 - final) * fall)


def shaped(x, data):
    return x.view(-1, data["channels"], data["height"], data["width"]) if "channels" in data else x


def evaluate(network, x, y):
    network.eval()
    loss, right = 0.0, 0
    with torch.no_grad():
        for at in range(0, len(x), 256):
            logits = network(x[at:at + 256]).flatten(0, -2)
            labels = y[at:at + 256].flatten()
            loss += functional.cross_entropy(logits, labels, reduction="sum").item()
            right += (logits.argmax(-1) == labels).sum().item()
    return right / y.numel(), loss / y.numel()


class Training:
    """A job in PyTorch, from what bench_job_export wrote."""

    def __init__(self, job, folder):
        self.job = job
        self.data = safetensors(os.path.join(folder, "data.safetensors"))
        self.order = safetensors(os.path.join(folder, "order.safetensors"))["rows"].long()
        self.network = network_of(job["layers"], safetensors(os.path.join(folder, "initial.safetensors")))
        self.optimizer = optimizer_of(job, self.network)
        self.x, self.y = shaped(self.data["train.x"], job["data"]), self.data["train.y"].long()
        self.network.train()

    def iterate(self, i):
        rows = self.order[i]
        for group in self.optimizer.param_groups:
            group["lr"] = rate_at(self.job["optimizer"], i, len(self.order))
        self.optimizer.zero_grad(set_to_none=True)
        loss = functional.cross_entropy(self.network(self.x[rows]).flatten(0, -2), self.y[rows].flatten())
        loss.backward()
        if "clip" in self.job["optimizer"]:
            nn.utils.clip_grad_norm_(self.network.parameters(), self.job["optimizer"]["clip"])
        self.optimizer.step()


def in_torch(job, folder):
    training = Training(job, folder)
    iterations = len(training.order)
    begin = time.monotonic()
    for i in range(iterations):
        training.iterate(i)
    seconds = time.monotonic() - begin
    data = training.data
    accuracy, loss = evaluate(training.network, shaped(data["test.x"], job["data"]), data["test.y"].long())
    return {"accuracy": accuracy, "loss": loss, "rate": iterations / seconds}, iterations


def keep_pace(job, folder):
    """For each number that is read does as many iterations and prints the seconds: whoever asks does as many of its own
    in between."""
    training = Training(job, folder)
    at = 0
    print("ready", flush=True)
    for line in sys.stdin:
        begin = time.monotonic()
        for _ in range(int(line)):
            training.iterate(at)
            at = (at + 1) % len(training.order)
        print(time.monotonic() - begin, flush=True)


def here(options, seed, iterations):
    command = [os.path.join(options.bin, "bench_digits_accuracy"), options.job, "--seeds", "1", "--seed", str(seed),
               "--threads", str(options.threads), "--least", "0"]
    for name in ("bits", "amplitude"):
        if getattr(options, name):
            command += ["--" + name, str(getattr(options, name))]
    if options.noise:
        command.append("--noise")
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"= ([\d.]+), loss ([\d.]+), ([\d.]+) s", text)
    return {"accuracy": float(found[1]), "loss": float(found[2]), "rate": iterations / float(found[3])}


def options_of():
    parser = argparse.ArgumentParser()
    parser.add_argument("job")
    parser.add_argument("--bin", default="build/release/bin")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--bits", type=int, default=0)
    parser.add_argument("--amplitude", type=int, default=0)
    parser.add_argument("--noise", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pace", metavar="FOLDER", help="what unchained-bench runs: PyTorch alone, on what lies there")
    return parser.parse_args()


def main():
    options = options_of()
    torch.set_num_threads(options.threads)
    with open(options.job, "rb") as file:
        job = tomllib.load(file)
    if options.pace:
        return keep_pace(job, options.pace)
    runs = []
    for seed in range(job["seed"], job["seed"] + options.seeds):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([os.path.join(options.bin, "bench_job_export"), options.job, folder, str(seed)], check=True)
            peer, iterations = in_torch(job, folder)
        own = here(options, seed, iterations)
        runs.append((own, peer))
        for name, run in (("here", own), ("torch", peer)):
            print(f"seed {seed}, {name:5}: accuracy {run['accuracy']:.4f}, loss {run['loss']:.4f}, "
                  f"{run['rate']:.1f} iterations/s", flush=True)
    mean = [{key: sum(run[i][key] for run in runs) / len(runs) for key in runs[0][0]} for i in range(2)]
    print(f"mean: accuracy {mean[0]['accuracy']:.4f} against {mean[1]['accuracy']:.4f}, "
          f"loss {mean[0]['loss']:.4f} against {mean[1]['loss']:.4f} ({mean[0]['loss'] / mean[1]['loss'] - 1:+.2%}), "
          f"{mean[0]['rate'] / mean[1]['rate']:.2f} times the iterations a second")
    if options.json:
        print(json.dumps({"job": job["name"], "here": mean[0], "torch": mean[1]}))


if __name__ == "__main__":
    main()
