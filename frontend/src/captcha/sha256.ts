/**
 * SHA-256 of short texts, one after another: what browsers offer for it answers each time by
 * way of a promise, which is ten times slower, and only where pages come by TLS.
 */

const ROUNDS = 64
const BLOCK_BYTES = 64
// Nine bytes of a block are the end mark and the length.
export const LONGEST = BLOCK_BYTES - 9

const K = new Int32Array(ROUNDS)
const START = new Int32Array(8)

// The constants are the first bits of the roots of the first primes.
for (let number = 2, found = 0; found < ROUNDS; number++) {
  if (!isPrime(number)) continue
  if (found < START.length) START[found] = firstBits(Math.sqrt(number))
  K[found++] = firstBits(Math.cbrt(number))
}

function isPrime(number: number): boolean {
  for (let by = 2; by * by <= number; by++) if (number % by === 0) return false
  return true
}

function firstBits(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0
}

const words = new Int32Array(ROUNDS)

/**
 * How many zero bits, up to 32, the hash of a text begins with. `block` begins with its
 * `length` bytes, at most LONGEST, and is written over from there on.
 */
export function zeroBits(block: Uint8Array, length: number): number {
  block.fill(0, length)
  block[length] = 0x80
  block[62] = length >>> 5
  block[63] = (length << 3) & 0xff
  return Math.clz32(firstWord(block))
}

function firstWord(block: Uint8Array): number {
  for (let n = 0; n < 16; n++) {
    const at = n * 4
    words[n] = (block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!
  }
  for (let n = 16; n < ROUNDS; n++) {
    const x = words[n - 15]!
    const y = words[n - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    words[n] = (words[n - 16]! + s0 + words[n - 7]! + s1) | 0
  }
  let a = START[0]!
  let b = START[1]!
  let c = START[2]!
  let d = START[3]!
  let e = START[4]!
  let f = START[5]!
  let g = START[6]!
  let h = START[7]!
  for (let n = 0; n < ROUNDS; n++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[n]! + words[n]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  return (START[0]! + a) | 0
}
