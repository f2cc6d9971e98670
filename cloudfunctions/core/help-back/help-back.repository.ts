import type { EffectOf } from '../effect/effect';
import { insertNotice } from '../notice/notice.repository';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { invitationOf, muteIdOf, turnIdOf, type HelpBackTurn } from './help-back';

/** The household's turn for this wish: true also when this very invitation had it before. */
const takeTurn = async ({ householdId, wishId, atMs }: EffectOf<'inviteToHelp'>): Promise<boolean> => {
  const turn: HelpBackTurn = { _id: turnIdOf(householdId), lastAtMs: atMs, lastWishId: wishId };
  if ((await store.insertOnce('helpBacks', turn)) === 'inserted') return true;
  const taken = await store.update('helpBacks', { _id: turn._id, lastAtMs: command.lte(atMs - RULES.helpBack.pauseMs) }, { lastAtMs: atMs, lastWishId: wishId });
  if (taken === 1) return true;
  return (await store.find<HelpBackTurn>('helpBacks', turn._id))?.lastWishId === wishId;
};

/** Invites once for a wish, at most once in half a year a household, and nobody who said no. */
export const inviteToHelp = async (effect: EffectOf<'inviteToHelp'>): Promise<void> => {
  if ((await store.find('helpBacks', muteIdOf(effect.memberId))) !== null) return;
  if (!(await takeTurn(effect))) return;
  await insertNotice(invitationOf(effect));
};

export const mute = async (memberId: string, atMs: number): Promise<void> => {
  await store.insertOnce('helpBacks', { _id: muteIdOf(memberId), atMs } as { readonly _id: string });
};
