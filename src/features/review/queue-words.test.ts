import type { TaskView } from '@contract';
import { countKinds, decideLead, queueSummary } from './queue-words';

const task = (taskId: string, kind: TaskView['kind'], workingMinutesLeft = 60): TaskView => ({
  taskId, kind, workingMinutesLeft, wishId: 'w1', claimId: null, subjectId: null, assigneeName: '', title: taskId, reasonText: '', actionText: '', isUrgent: false, dueAtMs: 0,
});
const tasks = [task('a', 'review', -5), task('b', 'unclaimed'), task('c', 'review')];

describe('the queue in words', () => {
  it('counts kinds and leaves out those without a task', () => {
    expect(countKinds(tasks)).toEqual([{ kind: 'review', count: 2 }, { kind: 'unclaimed', count: 1 }]);
    expect(countKinds([])).toEqual([]);
  });

  it('opens what was tapped, and the first once that is gone', () => {
    expect(decideLead(tasks, 'b')?.taskId).toBe('b');
    expect(decideLead(tasks, 'gone')?.taskId).toBe('a');
    expect(decideLead([], 'a')).toBeNull();
  });

  it('says how many ran out', () => {
    expect(queueSummary('周敏', tasks)).toBe('周敏，1 件超了时间，先办它们');
    expect(queueSummary('周敏', [])).toBe('周敏，没有一件超时');
  });
});
