#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the width of products and the amplitude of noise do to accuracy: trains jobs here, with each setting, and in
PyTorch (binary32), from the same weights on the same batches, and prints the means over seeds as a table.

    accuracy_table.py RESULTS.jsonl [--bin build/release/bin] [--jobs cnn charlm-small digits] [--seeds 3] [--threads 1]
                      [--settings torch 14 14:8 8]    bits, and n of the noise's 2^-n; all when left out
    accuracy_table.py RESULTS.jsonl --print

Each run is added to RESULTS.jsonl as it ends, and a run that stands there is not done again: what was broken off goes
on. The most telling runs come first. Needs what torch_compare.py needs.
"""
import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import tomllib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import torch_compare

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# (bits, amplitude of the noise or 0); None is PyTorch.
# In the order in which they are run.
SETTINGS = [None, (14, 0), (14, 8), (16, 0), (8, 0), (14, 5), (14, 13), (14, 10), (14, 11), (14, 9), (14, 7), (14, 6),
            (14, 12), (8, 7), (8, 5)]


def run_of(options, path, job, seed, setting):
    if setting:
        bits, amplitude = setting
        options.job, options.bits, options.amplitude, options.noise = path, bits, amplitude, amplitude > 0
        return torch_compare.here(options, seed, 1)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([os.path.join(options.bin, "bench_job_export"), path, folder, str(seed)], check=True)
        return torch_compare.in_torch(job, folder)[0]


def setting_of(text):
    """Of "torch", "14" or, with noise of 2^-8, "14:8"."""
    bits, _, amplitude = text.partition(":")
    return None if text == "torch" else (int(bits), int(amplitude or 0))


def read(path):
    if not os.path.exists(path):
        return {}
    with open(path) as file:
        rows = [json.loads(line) for line in file]
    return {(r["job"], tuple(r["setting"]) if r["setting"] else None, r["seed"]): r for r in rows}


def job_file(name):
    """Of a job that is shipped, or else of one that the tests have."""
    shipped = os.path.join(ROOT, "resources", "jobs", name + ".toml")
    return shipped if os.path.exists(shipped) else os.path.join(ROOT, "tests", "jobs", name + ".toml")


def compute(options):
    chosen = [setting_of(text) for text in options.settings] or SETTINGS
    for name, setting in [(name, setting) for setting in chosen for name in options.jobs]:
        path = job_file(name)
        with open(path, "rb") as file:
            job = tomllib.load(file)
        for seed in range(job["seed"], job["seed"] + options.seeds):
            if (name, setting, seed) in read(options.results):
                continue
            run = run_of(options, path, job, seed, setting)
            row = {"job": name, "setting": setting, "seed": seed, "accuracy": run["accuracy"], "loss": run["loss"]}
            with open(options.results, "a") as file:
                file.write(json.dumps(row) + "\n")
            print(row, flush=True)


def against(differences, unit, digits):
    """The mean of differences and its standard error; of one there is none."""
    count = len(differences)
    mean = sum(differences) / count
    text = f"{mean:+.{digits}f}"
    if count > 1:
        error = math.sqrt(sum((d - mean) ** 2 for d in differences) / (count - 1) / count)
        text += f" ± {error:.{digits}f}"
    return text + unit


def line_of(rows, job, setting, seeds):
    """Cells of one setting; against PyTorch with the same seeds."""
    pairs = [(rows[job, setting, seed], rows[job, None, seed]) for seed in seeds]
    cells = []
    for key, factor, unit, digits in (("accuracy", 100, " %", 2), ("loss", 1, "", 4)):
        cells.append(f"{sum(mine[key] for mine, _ in pairs) * factor / len(pairs):.{digits}f}{unit}")
        peer = sum(theirs[key] for _, theirs in pairs) / len(pairs)
        part = 100 if key == "accuracy" else 100 / peer
        differences = [(mine[key] - theirs[key]) * part for mine, theirs in pairs]
        cells.append("" if setting is None else against(differences, "" if key == "accuracy" else " %", 2))
    return cells


def print_table(results):
    rows = read(results)
    print("| job | products | noise | seeds | accuracy | against PyTorch, points | loss | against PyTorch |")
    print("|---|---|---|---|---|---|---|---|")
    order = [None] + sorted((s for s in SETTINGS if s), key=lambda s: (s[1] > 0, s[1], s[0]))
    for job in dict.fromkeys(key[0] for key in rows):
        peers = {seed for name, s, seed in rows if name == job and s is None}
        for setting in order:
            seeds = sorted(peers & {seed for name, s, seed in rows if name == job and s == setting})
            if not seeds:
                continue
            what = "PyTorch, binary32 | –" if setting is None else \
                f"{setting[0]} bit | {f'2^-{setting[1]}' if setting[1] else 'none'}"
            print(f"| `{job}` | {what} | {len(seeds)} | " + " | ".join(line_of(rows, job, setting, seeds)) + " |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("results")
    parser.add_argument("--bin", default="build/release/bin")
    parser.add_argument("--jobs", nargs="+", default=["cnn", "charlm-small", "digits"])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--settings", nargs="+", default=[])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--print", action="store_true")
    options = parser.parse_args()
    if not options.print:
        torch_compare.torch.set_num_threads(options.threads)
        compute(options)
    print_table(options.results)


if __name__ == "__main__":
    main()
