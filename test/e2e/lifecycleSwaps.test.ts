import { alertsToTicketsSwaps } from './lifecycleSwaps/alertsToTickets';
import { justInTimeAccessSwaps } from './lifecycleSwaps/justInTimeAccess';
import { mcpServerSwaps } from './lifecycleSwaps/mcpServer';
import { offboardingSwaps } from './lifecycleSwaps/offboarding';
import { onboardingSwaps } from './lifecycleSwaps/onboarding';
import { staleDevicesSwaps } from './lifecycleSwaps/staleDevices';
import { SwapStage } from './lifecycleSwaps/SwapStage';

/*
 * The notes of the examples about people, devices and assistants, followed to the letter as in exampleSwaps.test.ts:
 * a file for each example, and one n8n for all.
 */

let started: SwapStage;

beforeAll(async () => {
	started = await SwapStage.start();
}, 300_000);

afterAll(async () => {
	await started?.stop();
});

const stage = (): SwapStage => started;

describe('The onboarding', () => onboardingSwaps(stage));
describe('The offboarding', () => offboardingSwaps(stage));
describe('The just-in-time access', () => justInTimeAccessSwaps(stage));
describe('The stale devices', () => staleDevicesSwaps(stage));
describe('An alarm and a change', () => alertsToTicketsSwaps(stage));
describe('The MCP server', () => mcpServerSwaps(stage));
