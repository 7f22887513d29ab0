/** A video that needs no network: a landscape that is drawn while it plays. */

const WIDTH_PX = 640
const HEIGHT_PX = 360
const LENGTH_S = 120
const BEGIN_S = 42
const HEIGHTS = [360, 720, 1080]

export interface Drawn {
  video: HTMLVideoElement
  /** Address of the picture that it begins with. */
  poster: string
}

/** It has a length, qualities and captions, as a real one. */
export function drawnVideo(): Drawn {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH_PX
  canvas.height = HEIGHT_PX
  const video = document.createElement('video')
  video.playsInline = true
  video.muted = true
  const draw = (): void => paint(canvas, video.currentTime)
  const follow = (): void => {
    draw()
    if (!video.paused) requestAnimationFrame(follow)
  }
  pretendLength(video)
  draw()
  video.srcObject = canvas.captureStream()
  video.addEventListener('play', follow)
  const track = video.addVideoTrack('main', 'Drawn')
  track.selected = true
  for (const height of HEIGHTS) track.addRendition('', Math.round((height * 16) / 9), height)
  video.addTextTrack('captions', 'English', 'en')
  return { video, poster: canvas.toDataURL() }
}

/** A stream has neither beginning nor end; what is previewed has both. */
function pretendLength(video: HTMLVideoElement): void {
  const time = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime')
  const now = (): number => Number(time?.get?.call(video) ?? 0)
  Object.defineProperty(video, 'duration', { get: () => LENGTH_S })
  Object.defineProperty(video, 'currentTime', {
    get: () => Math.min(LENGTH_S, BEGIN_S + now()),
    set: () => undefined,
  })
}

function paint(canvas: HTMLCanvasElement, time_s: number): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const sky = pen.createLinearGradient(0, 0, 0, HEIGHT_PX)
  sky.addColorStop(0, '#29476b')
  sky.addColorStop(1, '#e9b08a')
  pen.fillStyle = sky
  pen.fillRect(0, 0, WIDTH_PX, HEIGHT_PX)
  pen.fillStyle = '#fbe3b5'
  pen.beginPath()
  pen.arc(WIDTH_PX * (0.2 + (time_s / LENGTH_S) * 0.6), 150, 34, 0, 2 * Math.PI)
  pen.fill()
  for (const [depth, color] of ['#5b6f86', '#3d5468', '#22364a'].entries()) {
    pen.fillStyle = color
    pen.beginPath()
    pen.moveTo(0, HEIGHT_PX)
    for (let x = 0; x <= WIDTH_PX; x += 8) {
      const slope = Math.sin(x / (70 - depth * 14) + depth * 2 + (time_s * (depth + 1)) / 12)
      pen.lineTo(x, 205 + depth * 38 + slope * 18)
    }
    pen.lineTo(WIDTH_PX, HEIGHT_PX)
    pen.fill()
  }
}
