// The frame works without this file; it only saves a few clicks.
"use strict";

// A menu of the top bar closes when one looks elsewhere
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".topbar details[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll(".topbar details[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  // "/" goes to the search box, unless something is being typed
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const search = document.getElementById("search");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && search) {
    event.preventDefault();
    search.focus();
  }
});

// What was typed into a form is not lost by a slip: leaving asks first, sending does not
let typed = false;
document.addEventListener("input", (event) => {
  if (event.target.closest("main form[method=post]") && event.target.type !== "password") typed = true;
});
document.addEventListener("submit", () => {
  typed = false;
});
window.addEventListener("beforeunload", (event) => {
  if (typed) event.preventDefault();
});

// What is wrong with a form is read out and seen first, also when htmx brings it
const showErrors = (root) => {
  const summary = root.querySelector("#error-summary");
  if (summary) summary.focus();
};
document.addEventListener("DOMContentLoaded", () => showErrors(document));
document.addEventListener("htmx:afterSwap", () => showErrors(document));
