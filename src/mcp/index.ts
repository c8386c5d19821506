/** Public face of the MCP door. */
export { isWriteCall, type McpDeps, type McpOptions, mcpHandler, mcpServer, serveMcpOnStdio } from './server.ts'
