import type { NeedProjectPlanInput } from '@contract';
import { canAddStep, checkProjectForm, formOfProject, nextStep } from './project-form';

const plan: NeedProjectPlanInput = {
  title: '枫林里的物品项目', aim: '四周里都收到。', steps: [{ text: '打电话', week: 1 }, { text: '送到家', week: 3 }], budget: [{ kind: 'hours', text: '送的人', unit: '人', wanted: 4 }], partnerIds: ['sp_1'],
  activity: { kind: 'event', title: '分发日', story: '在社区分。' }, firstDayMs: null,
};

test('a plan goes into the form and back unchanged; its first day is a day', () => {
  const form = formOfProject({ plan });
  expect(checkProjectForm(form)).toEqual({ plan, errors: null });
  const dated = checkProjectForm({ ...form, firstDay: '2026-12-04' });
  expect(dated.plan === null ? '' : formOfProject({ plan: dated.plan }).firstDay).toBe('2026-12-04');
});

test('what is missing is said beside its field; hours are counted in people', () => {
  const form = formOfProject({ plan });
  expect(checkProjectForm({ ...form, title: '', steps: [{ text: '', week: 1 }] }).errors).toMatchObject({ title: expect.any(String), 'steps.0.text': expect.any(String) });
  expect(checkProjectForm({ ...form, budget: [{ kind: 'hours', text: '教的人', unit: '', wanted: 2 }] }).plan?.budget).toEqual([{ kind: 'hours', text: '教的人', unit: '人', wanted: 2 }]);
});

test('a further step comes in the week after the last, as long as there is room', () => {
  const form = formOfProject({ plan });
  expect([nextStep(form).week, canAddStep(form), canAddStep({ steps: Array.from({ length: 10 }, () => ({ text: '', week: 26 })) }), nextStep({ steps: [{ text: '', week: 26 }] }).week]).toEqual([4, true, false, 26]);
});
