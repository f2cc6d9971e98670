import type { Random } from '../random';

const SURNAMES = [...'李王张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡余蒋杜叶程苏魏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙史陶贺毛顾郝龚邵万钱严武莫孔向汤常'];
const GIVEN = [
  '桂兰', '建国', '秀英', '志强', '美玲', '国华', '玉珍', '晓东', '丽华', '春梅', '文杰', '海燕', '小平', '雪梅', '永康', '慧敏', '子涵', '雨桐', '浩然', '佳怡',
  '明辉', '婷婷', '志远', '淑芬', '长生', '小满', '思远', '嘉宁', '一帆', '若溪', '静怡', '宏伟', '素珍', '金花', '德福', '新民', '立群', '彩霞', '向阳', '凤琴',
  '家栋', '梦洁', '俊峰', '晨曦', '启明', '云飞', '艳红', '春生', '玉兰', '立冬', '小雨', '天佑', '佩佩', '海波', '锦程', '红梅', '树林', '广平', '爱华', '念慈',
];
/** What many residents call themselves here: a floor, a habit, a child's name, rarely the name on the identity card. */
const FAMILIAR = ['叔', '姨', '大姐', '大哥', '妈妈', '爸爸', '老师', '师傅', '嫂', '婶'];

/** Names that differ from each other; the pool is several times larger than the whole demo. */
export interface Names {
  fullName(): string;
  residentName(): string;
  surname(): string;
  /** Keeps a name from being drawn. */
  take(name: string): void;
}

export function createNames(random: Random): Names {
  const used = new Set<string>();
  const unused = (make: () => string): string => {
    for (;;) {
      const name = make();
      if (!used.has(name)) {
        used.add(name);
        return name;
      }
    }
  };
  const fullName = (): string => unused(() => random.pick(SURNAMES) + random.pick(GIVEN));
  const familiarName = (): string => unused(() => (random.chance(0.5) ? random.pick(SURNAMES) : (random.pick(GIVEN).at(-1) ?? '')) + random.pick(FAMILIAR) + (random.chance(0.25) ? random.pick(['', '（一楼）', '在路上', '·慢慢来']) : ''));
  return {
    fullName,
    residentName: () => (random.chance(0.72) ? fullName() : familiarName()),
    surname: () => random.pick(SURNAMES),
    take: (name) => void used.add(name),
  };
}

/** Merchants by what they can give; the shop names people of a place would read over the doors. */
export const SHOPS = [
  '康民药房', '老周五金', '巧手裁缝铺', '王师傅理发', '新叶文具', '阿香早点', '顺风家电维修', '四季鲜果', '三味书屋', '暖阳家纺', '平安锁业', '小满面包房',
  '红旗粮油店', '福来超市', '桂花汤圆铺', '青枫自行车行', '老街豆腐坊', '安康养老用品', '一帆打印社', '多多母婴', '百味卤菜', '绿源蔬菜', '兰姐洗衣', '时光照相馆',
  '启蒙琴行', '大步鞋店', '宏达灯饰', '清泉送水', '好邻居便利店', '飞鸿快递驿站', '永兴修表', '乐儿玩具', '晨曦眼镜', '秋实种子花卉', '和顺茶庄', '天天鲜奶',
  '美佳窗帘', '精诚家政', '老味道米粉', '云上毛线坊', '方圆家具', '新民修鞋', '广厦水电安装', '惠民菜店', '海燕水产', '喜乐蛋糕', '德福馒头', '丁记面馆',
  '振华五金水暖', '小桥流水花店', '健步体育用品', '一心手机维修', '文华图书', '丰收米行', '阳光托管用品', '老秦磨刀', '金剪刀美发', '润物园艺', '诚信搬运',
] as const;
