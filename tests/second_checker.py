#!/usr/bin/env python3
"""A second checker of written proofs: `second_checker.py CASE PROOF`.

It was written from src/optimise/proof/README.md and the pages about files and formulas (src/model, src/measure) alone and shares nothing with the program:
it reads the case's files itself, measures the proof's portfolio and recomputes every bound in exact fractions. It prints
`PROVEN …` and ends with 0, or `NOT PROVEN …` and ends with 1. Python 3.11 or later, standard library only.
"""

import csv
import hashlib
import json
import pathlib
import re
import sys
import tomllib
from fractions import Fraction as F
from math import factorial

ALL = "all"
# No more subtrees may wait for their turn.
WAITING = 10_000
# No line may be longer, in bytes.
LONGEST = 4 << 20
# So many nodes may all diagrams have together, and so many services may the states of one layer know, all together: no proof may
# use up the memory.
NODES = 1_000_000
CELLS = 1_500_000
# So many holders besides the home bloc may a cap table have.
HOLDERS = 24
# What stands behind the last line.
END = object()
# When something is in force that is left out.
NEVER = 10**9


class Refused(Exception):
    """Why a proof is not believed."""


# ------------------------------------------------------------------------------------------------- the case


def table(folder, name):
    """The rows of a file as dictionaries of trimmed cells, each with its number from 1; empty rows are passed over."""
    path = folder / f"{name}.csv"
    if not path.exists():
        return
    with open(path, newline="", encoding="utf-8-sig") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            row = {(key or "").strip(): (value or "").strip() for key, value in row.items() if not isinstance(value, list)}
            if any(row.values()):
                yield number, row


def cell(row, name, default=""):
    return row.get(name) or default


def number(text):
    return F(str(text))


def amount(text):
    """None, or an amount and whether it is a percentage."""
    return None if not text else (number(text.rstrip("%").strip()), text.endswith("%"))


