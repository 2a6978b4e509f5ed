import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Policy, PolicySetting } from '../company/policies';
import { authorize } from './authorization';
import { tell } from './deeds';
import { form, readBody, readPath, refuseQuery } from './input';
import type { ApiEnv, Service } from './service';
import { unknownRecord } from './unknownRecord';

const setting = z
	.object({ Key: form.text, Value: z.unknown(), Enforce: z.boolean() })
	.strict()
	.transform(({ Key, Value, Enforce }): PolicySetting => ({ Key, Value, Enforce }));

const createBody = z
	.object({ name: form.text, settings: z.array(setting), default: z.boolean().optional() })
	.strict();

const updateBody = z
	.object({ name: form.text.optional(), settings: z.array(setting).optional() })
	.strict()
	.refine((fields) => Object.keys(fields).length > 0, 'There is nothing to change.');

/** `/teamviewerpolicies`: what devices are set to. */
export function policyRoutes(service: Service): Hono<ApiEnv> {
	const { policies } = service.company;
	const routes = new Hono<ApiEnv>();
	const userOnly = true;
	const mayView = authorize(service, { permission: 'TeamViewer policies: view', userOnly });
	const mayEdit = authorize(service, { permission: 'TeamViewer policies: edit', userOnly });

	routes.get('/', mayView, (context) => {
		refuseQuery(context);
		return context.json({ policies });
	});

	routes.post('/', mayEdit, async (context) => {
		const { name, settings } = await readBody(context, createBody);
		const policy = { policy_id: service.company.newGuid(), name, settings };
		policies.push(policy);
		tellOf(context, 'Policy added', policy);
		return context.json(policy);
	});

	routes.get('/:id', mayView, (context) => {
		refuseQuery(context);
		// One policy comes in a list as well (API manual).
		return context.json({ policies: [find(context)] });
	});

	routes.put('/:id', mayEdit, async (context) => {
		const policy = find(context);
		const { name, settings } = await readBody(context, updateBody);
		policy.name = name ?? policy.name;
		policy.settings = settings ?? policy.settings;
		tellOf(context, 'Policy updated', policy);
		return context.body(null, 204);
	});

	routes.delete('/:id', mayEdit, (context) => {
		refuseQuery(context);
		const policy = find(context);
		policies.splice(policies.indexOf(policy), 1);
		service.company.forgetPolicy(policy.policy_id);
		tellOf(context, 'Policy deleted', policy);
		return context.body(null, 204);
	});

	return routes;

	function find(context: Context<ApiEnv>): Policy {
		const id = readPath(context, 'id', form.guid).toLowerCase();
		const policy = policies.find(({ policy_id }) => policy_id === id);
		if (policy === undefined) throw unknownRecord(service, 'policy');
		return policy;
	}

	function tellOf(context: Context<ApiEnv>, name: string, policy: Policy): void {
		tell(context, service, { name, type: 'Policy', affected: policy.name });
	}
}
