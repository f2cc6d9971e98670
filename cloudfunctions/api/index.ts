import { handlers } from '../core/handlers';
import { createRouter } from '../core/platform/router';

/** Every call a person makes. */
export const main = createRouter(handlers);
