/** Public face of the HTTP door. */
export type { IngestDeps } from './add-queue.ts'
export { type AppOptions, createApp } from './app.ts'
export type { Tokens } from './guard-tokens.ts'
export { type McpDoor, type ServeOptions, type Serving, serve } from './serve.ts'
