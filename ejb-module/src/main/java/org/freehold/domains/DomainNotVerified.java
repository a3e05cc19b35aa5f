package org.freehold.domains;

import org.freehold.platform.Problem;

/** The TXT record that proves a domain is not there, or says something else. */
public final class DomainNotVerified extends Problem {
  private static final long serialVersionUID = 1;

  DomainNotVerified(DomainProof proof, TxtRecords records) {
    super(
        409,
        "domain_not_verified",
        "Conflict",
        records.values().isEmpty()
            ? "There is no TXT record at " + proof.txtName() + "."
            : "No TXT record at " + proof.txtName() + " has the value that is expected.",
        "Add the record at your DNS provider, with the name and the value as they are here. It can"
            + " take as long as the TTL of the old answer until it is seen; then ask again.");
    member("txt_name", proof.txtName());
    member("expected", proof.txtValue());
    member("found", records.shown());
  }
}
