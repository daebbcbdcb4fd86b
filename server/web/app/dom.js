// Makes elements. Whatever comes from people or models enters the page as text, never as markup.

/** @typedef {Node | string | number | null | undefined | false} Leaf */
/** @typedef {Leaf | Leaf[]} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => unknown)>} Attributes */

/**
 * A function is a listener ("onclick"), true an attribute without a value; false, null and undefined leave it out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : String(value));
  }
  fill(made, ...children);
  return made;
}

/**
 * Puts the children in the place of what `parent` holds.
 * @param {Element} parent
 * @param {...Child} children
 */
export function fill(parent, ...children) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  for (const child of children.flat())
    if (child !== null && child !== undefined && child !== false) nodes.push(typeof child === "number" ? String(child) : child);
  parent.replaceChildren(...nodes);
}

/**
 * A text of people in its own direction, within a line.
 * @param {string} text
 */
export function own(text) {
  return element("bdi", {}, text);
}

let lastId = 0;

/** An id that no other element has. */
export function newId() {
  return `id-${++lastId}`;
}

/**
 * @param {string} label
 * @param {(event: any) => unknown} onclick
 * @param {Attributes} [attributes]
 */
export function button(label, onclick, attributes = {}) {
  return element("button", { type: "button", onclick, ...attributes }, label);
}

/** A button that does nothing just now, and keeps the focus if it has it. @param {HTMLButtonElement} made @param {boolean} off */
export function switchOff(made, off) {
  made.setAttribute("aria-disabled", String(off));
}

/** @param {HTMLButtonElement} made */
export function isOff(made) {
  return made.getAttribute("aria-disabled") === "true";
}

/**
 * A labelled field with an explanation, if there is one.
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [hint]
 */
export function field(label, control, hint) {
  control.id ||= newId();
  const note = hint ? element("p", { class: "hint", id: newId() }, hint) : null;
  if (note) control.setAttribute("aria-describedby", note.id);
  return element("div", { class: "field" }, element("label", { for: control.id }, label), control, note);
}

/**
 * A group of radio buttons; `choices` are pairs of value and label.
 * @param {string} label
 * @param {string} name
 * @param {[string, string][]} choices
 * @param {string} chosen
 */
export function radios(label, name, choices, chosen) {
  const id = newId();
  const options = choices.map(([value, text]) =>
    element("label", { class: "choice" }, element("input", { type: "radio", name, value, checked: value === chosen }), text),
  );
  return element(
    "div",
    { class: "field", role: "radiogroup", "aria-labelledby": id },
    element("span", { class: "label", id }, label),
    element("div", { class: "choices" }, ...options),
  );
}
