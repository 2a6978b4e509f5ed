/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, is never shipped */
/** The setting by which n8n finds the plain loop. */
export const PLAIN_LOOP = { N8N_CUSTOM_EXTENSIONS: __dirname };

/** What n8n calls it. */
export const PLAIN_LOOP_NODE = 'CUSTOM.plainLoop';
