/** How long a link sent by mail signs in, and how long a further one counts towards the limit. */
export const MAGIC_LINK_MINUTES = 10;

/** How fresh a sign-in must be before what costs, ends or lets others in. */
export const STEP_UP_MINUTES = 10;

/** How long a device may take to sign what it is asked to. */
export const PASSKEY_MINUTES = 5;

/** How long somebody who went to the identity provider while signed in may stay there. */
export const ERRAND_MINUTES = 10;

/** How long the site remembers where a reader was going and what they had typed. */
export const DESTINATION_MINUTES = 30;
