# SPDX-License-Identifier: GPL-3.0-or-later
"""Who deals with whom. The ties among the members of Calzado Franklin are written out; those of the
rest of each cluster fall by a few rules: each workshop takes work from one to three middle firms,
each middle firm from one or two leading ones (KM98, three tiers)."""

from datetime import date, timedelta

from .clusters import MAPPED, OFFICER, PEOPLE
from .dates import TODAY, add_months, day, span
from .dice import Dice

# Among members of Calzado Franklin: kind, from, to, started, and who brought them together:
#   -  they found each other, or nobody asked
#   b  the broker, and there was no contact without her since
#   o  the broker, last contact without her more than a year ago
#   w  the broker, and they have since dealt with each other without her
FRANKLIN = """
    subcontracting lema pasos 2019 -
    subcontracting lema suarez 2021 -
    subcontracting vega nogal 2022-05 -
    subcontracting vega tilcara 2020~ -
    subcontracting ruiz-hnos nogal 2024-09-16 -
    subcontracting aldana la-horma 2023-29 -
    subcontracting suarez diaz 2017 -
    subcontracting nogal olmos 2023 -
    subcontracting tilcara rey 2015 -
    subcontracting quiroga prado 2012 -
    subcontracting ibarra luna 2024-03 -
    subcontracting montes cobos - -
    co-operation lema vega 2024-10-21 -
    co-operation pasos suarez 2025-01-20 w
    co-operation nogal tilcara 2025-03-19 w
    co-operation olmos rey 2025-04-08 w
    co-operation vega aldana 2025-09-12 w
    information lema ruiz-hnos 2018 -
    finance ruiz-hnos aldana 2025-11-04 -
    subcontracting ruiz-hnos quiroga 2025-05-12 b
    subcontracting aldana montes 2025-06-23 o
    subcontracting pasos ferro 2024-12-09 o
    subcontracting la-horma salas 2025-02-17 b
    subcontracting serrat cobos 2025-10-27 b
    co-operation quiroga ibarra 2025-03-19 o
    co-operation ibarra serrat 2025-08-18 b
    co-operation serrat montes 2025-09-22 b
    co-operation ferro diaz 2024-11-25 o
    co-operation salas cobos 2026-02-16 b
    co-operation luna salas 2025-11-17 b
    co-operation maidana luna 2026-03-30 b
    information serrat la-horma 2024-11-18 o
    information prado luna 2025-07-28 b
    information maidana prado 2026-04-13 b
    information tilcara ibarra 2025-04-28 b
"""
# Ended, or not asked again: kind, from, to, started, ended or "stale", introducer as above.
FRANKLIN_PAST = """
    subcontracting aldana suarez 2020 2025-08-29 -
    subcontracting vega ibarra 2021 2025-02 -
    co-operation lema montes 2024-11-18 2025-06-13 b
    subcontracting pasos olmos 2018 2026-01-23 -
    information nogal quiroga 2016 stale -
    co-operation ruiz-hnos pasos 2023-11 stale -
"""
# Members and the world outside: kind, from, to, started, introducer.
FRANKLIN_OUT = """
    sales lema almacenes-rio 2011 -
    sales ruiz-hnos almacenes-rio 2016 -
    sales vega rossi 2024-04 -
    sales tilcara rossi 2025-11-20 w
    sales aldana cadena-andes 2025-12-02 b
    sales nogal cadena-andes 2026-05-22 b
    sales aldana uniformes-estado 2013 -
    supply suelas-sur diaz 2020 -
    supply suelas-sur olmos 2023~ -
    supply suelas-sur pasos 2014 -
    supply curtidos-lago rey 2019 -
    supply curtidos-lago luna 2024-25 -
    supply curtidos-lago lema 2008 -
    supply curtidos-lago vega 2012 -
    supply herrajes-faro suarez 2021 -
    supply herrajes-faro tilcara - -
    supply suelas-andinas la-horma 2022 -
    supply condor montes 2024-10 -
    service instituto-cuero lema 2015 -
    service instituto-cuero aldana 2017 -
    service instituto-cuero vega 2025-03-24 w
    service instituto-cuero suarez 2025-04-14 w
    service instituto-cuero nogal 2025-05-05 w
    service instituto-cuero montes 2025-09-08 b
    service instituto-cuero serrat 2025-10-13 b
    service instituto-cuero diaz 2025-07-14 w
    service instituto-cuero tilcara 2025-06-16 w
    service instituto-cuero quiroga 2025-11-10 b
    service escuela-4 ferro 2025-02-10 w
    service escuela-4 luna 2025-02-10 w
    service escuela-4 salas 2025-09-02 b
    service escuela-4 cobos 2025-09-02 b
    service escuela-4 olmos 2024-11-11 w
    service escuela-4 ibarra 2023 -
    finance banco-provincial lema 2009 -
    finance banco-provincial aldana 2018-06 -
    finance coop-ahorro nogal 2022 -
    finance coop-ahorro diaz 2024-33 -
    finance coop-ahorro suarez 2025-10-20 w
    information lema camara-calzado 2005 -
    information vega camara-calzado 2017 -
    information ruiz-hnos camara-calzado 2010 -
    information aldana camara-calzado 2019 -
    information pasos camara-calzado 2025-02-03 w
    information suarez camara-calzado 2025-02-03 b
    information muni-crispin lema - -
    subcontracting bravia pasos 2021 -
    subcontracting imperial suarez 2019 -
    subcontracting del-plata nogal 2020 -
    subcontracting tacon ferro 2022 -
    subcontracting reinoso prado 2023-31 -
    subcontracting palermo salas 2024-02 -
    subcontracting suarez barrios 2023 -
    subcontracting quiroga leiva 2024-08-26 -
    subcontracting ibarra mellado 2022 -
    subcontracting pasos rosales 2018 -
    subcontracting nogal fuentes 2021-30 -
    subcontracting tilcara zamora 2024 -
    subcontracting montes araya 2025-01 -
    subcontracting serrat godoy 2025-04-02 -
    subcontracting la-horma vidal 2016 -
    information grupo-marroquineros lema 2026-02-10 b
"""

