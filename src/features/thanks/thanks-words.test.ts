import type { ThanksStage, ThanksView } from '@contract';
import { thanksState, voiceLine } from './thanks-words';

const STAGES: readonly ThanksStage[] = ['private', 'asked', 'declined', 'hearing', 'kept', 'shown'];
const VOICE: NonNullable<ThanksView['voice']> = { url: 'https://x', seconds: 9, state: 'shown', note: '', isOnWall: false };
const of = (side: ThanksView['side'], stage: ThanksStage, more: Partial<Pick<ThanksView, 'words' | 'voice' | 'isToShop'>> = {}) => thanksState({ side, stage, words: '谢谢您', voice: null, isToShop: false, ...more });

test('only who said it can agree, only who was thanked can ask', () => {
  for (const stage of STAGES) {
    expect(of('said', stage).acts.every((one) => one.route === 'thanks.consent')).toBe(true);
    expect(of('received', stage).acts.every((one) => one.route === 'thanks.show')).toBe(true);
  }
});

test('whoever was told no cannot ask again, and what hangs on the wall comes down by either hand', () => {
  for (const stage of ['declined', 'kept'] as const) expect(of('received', stage).acts).toEqual([]);
  for (const side of ['said', 'received'] as const) expect(of(side, 'shown').acts).toEqual([expect.objectContaining({ yes: false })]);
});

test('said to a shop it is agreed to, and taken down, for the page of the shop as well', () => {
  expect(of('said', 'asked', { isToShop: true }).line).toContain('感谢墙和店的页面');
  for (const side of ['said', 'received'] as const) expect([of(side, 'shown', { isToShop: true }).line, of(side, 'shown').line]).toEqual(['在感谢墙和店的页面上', '在感谢墙上']);
});

test('a voice is a choice of its own, and the words alone are one where there are words', () => {
  const both = of('said', 'asked', { voice: VOICE });
  expect(both.line).toContain('都能听到您的声音');
  expect(both.acts.map(({ yes, withVoice }) => [yes, withVoice])).toEqual([[true, true], [true, false], [false, false]]);
  expect(of('said', 'asked', { voice: VOICE, words: '' }).acts.map(({ yes, withVoice }) => [yes, withVoice])).toEqual([[true, true], [false, false]]);
  expect(of('said', 'asked', { voice: { ...VOICE, state: 'refused' } }).acts.some((act) => act.withVoice)).toBe(false);
});

test('whoever spoke is told what became of it, whoever is thanked is not', () => {
  const refused = { words: '', voice: { ...VOICE, state: 'refused', note: '里面有广告' } } as const;
  expect(voiceLine({ side: 'said', stage: 'private', ...refused })).toContain('里面有广告');
  expect(voiceLine({ side: 'received', stage: 'private', ...refused })).toBeNull();
  expect(voiceLine({ side: 'said', stage: 'private', words: '', voice: VOICE })).toBeNull();
});
