package org.freehold.notifications.internal;

/**
 * The server did not take a mail. Its words may name the recipient, so they are in no message.
 *
 * @see Reach
 */
final class MailRefused extends Exception {
  private static final long serialVersionUID = 1;

  /** What can be said of the next attempt. */
  enum Reach {
    /** The server was not reached, or does not let us in: no mail would be taken. */
    NONE,
    /** It may be taken later. */
    LATER,
    /** There is no such recipient. */
    NEVER
  }

  private final Reach reach;

  MailRefused(Reach reach, String message) {
    super(message);
    this.reach = reach;
  }

  Reach reach() {
    return reach;
  }
}
