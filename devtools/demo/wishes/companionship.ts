import { wishesOf } from './wish-sketch';

export const COMPANIONSHIP_WISHES = wishesOf('companionship', [
  { cast: 'chess', title: '周末下午，想有人陪我下盘象棋', story: '从前厂里的棋友都搬走了，一个人对着棋谱摆，总觉得少点什么。周六下午在中心花园的石桌边，输赢不论，我带茶。', fate: 'open', handover: 'station', stills: ['chess', 'tea'] },
  { title: '想有人陪我说说家乡话', story: '来女儿这儿三年，普通话说得磕磕巴巴，买菜只敢点头。要是有同乡的邻居，坐下来聊聊老家的米粉和赶集就好。', fate: 'open', handover: 'station', stills: ['tea'] },
  { title: '每周一次，陪外婆在院里走两圈', story: '外婆能走，就是一个人不敢走。我周中上班回不来，想请一位邻居每周三下午陪她走两圈，走累了坐一会儿，先约四次。', fate: 'part', shares: 4, shareNote: '周三下午一次', relation: '外孙', handover: 'home' },
  { title: '想找个伴一起去赶早市', story: '早市的豆腐脑要六点去才有，一个人起不来，两个人就有劲了。周日早上在院门口碰头，来回一个小时。', fate: 'rated', handover: 'station', stills: ['vegetables'], thanks: '约好的六点，她五点五十就到了，还帮我挑了一把好芹菜' },
  { title: '金婚那天，想请邻居来喝杯茶', story: '我们俩在这个院里过了大半辈子，孩子在外头回不来。不办酒席，就想请十位老邻居周日下午来坐坐，吃块糕，说说当年谁家先有的电视。', fate: 'rated', shares: 10, shareNote: '一位来坐坐的邻居', handover: 'station', stills: ['cake'], thanks: '来了十二位，屋里坐不下都站着，还有人带来了当年的照片' },
  { title: '想有人听我讲讲从前的学校', story: '教了一辈子书，箱子里还有三十几届的毕业照。想有年轻人来听我讲讲这些孩子的事，帮我记几笔，怕以后忘了。', fate: 'open', stills: ['album'] },
  { title: '想有人陪我去听一回戏', story: '区里文化馆周五晚上有花鼓戏，票是社区发的两张，老伴不爱出门，另一张一直空着。有爱听戏的邻居，咱俩一起去，散场一起走回来。', fate: 'rated', handover: 'station', thanks: '散场一路哼着回来的，下个月的票也约好了', spokenThanks: 'wall' },
  { title: '冬至晚上，想有人一起包饺子', story: '一个人包饺子，剁馅都嫌动静大。社区活动室有大桌子，想约 8 位邻居，面和馅我来备，各人带一双手就行。', fate: 'part', shares: 8, shareNote: '一位一起包饺子的人', handover: 'station', stills: ['bowl'] },
  { title: '三位寿星同一个月，想一起过生日', story: '这个月有三位长辈过生日，平常都是自己下碗面。想请 5 位邻居来唱首歌、切个蛋糕，蛋糕社区订好了，就差热闹。', fate: 'rated', shares: 5, shareNote: '一位来热闹的邻居', byStaff: true, handover: 'station', stills: ['cake'], thanks: '三位寿星戴着纸帽子合影，李奶奶说是头一回这么多人给她唱歌' },
  { title: '新搬来，想找个饭后散步的伴', story: '搬来一个多月，还没和谁说过十句话。晚饭后七点，绕着湖边走一圈，走快走慢都行，聊孩子聊菜价都行。', fate: 'rated', handover: 'station', thanks: '第一天就走了三圈，她把附近哪家菜新鲜都告诉我了' },
  { title: '想有人陪我看完那本老相册', story: '相册在柜顶放了十年，自己翻总翻不下去。想有人坐在旁边，我讲一张，您听一张。', fate: 'unclaimed', stills: ['album'] },
  { title: '周日中午，想和邻居一起吃顿饭', story: '孩子在外地，一个人做菜，做多了剩，做少了没味。周日我炖一锅排骨藕汤，想请一家邻居来吃，带孩子更好。', fate: 'taken', stills: ['tea'], note: '我们一家三口去，带水果，饭后我来洗碗' },
  { title: '猫走丢三天了，想有人一起找', story: '一只黄白相间的猫，叫豆包，右耳缺一点点。它怕生，晚上才出来，想请几位邻居夜里散步时帮着喊一喊、照一照车底。', fate: 'withdrawn', shares: 4, shareNote: '一位帮着找的邻居', urgent: true, handover: 'station' },
  { title: '白天一个人带娃，想找能说话的妈妈', story: '孩子爸爸跑长途，一周回来一次。白天屋里只有我和孩子，想认识几位也在带娃的妈妈，推车一起去公园晒太阳。', fate: 'part', shares: 3, shareNote: '一位结伴的妈妈', handover: 'station' },
  { title: '羽毛球三缺一，周四晚上', story: '社区球场周四七点到九点，我们三个凑了一个月都缺一个人。水平都是“接得住”，不较真，打完一起走回来。', fate: 'rated', handover: 'station', thanks: '终于能打双打了，球技半斤八两，笑得比跑得累' },
  { title: '想去新图书馆看看，有点怵坐车', story: '新图书馆开了半年，听说有大字书，可要换一趟车，还要扫码。想有人带我去一次，认得路我以后就自己去。', fate: 'done', handover: 'station', stills: ['books'] },
  { title: '每周两次，打个电话问声好', story: '他不爱出门，也不肯麻烦人，电话响了倒是愿意多说几句。想请一位声音敞亮的邻居，每周二、周五晚饭后打个电话，先打一个月。', fate: 'waiting', relation: '侄女', handover: 'online', stills: ['phone'], note: '第一个月打满了，他现在会提前坐到电话边等' },
  { title: '想有人教老哥几个唱首新歌', story: '院里几个老哥唱来唱去就那三首，想学一首新的年底联欢会上唱。会唱的邻居来两个晚上就够，歌您挑。', fate: 'review', shares: 2, shareNote: '一个晚上', handover: 'station' },
]);
