/** Values that a deployment gives; a missing one is a defect of the deployment, said by name. */
export const environmentValue = (key: string): string => {
  const value = process.env[key];
  if (value === undefined || value === '') throw new Error(`environment value ${key} is missing`);
  return value;
};

/** Subscription template ids as configured: LINYUAN_TEMPLATE_IDS = {"wishReviewed":"…"}; none configured, none asked. */
export const messageTemplateIds = (): Readonly<Record<string, string>> => {
  const text = process.env.LINYUAN_TEMPLATE_IDS;
  if (text === undefined || text === '') return {};
  const parsed: unknown = JSON.parse(text);
  if (parsed === null || typeof parsed !== 'object') throw new Error('LINYUAN_TEMPLATE_IDS is not a JSON object');
  return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
};
