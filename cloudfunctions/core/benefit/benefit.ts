import type { ApiContract, BenefitView } from '@contract';
import { pathOf } from '../kernel/area-tree';
import { worksAt, type Member } from '../member/member';

/** One line of the list of benefits of an area: what government already gives. Plain document, edited by staff, never removed. */
export interface Benefit {
  readonly _id: string;
  readonly areaId: string;
  readonly name: string;
  readonly gives: string;
  readonly whoMayGet: string;
  readonly whereToApply: string;
  readonly keywords: readonly string[];
  readonly isActive: boolean;
  readonly editorId: string;
  readonly editorName: string;
  readonly editedAtMs: number;
  readonly revision: number;
  /** The operation that wrote it last and what it said, so that a repeated call is the same call. */
  readonly operationId: string;
  readonly inputHash: string;
}

export type BenefitText = Pick<ApiContract['benefit.save']['parsed'], 'name' | 'gives' | 'whoMayGet' | 'whereToApply' | 'keywords'>;

export interface Edit {
  readonly editor: Member;
  readonly operationId: string;
  readonly inputHash: string;
  readonly nowMs: number;
}

/** The same words once, in the order they were written. */
const distinct = (keywords: readonly string[]): readonly string[] => [...new Set(keywords)];

/** What an edit writes, whoever wrote before. */
const editedBy = (edit: Edit): Pick<Benefit, 'editorId' | 'editorName' | 'editedAtMs' | 'operationId' | 'inputHash'> => ({
  editorId: edit.editor._id,
  editorName: edit.editor.displayName,
  editedAtMs: edit.nowMs,
  operationId: edit.operationId,
  inputHash: edit.inputHash,
});

export const newBenefit = (benefitId: string, areaId: string, text: BenefitText, edit: Edit): Benefit => ({
  _id: benefitId,
  areaId,
  ...text,
  keywords: distinct(text.keywords),
  isActive: true,
  ...editedBy(edit),
  revision: 1,
});

export const editedBenefit = (benefit: Benefit, change: Partial<BenefitText> & { readonly isActive?: boolean }, edit: Edit): Benefit => ({
  ...benefit,
  ...change,
  keywords: distinct(change.keywords ?? benefit.keywords),
  ...editedBy(edit),
  revision: benefit.revision + 1,
});

/** The nodes whose benefits hold at a place: itself and everything above it. */
export const benefitNodesOf = (areaId: string): readonly string[] => pathOf(areaId);

/** Residents read what helps them apply; keywords and editors are staff's. */
export const benefitView = (benefit: Benefit, reader: Member): BenefitView => {
  const canEdit = worksAt(reader, benefit.areaId);
  return {
    benefitId: benefit._id,
    name: benefit.name,
    gives: benefit.gives,
    whoMayGet: benefit.whoMayGet,
    whereToApply: benefit.whereToApply,
    keywords: canEdit ? benefit.keywords : [],
    areaId: benefit.areaId,
    isActive: benefit.isActive,
    editorName: canEdit ? benefit.editorName : '',
    editedAtMs: benefit.editedAtMs,
    canEdit,
  };
};
