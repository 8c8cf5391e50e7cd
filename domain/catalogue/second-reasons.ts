/** Why somebody files one more about the same thing, after he was told of the first. `other`: he did not say. */
export const secondReasons = ['another', 'copy', 'mistake', 'other'] as const;
export type SecondReason = (typeof secondReasons)[number];
