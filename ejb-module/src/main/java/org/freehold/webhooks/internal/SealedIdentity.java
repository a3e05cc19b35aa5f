package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.engine.delivery.ClientCertificate;
import org.freehold.platform.persistence.JsonList;
import org.freehold.webhooks.EndpointDetails;
import org.freehold.webhooks.EndpointFields;

/** What shows a receiver that it is us, besides the signature: headers and a certificate. */
@Embeddable
public class SealedIdentity {
  @Column(name = "header_names")
  @Convert(converter = JsonList.class)
  private List<String> headerNames;

  @Column(name = "sealed_headers")
  private byte[] sealedHeaders;

  @Column(name = "client_certificate")
  private String certificate;

  @Column(name = "sealed_client_key")
  private byte[] sealedKey;

  protected SealedIdentity() {}

  /** The sealed parts are null where there is nothing to seal. */
  SealedIdentity(
      List<String> headerNames, byte[] sealedHeaders, String certificate, byte[] sealedKey) {
    this.headerNames = List.copyOf(headerNames);
    this.sealedHeaders = sealedHeaders;
    this.certificate = certificate;
    this.sealedKey = sealedKey;
  }

  static SealedIdentity none() {
    return new SealedIdentity(List.of(), null, null, null);
  }

  byte[] sealedHeaders() {
    return sealedHeaders;
  }

  byte[] sealedKey() {
    return sealedKey;
  }

  /** In PEM; null when there is none. */
  String certificate() {
    return certificate;
  }

  Map<String, String> maskedHeaders() {
    Map<String, String> masked = new TreeMap<>();
    headerNames.forEach(name -> masked.put(name, EndpointFields.MASK));
    return masked;
  }

  EndpointDetails.Certificate told() {
    if (certificate == null) {
      return null;
    }
    var own = ClientCertificate.chain(certificate).get(0);
    return new EndpointDetails.Certificate(
        own.getSubjectX500Principal().getName(),
        own.getNotAfter().toInstant(),
        ClientCertificate.sha256(own));
  }
}
