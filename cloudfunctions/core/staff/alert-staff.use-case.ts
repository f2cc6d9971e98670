import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { memberRepository } from '../member/member.repository';
import { deliverMessage } from '../notice/deliver-message.use-case';
import { insertNotice } from '../notice/notice.repository';
import { alerted, type RoleHolder } from './assignee';

/** Role holders read at a time, and the most pages of a node. */
const HOLDERS_READ = 100;
const PAGES_MAX = 5;

const holdersAt = async (node: string): Promise<readonly RoleHolder[]> => {
  const found: RoleHolder[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const holders = await memberRepository.roleHolders(node, found.at(-1)?._id ?? null, HOLDERS_READ);
    found.push(...holders);
    if (holders.length < HOLDERS_READ) break;
  }
  return found;
};

/**
 * Tells everybody who works for the area, at whatever hour: a line in each inbox, and a message where one was granted. Of
 * its community first; where nobody works there, of its street, then of its district.
 */
export const alertStaff = async ({ alertId, areaIds, exceptIds, template, thing, ...line }: EffectOf<'alertStaff'>): Promise<void> => {
  for (const node of [...areaIds.slice(0, 3)].reverse()) {
    const people = alerted(await holdersAt(node), areaIds.at(-1) ?? '', exceptIds);
    for (const { _id: memberId } of people) {
      const { title, body, pictureKey, target, atMs } = line;
      await insertNotice({ kind: 'notice', noticeId: deriveId('n', alertId, memberId), memberId, title, body, pictureKey, target, todo: null, atMs });
      await deliverMessage({ kind: 'message', messageId: deriveId('s', alertId, memberId, template), memberId, template, target, fields: { thing, note: title, atMs }, atMs });
    }
    if (people.length > 0) return;
  }
};
