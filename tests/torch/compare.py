#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Computes in PyTorch, in binary64, what torch_export did, and compares.

    compare.py layers TORCH_EXPORT ROOT    each layer's output and gradients, losses, optimisers
    compare.py models TORCH_EXPORT ROOT    model.safetensors of each job in resources/jobs, loaded without our code

Tolerances follow from the width b of the products. One product of b bits has a relative error (Frobenius norm) of about
2·2^-(b-1), measured on normal data: quantising rounds to units of 2^-(b-1) to 2^-(b-2) of a row's largest number, which
is some three times the usual one. Allowed is twice that for each product on the longest way. What has no product is
binary32, with exp, tanh and gelu to some units of the last place: 2^-20. Status 77: PyTorch is not there.
"""
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import tomllib

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

try:
    import torch
except ImportError as missing:
    print(f"Debian's python3-torch is not installed ({missing})")
    sys.exit(77)

ROOT = sys.argv[3] if len(sys.argv) == 4 else "."
sys.path.insert(0, os.path.join(ROOT, "tests", "bench"))
import torch_compare
from torch.nn import functional

FLOOR = 2.0 ** -20
TYPES = {"F32": torch.float32, "I32": torch.int32}
# Iterations before a model is written: enough for its running statistics and moments to be their own.
JOBS = {"digits": 1, "cnn": 20, "charlm": 4}


def read(path):
    """What __metadata__ says under "about", and name -> tensor: as the format's page has it, without our reader."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + length])
    about = json.loads(header.pop("__metadata__", {}).get("about", "null"))
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + at for at in entry["data_offsets"])
        tensors[name] = torch.frombuffer(data, dtype=TYPES[entry["dtype"]], count=math.prod(entry["shape"]),
                                         offset=begin).reshape(entry["shape"]).clone()
        assert (end - begin) == 4 * math.prod(entry["shape"])
    return about, tensors


class Findings:
    def __init__(self):
        self.wrong = 0
        self.worst = {}

    def error(self, name, found, wanted, allowed):
        """Compares, and returns the relative error."""
        difference = (found.double() - wanted.double().reshape(found.shape)).norm()
        size = wanted.double().norm()
        error = float(difference / size) if size else float(difference)
        if not error <= allowed:
            self.wrong += 1
            print(f"{name}: relative error {error:.3g}, allowed {allowed:.3g}")
        share = error / allowed
        kind = name.split(":")[0]
        self.worst[kind] = max(self.worst.get(kind, 0.0), share)
        return error


def products_of(layer):
    """Products on the longest way, forward and back: there each error has passed through the forward ones."""
    own = {"linear": 1, "conv2d": 1, "attention": 8}.get(layer["type"], 0)
    return own + sum(products_of(inside) for inside in layer.get("layers", []))


def prefixed(tensors, prefix):
    return {name[len(prefix):]: value for name, value in tensors.items() if name.startswith(prefix)}


def module_for(layer, own):
    if layer["type"] == "residual":
        return torch_compare.Residual(torch_compare.network_of(layer["layers"], own))
    return torch_compare.module_of(layer, own)


NAMES = {"running_mean": "mean", "running_var": "variance"}


def our_names(module, layer):
    """PyTorch's parameters and running statistics under the names that we give them."""
    found = dict(module.named_parameters()) | {n: b for n, b in module.named_buffers() if "num_batches" not in n}
    out = {}
    for name, value in found.items():
        parts = name.split(".")
        last = NAMES.get(parts[-1], parts[-1])
        if layer["type"] == "residual":
            inside = layer["layers"][int(parts[1])]  # "inside.<i>.…"
            rest = last if len(parts) == 3 else ".".join(parts[2:])
            if inside["type"] == "attention":
                rest = ("qkv.weight", "qkv.bias", "out.weight", "out.bias")[int(parts[-1])]
            if inside["type"] == "residual":
                rest = f"layers.{parts[3]}.{last}"
            out[f"layers.{parts[1]}.{rest}"] = value
        elif layer["type"] == "attention":
            out[("qkv.weight", "qkv.bias", "out.weight", "out.bias")[int(parts[-1])]] = value
        else:
            out[last] = value
    return out


def dropped(layer, x, output):
    """What a dropout with the mask that shows in the output makes of x."""
    mask = (output != 0).double()
    share = 1 - float(mask.mean())
    spread = math.sqrt(layer["rate"] * (1 - layer["rate"]) / mask.numel())
    assert abs(share - layer["rate"]) < 4 * spread, f"{share} of the numbers are dropped, not {layer['rate']}"
    return x * mask / (1 - layer["rate"])


def compare_layer(name, about, tensors, findings):
    layer, bits = about["layer"], about["bits"]
    own = {n: t.double() for n, t in prefixed(tensors, "tensor.").items()}
    x = tensors["input"].double().requires_grad_(layer["type"] != "embedding")
    if layer["type"] == "dropout":
        module, y = None, dropped(layer, x, tensors["output"])
    else:
        module = module_for(layer, own).train()
        y = module(x)
    y = y.reshape(tensors["output"].shape)
    y.backward(tensors["output_gradient"].double())
    allowed = 4 * products_of(layer) * 2.0 ** -(bits - 1) + FLOOR
    errors = [findings.error(f"{name}: output", tensors["output"], y, allowed)]
    if "input_gradient" in tensors:
        errors.append(findings.error(f"{name}: gradient of the input", tensors["input_gradient"], x.grad, allowed))
    theirs = our_names(module, layer) if module else {}
    for kind in ("gradient.", "next."):
        for tensor, value in prefixed(tensors, kind).items():
            wanted = theirs[tensor].grad if kind == "gradient." else theirs[tensor]
            errors.append(findings.error(f"{name}: {kind}{tensor}", value, wanted, allowed))
    assert len(theirs) == len(own), f"{name}: {sorted(theirs)} are not {sorted(own)}"
    return max(errors)


