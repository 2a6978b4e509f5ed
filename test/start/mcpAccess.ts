import { createCredential, type SavedCredential } from '../n8n/credentials';
import type { N8nSession } from '../n8n/n8nSession';

/** What an assistant shows to the MCP server among the examples; it opens nothing but an n8n on this machine. */
export const MCP_TOKEN = 'sandbox-mcp-token';

/** Makes the credential that the MCP server asks for by name. */
export async function createMcpAccess(session: N8nSession): Promise<SavedCredential> {
	return await createCredential(session, {
		name: 'MCP access',
		type: 'httpBearerAuth',
		data: { token: MCP_TOKEN },
	});
}
