/** What of all that happens in a video is worth telling. */

import type { Details, EventType, Reporter } from './reporter'

/** Tells `reporter` what happens in `video` until the returned function is called. */
export function watch(video: HTMLVideoElement, reporter: Reporter): () => void {
  const bound: [EventTarget, string, EventListener][] = []
  const on = (target: EventTarget, name: string, listen: () => void): void => {
    target.addEventListener(name, listen)
    bound.push([target, name, listen])
  }
  let hasPlayed = false
  let stalledAt_ms: number | null = null
  const tell = (type: EventType, more: Details = {}): void => {
    reporter.tell(type, { currentTime: video.currentTime, duration: video.duration, ...more })
  }
  const resume = (): void => {
    if (stalledAt_ms === null) return
    const bufferDuration = (performance.now() - stalledAt_ms) / 1000
    stalledAt_ms = null
    tell('buffer', { bufferDuration })
  }
  const stop = (): void => {
    resume()
    if (hasPlayed) tell('stop')
  }

  on(video, 'play', () => tell('play'))
  on(video, 'playing', () => {
    hasPlayed = true
    resume()
  })
  // At its end a video pauses as well.
  on(video, 'pause', () => void (video.ended || tell('pause')))
  on(video, 'seeked', () => void (hasPlayed && tell('seek')))
  on(video, 'ended', () => tell('ended'))
  on(video, 'playerfailed', () => {
    const { code, message } = video.error ?? { code: 0, message: 'The video cannot be loaded' }
    tell('error', { errorMessage: `${code}: ${message}` })
  })
  // Before anything has played, and after a jump, waiting is no stall.
  on(video, 'waiting', () => {
    if (hasPlayed && !video.seeking) stalledAt_ms ??= performance.now()
  })
  on(video, 'resize', () => {
    const { videoWidth, videoHeight } = video
    if (videoHeight) tell('quality_change', { quality: `${Math.min(videoWidth, videoHeight)}p` })
  })
  on(window, 'pagehide', () => {
    stop()
    reporter.leave()
  })
  return () => {
    stop()
    for (const [target, name, listen] of bound) target.removeEventListener(name, listen)
  }
}
