/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { createRequire } from 'node:module';

// `TeamViewer.node` is the node's TypeScript file here, not the JSON file of the same name beside it: Node.js tries the
// extensions in this object's order.
const extensions: Partial<NodeJS.RequireExtensions> = createRequire(__filename).extensions;
const json = extensions['.json'];
delete extensions['.json'];
extensions['.json'] = json;
