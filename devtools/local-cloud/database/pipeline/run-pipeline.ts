/** Runs compiled stages: over documents at hand, or over a collection whose index serves the first of them. */
import type { Document } from '../../kernel/values';
import { selectDocuments } from '../index/select';
import { leadingSelection } from './leading-selection';
import type { Run, Stage } from './stage';

/** The documents behind the last stage; each is made when it is asked for. */
export const runStages = (documents: Iterable<Document>, stages: readonly Stage[], run: Run): Iterable<Document> =>
  stages.reduce((given, stage) => stage.run(given, run), documents);

function* filtered(documents: readonly Document[], tests: readonly ((document: Document) => boolean)[]): Generator<Document> {
  for (const document of documents) if (tests.every((test) => test(document))) yield document;
}

/** Runs the stages over a collection; one that does not exist is empty, as it is to $lookup in MongoDB. */
export function runOnCollection(name: string, stages: readonly Stage[], run: Run): Iterable<Document> {
  const [first] = stages;
  if (first?.source !== undefined) return runStages(first.source(name, run), stages.slice(1), run);
  const collection = run.store.find(name);
  if (collection === undefined) return runStages([], stages, run);
  const { conjuncts, sort, skip, limit, residuals, remaining } = leadingSelection(stages, run.variables);
  const selected = selectDocuments(collection, {
    conjuncts: conjuncts.length === 0 ? [{}] : conjuncts,
    sort,
    skip,
    limit,
    allowScans: run.allowScans,
    cost: run.cost,
  });
  return runStages(residuals.length === 0 ? selected : filtered(selected, residuals), remaining, run);
}
