/** The environment a function finds: what the real one sets (WIRE.md 1.1 and 1.7), and local values of declared keys. */
import { MESSAGE_TEMPLATES } from '@contract';
import type { FunctionDeclaration } from '../../../cloudfunctions/deploy';
import type { Invocation } from './invocation';

export const ENVIRONMENT_ID = 'linyuan-local';
export const APP_ID = 'wxlinyuanlocal';

/** Fixed development values of the keys that deploy.ts declares; worthless outside this machine. */
const LOCAL_VALUES: Readonly<Record<string, string>> = {
  LINYUAN_ID_SECRET: 'local-development-id-secret-not-for-production',
  LINYUAN_FIELD_KEY: `k1:${Buffer.alloc(32, 'linyuan-local-field-key').toString('base64')}`,
  LINYUAN_FIRST_ADMIN_SECRET: 'linyuan-first-admin',
  LINYUAN_TEMPLATE_IDS: JSON.stringify(Object.fromEntries(Object.keys(MESSAGE_TEMPLATES).map((key) => [key, `local-${key}`]))),
};

/** The same for every invocation of every function. RUNENV saves the SDK a look-up of about 48 ms a call. */
export const baseEnvironment = (url: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  SCF_NAMESPACE: ENVIRONMENT_ID,
  TCB_ENV: ENVIRONMENT_ID,
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin?` }),
});

export function declaredEnvironment(declaration: FunctionDeclaration): Record<string, string> {
  return Object.fromEntries(
    declaration.environment.flatMap(({ key, secret }) => {
      const value = process.env[key] ?? LOCAL_VALUES[key];
      if (value === undefined && !secret) return [];
      if (value === undefined) throw new Error(`environment key ${key} of function ${declaration.name} has no local value`);
      return [[key, value]];
    }),
  );
}

/** What differs from one invocation to the next; cleared afterwards. */
export function invocationEnvironment(invocation: Invocation, clockOffsetMs: number): Record<string, string> {
  const identity: Record<string, string> = {
    ...(invocation.openid !== undefined && { WX_OPENID: invocation.openid }),
    WX_APPID: APP_ID,
    WX_CLIENTIP: '127.0.0.1',
    WX_API_TOKEN: invocation.token,
  };
  return {
    ...identity,
    WX_CONTEXT_KEYS: Object.keys(identity).join(','),
    TCB_SOURCE: invocation.source,
    ...(invocation.source.startsWith('wx_trigger') && { TRIGGER_SRC: 'timer' }),
    LINYUAN_CLOCK_OFFSET_MS: String(clockOffsetMs),
  };
}
