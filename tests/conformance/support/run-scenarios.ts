/** Declares the Jest tests of a list of scenarios: each runs on empty collections, here or in a real environment. */
import { appendFileSync } from 'node:fs';
import { isLive, openStage, type Stage } from './stage';
import type { Scenario } from './scenario';

/** `LINYUAN_OBSERVATIONS=file` keeps what was observed, a JSON line each, so that two runs can be compared. */
function record(area: string, { name, source }: Scenario, observed: unknown): void {
  const file = process.env.LINYUAN_OBSERVATIONS;
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify({ area, name, source, observed: observed ?? null })}\n`);
}

export function runScenarios(area: string, scenarios: readonly Scenario[]): void {
  const names = new Set(scenarios.map((scenario) => scenario.name));
  if (names.size !== scenarios.length) throw new Error(`two scenarios of ${area} have one name`);
  describe(area, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage();
    });
    afterAll(() => stage.close());

    for (const scenario of scenarios.filter(({ isLocal }) => !isLocal || !isLive())) {
      const { name, source } = scenario;
      test(`${name} [${source.kind}: ${source.where}]`, async () => {
        await stage.clear();
        const observed = await scenario.run(stage.world);
        record(area, scenario, observed);
        expect(observed).toEqual(scenario.expected);
      });
    }
  });
}
