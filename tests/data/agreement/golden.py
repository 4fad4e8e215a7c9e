#!/usr/bin/env python3
"""Writes golden.json: figures of agreement by reference packages, for tests/agreement.rs.

    python3 -m venv env && env/bin/pip install krippendorff==0.9.0 irrCAC==0.4.4 numpy==1.26.4 scikit-learn==1.9.1
    env/bin/python golden.py > golden.json

Every table is a list of annotators, each a string of `1` (yes), `0` (no) and `.` (neither). `null` is undefined.
Which package gives what:
    alpha       krippendorff.alpha, level nominal; irrCAC must say the same
    fleiss, ac1 irrCAC, categories 0 and 1
    kappa       sklearn.metrics.cohen_kappa_score over the sentences that both answered
    agreeing    every pair of answers, counted one by one
    interval    krippendorff.alpha of sentences drawn with SplitMix64, numpy.percentile
`published` holds figures as they were printed in the source named, with the places they were printed to.
"""
import itertools
import json
import platform
import sys
import warnings
from importlib.metadata import version

import irrCAC.raw
import krippendorff
import numpy as np
import pandas as pd
from sklearn.metrics import cohen_kappa_score, f1_score, precision_score, recall_score

warnings.filterwarnings("ignore")
MASK = (1 << 64) - 1


def finite(value):
    return float(value) if np.isfinite(value) else None


def alpha(table):
    """`table`: annotators x sentences, nan where nothing was said."""
    counts = np.array([(table == 0).sum(axis=0), (table == 1).sum(axis=0)]).T
    pairable = counts[counts.sum(axis=1) > 1]
    # With one value alone the package divides nothing by nothing, or raises.
    if len(pairable) == 0 or (pairable.sum(axis=0) == 0).any():
        return None
    value = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
    if len(pairable) == 1:
        return finite(value)
    second = irrCAC.raw.CAC(pd.DataFrame(table.T), categories=[0.0, 1.0], digits=15)
    second = second.krippendorff()["est"]["coefficient_value"]
    assert abs(value - second) < 1e-12, (value, second)
    return finite(value)


def gwet_and_fleiss(table):
    answered = (~np.isnan(table)).sum(axis=0)
    if (answered > 1).sum() == 0:
        return None, None
    # The package's variance wants two sentences; the same one twice changes neither agreement nor chance.
    frame = pd.DataFrame(np.repeat(table, 2, axis=1).T if (answered > 0).sum() == 1 else table.T)
    ac1 = irrCAC.raw.CAC(frame, categories=[0.0, 1.0], digits=15).gwet()["est"]["coefficient_value"]
    if (table == 0).sum() == 0 or (table == 1).sum() == 0:
        return None, finite(ac1)
    fleiss = irrCAC.raw.CAC(frame, categories=[0.0, 1.0], digits=15).fleiss()["est"]["coefficient_value"]
    return finite(fleiss), finite(ac1)


def kappa(one, other):
    both = ~np.isnan(one) & ~np.isnan(other)
    one, other = one[both], other[both]
    if len(one) == 0 or (len(set(one)) == 1 and set(one) == set(other)):
        return None
    return finite(cohen_kappa_score(one, other, labels=[0.0, 1.0]))


def agreeing(table):
    same = pairs = 0
    for sentence in table.T:
        for a, b in itertools.combinations(sentence[~np.isnan(sentence)], 2):
            pairs += 1
            same += int(a == b)
    return [same, pairs]


