package org.freehold.webhooks.internal;

import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.freehold.platform.outbound.GuardedResolver;
import org.freehold.webhooks.DeliveryError;

/** Tells apart what can go wrong with a call. */
final class CallErrors {
  private CallErrors() {}

  /** Null for an answer of 2xx. */
  static DeliveryError of(int status) {
    return switch (status / 100) {
      case 2 -> null;
      case 3 -> DeliveryError.REDIRECT;
      case 4 -> DeliveryError.CLIENT_ERROR;
      case 5 -> DeliveryError.SERVER_ERROR;
      default -> DeliveryError.PROTOCOL;
    };
  }

  static DeliveryError of(Throwable e) {
    if (e instanceof GuardedResolver.Forbidden) {
      return DeliveryError.FORBIDDEN_ADDRESS;
    }
    if (e instanceof WebhookClient.ConsentMissing) {
      return DeliveryError.NO_CONSENT;
    }
    if (e instanceof UnknownHostException) {
      return DeliveryError.DNS;
    }
    if (e instanceof SocketTimeoutException || e instanceof ConnectTimeoutException) {
      return DeliveryError.TIMEOUT;
    }
    if (e instanceof SSLException) {
      return DeliveryError.TLS;
    }
    boolean protocol =
        e instanceof ClientProtocolException
            || e instanceof ProtocolException
            || e instanceof HttpException
            || e instanceof MessageConstraintException
            || e instanceof IllegalArgumentException
            || e instanceof URISyntaxException;
    return protocol ? DeliveryError.PROTOCOL : DeliveryError.CONNECTION;
  }

  /** Whether the receiver could not be reached at all, as far as the class tells. */
  static boolean isUnreachable(Outcome outcome) {
    return outcome.statusCode() == null
        && (outcome.error() == DeliveryError.DNS
            || outcome.error() == DeliveryError.CONNECTION
            || outcome.error() == DeliveryError.TLS
            || outcome.error() == DeliveryError.TIMEOUT);
  }

  /**
   * Whether for certain nothing was sent: a connection that was kept open was closed before the
   * request had its turn. Where a part of it may have gone out, the receiver may have it all.
   */
  static boolean isNotSent(Throwable e) {
    return e instanceof RequestNotExecutedException;
  }
}
