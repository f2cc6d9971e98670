import { WISH_CATEGORY_LABEL, type BundledNeedView, type NeedBundleView, type NeedPlanView, type NeedStepKind, type UnplacedView } from '@contract';

/** "第 3 组 · 物品" */
export const bundleTitle = ({ bundleId, category }: Pick<NeedBundleView, 'bundleId' | 'category'>): string => `第 ${bundleId} 组 · ${WISH_CATEGORY_LABEL[category]}`;

/** "24 位邻居，30 件心愿" */
export const sizeWords = ({ personCount, needCount }: Pick<NeedBundleView, 'personCount' | 'needCount'>): string => `${personCount} 位邻居，${needCount} 件心愿`;

const PLACES_TOLD = 3;

/** "枫林里 12 人、柳岸 8 人等 4 处", the most people first. */
export function placesWords({ places }: Pick<NeedBundleView, 'places'>, nameOf: (areaId: string) => string): string {
  const sorted = [...places].sort((one, other) => other.personCount - one.personCount);
  const told = sorted.slice(0, PLACES_TOLD).map(({ areaId, personCount }) => `${nameOf(areaId)} ${personCount} 人`).join('、');
  return sorted.length > PLACES_TOLD ? `${told}等 ${sorted.length} 处` : told;
}

/** How near to each other its people are. */
export const reachWords = ({ reachMinutes }: Pick<NeedBundleView, 'reachMinutes'>): string => (reachMinutes === null ? '' : reachMinutes <= 1 ? '都在近旁' : `到中间走路约 ${reachMinutes} 分钟`);

const WHY: Readonly<Record<UnplacedView['reason'], (sizeMin: number) => string>> = {
  tooFew: (sizeMin) => `不够 ${sizeMin} 人，先列成小名单，一件一件办`,
  noPlace: () => '没写在哪个小区，可以手工挪进一组',
  leftOver: () => '离得远，放不进哪一组，可以手工挪进去',
};

/** Needs in no bundle, and what may be done with them. */
export const unplacedWords = (line: UnplacedView, sizeMin: number): { readonly title: string; readonly note: string } => ({ title: `${WISH_CATEGORY_LABEL[line.category]} · ${sizeWords(line)}`, note: WHY[line.reason](sizeMin) });

const STEP_WORDS: Readonly<Record<NeedStepKind, string>> = { merge: '并了两组', split: '拆了一组', move: '挪了几件' };

/** "陈波刚刚并了两组": the step that may be undone. */
export const lastStepWords = ({ kind, byName, isMine }: NonNullable<NeedPlanView['lastStep']>): string => `${isMine ? '您' : byName === '' ? '有人' : byName}${STEP_WORDS[kind]}`;

/** The head of a bundling: how much of what. */
export const planWords = ({ needCount, personCount, bundles, isAtLeast }: NeedPlanView): string => `${personCount} 位邻居的 ${needCount} 件心愿，${bundles.length === 0 ? '还分不成组' : `分成 ${bundles.length} 组`}${isAtLeast ? '。心愿很多，先打包这些，定下来再打下一批' : ''}`;

/** What is said of a need in a list: a word for what nobody may read. */
export const needTitle = ({ title, state, category }: Pick<BundledNeedView, 'title' | 'state' | 'category'>): string => {
  if (title !== '') return title;
  return state === 'gone' ? '撤回或到期了的心愿' : `还没上墙的${WISH_CATEGORY_LABEL[category]}心愿`;
};

const NEED_STATE: Readonly<Record<BundledNeedView['state'], string>> = { waiting: '等人帮', taken: '有人接了', met: '办好了', gone: '不在了' };
export const needStateWords = ({ state }: Pick<BundledNeedView, 'state'>): string => NEED_STATE[state];

/** With what is picked everything of the same people; null where the reader does not know who goes with whom. */
export function withSamePeople(needs: readonly BundledNeedView[], picked: readonly string[]): readonly string[] | null {
  const people = new Set(needs.filter(({ wishId, personNumber }) => personNumber !== null && picked.includes(wishId)).map(({ personNumber }) => personNumber));
  if (people.size === 0) return null;
  const all = needs.filter(({ wishId, personNumber }) => picked.includes(wishId) || people.has(personNumber)).map(({ wishId }) => wishId);
  return all.length > picked.length ? all : null;
}
