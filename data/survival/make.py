"""Writes expected.tsv: small cases of people watched for a while, and what lifelines says of each.

    python -m venv venv && venv/bin/pip install lifelines==0.30.3 && venv/bin/python data/survival/make.py

Each case: a line `case NAME`, a line `seen MONTHS RETURNED` for each person, a line `point MONTH SURVIVAL LOW HIGH AT_RISK`
for some months. Numbers are written so that they read back as the same floats.
"""

import random
from pathlib import Path

from lifelines import KaplanMeierFitter

MONTHS = [0, 1, 2, 3, 5, 8, 12, 17, 18, 24, 30]


def cases():
    yield "one who is back", [(3.5, 1)]
    yield "one who is not", [(20.0, 0)]
    yield "nobody is back", [(18.0 + n / 7, 0) for n in range(40)]
    yield "everybody is back at once", [(6.0, 1)] * 12
    yield "back in the very month that is asked for", [(1.0, 1), (2.0, 1), (3.0, 0), (5.0, 1), (8.0, 1), (12.0, 0)]
    yield "returns and ends of watching at one instant", [(4.0, 1), (4.0, 0), (4.0, 1), (4.0, 0), (9.0, 1), (9.0, 0)]
    yield "back on the same day", [(0.0, 1), (0.0, 0), (2.25, 1), (7.0, 0)]
    # Freireich et al. 1963, the 6-MP arm: the curve that textbooks print.
    six_mp = [(6, 1)] * 3 + [(7, 1), (10, 1), (13, 1), (16, 1), (22, 1), (23, 1), (6, 0), (9, 0), (10, 0), (11, 0)]
    six_mp += [(17, 0), (19, 0), (20, 0), (25, 0), (32, 0), (32, 0), (34, 0), (35, 0)]
    yield "6-MP", [(float(months), back) for months, back in six_mp]
    for seed, size in enumerate([5, 30, 120, 400]):
        chance = random.Random(seed)
        people = []
        for _ in range(size):
            watched = 18 + chance.random() * 12
            back = chance.expovariate(1 / 11)
            if chance.random() < 0.1:
                watched = chance.random() * 18
            whole = chance.random() < 0.3
            months = min(watched, back)
            people.append((float(round(months)) if whole else months, int(back <= watched)))
        yield f"{size} by chance", people


def main():
    lines = []
    for name, people in cases():
        fit = KaplanMeierFitter().fit([months for months, _ in people], [back for _, back in people])
        table = fit.survival_function_.join(fit.confidence_interval_)
        lines.append(f"case\t{name}")
        lines += [f"seen\t{months!r}\t{back}" for months, back in people]
        for month in MONTHS:
            survival, low, high = (float(x) for x in table[table.index <= month].iloc[-1])
            at_risk = sum(months >= month for months, _ in people)
            lines.append(f"point\t{month}\t{survival!r}\t{low!r}\t{high!r}\t{at_risk}")
    Path(__file__).with_name("expected.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
