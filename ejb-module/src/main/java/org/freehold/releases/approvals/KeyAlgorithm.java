package org.freehold.releases.approvals;

/** What a key signs with. */
public enum KeyAlgorithm {
  /** RFC 8032, without prehashing. */
  ED25519,
  /** ECDSA on the curve P-256 over SHA-256 (FIPS 186-5), signatures in DER. */
  ECDSA_P256
}
