/** The text of an element that has no other elements in it but line breaks. */
export function textOf(element) {
  if (!element) return "";
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll("*")) {
    if (part.localName !== "br") throw new Error(`<${part.localName}> in ${element.outerHTML}`);
    part.replaceWith("\n");
  }
  return copy.textContent;
}
