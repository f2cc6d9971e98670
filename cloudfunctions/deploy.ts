/** What each cloud function is given: one declaration for the deployment, the local cloud and the tests. */

export interface FunctionDeclaration {
  readonly name: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Environment keys the function reads; the deployment refuses to go on when a secret has no value. */
  readonly environment: readonly { readonly key: string; readonly purpose: string; readonly secret: boolean }[];
  /** openapi calls it may make (`permissions.openapi` of config.json); any other answers -604101. */
  readonly openapi: readonly string[];
  /** 7-field cron in UTC+8 (sec min hour day month week year); one a function at most. */
  readonly timer?: { readonly name: string; readonly cron: string };
  /** What `getWXContext().SOURCE` may be; checked by the function itself as well. */
  readonly sources: readonly ('wx_client' | 'wx_devtools' | 'wx_trigger' | 'wx_paycallback' | 'wx_event' | 'scf')[];
}

const COMMON = [
  { key: 'LINYUAN_ID_SECRET', purpose: 'HMAC key that turns an openid into a member id; never changed after launch', secret: true },
  { key: 'LINYUAN_FIELD_KEY', purpose: 'AES-256 key of encrypted fields, as <key id>:<base64 of 32 bytes>', secret: true },
  { key: 'LINYUAN_TEMPLATE_IDS', purpose: 'Subscription template ids by key, as JSON; without it nobody is asked and the inbox has everything', secret: false },
] as const;

export const FUNCTIONS = [
  {
    name: 'api',
    memoryMegabytes: 256,
    timeoutSeconds: 20,
    environment: [
      ...COMMON,
      { key: 'LINYUAN_FIRST_ADMIN_SECRET', purpose: 'One-time secret of the first administrator', secret: true },
    ],
    openapi: ['security.msgSecCheck', 'security.mediaCheckAsync', 'subscribeMessage.send', 'wxacode.getUnlimited'],
    sources: ['wx_client', 'wx_devtools'],
  },
  {
    name: 'events',
    memoryMegabytes: 256,
    timeoutSeconds: 20,
    environment: COMMON,
    openapi: ['subscribeMessage.send'],
    sources: ['wx_event'],
  },
  {
    name: 'payment',
    memoryMegabytes: 256,
    timeoutSeconds: 20,
    environment: COMMON,
    openapi: ['subscribeMessage.send'],
    sources: ['wx_paycallback'],
  },
  {
    name: 'jobs',
    memoryMegabytes: 256,
    timeoutSeconds: 60,
    environment: COMMON,
    openapi: ['security.mediaCheckAsync', 'subscribeMessage.send'],
    timer: { name: 'every-minute', cron: '0 * * * * * *' },
    sources: ['wx_trigger'],
  },
  {
    // Solves rounds of matching: memory and time of its own, so that nothing else waits for it.
    name: 'matching',
    memoryMegabytes: 256,
    timeoutSeconds: 60,
    environment: COMMON,
    openapi: [],
    timer: { name: 'rounds-every-minute', cron: '30 * * * * * *' },
    sources: ['wx_trigger'],
  },
] as const satisfies readonly FunctionDeclaration[];

export type FunctionName = (typeof FUNCTIONS)[number]['name'];

/** Clients may invoke `api` and nothing else; the other functions also check where a call comes from. */
export const INVOKE_RULES: Readonly<Record<string, { readonly invoke: boolean }>> = {
  '*': { invoke: false },
  api: { invoke: true },
};
