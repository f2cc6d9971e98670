import type { Locator, Page } from 'playwright-core';

/** What says of itself that it can be pressed. */
const PRESSABLE = 'wx-button, button, [role=button], [role=tab], [role=link], [role=radio], [role=checkbox]';

interface Look {
  isPressable: boolean
  isCovered: boolean
}

/** A list that is drawn anew takes its elements away between finding and looking; the next look finds the new ones. */
const LOOK_MS = 500;
const MOST_LOOKS = 5;
const GONE: Look = { isPressable: false, isCovered: true };

const lookAt = (match: Locator): Promise<Look> =>
  match.evaluate((element, selector) => {
    const box = element.getBoundingClientRect();
    const onTop = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return { isPressable: element.closest(selector) !== null, isCovered: onTop !== null && !element.contains(onTop) && !onTop.contains(element) };
  }, PRESSABLE, { timeout: LOOK_MS }).catch(() => GONE);

/** How often a page is looked at. */
const LOOK_EVERY_MS = 50;

/**
 * Waits until the words stand anywhere below the selector, seen or not; which element shows them is looked for after. The
 * waiting is done in the page: asking through the debugger all the while takes more of the processor than the page does.
 */
export async function waitForWords(page: Page, selector: string, words: string, timeoutMs: number): Promise<void> {
  const isThere = ([places, wanted]: readonly [string, string]): boolean =>
    [...document.querySelectorAll(places)].some((place) => (place.textContent ?? '').replace(/\s+/g, ' ').toLowerCase().includes(wanted));
  await page.waitForFunction(isThere, [selector, words.replace(/\s+/g, ' ').trim().toLowerCase()] as const, { polling: LOOK_EVERY_MS, timeout: Math.max(1, timeoutMs) }).catch(() => undefined);
}

/**
 * Of several elements with the same words those a finger would go for: a person looking for 认领 finds the button and not
 * the sentence, and the button of the sheet and not the one that lies below it.
 */
export async function pressableFirst(matches: Locator[]): Promise<Locator[]> {
  if (matches.length < 2) return matches;
  const looks = await Promise.all(matches.map(lookAt));
  const narrow = (left: readonly number[], wanted: (look: Look | undefined) => boolean): readonly number[] => {
    const found = left.filter((index) => wanted(looks[index]));
    return found.length > 0 ? found : left;
  };
  const pressable = narrow([...matches.keys()], (look) => look?.isPressable === true);
  return narrow(pressable, (look) => look?.isCovered === false).flatMap((index) => matches[index] ?? []);
}

/**
 * Brings what `find` answers into view, finding it again when the page was drawn anew meanwhile; nothing has been tapped yet,
 * so looking twice does no act twice. Throws what `find` throws when it is nowhere.
 */
export async function findInView(find: () => Promise<Locator>): Promise<Locator> {
  for (let attempt = 1; ; attempt += 1) {
    const target = await find();
    const isThere = await target.scrollIntoViewIfNeeded({ timeout: 2000 }).then(() => true, () => false);
    if (isThere || attempt === MOST_LOOKS) return target;
  }
}

/** A finger that has just tapped needs a moment; the program takes anything faster for a double tap. */
const FINGER_MS = 450;

/** Taps as a person can: each a moment after the one before it came down, however long the browser took to bring it. */
export function createPace(): (tap: () => Promise<void>) => Promise<void> {
  let lastMs = 0;
  return async (tap) => {
    const waitMs = lastMs + FINGER_MS - Date.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    await tap();
    lastMs = Date.now();
  };
}
