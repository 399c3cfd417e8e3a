// The entry form works without this file; with it sums are live and a keyboard is enough.
"use strict";

const form = document.getElementById("entry-form");
const texts = document.getElementById("entry-texts").dataset;
const table = document.getElementById("entry-lines");
const body = table.querySelector("tbody");
const decimals = Number(texts.decimals);

// Amounts are whole minor units in BigInt; the server alone decides what a text means
const shown = (minor) => {
  const negative = minor < 0n;
  const digits = (negative ? -minor : minor).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const [group, point] = texts.language === "en" ? [",", "."] : [".", ","];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return (negative ? "-" : "") + grouped + (decimals ? point + digits.slice(-decimals) : "");
};

const sum = (column) => {
  let total = 0n;
  for (const input of body.querySelectorAll(`input[name=${column}]`)) {
    if (input.dataset.minor) total += BigInt(input.dataset.minor);
  }
  return total;
};

const refresh = () => {
  const unclear = [...body.querySelectorAll("input.money")].some((i) => i.value.trim() && !i.dataset.minor);
  const debit = sum("debit");
  const credit = sum("credit");
  document.getElementById("sum-debit").textContent = shown(debit);
  document.getElementById("sum-credit").textContent = shown(credit);
  const difference = document.getElementById("difference");
  const status = document.createElement("span");
  const balanced = debit === credit && !unclear;
  status.className = "status " + (balanced ? "status-ok" : "status-bad");
  status.textContent = balanced ? texts.balanced : texts.unbalanced;
  difference.replaceChildren(shown(debit - credit) + " ", status);
  if (unclear) {
    const hint = document.createElement("span");
    hint.className = "hint d-block";
    hint.textContent = texts.unclear;
    difference.append(hint);
  }
};

// Asks what an amount means; a late answer to an older text is dropped
const read = async (input) => {
  const text = input.value.trim();
  delete input.dataset.minor;
  input.parentElement.querySelector(".ask")?.remove();
  if (!text) {
    refresh();
    return;
  }
  try {
    const url = new URL(texts.read, location.href);
    url.searchParams.set("text", text);
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const meaning = await answer.json();
    if (input.value.trim() !== text) return;
    if (meaning.minor) {
      input.dataset.minor = meaning.minor;
      if (document.activeElement !== input) input.value = meaning.shown;
      document.getElementById("amount-words").textContent = meaning.words;
    } else if (meaning.readings.length) {
      ask(input, meaning.readings);
    }
  } catch {
    // without an answer the server says on saving what is wrong
  }
  refresh();
};

const ask = (input, readings) => {
  const question = document.createElement("div");
  question.className = "ask";
  question.append(texts.ask + " ");
  for (const reading of readings) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm btn-plain";
    button.textContent = reading.shown;
    button.addEventListener("click", () => {
      input.value = reading.plain;
      read(input);
      input.focus();
    });
    question.append(button, " ");
  }
  input.parentElement.append(question);
};

const addRow = () => {
  const last = body.rows[body.rows.length - 1];
  const row = last.cloneNode(true);
  const number = body.rows.length + 1;
  row.querySelector(".rowno").textContent = String(number);
  for (const extra of row.querySelectorAll(".ask, .field-error")) extra.remove();
  for (const cell of row.querySelectorAll(".has-error")) cell.classList.remove("has-error");
  for (const name of row.querySelectorAll(".name")) name.textContent = "";
  for (const field of row.querySelectorAll("input, select")) {
    // a new row keeps the fund of the one above, which is nearly always right
    if (field.name !== "fund") field.value = "";
    else field.value = last.querySelector("select").value;
    field.id = field.name + "-" + number;
    field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, String(number)));
    field.removeAttribute("aria-invalid");
    delete field.dataset.minor;
  }
  body.append(row);
  row.querySelector("input").focus();
};

const cells = () => [...form.querySelectorAll("input:not([type=hidden]), select")];

form.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (key === "enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.getElementById("save").click();
  } else if (key === "s" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.getElementById("save-draft").click();
  } else if (key === "n" && event.altKey) {
    event.preventDefault();
    addRow();
  } else if (key === "enter" && event.target.matches("input, select")) {
    event.preventDefault();
    const all = cells();
    const next = all[all.indexOf(event.target) + 1];
    if (next) {
      next.focus();
      next.select?.();
    } else addRow();
  } else if (event.key === "=" && event.target.matches("tbody input") && !event.target.value) {
    const row = event.target.closest("tr");
    const above = row.previousElementSibling?.querySelector(`[name=${event.target.name}]`);
    if (above) {
      event.preventDefault();
      event.target.value = above.value;
      if (event.target.matches(".money")) read(event.target);
      else name(event.target);
    }
  }
});

document.getElementById("add-row").addEventListener("click", (event) => {
  event.preventDefault();
  addRow();
});

// The title of the account below its code
const name = (input) => {
  if (input.name !== "account") return;
  const code = input.value.trim().split(" ")[0];
  const option = document.querySelector(`#account-codes option[value="${CSS.escape(code)}"]`);
  input.parentElement.querySelector(".name").textContent = option ? option.textContent : "";
};

body.addEventListener("change", (event) => {
  if (event.target.matches(".money")) read(event.target);
  else name(event.target);
});

// Pressing a button twice sends the form once; the server would post it once all the same
let sent = false;
form.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
window.addEventListener("pageshow", () => {
  sent = false;
});

for (const input of body.querySelectorAll("input.money")) if (input.value) read(input);
