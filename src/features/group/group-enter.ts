import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

interface GroupEnterInfo {
  readonly cloudID?: unknown;
}

/**
 * What WeChat hands over for the group that the program was opened from; null outside a group, where the ability is not
 * granted, and in a browser. Only the cloud can read it.
 */
export async function groupCloudId(): Promise<string | null> {
  try {
    const { cloudID } = (await Taro.getGroupEnterInfo({})) as GroupEnterInfo;
    return typeof cloudID === 'string' && cloudID !== '' ? cloudID : null;
  } catch {
    return null;
  }
}

/** The same, asked for whenever the page comes to the front: it is good for five minutes. Null until WeChat answered. */
export function useGroupCloudId(): string | null {
  const [cloudId, setCloudId] = useState<string | null>(null);
  const ask = (): void => void groupCloudId().then(setCloudId);
  useEffect(ask, []);
  useDidShow(ask);
  return cloudId;
}
