// Redraws a figure for a journal column: text of 7 to 9 points, no overlaps, nothing cut at the edges, and the
// full width used. Labels that do not fit are replaced by numbers, with a key below.
var printedFigure = (function () {
  "use strict";

  // CSS pixels per millimetre are the same at every width: 10.5 px are 7 pt and 13.4 px are 9 pt, the limits of
  // journals; 9 px (6 pt) for the numbers of a large matrix.
  var PER_MM = 720 / 170, MIN_FONT = 10.5, MAX_FONT = 13.4, MIN_NUMBER_FONT = 9;
  // Widths below this are one column.
  var ONE_COLUMN = 500;
  // Ratio of needed to available room above which redundant labels are left out.
  var MAX_CROWDING = 1.25;
  // Margins beside and above the drawing; line height in ems.
  var MARGIN = 10, TOP_MARGIN = 8, LINE_HEIGHT = 1.25;
  // Fonts with equal letter widths; every system has one of them.
  var FAMILIES = 'Arial, Helvetica, "Liberation Sans", sans-serif';
  var CHINESE = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", ';
  var FAMILY = (document.documentElement.lang.indexOf("zh") ? "" : CHINESE) + FAMILIES;
  // Text positions of a point label, in order of preference.
  var LABEL_POSITIONS = ["top right", "bottom right", "bottom left", "top left", "middle right", "middle left", "top center", "bottom center"];
  var CENTRED = ' text-anchor="middle"';
  var INK = "#1f2933", RULE = "#7b8794";
  var words = JSON.parse(document.getElementById("words").textContent);
  var pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  function textWidth(text, font) {
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

  // Wraps a text to a width: at spaces, in Chinese between any characters except before closing and after opening
  // punctuation; words that are too wide are split.
  function wrapText(text, wide, font) {
    var parts = text.match(/[\uff08\u300a\u201c]*[\u2e80-\uffef][\uff0c\u3002\uff1a\uff1b\uff09\u300b\u201d\u3001]*|[^\s\u2e80-\uffef]+\s*|\s+/g) || [];
    return parts.reduce(function (lines, part) {
      var longer = (lines[lines.length - 1] || "") + part;
      if (lines.length && textWidth(longer.trim(), font) <= wide) lines[lines.length - 1] = longer;
      else lines.push(part);
      while (textWidth(lines[lines.length - 1].trim(), font) > wide && lines[lines.length - 1].length > 2) {
        var last = lines.pop(), end = last.length - 1;
        while (end > 1 && textWidth(last.slice(0, end), font) > wide) end -= 1;
        lines.push(last.slice(0, end), last.slice(end));
      }
      return lines;
    }, []).map(function (line) { return line.trim(); });
  }

  function maxWidth(texts, size) {
    return Math.max.apply(null, texts.map(function (text) { return textWidth(text, size + "px "); }).concat(0));
  }

  // Plotly texts: existing line breaks are removed before they are wrapped again.
  function unwrap(text) {
    return text.replace(/(.?)<br>(.?)/g, function (all, before, after) {
      return before + (/[\u2e80-\uffef]/.test(before + after) ? "" : " ") + after;
    });
  }

  function broken(text, wide, size) {
    return wrapText(unescaped(unwrap(text)), wide, size + "px ").map(escaped);
  }

  // Number in at most four characters, such as 1.25, 12.5, 1250, 125k; nonzero values that round to 0 are <.
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

  // Note that explains the abbreviations k and M.
  function abbreviations(texts) {
    return texts.some(function (text) { return /\d[kM]$/.test(text); }) ? [{ name: words.abbreviations, alone: true }] : [];
  }

  // Colour of a plotly colour scale at a position, and a readable text colour on it.
  function scaleColour(scale, part) {
    var place = Math.min(Math.max(part, 0), 1), next = 1;
    while (next < scale.length - 1 && scale[next][0] < place) next += 1;
    var low = scale[next - 1], high = scale[next], share = (place - low[0]) / (high[0] - low[0]);
    return "#" + [1, 3, 5].map(function (at) {
      var from = parseInt(low[1].slice(at, at + 2), 16), to = parseInt(high[1].slice(at, at + 2), 16);
      return Math.round(from + share * (to - from)).toString(16).padStart(2, "0");
    }).join("");
  }

  function textColour(colour) {
    var light = [1, 3, 5].reduce(function (sum, at, n) {
      return sum + [0.2126, 0.7152, 0.0722][n] * Math.pow(parseInt(colour.slice(at, at + 2), 16) / 255, 2.2);
    }, 0);
    return light > 0.18 ? "#000000" : "#ffffff";
  }

  // Rows and columns of a matrix; if there are too many, the smallest classes are merged.
  function groupMatrix(figure, most) {
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

  // Redraws a matrix of classes: columns have numbers; rows have numbers and names, or the names stand in the key.
  function drawMatrix(figure, width) {
    var meta = figure.layout.meta, trace = figure.data[0], isNarrow = width < ONE_COLUMN;
    var part = groupMatrix(figure, isNarrow ? 10 : 17), groups = part.groups, sums = part.sums;
    var total = sums.map(function (row) { return row.reduce(function (a, b) { return a + b; }, 0); });
    var below = groups.map(function (_, j) { return sums.reduce(function (sum, row) { return sum + row[j]; }, 0); });
    // Transfer matrices omit rows and columns without area.
    function filled(sizes) { return sizes.map(function (_, n) { return n; }).filter(function (n) { return meta.values || sizes[n]; }); }
    var across = filled(below), down = filled(total), wide = across.length, tall = down.length;
    var numbers = down.map(function (i) { return across.map(function (j) { return sums[i][j]; }).concat(total[i]); });
    numbers.push(across.map(function (j) { return below[j]; }).concat(total.reduce(function (a, b) { return a + b; }, 0)));
    var names = groups.map(function (group) { return group.name; });
    var size = isNarrow ? MIN_NUMBER_FONT : MIN_FONT, left = MARGIN + 1.5 * MIN_FONT + 4;
    function texts(format) {
      return numbers.map(function (row, i) {
        return row.map(function (value, j) {
          // Use the text of the page if it has one.
          var known = format === long && i < tall && j < wide && part.texts.length && part.texts[down[i]][across[j]];
          return known || (value ? format(value, meta.digits) : "");
        });
      });
    }
    function roomFor(rows) { return maxWidth([].concat.apply([], rows), size) + 5; }
    var figures = texts(long), number = maxWidth(["17 "], MIN_FONT);
    var least = Math.min(maxWidth(names, MIN_FONT), isNarrow ? 70 : 150) + number;
    if (left + least + (wide + 1) * roomFor(figures) > width - MARGIN) figures = texts(short);
    var cell = roomFor(figures), room = width - MARGIN - left - (wide + 1) * cell - number - 4;
    var lines = names.map(function (name) { return wrapText(name, room, MIN_FONT + "px "); });
    var most = Math.max.apply(null, lines.map(function (one) { return one.length; }));
    // Use a key if a name needs more than two lines or words would be split.
    var isKeyed = room < maxWidth(names.join(" ").split(/\s+/).filter(function (word) { return !/[\u2e80-\uffef]/.test(word); }), MIN_FONT) || most > 2;
    if (isKeyed) { lines = names.map(function () { return []; }); most = 1; }
    var label = Math.max(isKeyed ? 0 : maxWidth([].concat.apply([], lines), MIN_FONT), maxWidth([words.total], "bold " + MIN_FONT) - number);
    left += number + label + 4;
    cell = (width - MARGIN - left) / (wide + 1);
    var high = Math.max(18, most * MIN_FONT * LINE_HEIGHT + 5), top = 2 * MIN_FONT * LINE_HEIGHT + 9, drawn = [];
    function put(text, x, y, how) { drawn.push('<text x="' + x.toFixed(2) + '" y="' + y.toFixed(2) + '" ' + how + ">" + escaped(text) + "</text>"); }
    var isRoomy = maxWidth([].concat.apply([], figures), "bold " + size) < cell - 3;
    function sized(px, bold) { return 'font-size="' + px + '"' + (bold ? ' font-weight="bold"' : ""); }
    var titles = [figure.layout.xaxis, figure.layout.yaxis].map(function (axis) { return unescaped(axis.title.text); });
    put(titles[0], left + wide * cell / 2, 3 + MIN_FONT, sized(MIN_FONT) + CENTRED);
    put(titles[1], 0, 0, sized(MIN_FONT) + CENTRED + ' transform="translate(' + (MARGIN + MIN_FONT) + " " + (top + tall * high / 2) + ') rotate(-90)"');
    across.concat(-1).forEach(function (n, j) {
      put(n < 0 ? words.total : String(n + 1), left + (j + 0.5) * cell, top - 5, sized(n < 0 ? size : MIN_FONT, n < 0) + CENTRED);
    });
    down.concat(-1).forEach(function (n, i) {
      var y = top + (i + 0.5) * high + 0.35 * MIN_FONT, start = left - number - label - 4;
      put(n < 0 ? words.total : String(n + 1), start, y, sized(MIN_FONT, n < 0));
      (lines[n] || []).forEach(function (line, at, all) {
        put(line, start + number, y + (at - (all.length - 1) / 2) * MIN_FONT * LINE_HEIGHT, sized(MIN_FONT));
      });
    });
    numbers.forEach(function (row, i) {
      row.forEach(function (value, j) {
        var isSum = i === tall || j === wide, x = left + j * cell, y = top + i * high, colour = "#ffffff";
        if (!isSum && value) {
          var isKept = down[i] === across[j];
          colour = isKept && meta.unchanged || scaleColour(trace.colorscale, value / (meta.values ? total[down[i]] : trace.zmax));
          drawn.push('<rect x="' + (x + 0.5).toFixed(2) + '" y="' + (y + 0.5).toFixed(2) + '" width="' + (cell - 1).toFixed(2) + '" height="' + (high - 1).toFixed(2) +
            '" fill="' + colour + '"' + (isKept ? ' stroke="' + RULE + '"' : "") + "/>");
        }
        if (figures[i][j]) put(figures[i][j], x + cell / 2, y + high / 2 + 0.35 * size, sized(size, isSum && isRoomy) + CENTRED + ' fill="' + textColour(colour) + '"');
      });
    });
    var right = left + wide * cell, bottom = top + tall * high;
    drawn.push('<path d="M' + right + " " + top + "v" + (tall + 1) * high + "M" + left + " " + bottom + "h" + (wide + 1) * cell + '" stroke="' + INK + '" fill="none"/>');
    var height = Math.ceil(bottom + high + 3);
    return {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="' + width + '" height="' + height + '">' + drawn.join("") + "</svg>",
      height: height,
      // The key has the names of columns without a row, whose classes have no area at the first date.
      notes: keyEntries(names, function (n) { return isKeyed || across.indexOf(n) >= 0 && down.indexOf(n) < 0; }).concat(part.notes, abbreviations([].concat.apply([], figures))),
    };
  }

  function keyEntries(names, isShown) {
    var numbers = names.map(function (_, n) { return n; }).filter(isShown || function () { return true; });
    return numbers.map(function (n, place) { return { name: n + 1 + " " + names[n], alone: !place }; });
  }

  // Positions in descending order near the wished ones, at least one step apart, between most and -most.
  function spreadPositions(wished, step, most) {
    var heights = [];
    wished.forEach(function (height, n) { heights.push(Math.min(height, most, n ? heights[n - 1] - step : most)); });
    for (var n = heights.length - 1, lowest = -most; n >= 0; n -= 1) {
      heights[n] = Math.max(heights[n], lowest);
      lowest = heights[n] + step;
    }
    return heights;
  }

  // Ring chart, as large as names beside it allow, or with numbers and a key, which stands to the right in a wide
  // picture.
  function fitRing(copy, width, notes) {
    var layout = copy.layout, sides = layout.meta.ring, all = sides[0].concat(sides[1]), isNarrow = width < ONE_COLUMN;
    var isKeyed = maxWidth(all, MIN_FONT) > (isNarrow ? 0.22 : 0.24) * width, size = MIN_FONT + 0.5, step = size * 1.35;
    var lines = copy.data[copy.data.length - 1], key = all.map(function (name, n) { return n + 1 + " " + name; });
    var beside = isKeyed && !isNarrow ? maxWidth(key, size) + 24 : 0;
    // Label positions for a radius: x and y in radii, and the total extent to both sides, px.
    function labelPositions(radius) {
      var at = 0, reach = [radius, radius];
      var tall = Math.max(2.4 * radius, step * Math.max(sides[0].length, sides[1].length)) / radius;
      var places = sides.map(function (names, side) {
        var wished = names.map(function (_, n) { return 1.16 * lines.y[4 * (at + n)] / Math.hypot(lines.x[4 * (at + n)], lines.y[4 * (at + n)]); });
        return spreadPositions(wished, step / radius, tall / 2 - 0.7 * size / radius).map(function (y, n) {
          var x = Math.max(Math.sqrt(Math.max(1.16 * 1.16 - y * y, 0)), Math.abs(lines.x[4 * (at + n) + 1]) + 0.02);
          var text = isKeyed ? String(at + n + 1) : names[n];
          reach[side] = Math.max(reach[side], (x + 0.02) * radius + textWidth(text, size + "px ") + 4);
          if (n === names.length - 1) at += names.length;
          return { x: side ? -x : x, y: y, text: text };
        });
      });
      return { radius: radius, tall: tall, reach: reach, places: places, wide: reach[0] + reach[1] + beside };
    }
    var fit = labelPositions(40);
    for (var radius = 42; radius <= 300 && fit.wide < width - 2 * MARGIN; radius += 2) {
      var next = labelPositions(radius);
      if (next.wide > width - 2 * MARGIN || (beside && radius > 200)) break;
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
    var start = -fit.reach[1] / fit.radius - MARGIN / fit.radius;
    layout.xaxis.range = [start, start + width / fit.radius];
    if (beside) {
      key.forEach(function (name, n) {
        layout.annotations.push({
          x: start + (width - MARGIN - beside + 24) / fit.radius, y: ((key.length - 1) / 2 - n) * 1.6 * size / fit.radius, xanchor: "left", yanchor: "middle",
          text: escaped(name), showarrow: false, font: { size: size, color: INK },
        });
      });
    } else if (isKeyed) keyEntries(all).forEach(function (one) { notes.push(one); });
  }

  // Sankey diagram: names beside the first and last column, or numbers with a key.
  function fitFlows(copy, width, notes) {
    var layout = copy.layout, pairs = layout.meta.flows, isNarrow = width < ONE_COLUMN;
    var names = pairs.map(function (pair) { return pair[1]; }), size = MIN_FONT + 0.5;
    var columns = layout.annotations.filter(function (note) { return /^<b>/.test(note.text); }).length;
    var between = (width - 2 * maxWidth(names, size)) / (columns - 1);
    var isKeyed = maxWidth(names, size) > (isNarrow ? 0.3 : 0.24) * width, isCrowded = between < maxWidth(names, size) + 80;
    var at = 0, beside = isKeyed ? 26 : maxWidth(names.map(function (name) { return name + ": 0000"; }), size) + 14;
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
    layout.margin.r = isKeyed || !isNarrow ? beside : 2 * MARGIN;
    // Node padding for larger text.
    layout.height = Math.round(layout.height * 1.15);
    if (isKeyed) keyEntries(names).forEach(function (one) { notes.push(one); });
  }

  // Wrapped titles of vertical axes, and room for them.
  function wrapAxisLabels(layout, width) {
    Object.keys(layout).filter(function (name) { return /^yaxis/.test(name) && layout[name].ticktext; }).forEach(function (name) {
      var axis = layout[name], size = width < ONE_COLUMN ? MIN_FONT : 12, most = 0;
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

  // Wrapped axis titles; narrow pictures have few and abbreviated tick labels, which are explained.
  function fitAxes(copy, width) {
    var layout = copy.layout, notes = [];
    Object.keys(layout).filter(function (name) { return /^[xy]axis/.test(name); }).forEach(function (name) {
      var axis = layout[name], domain = axis.domain || [0, 1], share = domain[1] - domain[0];
      var room = share * (name[0] === "x" ? 0.7 * width : layout.height - 100);
      if (axis.title && axis.title.text) {
        axis.title.text = axis.title.text.split("<br>").map(function (text) { return broken(text, Math.max(room, 120), 12).join("<br>"); }).join("<br>");
        axis.title.font = { size: 12 };
      }
      if (name[0] !== "x" || axis.ticktext || width >= ONE_COLUMN) return;
      axis.nticks = 5;
      var most = Math.max.apply(null, [].concat.apply([], copy.data.map(function (trace) { return trace.x || []; })).map(Math.abs));
      if (most >= 2e4 && most < 1e9 && !layout.yaxis.scaleanchor) {
        axis.tickformat = "~s";
        notes = abbreviations(["1k"]);
      }
    });
    return notes;
  }

  // Labels above bars are abbreviated if they are wider than the bars.
  function shortenBarLabels(layout, width) {
    var noted = layout.annotations.filter(function (note) { return /^[\u2212-]?[\d,]+$/.test(note.text); });
    var places = layout.xaxis && layout.xaxis.ticktext ? layout.xaxis.ticktext.length : 1;
    var texts = noted.map(function (note) { return note.text; });
    if (noted.length < 3 || maxWidth(texts, MAX_FONT) < 0.8 * width / places) return [];
    noted.forEach(function (note) { note.text = short(Number(note.text.replace(/,/g, "").replace("\u2212", "-")), 0); });
    return abbreviations(noted.map(function (note) { return note.text; }));
  }

  // Point labels at the first free position without overlap; labels without a free position are omitted.
  function placePointLabels(copy, width) {
    var layout = copy.layout, across = layout.xaxis && layout.xaxis.range, up = layout.yaxis && layout.yaxis.range;
    if (!across || !up || !layout.yaxis.scaleanchor) return;
    var perX = (width - 100) / Math.abs(across[1] - across[0]);
    var perY = Math.min((layout.height - 80) / Math.abs(up[1] - up[0]), perX * (layout.yaxis.scaleratio || 1));
    // Small overlaps are preferred to omission.
    perY *= 0.85;
    perX = perY / (layout.yaxis.scaleratio || 1);
    var taken = [], high = 20;
    copy.data.filter(function (trace) { return trace.mode === "markers+text"; }).forEach(function (trace) {
      trace.textposition = trace.text.map(function (text, n) {
        var wide = textWidth(text, MAX_FONT + "px ") + 4, x = trace.x[n] * perX, y = -trace.y[n] * perY;
        function textBox(place) {
          return {
            left: x + (/right/.test(place) ? 6 : /left/.test(place) ? -6 - wide : -wide / 2),
            top: y + (/top/.test(place) ? -3 - high : /bottom/.test(place) ? 3 : -high / 2), wide: wide,
          };
        }
        var chosen = [trace.textposition[n]].concat(LABEL_POSITIONS).find(function (place) {
          var box = textBox(place);
          return taken.every(function (other) {
            return box.left >= other.left + other.wide || other.left >= box.left + wide || Math.abs(box.top - other.top) >= high;
          });
        });
        if (chosen) taken.push(textBox(chosen));
        else trace.text[n] = "";
        return chosen || "top right";
      });
    });
  }

  // Figure for print: with the fonts of pictures; small multiples are lettered.
  function forPrint(figure, width, leastWidth) {
    var copy = JSON.parse(JSON.stringify(figure)), layout = copy.layout, meta = layout.meta || {}, notes = [];
    (function fit(part) {
      Object.keys(part).forEach(function (key) {
        var value = part[key];
        if (!value || typeof value !== "object") return;
        if (/font$/i.test(key) && typeof value.size === "number") {
          value.size = Math.min(MAX_FONT, Math.max(MIN_FONT, value.size));
        }
        fit(value);
      });
    }(copy));
    layout.font.family = FAMILY;
    // The lowest tick label of an axis lies beside the first one of the other.
    layout.margin.pad = 6;
    if (layout.uniformtext) layout.uniformtext.minsize = MIN_FONT;
    var letter = 0;
    layout.annotations = (layout.annotations || []).filter(function (note) {
      if (note.name === "panel") {
        note.text = "(" + String.fromCharCode(97 + letter) + ") " + note.text;
        // Clear of the uppermost tick label of the axis.
        note.yshift = 5;
        letter += 1;
      }
      return !(note.name === "inner" && leastWidth > MAX_CROWDING * width);
    });
    if (meta.ring) fitRing(copy, width, notes);
    else if (meta.flows) fitFlows(copy, width, notes);
    else {
      notes = fitAxes(copy, width);
      wrapAxisLabels(layout, width);
      notes = notes.concat(shortenBarLabels(layout, width));
      layout.annotations.forEach(function (note) {
        if (!note.name && note.text.length > 24 && !/<b>/.test(note.text)) {
          note.text = note.text.split("<br>").map(function (text) { return broken(text, 0.3 * width, 12).join("<br>"); }).join("<br>");
        }
      });
      placePointLabels(copy, width);
    }
    return { figure: copy, notes: notes };
  }

  // Extent of non-white pixels of an SVG, also beyond its edges.
  async function inkExtent(svg, width, height) {
    var beyond = 200, wide = width + 2 * beyond, high = height + 2 * beyond;
    var image = await loadImage('<svg xmlns="http://www.w3.org/2000/svg" width="' + wide + '" height="' + high + '">' +
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

  function loadImage(text) {
    return new Promise(function (resolve, reject) {
      var image = new Image();
      image.onload = function () { resolve(image); };
      image.onerror = function () { reject(new Error("the picture cannot be drawn")); };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
    });
  }

  // Redraws wider or narrower until the visible drawing is as wide as the column, and crops it.
  async function draw(figure, width, leastWidth) {
    if ((figure.layout.meta || {}).rows) return drawMatrix(figure, width);
    var printed = forPrint(figure, width, leastWidth), data = printed.figure.data, layout = printed.figure.layout;
    var wide = width, best = null;
    for (var turn = 0; turn < 6; turn += 1) {
      var svg = await window.Plotly.toImage(
        { data: data, layout: Object.assign({}, layout, { width: wide, autosize: false }) },
        { format: "svg", width: wide, height: layout.height, imageDataOnly: true }
      );
      var ink = await inkExtent(svg, wide, layout.height), missing = width - 2 * MARGIN - (ink.right - ink.left);
      // Slightly too narrow is accepted, too wide is not.
      var isBetter = !best || (missing > -2 ? best.missing < -2 || missing < best.missing : missing > best.missing);
      if (isBetter) best = { svg: svg, ink: ink, missing: missing };
      if (Math.abs(missing) < 2) break;
      wide = Math.round(wide + missing);
    }
    svg = best.svg;
    ink = best.ink;
    return { svg: placed(svg, MARGIN - ink.left, TOP_MARGIN - ink.top), height: ink.bottom - ink.top + 2 * TOP_MARGIN, notes: printed.notes };
  }

  return { draw: draw, short: short, perMm: PER_MM, family: FAMILY, textWidth: textWidth, wrapText: wrapText, broken: broken, escaped: escaped, loadImage: loadImage, edge: MARGIN };
}());
