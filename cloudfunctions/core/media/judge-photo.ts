import type { ApiContract, NoticeTarget, PhotoInDoubtView, TaskKind } from '@contract';
import { is, type Condition } from '../aggregate/change';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import type { Verdict } from './media';
import { isNewVerdict, photoKeyOf, type PhotoChecks } from './photo-checks';

/** What came of looking at a photo of something that is told in public: by WeChat, or by a person where WeChat was not sure. */
export interface PhotoLooked {
  readonly photoKey: string;
  /** Its file; null when nothing names it any more. */
  readonly fileId: string | null;
  readonly verdict: Verdict;
  /** A person was asked to look. */
  readonly wasHuman: boolean;
  /** Why a person refused it; whoever answers for it reads it. */
  readonly note: string;
}

/** What looking writes, under the guard that nobody looked meanwhile. */
export interface PhotoChange {
  readonly when: Readonly<Record<string, Condition>>;
  readonly set: Readonly<Record<string, unknown>>;
  readonly looked: PhotoLooked;
}

const standingOf = (checks: PhotoChecks, photoKey: string): Verdict | null => (Object.hasOwn(checks, photoKey) ? (checks[photoKey] ?? null) : null);

/** Photos that neighbours are to see: their files, and what was said of each. */
export interface PublicPhotos {
  readonly fileIds: readonly string[];
  readonly checks: PhotoChecks;
}

export const fileOfKey = (fileIds: readonly string[], photoKey: string): string | null => fileIds.find((fileId) => photoKeyOf(fileId) === photoKey) ?? null;

const changeFor = ({ fileIds, checks }: PublicPhotos, photoKey: string, verdict: Verdict, note: string): PhotoChange => {
  const standing = standingOf(checks, photoKey);
  const path = `photoChecks.${photoKey}`;
  return { when: { [path]: standing === null ? { isAbsent: true } : is(standing) }, set: { [path]: verdict }, looked: { photoKey, fileId: fileOfKey(fileIds, photoKey), verdict, wasHuman: standing === 'human', note } };
};

/** Pure: what WeChat's check writes; null when it says nothing new. */
export const photoCheckedBy = (photos: PublicPhotos, photoKey: string, verdict: Verdict): PhotoChange | null => (isNewVerdict(photos.checks, photoKey, verdict) ? changeFor(photos, photoKey, verdict, '') : null);

export type PhotoJudgement = Pick<ApiContract['mutual.judgePhoto']['parsed'], 'photoKey' | 'decision'>;

/** Pure: what a person's word writes; only about a photo in doubt, and never by whoever sent it. Refusals: CASE_STATE_CHANGED, NOT_ALLOWED. */
export const photoJudgedBy = (photos: PublicPhotos, { photoKey, decision }: PhotoJudgement, isOwn: boolean): Result<PhotoChange> => {
  if (standingOf(photos.checks, photoKey) !== 'human') return refuse('CASE_STATE_CHANGED', { message: '这张现在不用看了，可能同事已经看过。' });
  if (isOwn) return refuse('NOT_ALLOWED', { message: '这张是您自己传的，请另一位同事来看。' });
  return accept(decision.kind === 'clear' ? changeFor(photos, photoKey, 'shown', '') : changeFor(photos, photoKey, 'refused', decision.reason));
};

/** Of these files those that a person has to look at. */
export const filesInDoubt = (checks: PhotoChecks, fileIds: readonly string[]): readonly string[] => fileIds.filter((fileId) => standingOf(checks, photoKeyOf(fileId)) === 'human');

/** Of these files those that were not refused: what both sides may see before anybody looked. */
export const filesNotRefused = (checks: PhotoChecks, fileIds: readonly string[]): readonly string[] => fileIds.filter((fileId) => standingOf(checks, photoKeyOf(fileId)) !== 'refused');

export const inDoubtView = (fileIds: readonly string[], links: ReadonlyMap<string, string | null>): readonly PhotoInDoubtView[] => fileIds.map((fileId) => ({ photoKey: photoKeyOf(fileId), url: links.get(fileId) ?? null }));

/** What a photo belongs to, as far as its people are told of it. */
export interface PhotoPlace {
  readonly id: string;
  readonly taskKind: Extract<TaskKind, `${string}Photo`>;
  readonly title: string;
  readonly areaIds: readonly string[];
  /** Whoever answers for it; null: nobody does yet. */
  readonly ownerId: string | null;
  readonly target: NoticeTarget;
}

const taskIdOf = ({ id, taskKind }: PhotoPlace, photoKey: string): string => deriveId('k', taskKind, id, photoKey);

const openTask = (place: PhotoPlace, photoKey: string, atMs: number): Effect => ({
  kind: 'openTask', taskId: taskIdOf(place, photoKey), taskKind: place.taskKind, wishId: null, claimId: null, subjectId: place.id, assignTo: null, areaIds: place.areaIds, title: place.title,
  reasonText: '自动检查拿不准一张照片，有人看过邻居才看得到', actionText: '看一看', ...dueInWorkingHours(atMs, RULES.media.lookWorkingHours), atMs,
});

const told = (place: PhotoPlace, { verdict, note }: PhotoLooked, { eventId, atMs }: { readonly eventId: string; readonly atMs: number }): readonly Effect[] => {
  if (place.ownerId === null) return [];
  const isShown = verdict === 'shown';
  const body = isShown ? `“${place.title}”里的一张照片，社区看过了，邻居都看得到。` : `“${place.title}”里的一张照片${note === '' ? '没有通过检查' : `：${note}`}。照片已经删掉，写的字都在，可以再公开一次，换一张。`;
  return [{ kind: 'notice', noticeId: deriveId('n', eventId, place.ownerId), memberId: place.ownerId, title: isShown ? '照片能看到了' : '有张照片没有公开', body, pictureKey: 'hand', target: place.target, todo: null, atMs }];
};

/** Pure: nobody sees a refused photo again, and no verdict after it counts: its file goes for good. */
export const photoRefusedEffects = ({ fileId, verdict }: PhotoLooked): readonly Effect[] => (verdict === 'refused' && fileId !== null ? [{ kind: 'eraseFile', fileId }] : []);

/** Pure: what follows. In doubt, staff look; decided, their task is done and whoever answers for it hears what a person said, or that it will not be seen; refused, its file goes. */
export const photoLookedEffects = (place: PhotoPlace, looked: PhotoLooked, event: { readonly eventId: string; readonly atMs: number }): readonly Effect[] => {
  const { photoKey, verdict, wasHuman } = looked;
  if (verdict === 'human') return [openTask(place, photoKey, event.atMs)];
  return [
    ...(wasHuman ? [{ kind: 'closeTask' as const, taskId: taskIdOf(place, photoKey), atMs: event.atMs, note: verdict === 'shown' ? '看过，没问题' : '看过，没有公开' }] : []),
    ...(wasHuman || verdict === 'refused' ? told(place, looked, event) : []),
    ...photoRefusedEffects(looked),
  ];
};
