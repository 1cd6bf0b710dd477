# SPDX-License-Identifier: GPL-3.0-or-later
"""Who deals with whom. The ties among the members of Calzado Franklin are written out; those of the
rest of each cluster fall by a few rules: each workshop takes work from one to three middle firms,
each middle firm from one or two leading ones (KM98, three tiers)."""

from datetime import date, timedelta

from .clusters import MAPPED, OFFICER, PEOPLE
from .dates import TODAY, add_months, day, span
from .dice import Dice
from .franklin_ties import AMONG, OUTSIDE, PAST

BUYERS = {"footwear": ("almacenes-rio", "rossi", "cadena-andes", "uniformes-estado"),
          "furniture": ("casa-lumbre", "hoteles-bahia", "nordisk-hjem"),
          "surgical": ("medihaus", "northgate", "salud-publica")}
SUPPLIERS = {"footwear": ("suelas-sur", "curtidos-lago", "herrajes-faro"),
             "furniture": ("aserradero-pico", "barnices-delta"),
             "surgical": ("aceros-norte", "forjas-union")}
SUPPORT = {"footwear": (("service", "instituto-cuero"), ("service", "escuela-4"),
                        ("finance", "coop-ahorro"), ("information", "camara-calzado")),
           "furniture": (("service", "centro-madera"), ("service", "taller-escuela"),
                         ("finance", "banco-provincial"), ("information", "gremio-carpinteros")),
           "surgical": (("service", "laboratorio-metales"), ("service", "liceo-industrial"),
                        ("finance", "banco-provincial"),
                        ("information", "asociacion-instrumental"))}

AREAS = {"service": "firm-institution", "finance": "firm-institution"}