class Case:
    """What the best portfolio depends on."""

    def __init__(self, folder):
        settings = tomllib.loads((folder / "case.toml").read_text("utf-8-sig"), parse_float=F)
        self.years = range(settings["first_year"], settings["last_year"] + 1)
        objective = settings.get("objective", {})
        self.risk = objective.get("risk", "expected")
        self.timing = objective.get("timing", "final")
        self.weakest_first = objective.get("aggregate") == "weakest"
        # The power that every domain with services has to hold beside its own floor: the level that a part of a proof is about.
        self.level = F(0)
        self.targets = settings.get("require", {}).get("domains_at_target", 0)
        takeover_floor = number(settings.get("require", {}).get("takeover_floor", 0))
        self.ministries = []
        for it in settings.get("ministry", []):
            carried = it.get("carry_over", 0)
            carried = carried if carried == ALL else number(carried)
            self.ministries.append(
                {"id": it["id"], "voice": number(it["voice"]), "carried": carried, "budget": [F(0)] * len(self.years)}
            )
        self.rungs = [(it["id"], number(it["at_least"]), number(it["power"])) for it in settings.get("rung", [])]
        self.power_of = {id: power for id, _, power in self.rungs}
        for _, row in table(folder, "budgets"):
            if int(row["year"]) in self.years:
                at = int(row["year"]) - self.years[0]
                for ministry in self.ministries:
                    if ministry["id"] == row["ministry"]:
                        ministry["budget"][at] = number(cell(row, "amount", "0"))
        self.domains = [
            {
                "id": row["domain"],
                "target": number(cell(row, "target", "0.5")),
                "floor": cell(row, "floor"),
                "weights": [number(cell(row, "weight_" + it["id"], "0")) for it in self.ministries],
            }
            for _, row in table(folder, "domains")
        ]
        self.services = [
            {
                "id": row["service"],
                "domain": row["domain"],
                "weight": number(cell(row, "weight", "1")),
                "control": number(cell(row, "control", "0")),
                "drift": number(cell(row, "drift", "0")),
                "floor": cell(row, "floor"),
                "power": cell(row, "power", "ladder"),
                "quota": number(cell(row, "quota", "50")),
                "takeover": number(cell(row, "takeover_floor", takeover_floor)),
            }
            for _, row in table(folder, "services")
        ]
        self.candidates = {}
        for _, row in table(folder, "candidates"):
            self.candidates[row["candidate"]] = self.candidate(row)
        for _, row in table(folder, "effects"):
            lasts = cell(row, "lasts")
            effect = (row["service"], number(cell(row, "control_gain", "0")), cell(row, "grants"), int(lasts) if lasts else None)
            effect += (cell(row, "buys_from"), cell(row, "prevents") == "takeover")
            self.candidates[row["candidate"]]["effects"].append(effect)
        self.relations = []
        for at, row in table(folder, "relations"):
            members = list(dict.fromkeys(row["members"].split()))
            gain = number(cell(row, "control_gain", "0"))
            count = int(cell(row, "count", "0"))
            self.relations.append((at, row["kind"], members, count, cell(row, "service"), gain))
        self.limits = []
        for at, row in table(folder, "limits"):
            self.limits.append((at, row["scope"], row["value"], amount(cell(row, "min")), amount(cell(row, "max"))))
        self.holders = []
        # By service the stakes of all who do not vote with the country, each with its price or None; and all prices as they are written.
        stakes, self.prices = {}, []
        top = self.tops(folder)
        for _, row in table(folder, "holders"):
            party = top(row["holder"], cell(row, "bloc"))
            line = [row["service"], row["holder"], number(cell(row, "stake", "0")), "home" if party is None else ""]
            self.holders.append(line + ([party] if party not in (None, row["holder"]) else []))
            price = cell(row, "price")
            self.prices.append(None if party is None else price)
            if party is not None and line[2] > 0:
                stakes.setdefault(row["service"], []).append((line[2], number(price) if price else None))
        # By service what a takeover has to cost, the votes of all others, and the sets of stakes that none beats, fewest votes first.
        self.takeovers = {}
        for it in self.services:
            others = stakes.get(it["id"], [])
            if it["takeover"] > 0 and any(price is not None for _, price in others):
                self.takeovers[it["id"]] = it["takeover"], sum(stake for stake, _ in others), unbeaten(others)
        # The years whose end counts.
        self.counted = list(self.years) if self.timing == "average" else [self.years[-1]]
        self.known = {}

    def tops(self, folder):
        """Who decides over a holder: None for the country, by what each party controls."""
        owners = [
            (row["company"], row["owner"], number(cell(row, "stake", "0")), cell(row, "controls"), cell(row, "bloc"))
            for _, row in table(folder, "owners")
        ]
        companies = {}
        for company, *row in sorted(owners):
            companies.setdefault(company, []).append(row)
        marked = {row["holder"] for _, row in table(folder, "holders") if cell(row, "bloc")}
        marked |= {owner for _, owner, _, _, bloc in owners if bloc}
        parties = {name for company, owner, *_ in owners for name in (company, owner)}

        def decides(company, these):
            rows = companies[company]
            rights = [owner for owner, _, controls, _ in rows if controls]
            return rights[0] in these if rights else sum(stake for owner, stake, _, _ in rows if owner in these) > 50

        def controlled(these, but):
            while more := {it for it in companies if it not in these and it not in but and decides(it, these)}:
                these = these | more
            return these

        home = controlled(marked, set())
        reach = {party: controlled({party}, home) for party in parties - home}

        def top(holder, bloc):
            if bloc or holder in home - marked:
                return None
            if holder not in reach:
                return holder
            highest = max((party for party in reach if holder in reach[party]), key=lambda party: (len(reach[party]), party))
            group = reach[highest]
            # In a circle nobody stands at the top.
            same = [party for party in group if reach[party] == group]
            circle = any(party in companies and decides(party, group) for party in same)
            return min(group) if circle else highest

        return top

    def sells(self, service, holder):
        """Whether this holder sells stakes of a service whose power comes from a cap table."""
        rows = (it for it in self.holders if it[0] == service["id"] and it[1] == holder)
        return service["power"] != "ladder" and any(stake > 0 and not bloc for _, _, stake, bloc, *_ in rows)

    def add_bought(self, service, bought, holder, gain):
        """What was bought by name, as sorted pairs of a holder and an amount, with one more purchase."""
        if not holder or not gain or not self.sells(service, holder):
            return bought
        amounts = dict(bought)
        amounts[holder] = amounts.get(holder, F(0)) + gain
        return tuple(sorted(amounts.items()))

    def ladder(self, service, bought, year):
        """The steps of a service at the end of a year, after what was bought by name until then."""
        if service["power"] == "ladder":
            return [(least, False, power) for _, least, power in self.rungs]
        own = self.control(service, F(0), year) if bought else None
        key = (service["id"], bought, own)
        if key not in self.known:
            self.known[key] = self.cap_table(service, dict(bought), own)
        return self.known[key]

    def cap_table(self, service, bought, own):
        """The steps of the home bloc's power: a stake, whether more than that is needed, the power."""
        rows = [(holder, stake, party) for it, holder, stake, bloc, *party in self.holders if it == service["id"] and not bloc and stake]
        listed = sum(stake for _, stake, _ in rows)
        votes = {}
        for holder, stake, party in rows:
            who = party[0] if party else holder
            if bought:
                # Drift went to all alike, then this is sold.
                stake = max(F(0), stake * (100 - own) / listed - bought.get(holder, F(0)))
            votes[who] = votes.get(who, 0) + stake
        others = [it for it in votes.values() if it]
        quota, all_votes, many = service["quota"], sum(others), len(others)
        if bought and not many:
            return [(F(0), False, F(1))] if quota < 100 else []
        if not 0 < many <= HOLDERS:
            raise Refused(f"the cap table of {service['id']} has too few or too many holders")
        coalitions = {(F(0), 0): 1}
        for stake in others:
            more = dict(coalitions)
            for (votes, size), count in coalitions.items():
                more[votes + stake, size + 1] = more.get((votes + stake, size + 1), 0) + count
            coalitions = more
        swings = {}
        for (votes, size), count in coalitions.items():
            part = votes / all_votes
            above = 100 * part <= quota
            if above and part == 1:
                continue
            stake = (quota - 100 * part) / (1 - part) if above else (100 * part - quota) / part
            if above and stake >= 100:
                continue
            banzhaf, shapley = F(1, 2**many), F(factorial(size) * factorial(many - size), factorial(many + 1))
            swings[stake, above] = swings.get((stake, above), 0) + count * (banzhaf if service["power"] == "banzhaf" else shapley)
        power, steps = F(0), []
        for stake, above in sorted(swings):
            power += swings[stake, above]
            # Python rounds half to even.
            steps.append((stake, above, F(round(power * 10**12), 10**12)))
        return steps

    def candidate(self, row):
        many = max((int(key[5:]) for key in row if key.startswith("cost_")), default=0)
        costs = [number(cell(row, f"cost_{at}", "0")) for at in range(1, many + 1)]
        while costs and costs[-1] == 0:
            costs.pop()
        first = int(cell(row, "start_from", self.years[0]))
        shares = []
        for it in self.ministries:
            low, _, high = cell(row, "share_" + it["id"], "0-100").partition("-")
            shares.append((int(low), int(high or low)))
        return {
            "id": row["candidate"],
            "domain": row["domain"],
            "instrument": cell(row, "instrument"),
            "pillar": cell(row, "pillar"),
            "cofinance": number(cell(row, "cofinance", "0")),
            "costs": costs,
            "shares": shares,
            "from": first,
            "to": int(cell(row, "start_to", first)),
            "lead": int(cell(row, "lead_time", max(len(costs), 1))),
            "success": number(cell(row, "success", "1")),
            "points": number(cell(row, "points", "0")),
            "status": cell(row, "status", "free"),
            "effects": [],
        }

    def possible_starts(self, it):
        return [] if it["status"] == "locked_out" else self.starts(it)

    def starts(self, it):
        """The years in which a candidate can start, locked out or not."""
        last = min(it["to"], self.years[-1] - max(len(it["costs"]) - 1, 0))
        return range(max(it["from"], self.years[0]), last + 1)

    def in_force(self, it, start):
        """The year from which a candidate is in force."""
        return start + it["lead"] - 1

    def percent(self, it):
        """One percent of the public bill in the first, second, … year."""
        return [cost * (100 - it["cofinance"]) / 10000 for cost in it["costs"]]

    def success(self, ids):
        product = F(1)
        for id in ids:
            product *= self.candidates[id]["success"] if self.risk == "expected" else 1
        return product

    def synergies(self, service):
        for at, kind, members, _, moved, gain in self.relations:
            if kind == "synergy" and moved == service:
                yield at, members, gain * self.success(members)

    def control(self, service, gain, year):
        return min(F(100), max(F(0), service["control"] - service["drift"] * (year - self.years[0] + 1)) + gain)

    def is_dear(self, service, gain, prevented):
        """Whether it costs an outside buyer enough to take a service over at the end, with this gain of control."""
        if service["id"] not in self.takeovers or prevented:
            return True
        floor, votes, sets = self.takeovers[service["id"]]
        left = 100 - self.control(service, gain, self.years[-1])
        prices = [price for votes_of, price in sets if left * votes_of > service["quota"] * votes]
        return not prices or min(prices) * left >= floor * votes

    def power(self, service, gain, granted, year, bought=()):
        """The power of a service at the end of a year with this gain of control, of which this was bought by name, and this granted power."""
        control = self.control(service, gain, year)
        reached = [step for step in self.ladder(service, bought, year) if reaches(control, step)]
        return max(reached[-1][2] if reached else F(0), granted)

    def worth_of_power(self, service):
        """100 × W[d] × weight / Σ weights, for one of the years that count."""
        at = [it["id"] for it in self.domains].index(service["domain"])
        voices = sum(it["voice"] for it in self.ministries)
        joint = F(0)
        for m, ministry in enumerate(self.ministries):
            joint += ministry["voice"] / voices * self.domains[at]["weights"][m] / sum(it["weights"][m] for it in self.domains)
        weights = sum(it["weight"] for it in self.services if it["domain"] == service["domain"])
        return 100 * joint * service["weight"] / weights / len(self.counted)

    def at_target(self, domain, powers):
        inside = [it for it in self.services if it["domain"] == domain["id"]]
        weights = sum(it["weight"] for it in inside)
        held = sum(it["weight"] * powers[it["id"]] for it in inside)
        return held >= domain["target"] * weights if weights else domain["target"] <= 0

    def inside(self, domain):
        return [it for it in self.services if it["domain"] == domain["id"]]

    def demanded(self, domain):
        """The power that a domain has to hold at the end."""
        return max(self.power_of.get(domain["floor"], F(0)), self.level if self.inside(domain) else F(0))

    def only_service(self, domain):
        """The service whose power is that of its domain, where it is the only one."""
        inside = self.inside(domain)
        return inside[0]["id"] if len(inside) == 1 and inside[0]["weight"] else None

    def floor(self, service):
        """The power that a service has to hold at the end, by itself or as the only one of its domain."""
        domain = next(it for it in self.domains if it["id"] == service["domain"])
        of_domain = self.demanded(domain) if self.only_service(domain) == service["id"] else F(0)
        return max(self.power_of.get(service["floor"], F(0)), of_domain)

    def holds(self, domain, powers):
        inside = self.inside(domain)
        weights = sum(it["weight"] for it in inside)
        return sum(it["weight"] * powers[it["id"]] for it in inside) >= self.demanded(domain) * (weights or 1)

    def level_above(self, power):
        """The least power of a rung above this; None where there is none."""
        return min((it for it in self.power_of.values() if it > power), default=None)

    def digest(self):
        lines = [
            ["horizon", self.years[0], self.years[-1]],
            ["objective", self.risk, self.timing, *(["weakest"] if self.weakest_first else [])],
            ["targets", self.targets],
        ]
        lines += [["ministry", it["id"], it["voice"], it["carried"], *it["budget"]] for it in self.ministries]
        lines += [["rung", *rung] for rung in self.rungs]
        for it in self.domains:
            lines.append(["domain", it["id"], it["target"], *it["weights"], *([it["floor"]] if it["floor"] else [])])
        for it in self.services:
            lines.append(["service", it["id"], it["domain"], it["weight"], it["control"], it["drift"], it["floor"]])
            lines[-1] += [it["power"], it["quota"], *([it["takeover"]] if it["id"] in self.takeovers else [])]
        for it in self.candidates.values():
            lines.append(["candidate", it["id"], it["domain"], it["instrument"], it["pillar"], it["cofinance"], it["from"]])
            lines[-1] += [it["to"], it["lead"], it["success"], it["points"], it["status"]]
            lines.append(["costs", *it["costs"]])
            lines.append(["shares", *(f"{low}-{high}" for low, high in it["shares"])])
            for service, gain, grants, lasts, holder, prevents in it["effects"]:
                by_name = holder and next(it["power"] for it in self.services if it["id"] == service) != "ladder"
                lines.append(["effect", service, gain, grants, *(["takeover"] if prevents and service in self.takeovers else [])])
                lines[-1] += [] if lasts is None else [lasts]
                lines[-1] += ["buys_from", holder] if by_name else []
        for at, kind, members, count, service, gain in self.relations:
            fixed = {"at_least": [count], "at_most": [count], "synergy": [service, gain]}.get(kind, [])
            lines.append([kind, at, *fixed, *members])
        for at, scope, value, low, high in self.limits:
            texts = ["" if it is None else decimal(it[0]) + ("%" if it[1] else "") for it in (low, high)]
            lines.append(["limit", at, scope, value, *texts])
        power = {it["id"]: it["power"] for it in self.services}
        for it, price in zip(self.holders, self.prices):
            if power[it[0]] != "ladder" or it[0] in self.takeovers:
                lines.append(["holder", *it])
            if it[0] in self.takeovers and price is not None:
                lines.append(["price", number(price) if price else ""])
        text = ""
        for line in lines:
            words = [word if isinstance(word, str) else decimal(F(word)) for word in line]
            text += json.dumps(words, separators=(",", ":"), ensure_ascii=False) + "\n"
        return hashlib.sha256(text.encode()).hexdigest()


