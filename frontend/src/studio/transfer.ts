/** The bytes of one file on their way, by tus. */

import { DetailedError, Upload } from 'tus-js-client'
import { isPassing, sentenceFor, sentenceIn, TOKEN_HEADER, type Api } from './api'

// Below what proxies cut off, and large enough to keep a fast line busy.
const CHUNK_BYTES = 8 * 2 ** 20
/** How long a restart of the server, or a tunnel, may take: three minutes. */
const RETRY_DELAYS_MS = [500, 1000, 2000, 4000, 8000, 15000, 30000, 60000, 60000]

/** The library asks where to go on, and goes on there. */
const OTHER_OFFSET = 409

export interface Listener {
  onSent: (bytes: number) => void
  onDone: () => void
  /** `isGone` when the server does not know the upload any more. */
  onFailed: (sentence: string, isGone: boolean) => void
}

/**
 * Tells the server of a file that shall go into `folder`; gives the address that its bytes go to,
 * a path of this server.
 */
export async function announce(
  api: Api,
  endpoint: string,
  file: File,
  title: string,
  folder: number | null,
): Promise<string> {
  const metadata = {
    filename: file.name,
    filetype: file.type || 'application/octet-stream',
    title,
    ...(folder !== null && { folder: String(folder) }),
  }
  const response = await api.send(endpoint, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(file.size),
      'upload-metadata': Object.entries(metadata)
        .map(([name, value]) => `${name} ${base64(value)}`)
        .join(','),
    },
  })
  // The server may know itself by another name than this browser does.
  return new URL(response.headers.get('location') ?? '', location.href).pathname
}

/** Sends what the server does not have yet. `abort()` pauses, `start()` goes on. */
export function transferOf(file: File, address: string, api: Api, listener: Listener): Upload {
  return new Upload(file, {
    uploadUrl: address,
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_DELAYS_MS,
    headers: { [TOKEN_HEADER]: api.token },
    storeFingerprintForResuming: false,
    // The library would give up as soon as the browser is offline.
    onShouldRetry: (error) => {
      const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : 0
      return !status || isPassing(status) || status === OTHER_OFFSET
    },
    onProgress: (sent) => listener.onSent(sent),
    onSuccess: () => listener.onDone(),
    onError: (error) => {
      const response = error instanceof DetailedError ? error.originalResponse : null
      const status = response?.getStatus() ?? 0
      const isGone = status === 404 || status === 410
      const told = status ? sentenceIn(status, response?.getBody() ?? '') : sentenceFor(error)
      listener.onFailed(told, isGone)
    },
  })
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
