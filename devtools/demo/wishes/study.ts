import { wishesOf } from './wish-sketch';

export const STUDY_WISHES = wishesOf('study', [
  { title: '四年级数学，盼一位大哥哥每周讲讲', story: '分数这一块她总绕不出来，我讲着讲着自己也急。想请一位大学生每周六上午在社区书屋给孩子们讲讲题，旁边有值班老师和几个同班同学，一共 12 次。', fate: 'part', shares: 12, shareNote: '周六上午一次', relation: '妈妈', handover: 'station', stills: ['notebook'] },
  { cast: 'stationery', title: '小雨上美术课，缺一套画笔颜料', story: '老师说她画得有想法，她却总用同桌剩下的半截颜色。想要一套水彩、两支毛笔、一本厚一点的画纸。', fate: 'taken', yuan: 85, relation: '班主任', stills: ['paints'] },
  { title: '想要一套课外读物，借着看也行', story: '老师列的书单有八本，图书馆里总被借走。我们看完一本还一本，保证不折角。', fate: 'rated', yuan: 160, stills: ['books'], thanks: '八本一次到齐，孩子排了个读书表，已经看完两本' },
  { title: '女儿想学口琴，缺一支', story: '音乐课上老师吹了一次，她回来拿梳子对着嘴比划了一晚上。二十四孔的就行，旧的我会好好消毒。', fate: 'taken', yuan: 60, stills: ['notebook'], note: '家里有一支几乎没用过，周日给您送去' },
  { title: '作文总写不长，想有人帮着改改', story: '他心里有话，落到纸上就剩三行。想请做过老师的邻居看看，一周一篇，拍照发过去，改一句夸一句就好，先改 4 篇。', fate: 'part', shares: 4, shareNote: '改一篇作文', relation: '爸爸', handover: 'online', stills: ['notebook'] },
  { title: '8 个周末，想请老师来书屋答疑', story: '周末书屋里常有十来个孩子写作业，题目一多，值班阿姨也答不上来。想请 8 位懂题的邻居，一人坐一个上午，公开的大桌子，两位值班员都在。', fate: 'part', shares: 8, shareNote: '一个周末上午', byStaff: true, handover: 'station' },
  { title: '听英语课文，缺一台播放机', story: '老师布置每天听一刻钟，家里只有爸爸的手机，他跑车带走了。能放录音、声音清楚就行。', fate: 'rated', yuan: 95, stills: ['radio'], thanks: '每天早上边刷牙边听，第三课已经会背了' },
  { title: '最后一学期，想借一张安静的书桌', story: '家里弟弟妹妹闹，我想晚上七点到十点有个能坐下来做卷子的地方。书屋能留个座就好，我自己带台灯。', fate: 'rated', handover: 'station', stills: ['deskLamp'], thanks: '靠墙那个座一直给我留着，管理员还会提醒我喝水' },
  { title: '想要 10 本字典，分给同桌们', story: '班里有十个孩子查字典要轮流，轮到了下课铃也响了。希望一人一本，封皮上写上名字，用到毕业。', fate: 'part', shares: 10, shareNote: '一本新华字典', yuan: 280, relation: '老师', stills: ['books'] },
  { title: '课间想有一个不漏气的篮球', story: '那个球打了三天就得去门岗借气筒，投篮像投沙袋。七号球，五个孩子一起用，放学锁在教室柜子里。', fate: 'rated', yuan: 80, relation: '体育委员的妈妈', stills: ['ball'], thanks: '五个孩子轮流抱回家睡了一晚，周五就和隔壁班打了一场' },
  { title: '自学电工证，想借一套教材', story: '在工地干了几年小工，想考个证换份稳当活。教材一套要一百多，想借一套旧的，划了线的更好。', fate: 'open', yuan: 110, stills: ['books'] },
  { title: '儿子去外地读技校，缺一只行李箱', story: '录取通知书贴在墙上一个月了，行李还装在蛇皮袋里。想要一只结实点的箱子，轮子好使，有点划痕没关系。', fate: 'done', yuan: 140, stills: ['parcel'] },
  { title: '校服短了一截，想要套大一号的', story: '这学期蹿得快，袖子缩到手肘，他不肯脱外套。学校的冬季校服，身高一栏写 165 的，毕业的哥哥姐姐留下的就好。', fate: 'open', relation: '奶奶', stills: ['coat'] },
  { title: '书屋里想添一个地球仪', story: '孩子们总问“外公在的那条船现在到哪了”，墙上的地图够不着也转不动。想要一个大一点的地球仪，放在矮桌上。', fate: 'taken', yuan: 130, byStaff: true, stills: ['books'], note: '已经下单，到了直接送书屋' },
  { title: '网课讲义想打印出来', story: '一共六十几页，看手机看得眼睛疼，字也小。能双面黑白打出来就好，我自己去取，自己装订。', fate: 'rated', handover: 'station', thanks: '打好还帮忙装订了，封面写了“加油”两个字' },
  { cast: 'pictureBooks', title: '20 本绘本，让书屋的矮架子满起来', story: '最底下一层是给刚会走路的小朋友留的，现在只有七本，书角都啃圆了。新旧都好，撕页的我们会粘。', fate: 'rated', shares: 20, shareNote: '一本绘本', yuan: 400, byStaff: true, stills: ['books'], thanks: '矮架子满了，小朋友们趴在地上挑，谁也不抢谁的' },
  { title: '书桌太矮，孩子写字总驼背', story: '桌子是她幼儿园用的，现在膝盖都伸不进去。想要一张能调高矮的旧书桌，自己来搬。', fate: 'asked', yuan: 200, note: '请补一张现在桌子的照片，再写一下家里能放多宽的。' },
  { title: '想要一副新的跳绳和毽子', story: '班里要比赛，她的绳子接过两回，一甩就散。三十来块钱的事，可她不肯跟我开口，我是从作文里看到的。', fate: 'open', yuan: 32, relation: '奶奶' },
]);
