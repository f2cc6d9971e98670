import type { Host } from '../host';
import { ApiFailure, callbackApi } from './callback-api';

/**
 * Which group the program was opened from: WeChat hands over a CloudID that only the cloud reads, for the person who holds
 * the phone and for five minutes. Opened any other way there is none.
 */
async function getGroupEnterInfo({ settings, config }: Host): Promise<object> {
  if (settings.group === '') throw new ApiFailure('not opened from a group');
  const body = JSON.stringify({ openid: settings.person, kind: 'group', data: { opengid: settings.group } });
  const response = await fetch(`${config.cloudUrl}/control/open-data`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => null);
  if (!response?.ok) throw new ApiFailure('network error');
  const { cloudID } = (await response.json()) as { readonly cloudID: string };
  return { encryptedData: '', iv: '', cloudID };
}

export const groupApi = (host: Host): object => ({ getGroupEnterInfo: callbackApi<object>('getGroupEnterInfo', () => getGroupEnterInfo(host)) });
