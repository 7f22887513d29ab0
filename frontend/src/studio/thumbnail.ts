/** A picture of a file that is still on this computer. */

const WIDTH_PX = 224
const HEIGHT_PX = 126
const AT_MOST_S = 3

/**
 * The address of a small picture from the beginning of the file; null when the browser cannot
 * show it.
 */
export async function thumbnailOf(file: File): Promise<string | null> {
  const source = URL.createObjectURL(file)
  const video = document.createElement('video')
  try {
    video.muted = true
    video.preload = 'auto'
    await happens(video, 'loadeddata', () => (video.src = source))
    // The very first picture is often black.
    const at = Math.min(AT_MOST_S, (video.duration || 0) / 3)
    await happens(video, 'seeked', () => (video.currentTime = at))
    return video.videoWidth ? drawn(video) : null
  } catch {
    return null
  } finally {
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(source)
  }
}

function drawn(video: HTMLVideoElement): string {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH_PX
  canvas.height = HEIGHT_PX
  const scale = Math.max(WIDTH_PX / video.videoWidth, HEIGHT_PX / video.videoHeight)
  const [width, height] = [video.videoWidth * scale, video.videoHeight * scale]
  const [x, y] = [(WIDTH_PX - width) / 2, (HEIGHT_PX - height) / 2]
  canvas.getContext('2d')?.drawImage(video, x, y, width, height)
  return canvas.toDataURL('image/jpeg', 0.8)
}

function happens(video: HTMLVideoElement, name: string, begin: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(name, () => resolve(), { once: true })
    video.addEventListener('error', () => reject(new Error('cannot be shown')), { once: true })
    begin()
  })
}
