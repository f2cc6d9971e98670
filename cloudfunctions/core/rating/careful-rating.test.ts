import { RULES } from '../rules';
import { decideCare, type RatingContent } from './careful-rating';

const content: RatingContent = {
  satisfaction: 'satisfied', effect: null, timeliness: null, attitude: null, chips: [], words: '灯修好了，晚上看得清', photoFileIds: [], secondsOnScreen: 12,
};
const care = (change: Partial<RatingContent>): ReturnType<typeof decideCare> => decideCare({ ...content, ...change }, RULES.rating);

describe('a careful rating', () => {
  it('gives a specific reason in words, or a word with a picture', () => {
    expect(care({})).toEqual({ isCareful: true, reasons: ['answered', 'specificWords'] });
    expect(care({ words: '', chips: ['很准时'], photoFileIds: ['cloud://a.b/uploads/m/1.jpg'] })).toEqual({ isCareful: true, reasons: ['answered', 'chipAndPhoto'] });
  });

  it.each([{ words: '' }, { words: '很好' }, { words: '好好好好好好好好' }, { words: '。。。。！！！！' }, { words: '', chips: ['很准时'] as const }, { words: '', photoFileIds: ['cloud://a.b/1.jpg'] }])('is not %p', (change) => {
    expect(care(change)).toMatchObject({ isCareful: false, reasons: ['answered', 'noReason'] });
  });

  it('takes as long as people need to read what they answered', () => {
    expect(care({ secondsOnScreen: 3.9 })).toMatchObject({ isCareful: false, reasons: ['answered', 'specificWords', 'tooFast'] });
    expect(care({ secondsOnScreen: 4 }).isCareful).toBe(true);
    expect(care({ effect: 5, timeliness: 4, attitude: 5, chips: ['很耐心'], secondsOnScreen: 11.9 }).isCareful).toBe(false);
    expect(care({ effect: 5, timeliness: 4, attitude: 5, chips: ['很耐心'], secondsOnScreen: 12 }).isCareful).toBe(true);
  });

  it('never asks what the person thought of the help', () => {
    for (const satisfaction of ['satisfied', 'fair', 'unsatisfied'] as const) {
      for (const effect of [1, 5]) expect(care({ satisfaction, effect }).isCareful).toBe(true);
    }
  });
});
