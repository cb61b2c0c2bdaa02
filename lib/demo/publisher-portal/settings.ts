import { z } from 'zod';

const schema = z.object({
  PORTAL_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number),
  PORTAL_FOLDER: z.string().min(1),
  PORTAL_API: z.url(),
  PORTAL_RETURN: z.url(),
});

export type PortalSettings = {
  readonly port: number;
  /** Where credentials and workspaces are kept. */
  readonly folder: string;
  /** Base of the marketplace's API. */
  readonly api: string;
  /** The marketplace's help, where its readers go back to. Never taken from a request. */
  readonly returnTo: string;
};

export function readPortalSettings(environment: NodeJS.ProcessEnv): PortalSettings {
  const { PORTAL_PORT, PORTAL_FOLDER, PORTAL_API, PORTAL_RETURN } = schema.parse(environment);
  return { port: PORTAL_PORT, folder: PORTAL_FOLDER, api: PORTAL_API, returnTo: PORTAL_RETURN };
}
