/** The two ways n8n runs polling triggers. */
export type EngineName = 'default' | 'durable';

/** One of them, and how it is set up for a soak. */
export interface Engine {
	name: EngineName;
	/** n8n's settings that switch it on. */
	settings: Record<string, string>;
	/** For every published workflow, the seconds of a minute at which its trigger polls. */
	triggers: number[][];
}

/** What becomes of the items of a poll when n8n is killed right after it: the trigger's option. */
export const DELIVERIES = ['atMostOnce', 'atLeastOnce'] as const;
export type Delivery = (typeof DELIVERIES)[number];

const every = (from: number) => [0, 10, 20, 30, 40, 50].map((second) => second + from);

export const ENGINES: Record<EngineName, Engine> = {
	/** In memory: n8n saves the trigger's state, then starts the execution. */
	default: {
		name: 'default',
		settings: {},
		triggers: [every(0), every(3), every(6)],
	},
	/**
	 * On the database: state and execution are saved together (n8n 2.36 and later, off unless switched on). A trigger
	 * gets one poll time there, as users are told to give it.
	 */
	durable: {
		name: 'durable',
		settings: {
			N8N_SCHEDULER_ENABLED: 'true',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
			// How often due polls are looked for, in seconds; 5 unless set. A run should take minutes.
			N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
		},
		triggers: every(0).map((second) => [second]),
	},
};

/** A soak of one engine with one delivery takes about half an hour. */
export interface Part {
	name: string;
	engine: Engine;
	delivery: Delivery;
}

export const PARTS: Part[] = DELIVERIES.flatMap((delivery) =>
	Object.values(ENGINES).map((engine) => ({
		...{ name: `${engine.name}-${delivery}`, engine, delivery },
	})),
);
