import { wishesOf } from './wish-sketch';

export const SKILL_WISHES = wishesOf('skill', [
  { title: '想学会用手机和孙子视频', story: '每次都要等隔壁姑娘下班帮我点，孙子那边都睡了。想有人教我自己拨出去，我拿本子一步一步记。', fate: 'rated', stills: ['phone'], thanks: '她把步骤画成四幅小画贴在电话边，昨晚我自己拨通了' },
  { title: '想请人写 24 副春联，一户一副', story: '楼道里 24 户，往年买的都一个样。今年想请会写毛笔字的邻居写，红纸和墨我们备好，内容各家自己想，写一副也算帮了忙。', fate: 'part', shares: 24, shareNote: '一副手写春联', handover: 'station', stills: ['letter'] },
  { title: '想学做一道拿手的红烧鱼', story: '女儿爱吃鱼，我做的不是散就是腥，她总说好吃，筷子却不往那边伸。想请会做鱼的邻居到家里教一回，鱼和调料我买好。', fate: 'rated', thanks: '原来要先擦干再下锅，昨天女儿把汤汁都拌饭了' },
  { title: '社区合唱队缺一位弹琴的', story: '我们二十来个人，年底要上台，一直跟着手机伴奏，快慢总合不上。想请一位会弹琴的邻居来 6 次排练，周四晚上，活动室有电子琴。', fate: 'part', shares: 6, shareNote: '一次排练，约一个半小时', handover: 'station', stills: ['notebook'] },
  { title: '想学用手机付钱买菜', story: '菜场里现金找不开，老板娘每次都替我垫。我有智能机，就是不敢绑卡，怕点错。想有人坐下来慢慢教一遍，顺便说说哪些不能点。', fate: 'rated', handover: 'station', thanks: '先教我看清收款人再输密码，今天自己付了三块五的豆腐', spokenThanks: 'private' },
  { title: '找工作，想请人看一眼我的简历', story: '在家带了六年孩子，想回去上班，简历写来写去只有半页。想请做过人事的邻居看看，直说就行，我改。', fate: 'rated', handover: 'online', thanks: '把我组织亲子读书会的事也写进去了，今天接到了面试电话' },
  { title: '毛衣织到领口，不会收针了', story: '给老伴织的，前后片都好了，就差领口，拆了四回。想请会织的邻居来看一眼，坐半个钟头。', fate: 'open', handover: 'station', stills: ['yarn'] },
  { title: '茉莉叶子发黄，想请人来看看', story: '养了八年，年年开一窗台，今年叶子一片一片黄。想请懂花的邻居来瞧瞧是水多了还是该换盆。', fate: 'rated', stills: ['plants'], thanks: '原来是根长满了，帮我换了大一号的盆，新芽已经冒了' },
  { title: '想给合唱队编几个简单的手势', story: '唱《让我们荡起双桨》时大家的手都不知道往哪放。想请会跳舞或做过老师的邻居，教几个好记的动作，两次就够。', fate: 'taken', shares: 2, shareNote: '一次排练', handover: 'station', note: '这周四先来看一遍，动作编三个' },
  { title: '广场舞的新曲子，想请人教慢一点', story: '领队跳得好，就是快，后两排的我们总差半拍。想请一位有耐心的，晚饭前单独带我们十个人过几遍。', fate: 'open', handover: 'station' },
  { title: '小店的账记乱了，想请人指点', story: '一家卖布鞋的小店，进货、赊账、手机收款各记一本，月底对不上。想请懂账的邻居教我一个简单的记法，来两次。', fate: 'waiting', shares: 2, shareNote: '一次，约一小时', handover: 'station', note: '两次都来过了，做了一张三栏的表，贴在收银台后面' },
  { title: '想请人讲讲骗子电话怎么分辨', story: '上个月院里两位老姐妹差点把钱转出去。想请懂行的邻居在活动室讲一次，带上真事，20 来个人听，讲得慢一点。', fate: 'rated', byStaff: true, handover: 'station', thanks: '讲了三个身边的真事，散会大家把家人电话都存成了快捷键' },
  { title: '想给手工坊的布老虎拍段短视频', story: '七位绣娘一针一线做的布老虎，摆在展柜里没几个人知道。想请会拍视频的邻居来一下午，把手和针脚拍清楚就好。', fate: 'open', handover: 'station', stills: ['yarn'] },
  { title: '想把家谱打进电脑里', story: '爷爷手抄的家谱边都烂了，一共六十几页毛笔字。想请会打字、认得繁体字的邻居帮我录一份，慢慢来，不急。', fate: 'review', handover: 'online', stills: ['letter'] },
]);
