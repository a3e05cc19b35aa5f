package org.freehold.market;

/** Where a template comes from. */
public enum TemplateOrigin {
  /** With the product. */
  SHIPPED,
  /** From an operator of this installation. */
  UPLOADED
}
