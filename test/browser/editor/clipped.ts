import type { Locator } from 'playwright-core';

/** The texts that are cut off, at their right or below. */
export async function clipped(elements: Locator): Promise<string[]> {
	return await elements.evaluateAll((all) =>
		all
			.filter((element) => {
				const { overflowX, overflowY } = getComputedStyle(element);
				const isWide = element.scrollWidth > element.clientWidth + 1;
				const isHigh = element.scrollHeight > element.clientHeight + 1;
				return (
					element.clientWidth > 0 &&
					((overflowX !== 'visible' && isWide) || (overflowY !== 'visible' && isHigh))
				);
			})
			.map((element) => element.textContent || (element as HTMLInputElement).value || ''),
	);
}
