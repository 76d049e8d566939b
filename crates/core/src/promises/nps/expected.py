#!/usr/bin/env python3
"""Prints the expected values of nps/tests.rs: Tango's 95 % score interval by brute force, with nothing but Python's own library.

The share of detractors is found by searching the highest likelihood, and each end of the interval by halving, in decimal
arithmetic: nothing of the closed form in nps.rs is used.
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
Z = D("1.959963984540054")
CASES = [(1, 0, 0), (0, 1, 0), (3, 0, 0), (18, 1, 1), (0, 0, 20), (10, 10, 10), (30, 15, 5), (70, 30, 0), (91, 34, 12),
         (220, 120, 60), (1100, 500, 400), (0, 7, 5)]


def likelihood(counts, shares):
    """The logarithm of the likelihood; a share of nothing for what was seen is impossible."""
    total = D(0)
    for count, share in zip(counts, shares):
        if count and share <= 0:
            return None
        total += count * share.ln() if count else 0
    return total


def likeliest(up, same, down, difference):
    """The share of detractors that is likeliest if promoters' share is greater by `difference`."""
    low, high = max(D(0), -difference), (1 - difference) / 2
    at = lambda q: likelihood((up, same, down), (q + difference, 1 - difference - 2 * q, q))
    worth = lambda q: at(q) if at(q) is not None else D("-1e30")
    for _ in range(160):
        third = (high - low) / 3
        one, two = low + third, high - third
        if worth(one) < worth(two):
            low = one
        else:
            high = two
    return (low + high) / 2


def reaches(up, same, down, difference):
    """Whether the answers don't speak against this difference."""
    n = up + same + down
    q = likeliest(up, same, down, difference)
    variance = n * (2 * q + difference * (1 - difference))
    return up - down - n * difference <= Z * max(variance, D(0)).sqrt()


def low_end(up, same, down):
    below, within = D(-1), D(up - down) / (up + same + down)
    for _ in range(50):
        middle = (below + within) / 2
        if reaches(up, same, down, middle):
            within = middle
        else:
            below = middle
    return 100 * within


for up, same, down in CASES:
    print(f"    (({up}, {same}, {down}), {low_end(up, same, down):.6f}, {-low_end(down, same, up):.6f}),")
