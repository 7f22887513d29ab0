/** Solves a challenge away from the page, which stays quick meanwhile. */

import { LONGEST, zeroBits } from './sha256'

/** The number whose hash behind the salt begins with `bits` zero bits. */
export interface Task {
  salt: string
  bits: number
}

/** `tried` numbers so far, and the one that was looked for once it is found. */
export interface Report {
  tried: number
  found?: number
}

const AT_ONCE = 20_000

function solve({ salt, bits }: Task): void {
  const encoder = new TextEncoder()
  const block = new Uint8Array(64)
  const { written } = encoder.encodeInto(salt, block)
  for (let number = 0; ; number++) {
    const digits = encoder.encodeInto(String(number), block.subarray(written, LONGEST)).written
    if (zeroBits(block, written + digits) >= bits) {
      report({ tried: number + 1, found: number })
      return
    }
    if (number % AT_ONCE === AT_ONCE - 1) report({ tried: number + 1 })
  }
}

function report(told: Report): void {
  postMessage(told)
}

addEventListener('message', (event: MessageEvent<Task>) => solve(event.data))
