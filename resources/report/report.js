// Draws the charts and copies tables. Everything it needs is in the page.
(function () {
  "use strict";

  var words = JSON.parse(document.getElementById("words").textContent);
  var boxes = Array.prototype.slice.call(document.querySelectorAll(".chart-box"));
  // The width of what is printed on A4, in CSS pixels.
  var PRINT_WIDTH = 690;
  // What is between its margins, a little less high for what the screen measures otherwise.
  var PAPER_WIDTH = 703, PAPER_HEIGHT = 980;
  // And the height of a chart there: bars that stand need less than a diagram.
  var PRINT_HEIGHT = 360, BARS_HEIGHT = 225, SUMMARY_HEIGHT = 310;
  // Bars are drawn anew, so wide and no higher, to be made as wide as the paper.
  var WIDE_BARS = { width: 1000, height: 326, summary: 230 };
  // What an upright title of theirs has no room in.
  var AROUND_AXIS = 80;
  // So much of a page may stay empty before what comes next; and how small a picture may become for it.
  var MOST_EMPTY = 0.26, SMALLEST = 0.45, PAGE_HEIGHT = 1012;
  // What is not torn apart on paper.
  var BLOCKS = ".lead-in > *, main .chapter, main h2, main p, main li, main dd, main .chart-box, main .map-box, main .legend, main .ramp, main summary, main tr";
  var config = {
    displayModeBar: false,
    responsive: true,
    doubleClick: false,
  };

  function failed(error) {
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

  function figureOf(box, number) {
    var figure = JSON.parse(box.querySelector(".figures").textContent)[number];
    figure.layout.font.family = getComputedStyle(document.body).fontFamily;
    return figure;
  }

  function draw(box, number) {
    var chart = box.querySelector(".chart");
    var figure = figureOf(box, number);
    var shown = box.querySelector(".period-shown");
    if (shown) shown.textContent = box.querySelector(".choose").options[number].text;
    var fallback = chart.querySelector(".fallback");
    if (fallback) fallback.remove();
    chart.style.height = figure.layout.height + "px";
    // Of a legend for all that can be chosen, what this one shows.
    var told = (figure.layout.meta || {}).legend;
    if (told) box.querySelectorAll(".legend li").forEach(function (entry) {
      entry.hidden = told.indexOf(entry.textContent.trim()) < 0;
    });
    return window.Plotly.react(chart, figure.data, figure.layout, config);
  }

  // What lies in something folded is not drawn before that is opened.
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
      // Let the page be read and scrolled in between.
      await new Promise(function (done) { setTimeout(done, 0); });
    }
    document.body.classList.add("drawn");
  }

  // One after the other, whatever is opened in between; nothing before there is what draws.
  var drawing = null;
  function drawNow() {
    if (drawing) drawing = drawing.then(drawOpen).catch(failed);
    return drawing || Promise.resolve();
  }

  document.addEventListener("toggle", function (event) {
    if (!event.target.open) return;
    // The window may have another width than when they were drawn.
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

  // The chart as it is shown, called after the period that was chosen.
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
      figureOf(box, choose ? Number(choose.value) : 0),
      parseInt(box.querySelector(".chart").style.minWidth, 10) || 0,
      box.querySelector(".chart-title").textContent + (chosen && " (" + chosen + ")"),
      entries,
      box.id.replace("chart-", "") + (chosen && " " + chosen),
      button.dataset.format,
      chartPicture.millimetres(button)
    ).catch(failed);
  }

  var holder = document.getElementById("plotly");
  if (holder && boxes.length) {
    if (typeof DecompressionStream === "undefined") {
      failed();
    } else {
      document.body.classList.add("drawing");
      drawing = unpack(holder).then(drawOpen).catch(failed);
    }
  }

  // Links lead into what is folded, whoever follows them.
  function reveal() {
    var target = document.getElementById(window.location.hash.slice(1));
    if (!target) return;
    for (var part = target.querySelector(":scope > .section-fold") || target; part; part = part.parentElement) {
      if (part.matches("details")) part.open = true;
    }
    target.scrollIntoView();
    // Charts that are drawn above it move it on; who has scrolled away since is left alone.
    drawNow().then(function () {
      if (Math.abs(target.getBoundingClientRect().top) < window.innerHeight) target.scrollIntoView();
    });
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    // To where the page is already, which is no change of its address.
    if (link && link.hash === window.location.hash) reveal();
  });
  window.addEventListener("hashchange", reveal);
  reveal();

  // Printing: bars are drawn anew, and larger charts made smaller as they are, because drawing all of
  // them anew takes longer than the browser waits. What is folded stays so.
  function fit(printing) {
    var brief = document.body.classList.contains("summary");
    // What is drawn anew for the screen takes its width from there.
    if (brief && !printing) fitSummary(false);
    boxes.forEach(function (box) {
      if (isFolded(box)) return;
      var chart = box.querySelector(".chart");
      var width = chart.offsetWidth, height = chart.offsetHeight;
      var tallest = height > 400 ? (brief ? SUMMARY_HEIGHT : PRINT_HEIGHT) : BARS_HEIGHT;
      if (height <= 400 && (!brief || box.closest(".brief")) && chart.layout) {
        return redraw(box, chart, printing, brief ? WIDE_BARS.summary : WIDE_BARS.height);
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
    chart.style.width = WIDE_BARS.width + "px";
    chart.style.height = high + "px";
    chart.style.zoom = PRINT_WIDTH / WIDE_BARS.width;
    var title = ((chart.layout.yaxis || {}).title || {}).text || "";
    window.Plotly.relayout(chart, {
      width: WIDE_BARS.width, height: high, autosize: false, "yaxis.title.font.size": 11,
      "yaxis.title.text": printedFigure.broken(title, high - AROUND_AXIS, 11).join("<br>"),
    });
  }
  // What stays empty at the end of the first page: what would lie on both begins the second one,
  // with its heading.
  function leftEmpty(top) {
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
  // Whether a block stays on the page of the one that follows.
  function leads(block, next) {
    var isPicture = next.matches(".chart-box, .map-box");
    return block.matches("h2, main > .chapter") || (block.matches(".map-box") && next.matches(".legend, .ramp")) ||
      (isPicture && block.matches("h2 + p"));
  }
  // The first picture that leaves too much of a page empty becomes as small as the page has room for.
  function squeezeOne(top) {
    var end = top + PAGE_HEIGHT, rects = [], blocks = [];
    document.querySelectorAll(BLOCKS).forEach(function (block) {
      var around = block.parentElement.closest(".chart-box, .map-box, .legend"), rect = block.getBoundingClientRect();
      // What is folded has a height all the same.
      if (around || !rect.height || (block.matches("summary") ? block.parentElement.parentElement : block).closest("details:not([open])")) return;
      blocks.push(block);
      rects.push(rect);
    });
    for (var n = 0; n < blocks.length; n += 1) {
      if (rects[n].bottom <= end) continue;
      var first = n;
      while (first > 0 && leads(blocks[first - 1], blocks[first])) first -= 1;
      var picture = blocks.slice(first, n + 1).find(function (block) { return block.matches(".chart-box, .map-box"); });
      if (picture && end - rects[first].top > MOST_EMPTY * PAGE_HEIGHT && squeeze(picture, rects[n].bottom - end)) return true;
      end = rects[first].top + PAGE_HEIGHT;
    }
    return false;
  }
  // Whether a picture could be made so much less high.
  function squeeze(picture, excess) {
    var isDone = false;
    picture.querySelectorAll(".maps, .small-maps, .swipe:not([hidden]), .chart").forEach(function (part) {
      var box = part.getBoundingClientRect(), share = 1 - (excess + 6) / box.height, before = Number(part.dataset.squeezed || 1);
      if (isDone || !box.height || share * before < SMALLEST) return;
      part.dataset.squeezed = share * before;
      if (part.matches(".chart")) part.style.zoom = (part.style.zoom || 1) * share;
      else {
        // As many side by side as before.
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
    for (var turn = 0; turn < 40 && squeezeOne(body.getBoundingClientRect().top); turn += 1);
    body.style.width = "";
    paper.media = "print";
    swiping.forEach(function (one) { one.classList.add("swiping"); });
  }
  // As much smaller as it takes for two pages, which are measured on the screen with paper's style.
  function fitSummary(printing) {
    var paper = document.getElementById("paper"), body = document.body;
    body.style.zoom = body.style.width = "";
    if (!printing) return;
    // On paper nothing slides over anything.
    var swiping = document.querySelectorAll(".swiping");
    swiping.forEach(function (one) { one.classList.remove("swiping"); });
    paper.media = "all";
    for (var zoom = 1; zoom > 0.5; zoom -= 0.02) {
      body.style.zoom = zoom;
      body.style.width = PAPER_WIDTH / zoom + "px";
      // The charts stay as wide as the paper.
      document.querySelectorAll(".as-wide").forEach(function (one) {
        one.style.zoom = PRINT_WIDTH / WIDE_BARS.width / zoom;
      });
      var whole = body.getBoundingClientRect();
      if (whole.height + Math.max(60, leftEmpty(whole.top)) < 2 * PAPER_HEIGHT) break;
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
    fit(true);
  });
  window.addEventListener("afterprint", function () {
    fit(false);
    if (!always) document.body.classList.remove("summary");
    opened.forEach(function (one) { one.open = false; });
    opened = [];
  });

  // All that is folded too: by the button, or wherever the page's address ends with ?all. What is
  // opened for the printer alone is folded again.
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

  // The summary alone: by the button, or wherever the page's address ends with ?summary. It has the
  // parts that the page names, or else the first section.
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

  // Copying: numbers at full precision, which the cells keep beside what they show.
  function tabbed(table) {
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
    // Pages opened from a file may not have the first, or not be allowed to use it.
    if (navigator.clipboard && window.isSecureContext) {
      try {
        await navigator.clipboard.writeText(text);
        return;
      } catch (error) { /* the old way is left */ }
    }
    copyByHand(text);
  }

  Array.prototype.forEach.call(document.querySelectorAll(".copy"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function (event) {
      event.preventDefault();
      var table = button.closest("details").querySelector("table");
      copy(tabbed(table)).then(
        function () { button.textContent = words.copied; },
        function () { button.textContent = words.failed; }
      ).then(function () {
        setTimeout(function () { button.textContent = words.copy; }, 1600);
      });
    });
  });
}());
