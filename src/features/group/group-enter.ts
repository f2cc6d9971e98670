import Taro from '@tarojs/taro';

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
