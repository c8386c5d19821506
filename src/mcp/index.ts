/** Public face of the MCP door. */
export { type McpOptions, mcpHandler, mcpServer, serveMcpOnStdio } from './server.ts'
