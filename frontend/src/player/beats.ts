/** What the video's owner is told while it plays. */

import type { Beat, PlayerConfig } from './config'
import { PlayClock } from './play_clock'

/** Posts every beat of `config` as often as it says, counting only the time that plays. */
export function sendBeats(video: HTMLVideoElement, config: PlayerConfig, query: URLSearchParams): void {
  for (const beat of config.beats ?? []) {
    const clock = new PlayClock(60_000 / beat.per_minute, () => {
      void post(beat, fields(beat, config, video, query))
    })
    clock.follow(video)
  }
}

function fields(
  beat: Beat,
  { video: uuid = '' }: PlayerConfig,
  { currentTime }: HTMLVideoElement,
  query: URLSearchParams,
): Record<string, string> {
  const position = String(currentTime)
  const value = query.get(beat.query_name) ?? ''
  if (beat.relay_id !== null) return { id: String(beat.relay_id), position, value }
  return { uuid, position, [beat.field_name]: value }
}

async function post({ target, relay_id }: Beat, fields: Record<string, string>): Promise<void> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  // Nobody reads the answer, so the receiver need not allow us to.
  const mode = relay_id === null ? 'no-cors' : 'same-origin'
  const credentials = relay_id === null ? 'omit' : 'same-origin'
  await fetch(target, { method: 'POST', body, mode, credentials, keepalive: true }).catch(() => null)
}
