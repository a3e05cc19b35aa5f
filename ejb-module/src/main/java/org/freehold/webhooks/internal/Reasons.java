package org.freehold.webhooks.internal;

import org.freehold.webhooks.EndpointStatus;

/** Why a delivery ended without having arrived, as the wire spells it. */
public final class Reasons {
  public static final String PAUSED = "endpoint_paused";
  public static final String DISABLED = "endpoint_disabled";

  /** The receiver has not said that it wants the calls. */
  public static final String NO_CONSENT = "no_consent";

  public static final String QUOTA = "quota_exceeded";

  /** Its message was older than what is kept. */
  public static final String FORGOTTEN = "message_forgotten";

  public static final String RETRIES = "retries_exhausted";
  public static final String GONE = "gone";
  public static final String DELETED = "endpoint_deleted";

  private Reasons() {}

  static String notEnabled(EndpointStatus status) {
    return status == EndpointStatus.PAUSED ? PAUSED : DISABLED;
  }
}
