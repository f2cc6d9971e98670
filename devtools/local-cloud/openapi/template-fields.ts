/** Limits of the fields of a subscription message, by the letters of their name (documentation of subscribeMessage.send). */

const DAY = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})`;
const HOUR = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
/** A day, an hour or both; two of them with ~ between are a span. */
const MOMENT = `(?:${DAY}\\s?(?:${HOUR})?|${HOUR})`;
const span = (one: string): RegExp => new RegExp(`^${one}(?:\\s?~\\s?${one})?$`, 'u');

const FIELD_RULES: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  number: /^\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\w\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: span(MOMENT),
  date: span(`${DAY}\\s?(?:${HOUR})?`),
  amount: /^[^\d\s]?\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]?$/u,
  name: /^(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z·]{1,10}$|^[A-Za-z][A-Za-z .\-']{0,19}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** What WeChat says of the first wrong field, or undefined. Every field is `{value}` under a name such as `thing1`. */
export function wrongField(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || Object.keys(data).length === 0) return 'argument invalid! data is empty';
  for (const [name, field] of Object.entries(data)) {
    const value = (field as { value?: unknown } | null)?.value;
    if (value === undefined || value === null || value === '') return `argument invalid! data.${name}.value is empty`;
    const rule = FIELD_RULES[name.replace(/\d+$/, '')];
    if (rule === undefined || !/\d$/.test(name) || typeof value !== 'string' || !rule.test(value)) return `argument invalid! data.${name}.value invalid`;
  }
  return undefined;
}
