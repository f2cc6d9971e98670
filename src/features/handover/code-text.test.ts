import { encode } from 'uqr';
import { codeText, parseCodeText, spokenDigits } from './code-text';
import { qrSvg } from '@/lib/qr-svg';

const CODE = { wishId: 'w_abc-1', claimId: 'c_xyz_2', code: '048215' };

test('what is drawn is read back, whatever stands around it', () => {
  expect(parseCodeText(codeText(CODE))).toEqual(CODE);
  expect(parseCodeText(` ${codeText(CODE)}\n`)).toEqual(CODE);
});

test('some other code is no code of ours', () => {
  for (const text of ['', 'https://example.com', 'linyuan-handover:w:c:12345', 'linyuan-handover:w:c:1234567', 'linyuan-handover:../x:c:123456']) expect(parseCodeText(text)).toBeNull();
});

test('digits are read out in two threes', () => expect(spokenDigits('048215')).toBe('048 215'));

test('the drawing has a square for each dark module and no apostrophe', () => {
  const svg = qrSvg(codeText(CODE));
  const dark = encode(codeText(CODE), { ecc: 'M', border: 2 }).data.flat().filter(Boolean).length;
  expect(svg.match(/h1v1h-1z/g)).toHaveLength(dark);
  expect(svg).not.toContain("'");
});
