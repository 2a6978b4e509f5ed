import type {
	Account,
	ConnectionReport,
	Contact,
	Device,
	Group,
	ManagedDevice,
	Session,
	TeamViewerDate,
	User,
} from '../../../nodes/TeamViewer/teamviewer/types';

export type {
	Account,
	ConnectionReport,
	Contact,
	Device,
	Group,
	ManagedDevice,
	Session,
	TeamViewerDate,
	User,
};

/** One incoming connection; its TeamViewer IDs are numbers, other than those of outgoing ones (API manual). */
export interface DeviceReport {
	id?: string;
	userid?: string;
	username?: string;
	originid?: number;
	targetid?: number;
	targetname?: string;
	start_date?: TeamViewerDate;
	end_date?: TeamViewerDate;
}

/** One entry of the event log, with the nulls that it comes with. */
export interface AuditEvent {
	EventName?: string;
	EventType?: string;
	Timestamp?: TeamViewerDate;
	/** A name; the address stands beside it. */
	Author?: string;
	AuthorEmail?: string;
	AffectedItem?: string;
	EventDetails?: Array<{
		PropertyName: string;
		PropertyCategory: string | null;
		OldValue: string | null;
		NewValue: string | null;
		PolicyEnforcementNewValue: string | null;
		PolicyEnforcementOldValue: string | null;
	}>;
}

/** A person somebody has asked to become a contact and who has not answered yet. */
export interface Invitation {
	contact_id: string;
	groupid: string;
	email: string;
	name?: string;
}

/** `…/ai-summary`, one of the newer endpoints: names in Pascal case (OpenAPI document). */
export interface AiSummary {
	Summary: string;
	Name: string;
	IssueTypeLabels: string[];
	ApplicationLabels: string[];
	Steps: Array<{ Application: string; Action: string; Commands: string }>;
}

/** `…/augmented-session-summary` (OpenAPI document). */
export interface AugmentedSummary {
	summary: string;
	title: string;
}

/** One line of `…/chat-transcript` (OpenAPI document). */
export interface ChatMessage {
	Sender: Speaker;
	Recipients: Speaker[];
	WrittenAtTimestamp: TeamViewerDate;
	IsOutgoing: boolean;
	Content: string;
}

interface Speaker {
	TeamViewerId: string;
	Name: string;
}

/** One line of `…/voice-transcript` (OpenAPI document). */
export interface VoiceLine {
	speaker: { teamviewerId: string; name: string };
	writtenAtTimestamp: TeamViewerDate;
	originalText: string;
	originalLanguageCode: string;
	translatedText: string;
	translatedLanguageCode: string;
}

/** One line of `…/screenshots` (OpenAPI document). */
export interface Screenshot {
	screenshotId: string;
	fileName: string;
	mimeType: string;
	takenAt: TeamViewerDate;
}

/** What was recorded of one connection, where anything was. */
export interface Recording {
	aiSummary?: AiSummary;
	augmentedSummary?: AugmentedSummary;
	chat?: ChatMessage[];
	voice?: VoiceLine[];
	screenshots?: Screenshot[];
}
