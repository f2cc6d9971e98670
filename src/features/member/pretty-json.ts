/** The parts of an export as one JSON text with line breaks, so that a person can read it. */
export const prettyJson = (parts: readonly string[]): string => JSON.stringify(Object.assign({}, ...parts.map((part) => JSON.parse(part) as object)), null, 2);
