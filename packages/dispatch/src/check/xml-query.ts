import { XmlElement } from "@rgrove/parse-xml";

/** Child elements with that name, prefix included: `w:pPr`. */
export function children(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || child.name === name),
  );
}

/** First child along a path of names. */
export function child(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((from, name) => children(from, name)[0], element);
}

/** Every element of that name below, in document order. */
export function descendants(element: XmlElement, name: string): readonly XmlElement[] {
  return children(element).flatMap((each) =>
    each.name === name ? [each, ...descendants(each, name)] : descendants(each, name),
  );
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name];
}

export function numeric(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number(attribute(element, name) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** A switch such as `<w:b/>`: on unless it says 0 or false; undefined when it is not there. */
export function toggle(element: XmlElement | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  const value = attribute(element, "w:val");
  return value === undefined || !["0", "false", "off", "none"].includes(value);
}
