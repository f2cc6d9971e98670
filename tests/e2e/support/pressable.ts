import type { Locator } from 'playwright-core';

/** What says of itself that it can be pressed. */
const PRESSABLE = 'wx-button, button, [role=button], [role=tab], [role=link], [role=radio], [role=checkbox]';

interface Look {
  isPressable: boolean
  isCovered: boolean
}

const lookAt = (match: Locator): Promise<Look> =>
  match.evaluate((element, selector) => {
    const box = element.getBoundingClientRect();
    const onTop = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return { isPressable: element.closest(selector) !== null, isCovered: onTop !== null && !element.contains(onTop) && !onTop.contains(element) };
  }, PRESSABLE);

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
