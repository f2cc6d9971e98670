import { wishesOf } from './wish-sketch';

export const REPAIR_WISHES = wishesOf('repair', [
  { cast: 'kitchenLamp', title: '厨房灯闪了半个月，我够不着', story: '灯一闪一闪的，切菜都不敢下刀，晚上索性不开火了。灯管我买好了，就是够不着，也不敢踩凳子。想请师傅来换一下，顺便看看是不是镇流器的毛病。', fate: 'open', urgent: true, stills: ['ceilingLamp'] },
  { cast: 'lampCord', title: '客厅的灯绳断了，想接一根', story: '拉了二十年的灯绳，前天一拽就断在半截，剩下的线头太高。晚上摸黑到卧室，想请师傅接上，绳子长一点我坐着也够得到。', fate: 'waiting', stills: ['ceilingLamp'], note: '换了棉绳，底下坠了个木珠子，坐在沙发上就能拉到' },
  { title: '水龙头滴答滴答，夜里睡不着', story: '拧到最紧还是滴，拿盆接着，一夜能接半盆。想请人来看看是不是垫圈老了，配件我去五金店买也行。', fate: 'rated', stills: ['tools'], thanks: '五分钟就换好了垫圈，还把总阀在哪教给我了' },
  { title: '门锁发涩，钥匙常常卡住', story: '有一回卡了半个小时，菜都化了。还不到换锁的地步，想请懂锁的邻居拆下来清一清，上点油。', fate: 'taken', note: '明天傍晚过来，带石墨粉' },
  { title: '马桶水箱一直流，水表转得心疼', story: '水位到了也不停，我现在用完就关阀门，用前再开。想请人看看里头那个浮球，听说换一个不贵。', fate: 'taken', yuan: 35, note: '配件店里有，周六上午来换' },
  { title: '纱窗破了个洞，想补一补', story: '天还没冷透，夜里灯一亮小虫就往里钻。洞有巴掌大，想请人换一块纱，或者教我怎么补。', fate: 'rated', yuan: 25, thanks: '整扇都重新绷过，连旁边松的那条也一起压好了' },
  { title: '轮椅刹车松了，下坡心里慌', story: '推老伴去晒太阳有一段坡，刹车捏到底还在走。想请会修自行车的师傅看看，原理应该差不多。', fate: 'rated', urgent: true, stills: ['wheelchair'], thanks: '两边刹车都调紧了，还给轮子打了气，试着下坡稳稳的' },
  { title: '抽油烟机不转了，炒菜满屋烟', story: '按了开关只嗡嗡响，扇叶不动。用了好多年，不知道还值不值得修，想请有证的师傅来看一眼再说。', fate: 'open', urgent: true },
  { title: '橱柜门掉了一扇，合页松了', story: '门靠在墙边两个星期，碗都露着落灰。螺丝孔好像滑了，我拧不住，想请人重新装一下。', fate: 'done', stills: ['tools'] },
  { title: '门铃不响，总错过来看我的人', story: '女儿说敲了十分钟门我没听见，她急得差点报警。想换一个声音大的门铃，最好还能闪一下灯。', fate: 'open', yuan: 60 },
  { title: '折叠床的弹簧断了三根', story: '孙子来就睡这张床，中间塌下去一块。找遍了五金店没配到弹簧，想问问有没有师傅手里有旧的。', fate: 'expired', stills: ['tools'] },
  { title: '楼道扶手松了，一晃一晃的', story: '从上往下第二层拐弯那段，手一搭整根在晃，大家都贴着墙走。物业说要排队，想先请师傅紧一紧，螺丝大概要换两个。', fate: 'open', urgent: true, byStaff: true, stills: ['tools'] },
  { title: '晾衣架摇不上去了', story: '钢丝卡在半空，衣服晾到一半，不上不下，人要弯着腰从底下过。想请装过晾衣架的师傅来顺一顺。', fate: 'overdue', note: '周三下班后过去看看' },
  { title: '取暖器插头发热，不敢用了', story: '插上十分钟插头就烫手，还有一点焦味。天冷了离不了它，想请懂电的邻居看看是插座还是它自己的毛病。', fate: 'part', shares: 2, shareNote: '一处插座检修', urgent: true, note: '周六上午先看插座，带测电笔' },
  { title: '老座钟停了，舍不得丢', story: '结婚那年买的，走了几十年，上个月停在四点二十。修不好也没关系，想请会修钟的人打开看看。', fate: 'notReceived', stills: ['clock'], note: '钟还没送回来，师傅电话也打不通，有点担心' },
  { title: '暖气片一半热一半凉', story: '客厅那组摸着上面烫下面冰，放过气也没用。想请懂暖气的邻居来听听声音，趁还没到最冷的时候。', fate: 'review', urgent: true },
  { title: '收音机没声了，一听就是接触不好', story: '拍一拍响两声，再拍又没了。跟了我好多年，换新的用不惯，想请会焊东西的邻居打开看看。', fate: 'rated', stills: ['radio'], thanks: '里头一根线脱了，焊上就响，他还把旋钮的灰也擦干净了', spokenThanks: 'wall' },
]);
