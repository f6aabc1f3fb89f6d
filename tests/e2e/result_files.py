# SPDX-License-Identifier: Apache-2.0
"""The files beside a rental's evidence, held against it, with the standard library alone."""
import hashlib
import json
import os

import pictures
from arithmetic import blob_root, need


def verify_tiles(read, offer, tiles, file):
    blobs = {number: read(os.path.join("blobs", root.hex())) for number, root in tiles.items()}
    for number, root in tiles.items():
        need(blob_root(blobs[number]) == root, "tile %d has other bytes" % number)
    if offer.program == "render/v1" and offer.iterationsPerStep == 1:
        need(pictures.shows(file, offer.parameters, blobs), "the picture does not show its tiles")
    if offer.program == "infer/v1":
        rows = sum(map(len, blobs.values())) // (4 * offer.parameters["outputs"])
        need(len(file.splitlines()) == rows + 1, "the table has other rows")


def verify_files(folder, evidence, sums, offer, tiles):
    def read(name):
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()
    name = pictures.RESULTS.get(offer.program, "model.safetensors")
    model, report = read(name), read("report.json")
    need(hashlib.sha256(model).digest() == evidence.modelHash, name + " is another file")
    need(hashlib.sha256(report).digest() == evidence.reportHash, "report.json is another file")
    if offer.program in pictures.RESULTS:
        verify_tiles(read, offer, tiles, model)
    else:
        state = model[8 + int.from_bytes(model[:8], "little"):]
        need(blob_root(state) == evidence.finalRoot, "the model's tensors do not have the final root")
    said = json.loads(report)
    for group, values in sums.items():
        for name, value in values.items():
            need(said[group][name] == value, "report.json: %s.%s is not %d" % (group, name, value))
    for name in os.listdir(os.path.join(folder, "blobs")):
        need(blob_root(read(os.path.join("blobs", name))).hex() == name, "blobs/%s has other bytes" % name)
