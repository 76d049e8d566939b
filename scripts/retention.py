"""Holds `anteroom report retention` to lifelines and to a recount that knows the tables alone.

    python scripts/retention.py PROGRAM DATABASE WORLDS FOLDER

For each world: draws a practice's calendar by a seed, writes it as a table, lets the program read and report it, and counts
the same from the table by other means: dateutil for months, lifelines for the curve and its interval. Ends with 1 and the
first difference. Needs lifelines (PyPI), nothing else of the project.
"""

import csv
import json
import random
import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from lifelines import KaplanMeierFitter

CLOSE = 1e-9
ZONES = ["America/New_York", "UTC", "Europe/Berlin", "Pacific/Auckland", "Asia/Kolkata"]
REASONS = ["died", "moved", "aged_out", "transferred", "discharged"]
MAP = "patient=P,id=Id,booked=Made,at=At,status=State,cancelled=Off,doctor=Doc,born=Born,left=Left,left_on=Since"
COLUMNS = ["P", "Id", "Made", "At", "State", "Off", "Doc", "Born", "Left", "Since"]
CAME = {"fulfilled", "arrived", "checked-in"}
HELD = CAME | {"booked", "pending", "noshow", "cancelled"}
AGE = 21


def draw(seed):
    """The calendar of some years, as rows of a table."""
    chance = random.Random(seed)
    at = datetime(2024, 1, 1, 12) + timedelta(days=chance.randrange(700))
    rows = []
    for patient in range(chance.choice([3, 20, 150, 600])):
        born = date(1960, 1, 1) + timedelta(days=chance.randrange(22000)) if chance.random() < 0.7 else None
        left = None
        if chance.random() < 0.12:
            left = (chance.choice(REASONS), (at - timedelta(days=chance.randrange(-40, 900))).date())
        habit = chance.choice([40, 120, 365, 700])
        when = at - timedelta(days=1300) + timedelta(days=chance.random() * 600)
        while when < at + timedelta(days=200):
            hour = when.replace(hour=chance.randrange(7, 19), minute=chance.choice([0, 10, 15, 30, 45]), second=0, microsecond=0)
            made = hour - timedelta(days=chance.randrange(0, 90), hours=chance.randrange(0, 3))
            state = chance.choices(
                ["fulfilled", "arrived", "checked-in", "noshow", "cancelled", "booked", "pending", "proposed", "entered-in-error"],
                [60, 3, 3, 8, 8, 6, 2, 2, 2],
            )[0]
            off = None
            if state == "cancelled" and chance.random() < 0.5:
                off = made + (hour - made) * chance.random()
                off = off.replace(microsecond=0)
            rows.append({
                "P": f"R{patient}", "Id": f"v{len(rows)}", "Made": made, "At": hour, "State": state, "Off": off,
                "Doc": f"Dr. {patient % 3}", "Born": born, "Left": left and left[0], "Since": left and left[1],
            })
            if chance.random() < 0.05:
                break
            when += timedelta(days=max(1, chance.expovariate(1 / habit)))
    chance.shuffle(rows)
    return at, rows


def months(first, last):
    """Months from a day to another, the rest as a share of its month."""
    if last <= first:
        return 0.0
    whole = 0
    while first + relativedelta(months=whole + 1) <= last:
        whole += 1
    begins, ends = first + relativedelta(months=whole), first + relativedelta(months=whole + 1)
    return whole + (last - begins).days / (ends - begins).days


