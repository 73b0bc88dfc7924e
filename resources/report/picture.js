// Saves a chart as a picture for print: its legend below it, no title, which is the caption's; 170 mm
// wide; as SVG, or as PNG of 300 dots per inch. Everything it needs is in the page.
var chartPicture = (function () {
  "use strict";

  var MILLIMETRES = 170;
  var DOTS = Math.ceil(MILLIMETRES / 25.4 * 300);
  // CSS pixels that a chart is drawn in: on 170 mm its 13 px are letters of 9 points.
  var LEAST_WIDTH = 720;
  var EDGE = 16;
  var WORDS = { font: "12px ", line: 19, swatch: 11, mark: 22, between: 18 };
  var INK = "#1f2933";
  // The chunk of a PNG that says 300 dots per inch (11,811 a metre), which browsers leave out; and
  // where it goes.
  var RESOLUTION = [0, 0, 0, 9, 112, 72, 89, 115, 0, 0, 46, 35, 0, 0, 46, 35, 1, 120, 165, 63, 118];
  var AFTER_HEADER = 33;

  var measure = document.createElement("canvas").getContext("2d");

  function widthOf(text, font) {
    measure.font = font + getComputedStyle(document.body).fontFamily;
    return measure.measureText(text).width;
  }

  function escaped(text) {
    var holder = document.createElement("div");
    holder.textContent = text;
    return holder.innerHTML.replace(/"/g, "&quot;").replace(/&nbsp;/g, "\u00a0");
  }

  // The entries side by side, in as many lines as they need: their SVG, and the height of it. An
  // entry has a colour, or a mark, which is the path of an SVG.
  function legend(entries, top, width) {
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
    var font = getComputedStyle(document.body).fontFamily;
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
          '" font-family="' + escaped(font) + '" fill="' + INK + '">' + drawn + "</svg>";
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

  async function asPng(picture) {
    var canvas = document.createElement("canvas");
    canvas.width = DOTS;
    canvas.height = Math.round(DOTS * picture.height / picture.width);
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

  // figure: what plotly draws; title: what it is called, which is not drawn; entries: names, and
  // colours or marks, of the legend; format: svg or png.
  async function save(figure, leastWidth, title, entries, name, format) {
    var width = Math.max(LEAST_WIDTH, leastWidth), height = figure.layout.height;
    var layout = Object.assign({}, figure.layout, { width: width, autosize: false });
    var inner = await window.Plotly.toImage(
      { data: figure.data, layout: layout },
      { format: "svg", width: width, height: height, imageDataOnly: true }
    );
    await handOver(inner, width, height, title, entries, name, format);
  }

  // inner: an SVG of this size.
  async function handOver(inner, width, height, title, entries, name, format) {
    var picture = composed(inner, width, height, title, entries);
    var file = name.replace(/[\\/:*?"<>|\s]+/g, "_") + "." + format;
    if (format === "svg") handOut([picture.text(MILLIMETRES, "mm")], "image/svg+xml", file);
    else handOut(await asPng(picture), "image/png", file);
  }

  return { save: save, handOver: handOver, width: LEAST_WIDTH };
}());
