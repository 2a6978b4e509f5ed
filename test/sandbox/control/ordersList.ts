import type { Order } from './orders';

/** Everything that can be asked for at this address, for who reads JSON rather than a page. */
export function ordersList(orders: Order[], address: string) {
	return {
		page: `${address}/sandbox`,
		example: `curl --data '{"count": 2}' ${address}/sandbox/reports`,
		calls: orders.map(({ method, path, purpose, example }) => ({
			...{ method, url: `${address}${path}`, purpose },
			...(example === undefined ? {} : { body: example }),
		})),
	};
}
