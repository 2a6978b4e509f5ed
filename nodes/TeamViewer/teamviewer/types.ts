/**
 * TeamViewer's JSON, exactly as the Web API sends it: snake_case names, dates as `YYYY-MM-DDTHH:MM:SSZ` in UTC,
 * absent values left out. Every field that TeamViewer does not promise is optional.
 *
 * Sources: TeamViewer's OpenAPI document for names and paths, the API manual for meaning.
 */

/** A date as TeamViewer writes it: `2026-01-31T08:15:00Z`, UTC, without milliseconds. */
export type TeamViewerDate = string;

/** The customer a session is for. */
export interface EndCustomer {
	name?: string;
	email?: string;
}

/** A support session (service case): the code and the links a supporter and a customer meet by. */
export interface Session {
	/** With dashes: `s119-457-589`. */
	code: string;
	/** `Open` or `Closed`; the manual spells them in lower case, one schema numbers them. */
	state?: string | number;
	groupid?: string;
	waiting_message?: string;
	description?: string;
	end_customer?: EndCustomer;
	/** `u123`, or `u0` for nobody. */
	assigned_userid?: string;
	assigned_at?: TeamViewerDate;
	/** For the customer. */
	end_customer_link?: string;
	/** Opens the supporter's TeamViewer app; carries a secret. */
	supporter_link?: string;
	/** Lets the supporter work in the browser; carries a secret. */
	webclient_supporter_link?: string;
	/** Any text, seen through the API only: the place for a ticket id. */
	custom_api?: string;
	created_at?: TeamViewerDate;
	valid_until?: TeamViewerDate;
	closed_at?: TeamViewerDate;
	/** True while the customer waits. */
	online?: boolean;
	support_session_type?: string;
	custom_module_id?: string;
	tv_version?: string;
}

/** What `POST /sessions` and `PUT /sessions/{code}` take. */
export interface SessionInput {
	groupid?: string;
	groupname?: string;
	valid_until?: TeamViewerDate;
	waiting_message?: string;
	description?: string;
	end_customer?: EndCustomer;
	assigned_userid?: string;
	custom_api?: string;
	support_session_type?: string;
	sms_invite_number?: string;
	state?: 'open' | 'closed';
}

/** How a report is billed. */
export type BillingState = 'Bill' | 'Billed' | 'DoNotBill';

/** One outgoing connection: who connected to what, when, for how long. While it runs it is listed too, without `end_date`. */
export interface ConnectionReport {
	/** A GUID; its case differs between sources, so compare without case. */
	id: string;
	userid?: string;
	username?: string;
	/** The target's TeamViewer ID. */
	deviceid?: string;
	devicename?: string;
	/** The group that the device is in now. */
	groupid?: string;
	groupname?: string;
	/** 1 remote connection, 2 remote support, 3 remote support by SDK. */
	support_session_type?: number;
	start_date?: TeamViewerDate;
	end_date?: TeamViewerDate;
	fee?: number;
	currency?: string;
	billing_state?: BillingState;
	notes?: string;
	contact_id?: string;
	session_code?: string;
	session_created_at?: TeamViewerDate;
	valid_until?: TeamViewerDate;
	assigned_userid?: string;
	assigned_at?: TeamViewerDate;
	/** The description of the session that the connection was made with. */
	session_note?: string;
	custom_api?: string;
	end_customer?: EndCustomer;
	feedback?: { session_rating?: number; user_comment?: string };
}

/** One incoming connection to a device. TeamViewer's PowerShell module spells the id `Id`; its form is not documented. */
export interface DeviceReport {
	id?: string | number;
	Id?: string | number;
	userid?: string;
	username?: string;
	/** TeamViewer IDs; numbers in live answers. */
	originid?: number | string;
	targetid?: number | string;
	targetname?: string;
	start_date?: TeamViewerDate;
	end_date?: TeamViewerDate;
}

/** The account a token belongs to. */
export interface Account {
	userid?: string;
	name?: string;
	email?: string;
	company_name?: string;
	[field: string]: unknown;
}

/** What people may change of it. */
export interface AccountChanges {
	name?: string;
	/** Counts once it is confirmed. */
	email?: string;
	email_language?: string;
}

/** The company of the token's user. */
export interface Company {
	companyId: number;
	companyName?: string;
	createdAt?: string;
	[field: string]: unknown;
}

/** One of its licences. */
export interface Licence {
	licenseId?: string;
	displayName?: string;
	isActive?: boolean;
	[field: string]: unknown;
}

