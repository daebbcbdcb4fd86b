// The choice of the page's language before anybody is known.

import { button, element } from "./dom.js";
import { language, languages, useLanguage } from "./i18n.js";

/** A button for each other language, named in that language. */
export function languageButtons() {
  const others = Object.entries(languages).filter(([code]) => code !== language());
  /** @param {string} code */
  const choose = async (code) => {
    await useLanguage(code);
    dispatchEvent(new Event("examwright:route"));
  };
  return element("p", { class: "languages" }, ...others.map(([code, name]) => button(name, () => choose(code), { class: "plain", lang: code })));
}
