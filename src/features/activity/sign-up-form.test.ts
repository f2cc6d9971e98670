import { EMPTY_SIGN_UP, NEW_COMPANION, seatsOf, signUpInputOf, signUpOf, signUpProblem, withRelation, type SignUpForm } from './sign-up-form';

const form = (changes: Partial<SignUpForm>): SignUpForm => ({ ...EMPTY_SIGN_UP, ...changes });
const grandma = { ...NEW_COMPANION, name: '王奶奶' };
const child = withRelation({ ...NEW_COMPANION, name: '小雨' }, 'child');

describe('signing up', () => {
  test('alone, nothing is to be filled in', () => {
    expect(signUpProblem(EMPTY_SIGN_UP, false)).toBeNull();
    expect(seatsOf(EMPTY_SIGN_UP)).toBe(1);
    expect(signUpInputOf('s_1', EMPTY_SIGN_UP, [], 'similar')).toEqual({ shiftId: 's_1', isSelf: true, companions: [], hasConsent: false, answers: [], phone: null, ifFull: 'similar' });
  });

  test('others are asked first, and named', () => {
    expect(signUpProblem(form({ companions: [NEW_COMPANION] }), true)).toContain('怎么称呼');
    expect(signUpProblem(form({ companions: [grandma] }), true)).toContain('先问过');
    expect(signUpProblem(form({ companions: [grandma], hasConsent: true }), true)).toBeNull();
    expect(signUpProblem(form({ isSelf: false }), true)).toContain('谁来');
    expect(seatsOf(form({ isSelf: false, companions: [grandma] }))).toBe(1);
  });

  test('a child comes where children may, and with their guardian', () => {
    expect(child.isMinor).toBe(true);
    expect(withRelation(child, 'family').isMinor).toBe(false);
    expect(signUpProblem(form({ companions: [child], hasConsent: true }), false)).toContain('只请成年人');
    expect(signUpProblem(form({ isSelf: false, companions: [child], hasConsent: true }), true)).toContain('监护人');
    expect(signUpProblem(form({ companions: [child], hasConsent: true }), true)).toBeNull();
  });

  test('a number is whole or absent; a consent without anybody is none; every question has its answer', () => {
    expect(signUpProblem(form({ phone: '1380' }), true)).toContain('11 位');
    const input = signUpInputOf('s_1', form({ hasConsent: true, answers: ['  素的 '], phone: '13800000000' }), ['吃荤还是素', '会骑车吗'], 'wait');
    expect(input).toMatchObject({ hasConsent: false, answers: ['素的', ''], phone: '13800000000', ifFull: 'wait' });
  });
});

test('a task names a sign-up by its record', () => {
  expect(signUpOf('s_bTLPC6OswxFCxRMSKCIG_m_JgvCHCradK7ZZxInAqqR_1')).toEqual({ shiftId: 's_bTLPC6OswxFCxRMSKCIG', signUpId: 'm_JgvCHCradK7ZZxInAqqR_1' });
  expect(signUpOf('')).toEqual({ shiftId: '', signUpId: '' });
});
