// Gives the page as a person sees it now: a copy of its markup in which what is not seen is marked.
() => {
  const hidden = "data-pg-hidden";
  const seen = (el) => {
    if (el.checkVisibility && !el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const style = getComputedStyle(el);
    if (parseFloat(style.fontSize) === 0 || style.clip === "rect(0px, 0px, 0px, 0px)") return false;
    if (parseFloat(style.textIndent) < -500) return false;
    const box = el.getBoundingClientRect();
    if (style.overflow === "hidden" && (box.width <= 1 || box.height <= 1)) return false;
    if (style.display !== "contents" && box.width > 0 && box.right + scrollX <= 0) return false;
    return style.color !== style.backgroundColor || style.backgroundColor === "rgba(0, 0, 0, 0)";
  };
  const copyOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const tag = node.tagName.toLowerCase();
    if (["style", "link", "noscript", "template"].includes(tag)) return null;
    const copy = document.implementation.createHTMLDocument("").createElement(tag.includes(":") ? "span" : tag);
    for (const { name, value } of node.attributes) {
      if (name !== "style" && name !== "hidden" && name !== "open") {
        try { copy.setAttribute(name, value); } catch { continue; }
      }
    }
    if (tag === "details") copy.setAttribute("open", "");
    if (tag === "dialog") copy.setAttribute("open", "");
    const told = ["html", "head", "body", "script", "title", "meta", "br"].includes(tag);
    copy.setAttribute(told || seen(node) ? "data-pg-seen" : hidden, "");
    if (tag === "iframe" || tag === "frame") copy.setAttribute("src", "https://frame.invalid/" + frames.indexOf(node));
    if (tag === "img" && !node.alt && node.width * node.height < 3000) return null;
    if (tag === "input" && ["button", "submit"].includes(node.type)) copy.setAttribute("value", node.value);
    if (tag === "textarea") { copy.textContent = node.value; return copy; }
    const box = node.getBoundingClientRect();
    const painted = getComputedStyle(node).backgroundImage.includes("url(") && !node.innerText?.trim();
    if (painted && box.width * box.height > 20000) copy.append(document.createElement("img"));
    const inside = node.shadowRoot ? [...node.shadowRoot.childNodes] : tag === "slot" ? node.assignedNodes() : [...node.childNodes];
    for (const child of inside) { const made = copyOf(child); if (made) copy.append(made); }
    return copy;
  };
  const frames = [...document.querySelectorAll("iframe, frame")];
  return copyOf(document.documentElement).outerHTML;
}
