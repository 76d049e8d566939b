"""Writes random queues with their figures, computed with mpmath in 60 digits: python3 scripts/queueing.py CASES > FILE.

The formulas are not those of crates/capacity: the loss formula comes from the incomplete gamma function and the waits from
Kummer's function, where the crate adds up positive terms. Inputs are written as the shortest decimals of their doubles, and
mpmath takes the very doubles.
"""

import random
import sys

from mpmath import exp, expm1, gammainc, hyp1f1, inf, log, loggamma, mp, mpf, nstr

mp.dps = 60
SEED = 1999
COLUMNS = (
    "model,arrivals,per,handling,patience,people,within,"
    "p_wait,p_abandon,mean_wait_s,mean_queue,occupancy,service_level,waits_longer"
)


def log_uniform(chance, low, high):
    return low * (high / low) ** chance.random()


def draw(chance):
    """A queue from 1e-3 to 1e5 people's work, before 1 to 100,000 people, many of them near the edge."""
    model = chance.choice("aaabc")
    handling = float(f"{log_uniform(chance, 1, 1e4):.6g}")
    per = chance.choice([1.0, 60.0, 900.0, 1800.0, 3600.0])
    load = log_uniform(chance, 1e-3, 1e5)
    arrivals = float(f"{load * per / handling:.12g}")
    kind = chance.random()
    if kind < 0.5:
        people = load + chance.uniform(-3, 5) * load**0.5
    elif kind < 0.75:
        people = load * chance.uniform(0.5, 1.5)
    else:
        people = log_uniform(chance, 1, 1e5)
    people = min(max(round(people), 1), 100000)
    if model == "c":
        people = max(people, int(load) + 1)
        if people > 100000 or people <= load * (1 + 1e-6):
            return draw(chance)
    patience = float(f"{handling * log_uniform(chance, 0.01, 100):.6g}")
    within = 0.0 if chance.random() < 0.05 else float(f"{handling * log_uniform(chance, 1e-3, 10):.6g}")
    return model, arrivals, per, handling, patience, people, within


def loss(load, people):
    """Erlang B: the Poisson probability of `people` over that of at most so many."""
    point = exp(people * log(load) - load - loggamma(people + 1))
    return point / gammainc(people + 1, load, inf, regularized=True)


def kummer(b, z):
    """1F1(1; b; z) = gamma(b) e^z z^(1-b) P(b-1, z). Where Chernoff's bound puts 1 - P under e^-200, P is 1 in 60 digits."""
    x = b - 1
    if z > x and z - x - x * log(z / x) > 200:
        return exp(loggamma(b) + z - x * log(z))
    return hyp1f1(1, b, z, maxterms=10**8)


def impatient(rate, handling, patience, people, within):
    load = rate * handling
    x, z = people * patience / handling, rate * patience
    a = kummer(x + 1, z)
    b = loss(load, people)
    p_wait = a * b / (1 + (a - 1) * b)
    rho = load / people
    gives_up = p_wait * (1 / (rho * a) + 1 - 1 / rho)
    t = within / patience
    late = z * exp(-t)
    stays = exp(-x * t - z * expm1(-t)) * kummer(x + 1, late) / a
    served_late = exp(-(x + 1) * t - z * expm1(-t)) * x / (x + 1) * kummer(x + 2, late) / a
    in_time = 1 - gives_up - p_wait * served_late
    return {
        "p_wait": p_wait,
        "p_abandon": gives_up,
        "mean_wait_s": gives_up * patience,
        "mean_queue": gives_up * patience * rate,
        "occupancy": rho * (1 - gives_up),
        "service_level": in_time,
        "waits_longer": p_wait * stays * exp(-t),
    }


def patient(rate, handling, people, within):
    load = rate * handling
    b = loss(load, people)
    p_wait = b / (1 - load / people * (1 - b))
    spare = people - load
    longer = p_wait * exp(-spare * within / handling)
    return {
        "p_wait": p_wait,
        "p_abandon": mpf(0),
        "mean_wait_s": p_wait * handling / spare,
        "mean_queue": p_wait * load / spare,
        "occupancy": load / people,
        "service_level": 1 - longer,
        "waits_longer": longer,
    }


def lost(rate, handling, people):
    b = loss(rate * handling, people)
    return {
        "p_wait": b,
        "p_abandon": b,
        "mean_wait_s": mpf(0),
        "mean_queue": mpf(0),
        "occupancy": rate * handling * (1 - b) / people,
        "service_level": 1 - b,
        "waits_longer": mpf(0),
    }


def told(case):
    model, arrivals, per, handling, patience, people, within = case
    rate, handling, patience, people, within = (
        mpf(arrivals) / mpf(per), mpf(handling), mpf(patience), mpf(people), mpf(within),
    )
    if model == "a":
        return impatient(rate, handling, patience, people, within)
    return patient(rate, handling, people, within) if model == "c" else lost(rate, handling, people)


def main(cases):
    chance = random.Random(SEED)
    print(COLUMNS)
    for _ in range(cases):
        case = draw(chance)
        figures = told(case)
        values = [nstr(value, 20, strip_zeros=True) for value in figures.values()]
        print(",".join([case[0], *map(repr, case[1:]), *values]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
