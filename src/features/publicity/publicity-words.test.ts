import type { PublicityView } from '@contract';
import { publicitySteps, statusLine } from './publicity-words';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const NOW = at('2026-11-25T10:00');
const view: PublicityView = {
  publicityId: 'pub_1', subjectKind: 'difficulty', maskedName: '张*', aidText: '送米油', communityName: '青枫社区', state: 'running', startedAtMs: at('2026-11-23T10:00'), endsAtMs: at('2026-11-30T23:59'), endedAtMs: null, daysDone: 0, daysNeeded: 5,
  calendarWarning: null, postings: [], openObjections: 0, answers: [], myObjection: null, objectRefusal: null, objections: [], canAnswer: false, postableLevels: [], dutyPhone: '0571-8800101',
};

test('says until when, and when nobody can say, why', () => {
  expect(statusLine(view, NOW)).toBe('公示到 11 月 30 日');
  expect(statusLine({ ...view, state: 'paused', endsAtMs: null }, NOW)).toBe('有邻居提了异议，正在核实');
  expect(statusLine({ ...view, state: 'passed', endsAtMs: null, endedAtMs: at('2026-12-01T00:00') }, NOW)).toBe('12 月 1 日期满通过');
});

test('the steps tell what comes next', () => {
  expect(publicitySteps(view, NOW).map((step) => step.state)).toEqual(['past', 'now', 'next']);
  const paused = publicitySteps({ ...view, state: 'paused', endsAtMs: null, daysDone: 2, openObjections: 1 }, NOW);
  expect(paused.at(-1)?.title).toBe('还要公示 3 个工作日');
  const answered = publicitySteps({ ...view, answers: [{ byText: '王*', objectedAtMs: NOW, answerText: '核实过', isUpheld: false, answeredAtMs: NOW }] }, NOW);
  expect(answered[1]).toMatchObject({ title: '异议核实过了', dateText: '今天' });
});
