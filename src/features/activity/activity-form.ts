import { ACTIVITY_ROUTES, LIMITS, type ActivityDetailView, type ActivityWordsInput, type MeView } from '@contract';
import { checkForm, type FormErrors } from '@/lib/form-errors';

/** The words of an activity as they are typed; lists as lines, ages as text. */
export interface ActivityForm {
  readonly areaId: string;
  readonly kind: ActivityWordsInput['kind'];
  readonly title: string;
  readonly story: string;
  readonly pictureKey: ActivityWordsInput['pictureKey'];
  /** Skills, apart by 、 or commas. */
  readonly skills: string;
  /** Of a training: what it teaches. */
  readonly teaches: ActivityWordsInput['teaches'];
  readonly needs: ActivityWordsInput['needs'];
  readonly hasAges: boolean;
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly riskLevel: ActivityWordsInput['risk']['level'];
  readonly riskNote: string;
  readonly insurance: string;
  readonly questions: readonly string[];
  readonly mayBringMinors: boolean;
  readonly contactRole: string;
}

export const newActivityForm = (areaId: string): ActivityForm => ({
  areaId, kind: 'volunteerService', title: '', story: '', pictureKey: 'hand', skills: '', teaches: null, needs: null, hasAges: false, ageFrom: 18, ageTo: 65,
  riskLevel: 'none', riskNote: '', insurance: '', questions: [], mayBringMinors: false, contactRole: '社区值班电话',
});

export const formOfActivity = (activity: ActivityDetailView): ActivityForm => ({
  areaId: activity.areaId,
  kind: activity.kind,
  title: activity.title,
  story: activity.story,
  pictureKey: activity.pictureKey,
  skills: activity.skills.join('、'),
  teaches: activity.teaches,
  needs: activity.needs,
  hasAges: activity.ages !== null,
  ageFrom: activity.ages?.from ?? 18,
  ageTo: activity.ages?.to ?? 65,
  riskLevel: activity.risk.level,
  riskNote: activity.risk.note,
  insurance: activity.insurance,
  questions: activity.questions,
  mayBringMinors: activity.minors.isAllowed,
  contactRole: activity.contactRole,
});

const skillsOf = (text: string): string[] => text.split(/[、,，;；\n]/).map((skill) => skill.trim()).filter((skill) => skill !== '');

/** What is sent. Whoever lets children come answers for all three conditions; the form says so beside the switch. */
export const wordsOf = (form: ActivityForm): ActivityWordsInput => ({
  kind: form.kind,
  title: form.title,
  story: form.story,
  pictureKey: form.pictureKey,
  skills: skillsOf(form.skills),
  teaches: form.kind === 'training' ? form.teaches : null,
  needs: form.needs,
  ages: form.hasAges ? { from: form.ageFrom, to: form.ageTo } : null,
  risk: { level: form.riskLevel, note: form.riskLevel === 'none' ? '' : form.riskNote },
  insurance: form.insurance,
  questions: form.questions.map((question) => question.trim()).filter((question) => question !== ''),
  minors: { isAllowed: form.mayBringMinors, isPublicPlace: form.mayBringMinors, hasTwoAdults: form.mayBringMinors, isGuardianPresent: form.mayBringMinors },
  contactRole: form.contactRole,
});

/** The same schema as on the server; errors by the name of the field in the form. */
export function checkActivityForm(form: ActivityForm): FormErrors {
  const checked = checkForm(ACTIVITY_ROUTES['activity.create'].input, { areaId: form.areaId, words: wordsOf(form) });
  if (checked.isOk) return {};
  return Object.fromEntries(Object.entries(checked.errors).map(([path, sentence]) => [path.replace(/^words\./, '').replace(/\.\d+$/, ''), sentence]));
}

export const canAddQuestion = ({ questions }: ActivityForm): boolean => questions.length < LIMITS.questionsPerActivity;

/** Where a person may organise: communities and what lies in them, as their roles say. */
export function organiserAreas(me: MeView): readonly { readonly areaId: string; readonly name: string }[] {
  const held = me.roles.filter(({ role }) => role === 'administrator' || role === 'staff' || role === 'socialWorker' || role === 'groupOwner');
  const fit = held.filter(({ areaId }) => areaId.split('-').length >= 3);
  return [...new Map(fit.map((role) => [role.areaId, { areaId: role.areaId, name: role.areaName }])).values()];
}
