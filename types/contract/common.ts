import * as v from 'valibot';
import { LIMITS } from './limits';

/** What a rule says that has no sentence of its own; the same words in a form and from the server. */
const plainSentence = (issue: v.BaseIssue<unknown>): string => {
  if (issue.expected === 'never') return '这一项用不上';
  return issue.received === 'undefined' ? '这一项还没填' : '这一项填得不对';
};
v.setGlobalMessage(plainSentence);

/** Ids are made by the server or are hashes: letters, digits, dash and underscore; never a path, never an operator. */
export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, '编号不对'));
export const areaIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}$/, '区域不对'));
/** Made and saved by the client before it sends; the same id always means the same act. */
export const operationIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/, '操作编号不对'));
export const fileIdSchema = v.pipe(v.string(), v.regex(/^cloud:\/\/[\w.-]+\/uploads\/[\w./-]{1,200}$/, '照片编号不对'));
/** A moment in ms since 1970, UTC; kept between 2020 and 2100 so that a slip of units is refused. */
export const momentSchema = v.pipe(v.number(), v.integer(), v.minValue(1_577_836_800_000), v.maxValue(4_102_444_800_000));

/** Text a person wrote: trimmed, no control characters, at least one and at most `max` characters. */
export const textSchema = (max: number, empty = '请写几个字') =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, empty),
    v.maxLength(max, `最多 ${max} 个字`),
    v.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, '有看不见的字符，请重新写一遍'),
  );

export const optionalTextSchema = (max: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max, `最多 ${max} 个字`)), '');

/** Opaque place in a list; only the server reads it. */
export const cursorSchema = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(300))), null);

export const photosSchema = (max: number) => v.optional(v.pipe(v.array(fileIdSchema), v.maxLength(max, `最多 ${max} 张照片`)), []);

/** One page of a list. `nextCursor` null means the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export const sharesSchema = v.pipe(v.number(), v.integer('份数要是整数'), v.minValue(1, '至少 1 份'), v.maxValue(LIMITS.sharesPerWish, `最多 ${LIMITS.sharesPerWish} 份`));

export const emptySchema = v.strictObject({});
