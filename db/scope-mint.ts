type Actor = {
  readonly organizationId: string;
  readonly personId: string;
  readonly organizationRole: 'owner' | 'app_admin' | 'member';
};

/** A person acting inside their own organization. Every statement carries the condition on `organizationId`. */
export class OrgScope {
  // Private, so that an object which only looks like a scope does not compile as one.
  readonly #actor: Actor;

  constructor(actor: Actor) {
    this.#actor = actor;
  }

  get organizationId() {
    return this.#actor.organizationId;
  }

  get personId() {
    return this.#actor.personId;
  }

  get organizationRole() {
    return this.#actor.organizationRole;
  }
}

/** A publisher's program. Every statement carries the condition on `publisherId`: its own apps' subscriptions only. */
export class PublisherScope {
  readonly #publisherId: string;

  constructor(publisherId: string) {
    this.#publisherId = publisherId;
  }

  get publisherId() {
    return this.#publisherId;
  }
}

type Self = { readonly personId: string; readonly organizationId: string | undefined };

/** A person acting on their own account, in whatever organization or in none. */
export class PersonScope {
  readonly #self: Self;

  constructor(self: Self) {
    this.#self = self;
  }

  get personId() {
    return this.#self.personId;
  }

  get organizationId() {
    return this.#self.organizationId;
  }
}

/** One of the operator's own people, at work that concerns every organization: its queries say what they show. */
export class StaffScope {
  readonly #personId: string;

  constructor(personId: string) {
    this.#personId = personId;
  }

  get personId() {
    return this.#personId;
  }
}

/** Work that nobody asked for at this moment, such as renewals and mail. Sees every organization. */
export class JobScope {
  readonly #job: string;

  constructor(job: string) {
    this.#job = job;
  }

  get job() {
    return this.#job;
  }
}
