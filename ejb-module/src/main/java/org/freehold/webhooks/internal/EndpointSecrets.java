package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.engine.delivery.ClientCertificate;
import org.freehold.engine.delivery.HeaderRules;
import org.freehold.engine.delivery.WebhookSecret;
import org.freehold.identity.Sealing;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.EndpointFields;

/** Seals what is secret of an endpoint, each part for its own place, and opens it for a call. */
@ApplicationScoped
public class EndpointSecrets {
  private static final String HEADERS = ":headers";
  private static final String KEY = ":client_key";

  @Inject private Sealing sealing;
  @Inject private Clock clock;

  public byte[] seal(WebhookEndpoint endpoint, WebhookSecret secret) {
    return sealing.seal(endpoint.purpose(), secret.key());
  }

  /** Those that sign now, the newest first; {@code newest}: that one only. */
  List<WebhookSecret> signing(WebhookEndpoint endpoint, boolean newest) {
    SealedSecrets secrets = endpoint.secrets();
    List<WebhookSecret> signing = new ArrayList<>();
    signing.add(opened(endpoint, secrets.current()));
    byte[] previous = newest ? null : secrets.previous(clock.instant());
    if (previous != null) {
      signing.add(opened(endpoint, previous));
    }
    return signing;
  }

  private WebhookSecret opened(WebhookEndpoint endpoint, byte[] sealed) {
    return new WebhookSecret(sealing.open(endpoint.purpose(), sealed));
  }

  Map<String, String> headers(WebhookEndpoint endpoint) {
    byte[] sealed = endpoint.identity().sealedHeaders();
    Map<String, String> headers = new TreeMap<>();
    if (sealed != null) {
      JsonText.parseObject(text(endpoint, HEADERS, sealed))
          .forEach((name, value) -> headers.put(name, ((JsonString) value).getString()));
    }
    return headers;
  }

  /** Null when the endpoint has none. */
  ClientCertificate certificate(WebhookEndpoint endpoint) {
    SealedIdentity identity = endpoint.identity();
    return identity.certificate() == null
        ? null
        : ClientCertificate.reread(
            identity.certificate(), text(endpoint, KEY, identity.sealedKey()));
  }

  private String text(WebhookEndpoint endpoint, String part, byte[] sealed) {
    return new String(sealing.open(endpoint.purpose() + part, sealed), StandardCharsets.UTF_8);
  }

  /**
   * Seals what the fields say; masked values stay as they are. {@link Invalid} at what is wrong.
   */
  public void identify(WebhookEndpoint endpoint, EndpointFields fields) {
    Map<String, String> headers = headers(endpoint, fields.headers());
    // What was taken once may break a rule of today: other fields can be changed all the same.
    if (!isMasked(fields.headers())) {
      requireHeaders(headers);
    }
    String certificate = fields.clientCertificatePem();
    String key = certificate == null ? requireNone(fields.clientKeyPem()) : key(endpoint, fields);
    endpoint.identify(
        new SealedIdentity(
            List.copyOf(headers.keySet()),
            headers.isEmpty() ? null : sealed(endpoint, HEADERS, JsonText.of(headers)),
            certificate,
            key == null ? null : sealed(endpoint, KEY, key)));
  }

  /**
   * Refuses masked values that would go to another scheme, host or port than they were given for:
   * whoever may change a URL cannot read them by it.
   */
  public void requireSame(EndpointFields before, EndpointFields after) {
    if (EndpointUrl.isSameReceiver(before.url(), after.url())) {
      return;
    }
    List<Fault> faults = new ArrayList<>();
    new TreeMap<>(after.headers())
        .forEach(
            (name, value) -> {
              if (EndpointFields.MASK.equals(value)) {
                faults.add(masked("/headers/" + escaped(name), "the value of " + name));
              }
            });
    if (after.clientCertificatePem() != null && EndpointFields.MASK.equals(after.clientKeyPem())) {
      faults.add(masked("/client_key_pem", "the private key with its certificate"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static Fault masked(String pointer, String what) {
    return new Fault(
        pointer,
        "masked",
        "The URL leads to another receiver now: give " + what + " again, or take it away.");
  }

  private static boolean isMasked(Map<String, String> given) {
    return given.values().stream().allMatch(EndpointFields.MASK::equals);
  }

  /** Refuses what {@link #identify} would refuse of an endpoint that is new. */
  public void require(EndpointFields fields) {
    requireHeaders(unmasked(Map.of(), fields.headers()));
    if (fields.clientCertificatePem() == null) {
      requireNone(fields.clientKeyPem());
    } else {
      requirePair(fields.clientCertificatePem(), fields.clientKeyPem());
    }
  }

  private byte[] sealed(WebhookEndpoint endpoint, String part, String clear) {
    return sealing.seal(endpoint.purpose() + part, clear.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> headers(WebhookEndpoint endpoint, Map<String, String> given) {
    return given.containsValue(EndpointFields.MASK)
        ? unmasked(headers(endpoint), given)
        : Map.copyOf(given);
  }

  private static Map<String, String> unmasked(
      Map<String, String> known, Map<String, String> given) {
    Map<String, String> headers = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          String kept = value.equals(EndpointFields.MASK) ? known.get(name) : value;
          if (kept == null) {
            throw Invalid.at(
                "/headers/" + escaped(name), "masked", "There is no value yet that could stay.");
          }
          headers.put(name, kept);
        });
    return headers;
  }

  private static void requireHeaders(Map<String, String> headers) {
    List<Fault> faults =
        HeaderRules.faults(headers).entrySet().stream()
            .map(
                fault ->
                    new Fault(
                        fault.getKey().isEmpty()
                            ? "/headers"
                            : "/headers/" + escaped(fault.getKey()),
                        "header",
                        fault.getValue()))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** A masked key goes with its certificate. */
  private static String requireNone(String key) {
    if (key != null && !key.equals(EndpointFields.MASK)) {
      throw Invalid.at("/client_certificate_pem", "required", "The key needs its certificate.");
    }
    return null;
  }

  private String key(WebhookEndpoint endpoint, EndpointFields fields) {
    byte[] known = endpoint.identity().sealedKey();
    String key =
        EndpointFields.MASK.equals(fields.clientKeyPem()) && known != null
            ? text(endpoint, KEY, known)
            : fields.clientKeyPem();
    // What was taken once may have expired since: other fields can be changed all the same.
    if (!fields.clientCertificatePem().equals(endpoint.identity().certificate())
        || !EndpointFields.MASK.equals(fields.clientKeyPem())) {
      requirePair(fields.clientCertificatePem(), key);
    }
    return key;
  }

  private void requirePair(String certificatePem, String keyPem) {
    if (keyPem == null) {
      throw Invalid.at("/client_key_pem", "required", "The certificate needs its private key.");
    }
    Instant now = clock.instant();
    boolean valid;
    try {
      ClientCertificate.chain(certificatePem);
    } catch (IllegalArgumentException e) {
      throw Invalid.at("/client_certificate_pem", "certificate", e.getMessage());
    }
    try {
      valid = ClientCertificate.parse(certificatePem, keyPem).isValidAt(now);
    } catch (IllegalArgumentException e) {
      throw Invalid.at("/client_key_pem", "key", e.getMessage());
    }
    if (!valid) {
      throw Invalid.at(
          "/client_certificate_pem", "expired", "The certificate has expired, or begins later.");
    }
  }
}
