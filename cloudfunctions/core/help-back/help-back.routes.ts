import type { HELP_BACK_ROUTES } from '@contract';
import { partiesOf } from '../member/member';
import type { Handlers } from '../platform/router';
import { RULES } from '../rules';
import { nearWishes } from '../wish/wall.use-case';
import { smallThingsOf } from './help-back';
import { mute } from './help-back.repository';

export const helpBackHandlers: Pick<Handlers, keyof typeof HELP_BACK_ROUTES> = {
  'helpBack.suggestions': async (context) => ({ items: smallThingsOf(await nearWishes(context.member, RULES.helpBack.lookedAt)) }),
  'helpBack.mute': async (context) => {
    for (const partyId of partiesOf(context.member)) await mute(partyId, context.nowMs);
    return { muted: true };
  },
};
