import { thanksState } from './thanks-words';

test('only who said it can agree, only who was thanked can ask', () => {
  for (const stage of ['private', 'asked', 'declined', 'shown'] as const) {
    expect(thanksState({ side: 'said', stage }).acts.every((one) => one.route === 'thanks.consent')).toBe(true);
    expect(thanksState({ side: 'received', stage }).acts.every((one) => one.route === 'thanks.show')).toBe(true);
  }
});

test('whoever was told no cannot ask again, and what hangs on the wall comes down by either hand', () => {
  expect(thanksState({ side: 'received', stage: 'declined' }).acts).toEqual([]);
  for (const side of ['said', 'received'] as const) expect(thanksState({ side, stage: 'shown' }).acts).toEqual([expect.objectContaining({ yes: false })]);
});
