// Slider between two overlaid pictures of the same land. Without it, and on paper, they stand side by side.
(function () {
  "use strict";

  Array.prototype.forEach.call(document.querySelectorAll(".swipe"), function (box) {
    var range = box.querySelector("input");
    var pair = box.querySelector(".pair");

    function show() {
      var now = 100 - range.value;
      box.style.setProperty("--at", range.value + "%");
      range.setAttribute("aria-valuetext",
        range.dataset.then + ": " + range.value + " %, " + range.dataset.now + ": " + now + " %");
    }

    function follow(event) {
      if (event.type === "pointermove" && !event.buttons) return;
      var frame = pair.getBoundingClientRect();
      range.value = 100 * (event.clientX - frame.left) / frame.width;
      show();
    }

    range.addEventListener("input", show);
    pair.addEventListener("pointerdown", follow);
    pair.addEventListener("pointermove", follow);
    range.hidden = false;
    box.classList.add("swiping");
    show();
  });
}());
