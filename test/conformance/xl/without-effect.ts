/** Keys, options and words that xl -N create knows and that change nothing of what it says or prints, with the reason. */
export const WITHOUT_EFFECT: readonly { readonly claims: RegExp; readonly why: string }[] = [];
