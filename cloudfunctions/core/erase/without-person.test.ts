import { scrubsOf } from '../kernel/scrub';
import { knows, withoutPerson } from './without-person';

describe('one document without somebody who is gone', () => {
  const names = scrubsOf(['何静'], '一位工作人员');
  const of = (document: Readonly<Record<string, unknown>>) => withoutPerson(document, 'm_1', names);

  it('loses their name beside their id, in what they wrote and in lists of who did what', () => {
    const document = { review: { reviewerId: 'm_1', reviewerName: '何静', note: '何静看过' }, history: [{ text: '何静转来' }], members: { m_1: { name: '何静' } }, shares: 3 };
    expect(of(document)).toEqual({ 'review.reviewerName': '一位工作人员', 'review.note': '一位工作人员看过', 'history.0.text': '一位工作人员转来', 'members.m_1.name': '一位工作人员' });
  });

  it('keeps the name of another person who is called the same', () => {
    expect(of({ posterId: 'm_2', posterName: '何静', payee: { name: '何静', memberId: 'm_3' }, outside: { name: '何静', memberId: null }, signUps: { m_2_1: { name: '何静' } }, byName: '何静', byId: 'm_1' })).toEqual({ byName: '一位工作人员' });
  });

  it('changes nothing a second time, and nothing where they are not named', () => {
    expect([of({ byName: '一位工作人员', byId: 'm_1' }), of({ note: '看过', ids: ['m_1'], at: 3, none: null })]).toEqual([{}, {}]);
  });

  it('is looked at only where their id stands, as a value or as a key', () => {
    expect([knows({ byId: 'm_1' }, 'm_1'), knows({ approvals: { m_1: { atMs: 1 } } }, 'm_1'), knows({ byId: 'm_2', byName: '何静' }, 'm_1')]).toEqual([true, true, false]);
  });
});
