package org.freehold.notifications;

/** What became of a mail: it waits, the server has taken it, or nobody tries any more. */
public enum MailStatus {
  QUEUED,
  SENT,
  GIVEN_UP
}