class Network:
    def __init__(self, p, firms, programmes):
        self.p, self.firms, self.programmes = p, firms, programmes
        self.pairs = set()

    def _end(self, key):
        for kind, known in (("firm", self.firms), ("person", PEOPLE)):
            if key in known:
                return self.p.id(kind, key)
        return self.p.id("institution", key)

    def _cluster(self, *keys):
        return next((self.firms[key].cluster for key in keys if key in self.firms), "footwear")

    def tie(self, kind, one, other, started=None, introducer=None, without=None, ended=None,
            confirmed=None, entered=None, **fields):
        """Keeps one tie of a kind between two, says how strong and of which nature it is."""
        if (kind, one, other) in self.pairs or one == other:
            return
        self.pairs.add((kind, one, other))
        dice = Dice("tie", kind, one, other)
        formal = {"subcontracting": dice.chance(30), "sales": dice.chance(60), "finance": True,
                  "service": dice.chance(50), "supply": dice.chance(25)}.get(kind, False)
        if one in self.firms and other in self.firms:
            area = "firm-firm"
        elif "muni" in one or "muni" in other or "oficina" in one or "oficina" in other:
            area = "private-public"
        else:
            area = "firm-institution"
        self.p.add(
            "linkage", f"{kind}/{one}/{other}", self._by(one, other), entered=entered,
            **{"from": self._end(one)}, to=self._end(other), kind=kind, started=started,
            ended=ended, confirmed=confirmed,
            strength=dice.pick((1, 1, 2, 2, 3)) if dice.chance(80) else None,
            introduced_by=introducer and self._end(introducer),
            found_each_other=True if introducer is None and dice.chance(22) else None,
            contact_without=without, area=area,
            formal=formal if dice.chance(70) else None,
            hierarchic=True if kind == "subcontracting" and dice.chance(70) else None,
            vertical=kind in ("subcontracting", "supply", "sales")
            if kind != "other" and dice.chance(75) else None,
            time_limited=True if dice.chance(6) else None, **fields)

    def _by(self, one, other):
        for key in (one, other):
            if key in self.firms and self.firms[key].programme:
                return self.programmes[self.firms[key].programme].broker
        return OFFICER

    def _lived(self, name, started, cluster, stale=False):
        """When the tie was entered and last confirmed, from when it began."""
        dice = Dice("lived", *name)
        mapped = MAPPED[cluster]
        begun = span(started)[1] if started else None
        entered = (begun + timedelta(days=dice.pick((0, 2, 4, 8, 15, 75))) if begun
                   and begun > mapped else mapped + timedelta(days=dice.between(0, 60)))
        entered = min(entered, TODAY)
        if stale:
            # A tie that only the first round of visits heard of.
            return entered, min(entered, add_months(TODAY, -25)).isoformat()
        if begun and begun > add_months(TODAY, -14) and dice.chance(70):
            return entered, None
        low = max(entered, date(2025, 1, 8))
        asked = low + timedelta(days=dice.below(max(1, (TODAY - low).days)))
        return entered, asked.isoformat() if dice.chance(85) else asked.isoformat()[:7]

    # Calzado Franklin.

    def franklin(self):
        among = AMONG.strip().splitlines()
        for line in among + OUTSIDE.strip().splitlines():
            kind, one, other, started, how = line.split()
            self._written(kind, one, other, started, how)
            if line in among and not Dice("asked", kind, one, other).chance(12):
                self.p.add("evidence", f"linkage/{kind}/{one}/{other}", "Marta Ríos",
                           of=self.p.id("linkage", f"{kind}/{one}/{other}"), grade="B",
                           title="Both firms asked", date="2026-05-29", late=False)
        for line in PAST.strip().splitlines():
            kind, one, other, started, ended, how = line.split()
            self._written(kind, one, other, started, how, ended)

    def _written(self, kind, one, other, started, how, ended=None):
        name = (kind, one, other)
        started = None if started == "-" else started
        entered, confirmed = self._lived(name, started, "footwear", ended == "stale")
        dice = Dice("written", *name)
        without = None
        if how == "w":
            without = (date(2025, 9, 1) + timedelta(days=dice.below(290))).isoformat()
            without = max(without, (day(started) + timedelta(days=30)).isoformat())
            without = min(without, "2026-06-26")
        elif how == "o":
            without = (day(started) + timedelta(days=dice.between(10, 60))).isoformat()
            without = min(without, "2025-06-25")
        if how == "o" and without < started:
            without = None
        if ended == "stale":
            ended = None
        elif ended:
            confirmed = None
        self.tie(kind, one, other, started, "marta-rios" if how in "bow" else None, without, ended,
                 confirmed, entered)

    # The rest, by rule.

    def cluster(self, name):
        firms = [f for f in self.firms.values() if f.cluster == name]
        tiers = {tier: [f for f in firms if f.tier == tier]
                 for tier in ("leading", "middle", "workshop", "unknown")}
        self._ladder(name, tiers["leading"], tiers["middle"], 40)
        self._ladder(name, tiers["middle"], tiers["workshop"] + tiers["unknown"], 55)
        for i, firm in enumerate(tiers["leading"]):
            for buyer in {BUYERS[name][i % len(BUYERS[name])],
                          BUYERS[name][(i * 2 + 1) % len(BUYERS[name])]}:
                self._ruled("sales", firm.key, buyer, name)
        for i, firm in enumerate(tiers["middle"]):
            dice = Dice("outside", firm.key)
            if dice.chance(30):
                self._ruled("sales", firm.key, dice.pick(BUYERS[name]), name)
            if dice.chance(45):
                self._ruled("supply", SUPPLIERS[name][i % len(SUPPLIERS[name])], firm.key, name)
        for i, firm in enumerate(tiers["workshop"]):
            dice = Dice("outside", firm.key)
            if dice.chance(28):
                self._ruled("supply", dice.pick(SUPPLIERS[name]), firm.key, name)
            if i and dice.chance(30):
                self._ruled(dice.pick(("information", "co-operation")),
                            tiers["workshop"][i - 1].key, firm.key, name)
        for firm in firms:
            self._support(name, firm)

    def _ladder(self, name, above, below, second):
        """Work comes from the firm straight above, and perhaps from the ones beside it."""
        for i, firm in enumerate(below):
            dice = Dice("ladder", firm.key)
            at = i * len(above) // len(below)
            givers = [at]
            if dice.chance(second):
                givers.append(min(at + 1, len(above) - 1))
            if dice.chance(second // 4):
                givers.append(max(at - 1, 0))
            if firm.tier == "unknown" and dice.chance(60):
                givers = []
            for giver in givers:
                self._ruled("subcontracting", above[giver].key, firm.key, name)

    def _support(self, name, firm):
        dice = Dice("support", firm.key)
        odds = {"leading": (70, 30, 60, 90), "middle": (45, 35, 25, 50),
                "workshop": (10, 25, 8, 15), "unknown": (0, 0, 0, 0)}[firm.tier]
        if firm.programme is None:
            odds = tuple(percent // 2 for percent in odds)
        for (kind, giver), percent in zip(SUPPORT[name], odds):
            if dice.chance(percent):
                self._ruled(kind, *((firm.key, giver) if kind == "information"
                                    else (giver, firm.key)), name)

    def _ruled(self, kind, one, other, name):
        both = [self.firms[key].programme for key in (one, other) if key in self.firms]
        if "franklin" in both and (len(both) == 1 or both[0] == both[1]):
            return  # written out above
        dice = Dice("ruled", kind, one, other)
        programme = next((self.programmes[key] for key in both if key), None)
        member = programme is not None
        formed = programme.formed if member else MAPPED[name]
        introducer = without = None
        if member and dice.chance(24) and formed < add_months(TODAY, -5):
            # Since the group was formed, and by its broker.
            begun = formed + timedelta(days=dice.between(60, max(61, (TODAY - formed).days - 30)))
            started = begun.isoformat()
            introducer = self._introducer(programme)
            if dice.chance(50) and begun < add_months(TODAY, -2):
                without = begun + timedelta(
                    days=dice.between(20, max(21, (TODAY - begun).days)))
                without = min(without, TODAY).isoformat()
        else:
            started = self._some_start(dice)
            if member and dice.chance(4):
                introducer = SUPPORT[name][3][1]
        stale = introducer is None and dice.chance(12)
        entered, confirmed = self._lived((kind, one, other), started, name, stale)
        ended = self._some_end(dice, started) if not stale else None
        if ended and confirmed and confirmed >= ended:
            confirmed = None
        if ended and without and without > ended[:10]:
            without = None
        self.tie(kind, one, other, started, introducer, without, ended, confirmed, entered)

    @staticmethod
    def _introducer(programme):
        return {person[0]: key for key, person in PEOPLE.items()}[programme.broker]

    @staticmethod
    def _some_start(dice):
        year = dice.between(2004, 2024)
        month = f"{year}-{dice.between(1, 12):02d}"
        return dice.pick((f"{year}", f"{year}", month, month, f"{month}-{dice.between(1, 28):02d}",
                          f"2025-{dice.between(1, 12):02d}-{dice.between(1, 28):02d}",
                          f"{year}~", f"{year}-{dice.between(29, 32)}",
                          f"{year}-01-01/{year + 1}-06-30", None)
                         if dice.chance(70) else (f"{year}", month))

    @staticmethod
    def _some_end(dice, started):
        if started is None or not dice.chance(15):
            return None
        first = max(day("2024-03-01"), day(started) + timedelta(days=90)
                    if len(started) == 10 else day("2026-01-01")
                    if started.startswith("2024") else day("2024-03-01"))
        ended = first + timedelta(days=dice.below(max(30, (TODAY - first).days - 5)))
        if ended > TODAY:
            return None
        return dice.pick((ended.isoformat(), ended.isoformat(), ended.isoformat()[:7]))

    def groups(self):
        """What members of the other groups do together, mostly brought about by the broker."""
        for key, programme in self.programmes.items():
            if key == "franklin":
                continue
            members = [m for m, (_, left) in programme.members.items()]
            for i, one in enumerate(members):
                dice = Dice("group", key, one)
                for step, percent in ((1, 62), (3, 40), (5, 22)):
                    other = members[(i + step) % len(members)]
                    if other == one or not dice.chance(percent):
                        continue
                    self._among(programme, one, other, dice)

    def _among(self, programme, one, other, dice):
        joined = max(day(programme.members[m][0]) for m in (one, other))
        room = (TODAY - joined).days - 40
        if room < 30:
            return
        # Most came about early, and few in a group that stalls.
        begun = joined + timedelta(days=30 + dice.below(room) * dice.between(3, 10) // 10)
        if programme.key == "puente":
            begun = joined + timedelta(days=dice.between(20, 400))
        by_broker = dice.chance(64)
        without = None
        if by_broker and dice.chance(55):
            without = min(begun + timedelta(days=dice.between(40, 420)), TODAY).isoformat()
        ended = confirmed = None
        if dice.chance(13):
            ended = begun + timedelta(days=dice.between(60, 500))
            ended = ended.isoformat() if ended < TODAY else None
        elif begun < add_months(TODAY, -10) and programme.key != "puente":
            confirmed = (TODAY - timedelta(days=dice.between(5, 260))).isoformat()
        if ended and without and without > ended:
            without = None
        entered = min(TODAY, begun + timedelta(days=dice.pick((0, 1, 4, 9, 20, 80))))
        self.tie(dice.pick(("co-operation", "co-operation", "information", "information")),
                 one, other, begun.isoformat(),
                 self._introducer(programme) if by_broker else None, without, ended, confirmed,
                 entered)

    def brokers(self):
        """The broker knows her members, and the institutions she brings them to."""
        for programme in self.programmes.values():
            broker = self._introducer(programme)
            first = programme.appointed or programme.formed
            known = [(m, max(day(joined), first))
                     for m, (joined, left) in programme.members.items()]
            known += [(giver, first) for _, giver in SUPPORT[programme.cluster]]
            for other, since in known:
                dice = Dice("broker", broker, other)
                begun = min(TODAY, since + timedelta(days=dice.between(1, 70)))
                left = programme.members.get(other, (None, None))[1]
                post_ended = programme.post_ended
                ended = min(filter(None, (left, post_ended)), default=None)
                self.tie("information", broker, other, begun.isoformat(), ended=ended,
                         confirmed=None if ended or begun > add_months(TODAY, -12)
                         or programme.key == "puente" else
                         (TODAY - timedelta(days=dice.between(2, 150))).isoformat(),
                         entered=min(TODAY, begun + timedelta(days=dice.between(0, 9))))


def build(p, firms, programmes):
    network = Network(p, firms, programmes)
    network.franklin()
    for name in MAPPED:
        network.cluster(name)
    network.groups()
    network.brokers()