def splitmix64(state):
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def interval(table, draws, seed):
    """95 % of the alphas of sentences drawn with replacement, widened to hold alpha itself."""
    value = alpha(table)
    if value is None:
        return None
    pairable = table[:, (~np.isnan(table)).sum(axis=0) > 1]
    random, n, drawn = splitmix64(seed), pairable.shape[1], []
    for _ in range(draws):
        places = [((next(random) >> 32) * n) >> 32 for _ in range(n)]
        chosen = pairable[:, places]
        if (chosen == 0).any() and (chosen == 1).any():
            counts = np.array([(chosen == 0).sum(axis=0), (chosen == 1).sum(axis=0)]).T
            drawn.append(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
    if len(drawn) * 20 < draws * 19:
        return None
    low, high = np.percentile(drawn, [2.5, 97.5])
    return [min(float(low), value), max(float(high), value)]


def case(name, rows, published=None, draws=0, all_pairs=True):
    table = np.array([[{"1": 1.0, "0": 0.0, ".": np.nan}[c] for c in row] for row in rows])
    fleiss, ac1 = gwet_and_fleiss(table)
    pairs = list(itertools.combinations(range(len(rows)), 2)) if all_pairs else []
    out = {"name": name, "rows": rows, "agreeing": agreeing(table), "alpha": alpha(table), "fleiss": fleiss, "ac1": ac1}
    if pairs:
        kappas = [kappa(table[a], table[b]) for a, b in pairs]
        defined = [k for k in kappas if k is not None]
        spread = [min(defined), float(np.median(defined)), max(defined)] if defined else None
        out |= {"kappas": kappas, "spread": spread}
    if draws:
        out |= {"draws": draws, "seed": 20261125, "interval": interval(table, draws, 20261125)}
    if published:
        out["published"] = published
    return out


def two_by_two(yes_yes, yes_no, no_yes, no_no):
    one = "1" * (yes_yes + yes_no) + "0" * (no_yes + no_no)
    other = "1" * yes_yes + "0" * yes_no + "1" * no_yes + "0" * no_no
    return [one, other]


def against(rows, value):
    """One category against all others; `.` stays."""
    return ["".join("." if c == "." else "01"[c == value] for c in row) for row in rows]


# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section A: two observers, two values.
KRIPPENDORFF_A = ["0100000010", "1110010000"]
# The same, section C: four observers, five values, `.` missing.
KRIPPENDORFF_C = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
# Fleiss 1971, table 1: 30 patients, six psychiatrists' diagnoses each (not the same six), 1 depression,
# 2 personality disorder, 3 schizophrenia, 4 neurosis, 5 other.
FLEISS = """444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555""".split()
FLEISS = ["".join(column) for column in zip(*FLEISS)]
# Cohen 1960: three categories, 200 persons, proportions .44 .07 .09 / .05 .20 .05 / .01 .03 .06.
COHEN = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
COHEN = list(zip(*[(str(a), str(b)) for a in range(3) for b in range(3) for _ in range(COHEN[a][b])]))
COHEN = ["".join(one) for one in COHEN]


def published_cases():
    assert [sum(row.count(v) for row in FLEISS) for v in "12345"] == [26, 26, 30, 55, 43], "Fleiss' column sums"
    yield case("Krippendorff 2011, A", KRIPPENDORFF_A, {"alpha": [0.095, 3]}, draws=400)
    for value in "12345":
        yield case(f"Krippendorff 2011, C, {value} against the rest", against(KRIPPENDORFF_C, value), draws=200)
    for value, printed in zip("12345", [0.245, 0.245, 0.520, 0.471, 0.566]):
        yield case(f"Fleiss 1971, category {value}", against(FLEISS, value), {"fleiss": [printed, 3]}, draws=200)
    for value in "012":
        yield case(f"Cohen 1960, category {value} against the rest", against(COHEN, value))
    yield case("Gwet 2002, 125 subjects", two_by_two(118, 5, 2, 0), {"kappa": [-0.0234, 4], "ac1": [0.9408, 4]})
    yield case("Feinstein & Cicchetti 1990, even", two_by_two(40, 9, 6, 45), {"kappa": [0.70, 2]})
    yield case("Feinstein & Cicchetti 1990, one-sided", two_by_two(80, 10, 5, 5), {"kappa": [0.32, 2]})


def codebook_cases():
    """300 pupils, one tag in ten flipped: the project's codebook names these figures, to two places."""
    for right, kappa_, ac1 in [(6, 0.64, 0.64), (11, 0.35, 0.75), (12, 0.00, 0.78)]:
        rows = ["".join(str(int((s < right) != ((p + s) % 10 == 0))) for s in range(12)) for p in range(300)]
        figures = {"fleiss": [kappa_, 2], "ac1": [ac1, 2]}
        yield case(f"codebook: right in {right} of 12", rows, figures, all_pairs=False)


def random_cases():
    rng = np.random.default_rng(6)
    shapes = [(2, 3), (2, 12), (3, 1), (3, 7), (5, 12), (8, 65), (30, 12), (30, 35), (4, 130), (12, 64)]
    for number, (annotators, sentences) in enumerate(shapes * 5):
        missing = [0.0, 0.05, 0.3, 0.7, 0.0][number // len(shapes)]
        lean = [0.5, 0.8, 0.5, 0.4, 0.97][number // len(shapes)]
        truth = rng.random(sentences) < lean
        flip = rng.random((annotators, sentences)) < rng.choice([0.02, 0.1, 0.3])
        said = np.where(truth ^ flip, "1", "0")
        said[rng.random((annotators, sentences)) < missing] = "."
        rows = ["".join(row) for row in said]
        name = f"random {number}: {annotators} x {sentences}, {missing:.0%} missing, {lean:.0%} yes"
        draws = 100 if annotators * sentences < 200 else 0
        yield case(name, rows, draws=draws, all_pairs=annotators <= 12)


def edge_cases():
    for name, rows in {
        "everybody yes": ["111", "111", "111"],
        "nobody yes": ["0000", "0000"],
        "one annotator": ["1010"],
        "nothing said": ["...", "..."],
        "never the same sentence": ["1..0", ".01."],
        "all pairable yes, one alone no": ["110", "11.", "1.."],
        "one mind": ["10110", "10110", "10110"],
        "opposites": ["1010", "0101"],
        "one silent": ["1100", "....", "1010"],
        "one dissent in many": ["1" * 20, "1" * 20, "1" * 19 + "0"],
    }.items():
        yield case(name, rows, draws=60)


def key_cases():
    """Precision, recall and F1 without accepted labels, as scikit-learn has them."""
    rng = np.random.default_rng(7)
    for sentences, lean in [(12, 0.5), (12, 0.2), (35, 0.8), (200, 0.5), (5, 0.0), (5, 1.0)]:
        key = (rng.random(sentences) < lean).astype(int)
        said = np.where(rng.random(sentences) < 0.25, 1 - key, key)
        scores = [f(key, said, zero_division=np.nan) for f in (precision_score, recall_score, f1_score)]
        yield {"key": "".join(map(str, key)), "said": "".join(map(str, said)),
               "precision": finite(scores[0]), "recall": finite(scores[1]), "f1": finite(scores[2])}


out = {
    "made by": {"python": platform.python_version()} | {
        name: version(name) for name in ["krippendorff", "irrCAC", "numpy", "scikit-learn"]},
    "tables": [*published_cases(), *codebook_cases(), *edge_cases(), *random_cases()],
    "keys": [*key_cases()],
}
head = json.dumps(out["made by"])
tables, keys = (",\n".join(json.dumps(row) for row in out[part]) for part in ("tables", "keys"))
sys.stdout.write(f'{{"made by": {head},\n"tables": [\n{tables}\n],\n"keys": [\n{keys}\n]}}\n')
