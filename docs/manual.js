// Searches the manual: the sections of all pages of its language, which were listed when the pages
// were made. The list is read when somebody goes to the field; pages opened from a disk can do that
// by a script alone.
(function () {
  "use strict";

  var MOST = 30, BEFORE = 40, AFTER = 110;
  var form = document.querySelector(".search");
  var field = form.querySelector("input"), list = form.querySelector("ol");
  var pages = null, isAsked = false;

  window.manualIndex = function (index) {
    pages = index;
    show();
  };

  function ask() {
    if (isAsked) return;
    isAsked = true;
    var script = document.createElement("script");
    script.src = form.dataset.home + "search.js";
    document.head.appendChild(script);
  }

  // Letters as they are compared; of a word in the East no blanks tell the end, so parts count too.
  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  // Each section that has all words, those first that have them in the title or the heading.
  function found(words) {
    var all = [];
    pages.forEach(function (page) {
      page.sections.forEach(function (section) {
        var heading = plain(section.heading), title = plain(page.title), text = plain(section.text);
        var own = 0, ofPage = 0;
        for (var n = 0; n < words.length; n += 1) {
          var isTitle = title.indexOf(words[n]) >= 0;
          if (heading.indexOf(words[n]) >= 0) own += 4;
          else if (text.indexOf(words[n]) >= 0) own += 1;
          else if (!isTitle) return;
          if (isTitle) ofPage += 2;
        }
        // What its page alone is about is no finding of each of its sections.
        if (own) all.push({ page: page, section: section, points: own + ofPage });
      });
    });
    // Those with as many stay in the order of the pages.
    return all.sort(function (one, other) { return other.points - one.points; }).slice(0, MOST);
  }

  function add(parent, tag, text) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    return parent.appendChild(element);
  }

  // Where the first of the words stands, with some of what is around it.
  function excerpt(parent, text, words) {
    // The letters that are compared may be more than those that are shown, as one may stand for two.
    var lower = text.toLowerCase();
    var word = words.filter(function (one) { return lower.indexOf(one) >= 0; })[0];
    if (!word) return add(parent, "span", text.slice(0, BEFORE + AFTER));
    var at = lower.indexOf(word), from = Math.max(0, at - BEFORE);
    var span = add(parent, "span", (from ? "\u2026" : "") + text.slice(from, at));
    add(span, "mark", text.slice(at, at + word.length));
    span.appendChild(document.createTextNode(text.slice(at + word.length, at + AFTER)));
    return span;
  }

  function show() {
    var words = plain(field.value).split(/\s+/).filter(Boolean);
    list.textContent = "";
    list.hidden = !words.length || !pages;
    if (list.hidden) return;
    found(words).forEach(function (one) {
      var link = add(add(list, "li"), "a");
      link.href = form.dataset.home + one.page.link + (one.section.anchor && "#" + one.section.anchor);
      var isTop = one.section.heading === one.page.title;
      add(link, "b", one.page.title + (isTop ? "" : " \u203a " + one.section.heading));
      excerpt(link, one.section.text, words);
    });
    if (!list.firstChild) add(list, "li", form.dataset.nothing);
  }

  field.addEventListener("focus", ask);
  field.addEventListener("input", function () {
    ask();
    show();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = list.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    field.value = "";
    show();
  });
  list.addEventListener("click", function () { list.hidden = true; });
  form.hidden = false;
}());
