import type { RATING_CHIPS, RatingItem, RatingMediaKind, Satisfaction } from '@contract';
import type { RatingTime } from './rating-time';
import type { Copied } from './sentence-print';
import { sayingOf, type SentenceRules } from './sentence';
import { hasQuickTaps, isPasted, type WritingRules } from './writing';

/** What the person put into a rating, as far as care can be seen in it; never what they thought of the help. */
export interface RatingContent {
  readonly satisfaction: Satisfaction;
  readonly effect: number | null;
  readonly timeliness: number | null;
  readonly attitude: number | null;
  readonly chips: readonly (typeof RATING_CHIPS)[number][];
  readonly words: string;
  readonly photoFileIds: readonly string[];
  readonly voiceFileId: string | null;
}

/** How it was made. */
export interface RatingManner {
  readonly time: RatingTime;
  /** Staff wrote down what was said on the telephone: the time is theirs, and says nothing about the rater. */
  readonly isTold: boolean;
  readonly copied: Copied;
}

/** Each with the sentence a person reads: an automatic decision is explained (个人信息保护法 Art. 24). */
export const CARE_TEXT = {
  specificWords: '写了具体的话',
  fewWords: '说了一两句',
  voice: '录了一段话',
  photo: '附了照片',
  chipWithWords: '点了词，也说了为什么',
  unhurried: '慢慢看、慢慢答的',
  steady: '看着题答，也说了自己的话',
  toldByPhone: '在电话里讲给社区听的',
  pasted: '字一下子就全有了，比说话还快，像是贴上去的',
  tooFast: '答得太快，平均每题不到 2 秒，来不及看题',
  hastyTaps: '点得很快，每题不到 2 秒',
  copiedOwn: '和您前面评价里写的几乎一样',
  copiedOthers: '和最近别人写的几乎一样',
  sameStarsInHaste: '几行星星点得一样，也答得很快',
  photoRefused: '照片没有通过检查，不能算理由',
  voiceRefused: '录音没有通过检查，不能算理由',
  wordsRefused: '写的话没有通过检查，不能算理由',
  noReason: '没有说为什么：写一句、录一段或拍一张都行',
  thinReason: '说得太少，看不出是哪里好、哪里差',
} as const;
export type CareReason = keyof typeof CARE_TEXT;
/** What weighs; the others only say in words why it was not enough. */
export type CareEvidence = Exclude<CareReason, RefusalReason>;
/** Said in words only. */
type RefusalReason = 'photoRefused' | 'voiceRefused' | 'wordsRefused' | 'noReason' | 'thinReason';

export interface CarefulRules extends SentenceRules, WritingRules {
  readonly hasteSecondsPerItem: number;
  readonly careWeights: Readonly<Record<CareEvidence, number>>;
  readonly careThreshold: number;
}

export interface Care {
  readonly isCareful: boolean;
  /** Evidence for it first, then against it. */
  readonly reasons: readonly CareReason[];
}

/** The items somebody answered, in the order of the form. */
export const itemsAnswered = (content: RatingContent): readonly RatingItem[] => [
  'satisfaction',
  ...(['effect', 'timeliness', 'attitude'] as const).filter((item) => content[item] !== null),
  ...(content.chips.length > 0 ? (['chips'] as const) : []),
  ...(content.words === '' ? [] : (['words'] as const)),
  ...(content.voiceFileId === null ? [] : (['voice'] as const)),
];

const REASONS_GIVEN: ReadonlySet<CareReason> = new Set(['specificWords', 'fewWords', 'voice', 'photo', 'chipWithWords']);

/** That the stars are all alike is never asked for its height. */
const areStarsAlike = ({ effect, timeliness, attitude }: RatingContent): boolean => effect !== null && effect === timeliness && timeliness === attitude;

const reasonsGiven = (content: RatingContent, rules: CarefulRules): readonly CareEvidence[] => {
  const saying = sayingOf(content.words, rules);
  const isOwn = saying === 'specific' || saying === 'few';
  return [
    ...(saying === 'specific' ? (['specificWords'] as const) : []),
    ...(saying === 'few' || saying === 'phrases' ? (['fewWords'] as const) : []),
    ...(content.voiceFileId === null ? [] : (['voice'] as const)),
    ...(content.photoFileIds.length > 0 ? (['photo'] as const) : []),
    ...(content.chips.length > 0 && isOwn ? (['chipWithWords'] as const) : []),
  ];
};

/** Who took their time in all may have tapped a large answer quickly. A word or two of one's own is enough from who read the questions. */
const paceOf = (content: RatingContent, time: RatingTime, rules: CarefulRules): readonly CareEvidence[] => {
  if (time.perItem >= rules.unhurriedSecondsPerItem) return ['unhurried'];
  if (time.perItem < rules.minimumSecondsPerItem) return ['tooFast'];
  if (hasQuickTaps(time, rules)) return ['hastyTaps'];
  return sayingOf(content.words, rules) === 'few' ? ['steady'] : [];
};

