// Draws charts, copies tables and prepares printing. It makes no network requests.
(function () {
  "use strict";

  var words = JSON.parse(document.getElementById("words").textContent);
  var boxes = Array.prototype.slice.call(document.querySelectorAll(".chart-box"));
  // Printable width of A4, CSS pixels.
  var PRINT_WIDTH = 690;
  // Printable height, slightly reduced because screen and paper measure differently.
  var PAPER_WIDTH = 703, PAPER_HEIGHT = 980;
  // Maximum chart heights in print: bar charts need less than other charts.
  var PRINT_HEIGHT = 360, BAR_CHART_HEIGHT = 225, SUMMARY_HEIGHT = 310;
  // Bar charts are redrawn at this width and at most this height, then scaled to the paper.
  var BAR_CHART = { width: 1000, height: 326, summary: 230 };
  // Room that is not available to the title of a vertical axis.
  var AXIS_MARGIN = 80;
  // Maximum share of a page that stays empty, and minimum scale of a picture.
  var MAX_EMPTY = 0.26, MIN_SCALE = 0.45, PAGE_HEIGHT = 1012;
  // Blocks that are not split between pages.
  var PRINT_BLOCKS = ".lead-in > *, main .chapter, main h2, main p, main li, main dd, main .chart-box, main .map-box, main .legend, main .ramp, main summary, main tr";
  var config = {
    displayModeBar: false,
    responsive: true,
    doubleClick: false,
  };

  function showFailure(error) {
    document.body.classList.remove("drawing");
    document.querySelector(".script-note").hidden = false;
    if (error && window.console) console.warn(String(error));
  }

  async function unpack(holder) {
    var script = document.createElement("script");
    script.textContent = await chartPicture.unpacked(holder);
    holder.remove();
    document.head.appendChild(script);
    if (!window.Plotly) throw new Error("plotly did not start");
  }

  function findFigure(box, number) {
    var figure = JSON.parse(box.querySelector(".figures").textContent)[number];
    figure.layout.font.family = getComputedStyle(document.body).fontFamily;
    return figure;
  }

  function draw(box, number) {
    var chart = box.querySelector(".chart");
    var figure = findFigure(box, number);
    var shown = box.querySelector(".period-shown");
    if (shown) shown.textContent = box.querySelector(".choose").options[number].text;
    var fallback = chart.querySelector(".fallback");
    if (fallback) fallback.remove();
    chart.style.height = figure.layout.height + "px";
    // Legend entries that occur in this chart.
    var entries = (figure.layout.meta || {}).legend;
    if (entries) box.querySelectorAll(".legend li").forEach(function (entry) {
      entry.hidden = entries.indexOf(entry.textContent.trim()) < 0;
    });
    return window.Plotly.react(chart, figure.data, figure.layout, config);
  }

  // Charts in collapsed parts are drawn when these are opened.
  function isFolded(box) {
    return Boolean(box.closest("details:not([open])"));
  }

  async function drawOpen() {
    for (var n = 0; n < boxes.length; n += 1) {
      var box = boxes[n], figures = box.querySelector(".figures");
      if (isFolded(box) || box.classList.contains("ready")) continue;
      if (figures.dataset.packed) figures.textContent = await chartPicture.unpacked(figures);
      delete figures.dataset.packed;
      await draw(box, 0);
      box.querySelector(".saving").hidden = false;
      box.classList.add("ready");
      // Yield, so that the page stays responsive.
      await new Promise(function (done) { setTimeout(done, 0); });
    }
    document.body.classList.add("drawn");
  }

  // Calls are queued; before plotly is loaded, there is nothing to do.
  var drawing = null;
  function drawNow() {
    if (drawing) drawing = drawing.then(drawOpen).catch(showFailure);
    return drawing || Promise.resolve();
  }

  document.addEventListener("toggle", function (event) {
    if (!event.target.open) return;
    // The window may have been resized since.
    Array.prototype.forEach.call(event.target.querySelectorAll(".ready .chart"), function (chart) {
      if (!isFolded(chart)) window.Plotly.Plots.resize(chart);
    });
    drawNow();
  }, true);

  boxes.forEach(function (box) {
    var choose = box.querySelector(".choose");
    if (choose) choose.addEventListener("change", function () { draw(box, Number(choose.value)); });
    Array.prototype.forEach.call(box.querySelectorAll(".save"), function (button) {
      button.addEventListener("click", function () { save(box, button); });
    });
  });

  // Save the visible chart, with the selected period in its name.
  function save(box, button) {
    var choose = box.querySelector(".choose");
    var chosen = choose ? choose.options[choose.value].text : "";
    var entries = Array.prototype.map.call(box.querySelectorAll(".legend li:not([hidden])"), function (entry) {
      var swatch = entry.querySelector(".swatch"), mark = entry.querySelector(".mark");
      return {
        name: entry.textContent.trim(),
        colour: swatch && swatch.style.backgroundColor,
        mark: mark && new XMLSerializer().serializeToString(mark.firstElementChild),
      };
    });
    return chartPicture.save(
      findFigure(box, choose ? Number(choose.value) : 0),
      parseInt(box.querySelector(".chart").style.minWidth, 10) || 0,
      box.querySelector(".chart-title").textContent + (chosen && " (" + chosen + ")"),
      entries,
      box.id.replace("chart-", "") + (chosen && " " + chosen),
      button.dataset.format,
      chartPicture.millimetres(button)
    ).catch(showFailure);
  }

  var holder = document.getElementById("plotly");
  if (holder && boxes.length) {
    if (typeof DecompressionStream === "undefined") {
      showFailure();
    } else {
      document.body.classList.add("drawing");
      drawing = unpack(holder).then(drawOpen).catch(showFailure);
    }
  }

  // Open collapsed parts that contain the target of a link.
  function openTarget() {
    var target = document.getElementById(window.location.hash.slice(1));
    if (!target) return;
    for (var part = target.querySelector(":scope > .section-fold") || target; part; part = part.parentElement) {
      if (part.matches("details")) part.open = true;
    }
    target.scrollIntoView();
    // Charts drawn above move the target; scroll again unless the reader has scrolled away.
    drawNow().then(function () {
      if (Math.abs(target.getBoundingClientRect().top) < window.innerHeight) target.scrollIntoView();
    });
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    // The address does not change if it already has this hash.
    if (link && link.hash === window.location.hash) openTarget();
  });
  window.addEventListener("hashchange", openTarget);
  openTarget();

  // Printing: bar charts are redrawn; other charts are scaled, because redrawing takes longer than browsers wait.
  // Collapsed parts stay collapsed.
  function fitCharts(printing) {
    var brief = document.body.classList.contains("summary");
    // Charts redrawn for the screen take their width from the summary's layout.
    if (brief && !printing) fitSummary(false);
    boxes.forEach(function (box) {
      if (isFolded(box)) return;
      var chart = box.querySelector(".chart");
      var width = chart.offsetWidth, height = chart.offsetHeight;
      var tallest = height > 400 ? (brief ? SUMMARY_HEIGHT : PRINT_HEIGHT) : BAR_CHART_HEIGHT;
      if (height <= 400 && (!brief || box.closest(".brief")) && chart.layout) {
        return redraw(box, chart, printing, brief ? BAR_CHART.summary : BAR_CHART.height);
      }
      chart.style.width = printing ? width + "px" : "";
      var zoom = Math.min(PRINT_WIDTH / width, tallest / height);
      chart.style.zoom = printing && zoom < 1 ? zoom : "";
    });
    if (brief && printing) fitSummary(true);
    if (!brief) fillPages(printing);
  }
  function redraw(box, chart, printing, tallest) {
    var choose = box.querySelector(".choose");
    chart.classList.toggle("as-wide", printing);
    chart.style.width = chart.style.zoom = "";
    if (!printing) return draw(box, choose ? Number(choose.value) : 0);
    var high = Math.min(tallest, chart.offsetHeight);
    chart.style.width = BAR_CHART.width + "px";
    chart.style.height = high + "px";
    chart.style.zoom = PRINT_WIDTH / BAR_CHART.width;
    var title = ((chart.layout.yaxis || {}).title || {}).text || "";
    window.Plotly.relayout(chart, {
      width: BAR_CHART.width, height: high, autosize: false, "yaxis.title.font.size": 11,
      "yaxis.title.text": printedFigure.broken(title, high - AXIS_MARGIN, 11).join("<br>"),
    });
  }
  // Height left empty at the end of the first page: a block that would be split starts the second page,
  // with its heading.
  function emptyHeight(top) {
    var end = top + PAPER_HEIGHT;
    var torn = Array.prototype.find.call(
      document.querySelectorAll("main :is(h2, .chart-box, .map-box, section > .legend, .table-box)"),
      function (block) {
        var box = block.getBoundingClientRect();
        return box.height && box.bottom > end;
      }
    );
    if (!torn || torn.getBoundingClientRect().top > end) return 0;
    for (var led = torn.previousElementSibling; led && led.matches("h2, .map-box"); led = led.previousElementSibling) torn = led;
    return end - torn.getBoundingClientRect().top;
  }
  // Whether a block must be on the same page as the next one.
  function staysWithNext(block, next) {
    var isPicture = next.matches(".chart-box, .map-box");
    return block.matches("h2, main > .chapter") || (block.matches(".map-box") && next.matches(".legend, .ramp")) ||
      (isPicture && block.matches("h2 + p"));
  }
  // Shrink the first picture that leaves too much of a page empty to fit that page.
  function shrinkFirstPicture(top) {
    var end = top + PAGE_HEIGHT, rects = [], blocks = [];
    document.querySelectorAll(PRINT_BLOCKS).forEach(function (block) {
      var around = block.parentElement.closest(".chart-box, .map-box, .legend"), rect = block.getBoundingClientRect();
      // Collapsed blocks have a height as well.
      if (around || !rect.height || (block.matches("summary") ? block.parentElement.parentElement : block).closest("details:not([open])")) return;
      blocks.push(block);
      rects.push(rect);
    });
    for (var n = 0; n < blocks.length; n += 1) {
      if (rects[n].bottom <= end) continue;
      var first = n;
      while (first > 0 && staysWithNext(blocks[first - 1], blocks[first])) first -= 1;
      var picture = blocks.slice(first, n + 1).find(function (block) { return block.matches(".chart-box, .map-box"); });
      if (picture && end - rects[first].top > MAX_EMPTY * PAGE_HEIGHT && shrinkPicture(picture, rects[n].bottom - end)) return true;
      end = rects[first].top + PAGE_HEIGHT;
    }
    return false;
  }
  // Shrink a picture by this height, if possible; returns whether it was.
  function shrinkPicture(picture, excess) {
    var isDone = false;
    picture.querySelectorAll(".maps, .small-maps, .swipe:not([hidden]), .chart").forEach(function (part) {
      var box = part.getBoundingClientRect(), share = 1 - (excess + 6) / box.height, before = Number(part.dataset.squeezed || 1);
      if (isDone || !box.height || share * before < MIN_SCALE) return;
      part.dataset.squeezed = share * before;
      if (part.matches(".chart")) part.style.zoom = (part.style.zoom || 1) * share;
      else {
        // Keep the number of columns.
        var columns = getComputedStyle(part).gridTemplateColumns.split(" ").filter(parseFloat).length;
        if (columns > 1) part.style.gridTemplateColumns = "repeat(" + columns + ", 1fr)";
        part.style.maxWidth = box.width * share + "px";
      }
      isDone = true;
    });
    return isDone;
  }
  function fillPages(printing) {
    var paper = document.getElementById("paper"), body = document.body;
    document.querySelectorAll("[data-squeezed]").forEach(function (part) {
      part.style.maxWidth = part.style.gridTemplateColumns = "";
      if (!printing) part.style.zoom = "";
      delete part.dataset.squeezed;
    });
    if (!printing) return;
    var swiping = document.querySelectorAll(".swiping");
    swiping.forEach(function (one) { one.classList.remove("swiping"); });
    paper.media = "all";
    body.style.width = PAPER_WIDTH + "px";
    for (var turn = 0; turn < 40 && shrinkFirstPicture(body.getBoundingClientRect().top); turn += 1);
    body.style.width = "";
    paper.media = "print";
    swiping.forEach(function (one) { one.classList.add("swiping"); });
  }
  // Scale the summary to two pages, measured on screen with the print style.
  function fitSummary(printing) {
    var paper = document.getElementById("paper"), body = document.body;
    body.style.zoom = body.style.width = "";
    if (!printing) return;
    // Sliders do not exist on paper.
    var swiping = document.querySelectorAll(".swiping");
    swiping.forEach(function (one) { one.classList.remove("swiping"); });
    paper.media = "all";
    for (var zoom = 1; zoom > 0.5; zoom -= 0.02) {
      body.style.zoom = zoom;
      body.style.width = PAPER_WIDTH / zoom + "px";
      // Charts keep the width of the paper.
      document.querySelectorAll(".as-wide").forEach(function (one) {
        one.style.zoom = PRINT_WIDTH / BAR_CHART.width / zoom;
      });
      var whole = body.getBoundingClientRect();
      if (whole.height + Math.max(60, emptyHeight(whole.top)) < 2 * PAPER_HEIGHT) break;
    }
    body.style.width = "";
    paper.media = "print";
    swiping.forEach(function (one) { one.classList.add("swiping"); });
  }
  window.addEventListener("beforeprint", function () {
    if (document.body.classList.contains("summary")) document.querySelectorAll("details.brief:not([open])").forEach(function (one) {
      one.open = true;
      opened.push(one);
    });
    fitCharts(true);
  });
  window.addEventListener("afterprint", function () {
    fitCharts(false);
    if (!always) document.body.classList.remove("summary");
    opened.forEach(function (one) { one.open = false; });
    opened = [];
  });

  // Print everything, by the button or with ?all in the address. Parts opened for printing only are collapsed again.
  var opened = [];
  function openAll() {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (one) { one.open = true; });
    return drawNow();
  }
  if (/[?&]all(=|&|$)/.test(window.location.search)) {
    openAll();
    opened = [];
  }
  var whole = document.querySelector(".print-all");
  whole.hidden = false;
  whole.addEventListener("click", function () {
    openAll().then(function () { window.print(); });
  });

  // Print the summary, by the button or with ?summary in the address: the sections named by the page, or else the
  // first one.
  words.summary.forEach(function (id) {
    var part = document.getElementById(id);
    if (part) part.classList.add("brief");
  });
  var always = /[?&]summary(=|&|$)/.test(window.location.search);
  if (always) document.body.classList.add("summary");
  var brief = document.querySelector(".print-summary");
  brief.hidden = false;
  brief.addEventListener("click", function () {
    document.body.classList.add("summary");
    window.print();
  });

  // Copy tables at full precision, from data-v attributes of cells.
  function tabSeparated(table) {
    return Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (cell) {
        var text = cell.hasAttribute("data-v") ? cell.getAttribute("data-v") : cell.textContent;
        return text.replace(/\s+/g, " ").trim();
      }).join("\t");
    }).join("\n") + "\n";
  }

  function copyByHand(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("not copied");
  }

  async function copy(text) {
    // The Clipboard API may be missing or denied on pages opened from a file.
    if (navigator.clipboard && window.isSecureContext) {
      try {
        await navigator.clipboard.writeText(text);
        return;
      } catch (error) { /* fall back to execCommand */ }
    }
    copyByHand(text);
  }

  Array.prototype.forEach.call(document.querySelectorAll(".copy"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function (event) {
      event.preventDefault();
      var table = button.closest("details").querySelector("table");
      copy(tabSeparated(table)).then(
        function () { button.textContent = words.copied; },
        function () { button.textContent = words.failed; }
      ).then(function () {
        setTimeout(function () { button.textContent = words.copy; }, 1600);
      });
    });
  });
}());
