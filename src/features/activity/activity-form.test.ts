import { checkActivityForm, newActivityForm, wordsOf, type ActivityForm } from './activity-form';

const form = (changes: Partial<ActivityForm> = {}): ActivityForm => ({ ...newActivityForm('d01-s01-c01'), title: '给独居老人送餐', story: '每趟六户，走四十分钟。', ...changes });

describe('the form of an activity', () => {
  test('with a name and a story it can be kept', () => expect(checkActivityForm(form())).toEqual({}));

  test('says beside the field what is missing', () => {
    expect(checkActivityForm(form({ title: ' ' }))).toEqual({ title: '请给活动起个名字' });
    expect(Object.keys(checkActivityForm(form({ hasAges: true, ageFrom: 60, ageTo: 18 })))).toEqual(['ages']);
  });

  test('skills are told apart however they were written; empty questions are none', () => {
    const words = wordsOf(form({ skills: '会骑车，会做饭、 急救;', questions: ['吃素吗', ' '] }));
    expect(words.skills).toEqual(['会骑车', '会做饭', '急救']);
    expect(words.questions).toEqual(['吃素吗']);
  });

  test('children mean all three conditions; a risk that is none has no note', () => {
    expect(wordsOf(form({ mayBringMinors: true })).minors).toEqual({ isAllowed: true, isPublicPlace: true, hasTwoAdults: true, isGuardianPresent: true });
    expect(wordsOf(form({ riskNote: '要爬梯子' })).risk).toEqual({ level: 'none', note: '' });
    expect(wordsOf(form({ riskLevel: 'some', riskNote: '要爬梯子' })).risk.note).toBe('要爬梯子');
  });
});
