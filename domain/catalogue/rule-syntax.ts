/** The parsed form of a rule: a tree of operations over facts. */
export type Node =
  | { readonly type: 'literal'; readonly value: string | number | boolean }
  | { readonly type: 'fact'; readonly name: string }
  | { readonly type: 'list'; readonly items: readonly Node[] }
  | { readonly type: 'not' | 'minus'; readonly of: Node }
  | { readonly type: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  | { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Node[] };

export function childrenOf(node: Node): readonly Node[] {
  if (node.type === 'binary') return [node.left, node.right];
  if (node.type === 'not' || node.type === 'minus') return [node.of];
  if (node.type === 'call') return node.args;
  return node.type === 'list' ? node.items : [];
}

export type BinaryOperator = 'and' | 'or' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/';
export type FunctionName = keyof typeof functions;

/** How many arguments each function takes: at least, at most. */
const functions = {
  days_since: [1, 1],
  years_since: [1, 1],
  age_on: [2, 2],
  registered: [2, 2],
  min: [1, 20],
  max: [1, 20],
  ceil: [1, 1],
  floor: [1, 1],
  round: [1, 1],
} as const;

/** A rule that cannot be read. A mistake in the catalogue, found when the catalogue is checked, never shown to a citizen. */
export class RuleMistake extends Error {
  readonly rule: string;
  /** Characters from the beginning of the rule, from 0. */
  readonly position: number;

  constructor(reason: string, rule: string, position: number) {
    super(`${reason} at ${position}: ${rule}`);
    this.name = 'RuleMistake';
    this.rule = rule;
    this.position = position;
  }
}

interface Token {
  readonly text: string;
  readonly kind: 'number' | 'text' | 'word' | 'sign' | 'end';
  readonly at: number;
}

const tokenPattern = /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|([A-Za-z_]\w*(?:\.\w+)*)|(==|!=|<=|>=|[<>+\-*/()[\],]))/y;
const keywords = new Set(['and', 'or', 'not', 'in']);

function tokensOf(rule: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  let end = 0;
  while (rule.slice(end).trim() !== '') {
    tokenPattern.lastIndex = end;
    const match = tokenPattern.exec(rule);
    if (!match) throw new RuleMistake('unreadable', rule, end + (rule.slice(end).search(/\S/) || 0));
    const [all, number, text, word, sign] = match;
    const at = end + all.search(/\S/);
    end = tokenPattern.lastIndex;
    if (number !== undefined) tokens.push({ text: number, kind: 'number', at });
    else if (text !== undefined) tokens.push({ text, kind: 'text', at });
    else if (word !== undefined) tokens.push({ text: word, kind: 'word', at });
    else tokens.push({ text: sign ?? '', kind: 'sign', at });
  }
  return [...tokens, { text: '', kind: 'end', at: rule.length }];
}

/** The same rule over facts of other names. Names of functions, texts and numbers stay. */
export function renameFacts(rule: string, rename: (fact: string) => string): string {
  const tokens = tokensOf(rule);
  let renamed = rule;
  for (const [index, { text, kind, at }] of [...tokens.entries()].toReversed()) {
    const isCall = tokens[index + 1]?.text === '(' && tokens[index + 1]?.kind === 'sign';
    if (kind !== 'word' || isCall || keywords.has(text) || text === 'true' || text === 'false') continue;
    renamed = renamed.slice(0, at) + rename(text) + renamed.slice(at + text.length);
  }
  return renamed;
}

/** `or` binds loosest, then `and`, `not`, comparisons, `+ -`, `* /`. Comparisons do not chain: `1 < x < 3` is a mistake. */
export function parseRule(rule: string): Node {
  const tokens = tokensOf(rule);
  const last: Token = { text: '', kind: 'end', at: rule.length };
  let next = 0;

  const peek = (): Token => tokens[next] ?? last;
  const fail = (reason: string): never => {
    throw new RuleMistake(reason, rule, peek().at);
  };
  const isNext = (...texts: readonly string[]): boolean =>
    (peek().kind === 'sign' || peek().kind === 'word') && texts.includes(peek().text);
  const take = (): Token => {
    const token = peek();
    next += 1;
    return token;
  };
  const expect = (text: string): void => {
    if (!isNext(text)) fail(`expected ${text}`);
    next += 1;
  };

  const leftToRight = (operand: () => Node, ...operators: BinaryOperator[]): Node => {
    let node = operand();
    while (isNext(...operators))
      node = { type: 'binary', operator: take().text as BinaryOperator, left: node, right: operand() };
    return node;
  };

  const anyOf = (): Node => leftToRight(allOf, 'or');
  const allOf = (): Node => leftToRight(negation, 'and');
  const negation = (): Node => {
    if (!isNext('not')) return comparison();
    take();
    return { type: 'not', of: negation() };
  };
  const comparison = (): Node => {
    const left = sum();
    if (!isNext('==', '!=', '<', '<=', '>', '>=', 'in')) return left;
    const operator = take().text as BinaryOperator;
    return { type: 'binary', operator, left, right: operator === 'in' ? listOrSum() : sum() };
  };
  const sum = (): Node => leftToRight(product, '+', '-');
  const product = (): Node => leftToRight(signed, '*', '/');
  const signed = (): Node => {
    if (!isNext('-')) return primary();
    take();
    return { type: 'minus', of: signed() };
  };

  const items = (closing: string): Node[] => {
    const found: Node[] = [];
    while (!isNext(closing)) {
      if (found.length > 0) expect(',');
      found.push(anyOf());
    }
    expect(closing);
    return found;
  };
  const listOrSum = (): Node => {
    if (!isNext('[', '(')) return sum();
    const closing = take().text === '[' ? ']' : ')';
    return { type: 'list', items: items(closing) };
  };

  const call = (name: Token): Node => {
    expect('(');
    const arity = Object.hasOwn(functions, name.text) ? functions[name.text as FunctionName] : undefined;
    if (!arity) throw new RuleMistake(`no function ${name.text}`, rule, name.at);
    const args = items(')');
    const [least, most] = arity;
    if (args.length < least || args.length > most) {
      throw new RuleMistake(`${name.text} takes ${least}..${most} arguments`, rule, name.at);
    }
    return { type: 'call', name: name.text as FunctionName, args };
  };

  const primary = (): Node => {
    if (isNext('(')) {
      take();
      const inside = anyOf();
      expect(')');
      return inside;
    }
    const token = peek();
    if (token.kind === 'end' || token.kind === 'sign' || (token.kind === 'word' && keywords.has(token.text))) {
      fail('expected a value');
    }
    take();
    if (token.kind === 'number') return { type: 'literal', value: Number(token.text) };
    if (token.kind === 'text') return { type: 'literal', value: token.text };
    if (token.text === 'true' || token.text === 'false') return { type: 'literal', value: token.text === 'true' };
    return isNext('(') ? call(token) : { type: 'fact', name: token.text };
  };

  const tree = anyOf();
  if (peek().kind !== 'end') fail('expected the end');
  return tree;
}
