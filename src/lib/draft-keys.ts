/** Where unsent forms lie that another page may have begun: one of its own for what comes from a team, a wish or a project. */
export const activityDraftKey = (from: string): string => (from === '' ? 'activity.new' : `activity.new.${from}`);
export const campaignDraftKey = (from: string): string => (from === '' ? 'mutual.new' : `mutual.new.${from}`);
