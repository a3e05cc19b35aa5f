package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import org.freehold.forwarding.DestinationFields;
import org.freehold.forwarding.DestinationKind;
import org.freehold.platform.Invalid;

/** What an address of a destination may look like; where its name leads is seen with each call. */
@ApplicationScoped
public class DestinationAddress {
  private static final String POINTER = "/address";
  private static final int LAST_PORT = 65_535;

  /** A host and its port. */
  record HostAndPort(String host, int port) {}

  @Inject private ForwardingSettings settings;

  /** {@link Invalid} with what is wrong. */
  public void require(DestinationFields fields) {
    if (fields.kind() == DestinationKind.HTTPS) {
      requireUrl(fields.address());
    } else {
      hostAndPort(fields.address());
      if (fields.authorization() != null && !fields.authorization().isEmpty()) {
        throw Invalid.at("/authorization", "not_used", "Only https sends an authorization.");
      }
    }
    if (fields.caCertificatePem() != null) {
      requireCertificate(fields);
    }
  }

  private static void requireCertificate(DestinationFields fields) {
    if (fields.kind() == DestinationKind.SYSLOG_TCP) {
      throw Invalid.at(
          "/ca_certificate_pem", "not_used", "Without TLS nobody shows a certificate.");
    }
    try {
      Trust.in(fields.caCertificatePem());
    } catch (IllegalArgumentException e) {
      throw Invalid.at("/ca_certificate_pem", "certificate", "This is no certificate in PEM.");
    }
  }

  private void requireUrl(String address) {
    try {
      URI uri = new URI(address);
      boolean scheme =
          "https".equals(uri.getScheme()) || settings.allowHttp() && "http".equals(uri.getScheme());
      if (!scheme
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawFragment() != null) {
        throw Invalid.at(
            POINTER, "url", "An https URL with a host, without user information or fragment.");
      }
    } catch (URISyntaxException e) {
      throw Invalid.at(POINTER, "url", "An https URL with a host.");
    }
  }

  /** {@link Invalid} when it is none. */
  static HostAndPort hostAndPort(String address) {
    try {
      URI uri = new URI("syslog://" + address);
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if (plain && uri.getPort() > 0 && uri.getPort() <= LAST_PORT) {
        return new HostAndPort(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw Invalid.at(POINTER, "host_and_port", "A host and a port, as siem.example.com:6514.");
    }
    throw Invalid.at(POINTER, "host_and_port", "A host and a port, as siem.example.com:6514.");
  }
}
