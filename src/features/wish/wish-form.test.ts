import { chinaDate, endOfChinaDay } from '@/lib/format';
import { checkWishForm } from './check-wish-form';
import { EMPTY_WISH_FORM, fillWishForm, parseYuan, type WishForm, wishFormToInput } from './wish-form';

const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const TODAY = chinaDate(NOW_MS).dayNumber;
const CAP_FEN = 50_000;
const FILE_ID = 'cloud://dev-1.6465/uploads/p1/a.jpg';
const filled: WishForm = { ...EMPTY_WISH_FORM, words: '想请一位师傅上门给妈妈理个发' };

test('one sentence is a whole wish', () => {
  const checked = checkWishForm(filled, NOW_MS, CAP_FEN);
  expect(checked).toMatchObject({ isOk: true, value: { title: '想请一位师傅上门给妈妈理个发', category: 'service', handover: 'home', shares: 1, estimatedValueFen: null, windowEndMs: endOfChinaDay(TODAY + 14) } });
});

test('nothing written: both sentences are asked for', () => {
  const checked = checkWishForm(EMPTY_WISH_FORM, NOW_MS, CAP_FEN);
  expect(checked).toMatchObject({ isOk: false, errors: { story: expect.any(String), title: expect.any(String) } });
});

test('an urgent wish has a short window unless a day was chosen', () => {
  expect(fillWishForm({ ...filled, urgency: 'urgent' }, NOW_MS).windowDayNumber).toBe(TODAY + 3);
  expect(fillWishForm({ ...filled, urgency: 'urgent', windowDayNumber: TODAY + 9 }, NOW_MS).windowDayNumber).toBe(TODAY + 9);
});

test('a draft found again after its window passed asks for a new one by itself', () =>
  expect(fillWishForm({ ...filled, windowDayNumber: TODAY - 1 }, NOW_MS).windowDayNumber).toBe(TODAY + 14));

test.each([['', null], ['80', 8000], [' 80.5 ', 8050], ['0.01', 1]])('%p yuan is %p fen', (typed, fen) => expect(parseYuan(typed)).toBe(fen));
test.each(['八十', '-5', '1e3', '1.234', '80元'])('%p is told beside the field', (typed) =>
  expect(checkWishForm({ ...filled, valueYuan: typed }, NOW_MS, CAP_FEN)).toMatchObject({ isOk: false, errors: { estimatedValueFen: '写个整数就行，比如 80' } }));

test('above the cap: the sentence names it', () =>
  expect(checkWishForm({ ...filled, valueYuan: '501' }, NOW_MS, CAP_FEN)).toMatchObject({ isOk: false, errors: { estimatedValueFen: expect.stringContaining('¥500') } }));

test('for somebody else: name, relation and consent are needed, and sent', () => {
  const onBehalf: WishForm = { ...filled, isOnBehalf: true };
  expect(checkWishForm(onBehalf, NOW_MS, CAP_FEN)).toMatchObject({ isOk: false, errors: { 'onBehalf.beneficiaryName': expect.any(String), 'onBehalf.relation': expect.any(String), 'onBehalf.consent.fileId': expect.stringContaining('同意') } });
  const whole: WishForm = { ...onBehalf, beneficiaryName: '赵阿姨', relation: '女儿', consent: { kind: 'paper', fileId: FILE_ID, seconds: 0 } };
  expect(checkWishForm(whole, NOW_MS, CAP_FEN).isOk).toBe(true);
  expect(wishFormToInput({ ...whole, isOnBehalf: false }, NOW_MS).onBehalf).toBeNull();
});

test('a photo that has not arrived holds the form back', () => {
  const photo = { key: 'k', localPath: '/tmp/a.jpg', fileId: null, failureText: null };
  expect(checkWishForm({ ...filled, photos: [photo] }, NOW_MS, CAP_FEN)).toMatchObject({ isOk: false, errors: { photoFileIds: expect.any(String) } });
  expect(checkWishForm({ ...filled, photos: [{ ...photo, fileId: FILE_ID }] }, NOW_MS, CAP_FEN)).toMatchObject({ isOk: true, value: { photoFileIds: [FILE_ID] } });
});

test('a spoken story is a whole wish once it has arrived; words beside it make the title', () => {
  const voice = { localPath: '/tmp/a.mp3', seconds: 12, fileId: null };
  expect(checkWishForm({ ...EMPTY_WISH_FORM, voice }, NOW_MS, CAP_FEN)).toMatchObject({ isOk: false, errors: { storyVoiceFileId: expect.stringContaining('录音') } });
  const spoken: WishForm = { ...EMPTY_WISH_FORM, voice: { ...voice, fileId: FILE_ID } };
  expect(checkWishForm(spoken, NOW_MS, CAP_FEN)).toMatchObject({ isOk: true, value: { story: '', title: expect.stringContaining('邻居'), storyVoiceFileId: FILE_ID } });
  expect(fillWishForm({ ...spoken, words: '想借一把梯子' }, NOW_MS).title).toBe('想借一把梯子');
});
