import { tradeCertificateOf } from './trade-certificate';

const repair = (title: string, story = ''): ReturnType<typeof tradeCertificateOf> => tradeCertificateOf({ category: 'repair', title, shareNote: '', story });

describe('repairs the law asks a certificate for', () => {
  it.each([['燃气灶打不着火', 'gas'], ['电梯老停在三楼', 'lift'], ['一开空调就跳闸', 'electrical'], ['想看看入户线', 'electrical']] as const)('%s', (title, trade) => expect(repair(title)).toBe(trade));

  it.each(['厨房灯闪了半个月，我够不着', '电动车轮胎没气了', '轮椅刹车松了', '水龙头滴水'])('anybody may do: %s', (title) => expect(repair(title)).toBeNull());

  it('is asked of a repair that was posted as a service too, and of no other service', () => {
    const service = (title: string): ReturnType<typeof tradeCertificateOf> => tradeCertificateOf({ category: 'service', title, shareNote: '', story: '' });
    expect(service('煤气灶打不着火，做饭都不行')).toBe('gas');
    expect(service('家里老跳闸，想请师傅看看')).toBe('electrical');
    expect(service('想请人陪我去交燃气费')).toBeNull();
    expect(service('陪老人坐电梯下楼晒太阳')).toBeNull();
  });

  it('is asked of repairs only', () => expect(tradeCertificateOf({ category: 'goods', title: '想要一个电表箱的罩子', shareNote: '', story: '' })).toBeNull());
});
