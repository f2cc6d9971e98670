import { SKILL_LABEL, SUPPLY_PARTY_LABEL, SUPPLY_STATE_LABEL, TRADE_CERTIFICATE_LABEL, type SupplyCardView, type SupplyView } from '@contract';
import type { TagTone } from '@/components/tag/tag';
import type { IconName } from '@/drawings';
import { formatDate, formatDeadline } from '@/lib/format';

/** Pure: where an offer stands, as a tag. */
export function supplyTag({ state }: Pick<SupplyCardView, 'state'>): { readonly tone: TagTone; readonly icon: IconName; readonly words: string } {
  if (state === 'open') return { tone: 'green', icon: 'check', words: SUPPLY_STATE_LABEL.open };
  return { tone: 'plain', icon: state === 'paused' ? 'clock' : 'close', words: SUPPLY_STATE_LABEL[state] };
}

/** 王*，志愿者 */
export const partyWords = ({ partyName, partyKind }: Pick<SupplyCardView, 'partyName' | 'partyKind'>): string => `${partyName}，${SUPPLY_PARTY_LABEL[partyKind]}`;

/** 每周 3 次 · 周六、周日上午 · 青枫家园 */
export const supplyFacts = ({ capacityPerWeek, timesText, areaName }: Pick<SupplyCardView, 'capacityPerWeek' | 'timesText' | 'areaName'>): readonly string[] => [`每周 ${capacityPerWeek} 次`, timesText, areaName];

export const skillWords = ({ skills }: Pick<SupplyCardView, 'skills'>): string => skills.map((skill) => SKILL_LABEL[skill]).join('、');

/** Certificates as tags: what staff have seen, and what only the party says. */
export const certificateTags = ({ certificates, seenCertificates }: Pick<SupplyCardView, 'certificates' | 'seenCertificates'>): readonly { readonly key: string; readonly isSeen: boolean; readonly words: string }[] =>
  certificates.map((certificate) => {
    const isSeen = seenCertificates.includes(certificate);
    return { key: certificate, isSeen, words: isSeen ? `${TRADE_CERTIFICATE_LABEL[certificate]}证书，社区看过` : `${TRADE_CERTIFICATE_LABEL[certificate]}证书，还没看过` };
  });

/** 燃气证书：11 月 20 日看过，有效到 2027 年 5 月 1 日 */
export const seenWords = (view: Pick<SupplyView, 'certificatesSeen'>, nowMs: number): readonly string[] =>
  view.certificatesSeen.map(({ certificate, seenAtMs, untilMs }) => `${TRADE_CERTIFICATE_LABEL[certificate]}证书：社区 ${formatDate(seenAtMs, nowMs)}看过，有效到 ${formatDate(untilMs, nowMs)}`);

/** Pure: what is asked of whoever keeps it; null while nothing is. */
export const askWords = ({ answerByMs }: Pick<SupplyView, 'answerByMs'>, nowMs: number): string | null =>
  answerByMs === null ? null : `两个月没有动过了。${formatDeadline(answerByMs, nowMs)}没有回音，会先替您歇着，随时能再打开。`;

/** 按时送到 28 / 30 */
export const recordWords = ({ record }: Pick<SupplyView, 'record'>): string | null => {
  if (record === null) return null;
  return record.promised === 0 ? '还没有认领过同类的' : `按时送到 ${record.kept} / ${record.promised}`;
};
