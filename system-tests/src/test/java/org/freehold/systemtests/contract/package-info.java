/** Holds answers to the OpenAPI document that the application itself gives out. */
package org.freehold.systemtests.contract;
