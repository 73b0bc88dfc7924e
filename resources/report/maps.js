// Shows the selected maps and saves them as a picture for print: maps side by side with dates, north arrow,
// scale bar and legend. Without this script, the default maps are shown.
(function () {
  "use strict";

  var MARGIN = printedFigure.edge, GAP = 14, FONT_SIZE = 12, TITLE_HEIGHT = 18, LINE_SPACING = 16, FOOTER_HEIGHT = 46, MAX_HEIGHT = 820, LOCATOR_SIZE = 96, MAX_SHIFT = 30;
  var north = JSON.parse(document.getElementById("words").textContent).north;

  function all(element, selector) {
    return Array.prototype.slice.call(element.querySelectorAll(selector));
  }

  var escaped = printedFigure.escaped;

  function svgText(text, x, y, style) {
    return '<text x="' + x + '" y="' + y + '" font-size="' + FONT_SIZE + '" ' + (style || "") + ">" + escaped(text) + "</text>";
  }

  // Place names that fit on a map without overlap; earlier names have priority. A name may move slightly
  // away from the edge.
  function placeNames(names, wide, high) {
    return names.reduce(function (kept, name) {
      var half = printedFigure.textWidth(name.textContent, FONT_SIZE + "px ") / 2 + 2;
      var wanted = parseFloat(name.style.left) * wide / 100, down = parseFloat(name.style.top) * high / 100;
      var across = Math.max(half, Math.min(wide - half, wanted));
      var isFree = kept.every(function (other) {
        return Math.abs(other.across - across) >= other.half + half || Math.abs(other.down - down) >= LINE_SPACING;
      });
      if (isFree && 2 * half <= wide && Math.abs(across - wanted) <= MAX_SHIFT) {
        kept.push({ text: name.textContent, across: across, down: down, half: half });
      }
      return kept;
    }, []);
  }

  // North arrow (north is up on all maps) and scale bar of a map of this width.
  function northArrowAndScale(panel, wide, top) {
    var drawn = '<path d="M' + (MARGIN + 6) + " " + top + "l-6 20l6 -5l6 5z" + '"/>' + svgText(north, MARGIN + 6, top + 32, 'text-anchor="middle"');
    if (!panel.scale) return drawn;
    var long = Math.round(parseFloat(panel.scale.style.width) * wide) / 100;
    return drawn + '<path d="M' + (MARGIN + 30) + " " + (top + 2) + "v8h" + long + 'v-8" fill="none" stroke="#1f2933" stroke-width="1.5"/>' +
      svgText(panel.scale.textContent.trim(), MARGIN + 30, top + 25);
  }

  // Locator map, to the right of the arrow; empty if the maps show the whole extent.
  function locator(box, right, top) {
    var place = box.querySelector(".locator:not([hidden])");
    if (!place) return { svg: "", height: 0 };
    var image = place.querySelector("img"), mark = place.querySelector(".box").style;
    var ratio = image.getAttribute("height") / image.getAttribute("width");
    var wide = LOCATOR_SIZE / Math.max(1, ratio), high = wide * ratio, x = right - wide;
    function part(name, of) { return parseFloat(mark[name]) * of / 100; }
    return {
      svg: '<image x="' + x + '" y="' + top + '" width="' + wide + '" height="' + high + '" preserveAspectRatio="none" style="image-rendering:pixelated" href="' +
        image.src + '" xlink:href="' + image.src + '"/><rect x="' + x + '" y="' + top + '" width="' + wide + '" height="' + high +
        '" fill="none" stroke="#7b8794" stroke-width="0.6"/><rect class="box" x="' + (x + part("left", wide)) + '" y="' + (top + part("top", high)) +
        '" width="' + Math.max(3, part("width", wide)) + '" height="' + Math.max(3, part("height", high)) + '" fill="none" stroke="#d9000d" stroke-width="1.5"/>',
      height: high,
    };
  }

  // Visible maps of a box: title, picture, scale bar, place names and legend.
  function shown(box) {
    return all(box, ".map:not([hidden]), .swipe:not([hidden]) .side").map(function (map) {
      return {
        title: map.querySelector("figcaption, .year").textContent.trim(),
        image: map.querySelector("img"),
        scale: map.querySelector(".scale"),
        names: all(map, ".land-name"),
        entries: visibleEntries(all(map, ".legend li")),
      };
    });
  }

  function drawn(box, panels, width) {
    var many = panels.length, isNarrow = width < 500;
    var columns = isNarrow ? Math.min(2, many) : many > 4 ? 4 : many === 4 ? 2 : many;
    var image = panels[0].image, ratio = image.getAttribute("height") / image.getAttribute("width");
    var wide = Math.min((width - 2 * MARGIN - GAP * (columns - 1)) / columns, MAX_HEIGHT / ratio);
    var titles = panels.map(function (panel, number) {
      var letter = many > 1 ? "(" + String.fromCharCode(97 + number) + ") " : "";
      return printedFigure.wrapText(letter + panel.title, many > 1 ? wide : width - 2 * MARGIN, "600 " + FONT_SIZE + "px ");
    });
    var most = Math.max.apply(null, titles.map(function (lines) { return lines.length; }));
    var high = wide * ratio, above = TITLE_HEIGHT + (most - 1) * LINE_SPACING;
    var legends = panels.map(function (panel) { return chartPicture.legend(panel.entries, 0, wide + 2 * MARGIN); });
    var below = Math.max.apply(null, legends.map(function (legend) { return legend.height; }));
    var parts = panels.map(function (panel, number) {
      var x = MARGIN + (number % columns) * (wide + GAP);
      var y = MARGIN / 2 + Math.floor(number / columns) * (high + above + below + GAP);
      var frame = ' x="' + x + '" y="' + (y + above) + '" width="' + wide + '" height="' + high + '" ';
      return titles[number].map(function (line, n) {
        return svgText(line.trim(), x, y + FONT_SIZE + n * LINE_SPACING, 'font-weight="600"');
      }).join("") +
        "<image" + frame + 'preserveAspectRatio="none" style="image-rendering:pixelated" href="' + panel.image.src +
        '" xlink:href="' + panel.image.src + '"/><rect' + frame + 'fill="none" stroke="#7b8794" stroke-width="0.6"/>' +
        placeNames(panel.names, wide, high).map(function (name) {
          return svgText(name.text, x + name.across, y + above + name.down,
            'text-anchor="middle" dominant-baseline="central" paint-order="stroke" stroke="#ffffff" stroke-width="3"');
        }).join("") +
        '<g class="legend" transform="translate(' + (x - MARGIN) + " " + (y + above + high + 4) + ')">' + legends[number].drawn + "</g>";
    });
    var bottom = MARGIN / 2 + Math.ceil(many / columns) * (high + above + below + GAP);
    parts.push(northArrowAndScale(panels[0], wide, bottom));
    var place = locator(box, MARGIN + columns * (wide + GAP) - GAP, bottom);
    parts.push(place.svg);
    return { svg: parts.join(""), height: Math.ceil(bottom + Math.max(FOOTER_HEIGHT, place.height + 8)) };
  }

  // Colours that occur in the pictures, as CSS colours.
  function usedColours(images) {
    var found = new Set(), pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    images.forEach(function (image) {
      pen.canvas.width = image.naturalWidth;
      pen.canvas.height = image.naturalHeight;
      pen.drawImage(image, 0, 0);
      var dots = new Uint32Array(pen.getImageData(0, 0, image.naturalWidth, image.naturalHeight).data.buffer);
      new Set(dots).forEach(function (dot) {
        found.add("rgb(" + [dot & 255, (dot >> 8) & 255, (dot >> 16) & 255].join(", ") + ")");
      });
    });
    return found;
  }

  // Legend entries of a section, which may be collapsed.
  function legendItems(section) {
    return all(section, ":is(:scope, :scope > .section-fold) > .legend li");
  }

  // Show only legend entries that occur on the visible maps.
  function fitLegend(section) {
    var images = all(section, ".map:not([hidden]) img, .swipe:not([hidden]) img");
    Promise.all(images.map(function (image) { return image.decode(); })).then(function () {
      var colours = usedColours(images);
      legendItems(section).forEach(function (entry) {
        entry.hidden = !colours.has(entry.querySelector(".swatch").style.backgroundColor);
      });
    });
  }

  function visibleEntries(items) {
    return items.filter(function (entry) { return !entry.hidden; }).map(function (entry) {
      return { name: entry.textContent.trim(), colour: entry.querySelector(".swatch").style.backgroundColor };
    });
  }

  // Legend entries shared by the maps of a box, with the quantity as heading.
  function sharedEntries(box) {
    var ramp = box.parentElement.querySelector(":scope > .ramp");
    if (ramp) return [{ ramp: {
      colours: ramp.dataset.colours.split(" "),
      labels: all(ramp, ".ends span").map(function (end) { return end.textContent; }),
    } }];
    var entries = visibleEntries(legendItems(box.closest("section"))), quantity = box.dataset.quantity;
    if (!quantity || !entries.length) return entries;
    entries[0].alone = true;
    return [{ name: quantity }].concat(entries);
  }

  function save(box, button) {
    var millimetres = chartPicture.millimetres(button), wide = Math.round(millimetres * printedFigure.perMm);
    var panels = shown(box), picture = drawn(box, panels, wide);
    var title = box.closest("section").querySelector("h2").textContent;
    var inner = '<svg xmlns="http://www.w3.org/2000/svg" width="' + wide + '" height="' + picture.height + '">' + picture.svg + "</svg>";
    var choose = box.querySelector(".choose");
    var chosen = choose ? " " + choose.options[choose.selectedIndex].text : "";
    return chartPicture.savePicture(inner, wide, picture.height, title, sharedEntries(box), button.dataset.name + chosen, button.dataset.format, millimetres)
      .catch(function (error) { if (window.console) console.warn(String(error)); });
  }

  all(document, ".map-box").forEach(function (box) {
    var choose = box.querySelector(".choose");
    if (choose) {
      choose.hidden = false;
      choose.addEventListener("change", function () {
        box.querySelector(".shown").textContent = choose.options[choose.selectedIndex].text;
        all(box, "[data-of]").forEach(function (map) {
          map.hidden = map.dataset.of.split(" ").indexOf(choose.value) < 0;
        });
        fitLegend(box.closest("section"));
      });
      box.classList.add("choosing");
    }
    fitLegend(box.closest("section"));
    box.querySelector(".saving").hidden = false;
    all(box, ".save-maps").forEach(function (button) {
      button.addEventListener("click", function () { save(box, button); });
    });
  });
}());
