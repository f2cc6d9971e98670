import { join } from 'node:path';
import { openStage } from '../tests/e2e/support/stage';
import { demoSeedSource } from '../devtools/demo';

const HOME = 'pages/home/index';

/** Bytes of JSON that the largest of home's first setData carries across to the view, in the built mini-program, as a resident of the demo. */
export const measureHomeSetData = async (root: string): Promise<number> => {
  const stage = await openStage({ dist: join(root, 'dist/weapp'), cloud: { seedSource: demoSeedSource } });
  try {
    const resident = stage.cloud.people()[0];
    if (resident === undefined) throw new Error('the demo has no people');
    const phone = await stage.phone({ as: resident.openid });
    await phone.seeText('我要求助');
    const home = (await phone.weapp((weapp) => weapp.setData))[HOME];
    if (home === undefined) throw new Error('home set no data');
    // The first is a skeleton; the one with the content is what a slow phone feels.
    return Math.max(home.firstBytes, home.maxBytes);
  } finally {
    await stage.close();
  }
};
