/** What VSRC's embed code may ask for. The names are those of the vendor's player. */

export interface VsrcOptions {
  mediaId: string
  type?: 'vod' | 'live'
  /** Time between two looks for a live stream that has not begun, in ms. */
  probeInterval?: number
  maxProbeAttempts?: number
  onReady?: (player: unknown) => void
  onError?: (error: Error) => void
  onProbeSuccess?: (player: unknown) => void
  onProbeFailed?: (player: unknown) => void
  vhs?: VhsOptions
  vjsOptions?: VjsOptions
  /** Host that answers instead of the one this script came from. */
  debug?: string | boolean
  chat?: ChatOptions | false
}

/** How the quality is chosen. */
export interface VhsOptions {
  limitRenditionByPlayerDimensions?: boolean
  useDevicePixelRatio?: boolean
  enableLowInitialPlaylist?: boolean
  /** How fast the line is taken for at first, in bits a second. */
  bandwidth?: number
  /** Begin with what the line was good for last time. */
  useBandwidthFromLocalStorage?: boolean
}

/** Of the options of video.js, those that say something here. */
export interface VjsOptions {
  /** `any` plays without sound where the browser forbids it with; `muted` always does. */
  autoplay?: boolean | 'play' | 'muted' | 'any'
  muted?: boolean
  loop?: boolean
  controls?: boolean
  poster?: string
  preload?: 'auto' | 'metadata' | 'none'
  playbackRates?: number[]
  /** As wide as its place, and as high as the picture then is. */
  fluid?: boolean
  /** Fills its place, however high that is. */
  fill?: boolean
  width?: number | string
  height?: number | string
  /** `16:9` */
  aspectRatio?: string
}

export interface ChatColors {
  background: string
  inputBackground: string
  userMessage: string
  otherMessage: string
  systemMessage: string
  text: string
  border: string
}

export interface ChatMessage {
  type: 'message' | 'system' | 'error'
  username?: string
  message: string
  timestamp?: string
}

export interface ChatOptions {
  element?: string | HTMLElement
  serverUrl?: string
  username?: string
  colors?: Partial<ChatColors>
  onMessage?: (message: ChatMessage) => void
  onConnect?: () => void
  onDisconnect?: () => void
}
