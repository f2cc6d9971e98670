import { SHOP_KIND_LABEL, SHOP_ROLE_LABEL, type KeptFraction, type ShopCardView, type ShopLicenceView, type ShopPersonView, type ShopRole, type ShopState, type ShopView, type ShopYearView, WISH_CATEGORY_LABEL } from '@contract';

export const SHOP_READS = ['shop.mine', 'shop.get', 'shop.list', 'shop.alliance', 'shop.page', 'staff.queue', 'member.me'] as const;

export const SHOP_STATE_TEXT: Readonly<Record<ShopState, string>> = {
  review: '社区在看', asked: '等您补一补', refused: '没有通过', withdrawn: '撤回了', open: '在帮忙', paused: '先歇着', frozen: '社区停着', expired: '执照到期', leaving: '在办退出', left: '退出了',
};

const STATE_NOTE: Readonly<Record<ShopState, string>> = {
  review: '请带上执照原件，到社区给工作人员看一眼。看过就能认领。',
  asked: '照着下面这句补好，再交一次。',
  refused: '没有通过的原因在下面。改好了，可以重新申请。',
  withdrawn: '想再申请，随时都行。',
  open: '可以认领心愿、登记能帮的事、放积分礼物。',
  paused: '想接了，点“重新开张”。',
  frozen: '有疑问请打社区电话。',
  expired: '新执照传上来，拿原件到社区看过，马上可以再认领。',
  leaving: '没送到的在一件件放回心愿墙；等确认的、等人取的办完，就退好了。',
  left: '谢谢这些日子的帮忙。',
};

/** What an owner does next is not a clerk's to do. */
const CLERK_NOTE: Readonly<Partial<Record<ShopState, string>>> = { open: '要送的、要对码的、来取礼物的，都在下面。', paused: '店主重新开张了会接新的。', expired: '等店主换新执照。' };
const RENEWAL_NOTE = '新执照交上去了，拿原件到社区看过，马上可以再认领。';

const nextNote = ({ state, myRole, renewal }: Pick<ShopView, 'state' | 'myRole' | 'renewal'>): string => {
  if (state === 'expired' && renewal !== null && myRole === 'owner') return RENEWAL_NOTE;
  return (myRole === 'clerk' ? CLERK_NOTE[state] : undefined) ?? STATE_NOTE[state];
};

/** What becomes of what it holds, while it takes nothing new. */
const heldNote = ({ isHandingBack, handedBack }: Pick<ShopView, 'isHandingBack' | 'handedBack'>): string => (isHandingBack ? `没送到的正在一件件放回心愿墙${handedBack === 0 ? '' : `，已经放回 ${handedBack} 份`}。` : '手上的照常办。');

/** Pure: what is so now and what comes next, in a sentence or two for the shop's own people. */
export const stateNote = (shop: Pick<ShopView, 'state' | 'myRole' | 'renewal' | 'isHandingBack' | 'handedBack'>): string => {
  const next = nextNote(shop);
  if (shop.state === 'leaving') return shop.handedBack === 0 ? next : `${next}已经放回 ${shop.handedBack} 份。`;
  return shop.state === 'paused' || shop.state === 'frozen' || shop.state === 'expired' ? `不接新的，${heldNote(shop)}${next}` : next;
};

/** Pure: "按时送到 28 / 30"; before the first promise there is nothing to tell. */
export const recordText = ({ onTime, total }: KeptFraction): string => (total === 0 ? '还没有送过' : `按时送到 ${onTime} / ${total}`);

/** Pure: "药店 · 按时送到 28 / 30". */
export const cardLine = ({ kind, record, isResting }: Pick<ShopCardView, 'kind' | 'record' | 'isResting'>): string => [SHOP_KIND_LABEL[kind], recordText(record), ...(isResting ? ['先歇着'] : [])].join(' · ');

/** Pure: until when a licence is good. */
export const validText = ({ validUntilDay }: Pick<ShopLicenceView, 'validUntilDay'>): string => {
  if (validUntilDay === null) return '长期有效';
  const [year, month, day] = validUntilDay.split('-');
  return `有效期到 ${year} 年 ${Number(month)} 月 ${Number(day)} 日`;
};

const PHOTO_TEXT: Readonly<Record<ShopLicenceView['photoState'], string>> = { checking: '照片在检查，过几分钟再看。', shown: '', human: '', refused: '这张照片没有通过检查，请换一张。' };
export const photoText = ({ photoState, photoUrl }: Pick<ShopLicenceView, 'photoState' | 'photoUrl'>): string => (photoUrl === null && PHOTO_TEXT[photoState] === '' ? '照片没有取到，下拉再试。' : PHOTO_TEXT[photoState]);

export const ROLE_MAY: Readonly<Record<ShopRole, string>> = { owner: '认领、放资源和礼物、管人、歇业和退出', clerk: '约时间、送货、对码、发礼物；不替店里认领新的' };

/** What is about to happen to one person of a shop. */
export type PersonAct = 'role' | 'remove';

/** Pure: what it means, before it is done. */
export const personAct = ({ name, role, isMe }: Pick<ShopPersonView, 'name' | 'role' | 'isMe'>, act: PersonAct): { readonly word: string; readonly title: string; readonly note: string } => {
  if (act === 'remove') {
    return isMe
      ? { word: '我不在店里了', title: '离开这家店', note: '以后不能替店里约时间、送货。店里认领的由店里接着办。想回来，再要个邀请码。' }
      : { word: '请出', title: `请${name}离开店里`, note: 'TA 马上不能替店里约时间、送货，也会收到一条消息。店里认领的照常办。' };
  }
  const next = otherRole(role);
  return { word: `改成${SHOP_ROLE_LABEL[next]}`, title: `把${isMe ? '自己' : name}改成${SHOP_ROLE_LABEL[next]}`, note: `${SHOP_ROLE_LABEL[next]}可以：${ROLE_MAY[next]}。` };
};

export const otherRole = (role: ShopRole): ShopRole => (role === 'owner' ? 'clerk' : 'owner');

/** Pure: "1234 5678". */
export const spacedCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');
export const cleanCode = (text: string): string => text.replace(/\D/g, '').slice(0, 8);

/** Pure: what a year came to, a line each, for the card and for the page. */
export const yearLines = ({ wishes, shares, byCategory, record, gifts, isAtLeast }: ShopYearView): readonly string[] => [
  `帮 ${wishes} 个心愿，送到 ${shares} 份${isAtLeast ? '以上' : ''}`,
  ...(byCategory.length === 0 ? [] : [byCategory.map(({ category, shares: many }) => `${WISH_CATEGORY_LABEL[category]} ${many}`).join('，')]),
  ...(record.total === 0 ? [] : [recordText(record)]),
  ...(gifts === 0 ? [] : [`邻居用积分取走 ${gifts} 份礼物`]),
];
