import { askedPairs, type MatchNeed, type MatchOffer, type MatchRow } from './match-pages';
import type { MatchRound } from './match-round';
import { findProof, needPages, offerPages, rowPages } from './match-round.repository';
import { rowsOf } from './round-figures';
import { problemWith, solveRound, type RoundProblem } from './solve-round';

const passOf = ({ _id, pass }: MatchRound): string => `${_id}/${String(pass)}`;
const runOf = (round: MatchRound): string => `${passOf(round)}/${String(round.run)}`;

/** What was read once in a look at a round and is needed again; another look reads it anew and finds the same. */
export class Workshop {
  private readonly kept = new Map<string, Promise<unknown>>();

  offers(round: MatchRound): Promise<readonly MatchOffer[]> {
    return this.once(`offers/${passOf(round)}`, async () => (await offerPages(round._id, round.pass)).flatMap(({ offers }) => offers));
  }

  needs(round: MatchRound): Promise<readonly MatchNeed[]> {
    return this.once(`needs/${passOf(round)}`, async () => (await needPages(round._id, round.pass)).flatMap(({ needs }) => needs));
  }

  /** Rows as they were computed in this look, or as the same pages give them again. */
  rows(round: MatchRound): Promise<readonly MatchRow[]> {
    return this.once(`rows/${runOf(round)}`, async () => {
      const problem = await this.problem(round);
      return rowsOf(problem, solveRound(problem));
    });
  }

  keepRows(round: MatchRound, rows: readonly MatchRow[]): void {
    this.kept.set(`rows/${runOf(round)}`, Promise.resolve(rows));
  }

  /** Rows as they were saved. */
  savedRows(round: MatchRound): Promise<readonly MatchRow[]> {
    return this.once(`saved/${runOf(round)}`, async () => (await rowPages(round._id, round.pass, round.run)).flatMap(({ rows }) => rows));
  }

  /** Everything a solving needs. Pairs of earlier passes are not proposed again, whatever became of them. */
  async problem(round: MatchRound): Promise<RoundProblem> {
    return problemWith(await this.needs(round), await this.offers(round), round.fairnessBonus, round.overrides, await this.askedBefore(round));
  }

  forget(): void {
    this.kept.clear();
  }

  /** What earlier passes proposed: their proofs say it. */
  private askedBefore(round: MatchRound): Promise<readonly string[]> {
    return this.once(`asked/${passOf(round)}`, async () => {
      const asked: string[] = [];
      for (const [before, run] of round.sentRuns.slice(0, round.pass - 1).entries()) {
        const earlier = { ...round, pass: before + 1, run };
        const [found, needs, offers] = await Promise.all([findProof(earlier._id, earlier.pass, run), this.needs(earlier), this.offers(earlier)]);
        if (found !== null) asked.push(...askedPairs(found.proof, needs, offers));
      }
      return asked;
    });
  }

  private once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const reading = read();
    this.kept.set(key, reading);
    return reading;
  }
}
