/** Code of the model that no compared config reaches, by what stands there, with the reason. */
export const NOT_REACHED: readonly { readonly file: string; readonly text: string; readonly why: string }[] = [
  {
    file: 'specs/ranges.ts',
    text: 'xl counts beyond this number',
    why: 'xl would count the colors up to 2^32 and take memory for each: the machine of the test may not have it',
  },
];
