import { cloud } from './cloud';
import { withinMs } from './openapi';

const ANSWER_MS = 5_000;

const fieldOf = (value: unknown, key: string): unknown => (value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[key] : undefined);

/**
 * The WeChat group that a CloudID of the caller stands for (wx.getGroupEnterInfo), as WeChat itself reads it; null for one
 * that is forged, older than five minutes, of somebody else, or of anything but a group.
 */
export const openGroupIdOf = async (cloudId: string): Promise<string | null> => {
  // The SDK's types forget that it answers later.
  const reply = await withinMs(ANSWER_MS, Promise.resolve(cloud.getOpenData({ list: [cloudId] })));
  const opengid = fieldOf(fieldOf(reply.list[0], 'data'), 'opengid');
  return typeof opengid === 'string' && opengid !== '' ? opengid : null;
};
