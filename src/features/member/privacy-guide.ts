/**
 * What the program keeps about a person, in the words they read before they agree and again on the privacy page.
 * `PRIVACY_VERSION` of src/lib/privacy.ts goes to the server with the agreement: raise it whenever a sentence here
 * changes its meaning.
 */
export interface KeptThing {
  readonly what: string;
  readonly why: string;
  readonly howLong: string;
  readonly whoSees: string;
}

/** The three promises that stand above the button; the whole table is one tap further. */
export const PRIVACY_PROMISES: readonly string[] = [
  '只留办事用得着的：您的称呼和所在小区，不要身份证，不要定位。',
  '心愿墙上看不出是谁、住几楼几号，也不写病情。',
  '想走随时能走，走之前可以把自己的资料全部带走。',
];

export const KEPT_THINGS: readonly KeptThing[] = [
  { what: '称呼和小区', why: '分得清是哪个社区的邻居', howLong: '一直到您退出', whoSees: '您自己和社区工作人员；邻居只看到姓，比如“刘*”' },
  { what: '心愿的文字和照片', why: '让邻居知道怎么帮', howLong: '办完后留作社区台账，您退出时抹去您的名字', whoSees: '本社区的邻居，要先经社区看过' },
  { what: '替别人发时对方的称呼和同意凭据', why: '证明对方愿意', howLong: '和这个心愿一样久', whoSees: '只有本社区的工作人员，每看一次都有记录' },
  { what: '认领和送到的记录、照片', why: '让收的人放心，也证明您帮过忙', howLong: '一直到您退出', whoSees: '收的人、送的人和社区工作人员' },
  { what: '评价', why: '知道哪里做得好、哪里要改', howLong: '办完后留作统计，不带名字', whoSees: '被评的人只看到汇总，看不到是谁写的' },
  { what: '积分记录', why: '一笔一笔说得清', howLong: '账要完整，您退出后只留编号，不留名字', whoSees: '只有您自己' },
  { what: '微信给的编号', why: '下次打开认得出是您', howLong: '一直到您退出', whoSees: '谁也看不到' },
];

/** What is never asked for, so that nobody has to wonder. */
export const NEVER_ASKED = '不要身份证号、不要精确位置、不读通讯录、不做排名，也不把资料给广告。';
