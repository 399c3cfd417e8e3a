// The rule editor works without this file; with it faults stand at their fields while one types.
"use strict";

// What the preview found wrong is said at its field too
const mark = () => {
  const form = document.getElementById("rule-form");
  for (const old of form.querySelectorAll(".field-error")) {
    if (!old.closest("#preview")) old.remove();
  }
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const box of form.querySelectorAll(".has-error")) box.classList.remove("has-error");
  for (const fault of form.querySelectorAll("#preview [data-field]")) {
    const field = document.getElementById(fault.dataset.field);
    if (!field) continue;
    const closed = field.closest("details:not([open])");
    if (closed) closed.open = true;
    const said = document.createElement("span");
    said.className = "field-error";
    said.textContent = fault.textContent;
    if (field.matches("input, select, textarea")) {
      field.setAttribute("aria-invalid", "true");
      let last = field.closest(".amount, .with-button") ?? field;
      while (last.nextElementSibling?.matches(".field-error")) last = last.nextElementSibling;
      last.after(said);
    } else {
      field.append(said);
    }
  }
};

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id === "preview") document.getElementById("error-summary")?.remove();
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "preview") mark();
});
// A text that is being written is not replaced
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target.contains(document.activeElement)) event.detail.shouldSwap = false;
});
