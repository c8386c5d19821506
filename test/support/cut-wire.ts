/** A wire to a server that a test can cut: at once, or so that what is sent still arrives and no answer comes back. */
import { connect, createServer, type Server, type Socket } from 'node:net'

export class CutWire {
  readonly #server: Server
  readonly #pairs = new Set<readonly [client: Socket, server: Socket]>()
  #isDeaf = false
  #isDown = false

  private constructor(server: Server) {
    this.#server = server
  }

  /** @param host of the server at the other end */
  static async to(host: string, port: number): Promise<CutWire> {
    const server = createServer((client) => wire.#join(client, connect(port, host)))
    const wire = new CutWire(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return wire
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  /** Answers are lost from now on; after `milliseconds` all connections are gone, and new ones hear again. */
  async deafen(milliseconds: number): Promise<void> {
    this.#isDeaf = true
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    this.#drop()
    this.#isDeaf = false
  }

  /** Nobody gets through for so long. */
  async cut(milliseconds: number): Promise<void> {
    this.#isDown = true
    this.#drop()
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    this.#isDown = false
  }

  close(): void {
    this.#drop()
    this.#server.close()
  }

  #join(client: Socket, server: Socket): void {
    if (this.#isDown) {
      client.destroy()
      server.destroy()
      return
    }
    const pair = [client, server] as const
    this.#pairs.add(pair)
    client.on('data', (data) => server.write(data))
    server.on('data', (data) => {
      if (!this.#isDeaf) client.write(data)
    })
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.on('close', () => {
        for (const each of pair) each.destroy()
        this.#pairs.delete(pair)
      })
    }
  }

  #drop(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy()
  }
}
