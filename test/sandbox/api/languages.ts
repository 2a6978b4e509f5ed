/** Languages of accounts and their mails (API manual). */
export const LANGUAGES = [
	...(['bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'hr', 'hu', 'id', 'it'] as const),
	...(['ja', 'ko', 'lt', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sr', 'sv', 'th'] as const),
	...(['tr', 'uk', 'vi', 'zh_CN', 'zh_TW'] as const),
] as const;
