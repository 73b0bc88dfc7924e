"""Figures as a page saves them, and what is measured of them in the browser."""

from __future__ import annotations

import base64
import json
from typing import NamedTuple

# Instead of to the disk, files go to the script that asked for them.
CATCH = """
window.caught = [];
URL.createObjectURL = blob => { window.caught.push(blob); return "data:,"; };
HTMLAnchorElement.prototype.click = function () {};
window.savedBy = async function (button) {
    window.caught = [];
    button.click();
    for (let n = 0; n < 6000 && !window.caught.length; n += 1) {
        await new Promise(done => setTimeout(done, 5));
    }
    const bytes = new Uint8Array(await window.caught[0].arrayBuffer());
    let text = "";
    for (let n = 0; n < bytes.length; n += 8192) {
        text += String.fromCharCode(...bytes.subarray(n, n + 8192));
    }
    return btoa(text);
};
"""
# Of a picture: its size, and of every text its words, the corners of its box, and its font's size.
MEASURE = """(picture => {
    const holder = document.createElement("div");
    holder.style.cssText = "position:absolute;left:0;top:0";
    document.body.append(holder);
    holder.innerHTML = picture;
    const svg = holder.firstElementChild, box = svg.viewBox.baseVal;
    svg.setAttribute("width", box.width); svg.setAttribute("height", box.height);
    const origin = svg.getBoundingClientRect();
    const words = Array.from(svg.querySelectorAll("text")).filter(e => e.textContent.trim()
        && e.checkVisibility({ visibilityProperty: true, opacityProperty: true })).map(e => {
        const b = e.getBBox(), m = e.getScreenCTM();
        const corners = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([right, down]) => {
            const x = b.x + right * b.width, y = b.y + down * b.height;
            return [m.a * x + m.c * y + m.e - origin.left, m.b * x + m.d * y + m.f - origin.top];
        });
        const parts = [e, ...e.querySelectorAll("tspan")];
        const sizes = parts.map(part => parseFloat(getComputedStyle(part).fontSize));
        return [e.textContent, corners, Math.min(...sizes) * Math.hypot(m.a, m.b)];
    });
    holder.remove();
    return [[box.width, box.height], words];
})"""


class Words(NamedTuple):
    """A text of a picture: the corners of its box, px, and the size of its font, px."""

    text: str
    corners: list
    size: float


class Saved(NamedTuple):
    """A figure as it was saved."""

    svg: str
    size: tuple[float, float]
    words: list[Words]


def area(polygon) -> float:
    """The area of a polygon, by the shoelace formula."""
    return (
        abs(
            sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1]))
        )
        / 2
    )


def common(first, second) -> float:
    """The area that two convex polygons have in common, cut by one edge after the other."""
    sign = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(second, second[1:] + second[:1]))
    rest = list(first)
    for (ax, ay), (bx, by) in zip(second, second[1:] + second[:1]):
        inside = [((bx - ax) * (y - ay) - (by - ay) * (x - ax)) * sign for x, y in rest]
        cut = []
        for n, point in enumerate(rest):
            before, here, previous = inside[n - 1], inside[n], rest[n - 1]
            if before * here < 0:
                part = before / (before - here)
                cut.append([p + part * (q - p) for p, q in zip(previous, point)])
            if here >= 0:
                cut.append(point)
        rest = cut
    return area(rest) if len(rest) > 2 else 0.0


def overlaps(words: list[Words], most: float = 0.1) -> list[tuple[str, str, float]]:
    """Pairs of texts whose boxes have more than a part of the smaller one in common."""
    found = []
    ends = [
        (
            min(x for x, _ in w.corners),
            max(x for x, _ in w.corners),
            min(y for _, y in w.corners),
            max(y for _, y in w.corners),
        )
        for w in words
    ]
    for i, one in enumerate(words):
        for j in range(i):
            a, b = ends[i], ends[j]
            if a[0] >= b[1] or b[0] >= a[1] or a[2] >= b[3] or b[2] >= a[3]:
                continue
            part = common(one.corners, words[j].corners) / min(
                area(one.corners), area(words[j].corners)
            )
            if part > most:
                found.append((one.text, words[j].text, round(part, 2)))
    return found


def beyond(saved: Saved) -> list[str]:
    """Texts whose boxes do not lie within the picture."""
    wide, high = saved.size
    return [
        w.text
        for w in saved.words
        if any(not (-0.5 <= x <= wide + 0.5 and -0.5 <= y <= high + 0.5) for x, y in w.corners)
    ]


def points_of(saved: Saved, millimetres: int) -> list[tuple[str, float]]:
    """Every text with the size of its letters, in points, where the picture is so wide."""
    points = millimetres / saved.size[0] / 25.4 * 72
    return [(word.text, round(word.size * points, 3)) for word in saved.words]


def picture(browser, box: str, button: str, millimetres: int, kind: str) -> bytes:
    """The file that a figure is saved as."""
    browser.run(f"document.querySelector('{box} .column').value = '{millimetres}'")
    button = f"document.querySelector('{box} {button}[data-format={kind}]')"
    return base64.b64decode(browser.run(f"savedBy({button})"))


def measured(browser, svg: bytes) -> Saved:
    """A picture and what is written in it, as the browser draws it."""
    size, words = browser.run(f"{MEASURE}({json.dumps(svg.decode())})")
    return Saved(svg.decode(), tuple(size), [Words(*one) for one in words])
