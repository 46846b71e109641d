/** A text of at most so many letters; `…` stands for what was cut off. */
export const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;

/** Letters that the second of two texts keeps in any case. */
const LEAST = 12;

/** Two texts that share so many letters; the second is cut first. */
export function cutPair(first: string, second: string, room: number): readonly [string, string] {
  const whole = cut(first, room - Math.min(second.length, LEAST));
  return [whole, cut(second, room - whole.length)];
}
