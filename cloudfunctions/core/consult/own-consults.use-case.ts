import { command, store } from '../platform/store';
import { noteSaid } from './consult.repository';
import type { ConsultVoice, ConsultWord } from './voice';

type Row = Readonly<Record<string, unknown>>;

/** Nobody says so much in a life here. */
const OWN_MAX = 1_000;

const VOICE_FIELDS = ['consultId', 'picks', 'backs', 'saidAtMs'] as const;
const WORD_FIELDS = ['consultId', 'kind', 'point', 'text', 'state', 'hideReason', 'backs', 'answer.outcome', 'answer.text', 'answer.atMs', 'saidAtMs'] as const;

/** What one person chose and said about plans, the newest first. Two requests. */
export const ownConsults = async (memberId: string, limit: number): Promise<{ readonly consultVoices: readonly Row[]; readonly consultWords: readonly Row[] }> => {
  const wanted = { where: { memberId }, order: [['saidAtMs', 'desc']], limit } as const;
  const [consultVoices, consultWords] = await Promise.all([store.query<Row>('consultVoices', { ...wanted, fields: VOICE_FIELDS }), store.query<Row>('consultWords', { ...wanted, fields: WORD_FIELDS })]);
  return { consultVoices, consultWords };
};

/** Words go and with them the name; what somebody chose stays counted for nobody. Doing it again changes nothing. */
export const eraseConsults = async (memberId: string, nowMs: number): Promise<void> => {
  const words = await store.query<Pick<ConsultWord, '_id' | 'consultId'>>('consultWords', { where: { memberId }, limit: OWN_MAX, fields: ['consultId'] });
  for (const consultId of new Set(words.map((word) => word.consultId))) await noteSaid(consultId, nowMs);
  await store.update('consultWords', { memberId }, { memberId: null, name: '', text: '', state: 'withdrawn', hideReason: '', isUnanswered: false });
  const voices = await store.query<Pick<ConsultVoice, '_id'>>('consultVoices', { where: { memberId }, limit: OWN_MAX, fields: ['_id'] });
  for (const { _id } of voices) await store.update('consultVoices', { _id, memberId }, { memberId: null, steps: command.set({}), revision: command.inc(1) });
};
