import { ratingInputSchema, WISH_CATEGORIES } from '@contract';
import { checkForm } from '@/lib/form-errors';
import { confirmWords } from './confirm-words';
import { mediaLine } from './media-words';
import { addItemSeconds, EMPTY_RATING_FORM, ratingInput, saysMore, toggleChip, waitsFor } from './rating-form';

test('without the one answer there is nothing to send', () => expect(ratingInput(EMPTY_RATING_FORM, 0, 5000)).toBeNull());

test('one answer is a whole rating', () => {
  const input = ratingInput({ ...EMPTY_RATING_FORM, satisfaction: 'satisfied' }, 1000, 5500);
  expect(input).toMatchObject({ satisfaction: 'satisfied', secondsOnScreen: 4.5, effect: null, chips: [] });
  expect(checkForm(ratingInputSchema, { wishId: 'w', claimId: 'c', ...input }).isOk).toBe(true);
});

test('a phone whose clock jumped back tells no negative time', () => expect(ratingInput({ ...EMPTY_RATING_FORM, satisfaction: 'fair' }, 5000, 1000)?.secondsOnScreen).toBe(0));

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

test('what was spoken goes along once it has arrived, and is waited for until then', () => {
  const voice = { localPath: 'wxfile://1.mp3', seconds: 7, fileId: null };
  const idle = { isSending: false, hasFailed: false };
  expect(waitsFor({ voice: null }, false, idle)).toBe('');
  expect(waitsFor({ voice }, false, idle)).toMatch('再传一次');
  expect(waitsFor({ voice: null }, true, idle)).toMatch('录音');
  expect(waitsFor({ voice: null }, false, { ...idle, hasFailed: true })).toMatch('去掉');
  const sent = ratingInput({ ...EMPTY_RATING_FORM, satisfaction: 'fair', voice: { ...voice, fileId: 'cloud://a.b/uploads/m/1.mp3' } }, 0, 9000);
  expect(sent).toMatchObject({ voiceFileId: 'cloud://a.b/uploads/m/1.mp3', voiceSeconds: 7 });
  expect(ratingInput({ ...EMPTY_RATING_FORM, satisfaction: 'fair', voice }, 0, 9000)).toMatchObject({ voiceFileId: null, voiceSeconds: null });
  expect([saysMore(EMPTY_RATING_FORM), saysMore({ ...EMPTY_RATING_FORM, voice })]).toEqual([false, true]);
});

test('how a photo or recording stands is told to its rater, and to staff where it matters', () => {
  expect(mediaLine({ kind: 'photo', state: 'refused', note: '拍到了门牌' }, 'rater')).toBe('照片：没有通过检查，没有留下。社区说：拍到了门牌');
  expect(mediaLine({ kind: 'voice', state: 'shown', note: '' }, 'staff')).toBe('');
});
