/** Code of the model that no compared config reaches, by what stands there, with the reason. */
export const NOT_REACHED: readonly { readonly file: string; readonly text: string; readonly why: string }[] = [];
