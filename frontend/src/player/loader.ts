/** How the engine loads: not a byte less than it asked for. */

import Hls, { type LoaderCallbacks, type LoaderConfiguration, type LoaderContext } from 'hls.js'

/**
 * Fails, and so is tried again, when a range comes with fewer or more bytes than were asked for.
 *
 * Chromium's cache cuts ranges short now and then when it has one part of them and fetches the
 * other, and reports no error. hls.js only warns, and the browser's demuxer gives up on them.
 */
export class ExactLoader extends Hls.DefaultConfig.loader {
  override load(
    context: LoaderContext,
    config: LoaderConfiguration,
    callbacks: LoaderCallbacks<LoaderContext>,
  ): void {
    super.load(context, config, {
      ...callbacks,
      onSuccess: (response, stats, loaded, details) => {
        if (isExact(response.data, context)) {
          callbacks.onSuccess(response, stats, loaded, details)
        } else {
          const error = { code: response.code ?? 0, text: 'not the range that was asked for' }
          callbacks.onError(error, loaded, details, stats)
        }
      },
    })
  }
}

function isExact(data: unknown, { rangeStart = 0, rangeEnd }: LoaderContext): boolean {
  if (!rangeEnd || !(data instanceof ArrayBuffer)) return true
  return data.byteLength === rangeEnd - rangeStart
}
