import type { Page, WishCardView } from '@contract';

interface Reply {
  readonly result?: { readonly ok: boolean; readonly data?: Page<WishCardView> };
}

/** More pages than this and the demo has changed beyond recognition. */
const MOST_PAGES = 10;

/** The id of the open wish with this title on somebody's wall; pictures know titles, ids are the seed's own business. */
export async function wishIdOf(origin: string, openid: string, title: string): Promise<string> {
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const input = { sort: 'near', status: 'claimable', ...(cursor === null ? {} : { cursor }) };
    const answer = await fetch(`${origin}/functions/api`, { method: 'POST', headers: { 'x-openid': openid, 'content-type': 'application/json' }, body: JSON.stringify({ route: 'wish.wall', input }) });
    const { result } = (await answer.json()) as Reply;
    if (result?.data === undefined) throw new Error(`the wall of ${openid} did not open: ${JSON.stringify(result)}`);
    const found = result.data.items.find((wish) => wish.title === title);
    if (found !== undefined) return found.wishId;
    cursor = result.data.nextCursor;
    if (cursor === null) break;
  }
  throw new Error(`"${title}" is not on the wall of ${openid}`);
}
