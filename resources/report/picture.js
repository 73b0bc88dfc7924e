// Saves a chart as a picture for print: its legend below it, no title, which is the caption's; as wide
// as one or two columns of a journal; as SVG, or as PNG of 300 dots per inch. Everything it needs is in
// the page.
var chartPicture = (function () {
  "use strict";

  // Whatever the width, so many CSS pixels are a millimetre: 10.5 px are letters of 7 points, and
  // 13.4 px of 9, which journals want letters to be between.
  var PER_MM = 720 / 170;
  var SMALLEST = 10.5, LARGEST = 13.4;
  // Of one column.
  var NARROW = 500;
  // What a screen gives so many times the room is without the words that say something twice.
  var CROWDED = 1.25;
  var DOTS_PER_MM = 300 / 25.4;
  // Whoever opens the file has one of these, and the letters are as wide in all of them.
  var FAMILIES = 'Arial, Helvetica, "Liberation Sans", sans-serif';
  var CHINESE = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", ';
  var FAMILY = (document.documentElement.lang.indexOf("zh") ? "" : CHINESE) + FAMILIES;
  var EDGE = 16;
  var WORDS = { font: "12px ", line: 19, swatch: 11, mark: 22, between: 18 };
  var INK = "#1f2933";
  // The chunk of a PNG that says 300 dots per inch (11,811 a metre), which browsers leave out; and
  // where it goes.
  var RESOLUTION = [0, 0, 0, 9, 112, 72, 89, 115, 0, 0, 46, 35, 0, 0, 46, 35, 1, 120, 165, 63, 118];
  var AFTER_HEADER = 33;

  var measure = document.createElement("canvas").getContext("2d");

  function widthOf(text, font) {
    measure.font = font + FAMILY;
    return measure.measureText(text).width;
  }

  function escaped(text) {
    var holder = document.createElement("div");
    holder.textContent = text;
    return holder.innerHTML.replace(/"/g, "&quot;").replace(/&nbsp;/g, "\u00a0");
  }

  // A scale of colours without steps, and what stands at its ends and between them.
  function scaleOf(ramp, top, width) {
    var wide = Math.min(width - 2 * EDGE, 300), step = 100 / (ramp.colours.length - 1);
    var stops = ramp.colours.map(function (colour, n) {
      return '<stop offset="' + n * step + '%" stop-color="' + escaped(colour) + '"/>';
    });
    var last = ramp.labels.length - 1;
    return '<defs><linearGradient id="ramp">' + stops.join("") + "</linearGradient></defs>" +
      '<rect x="' + EDGE + '" y="' + (top + 4) + '" width="' + wide + '" height="10" fill="url(#ramp)" stroke="#7b8794" stroke-width="0.6"/>' +
      ramp.labels.map(function (label, n) {
        return '<text x="' + (EDGE + wide * n / last) + '" y="' + (top + 28) + '" font-size="12" text-anchor="' +
          (n === 0 ? "start" : n === last ? "end" : "middle") + '">' + escaped(label) + "</text>";
      }).join("");
  }

  // The entries side by side, in as many lines as they need: their SVG, and the height of it. An
  // entry has a colour, or a mark, which is the path of an SVG; one alone may be a scale of colours.
  function legend(entries, top, width) {
    if (entries.length && entries[0].ramp) return { drawn: scaleOf(entries[0].ramp, top, width), height: 36 };
    var x = EDGE, line = 0, drawn = "";
    entries.forEach(function (entry) {
      var sign = entry.mark ? WORDS.mark : WORDS.swatch;
      var wide = sign + 6 + widthOf(entry.name, WORDS.font);
      if (x > EDGE && x + wide > width - EDGE) { x = EDGE; line += 1; }
      var base = top + (line + 1) * WORDS.line - 5;
      drawn += entry.mark
        ? '<g transform="translate(' + x + " " + (base - 10) + ')">' + entry.mark + "</g>"
        : '<rect x="' + x + '" y="' + (base - 10) + '" width="' + sign + '" height="' + sign +
          '" fill="' + escaped(entry.colour) + '" stroke="#7b8794" stroke-width="0.6"/>';
      drawn += '<text x="' + (x + sign + 6) + '" y="' + base + '" font-size="12">' + escaped(entry.name) + "</text>";
      x += wide + WORDS.between;
    });
    return { drawn: drawn, height: entries.length ? (line + 1) * WORDS.line + 8 : 0 };
  }

  // A whole SVG of the chart's own with what belongs around it.
  function composed(inner, width, height, title, entries) {
    var foot = legend(entries, height, width);
    var tall = height + foot.height + EDGE / 2;
    var drawn = "<title>" + escaped(title) + '</title><rect width="100%" height="100%" fill="#ffffff"/>' +
      inner.replace(/<image (?![^>]*style=)/g, '<image style="image-rendering:pixelated" ') +
      foot.drawn;
    return {
      width: width,
      height: tall,
      // Of a size in millimetres, or in pixels.
      text: function (wide, unit) {
        return '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="' +
          wide + unit + '" height="' + (Math.round(wide * tall / width * 100) / 100) + unit +
          '" viewBox="0 0 ' + width + " " + tall + '" xml:lang="' + document.documentElement.lang +
          '" font-family="' + escaped(FAMILY) + '" fill="' + INK + '">' + drawn + "</svg>";
      },
    };
  }

  function loaded(text) {
    return new Promise(function (resolve, reject) {
      var image = new Image();
      image.onload = function () { resolve(image); };
      image.onerror = function () { reject(new Error("the picture cannot be drawn")); };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
    });
  }

  async function asPng(picture, millimetres) {
    var canvas = document.createElement("canvas");
    canvas.width = Math.ceil(millimetres * DOTS_PER_MM);
    canvas.height = Math.round(canvas.width * picture.height / picture.width);
    var image = await loaded(picture.text(canvas.width, "px"));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    var blob = await new Promise(function (done) { canvas.toBlob(done, "image/png"); });
    var bytes = new Uint8Array(await blob.arrayBuffer());
    return [bytes.slice(0, AFTER_HEADER), new Uint8Array(RESOLUTION), bytes.slice(AFTER_HEADER)];
  }

  function handOut(parts, type, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(parts, { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  // A figure as it is printed: in the fonts of pictures, no letter too small or too large, and small
  // charts that are parts of one under letters. What says twice where there is room for it once is left
  // out of a narrow one.
  function forPrint(figure, width, leastWidth) {
    var copy = JSON.parse(JSON.stringify(figure)), layout = copy.layout;
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
    if (layout.uniformtext) layout.uniformtext.minsize = SMALLEST;
    var letter = 0, isNarrow = width < NARROW;
    layout.annotations = (layout.annotations || []).filter(function (note) {
      if (note.name === "panel") {
        note.text = "(" + String.fromCharCode(97 + letter) + ") " + note.text;
        letter += 1;
      }
      if (note.name === "last" && isNarrow) layout.margin.r = 2 * EDGE;
      return !(note.name === "inner" && leastWidth > CROWDED * width) && !(note.name === "last" && isNarrow);
    });
    // The cells of a square have no room for their numbers, which the page's table has.
    if (leastWidth > CROWDED * width && copy.data.some(function (trace) { return trace.type === "heatmap"; })) {
      copy.data = copy.data.filter(function (trace) { return trace.mode !== "text"; });
      copy.data.forEach(function (trace) { delete trace.texttemplate; });
      layout.annotations = [];
    }
    // A ring is smaller then, and its names are, or they would lie beyond the edges.
    if (isNarrow && layout.yaxis && layout.yaxis.scaleanchor && !layout.yaxis.title) {
      layout.height = Math.min(layout.height, 0.9 * width);
      layout.xaxis.range = layout.xaxis.range.map(function (end) { return 1.35 * end; });
      copy.data.forEach(function (trace) { if (trace.textfont) trace.textfont.size = SMALLEST; });
    }
    return copy;
  }

  // figure: what plotly draws; title: what it is called, which is not drawn; entries: names, and
  // colours or marks, of the legend; format: svg or png; how wide it is to be, in millimetres.
  async function save(figure, leastWidth, title, entries, name, format, millimetres) {
    var width = Math.round(millimetres * PER_MM);
    var printed = forPrint(figure, width, leastWidth), height = printed.layout.height;
    var layout = Object.assign({}, printed.layout, { width: width, autosize: false });
    var inner = await window.Plotly.toImage(
      { data: printed.data, layout: layout },
      { format: "svg", width: width, height: height, imageDataOnly: true }
    );
    await handOver(inner, width, height, title, entries, name, format, millimetres);
  }

  // inner: an SVG of this size.
  async function handOver(inner, width, height, title, entries, name, format, millimetres) {
    var picture = composed(inner, width, height, title, entries);
    var file = name.replace(/[\\/:*?"<>|\s]+/g, "_") + "." + format;
    if (format === "svg") handOut([picture.text(millimetres, "mm")], "image/svg+xml", file);
    else handOut(await asPng(picture, millimetres), "image/png", file);
  }

  // How wide the pictures of a box are to be, in millimetres.
  function widthOfColumn(button) {
    return Number(button.closest(".saving").querySelector(".column").value);
  }

  // What the page holds packed, as text.
  async function unpacked(holder) {
    var bytes = Uint8Array.from(atob(holder.textContent.trim()), function (letter) { return letter.charCodeAt(0); });
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }

  return { unpacked: unpacked, save: save, handOver: handOver, perMm: PER_MM, millimetres: widthOfColumn, family: FAMILY, widthOf: widthOf };
}());
