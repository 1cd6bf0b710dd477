# SPDX-License-Identifier: GPL-3.0-or-later
"""Chance that falls the same on every machine and in every version of Python."""

import hashlib

_MASK = (1 << 64) - 1


class Dice:
    """SplitMix64, seeded by a name: what is added elsewhere never changes what falls here."""

    def __init__(self, *name):
        text = "trama illustration/" + "/".join(str(part) for part in name)
        self.state = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")

    def _next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & _MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def below(self, n):
        return self._next() % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(1000) < percent * 10

    def pick(self, items):
        return items[self.below(len(items))]

    def some(self, items, n):
        """@n of the items, in the order they had."""
        left = list(range(len(items)))
        taken = [left.pop(self.below(len(left))) for _ in range(min(n, len(left)))]
        return [items[i] for i in sorted(taken)]