const mannerOf = (content: RatingContent, manner: RatingManner, rules: CarefulRules): readonly CareEvidence[] => {
  const copied: readonly CareEvidence[] = manner.copied === 'no' ? [] : [manner.copied === 'own' ? 'copiedOwn' : 'copiedOthers'];
  if (manner.isTold) return ['toldByPhone', ...copied];
  const isHasty = areStarsAlike(content) && content.words === '' && content.voiceFileId === null && manner.time.perItem < rules.hasteSecondsPerItem;
  return [
    ...paceOf(content, manner.time, rules),
    ...copied,
    ...(isPasted(content.words, manner.time, rules) ? (['pasted'] as const) : []),
    ...(isHasty ? (['sameStarsInHaste'] as const) : []),
  ];
};

const SPEED: ReadonlySet<CareEvidence> = new Set(['tooFast', 'hastyTaps']);

/** Who knows the form is quick: beside a whole reason speed weighs only together with other evidence against it. */
const withoutSpeedAlone = (evidence: readonly CareEvidence[], rules: CarefulRules): readonly CareEvidence[] => {
  const hasWholeReason = evidence.some((each) => REASONS_GIVEN.has(each) && rules.careWeights[each] >= rules.careThreshold);
  const isAlone = !evidence.some((each) => rules.careWeights[each] < 0 && !SPEED.has(each));
  return hasWholeReason && isAlone ? evidence.filter((each) => !SPEED.has(each)) : evidence;
};

/**
 * Pure: whether a rating was made with care (RULES.md section 4), by adding up what the evidence weighs. Somebody must
 * have said why, in whatever way: slowness alone is no care, and haste alone no want of it. The score, and whether others
 * agree, play no part.
 */
export const decideCare = (content: RatingContent, manner: RatingManner, rules: CarefulRules): Care => {
  const given = reasonsGiven(content, rules);
  if (given.length === 0) return { isCareful: false, reasons: ['noReason', ...mannerOf(content, manner, rules).filter((evidence) => rules.careWeights[evidence] < 0)] };
  const evidence = withoutSpeedAlone([...given, ...mannerOf(content, manner, rules)], rules);
  const sum = evidence.reduce((total, each) => total + rules.careWeights[each], 0);
  if (sum >= rules.careThreshold) return { isCareful: true, reasons: evidence };
  const against = evidence.filter((each) => rules.careWeights[each] < 0);
  return { isCareful: false, reasons: against.length === 0 ? [...evidence, 'thinReason'] : evidence };
};

const REFUSED = { photo: 'photoRefused', voice: 'voiceRefused', words: 'wordsRefused' } as const;
/** What each is evidence of. */
const EVIDENCE_OF: Readonly<Record<RatingMediaKind, ReadonlySet<CareReason>>> = { photo: new Set(['photo']), voice: new Set(['voice']), words: new Set(['specificWords', 'fewWords', 'chipWithWords', 'steady']) };
const weightOf = (reason: CareReason, rules: Pick<CarefulRules, 'careWeights'>): number => (reason in rules.careWeights ? rules.careWeights[reason as CareEvidence] : 0);

/** Pure: the same care once a recording, a photo or the words were refused: it is evidence no more, everything else weighs as before. */
export const careWithout = ({ isCareful, reasons }: Care, refused: RatingMediaKind, rules: CarefulRules): Care => {
  const gone = EVIDENCE_OF[refused];
  if (!isCareful || !reasons.some((reason) => gone.has(reason))) return { isCareful, reasons };
  const left = reasons.filter((reason) => !gone.has(reason));
  const sum = left.reduce((total, reason) => total + weightOf(reason, rules), 0);
  if (left.some((reason) => REASONS_GIVEN.has(reason)) && sum >= rules.careThreshold) return { isCareful: true, reasons: left };
  return { isCareful: false, reasons: [REFUSED[refused], ...left] };
};

/** The sentences a person reads; for a refusal what spoke against it stands first. */
export const careTexts = ({ isCareful, reasons }: Care, rules: Pick<CarefulRules, 'careWeights'>): readonly string[] => {
  const speaksAgainst = (reason: CareReason): boolean => !(reason in rules.careWeights) || weightOf(reason, rules) < 0;
  const ordered = isCareful ? reasons.filter((reason) => !speaksAgainst(reason)) : [...reasons].sort((a, b) => Number(speaksAgainst(b)) - Number(speaksAgainst(a)));
  return ordered.map((reason) => CARE_TEXT[reason]);
};
