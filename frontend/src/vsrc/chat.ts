/** The chat beside a video: what is said, and a line to say something. */

import type { ChatColors, ChatMessage, ChatOptions } from './options'

const RECONNECT_MS = 3000
const MOST_SHOWN = 200
const LONGEST_MESSAGE = 500
const LONGEST_NAME = 50

const COLORS: ChatColors = {
  background: '#1f1f1f',
  inputBackground: '#2a2a2a',
  userMessage: '#0e4c92',
  otherMessage: '#2a2a2a',
  systemMessage: '#a8a8a8',
  text: '#ffffff',
  border: '#3a3a3a',
}

export class VSRCChat {
  username: string
  #socket: WebSocket | null = null
  #reconnect: ReturnType<typeof setTimeout> | undefined
  #isClosed = false
  #colors: ChatColors
  #root: HTMLElement
  #list = document.createElement('div')
  #form = document.createElement('form')
  #input = document.createElement('input')
  #button = document.createElement('button')

  constructor(
    element: string | HTMLElement,
    private readonly options: ChatOptions & { serverUrl: string },
  ) {
    const root = typeof element === 'string' ? document.querySelector<HTMLElement>(element) : element
    if (!root) throw new Error(`VSRCChat: no element matches ${String(element)}`)
    this.#root = root
    this.username = options.username || `Guest ${Math.floor(1000 + Math.random() * 9000)}`
    this.#colors = { ...COLORS, ...options.colors }
    this.#build()
    this.#connect()
  }

  /** Says something to everybody; false when nobody would hear it. */
  sendMessage(text: string): boolean {
    const message = text.trim()
    if (!message || this.#socket?.readyState !== WebSocket.OPEN) return false
    this.#socket.send(JSON.stringify({ type: 'message', username: this.username, message }))
    return true
  }

  setUsername(name: string): void {
    this.username = name.trim().slice(0, LONGEST_NAME) || this.username
  }

  clearMessages(): void {
    this.#list.replaceChildren()
  }

  updateColors(colors: Partial<ChatColors>): void {
    this.#colors = { ...this.#colors, ...colors }
    this.#paint()
  }

  /** For good: it does not come back by itself. */
  disconnect(): void {
    this.#isClosed = true
    clearTimeout(this.#reconnect)
    this.#socket?.close()
    this.#socket = null
  }

  #connect(): void {
    const socket = new WebSocket(this.options.serverUrl)
    this.#socket = socket
    socket.onopen = () => this.options.onConnect?.()
    socket.onmessage = ({ data }) => this.#hear(String(data))
    socket.onclose = () => {
      this.options.onDisconnect?.()
      if (!this.#isClosed) this.#reconnect = setTimeout(() => this.#connect(), RECONNECT_MS)
    }
  }

  #hear(text: string): void {
    const heard = JSON.parse(text) as ChatMessage
    this.#show(heard)
    if (heard.type === 'message') this.options.onMessage?.(heard)
  }

  #show({ type, username = '', message }: ChatMessage): void {
    const line = document.createElement('p')
    line.dataset.kind = type === 'message' ? (username === this.username ? 'own' : 'other') : 'system'
    if (type === 'message') {
      const name = Object.assign(document.createElement('strong'), { textContent: username, dir: 'auto' })
      line.append(name, ' ')
    }
    const words = Object.assign(document.createElement('span'), { textContent: message, dir: 'auto' })
    line.append(words)
    this.#paintLine(line)
    const isAtEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 40
    this.#list.append(line)
    while (this.#list.childElementCount > MOST_SHOWN) this.#list.firstElementChild?.remove()
    // Whoever reads further up stays there.
    if (isAtEnd) this.#list.scrollTop = this.#list.scrollHeight
  }

  #build(): void {
    this.#list.setAttribute('role', 'log')
    this.#list.setAttribute('aria-label', 'Chat')
    this.#list.tabIndex = 0
    this.#input.maxLength = LONGEST_MESSAGE
    this.#input.setAttribute('aria-label', 'Message')
    this.#input.placeholder = 'Message'
    this.#button.textContent = 'Send'
    this.#form.append(this.#input, this.#button)
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (this.sendMessage(this.#input.value)) this.#input.value = ''
    })
    this.#root.replaceChildren(this.#list, this.#form)
    this.#paint()
  }

  #paint(): void {
    const { background, inputBackground, userMessage, text, border } = this.#colors
    const edge = `1px solid ${border}`
    const box = { background, color: text, border: edge, font: '14px/1.4 system-ui, sans-serif' }
    style(this.#root, { ...box, display: 'flex', flexDirection: 'column', minHeight: '200px' })
    const list = { flex: '1 1 0', minHeight: '0', overflowY: 'auto', padding: '8px' }
    style(this.#list, { ...list, overflowWrap: 'anywhere' })
    style(this.#form, { display: 'flex', gap: '8px', padding: '8px', borderTop: edge })
    const field = { color: text, border: edge, borderRadius: '4px', padding: '6px 8px', font: 'inherit' }
    style(this.#input, { ...field, background: inputBackground, flex: '1', minWidth: '0' })
    style(this.#button, { ...field, background: userMessage })
    for (const line of this.#list.querySelectorAll('p')) this.#paintLine(line)
  }

  #paintLine(line: HTMLElement): void {
    const { userMessage, otherMessage, systemMessage, text } = this.#colors
    const { kind } = line.dataset
    const background = { own: userMessage, other: otherMessage }[kind ?? ''] ?? 'transparent'
    const color = kind === 'system' ? systemMessage : text
    style(line, { background, color, margin: '0 0 6px', padding: '4px 8px', borderRadius: '4px' })
  }
}

/** Property by property, which the policy of no page forbids. */
function style(element: HTMLElement, styles: Partial<CSSStyleDeclaration>): void {
  Object.assign(element.style, styles)
}