def compare_loss(name, tensors, findings):
    x = tensors["input"].double().requires_grad_()
    if name == "cross_entropy":
        losses = functional.cross_entropy(x, tensors["labels"].long(), reduction="none")
    else:
        losses = functional.mse_loss(x, tensors["targets"].double(), reduction="none").mean(-1)
    losses.mean().backward()
    findings.error(f"{name}: losses", tensors["losses"], losses.detach(), FLOOR)
    findings.error(f"{name}: gradient", tensors["input_gradient"], x.grad, FLOOR)


def compare_training(name, about, tensors, findings):
    first = {n: t.double() for n, t in prefixed(tensors, "first.").items()}
    network = torch_compare.network_of(about["layers"], first)
    optimizer = torch_compare.optimizer_of(about, network)
    x, labels = tensors["input"].double(), tensors["labels"].long()
    for i in range(about["iterations"]):
        for group in optimizer.param_groups:
            group["lr"] = torch_compare.rate_at(about["optimizer"], i, about["iterations"])
        optimizer.zero_grad()
        functional.cross_entropy(network(x), labels).backward()
        if "clip" in about["optimizer"]:
            torch.nn.utils.clip_grad_norm_(network.parameters(), about["optimizer"]["clip"])
        optimizer.step()
    last = prefixed(tensors, "last.")
    # "<i>.1.weight": a linear layer stands behind a module that makes one row of a sample.
    trained = {f"layers.{n.split('.')[0]}.{n.split('.')[-1]}": p.detach() for n, p in network.named_parameters()}
    for tensor, value in last.items():
        # Of what was learned, not of the weights. Adam divides small gradients by themselves, and their errors with them.
        moved = value.double() - first[tensor]
        findings.error(f"{name}: {tensor}", moved, trained[tensor] - first[tensor], 2.0 ** -10)


def compare_layers(export, folder, findings):
    subprocess.run([export, "layers", folder], check=True)
    errors = {}
    for file in sorted(os.listdir(folder)):
        about, tensors = read(os.path.join(folder, file))
        name = file.removesuffix(".safetensors")
        if about["kind"] == "layer":
            errors[name] = compare_layer(name, about, tensors, findings)
        elif about["kind"] == "training":
            compare_training(name, about, tensors, findings)
        else:
            compare_loss(name, tensors, findings)
    print("| layer | 8 bit | 14 bit | 16 bit | 21 bit |\n|---|---|---|---|---|")
    for name in (n.removesuffix(".8") for n in errors if n.endswith(".8")):
        print(f"| {name} |", " | ".join(f"{errors[f'{name}.{bits}']:.1e}" for bits in (8, 14, 16, 21)), "|")
        # Six bits more are 64 times more exact, wherever there is a product; a wrong gradient stays as wrong as it is.
        if errors[f"{name}.8"] > 100 * FLOOR and not errors[f"{name}.14"] < errors[f"{name}.8"] / 16:
            findings.wrong += 1
            print(f"{name}: more bits do not make it more exact")
    kinds = {re.split(r"[-.]", n)[0] for n in errors}
    with open(os.path.join(ROOT, "gpu", "net", "layer_kinds.cpp")) as file:
        known = set(re.findall(r'^    \{"(\w+)", (?:k\w+|\{\})(?:, true)?\},$', file.read(), re.M))
    assert len(known) >= 16 and kinds >= known, f"without a trial: {sorted(known - kinds)}"


def compare_models(export, folder, findings):
    torch.set_default_dtype(torch.float32)
    for name, iterations in JOBS.items():
        path = os.path.join(ROOT, "resources", "jobs", name + ".toml")
        with open(path, "rb") as file:
            job = tomllib.load(file)
        subprocess.run([export, "job", path, str(iterations), folder], check=True)
        tensors = read(os.path.join(folder, "model.safetensors"))[1]
        about, wanted = read(os.path.join(folder, "outputs.safetensors"))
        weights = {n: t for n, t in tensors.items() if not n.startswith("optimizer.")}
        network = torch_compare.network_of(job["layers"], weights).eval()
        with torch.no_grad():
            y = network(torch_compare.shaped(wanted["x"], job["data"])).reshape(wanted["y"].shape)
        products = 1 + sum(products_of(layer) for layer in torch_compare.written_out(job["layers"]))
        allowed = 4 * products * 2.0 ** -(about["bits"] - 1) + FLOOR
        error = findings.error(f"{name}: outputs", wanted["y"], y, allowed)
        same = (y.argmax(-1) == wanted["y"].argmax(-1)).double().mean()
        print(f"{name}: {len(weights)} tensors, outputs to {error:.2g} (allowed {allowed:.2g}), "
              f"{float(same):.2%} of the answers are the same")


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("layers", "models"):
        sys.exit("usage: compare.py layers|models TORCH_EXPORT ROOT")
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    findings = Findings()
    with tempfile.TemporaryDirectory() as folder:
        (compare_layers if sys.argv[1] == "layers" else compare_models)(sys.argv[2], folder, findings)
    name, share = max(findings.worst.items(), key=lambda item: item[1])
    print(f"{len(findings.worst)} compared; closest to what is allowed: {name}, {share:.0%} of it")
    sys.exit(1 if findings.wrong else 0)


if __name__ == "__main__":
    main()
