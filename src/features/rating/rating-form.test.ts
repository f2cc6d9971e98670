import { ratingInputSchema, WISH_CATEGORIES } from '@contract';
import { checkForm } from '@/lib/form-errors';
import { confirmWords } from './confirm-words';
import { addItemSeconds, EMPTY_RATING_FORM, ratingInput, toggleChip } from './rating-form';

const ABOUT = { wishId: 'w1', claimId: 'c1' };

test('without the one answer there is nothing to send', () => expect(ratingInput(EMPTY_RATING_FORM, ABOUT, 0, 5000)).toBeNull());

test('one answer is a whole rating', () => {
  const input = ratingInput({ ...EMPTY_RATING_FORM, satisfaction: 'satisfied' }, ABOUT, 1000, 5500);
  expect(input).toMatchObject({ satisfaction: 'satisfied', secondsOnScreen: 4.5, effect: null, chips: [] });
  expect(checkForm(ratingInputSchema, input).isOk).toBe(true);
});

test('a phone whose clock jumped back tells no negative time', () => expect(ratingInput({ ...EMPTY_RATING_FORM, satisfaction: 'fair' }, ABOUT, 5000, 1000)?.secondsOnScreen).toBe(0));

test('a word is added and taken away', () => {
  expect(toggleChip([], '很准时')).toEqual(['很准时']);
  expect(toggleChip(['很准时', '很耐心'], '很准时')).toEqual(['很耐心']);
});

test('every category asks in its own words', () => {
  for (const category of WISH_CATEGORIES) expect(confirmWords(category).question).toMatch(/吗？$/);
});

test('the time since the last touch belongs to what is touched, and adds up', () => {
  const first = addItemSeconds({}, { satisfaction: 'satisfied' }, 1_000, 5_500);
  expect(first).toEqual({ satisfaction: 4.5 });
  expect(addItemSeconds(addItemSeconds(first, { words: '灯' }, 5_500, 7_500), { words: '灯亮' }, 7_500, 8_000)).toEqual({ satisfaction: 4.5, words: 2.5 });
  expect(addItemSeconds(first, { photos: [] }, 5_500, 9_000)).toEqual(first);
});
