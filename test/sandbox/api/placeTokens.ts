import { invalidRequest } from '../errors';

/** A page token that nobody is meant to read, for lists that are paged by place. */
export function pageToken(place: number): string {
	return btoa(`place:${place}`);
}

/** The place a token stands for; a 400 naming the parameter for one that was made up. */
export function placeOf(token: string, parameter: string): number {
	const place = /^place:(\d+)$/.exec(decoded(token))?.[1];
	if (place === undefined) throw invalidRequest(`Parameter '${parameter}' is invalid.`);
	return Number(place);
}

function decoded(token: string): string {
	return /^[A-Za-z0-9+/]+=*$/.test(token) && token.length % 4 === 0 ? atob(token) : '';
}
