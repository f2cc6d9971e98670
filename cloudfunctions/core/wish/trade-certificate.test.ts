import { tradeCertificateOf } from './trade-certificate';

const repair = (title: string, story = ''): ReturnType<typeof tradeCertificateOf> => tradeCertificateOf({ category: 'repair', title, shareNote: '', story });

describe('repairs the law asks a certificate for', () => {
  it.each([['燃气灶打不着火', 'gas'], ['电梯老停在三楼', 'lift'], ['一开空调就跳闸', 'electrical'], ['想看看入户线', 'electrical']] as const)('%s', (title, trade) => expect(repair(title)).toBe(trade));

  it.each(['厨房灯闪了半个月，我够不着', '电动车轮胎没气了', '轮椅刹车松了', '水龙头滴水'])('anybody may do: %s', (title) => expect(repair(title)).toBeNull());

  it('is asked of repairs only', () => expect(tradeCertificateOf({ category: 'goods', title: '想要一个电表箱的罩子', shareNote: '', story: '' })).toBeNull());
});
