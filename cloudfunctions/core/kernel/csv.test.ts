import { csvLine } from './csv';

describe('a row of a table', () => {
  it('never begins a cell like a formula', () => {
    expect(csvLine(['=1+1', '+86', '-3', '@SUM(A1)', '\tx', '普通', '3 - 1'])).toBe("'=1+1,'+86,'-3,'@SUM(A1),'\tx,普通,3 - 1\r\n");
    expect(csvLine(['\r=x'])).toBe(`"'\r=x"\r\n`);
  });

  it('quotes what would break it, and doubles quotes', () => {
    expect(csvLine(['a,b', '他说"好"', '两\n行', 1.5])).toBe('"a,b","他说""好""","两\n行",1.5\r\n');
    expect(csvLine(['=HYPERLINK("x")'])).toBe(`"'=HYPERLINK(""x"")"\r\n`);
  });
});
