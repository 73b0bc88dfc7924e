// Saves a chart as a picture for print: legend below, without title (captions have it), as wide as one or two
// journal columns, as SVG or as PNG at 300 dpi. It makes no network requests.
var chartPicture = (function () {
  "use strict";

  var DOTS_PER_MM = 300 / 25.4;
  var MARGIN = printedFigure.edge, textWidth = printedFigure.textWidth, escaped = printedFigure.escaped;
  var WORDS = { font: "12px ", line: 19, swatch: 11, mark: 22, between: 18 };
  var INK = "#1f2933";
  // PNG chunk pHYs for 300 dpi (11,811 pixels per metre), which browsers omit, and its position.
  var RESOLUTION = [0, 0, 0, 9, 112, 72, 89, 115, 0, 0, 46, 35, 0, 0, 46, 35, 1, 120, 165, 63, 118];
  var HEADER_LENGTH = 33;

  // Colour ramp with labels at its ends and middle.
  function drawRamp(ramp, top, width) {
    var wide = Math.min(width - 2 * MARGIN, 300), step = 100 / (ramp.colours.length - 1);
    var stops = ramp.colours.map(function (colour, n) {
      return '<stop offset="' + n * step + '%" stop-color="' + escaped(colour) + '"/>';
    });
    var last = ramp.labels.length - 1;
    return '<defs><linearGradient id="ramp">' + stops.join("") + "</linearGradient></defs>" +
      '<rect x="' + MARGIN + '" y="' + (top + 4) + '" width="' + wide + '" height="10" fill="url(#ramp)" stroke="#7b8794" stroke-width="0.6"/>' +
      ramp.labels.map(function (label, n) {
        return '<text x="' + (MARGIN + wide * n / last) + '" y="' + (top + 28) + '" font-size="12" text-anchor="' +
          (n === 0 ? "start" : n === last ? "end" : "middle") + '">' + escaped(label) + "</text>";
      }).join("");
  }

  // Legend entries side by side, in as many rows as needed: SVG and its height. An entry has a colour or a mark
  // (SVG path), or is a note; a single entry may be a colour ramp.
  function legend(entries, top, width) {
    if (entries.length && entries[0].ramp) return { drawn: drawRamp(entries[0].ramp, top, width), height: 36 };
    var x = MARGIN, line = 0, drawn = "";
    entries.forEach(function (entry) {
      var sign = entry.mark ? WORDS.mark : entry.colour ? WORDS.swatch : 0, start = sign && sign + 6;
      var wide = start + textWidth(entry.name, WORDS.font);
      if (x > MARGIN && (entry.alone || x + wide > width - MARGIN)) { x = MARGIN; line += 1; }
      var base = top + (line + 1) * WORDS.line - 5;
      if (sign) {
        drawn += entry.mark
          ? '<g transform="translate(' + x + " " + (base - 10) + ')">' + entry.mark + "</g>"
          : '<rect x="' + x + '" y="' + (base - 10) + '" width="' + sign + '" height="' + sign +
            '" fill="' + escaped(entry.colour) + '" stroke="#7b8794" stroke-width="0.6"/>';
      }
      printedFigure.wrapText(entry.name, width - 2 * MARGIN - start, WORDS.font).forEach(function (text, n) {
        line += n && 1;
        drawn += '<text x="' + (x + start) + '" y="' + (base + n * WORDS.line) + '" font-size="12">' + escaped(text) + "</text>";
      });
      x += wide + WORDS.between;
    });
    return { drawn: drawn, height: entries.length ? (line + 1) * WORDS.line + 8 : 0 };
  }

  // Complete SVG: the chart with background, title and legend.
  function composePicture(inner, width, height, title, entries) {
    var foot = legend(entries, height, width);
    var tall = height + foot.height;
    var drawn = "<title>" + escaped(title) + '</title><rect width="100%" height="100%" fill="#ffffff"/>' +
      inner.replace(/<image (?![^>]*style=)/g, '<image style="image-rendering:pixelated" ') +
      foot.drawn;
    return {
      width: width,
      height: tall,
      // Width in millimetres or pixels.
      text: function (wide, unit) {
        return '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="' +
          wide + unit + '" height="' + (Math.round(wide * tall / width * 100) / 100) + unit +
          '" viewBox="0 0 ' + width + " " + tall + '" xml:lang="' + document.documentElement.lang +
          '" font-family="' + escaped(printedFigure.family) + '" fill="' + INK + '">' + drawn + "</svg>";
      },
    };
  }

  async function asPng(picture, millimetres) {
    var canvas = document.createElement("canvas");
    canvas.width = Math.ceil(millimetres * DOTS_PER_MM);
    canvas.height = Math.round(canvas.width * picture.height / picture.width);
    var image = await printedFigure.loadImage(picture.text(canvas.width, "px"));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    var blob = await new Promise(function (done) { canvas.toBlob(done, "image/png"); });
    var bytes = new Uint8Array(await blob.arrayBuffer());
    return [bytes.slice(0, HEADER_LENGTH), new Uint8Array(RESOLUTION), bytes.slice(HEADER_LENGTH)];
  }

  function download(parts, type, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(parts, { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  // figure: plotly figure; title: title element of the SVG, not drawn; entries: legend names with colours or
  // marks; format: svg or png; millimetres: width of the picture.
  async function save(figure, leastWidth, title, entries, name, format, millimetres) {
    var width = Math.round(millimetres * printedFigure.perMm);
    var drawn = await printedFigure.draw(figure, width, leastWidth);
    await savePicture(drawn.svg, width, drawn.height, title, entries.concat(drawn.notes), name, format, millimetres);
  }

  // inner: SVG of this width and height.
  async function savePicture(inner, width, height, title, entries, name, format, millimetres) {
    var picture = composePicture(inner, width, height, title, entries);
    var file = name.replace(/[\\/:*?"<>|\s]+/g, "_") + "." + format;
    if (format === "svg") download([picture.text(millimetres, "mm")], "image/svg+xml", file);
    else download(await asPng(picture, millimetres), "image/png", file);
  }

  // Selected picture width of a box, millimetres.
  function columnWidth(button) {
    return Number(button.closest(".saving").querySelector(".column").value);
  }

  // Decompressed text of an element of the page.
  async function unpacked(holder) {
    var bytes = Uint8Array.from(atob(holder.textContent.trim()), function (letter) { return letter.charCodeAt(0); });
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }

  return { unpacked: unpacked, legend: legend, save: save, savePicture: savePicture, millimetres: columnWidth };
}());
