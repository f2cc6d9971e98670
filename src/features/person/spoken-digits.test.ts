import { hasNumber, isNamed, EMPTY_CALLER } from './caller';
import { spokenDigits } from './spoken-digits';

describe('a code that is read out', () => {
  it('comes in groups, also while it is typed', () => {
    expect(spokenDigits('4821093517')).toBe('4821 093 517');
    expect(spokenDigits('48210')).toBe('4821 0');
    expect(spokenDigits('')).toBe('');
  });
});

describe('who calls', () => {
  it('has a number from seven digits on and is named with a place', () => {
    expect([hasNumber({ ...EMPTY_CALLER, phone: '8812 345' }), hasNumber({ ...EMPTY_CALLER, phone: '8812' })]).toEqual([true, false]);
    expect(isNamed({ ...EMPTY_CALLER, name: '孙桂香' })).toBe(false);
    expect(isNamed({ ...EMPTY_CALLER, name: '孙桂香', areaId: 'a' })).toBe(true);
  });
});
