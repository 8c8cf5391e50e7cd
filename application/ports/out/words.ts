/** The words that stand under a key in every language, so that a typed choice is recognised in any of them. */
export interface Words {
  of(key: string): readonly string[];
}
