import { RULES } from '../rules';
import { careTexts, decideCare, itemsAnswered, type RatingContent, type RatingManner } from './careful-rating';

const content: RatingContent = { satisfaction: 'satisfied', effect: null, timeliness: null, attitude: null, chips: [], words: '灯修好了，晚上看得清', photoFileIds: [], voiceFileId: null };
const manner: RatingManner = { time: { perItem: 3, perTap: 3, writing: 9 }, isTold: false, copied: 'no' };
const time = (perItem: number, perTap = perItem, writing = 9): RatingManner['time'] => ({ perItem, perTap, writing });
const care = (change: Partial<RatingContent>, how: Partial<RatingManner> = {}) => decideCare({ ...content, ...change }, { ...manner, ...how }, RULES.rating);

describe('a careful rating', () => {
  it.each<[string, Partial<RatingContent>, Partial<RatingManner>]>([
    ['a specific sentence', {}, {}],
    ['a photo', { words: '', photoFileIds: ['cloud://a.b/1.jpg'] }, {}],
    ['something said', { words: '', voiceFileId: 'cloud://a.b/1.mp3' }, {}],
    ['a chip with a word of why', { words: '灯亮了', chips: ['手脚利索'] }, {}],
    ['a big answer and two words, slowly', { words: '挺好' }, { time: time(6) }],
    ['one word by somebody slow', { words: '中' }, { time: time(8) }],
    ['something said after a quick tap, in all slowly', { words: '', voiceFileId: 'cloud://a.b/1.mp3' }, { time: time(4.5, 1.5) }],
    ['a word or two of one\'s own by somebody who reads', { words: '灯亮了' }, {}],
    ['a sentence by somebody who knows the questions', {}, { time: time(3, 1.2) }],
    ['a photo by somebody who knows the question', { words: '', photoFileIds: ['cloud://a.b/1.jpg'] }, { time: time(1.2) }],
    ['a sentence of a draft that came back', {}, { time: { perItem: 1, perTap: 1, writing: null } }],
    ['a sentence that was ready, by somebody slow', {}, { time: time(5, 5, 1) }],
    ['two words on the telephone', { words: '挺好' }, { isTold: true, time: time(0.2) }],
  ])('is %s', (_name, change, how) => expect(care(change, how).isCareful).toBe(true));

  it.each<[string, Partial<RatingContent>, Partial<RatingManner>, string]>([
    ['nothing said', { words: '' }, { time: time(8) }, 'noReason'],
    ['one word in no time to speak of', { words: '好' }, {}, 'thinReason'],
    ['a word or two, tapped in haste', { words: '灯亮了' }, { time: time(3, 1.5) }, 'hastyTaps'],
    ['one sign over and over', { words: '好好好好好好好好' }, { time: time(8) }, 'noReason'],
    ['signs only', { words: '。。。。！！！！' }, { time: time(8) }, 'noReason'],
    ['a chip alone, however slowly', { words: '', chips: ['很准时'] }, { time: time(8) }, 'noReason'],
    ['phrases that fit everything', { words: '服务很好，非常满意，谢谢', chips: ['很耐心'] }, {}, 'thinReason'],
    ['a word or two faster than people read', { words: '灯亮了', chips: ['很准时'] }, { time: time(1.9) }, 'tooFast'],
    ['a sentence sooner than anybody speaks it', { chips: ['很准时'] }, { time: time(3, 3, 3) }, 'pasted'],
    ['a photo of anything, all stars alike, in haste', { words: '', effect: 5, timeliness: 5, attitude: 5, photoFileIds: ['cloud://a.b/1.jpg'] }, { time: time(1.2) }, 'tooFast'],
    ['what they wrote before', {}, { copied: 'own' }, 'copiedOwn'],
    ['what another wrote', { chips: ['很耐心'] }, { copied: 'others', time: time(8) }, 'copiedOthers'],
    ['stars all alike in haste, with a photo', { words: '', effect: 4, timeliness: 4, attitude: 4, photoFileIds: ['cloud://a.b/1.jpg'] }, { time: time(2.5) }, 'sameStarsInHaste'],
  ])('is not %s', (_name, change, how, reason) => {
    const decided = care(change, how);
    expect(decided.isCareful).toBe(false);
    expect(decided.reasons).toContain(reason);
  });

  it('takes stars all alike for nothing when there was time for them', () => expect(care({ words: '', effect: 4, timeliness: 4, attitude: 4, photoFileIds: ['cloud://a.b/1.jpg'] }, { time: time(3) }).isCareful).toBe(true));

  it('never asks what the person thought of the help', () => {
    const praise = care({ words: '服务很好，很满意', satisfaction: 'satisfied' });
    for (const [satisfaction, words] of [['unsatisfied', '服务很差，不满意'], ['fair', '服务一般，还可以']] as const) expect(care({ words, satisfaction })).toEqual(praise);
    for (const satisfaction of ['satisfied', 'fair', 'unsatisfied'] as const) for (const stars of [1, 5]) expect(care({ satisfaction, effect: stars, timeliness: stars, attitude: stars }).isCareful).toBe(true);
  });

  it('tells why in sentences, what spoke against it first', () => {
    const decided = care({}, { time: time(1), copied: 'own' });
    expect(careTexts(decided, RULES.rating)).toEqual(['答得太快，平均每题不到 2 秒，来不及看题', '和您前面评价里写的几乎一样', '写了具体的话']);
    expect(careTexts(care({}), RULES.rating)).toEqual(['写了具体的话']);
    expect(careTexts(care({ words: '' }), RULES.rating)[0]).toMatch('没有说为什么');
  });

  it('counts what was answered', () => expect(itemsAnswered({ ...content, effect: 3, chips: ['很准时'] })).toEqual(['satisfaction', 'effect', 'chips', 'words']));
});
