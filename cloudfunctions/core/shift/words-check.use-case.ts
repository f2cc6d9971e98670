import { fail } from '../kernel/result';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { spendQuota } from '../platform/rate-limit';

/** Words that others read: what WeChat is not sure about is asked for again. `field`: beside which it is said. */
export const checkWords = async (context: MemberContext, texts: readonly string[], field: string): Promise<void> => {
  if ((await checkText(context.openid, texts)) === 'review') fail('TEXT_RISKY', { message: '这段话请换个说法。写好的都还在。', fields: { [field]: '请换个说法' } });
};

/** Of routes that mostly carry no words: a check is counted only where there is something to check. */
export const checkFewWords = async (context: MemberContext, texts: readonly string[], field: string): Promise<void> => {
  if (texts.every((text) => text === '')) return;
  await spendQuota(context.member, 'contentCheck', context.nowMs);
  await checkWords(context, texts, field);
};