def recount(at, rows, zone):
    """The figures and the curve, from the rows alone."""
    here = lambda wall: wall.replace(tzinfo=zone)
    t = here(at)
    # The same clock on the wall so many months before.
    opens, shuts = here(at - relativedelta(months=30)), here(at - relativedelta(months=18))
    visits, bookings, born, gone = {}, {}, {}, {}
    for row in rows:
        patient = row["P"]
        if row["State"] in CAME:
            visits.setdefault(patient, []).append(here(row["At"]))
        if row["State"] in HELD and not (row["State"] == "cancelled" and row["Off"] is None):
            bookings.setdefault(patient, []).append((here(row["Made"]), here(row["Off"] or row["At"]), here(row["At"])))
        if row["Born"]:
            born[patient] = row["Born"]
        if row["Left"]:
            gone[patient] = (row["Left"], row["Since"])
    told, out, seen = Counter(), Counter(), []
    for patient, times in visits.items():
        window = [time for time in times if opens <= time < shuts]
        if not window:
            continue
        index = max(window)
        later = sorted(time for time in times if index < time < t)
        left = gone.get(patient)
        if left and left[1] > at.date():
            left = None
        if left is None and patient in born:
            grown = born[patient] + relativedelta(years=AGE)
            if grown <= at.date():
                left = ("aged_out", grown)
        if later:
            seen.append((months(index.date(), later[0].date()), 1))
        else:
            seen.append((months(index.date(), left[1] if left else at.date()), 0))
        if left:
            out[left[0]] += 1
            continue
        told["patients"] += 1
        if later:
            told["returned"] += 1
        elif any(made <= t < until and starts >= t for made, until, starts in bookings.get(patient, [])):
            told["booked"] += 1
    return told, out, seen


def curve(seen):
    if not seen:
        return []
    fit = KaplanMeierFitter().fit([time for time, _ in seen], [back for _, back in seen])
    table = fit.survival_function_.join(fit.confidence_interval_)
    points, month = [], 0
    while sum(time >= month for time, _ in seen) > 0:
        survival, low, high = (float(x) for x in table[table.index <= month].iloc[-1])
        points.append((month, survival, low, high, sum(time >= month for time, _ in seen)))
        month += 1
    return points


def main(program, database, worlds, folder):
    def told(*arguments):
        ran = subprocess.run([program, *arguments, "--database", database], capture_output=True, text=True)
        if ran.returncode != 0:
            sys.exit(f"{arguments} ended with {ran.returncode}\n{ran.stdout}{ran.stderr}")
        return ran.stdout

    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    read = points = patients = 0
    widest = 0.0
    for seed in range(1, worlds + 1):
        zone = ZONES[seed % len(ZONES)]
        at, rows = draw(seed)
        table = folder / f"{seed}.csv"
        with table.open("w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows({key: "" if value is None else str(value) for key, value in row.items()} for row in rows)
        slug = f"world-{seed}"
        told("practice", "add", slug, "--name", slug, "--timezone", zone, "--hours", "24/7")
        told("practice", "set", slug, "retention.age", str(AGE))
        summary = json.loads(told("import", "appointments", str(table), "--practice", slug, "--map", MAP))
        if (summary["imported"], summary["dirt"]) != (len(rows), {}):
            sys.exit(f"world {seed}: {len(rows)} rows became {summary}")
        report = json.loads(told("report", "retention", "--practice", slug, "--at", f"{at:%Y-%m-%dT%H:%M:%S}", "--format", "json"))
        figures, out, seen = recount(at, rows, ZoneInfo(zone))
        ours = [report[name] for name in ["patients", "returned", "booked"]]
        theirs = [figures[name] for name in ["patients", "returned", "booked"]]
        if (ours, report["excluded"]) != (theirs, dict(out)):
            sys.exit(f"world {seed}: {ours} {report['excluded']} and not {theirs} {dict(out)}")
        expected = curve(seen)
        if len(expected) != len(report["curve"]):
            sys.exit(f"world {seed}: {len(report['curve'])} months and not {len(expected)}")
        for point, (month, *numbers, at_risk) in zip(report["curve"], expected):
            if (point["month"], point["at_risk"]) != (month, at_risk):
                sys.exit(f"world {seed}: {point} and not month {month} with {at_risk} at risk")
            for name, number in zip(["survival", "low", "high"], numbers):
                widest = max(widest, abs(point[name] - number))
                if abs(point[name] - number) > CLOSE:
                    sys.exit(f"world {seed}, month {month}: {name} {point[name]} and not {number}")
        read, points, patients = read + len(rows), points + len(expected), patients + figures["patients"]
    print(f"{worlds} calendars of {read} appointments, {patients} patients who count: every count the same, "
          f"{points} points of the curve within {widest:.1e} of lifelines")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
