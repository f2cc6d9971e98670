import * as v from 'valibot';
import { areaIdSchema, cursorSchema, fileIdSchema, idSchema, momentSchema, optionalTextSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/** Why somebody may be in special difficulty. Words for staff; nothing public ever says one of them. */
export const DIFFICULTY_CATEGORIES = ['elderlyAlone', 'severeDisability', 'childInDifficulty', 'seriousIllness', 'noEmployment', 'singleParent', 'other'] as const;
export type DifficultyCategory = (typeof DIFFICULTY_CATEGORIES)[number];
export const DIFFICULTY_CATEGORY_LABEL: Readonly<Record<DifficultyCategory, string>> = {
  elderlyAlone: '独居高龄', severeDisability: '重度残疾', childInDifficulty: '困境儿童', seriousIllness: '大病', noEmployment: '零就业', singleParent: '单亲', other: '其他困难',
};

/** The four checks (看听查议). */
export const DIFFICULTY_CHECKS = ['visit', 'listen', 'records', 'discuss'] as const;
export type DifficultyCheckKind = (typeof DIFFICULTY_CHECKS)[number];
export const DIFFICULTY_CHECK_LABEL: Readonly<Record<DifficultyCheckKind, string>> = { visit: '看', listen: '听', records: '查', discuss: '议' };

export const DIFFICULTY_STATES = ['suggested', 'checking', 'checked', 'publicity', 'toDecide', 'inLedger', 'refused', 'closed', 'ended'] as const;
export type DifficultyState = (typeof DIFFICULTY_STATES)[number];
export const DIFFICULTY_STATE_LABEL: Readonly<Record<DifficultyState, string>> = {
  suggested: '邻居提的，待上门', checking: '四查中', checked: '四查齐了，待公示', publicity: '公示中', toDecide: '公示通过，待决定',
  inLedger: '在台账里', refused: '没有列入', closed: '不再办', ended: '到期移出',
};
export const DIFFICULTY_SHELVES = ['open', 'ledger', 'ended'] as const;

/** A row of the staff's list: masked until somebody opens it with a reason. */
export interface DifficultyCardView {
  readonly caseId: string;
  readonly maskedName: string;
  readonly state: DifficultyState;
  readonly categories: readonly DifficultyCategory[];
  readonly areaName: string;
  readonly communityName: string;
  readonly checksDone: number;
  /** When the present step should be done; null where none is. */
  readonly dueAtMs: number | null;
  readonly nextVisitAtMs: number | null;
  readonly validUntilMs: number | null;
}

export interface DifficultyCheckView {
  readonly kind: DifficultyCheckKind;
  readonly byName: string;
  readonly atMs: number;
  readonly participantCount: number;
}

/** A case without what is sealed: enough to work on, nothing about how somebody lives. */
export interface DifficultyCaseView extends DifficultyCardView {
  readonly proposerName: string;
  readonly isSuggestedByNeighbour: boolean;
  readonly createdAtMs: number;
  readonly checks: readonly DifficultyCheckView[];
  readonly missingChecks: readonly DifficultyCheckKind[];
  readonly hasConsent: boolean;
  readonly publicityId: string | null;
  readonly aidText: string;
  readonly outcomeNote: string;
  /** Null when the caller may decide; else why not (who proposed it never decides it). */
  readonly decideRefusal: string | null;
  readonly calendarWarning: string | null;
}

/** Everything, opened for a stated reason that is in the audit. */
export interface DifficultySecretsView {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly circumstances: string;
  readonly guardianName: string;
  readonly consentUrl: string | null;
  readonly checks: readonly { readonly kind: DifficultyCheckKind; readonly note: string; readonly participants: readonly string[]; readonly photoUrls: readonly string[] }[];
  readonly visits: readonly { readonly atMs: number; readonly byName: string; readonly note: string }[];
}

const phoneSchema = v.pipe(v.string(), v.trim(), v.regex(/^(|[0-9-]{5,15})$/, '电话不对'));
const categoriesSchema = v.pipe(v.array(v.picklist(DIFFICULTY_CATEGORIES)), v.minLength(1, '请至少选一类'), v.maxLength(3, '最多选三类'));

/** Separate consents (PIPL 25, 28–31); for a child under 14 the guardian gives them. */
const consentInput = v.pipe(
  v.strictObject({
    agreesToRecord: v.literal(true, '要先得到 TA 的同意，才能记下这些情况'),
    agreesToPublicise: v.literal(true, '公示要另外得到 TA 的同意'),
    isUnder14: v.boolean(),
    guardianName: optionalTextSchema(LIMITS.nameCharacters),
    fileId: fileIdSchema,
  }),
  v.forward(v.partialCheck([['isUnder14'], ['guardianName']], ({ isUnder14, guardianName }) => !isUnder14 || guardianName !== '', '不满 14 岁要由监护人同意，请写监护人的名字'), ['guardianName']),
);

const personFields = {
  name: textSchema(LIMITS.nameCharacters, '请写名字'),
  phone: v.optional(phoneSchema, ''),
  address: textSchema(LIMITS.addressCharacters, '请写住在哪儿，上门要用'),
  categories: categoriesSchema,
  circumstances: textSchema(LIMITS.storyCharacters, '请说说怎么困难'),
  consent: consentInput,
};

export const difficultyProposeSchema = v.strictObject({ ...personFields, areaId: areaIdSchema });
export type DifficultyProposeInput = v.InferOutput<typeof difficultyProposeSchema>;
export const difficultyAcceptSchema = v.strictObject({ caseId: idSchema, ...personFields });
export const difficultySuggestSchema = v.strictObject({
  name: textSchema(LIMITS.nameCharacters, '请写怎么称呼 TA'),
  address: textSchema(LIMITS.addressCharacters, '请写在哪儿能找到 TA'),
  circumstances: textSchema(LIMITS.noteCharacters, '请说一句您看到的情况'),
});
export const difficultyCheckSchema = v.strictObject({
  caseId: idSchema,
  kind: v.picklist(DIFFICULTY_CHECKS),
  note: textSchema(LIMITS.storyCharacters, '请写看到、听到、查到了什么'),
  /** Names of those who discussed; at least three for 议, none for the others. */
  participants: v.optional(v.pipe(v.array(textSchema(LIMITS.nameCharacters, '请写名字')), v.maxLength(LIMITS.participantsPerDiscussion)), []),
  photoFileIds: v.optional(v.pipe(v.array(fileIdSchema), v.maxLength(LIMITS.photosPerProof, `最多 ${LIMITS.photosPerProof} 张照片`)), []),
});
export const difficultyPubliciseSchema = v.strictObject({ caseId: idSchema, aidText: textSchema(LIMITS.aidCharacters, '请写帮什么，比如：送米油、每周上门看看') });
export const difficultyDecideSchema = v.strictObject({
  caseId: idSchema,
  decision: v.variant('kind', [v.strictObject({ kind: v.literal('approve'), note: optionalTextSchema(LIMITS.noteCharacters) }), v.strictObject({ kind: v.literal('refuse'), note: textSchema(LIMITS.noteCharacters, '请写明原因') })]),
});
export const difficultyVisitSchema = v.strictObject({ caseId: idSchema, note: textSchema(LIMITS.noteCharacters, '请写一句这次看到的'), nextVisitAtMs: momentSchema });
export const difficultyOpenSchema = v.strictObject({ caseId: idSchema, reason: textSchema(LIMITS.noteCharacters, '请写为什么要看') });

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
interface CaseReply { readonly caseId: string }
const command = { mutating: true, access: STAFF, requestBudget: BUDGET.command } as const;
/** What staff write here only staff of the area read, sealed; it is no public text and goes through no content check. */
export const DIFFICULTY_ROUTES = {
  /** A resident tells of a neighbour; staff go and look. The neighbour's words are checked. */
  'difficulty.suggest': route<{ readonly caseId: string; readonly dueAtMs: number }>()({ input: difficultySuggestSchema, mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'difficulty.propose': route<CaseReply>()({ input: difficultyProposeSchema, ...command, requestBudget: BUDGET.publish }),
  /** Staff were there and have the consent: a suggestion becomes a case. */
  'difficulty.accept': route<CaseReply>()({ input: difficultyAcceptSchema, ...command }),
  'difficulty.check': route<CaseReply>()({ input: difficultyCheckSchema, ...command }),
  'difficulty.publicise': route<{ readonly caseId: string; readonly publicityId: string }>()({ input: difficultyPubliciseSchema, ...command, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'difficulty.decide': route<CaseReply>()({ input: difficultyDecideSchema, ...command }),
  /** Ends a case at any point: consent taken back, moved away, no longer needed. A running publicity is taken down. */
  'difficulty.close': route<CaseReply>()({ input: v.strictObject({ caseId: idSchema, note: textSchema(LIMITS.noteCharacters, '请写明原因') }), ...command }),
  'difficulty.visit': route<CaseReply>()({ input: difficultyVisitSchema, ...command }),
  'difficulty.list': route<Page<DifficultyCardView>>()({ input: v.strictObject({ shelf: v.picklist(DIFFICULTY_SHELVES), areaId: v.optional(v.nullable(areaIdSchema), null), cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'difficulty.get': route<DifficultyCaseView>()({ input: v.strictObject({ caseId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.detail }),
  /** Writes the audit line before it opens anything; links of evidence come on top. */
  'difficulty.open': route<DifficultySecretsView>()({ input: difficultyOpenSchema, mutating: false, access: STAFF, requestBudget: BUDGET.command }),
} as const;