/** A user of the company. */
export interface User {
	id: string;
	name?: string;
	email?: string;
	active?: boolean;
	/** What TeamViewer gave up for roles. */
	permissions?: string;
	/** A GUID. */
	userRoleId?: string;
	[field: string]: unknown;
}

/** What can be said of a user both when it is created and later. */
interface UserDetails {
	password?: string;
	/** Lets the user sign in by single sign-on; a secret. Needs a user token. */
	sso_customer_id?: string;
	log_sessions?: boolean;
	show_comment_window?: boolean;
	/** `auto` is none. */
	custom_quicksupport_id?: string;
}

/** What `POST /users` takes. */
export interface NewUser extends UserDetails {
	email: string;
	name: string;
	language: string;
	userRoleId?: string;
	ignorePredefinedRole?: boolean;
	subscribe_newsletter?: boolean;
}

/** What `PUT /users/{id}` takes. */
export interface UserChanges extends UserDetails {
	/** Counts once it is confirmed. */
	email?: string;
	name?: string;
	active?: boolean;
	tfa_enforcement?: boolean;
	/** `auto` is none. */
	custom_quickjoin_id?: string;
	/** In Pascal case, as the OpenAPI document has them. */
	AssignUserRoleIds?: string[];
	UnassignUserRoleIds?: string[];
}

/** A group of devices and contacts. */
export interface Group {
	id: string;
	name?: string;
	shared_with?: unknown[];
	owner?: { userid?: string; name?: string };
	permissions?: string;
	policy_id?: string;
}

/** A device of the Computers & Contacts list. */
export interface Device {
	device_id: string;
	/** `r…`: the TeamViewer ID behind the device. */
	remotecontrol_id?: string;
	userid?: string;
	alias?: string;
	groupid?: string;
	description?: string;
	online_state?: string;
	policy_id?: string;
	assigned_to?: boolean;
	supported_features?: string;
	last_seen?: TeamViewerDate;
	teamviewer_id?: number | string;
}

/** What `POST /devices` and `PUT /devices/{id}` take. */
export interface DeviceInput {
	remotecontrol_id?: string;
	groupid?: string;
	alias?: string;
	description?: string;
	/** The device's own connection password. */
	password?: string;
	/** A GUID, `inherit` or `none`. */
	policy_id?: string;
}

/** A device under company management; lists have the first five fields only. */
export interface ManagedDevice {
	/** A GUID. */
	id: string;
	name?: string;
	teamviewerId?: number | string;
	isOnline?: boolean;
	last_seen?: TeamViewerDate;
	/** Missing while no policy is set. */
	teamviewerPolicyId?: string | null;
	teamViewerVersion?: string | null;
	deviceDescription?: string | null;
	[field: string]: unknown;
}

/** A person of the Computers & Contacts list, or an invitation that is not yet accepted. */
export interface Contact {
	contact_id?: string;
	/** The user behind the contact; an open invitation has none yet. */
	user_id?: string;
	groupid?: string;
	name?: string;
	email?: string;
	description?: string;
	online_state?: string;
	[field: string]: unknown;
}

/** One entry of the company's event log. */
export interface AuditEvent {
	EventName?: string;
	EventType?: string;
	Timestamp?: TeamViewerDate;
	Author?: string;
	AuthorEmail?: string | null;
	AffectedItem?: string;
	EventDetails?: Array<{
		PropertyName?: string | null;
		OldValue?: string | null;
		NewValue?: string | null;
	}>;
	[field: string]: unknown;
}

/** What TeamViewer's AI wrote about a connection. Names in Pascal case, as the OpenAPI document has them. */
export interface AiSummary {
	Summary?: string;
	/** A title. */
	Name?: string;
	IssueTypeLabels?: string[];
	ApplicationLabels?: string[];
	Steps?: Array<{ Application?: string; Action?: string; Commands?: string }>;
}

/** The summary of an augmented reality session. */
export interface AugmentedSummary {
	summary?: string;
	title?: string;
}

/** One message of a chat. Names in Pascal case, as the OpenAPI document has them. */
export interface ChatMessage {
	Sender?: { TeamViewerId?: string; Name?: string };
	Recipients?: Array<{ TeamViewerId?: string; Name?: string }>;
	WrittenAtTimestamp?: TeamViewerDate;
	IsOutgoing?: boolean;
	Content?: string;
}

