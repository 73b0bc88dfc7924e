// Makes a figure fit into a column of a journal: no letter too small or too large, no two words on each
// other, none beyond the edges or cut, and as much of the width as there is. What has no room where the
// page has it gets a number, and the key stands below.
var printedFigure = (function () {
  "use strict";

  // Whatever the width, so many CSS pixels are a millimetre: 10.5 px are letters of 7 points, 13.4 px
  // of 9, which journals want letters to be between; and 9 px, 6 points, numbers of a large square.
  var PER_MM = 720 / 170, SMALLEST = 10.5, LARGEST = 13.4, LEAST_NUMBER = 9;
  // Of one column.
  var NARROW = 500;
  // What a screen gives so many times the room is without the words that say something twice.
  var CROWDED = 1.25;
  // Beside what is drawn, and above and below it.
  var EDGE = 10, ABOVE = 8, LINE = 1.25;
  // Whoever opens the file has one of these, and the letters are as wide in all of them.
  var FAMILIES = 'Arial, Helvetica, "Liberation Sans", sans-serif';
  var CHINESE = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", ';
  var FAMILY = (document.documentElement.lang.indexOf("zh") ? "" : CHINESE) + FAMILIES;
  // Of the name of a point.
  var PLACES = ["top right", "bottom right", "bottom left", "top left", "middle right", "middle left", "top center", "bottom center"];
  var MIDDLE = ' text-anchor="middle"';
  var INK = "#1f2933", RULE = "#7b8794";
  var words = JSON.parse(document.getElementById("words").textContent);
  var pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  function widthOf(text, font) {
    pen.font = font + FAMILY;
    return pen.measureText(text).width;
  }

  function escaped(text) {
    var holder = document.createElement("div");
    holder.textContent = text;
    return holder.innerHTML.replace(/"/g, "&quot;").replace(/&nbsp;/g, "\u00a0");
  }

  function unescaped(text) {
    var holder = document.createElement("div");
    holder.innerHTML = text;
    return holder.textContent;
  }

  // A text in lines that are no wider than they may: broken at blanks, in Chinese between any letters,
  // but not before what closes and after what opens; a word that is too wide where it must.
  function inLines(text, wide, font) {
    var parts = text.match(/[\uff08\u300a\u201c]*[\u2e80-\uffef][\uff0c\u3002\uff1a\uff1b\uff09\u300b\u201d\u3001]*|[^\s\u2e80-\uffef]+\s*|\s+/g) || [];
    return parts.reduce(function (lines, part) {
      var longer = (lines[lines.length - 1] || "") + part;
      if (lines.length && widthOf(longer.trim(), font) <= wide) lines[lines.length - 1] = longer;
      else lines.push(part);
      while (widthOf(lines[lines.length - 1].trim(), font) > wide && lines[lines.length - 1].length > 2) {
        var last = lines.pop(), end = last.length - 1;
        while (end > 1 && widthOf(last.slice(0, end), font) > wide) end -= 1;
        lines.push(last.slice(0, end), last.slice(end));
      }
      return lines;
    }, []).map(function (line) { return line.trim(); });
  }

  function widest(texts, size) {
    return Math.max.apply(null, texts.map(function (text) { return widthOf(text, size + "px "); }).concat(0));
  }

  // Plotly's texts: what was broken into lines as one, and broken anew.
  function asOne(text) {
    return text.replace(/(.?)<br>(.?)/g, function (all, before, after) {
      return before + (/[\u2e80-\uffef]/.test(before + after) ? "" : " ") + after;
    });
  }

  function broken(text, wide, size) {
    return inLines(unescaped(asOne(text)), wide, size + "px ").map(escaped);
  }

  // A number in four characters, such as 1.25, 12.5, 1250, 125k; what rounds to nothing says so.
  function short(value, digits) {
    var size = Math.abs(value), sign = value < 0 ? "\u2212" : "";
    if (!size) return "0";
    if (size < 0.5 * Math.pow(10, -digits)) return "<" + (digits ? Math.pow(10, -digits).toFixed(digits).slice(1) : "1");
    var unit = size >= 999500 ? [1e6, "M"] : size >= 9999.5 ? [1e3, "k"] : [1, ""];
    var scaled = size / unit[0], whole = Math.round(scaled).toString().length;
    return sign + scaled.toFixed(unit[1] ? (whole < 2 ? 1 : 0) : Math.max(0, Math.min(digits, 3 - whole))) + unit[1];
  }

  function long(value, digits) {
    if (value && Math.abs(value) < 0.5 * Math.pow(10, -digits)) return short(value, digits);
    return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace("-", "\u2212");
  }

  // What abbreviated numbers need to be read.
  function abbreviations(texts) {
    return texts.some(function (text) { return /\d[kM]$/.test(text); }) ? [{ name: words.abbreviations, alone: true }] : [];
  }

  // A colour of one of plotly's scales, and ink that is read on it.
  function shade(scale, part) {
    var place = Math.min(Math.max(part, 0), 1), next = 1;
    while (next < scale.length - 1 && scale[next][0] < place) next += 1;
    var low = scale[next - 1], high = scale[next], share = (place - low[0]) / (high[0] - low[0]);
    return "#" + [1, 3, 5].map(function (at) {
      var from = parseInt(low[1].slice(at, at + 2), 16), to = parseInt(high[1].slice(at, at + 2), 16);
      return Math.round(from + share * (to - from)).toString(16).padStart(2, "0");
    }).join("");
  }

  function inkOn(colour) {
    var light = [1, 3, 5].reduce(function (sum, at, n) {
      return sum + [0.2126, 0.7152, 0.0722][n] * Math.pow(parseInt(colour.slice(at, at + 2), 16) / 255, 2.2);
    }, 0);
    return light > 0.18 ? "#000000" : "#ffffff";
  }

  // The rows and columns of a square, the smallest classes as one where there are too many.
  function squareOf(figure, most) {
    var meta = figure.layout.meta, trace = figure.data[0], values = meta.values || trace.z;
    var classes = Object.keys(meta.names).map(Number);
    var sizes = {}, cells = {}, texts = {};
    classes.forEach(function (n) { sizes[n] = 0; cells[n] = {}; texts[n] = {}; });
    meta.rows.forEach(function (from, i) {
      meta.columns.forEach(function (to, j) {
        var value = values[i][j] || 0;
        cells[from][to] = value;
        texts[from][to] = trace.text && trace.text[i][j];
        sizes[from] += value;
        sizes[to] += value;
      });
    });
    var kept = classes, rest = [];
    if (classes.length > most + 1) {
      var ranked = classes.slice().sort(function (a, b) { return sizes[b] - sizes[a]; });
      kept = classes.filter(function (n) { return ranked.indexOf(n) < most; });
      rest = classes.filter(function (n) { return ranked.indexOf(n) >= most; });
    }
    var groups = kept.map(function (n) { return { of: [n], name: meta.names[n] }; });
    if (rest.length) groups.push({ of: rest, name: words.other.replace("{count}", rest.length) });
    var sums = groups.map(function (from) {
      return groups.map(function (to) {
        return from.of.reduce(function (sum, f) {
          return sum + to.of.reduce(function (part, t) { return part + (cells[f][t] || 0); }, 0);
        }, 0);
      });
    });
    var notes = rest.length ? [{ name: groups[kept.length].name + ": " + rest.map(function (n) { return meta.names[n]; }).join("; "), alone: true }] : [];
    var written = rest.length ? [] : kept.map(function (from) { return kept.map(function (to) { return texts[from][to]; }); });
    return { groups: groups, sums: sums, notes: notes, texts: written };
  }

  // A square of classes by classes, drawn anew: a number for each class heads its column, and its row
  // with its name, or its name stands in the key.
  function square(figure, width) {
    var meta = figure.layout.meta, trace = figure.data[0], isNarrow = width < NARROW;
    var part = squareOf(figure, isNarrow ? 10 : 17), groups = part.groups, sums = part.sums;
    var total = sums.map(function (row) { return row.reduce(function (a, b) { return a + b; }, 0); });
    var below = groups.map(function (_, j) { return sums.reduce(function (sum, row) { return sum + row[j]; }, 0); });
    // Transfers have no rows of classes that were not there.
    function filled(sizes) { return sizes.map(function (_, n) { return n; }).filter(function (n) { return meta.values || sizes[n]; }); }
    var across = filled(below), down = filled(total), wide = across.length, tall = down.length;
    var numbers = down.map(function (i) { return across.map(function (j) { return sums[i][j]; }).concat(total[i]); });
    numbers.push(across.map(function (j) { return below[j]; }).concat(total.reduce(function (a, b) { return a + b; }, 0)));
    var names = groups.map(function (group) { return group.name; });
    var size = isNarrow ? LEAST_NUMBER : SMALLEST, left = EDGE + 1.5 * SMALLEST + 4;
    function texts(format) {
      return numbers.map(function (row, i) {
        return row.map(function (value, j) {
          // As the page has it, where it does.
          var known = format === long && i < tall && j < wide && part.texts.length && part.texts[down[i]][across[j]];
          return known || (value ? format(value, meta.digits) : "");
        });
      });
    }
    function roomFor(rows) { return widest([].concat.apply([], rows), size) + 5; }
    var figures = texts(long), number = widest(["17 "], SMALLEST);
    var least = Math.min(widest(names, SMALLEST), isNarrow ? 70 : 150) + number;
    if (left + least + (wide + 1) * roomFor(figures) > width - EDGE) figures = texts(short);
    var cell = roomFor(figures), room = width - EDGE - left - (wide + 1) * cell - number - 4;
    var lines = names.map(function (name) { return inLines(name, room, SMALLEST + "px "); });
    var most = Math.max.apply(null, lines.map(function (one) { return one.length; }));
    // A key where a name would have more lines than two, or words were torn.
    var isKeyed = room < widest(names.join(" ").split(/\s+/).filter(function (word) { return !/[\u2e80-\uffef]/.test(word); }), SMALLEST) || most > 2;
    if (isKeyed) { lines = names.map(function () { return []; }); most = 1; }
    var label = Math.max(isKeyed ? 0 : widest([].concat.apply([], lines), SMALLEST), widest([words.total], "bold " + SMALLEST) - number);
    left += number + label + 4;
    cell = (width - EDGE - left) / (wide + 1);
    var high = Math.max(18, most * SMALLEST * LINE + 5), top = 2 * SMALLEST * LINE + 9, drawn = [];
    function put(text, x, y, how) { drawn.push('<text x="' + x.toFixed(2) + '" y="' + y.toFixed(2) + '" ' + how + ">" + escaped(text) + "</text>"); }
    var isRoomy = widest([].concat.apply([], figures), "bold " + size) < cell - 3;
    function sized(px, bold) { return 'font-size="' + px + '"' + (bold ? ' font-weight="bold"' : ""); }
    var titles = [figure.layout.xaxis, figure.layout.yaxis].map(function (axis) { return unescaped(axis.title.text); });
    put(titles[0], left + wide * cell / 2, 3 + SMALLEST, sized(SMALLEST) + MIDDLE);
    put(titles[1], 0, 0, sized(SMALLEST) + MIDDLE + ' transform="translate(' + (EDGE + SMALLEST) + " " + (top + tall * high / 2) + ') rotate(-90)"');
    across.concat(-1).forEach(function (n, j) {
      put(n < 0 ? words.total : String(n + 1), left + (j + 0.5) * cell, top - 5, sized(n < 0 ? size : SMALLEST, n < 0) + MIDDLE);
    });
    down.concat(-1).forEach(function (n, i) {
      var y = top + (i + 0.5) * high + 0.35 * SMALLEST, start = left - number - label - 4;
      put(n < 0 ? words.total : String(n + 1), start, y, sized(SMALLEST, n < 0));
      (lines[n] || []).forEach(function (line, at, all) {
        put(line, start + number, y + (at - (all.length - 1) / 2) * SMALLEST * LINE, sized(SMALLEST));
      });
    });
    numbers.forEach(function (row, i) {
      row.forEach(function (value, j) {
        var isSum = i === tall || j === wide, x = left + j * cell, y = top + i * high, colour = "#ffffff";
        if (!isSum && value) {
          var isKept = down[i] === across[j];
          colour = isKept && meta.unchanged || shade(trace.colorscale, value / (meta.values ? total[down[i]] : trace.zmax));
          drawn.push('<rect x="' + (x + 0.5).toFixed(2) + '" y="' + (y + 0.5).toFixed(2) + '" width="' + (cell - 1).toFixed(2) + '" height="' + (high - 1).toFixed(2) +
            '" fill="' + colour + '"' + (isKept ? ' stroke="' + RULE + '"' : "") + "/>");
        }
        if (figures[i][j]) put(figures[i][j], x + cell / 2, y + high / 2 + 0.35 * size, sized(size, isSum && isRoomy) + MIDDLE + ' fill="' + inkOn(colour) + '"');
      });
    });
    var right = left + wide * cell, bottom = top + tall * high;
    drawn.push('<path d="M' + right + " " + top + "v" + (tall + 1) * high + "M" + left + " " + bottom + "h" + (wide + 1) * cell + '" stroke="' + INK + '" fill="none"/>');
    var height = Math.ceil(bottom + high + 3);
    return {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="' + width + '" height="' + height + '">' + drawn.join("") + "</svg>",
      height: height,
      notes: (isKeyed ? keyOf(names) : []).concat(part.notes, abbreviations([].concat.apply([], figures))),
    };
  }

  function keyOf(names) {
    return names.map(function (name, n) { return { name: n + 1 + " " + name, alone: !n }; });
  }

  // Places from the top down near the wished ones, no closer than a step, from most to -most.
  function spread(wished, step, most) {
    var heights = [];
    wished.forEach(function (height, n) { heights.push(Math.min(height, most, n ? heights[n - 1] - step : most)); });
    for (var n = heights.length - 1, lowest = -most; n >= 0; n -= 1) {
      heights[n] = Math.max(heights[n], lowest);
      lowest = heights[n] + step;
    }
    return heights;
  }

  // A ring as large as the names beside it leave room for, or numbers, whose key stands to the right of
  // it in a wide picture.
  function ring(copy, width, notes) {
    var layout = copy.layout, sides = layout.meta.ring, all = sides[0].concat(sides[1]), isNarrow = width < NARROW;
    var isKeyed = widest(all, SMALLEST) > (isNarrow ? 0.22 : 0.24) * width, size = SMALLEST + 0.5, step = size * 1.35;
    var lines = copy.data[copy.data.length - 1], key = all.map(function (name, n) { return n + 1 + " " + name; });
    var beside = isKeyed && !isNarrow ? widest(key, size) + 24 : 0;
    // Where the names are with such a radius: x and y in radii, and how far all reaches, px.
    function placesOf(radius) {
      var at = 0, reach = [radius, radius];
      var tall = Math.max(2.4 * radius, step * Math.max(sides[0].length, sides[1].length)) / radius;
      var places = sides.map(function (names, side) {
        var wished = names.map(function (_, n) { return 1.16 * lines.y[4 * (at + n)] / Math.hypot(lines.x[4 * (at + n)], lines.y[4 * (at + n)]); });
        return spread(wished, step / radius, tall / 2 - 0.7 * size / radius).map(function (y, n) {
          var x = Math.max(Math.sqrt(Math.max(1.16 * 1.16 - y * y, 0)), Math.abs(lines.x[4 * (at + n) + 1]) + 0.02);
          var text = isKeyed ? String(at + n + 1) : names[n];
          reach[side] = Math.max(reach[side], (x + 0.02) * radius + widthOf(text, size + "px ") + 4);
          if (n === names.length - 1) at += names.length;
          return { x: side ? -x : x, y: y, text: text };
        });
      });
      return { radius: radius, tall: tall, reach: reach, places: places, wide: reach[0] + reach[1] + beside };
    }
    var fit = placesOf(40);
    for (var radius = 42; radius <= 300 && fit.wide < width - 2 * EDGE; radius += 2) {
      var next = placesOf(radius);
      if (next.wide > width - 2 * EDGE || (beside && radius > 200)) break;
      fit = next;
    }
    var texts = copy.data.filter(function (trace) { return trace.mode === "text"; }), place = 2;
    fit.places.forEach(function (places, side) {
      if (!places.length) return;
      texts[side].x = places.map(function (one) { return one.x * (1 + 0.02 / Math.abs(one.x)); });
      texts[side].y = places.map(function (one) { return one.y; });
      texts[side].text = places.map(function (one) { return escaped(one.text); });
      texts[side].textfont.size = size;
      places.forEach(function (one) {
        lines.x[place] = one.x;
        lines.y[place] = one.y;
        place += 4;
      });
    });
    layout.margin = { l: 0, r: 0, t: 0, b: 0 };
    layout.height = Math.round(fit.tall * fit.radius) + 4;
    layout.yaxis.range = [-layout.height / fit.radius / 2, layout.height / fit.radius / 2];
    var start = -fit.reach[1] / fit.radius - EDGE / fit.radius;
    layout.xaxis.range = [start, start + width / fit.radius];
    if (beside) {
      key.forEach(function (name, n) {
        layout.annotations.push({
          x: start + (width - EDGE - beside + 24) / fit.radius, y: ((key.length - 1) / 2 - n) * 1.6 * size / fit.radius, xanchor: "left", yanchor: "middle",
          text: escaped(name), showarrow: false, font: { size: size, color: INK },
        });
      });
    } else if (isKeyed) keyOf(all).forEach(function (one) { notes.push(one); });
  }

  // Flows: names beside the first and the last column, or numbers with a key at all of them.
  function flows(copy, width, notes) {
    var layout = copy.layout, pairs = layout.meta.flows, isNarrow = width < NARROW;
    var names = pairs.map(function (pair) { return pair[1]; }), size = SMALLEST + 0.5;
    var columns = layout.annotations.filter(function (note) { return /^<b>/.test(note.text); }).length;
    var between = (width - 2 * widest(names, size)) / (columns - 1);
    var isKeyed = widest(names, size) > (isNarrow ? 0.3 : 0.24) * width, isCrowded = between < widest(names, size) + 80;
    var at = 0, beside = isKeyed ? 26 : widest(names.map(function (name) { return name + ": 0000"; }), size) + 14;
    layout.annotations = layout.annotations.filter(function (note) {
      if (/^(first|middle|last)$/.test(note.name)) {
        var pair = pairs[at % pairs.length];
        note.text = isKeyed
          ? note.text.replace(escaped(pair[0]), String(at % pairs.length + 1))
          : note.text.replace(escaped(pair[0]), escaped(pair[1]));
        note.font = Object.assign({ color: INK }, note.font, { size: size });
        at += 1;
        return isKeyed || note.name === "first" || (!isNarrow && (note.name === "last" || !isCrowded));
      }
      return note.name !== "inner" || !isNarrow;
    });
    layout.margin.l = beside;
    layout.margin.r = isKeyed || !isNarrow ? beside : 2 * EDGE;
    // As far apart as larger letters are.
    layout.height = Math.round(layout.height * 1.15);
    if (isKeyed) keyOf(names).forEach(function (one) { notes.push(one); });
  }

  // The words of upright axes of places in lines, and room for these.
  function placeNames(layout, width) {
    Object.keys(layout).filter(function (name) { return /^yaxis/.test(name) && layout[name].ticktext; }).forEach(function (name) {
      var axis = layout[name], size = width < NARROW ? SMALLEST : 12, most = 0;
      axis.tickfont = { size: size };
      axis.ticktext = axis.ticktext.map(function (text) {
        var lines = broken(text, 0.36 * width, size);
        most = Math.max(most, lines.length);
        return lines.join("<br>");
      });
      var ends = axis.range || [0, axis.ticktext.length], rows = Math.abs(ends[1] - ends[0]);
      var step = (layout.height - 90) / rows, wanted = most * size * 1.3 + 4;
      if (wanted > step) layout.height += Math.round((wanted - step) * rows);
    });
  }

  // Titles in lines; in a narrow picture few numbers, and short ones. What explains these.
  function axes(copy, width) {
    var layout = copy.layout, notes = [];
    Object.keys(layout).filter(function (name) { return /^[xy]axis/.test(name); }).forEach(function (name) {
      var axis = layout[name], domain = axis.domain || [0, 1], share = domain[1] - domain[0];
      var room = share * (name[0] === "x" ? 0.7 * width : layout.height - 100);
      if (axis.title && axis.title.text) {
        axis.title.text = axis.title.text.split("<br>").map(function (text) { return broken(text, Math.max(room, 120), 12).join("<br>"); }).join("<br>");
        axis.title.font = { size: 12 };
      }
      if (name[0] !== "x" || axis.ticktext || width >= NARROW) return;
      axis.nticks = 5;
      var most = Math.max.apply(null, [].concat.apply([], copy.data.map(function (trace) { return trace.x || []; })).map(Math.abs));
      if (most >= 2e4 && most < 1e9 && !layout.yaxis.scaleanchor) {
        axis.tickformat = "~s";
        notes = abbreviations(["1k"]);
      }
    });
    return notes;
  }

  // Numbers above bars that are wider than the bars' places are short ones.
  function shortNotes(layout, width) {
    var noted = layout.annotations.filter(function (note) { return /^[\u2212-]?[\d,]+$/.test(note.text); });
    var places = layout.xaxis && layout.xaxis.ticktext ? layout.xaxis.ticktext.length : 1;
    var texts = noted.map(function (note) { return note.text; });
    if (noted.length < 3 || widest(texts, LARGEST) < 0.8 * width / places) return [];
    noted.forEach(function (note) { note.text = short(Number(note.text.replace(/,/g, "").replace("\u2212", "-")), 0); });
    return abbreviations(noted.map(function (note) { return note.text; }));
  }

  // Names of points, each where it lies on no other: one has four places, and nothing if all are taken.
  function pointNames(copy, width) {
    var layout = copy.layout, across = layout.xaxis && layout.xaxis.range, up = layout.yaxis && layout.yaxis.range;
    if (!across || !up || !layout.yaxis.scaleanchor) return;
    var perX = (width - 100) / Math.abs(across[1] - across[0]);
    var perY = Math.min((layout.height - 80) / Math.abs(up[1] - up[0]), perX * (layout.yaxis.scaleratio || 1));
    // Rather a little too near.
    perY *= 0.85;
    perX = perY / (layout.yaxis.scaleratio || 1);
    var taken = [], high = 20;
    copy.data.filter(function (trace) { return trace.mode === "markers+text"; }).forEach(function (trace) {
      trace.textposition = trace.text.map(function (text, n) {
        var wide = widthOf(text, LARGEST + "px ") + 4, x = trace.x[n] * perX, y = -trace.y[n] * perY;
        function boxOf(place) {
          return {
            left: x + (/right/.test(place) ? 6 : /left/.test(place) ? -6 - wide : -wide / 2),
            top: y + (/top/.test(place) ? -3 - high : /bottom/.test(place) ? 3 : -high / 2), wide: wide,
          };
        }
        var chosen = [trace.textposition[n]].concat(PLACES).find(function (place) {
          var box = boxOf(place);
          return taken.every(function (other) {
            return box.left >= other.left + other.wide || other.left >= box.left + wide || Math.abs(box.top - other.top) >= high;
          });
        });
        if (chosen) taken.push(boxOf(chosen));
        else trace.text[n] = "";
        return chosen || "top right";
      });
    });
  }

  // A figure as it is printed: in the fonts of pictures, and small charts that are parts of one under
  // letters.
  function forPrint(figure, width, leastWidth) {
    var copy = JSON.parse(JSON.stringify(figure)), layout = copy.layout, meta = layout.meta || {}, notes = [];
    (function fit(part) {
      Object.keys(part).forEach(function (key) {
        var value = part[key];
        if (!value || typeof value !== "object") return;
        if (/font$/i.test(key) && typeof value.size === "number") {
          value.size = Math.min(LARGEST, Math.max(SMALLEST, value.size));
        }
        fit(value);
      });
    }(copy));
    layout.font.family = FAMILY;
    // The lowest number of an axis lies beside the first of the other.
    layout.margin.pad = 6;
    if (layout.uniformtext) layout.uniformtext.minsize = SMALLEST;
    var letter = 0;
    layout.annotations = (layout.annotations || []).filter(function (note) {
      if (note.name === "panel") {
        note.text = "(" + String.fromCharCode(97 + letter) + ") " + note.text;
        // Clear of the uppermost number of its axis.
        note.yshift = 5;
        letter += 1;
      }
      return !(note.name === "inner" && leastWidth > CROWDED * width);
    });
    if (meta.ring) ring(copy, width, notes);
    else if (meta.flows) flows(copy, width, notes);
    else {
      notes = axes(copy, width);
      placeNames(layout, width);
      notes = notes.concat(shortNotes(layout, width));
      layout.annotations.forEach(function (note) {
        if (!note.name && note.text.length > 24 && !/<b>/.test(note.text)) {
          note.text = note.text.split("<br>").map(function (text) { return broken(text, 0.3 * width, 12).join("<br>"); }).join("<br>");
        }
      });
      pointNames(copy, width);
    }
    return { figure: copy, notes: notes };
  }

  // Where the pixels of an SVG are that are not white, also beyond its edges.
  async function inkOf(svg, width, height) {
    var beyond = 200, wide = width + 2 * beyond, high = height + 2 * beyond;
    var image = await loaded('<svg xmlns="http://www.w3.org/2000/svg" width="' + wide + '" height="' + high + '">' +
      placed(svg, beyond, beyond) + "</svg>");
    pen.canvas.width = wide;
    pen.canvas.height = high;
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, wide, high);
    pen.drawImage(image, 0, 0);
    var dots = pen.getImageData(0, 0, wide, high).data, ends = { left: wide, right: 0, top: high, bottom: 0 };
    for (var y = 0, n = 0; y < high; y += 1) {
      for (var x = 0; x < wide; x += 1, n += 4) {
        if (dots[n] < 250 || dots[n + 1] < 250 || dots[n + 2] < 250) {
          if (x < ends.left) ends.left = x;
          if (x + 1 > ends.right) ends.right = x + 1;
          if (y < ends.top) ends.top = y;
          ends.bottom = y + 1;
        }
      }
    }
    Object.keys(ends).forEach(function (end) { ends[end] -= beyond; });
    return ends;
  }

  function placed(svg, x, y) {
    return svg.replace(/<svg /, '<svg x="' + x + '" y="' + y + '" overflow="visible" ');
  }

  function loaded(text) {
    return new Promise(function (resolve, reject) {
      var image = new Image();
      image.onload = function () { resolve(image); };
      image.onerror = function () { reject(new Error("the picture cannot be drawn")); };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
    });
  }

  // The drawing as wide as the column: drawn wider or narrower until what is seen is, and cut there.
  async function draw(figure, width, leastWidth) {
    if ((figure.layout.meta || {}).rows) return square(figure, width);
    var printed = forPrint(figure, width, leastWidth), data = printed.figure.data, layout = printed.figure.layout;
    var wide = width, best = null;
    for (var turn = 0; turn < 6; turn += 1) {
      var svg = await window.Plotly.toImage(
        { data: data, layout: Object.assign({}, layout, { width: wide, autosize: false }) },
        { format: "svg", width: wide, height: layout.height, imageDataOnly: true }
      );
      var ink = await inkOf(svg, wide, layout.height), missing = width - 2 * EDGE - (ink.right - ink.left);
      // What is a little too narrow is right, what is too wide is not.
      var isBetter = !best || (missing > -2 ? best.missing < -2 || missing < best.missing : missing > best.missing);
      if (isBetter) best = { svg: svg, ink: ink, missing: missing };
      if (Math.abs(missing) < 2) break;
      wide = Math.round(wide + missing);
    }
    svg = best.svg;
    ink = best.ink;
    return { svg: placed(svg, EDGE - ink.left, ABOVE - ink.top), height: ink.bottom - ink.top + 2 * ABOVE, notes: printed.notes };
  }

  return { draw: draw, short: short, perMm: PER_MM, family: FAMILY, widthOf: widthOf, inLines: inLines, broken: broken, escaped: escaped, loaded: loaded, edge: EDGE };
}());
