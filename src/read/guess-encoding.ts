/** Guesses the encoding of bytes that declare none and are not UTF-8, by how much the decoded letters look like writing. */

const multibyteEncodings = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const
const cyrillicEncodings = ['windows-1251', 'koi8-r', 'ibm866'] as const

/** WHATWG name of the likeliest encoding; windows-1252 when nothing speaks for another. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 20_000)
  const high = sample.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0)
  let best = 'windows-1252'
  let bestScore = westernScore(decode(sample, best), high)
  const consider = (encoding: string, score: number): void => {
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  for (const encoding of cyrillicEncodings) consider(encoding, cyrillicScore(decode(sample, encoding), high))
  consider('windows-1250', centralScore(decode(sample, 'windows-1250'), high))
  for (const encoding of multibyteEncodings) consider(encoding, eastAsianScore(decode(sample, encoding), high))
  return best
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

/** Share of the high bytes that became lower-case accented letters or typographic marks next to plain letters. */
function westernScore(text: string, high: number): number {
  const fitting = count(
    text,
    /(?<![\u00c0-\u00ff])[à-öø-ÿßœ](?![\u00c0-\u00ff])|[’‘“”–—…€«»\u00a0¿¡°§©®]|\b[À-ÖØ-Þ](?=[a-z])/g,
  )
  return fitting / high - 0.01
}

/** The same for the letters of Polish, Czech, Slovak, Hungarian, Romanian and Croatian. */
function centralScore(text: string, high: number): number {
  return (
    count(text, /(?<![\u0080-\u024f])[ąćęłńóśźżáčďéěíňřšťúůýžäöüőűăâîşţ](?![\u0080-\u024f])|[’‘“”„–—…\u00a0]/g) / high -
    0.02
  )
}

/** Lower-case Cyrillic after Cyrillic: in the wrong code page the case is turned round or the letters are box drawings. */
function cyrillicScore(text: string, high: number): number {
  return count(text, /(?<=[А-Яа-яЁёІіЇїЄє])[а-яёіїє]|[’“”„–—…«»\u00a0№]|[А-ЯЁІЇЄ](?=[а-яёіїє])/g) / high
}

/**
 * Two bytes a character: common ideographs, kana and syllables. In real text most second bytes are high too; an accented
 * letter before a plain one makes a character as well, but then there are as many characters as high bytes.
 */
function eastAsianScore(text: string, high: number): number {
  const fitting = count(text, /[\u3001-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]/g)
  if (fitting === 0 || fitting > high * 0.85) return 0
  const common = count(
    text,
    /[的是在了不和有国國中年日一人上大我们們のをにはがとでこしたいてる이다에을는의가고한하지、。，]/g,
  )
  return (fitting * 2) / high - count(text, /\ufffd/g) / 10 - 0.35 + Math.min(0.35, common / fitting)
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