def unbeaten(stakes):
    """Votes and prices of the sets of stakes for sale that no other beats in both, from few votes to many."""
    sets = {F(0): F(0)}
    for stake, price in stakes:
        if price is None:
            continue
        more = dict(sets)
        for votes, paid in sets.items():
            more[votes + stake] = min(more.get(votes + stake, paid + price), paid + price)
        best, sets = None, {}
        for votes in sorted(more, reverse=True):
            if best is None or more[votes] < best:
                best = sets[votes] = more[votes]
        if len(sets) > NODES:
            raise Refused("a service has too many holders to check")
    return sorted(sets.items())


def reaches(control, step):
    """Whether this much control is enough for a step."""
    return control > step[0] if step[1] else control >= step[0]


def is_there(since, signal):
    """Whether what is in force from a year on, and lasts so long (None: for ever), is there at the end of a year."""
    year, lasts = signal
    return since <= year and (lasts is None or year - since < lasts)


def decimal(value):
    """A fraction as a decimal with all its digits."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    text = digits[: len(digits) - places] + ("." + digits[len(digits) - places :] if places else "")
    return ("-" if value < 0 else "") + text


# ------------------------------------------------------------------------------------------ one portfolio


def measure(case, picks):
    """The objective of a portfolio {id: (start, shares)}, or why it is none."""
    for id, (start, shares) in picks.items():
        it = case.candidates[id]
        ranges = zip(shares, it["shares"], strict=True)
        if start not in case.starts(it) or sum(shares) != 100 or not all(low <= share <= high for share, (low, high) in ranges):
            return None, f"{id}: start or shares"
    for id, it in case.candidates.items():
        if (it["status"] == "locked_in" and id not in picks) or (it["status"] == "locked_out" and id in picks):
            return None, f"{id}: lock"
    for m, ministry in enumerate(case.ministries):
        carried = F(0)
        for at, year in enumerate(case.years):
            spent = F(0)
            for id, (start, shares) in picks.items():
                bill = case.percent(case.candidates[id])
                if 0 <= year - start < len(bill):
                    spent += bill[year - start] * shares[m]
            left = ministry["budget"][at] + carried - spent
            if left < 0:
                return None, f"budget of {ministry['id']} in {year}"
            carried = left if ministry["carried"] == ALL else min(left, ministry["carried"] * ministry["budget"][at])
    for at, kind, members, count, _, _ in case.relations:
        chosen = sum(id in picks for id in members)
        first = picks.get(members[0])
        broken = {
            "requires": first and any(id not in picks or picks[id][0] > first[0] for id in members[1:]),
            "excludes": chosen > 1,
            "at_least": chosen < count,
            "at_most": chosen > count,
        }
        if broken.get(kind):
            return None, f"relation {at}"
    bills = {id: 100 * sum(case.percent(case.candidates[id])) for id in picks}
    for at, scope, value, low, high in case.limits:
        if scope == "ministry":
            m = [it["id"] for it in case.ministries].index(value)
            spent = sum(bills[id] * shares[m] / 100 for id, (_, shares) in picks.items())
        else:
            spent = sum(bill for id, bill in bills.items() if case.candidates[id][scope] == value)
        in_money = lambda it: sum(bills.values()) * it[0] / 100 if it[1] else it[0]
        if (low and spent < in_money(low)) or (high and spent > in_money(high)):
            return None, f"limit {at}"
    objective = sum((case.candidates[id]["points"] for id in picks), F(0))
    for year in case.counted:
        since = {id: case.in_force(case.candidates[id], start) for id, (start, _) in picks.items()}
        active = {id for id in picks if since[id] <= year}
        powers = {}
        for service in case.services:
            gain, granted, bought, prevented = F(0), F(0), (), False
            for id in active:
                for moved, points, grants, lasts, holder, prevents in case.candidates[id]["effects"]:
                    if moved == service["id"] and is_there(since[id], (year, lasts)):
                        gain += points * case.success([id])
                        bought = case.add_bought(service, bought, holder, points * case.success([id]))
                        granted = max(granted, case.power_of.get(grants, F(0)))
                        prevented |= prevents
            gain += sum(more for _, members, more in case.synergies(service["id"]) if active.issuperset(members))
            if year == case.years[-1] and not case.is_dear(service, gain, prevented):
                return None, f"takeover of {service['id']}"
            powers[service["id"]] = power = case.power(service, gain, granted, year, bought)
            objective += case.worth_of_power(service) * (power - case.power(service, F(0), F(0), year))
    # Floors and targets are about the end of the last year.
    for service in case.services:
        if powers[service["id"]] < case.floor(service):
            return None, f"floor of {service['id']}"
    for domain in case.domains:
        if not case.holds(domain, powers):
            return None, f"level of {domain['id']}"
    if sum(case.at_target(domain, powers) for domain in case.domains) < case.targets:
        return None, "domains at their target"
    return objective, None


# ------------------------------------------------------------------------------------- rows and diagrams


class Rows(dict):
    """Right sides by name."""

    def add(self, name, right):
        self[name] = F(right)
        return name


def add(terms, row, coefficient):
    terms[row] = terms.get(row, 0) + coefficient


class Model:
    """Rows, plans and diagrams of a case, for the groups and homes of a proof."""

    def __init__(self, case, groups, homes):
        self.case, self.groups, self.homes = case, groups, homes
        self.rows = Rows()
        self.nodes = 0
        self.switches = []  # (domain or None, terms)
        self.plans = {}  # id -> {start: (in force from, terms, terms of a percent by ministry)}
        self.ties = {id: [] for id in case.candidates}  # id -> [(row, (at the end of this year, of what lasts so long))]
        for id, it in case.candidates.items():
            starts = case.possible_starts(it)
            self.plans[id] = {year: (case.in_force(it, year), {}, [{} for _ in case.ministries]) for year in starts}
        self.budgets()
        self.relations()
        self.limits()
        self.diagrams = [self.diagram(at, group) for at, group in enumerate(groups)]
        self.targets()
        self.domain_floors()

    def budgets(self):
        for m, ministry in enumerate(self.case.ministries):
            everything = ministry["carried"] == ALL
            names = []
            for at, year in enumerate(self.case.years):
                right = sum(ministry["budget"][: at + 1]) if everything else ministry["budget"][at]
                names.append(self.rows.add(f"budget:{ministry['id']}:{year}", right))
            if not everything:
                for at in range(len(names) - 1):
                    cap = ministry["carried"] * ministry["budget"][at]
                    self.switches.append((None, {names[at]: cap, names[at + 1]: -cap}))
            for id, plans in self.plans.items():
                bill = self.case.percent(self.case.candidates[id])
                for start, (_, _, shares) in plans.items():
                    for at, year in enumerate(self.case.years):
                        if everything:
                            paid = sum(bill[: max(0, year - start + 1)])
                        else:
                            paid = bill[year - start] if 0 <= year - start < len(bill) else 0
                        add(shares[m], names[at], paid)

    def relations(self):
        for at, kind, members, count, _, _ in self.case.relations:
            if kind == "requires":
                for k, need in enumerate(members[1:]):
                    for year in self.plans[members[0]]:
                        row = self.rows.add(f"requires:{at}:{k}:{year}", 0)
                        for id, sign in ((members[0], 1), (need, -1)):
                            for start, (_, terms, _) in self.plans[id].items():
                                if start <= year:
                                    add(terms, row, sign)
            elif kind != "synergy":
                sign = -1 if kind == "at_least" else 1
                row = self.rows.add(f"relation:{at}", sign * (1 if kind == "excludes" else count))
                for id in members:
                    for _, terms, _ in self.plans[id].values():
                        add(terms, row, sign)

    def limits(self):
        for at, scope, value, low, high in self.case.limits:
            for kind, bound, sign in (("min", low, -1), ("max", high, 1)):
                if bound is None:
                    continue
                figure, relative = bound
                row = self.rows.add(f"limit-{kind}:{at}", 0 if relative else sign * figure)
                for id, plans in self.plans.items():
                    it = self.case.candidates[id]
                    bill = 100 * sum(self.case.percent(it))
                    inside = bill if scope != "ministry" and it[scope] == value else 0
                    for _, terms, shares in plans.values():
                        add(terms, row, sign * (inside - (bill * figure / 100 if relative else 0)))
                        if scope == "ministry":
                            m = [it["id"] for it in self.case.ministries].index(value)
                            add(shares[m], row, sign * bill / 100)

    def by(self, year):
        """How the name of a row ends that is about the end of a year."""
        return f":{year}" if self.case.timing == "average" else ""

    def layer(self, members, years, moves):
        """A layer of these candidates. A signal is a year, and how long what is there at its end lasts; a class is what is there together."""
        come = [[from_year for from_year, _, _ in self.plans[id].values()] for id in members]
        by = set()
        if all(come):
            first = max(min(each) for each in come)
            later = (min((year for year in years if year >= it), default=None) for each in come for it in each if it >= first)
            by = {year for year in later if year is not None}
        signals = [(year, None) for year in sorted(by, reverse=True)]
        classes = [tuple(signals[:many]) for many in range(len(signals) + 1)]
        passing = sorted({lasts for _, _, _, lasts, *_ in moves if lasts is not None})
        if passing:
            (from_years,) = come
            more = [(year, lasts) for lasts in passing for year in sorted(years)]
            signals += [it for it in more if any(is_there(since, it) for since in from_years)]
            brought = [tuple(it for it in signals if is_there(since, it)) for since in from_years]
            classes = list(dict.fromkeys([(), *brought]))
        return {"who": members, "home": False, "signals": signals, "classes": classes, "pays": {it: [] for it in signals}, "moves": moves}

    def pay(self, layer, name, ids):
        for signal, pays in layer["pays"].items():
            year, lasts = signal
            for id in ids:
                row = self.rows.add(name(id) + self.by(year) + ("" if lasts is None else f":lasts-{lasts}"), 0)
                self.ties[id].append((row, signal))
                pays.append(row)

    def part(self, service, year, layers):
        """A service in a year by itself: where its states lead in each layer (None: nowhere), the first one, and its powers at the end."""
        case = self.case
        # What it costs to take it over is asked at the end.
        asked = service["id"] in case.takeovers and year == case.years[-1]
        now, arcs = [(F(0), F(0), (), False)], []
        for layer in layers:
            moves = [move for moved, *move in layer["moves"] if moved == service["id"]]
            if not moves:
                arcs.append(None)
                continue
            following, pairs = {}, []
            for state in now:
                gain = state[0] + sum(gain for gain, *_ in moves)
                granted = max(state[1], *(granted for _, granted, *_ in moves))
                bought = state[2]
                for more, _, _, holder, _ in moves:
                    bought = case.add_bought(service, bought, holder, more)
                prevented = state[3] or (asked and any(it for *_, it in moves))
                ladder = case.ladder(service, bought, year)
                if not asked and (not ladder or reaches(case.control(service, gain, year), ladder[-1])):
                    # On the highest rung already: more control changes nothing.
                    gain = F(100)
                pairs.append([following.setdefault(it, len(following)) for it in (state, (gain, granted, bought, prevented))])
            self.nodes += len(following)
            if self.nodes > NODES:
                raise Refused("the groups of services have too many states to check")
            arcs.append(pairs)
            now = list(following)
        powers = {}
        what = lambda gain, granted, bought, prevented: (
            case.power(service, gain, granted, year, bought),
            not asked or case.is_dear(service, gain, prevented),
        )
        place = [powers.setdefault(what(*state), len(powers)) for state in now]
        # What leads to the same is the same state.
        for at in reversed(range(len(arcs))):
            if arcs[at] is not None:
                states = {}
                place = [states.setdefault((place[low], place[high]), len(states)) for low, high in arcs[at]]
                arcs[at] = list(states)
        return {"id": service["id"], "year": year, "arcs": arcs, "first": place[0], "powers": list(powers)}

    def diagram(self, at, group):
        """Layers, each with who it is, what it pays, and from each state where it leads; then the ends."""
        case = self.case
        services = {it["id"]: it for it in case.services}
        inside = list(dict.fromkeys(id for id, _ in group))
        years = sorted({year for _, year in group})
        layers = []
        for id_of in inside:
            for id, it in case.candidates.items():
                moves = [
                    (moved, gain * case.success([id]), case.power_of.get(grants, F(0)), lasts, holder, prevents)
                    for moved, gain, grants, lasts, holder, prevents in it["effects"]
                    if moved in inside
                ]
                if not any(moved == id_of for moved, *_ in moves) or any(layer["who"] == [id] for layer in layers):
                    continue
                layer = self.layer([id], years, moves)
                layer["home"] = self.homes.get(id) == at
                if not layer["home"]:
                    self.pay(layer, lambda id: f"tie:{id}:{at}", [id])
                layers.append(layer)
            latest = max(year for id, year in group if id == id_of)
            for number_of, members, gain in case.synergies(id_of):
                # What comes later than that has no layer: other diagrams share its rows, and would be paid for it once more.
                if any(min((since for since, _, _ in self.plans[id].values()), default=latest) > latest for id in members):
                    continue
                layer = self.layer(list(members), years, [(id_of, gain, F(0), None, "", False)])
                layer["synergy"] = True
                self.pay(layer, lambda id: f"member:{number_of}:{id}", members)
                layers.append(layer)
        parts = [self.part(services[id], year, layers) for id, year in group]
        states = {tuple(part["first"] for part in parts): 0}
        for number_of, layer in enumerate(layers):
            following, arcs = {}, []
            for state in states:
                children = []
                for there in layer["classes"]:
                    after = []
                    for part, it in zip(parts, state):
                        if part["arcs"][number_of] is not None:
                            it = part["arcs"][number_of][it][is_moved(layer, there, part)]
                        after.append(it)
                    children.append(following.setdefault(tuple(after), len(following)))
                arcs.append(children)
                if len(following) * (len(parts) + 8) > CELLS:
                    raise Refused("a group of services has too many states to check")
            self.nodes += len(following)
            if self.nodes > NODES:
                raise Refused("the groups of services have too many states to check")
            layer["arcs"] = arcs
            states = following
        ends = []
        last = case.years[-1]
        whole = [
            it["id"]
            for it in case.domains
            if case.targets and any(s["domain"] == it["id"] for s in case.services)
            and all((s["id"], last) in group for s in case.services if s["domain"] == it["id"])
        ]
        for state in states:
            powers, gain, fine = {}, F(0), True
            for (id, year), part, it in zip(group, parts, state):
                service, (power, dear) = services[id], part["powers"][it]
                fine &= dear
                gain += case.worth_of_power(service) * (power - case.power(service, F(0), F(0), year))
                if year == last:
                    powers[id] = power
                    fine &= power >= case.floor(service)
            reached = {it["id"]: case.at_target(it, powers) for it in case.domains if it["id"] in whole}
            terms = {"targets": -sum(reached.values())} if whole else {}
            ends.append({"fine": fine, "gain": gain, "powers": powers, "reached": reached, "terms": terms})
        return {"layers": layers, "ends": ends, "whole": whole}

    def targets(self):
        if not self.case.targets:
            return
        self.rows.add("targets", -self.case.targets)
        for domain in self.case.domains:
            if any(domain["id"] in diagram["whole"] for diagram in self.diagrams):
                continue
            row = self.rows.add(f"target:{domain['id']}", 0)
            weights = self.powers(domain, row)
            self.switches.append((domain["id"], {row: domain["target"] * weights, "targets": F(-1)}))

    def domain_floors(self):
        for domain in self.case.domains:
            if (domain["floor"] or self.case.demanded(domain)) and not self.case.only_service(domain):
                row = self.rows.add(f"domain-floor:{domain['id']}", 0)
                self.rows[row] = -self.case.demanded(domain) * self.powers(domain, row)

    def powers(self, domain, row):
        """Takes weight × power of each service of a domain away from a row; the sum of the weights, or 1 if they say nothing."""
        weights = F(0)
        for service in self.case.inside(domain):
            weights += service["weight"]
            for diagram in self.diagrams:
                for end in diagram["ends"]:
                    if service["id"] in end["powers"]:
                        add(end["terms"], row, -service["weight"] * end["powers"][service["id"]])
        return weights or F(1)


def is_moved(layer, there, part):
    """Whether a service is moved at the end of its year, with what is there."""
    lasts = next(lasts for moved, _, _, lasts, *_ in layer["moves"] if moved == part["id"])
    if lasts is None:
        # Of years with the same starts only the first is a signal.
        return any(it is None and year <= part["year"] for year, it in there)
    return (part["year"], lasts) in there


# ------------------------------------------------------------------------------------------- what is open


class Open:
    """What is open at a place of the tree."""

    def __init__(self, model):
        case = model.case
        self.out = {id: it["status"] != "locked_in" for id, it in case.candidates.items()}
        self.starts = {id: set(plans) for id, plans in model.plans.items()}
        self.shares = {id: list(it["shares"]) for id, it in case.candidates.items()}
        self.domains = {it["id"]: (True, True) for it in case.domains}
        self.case = case

    def copy(self):
        other = object.__new__(Open)
        other.case = self.case
        other.out, other.domains = dict(self.out), dict(self.domains)
        other.starts = {id: set(years) for id, years in self.starts.items()}
        other.shares = {id: list(ranges) for id, ranges in self.shares.items()}
        return other

    def splits(self, id):
        ranges = self.shares[id]
        fine = all(low <= high for low, high in ranges)
        return fine and sum(low for low, _ in ranges) <= 100 <= sum(high for _, high in ranges)

    def classes(self, model, layer, id):
        """The classes of a layer in which a candidate may be."""
        kinds = {class_of(layer, model.plans[id][year][0]) for year in self.starts[id]} if self.splits(id) else set()
        return kinds | {0} if self.out[id] else kinds

    def apply(self, kind, who, *rest):
        if kind in ("reached", "missed"):
            missed, reached = self.domains[who]
            self.domains[who] = (missed and kind == "missed", reached and kind == "reached")
        elif kind == "in":
            self.out[who] = False
        elif kind == "out":
            self.starts[who] = set()
        elif kind in ("not", "until", "after"):
            keep = {"not": lambda it: it != rest[0], "until": lambda it: it <= rest[0], "after": lambda it: it > rest[0]}
            self.starts[who] = set(filter(keep[kind], self.starts[who]))
        else:
            m = [it["id"] for it in self.case.ministries].index(rest[0])
            low, high = self.shares[who][m]
            self.shares[who][m] = (low, min(high, rest[1])) if kind == "at-most" else (max(low, rest[1]), high)

    def oppose(self, kind, who, *rest):
        if kind in ("in", "out"):
            self.apply("out" if kind == "in" else "in", who)
        elif kind == "not":
            self.out[who] = False
            self.starts[who] &= {rest[0]}
        else:
            raise Refused(f"a decision {kind} cannot be settled")


def class_of(layer, from_year):
    return layer["classes"].index(tuple(it for it in layer["signals"] if is_there(from_year, it)))


def is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def decision(case, value):
    """A decision that is well formed."""
    shapes = {"in": 2, "out": 2, "not": 3, "until": 3, "after": 3, "at-most": 4, "at-least": 4, "reached": 2, "missed": 2}
    if not isinstance(value, list) or not value or shapes.get(value[0]) != len(value):
        raise Refused(f"not a decision: {value}")
    known = [it["id"] for it in case.domains] if value[0] in ("reached", "missed") else case.candidates
    ministries = [it["id"] for it in case.ministries]
    if value[1] not in known or (len(value) > 2 and not is_whole(value[-1])) or (len(value) == 4 and value[2] not in ministries):
        raise Refused(f"not a decision of this case: {value}")
    if len(value) == 3 and value[2] not in case.possible_starts(case.candidates[value[1]]):
        raise Refused(f"not a start: {value}")
    if len(value) == 4 and not 0 <= value[3] <= 100:
        raise Refused(f"not a share: {value}")
    return value


def covers(a, b):
    if a[1] != b[1]:
        return False
    return (
        (a[0], b[0]) in (("in", "out"), ("reached", "missed"))
        or ((a[0], b[0]) == ("until", "after") and b[2] <= a[2])
        or ((a[0], b[0]) == ("at-most", "at-least") and a[2] == b[2] and b[3] <= a[3] + 1)
    )


# ---------------------------------------------------------------------------------------------- the bound


def dot(terms, prices):
    return sum((prices[row] * term for row, term in terms.items() if row in prices), F(0))


def better(a, b):
    return b if a is None else a if b is None else max(a, b)


def bound(model, open, prices, worths=True):
    """No portfolio that is open is worth more; None if there is none."""
    case = model.case
    total = sum((price * model.rows[row] for row, price in prices.items()), F(0))
    for domain, terms in model.switches:
        missed, reached = open.domains[domain] if domain is not None else (True, True)
        choices = ([F(0)] if missed else []) + ([-dot(terms, prices)] if reached else [])
        if not choices:
            return None
        total += max(choices)
    plans = {}  # id -> [(in force from, worth)]; left out it is never in force
    for id, it in case.candidates.items():
        plans[id] = [(NEVER, F(0))] if open.out[id] else []
        if open.splits(id):
            for year in open.starts[id]:
                from_year, terms, shares = model.plans[id][year]
                worth = (it["points"] if worths else F(0)) - dot(terms, prices)
                percents = sorted((dot(each, prices), low, high) for each, (low, high) in zip(shares, open.shares[id]))
                left = 100 - sum(low for _, low, _ in percents)
                for price, low, high in percents:
                    more = min(left, high - low)
                    left -= more
                    worth -= price * (low + more)
                worth += sum(prices.get(row, 0) for row, signal in model.ties[id] if is_there(from_year, signal))
                plans[id].append((from_year, worth))
    counted = set()
    for diagram in model.diagrams:
        worth = []
        for end in diagram["ends"]:
            allowed = end["fine"] and all(open.domains[id][reached] for id, reached in end["reached"].items())
            worth.append((end["gain"] if worths else F(0)) - dot(end["terms"], prices) if allowed else None)
        for layer in reversed(diagram["layers"]):
            arc = [None] * len(layer["classes"])
            if layer["home"]:
                counted.add(layer["who"][0])
                for from_year, plan in plans[layer["who"][0]]:
                    at = class_of(layer, from_year)
                    arc[at] = better(arc[at], plan)
            else:
                classes = [open.classes(model, layer, id) for id in layer["who"]]
                for at in range(len(arc)):
                    # In force as early as the last of the members.
                    if any(at in it for it in classes) and all(max(it, default=-1) >= at for it in classes):
                        rows = (row for signal in layer["classes"][at] for row in layer["pays"][signal])
                        arc[at] = -sum((prices.get(row, F(0)) for row in rows), F(0))
            best = []
            for children in layer["arcs"]:
                most = None
                for to, more in zip(children, arc):
                    if worth[to] is not None and more is not None:
                        most = better(most, worth[to] + more)
                best.append(most)
            worth = best
        if worth[0] is None:
            return None
        total += worth[0]
    for id, all_plans in plans.items():
        if id not in counted:
            if not all_plans:
                return None
            total += max(worth for _, worth in all_plans)
    return total


# --------------------------------------------------------------------------------------------- the proof


def entries(case, entry):
    """A service in the years of an entry: all that count, or from the first to the last that it names."""
    if isinstance(entry, str):
        return [(entry, year) for year in case.counted]
    id, first, last = entry
    if not is_whole(first) or not is_whole(last) or not case.counted[0] <= first <= last <= case.counted[-1]:
        raise Refused(f"not years of a service: {entry}")
    return [(id, year) for year in range(first, last + 1)]


class Checker:
    def __init__(self, case, lines, at):
        self.case, self.lines, self.at = case, lines, at
        header = next(lines, END)
        self.at += 1
        header = header if isinstance(header, dict) else {}
        if header.get("format") != "beslismacht-proof-2":
            raise Refused("the format is unknown")
        if header.get("case") != case.digest():
            raise Refused("the proof is for another case")
        self.level = header["level"] if case.weakest_first else None
        case.level = F(0) if self.level is None else case.power_of[self.level]
        groups, homes = header["diagrams"], header["homes"]
        groups = [[it for entry in group for it in entries(case, entry)] for group in groups]
        if sorted(it for group in groups for it in group) != sorted((it["id"], year) for it in case.services for year in case.counted):
            raise Refused("the groups are not all services, each once in each year that counts")
        if not all(groups):
            raise Refused("a group has no services")
        if any(id not in case.candidates or not is_whole(at) or not 0 <= at < len(groups) for id, at in homes.items()):
            raise Refused("a home is unknown")
        self.objective = None
        if header["portfolio"] is not None or header["objective"] is not None:
            picks = {id: (start, shares) for id, start, shares in header["portfolio"]}
            if len(picks) != len(header["portfolio"]):
                raise Refused("a candidate is picked twice")
            self.objective, why = measure(case, picks)
            if self.objective is None:
                raise Refused(f"the portfolio breaks a rule: {why}")
            if not re.fullmatch(r"-?[0-9]+(\.[0-9]{1,28})?", header["objective"]):
                raise Refused(f"the objective is not a plain decimal: {header['objective']}")
            if abs(self.objective - number(header["objective"])) > F(1, 10**9):
                raise Refused(f"the portfolio is worth {float(self.objective)}, not {header['objective']}")
        self.model = Model(case, groups, homes)
        self.worst = sum(min(F(0), it["points"]) for it in case.candidates.values())
        self.leaves = self.settled = 0

    def low_enough(self, value):
        if value is None:
            return True
        return value < self.worst if self.objective is None else value <= self.objective + F(1, 10**6)

    def prices(self, value):
        prices = {}
        for row, text in value.items():
            if row not in self.model.rows:
                raise Refused(f"there is no row {row}")
            if not re.fullmatch(r"[0-9]+(\.[0-9]{1,12})?", text):
                raise Refused(f"a multiplier must be a decimal of at least 0: {text}")
            prices[row] = F(text)
        return prices

    def impossible(self, open, value):
        worth = bound(self.model, open, self.prices(value), worths=False)
        return worth is None or worth < 0

    def check(self):
        # Each subtree that waits: what is open there if that is at hand, and the decisions that lead to it, the last one first.
        waiting = [(Open(self.model), None)]
        while waiting:
            open, path = waiting.pop()
            if open is None:
                open = self.after(path)
            line = next(self.lines, END)
            if line is END:
                raise Refused("the proof ends before every part is covered")
            self.at += 1
            if len(waiting) >= WAITING:
                raise Refused("too many subtrees wait for their turn")
            if "split" in line:
                one, other = (decision(self.case, it) for it in line["split"])
                if not covers(one, other) and not covers(other, one):
                    raise Refused("the two decisions do not cover everything")
                open.apply(*one)
                waiting += [(None, (other, path)), (open, (one, path))]
            elif "fix" in line:
                for it in line["fix"]:
                    it = decision(self.case, it)
                    opposite = open.copy()
                    opposite.oppose(*it)
                    if "with" in line:
                        fine = self.low_enough(bound(self.model, opposite, self.prices(line["with"])))
                    else:
                        fine = self.impossible(opposite, line["impossible"])
                    if not fine:
                        raise Refused(f"{it} is not settled")
                    open.apply(*it)
                    path = (it, path)
                    self.settled += 1
                waiting.append((open, path))
            else:
                self.leaves += 1
                self.leaf(open, line)

    def after(self, path):
        """What is open after these decisions."""
        decisions = []
        while path:
            decision, path = path
            decisions.append(decision)
        open = Open(self.model)
        for decision in reversed(decisions):
            open.apply(*decision)
        return open

    def leaf(self, open, line):
        if "leaf" in line:
            if not self.low_enough(bound(self.model, open, self.prices(line["leaf"]))):
                raise Refused("the bound of this leaf is higher than the best portfolio")
        elif "impossible" in line:
            if not self.impossible(open, line["impossible"]):
                raise Refused("this leaf is not impossible")
        elif "settled" in line:
            self.decided(open)
        else:
            raise Refused("it is neither a split, a fix nor a leaf")

    def decided(self, open):
        picks = {}
        for id in self.case.candidates:
            if not open.starts[id] or not open.splits(id):
                if not open.out[id]:
                    return
                continue
            ranges = open.shares[id]
            least, most = sum(low for low, _ in ranges), sum(high for _, high in ranges)
            ends = [(max(low, 100 - most + high), min(high, 100 - least + low)) for low, high in ranges]
            if open.out[id] or len(open.starts[id]) > 1 or any(low != high for low, high in ends):
                raise Refused("not everything is decided at this leaf")
            picks[id] = (min(open.starts[id]), [low for low, _ in ends])
        objective, _ = measure(self.case, picks)
        if objective is not None and (self.objective is None or objective > self.objective + F(1, 10**6)):
            raise Refused("a better portfolio is hidden here")


def lines_of(file):
    """The lines of a proof that are not empty, read one by one."""
    while text := file.readline(LONGEST):
        if len(text) >= LONGEST and not text.endswith(b"\n"):
            raise Refused("a line is too long")
        if text.strip():
            yield json.loads(text.decode("utf-8"))


def parts(case, lines, found):
    """Checks the parts of a proof: of a case whose weakest domain comes first that the next higher level is out of reach, before that
    nothing is better with this one; of any other case one."""

    def part():
        found.append(Checker(case, lines, found[-1].at if found else 0))
        found[-1].check()
        return case.level, found[-1].objective

    level, objective = part()
    higher = None
    if case.weakest_first and objective is None and level:
        higher = level
        level, objective = part()
    if case.weakest_first and not (objective is None and not level and higher is None) and case.level_above(level) != higher:
        raise Refused("what is out of reach is not the level next to the one that is held")
    if next(lines, END) is not END:
        raise Refused("the tree is complete, but the proof goes on")


def main(folder, proof):
    found = []
    try:
        with open(proof, "rb") as file:
            parts(Case(pathlib.Path(folder)), lines_of(file), found)
    except (Refused, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, StopIteration) as why:
        print(f"NOT PROVEN at entry {found[-1].at if found else 1}: {why!r}")
        return 1
    last = found[-1]
    best = "no portfolio is possible" if last.objective is None else f"no portfolio has more than {float(last.objective)}"
    if last.level:
        best = f"no portfolio holds more than {last.level} in every domain, and of those {best}"
    leaves, settled = sum(it.leaves for it in found), sum(it.settled for it in found)
    print(f"PROVEN: {best} ({leaves} leaves, {settled} settled decisions)")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: second_checker.py CASE PROOF")
    sys.exit(main(*sys.argv[1:]))
