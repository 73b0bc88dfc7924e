// Interactive map: Leaflet shows the page's pictures in pixel coordinates; values are read from pixel colours.
// It makes no network requests. Without this script, only the static maps are shown.
(function () {
  "use strict";

  // AROUND: allowed panning beyond the picture, in picture sizes. NEAR: extent around a linked area, pixels.
  // LONGEST_BAR: scale bar, screen pixels. APART: minimum distance between area numbers, screen pixels.
  var PAN_MARGIN = 2, LINK_EXTENT = 120, MAX_BAR_WIDTH = 110, MIN_DISTANCE = 26;
  var words = JSON.parse(document.getElementById("words").textContent);

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  // Largest round length (1, 2 or 5 times a power of ten) up to `most`.
  function roundDown(most) {
    var power = Math.pow(10, Math.floor(Math.log10(most)));
    return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
  }

  function formatNumber(value) {
    var digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0;
    return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits }).replace("-", "\u2212");
  }

  // Vectors of the nodes of the position grid, which have no edge at 180 degrees and at a pole.
  function nodeVectors(positions) {
    return positions.map(function (line) {
      return line.map(function (node) {
        var x = node[0] * Math.PI / 180, y = node[1] * Math.PI / 180;
        return [Math.cos(x) * Math.cos(y), Math.sin(x) * Math.cos(y), Math.sin(y)];
      });
    });
  }

  // The four nodes around a place on a side of the grid, and their weights (cubic interpolation).
  function nodeWeights(place, last) {
    var first = Math.max(0, Math.min(Math.floor(place) - 1, last - 3));
    return [0, 1, 2, 3].map(function (k) {
      return [first + k, [0, 1, 2, 3].reduce(function (product, m) {
        return m === k ? product : product * (place - first - m) / (k - m);
      }, 1)];
    });
  }

  // Longitude (-180 to 180) and latitude of a pixel position, interpolated in the grid; null if unknown.
  function geographicPosition(land, column, row) {
    var last = land.positions.length - 1, sum = [0, 0, 0];
    if (last < 1) return null;
    land.nodes = land.nodes || nodeVectors(land.positions);
    var across = nodeWeights(column / land.width * last, last);
    nodeWeights(row / land.height * last, last).forEach(function (j) {
      across.forEach(function (i) {
        land.nodes[j[0]][i[0]].forEach(function (part, k) { sum[k] += j[1] * i[1] * part; });
      });
    });
    return [Math.atan2(sum[1], sum[0]) * 180 / Math.PI, Math.atan2(sum[2], Math.hypot(sum[0], sum[1])) * 180 / Math.PI];
  }

  function formatPosition(where) {
    return where[1].toFixed(5) + ", " + where[0].toFixed(5);
  }

  // Legend entry of a pixel, by its colour; null for transparent pixels.
  var dot = document.createElement("canvas");
  dot.width = dot.height = 1;
  var pen = dot.getContext("2d", { willReadFrequently: true });
  async function readEntry(layer, column, row) {
    if (!layer.image) {
      layer.image = new Image();
      layer.image.src = layer.uri;
      layer.names = {};
      layer.entries.forEach(function (entry) { layer.names[entry[1].toLowerCase()] = entry[0]; });
    }
    await layer.image.decode();
    pen.clearRect(0, 0, 1, 1);
    pen.drawImage(layer.image, -column, -row);
    var parts = pen.getImageData(0, 0, 1, 1).data;
    if (!parts[3]) return null;
    var colour = "#" + [0, 1, 2].map(function (n) { return (256 + parts[n]).toString(16).slice(1); }).join("");
    return layer.names[colour];
  }

  // Values of a pixel: [subject, title, class name or amount]. The area that contains it has no subject.
  async function readValues(land, column, row) {
    var values = [];
    for (var n = 0; n < land.layers.length; n += 1) {
      var layer = land.layers[n], name = await readEntry(layer, column, row);
      if (name == null) continue;
      if (!layer.unit) values[layer.subject ? "push" : "unshift"]([layer.subject, layer.title, name]);
      else if (Number(name)) values.push([layer.subject, "", formatNumber(name * land.hectares[row]) + " " + layer.unit +
        " (" + formatNumber(Number(name)) + " " + layer.unit + "/ha)"]);
    }
    return values;
  }

  // Edges [x1, y1, x2, y2] of the area that contains a pixel, or of the pixel itself.
  function areaEdges(land, column, row) {
    var layer = land.layers.find(function (one) { return !one.subject; }), wide = land.width, first = row * wide + column;
    var sheet = document.createElement("canvas").getContext("2d"), cells = new Set([first]), found = [];
    Object.assign(sheet.canvas, { width: wide, height: land.height });
    if (layer) sheet.drawImage(layer.image, 0, 0);
    var dots = new Uint32Array(sheet.getImageData(0, 0, wide, land.height).data.buffer), own = dots[first];
    if (own) dots.forEach(function (dot, n) { if (dot === own) cells.add(n); });
    cells.forEach(function (n) {
      var x = n % wide, y = (n - x) / wide;
      if (!cells.has(n - wide)) found.push([x, y, x + 1, y]);
      if (!cells.has(n + wide)) found.push([x, y + 1, x + 1, y + 1]);
      if (!x || !cells.has(n - 1)) found.push([x, y, x, y + 1]);
      if (x + 1 === wide || !cells.has(n + 1)) found.push([x + 1, y, x + 1, y + 1]);
    });
    return found;
  }

  function describePixel(land, values, column, row, holder) {
    var where = geographicPosition(land, column, row);
    if (values.length && !values[0][0]) element("b", values.shift()[2], element("p", "", holder));
    if (where) {
      var head = element("p", "", holder), text = element("b", formatPosition(where), head), copy = element("button", words.copyPlace, head);
      copy.type = "button";
      copy.addEventListener("click", function () {
        navigator.clipboard.writeText(text.textContent).then(function () { copy.textContent = words.copied; },
          function () { copy.textContent = words.failed; });
      });
      var link = element("a", words.openStreetMap, element("p", "", holder));
      link.href = "https://www.openstreetmap.org/?mlat=" + where[1].toFixed(6) + "&mlon=" + where[0].toFixed(6) +
        "#map=15/" + where[1].toFixed(6) + "/" + where[0].toFixed(6);
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
    if (!land.isGeographic) {
      element("p", "x " + (land.x[0] + column * land.x[1]).toFixed(1) + ", y " + (land.y[0] + row * land.y[1]).toFixed(1) +
        (land.system ? " (" + land.system + ")" : ""), holder);
    }
    var list = element("dl", "", holder), last = null;
    values.forEach(function (line) {
      if (line[0] !== last) element("dt", line[0], list);
      last = line[0];
      var item = element("dd", "", list);
      if (line[1]) element("span", line[1] + ": ", item);
      item.appendChild(document.createTextNode(line[2]));
    });
    if (!values.length) element("p", words.nothing, holder);
  }

  function addScaleBar(map, land, holder) {
    var bar = element("div", "", holder), text = element("span", "", bar);
    bar.className = "explore-scale";
    function resize() {
      var perPixel = land.metres / Math.pow(2, map.getZoom()), long = roundDown(perPixel * MAX_BAR_WIDTH);
      bar.style.width = long / perPixel + "px";
      text.textContent = long >= 1000 ? long / 1000 + " km" : long + " m";
    }
    map.on("zoomend", resize);
    resize();
  }

  async function createMap(box) {
    var holder = box.querySelector("script");
    var land = JSON.parse(holder.dataset.packed ? await chartPicture.unpacked(holder) : holder.textContent);
    var frame = box.querySelector(".explore-map"), panel = box.querySelector(".explore-values");
    box.hidden = false;
    var bounds = L.latLngBounds([0, 0], [land.height, land.width]);
    var map = L.map(frame, { crs: L.CRS.Simple, minZoom: -6, maxZoom: 6, zoomSnap: 0.5, attributionControl: false, maxBounds: bounds.pad(PAN_MARGIN) });
    function toLatLng(column, row) { return L.latLng(land.height - row, column); }

    var choose = box.querySelector(".explore-layer"), legend = box.querySelector(".explore-legend");
    var shown = land.layers.filter(function (layer) { return layer.title; });
    shown.forEach(function (layer, number) {
      element("option", layer.subject + ", " + layer.title, choose).value = number;
    });
    var opacity = box.querySelector(".explore-opacity"), picture = null;
    function show() {
      var layer = shown[Number(choose.value)];
      if (picture) picture.remove();
      picture = L.imageOverlay(layer.uri, bounds, { opacity: opacity.value / 100, alt: layer.subject + ": " + layer.title }).addTo(map).bringToBack();
      legend.textContent = "";
      // Continuous scales show their ends and middle only.
      var entries = (layer.ends.length ? layer.ends : layer.entries).concat(
        land.outlines.filter(function (outline) { return !outline.isHidden; }).map(function (outline) { return [outline.title, outline.swatch]; }),
        land.areas.length ? [[words.areas, "", "explore-area", "1"], [words.bare, "", "explore-area bare"]] : []);
      entries.forEach(function (entry) {
        var item = element("li", "", legend), swatch = element("span", entry[3], item);
        swatch.className = entry[2] || "swatch";
        swatch.style.background = entry[1];
        item.appendChild(document.createTextNode(entry[0]));
      });
    }
    // Default layer: land use of the last date, if available.
    choose.value = shown.reduce(function (found, layer, number) { return layer.subject === shown[0].subject ? number : found; }, 0);
    choose.addEventListener("change", show);
    opacity.addEventListener("input", function () { picture.setOpacity(opacity.value / 100); });
    show();

    var names = L.layerGroup(land.labels.map(function (label) {
      return L.tooltip({ permanent: true, direction: "center", className: "explore-name", interactive: false })
        .setLatLng(toLatLng(label[1], label[2])).setContent(element("span", label[0]));
    }));
    land.outlines.forEach(function (outline, number) {
      var overlay = L.layerGroup([L.imageOverlay(outline.uri, bounds, { alt: outline.title })].concat(outline.hasNames ? [names] : []));
      var label = element("label", "", box.querySelector(".explore-outlines")), tick = element("input", "", label);
      tick.type = "checkbox";
      tick.checked = true;
      label.appendChild(document.createTextNode(" " + outline.title));
      tick.addEventListener("change", function () { overlay[tick.checked ? "addTo" : "removeFrom"](map); outline.isHidden = !tick.checked; show(); });
      overlay.addTo(map);
    });
    map.fitBounds(bounds);
    if (land.metres) addScaleBar(map, land, frame);

    function toPixel(latlng) {
      var column = latlng.lng, row = land.height - latlng.lat;
      return column >= 0 && row >= 0 && column < land.width && row < land.height ? [column, row] : null;
    }
    // Show the values below the map, where they hide nothing; a click outside the land closes the panel.
    var lines = L.layerGroup().addTo(map);
    async function showValues(latlng) {
      var pixel = toPixel(latlng), cell = pixel && pixel.map(Math.floor), values = pixel && await readValues(land, cell[0], cell[1]);
      lines.clearLayers();
      panel.textContent = "";
      panel.hidden = !pixel;
      if (!pixel) return;
      describePixel(land, values, pixel[0], pixel[1], panel);
      var drawn = areaEdges(land, cell[0], cell[1]).map(function (ends) { return [toLatLng(ends[0], ends[1]), toLatLng(ends[2], ends[3])]; });
      L.polyline(drawn, { color: "#fff", weight: 6, opacity: 1, interactive: false }).addTo(lines);
      L.polyline(drawn, { color: "#000", weight: 2.5, opacity: 1, interactive: false }).addTo(lines);
      panel.scrollIntoView({ block: "nearest" });
    }
    map.on("click", function (event) { showValues(event.latlng); });
    map.on("mousemove", function (event) {
      var pixel = toPixel(event.latlng), where = pixel && geographicPosition(land, pixel[0], pixel[1]);
      box.querySelector(".explore-pointer").textContent = where ? formatPosition(where) : "";
    });
    // Keyboard: Enter shows the values at the map centre, which a cross marks.
    frame.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && event.target === frame) showValues(map.getCenter());
    });

    // One marker per area, better ranks on top; a number too close to a better rank becomes a dot.
    var areas = land.areas.map(function (area) {
      var place = toLatLng(area[2], area[3]), icon = L.divIcon({ className: "explore-area", html: String(area[0]), iconSize: [22, 22] });
      var marker = L.marker(place, { icon: icon, title: area[1], alt: area[1], zIndexOffset: -1e5 * area[0] }).addTo(map);
      marker.on("click", function () { showValues(place); });
      return { hash: "#area-" + area[0], place: place, marker: marker };
    });
    function numberAreas() {
      var taken = [];
      areas.forEach(function (area) {
        var point = map.latLngToLayerPoint(area.place);
        var isFree = taken.every(function (other) { return other.distanceTo(point) >= MIN_DISTANCE; }) && taken.push(point);
        area.marker.getElement().classList.toggle("bare", !isFree);
      });
    }
    map.on("zoomend", numberAreas).fire("zoomend");
    // A link to #area-N zooms to the area of rank N and shows its values.
    var half = Math.min(LINK_EXTENT, land.width, land.height) / 2;
    function openLinkedArea() {
      var area = areas.find(function (one) { return one.hash === location.hash; });
      if (!area) return;
      box.scrollIntoView();
      map.fitBounds([[area.place.lat - half, area.place.lng - half], [area.place.lat + half, area.place.lng + half]], { animate: false });
      showValues(area.place);
    }
    window.addEventListener("hashchange", openLinkedArea);
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest('a[href^="#area-"]');
      if (link && link.hash === location.hash) openLinkedArea();
    });
    openLinkedArea();
    // Access for tests.
    box.explored = {
      map: map,
      land: land,
      read: function (column, row) { return readValues(land, Math.floor(column), Math.floor(row)); },
      position: function (column, row) { return geographicPosition(land, column, row); },
    };
    box.classList.add("ready");
  }

  var boxes = document.querySelectorAll(".explore"), library = document.getElementById("leaflet");
  if (!boxes.length || !library) return;
  chartPicture.unpacked(library).then(function (code) {
    var script = element("script", code);
    library.remove();
    document.head.appendChild(script);
    return Promise.all(Array.prototype.map.call(boxes, createMap));
  }).catch(function (error) { if (window.console) console.warn(String(error)); });
}());
