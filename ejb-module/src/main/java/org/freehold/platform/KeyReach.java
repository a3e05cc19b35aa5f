package org.freehold.platform;

/** What a key opens: the API as far as its permissions go, or less. */
public enum KeyReach {
  /** An API key. */
  API,
  /** A link that was given to a visitor: it opens a session and nothing else. */
  PORTAL_LINK,
  /** What a visitor has opened with a link: the webhooks of its tenant. */
  PORTAL_SESSION
}
