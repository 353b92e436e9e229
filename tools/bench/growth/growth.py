# SPDX-License-Identifier: MIT
"""Draws how the cost of calls grows: growth's table in, an SVG out.

    growth | python3 growth.py >docs/growth.svg

Both axes of the first two panels are logarithmic, so that a cost that grows
with the size is a line of the slope of the dotted ones.
"""
import csv
import math
import sys

# Title, what is on the axis, calls with their colours and names, logarithmic?
PANELS = [
    ("Text", "bytes", True, [
        ("find", "#1b6ac9", "find in prose"),
        ("junk", "#b3541e", "find in “AV:N/AC:L/AV:N/…”"),
        ("parse", "#2d7d46", "parse, anything after a vector")]),
    ("Register", "threats", True, [
        ("order", "#1b6ac9", "secrisk_register_order"),
        ("count", "#2d7d46", "secrisk_register_count")]),
    ("Range", "Base metrics that a v3.0 vector lacks", False, [
        ("range", "#1b6ac9", "secrisk_cvss_range")]),
]
WIDTH, HEIGHT, LEFT, TOP, GAP = 250, 250, 62, 92, 84


def short(ns):
    for unit, size in ("s", 1e9), ("ms", 1e6), ("µs", 1e3):
        if ns >= size:
            return f"{ns / size:g} {unit}"
    return f"{ns:g} ns"


def powers(low, high):
    return [10 ** e for e in range(math.ceil(math.log10(low) - 1e-9),
                                   math.floor(math.log10(high) + 1e-9) + 1)]


class Panel:
    """Where numbers are in a panel whose left edge is at x."""

    def __init__(self, x, points, log):
        self.x, self.log = x, log
        sizes = [p[0] for p in points]
        costs = [p[1] for p in points]
        self.sizes = (min(sizes), max(sizes))
        self.costs = ((10 ** math.floor(math.log10(min(costs))),
                       10 ** math.ceil(math.log10(max(costs)))) if log
                      else (0, math.ceil(max(costs) / 500) * 500))

    def part(self, value, ends):
        if self.log:
            value, ends = math.log10(value), [math.log10(e) for e in ends]
        return (value - ends[0]) / (ends[1] - ends[0])

    def at(self, size, cost):
        return (self.x + WIDTH * self.part(size, self.sizes),
                TOP + HEIGHT * (1 - self.part(cost, self.costs)))


def text(x, y, words, **more):
    rest = "".join(f' {k.replace("_", "-")}="{v}"' for k, v in more.items())
    return f'<text x="{x:.0f}" y="{y:.0f}"{rest}>{words}</text>'


def path(points, **more):
    rest = "".join(f' {k.replace("_", "-")}="{v}"' for k, v in more.items())
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{line}" fill="none"{rest}/>'


def axes(panel, words):
    low, high = panel.costs
    bottom = TOP + HEIGHT
    for cost in powers(low, high) if panel.log else range(0, high + 1, 500):
        y = panel.at(panel.sizes[0], cost)[1]
        yield path([(panel.x, y), (panel.x + WIDTH, y)], stroke="#e3e6ea")
        yield text(panel.x - 6, y + 4, short(cost) if cost else "0",
                   text_anchor="end")
    sizes = powers(*panel.sizes) if panel.log else range(panel.sizes[1] + 1)
    for n, size in enumerate(sizes):
        x = panel.at(size, high)[0]
        yield path([(x, bottom), (x, bottom + 4)], stroke="#545d6a")
        if n % 2 == 0:
            yield text(x, bottom + 18, f"{size:,}" if size < 1e5
                       else f"{size // 10 ** 6} M", text_anchor="middle")
    yield text(panel.x + WIDTH / 2, bottom + 38, words, text_anchor="middle")
    yield path([(panel.x, TOP), (panel.x, bottom), (panel.x + WIDTH, bottom)],
               stroke="#545d6a")


def proportional(panel):
    """Dotted lines of cost in proportion to size, a thousand times apart."""
    first, last = panel.sizes
    low, high = panel.costs
    for start in (1e-3 * low, low, 1e3 * low, 1e6 * low):
        begin = max(first, low / start * first)
        end = min(last, high / start * first)
        if begin < end:
            yield path([panel.at(begin, start * begin / first),
                        panel.at(end, start * end / first)],
                       stroke="#8a929c", stroke_dasharray="1 4")


def draw(rows):
    width = LEFT + len(PANELS) * (WIDTH + GAP) - GAP + 24
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
           f'height="{TOP + HEIGHT + 52}" font-family="sans-serif" '
           'font-size="12" fill="#1d232b">')
    yield "<title>Cost of calls against the size of what they are given</title>"
    yield '<rect width="100%" height="100%" fill="#fff"/>'
    for n, (title, words, log, calls) in enumerate(PANELS):
        of = {name: [(int(r["size"]), float(r["ns"])) for r in rows
                     if r["call"] == name] for name, _, _ in calls}
        panel = Panel(LEFT + n * (WIDTH + GAP), sum(of.values(), []), log)
        yield text(panel.x, 22, title, font_weight="bold", font_size="14")
        yield from axes(panel, words)
        if log:
            yield from proportional(panel)
        for i, (name, colour, label) in enumerate(calls):
            yield path([panel.at(*p) for p in of[name]], stroke=colour,
                       stroke_width="2")
            x, y = panel.x, 44 + 16 * i
            yield path([(x, y - 4), (x + 14, y - 4)], stroke=colour,
                       stroke_width="2")
            yield text(x + 20, y, label)
    yield "</svg>"


def main():
    rows = list(csv.DictReader(sys.stdin))
    print("\n".join(draw(rows)))


if __name__ == "__main__":
    main()
