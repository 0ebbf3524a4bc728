const written = (server: unknown): string => JSON.stringify({ mcpServers: { posthorn: server } }, null, 2)

/** What to paste into an assistant that starts programs of its own. `home` is the data folder. */
export const overStandardInput = (home: string): string =>
  written({ command: 'posthorn', args: ['mcp', '--home', home] })

/** What to paste into one that connects over HTTP. */
export const overHttp = (url: string): string =>
  written({ type: 'http', url: `${url}/mcp`, headers: { Authorization: 'Bearer YOUR_KEY' } })