/** One thing that was said. */
export interface VoiceMessage {
	speaker?: { teamviewerId?: string; name?: string };
	writtenAtTimestamp?: TeamViewerDate;
	originalText?: string;
	originalLanguageCode?: string;
	translatedText?: string;
	translatedLanguageCode?: string;
}

/** One picture that was taken during a connection. */
export interface Screenshot {
	screenshotId?: string;
	fileName?: string;
	mimeType?: string;
	takenAt?: TeamViewerDate;
}

/** A device group; TeamViewer's API calls it a managed group. */
export interface DeviceGroup {
	/** A GUID. */
	id: string;
	name?: string;
	[field: string]: unknown;
}

/** Somebody who manages a device or a device group. */
export interface Manager {
	/** A GUID; not the ID of the user. */
	id: string;
	/** `account`, `company` or `usergroup`; the OpenAPI document numbers them. */
	type?: string | number;
	/** A user's ID without its `u`. */
	accountId?: number | string;
	companyId?: number | string;
	usergroupId?: number | string;
	name?: string;
	/** In words; the OpenAPI document numbers them. */
	permissions?: Array<string | number>;
	[field: string]: unknown;
}

/** Settings that devices keep. */
export interface Policy {
	/** A GUID. */
	policy_id: string;
	name?: string;
	settings?: unknown[];
	[field: string]: unknown;
}

/** What users may do. Names in Pascal case. */
export interface Role {
	/** A GUID. */
	Id: string;
	Name?: string;
	/** `true` by the names of what is granted, in lists; TeamViewer's answers to a change can be a list of names. */
	Permissions?: Record<string, boolean> | string[];
	[field: string]: unknown;
}

/** A group of users. */
export interface UserGroup {
	/** A number. */
	id: number | string;
	name?: string;
	/** 1 API, 2 console, 3 SCIM. */
	creationSourceType?: number;
	[field: string]: unknown;
}

/** A user in a user group. */
export interface UserGroupMember {
	/** The user's ID without its `u`. */
	accountId?: number;
	name?: string;
}

/** A domain whose users sign in at their company's own identity provider. */
export interface SsoDomain {
	/** A GUID; lists spell it so, a single domain has `domain_id`. */
	DomainId?: string;
	DomainName?: string;
	domain_id?: string;
	domain_name?: string;
	[field: string]: unknown;
}

/** A device under monitoring; see `teamViewerIdOf` for how sources spell its ID. */
export type MonitoredDevice = Record<string, unknown>;

/** What the monitoring found wrong with a device. Names in Pascal case, as the OpenAPI document has them. */
export interface Alarm {
	/** A GUID. */
	AlarmId?: string;
	/** 0 to 27; TeamViewer documents no names. */
	Type?: number;
	/** Text, maybe JSON. */
	AlarmConfiguration?: string;
	/** Text, maybe JSON. */
	AlarmDetails?: string;
	/** The TeamViewer ID. */
	DeviceId?: number;
	/** Without the letter that group IDs carry. */
	GroupId?: number;
	GroupIds?: string[];
	/** 0 failed, 1 resolved, 2 acknowledged. */
	Status?: number;
	TimeFrame?: {
		FoundAt?: TeamViewerDate | null;
		ResolvedAt?: TeamViewerDate | null;
		AcknowledgedAt?: TeamViewerDate | null;
		AcknowledgedBy?: string | null;
	};
}

/** One thing that is built into a monitored device, or installed on it. */
export type InventoryEntry = Record<string, unknown>;

/** An update that a monitored device lacks. */
export interface MissingPatch {
	patch_id?: number | string;
	/** 0 not rated, 1 critical, 2 important, 3 moderate, 4 low. */
	severity?: number;
	product_name?: string;
	bulletin_title?: string;
	/** 0 unknown, 1 security, 2 distribution, 3 security tool, 4 non-security, 5 custom. */
	type?: number;
	kb?: string;
	/** The holes that it closes: `CVE-2026-10001`. */
	cve?: string[];
	release_date?: TeamViewerDate;
	/** In bytes. */
	patch_size?: number;
	installable?: boolean;
	[field: string]: unknown;
}

/** One setting of a {@link Policy}. */
export interface PolicySetting {
	Key: string;
	/** Any JSON. */
	Value: unknown;
	/** Whether the device's user is kept from changing it. */
	Enforce: boolean;
	[field: string]: unknown;
}

/** What becomes of an invitation for an address that has no TeamViewer account yet. */
export interface SentInvitation {
	email: string;
	invited: true;
	/** TeamViewer's own words. */
	message: string;
}
