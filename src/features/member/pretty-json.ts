/** JSON text with line breaks so that a person can read it; text that is not JSON is given back as it is. */
export function prettyJson(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
