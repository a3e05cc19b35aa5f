package org.freehold.platform.outbound;

import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.config.Http1Config;

/**
 * How much of an answer is read beside its body. The client by itself has no limit, and whoever
 * answers could fill the memory of the server with a head that never ends. What is longer breaks
 * the protocol.
 */
public final class AnswerLimits {
  /** Bytes of a line of a head, of a trailer or before a chunk. */
  public static final int LONGEST_LINE = 8192;

  /** Lines of a head, and of the trailers after a body. */
  public static final int MOST_LINES = 100;

  /** Heads of status 1xx before the answer. */
  public static final int MOST_INTERIM = 10;

  /** For every client that calls an address which a tenant named. */
  public static final Http1Config HTTP1 =
      Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_LINES).build();

  private AnswerLimits() {}

  /** Connections with these limits, for clients that wait for their answers. */
  public static ManagedHttpClientConnectionFactory connections() {
    return ManagedHttpClientConnectionFactory.builder().http1Config(HTTP1).build();
  }
}