BUYERS = {"footwear": ("almacenes-rio", "rossi", "cadena-andes", "uniformes-estado"),
          "furniture": ("casa-lumbre", "hoteles-bahia", "nordisk-hjem"),
          "surgical": ("medihaus", "northgate", "salud-publica")}
SUPPLIERS = {"footwear": ("suelas-sur", "curtidos-lago", "herrajes-faro"),
             "furniture": ("aserradero-pico", "barnices-delta"),
             "surgical": ("aceros-norte", "forjas-union")}
HELPERS = {"footwear": (("service", "instituto-cuero"), ("service", "escuela-4"),
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
        for line in FRANKLIN.strip().splitlines() + FRANKLIN_OUT.strip().splitlines():
            kind, one, other, started, how = line.split()
            self._written(kind, one, other, started, how)
        for line in FRANKLIN_PAST.strip().splitlines():
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
            self._helpers(name, firm)

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

    def _helpers(self, name, firm):
        dice = Dice("helpers", firm.key)
        odds = {"leading": (70, 30, 60, 90), "middle": (45, 35, 25, 50),
                "workshop": (10, 25, 8, 15), "unknown": (0, 0, 0, 0)}[firm.tier]
        if firm.programme is None:
            odds = tuple(percent // 2 for percent in odds)
        for (kind, helper), percent in zip(HELPERS[name], odds):
            if dice.chance(percent):
                self._ruled(kind, *((firm.key, helper) if kind == "information"
                                    else (helper, firm.key)), name)

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
                introducer = HELPERS[name][3][1]
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
            known += [(helper, first) for _, helper in HELPERS[programme.cluster]]
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
